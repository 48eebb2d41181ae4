-- Lists are text: an official document has no automatic numbers, so they survive copying and every program.
-- First level 1., inner levels （1）; a list without numbers begins its items with a dash, inner ones with a middle dot.

local SIGNS = { Ordered = { '%d.', '（%d）' }, Bullet = { '——', '·' } }

local function sign(kind, depth, number)
  return (SIGNS[kind][math.min(depth, 2)]:gsub('%%d', tostring(number)))
end

local flattened

local function item_blocks(item, start, depth)
  local blocks = pandoc.List()
  for _, block in ipairs(item) do
    if block.t == 'OrderedList' or block.t == 'BulletList' then
      blocks:extend(flattened(block, depth + 1))
    else
      blocks:insert(block.t == 'Plain' and pandoc.Para(block.content) or block)
    end
  end
  local first = blocks[1]
  if first and first.t == 'Para' then
    first.content:insert(1, pandoc.Str(start))
  else
    blocks:insert(1, pandoc.Para { pandoc.Str(start) })
  end
  return blocks
end

flattened = function(list, depth)
  local kind = list.t:gsub('List$', '')
  local start = list.start or 1
  local blocks = pandoc.List()
  for number, item in ipairs(list.content) do
    blocks:extend(item_blocks(item, sign(kind, depth, start + number - 1), depth))
  end
  return blocks
end

local function text(list)
  return flattened(list, 1), false
end

return { { traverse = 'topdown', OrderedList = text, BulletList = text } }

-- 注：, 来源： and 单位： beside a table or a picture are set smaller; elsewhere they are ordinary text.

local NOTES = { ['注：'] = '公文表注', ['来源：'] = '公文表注', ['资料来源：'] = '公文表注', ['数据来源：'] = '公文表注', ['单位：'] = '公文表单位' }

local function style_of(block)
  if not block or block.t ~= 'Para' then
    return nil
  end
  local text = pandoc.utils.stringify(block)
  for start, style in pairs(NOTES) do
    if text:sub(1, #start) == start then
      return style
    end
  end
end

local function shown(block)
  return block and (block.t == 'Table' or block.t == 'Div' and (block.attributes['custom-style'] or ''):match('^公文[表图]'))
end

local function beside(blocks)
  local before, here = false, shown(blocks[1])
  for number, block in ipairs(blocks) do
    local after = shown(blocks[number + 1])
    local style = (before or after) and style_of(block)
    if style then
      blocks[number] = pandoc.Div(block, { ['custom-style'] = style })
    end
    -- A note makes the next line a note too.
    before, here = here or style, after
  end
  return blocks
end

local function skip(table)
  return table, false
end

return { { traverse = 'topdown', Table = skip, Blocks = beside } }

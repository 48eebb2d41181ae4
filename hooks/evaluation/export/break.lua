-- A line break in the source joins Chinese to Chinese without a space, also across bold text and links.

local NARROW = '^[%w%p]$'

local function last_character(inline)
  local text = pandoc.utils.stringify(inline)
  return text:match('[%z\1-\127\194-\244][\128-\191]*$') or ''
end

local function first_character(inline)
  return pandoc.utils.stringify(inline):match('^[%z\1-\127\194-\244][\128-\191]*') or ''
end

local function chinese(character)
  return character ~= '' and not character:match(NARROW)
end

local function join(inlines)
  if not inlines:find_if(function(inline) return inline.t == 'SoftBreak' end) then
    return nil
  end
  local joined = pandoc.List()
  for number, inline in ipairs(inlines) do
    local before, after = inlines[number - 1], inlines[number + 1]
    local soft = inline.t == 'SoftBreak'
    if soft and before and after and (chinese(last_character(before)) or chinese(first_character(after))) then
      goto continue
    end
    joined:insert(soft and pandoc.Space() or inline)
    ::continue::
  end
  return joined
end

-- A row of a table is one line.
local function skip(table)
  return table, false
end

return { { traverse = 'topdown', Table = skip, Inlines = join } }

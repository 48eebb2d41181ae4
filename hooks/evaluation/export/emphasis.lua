-- Bold is not used in official documents: bold text is set in 黑体, a run-in heading **（一）…。** in its level's face.

local DIGITS = { '一', '二', '三', '四', '五', '六', '七', '八', '九', '十' }

-- Lua patterns see bytes: numerals are replaced by one letter before they are matched.
local function shape(text)
  for _, digit in ipairs(DIGITS) do
    text = text:gsub(digit, 'N')
  end
  return text
end

local function face_of(text)
  local form = shape(text)
  if form:match('^（N+）') then
    return '公文二级标题'
  elseif form:match('^N+、') then
    return '公文一级标题'
  elseif form:match('^%d+[.．]') or form:match('^（%d+）') then
    return nil
  end
  return '公文强调'
end

local function plain_or_styled(strong, first)
  local style = face_of(pandoc.utils.stringify(strong))
  if not first and style ~= '公文强调' then
    style = '公文强调'
  end
  return style and pandoc.Span(strong.content, { ['custom-style'] = style }) or strong.content
end

local function is_strong(inline)
  return inline.t == 'Strong'
end

local function lead(paragraph)
  if not paragraph.content:find_if(is_strong) then
    return nil
  end
  local content = pandoc.List()
  for number, inline in ipairs(paragraph.content) do
    local new = inline.t == 'Strong' and plain_or_styled(inline, number == 1) or inline
    if pandoc.utils.type(new) == 'Inlines' then
      content:extend(new)
    else
      content:insert(new)
    end
  end
  paragraph.content = content
  return paragraph
end

local function inner(strong)
  return pandoc.Span(strong.content, { ['custom-style'] = '公文强调' })
end

-- A cell has no run-in heading.
local function skip(table)
  return table, false
end

return { { traverse = 'topdown', Table = skip, Para = lead, Plain = lead, Header = lead }, { Strong = inner } }

-- Captions 表1　… and 图1　… count by a SEQ field inside a bookmark; 表1 in running text refers to it by a REF field.

local KINDS = { { '附表', 'annex_table' }, { '表', 'table' }, { '图', 'figure' } }
local STYLES = { annex_table = '公文表题', table = '公文表题', figure = '公文图题' }
local SPACE = '　'

-- Only after these, and not before these, is 表1 a mention: 统计表1份 is not.
local BEFORE = { '见', '如', '和', '与', '及', '由', '从', '在', '据', '按', '至', '到', '以', '将', '把', '及', '，', '。', '、',
  '；', '：', '（', '“', '(', ' ', '—', '～' }
local AFTER = { '份', '张', '个', '项', '次', '页', '套', '册', '本' }

local labels = {}
local bookmarks = 0

local function field(instruction, result)
  return '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ' .. instruction
    .. ' </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>'
    .. result .. '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
end

-- label, kind, word, number, and the rest of the first string, when a paragraph is a caption
local function caption_of(paragraph)
  local first = paragraph.content[1]
  if not first or first.t ~= 'Str' then
    return nil
  end
  for _, kind in ipairs(KINDS) do
    local number, rest = first.text:match('^' .. kind[1] .. '(%d+)' .. SPACE .. '(.*)$')
    if number then
      return { label = kind[1] .. number, kind = kind[2], word = kind[1], number = number, rest = rest }
    end
  end
end

local function bookmark_name(caption)
  return '_Ref_' .. caption.kind .. '_' .. caption.number
end

local function numbered(caption)
  bookmarks = bookmarks + 1
  local id = 100000 + bookmarks
  return ('<w:bookmarkStart w:id="%d" w:name="%s"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>%s</w:t></w:r>%s<w:bookmarkEnd w:id="%d"/>')
    :format(id, bookmark_name(caption), caption.word, field('SEQ ' .. caption.word .. ' \\* ARABIC', caption.number), id)
end

local function written(paragraph)
  local caption = caption_of(paragraph)
  if not caption then
    return nil
  end
  labels[caption.label] = bookmark_name(caption)
  local content = pandoc.List { pandoc.RawInline('openxml', numbered(caption)), pandoc.Str(SPACE .. caption.rest) }
  for number = 2, #paragraph.content do
    content:insert(paragraph.content[number])
  end
  return pandoc.Div(pandoc.Para(content), { ['custom-style'] = STYLES[caption.kind] })
end

local function ends_with_any(text, endings)
  return text == '' or endings:find_if(function(ending) return text:sub(-#ending) == ending end) ~= nil
end

local function starts_with_any(text, starts)
  return starts:find_if(function(start) return text:sub(1, #start) == start end) ~= nil
end

-- the first mention of a known label in text from a position: where it starts, where it ends, the label
local function next_mention(text, from)
  local best
  for _, kind in ipairs(KINDS) do
    local start, finish = text:find(kind[1] .. '%d+', from)
    if start and (not best or start < best[1]) then
      best = { start, finish }
    end
  end
  return best
end

-- The last bytes of 表 and 图 before a digit: most texts hold no mention.
local MAYBE = '[\168\190]%d'

local function mentions(inline)
  if not inline.text:find(MAYBE) then
    return nil
  end
  local pieces, from, done = pandoc.List(), 1, 1
  while true do
    local found = next_mention(inline.text, from)
    if not found then
      break
    end
    local label = inline.text:sub(found[1], found[2])
    local before, after = inline.text:sub(1, found[1] - 1), inline.text:sub(found[2] + 1)
    if labels[label] and ends_with_any(before, pandoc.List(BEFORE)) and not starts_with_any(after, pandoc.List(AFTER)) then
      if found[1] > done then
        pieces:insert(pandoc.Str(inline.text:sub(done, found[1] - 1)))
      end
      pieces:insert(pandoc.RawInline('openxml', field('REF ' .. labels[label] .. ' \\h', label)))
      done = found[2] + 1
    end
    from = found[2] + 1
  end
  if done == 1 then
    return nil
  end
  if done <= #inline.text then
    pieces:insert(pandoc.Str(inline.text:sub(done)))
  end
  return pieces
end

-- Captions become fields before mentions are looked for, so that no caption mentions itself.
local function skip(table)
  return table, false
end

return {
  { traverse = 'topdown', Table = skip, Para = written },
  { Str = mentions },
}

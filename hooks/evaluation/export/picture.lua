-- A picture stands in a paragraph of its own, whose line is as high as the picture; text around it moves before or after.

local INLINE = [[<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%s" cy="%s"/>]]
  .. [[<wp:docPr id="%d" name="%s" descr="%s"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>]]
  .. [[</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">]]
  .. [[<pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%s" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>]]
  .. [[<pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>]]
  .. [[<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%s" cy="%s"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>]]
  .. [[</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>]]

local ESCAPES = { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }
local count = 0

local function drawing(span)
  count = count + 1
  local at = span.attributes
  local alt = at.alt:gsub('[&<>"]', ESCAPES)
  local name = '图片' .. count
  local xml = INLINE:format(at.cx, at.cy, count, name, alt, count, name, alt, at.embed, at.cx, at.cy)
  return pandoc.Div(pandoc.Para { pandoc.RawInline('openxml', xml) }, { ['custom-style'] = '公文图' })
end

local function is_picture(inline)
  return inline.t == 'Span' and inline.classes:includes('picture')
end

local function blank(inlines)
  return pandoc.utils.stringify(inlines):match('^%s*$')
end

local function pictures_apart(paragraph)
  if not paragraph.content:find_if(is_picture) then
    return nil
  end
  local blocks, text = pandoc.List(), pandoc.List()
  local function flush()
    if not blank(text) then
      blocks:insert(pandoc.Para(text))
    end
    text = pandoc.List()
  end
  for _, inline in ipairs(paragraph.content) do
    if is_picture(inline) then
      flush()
      blocks:insert(drawing(inline))
    else
      text:insert(inline)
    end
  end
  flush()
  return blocks
end

-- Tables hold no pictures.
local function skip(table)
  return table, false
end

return { { traverse = 'topdown', Table = skip, Para = pictures_apart, Plain = pictures_apart } }

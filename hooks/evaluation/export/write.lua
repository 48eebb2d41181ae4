-- Writes a vetted tree as WordprocessingML: stdin a pandoc tree, stdout a JSON table of the parts that carry text.
-- Arguments: the folder of the filters, the reference document. Filters run in this order, one element each.

local FILTERS = { 'break', 'picture', 'label', 'note', 'emphasis', 'list' }
local PARTS = {
  'word/document.xml', 'word/footnotes.xml', 'word/_rels/document.xml.rels', 'word/_rels/footnotes.xml.rels',
}

local document = pandoc.read(io.read('a'), 'json')
for _, name in ipairs(FILTERS) do
  for _, filter in ipairs(dofile(pandoc.path.join { arg[1], name .. '.lua' })) do
    document = document:walk(filter)
  end
end
document.meta = {}

local options = pandoc.WriterOptions { reference_doc = arg[2], highlight_style = nil }
local archive = pandoc.zip.Archive(pandoc.write(document, 'docx', options))
local parts = {}
for _, entry in ipairs(archive.entries) do
  if pandoc.List(PARTS):includes(entry.path) then
    parts[entry.path] = entry:contents()
  end
end
io.write(pandoc.json.encode(parts))

-- Answers requests until its input ends: a line of JSON in, a line of JSON out. One pandoc serves many documents,
-- since starting it takes as long as half a document. Nothing of one request reaches into another.
-- {"read": [Markdown, …], "reader": pandoc's reader} → list of pandoc trees
-- {"write": pandoc tree, "filters": folder, "styles": reference document} → parts of a DOCX that carry text, by name

local FILTERS = { 'break', 'picture', 'label', 'note', 'emphasis', 'list' }
local PARTS = {
  'word/document.xml', 'word/footnotes.xml', 'word/_rels/document.xml.rels', 'word/_rels/footnotes.xml.rels',
}

-- Both answer in JSON. Each text by itself; the last argument of pandoc.read, an empty list of files, runs the reader in pandoc's sandbox.
local function read(request)
  local trees = {}
  for number, markdown in ipairs(request.read) do
    trees[number] = pandoc.write(pandoc.read(markdown, request.reader, nil, {}), 'json')
  end
  return '[' .. table.concat(trees, ',') .. ']'
end

-- The filters run in this order, one element each.
local function write(request)
  local document = pandoc.read(request.write, 'json')
  for _, name in ipairs(FILTERS) do
    for _, filter in ipairs(dofile(pandoc.path.join { request.filters, name .. '.lua' })) do
      document = document:walk(filter)
    end
  end
  document.meta = {}
  local options = pandoc.WriterOptions { reference_doc = request.styles, highlight_style = nil }
  local archive = pandoc.zip.Archive(pandoc.write(document, 'docx', options))
  local parts = {}
  for _, entry in ipairs(archive.entries) do
    if pandoc.List(PARTS):includes(entry.path) then
      parts[entry.path] = entry:contents()
    end
  end
  return pandoc.json.encode(parts)
end

for line in io.lines() do
  local request = pandoc.json.decode(line, false)
  local done, answer = pcall(request.read and read or write, request)
  pandoc.mediabag.empty()
  io.write(done and '{"answer":' .. answer .. '}' or pandoc.json.encode({ fault = tostring(answer) }), '\n')
  io.flush()
end

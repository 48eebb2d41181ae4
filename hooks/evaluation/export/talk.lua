-- Answers requests until its input ends: a line of JSON in, a line of JSON out. One pandoc serves many documents,
-- since starting it takes as long as half a document. Nothing of one request reaches into another.
-- {"read": [Markdown, …], "reader": pandoc's reader} → list of pandoc trees
-- {"write": pandoc tree, "filters": folder, "styles": reference document} → parts of a DOCX that carry text, by name

-- In this order; each with a word that stands in every tree in which it has something to do.
local FILTERS = {
  { 'break', 'SoftBreak' }, { 'picture', 'picture' }, { 'label', 'Para' }, { 'note', 'Para' },
  { 'emphasis', 'Strong' }, { 'list', 'List' },
}
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

-- A filter begins anew with each document; its text is read once.
local texts = {}
local function filters(folder, name)
  texts[name] = texts[name] or assert(loadfile(pandoc.path.join { folder, name .. '.lua' }))
  return texts[name]()
end

-- The one that pandoc would read for each document.
local template

local function write(request)
  local document = pandoc.read(request.write, 'json')
  for _, filter in ipairs(FILTERS) do
    local name, word = table.unpack(filter)
    for _, step in ipairs(request.write:find(word, 1, true) and filters(request.filters, name) or {}) do
      document = document:walk(step)
    end
  end
  document.meta = {}
  template = template or pandoc.template.compile(pandoc.template.default('openxml'))
  local options = pandoc.WriterOptions {
    reference_doc = request.styles, template = template, highlight_method = 'none',
  }
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

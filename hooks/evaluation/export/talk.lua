-- Answers requests until its input ends: a line of JSON in, a line of JSON out. One pandoc serves many documents,
-- since starting it takes as long as half a document. Nothing of one request reaches into another.
-- {"read": [Markdown, …], "reader": pandoc's reader} → list of pandoc trees

-- Each text by itself; the last argument of pandoc.read, an empty list of files, runs the reader in pandoc's sandbox.
local function read(request)
  local trees = {}
  for number, markdown in ipairs(request.read) do
    trees[number] = pandoc.write(pandoc.read(markdown, request.reader, nil, {}), 'json')
  end
  return '[' .. table.concat(trees, ',') .. ']'
end

for line in io.lines() do
  local done, answer = pcall(read, pandoc.json.decode(line, false))
  pandoc.mediabag.empty()
  io.write(done and '{"answer":' .. answer .. '}' or pandoc.json.encode({ fault = tostring(answer) }), '\n')
  io.flush()
end

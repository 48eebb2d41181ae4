-- Reads the parts of a manuscript, each by itself, so that nothing of one part reaches into another.
-- stdin: JSON list of Markdown texts; argument: pandoc's reader; stdout: JSON list of pandoc trees.
-- The last argument of pandoc.read, an empty list of files, runs the reader in pandoc's sandbox.

local trees = {}
for number, markdown in ipairs(pandoc.json.decode(io.read('a'), false)) do
  trees[number] = pandoc.write(pandoc.read(markdown, arg[1], nil, {}), 'json')
end
io.write(pandoc.json.encode(trees))

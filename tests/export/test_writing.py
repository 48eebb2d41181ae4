"""What is written here holds the runs that pandoc, a second opinion, writes of the same tree."""

from __future__ import annotations

import io
import json
import random
import subprocess
import zipfile

from evaluation.export.body import hint_chinese, parsed
from evaluation.export.ooxml import NAMESPACES, name
from evaluation.export.pandoc import program, trees
from evaluation.export.writing import written
from lxml import etree

PIECES = [*"甲乙丙“”1%—…·a《》，。 &<>\"'", "\u3000", "\u00a0", "é ", "b c", " a甲 b ", "a\u00adb", "\\ ", "[名 b](https://a.cn)", "[丁](https://b.cn?c=1&d=2)", "<", "x\u2014", "𠀀 ", "〇 ", "\\*", "2023年", " "]
CHOICE = random.Random(9)


def words() -> str:
    return "段" + "".join(CHOICE.choices(PIECES, k=CHOICE.randint(1, 9)))


MANY = [words() for _ in range(400)]


def tree_of(markdown: str) -> dict:
    return trees([markdown])[0]


def by_pandoc(tree: dict, part: str = "document") -> etree._Element:
    made = subprocess.run([program(), "-f", "json", "-t", "docx"], input=json.dumps(tree).encode(), capture_output=True, check=True)
    root = parsed(zipfile.ZipFile(io.BytesIO(made.stdout)).read(f"word/{part}.xml").decode())
    hint_chinese(root)
    return root


def content(paragraph: etree._Element) -> str:
    """What a paragraph holds besides its own settings, without the names of links and footnotes."""
    own = etree.Element(name("p"), nsmap=NAMESPACES)
    own.extend([child for child in paragraph if child.tag != name("pPr")])
    for element in own.iter(name("hyperlink"), name("footnoteReference")):
        element.attrib.clear()
    etree.cleanup_namespaces(own)
    return "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in own)


def test_words_and_links_of_paragraphs():
    tree = tree_of("\n\n".join(MANY))
    theirs = [content(each) for each in by_pandoc(tree).iter(name("p"))]

    assert [content(each) for each in written(tree["blocks"]).body.iter(name("p"))] == theirs


def test_words_and_links_of_cells():
    rows = "\n".join(f"| {text} | 乙 |" for text in MANY)
    tree = tree_of(f"| 甲 | |\n| --: | --- |\n{rows}\n")
    theirs = [content(each) for each in by_pandoc(tree).iter(name("p"))]
    (table,) = written(tree["blocks"]).tables.values()
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in NAMESPACES.items())

    assert [content(parsed(f"<w:p {declared}>{cell.runs}</w:p>")) for row in table.rows for cell in row] == theirs
    assert (table.headers, table.sides) == (1, ("right", None))


def test_words_of_footnotes():
    tree = tree_of("\n\n".join(f"段[^{number}]\n\n[^{number}]: {text}\n\n    又一段" for number, text in enumerate(MANY[:50])))
    notes = [note for note in by_pandoc(tree, "footnotes") if note.get(name("type")) is None]

    assert len(notes) == 50
    assert told(written(tree["blocks"]).notes) == told(notes)


def told(notes: list[etree._Element]) -> list[list[str]]:
    return [["".join(content(each).split("\n")).replace(">  ", ">") for each in note.iter(name("p"))] for note in notes]

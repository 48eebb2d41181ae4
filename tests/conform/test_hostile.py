"""Files that are broken, hostile or no Word files at all: a sentence, never a traceback, never a full memory."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from evaluation.conform import Unreadable, conform
from lxml import etree

from tests.conform.word import DOCUMENT, FOOTNOTES, SETTINGS, STYLES, W, Word, rich

RICH = rich()
EMPTY = f'<w:document xmlns:w="{W}"><w:body/></w:document>'.encode()
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_document(content: bytes) -> bytes:
    return zipped(**{DOCUMENT: content})


def bomb() -> bytes:
    return with_document(EMPTY + b" " * (101 * 2**20))


def many_parts() -> bytes:
    return zipped(**{f"word/{number}.xml": b"" for number in range(5001)})


def encrypted() -> bytes:
    """The mark of a password on the part that holds the text."""
    data = bytearray(with_document(EMPTY))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying_length() -> bytes:
    """A part that says it is shorter than it is."""
    data = bytearray(with_document(EMPTY + b" " * 10_000))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (50).to_bytes(4, "little")
    return bytes(data)


UNREADABLE = {
    "an empty file": (b"", "不是 DOCX 文件（打不开压缩包）"),
    "a text": ("自评估报告".encode(), "不是 DOCX 文件（打不开压缩包）"),
    "half a file": (RICH[:8000], "不是 DOCX 文件（打不开压缩包）"),
    "an old .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "是旧版 .doc 或加了密码的文件，请在 Word 或 WPS 中另存为不加密的 .docx"),
    "a zip of something else": (zipped(**{"a.txt": b"a"}), "不是 Word 文件（没有 word/document.xml 或其中没有正文）"),
    "a document without body": (with_document(f'<w:document xmlns:w="{W}"/>'.encode()), "不是 Word 文件（没有 word/document.xml 或其中没有正文）"),
    "a zip bomb": (bomb(), "文件展开后超过 100 MB，不予检查"),
    "a zip of very many parts": (many_parts(), "压缩包里有 5001 个部件，不予检查"),
    "a part under a password": (encrypted(), "部件 word/document.xml 已损坏或加了密码，读不出来"),
    "a part that lies about its length": (lying_length(), "部件 word/document.xml 已损坏或加了密码，读不出来"),
    "entities that multiply": (with_document(ENTITIES.encode()), "部件 word/document.xml 带有 DTD，不予检查"),
    "entities in UTF-16": (with_document(ENTITIES.encode("utf-16")), "部件 word/document.xml 带有 DTD，不予检查"),
    "an entity that reads a file": (with_document(OUTSIDE.encode()), "部件 word/document.xml 带有 DTD，不予检查"),
}


@pytest.mark.parametrize(("data", "sentence"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_no_readable_word_file_gets_a_sentence(data, sentence):
    with pytest.raises(Unreadable) as caught:
        conform(data)

    assert str(caught.value) == sentence


def test_xml_that_breaks_off_gets_a_sentence():
    with pytest.raises(Unreadable, match=r"^部件 word/document\.xml 不是完整的 XML（.+）$"):
        conform(with_document(EMPTY[:-20]))


def test_xml_nested_without_end_gets_a_sentence():
    deep = b"<a>" * 100_000
    with pytest.raises(Unreadable, match=r"^部件 word/document\.xml 不是完整的 XML"):
        conform(with_document(deep))


def test_a_document_of_nothing_but_a_body_is_judged():
    found = {finding.rule.id for finding in conform(with_document(EMPTY))}

    assert {"P6", "F1", "K6"} <= found


def test_styles_based_on_each_other_come_to_an_end():
    word = Word(RICH)
    word.style("Normal", '<w:qFormat/>', '<w:basedOn w:val="BodyText"/><w:qFormat/>')

    conform(word.packed())


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_to_the_xml_makes_the_check_itself_fail(seed):
    chance = random.Random(seed)
    word = Word(RICH)
    for part in (DOCUMENT, STYLES, SETTINGS, FOOTNOTES, "word/footer1.xml", "word/footer3.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        root = etree.fromstring(word.parts[part])
        for element in list(root.iter()):
            damage(element, root, chance)
        word.parts[part] = etree.tostring(root)
    try:
        conform(word.packed())
    except Unreadable as error:
        assert str(error)


def damage(element: etree._Element, root: etree._Element, chance: random.Random) -> None:
    """Now and then drop an element or an attribute, or fill it with nonsense."""
    if element is root or chance.random() > 0.06:
        return
    if chance.random() < 0.3:
        element.getparent().remove(element)
    elif element.attrib:
        key = chance.choice(sorted(element.attrib))
        nonsense = chance.choice(["", "x", "-1", "1e999", "nan", "９", "99999999999", "0"])
        if chance.random() < 0.5:
            element.set(key, nonsense)
        else:
            del element.attrib[key]

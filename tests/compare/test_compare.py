"""What both outputs are made of is found the same in both, and nothing that differs passes."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256

import pytest
from evaluation.cache import Cache
from evaluation.compare import Pair, compare, key_of
from evaluation.compare.common import in_common
from evaluation.compare.page import page_of
from lxml import etree

from tests.compare.outputs import page, word
from tests.export.manuscripts import RICH, annex

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W.strip("{}")}

CONSTRUCTS = {
    "a rich report": RICH,
    "line breaks between Chinese": "# 一、题\n\n甲乙\n丙丁，\n**戊己**\n庚辛[链接](https://a.cn/)\n壬\n`码`\n癸，ab\ncd\n中",
    "a break after a footnote": "# 一、题\n\n甲[^1]\n乙\nab[^1]\ncd\n\n[^1]: 注一\n    续行",
    "a break that was asked for": "# 一、题\n\n甲  \n乙\n\n丙\\\n丁",
    "nested lists": "# 一、题\n\n1. 一\n2. 二\n    - 甲\n        1. 子\n    - 乙\n3. 三\n\n文\n\n- 一\n- 二\n\n    续段\n\n- 三",
    "a list that begins at four": "# 一、题\n\n4. 四\n5. 五",
    "lists of two-space steps": "# 一、题\n\n文\n- 一\n  - 二\n    - 三\n- 四",
    "a long dash and wave": "# 一、题\n\n2021~2023年，H~2~O，10~20%，——破折，……省略，1—6月，~~删~~",
    "powers": "# 一、题\n\n面积12 m²，x^2^，^上标^",
    "angle brackets": "# 一、题\n\n关于印发<规划>的通知，a<b，x < y > z，&lt;甲&gt;，AT&T，&amp;，＜乙＞",
    "stars and lines": "# 一、题\n\n3*4*5，snake_case_name，**粗**后，*斜*，__下__，\\*星\\*，**“引”**后，甲**（乙）**丙",
    "quotes": "# 一、题\n\n\"直\"引'号'，“弯”，a -- b --- c ... d",
    "tables": "# 一、题\n\n表1　例\n\n| 甲 | 乙 |\n|:--|--:|\n| **粗** | 1 |\n| a \\| b | `c` |\n| 空 | |\n\n注：说明\n\n文\n| 丙 |\n|---|\n| 丁 |\n文",
    "a footnote in a table": "# 一、题\n\n| 甲 | 乙 |\n|---|---|\n| 丙[^1] | 丁 |\n\n[^1]: 注",
    "notes out of order": "# 一、题\n\n甲[^b]乙[^a]\n\n[^a]: 后\n[^b]: 先",
    "a quotation": "# 一、题\n\n> 引文一\n> 引文二\n>\n> 第二段",
    "code": "# 一、题\n\n```\n甲 乙\n  丙\n```\n\n    码\n    码二\n\n行内`x = 1`",
    "headings in levels": "# 一、题\n\n## （一）题\n\n### 1.题\n\n#### （1）题\n\n文\n\n## （二）**粗**题",
    "numbers that look like lists": "# 一、题\n\n2023. 年终\n\n（1）甲\n\n1.乙\n\n(1) 丙\n\n#3 号\n\nA. 丁",
    "formulas and entities": "# 一、题\n\n$x+1$元，\\(y\\)，100%±5，&copy;，&#20013;，@user，http://a.cn/x",
    "emoji and rules": "# 一、题\n\n甲\n\n---\n\n乙 :smile:\n\n***\n\n丙",
    "admonition-like lines": "# 一、题\n\n!!! note\n\n文",
    "links": "# 一、题\n\n[甲](../x.md \"题\")，<https://a.cn/>，[乙][1]，[丙]\n\n[1]: https://b.cn/",
    "raw html": "# 一、题\n\n甲<b>乙</b>丙<br>丁",
    "definition-like": "# 一、题\n\n甲\n:   乙\n\n*[HTML]: 超文本",
    "full-width spaces": "# 一、题\n\n　　甲　乙\n\n表1　见下\n\n甲\u00a0乙",
}


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_both_outputs_say_the_same(construct):
    outputs = {"a.docx": word(CONSTRUCTS[construct]), "a.html": page(CONSTRUCTS[construct])}

    assert [problem.what for problem in compare(Pair("a.docx", ("a.html",)), outputs.get)] == []


def changed(docx: bytes, *changes: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The file with passages of one part replaced, each of which stands in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text = data.decode()
                for found, other in changes:
                    assert found in text
                    text = text.replace(found, other, 1)
                data = text.encode()
            new.writestr(name, data)
    return buffer.getvalue()


def without(docx: bytes, path: str, number: int) -> bytes:
    """The file without the n-th element that a path of its text finds."""
    text = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    root = etree.fromstring(text.encode())
    found = root.findall(path, NAMES)[number]
    found.getparent().remove(found)
    return changed(docx, (text, etree.tostring(root, encoding="unicode")))


def swapped(docx: bytes, first: str, second: str) -> bytes:
    """The file with the two paragraphs exchanged that begin as told."""
    text = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    root = etree.fromstring(text.encode())
    one, other = (next(p for p in root.iter(W + "p") if said(p).startswith(start)) for start in (first, second))
    mark = etree.Element("mark")
    one.getparent().replace(one, mark)
    other.getparent().replace(other, one)
    mark.getparent().replace(mark, other)
    return changed(docx, (text, etree.tostring(root, encoding="unicode")))


def said(paragraph) -> str:
    return "".join(t.text or "" for t in paragraph.iter(W + "t"))


SEEDED = {
    "a dropped row": (
        lambda docx: without(docx, ".//w:tbl[1]/w:tr", 1),
        [("site-docx-cell", "网页上的表格行，DOCX 中没有：“1 | 生产安全事故死亡人数 | 约束性 | 52 | 46 | 44.…”")],
    ),
    "a changed digit in a cell": (
        lambda docx: changed(docx, ("44.2", "44.3")),
        [("site-docx-number", "表格行第 6 列不一致：网页“44.2”，DOCX“44.3”")],
    ),
    "a changed digit in the text": (
        lambda docx: changed(docx, ("下降11.5%", "下降11.6%")),
        [("site-docx-number", "段落不一致：网页“…，较2020年下降11.5%，见表1和图1。［注］…”，DOCX“…，较2020年下降11.6%，见表1和图1。［注］…”")],
    ),
    "a lost word": (
        lambda docx: changed(docx, ("总体稳定向好", "稳定向好")),
        [("site-docx-paragraph", "段落不一致：网页“安全生产形势总体稳定向好。一是风险防控能…”，DOCX“安全生产形势稳定向好。一是风险防控能…”")],
    ),
    "swapped paragraphs": (
        lambda docx: swapped(docx, "——经验做法甲", "——经验做法乙"),
        [("site-docx-order", "段落在网页和 DOCX 中次序不同：“——经验做法乙”")],
    ),
    "swapped items of a list": (
        lambda docx: changed(docx, ("2.第二项工作", "2.第一项工作"), ("1.第一项工作", "1.第二项工作")),
        [
            ("site-docx-paragraph", "段落不一致：网页“1.第一项工作”，DOCX“1.第二项工作”"),
            ("site-docx-paragraph", "段落不一致：网页“2.第二项工作”，DOCX“2.第一项工作”"),
        ],
    ),
    "a lost footnote": (
        lambda docx: without(docx, ".//w:r[w:footnoteReference]", 1),
        [
            ("site-docx-footnote", "网页上的脚注，DOCX 中没有：““打非治违”指打击非法违法、治理违规违章。”"),
            ("site-docx-paragraph", "段落不一致：网页“…展“打非治违”专项行动。［注］”，DOCX“…展“打非治违”专项行动。”"),
        ],
    ),
    "a changed footnote": (
        lambda docx: changed(docx, ("由市应急管理局", "由市统计局"), part="word/footnotes.xml"),
        [("site-docx-footnote", "脚注不一致：网页“数据由市应急管理局提供。”，DOCX“数据由市统计局提供。”")],
    ),
    "an eaten wave": (
        lambda docx: changed(docx, ("2021~2023年", "20212023年")),
        [("site-docx-number", "段落不一致：网页“…在0.02以内，2021~2023年未发生重特大事…”，DOCX“…在0.02以内，20212023年未发生重特大事…”")],
    ),
    "a changed caption": (
        lambda docx: changed(docx, ("主要指标进展情况", "主要指标完成情况")),
        [("site-docx-caption", "题注不一致：网页“表1　主要指标进展情况”，DOCX“表1　主要指标完成情况”")],
    ),
    "a changed verdict": (
        lambda docx: changed(docx, ("快于预期", "慢于预期")),
        [("site-docx-cell", "表格行第 7 列不一致：网页“快于预期”，DOCX“慢于预期”")],
    ),
    "a heading that is text": (
        lambda docx: changed(docx, ('<w:pStyle w:val="Heading3"/>', '<w:pStyle w:val="BodyText"/>')),
        [("site-docx-heading", "网页上是标题，DOCX 中是段落：“1.安全生产”")],
    ),
    "a heading of another level": (
        lambda docx: changed(docx, ('<w:pStyle w:val="Heading3"/>', '<w:pStyle w:val="Heading2"/>')),
        [("site-docx-heading", "网页上是第 3 级标题，DOCX 中是第 2 级：“1.安全生产”")],
    ),
    "a lost picture": (
        lambda docx: without(docx, ".//w:r[w:drawing]", 0),
        [("site-docx-picture", "网页上的图片，DOCX 中没有：“2020年至2022年全市生产安全事故死亡人数由52人降至46人，低于目…”")],
    ),
    "an added paragraph": (
        lambda docx: changed(docx, ("<w:tbl>", "<w:p><w:r><w:t>另加的话</w:t></w:r></w:p><w:tbl>")),
        [("site-docx-paragraph", "DOCX 中的段落，网页上没有：“另加的话”")],
    ),
}


@pytest.fixture(scope="module")
def rich() -> tuple[bytes, bytes]:
    return page(RICH), word(RICH)


@pytest.mark.parametrize("seed", SEEDED)
def test_a_seeded_difference_is_caught_and_quoted(seed, rich):
    change, expected = SEEDED[seed]
    outputs = {"a.docx": change(rich[1]), "a.html": rich[0]}

    found = compare(Pair("a.docx", ("a.html",)), outputs.get)

    assert [(problem.rule, problem.what.partition("下，")[2].removesuffix("（网页 a.html）")) for problem in found] == expected


def test_an_annex_is_held_against_the_page_that_shows_it():
    docx = word(RICH, annex())
    register = page(f"# 规划调整建议\n\n{annex().part.markdown.replace('表3', '表1')}")
    outputs = {"a.docx": docx, "a.html": page(RICH), "r.html": register}
    pair = Pair("a.docx", ("a.html",), ("r.html",))

    assert compare(pair, outputs.get) == ()
    outputs["a.docx"] = changed(docx, ("调整到2026年完成", "调整到2025年完成"))
    assert [problem.what for problem in compare(pair, outputs.get)] == [
        "表格行第 3 列不一致：网页“调整到2026年完成”，DOCX“调整到2025年完成”（网页 r.html）"
    ]


def test_a_register_is_read_without_the_sites_furniture_around_it():
    register = page(annex().part.markdown).decode()
    framed = register.replace("<body>", "<body><main><nav>首页</nav><article>").replace("</body>", "</article></main></body>")
    framed = framed.replace('<div class="report">', "<div>")
    outputs = {"a.docx": word(RICH, annex()), "a.html": page(RICH), "r.html": framed.encode()}

    assert compare(Pair("a.docx", ("a.html",), ("r.html",)), outputs.get) == ()


def test_an_annex_that_is_missing_is_a_difference():
    outputs = {"a.docx": word(RICH), "a.html": page(RICH), "r.html": page(annex().part.markdown)}

    found = compare(Pair("a.docx", ("a.html",), ("r.html",)), outputs.get)

    assert [problem.rule for problem in found] == ["site-docx-cell", "site-docx-cell"]


def test_the_notice_of_a_document_without_a_cover_is_the_pages_notice():
    outputs = {"a.docx": word(RICH, cover=False), "a.html": page(RICH)}

    assert compare(Pair("a.docx", ("a.html",)), outputs.get) == ()


def test_a_page_that_holds_a_document_one_level_lower_says_where_it_begins():
    told = "# 东河区\n\n概况如下。\n\n以下为《{}》全文。\n\n## 一、题\n\n### （一）题\n\n文"
    docx = word("# 一、题\n\n## （一）题\n\n文")
    right = page(told.format("鄂尔多斯市“十四五”应急体系建设规划实施情况中期评估报告"))

    assert compare(Pair("a.docx", ("a.html",)), {"a.docx": docx, "a.html": right}.get) == ()
    found = compare(Pair("a.docx", ("a.html",), unit="donghe"), {"a.docx": docx, "a.html": page(told.format("别的报告"))}.get)
    assert [(problem.what, problem.unit) for problem in found] == [
        ("网页称所载为《别的报告》，DOCX 的标题为“鄂尔多斯市“十四五”应急体系建设规划实施情况中期评估报告”（网页 a.html）", "donghe")
    ]


def test_a_text_over_several_pages_is_one_text():
    outputs = {"a.docx": word("# 一、题\n\n文[^1]\n\n# 二、题\n\n文\n\n[^1]: 注"), "1.html": page("# 一、题\n\n文[^1]\n\n[^1]: 注"), "2.html": page("# 二、题\n\n文")}

    assert compare(Pair("a.docx", ("1.html", "2.html")), outputs.get) == ()


def test_what_stands_above_the_announcement_is_no_part_of_a_comparison(tmp_path):
    site, pair, cache = page("# 一、题\n\n甲"), Pair("a.docx", ("a.html",)), Cache(tmp_path / "kept")
    announced = site.replace(b'<div class="report">', '<div class="report"><p>{}</p>\n<p>以下为《题》全文。</p>'.encode())
    (tmp_path / "a.docx").write_bytes(word("# 一、题\n\n甲"))

    def key(content: bytes) -> str:
        (tmp_path / "a.html").write_bytes(content)
        return key_of(pair, tmp_path, cache)

    first = announced.replace(b"{}", "位次1/9".encode())
    assert in_common(first) == in_common(announced) != first
    assert key(first) == key(announced) != key(site)
    assert page_of(first).items == page_of(site).items


def test_a_document_whose_sum_is_known_is_not_read_for_the_key(tmp_path):
    pair, cache, content = Pair("a.docx", ("a.html",)), Cache(tmp_path / "kept"), word("# 一、题\n\n甲")
    (tmp_path / "a.html").write_bytes(page("# 一、题\n\n甲"))
    (tmp_path / "a.docx").write_bytes(content)
    read = key_of(pair, tmp_path, cache)
    (tmp_path / "a.docx").unlink()

    assert key_of(pair, tmp_path, cache, {"a.docx": sha256(content).hexdigest()}) == read

"""What the units wrote: long enough, each in its own words, and read alike by the site and the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
from evaluation.export.pandoc import trees
from evaluation.load import load_evaluation
from evaluation.model import Chapter, Evaluation
from lxml import html
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[1]

INCOMPLETE = "gongxin"
"""The department that is left incomplete on purpose."""
ENOUGH = 1200
"""Chinese characters of a unit's own prose, as the product promises."""
OWN_WORDS = 25
"""From this many Chinese characters on, a sentence is a unit's own and stands in no other unit."""

REFERENCE = re.compile(r"[{｛]{2}.*?[}｝]{2}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SENTENCE_END = re.compile(r"[。！？；\n]")
FOOTNOTE = re.compile(r"^\[\^([^\]]+)\]:.*$", re.MULTILINE)
FOOTNOTE_MARK = re.compile(r"\[\^([^\]]+)\](?!:)")

CONFIG = load_config(str(ROOT / "mkdocs.yml"), hooks=[])


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    evaluation, problems = load_evaluation(ROOT)

    assert problems == ()
    assert evaluation is not None
    return evaluation


def written_by(evaluation: Evaluation) -> dict[str, list[Chapter]]:
    """The sections of each unit that owes a self-assessment, by unit."""
    sections: dict[str, list[Chapter]] = {unit.id: [] for unit in evaluation.reporting_units}
    for section in evaluation.sections:
        sections[section.unit].append(section)
    return sections


def chinese_characters(sections: list[Chapter]) -> int:
    return sum(len(CHINESE.findall(REFERENCE.sub("", section.body))) for section in sections)


def sentences(text: str) -> Iterator[str]:
    """The sentences long enough to be somebody's own, without references and marks."""
    for sentence in SENTENCE_END.split(REFERENCE.sub("", text)):
        characters = "".join(CHINESE.findall(sentence))
        if len(characters) >= OWN_WORDS:
            yield characters


def repeated(texts: dict[str, str]) -> dict[str, set[str]]:
    """Each long sentence that more than one unit has, with those units."""
    owners = defaultdict(set)
    for unit, text in texts.items():
        for sentence in sentences(text):
            owners[sentence].add(unit)
    return {sentence: units for sentence, units in owners.items() if len(units) > 1}


def test_every_unit_but_the_incomplete_one_writes_all_six_sections(evaluation: Evaluation):
    expected = {section.id for section in evaluation.plan.sections}

    missing = {
        unit: sorted(expected - {section.section for section in sections})
        for unit, sections in written_by(evaluation).items()
        if expected - {section.section for section in sections}
    }

    assert missing == {INCOMPLETE: ["challenges", "suggestions"]}


def test_every_unit_but_the_incomplete_one_writes_enough(evaluation: Evaluation):
    counts = {unit: chinese_characters(sections) for unit, sections in written_by(evaluation).items()}

    assert {unit: count for unit, count in counts.items() if count < ENOUGH and unit != INCOMPLETE} == {}


def test_no_long_sentence_stands_in_two_units(evaluation: Evaluation):
    texts = {unit: "\n".join(section.body for section in sections) for unit, sections in written_by(evaluation).items()}

    assert repeated(texts) == {}


def test_a_sentence_copied_with_another_figure_is_found():
    sentence = "全旗生产安全事故死亡人数降至{{ 值 死亡人数 2022 }}，道路运输领域仍是亡人事故最为集中的行业领域"
    copy = sentence.replace("2022", "2021")
    texts = {"wushen": f"{sentence}。", "hangjin": f"另外，有关情况如下。{copy}；其余从略。"}

    assert list(repeated(texts).values()) == [{"wushen", "hangjin"}]


# ------------------------------------------------------------------------------------------- Markdown


AVOIDED = {
    "一级标题（单位各节从 ## 起）": r"^ {0,3}# ",
    "井号后无空格": r"^ {0,3}#+[^#\s]",
    "标题带序号": r"^ {0,3}#+\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．、])",
    "HTML 标签或尖括号": r"<[^>\n]+>",
    "提示框": r"^!!!",
    "波浪号": r"~",
    "全角空格缩进": r"^　",
    "行尾空格": r"[ \t]+$",
    "行尾反斜线": r"\\$",
    "直引号": r"[\"']",
    "加粗内含标点": r"\*\*[^*\n]*[：，。；、]\*\*",
    "制表符": r"\t",
    "年份成了列表序号": r"^\d{3,}[.)] ",
    "嵌套不是四个空格": r"^(?: {1,3}| {5,7})[-*+\d]",
    "列表前缺空行": r"(?:^|\n)(?! *(?:[-*+]|\d+\.) )[^\n]+\n(?:[-*+]|\d+\.) ",
    "表格前缺空行": r"(?:^|\n)(?!\|)[^\n]+\n\|",
    "图块未单独成行": r"[^\n]\{\{ *[表图] |\{\{ *[表图] [^}\n]*\}\}[^\n]",
}
"""What one of the two readers, or the house style, does not take."""


@pytest.mark.parametrize("name", AVOIDED)
def test_the_units_avoid(name: str, evaluation: Evaluation):
    avoided = re.compile(AVOIDED[name], re.MULTILINE)

    found = [(section.path, match[0]) for section in evaluation.sections for match in avoided.finditer(section.body)]

    assert found == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("标题带序号", "## （一）安全生产"),
        ("标题带序号", "### 1.煤矿"),
        ("HTML 标签或尖括号", "关于<规划>的通知"),
        ("年份成了列表序号", "2023. 年终"),
        ("波浪号", "2021~2023年"),
        ("直引号", '评价为"达标"'),
        ("加粗内含标点", "**重点：**后文"),
        ("列表前缺空行", "主要做法：\n- 顶板管理"),
        ("表格前缺空行", "见下表：\n| 指标 | 值 |"),
        ("图块未单独成行", "见 {{ 表 重点项目 }}"),
    ],
)
def test_what_is_avoided_is_recognised(name: str, text: str):
    assert re.search(AVOIDED[name], text, re.MULTILINE)


def test_footnotes_are_unique_in_a_unit_and_each_is_used_once(evaluation: Evaluation):
    wrong = {}
    for unit, sections in written_by(evaluation).items():
        text = "\n".join(section.body for section in sections)
        marks, notes = Counter(FOOTNOTE_MARK.findall(text)), Counter(FOOTNOTE.findall(text))
        if marks != notes or any(count > 1 for count in marks.values()):
            wrong[unit] = (marks, notes)

    assert wrong == {}


def test_the_site_and_the_document_read_the_same_blocks(evaluation: Evaluation):
    # Footnotes are set differently on purpose; everything else must come out alike, block for block.
    bodies = [FOOTNOTE_MARK.sub("", FOOTNOTE.sub("", section.body)) for section in evaluation.sections]

    differing = [
        (section.path, on_site, in_document)
        for section, body, tree in zip(evaluation.sections, bodies, trees(bodies), strict=True)
        if (on_site := site_blocks(body)) != (in_document := list(document_blocks(tree["blocks"])))
    ]

    assert differing == []


@pytest.mark.parametrize("text", ["#标题", "<b>甲</b>乙"])
def test_what_the_two_read_differently_is_seen(text: str):
    assert site_blocks(text) != list(document_blocks(trees([text])[0]["blocks"]))


def site_blocks(text: str) -> list[tuple[str, str]]:
    """(kind, text without white space) of each heading, paragraph, list item and cell as the site reads it."""
    body = html.fromstring(
        f"<div>{markdown.markdown(text, extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs)}</div>"
    )
    return [
        (element.tag, squeezed(own_text(element)))
        for element in body.iter("h1", "h2", "h3", "h4", "p", "li", "td", "th")
        if squeezed(own_text(element))
    ]


def own_text(element: html.HtmlElement) -> str:
    """The text of a block without that of the blocks inside it."""
    inside = {"p", "ul", "ol", "li"}
    parts = [element.text or ""]
    for child in element:
        parts += [] if child.tag in inside else [child.text_content()]
        parts.append(child.tail or "")
    return "".join(parts)


def document_blocks(blocks: list[dict], tag: str = "p") -> Iterator[tuple[str, str]]:
    """The same of pandoc's tree."""
    for block in blocks:
        match block["t"]:
            case "Header":
                yield f"h{block['c'][0]}", squeezed(inline_text(block["c"][2]))
            case "Para":
                yield "p", squeezed(inline_text(block["c"]))
            case "Plain":
                yield tag, squeezed(inline_text(block["c"]))
            case "BulletList":
                for item in block["c"]:
                    yield from document_blocks(item, "li")
            case "OrderedList":
                for item in block["c"][1]:
                    yield from document_blocks(item, "li")
            case "Table":
                yield from cells(block)
            case other:
                yield other, ""


def cells(table: dict) -> Iterator[tuple[str, str]]:
    head, bodies = table["c"][3], table["c"][4]
    for tag, rows in [("th", head[1]), *(("td", body[3]) for body in bodies)]:
        for row in rows:
            for cell in row[1]:
                yield from document_blocks(cell[4], tag)


def inline_text(parts: object) -> str:
    match parts:
        case {"t": "Str", "c": str(text)} | {"t": "Code", "c": [_, str(text)]}:
            return text
        case {"t": "Link" | "Image" | "Span" | "Quoted", "c": content}:
            return inline_text(content[1])
        case {"c": content}:
            return inline_text(content)
        case list():
            return "".join(map(inline_text, parts))
    return ""


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)

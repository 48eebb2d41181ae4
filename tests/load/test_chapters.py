"""Markdown files: whose they are, what may stand above the text, and what would hurt the converters."""

from __future__ import annotations

import pytest
from evaluation.load import load_evaluation
from evaluation.load.chapters import load_chapters
from evaluation.model import Chapter

from tests.load.project import problems_of, spoilt, write

PATH = "docs/banners/dongsheng/indicators.md"
BRACKETS = "1:1: 括号打开后没有关上，层层嵌套。补上右括号，删去多余的左括号。"
IN_A_LINE = "1:1: 列表或引用在一行里嵌套太多层。减少嵌套的层次。"
NBSP = "含有 U+00A0（不换行空格）。删去它，需要空格时用普通空格；从 Word 或网页粘贴时选“只保留文本”。"

REFUSED = {
    "template": ("---\ntemplate: ../../etc/passwd\n---\n## 甲\n", "2:1: 没有名为 `template` 的键。可写：title、verbatim。"),
    "Python in front matter": (
        "---\ntitle: !!python/name:os.system x\n---\n## 甲\n",
        "2:8: 不能使用 `!!python/name:os.system` 标签。删去它，只写值；值以 ! 开头时给它加引号。",
    ),
    "full-width colon in front matter": (
        "---\ntitle：甲\n---\n## 甲\n",
        "2:6: 键 `title` 后面是全角冒号“：”。改成半角冒号加空格：`title: 值`。",
    ),
    "open front matter": (
        "---\ntitle: 甲\n## 乙\n",
        "1:1: 文件以 `---` 开头，后面却没有第二个 `---`。补上第二个 `---`，或删去第一行。",
    ),
    "no-break space": ("## 甲\n\n东\xa0胜\n", f"3:2: {NBSP}"),
    "brackets": ("[" * 20_000, BRACKETS),
    "pictures": ("![a](" * 5_000, BRACKETS),
    "links": ("[a](" * 5_000, BRACKETS),
    "tags": ("<a " * 3_000, BRACKETS),
    "brackets in many paragraphs": (
        "[[[[[[[[\n\n" * 50,
        "75:1: 括号打开后没有关上，层层嵌套。补上右括号，删去多余的左括号。",
    ),
    "nested lists": (
        "\n".join("    " * level + "- 甲" for level in range(300)),
        "14:1: 缩进 52 格，超过 48 格。减少嵌套的层次，每层缩进四个空格。",
    ),
    "lists on one line": ("- " * 300 + "甲", IN_A_LINE),
    "numbered lists on one line": ("1. " * 300 + "甲", IN_A_LINE),
    "quotes on one line": (">" * 300 + "甲", IN_A_LINE),
    "one endless line": ("甲" * 20_001, "1:1: 一行有 20001 个字符，超过 20000 个。分成几段，段与段之间空一行。"),
    "endless file": ("甲" * 110_000, "1:1: 文件有 330000 字节，超过 300000 字节。拆成较小的文件，删去不需要的内容。"),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_text_with_a_fault_is_refused_whole_and_alone(tmp_path, text, sentence):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: text}))

    assert [str(problem) for problem in problems] == [f"{PATH}:{sentence}"]
    assert [(section.unit, section.section) for section in evaluation.sections] == [("zhungeer", "tasks")]
    assert evaluation.faulty("dongsheng") == problems


HARMLESS = {
    "table with comparisons": "".join(f"| 低于{number} | < {number} | a < b |\n" for number in range(400)),
    "rule": "* * * * * * * * * * * * * *\n",
    "dashes": "- - - - - - - - - - - - - - - - -\n",
    "many links": "[甲](乙.md) [丙](<丁.md>) " * 300,
    "lists ten deep": "".join("    " * level + "- 甲\n" for level in range(10)),
    "references": "{{ 值 死亡人数 2022 }}｛｛ 值 死亡人数 2022 ｝｝\n" * 100,
    "one-sided brackets": "".join(f"{number}) 甲（乙】\n" for number in range(400)),
    "rule above and below": "甲\n\n---\n\n乙\n",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_harmless_texts_are_taken_as_they_are(tmp_path, text):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: text}))

    assert (evaluation.section("dongsheng", "indicators").body, problems) == (text, ())


def test_front_matter_is_taken_off_and_lines_still_count_in_the_file(tmp_path):
    chapter = section(tmp_path, "---\ntitle: 指标进展\n---\n\n## 甲\n\n乙  \n丙\n")

    assert (chapter.title, chapter.first_line, chapter.body) == ("指标进展", 4, "\n## 甲\n\n乙  \n丙\n")


def test_a_text_without_front_matter_starts_on_line_one(tmp_path):
    assert section(tmp_path, "\ufeff## 甲\r\n\r\n乙\r\n") == Chapter(
        path="banners/dongsheng/indicators.md",
        body="## 甲\n\n乙\n",
        unit="dongsheng",
        section="indicators",
        place=section(tmp_path, "## 甲\n").place,
    )


def section(root, text: str) -> Chapter:
    evaluation, problems = load_evaluation(write(root, {PATH: text}))
    assert problems == ()
    return evaluation.section("dongsheng", "indicators")


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: 甲\n---\n\n", None])
def test_a_section_not_yet_written_is_no_fault(tmp_path, text):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: text}))

    assert (evaluation.section("dongsheng", "indicators"), problems) == (None, ())


WRONG_PLACES = {
    "section": (
        "docs/banners/dongsheng/indicator.md",
        "“indicator.md”不是报告框架里的文件名。是否想写 “indicators.md”。",
    ),
    "capital": ("docs/banners/dongsheng/Tasks.md", "“Tasks.md”不是报告框架里的文件名。是否想写 “tasks.md”。"),
    "Word": ("docs/banners/dongsheng/tasks.docx", "“tasks.docx”不是报告框架里的文件名。是否想写 “tasks.md”。"),
    "unit": (
        "docs/banners/donsheng/tasks.md",
        "没有编号为“donsheng”的单位。是否想写 “dongsheng”；新单位先登记到 data/units.yml。",
    ),
    "kind": (
        "docs/parks/dongsheng/tasks.md",
        "东胜区是旗区，文件夹应在 docs/banners/ 下。移到 docs/banners/dongsheng/。",
    ),
    "duty": (
        "docs/departments/fagai/tasks.md",
        "市发展和改革委员会登记为“配合”，它的文稿不会显示。在 data/units.yml 把它的 `duty` 改为 自评估，或删去文稿。",
    ),
    "no unit": ("docs/banners/tasks.md", "这个文件不在任何单位的文件夹里。移到 docs/banners/单位编号/ 下。"),
    "chapter": (
        "docs/report/3-x.md",
        "报告各章的文件名不对，这一章不会进入报告。文件名写成两位数字、连字符和小写字母，如 03-projects.md，直接放在 docs/report/ 下。",
    ),
}


@pytest.mark.parametrize(("path", "sentence"), WRONG_PLACES.values(), ids=WRONG_PLACES)
def test_a_file_that_would_be_shown_nowhere_is_named(tmp_path, path, sentence):
    assert problems_of(tmp_path, {path: "甲\n"}) == [f"{path}:1:1: {sentence}"]


def test_pictures_and_pages_about_a_folder_are_passed_over(tmp_path):
    files = {
        "docs/banners/index.md": "甲\n",
        "docs/banners/dongsheng/map.png": b"\x89PNG\r\n\x1a\n",
        "docs/report/index.md": "甲\n",
    }

    assert problems_of(tmp_path, files) == []


def test_files_of_a_unit_whose_record_is_refused_are_not_called_unknown(tmp_path):
    units = spoilt("data/units.yml", "  name: 东胜区\n", "")

    assert problems_of(tmp_path, units) == [
        "data/units.yml:1:3: 缺少 `name`（名称）。在这条记录里补 `name:` 一行。",
    ]


def test_chapters_of_the_city_come_in_the_order_of_their_names_and_third_parties_after_them(tmp_path):
    write(tmp_path, {"docs/third-party/a.md": "甲\n", "docs/report/10-z.md": "# 丙\n", "docs/report/02-a.md": "# 乙\n"})
    chapters, problems = load_chapters(tmp_path)

    paths = ["report/01-overview.md", "report/02-a.md", "report/10-z.md", "third-party/a.md"]
    assert ([chapter.path for chapter in chapters], problems) == (paths, ())


def test_a_link_among_the_texts_is_refused_wherever_it_leads(tmp_path):
    write(tmp_path)
    (tmp_path / "docs/banners/dongsheng/tasks.md").symlink_to("/etc/passwd")
    (tmp_path / "docs/banners/zhungeer/all").symlink_to("/etc")
    (tmp_path / "docs/guide").symlink_to(".")
    problems = load_evaluation(tmp_path)[1]

    sentence = "1:1: 这是符号链接或特殊文件，不是普通文件。换成文件或文件夹本身；不会发布它指向的内容。"
    assert [(str(problem), problem.unit) for problem in problems] == [
        (f"docs/banners/dongsheng/tasks.md:{sentence}", "dongsheng"),
        (f"docs/banners/zhungeer/all:{sentence}", "zhungeer"),
        (f"docs/guide:{sentence}", None),
    ]

"""The whole flow on the real sources: what a user finds in site/ after the one command."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import html
from tests.conftest import run_build

UNITS = {
    "banners": ["dongsheng", "kangbashi", "dalate", "zhungeer", "etuokeqian", "etuoke", "hangjin", "wushen", "yijinhuoluo"],
    "parks": ["gaoxin", "konggang"],
    "departments": ["yingji", "nengyuan", "zhujian", "jiaotong", "shuili", "lincao", "ziran", "xiaofang", "qixiang", "gongxin"],
}
SECTIONS = ("主要目标指标进展", "工作任务进展", "重点项目进展", "外部环境变化情况", "主要问题和挑战", "进一步推进《规划》实施的对策建议")


def text_of(page: Path) -> str:
    """What a reader reads of a page: its article, without the theme."""
    article = html.fromstring(page.read_text(encoding="utf-8")).find_class("md-content__inner")[0]
    return re.sub(r"\s+", "", article.text_content())


def fingerprints(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("folder", "unit"), [(folder, unit) for folder, units in UNITS.items() for unit in units])
def test_each_unit_shows_all_six_sections_or_says_which_is_missing(site, folder, unit):
    text = text_of(site / folder / f"{unit}.html")

    for section in SECTIONS:
        assert section in text
    missing = 2 if unit == "gongxin" else 0
    assert text.count("本节未报送") == missing


def test_there_is_a_page_for_each_indicator_area_and_project(site):
    assert sorted(p.stem for p in (site / "indicators").glob("I*.html")) == [f"I{n:02}" for n in range(1, 12)]
    assert sorted(p.stem for p in (site / "areas").glob("T*.html")) == [f"T{n}" for n in range(1, 9)]
    projects = sorted(p.stem for p in (site / "projects").glob("*.html") if p.stem != "index")
    assert projects == [f"P{n:02}" for n in range(1, 43)] + ["Z01", "Z02"]


def test_the_city_and_every_unit_have_their_document(site):
    expected = sorted(["city", *(unit for units in UNITS.values() for unit in units)])

    assert sorted(path.stem for path in (site / "documents").glob("*.docx")) == expected
    for path in (site / "documents").glob("*.docx"):
        assert zipfile.ZipFile(path).testzip() is None


def test_everything_computed_is_published_as_data(site):
    data = json.loads((site / "data" / "evaluation.json").read_text(encoding="utf-8"))
    tables = sorted((site / "data").glob("*.csv"))

    assert [row["id"] for row in data["indicators"]] == [f"I{n:02}" for n in range(1, 12)]
    assert len(tables) >= 10
    for table in tables:
        raw = table.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf"), f"{table.name} opens wrongly in Excel without its mark"
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
        assert len({len(row) for row in rows}) == 1, f"{table.name} has rows of different length"


def test_the_list_of_sums_is_the_list_of_files(site):
    listed = dict(reversed(line.split("  ", 1)) for line in (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines())

    assert listed == {name: sum for name, sum in fingerprints(site).items() if name != "SHA256SUMS"}


def test_no_template_of_the_theme_is_published_unfilled(site):
    texts = [path for path in site.rglob("*") if path.suffix in (".html", ".xml", ".txt")]

    assert [path.name for path in texts if "{%" in path.read_text(encoding="utf-8")] == []


def test_no_page_asks_another_host_for_anything(site):
    pattern = re.compile(r"""(?:src|srcset|data-src|action)=["']?(?:https?:)?//|<link[^>]+href=["']?(?:https?:)?//|url\(["']?(?:https?:)?//|@import""")
    found = [page.name for page in site.rglob("*.html") if pattern.search(page.read_text(encoding="utf-8"))]

    assert found == []


def test_no_reference_is_left_unfilled(site):
    guide = site / "guide"
    found = [
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        if guide not in page.parents and ("{{" in text_of(page) or "引用有误" in text_of(page))
    ]

    assert found == []


def test_demonstration_data_are_labelled_on_every_page_and_in_every_document(site):
    assert [page.name for page in site.rglob("*.html") if "示例数据" not in page.read_text(encoding="utf-8")] == []
    for path in (site / "documents").glob("*.docx"):
        assert "示例数据" in zipfile.ZipFile(path).read("word/document.xml").decode("utf-8"), path.name


def test_two_builds_of_the_same_sources_are_the_same_to_the_byte(site, project_copy):
    project = project_copy()
    assert run_build(project, "--strict", "--jobs", "1", cache="").returncode == 0

    assert fingerprints(project / "site") == fingerprints(site)


def test_a_build_writes_nothing_under_docs_or_data(project_copy):
    project = project_copy()
    before = {name: fingerprints(project / name) for name in ("docs", "data")}
    run_build(project)

    assert {name: fingerprints(project / name) for name in ("docs", "data")} == before


REPORT = Path("data", "reports", "wushen.yml")


@pytest.fixture(scope="module")
def broken(project_copy) -> tuple[Path, str]:
    """The site of a project in which one unit's data cannot be read, and what the build printed."""
    project = project_copy()
    (project / REPORT).write_text("unit：wushen\n", encoding="utf-8")
    built = run_build(project)
    assert built.returncode == 0
    return project / "site", built.stdout


def test_a_faulty_unit_is_marked_and_its_one_fault_is_said_once(broken):
    site, said = broken

    assert said == "data/reports/wushen.yml:1:5: 键 `unit` 后面是全角冒号“：”。改成半角冒号加空格：`unit: 值`。\n"
    assert "数据有误" in text_of(site / "banners" / "wushen.html")


def test_a_faulty_unit_changes_no_other_units_text(site, broken):
    """What others say of its items says that these are not reported; every text that does not is the same to the byte."""
    theirs = [(folder, unit) for folder, units in UNITS.items() for unit in units if unit != "wushen"]
    independent = [(folder, unit) for folder, unit in theirs if folder != "banners" and "未报送" not in text_of(broken[0] / folder / f"{unit}.html")]

    assert len(independent) >= 8
    for folder, unit in independent:
        for name in (f"{folder}/{unit}.html", f"documents/{unit}.docx"):
            assert (broken[0] / name).read_bytes() == (site / name).read_bytes(), name


def test_data_that_cannot_be_read_are_to_all_others_data_not_handed_in(broken, project_copy):
    project = project_copy()
    (project / REPORT).unlink()
    assert run_build(project).returncode == 0

    for folder, units in UNITS.items():
        for unit in [unit for unit in units if unit != "wushen"]:
            for name in (f"{folder}/{unit}.html", f"documents/{unit}.docx"):
                assert (broken[0] / name).read_bytes() == (project / "site" / name).read_bytes(), name


def test_a_faulty_text_changes_no_other_units_page_or_document(site, project_copy):
    project = project_copy()
    (project / "docs/banners/wushen/tasks.md").write_bytes("第一段".encode("utf-16"))
    assert run_build(project).returncode == 0

    for folder, units in UNITS.items():
        for unit in [unit for unit in units if unit != "wushen"]:
            for name in (f"{folder}/{unit}.html", f"documents/{unit}.docx"):
                assert (project / "site" / name).read_bytes() == (site / name).read_bytes(), name


def test_strict_refuses_to_publish_and_the_old_site_stands(project_copy):
    project = project_copy()
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the old site", encoding="utf-8")
    chapter = project / "docs" / "banners" / "wushen" / "indicators.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n{{ 值 没有的指标 2022 }}\n", encoding="utf-8")

    built = run_build(project, "--strict")

    assert built.returncode == 1
    assert "docs/banners/wushen/indicators.md:" in built.stdout
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "the old site"
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]


def test_without_any_unit_nothing_is_published_and_it_is_told_why(project_copy):
    project = project_copy()
    (project / "data/units.yml").write_text("units: []\n", encoding="utf-8")

    built = run_build(project)

    assert (built.returncode, (project / "site").exists()) == (1, False)
    assert built.stdout.splitlines() == [
        "data/units.yml:1:1: 名册里没有单位。按“怎样填数据”一页写上各单位，每个单位以 `- ` 开头。",
        "规划或单位名册读不出来，无法生成网站：先改正上面列出的问题。",
    ]
    assert built.stderr == "网站没有生成，原来的 site/ 原样保留。\n"


def test_one_changed_value_changes_what_shows_it_and_nothing_else(site, project_copy):
    project = project_copy()
    path = project / "data" / "projects.yml"
    text = path.read_text(encoding="utf-8")
    found = re.search(r"- id: P42\n(?:  .*\n)*?  investment: ([0-9.]+)\n", text)
    old = found.group(1)
    path.write_text(text[: found.start(1)] + str(int(old) + 7) + text[found.end(1) :], encoding="utf-8")
    assert run_build(project, "--strict").returncode == 0

    before, after = fingerprints(site), fingerprints(project / "site")
    changed = sorted(name for name in before if before[name] != after[name])

    assert before.keys() == after.keys()
    assert "projects/P42.html" in changed and "documents/city.docx" in changed
    shows = {name for name in changed if name.endswith(".html")}
    untouched = [f"indicators/I{n:02}.html" for n in range(1, 12)] + ["projects/P01.html", "areas/T1.html", "plan/02-focus.html"]
    assert shows.isdisjoint(untouched)

"""A site of which much was kept is the site that would be made from nothing, and no more of it is made than differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.model import Chapter
from evaluation.problems import Place, Problem
from evaluation.render.kept import Kept
from evaluation.render.kept_texts import KeptTexts
from evaluation.render.site import downloads, site_of
from evaluation.render.view import View

from tests.render import small

GUIDE = Chapter(path="guide/a.md", title="指南", body="死亡{{ 值 死亡人数 2022 }}。\n\n{{ 图 指标总览 }}\n")


def changed_text(at: int, **update) -> tuple[Chapter, ...]:
    sections = list(small.records()["sections"])
    sections[at] = sections[at].replaced(**update)
    return tuple(sections)


def figure() -> list[dict]:
    return [{**small.REPORTS[0], "readings": [{"indicator": "I01", "period": "2022", "value": "20"}]}, *small.REPORTS[1:]]


CHANGES = {
    "一句话": lambda: {"sections": changed_text(1, body="清单已印发。{{ 值 死亡人数 2021 }}，{{ 值 没有 }}。\n")},
    "少一节": lambda: {"sections": small.records()["sections"][1:]},
    "空一节": lambda: {"sections": changed_text(0, body=" \n")},
    "行号": lambda: {"chapters": tuple(one.replaced(first_line=7) for one in small.records()["chapters"])},
    "一章": lambda: {"chapters": (Chapter(path="report/01-a.md", body="# 总体\n\n{{ 表 没有 }}\n"),)},
    "一页": lambda: {"pages": (GUIDE.replaced(body="{{ 表 主要指标 }}\n"),)},
    "一个数": lambda: {"reports": figure()},
    "少一单位": lambda: {"units": [unit for unit in small.UNITS if unit["id"] != "xishan"]},
    "别人的数": lambda: {"reports": small.REPORTS[:-1]},
    "数据有误": lambda: {"faults": (Problem(Place("data/reports/xishan.yml", 3), "读不出", "改正", unit="xishan"),)},
    "没有错": lambda: {"faults": ()},
    "文件": lambda: {"files": ("guide/b.md",)},
}


A_FIGURE = [
    "unit donghe",
    "unit page donghe",
    "page of data indicators/index.md",
    "page of data indicators/I01.md",
    "page of data banners/index.md",
    "page of data registers/sums.md",
    "page of data matrices/indicators.md",
    "csv ('分旗区指标', 'I01')",
    "csv ('合计核对', None)",
    "csv ('单位指标对照', None)",
    "csv ('旗区位次', None)",
    "data ('sums', None)",
    "data ('rankings', None)",
    "data ('registers', None)",
    "data ('indicators', 'I01')",
]
"""What may show one unit's figure of 死亡人数: no other unit's page, and no other indicator's."""


def view_of(**changes) -> View:
    return small.view_of(small.evaluation(**{"pages": (GUIDE,)} | changes))


def seen(view: View, cache: Cache) -> tuple:
    made = site_of(view, (), cache)
    return made.texts, made.charts, made.known, made.drafts, made.pages, downloads(made, cache)


@pytest.fixture(scope="module")
def cache(tmp_path_factory) -> Cache:
    """In which the unchanged site is kept."""
    cache = Cache(tmp_path_factory.mktemp("made"), "1")
    seen(view_of(), cache)
    return cache


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_site_is_as_made_from_nothing(cache, change):
    changed = CHANGES[change]()

    assert seen(view_of(**changed), cache) == seen(view_of(**changed), NOTHING_KEPT)
    assert seen(view_of(**changed), NOTHING_KEPT) != seen(view_of(), NOTHING_KEPT)


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """What was not taken as kept: its kind, and of what."""
    made: list[str] = []
    told = Kept.told

    def noted(kind: str, subject: object, make: Callable[[], object]) -> Callable[[], object]:
        of = subject[0] if kind == "unit page" else subject
        return lambda: made.append(f"{kind} {getattr(of, 'path', getattr(of, 'id', of))}") or make()

    def noted_each(each: Callable[..., list]) -> Callable[..., list]:
        return lambda kept, kind, makes: each(kept, kind, ((subject, noted(kind, subject, make)) for subject, make in makes))

    monkeypatch.setattr(Kept, "told", lambda kept, kind, subject, make: told(kept, kind, subject, noted(kind, subject, make)))
    monkeypatch.setattr(Kept, "each", noted_each(Kept.each))
    monkeypatch.setattr(KeptTexts, "each_written", noted_each(KeptTexts.each_written))
    return made


def test_what_is_kept_is_what_was_made(cache, made):
    kept = seen(view_of(), cache)

    assert made == []
    assert kept == seen(view_of(), NOTHING_KEPT)


def test_a_sentence_makes_only_its_own_unit_again(cache, made):
    seen(view_of(sections=changed_text(1, body="又一句话。\n")), cache)

    assert made == ["unit donghe", "unit page donghe"]


def test_a_figure_makes_only_what_shows_it_again(cache, made):
    readings = [{**one, "value": "20"} if one["period"] == "2022" and "value" in one else one for one in small.REPORTS[0]["readings"]]
    reports = [{**small.REPORTS[0], "readings": readings}, *small.REPORTS[1:]]
    seen(view_of(reports=reports), cache)

    assert made == A_FIGURE


def test_what_is_kept_holds_nothing_of_the_evaluation(cache):
    kept = Kept(view_of(), cache)

    with pytest.raises(TypeError, match="must not hold the evaluation"):
        kept.once("kind", "subject", lambda: kept.view.evaluation)


# ------------------------------------------------------------------------------------------------- any value


def leaves(value: object, path: tuple = ()) -> Iterator[tuple]:
    """Where each text of a tree of lists and dictionaries stands."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    elif isinstance(value, str):
        yield path


def with_other(value: object, path: tuple) -> object:
    """The same tree with another text at that place: a number one more, a word longer."""
    if not path:
        return f"{value[:-1]}{(int(value[-1]) + 1) % 10}" if value[-1].isdecimal() else f"{value}改"
    copy = value.copy()
    copy[path[0]] = with_other(value[path[0]], path[1:])
    return copy


DATA = ("plan", "units", "indicators", "tasks", "projects", "reports", "opinions", "third_party")
LEAVES = [(name, *path) for name in DATA for path in leaves(small.records()[name])]
EVERY = 3
"""All of them held when this was written; a third of them is enough for a change."""


def possible(path: tuple) -> dict | None:
    """The changed records; None where the text could not stand there."""
    name, *rest = path
    changed = {name: with_other(small.records()[name], tuple(rest))}
    try:
        view_of(**changed)
    except (ValueError, TypeError, KeyError):
        return None
    return changed


CHANGED = [(path, changed) for path in LEAVES[::EVERY] if (changed := possible(path))]


def test_a_good_part_of_all_values_is_tried():
    assert len(LEAVES) > 300
    assert len(CHANGED) > 0.5 * len(LEAVES) / EVERY


@pytest.mark.parametrize(("path", "changed"), CHANGED, ids=lambda part: ".".join(map(str, part)) if isinstance(part, tuple) else "")
def test_whatever_value_changes_what_is_kept_is_what_would_be_made(cache, path, changed):
    assert seen(view_of(**changed), cache) == seen(view_of(**changed), NOTHING_KEPT)

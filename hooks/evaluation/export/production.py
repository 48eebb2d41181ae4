"""Web pages, pictures and documents of a whole site: each begun when its text is known, collected when it is needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from evaluation.cache import Cache
from evaluation.export.fault import Fault, placed
from evaluation.export.letter import Letter, city_letter, unit_letter
from evaluation.export.workshop import Order, Workshop
from evaluation.files import digest, names
from evaluation.problems import Place, Problem
from evaluation.render import webpage
from evaluation.render.chart import Chart
from evaluation.render.manuscript import Manuscript, Part
from evaluation.render.tables import TABLES
from evaluation.render.view import View
from evaluation.render.webpage import Reader, WebPage
from evaluation.shelf import Text, name_of

Annexes = tuple[tuple[str, Part, str], ...]
"""Title, text, and the page of the site that shows the same."""
Document = tuple[str, bytes, tuple[Problem, ...]]
"""Id of the manuscript, DOCX, and what was wrong with its sources."""
Drawn = tuple[str, bytes, tuple[Problem, ...]]
"""Name of the chart, its picture, and what was wrong with it."""
PAGE, PICTURE, DOCUMENT = 0.005, 0.02, 0.1
"""About the seconds that one of each takes: what is done sooner here than another process is started."""
DRAWING = 0.4
"""Seconds to load what draws."""
ANNEXES = (
    ("规划调整建议", "规划调整建议表", "data/reports", "registers/adjustments.md"),
    ("意见采纳情况", "意见采纳情况表", "data/opinions.yml", "registers/opinions.md"),
)
"""Name of the table, title of the annex, where its rows are written, and the page of the site that shows the same."""


# ------------------------------------------------------------------------------------------------- web pages


REPORTS = ("report/", "third-party/", "banners/", "parks/", "departments/")
"""Where pages are set as in the document; their indexes are not."""


def web_pages(texts: Mapping[str, Text], reader: Reader, shop: Workshop) -> Callable[[str], WebPage]:
    """From each page's Markdown, by source path: each is given once, and asked for in their order few wait."""
    cache, place = shop.cache, shop.cache.key("web pages", reader.extensions)
    before: dict[str, str] = cache.recall(place) or {}
    orders = {source: _web_page(source, text, reader, cache, before.get(source)) for source, text in texts.items()}
    now = before | {source: order.key for source, order in orders.items()}
    if now != before:
        cache.remember(place, now)
    collect = shop.begin("网页", [*orders.values()], PAGE, at_once=32, soon=True)

    made, waiting = zip(orders.items(), collect(), strict=True), {}

    def found(source: str) -> WebPage:
        while source not in waiting:
            (name, order), kept = next(made)
            waiting[name] = webpage.read(kept, order.key, partial(order.made, cache))
        return waiting.pop(source)

    return found


def _web_page(source: str, text: Text, reader: Reader, cache: Cache, before: str | None) -> Order:
    """`before` is what the page was kept under with another text."""
    report = source.startswith(REPORTS) and not source.endswith("index.md")
    key = cache.key("web page", name_of(text), report, reader.extensions)
    return Order(key, web_page, (text, report, reader, cache, before))


def web_page(text: Text, report: bool, reader: Reader, cache: Cache, before: str | None) -> bytes:
    return webpage.made(str(text), report, reader, cache.get(before) if before else None)


# ------------------------------------------------------------------------------------------------- pictures


def pictures(charts: Iterable[Chart], form: str, shop: Workshop) -> Callable[[], Iterator[Drawn]]:
    """Each chart's picture, with a problem where the font lacks one of its characters (drawn as 〓)."""
    charts = tuple(charts)
    collect = shop.begin("图", [picture_order(chart, form, shop.cache) for chart in charts], PICTURE, 24, DRAWING)

    def found() -> Iterator[Drawn]:
        for chart, kept in zip(charts, collect(), strict=True):
            missing, picture = unpacked(kept)
            yield chart.name, picture, (_glyph_problem(chart, missing),) if missing else ()

    return found


def picture_order(chart: Chart, form: str, cache: Cache) -> Order:
    return Order(cache.key("picture", chart, form), drawn, (chart, form))


def to_draw(charts: Iterable[Chart], form: str, cache: Cache) -> bool:
    """Whether some picture is not there yet."""
    return not all(cache.holds(picture_order(chart, form, cache).key) for chart in charts)


def drawn(chart: Chart, form: str) -> bytes:
    """The characters without a glyph, and the picture."""
    # matplotlib takes most of a second to load: only who draws waits for it.
    from evaluation.render.drawing import draw, drawable

    shown, missing = drawable(chart)
    return packed(sorted(missing), draw(shown, form))


def _glyph_problem(chart: Chart, missing: list[str]) -> Problem:
    return Problem(
        Place("data/"),
        f"图“{chart.title}”中的“{'、'.join(missing)}”没有字形，图中以〓代替",
        "换用通用规范汉字，或请维护人员把该字加入图表字体",
        rule="chart-glyph",
    )


# ------------------------------------------------------------------------------------------------- documents


def documents(
    view: View, manuscripts: Iterable[Manuscript], docs: Path, shop: Workshop, inserted: str
) -> Callable[[], Iterator[Document]]:
    """Every manuscript's document, in order; `inserted` is what `pictures_in` says of `docs`."""
    manuscripts = tuple(manuscripts)
    orders = [_document_order(view, manuscript, docs, inserted, shop.cache) for manuscript in manuscripts]
    collect = shop.begin("文件", orders, DOCUMENT)

    def found() -> Iterator[Document]:
        for manuscript, kept in zip(manuscripts, collect(), strict=True):
            faults, content = unpacked(kept)
            yield manuscript.id, content, placed(map(_fault, faults), docs)

    return found


def _document_order(view: View, manuscript: Manuscript, docs: Path, inserted: str, cache: Cache) -> Order:
    # Its tables stand in its text already.
    bare = replace(manuscript, tables=(), problems=())
    letter, annexes = letter_of(view, manuscript), annexes_of(view, manuscript)
    texts = (text for part in bare.parts for text in (part.source, part.title, name_of(part.markdown)))
    key = cache.key("document", replace(bare, parts=()), *texts, letter, annexes, inserted)
    return Order(key, written, (bare, letter, annexes, docs, cache))


def written(manuscript: Manuscript, letter: Letter, annexes: Annexes, docs: Path, cache: Cache) -> bytes:
    """The document's faults, and the document."""
    from evaluation.export.cells import remembered
    from evaluation.export.document import Annex, document

    charts = {chart.name: chart for chart in manuscript.charts}

    def picture(name: str) -> bytes | None:
        if name not in charts:
            return None
        return unpacked(picture_order(charts[name], "png", cache).made(cache))[1]

    with remembered(cache) if manuscript.unit is None else nullcontext():
        content, faults = document(manuscript, letter, picture, tuple(Annex(title, part) for title, part, _ in annexes), docs)
    return packed([(asdict(fault.problem), fault.said) for fault in faults], content)


def letter_of(view: View, manuscript: Manuscript) -> Letter:
    evaluation = view.evaluation
    if manuscript.unit is None:
        return city_letter(evaluation.plan)
    report = evaluation.report(manuscript.unit)
    return unit_letter(evaluation.plan, evaluation.unit(manuscript.unit), report.submitted if report else None)


def annexes_of(view: View, manuscript: Manuscript) -> Annexes:
    """Behind the city's report the lists that have rows, except those that stand in the text already."""
    if manuscript.unit is not None:
        return ()
    shown = {table.title for table in manuscript.tables}
    made = ((annex, TABLES[name](view, None)) for name, *annex in ANNEXES if name not in shown)
    listed = [(annex, table) for annex, table in made if table is not None]
    return tuple(
        (title, Part(source, title, table.markdown(number)), page)
        for number, ((title, source, page), table) in enumerate(listed, len(manuscript.tables) + 1)
    )


def annex_pages(view: View, manuscript: Manuscript) -> tuple[str, ...]:
    """The page that shows the same as each annex, by its file under docs/."""
    return tuple(page for *_, page in annexes_of(view, manuscript))


def pictures_in(docs: Path) -> str:
    """A digest of all that a text may show besides charts: whatever lies beside the texts."""
    return digest(docs, [name for name in names(docs) if not name.endswith(".md") and not (docs / name).is_symlink()])


def _fault(kept: tuple[dict, list[str]]) -> Fault:
    told, said = kept
    where = told.pop("where")
    told.pop("edit", None)
    return Fault(Problem(Place(where["path"], where["line"], where["column"]), **told), tuple(said))


# ------------------------------------------------------------------------------------------------- as kept


def packed(told: object, content: bytes) -> bytes:
    """A line of JSON, then bytes."""
    return json.dumps(told, ensure_ascii=False).encode() + b"\n" + content


def unpacked(kept: bytes) -> tuple[list, bytes]:
    told, _, content = kept.partition(b"\n")
    return json.loads(told), content

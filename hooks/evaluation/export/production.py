"""Pictures and documents of a whole site, made on all processors; the number of processes changes no byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from evaluation.export.document import Annex, document
from evaluation.export.letter import Letter, city_letter, unit_letter
from evaluation.problems import Place, Problem
from evaluation.render.chart import Chart
from evaluation.render.drawing import draw, drawable
from evaluation.render.manuscript import Manuscript, Part
from evaluation.render.tables import TABLES
from evaluation.render.view import View
from joblib import Parallel, delayed

Step = Callable[[str], None]


def pictures(charts: Iterable[Chart], form: str, jobs: int) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Each chart's picture by name, and a problem for each with a character that the font lacks (drawn as 〓)."""
    checked = [drawable(chart) for chart in charts]
    drawn = _each(draw, [(chart, form) for chart, _ in checked], jobs)
    problems = tuple(
        Problem(
            Place("data/"),
            f"图“{chart.title}”中的“{'、'.join(sorted(missing))}”没有字形，图中以〓代替",
            "换用通用规范汉字，或请维护人员把该字加入图表字体",
            rule="chart-glyph",
        )
        for chart, missing in checked
        if missing
    )
    return {chart.name: picture for (chart, _), picture in zip(checked, drawn, strict=True)}, problems


def documents(
    view: View, manuscripts: Iterable[Manuscript], charts: Mapping[str, bytes], docs: Path, jobs: int
) -> Iterator[tuple[str, bytes, tuple[Problem, ...]]]:
    """(id, DOCX, problems) of each manuscript, in order. `charts` holds the PNG of each chart by name."""
    orders = [
        (
            manuscript,
            letter_of(view, manuscript),
            {c.name: charts[c.name] for c in manuscript.charts},
            annexes_of(view, manuscript),
            docs,
        )
        for manuscript in manuscripts
    ]
    made = _each(_document, orders, jobs)
    for (manuscript, *_), (content, problems) in zip(orders, made, strict=True):
        yield manuscript.id, content, problems


def _document(
    manuscript: Manuscript, letter: Letter, charts: Mapping[str, bytes], annexes: tuple[Annex, ...], docs: Path
) -> tuple[bytes, tuple[Problem, ...]]:
    return document(manuscript, letter, charts.get, annexes, docs)


def letter_of(view: View, manuscript: Manuscript) -> Letter:
    evaluation = view.evaluation
    if manuscript.unit is None:
        return city_letter(evaluation.plan)
    report = evaluation.report(manuscript.unit)
    return unit_letter(evaluation.plan, evaluation.unit(manuscript.unit), report.submitted if report else None)


def annexes_of(view: View, manuscript: Manuscript) -> tuple[Annex, ...]:
    """规划调整建议表 behind the city's report, when any unit proposed one and the text does not hold it already."""
    if manuscript.unit is not None or any(table.title == "规划调整建议" for table in manuscript.tables):
        return ()
    table = TABLES["规划调整建议"](view, None)
    if table is None:
        return ()
    number = len(manuscript.tables) + 1
    return (Annex("规划调整建议表", Part("data/reports", "规划调整建议表", table.markdown(number))),)


def _each(function: Callable, arguments: list[tuple], jobs: int) -> list:
    """The results in the order of the arguments. Few or one processor: in this very process."""
    if jobs == 1 or len(arguments) < 4:
        return [function(*each) for each in arguments]
    return Parallel(n_jobs=jobs)(delayed(partial(function, *each))() for each in arguments)

"""数据与文稿校核: what stands open, unit by unit, as a page and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from evaluation.model import Unit
from evaluation.problems import Problem
from evaluation.render.inline import escape, link
from evaluation.render.pages.page import GeneratedPage, page, section
from evaluation.render.tables.cells import unit_cell
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, joined, text_columns
from evaluation.render.tables.units import state_text
from evaluation.render.view import View

PATH, DATA, TITLE = "registers/checks.md", "data/checks.json", "数据与文稿校核"
CONTRADICTIONS = (
    "accidents_add_up_to_the_reported_deaths",
    "banner_sums_agree_with_the_city",
    "differing_ratings_are_reconciled",
    "figures_agree_with_the_data",
    "figures_of_a_sentence_agree",
    "typed_verdicts_are_the_computed_ones",
    "units_agree_on_a_project",
)
"""Rules that find two statements of which one must be wrong."""
OVERDUE = "provisional_figures_are_not_overdue"
ABOUT = (
    "下列问题由程序在生成本站时逐条查出：数据、文稿、文稿与数据之间、单位与单位之间。“提示”只是建议，不影响发布。"
    "每条写明文件、行、列，问题和改法。"
)
NOTHING = "目前没有待处理的问题。"


def checks_page(view: View, problems: Sequence[Problem]) -> GeneratedPage:
    """All problems that are known before a document is made; `view` is the city's."""
    found: dict[str | None, list[Problem]] = {unit.id: [] for unit in view.evaluation.reporting_units}
    for problem in problems:
        found.setdefault(problem.unit, []).append(problem)
    owners = {None: found.get(None, [])} | {unit: found[unit.id] for unit in view.evaluation.units if unit.id in found}
    table = _table(view, owners)
    listed = (section(_name(owner), _lines(own)) for owner, own in owners.items())
    data = f"{link('同样的内容（JSON）', f'/{DATA}')}。"
    return page(view, PATH, TITLE, ABOUT + data, None if problems else NOTHING, table.grid, *listed)


def checks_json(problems: Sequence[Problem]) -> bytes:
    """The same as data, in the order of the files."""
    rows = [
        {
            "path": p.where.path, "line": p.where.line, "column": p.where.column, "unit": p.unit, "rule": p.rule,
            "what": p.what, "fix": p.fix, "advice": p.note, "contradiction": p.rule in CONTRADICTIONS,
        }
        for p in problems
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def _table(view: View, owners: Mapping[Unit | None, Sequence[Problem]]) -> Table:
    columns = (
        *text_columns("单位", "报送情况"),
        *figure_columns("问题", "其中相互矛盾", "其中预计数到期未更换", "提示"),
        *text_columns("缺报章节"),
    )
    return Table("checks", TITLE, columns, tuple(_row(view, owner, own) for owner, own in owners.items()))


def _row(view: View, owner: Unit | None, problems: Sequence[Problem]) -> tuple[Cell, ...]:
    faults = [problem for problem in problems if not problem.note]
    known = view.assessment.completeness_of(owner.id) if owner else None
    titles = {part.id: part.title for part in view.evaluation.plan.sections}
    return (
        unit_cell(view.evaluation, owner.id) if owner else cell("全市"),
        cell(state_text(known.state) if known else "—"),
        cell(len(faults)),
        cell(sum(problem.rule in CONTRADICTIONS for problem in faults)),
        cell(sum(problem.rule == OVERDUE for problem in faults)),
        cell(len(problems) - len(faults)),
        joined(cell(titles[part]) for part in known.missing) if known and known.missing else cell("—"),
    )


def _name(owner: Unit | None) -> str:
    return owner.name if owner else "全市"


def _lines(problems: Sequence[Problem]) -> str:
    return "\n".join(_sorted_lines(problems))


def _sorted_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Faults first, then advice."""
    return (f"- {escape(str(problem))}" for problem in sorted(problems, key=lambda problem: problem.note))

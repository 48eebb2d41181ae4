"""Stage 1: the files under data/ and docs/ become one frozen Evaluation, with every fault of every file."""

from __future__ import annotations

from pathlib import Path

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.load.chapters import load_chapter, load_chapters, load_pages, load_sections, unit_of
from evaluation.load.events import ACCIDENTS, DISASTERS, load_accidents, load_disasters
from evaluation.load.kept import Kept
from evaluation.load.lists import load_opinions
from evaluation.load.plan import load_indicators, load_plan, load_projects, load_tasks, load_units
from evaluation.load.public import public_files
from evaluation.load.reports import FOLDER as REPORTS
from evaluation.load.reports import load_reports, owner, report_and_faults
from evaluation.load.third_party import load_third_party
from evaluation.load.tree import links
from evaluation.model import Evaluation
from evaluation.problems import Problem, in_order


def load_evaluation(root: Path, cache: Cache = NOTHING_KEPT) -> tuple[Evaluation | None, tuple[Problem, ...]]:
    """Everything that can be read below the project's folder; None when the plan or the register of units cannot.

    A fault is its own file's: whatever else can be read is there, and the fault is in `faults` too.
    """
    kept = Kept(root, cache)
    plan, found = kept.load("data/plan.yml", lambda: load_plan(root))
    units = kept.load("data/units.yml", lambda: load_units(root))
    problems = [*found, *units.problems, *links(root, "docs", unit_of)]
    problems += [*links(root, "data/reports", owner), *links(root, "data/events")]
    if plan is None or not units.records:
        return None, in_order(problems)
    indicators = kept.load("data/indicators.yml", lambda: load_indicators(root))
    tasks = kept.load("data/tasks.yml", lambda: load_tasks(root))
    projects = kept.load("data/projects.yml", lambda: load_projects(root))
    accidents, in_accidents = kept.load(ACCIDENTS, lambda: load_accidents(root))
    disasters, in_disasters = kept.load(DISASTERS, lambda: load_disasters(root))
    third_party, in_third_party = load_third_party(root)
    opinions, in_opinions = load_opinions(root)
    sections, in_sections = load_sections(root, plan, units.records, units.refused)
    chapters, in_chapters = load_chapters(root)
    pages, in_pages = load_pages(root)
    files, in_files = public_files(root)
    # Last: another process may have begun with them meanwhile.
    reports, in_reports = load_reports(root, tuple(unit.id for unit in units.records), units.refused, kept)
    problems += [*indicators.problems, *tasks.problems, *projects.problems]
    problems += [*in_reports, *in_opinions, *in_accidents, *in_disasters, *in_third_party]
    problems += [*in_sections, *in_chapters, *in_pages, *in_files]
    evaluation = Evaluation(
        plan=plan,
        units=units.records,
        indicators=indicators.records,
        tasks=tasks.records,
        projects=projects.records,
        reports=reports,
        opinions=opinions,
        accidents=accidents,
        disasters=disasters,
        third_party=third_party,
        sections=sections,
        chapters=chapters,
        pages=pages,
        files=files,
        faults=_fatal(problems),
        refused=units.refused + indicators.refused + tasks.refused + projects.refused,
    )
    return evaluation, in_order(problems)


def reread_text(evaluation: Evaluation, root: Path, path: str) -> Evaluation | None:
    """The evaluation after its author went on writing at one text; None where more than its words may have changed."""
    for part in ("sections", "chapters", "pages"):
        for place, known in enumerate(texts := getattr(evaluation, part)):
            if f"docs/{known.path}" == path:
                chapter, _ = load_chapter(root, path, known.unit, known.section)
                again = (*texts[:place], chapter, *texts[place + 1 :])
                return evaluation.replaced(**{part: again}) if chapter else None
    return None


def reread_report(evaluation: Evaluation, root: Path, path: str) -> Evaluation | None:
    """The evaluation after a unit's data file was saved again; None where more than its report may have changed."""
    unit = owner(path) if path.startswith(f"{REPORTS}/") else None
    if unit is None or evaluation.report(unit) is None or any(fault.where.path == path for fault in evaluation.faults):
        return None
    report, faults = report_and_faults(root, unit)
    if report is None or faults:
        return None
    reports = tuple(report if known.unit == unit else known for known in evaluation.reports)
    return evaluation.replaced(reports=reports)


def _fatal(problems: list[Problem]) -> tuple[Problem, ...]:
    return in_order(problem for problem in problems if problem.fatal)

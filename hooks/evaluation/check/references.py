"""Every id and name that the data name exists, and means one thing only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from evaluation.check.walk import figures
from evaluation.model import Evaluation, Finding, Record, Report
from evaluation.problems import Place, Problem, meant

UNIT_ID = re.compile(r"[a-z][a-z0-9-]*")

Named = tuple[Place, str]
"""A word and where it is written."""


def ids_are_unique(evaluation: Evaluation) -> Iterator[Problem]:
    registers = (
        evaluation.units,
        evaluation.indicators,
        evaluation.tasks,
        evaluation.projects,
        evaluation.plan.areas,
        (*evaluation.accidents, *evaluation.disasters),
    )
    for register in registers:
        named = ((record.place.of("id"), record.id) for record in register)
        yield from _repeated(named, "编号“{0}”重复，{1} 已经用过", "给其中一条改一个没有用过的编号")


def names_and_aliases_mean_one_thing(evaluation: Evaluation) -> Iterator[Problem]:
    """Within what a reference can look up together: units beside indicators, tasks, projects."""
    for register in ((*evaluation.units, *evaluation.indicators), evaluation.tasks, evaluation.projects):
        named = (word for record in register for word in _own_names(record))
        yield from _repeated(named, "名称“{0}”不能确定指谁，{1} 已经用过", "删去这个别名，或换一个不重复的名称")


def task_areas_exist(evaluation: Evaluation) -> Iterator[Problem]:
    known = {area.id for area in evaluation.plan.areas}
    for record in (*evaluation.tasks, *evaluation.projects):
        if record.area not in known:
            yield Problem(record.place.of("area"), f"没有任务领域“{record.area}”", meant(record.area, known))
    for task in evaluation.tasks:
        if task.area in known and task.id.partition("-")[0] != task.area:
            what = f"任务 {task.id} 的编号与任务领域 {task.area} 不一致"
            yield Problem(task.place.of("area"), what, "编号连字符前面写任务领域的编号")


def responsible_units_exist(evaluation: Evaluation) -> Iterator[Problem]:
    named: list[Named] = []
    for indicator in evaluation.indicators:
        named += _each(indicator, "owners", indicator.owners)
    for task in evaluation.tasks:
        named += [(task.place.of("lead"), task.lead), *_each(task, "support", task.support)]
    for project in evaluation.projects:
        named += [(project.place.of("lead"), project.lead), *_each(project, "location", project.location)]
    yield from _unknown(evaluation, named, "单位", {unit.id: (unit.name, *unit.aliases) for unit in evaluation.units})


def opinions_come_from_known_units(evaluation: Evaluation) -> Iterator[Problem]:
    """A word in the form of an id is one; an expert is named in words."""
    named = [(o.place.of("by"), o.by) for o in evaluation.opinions if UNIT_ID.fullmatch(o.by)]
    yield from _unknown(evaluation, named, "单位", {unit.id: (unit.name, *unit.aliases) for unit in evaluation.units})


def what_units_report_on_exists(evaluation: Evaluation) -> Iterator[Problem]:
    indicators, tasks, projects = (
        _names_by_id(r) for r in (evaluation.indicators, evaluation.tasks, evaluation.projects)
    )
    for report in evaluation.reports:
        named = ((r.place.of("indicator"), r.indicator) for r in report.readings)
        yield from _unknown(evaluation, named, "指标", indicators, report.unit)
        yield from _unknown(
            evaluation, ((t.place.of("task"), t.task) for t in report.tasks), "任务", tasks, report.unit
        )
        named = ((p.place.of("project"), p.project) for p in report.projects)
        yield from _unknown(evaluation, named, "项目", projects, report.unit)


def each_item_is_reported_once(evaluation: Evaluation) -> Iterator[Problem]:
    fix = "只留一条；数据更新时把原来的数写进 `revisions`"
    read: dict[str | None, list[Named]] = defaultdict(list)
    for figure in figures(evaluation):
        read[figure.unit].append((figure.reading.place.of("period"), f"{figure.indicator.id} {figure.reading.period}"))
    for owner, named in read.items():
        yield from _repeated(named, "{0} 的数据重复，{1} 已经填过", fix, owner)
    for report in evaluation.reports:
        for key, items in (("task", report.tasks), ("project", report.projects), ("safeguard", report.safeguards)):
            named = ((item.place.of(key), getattr(item, key)) for item in items)
            yield from _repeated(named, "“{0}”填了两次，{1} 已经填过", "合并成一条", report.unit)


def subjects_of_findings_exist(evaluation: Evaluation) -> Iterator[Problem]:
    registers = (evaluation.indicators, evaluation.tasks, evaluation.projects)
    known = {key: names for register in registers for key, names in _names_by_id(register).items()}
    for report in evaluation.reports:
        named = [subject for finding in _findings(report) for subject in _each(finding, "about", finding.about)]
        named += [(adjustment.place.of("about"), adjustment.about) for adjustment in report.adjustments]
        yield from _unknown(evaluation, named, "指标、任务或项目", known, report.unit)


def safeguards_exist(evaluation: Evaluation) -> Iterator[Problem]:
    known = {name: () for name in evaluation.plan.safeguards}
    for report in evaluation.reports:
        named = ((item.place.of("safeguard"), item.safeguard) for item in report.safeguards)
        yield from _unknown(evaluation, named, "保障措施", known, report.unit)


def events_happen_in_a_banner(evaluation: Evaluation) -> Iterator[Problem]:
    known = {unit.id: (unit.name, *unit.aliases) for unit in evaluation.banners}
    named = ((event.place.of("unit"), event.unit) for event in (*evaluation.accidents, *evaluation.disasters))
    yield from _unknown(evaluation, named, "旗区", known)


def events_use_the_plans_words(evaluation: Evaluation) -> Iterator[Problem]:
    """行业领域 and 灾种 as the plan lists them, so that no event falls out of a breakdown."""
    sectors = {word: () for word in evaluation.plan.sectors}
    kinds = {word: () for word in evaluation.plan.disaster_kinds}
    yield from _unknown(
        evaluation, ((a.place.of("sector"), a.sector) for a in evaluation.accidents), "行业领域", sectors
    )
    yield from _unknown(evaluation, ((d.place.of("kind"), d.kind) for d in evaluation.disasters), "灾种", kinds)


def _own_names(record: Record) -> Iterator[Named]:
    """Name, short name and aliases of a record, each once."""
    words = [(record.place.of("name"), record.name)]
    if getattr(record, "short", None):
        words.append((record.place.of("short"), record.short))
    words += _each(record, "aliases", record.aliases)
    yield from {word: (place, word) for place, word in reversed(words)}.values()


def _each(record: Record, key: str, words: Iterable[str]) -> list[Named]:
    return [(_item_place(record, key, number), word) for number, word in enumerate(words)]


def _item_place(record: Record, key: str, number: int) -> Place:
    item = f"{key}[{number}]"
    return record.place.of(item if record.place.tells(item) else key)


def _findings(report: Report) -> tuple[Finding, ...]:
    return (*report.problems, *report.suggestions, *report.practices)


def _names_by_id(register: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    return {record.id: (record.name, *record.aliases) for record in register}


def _repeated(named: Iterable[Named], what: str, fix: str, unit: str | None = None) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for place, word in sorted(named):
        if word in first:
            yield Problem(place, what.format(word, first[word]), fix, unit=unit)
        first.setdefault(word, place)


def _unknown(
    evaluation: Evaluation,
    named: Iterable[Named],
    kind: str,
    known: dict[str, tuple[str, ...]],
    unit: str | None = None,
) -> Iterator[Problem]:
    """A problem for each word that is no id of `known`; a name or alias in place of an id names that id."""
    if not known and evaluation.faults:
        return  # The register itself could not be read, and that is reported.
    unknown = [(place, word) for place, word in named if word not in known and word not in evaluation.refused]
    ids = {name: key for key, names in known.items() for name in names} if unknown else {}
    for place, word in unknown:
        fix = f"写编号“{ids[word]}”" if word in ids else meant(word, known)
        yield Problem(place, f"没有编号为“{word}”的{kind}" if ids else f"没有“{word}”这个{kind}", fix, unit=unit)

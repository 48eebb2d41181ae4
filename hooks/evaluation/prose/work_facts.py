"""Every figure of the plan's work: projects, tasks, how many indicators stand where, shares, units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from evaluation.model import (
    Attribute,
    Duty,
    IndicatorGroup,
    ProjectLevel,
    Stage,
    TaskState,
    UnitKind,
    VerdictClass,
)
from evaluation.prose.facts import ALL, BEGIN, ELAPSED, FINISH, VALUE, Fact
from evaluation.prose.text import Material


def of_projects(material: Material) -> Iterator[Fact]:
    for standing in material.assessment.projects:
        project, subject = standing.project, ("project", standing.project.id)
        yield Fact(
            (*subject, "总投资"),
            VALUE,
            project.investment,
            "万元",
            reference=f"总投资 {project.id}",
            name=f"{project.name}总投资",
        )
        yield Fact((*subject, "年限"), BEGIN, Decimal(project.start_year), "年", name=f"{project.name}计划开工年")
        yield Fact((*subject, "年限"), FINISH, Decimal(project.end_year), "年", name=f"{project.name}计划完工年")
        done = standing.report.invested if standing.report else None
        if done is not None:
            yield Fact(
                (*subject, "完成投资"),
                VALUE,
                done,
                "万元",
                reference=f"完成投资 {project.id}",
                name=f"{project.name}累计完成投资",
            )
            if project.investment:
                share = done / project.investment * 100
                yield Fact((*subject, "投资完成率"), VALUE, share, "%", name=f"{project.name}投资完成率")
    done = [s.report.invested for s in material.assessment.projects if s.report and s.report.invested is not None]
    total = sum((s.project.investment for s in material.assessment.projects), Decimal(0))
    yield Fact(("investment", "总投资"), VALUE, total, "万元", reference="投资 总投资", name="重点项目总投资")
    if done:
        yield Fact(
            ("investment", "完成投资"),
            VALUE,
            sum(done, Decimal(0)),
            "万元",
            reference="投资 累计完成",
            name="重点项目累计完成投资",
        )


def _counted(
    kind: str, word: str, things: Iterable, tests: Iterable[tuple[str, Callable[[Any], bool]]]
) -> Iterator[Fact]:
    things = tuple(things)
    for name, test in tests:
        count = Decimal(sum(1 for thing in things if test(thing)))
        yield Fact((kind, name), VALUE, count, "个", reference=f"{word} {name}".strip(), name=f"{name}{word}")


def of_tasks(material: Material) -> Iterator[Fact]:
    areas = material.evaluation.plan.areas
    tasks = [(ALL, lambda t: True)] + [(s.value, lambda t, s=s: t.state is s) for s in TaskState]
    tasks += [(area.name, lambda t, area=area: t.task.area == area.id) for area in areas]
    yield from _counted("tasks", "任务数", material.assessment.tasks, tasks)
    projects = [(ALL, lambda p: True)] + [(s.value, lambda p, s=s: p.stage is s) for s in Stage]
    projects += [
        ("未开工", lambda p: p.stage is not None and p.stage.not_started),
        ("已开工", lambda p: p.stage is not None and p.stage.started),
    ]
    projects += [(level.value, lambda p, level=level: p.project.level is level) for level in ProjectLevel]
    groups = dict.fromkeys(s.project.group for s in material.assessment.projects)
    projects += [(group, lambda p, group=group: p.project.group == group) for group in groups]
    yield from _counted("projects", "项目数", material.assessment.projects, projects)


def of_counts(material: Material) -> Iterator[Fact]:
    evaluation, assessment = material.evaluation, material.assessment
    pairs = [(evaluation.indicator(row.indicator), row) for row in assessment.city]
    tests = [(ALL, lambda p: True)] + [(v.value, lambda p, v=v: p[1].verdict is v) for v in VerdictClass]
    tests += [(a.value, lambda p, a=a: p[0].attribute is a) for a in Attribute]
    tests += [(g.value, lambda p, g=g: p[0].group is g) for g in IndicatorGroup]
    yield from _counted("indicators", "指标数", pairs, tests)
    for elapsed in sorted({row.elapsed for row in assessment.city if row.elapsed is not None}):
        yield Fact(("elapsed", ALL), ELAPSED, elapsed * 100, "%", name="时间进度")
    yield Fact(("areas", ALL), VALUE, Decimal(len(evaluation.plan.areas)), "个", name="重点任务领域数")
    for name, kind in (("旗区", UnitKind.BANNER), ("园区", UnitKind.PARK)):
        of_kind = [unit for unit in evaluation.units if unit.kind is kind]
        yield Fact(("units", name), VALUE, Decimal(len(of_kind)), "个", name=f"{name}数")
        yield Fact(
            ("units", name), VALUE, Decimal(sum(u.duty is Duty.REPORTS for u in of_kind)), "个", name=f"{name}数"
        )
    for share in assessment.shares:
        if share.value is not None:
            yield Fact(("share", share.name), VALUE, share.value * 100, "%", name=share.name)

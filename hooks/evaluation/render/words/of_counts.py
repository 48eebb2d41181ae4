"""Words that count indicators, tasks, projects and units, or give shares of them and investment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from evaluation.model import Attribute, IndicatorGroup, ProjectLevel, Stage, TaskState, UnitKind, VerdictClass
from evaluation.render import scope, wording
from evaluation.render.tables.projects import is_money
from evaluation.render.view import View
from evaluation.render.words.roles import choice, filters
from evaluation.render.words.word import Given, Word

Test = Callable[[Any], bool]


def _stages(view: View) -> Iterator[tuple[str, Test]]:
    for stage in Stage:
        yield stage.value, lambda standing, stage=stage: standing.stage is stage
    yield "未开工", lambda standing: standing.stage is not None and standing.stage.not_started
    yield "已开工", lambda standing: standing.stage is not None and standing.stage.started
    yield wording.NOT_REPORTED, lambda standing: standing.stage is None


def _project_tests(view: View) -> Iterator[tuple[str, Test]]:
    yield from _stages(view)
    for level in ProjectLevel:
        yield level.value, lambda standing, level=level: standing.project.level is level
    for group in dict.fromkeys(project.group for project in view.evaluation.projects):
        yield group, lambda standing, group=group: standing.project.group == group
    yield from _area_tests(view, lambda standing: standing.project.area)


def _task_tests(view: View) -> Iterator[tuple[str, Test]]:
    for state in TaskState:
        yield state.value, lambda standing, state=state: standing.state is state
    yield wording.NOT_REPORTED, lambda standing: standing.state is None
    yield from _area_tests(view, lambda standing: standing.task.area)


def _area_tests(view: View, area_of: Callable[[Any], str]) -> Iterator[tuple[str, Test]]:
    for area in view.evaluation.plan.areas:
        for name in (area.id, area.name):
            yield name, lambda standing, area=area: area_of(standing) == area.id


def _indicator_tests(view: View) -> Iterator[tuple[str, Test]]:
    for verdict in VerdictClass:
        yield verdict.value, lambda pair, verdict=verdict: pair[1].verdict is verdict
    for attribute in Attribute:
        yield attribute.value, lambda pair, attribute=attribute: pair[0].attribute is attribute
    for group in IndicatorGroup:
        yield group.value, lambda pair, group=group: pair[0].group is group
    yield "预计", lambda pair: bool(pair[1].provisional)


UNIT_TESTS: tuple[tuple[str, Callable[[View], Test]], ...] = (
    ("旗区", lambda view: lambda unit: unit.kind is UnitKind.BANNER),
    ("园区", lambda view: lambda unit: unit.kind is UnitKind.PARK),
    ("市直部门", lambda view: lambda unit: unit.folder == "departments"),
    ("部门", lambda view: lambda unit: unit.folder == "departments"),
    *(
        (state, lambda view, state=state: lambda unit: _state_of(view, unit.id) == state)
        for state in ("已报送", "部分报送", "未报送", "数据有误")
    ),
)


def _state_of(view: View, unit_id: str) -> str | None:
    known = view.assessment.completeness_of(unit_id)
    return known.state if known else None


STANDING = filters("阶段、类别或领域", _project_tests)
STATE = filters("进展或领域", _task_tests)
JUDGED = filters("评价、属性或类别", _indicator_tests)
HANDED_IN = filters("单位类别或报送情况", lambda view: ((name, make(view)) for name, make in UNIT_TESTS))
SHARE = filters("占比", lambda view: ((share.name, share.name) for share in view.assessment.shares))
MONEY = choice("投资", (("总投资", "总投资"), ("累计完成", "累计完成"), ("累计完成投资", "累计完成")))


def _number_of(things: Callable[[View], Iterable[Any]], role) -> Callable[[View, Given], str]:
    """How many things pass all the tests given; without unit word, so that the sentence chooses 个, 项 or 家."""

    def words(view: View, given: Given) -> str:
        return str(sum(all(test(thing) for test in given.all(role)) for thing in things(view)))

    return words


def _judged_indicators(view: View) -> Iterator[tuple]:
    for row in scope.indicators(view):
        indicator = view.evaluation.indicator(row.indicator)
        if indicator is not None:
            yield indicator, row


def _reporting(view: View) -> Iterable:
    return [unit for unit in view.evaluation.reporting_units if view.unit is None or unit.id == view.unit.id]


def _share(view: View, given: Given) -> str:
    share = next((share for share in scope.shares(view) if share.name == given[SHARE]), None)
    if share is None or not share.denominator:
        return wording.NO_DATA_WORDS
    return wording.share(share.numerator, share.denominator, is_money(share.name))


def _investment(view: View, given: Given) -> str:
    standings = scope.projects(view)
    if given[MONEY] == "总投资":
        known = [standing.project.investment for standing in standings]
    else:
        known = [s.report.invested for s in standings if s.report is not None and s.report.invested is not None]
    return wording.amount(sum(known, Decimal(0)) if known else None, "万元")


WORDS = (
    Word("指标数", "indicators", _number_of(_judged_indicators, JUDGED), "指标数 快于预期", (), (JUDGED,), (JUDGED,)),
    Word("任务数", "tasks", _number_of(scope.tasks, STATE), "任务数 已完成", (), (STATE,), (STATE,)),
    Word("项目数", "projects", _number_of(scope.projects, STANDING), "项目数 开工在建", (), (STANDING,), (STANDING,)),
    Word("单位数", "units", _number_of(_reporting, HANDED_IN), "单位数 已报送", (), (HANDED_IN,), (HANDED_IN,)),
    Word("占比", "share", _share, "占比 开工率", (SHARE,)),
    Word("投资", "investment", _investment, "投资 累计完成", (MONEY,)),
)

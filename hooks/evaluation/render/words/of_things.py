"""Words about a single task, project, unit or day: names with links, states, progress and cut-off days."""

from __future__ import annotations

from evaluation.measure.assessment import ProjectStanding
from evaluation.model import Duty, ProjectReport, Unit
from evaluation.render import links, scope, wording
from evaluation.render.inline import escape, link
from evaluation.render.view import View
from evaluation.render.words.roles import INDICATOR, PROJECT, TASK, UNIT, choice
from evaluation.render.words.word import Given, Word

CUT_OFF = choice("截止时点", (("年度", "annual"), ("月度", "monthly"), ("任务", "tasks"), ("项目", "tasks")))


def _indicator(view: View, given: Given) -> str:
    return link(given[INDICATOR].name, links.of_indicator(given[INDICATOR]))


def _task(view: View, given: Given) -> str:
    return link(given[TASK].name, links.of_task(given[TASK]))


def _project(view: View, given: Given) -> str:
    return link(given[PROJECT].name, links.of_project(given[PROJECT]))


def _unit(view: View, given: Given) -> str:
    unit = given[UNIT]
    if not isinstance(unit, Unit):
        return escape(view.evaluation.plan.city)
    return link(unit.name, links.of_unit(unit)) if unit.duty is Duty.REPORTS else escape(unit.name)


def _state(view: View, given: Given) -> str:
    """The unit's own word where it gave one, else where the task stands in the city."""
    task = given[TASK]
    own = next((s.state for s in scope.tasks(view) if s.task.id == task.id), None)
    city = view.assessment.task(task.id)
    state = own or (city.state if city else None)
    return state.value if state else wording.NOT_REPORTED


def _standing(view: View, given: Given) -> ProjectStanding | None:
    project = given[PROJECT]
    own = next((s for s in scope.projects(view) if s.project.id == project.id), None)
    return own or view.assessment.project(project.id)


def _report(view: View, given: Given) -> ProjectReport | None:
    standing = _standing(view, given)
    return standing.report if standing else None


def _stage(view: View, given: Given) -> str:
    standing = _standing(view, given)
    return standing.stage.value if standing and standing.stage else wording.NOT_REPORTED


def _physical_progress(view: View, given: Given) -> str:
    report = _report(view, given)
    return escape(report.progress.rstrip("。")) if report and report.progress else wording.NO_DATA_WORDS


def _invested(view: View, given: Given) -> str:
    report = _report(view, given)
    return wording.amount(report.invested if report else None, "万元")


def _investment(view: View, given: Given) -> str:
    return wording.amount(given[PROJECT].investment, "万元")


def _cut_off(view: View, given: Given) -> str:
    return wording.day(getattr(view.evaluation.plan.cut_offs, given[CUT_OFF]))


WORDS = (
    Word("指标", "indicator", _indicator, "指标 I01", (INDICATOR,), of_unit=False),
    Word("任务", "task", _task, "任务 T3-1", (TASK,), of_unit=False),
    Word("项目", "project", _project, "项目 P09", (PROJECT,), of_unit=False),
    Word("单位", "unit", _unit, "单位 东胜区", (UNIT,), of_unit=False),
    Word("进展", "state", _state, "进展 T3-1", (TASK,)),
    Word("阶段", "stage", _stage, "阶段 P09", (PROJECT,)),
    Word("形象进度", "progress", _physical_progress, "形象进度 P09", (PROJECT,)),
    Word("完成投资", "invested", _invested, "完成投资 P09", (PROJECT,)),
    Word("总投资", "investment-planned", _investment, "总投资 P09", (PROJECT,), of_unit=False),
    Word("截止", "cut-off", _cut_off, "截止 年度", (CUT_OFF,), of_unit=False),
)

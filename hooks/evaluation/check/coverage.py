"""Every area, indicator, task and project is answered for by someone, once; who reports the same reports it alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evaluation.check.walk import project_reports, task_reports
from evaluation.model import Duty, Evaluation, Project, ProjectReport, Report, Task, Unit, UnitKind
from evaluation.problems import Problem


def every_area_is_served(evaluation: Evaluation) -> Iterator[Problem]:
    if evaluation.faults:
        return  # what could not be read may be what is missing
    served = {item.area for item in (*evaluation.tasks, *evaluation.projects)}
    for area in evaluation.plan.areas:
        if area.id not in served:
            what = f"任务领域 {area.id} {area.name}既没有任务，也没有项目"
            yield Problem(area.place.of("id"), what, "在 data/tasks.yml 补上这个领域的任务，或删去这个领域")


def every_indicator_has_an_owner(evaluation: Evaluation) -> Iterator[Problem]:
    for indicator in evaluation.indicators:
        if not indicator.owners:
            what = f"指标 {indicator.id} {indicator.name}没有责任单位"
            yield Problem(indicator.place.of("owners"), what, "在 `owners` 写明责任单位")


def tasks_are_reported_by_their_lead(evaluation: Evaluation) -> Iterator[Problem]:
    told = _reporters((report.unit, task.task) for report, task in task_reports(evaluation))
    yield from _unclaimed(evaluation, evaluation.tasks, told, "任务", "tasks")


def projects_are_reported_by_their_unit(evaluation: Evaluation) -> Iterator[Problem]:
    told = _reporters((report.unit, project.project) for report, project in project_reports(evaluation))
    yield from _unclaimed(evaluation, evaluation.projects, told, "项目", "projects")


def departments_report_on_tasks_of_their_own(evaluation: Evaluation) -> Iterator[Problem]:
    """Banners and parks take part in every task on their ground; a department in those that name it."""
    for report, item in task_reports(evaluation):
        task, unit = evaluation.task(item.task), evaluation.unit(report.unit)
        if task and unit and unit.kind not in (UnitKind.BANNER, UnitKind.PARK) and _foreign(evaluation, unit, (task.lead, *task.support)):
            what = f"任务 {task.id} 由{_name(evaluation, task.lead)}牵头，没有把{unit.name}列为配合单位，{unit.name}也报送了进展"
            yield Problem(item.place.of("task"), what, "核对编号，或在 data/tasks.yml 的 `support` 补上该单位", unit=unit.id)


def units_report_on_projects_of_their_own(evaluation: Evaluation) -> Iterator[Problem]:
    for report, item in project_reports(evaluation):
        project, unit = evaluation.project(item.project), evaluation.unit(report.unit)
        if project and unit and _foreign(evaluation, unit, (project.lead, *project.location)):
            what = f"项目 {project.id} 的责任单位是{_name(evaluation, project.lead)}，建设地点也不含{unit.name}，{unit.name}却报送了进展"
            yield Problem(item.place.of("project"), what, "核对编号，或改正 data/projects.yml 的责任单位、建设地点", unit=unit.id)


def units_agree_on_a_project(evaluation: Evaluation) -> Iterator[Problem]:
    """Two that report the same project: the second is told, with what both say."""
    first: dict[str, tuple[Report, ProjectReport]] = {}
    for report, item in project_reports(evaluation):
        one, other = first.setdefault(item.project, (report, item))
        if one is report:
            continue
        for key, name in (("stage", "阶段"), ("invested", "累计完成投资"), ("started", "开工日期"), ("finished", "完工日期")):
            said, told = getattr(other, key), getattr(item, key)
            if said is not None and told is not None and said != told:
                what = (
                    f"项目 {item.project} 的{name}，{_name(evaluation, one.unit)}报“{said}”（{other.place.of(key)}），"
                    f"{_name(evaluation, report.unit)}报“{told}”"
                )
                yield Problem(item.place.of(key), what, "两个单位核对后报同一个数，或只由责任单位报送", unit=report.unit)


def _reporters(told: Iterator[tuple[str, str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for unit, item in told:
        found.setdefault(item, set()).add(unit)
    return found


def _unclaimed(
    evaluation: Evaluation, register: tuple[Task | Project, ...], told: Mapping[str, set[str]], kind: str, key: str
) -> Iterator[Problem]:
    """What its lead passes over in a report it did submit, and what no one will ever report. Waiting is no fault."""
    for item in register:
        lead = evaluation.unit(item.lead)
        if lead is None or lead.id in told.get(item.id, ()) or evaluation.faulty(lead.id):
            continue
        report = evaluation.report(lead.id)
        if lead.duty is not Duty.REPORTS and item.id not in told:
            what = f"{kind} {item.id} {item.name}没有单位认领：{lead.name}不报送自评估，别的单位也没有报送"
            yield Problem(item.place.of("lead"), what, "改由报送自评估的单位牵头，或由配合单位报送")
        elif report and report.submitted:
            others = "，" + "、".join(_name(evaluation, unit) for unit in sorted(told[item.id])) + "有报送" if item.id in told else ""
            what = f"{kind} {item.id} {item.name}由{lead.name}负责，报送数据里没有{others}"
            yield Problem(report.place, what, f"在 `{key}` 下补上 {item.id}", unit=lead.id)


def _foreign(evaluation: Evaluation, unit: Unit, named: tuple[str, ...]) -> bool:
    """Whether a unit is none of those named; where one of these is unknown, it may be meant."""
    return unit.id not in named and all(evaluation.unit(name) for name in named)


def _name(evaluation: Evaluation, unit_id: str) -> str:
    unit: Unit | None = evaluation.unit(unit_id)
    return unit.label if unit else unit_id

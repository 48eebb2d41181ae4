"""Dates, years and sums of money fit together: within a record, within the plan, within the evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evaluation.check.walk import project_reports, task_reports
from evaluation.model import BuildNature, Evaluation, IssuedDocument, Record, Stage
from evaluation.problems import Place, Problem


def the_plans_own_dates_are_in_order(evaluation: Evaluation) -> Iterator[Problem]:
    plan = evaluation.plan
    period, cut_offs, document = plan.period, plan.cut_offs, plan.document
    if period.first_year != period.base_date.year + 1:
        what = f"规划期首年 {period.first_year} 不是基期 {period.base_date.year} 的下一年"
        yield Problem(period.place.of("first_year"), what, "改正首年或基期时点")
    if period.last_year < period.first_year:
        yield Problem(period.place.of("last_year"), f"末年 {period.last_year} 早于首年 {period.first_year}", "改正末年")
    for key, name in (("annual", "年度数据"), ("monthly", "月度数据"), ("tasks", "任务、项目进展")):
        day = getattr(cut_offs, key)
        if not period.base_date < day <= period.end:
            yield Problem(cut_offs.place.of(key), f"{name}截止时点 {day} 不在规划期内", "改正截止时点")
        if day > document.date:
            what = f"{name}截止时点 {day} 晚于成文日期 {document.date}"
            yield Problem(cut_offs.place.of(key), what, "改正截止时点或成文日期")
    for phase in plan.schedule:
        if phase.end < phase.start:
            yield Problem(
                phase.place.of("end"), f"{phase.name}的止日 {phase.end} 早于起日 {phase.start}", "改正起止日期"
            )
    if document.print_date < document.date:
        what = f"印发日期 {document.print_date} 早于成文日期 {document.date}"
        yield Problem(document.place.of("print_date"), what, "改正印发日期")


def cut_points_descend(evaluation: Evaluation) -> Iterator[Problem]:
    method = evaluation.plan.method
    for upper, lower in (("ahead", "on_track"), ("on_track", "behind")):
        if getattr(method, lower) >= getattr(method, upper):
            what = f"评价界限 `{lower}` {getattr(method, lower)} 不小于 `{upper}` {getattr(method, upper)}"
            yield Problem(method.place.of(lower), what, "由高到低写：快于预期、基本符合预期、进度滞后")
    if method.behind <= 0:
        yield Problem(method.place.of("behind"), f"进度滞后的下限 {method.behind} 不大于 0", "写大于 0 的数，如 0.60")


def project_years_are_in_order(evaluation: Evaluation) -> Iterator[Problem]:
    for project in evaluation.projects:
        if project.end_year < project.start_year:
            what = f"项目 {project.id} 计划完工年 {project.end_year} 早于计划开工年 {project.start_year}"
            yield Problem(project.place.of("end_year"), what, "改正建设年限")


def project_dates_fit_their_stage(evaluation: Evaluation) -> Iterator[Problem]:
    for report, project in project_reports(evaluation):
        title = f"项目 {project.project} "
        if project.started and project.stage.not_started:
            what = f"{title}{project.stage}，却写了实际开工日期 {project.started}"
            yield Problem(project.place.of("started"), what, "改正阶段，或改写为 `planned_start`", unit=report.unit)
        if project.finished and project.stage is not Stage.DONE:
            what = f"{title}{project.stage}，却写了实际完工日期 {project.finished}"
            yield Problem(project.place.of("finished"), what, "改正阶段，或删去完工日期", unit=report.unit)
        if project.started and project.finished and project.finished < project.started:
            what = f"{title}完工日期 {project.finished} 早于开工日期 {project.started}"
            yield Problem(project.place.of("finished"), what, "改正日期", unit=report.unit)
        if (
            project.planned_start
            and project.stage.not_started
            and project.planned_start <= evaluation.plan.cut_offs.tasks
        ):
            what = (
                f"{title}未开工，计划开工日期 {project.planned_start} 却不晚于截止时点 {evaluation.plan.cut_offs.tasks}"
            )
            yield Problem(project.place.of("planned_start"), what, "写今后的计划开工日期", unit=report.unit)


def projects_start_within_the_plan(evaluation: Evaluation) -> Iterator[Problem]:
    """续建 projects were begun under the plan before."""
    natures = {project.id: project.nature for project in evaluation.projects}
    base = evaluation.plan.period.base_date
    for report, project in project_reports(evaluation):
        if project.started and project.started <= base and natures.get(project.project) is not BuildNature.CONTINUED:
            what = f"项目 {project.project} 开工日期 {project.started} 不晚于规划基期 {base}"
            yield Problem(
                project.place.of("started"), what, "改正日期；规划期前开工的，建设性质应为续建", unit=report.unit
            )


def documents_are_dated_within_the_evaluation(evaluation: Evaluation) -> Iterator[Problem]:
    """What was issued before the plan, or after the cut-off, is no result of these years."""
    base, cut_off = evaluation.plan.period.base_date, evaluation.plan.cut_offs.tasks
    for unit, document in _documents(evaluation):
        if document.date and not base < document.date <= cut_off:
            order = f"不晚于规划基期 {base}" if document.date <= base else f"晚于进展截止时点 {cut_off}"
            what = f"文件《{document.title.strip('《》')}》日期 {document.date} {order}"
            yield Problem(document.place.of("date"), what, "改正日期，或不列这份文件", unit=unit)


def nothing_is_dated_too_late(evaluation: Evaluation) -> Iterator[Problem]:
    cut_off, day = evaluation.plan.cut_offs.tasks, evaluation.plan.document.date
    for report, project in project_reports(evaluation):
        for key, name in (("started", "实际开工日期"), ("finished", "实际完工日期")):
            yield from _late(project, key, f"项目 {project.project} {name}", cut_off, "进展截止时点", report.unit)
    for report in evaluation.reports:
        yield from _late(report, "submitted", "报送日期", day, "成文日期", report.unit)
    for indicator in evaluation.indicators:
        if indicator.override:
            yield from _late(indicator.override, "date", f"{indicator.id} 人工评价的日期", day, "成文日期", None)


def investment_stays_within_the_total(evaluation: Evaluation) -> Iterator[Problem]:
    totals = {project.id: project.investment for project in evaluation.projects}
    for report, project in project_reports(evaluation):
        total = totals.get(project.project)
        if total is not None and project.invested is not None and project.invested > total:
            what = f"项目 {project.project} 累计完成投资 {project.invested} 万元，超过总投资 {total} 万元"
            fix = "检查单位是否为万元，改正其中一个数；概算已调整的改 data/projects.yml"
            yield Problem(project.place.of("invested"), what, fix, unit=report.unit)


def _documents(evaluation: Evaluation) -> Iterator[tuple[str, IssuedDocument]]:
    for report, task in task_reports(evaluation):
        yield from ((report.unit, document) for document in task.documents)
    for report, project in project_reports(evaluation):
        if project.evidence:
            yield report.unit, project.evidence


def _late(record: Record, key: str, title: str, limit: date, name: str, unit: str | None) -> Iterator[Problem]:
    day = getattr(record, key)
    if day and day > limit:
        place: Place = record.place.of(key)
        yield Problem(place, f"{title} {day} 晚于{name} {limit}", "改正日期", unit=unit)

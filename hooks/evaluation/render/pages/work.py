"""Pages of task areas and of projects: where each stands, who says so, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from evaluation.measure.assessment import ProjectStanding, TaskStanding
from evaluation.model import Project, ProjectReport, TaskReport
from evaluation.render import links, wording
from evaluation.render.inline import blocks, bold, box, bullet, escape, link
from evaluation.render.pages.indicators import ABOUT, unit_link
from evaluation.render.pages.page import GeneratedPage, Planned, page, place, place_if_any, section
from evaluation.render.tables.cells import documents_text
from evaluation.render.tables.projects import KEEPS_SCHEDULE, invested_share, years
from evaluation.render.tables.tasks import area_name, substitute
from evaluation.render.view import View

# ------------------------------------------------------------------------------------------------- areas


AREAS = "areas/index.md"


def area_pages(view: View) -> Iterator[Planned]:
    yield Planned(AREAS, partial(_areas, view))
    for area in view.evaluation.plan.areas:
        yield Planned(links.of_area(area.id).removeprefix("/"), partial(_area_page, view, area.id))


def _areas(view: View) -> GeneratedPage:
    return page(
        view,
        AREAS,
        "工作任务",
        place_if_any(view, "图", "任务进展"),
        place("表", "任务进展"),
        place("表", "任务一览"),
        place_if_any(view, "表", "单位任务进展"),
        place_if_any(view, "表", "保障措施"),
    )


def _area_page(view: View, area_id: str) -> GeneratedPage:
    area = view.evaluation.plan.area(area_id)
    tasks = [standing for standing in view.assessment.tasks if standing.task.area == area.id]
    return page(
        view,
        links.of_area(area.id).removeprefix("/"),
        area.name,
        f"{link('单位与任务对照', f'/matrices/tasks-{area.id.lower()}.md')}\n{{: .links }}",
        place_if_any(view, "表", "任务一览", area.id),
        *(_task(view, standing) for standing in tasks),
        section("本领域重点项目", place_if_any(view, "表", "重点项目", area.id)),
        section("第三方评价", place_if_any(view, "表", "第三方评价", area.id)),
        section("相关问题和建议", *(place_if_any(view, "表", name, area.id) for name in ABOUT)),
    )


def _task(view: View, standing: TaskStanding) -> str:
    task = standing.task
    lines = [
        bullet("进展", bold(wording.status(standing.state)) + escape(substitute(view, standing))),
        bullet("任务原文", escape(task.text)),
        bullet("牵头单位", unit_link(view, task.lead)),
        bullet("配合单位", "、".join(unit_link(view, unit) for unit in task.support) or "无"),
        bullet("依据文件", escape(task.basis)),
        bullet("数据性质", task.provenance.value),
    ]
    head = f"## {escape(task.name)} {{#{task.id.lower()}}}"
    return blocks(head, box("facts", "\n".join(lines)), *(_task_report(view, unit, report) for unit, report in standing.reports))


def _task_report(view: View, unit: str, report: TaskReport) -> str:
    told = (
        ("主要工作", report.work),
        ("出台制度性文件", documents_text(report.documents)),
        ("建立的工作机制", "；".join(report.mechanisms)),
        ("主要成效", report.results),
        ("原因", report.cause),
        ("对策", report.countermeasure),
        ("建议", report.suggestion),
    )
    lines = [bullet(name, escape(text)) for name, text in told if text]
    return blocks(f"### {unit_name(view, unit)}：{wording.status(report.state)}", box("facts", "\n".join(lines)))


def unit_name(view: View, unit_id: str) -> str:
    unit = view.evaluation.unit(unit_id)
    return escape(unit.label if unit else unit_id)


# ------------------------------------------------------------------------------------------------- projects


PROJECTS = "projects/index.md"


def project_pages(view: View) -> Iterator[Planned]:
    yield Planned(PROJECTS, partial(_projects, view))
    for project in view.evaluation.projects:
        yield Planned(_path(project), partial(_project_page, view, project.id))


def _path(project: Project) -> str:
    return links.of_project(project).removeprefix("/")


def _projects(view: View) -> GeneratedPage:
    return page(
        view,
        PROJECTS,
        "重点项目",
        place_if_any(view, "图", "项目阶段"),
        place_if_any(view, "图", "项目分领域"),
        place_if_any(view, "表", "项目进展"),
        place("表", "重点项目"),
        place_if_any(view, "表", "项目分单位"),
        place_if_any(view, "表", "项目分资金来源"),
        place_if_any(view, "图", "投资完成"),
        place_if_any(view, "表", "投资完成"),
        place_if_any(view, "图", "项目分旗区"),
        place_if_any(view, "图", "进度安排"),
        place_if_any(view, "表", "在建项目"),
    )


def _project_page(view: View, project_id: str) -> GeneratedPage:
    standing = view.assessment.project(project_id)
    project = standing.project
    return page(
        view,
        _path(project),
        project.name,
        box("facts", bullet("阶段", bold(wording.status(standing.stage))) + "\n" + _project_facts(view, standing)),
        *(
            section(f"{_label(view, unit)}报送情况", box("facts", _project_report(standing, report)))
            for unit, report in standing.reports
        ),
        None if standing.reports else f"**{wording.NOT_REPORTED}**：责任单位尚未报送该项目的进展。",
        section("第三方评价", place_if_any(view, "表", "第三方评价", project.id)),
        section("相关问题和建议", *(place_if_any(view, "表", name, project.id) for name in ABOUT)),
    )


def _label(view: View, unit_id: str) -> str:
    unit = view.evaluation.unit(unit_id)
    return unit.label if unit else unit_id


def _project_facts(view: View, standing: ProjectStanding) -> str:
    project = standing.project
    lines = [
        bullet("编号", project.id),
        bullet("规划层级", project.level.value),
        bullet("类别", escape(project.group)),
        bullet("任务领域", f"[{escape(area_name(view, project.area))}]({links.of_area(project.area)})"),
        bullet("建设内容和规模", escape(project.content)),
        bullet("建设性质", project.nature.value),
        bullet("建设地点", "、".join(unit_link(view, unit) for unit in project.location)),
        bullet("建设年限", f"{years(standing)}年"),
        bullet("总投资", wording.amount(project.investment, "万元")),
        bullet("资金来源", escape("、".join(project.funding))),
        bullet("责任单位", unit_link(view, project.lead)),
        bullet("依据文件", escape(project.basis)),
        bullet("数据性质", project.provenance.value),
    ]
    return "\n".join(lines)


def _project_report(standing: ProjectStanding, report: ProjectReport) -> str:
    invested = wording.amount(report.invested, "万元") if report.invested is not None else None
    done = f"{invested}，占总投资{invested_share(report.invested, standing.project.investment)}" if invested else None
    told = (
        ("阶段", wording.status(report.stage)),
        ("形象进度", report.progress),
        ("累计完成投资", done),
        ("是否达到序时进度", KEEPS_SCHEDULE[report.on_schedule] if report.on_schedule is not None else None),
        ("实际开工时间", wording.day(report.started) if report.started else None),
        ("实际完工时间", wording.day(report.finished) if report.finished else None),
        ("完工依据", documents_text((report.evidence,)) if report.evidence else None),
        ("未开工原因", report.reason),
        ("推动实施计划", report.plan),
        ("计划开工时间", wording.day(report.planned_start) if report.planned_start else None),
        ("预期展望", report.outlook),
        ("经验做法", report.practice),
    )
    return "\n".join(bullet(name, escape(text)) for name, text in told if text)

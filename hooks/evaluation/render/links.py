"""Where each thing has its page: root-absolute source paths, resolved by the site and dropped by documents."""

from __future__ import annotations

import posixpath
import re

from evaluation.model import Evaluation, Indicator, Project, Task, Unit
from evaluation.render.lines import map_prose

TARGET = re.compile(r"(\]\()(<?)([^)\s>]+)(>?)")
ABSOLUTE = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:|/|#)")


def of_unit(unit: Unit) -> str:
    return f"/{unit.folder}/{unit.id}.md"


def of_indicator(indicator: Indicator) -> str:
    return f"/indicators/{indicator.id}.md"


def of_area(area_id: str) -> str:
    return f"/areas/{area_id}.md"


def of_task(task: Task) -> str:
    return f"{of_area(task.area)}#{task.id.lower()}"


def of_project(project: Project) -> str:
    return f"/projects/{project.id}.md"


def filtered(page: str, column: str, value: str) -> str:
    """The page with its table showing only the rows that have the value in the column; tables.js reads it."""
    return f"{page}?{column}={value}"


def of_thing(evaluation: Evaluation, thing_id: str) -> tuple[str, str] | None:
    """Name and page of an indicator, task or project by its id."""
    if (indicator := evaluation.indicator(thing_id)) is not None:
        return indicator.name, of_indicator(indicator)
    if (task := evaluation.task(thing_id)) is not None:
        return task.name, of_task(task)
    if (project := evaluation.project(thing_id)) is not None:
        return project.name, of_project(project)
    return None


def rooted(markdown: str, folder: str, sections: dict[str, str]) -> str:
    """The text with relative targets made root-absolute, since it will stand on another page than its own file's.

    `folder` is the file's own, without slashes at its ends. `sections` gives the new place of files that become
    part of a page: source path → page with anchor.
    """

    def one(match: re.Match) -> str:
        target = match[3]
        if ABSOLUTE.match(target):
            return match[0]
        path, mark, fragment = target.partition("#")
        place = posixpath.normpath(posixpath.join(folder, path))
        if place.startswith(".."):
            return match[0]
        return f"{match[1]}{match[2]}{sections.get(place, '/' + place + mark + fragment)}{match[4]}"

    return map_prose(markdown, lambda stretch: TARGET.sub(one, stretch))

"""A plan of any size with the demonstration plan's shape: its units told again under new names, with new projects.

The same number of units gives the same files, byte for byte.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import yaml

KINDS = {"旗区": "banners", "园区": "parks"}
PROJECT = re.compile(r"P[0-9]{2}\b")
ORIGINAL_UNITS = 21
PROJECTS_OF_A_COPY = (4, 5)
"""In turn. With a page a unit and a page a project, 51 units make about 300 pages and 554 about 3,000."""
SPARE = {"project": "P10", "stage": "开工在建", "invested": "16900", "progress": "完成一半", "on_schedule": "true", "started": "2021-05-20"}
"""What a copy of a unit without projects reports of its own."""
IGNORED = shutil.ignore_patterns("__pycache__", "private", "*.pyc")
SOURCES = ("docs", "data", "hooks", "scripts", "schemas", "mkdocs.yml", "pyproject.toml")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Plainly(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """What stands twice is written twice: the strict loader takes no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def plan_of(units: int, origin: Path, target: Path) -> None:
    """Copy the project at `origin` to `target`, with as many self-assessing units as asked for."""
    for name in SOURCES:
        if (origin / name).is_dir():
            shutil.copytree(origin / name, target / name, ignore=IGNORED)
        else:
            shutil.copy2(origin / name, target / name)
    register = _read(target / "data/units.yml")
    originals = [unit for unit in register if unit.get("duty") == "自评估"]
    if units < len(originals):
        raise ValueError(f"示例规划有{len(originals)}个自评估单位，不能更少")
    copies = [_Copy(number, unit) for number, unit in enumerate(islice(cycle(originals), units - len(originals)), 1)]
    if copies:
        _grow(target, register, copies)


class _Copy:
    """One unit told again: its own id, name and projects."""

    def __init__(self, number: int, original: dict) -> None:
        self.original = original
        self.number = number
        self.id = f"{original['id']}-{number:03}"
        self.name = f"{original['name']}第{number}分区"
        self.folder = KINDS.get(original["kind"], "departments")
        first = sum(islice(cycle(PROJECTS_OF_A_COPY), number - 1))
        count = PROJECTS_OF_A_COPY[(number - 1) % len(PROJECTS_OF_A_COPY)]
        self.projects = [f"P{100 + first + place}" for place in range(count)]

    def entry(self) -> dict:
        copy = {key: value for key, value in self.original.items() if key not in ("aliases", "code", "short")}
        if "code" in self.original:
            copy["code"] = f"{200000 + self.number}"
        return copy | {"id": self.id, "name": self.name}


def _grow(target: Path, register: list[dict], copies: list[_Copy]) -> None:
    _write(target / "data/units.yml", [*register, *(copy.entry() for copy in copies)])
    projects = _read(target / "data/projects.yml")
    reports = {copy.id: _read(target / f"data/reports/{copy.original['id']}.yml") for copy in copies}
    told = {copy.id: _told(copy, reports[copy.id]) for copy in copies}
    _write(target / "data/projects.yml", [*projects, *_projects(projects, copies, told)])
    for copy in copies:
        _write(target / f"data/reports/{copy.id}.yml", _report(copy, reports[copy.id], told[copy.id]))
        _texts(target / "docs" / copy.folder, copy, _renamed(copy, reports[copy.id]))
    for name in ("accidents", "disasters"):
        _events(target / f"data/events/{name}.csv", copies)
    _loosen_sums(target / "data/indicators.yml")


def _told(copy: _Copy, report: dict) -> dict[str, dict]:
    """What the copy reports of each of its projects: what the original says of its own, in turn."""
    known = report.get("projects") or [SPARE]
    return dict(zip(copy.projects, cycle(known), strict=False))


def _projects(known: list[dict], copies: list[_Copy], told: dict[str, dict[str, dict]]) -> Iterator[dict]:
    """A planned project for each of the copies' own, modelled on the plan's in turn, as dear and long as what is told."""
    by_id = {project["id"]: project for project in known}
    models = cycle([project for project in known if project["id"].startswith("P")])
    for copy in copies:
        for own in copy.projects:
            model, sized = next(models), by_id[told[copy.id][own]["project"]]
            kept = {key: value for key, value in model.items() if key not in ("aliases", "provenance")}
            # Short, so that even thousands stay below the size that the loader takes a register of.
            size = {key: sized[key] for key in ("investment", "start_year", "end_year")} | {"content": model["content"][:6]}
            place = [copy.id] if copy.folder != "departments" else model["location"][:1]
            name = f"{model['name']}（{copy.number}-{own}）"
            yield kept | size | {"id": own, "name": name, "location": place, "lead": copy.id}


def _renamed(copy: _Copy, report: dict) -> dict[str, str]:
    """The original's own projects → the copy's."""
    return dict(zip([entry["project"] for entry in report.get("projects", ())], copy.projects, strict=False))


def _report(copy: _Copy, report: dict, told: dict[str, dict]) -> dict:
    names = _renamed(copy, report)
    about = {
        part: [_about(entry, names) for entry in report[part]]
        for part in ("problems", "suggestions", "practices", "adjustments")
        if report.get(part)
    }
    return {**report, **about, "unit": copy.id, "projects": [{**entry, "project": own} for own, entry in told.items()]}


def _about(entry: dict, names: dict[str, str]) -> dict:
    about = entry.get("about")
    if isinstance(about, str):
        return entry | {"about": names.get(about, about)}
    return entry | ({"about": [names.get(each, each) for each in about]} if about else {})


def _texts(folder: Path, copy: _Copy, names: dict[str, str]) -> None:
    for path in sorted((folder / copy.original["id"]).glob("*.md")):
        text = PROJECT.sub(lambda match: names.get(match[0], match[0]), path.read_text(encoding="utf-8"))
        target = folder / copy.id / path.name
        target.parent.mkdir(exist_ok=True)
        text = text.replace(copy.original["name"], copy.name)
        target.write_text(text, encoding="utf-8", newline="\n")


def _events(path: Path, copies: list[_Copy]) -> None:
    """What happened in the original happens in its copy again."""
    text = path.read_text(encoding="utf-8-sig")
    rows = text.splitlines()[1:]
    again = []
    for copy in copies:
        own = [row for row in rows if row.split(",")[2] == copy.original["id"]]
        again += [f"{row[:6]}{copy.number:03}{row[6:].replace(copy.original['id'], copy.id, 1)}" for row in own]
    path.write_text("\n".join([text.rstrip("\n"), *again]) + "\n", encoding="utf-8-sig", newline="\n")


def _loosen_sums(path: Path) -> None:
    """The city's figures stay; that more banners no longer add up to them is not what is measured."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"\n  counted_from: .*", "", text), encoding="utf-8", newline="\n")


def _read(path: Path) -> list | dict:
    """Every scalar stays text, as it was written."""
    return yaml.load(path.read_text(encoding="utf-8"), LOADER)


def _write(path: Path, content: list | dict) -> None:
    text = yaml.dump(content, Dumper=Plainly, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8", newline="\n")

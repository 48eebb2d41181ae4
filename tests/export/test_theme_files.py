"""The theme's published files are found without its icons, which a template may still show."""

from __future__ import annotations

import pytest
from evaluation.export.theme_files import without_icons
from jinja2 import Environment, FileSystemLoader


@pytest.fixture
def theme(tmp_path) -> Environment:
    for name in ("own/main.html", "own/.icons/own.svg", "name/main.html", "name/assets/site.css", "name/.icons/set/tree.svg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    folders = [tmp_path / "own", tmp_path / "name", tmp_path / "gone"]
    return without_icons(lambda: Environment(loader=FileSystemLoader(folders)))()


def test_icons_are_not_listed(theme):
    assert theme.list_templates() == ["assets/site.css", "main.html"]


def test_icons_and_templates_are_found_as_before(theme):
    assert theme.get_template(".icons/set/tree.svg").render() == "name/.icons/set/tree.svg"
    assert theme.get_template("main.html").render() == "own/main.html"

"""A site that stands is taken for the new one only when every source and every byte of it is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.cache import Cache
from evaluation.export.parcel import write_sums
from evaluation.export.standing import standing


@pytest.fixture
def project(tmp_path) -> Path:
    for name in ("docs/index.md", "data/plan.yml", "hooks/theme/main.html", "scripts/build.py", "mkdocs.yml"):
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "project"


@pytest.fixture
def site(tmp_path) -> Path:
    for name in ("index.html", "units/a.html"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def cache(tmp_path) -> Cache:
    return Cache(tmp_path / "made", "1")


@pytest.fixture
def made(project, site, cache):
    """The site, just made with one problem."""
    standing(project, "local", cache).remember(write_sums(site), ["docs/index.md:1:1: 有错。改正。"])


def problems(project, site, cache, form="local"):
    return standing(project, form, cache).problems(site)


def test_an_unchanged_site_tells_its_problems_again(project, site, cache, made):
    assert problems(project, site, cache) == ("docs/index.md:1:1: 有错。改正。",)


def test_a_site_that_was_never_made_does_not_stand(project, site, cache):
    write_sums(site)

    assert problems(project, site, cache) is None


@pytest.mark.parametrize("name", ["docs/index.md", "data/plan.yml", "hooks/theme/main.html", "scripts/build.py", "mkdocs.yml", "docs/new.md"])
def test_any_changed_or_new_source_is_noticed(project, site, cache, made, name):
    (project / name).write_text("changed", encoding="utf-8")

    assert problems(project, site, cache) is None


def test_a_source_that_is_gone_is_noticed(project, site, cache, made):
    (project / "docs/index.md").unlink()

    assert problems(project, site, cache) is None


def test_a_renamed_source_is_noticed(project, site, cache, made):
    (project / "docs/index.md").rename(project / "docs/other.md")

    assert problems(project, site, cache) is None


def test_contacts_are_no_source(project, site, cache, made):
    (project / "data/private").mkdir()
    (project / "data/private/contacts.yml").write_text("x", encoding="utf-8")

    assert problems(project, site, cache) is not None


@pytest.mark.parametrize("name", ["index.html", "units/a.html", "SHA256SUMS", "new.html"])
def test_any_byte_of_the_site_that_is_not_its_own_is_noticed(project, site, cache, made, name):
    (site / name).write_text("touched", encoding="utf-8")

    assert problems(project, site, cache) is None


@pytest.mark.parametrize("name", ["units/a.html", "SHA256SUMS"])
def test_a_file_of_the_site_that_is_gone_is_noticed(project, site, cache, made, name):
    (site / name).unlink()

    assert problems(project, site, cache) is None


def test_a_site_forged_with_its_list_is_noticed(project, site, cache, made):
    (site / "index.html").write_text("forged", encoding="utf-8")
    write_sums(site)

    assert problems(project, site, cache) is None


def test_another_form_is_another_site(project, site, cache, made):
    assert problems(project, site, cache, "server") is None


def test_no_site_at_all_does_not_stand(project, tmp_path, cache, made):
    assert problems(project, tmp_path / "elsewhere", cache) is None

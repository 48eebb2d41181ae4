"""Texts are brought when their words are wanted, and are what would be written, whatever became of them meanwhile."""

from __future__ import annotations

import pytest
from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.render.site import Site, site_of

from tests.render import small


@pytest.fixture
def cache(tmp_path) -> Cache:
    """In which the small plan's site is kept; a test may spoil it."""
    cache = Cache(tmp_path / "made", "1")
    words(site_of(small.view_of(small.evaluation()), (), cache))
    return cache


def words(site: Site) -> tuple:
    documents = [[str(part.markdown) for part in manuscript.parts] for manuscript in site.manuscripts]
    return {path: str(text) for path, text in site.texts.items()}, documents


def test_no_text_is_read_before_its_words_are_wanted(cache, monkeypatch):
    read, get = [], Cache.get
    monkeypatch.setattr(Cache, "get", lambda cache, key: read.append(key) or get(cache, key))
    site = site_of(small.view_of(small.evaluation()), (), cache)
    before = len(read)

    assert str(site.texts["banners/donghe.md"]) == str(site_of(small.view_of(small.evaluation())).texts["banners/donghe.md"])
    assert len(read) == before + 1


def test_as_kept_all_have_the_words_that_they_would_be_given(cache):
    assert words(site_of(small.view_of(small.evaluation()), (), cache)) == words(site_of(small.view_of(small.evaluation())))


def test_a_text_that_is_gone_when_it_is_wanted_is_written_again(cache):
    site = site_of(small.view_of(small.evaluation()), (), cache)
    for entry in cache.folder.rglob("*"):
        if entry.is_file():
            entry.unlink()

    assert words(site) == words(site_of(small.view_of(small.evaluation())))


def test_a_damaged_text_is_written_again(cache):
    site = site_of(small.view_of(small.evaluation()), (), cache)
    for entry in cache.folder.rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:-1] + b"x")

    assert words(site) == words(site_of(small.view_of(small.evaluation())))


def test_beside_a_page_that_changed_the_others_keep_their_words(cache):
    reports = [{**small.REPORTS[0], "readings": [{"indicator": "I01", "period": "2022", "value": "20"}]}, *small.REPORTS[1:]]
    changed = small.view_of(small.evaluation(reports=reports))

    first, again, fresh = (words(site_of(changed, (), kept)) for kept in (cache, cache, NOTHING_KEPT))
    assert first == again == fresh != words(site_of(small.view_of(small.evaluation())))

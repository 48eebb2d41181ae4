"""Tables known from before change no byte of a report, and are not fitted again."""

from __future__ import annotations

import pytest
from evaluation.cache import Cache
from evaluation.export import tables
from evaluation.export.document import document
from evaluation.export.fits import remembered

from tests.export.manuscripts import letter, manuscript, png


@pytest.fixture(autouse=True)
def forgetful():
    """As in a process that has made no document yet."""
    tables.known.clear()


def made(cache: Cache) -> bytes:
    with remembered(cache):
        content, _ = document(manuscript(), letter(), lambda name: png(), ())
    return content


def test_a_report_of_tables_known_from_before_is_the_same(tmp_path, monkeypatch):
    first = made(Cache(tmp_path, "1"))
    tables.known.clear()
    fitted = []
    fit = tables.fit
    monkeypatch.setattr(tables, "fit", lambda texts: fitted.append(texts) or fit(texts))
    again = made(Cache(tmp_path, "1"))
    seen = len(fitted)
    tables.known.clear()
    anew = made(Cache(None))

    assert first == again == anew
    assert seen == 0 < len(fitted)


def test_without_new_tables_nothing_is_written(tmp_path):
    made(Cache(tmp_path, "1"))
    (kept,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    stamp = kept.stat().st_mtime_ns
    tables.known.clear()
    made(Cache(tmp_path, "1"))

    assert kept.stat().st_mtime_ns == stamp

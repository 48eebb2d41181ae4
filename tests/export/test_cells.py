"""Cells known from before change no byte of a report, and are not read again."""

from __future__ import annotations

import pytest
from evaluation.cache import Cache
from evaluation.export import pandoc, reading
from evaluation.export.cells import remembered
from evaluation.export.document import document

from tests.export.manuscripts import letter, manuscript, png


@pytest.fixture(autouse=True)
def forgetful():
    """As in a process that has made no document yet."""
    reading.known.clear()


def made(cache: Cache) -> bytes:
    with remembered(cache):
        content, _ = document(manuscript(), letter(), lambda name: png(), ())
    return content


def test_a_report_of_cells_known_from_before_is_the_same(tmp_path, monkeypatch):
    first = made(Cache(tmp_path, "1"))
    count = len(reading.known)
    reading.known.clear()
    asked = []
    ask = pandoc.Pandoc.ask
    monkeypatch.setattr(pandoc.Pandoc, "ask", lambda self, request: asked.append(len(str(request))) or ask(self, request))
    again = made(Cache(tmp_path, "1"))
    fewer, asked[:] = sum(asked), []
    reading.known.clear()
    anew = made(Cache(None))

    assert first == again == anew
    assert count
    assert fewer < sum(asked)


def test_without_new_cells_nothing_is_written(tmp_path):
    made(Cache(tmp_path, "1"))
    (kept,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    stamp = kept.stat().st_mtime_ns
    reading.known.clear()
    made(Cache(tmp_path, "1"))

    assert kept.stat().st_mtime_ns == stamp

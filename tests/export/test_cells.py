"""Cells known from before change no byte of a report, and are neither read nor written again."""

from __future__ import annotations

import pytest
from evaluation.cache import Cache
from evaluation.export import docx, reading, writing
from evaluation.export.cells import remembered
from evaluation.export.document import document

from tests.export.manuscripts import letter, manuscript, png


@pytest.fixture(autouse=True)
def forgetful():
    """As in a process that has made no document yet."""
    for known in (reading.known, writing.known):
        known.clear()


def made(cache: Cache) -> bytes:
    with remembered(cache):
        content, _ = document(manuscript(), letter(), lambda name: png(), ())
    return content


def forget() -> None:
    reading.known.clear()
    writing.known.clear()


def test_a_report_of_cells_known_from_before_is_the_same(tmp_path, monkeypatch):
    first = made(Cache(tmp_path, "1"))
    counts = len(reading.known), len(writing.known)
    forget()
    asked = []
    ask = docx.Pandoc.ask
    monkeypatch.setattr(docx.Pandoc, "ask", lambda self, request: asked.append(len(str(request))) or ask(self, request))
    again = made(Cache(tmp_path, "1"))
    fewer, asked[:] = sum(asked), []
    forget()
    anew = made(Cache(None))

    assert first == again == anew
    assert all(counts)
    assert fewer < sum(asked)


def test_without_new_cells_nothing_is_written(tmp_path):
    made(Cache(tmp_path, "1"))
    (kept,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    stamp = kept.stat().st_mtime_ns
    forget()
    made(Cache(tmp_path, "1"))

    assert kept.stat().st_mtime_ns == stamp

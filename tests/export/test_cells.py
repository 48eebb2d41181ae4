"""Cells and tables known from before change no byte of a report, and are not read or fitted again."""

from __future__ import annotations

import pytest
from evaluation.cache import Cache
from evaluation.export import pandoc, reading, tables
from evaluation.export.cells import KNOWN, remembered
from evaluation.export.document import document

from tests.export.manuscripts import letter, manuscript, png


@pytest.fixture(autouse=True)
def forgetful():
    """As in a process that has made no document yet."""
    forget()


def forget() -> None:
    for known in KNOWN:
        known.clear()


def made(cache: Cache) -> bytes:
    with remembered(cache):
        content, _ = document(manuscript(), letter(), lambda name: png(), ())
    return content


def test_a_report_of_cells_known_from_before_is_the_same(tmp_path, monkeypatch):
    first = made(Cache(tmp_path, "1"))
    count = len(reading.known)
    forget()
    asked, fitted = [], []
    fit = tables.fit
    monkeypatch.setattr(tables, "fit", lambda texts: fitted.append(texts) or fit(texts))
    ask = pandoc.Pandoc.ask
    monkeypatch.setattr(pandoc.Pandoc, "ask", lambda self, request: asked.append(len(str(request))) or ask(self, request))
    again = made(Cache(tmp_path, "1"))
    fewer, asked[:], seen = sum(asked), [], len(fitted)
    forget()
    anew = made(Cache(None))

    assert first == again == anew
    assert count
    assert fewer < sum(asked)
    assert seen == 0 < len(fitted)


def test_without_new_cells_nothing_is_written(tmp_path):
    made(Cache(tmp_path, "1"))
    (kept,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    stamp = kept.stat().st_mtime_ns
    forget()
    made(Cache(tmp_path, "1"))

    assert kept.stat().st_mtime_ns == stamp

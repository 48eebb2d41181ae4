"""A text on a shelf is the text itself to whoever asks for it, here, in a fork and in another process."""

from __future__ import annotations

import os
import pickle

import pytest
from evaluation.shelf import Laid, Shelf, name_of

TEXTS = ("全市11项指标", "", "第二份\n\udc80", "x" * 100_000)


def test_each_text_is_found_as_it_was_laid():
    shelf = Shelf()
    laid = [shelf.lay(text) for text in TEXTS]

    assert all(isinstance(one, Laid) for one in laid)
    assert [*map(str, reversed(laid))] == [*reversed(TEXTS)]
    assert laid == [*TEXTS]
    assert [*map(hash, laid)] == [*map(hash, TEXTS)]


def test_what_lies_there_is_not_laid_twice():
    shelf = Shelf()
    laid = shelf.lay("甲")

    assert Shelf().lay(laid) is laid
    assert shelf.lay(laid) is laid


def test_it_has_the_name_of_its_words():
    assert name_of(Shelf().lay("甲")) == name_of("甲") != name_of("乙")


def test_sent_away_or_kept_it_is_the_text():
    sent = pickle.loads(pickle.dumps(Shelf().lay("准格尔旗")))

    assert (type(sent), sent) == (str, "准格尔旗")


def test_it_lies_there_as_long_as_someone_holds_it():
    assert str([Shelf().lay("甲") for _ in range(2)][1]) == "甲"


def test_on_a_full_disk_it_stays_in_memory(monkeypatch):
    shelf = Shelf()
    before = shelf.lay("甲")

    def full(content: bytes) -> int:
        raise OSError("No space left on device")

    with monkeypatch.context() as spoiling:
        spoiling.setattr(shelf, "file", type("Full", (), {"seek": lambda self, at: at, "write": staticmethod(full)})())
        after = shelf.lay("乙")

    assert (type(before), type(after)) == (Laid, str)
    assert (str(before), after) == ("甲", "乙")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="这个系统不能分叉")
def test_a_fork_reads_where_this_process_writes():
    shelf = Shelf()
    laid = [shelf.lay(f"{number}" * 1000) for number in range(50)]
    child = os.fork()
    if child == 0:
        os._exit(0 if [str(one) for _ in range(20) for one in laid] == [str(n) * 1000 for _ in range(20) for n in range(50)] else 1)
    more = [shelf.lay("丙" * 1000) for _ in range(1000)]

    assert os.waitpid(child, 0)[1] == 0
    assert {*map(str, more)} == {"丙" * 1000}

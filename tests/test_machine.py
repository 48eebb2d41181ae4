"""No more jobs than processors that may be used, nor than memory holds; where nothing is told, what is known bounds them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from console import machine

GB = 10**9


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A machine of 8 processors and 16 GB in the words of the system; `bounds` are a container's files."""

    def tell(processors: int = 8, memory: int | None = 16 * GB, **bounds: str) -> int:
        monkeypatch.setattr(machine, "LIMITS", tmp_path)
        monkeypatch.setattr(machine, "_processors", lambda: processors)
        monkeypatch.setattr(machine, "_memory", lambda: memory)
        for name, text in bounds.items():
            Path(tmp_path, name.replace("_", ".")).write_text(text)
        return machine.jobs()

    return tell


def test_every_processor_has_a_job(told):
    assert told() == 8


@pytest.mark.parametrize(("share", "jobs"), [("200000 100000\n", 2), ("150000 100000\n", 2), ("20000 100000\n", 1), ("max 100000\n", 8)])
def test_a_container_has_as_many_as_its_share_of_processors(told, share, jobs):
    assert told(cpu_max=share) == jobs


@pytest.mark.parametrize(("memory", "jobs"), [(16 * GB, 8), (GB, 1), (2 * GB, 6), (GB // 2, 1), (GB // 4, 1), (None, 8)])
def test_memory_bounds_them(told, memory, jobs):
    assert told(memory=memory) == jobs


@pytest.mark.parametrize(("limit", "jobs"), [("1500000000\n", 4), ("max\n", 8), ("99000000000\n", 8)])
def test_a_containers_memory_bounds_them(told, limit, jobs):
    assert told(memory_max=limit) == jobs


@pytest.mark.parametrize("text", ["", "0 0", "much", "1 2 3"])
def test_what_cannot_be_read_bounds_nothing(told, text):
    assert told(cpu_max=text, memory_max=text) == 8


def test_this_machine_bears_one_at_least_and_no_more_than_it_has_processors():
    assert 1 <= machine.jobs() <= os.cpu_count()

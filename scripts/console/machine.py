"""What this machine bears: as many jobs side by side as there are processors for, and memory."""

from __future__ import annotations

import os
from contextlib import suppress
from math import ceil
from pathlib import Path

LIMITS = Path("/sys/fs/cgroup")
"""Where a container, or a service, finds what it may use of the machine (Linux, cgroup v2)."""
ALONE, EACH = 600_000_000, 210_000_000
"""Bytes, measured on a city of 554 units: the one process and what the system needs; each beside it, with its pandoc."""


def jobs() -> int:
    """How many at most; one where nothing else fits."""
    bounds = [_processors(), _share()]
    memory = [bound for bound in (_memory(), _limit()) if bound]
    if memory:
        bounds.append((min(memory) - ALONE) // EACH)
    return max(1, min(bound for bound in bounds if bound is not None))


def _processors() -> int:
    """Those that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _share() -> int | None:
    """Processors of which it may use the time; None without a bound."""
    with suppress(OSError, ValueError, ZeroDivisionError):
        time, period = (LIMITS / "cpu.max").read_text().split()
        return ceil(int(time) / int(period))
    return None


def _memory() -> int | None:
    """Bytes that there are; None where the system does not tell."""
    with suppress(AttributeError, OSError, ValueError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return None


def _limit() -> int | None:
    """Bytes that may be used of them; None without a bound."""
    with suppress(OSError, ValueError):
        return int((LIMITS / "memory.max").read_text())
    return None

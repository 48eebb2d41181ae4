"""How a process keeps house: how often Python looks for garbage, and when the system gets back what was freed."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress

THRESHOLDS = (20_000, 10, 50)
"""New objects between two looks, and looks between those at older ones: what a build makes is kept to its end.

Measured on a build of 51 units: a tenth of the processor time less than with Python's own (700, 10, 10), a tenth more memory.
On a first build of 554: to look hardly ever takes a hundredth of the time less, and a sixth more memory.
"""


def look_seldom() -> None:
    """For this process."""
    gc.set_threshold(*THRESHOLDS)


def look_hardly_ever() -> None:
    """For a process that is over before what is garbage would matter: a build that finds most made, a check of a large city."""
    gc.set_threshold(1_000_000)


def give_back() -> None:
    """After something large: else the process would hold to its end what that took at its highest (glibc alone does)."""
    if sys.platform == "linux":
        with suppress(AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def look_no_more() -> None:
    """At the end: Python would go through all that was made before it lets go of it."""
    gc.freeze()

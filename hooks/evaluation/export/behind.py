"""Loaded by the process from which the others come: they stand back behind the one that they all work for.

Where there are more of them than processors, it would else wait its turn among them, and they then for it.
"""

import os

if hasattr(os, "nice"):
    os.nice(10)

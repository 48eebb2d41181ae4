"""The order of ids as people count: T1-2 before T1-10."""

from __future__ import annotations

import re


def natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """A sort key in which runs of digits count as numbers."""
    parts = re.findall(r"[0-9]+|[^0-9]+", text)
    return tuple((part[0] in "0123456789", int(part) if part[0] in "0123456789" else 0, part) for part in parts)

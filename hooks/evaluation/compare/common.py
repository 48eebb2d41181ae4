"""What of a page a document says too."""

from __future__ import annotations

import re

REPORT = b'<div class="report">'
ANNOUNCING = re.compile("<p>(?=以下为《[^<]+》全文。</p>)".encode())


def in_common(data: bytes) -> bytes:
    """A page without what stands above the announcement: where it compares a unit with others no document says the same."""
    begin = data.find(REPORT)
    announcing = ANNOUNCING.search(data, begin) if begin >= 0 else None
    return data[: begin + len(REPORT)] + data[announcing.start() :] if announcing else data

"""What a site's build warns of: each line once, as it is, without MkDocs's own decoration."""

from __future__ import annotations

import logging


class Warnings(logging.Handler):
    """Collects what is warned of, and prints it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if line not in self.lines:
            self.lines.append(line)
            print(line, flush=True)


def listen() -> Warnings:
    handler = Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.propagate = False
    return handler

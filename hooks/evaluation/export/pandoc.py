"""What authors wrote as a tree: read by pandoc, in its sandbox, from a dialect that holds no programs."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

DIALECT = "markdown_strict"
WORDS = (
    # What an author may write: nothing that is a program, raw, or a property of the document.
    ("-raw_html", "<"),
    ("-spaced_reference_links", "] ", "]\t", "]\n"),
    ("+pipe_tables", "|"),
    ("+footnotes", "[^"),
    ("+table_attributes+link_attributes+header_attributes", "{"),
    ("+backtick_code_blocks+inline_code_attributes", "`"),
    ("+fenced_code_blocks", "~"),
    ("+fenced_code_attributes", "`", "~"),
    ("+startnum", ". ", ".\t", ".\n"),
    ("+task_lists", "[ ]", "[x]", "[X]"),
    # How it is meant.
    ("+all_symbols_escapable+latex_macros", "\\"),
    ("+blank_before_blockquote", ">"),
    ("+east_asian_line_breaks", "\n"),
    ("+four_space_rule", "\n ", "\t"),
    ("+intraword_underscores", "_"),
    ("+space_in_atx_header", "#"),
)
"""Each costs a tenth of a millisecond a text: they stand with signs, without any of which they change nothing."""
MEMORY = ("+RTS", "-H1m", "-A2m", "-O8m", "-G3", "-RTS")
"""How pandoc keeps house: young data in the processor's own store, what is old looked through seldom, in three ages."""
SECONDS = 120
"""Longer than any document takes; a reader caught in a loop must not stop a build for ever."""


def trees(markdowns: Sequence[str]) -> list[dict]:
    """pandoc's tree of each text."""
    return _pandoc().ask({"read": list(markdowns), "reader": reader("\n".join([*markdowns, ""]))})


def reader(text: str) -> str:
    """The dialect with the words of it that a text may need."""
    return DIALECT + "".join(words for words, *signs in WORDS if any(sign in text for sign in signs))


def program() -> str:
    """The pandoc that comes with pypandoc; any other is looked for by pypandoc itself, which takes a while to load."""
    own = Path(find_spec("pypandoc").origin).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
    if own.is_file():
        return str(own)
    import pypandoc

    return pypandoc.get_pandoc_path()


class Pandoc:
    """One pandoc that answers question after question, until this process ends."""

    def __init__(self) -> None:
        command = [program(), *MEMORY, "lua", str(HERE / "talk.lua")]
        self.told = tempfile.TemporaryFile()  # noqa: SIM115 - what it complains of, as long as it runs
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.told)
        self.end = Finalize(None, self.close, exitpriority=1)  # of any process, a forked one too

    def ask(self, request: dict) -> Any:
        """The answer. Raises RuntimeError when pandoc finds fault, dies, or takes longer than any document does."""
        guard = threading.Timer(SECONDS, self.process.kill)
        guard.start()
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except OSError:
            line = b""
        finally:
            guard.cancel()
        told = json.loads(line) if line.endswith(b"\n") else {"fault": self.last_words()}
        if "fault" in told:
            raise RuntimeError(f"pandoc: {told['fault']}")
        return told["answer"]

    def last_words(self) -> str:
        self.close()
        self.told.seek(0)
        return self.told.read().decode(errors="replace")

    def close(self) -> None:
        _pandoc.cache_clear()
        self.end.cancel()
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                pipe.close()
        self.process.wait()


def start() -> None:
    """Have pandoc start while there is nothing to ask it yet."""
    _pandoc()


@cache
def _pandoc() -> Pandoc:
    return Pandoc()

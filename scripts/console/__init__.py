"""How every command speaks: problems to stdout, progress to a terminal only, no traceback without --debug."""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.memory import look_hardly_ever, look_no_more
from evaluation.problems import Problem, meant

if TYPE_CHECKING:
    from evaluation.model import Unit

look_hardly_ever()  # from here on all that a command loads stays, and nearly all that it makes

ROOT = Path(__file__).resolve().parents[2]
EXIT_OK, EXIT_FAULTS, EXIT_USAGE = 0, 1, 2


def run(main: Callable[[list[str]], int]) -> None:
    """Run a command's main and exit with its code; an exception becomes one sentence unless --debug is given."""
    argv = sys.argv[1:]
    debug = "--debug" in argv
    try:
        code = main([argument for argument in argv if argument != "--debug"])
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        if debug:
            traceback.print_exc()
        else:
            print(f"程序内部出错（{type(error).__name__}：{error}）。加 --debug 重新运行，把全部输出发给维护人员。", file=sys.stderr)
        code = EXIT_FAULTS
    look_no_more()
    sys.exit(code)


def print_problems(problems: Iterable[Problem], as_json: bool = False) -> None:
    """One problem a line, or one JSON list."""
    if as_json:
        print(json.dumps([_row(problem) for problem in problems], ensure_ascii=False, indent=2))
        return
    for problem in problems:
        print(problem)


def _row(problem: Problem) -> dict[str, Any]:
    where, edit = problem.where, problem.edit
    row = {"path": where.path, "line": where.line, "column": where.column, "what": problem.what, "fix": problem.fix}
    row |= {"rule": problem.rule, "unit": problem.unit, "note": problem.note}
    if edit:
        row["edit"] = {"line": edit.where.line, "column": edit.where.column, "old": edit.old, "new": edit.new}
    return row


def units_named(units: Iterable[Unit], words: Iterable[str], others: Iterable[str] = ()) -> tuple[Unit, ...] | None:
    """Those of the units that are meant by id, name or alias; None, with a sentence for each word that means none.

    `others` are the words besides units that the command knows.
    """
    # Looked for only now: a build that finds everything made is told in a sixth of a second.
    from evaluation.render.words.names import directory

    known = directory(units)
    meant_by = {word: known.find(word) for word in words}
    for word, unit in meant_by.items():
        if unit is None:
            print(f"没有名为“{word}”的单位。{meant(word, (*others, *known.names))}。", file=sys.stderr)
    return None if None in meant_by.values() else tuple(meant_by.values())


class Progress:
    """Names the step at work on a terminal's last line; silent in a pipe."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()
        self.started = time.monotonic()

    def step(self, text: str) -> None:
        if self.live:
            print(f"\r\033[K{time.monotonic() - self.started:5.1f} 秒  {text}", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        if self.live:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

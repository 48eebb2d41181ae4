"""YAML events to a tree in which every scalar is still text and knows its place: the strict half of loading.

What an author leaves empty, or writes as `~`, is absent; `null`, `no`, `12:30` and `0150602` are text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from evaluation.load.accidents import BACKSLASH, Breakage, Fold, explain, report_fold
from evaluation.load.faults import Faults
from evaluation.load.source import Source, forbidden_in, naming

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""Only its events are used: no construction of objects, no guessing of types."""

DEPTH = 12
DIGITS = 40


@dataclass(frozen=True)
class Scalar:
    text: str
    line: int
    column: int
    written: bool = True
    """False for an empty value and for `~`."""


@dataclass(frozen=True)
class Sequence:
    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True)
class Mapping:
    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


@dataclass(frozen=True)
class Unusable:
    """Something already reported; the record it stands in is refused without further words."""

    line: int
    column: int


Node = Scalar | Sequence | Mapping | Unusable


class _Stop(Exception):
    """Reading further would be unsafe or senseless; the fault is already noted."""


def read_yaml(source: Source, faults: Faults, first_line: int = 1) -> Node | None:
    """The tree of a text that starts at `first_line` of its file; None when its structure cannot be read."""
    reader = _Reader(source.text, faults, first_line)
    try:
        return reader.document()
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        explain(source.text, _breakage(error), reader.folds, faults, first_line)
        reader.folds.clear()
        return None
    finally:
        reader.close()


class _Reader:
    """Walks the events of one text once, with a depth limit, noting what a data file may not contain."""

    def __init__(self, text: str, faults: Faults, first_line: int) -> None:
        self.lines = text.split("\n")
        self.faults = faults
        self.shift = first_line
        self.loader = LOADER(text)
        self.folds: list[Fold] = []

    def close(self) -> None:
        for fold in self.folds:
            report_fold(self.lines, fold, self.faults, self.shift)
        self.loader.dispose()

    def events(self) -> Iterator[yaml.Event]:
        while self.loader.check_event():
            yield self.loader.get_event()

    def document(self) -> Node | None:
        """The single document of the text; None when there is nothing but comments."""
        root = None
        documents = 0
        stream = self.events()
        for event in stream:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._refuse_directives(event)
                if documents > 1:
                    self.note(event, "这里开始了第二个文档", "一个文件只写一份数据，删去 `---` 这一行", "documents")
                    raise _Stop
                root = self.node(next(stream), stream, 0, -1)
        return root

    def _refuse_directives(self, event: yaml.DocumentStartEvent) -> None:
        if event.version or event.tags:
            self.note(event, "不能使用 `%` 指令", "删去以 `%` 开头的行", "tags")

    def note(self, event: yaml.Event, what: str, fix: str, rule: str) -> Unusable:
        line, column = self.place(event)
        self.faults.add(line, column, what, fix, rule)
        return Unusable(line, column)

    def place(self, event: yaml.Event) -> tuple[int, int]:
        return event.start_mark.line + self.shift, event.start_mark.column + 1

    def node(self, event: yaml.Event, stream: Iterator[yaml.Event], depth: int, indent: int) -> Node:
        """`indent` is the column (from 0) of the collection that holds the node."""
        if isinstance(event, yaml.AliasEvent):
            return self.note(
                event, f"不能使用 `*{event.anchor}` 引用", "写出值本身；值以 * 开头时给它加引号", "aliases"
            )
        if depth > DEPTH:
            self.note(event, f"嵌套超过 {DEPTH} 层", "检查括号和缩进，数据最多只需要几层", "depth")
            raise _Stop
        usable = self._plainly_written(event)
        node = self._content(event, stream, depth, indent)
        return node if usable else Unusable(node.line, node.column)

    def _plainly_written(self, event: yaml.Event) -> bool:
        if event.anchor is not None:
            self.note(event, f"不能使用 `&{event.anchor}` 锚点", "删去它；值以 & 开头时给它加引号", "aliases")
        if event.tag is not None:
            self.note(event, f"不能使用 `{_tag(event.tag)}` 标签", "删去它，只写值；值以 ! 开头时给它加引号", "tags")
        return event.anchor is None and event.tag is None

    def _content(self, event: yaml.Event, stream: Iterator[yaml.Event], depth: int, indent: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, indent)
        own = indent if event.flow_style else event.start_mark.column
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, stream, depth, own)
        return self.mapping(event, stream, depth, own)

    def sequence(self, start: yaml.Event, stream: Iterator[yaml.Event], depth: int, indent: int) -> Sequence:
        items = []
        for event in stream:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, stream, depth + 1, indent))
        return Sequence(tuple(items), *self.place(start))

    def mapping(self, start: yaml.Event, stream: Iterator[yaml.Event], depth: int, indent: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in stream:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(self.node(event, stream, depth + 1, indent), entries)
            value = self.node(next(stream), stream, depth + 1, indent)
            if key is not None:
                twice = key.text in entries
                entries[key.text] = (key, Unusable(value.line, value.column) if twice else value)
        return Mapping(tuple(entries.values()), *self.place(start))

    def key(self, node: Node, entries: dict[str, tuple[Scalar, Node]]) -> Scalar | None:
        if isinstance(node, Unusable):
            return None
        if not isinstance(node, Scalar) or not node.text:
            self.faults.add(node.line, node.column, "冒号前面不是键名", "冒号前面写键名，如 `name: 值`", "keys")
            return None
        if node.text == "<<":
            self.faults.add(node.line, node.column, "不能使用 `<<` 合并", "把要合并的内容逐项写出", "aliases")
            return None
        if node.text in entries:
            first = entries[node.text][0].line
            what = f"键 `{node.text}` 重复，第 {first} 行已经写过"
            self.faults.add(node.line, node.column, what, "只留一处，删去另一处", "duplicate_keys")
        return node

    def scalar(self, event: yaml.ScalarEvent, indent: int) -> Scalar | Unusable:
        line, column = self.place(event)
        plain = event.style is None or event.style == ""
        broken = self._misread_plain(event, indent) if plain else self._escaped(event)
        if broken is not None:
            return broken
        return Scalar(event.value, line, column, written=not (plain and event.value in ("", "~")))

    def _misread_plain(self, event: yaml.ScalarEvent, indent: int) -> Unusable | None:
        if event.start_mark.line != event.end_mark.line:
            # Reported at the end: a syntax error inside it has the better explanation.
            self.folds.append(Fold(event.start_mark.line, event.end_mark.line, event.start_mark.column))
            return Unusable(*self.place(event))
        if self._loses_text(event, indent):
            what = "空格加 # 之后的文字会被当作注释丢掉"
            return self.note(event, what, "给整个值加上引号；如果是注释，移到单独一行，与键名对齐", "comments")
        if len(event.value) > DIGITS and re.fullmatch(r"[-+0-9.eE_]+", event.value):
            return self.note(event, f"数字有 {len(event.value)} 位", "检查是否多写；长编号请加引号", "digits")
        return None

    def _loses_text(self, event: yaml.ScalarEvent, indent: int) -> bool:
        """A comment right after a plain value, or on a line below it that is indented like its continuation."""
        line, column = event.end_mark.line, event.end_mark.column
        if line >= len(self.lines):
            return False
        rest = self.lines[line][column:].strip()
        if rest:
            return rest.startswith("#")
        below = self.lines[line + 1] if event.value and line + 1 < len(self.lines) else ""
        return below.lstrip().startswith("#") and len(below) - len(below.lstrip()) > max(indent, 0)

    def _escaped(self, event: yaml.ScalarEvent) -> Unusable | None:
        character = forbidden_in(event.value)
        if character is None:
            return None
        if "\ud800" <= character <= "\udfff":
            # The C parser takes half a character for a syntax error.
            line = self.lines[event.start_mark.line]
            place = event.start_mark.line + self.shift, len(line) - len(line.lstrip()) + 1
            self.faults.add(*place, *BACKSLASH, "syntax")
            raise _Stop
        return self.note(event, f"值里用转义写入了 {naming(character)}", "删去这个转义", "characters")


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _breakage(error: yaml.MarkedYAMLError) -> Breakage:
    begun = error.context_mark.line if error.context_mark else None
    line = error.problem_mark.line if error.problem_mark else begun or 0
    column = error.context_mark.column if error.context_mark else None
    return Breakage(error.context or "", begun, column, error.problem or "", line)

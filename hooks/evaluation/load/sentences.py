"""What is wrong with a value, a key or the shape of a record, in the words of the people who wrote it."""

from __future__ import annotations

from evaluation.load.accidents import FULL_WIDTH_COLON, RULE
from evaluation.load.faults import Faults
from evaluation.load.records import Mapping, Node, Scalar, Sequence
from evaluation.load.values import Refusal
from evaluation.model import Record, fields_of
from evaluation.problems import meant


def label(name: str, model: type[Record]) -> str:
    """`key`（中文标题）"""
    return f"`{name}`（{fields_of(model)[name].title}）"


def report_value(refusal: Refusal, node: Node | None, record: Mapping, model: type[Record], faults: Faults) -> None:
    """A value that is none, at its place or, when nothing is written, at its record's."""
    place = _item(refusal, node) or record
    what, fix, rule = value_sentence(refusal, model)
    faults.add(place.line, place.column, what, fix, rule)


def value_sentence(refusal: Refusal, model: type[Record]) -> tuple[str, str, str]:
    """(what, fix, rule) of a value that is none, as YAML and CSV both say it."""
    name, written = refusal.name, refusal.written
    if written is None:
        return f"缺少 {label(name, model)}", f"在这条记录里补 `{name}:` 一行", "missing_key"
    return f"{label(name, model)}的值“{shortened(written)}”{refusal.wrong}", refusal.fix, "wrong_value"


def _item(refusal: Refusal, node: Node | None) -> Node | None:
    return node.items[refusal.item] if isinstance(node, Sequence) and refusal.item is not None else node


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 30 else text[:29] + "…"


def report_unknown_key(key: Scalar, model: type[Record], faults: Faults) -> list[str]:
    """Returns the keys that were probably meant."""
    names = {name: field.title for name, field in fields_of(model).items()}
    titled = [name for name, title in names.items() if title and key.text == title]
    fix = f"是否想写 “{titled[0]}”" if titled else meant(key.text, names)
    faults.add(key.line, key.column, f"没有名为 `{shortened(key.text)}` 的键", fix, "unknown_key")
    return [name for name in names if f"“{name}”" in fix]


def report_not_a_record(node: Scalar | Sequence, faults: Faults) -> None:
    if isinstance(node, Sequence):
        faults.add(node.line, node.column, "这里应是一条记录，写成了列表", "删去 `-`，写成 `键: 值`", "shape")
    elif not node.written:
        faults.add(node.line, node.column, "这里是空的", "补上内容，或删去这一项", "shape")
    elif not _full_width_colon(node, faults):
        what = f"这里应是一条记录，写成了文字“{shortened(node.text)}”"
        faults.add(node.line, node.column, what, "写成 `键: 值`，每个键一行", "shape")


def _full_width_colon(node: Scalar, faults: Faults) -> bool:
    match = FULL_WIDTH_COLON.match(node.text)
    if match:
        key = match.group().strip(" -：")
        what = f"键 `{key}` 后面是全角冒号“：”"
        faults.add(node.line, node.column + match.start(1), what, f"改成半角冒号加空格：`{key}: 值`", RULE)
    return bool(match)


def report_not_a_value(name: str, node: Mapping | Sequence, model: type[Record], faults: Faults) -> None:
    wrong = "列表" if isinstance(node, Sequence) else "带键的记录"
    faults.add(
        node.line,
        node.column,
        f"{label(name, model)}应是一个值，写成了{wrong}",
        "写成一个值；值里有括号时加引号",
        "shape",
    )


def report_not_a_list(name: str, node: Scalar | Mapping, model: type[Record], faults: Faults) -> None:
    faults.add(
        node.line, node.column, f"{label(name, model)}应是列表", "每项一行，以 `- ` 开头；只有一项也写成列表", "shape"
    )


def report_empty_item(node: Scalar, faults: Faults) -> None:
    faults.add(node.line, node.column, "列表里有空的一项", "补上内容，或删去这个 `-`", "shape")

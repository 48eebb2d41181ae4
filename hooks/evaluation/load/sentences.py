"""What is wrong with a value, in the words of the people who wrote it: model faults to Chinese sentences."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, get_args

from evaluation.load.accidents import FULL_WIDTH_COLON, RULE
from evaluation.load.faults import Faults
from evaluation.load.records import Mapping, Node, Scalar, Sequence
from evaluation.model import Period, Record
from evaluation.problems import meant

WHOLE = "写成整数（半角数字，不带小数点、逗号和单位）"

PATTERNS = {
    f"^{Period.PATTERN}$": "写成如 2022（全年）或 2023-06（1—6月）",
    r"^T[1-9]$": "写成 T1 至 T9",
    r"^[a-z-]+$": "只用小写字母和连字符，如 indicators",
    r"^(official|windows-fonts)$": "只能写 official 或 windows-fonts",
    r"^(odd-even|centred)$": "只能写 odd-even 或 centred",
    r"^[a-z][a-z0-9-]*$": "只用小写字母、数字和连字符，以字母开头，如 zhungeer",
    r"^[0-9+\-（）() 转、,，/]{5,60}$": "写电话或手机号码，如 0477-0000000",
    r"^[0-9]{6}$": "写成六位数字，如 150602",
    r"^I[0-9]{2}$": "写成 I 加两位数字，如 I01",
    r"^T[1-9]-[0-9]{1,2}$": "写成如 T1-1",
    r"^[PZ][0-9]{2,4}$": "写成 P 或 Z 加两到四位数字，如 P01",
    r"^A[0-9]{4}-[0-9]{3,6}$": "写成 A 加年份和三到六位序号，如 A2022-001",
    r"^(一般|较大|重大|特别重大)$": "可写：一般、较大、重大、特别重大",
    r"^D[0-9]{4}-[0-9]{3,6}$": "写成 D 加年份和三到六位序号，如 D2022-001",
}
"""How to write what a pattern of the model asks for; a test holds the two together."""


def label(name: str, model: type[Record]) -> str:
    """`key`（中文标题）"""
    return f"`{name}`（{model.model_fields[name].title}）"


def report_value(
    fault: dict[str, Any], node: Node | None, record: Mapping, model: type[Record], faults: Faults
) -> None:
    """One fault of pydantic, at its value or, when nothing is written, at its record."""
    name = str(fault["loc"][0])
    place = _item(fault, node) or record
    what, fix, rule = value_sentence(fault, name, model)
    faults.add(place.line, place.column, what, fix, rule)


def value_sentence(fault: dict[str, Any], name: str, model: type[Record]) -> tuple[str, str, str]:
    """(what, fix, rule) of one fault of pydantic, as YAML and CSV both say it."""
    if fault["type"] == "missing":
        return f"缺少 {label(name, model)}", f"在这条记录里补 `{name}:` 一行", "missing_key"
    kind, fix = _SENTENCES.get(fault["type"], _other)(fault, name, model)
    return f"{label(name, model)}的值“{shortened(fault['input'])}”{kind}", fix, "wrong_value"


def _item(fault: dict[str, Any], node: Node | None) -> Node | None:
    number = fault["loc"][1] if len(fault["loc"]) > 1 else None
    return node.items[number] if isinstance(node, Sequence) and isinstance(number, int) else node


def shortened(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 30 else text[:29] + "…"


def _own_words(fault: dict[str, Any], name: str, model: type[Record]) -> tuple[str, str]:
    """The model's own validators speak Chinese: 不是…，应写成… or 只能写…"""
    message = str(fault["ctx"]["error"])
    kind, comma, fix = message.partition("，")
    if model.model_fields[name].annotation is int:
        return "不是整数", WHOLE
    return (kind, fix) if comma else ("不对", message)


def _choice(fault: dict[str, Any], name: str, model: type[Record]) -> tuple[str, str]:
    words = [str(word) for word in _enumeration(model.model_fields[name].annotation)]
    near = meant(fault["input"], words)
    listed = "可写：" + "、".join(words)
    return "不在可选的词里", listed if near.startswith("可写") else f"{near}；{listed}"


def _enumeration(annotation: Any) -> type[StrEnum]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return annotation
    return (
        next(part for part in map(_enumeration, get_args(annotation)) if part is not None)
        if get_args(annotation)
        else None
    )


def _pattern(fault: dict[str, Any], name: str, model: type[Record]) -> tuple[str, str]:
    return "格式不对", PATTERNS[fault["ctx"]["pattern"]]


def _other(fault: dict[str, Any], name: str, model: type[Record]) -> tuple[str, str]:
    return "不对", "按“怎样填数据”一页对这一项的说明改写"


Sentence = Callable[[dict[str, Any], str, type[Record]], tuple[str, str]]

_SENTENCES: dict[str, Sentence] = {
    "value_error": _own_words,
    "enum": _choice,
    "string_pattern_mismatch": _pattern,
    "too_short": lambda fault, name, model: ("是空的", "写上内容；没有内容就删去这一行"),
    "date_from_datetime_parsing": lambda fault, name, model: ("不是日历上有的日期", "检查月和日"),
    "date_parsing": lambda fault, name, model: ("不是日历上有的日期", "检查月和日"),
    "int_parsing": lambda fault, name, model: ("不是整数", WHOLE),
    "greater_than_equal": lambda fault, name, model: ("太小", f"不能小于 {fault['ctx']['ge']}"),
    "less_than_equal": lambda fault, name, model: ("太大", f"不能大于 {fault['ctx']['le']}"),
}


def report_unknown_key(key: Scalar, model: type[Record], faults: Faults) -> list[str]:
    """Returns the keys that were probably meant."""
    names = {name: field.title for name, field in model.model_fields.items() if name != "place"}
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

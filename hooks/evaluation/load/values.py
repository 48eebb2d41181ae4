"""What an author typed becomes what its field holds: a text, a number, a day, a word of a list; or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from evaluation.model import Declared, Period, Record, Shape, fields_of, shapes_of
from evaluation.problems import Place, meant

R = TypeVar("R", bound=Record)

PATTERNS = {
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


@dataclass(frozen=True)
class Refusal:
    """Why a field has no value: what `written` is not, and how to write it; nothing is written where it is None."""

    name: str
    written: str | None = None
    wrong: str = ""
    fix: str = ""
    item: int | None = None
    """Which item of a list it is about."""


class _Refused(ValueError):
    """(what the text is not, how to write it)"""


def record_of(model: type[R], written: Mapping[str, Any], place: Place) -> R | tuple[Refusal, ...]:
    """The record of what was written, texts and finished records; else why there is none, in the order of its fields."""
    values: dict[str, Any] = {"place": place}
    refusals: list[Refusal] = []
    for name, shape in shapes_of(model).items():
        field = fields_of(model)[name]
        if name in written:
            try:
                values[name] = value_of(written[name], shape, field)
            except _Refused:
                refusals += _refusals(name, written[name], shape, field)
        elif field.required:
            refusals.append(Refusal(name))
    return tuple(refusals) or model(**values)


def value_of(written: Any, shape: Shape, field: Declared) -> Any:
    if isinstance(written, tuple):
        return tuple(value_of(item, shape, field) for item in written)
    if not isinstance(written, str):
        return written
    if field.pattern and not re.fullmatch(field.pattern, written):
        raise _Refused("格式不对", PATTERNS[field.pattern])
    read = _READERS.get(shape.kind)
    value = read(written) if read else _word(shape.kind, written)
    if field.ge is not None and value < field.ge:
        raise _Refused("太小", f"不能小于 {field.ge}")
    if field.le is not None and value > field.le:
        raise _Refused("太大", f"不能大于 {field.le}")
    return value


def _refusals(name: str, written: Any, shape: Shape, field: Declared) -> Iterator[Refusal]:
    for number, text in enumerate(written) if isinstance(written, tuple) else [(None, written)]:
        try:
            value_of(text, shape, field)
        except _Refused as reason:
            yield Refusal(name, text, *reason.args, item=number)


def _text(written: str) -> str:
    text = written.strip()
    if not text:
        raise _Refused("是空的", "写上内容；没有内容就删去这一行")
    return text


def _number(written: str) -> Decimal:
    # Decimal itself would take "１２", "1_000", "1e3", "NaN": none of them is a figure in a report.
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", written):
        raise _Refused("不是普通十进制数", "应写成如 12.50（半角数字，不带逗号、单位和百分号）")
    return Decimal(written)


def _count(written: str) -> int:
    # 4300 digits are what Python itself reads and prints of a whole number.
    if not re.fullmatch(r"-?[0-9]{1,4300}(\.0+)?", written):
        raise _Refused("不是整数", "写成整数（半角数字，不带小数点、逗号和单位）")
    return int(written.partition(".")[0])


def _day(written: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        raise _Refused("不是日期", "应写成如 2023-06-30")
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _Refused("不是日历上有的日期", "检查月和日") from None


def _truth(written: str) -> bool:
    if written not in ("true", "false"):
        raise _Refused("不对", "只能写 true 或 false")
    return written == "true"


def _period(written: str) -> Period:
    if not re.fullmatch(Period.PATTERN, written):
        raise _Refused("格式不对", "写成如 2022（全年）或 2023-06（1—6月）")
    return Period(written)


def _word(words: type[StrEnum], written: str) -> StrEnum:
    try:
        return words(written)
    except ValueError:
        listed, near = "可写：" + "、".join(words), meant(written, words)
        raise _Refused("不在可选的词里", listed if near.startswith("可写") else f"{near}；{listed}") from None


_READERS: dict[type, Callable[[str], Any]] = {
    str: _text,
    Decimal: _number,
    int: _count,
    date: _day,
    bool: _truth,
    Period: _period,
}

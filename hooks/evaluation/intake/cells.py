"""What one cell says, as the text a data file would hold; and what a value looks like in a cell."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from evaluation.intake.form import Column, How
from evaluation.model import IssuedDocument
from evaluation.problems import meant

Raw = str | list[str] | dict[str, str] | list[dict[str, str]]
"""What a field holds before the model has judged it."""

DIGITS = 15
"""As many as Excel keeps of a number."""
CHINESE_DAY = re.compile(r"(20[0-9]{2})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?")
CHINESE_MONTH = re.compile(r"(20[0-9]{2})年?(?:1[—–-])?([0-9]{1,2})月末?")
DOCUMENT = re.compile(r"(?P<title>.+?)(?:（(?P<rest>[^（）]*)）)?", re.DOTALL)
TRUTHS = {"是": "true", "否": "false", "True": "true", "False": "false"}
"""Excel's own truth values arrive as True and False."""


class Unclear(Exception):
    """A cell that cannot be taken as it is: (what, fix)."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what, self.fix = what, fix


def read(value: object, percent: bool, column: Column) -> Raw | None:
    """The field's text from a cell's value; None for an empty cell. Raises Unclear.

    `percent` says that the cell is shown as a percentage: Excel then holds a hundredth of what is seen.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return READERS.get(column.how, _text)(value, percent, column)


def _text(value: object, percent: bool, column: Column) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return _number(value, percent, column)
    if isinstance(value, (date, datetime)):
        return value.strftime("%Y-%m-%d")
    lines = [line.strip() for line in str(value).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(line for line in lines if line)


def _number(value: object, percent: bool, column: Column) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        exact = Decimal(repr(value)) * (100 if percent else 1)
        return _plain(Decimal(f"{exact:.{DIGITS}g}"))
    text = unicodedata.normalize("NFKC", str(value)).replace(",", "").replace(" ", "")
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise Unclear(f"“{value}”不是数字", "只写数字，单位和说明写在“口径说明”里；没有的数留空")
    return text


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(value: object, percent: bool, column: Column) -> str:
    if isinstance(value, (date, datetime)):
        return value.strftime("%Y-%m-%d")
    text = unicodedata.normalize("NFKC", str(value)).strip()
    found = CHINESE_DAY.fullmatch(text)
    if not found:
        raise Unclear(f"“{value}”不是日期", "写成如 2023-06-30")
    return _iso(found)


def _iso(found: re.Match) -> str:
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


def _period(value: object, percent: bool, column: Column) -> str:
    if isinstance(value, (date, datetime)):
        # Excel turns a typed 2023-06 into the first of June.
        return value.strftime("%Y-%m")
    text = unicodedata.normalize("NFKC", str(value)).replace(" ", "")
    text = re.sub(r"\.0$", "", text)
    if re.fullmatch(r"20[0-9]{2}年?", text):
        return text[:4]
    found = re.fullmatch(r"(20[0-9]{2})-([0-9]{1,2})", text) or CHINESE_MONTH.fullmatch(text)
    if not found:
        raise Unclear(f"“{value}”不是时期", "写成如 2022（全年）或 2023-06（1—6月）")
    return f"{found[1]}-{int(found[2]):02}"


def _truth(value: object, percent: bool, column: Column) -> str:
    text = str(value).strip()
    if text not in TRUTHS:
        raise Unclear(f"“{value}”不是“是”或“否”", "写“是”或“否”，不清楚的留空")
    return TRUTHS[text]


def _choice(value: object, percent: bool, column: Column) -> str:
    text = str(value).strip()
    if text not in column.choices:
        raise Unclear(f"“{value}”不是可写的{column.title}", meant(text, column.choices))
    return text


def _document(value: object, percent: bool, column: Column) -> dict[str, str]:
    return _issued(_text(value, percent, column))


def _documents(value: object, percent: bool, column: Column) -> list[dict[str, str]]:
    return [_issued(line) for line in _text(value, percent, column).split("\n")]


def _issued(text: str) -> dict[str, str]:
    """`《名称》（文号，日期）`; the brackets hold a number, a date, both or nothing."""
    found = DOCUMENT.fullmatch(text)
    inside = [part.strip() for part in re.split("[，,]", found["rest"] or "") if part.strip()]
    days = [part for part in inside if CHINESE_DAY.fullmatch(part)]
    others = [part for part in inside if part not in days]
    issued = {"title": found["title"]}
    if others:
        issued["number"] = "，".join(others)
    if days:
        issued["date"] = _iso(CHINESE_DAY.fullmatch(days[0]))
    return issued


def _lines(value: object, percent: bool, column: Column) -> list[str]:
    return _text(value, percent, column).split("\n")


def _names(value: object, percent: bool, column: Column) -> list[str]:
    return [part for part in re.split(r"[、，,;；\s]+", _text(value, percent, column)) if part]


READERS = {
    How.NUMBER: _number,
    How.DAY: _day,
    How.PERIOD: _period,
    How.TRUTH: _truth,
    How.CHOICE: _choice,
    How.DOCUMENT: _document,
    How.DOCUMENTS: _documents,
    How.LINES: _lines,
    How.NAMES: _names,
}


def written(value: object, column: Column) -> object:
    """What the form shows for a value of the model; None for what is absent."""
    if value is None or value == ():
        return None
    return WRITERS.get(column.how, str)(value)


def _decimal(value: Decimal | int) -> object:
    """A number where Excel holds it exactly, else its text."""
    return float(value) if Decimal(repr(float(value))) == value else str(value)


def issued_text(one: IssuedDocument) -> str:
    inside = "，".join(part for part in (one.number, one.date and one.date.isoformat()) if part)
    # Brackets at the end of a title would be taken for a number.
    return f"{one.title}（{inside}）" if inside or one.title.endswith("）") else one.title


WRITERS = {
    How.NUMBER: _decimal,
    How.DAY: lambda day: day,
    How.PERIOD: lambda period: int(period) if len(period) == 4 else str(period),
    How.TRUTH: lambda truth: "是" if truth else "否",
    How.DOCUMENT: issued_text,
    How.DOCUMENTS: lambda many: "\n".join(map(issued_text, many)),
    How.LINES: "\n".join,
    How.NAMES: "、".join,
}

"""How numbers, dates, shares, states and absence are written in Chinese: the only formatter."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from evaluation.model import Nature, Period, Stage, Status, TaskState, VerdictClass

NO_DATA = "—"
NO_DATA_WORDS = "暂无数据"
BELOW_LAST_UNIT = "…"
NOT_OCCURRED = "未发生"
NOT_REPORTED = "未报送"

_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)

GLYPHS: dict[VerdictClass | TaskState | Stage | None, str] = {
    VerdictClass.ACHIEVED: "●",
    VerdictClass.AHEAD: "●",
    VerdictClass.WITHIN: "●",
    VerdictClass.ON_TRACK: "◆",
    VerdictClass.BEHIND: "▲",
    VerdictClass.MET_BUT_WEAKENING: "▲",
    VerdictClass.FAR_BEHIND: "■",
    VerdictClass.REVERSED: "■",
    VerdictClass.EXCEEDED: "■",
    VerdictClass.OUT_OF_REACH: "■",
    VerdictClass.NOT_JUDGED: "○",
    TaskState.DONE: "●",
    TaskState.ON_SCHEDULE: "◆",
    TaskState.SLOW: "▲",
    TaskState.BLOCKED: "■",
    TaskState.ADJUST: "■",
    Stage.DONE: "●",
    Stage.STRUCTURE_DONE: "●",
    Stage.UNDER_WAY: "◆",
    Stage.ABOUT_TO_START: "▲",
    Stage.STUDY: "▲",
    Stage.PAUSED: "■",
    Stage.ADJUSTED: "■",
    Stage.CANCELLED: "■",
    None: "○",
}
"""A status is told by glyph, word and colour together; None is what nobody reported."""

TONES = {"●": "good", "◆": "steady", "▲": "behind", "■": "bad", "○": "none"}
"""Glyph → the palette's name of its colour."""

SCALES = {"人次": (Decimal(10_000), "万人次"), "万元": (Decimal(10_000), "亿元")}
"""Unit → from which amount on a sentence uses the larger unit, with one decimal."""


def rounded(value: Decimal, decimals: int) -> Decimal:
    """四舍五入: halves go away from zero. Every printed figure is rounded here, once, from its unrounded value."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)


def _hundredfold(fraction: Decimal, decimals: int) -> Decimal:
    """In per cent, rounded; never a negative zero."""
    value = rounded(fraction.scaleb(2, context=_EXACT), decimals)
    return abs(value) if value == 0 else value


def number(value: Decimal | int | None, decimals: int | None = None) -> str:
    """A figure for a table cell. Without `decimals` it is printed as it was written."""
    if value is None:
        return NO_DATA
    value = Decimal(value)
    if decimals is None:
        return format(value, "f")
    result = rounded(value, decimals)
    if result == 0:
        return BELOW_LAST_UNIT if value != 0 else format(abs(result), "f")
    return format(result, "f")


def plain(value: Decimal | int | None) -> str:
    """A figure without the zeros at its end that no one wrote for a reason: 26, 3.5."""
    if value is None:
        return NO_DATA
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(value: Decimal | int | None, unit: str, decimals: int | None = None) -> str:
    """A figure with its unit for a sentence: 46人, 0.0082人/亿元; 暂无数据 where there is none."""
    return NO_DATA_WORDS if value is None else number(value, decimals) + unit


def amount(value: Decimal | int | None, unit: str, decimals: int = 0) -> str:
    """A figure with its unit for a sentence, in 万人次 or 亿元 where it is large: 36.6万人次, 35.2亿元."""
    if value is None:
        return NO_DATA_WORDS
    value = Decimal(value)
    scale, larger = SCALES.get(unit, (None, unit))
    if scale is not None and abs(value) >= scale:
        return number(value / scale, 1) + larger
    return number(value, decimals) + unit


def percent(fraction: Decimal | None, decimals: int = 1) -> str:
    """0.769 → 76.9%."""
    return NO_DATA if fraction is None else f"{_hundredfold(fraction, decimals):f}%"


def whole_percent(fraction: Decimal | None) -> str:
    """40% where it is exactly that, else with one decimal: shares of elapsed time."""
    if fraction is None:
        return NO_DATA
    return percent(fraction, 0 if rounded(fraction, 2) == fraction else 1)


def points(fraction: Decimal | None, decimals: int = 1) -> str:
    """A difference of two percentages, with its sign: +36.9个百分点."""
    if fraction is None:
        return NO_DATA
    value = _hundredfold(fraction, decimals)
    return f"{'+' if value > 0 else ''}{value:f}个百分点"


def against(fraction: Decimal | None, standard: str) -> str:
    """高于时间进度36.9个百分点, 低于…, 与…持平; 暂无数据."""
    if fraction is None:
        return NO_DATA_WORDS
    value = _hundredfold(fraction, 1)
    if value == 0:
        return f"与{standard}持平"
    return f"{'高于' if value > 0 else '低于'}{standard}{abs(value):f}个百分点"


def change(fraction: Decimal | None, decimals: int = 1) -> str:
    """下降11.5%, 上升3.5%, 持平; against zero there is no percentage: 暂无数据."""
    if fraction is None:
        return NO_DATA_WORDS
    return _moved(_hundredfold(fraction, decimals), fraction, "%")


def change_in_points(percentage_points: Decimal | None, decimals: int = 1) -> str:
    """The same for a figure that is itself a percentage: 上升5.0个百分点."""
    if percentage_points is None:
        return NO_DATA_WORDS
    return _moved(rounded(percentage_points, decimals), percentage_points, "个百分点")


def change_by(difference: Decimal | None, unit: str, decimals: int) -> str:
    """The same for a plain difference: 下降6人."""
    if difference is None:
        return NO_DATA_WORDS
    return _moved(rounded(difference, decimals), difference, unit)


def _moved(value: Decimal, exact: Decimal, unit: str) -> str:
    if exact == 0:
        return "持平"
    if value == 0:
        return "基本持平"
    return f"{'上升' if value > 0 else '下降'}{abs(value):f}{unit}"


def share(numerator: Decimal, denominator: Decimal, money: bool = False) -> str:
    """A share never goes without what it is of: 59.1%（26/44）, 35.3%（12.1亿元/34.2亿元）."""
    parts = (
        (amount(numerator, "万元"), amount(denominator, "万元")) if money else (plain(numerator), plain(denominator))
    )
    return f"{percent(numerator / denominator if denominator else None)}（{'/'.join(parts)}）"


def day(value: date | None) -> str:
    """2023年6月30日, without leading zeros."""
    return NO_DATA if value is None else f"{value.year}年{value.month}月{value.day}日"


def period(value: Period, nature: Nature) -> str:
    """2022年, 2023年1—6月 for what is counted over time; 2022年末, 2023年6月末 for what stands on a day."""
    if nature is Nature.STOCK:
        return f"{value.year}年末" if value.month in (None, 12) else f"{value.year}年{value.month}月末"
    if value.month is None:
        return f"{value.year}年"
    return f"{value.year}年{value.month}月" if value.month == 1 else f"{value.year}年1—{value.month}月"


def mark(status: Status) -> str:
    """What stands behind a figure that will be replaced: （预计）, （快报）; nothing behind a final one."""
    return f"（{status.value}）" if status.provisional else ""


def glyph(state: VerdictClass | TaskState | Stage | None) -> str:
    return GLYPHS[state]


def tone(state: VerdictClass | TaskState | Stage | None) -> str:
    return TONES[GLYPHS[state]]


def status(state: VerdictClass | TaskState | Stage | None) -> str:
    """Glyph and word: ● 快于预期; ○ 未报送 where there is none."""
    return f"{GLYPHS[state]} {state.value if state is not None else NOT_REPORTED}"

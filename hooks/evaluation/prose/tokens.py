"""A sentence cut into what the reading understands: names, periods, places, cues, figures, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from evaluation.prose.numerals import ARABIC, CHINESE, MYRIADS, number

UNITS = (
    "人次/十万人", "人/十万人", "人/百万人", "人/百万吨", "人/亿元", "人/万人", "个百分点", "百分点", "人次", "小时", "公顷", "亿吨", "万吨",
    "亿元", "万元", "元", "%", "‰", "起", "人", "名", "项", "个", "家", "处", "支", "座", "条", "件", "份", "户", "顶", "台", "辆", "次", "天",
    "倍", "成", "吨", "栋", "亩", "位",
)  # fmt: skip
DASH = r"(?:—|–|-|－|~|～|至|到)"
ABOUT = r"约|大约|大概|近|将近|接近|逼近|超过|超|突破|逾|不足|不到|不超过|不低于|不少于|低于|高于|少于|多于|小于|大于|至少|至多|最多|仅|仅为|只有|只"
MORE = "多|余|左右|上下|以上|以下|以内|之间|以外"


@dataclass(frozen=True)
class Quantity:
    """A figure as written: `value` in `unit`, its scale (万, 亿) apart; `high` is the upper end of a range."""

    value: Decimal
    decimals: int
    scale: int
    unit: str
    about: str
    """约, 近, 超过 … before it, or 多, 以上 … behind it; empty where it is meant exactly."""
    high: Decimal | None = None
    ordinal: bool = False
    chinese: bool = False

    @property
    def amount(self) -> Decimal:
        return self.value * self.scale

    @property
    def step(self) -> Decimal:
        """What the last digit written is worth."""
        return Decimal(1).scaleb(-self.decimals) * self.scale


class Token(NamedTuple):
    kind: str
    start: int
    end: int
    value: Any = None


PARTS = r"(?:(?:第?[一二三四1-4]|前三)季度|下半年|汛期|凌汛期?|[春夏秋冬]季?)"
"""Of a year, for which there are no figures."""
DATES = rf"""
(?P<span>(?P<sy>(?:19|20)[0-9]{{2}})年?(?:—|–|-|－|~|～|至)(?P<sz>(?:19|20)[0-9]{{2}})年)
|(?P<dated>(?P<dy>(?:19|20)[0-9]{{2}})年(?:
    (?P<half>(?:1|一)月?份?{DASH}6月[份底末]?|上半年|6月(?:30日|[底末](?![0-9])|(?![0-9至到—-])))
  | (?P<part>[0-9]{{1,2}}(?:月份?)?{DASH}[0-9]{{1,2}}月份?|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?(?:{DASH}(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?)?|{PARTS})
  | (?:末|底|度|全年)?))
|(?P<loose>[0-9]{{1,2}}(?:月份?)?{DASH}[0-9]{{1,2}}月份?|[0-9]{{1,2}}月(?:[份底末]|[0-9]{{1,2}}日)?(?:{DASH}[0-9]{{1,2}}月[份底末]?)?|上半年|[0-9]{{1,2}}日|今年|当年|全年|同期|{PARTS})
"""
JUNK = r"""
(?P<junk>〔[0-9]{4}〕[0-9]+号|第[0-9一二三四五六七八九十百]+(?:条|章|款|批|届|号|期|阶段|方面|部分|类)|[A-Z]+[0-9]+(?:[+.][0-9]+)*|[0-9]+国道|[0-9]+省道|[0-9]+:[0-9]+
 |[一二三四五六七八九十]是|一(?:起|个|项|次|家|人|名|处|支|批|些|定|般|系列|方面|种|类|旦)|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+(?:年|月|日|时|分钟|分|岁|℃|毫米|公里|平方公里|平方米|米|级|号|周年|千米|小时制)(?!度)
 |[一二三四五六七八九十两]+(?:年|月|日|季|级|类|大|届|级|会|线|路|层|度|者|边|岗|必须|书|张)|“[^”]{0,6}[0-9一二三四五六七八九十]+[^”]{0,6}”(?!应急))
"""
QUANTITY = rf"""
(?P<quantity>(?P<ordinal>第)?(?P<about>{ABOUT})?(?!(?:19|20)[0-9]{{2}}年)(?P<num>{ARABIC}|{CHINESE})(?:{DASH}(?P<high>{ARABIC}))?(?P<more1>多|余)?(?P<scale>[万亿])?(?P<more2>多|余)?
  (?P<unit>{"|".join(map(re.escape, UNITS))})?(?P<more3>{MORE})?)
"""
TITLE = r"(?P<title>《[^《》]*》)"
STOP = r"(?P<stop>[，、：:,（）()“”《》—。！？；;!?])"


def scanner(names: Iterable[str]) -> re.Pattern:
    """One expression for everything; of two names that begin alike the longer wins."""
    figure = rf"(?:{ABOUT})(?:(?!(?:19|20)[0-9]{{2}}年)[0-9]|{CHINESE}(?:{'|'.join(map(re.escape, UNITS))}))"
    return re.compile(
        rf"(?P<name>(?!{figure})(?:{_branches(sorted(set(names)))}))|{TITLE}|{DATES}|{JUNK}|{QUANTITY}|{STOP}",
        re.VERBOSE,
    )


def _branches(names: list[str]) -> str:
    """Names as a tree of their characters: tried one after the other, a thousand of them would be slow."""
    found = []
    for head, group in groupby((name for name in names if name), key=lambda name: name[0]):
        tails = [name[1:] for name in group]
        inner = _branches([tail for tail in tails if tail])
        optional = "?" if "" in tails else ""
        found.append(re.escape(head) + (f"(?:{inner}){optional}" if inner else ""))
    return "|".join(found)


def tokens(plain: str, pattern: re.Pattern, names: dict[str, tuple[str, Any]]) -> Iterator[Token]:
    """All of the sentence, in order; what nothing knows comes as `rest`."""
    done = 0
    for match in pattern.finditer(plain):
        start, end = match.span()
        token = _token(match, start, end, names)
        if token is None:
            continue
        if start > done:
            yield Token("rest", done, start)
        yield token
        done = end
    if done < len(plain):
        yield Token("rest", done, len(plain))


def _token(match: re.Match, start: int, end: int, names: dict[str, tuple[str, Any]]) -> Token | None:
    found = match.lastgroup  # the outermost
    if found == "name":
        kind, value = names[match[0]]
        return Token(kind, start, end, value)
    if found == "stop":
        return Token("stop", start, end, match[0])
    if found == "title":
        return Token("neutral", start, end)
    if found == "junk":
        return Token("rest", start, end, "junk")
    if found != "quantity":
        return _date(match, start, end)
    quantity = _quantity(match)
    return Token("quantity", match.start("num") if not match["ordinal"] else start, end, quantity) if quantity else None


def _date(match: re.Match, start: int, end: int) -> Token:
    if match["span"]:
        return Token("span", start, end, (int(match["sy"]), int(match["sz"])))
    if match["loose"]:
        return Token("period", start, end, f"?{match['loose']}")
    if match["half"]:
        return Token("period", start, end, f"{match['dy']}-06")
    return Token("period", start, end, f"?{match['dated']}" if match["part"] else match["dy"])


def _quantity(match: re.Match) -> Quantity | None:
    found = number(match["num"])
    if found is None:
        return None
    chinese = not match["num"][0].isdigit()
    unit, about = match["unit"] or "", match["about"] or ""
    if chinese and not unit and not match["ordinal"]:
        return None
    value, decimals = found
    scale = MYRIADS.get(match["scale"] or "", 1)
    for large in ("万", "亿"):
        # 万元, 亿吨: the scale belongs to the number, the unit stays the plain one.
        if unit.startswith(large) and len(unit) > 1:
            unit, scale = unit[1:], scale * MYRIADS[large]
    unit = {"个百分点": "百分点", "名": "人"}.get(unit, unit)
    more = match["more1"] or match["more2"] or match["more3"] or ""
    about = "" if about in ("仅", "仅为", "只有", "只") else about
    high = Decimal(match["high"]) if match["high"] else None
    return Quantity(value, decimals, scale, unit, about or more, high, bool(match["ordinal"]), chinese)

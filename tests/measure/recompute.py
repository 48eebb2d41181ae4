"""A third party's own reading of the published method: every verdict from evaluation.json alone, in plain fractions.

Written from the method's text; it imports nothing of the program that published the file.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction as F
from math import isfinite


def number(text):
    return None if text is None else F(text)


def months(day: str) -> F:
    d = date.fromisoformat(day)
    return d.year * 12 + d.month - 1 + F(d.day, monthrange(d.year, d.month)[1])


def years(start: str, end: str) -> F:
    return (months(end) - months(start)) / 12


def last_day(period: str) -> str:
    year, month = int(period[:4]), int(period[5:] or 12)
    return date(year, month, monthrange(year, month)[1]).isoformat()


def power(base: F, exponent: F) -> F:
    """To fifty digits: near its base a growth is a difference of almost equal numbers."""
    if base == 0:
        return F(0)
    with localcontext() as context:
        context.prec = 50
        numbers = (Decimal(n.numerator) / Decimal(n.denominator) for n in (base, exponent))
        return F(next(numbers) ** next(numbers))


def figure(terms, raw):
    """A ratio only from numerator and denominator."""
    if terms["ratio"] is None:
        return number(raw["value"])
    if raw["numerator"] is None or not number(raw["denominator"]):
        return None
    return F(terms["ratio"]["factor"]) * F(raw["numerator"]) / F(raw["denominator"])


WHOLE_YEARS_ONLY = ("period_mean_ceiling", "each_year_ceiling", "each_year_floor")


def usable(data, terms, raws):
    """(period, value) of the readings that a verdict may rest on, by date."""
    plan, rows = data["plan"], []
    for raw in raws:
        period, value = raw["period"], figure(terms, raw)
        annual, day = len(period) == 4, last_day(raw["period"])
        if value is None or not plan["period"]["base_date"] < day <= f"{plan['period']['last_year']}-12-31":
            continue
        if day > plan["cut_offs"]["annual" if annual else "monthly"]:
            continue
        if not annual and (terms["nature"] == "期间" or terms["judged_as"] in WHOLE_YEARS_ONLY):
            continue
        rows.append((day, period, value))
    return [(period, value) for _, period, value in sorted(rows)]


def year_before(rows, period):
    last = [(p, v) for p, v in rows if int(p[:4]) == int(period[:4]) - 1]
    same = [(p, v) for p, v in last if p[5:] == period[5:]]
    return (same or last or [(None, None)])[-1][1]


def worse(sign, value, reference, band):
    return reference is not None and sign * (reference - value) > band * abs(reference)


def by_pace(method, k):
    if k < 0:
        return "出现倒退"
    if k < F(method["behind"]):
        return "明显滞后"
    if k < F(method["on_track"]):
        return "进度滞后"
    return "基本符合预期" if k < F(method["ahead"]) else "快于预期"


def reached(sign, value, target, strict):
    return sign * value > sign * target or (value == target and not strict)


def verdict(data, indicator, scope, raws, base, start):
    """{verdict, completion, elapsed, pace …} recomputed; `scope` is "city" or a unit's id."""
    terms, method, plan = indicator["terms"], data["method"], data["plan"]["period"]
    rows = usable(data, terms, raws)
    if not rows:
        return {"verdict": "暂不评价", "reason": "no_data"}
    if scope != "city" and terms["ratio"] is not None and terms["nature"] == "期间":
        return {"verdict": "暂不评价", "reason": "small_base"}
    period = rows[-1][0]
    gone = years(start, last_day(period))
    whole = years(start, f"{plan['last_year']}-12-31")
    context = {
        "rows": rows,
        "annual": [(p, v) for p, v in rows if len(p) == 4],
        "base": base,
        "gone": gone,
        "whole": whole,
        "elapsed": gone / whole if 0 < gone <= whole else None,
        "sign": terms["sign"],
        "band": F(method["noise_band"]),
        "strict": terms["target"]["strict"],
        "target": F(terms["target"]["value"]),
        "raws": {raw["period"]: raw for raw in raws},
        "unit": indicator["unit"],
        "years": plan["last_year"] - plan["first_year"] + 1,
        "first": plan["first_year"],
    }
    found = RULES[terms["judged_as"]](terms, method, context)
    return {**found, **beside(terms, method, context, found)}


COUNTED = ("人", "起", "次", "例", "件")


def beside(terms, method, c, found):
    """What stands beside every verdict: the change against the baseline, and whether chance could have made it."""
    raw = c["raws"][c["rows"][-1][0]]
    unit = terms["ratio"]["numerator_unit"] if terms["ratio"] else c["unit"]
    count = number(raw["numerator"] if terms["ratio"] else raw["value"])
    value = found.get("value", c["rows"][-1][1])
    return {
        "small_count": terms["nature"] == "期间" and unit in COUNTED and count < F(method["small_count"]),
        "value": value,
        "change": (value - c["base"]) / abs(c["base"]) if c["base"] else None,
    }


def open_sdg(sign, base, value, gone, target, whole):
    """The published method's value with a target; None where no compound growth leads from one figure to the other."""

    def growth(start, end, years):
        return (float(end) / float(start)) ** (1 / float(years)) - 1 if start and years > 0 and end / start >= 0 else None

    try:
        wanted, walked = growth(base, target, whole), growth(base, value, gone)
        found = sign * (-1 if base < 0 else 1) * walked / abs(wanted) if wanted and walked is not None else None
    except (OverflowError, ZeroDivisionError):
        return None
    return found if found is None or isfinite(found) else None


NOT_COMPUTABLE = {"verdict": "暂不评价", "reason": "not_computable"}
NO_DATA = {"verdict": "暂不评价", "reason": "no_data"}


def travelled(terms, method, c, value, base, target, before, reason=None):
    if c["elapsed"] is None:
        return NOT_COMPUTABLE
    share = c["elapsed"]
    if terms["path"] == "compound":
        if base <= 0 or target <= 0:
            return NOT_COMPUTABLE
        growth = target / base
        share = (power(growth, c["elapsed"]) - 1) / (growth - 1)
    p = (value - base) / (target - base)
    k = p / share
    word = by_pace(method, k)
    if reached(c["sign"], value, target, c["strict"]):
        word = "已达标但走弱" if worse(c["sign"], value, before, c["band"]) else "已提前实现"
    left = c["whole"] - c["gone"]
    return {
        "verdict": word,
        "reason": reason,
        "completion": p,
        "elapsed": c["elapsed"],
        "expected": share,
        "pace": k,
        "difference": p - share,
        "target": target,
        "value": value,
        "required_change": c["target"] / 100 * share if terms["judged_as"] == "relative_change" else None,
        "projection": projected(terms, c, base, value),
        "needed_per_year": (target - value) / left if left else None,
        "achieved_per_year": (value - base) / c["gone"],
        "open_sdg": open_sdg(c["sign"], base, value, c["gone"], target, c["whole"])
        if terms["judged_as"] in ("level", "relative_change")
        else None,
    }


def projected(terms, c, base, value):
    """Onwards along the indicator's own path, not below zero and not beyond the natural limit."""
    ahead = base + (value - base) / c["elapsed"]
    if terms["path"] == "compound" and base > 0 and value > 0:
        ahead = base * power(value / base, 1 / c["elapsed"])
    if base >= 0 and value >= 0:
        ahead = max(ahead, F(0))
    limit = number(terms["limit"])
    return min(ahead, limit) if limit is not None and max(base, value) <= limit else ahead


def kept(c, value, target, references):
    word = "达标" if c["sign"] * value >= c["sign"] * target else "出现倒退"
    if word == "达标" and any(worse(c["sign"], value, r, c["band"]) for r in references):
        word = "已达标但走弱"
    return {"verdict": word, "reason": "maintain", "target": target, "value": value}


def latest(c):
    period, value = c["rows"][-1]
    return value, year_before(c["rows"], period)


def mean(rows):
    return sum(v for _, v in rows) / len(rows) if rows else None


def level(terms, method, c):
    value, before = latest(c)
    if c["base"] is None:
        return NO_DATA
    if c["sign"] * (c["target"] - c["base"]) <= 0:
        return kept(c, value, c["target"], (c["base"], before))
    return travelled(terms, method, c, value, c["base"], c["target"], before)


def relative_change(terms, method, c):
    value, before = latest(c)
    if terms["reading"] == "mean_of_means":
        value, before = mean(c["annual"]), mean(c["annual"][:-1])
    if c["base"] is None or value is None:
        return NO_DATA
    if c["base"] == 0:
        if c["sign"] > 0:
            return NOT_COMPUTABLE
        return {"verdict": "达标" if value <= 0 else "超标", "reason": "zero_baseline", "value": value}
    target = c["base"] * (1 + c["target"] / 100)
    if c["target"] == 0:
        return kept(c, value, target, (c["base"], before))
    if c["sign"] * (target - c["base"]) < 0:
        return NOT_COMPUTABLE
    return travelled(terms, method, c, value, c["base"], target, before)


def period_mean(terms, method, c):
    if not c["annual"]:
        return NO_DATA
    m, n = mean(c["annual"]), len(c["annual"])
    left, limit = c["years"] - n, c["target"]
    headroom = (c["years"] * limit - n * m) / left if left else None
    if reached(-1, m, limit, c["strict"]):
        word = "已达标但走弱" if worse(-1, m, c["base"], c["band"]) else "达标"
    else:
        lost = left and limit >= 0 and (headroom < 0 or (headroom == 0 and c["strict"]))
        word = "已无法实现" if lost else "超标"
    return {
        "verdict": word,
        "reason": None,
        "value": m,
        "mean": m,
        "headroom": headroom,
        "margin": 1 - m / limit if limit else None,
        "years_counted": n,
    }


def each_year(sign, missed):
    def rule(terms, method, c):
        value, before = latest(c)
        met = [reached(sign, v, c["target"], c["strict"]) for _, v in c["annual"]]
        counted = int(c["rows"][-1][0][:4]) - c["first"] + 1
        word = "达标" if met[-1] else missed
        if met[-1] and any(worse(sign, value, r, c["band"]) for r in (c["base"], before)):
            word = "已达标但走弱"
        return {"verdict": word, "reason": None, "completion": F(sum(met), counted), "years_met": sum(met)}

    return rule


def cumulative(terms, method, c):
    if c["target"] <= 0 or c["sign"] < 0 or terms["input"] is None:
        return NOT_COMPUTABLE
    total = c["rows"][-1][1]
    if terms["input"] == "increment":
        if {int(p) for p, _ in c["annual"]} != set(range(c["first"], int(c["rows"][-1][0][:4]) + 1)):
            return NO_DATA
        total = sum(v for _, v in c["annual"])
    return travelled(terms, method, c, total, F(0), c["target"], None)


def mean_growth(terms, method, c):
    value, before = latest(c)
    x, base = c["target"] / 100, c["base"]
    if base is None:
        return NO_DATA
    if x == 0:
        return kept(c, value, base, (base, before))
    sense = 1 + F(method["ahead"]) * x > 0 and 1 + x > 0
    if base <= 0 or value < 0 or c["sign"] * x < 0 or not sense or c["elapsed"] is None:
        return NOT_COMPUTABLE
    rate = power(value / base, 1 / c["gone"]) - 1
    p = rate / x
    target = base * power(1 + x, c["whole"])
    word = by_pace(method, p)
    if reached(c["sign"], value, target, c["strict"]):
        word = "已达标但走弱" if worse(c["sign"], value, before, c["band"]) else "已提前实现"
    growth = open_sdg(c["sign"], base, value, c["gone"], target, c["whole"])
    return {"verdict": word, "reason": None, "completion": p, "pace": p, "rate": rate, "target": target, "open_sdg": growth}


EVIDENCE = r"〔\d{4}〕\s*\d+\s*号|\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}"


def milestone(terms, method, c):
    stages = F(len(terms["stages"]))
    if not stages or c["sign"] < 0:
        return NOT_COMPUTABLE
    value, before = latest(c)
    reason = None
    source = c["raws"][c["rows"][-1][0]]["source"] or ""
    if value >= stages and not re.search(EVIDENCE, source):
        value, reason = stages - 1, "no_evidence"
    return travelled(terms, method, c, value, F(0), stages, before, reason)


RULES = {
    "level": level,
    "relative_change": relative_change,
    "period_mean_ceiling": period_mean,
    "each_year_ceiling": each_year(-1, "超标"),
    "each_year_floor": each_year(1, "进度滞后"),
    "cumulative": cumulative,
    "mean_growth": mean_growth,
    "milestone": milestone,
    "ratio": lambda terms, method, c: NOT_COMPUTABLE,
}


def every_verdict(data):
    """[(published row, recomputed row)] of all scopes of all indicators."""
    base_date, pairs = data["plan"]["period"]["base_date"], []
    for indicator in data["indicators"]:
        terms, raw = indicator["terms"], indicator["baseline"]
        base = figure(terms, raw) if raw else None
        start = (raw["date"] if raw and base is not None else None) or base_date
        found = verdict(data, indicator, "city", indicator["readings"], base, start)
        if indicator["override"]:
            found = {
                **found,
                "computed": found["verdict"],
                "verdict": indicator["override"]["verdict"],
                "reason": "override",
            }
        pairs.append((indicator["city"], found))
        for row in indicator["units"]:
            own = [r for r in row["readings"] if last_day(r["period"]) == base_date]
            base = next((b for b in (figure(terms, r) for r in own) if b is not None), None)
            pairs.append((row, verdict(data, indicator, row["unit"], row["readings"], base, base_date)))
    return pairs


def shares(data):
    """{name: (numerator, denominator)} from the tasks and projects alone."""
    projects, tasks = data["projects"], data["tasks"]
    year = int(data["plan"]["cut_offs"]["tasks"][:4])
    chosen = {}
    for one in projects:
        by_lead = [r for r in one["reports"] if r["unit"] == one["lead"]]
        chosen[one["id"]] = (by_lead or one["reports"] or [{}])[0]
    begun = ("开工在建", "主体完工", "已完工")
    stage = {key: report.get("stage") for key, report in chosen.items()}
    new = [one for one in projects if one["nature"] == "新建"]
    due = [one for one in projects if one["end_year"] <= year]
    building = [key for key, where in stage.items() if where == "开工在建"]
    return {
        "开工率": (sum(where in begun for where in stage.values()), len(projects)),
        "新建开工率": (sum(stage[one["id"]] in begun for one in new), len(new)),
        "竣工率": (sum(stage[one["id"]] == "已完工" for one in due), len(due)),
        "投资完成率": (
            sum(F(report.get("invested") or 0) for report in chosen.values()),
            sum(F(one["investment"]) for one in projects),
        ),
        "序时达标率": (sum(chosen[key]["on_schedule"] is True for key in building), len(building)),
        "任务完成率": (sum(one["state"] == "已完成" for one in tasks), len(tasks)),
        "按序时率": (sum(one["state"] in ("已完成", "按序时推进") for one in tasks), len(tasks)),
    }

"""The evaluation as it would be with one figure replaced; the sources stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.measure.exact import decimal
from evaluation.measure.indicators import city_assessment, unit_assessment
from evaluation.model import Evaluation, Indicator, Period, Reading, Report, Status, UnitReading

FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+)?")
SETTING = re.compile(
    rf"(?:(?P<unit>[a-z][a-z0-9-]*)\.)?(?P<indicator>I[0-9]{{2}})\.(?P<period>{Period.PATTERN})="
    rf"(?P<value>{FIGURE.pattern})(?:/(?P<denominator>{FIGURE.pattern}))?"
)


@dataclass(frozen=True)
class Setting:
    """A new figure for one indicator and period, of the city or of one unit."""

    unit: str | None
    indicator: str
    period: Period
    value: Decimal
    denominator: Decimal | None = None


def parse_setting(text: str) -> Setting | None:
    """`I03.2022=0.031`, `I04.2022=23/62.3`, `zhungeer.I01.2022=12`; None when it is none of these."""
    match = SETTING.fullmatch(text)
    if match is None:
        return None
    denominator = match["denominator"]
    return Setting(
        match["unit"],
        match["indicator"],
        Period(match["period"]),
        Decimal(match["value"]),
        Decimal(denominator) if denominator else None,
    )


def fault(evaluation: Evaluation, setting: Setting) -> str | None:
    """Why a setting cannot be made, in Chinese; None when it can."""
    indicator = evaluation.indicator(setting.indicator)
    if indicator is None:
        known = "、".join(item.id for item in evaluation.indicators)
        return f"没有指标 {setting.indicator}。可用：{known}"
    if setting.unit is not None and evaluation.report(setting.unit) is None:
        known = "、".join(report.unit for report in evaluation.reports)
        return f"没有单位 {setting.unit} 的报送数据。可用：{known}"
    if setting.denominator is not None and indicator.ratio is None:
        return f"{setting.indicator} 不是比率，只写一个数，如 {setting.indicator}.{setting.period}={setting.value}"
    if setting.denominator == 0:
        return "分母不能为 0"
    if indicator.ratio is not None and indicator.ratio.factor == 0:
        return f"{setting.indicator} 的系数为 0，无法由比率折算分子"
    return None


def with_setting(evaluation: Evaluation, setting: Setting) -> Evaluation:
    """The evaluation as it would be with the new figure, as a final one. The setting must have no `fault`."""
    if setting.unit is None:
        changed = _indicator_with(evaluation, setting)
        indicators = tuple(changed if item.id == changed.id else item for item in evaluation.indicators)
        return evaluation.replaced(indicators=indicators)
    changed = _report_with(evaluation, setting)
    reports = tuple(changed if report.unit == changed.unit else report for report in evaluation.reports)
    return evaluation.replaced(reports=reports)


def assessed_with(evaluation: Evaluation, setting: Setting) -> IndicatorAssessment:
    """The setting's own indicator as it would be assessed with the new figure."""
    if setting.unit is None:
        return city_assessment(evaluation, _indicator_with(evaluation, setting))
    return unit_assessment(evaluation, evaluation.indicator(setting.indicator), _report_with(evaluation, setting))


def _indicator_with(evaluation: Evaluation, setting: Setting) -> Indicator:
    indicator = evaluation.indicator(setting.indicator)
    old = next((r for r in indicator.readings if r.period == setting.period), None)
    new = Reading(**_figure(indicator, old, setting))
    return indicator.replaced(readings=_replaced(indicator.readings, old, new))


def _report_with(evaluation: Evaluation, setting: Setting) -> Report:
    indicator, report = evaluation.indicator(setting.indicator), evaluation.report(setting.unit)
    old = next((r for r in report.readings if (r.indicator, r.period) == (indicator.id, setting.period)), None)
    new = UnitReading(indicator=indicator.id, **_figure(indicator, old, setting))
    return report.replaced(readings=_replaced(report.readings, old, new))


def _replaced(readings: tuple, old: Reading | None, new: Reading) -> tuple:
    return tuple(new if reading is old else reading for reading in readings) if old else (*readings, new)


def _figure(indicator: Indicator, old: Reading | None, setting: Setting) -> dict:
    """A ratio told as one number keeps its denominator: the numerator is what would have to be different."""
    common = {"period": setting.period, "status": Status.FINAL}
    if indicator.ratio is None:
        return {**common, "value": setting.value}
    if setting.denominator is not None:
        return {**common, "numerator": setting.value, "denominator": setting.denominator}
    denominator = old.denominator if old and old.denominator else Decimal(1)
    numerator = Fraction(setting.value) * Fraction(denominator) / Fraction(indicator.ratio.factor)
    return {**common, "numerator": decimal(numerator), "denominator": denominator}

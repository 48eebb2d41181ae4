"""What holds for every indicator: better never judges worse, units and order do not matter, nothing breaks."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from evaluation.measure import measure
from evaluation.measure.assessment import IndicatorAssessment
from evaluation.measure.published import published
from evaluation.model import CumulativeInput, Indicator, Kind, VerdictClass
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.checked import Reading
from tests.measure.builders import DOWN, FLOW, STOCK, UP, assessed, evaluation, golden, indicator
from tests.measure.strategies import indicators

RANK = {
    verdict: rank
    for rank, verdict in enumerate(
        (
            VerdictClass.OUT_OF_REACH,
            VerdictClass.EXCEEDED,
            VerdictClass.REVERSED,
            VerdictClass.FAR_BEHIND,
            VerdictClass.BEHIND,
            VerdictClass.ON_TRACK,
            VerdictClass.AHEAD,
            VerdictClass.MET_BUT_WEAKENING,
            VerdictClass.ACHIEVED,
            VerdictClass.WITHIN,
        )
    )
}
MONOTONE = (
    Kind.LEVEL,
    Kind.RELATIVE_CHANGE,
    Kind.PERIOD_MEAN_CEILING,
    Kind.EACH_YEAR_CEILING,
    Kind.EACH_YEAR_FLOOR,
    Kind.CUMULATIVE,
    Kind.MEAN_GROWTH,
    Kind.MILESTONE,
)
small = st.decimals(min_value=0, max_value=200, places=2)
positive = st.decimals(min_value=1, max_value=200, places=2)


def with_latest(one: Indicator, value: Decimal) -> Indicator:
    """The indicator with another figure for 2022."""
    others = tuple(reading for reading in one.readings if reading.period != "2022")
    return one.replaced(readings=(*others, Reading(period="2022", value=value)))


@st.composite
def monotone_cases(draw, kinds=MONOTONE, inputs=tuple(CumulativeInput), ways=("point", "mean_of_means")) -> Indicator:
    kind = draw(st.sampled_from(kinds))
    direction = {Kind.PERIOD_MEAN_CEILING: DOWN, Kind.EACH_YEAR_CEILING: DOWN}.get(kind, UP)
    if kind in (Kind.LEVEL, Kind.RELATIVE_CHANGE, Kind.MEAN_GROWTH):
        direction = draw(st.sampled_from((UP, DOWN)))
    target = draw(small)
    if kind in (Kind.RELATIVE_CHANGE, Kind.MEAN_GROWTH):
        target = target / 5 * direction.sign
    return indicator(
        kind,
        target,
        {"2021": draw(small)} if draw(st.booleans()) else {},
        draw(st.one_of(small, st.just(Decimal(0)))),
        direction,
        draw(st.sampled_from((FLOW, STOCK))),
        draw(st.booleans()),
        path=draw(st.sampled_from(("linear", "compound"))),
        reading=draw(st.sampled_from(ways)),
        input=draw(st.sampled_from(inputs)),
        stages=("启动", "草案", "征求意见", "出台"),
    )


@settings(max_examples=500, deadline=None)
@given(monotone_cases(), small, small)
def test_a_better_figure_is_never_judged_worse(one, first, second):
    better, worse = sorted((first, second), key=lambda value: -one.direction.sign * value)
    ahead, behind = assessed(with_latest(one, better)), assessed(with_latest(one, worse))
    assume(VerdictClass.NOT_JUDGED not in (ahead.verdict, behind.verdict))

    assert RANK[ahead.verdict] >= RANK[behind.verdict]


@settings(max_examples=200, deadline=None)
@given(positive, positive, st.sampled_from(("2021", "2022")))
def test_completion_of_a_level_is_zero_at_the_baseline_and_one_at_the_target(base, target, period):
    assume(base != target)
    direction = UP if target > base else DOWN

    def completion(value: Decimal) -> Decimal | None:
        return assessed(indicator(Kind.LEVEL, target, {period: value}, base, direction)).completion

    assert (completion(base), completion(target)) == (0, 1)


@settings(max_examples=200, deadline=None)
@given(positive, st.decimals(min_value=1, max_value=99, places=1))
def test_completion_of_a_change_is_zero_at_the_baseline_and_one_at_the_target(base, fall):
    target = base * (100 - fall) / 100

    def completion(value: Decimal) -> Decimal | None:
        return assessed(indicator(Kind.RELATIVE_CHANGE, -fall, {"2022": value}, base)).completion

    assert (completion(base), completion(target)) == (0, 1)


@settings(max_examples=100, deadline=None)
@given(positive)
def test_completion_of_a_total_is_zero_for_nothing_and_one_for_all(target):
    def completion(value: Decimal) -> Decimal | None:
        one = indicator(Kind.CUMULATIVE, target, {"2022": value}, direction=UP, input=CumulativeInput.RUNNING)
        return assessed(one).completion

    assert (completion(Decimal(0)), completion(target)) == (0, 1)


PERCENTAGES = (Kind.RELATIVE_CHANGE, Kind.MEAN_GROWTH)


def scaled(one: Indicator, factor: Decimal) -> Indicator:
    """The same indicator told in another unit."""

    def figures(record: Any) -> Any:
        if record is None:
            return None
        field = "numerator" if one.ratio else "value"
        value = getattr(record, field)
        return record.replaced(**{field: None if value is None else value * factor})

    target = one.target
    if one.judged_as not in PERCENTAGES:
        target = target.replaced(value=target.value * factor)
    return one.replaced(
        readings=tuple(figures(reading) for reading in one.readings),
        baseline=figures(one.baseline),
        target=target,
        limit=None if one.limit is None else one.limit * factor,
    )


@settings(max_examples=400, deadline=None)
@given(indicators(), st.sampled_from([Decimal(n) for n in ("10", "10000", "0.001", "7", "0.3")]))
def test_another_unit_changes_no_verdict(one, factor):
    assume(one.judged_as is not Kind.MILESTONE and all(len(str(n)) < 20 for n in all_numbers(one)))
    before, after = assessed(one), assessed(scaled(one, factor))

    assert (before.verdict, before.reason, before.years_met) == (after.verdict, after.reason, after.years_met)
    assert (before.completion, before.expected, before.pace) == (after.completion, after.expected, after.pace)


def all_numbers(one: Indicator) -> list[Decimal]:
    records = (*one.readings, *((one.baseline,) if one.baseline else ()))
    return [one.target.value, *(n for r in records for n in (r.value, r.numerator, r.denominator) if n is not None)]


@settings(max_examples=200, deadline=None)
@given(indicators(), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(one, random):
    shuffled = list(one.readings)
    random.shuffle(shuffled)

    assert assessed(one.replaced(readings=tuple(shuffled))) == assessed(one)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.decimals(min_value=0, max_value=9, places=1), min_size=2, max_size=4), st.randoms())
def test_of_several_figures_for_one_period_the_order_does_not_choose(values, random):
    twice = [Reading(period="2022", value=value, status="预计") for value in values]
    twice.append(Reading(period="2022", value="5"))
    shuffled = random.sample(twice, len(twice))
    one = indicator(Kind.LEVEL, 10, {}, 1, UP)

    rows = [assessed(one.replaced(readings=tuple(some))) for some in (twice, shuffled)]

    assert rows[0] == rows[1]
    assert rows[0].datum.value == 5


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_reports_and_their_readings_changes_no_published_byte(random):
    built = golden()
    reports = [
        report.replaced(readings=tuple(random.sample(report.readings, len(report.readings))))
        for report in random.sample(built.reports, len(built.reports))
    ]
    mixed = built.replaced(reports=tuple(reports))

    def verdicts(of) -> str:
        data = published(of, measure(of))
        for one in data["indicators"]:
            for row in one["units"]:
                row.pop("readings")
        return json.dumps(data, ensure_ascii=False)

    assert verdicts(mixed) == verdicts(built)


def numbers_in(row: IndicatorAssessment) -> list[Decimal]:
    found = [value for value in vars(row).values() if isinstance(value, Decimal)]
    return found + ([row.border.value, row.border.distance] if row.border else [])


@settings(max_examples=600, deadline=None)
@given(indicators())
def test_no_input_makes_a_nan_or_an_exception(one):
    built = evaluation(one)
    (row,) = measure(built).city

    assert all(number.is_finite() for number in numbers_in(row))
    assert (row.verdict is VerdictClass.NOT_JUDGED) == (row.border is None)
    assert row.verdict is not VerdictClass.NOT_JUDGED or row.reason is not None
    json.dumps(published(built, measure(built)), allow_nan=False)


AS_IT_STANDS = tuple(kind for kind in MONOTONE if kind not in (Kind.MILESTONE, Kind.PERIOD_MEAN_CEILING))


@settings(max_examples=300, deadline=None)
@given(monotone_cases(AS_IT_STANDS, (CumulativeInput.RUNNING,), ("point",)), small)
def test_the_border_is_where_the_class_changes_and_nothing_changes_before(one, value):
    """Of a figure judged as it stands: just beyond the border the named class, halfway to it still the old one."""
    row = assessed(with_latest(one, value))
    assume(row.border is not None)
    # Growth to less than nothing has no rate: beyond a border at zero there is no figure to judge.
    assume(one.kind is not Kind.MEAN_GROWTH or row.border.value > 0)
    assert abs(row.border.distance - abs(row.border.value - row.value)) < Decimal("1e-25")

    towards = Fraction(row.border.value) - Fraction(value)
    away = {UP: 1, DOWN: -1}[one.direction] if row.border.verdict in better_than(row.verdict) else None
    step = Fraction(1, 10**12) * (away or -one.direction.sign)
    beyond = assessed(with_latest(one, as_decimal(Fraction(row.border.value) + step)))
    halfway = assessed(with_latest(one, as_decimal(Fraction(value) + towards / 2)))

    assert beyond.verdict is row.border.verdict
    assert halfway.verdict is row.verdict


def better_than(verdict: VerdictClass) -> set[VerdictClass]:
    return {other for other, rank in RANK.items() if rank > RANK[verdict]}


def as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)

"""Indicators of every kind with every sort of figures, also ones no author should write."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from evaluation.model import Attribute, CumulativeInput, Direction, IndicatorGroup, Kind, Nature, Path, Reading3, Status
from hypothesis import strategies as st

from tests.checked import Baseline, Indicator, RatioSpec, Reading, Target

PERIODS = ("2019", "2020", "2021", "2022", "2023", "2021-06", "2022-06", "2022-12", "2023-06", "2024-01", "2026")
SOURCES = (None, "台账", "鄂应急发〔2022〕50号", "2022年5月1日批复")

numbers = st.one_of(
    st.sampled_from([Decimal(n) for n in ("0", "1", "-1", "0.5", "10", "100", "52", "46", "44.2", "49", "7.5")]),
    st.decimals(min_value=-1000, max_value=1000, places=3),
    st.decimals(min_value=0, max_value=100, places=1),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30),
)


@st.composite
def readings(draw, ratio: bool) -> Reading:
    figures = {"numerator": draw(numbers), "denominator": draw(numbers)} if ratio else {"value": draw(numbers)}
    if draw(st.integers(0, 9)) == 0:
        figures = {}
    return Reading(
        period=draw(st.sampled_from(PERIODS)),
        status=draw(st.sampled_from(Status)),
        source=draw(st.sampled_from(SOURCES)),
        **figures,
    )


@st.composite
def baselines(draw, ratio: bool) -> Baseline | None:
    if draw(st.integers(0, 7)) == 0:
        return None
    figures = {"numerator": draw(numbers), "denominator": draw(numbers)} if ratio else {"value": draw(numbers)}
    day = draw(st.sampled_from([None, None, None, date(2020, 12, 31), date(2019, 12, 31), date(2024, 6, 15)]))
    return Baseline(label="基期", date=day, status=draw(st.sampled_from(Status)), **figures)


@st.composite
def indicators(draw) -> Indicator:
    ratio = draw(st.booleans())
    judged_as = draw(st.sampled_from(Kind))
    return Indicator(
        id="I01",
        name="指标",
        group=IndicatorGroup.SAFETY,
        unit="人",
        attribute=Attribute.BINDING,
        direction=draw(st.sampled_from(Direction)),
        nature=draw(st.sampled_from(Nature)),
        kind=Kind.RATIO if ratio else judged_as,
        reading=draw(st.sampled_from(Reading3)),
        path=draw(st.sampled_from(Path)),
        input=draw(st.sampled_from([None, *CumulativeInput])),
        stages=draw(st.sampled_from([(), ("启动", "草案", "出台")])),
        baseline=draw(baselines(ratio)),
        target=Target(value=draw(numbers), text="目标", strict=draw(st.booleans())),
        ratio=RatioSpec(
            numerator="子",
            numerator_unit="人",
            denominator="母",
            denominator_unit="万人",
            factor=draw(st.sampled_from([Decimal(1), Decimal(100), Decimal("0.01")])),
            judged_as=judged_as,
        )
        if ratio
        else None,
        limit=draw(st.sampled_from([None, Decimal(100), Decimal(0)])),
        definition="解释",
        source="来源",
        owners=("yingji",),
        readings=tuple(draw(st.lists(readings(ratio), max_size=6, unique_by=lambda r: r.period))),
    )

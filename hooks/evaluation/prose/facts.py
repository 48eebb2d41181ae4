"""Every figure a text can quote, each with what it is about, for when and whom, and the reference that prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.measure.ranking import rankings
from evaluation.model import (
    Attribute,
    Duty,
    Evaluation,
    Indicator,
    IndicatorGroup,
    Kind,
    Nature,
    ProjectLevel,
    Reading3,
    Stage,
    TaskState,
    Unit,
    UnitKind,
    VerdictClass,
)
from evaluation.prose.text import Material

Subject = tuple[str, ...]
"""What a figure is about: ("indicator", "I01"), ("accidents", "煤矿"), ("stage", "开工在建") …"""

VALUE, TARGET, TARGET_CHANGE, CHANGE, CHANGE_BY, YEARLY, YEARLY_BY = "值", "目标值", "目标变化", "变化", "增减", "同比", "同比增减"
COMPLETION, ELAPSED, DIFFERENCE, MEAN, SUM = "完成率", "时间进度", "差距", "均值", "合计"
HEADROOM, PROJECTION, RANK, BEGIN, FINISH, LEFT = "余量", "预期", "名次", "开工年", "完工年", "余地"
BASE, END = "base", "end"
"""Periods beside the years: the base period and the end of the plan."""

ALL = ""
"""As the second part of a subject: not one sector, kind or stage, but all of them."""


@dataclass(frozen=True)
class Fact:
    subject: Subject
    measure: str
    value: Decimal
    unit: str
    """Per cent and 百分点 stand for themselves: 0.115 is kept as 11.5."""
    period: str | None = None
    scope: str | None = None
    """A unit's id; None for the city."""
    reference: str | None = None
    """Without braces, and without the unit's name."""
    also: tuple[Decimal, ...] = ()
    """Values it may be quoted with as well: what follows from rounded figures."""
    name: str = ""


@dataclass(frozen=True)
class Facts:
    by_subject: dict[tuple[Subject, str], tuple[Fact, ...]]

    def of(self, subject: Subject, measure: str) -> tuple[Fact, ...]:
        return self.by_subject.get((subject, measure), ())


def facts(material: Material) -> Facts:
    found: dict[tuple[Subject, str], list[Fact]] = defaultdict(list)
    for source in (_indicators, _components, _events, _projects, _tasks, _counts, _ranks, _people):
        for fact in source(material):
            found[(fact.subject, fact.measure)].append(fact)
    return Facts({key: tuple(rows) for key, rows in found.items()})


def short_name(indicator: Indicator) -> str:
    """The name a reference calls it by."""
    return next((name for name in indicator.aliases if " " not in name), indicator.name)


# ------------------------------------------------------------------------------------------------- indicators


def _indicators(material: Material) -> Iterator[Fact]:
    for row in (*material.assessment.city, *material.assessment.units):
        indicator = material.evaluation.indicator(row.indicator)
        if indicator is not None:
            yield from _of_row(material.evaluation, indicator, row)


def _of_row(evaluation: Evaluation, indicator: Indicator, row: IndicatorAssessment) -> Iterator[Fact]:
    subject, name = ("indicator", indicator.id), short_name(indicator)

    def fact(measure: str, value: Decimal | None, unit: str, period: str | None = None, word: str | None = None, also=()):
        if value is not None:
            reference = word and " ".join(filter(None, (word, name, period if period not in (BASE, END) else None)))
            yield Fact(subject, measure, value, unit, period, row.unit, reference, tuple(also), indicator.name)

    yield from fact(VALUE, row.baseline, indicator.unit, BASE, "基期")
    for datum in row.series:
        yield from fact(VALUE, datum.value, indicator.unit, str(datum.period), "值")
    if row.target is not None or indicator.judged_as in (Kind.LEVEL,):
        yield from fact(TARGET, row.target, indicator.unit, END, "目标值")
    if indicator.judged_as is Kind.RELATIVE_CHANGE:
        yield from fact(TARGET_CHANGE, indicator.target.value, "%", END)
    yield from _changes(evaluation, indicator, row, fact)
    latest = str(row.datum.period) if row.datum else None
    if row.pace is not None:
        yield from fact(COMPLETION, _percent(row.completion), "%", None, "完成率")
        yield from fact(DIFFERENCE, _percent(row.difference), "百分点", None, "差距")
    yield from fact(ELAPSED, _percent(row.elapsed), "%", None, "时间进度")
    yield from fact(MEAN, row.mean, indicator.unit, None, "均值")
    yield from fact(HEADROOM, row.headroom, indicator.unit, None, "余量")
    yield from fact(PROJECTION, row.projection, indicator.unit, END, "预期")
    if row.mean is not None and row.target is not None:
        yield from fact(LEFT, abs(row.target - row.mean), indicator.unit)
    years = [datum for datum in row.series if datum.period.annual]
    if indicator.ratio is None and indicator.nature is Nature.FLOW and len(years) > 1:
        total = sum((datum.value for datum in years), Decimal(0))
        yield from fact(SUM, total, indicator.unit, latest)
        yield from fact(MEAN, total / len(years), indicator.unit, latest)


def _changes(evaluation: Evaluation, indicator: Indicator, row: IndicatorAssessment, fact) -> Iterator[Fact]:
    """Against the base period and against the year before: in per cent, or 百分点 where the figure is a percentage."""
    comparable = [d for d in row.series if d.period.annual or indicator.nature is Nature.STOCK]
    points = indicator.unit == "%"
    by_period = {str(datum.period): datum for datum in row.series}
    base_year = evaluation.plan.period.base_date.year
    for datum in comparable:
        before = by_period.get(str(datum.period).replace(str(datum.period.year), str(datum.period.year - 1), 1))
        then = before.value if before else row.baseline if datum.period.annual and datum.period.year == base_year + 1 else None
        for measure, old, word in ((CHANGE, row.baseline, "变化"), (YEARLY, then, "同比")):
            if old is None or (measure == CHANGE and indicator.reading is not Reading3.POINT):
                continue
            by = YEARLY_BY if measure == YEARLY else CHANGE_BY
            if points:
                yield from fact(measure, datum.value - old, "百分点", str(datum.period), word)
                continue
            yield from fact(by, datum.value - old, indicator.unit, str(datum.period))
            if old:
                also = _from_rounded(datum.value, old, indicator.decimals)
                yield from fact(measure, _percent((datum.value - old) / abs(old)), "%", str(datum.period), word, also)


def _from_rounded(now: Decimal, then: Decimal, decimals: int) -> Iterator[Decimal]:
    """The change as a reader recomputes it from the printed figures."""
    step = Decimal(1).scaleb(-decimals)
    shown_now, shown_then = now.quantize(step), then.quantize(step)
    if shown_then:
        yield _percent((shown_now - shown_then) / abs(shown_then))


def _percent(fraction: Decimal | None) -> Decimal | None:
    return None if fraction is None else fraction * 100


def _components(material: Material) -> Iterator[Fact]:
    """Numerators and denominators of ratios: output, population, staff."""
    yield from with_changes(dict.fromkeys(_parts_of_ratios(material)))


def _parts_of_ratios(material: Material) -> Iterator[Fact]:
    for row in (*material.assessment.city, *material.assessment.units):
        indicator = material.evaluation.indicator(row.indicator)
        if indicator is None or indicator.ratio is None:
            continue
        ratio = indicator.ratio
        base = indicator.baseline if row.unit is None else _own_base(material.evaluation, row)
        figures: list[tuple[str, Datum]] = [(BASE, base)] if base is not None else []
        figures += [(str(datum.period), datum) for datum in row.series]
        for period, datum in figures:
            for name, unit, value in (
                (ratio.numerator, ratio.numerator_unit, datum.numerator),
                (ratio.denominator, ratio.denominator_unit, datum.denominator),
            ):
                if value is not None:
                    yield Fact(("component", name), VALUE, value, unit, period, row.unit, name=name)


def with_changes(counted: Iterable[Fact]) -> Iterator[Fact]:
    """The figures, and of whole years their changes on the year before and on the base."""
    known: dict[tuple, Fact] = {}
    for fact in counted:
        known[(fact.subject, fact.scope, fact.period)] = fact
        yield fact
    for (subject, scope, period), fact in known.items():
        if not period or not period.isdigit():
            continue
        base = known.get((subject, scope, BASE))
        before = known.get((subject, scope, str(int(period) - 1)))
        for then, measure, by in ((before, YEARLY, YEARLY_BY), (base, CHANGE, CHANGE_BY)):
            if then is not None:
                yield replace(fact, measure=by, value=fact.value - then.value, reference=None)
            if then is not None and then.value:
                yield replace(fact, measure=measure, value=(fact.value - then.value) / then.value * 100, unit="%", reference=None)


def _own_base(evaluation: Evaluation, row: IndicatorAssessment):
    report = evaluation.report(row.unit) if row.unit else None
    day = evaluation.plan.period.base_date
    readings = report.readings if report else ()
    return next((r for r in readings if r.indicator == row.indicator and r.period.end == day), None)


# ------------------------------------------------------------------------------------------------- events


def _events(material: Material) -> Iterator[Fact]:
    yield from with_changes(_counts_of_events(material.evaluation))


def _counts_of_events(evaluation: Evaluation) -> Iterator[Fact]:
    for scope, accidents, disasters in _places(evaluation):
        for period, at in _periods(evaluation):
            for sector in (ALL, *evaluation.plan.sectors, *sorted({a.sector for a in evaluation.accidents} - set(evaluation.plan.sectors))):
                found = [a for a in accidents if at(a.date) and sector in (ALL, a.sector)]
                word = f"{period} {sector}".strip()
                yield Fact(("accidents", sector), VALUE, Decimal(len(found)), "起", period, scope, f"事故起数 {word}", name=f"{sector}事故起数")
                deaths = Decimal(sum(a.deaths for a in found))
                yield Fact(("deaths", sector), VALUE, deaths, "人", period, scope, f"事故死亡 {word}", name=f"{sector}事故死亡人数")
            for level in ("较大", "重大", "特别重大"):
                found = [a for a in accidents if at(a.date) and a.level == level]
                yield Fact(("level", level), VALUE, Decimal(len(found)), "起", period, scope, name=f"{level}事故起数")
                yield Fact(("level deaths", level), VALUE, Decimal(sum(a.deaths for a in found)), "人", period, scope, name=f"{level}事故死亡人数")
            for kind in (ALL, *evaluation.plan.disaster_kinds):
                found = [d for d in disasters if at(d.date) and kind in (ALL, d.kind)]
                yield from _disasters(found, kind, period, scope)


def _disasters(found: list, kind: str, period: str, scope: str | None) -> Iterator[Fact]:
    word = f"{period} {kind}".strip()
    for subject, name, unit, reference, amount in (
        ("disasters", "灾害起数", "起", f"灾害起数 {word}", len(found)),
        ("affected", "受灾人次", "人次", f"受灾人次 {word}", sum(d.affected for d in found)),
        ("loss", "灾害直接经济损失", "万元", f"灾害损失 {word}", sum((d.loss for d in found), Decimal(0))),
        ("crops", "农作物受灾面积", "公顷", None, sum((d.crop_area for d in found), Decimal(0))),
        ("relocated", "转移安置人次", "人次", None, sum(d.relocated for d in found)),
        ("disaster deaths", "因灾死亡失踪人数", "人", None, sum(d.deaths for d in found)),
    ):
        yield Fact((subject, kind), VALUE, Decimal(amount), unit, period, scope, reference, name=f"{kind}{name}")


def _places(evaluation: Evaluation) -> Iterator[tuple[str | None, tuple, tuple]]:
    yield None, evaluation.accidents, evaluation.disasters
    for banner in evaluation.banners:
        yield (
            banner.id,
            tuple(a for a in evaluation.accidents if a.unit == banner.id),
            tuple(d for d in evaluation.disasters if d.unit == banner.id),
        )


def _periods(evaluation: Evaluation) -> Iterator[tuple[str, object]]:
    """Whole years with records, and the year of the monthly cut-off up to that month."""
    cut_off = evaluation.plan.cut_offs.monthly
    years = sorted({event.date.year for event in (*evaluation.accidents, *evaluation.disasters)})
    for year in years:
        if year < cut_off.year:
            yield str(year), lambda day, year=year: day.year == year
        elif year == cut_off.year:
            yield f"{year}-{cut_off.month:02}", lambda day, year=year: day.year == year and day <= cut_off


# ------------------------------------------------------------------------------------------------- work


def _projects(material: Material) -> Iterator[Fact]:
    for standing in material.assessment.projects:
        project, subject = standing.project, ("project", standing.project.id)
        yield Fact((*subject, "总投资"), VALUE, project.investment, "万元", reference=f"总投资 {project.id}", name=f"{project.name}总投资")
        yield Fact((*subject, "年限"), BEGIN, Decimal(project.start_year), "年", name=f"{project.name}计划开工年")
        yield Fact((*subject, "年限"), FINISH, Decimal(project.end_year), "年", name=f"{project.name}计划完工年")
        done = standing.report.invested if standing.report else None
        if done is not None:
            yield Fact((*subject, "完成投资"), VALUE, done, "万元", reference=f"完成投资 {project.id}", name=f"{project.name}累计完成投资")
            if project.investment:
                share = done / project.investment * 100
                yield Fact((*subject, "投资完成率"), VALUE, share, "%", name=f"{project.name}投资完成率")
    done = [s.report.invested for s in material.assessment.projects if s.report and s.report.invested is not None]
    total = sum((s.project.investment for s in material.assessment.projects), Decimal(0))
    yield Fact(("investment", "总投资"), VALUE, total, "万元", reference="投资 总投资", name="重点项目总投资")
    if done:
        yield Fact(("investment", "完成投资"), VALUE, sum(done, Decimal(0)), "万元", reference="投资 累计完成", name="重点项目累计完成投资")


def _counted(kind: str, word: str, things: Iterable, tests: Iterable[tuple[str, object]]) -> Iterator[Fact]:
    things = tuple(things)
    for name, test in tests:
        count = Decimal(sum(1 for thing in things if test(thing)))
        yield Fact((kind, name), VALUE, count, "个", reference=f"{word} {name}".strip(), name=f"{name}{word}")


def _tasks(material: Material) -> Iterator[Fact]:
    areas = material.evaluation.plan.areas
    tasks = [(ALL, lambda t: True)] + [(s.value, lambda t, s=s: t.state is s) for s in TaskState]
    tasks += [(area.name, lambda t, area=area: t.task.area == area.id) for area in areas]
    yield from _counted("tasks", "任务数", material.assessment.tasks, tasks)
    projects = [(ALL, lambda p: True)] + [(s.value, lambda p, s=s: p.stage is s) for s in Stage]
    projects += [("未开工", lambda p: p.stage is not None and p.stage.not_started), ("已开工", lambda p: p.stage is not None and p.stage.started)]
    projects += [(level.value, lambda p, level=level: p.project.level is level) for level in ProjectLevel]
    groups = dict.fromkeys(s.project.group for s in material.assessment.projects)
    projects += [(group, lambda p, group=group: p.project.group == group) for group in groups]
    yield from _counted("projects", "项目数", material.assessment.projects, projects)


def _counts(material: Material) -> Iterator[Fact]:
    evaluation, assessment = material.evaluation, material.assessment
    pairs = [(evaluation.indicator(row.indicator), row) for row in assessment.city]
    tests = [(ALL, lambda p: True)] + [(v.value, lambda p, v=v: p[1].verdict is v) for v in VerdictClass]
    tests += [(a.value, lambda p, a=a: p[0].attribute is a) for a in Attribute]
    tests += [(g.value, lambda p, g=g: p[0].group is g) for g in IndicatorGroup]
    yield from _counted("indicators", "指标数", pairs, tests)
    for elapsed in sorted({row.elapsed for row in assessment.city if row.elapsed is not None}):
        yield Fact(("elapsed", ALL), ELAPSED, elapsed * 100, "%", name="时间进度")
    yield Fact(("areas", ALL), VALUE, Decimal(len(evaluation.plan.areas)), "个", name="重点任务领域数")
    for name, kind in (("旗区", UnitKind.BANNER), ("园区", UnitKind.PARK)):
        of_kind = [unit for unit in evaluation.units if unit.kind is kind]
        yield Fact(("units", name), VALUE, Decimal(len(of_kind)), "个", name=f"{name}数")
        yield Fact(("units", name), VALUE, Decimal(sum(u.duty is Duty.REPORTS for u in of_kind)), "个", name=f"{name}数")
    for share in assessment.shares:
        if share.value is not None:
            yield Fact(("share", share.name), VALUE, share.value * 100, "%", name=share.name)


def _ranks(material: Material) -> Iterator[Fact]:
    for place in rankings(material.evaluation, material.assessment.city, material.assessment.units):
        indicator = material.evaluation.indicator(place.indicator)
        yield Fact(("indicator", place.indicator), RANK, Decimal(place.place), "位", None, place.unit, name=f"{indicator.name}名次")


def _people(material: Material) -> Iterator[Fact]:
    """The census figure of each unit."""
    for unit in material.evaluation.units:
        if unit.population is not None:
            yield Fact(("component", "常住人口"), VALUE, unit.population.value / 10_000, "万人", None, unit.id, name=f"{unit.name}常住人口")


def unit_name(evaluation: Evaluation, scope: str | None) -> str:
    unit: Unit | None = evaluation.unit(scope) if scope else None
    return unit.label if unit else "全市"

"""The third party rates what exists, once, on the scale of the self-assessment."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from evaluation.model import Evaluation, Stage, TaskState, ThirdPartyRating, VerdictClass
from evaluation.problems import Place, Problem, meant

RATED_THROUGHOUT = "全市"


def third_party_rates_what_exists(evaluation: Evaluation) -> Iterator[Problem]:
    known = {key for key, _ in _scales(evaluation)}
    if evaluation.faults and not (evaluation.indicators and evaluation.tasks and evaluation.projects):
        return  # A register could not be read, and that is reported.
    reporting = {unit.id for unit in evaluation.reporting_units}
    for one in _ratings(evaluation):
        if one.about not in known and one.about not in evaluation.refused:
            what = f"没有编号或名称为“{one.about}”的指标、任务、项目或保障措施"
            yield Problem(one.place.of("about"), what, meant(one.about, known))
        if one.unit is not None and one.unit not in reporting and one.unit not in evaluation.refused:
            what = f"没有编号为“{one.unit}”的自评估单位"
            yield Problem(one.place.of("unit"), what, meant(one.unit, reporting))
        if one.unit is None and one.about in evaluation.plan.safeguards:
            what = f"保障措施“{one.about}”由各单位自评，没有写评的是哪个单位"
            yield Problem(one.place.of("about"), what, "补 `unit:`")


def third_party_uses_the_same_scale(evaluation: Evaluation) -> Iterator[Problem]:
    scales = dict(_scales(evaluation))
    for one in _ratings(evaluation):
        words = tuple(word.value for word in scales.get(one.about, ()))
        if words and one.rating not in words:
            what = f"{one.about} 的第三方评价“{one.rating}”不是自评估所用的词"
            yield Problem(one.place.of("rating"), what, "可写：" + "、".join(words))


def third_party_rates_each_thing_once(evaluation: Evaluation) -> Iterator[Problem]:
    first: dict[tuple[str, str | None], Place] = {}
    for one in _ratings(evaluation):
        key = (one.about, one.unit)
        if key in first:
            what = f"{one.about}（{one.unit or RATED_THROUGHOUT}）评了两次，{first[key]} 已经评过"
            yield Problem(one.place.of("about"), what, "合并成一条")
        first.setdefault(key, one.place.of("about"))


def third_party_dates_are_in_order(evaluation: Evaluation) -> Iterator[Problem]:
    """Rated, then reconciled, then sent: nothing is dated after the report it belongs to."""
    found, end = evaluation.third_party, evaluation.plan.document.date
    if found is None:
        return
    if found.date > end:
        yield Problem(found.place.of("date"), f"第三方评估日期 {found.date} 晚于成文日期 {end}", "改正日期")
    for one in found.ratings:
        note = one.reconciliation
        if note is not None and not found.date <= note.date <= end:
            order = f"早于第三方评估日期 {found.date}" if note.date < found.date else f"晚于成文日期 {end}"
            yield Problem(note.place.of("date"), f"{one.about} 的协调日期 {note.date} {order}", "改正日期")


def _ratings(evaluation: Evaluation) -> tuple[ThirdPartyRating, ...]:
    return evaluation.third_party.ratings if evaluation.third_party else ()


def _scales(evaluation: Evaluation) -> Iterator[tuple[str, type[StrEnum]]]:
    """What can be rated, each with the words that the self-assessment has for it."""
    yield from ((indicator.id, VerdictClass) for indicator in evaluation.indicators)
    yield from ((task.id, TaskState) for task in evaluation.tasks)
    yield from ((project.id, Stage) for project in evaluation.projects)
    yield from ((safeguard, TaskState) for safeguard in evaluation.plan.safeguards)

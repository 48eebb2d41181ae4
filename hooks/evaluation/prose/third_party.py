"""The third party's ratings, read against the self-assessment."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.measure.third_party import comparisons
from evaluation.problems import Problem
from evaluation.prose.text import Material, Text


def differing_ratings_are_reconciled(written: tuple[Text, ...], material: Material) -> Iterator[Problem]:
    """What two assessors see differently is explained before the report goes to the government."""
    for one in comparisons(material.evaluation, material.assessment):
        if one.owes:
            what = f"{one.about} 自评为“{one.own}”，第三方评为“{one.rating}”，没有协调说明"
            fix = "送审前在这一条下补 `reconciliation:`，写明 `text`、`by`、`date`"
            yield Problem(one.place.of("rating"), what, fix)

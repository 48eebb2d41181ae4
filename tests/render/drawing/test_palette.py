"""Colours are legible on the light and the dark page, and told apart in grey."""

from __future__ import annotations

from itertools import pairwise

import pytest
from evaluation.render.drawing.dark import PAIRS
from evaluation.render.drawing.palette import DARK, LIGHT, contrast, luminance
from evaluation.render.drawing.parts import HATCHES

LEGIBLE = 4.5
"""WCAG 2.1 AA for text."""


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_of_every_tone_stand_out_from_the_page(colours):
    for colour in (colours.ink, colours.quiet, *colours.tones.values()):
        assert contrast(colour, colours.paper) >= LEGIBLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_figures_inside_areas_are_legible(colours):
    for fill in (*colours.ramp, *colours.tones.values(), colours.band):
        assert contrast(colours.on(fill), fill) >= LEGIBLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_steps_of_the_ramp_are_told_apart_in_grey(colours):
    for one, other in pairwise(colours.ramp):
        assert contrast(one, other) >= 1.25
    steps = [luminance(colour) for colour in colours.ramp]
    assert steps in (sorted(steps), sorted(steps, reverse=True))


def test_tones_of_a_bar_differ_by_hatch_for_grey_print():
    patterns = [HATCHES.get(tone) for tone in ("good", "steady", "behind", "bad", "other")]

    assert len(set(patterns)) == len(patterns)


def test_the_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_words_in_an_area_are_legible_on_the_dark_page_too():
    dark = dict(PAIRS)
    for fill in (*LIGHT.ramp, *LIGHT.tones.values(), LIGHT.band):
        assert contrast(dark[LIGHT.on(fill)], dark[fill]) >= LEGIBLE

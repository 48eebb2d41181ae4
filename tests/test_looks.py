"""The style sheet and what is carried of others: words are legible in light and dark, vendored files are what their maker made."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from evaluation.render.drawing.palette import contrast

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "hooks" / "theme" / "assets"
STYLES = (ASSETS / "evaluation" / "site.css").read_text(encoding="utf-8")
LEGIBLE = 4.5
INKS = (
    "--ev-ink", "--ev-quiet", "--md-typeset-a-color", "--md-accent-fg-color",
    "--status-good", "--status-fair", "--status-late", "--status-bad", "--status-none",
)  # fmt: skip
PAPERS = ("--md-default-bg-color", "--ev-card", "--ev-head", "--ev-stripe")


def colours(selector: str) -> dict[str, str]:
    """The variables of a colour scheme, as six-digit colours."""
    block = STYLES[STYLES.index(selector + " {") :].partition("}")[0]
    found = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", block))
    return {name: value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:]) for name, value in found.items()}


@pytest.mark.parametrize("selector", ["[data-md-color-scheme]", '[data-md-color-scheme="slate"]'], ids=["light", "dark"])
def test_words_of_every_sort_are_legible_on_every_ground(selector):
    scheme = colours(selector)
    faint = {
        (ink, paper): round(contrast(scheme[ink], scheme[paper]), 2)
        for ink in INKS
        for paper in PAPERS
        if contrast(scheme[ink], scheme[paper]) < LEGIBLE
    }

    assert faint == {}


@pytest.mark.parametrize("selector", ["[data-md-color-scheme]", '[data-md-color-scheme="slate"]'], ids=["light", "dark"])
def test_words_of_the_header_are_legible(selector):
    scheme = colours(selector)

    assert contrast(scheme["--md-primary-bg-color"], scheme["--md-primary-fg-color"]) >= LEGIBLE
    assert contrast(scheme["--md-primary-bg-color--light"], scheme["--md-primary-fg-color"]) >= LEGIBLE


def test_no_style_is_loaded_from_elsewhere():
    assert re.findall(r"@import|url\(", STYLES) == []


def test_a_carried_file_is_what_the_list_says():
    told = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    for path in sorted((ASSETS / "datatables").glob("*.js")):
        assert hashlib.sha256(path.read_bytes()).hexdigest() in told, path.name
    assert "MIT License" in (ASSETS / "datatables" / "LICENSE.txt").read_text(encoding="utf-8")

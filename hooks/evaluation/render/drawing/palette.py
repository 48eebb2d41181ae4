"""Colours on paper and on the dark page; every state also has a glyph and a word, so that none rests on colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    paper: str
    """What the picture stands on; SVG pictures leave it to the page."""
    ink: str
    quiet: str
    """Secondary words and outlines."""
    grid: str
    band: str
    """Fills behind: tracks, corridors."""
    tones: dict[str, str]
    """For glyphs, words and filled marks: at least 4.5:1 on `paper`."""
    ramp: tuple[str, ...]
    """From little to much, for areas; each at least as far from its neighbour as grey print can tell."""

    def on(self, fill: str) -> str:
        """The colour of words inside an area: ink or paper, whichever is easier to read."""
        return max((self.ink, self.paper), key=lambda colour: contrast(colour, fill))


LIGHT = Palette(
    paper="#ffffff",
    ink="#1f2933",
    quiet="#55606b",
    grid="#d5dae0",
    band="#e9edf1",
    tones={
        "good": "#0072b2",
        "steady": "#00795a",
        "behind": "#8a5a00",
        "bad": "#b14a00",
        "none": "#5b6875",
        "other": "#7a4e9e",
    },
    ramp=("#eef4f8", "#c6dcea", "#8fbcd6", "#2b79aa", "#094a74"),
)
DARK = Palette(
    paper="#1e2129",
    ink="#e6e9ee",
    quiet="#aab4c0",
    grid="#3d4450",
    band="#2c313c",
    tones={
        "good": "#56b4e9",
        "steady": "#3ddbb0",
        "behind": "#f2b84b",
        "bad": "#ff9a5c",
        "none": "#aab4c0",
        "other": "#c9a2ec",
    },
    ramp=("#27303d", "#2a4a63", "#2f6c94", "#4a97c6", "#9cd0ef"),
)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` as WCAG 2.1 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)

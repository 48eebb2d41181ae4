"""A picture's second set of colours: on a dark page the same SVG shows itself in the dark palette."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.render.drawing.palette import DARK, LIGHT, Palette


def dark_rules(svg: str) -> str:
    """The style rules that replace each light colour of the picture where its place on the page is dark.

    A browser asks the picture for the colour scheme of its `img` element, which the site's style sheet sets.
    """
    rules = "".join(_rule(light, dark) for light, dark in PAIRS if light in svg)
    return f"@media (prefers-color-scheme: dark){{{rules}}}"


def _rule(light: str, dark: str) -> str:
    return (
        f'[style*="fill: {light}"],[fill="{light}"]{{fill:{dark}!important}}'
        f'[style*="stroke: {light}"]{{stroke:{dark}!important}}'
    )


def _colours(palette: Palette) -> Iterator[str]:
    """In one order for both palettes, so that a colour meets the one that plays its part."""
    yield from (palette.paper, palette.ink, palette.quiet, palette.grid, palette.band)
    yield from palette.tones.values()
    yield from palette.ramp


PAIRS = tuple(zip(_colours(LIGHT), _colours(DARK), strict=True))

"""The sheet for the site: matplotlib's SVG with text that stays text, a title, a description and a dark set of colours."""

from __future__ import annotations

import re
from html import escape
from io import StringIO

from matplotlib.backends.backend_svg import RendererSVG

from evaluation.render.drawing.dark import dark_rules

FONTS = (
    "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', "
    "'WenQuanYi Micro Hei', sans-serif"
)
"""What a reader's machine may have."""
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
UNSAID = dict.fromkeys(("Date", "Creator", "Format", "Type"))


class Screen(RendererSVG):
    """Has no ground: the page shows through, so that a light page of any shade has no slab on it."""

    def __init__(self, width: float, height: float) -> None:
        self._out = StringIO()
        super().__init__(width, height, self._out, image_dpi=72, metadata=UNSAID)

    def write(
        self, words: str, left: float, base: float, size: float, bold: bool, colour: str, anchor: tuple[str, float]
    ) -> None:
        """The reader's font may be wider than ours: the text keeps the side, or the middle, by which it was placed."""
        align, x = anchor
        weight = "font-weight: 700; " if bold else ""
        style = f"{weight}font-size: {size:g}px; text-anchor: {ANCHORS[align]}; fill: {colour}"
        self.writer.element("text", words, {"style": style, "x": f"{x:.6g}", "y": f"{base:.6g}"})

    def picture(self, title: str, description: str) -> bytes:
        self.finalize()
        # The document type would name a place in the net; nothing reads it.
        text = re.sub(r"<!DOCTYPE.*?>\n", "", self._out.getvalue(), flags=re.DOTALL)
        words = f"<title>{escape(title, quote=False)}</title>\n <desc>{escape(description, quote=False)}</desc>\n <defs>"
        text = text.replace("<defs>", words, 1)
        rules = f"stroke-linecap: butt}} text{{font-family: {FONTS}}} {dark_rules(text)}"
        return text.replace("stroke-linecap: butt}", rules, 1).encode("utf-8")

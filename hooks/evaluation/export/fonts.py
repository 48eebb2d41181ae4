"""Fonts are named, never shipped: which face each part of a document asks for, and what may stand in for it."""

from __future__ import annotations

from evaluation.export.ooxml import Element, w

PRESETS = {
    "official": {
        "标宋": "方正小标宋简体",
        "仿宋": "仿宋_GB2312",
        "楷体": "楷体_GB2312",
        "黑体": "黑体",
        "宋体": "宋体",
        "西文": "Times New Roman",
    },
    "windows-fonts": {
        "标宋": "华文中宋",
        "仿宋": "仿宋",
        "楷体": "楷体",
        "黑体": "黑体",
        "宋体": "宋体",
        "西文": "Times New Roman",
    },
}

SUBSTITUTES = {
    "方正小标宋简体": "方正小标宋_GBK",
    "华文中宋": "STZhongsong",
    "仿宋_GB2312": "仿宋",
    "仿宋": "FangSong",
    "楷体_GB2312": "楷体",
    "楷体": "KaiTi",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
"""altName of the font table: the same face under its other name."""

KINDS = {"黑体": "swiss", "西文": "roman"}


def faces(preset: str, role: str) -> Element:
    """`w:rFonts` of a role. Page numbers are 宋体 throughout, everything else has Western digits and letters."""
    fonts = PRESETS[preset]
    latin = fonts["宋体" if role == "宋体" else "西文"]
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=fonts[role], cs=fonts["西文"])


def font_table(preset: str) -> Element:
    return w("fonts", *[_entry(role, font) for role, font in PRESETS[preset].items()])


def _entry(role: str, font: str) -> Element:
    chinese = role != "西文"
    alternative = [w("altName", val=SUBSTITUTES[font])] if chinese else []
    return w(
        "font",
        *alternative,
        w("charset", val="86" if chinese else "00"),
        w("family", val=KINDS.get(role, "auto")),
        w("pitch", val="variable"),
        name=font,
    )

"""重做图表字体（仅维护者需要）

用法：python3 scripts/run.py fonts [思源黑体所在目录]

从 Debian 的 fonts-noto-cjk 取 Noto Sans CJK SC 常规和粗体，只留公文会用到的字符，
写入 hooks/evaluation/render/fonts/。目录缺省为 /usr/share/fonts/opentype/noto。
每个字重约需两分钟；同样的来源得到逐字节相同的文件。
"""

from __future__ import annotations

import sys
from pathlib import Path

import console
from console.options import Parser
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto")
TARGET = Path(__file__).resolve().parent.parent / "hooks/evaluation/render/fonts"
FACE = "Noto Sans CJK SC"
WEIGHTS = ("Regular", "Bold")
BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1: ± × ÷ °
    (0x2010, 0x2044),  # dashes, quotation marks, ellipsis, ‰
    (0x2070, 0x209C),  # super- and subscripts
    (0x2100, 0x218B),  # ℃ № Ⅰ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # ① ⑴
    (0x25A0, 0x25FF),  # ■ ● ▲ ◆
    (0x2600, 0x267F),  # ★ ☆
    (0x2713, 0x2718),  # ✓ ✗
    (0x3000, 0x303F),  # CJK punctuation, 〓
    (0x3200, 0x33FF),  # ㎡ ㎏
    (0xFF01, 0xFFEF),  # full-width forms
)

FURTHER = "啰瞭熵瘆"
"""Characters that sources use and GB/T 2312 does not have."""


def main(argv: list[str]) -> int:
    parser = Parser("fonts")
    parser.add_argument("folder", nargs="?", type=Path, default=SOURCE)
    source = parser.parse_args(argv).folder
    for weight in WEIGHTS:
        collection = source / f"NotoSansCJK-{weight}.ttc"
        if not collection.is_file():
            print(f"没有找到 {collection}：先安装 fonts-noto-cjk，或在命令后写明它所在的目录。", file=sys.stderr)
            return console.EXIT_FAULTS
        target = TARGET / f"NotoSansCJKsc-{weight}.otf"
        face(collection).save(target)
        print(f"{target.name}：{target.stat().st_size:,} 字节")
    return console.EXIT_OK


def face(collection: Path) -> TTFont:
    """The simplified-Chinese face of a collection, reduced to `characters()`."""
    fonts = TTCollection(str(collection), lazy=True).fonts
    font = next(font for font in fonts if font["name"].getDebugName(1) == FACE)
    font.recalcTimestamp = False  # the same source must give the same bytes
    options = Options(
        hinting=False,  # large type in pictures needs none, and it is a fifth of the file
        layout_features=[],  # vertical writing and Japanese variants: never used in a chart
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14],
        notdef_outline=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    return font


def characters() -> set[int]:
    """GB/T 2312 and the symbols of official writing, as code points."""
    listed = {point for first, last in BLOCKS for point in range(first, last + 1)}
    rows = range(0xA1, 0xF8)
    cells = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF))
    return listed | set(map(ord, FURTHER)) | {ord(character) for character in cells if character}


if __name__ == "__main__":
    console.run(main)

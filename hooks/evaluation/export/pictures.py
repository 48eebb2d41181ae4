"""Pictures that may enter a document: charts by name, and real PNG or JPEG files that lie inside docs/."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from evaluation.export.geometry import EMU, LINE, PORTRAIT

if TYPE_CHECKING:
    from PIL import Image

CHART = re.compile(r"(?:\.\./)*/?charts/([A-Za-z0-9_-]+)\.(?:svg|png)")
MOST_PIXELS = 40_000_000
MOST_BYTES = 20_000_000
TALLEST = 19 * LINE
"""A picture, its caption and one line of text share a page."""
SCREEN_DPI = 96
FORMATS = {"PNG": "png", "JPEG": "jpg"}
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
"""How every PNG begins; its width and height follow."""
BROKEN = ("图片读不出来，不是完整的 PNG 或 JPEG 文件", "重新导出为 PNG 或 JPEG 再放进 docs/")

Charts = Callable[[str], bytes | None]
"""PNG bytes of a chart by its name, None when there is no such chart."""


class Unreadable(Exception):
    """Why a picture cannot be used, in Chinese: what is wrong, and how to mend it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what, self.fix = what, fix


@dataclass(frozen=True)
class Picture:
    """One picture in the package: its media name, its bytes, and its size on the page in twips."""

    name: str
    content: bytes
    width: int
    height: int

    @property
    def relationship(self) -> str:
        return "rIdPicture" + re.sub(r"\D", "", self.name)

    @property
    def extent(self) -> tuple[int, int]:
        return self.width * EMU, self.height * EMU


@dataclass
class Album:
    """The pictures of one document, each kept once, in the order in which the text shows them."""

    charts: Charts
    docs: Path | None = None
    pictures: list[Picture] = field(default_factory=list)

    def take(self, url: str, source: str) -> Picture:
        """The picture behind an address in the file `source` of docs/. Raises Unreadable."""
        chart = CHART.fullmatch(url)
        if chart:
            # Charts are our own: they keep their bytes and take the full width of the text.
            content, extension = self._chart(chart[1]), "png"
            wide, high = measured(content)
            width = PORTRAIT.text_width
        else:
            content, extension, wide, high = clean(self._file(url, source))
            width = min(round(wide * 1440 / SCREEN_DPI), PORTRAIT.text_width)
        return self._kept(content, extension, *_size(wide, high, width))

    def _chart(self, name: str) -> bytes:
        content = self.charts(name)
        if content is None:
            raise Unreadable("没有这幅图", "核对图的名称，或删去这幅图")
        return content

    def _file(self, url: str, source: str) -> bytes:
        outside = Unreadable("图片不在 docs/ 里", "把 PNG 或 JPEG 图片放进 docs/，用相对路径引用")
        if self.docs is None or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\", url):
            raise outside
        root = self.docs.resolve()
        path = unquote(url)
        try:
            target = (root / path.lstrip("/") if path.startswith("/") else root / Path(source).parent / path).resolve()
            if not target.is_relative_to(root) or not target.is_file():
                raise outside
            if target.stat().st_size > MOST_BYTES:
                raise Unreadable("图片超过 20 MB", "压缩后再放进 docs/")
            return target.read_bytes()
        except (OSError, ValueError) as error:
            raise outside from error

    def _kept(self, content: bytes, extension: str, width: int, height: int) -> Picture:
        for picture in self.pictures:
            if picture.content == content:
                return picture
        picture = Picture(f"image{len(self.pictures) + 1}.{extension}", content, width, height)
        self.pictures.append(picture)
        return picture


def measured(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, which a PNG says at its beginning. Raises Unreadable."""
    if not png.startswith(PNG) or len(png) < len(PNG) + 8:
        raise Unreadable(*BROKEN)
    return struct.unpack_from(">II", png, len(PNG))


def clean(content: bytes) -> tuple[bytes, str, int, int]:
    """Bytes without anything but the picture, extension, width and height in pixels. Raises Unreadable."""
    # Charts need none of it, and most documents show nothing else.
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=tuple(FORMATS)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Unreadable("图片超过 4000 万像素", "缩小后再放进 docs/")
            kind = image.format
            image.load()
            upright = ImageOps.exif_transpose(image)
    except Unreadable:
        raise
    except Exception as error:  # Pillow raises whatever its decoders raise; all of it means one thing here.
        raise Unreadable(*BROKEN) from error
    return _bare(upright, kind), FORMATS[kind], upright.width, upright.height


def _size(pixels_wide: int, pixels_high: int, width: int) -> tuple[int, int]:
    height = round(width * pixels_high / pixels_wide)
    return (width, height) if height <= TALLEST else (round(TALLEST * pixels_wide / pixels_high), TALLEST)


def _bare(image: Image.Image, kind: str) -> bytes:
    """The pixels alone: without place, author, comment or preview that a camera or a program left in the file."""
    from PIL import Image

    mode = {"PNG": "RGBA" if image.has_transparency_data else "RGB", "JPEG": "RGB"}[kind]
    bare = Image.frombytes(mode, image.size, image.convert(mode).tobytes())
    buffer = io.BytesIO()
    bare.save(buffer, kind, **({"quality": 92} if kind == "JPEG" else {}))
    return buffer.getvalue()

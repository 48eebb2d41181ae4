"""From the bytes of a file to text that may be read: encoding, size, and characters that nobody can see."""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from evaluation.load.faults import Faults

LIMIT = 1_000_000
"""No self-assessment comes near; a file beyond it is an accident or an attack."""

RESAVE = "用编辑器打开，另存为 UTF-8 编码（VS Code 点右下角的编码名称，选“通过编码重新打开”，再选“通过编码保存”）"

NOT_A_FILE = ("这是符号链接或特殊文件，不是普通文件", "换成文件或文件夹本身；不会发布它指向的内容")

FORBIDDEN = (
    (0x00, 0x08, "控制字符"),
    (0x0B, 0x0C, "控制字符"),
    (0x0E, 0x1F, "控制字符"),
    (0x7F, 0x9F, "控制字符"),
    (0xA0, 0xA0, "不换行空格"),
    (0xAD, 0xAD, "软连字符"),
    (0x034F, 0x034F, "不可见字符"),
    (0x061C, 0x061C, "文字方向控制字符"),
    (0x115F, 0x1160, "空白填充字符"),
    (0x1680, 0x1680, "特殊空格"),
    (0x17B4, 0x17B5, "不可见字符"),
    (0x180B, 0x180F, "不可见字符"),
    (0x2000, 0x200A, "特殊空格"),
    (0x200B, 0x200D, "零宽字符"),
    (0x200E, 0x200F, "文字方向控制字符"),
    (0x2028, 0x2029, "特殊换行符"),
    (0x202A, 0x202E, "文字方向控制字符"),
    (0x202F, 0x202F, "特殊空格"),
    (0x205F, 0x205F, "特殊空格"),
    (0x2060, 0x2065, "零宽字符"),
    (0x2066, 0x2069, "文字方向控制字符"),
    (0x206A, 0x206F, "不可见字符"),
    (0x2E80, 0x2FDF, "部首字符，不是汉字"),
    (0x3164, 0x3164, "空白填充字符"),
    (0xD800, 0xDFFF, "不完整的字符"),
    (0xE000, 0xF8FF, "私用区字符，别的电脑上显示不出"),
    (0xF900, 0xFAFF, "兼容汉字"),
    (0xFE00, 0xFE0F, "不可见字符"),
    (0xFEFF, 0xFEFF, "零宽字符"),
    (0xFFA0, 0xFFA0, "空白填充字符"),
    (0xFFF0, 0xFFFC, "不可见字符"),
    (0xFFFD, 0xFFFD, "转换编码时丢失的字"),
    (0xFFFE, 0xFFFF, "不是字符"),
    (0x2F800, 0x2FA1F, "兼容汉字"),
    (0xE0000, 0xE0FFF, "不可见字符"),
    (0xF0000, 0x10FFFF, "私用区字符，别的电脑上显示不出"),
)
"""(first, last, what it is): not seen, or looking like another character; they break matching, search and print."""

_FORBIDDEN = re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last, _ in FORBIDDEN) + "]")


@dataclass(frozen=True)
class Source:
    """A file's text with \\n line ends and no byte-order mark; `path` is relative to the project, POSIX."""

    path: str
    text: str


def read_source(root: Path, path: str, faults: Faults, limit: int = LIMIT) -> Source | None:
    """The text of a file, or None with the reason among the faults."""
    data = _bytes(root / path, faults, limit)
    if data is None:
        return None
    text = _decoded(data, faults)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return None if report_forbidden(text, faults) else Source(path, text)


def _bytes(file: Path, faults: Faults, limit: int) -> bytes | None:
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            faults.add(1, 1, *NOT_A_FILE, "links")
        elif status.st_size > limit:
            faults.add(
                1, 1, f"文件有 {status.st_size} 字节，超过 {limit} 字节", "拆成较小的文件，删去不需要的内容", "size"
            )
        else:
            return file.read_bytes()
    except FileNotFoundError:
        faults.add(1, 1, "没有这个文件", "按“怎样填数据”一页补上这个文件", "missing_file")
    except OSError:
        faults.add(1, 1, "文件读不出来", "检查这个文件的读取权限", "missing_file")
    return None


def _decoded(data: bytes, faults: Faults) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) > len(data) // 4:
        faults.add(1, 1, "文件是 UTF-16 编码，应为 UTF-8", RESAVE, "encoding")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        chinese = _looks_like_gb18030(data)
        # Some of its pairs of bytes are valid UTF-8 too: the first Chinese character is what the author sees.
        at = next(place for place, byte in enumerate(data) if byte > 0x7F) if chinese else error.start
        before = data[:at].decode("utf-8-sig", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = "文件是 GB18030（GBK）编码，应为 UTF-8" if chinese else "文件的编码无法识别，应为 UTF-8"
        faults.add(line, column, what, RESAVE, "encoding")
        return None


def _looks_like_gb18030(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return re.search("[\u4e00-\u9fff]", text) is not None


def report_forbidden(text: str, faults: Faults) -> bool:
    """One fault for each kind of forbidden character, at its first place; True when there was one."""
    found: dict[str, list[int]] = {}
    for match in _FORBIDDEN.finditer(text):
        if is_forbidden(match.group()):
            found.setdefault(match.group(), []).append(match.start())
    for character, places in found.items():
        line, column = position(text, places[0])
        faults.add(line, column, f"含有 {naming(character)}{_where(text, places)}", mending(character), "characters")
    return bool(found)


def forbidden_in(text: str) -> str | None:
    """The first forbidden character of a text."""
    return next((match.group() for match in _FORBIDDEN.finditer(text) if is_forbidden(match.group())), None)


def is_forbidden(character: str) -> bool:
    # Twelve characters of the compatibility block are ordinary Chinese characters with no other form.
    return not ("\uf900" <= character <= "\ufaff" and unicodedata.normalize("NFKC", character) == character)


def naming(character: str) -> str:
    kind = next(kind for first, last, kind in FORBIDDEN if first <= ord(character) <= last)
    return f"U+{ord(character):04X}（{kind}）"


def mending(character: str) -> str:
    proper = unicodedata.normalize("NFKC", character)
    if proper != character and not proper.isspace() and forbidden_in(proper) is None:
        return f"改成普通汉字“{proper}”"
    return "删去它，需要空格时用普通空格；从 Word 或网页粘贴时选“只保留文本”"


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _where(text: str, places: list[int]) -> str:
    if len(places) == 1:
        return ""
    lines = sorted({position(text, place)[0] for place in places[:50]})
    shown = "、".join(map(str, lines[:5])) + (" 等" if len(lines) > 5 or len(places) > 50 else "")
    return (
        f"，共 {len(places)} 处（第 {shown}行）" if shown.endswith("等") else f"，共 {len(places)} 处（第 {shown} 行）"
    )

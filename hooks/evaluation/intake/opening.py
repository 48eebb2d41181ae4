"""Whether an Office file that came by mail may be opened at all: size, structure, macros, unfinished revisions."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARTS = 5_000
SIZE = 200_000_000
"""Unpacked; a self-assessment with its pictures comes nowhere near."""
RATIO = 400
"""Packed to unpacked: ordinary XML packs to a tenth, a bomb to a thousandth."""
XML = (".xml", ".rels", ".vml")
DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
REVISIONS = {
    "插入": re.compile(rb"<w:(ins|moveTo) "),
    "删除": re.compile(rb"<w:(del|moveFrom) "),
    "批注": re.compile(rb"<w:commentReference "),
}

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
)
"""What a package with wrong bytes makes the standard library raise."""

Refusal = tuple[str, str]
"""What is wrong and how to mend it."""


def refusal(data: bytes, kind: str) -> Refusal | None:
    """Why the file is not opened; None when it may be. `kind` is docx or xlsx."""
    if data.startswith(OLE):
        return "这是旧格式或加了密码的文件", f"去掉密码，在 Word 或 WPS 里另存为 .{kind}"
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _structure(package) or _content(package, kind)
    except DAMAGE:
        return "文件已损坏，打不开", "请报送单位重新导出后再发"


def _structure(package: zipfile.ZipFile) -> Refusal | None:
    parts = package.infolist()
    if len(parts) > PARTS or sum(part.file_size for part in parts) > SIZE:
        return "展开后过大", "只保留报告本身，图片压缩后再插入"
    if any(part.file_size > 1_000_000 and part.file_size > RATIO * part.compress_size for part in parts):
        return "压缩比异常，不像正常的文件", "请报送单位重新导出后再发"
    return None


def _content(package: zipfile.ZipFile, kind: str) -> Refusal | None:
    names = package.namelist()
    wanted = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[kind]
    if wanted not in names:
        return f"不是 .{kind} 文件", f"用 Word、Excel 或 WPS 打开，另存为 .{kind}"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "文件里有宏", f"另存为不带宏的 .{kind}"
    for name in names:
        if name.lower().endswith(XML) and DECLARED.search(package.read(name)):
            return "文件里有外部声明（DTD），不安全", "请报送单位重新导出后再发"
    return _revisions(package.read(wanted)) if kind == "docx" else None


def _revisions(document: bytes) -> Refusal | None:
    """Text that is there or not there depending on the reader is not text yet."""
    counts = {name: len(pattern.findall(document)) for name, pattern in REVISIONS.items()}
    found = "、".join(f"{name}{count}处" for name, count in counts.items() if count)
    return (f"有未处理的修订或批注（{found}）", "先接受或拒绝全部修订、删去批注，再报送") if found else None

"""What the file must not carry along, and what keeps it openable: metadata, paths, phone numbers, dead relations."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise

from evaluation.conform.package import NS, Package, val, w
from evaluation.conform.reading import filled
from evaluation.conform.rule import HOUSE_CLAUSE, Breaches, Severity, quote, rule

PHONE = re.compile(r"(?<![0-9.])1[3-9][0-9]{9}(?![0-9])|(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])")
TEXT_PART = re.compile(r"word/(?:footnotes|endnotes|comments|header[0-9]*|footer[0-9]*)\.xml")
PATHS = re.compile(r"[A-Za-z]:\\[^\s<\"]+|/(?:home|Users|root|tmp|var|work)/[^\s<\"]+|file:///")


def xml_parts(package: Package) -> list[str]:
    return [name for name in package.names if name.endswith((".xml", ".rels"))]


@rule("M1", HOUSE_CLAUSE, Severity.HOUSE, "文件属性写明题名和作者单位")
def metadata(package: Package) -> Breaches:
    core = package.part("docProps/core.xml")
    for name, word in (("dc:title", "题名"), ("dc:creator", "作者单位")):
        element = None if core is None else core.find(name, NS)
        if element is None or not (element.text or "").strip():
            yield "文件属性", f"没有{word}"


@rule("M2", HOUSE_CLAUSE, Severity.MUST, "不夹带自定义属性和本机路径")
def leaks(package: Package) -> Breaches:
    custom = package.part("docProps/custom.xml")
    if custom is not None and len(custom):
        yield "docProps/custom.xml", "有自定义属性"
    for name in xml_parts(package):
        text = package.raw(name).decode("utf-8", "replace")
        path = PATHS.search(text)
        if path:
            yield name, f"本机路径 {path.group()[:24]}"


@rule("M5", HOUSE_CLAUSE, Severity.MUST, "不夹带电话号码（联络名单除外）")
def phones(package: Package) -> Breaches:
    if any("联络人员" in paragraph.text for paragraph in filled(package)[:3]):
        return
    for part in (package.main, *(name for name in package.names if TEXT_PART.fullmatch(name))):
        for paragraph in package.part(part).iter(w("p")):
            text = "".join(node.text or "" for node in paragraph.iterfind(".//w:t", NS))
            if PHONE.search(text):
                yield quote(text), f"电话号码 {PHONE.search(text).group()[:3]}…"


@rule("M3", HOUSE_CLAUSE, Severity.MUST, "没有宏、外部模板和自动执行的域")
def active_content(package: Package) -> Breaches:
    for name in package.names:
        if re.search(r"vbaProject|activeX|\.(?:exe|dll|bin|js|vbs|scr|bat)$", name):
            yield name, "含可执行内容"
    for kind, target, external in package.relations("word/settings.xml").values():
        if kind == "attachedTemplate" and external:
            yield "word/settings.xml", f"外部模板 {target[:24]}"
    for node in package.body.iter(w("instrText")):
        if re.match(r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b", node.text or ""):
            yield "正文", f"域 {node.text.split()[0]}"


@rule("M4", HOUSE_CLAUSE, Severity.HOUSE, "链接只通往网页和邮箱")
def links(package: Package) -> Breaches:
    for kind, target, external in package.relations().values():
        if external and kind == "hyperlink" and not re.match(r"(https?|mailto):", target):
            yield "链接", target[:32]
        elif external and kind == "image":
            yield "图片", f"取自外部 {target[:32]}"


@rule("K1", HOUSE_CLAUSE, Severity.MUST, "部件齐全，关系所指的部件都在")
def relations(package: Package) -> Breaches:
    for name in (name for name in package.names if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in package.part(name):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External" or target.startswith("#"):
                continue
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if path not in package.names:
                yield name, f"缺部件 {target}"


@rule("K2", HOUSE_CLAUSE, Severity.MUST, "部件不重名")
def duplicates(package: Package) -> Breaches:
    names = sorted(name.lower() for name in package.names)
    for one, two in pairwise(names):
        if one == two:
            yield one, "重名"


@rule("K3", HOUSE_CLAUSE, Severity.MUST, "用到的样式都有定义")
def styles(package: Package) -> Breaches:
    used = {val(node) for tag in ("pStyle", "rStyle", "tblStyle") for node in package.body.iter(w(tag))}
    used |= {val(style.find("w:basedOn", NS)) for style in package.styles.values()}
    for name in sorted(used - {None} - package.styles.keys()):
        yield "样式", f"{name} 没有定义"


@rule("K4", HOUSE_CLAUSE, Severity.HOUSE, "没有代码高亮等无用样式")
def leftover_styles(package: Package) -> Breaches:
    found = sorted(name for name in package.styles if name and name.endswith("Tok"))
    if found:
        yield "样式", f"{found[0]} 等 {len(found)} 个"


@rule("K5", HOUSE_CLAUSE, Severity.HOUSE, "压缩包内时间一致，同一来源得到同一文件")
def timestamps(package: Package) -> Breaches:
    times = {entry.date_time for entry in package.entries}
    if len(times) > 1:
        yield "压缩包", f"有 {len(times)} 个不同的时间"


@rule("K6", HOUSE_CLAUSE, Severity.MUST, "每个部件都写明类型")
def content_types(package: Package) -> Breaches:
    root = package.part("[Content_Types].xml")
    if root is None:
        yield "压缩包", "没有 [Content_Types].xml"
        return
    named = {entry.get("PartName") for entry in root.findall("ct:Override", NS)}
    endings = {(entry.get("Extension") or "").lower() for entry in root.findall("ct:Default", NS)}
    for name in package.names:
        ending = name.rpartition(".")[2].lower()
        if not name.endswith("/") and name != "[Content_Types].xml" and f"/{name}" not in named and ending not in endings:
            yield name, "没有类型"
    for name in sorted(filter(None, named)):
        if name.lstrip("/") not in package.names:
            yield name, "写了类型，却没有这个部件"

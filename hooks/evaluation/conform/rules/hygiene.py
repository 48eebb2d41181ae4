"""What the file must not carry along, and what keeps it openable: metadata, paths, phone numbers, dead relations."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise

from evaluation.conform.package import NS, Package, val, w
from evaluation.conform.rule import Breaches, Severity, quote, rule

PHONE = re.compile(r"(?<![0-9.])1[3-9][0-9]{9}(?![0-9])|(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])")
PATHS = re.compile(r"[A-Za-z]:\\[^\s<\"]+|/(?:home|Users|root|tmp|var|work)/[^\s<\"]+|file:///")


def xml_parts(package: Package) -> list[str]:
    return [name for name in package.names if name.endswith((".xml", ".rels"))]


@rule("M1", "—", Severity.HOUSE, "文件属性写明题名和作者单位")
def metadata(package: Package) -> Breaches:
    core = package.part("docProps/core.xml")
    for name, word in (("dc:title", "题名"), ("dc:creator", "作者单位")):
        element = None if core is None else core.find(name, NS)
        if element is None or not (element.text or "").strip():
            yield "文件属性", f"没有{word}"


@rule("M2", "—", Severity.MUST, "不夹带自定义属性、本机路径和电话号码")
def leaks(package: Package) -> Breaches:
    custom = package.part("docProps/custom.xml")
    if custom is not None and len(custom):
        yield "docProps/custom.xml", "有自定义属性"
    for name in xml_parts(package):
        text = package.zip.read(name).decode("utf-8", "replace")
        path = PATHS.search(text)
        if path:
            yield name, f"本机路径 {path.group()[:24]}"
    contacts = "联络人员" in "".join(p.text for p in package.paragraphs[:12])
    for node in () if contacts else package.part("word/document.xml").iter(w("t")):
        if PHONE.search(node.text or ""):
            yield quote(node.text), "电话号码"


@rule("M3", "—", Severity.MUST, "没有宏、外部模板和自动执行的域")
def active_content(package: Package) -> Breaches:
    for name in package.names:
        if re.search(r"vbaProject|activeX|embeddings/|\.exe$|\.bin$", name):
            yield name, "含可执行内容"
    for kind, target, external in package.relations("word/settings.xml").values():
        if kind == "attachedTemplate" and external:
            yield "word/settings.xml", f"外部模板 {target[:24]}"
    for node in package.part("word/document.xml").iter(w("instrText")):
        if re.match(r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b", node.text or ""):
            yield "正文", f"域 {node.text.split()[0]}"


@rule("M4", "—", Severity.HOUSE, "链接只通往网页和邮箱")
def links(package: Package) -> Breaches:
    for kind, target, external in package.relations().values():
        if external and kind == "hyperlink" and not re.match(r"(https?|mailto):", target):
            yield "链接", target[:32]
        elif external and kind == "image":
            yield "图片", f"取自外部 {target[:32]}"


@rule("K1", "—", Severity.MUST, "部件齐全，关系所指的部件都在")
def relations(package: Package) -> Breaches:
    for name in (name for name in package.names if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in package.part(name):
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External" or target.startswith("#"):
                continue
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if path not in package.names:
                yield name, f"缺部件 {target}"


@rule("K2", "—", Severity.MUST, "部件不重名")
def duplicates(package: Package) -> Breaches:
    names = sorted(name.lower() for name in package.names)
    for one, two in pairwise(names):
        if one == two:
            yield one, "重名"


@rule("K3", "—", Severity.MUST, "用到的样式都有定义")
def styles(package: Package) -> Breaches:
    used = {val(node) for tag in ("pStyle", "rStyle", "tblStyle") for node in package.part("word/document.xml").iter(w(tag))}
    used |= {val(style.find("w:basedOn", NS)) for style in package.styles.values()} - {None}
    for name in sorted(used - package.styles.keys()):
        yield "样式", f"{name} 没有定义"


@rule("K4", "—", Severity.HOUSE, "没有代码高亮等无用样式")
def leftover_styles(package: Package) -> Breaches:
    found = sorted(name for name in package.styles if name and name.endswith("Tok"))
    if found:
        yield "样式", f"{found[0]} 等 {len(found)} 个"


@rule("K5", "—", Severity.HOUSE, "压缩包内时间一致，同一来源得到同一文件")
def timestamps(package: Package) -> Breaches:
    times = {entry.date_time for entry in package.entries}
    if len(times) > 1:
        yield "压缩包", f"有 {len(times)} 个不同的时间"

"""Where the settings of the official document leave GB/T 9704-2012: named, so that whoever signs knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.model import Evaluation
from evaluation.problems import Problem

NUMBER = re.compile(r"[^〔〕\[\]（）()]+〔20[0-9]{2}〕[1-9][0-9]*号")
DEVIATIONS = {
    ("page_numbers", "centred"): (
        "页码居中，与国标7.5不同：单页码应居右空一字，双页码应居左空一字",
        "改为 `page_numbers: odd-even`；按本单位惯例居中的可以不改",
    ),
    ("fonts", "windows-fonts"): (
        "标题用华文中宋代替小标宋体，与国标7.3.1不同；正文用系统自带的仿宋、楷体",
        "装有方正小标宋简体、仿宋_GB2312、楷体_GB2312的机器改为 `fonts: official`",
    ),
    ("sealed", True): (
        "署名和成文日期按加盖印章编排（国标7.3.5.1），印章须在成文日期上端正、居中加盖",
        "不加盖印章的改为 `sealed: false`",
    ),
}
"""(setting, value): what it does, and how to mend it."""


def deviations_from_the_standard_are_named(evaluation: Evaluation) -> Iterator[Problem]:
    settings = evaluation.plan.document
    for (key, value), (what, fix) in DEVIATIONS.items():
        if getattr(settings, key) == value:
            yield Problem(settings.place.of(key), what, fix, note=True)
    if settings.number:
        what = "发文字号印在封面上，与国标7.2.5不同：应在版头发文机关标志下空二行"
        yield Problem(settings.place.of("number"), what, "正式行文套红时由文印人员移入版头", note=True)


def the_documents_number_is_well_formed(evaluation: Evaluation) -> Iterator[Problem]:
    """7.2.5: 发文机关代字、年份用六角括号、顺序号不编虚位、不加“第”."""
    settings = evaluation.plan.document
    if settings.number and not NUMBER.fullmatch(settings.number):
        what = f"发文字号“{settings.number}”写法不对"
        yield Problem(settings.place.of("number"), what, "写成如 鄂应急发〔2023〕12号：六角括号，顺序号不加“第”、不编虚位")

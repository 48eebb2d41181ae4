"""What an official document carries besides its text: who writes to whom, when, and in which outer form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation.model import Plan, Unit


@dataclass(frozen=True)
class Letter:
    title: str
    """As it stands over the text; a line break in it is kept, otherwise lines are found."""
    signature: str
    date: date
    """成文日期."""
    made: date
    """The date in the file's properties."""
    addressee: str | None = None
    number: str | None = None
    copies: tuple[str, ...] = ()
    printer: str | None = None
    print_date: date | None = None
    notice: str | None = None
    """数据说明, printed on every document."""
    cover: bool = True
    contents: bool = True
    sealed: bool = False
    signed: bool = True
    label: str | None = None
    """附件2, when the document is itself an annex of another one."""
    fonts: str = "official"
    page_numbers: str = "odd-even"

    @property
    def written_date(self) -> str:
        return chinese_date(self.date)


def city_letter(plan: Plan) -> Letter:
    """The city's report: with 主送, 署名 and 版记."""
    settings = plan.document
    return Letter(
        title=plan.report_title,
        signature=settings.signature,
        addressee=settings.addressee,
        number=settings.number,
        date=settings.date,
        copies=settings.copies,
        printer=settings.printer,
        print_date=settings.print_date,
        sealed=settings.sealed,
        **_form(plan),
    )


def unit_letter(plan: Plan, unit: Unit, submitted: date | None) -> Letter:
    """A unit's self-assessment, signed by the unit on the day it was handed in, else on the plan's own date."""
    title = plan.unit_report_title.replace("{单位}", unit.name)
    return Letter(title=title, signature=unit.name, date=submitted or plan.document.date, **_form(plan))


def list_letter(plan: Plan, title: str, label: str) -> Letter:
    """A list that leaves on its own, as an annex: without cover, contents, notice and signature."""
    plain = {"cover": False, "contents": False, "notice": None}
    return Letter(
        title=title,
        label=label,
        signature=plan.authority,
        signed=False,
        date=plan.document.date,
        **(_form(plan) | plain),
    )


def _form(plan: Plan) -> dict[str, object]:
    settings = plan.document
    return {
        "made": settings.date,
        "notice": plan.notice,
        "cover": settings.cover,
        "contents": settings.contents,
        "fonts": settings.fonts,
        "page_numbers": settings.page_numbers,
    }


def chinese_date(day: date) -> str:
    """Arabic digits without leading zeros (GB/T 9704 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"

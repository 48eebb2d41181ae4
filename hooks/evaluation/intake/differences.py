"""What a newly received report says otherwise than the present one, field by field, for a person to accept."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.intake.cells import issued_text
from evaluation.intake.form import SHEETS, Sheet
from evaluation.model import IssuedDocument, Record, Report, content

ABSENT = "（空）"


def differences(old: Report | None, new: Report) -> Iterator[str]:
    """A line a difference: which table, which row, which field, from what to what; in the form's order."""
    if old is None:
        yield "现在没有这个单位的数据，全部是新的"
        return
    if old.submitted != new.submitted:
        yield f"报送日期：{shown(old.submitted)} → {shown(new.submitted)}"
    for sheet in SHEETS:
        before, after = keyed(getattr(old, sheet.key)), keyed(getattr(new, sheet.key))
        for key in dict.fromkeys((*before, *after)):
            yield from _row(sheet, key, before.get(key), after.get(key))


def keyed(records: tuple[Record, ...]) -> dict[str, Record]:
    """Rows by what they are about: the indicator and period, the task, the project, else the title."""
    return {_key(record): record for record in records}


def _key(record: Record) -> str:
    parts = [getattr(record, name, None) for name in ("indicator", "period", "task", "project", "safeguard", "title")]
    about = [str(part) for part in parts if part] or [str(getattr(record, "about", ""))]
    return " ".join(about)


def _row(sheet: Sheet, key: str, old: Record | None, new: Record | None) -> Iterator[str]:
    if old is None or new is None:
        yield f"{sheet.title} {key}：{'新增' if old is None else '草稿里没有'}"
        return
    # As plain data: where in its file a record stands makes no difference.
    before, after = content(old), content(new)
    for column in sheet.columns:
        if before[column.key] != after[column.key]:
            was, becomes = shown(getattr(old, column.key)), shown(getattr(new, column.key))
            yield f"{sheet.title} {key} {column.title}：{was} → {becomes}"


def shown(value: object) -> str:
    if value is None or value == ():
        return ABSENT
    if isinstance(value, tuple):
        return "；".join(map(shown, value))
    return issued_text(value) if isinstance(value, IssuedDocument) else str(value)

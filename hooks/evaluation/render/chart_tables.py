"""Under each picture of the site the figures it shows, as a table that a reader opens who cannot or will not read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from evaluation.render.chart import Chart

PICTURE = re.compile(
    r'<p class="figure"><img\b[^>]*\bsrc="[^"]*\bcharts/([\w-]+)\.svg"[^>]*></p>'
    r'(?:\n<p class="caption">(?!表)[^\n]*</p>)?(?:\n<p class="note">(?:来源|资料来源)：[^\n]*</p>)?'
)
"""A picture with its own caption and source, in finished HTML."""
CHART = re.compile(r"(?:.*/)?charts/([\w-]+)\.svg")
OPENED = "数据表"
CLASS = "evaluation-figures"
"""No author's text can bear it: the document has no such table, and site and document are compared."""


def shown_charts(addresses: Iterable[str], charts: Mapping[str, Chart]) -> dict[str, Chart]:
    """The charts that a page shows, by name."""
    shown = (found[1] for address in addresses if (found := CHART.fullmatch(address)))
    return {name: charts[name] for name in shown if name in charts}


def told(shown: Mapping[str, Chart]) -> list[tuple]:
    """All that the tables of these charts say."""
    return [(name, chart.title, chart.table) for name, chart in shown.items()]


def with_tables(html: str, shown: Mapping[str, Chart]) -> str:
    def one(match: re.Match) -> str:
        return match[0] + (f"\n{table_html(shown[match[1]])}" if match[1] in shown else "")

    return PICTURE.sub(one, html)


def table_html(chart: Chart) -> str:
    headers, rows = chart.table
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in headers)
    body = "".join(f"<tr>{_row(cells)}</tr>" for cells in rows)
    caption = f"{escape(chart.title)}：{OPENED}"
    table = f'<table class="evaluation-table"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    frame = f'<div class="table" tabindex="0" role="group" aria-label="{caption}">{table}</div>'
    return f'<details class="{CLASS}"><summary>{OPENED}</summary>{frame}</details>'


def _row(cells: Iterable[str]) -> str:
    """Its first cell names it."""
    first, *others = cells
    return f'<th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in others)

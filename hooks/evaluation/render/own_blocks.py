"""Which tables and charts stand in each section of a self-assessment, when its author did not place them."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.render.lines import lines
from evaluation.render.placing import BLOCK_WORDS, Placement, placement_of
from evaluation.render.references import REFERENCE, tokens
from evaluation.render.view import View

OWN_BLOCKS: dict[str, tuple[tuple[str, str], ...]] = {
    "indicators": (("图", "指标总览"), ("表", "主要指标")),
    "tasks": (("图", "任务进展"), ("表", "工作任务"), ("表", "保障措施")),
    "projects": (("图", "投资完成"), ("表", "重点项目"), ("表", "未开工项目")),
    "challenges": (("表", "问题清单"),),
    "suggestions": (("表", "对策建议"), ("表", "经验做法"), ("表", "规划调整建议")),
}
"""Section → what is appended to it, in this order; what has nothing to show is left out."""


def with_own_blocks(section: str, text: str, view: View) -> str:
    """The section's text with references to what it owes below it. The author's lines keep their numbers."""
    placed = set(_placed(text, view))
    owed = [
        found for words in OWN_BLOCKS.get(section, ()) for found in [placement_of(view, words)] if found not in placed
    ]
    shown = [found for found in owed if isinstance(found, Placement) and found.make() is not None]
    return "\n\n".join([text.rstrip("\n"), *(f"{{{{ {found.kind} {found.name} }}}}" for found in shown)])


def _placed(text: str, view: View) -> Iterator[Placement]:
    for line, code in lines(text):
        alone = None if code else REFERENCE.fullmatch(line.strip())
        words = tokens(alone[1]) if alone else ()
        if words and words[0] in BLOCK_WORDS:
            found = placement_of(view, words)
            if isinstance(found, Placement):
                yield found

"""References in authors' texts become figures, sentences, tables and charts: looked up, never evaluated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluation.problems import Place, Problem
from evaluation.render.board import Overview
from evaluation.render.captions import Captions
from evaluation.render.chart import Chart
from evaluation.render.inline import escape
from evaluation.render.lines import lines, prose_stretches
from evaluation.render.placing import BLOCK_WORDS, MENTIONS, Placement, placement_of, words_known
from evaluation.render.tables.table import Table
from evaluation.render.view import View
from evaluation.render.words import WORDS
from evaluation.render.words.names import nearest
from evaluation.render.words.word import Fault, understand

REFERENCE = re.compile(r"[{｛]{2}([^{}｛｝]*)[}｝]{2}")
OPENING = re.compile(r"[{｛]{2}")
PROVISIONAL = re.compile("（(?:预计|快报)）")
NOTE = "[^provisional-figure]"
NO_NOTE = re.compile(r" {4}|\s*(?:#|\||\[\^)")
"""A heading, a row of a table and a footnote carry no footnote of their own."""
NOTHING = {"人工评价": "没有人工改定的评价结论。", "修订记录": "没有修订过的数据。"}
"""What stands in the place of a table whose emptiness is good news and no lack of data."""


@dataclass(frozen=True)
class Filled:
    """A text whose references are resolved, with what was placed in it and what was wrong with it."""

    markdown: str
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()


def fill(text: str, view: View, place: Place, captions: Captions | None = None, on_site: bool = False) -> Filled:
    """The text with every reference outside code resolved; all other text stays as it is.

    `place` is the file and the line where the text begins in it. `captions` numbers the tables and charts of the
    whole document that the text belongs to; without it the text is a document of its own. `on_site` is for pages
    that enter no document.
    """
    if captions is None:
        captions = captions_of((text, view))
    filling = _Filling(view, place, captions, on_site)
    result: list[str] = []
    for number, (line, code) in enumerate(lines(text)):
        block = None if code else filling.block(line, number)
        if block is None:
            # After a block a blank line, whatever the author left there.
            result += [""] if filling.after_block and line.strip() else []
            result.append(line if code else filling.prose(line, number))
        else:
            result += [""] if result and result[-1].strip() else []
            result.append(block)
        filling.after_block = block is not None
    markdown = "\n".join(result) + filling.note
    return Filled(markdown, tuple(filling.charts), tuple(filling.tables), tuple(filling.problems))


def without_note(markdown: str) -> str:
    """A filled line alone, without the footnote that its whole text may have elsewhere."""
    return markdown.partition(f"\n\n{NOTE}:")[0].replace(NOTE, "").strip()


def captions_of(*texts: tuple[str, View]) -> Captions:
    """The numbering of a document made of these texts in this order."""
    captions = Captions()
    for text, view in texts:
        for line, code in lines(text):
            alone = None if code else REFERENCE.fullmatch(line.strip())
            words = tokens(alone[1]) if alone else ()
            if words and words[0] in BLOCK_WORDS:
                found = placement_of(view, words)
                if isinstance(found, Placement):
                    captions.expect(found)
    return captions


def tokens(inside: str) -> tuple[str, ...]:
    """The word and its arguments, in half-width form."""
    return tuple(unicodedata.normalize("NFKC", inside).split())


@dataclass
class _Filling:
    """One pass over one text; `charts`, `tables` and `problems` fill as it goes."""

    view: View
    place: Place
    captions: Captions
    on_site: bool = False
    charts: list[Chart] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    after_block: bool = False
    notable: bool = False
    """Whether the line may carry a footnote."""
    noted: bool = False
    """Whether the text's first provisional figure has its footnote."""

    @property
    def note(self) -> str:
        """The footnote, to stand below everything else."""
        words = escape(self.view.evaluation.plan.method.provisional_note)
        return f"\n\n{NOTE}: {words}\n" if self.noted else ""

    def block(self, line: str, number: int) -> str | None:
        """What a line that is a placement alone becomes; None for every other line."""
        alone = REFERENCE.fullmatch(line.strip())
        words = tokens(alone[1]) if alone else ()
        if not words or words[0] not in BLOCK_WORDS:
            return None
        return self._placed(words, alone[1], number, OPENING.search(line).start())

    def prose(self, line: str, number: int) -> str:
        self.notable = NO_NOTE.match(line) is None
        return "".join(self._stretches(line, number)) if OPENING.search(line) else line

    def _stretches(self, line: str, number: int) -> Iterator[str]:
        done = 0
        for offset, stretch in prose_stretches(line):
            yield line[done:offset]
            yield self._prose(stretch, number, offset)
            done = offset + len(stretch)
        yield line[done:]

    def _prose(self, stretch: str, number: int, offset: int) -> str:
        parts, done = [], 0
        for match in REFERENCE.finditer(stretch):
            parts.append(self._unfinished(stretch[done : match.start()], number, offset + done))
            parts.append(self._inline(match[1], number, offset + match.start()))
            done = match.end()
        return "".join([*parts, self._unfinished(stretch[done:], number, offset + done)])

    def _unfinished(self, rest: str, number: int, offset: int) -> str:
        def one(match: re.Match) -> str:
            fault = Fault("引用没有写完：有“{{”，同一行里没有“}}”", "在同一行补上“}}”；不是引用的，用反引号括起来")
            return self._faulty(fault, "没有写完", number, offset + match.start())

        return OPENING.sub(one, rest)

    def _inline(self, inside: str, number: int, column: int) -> str:
        result = self._resolved(tokens(inside))
        return self._faulty(result, inside, number, column) if isinstance(result, Fault) else self._marked(result)

    def _marked(self, words: str) -> str:
        """The first provisional figure of a text calls a footnote that says what becomes of such figures."""
        if self.noted or not self.notable or not PROVISIONAL.search(words):
            return words
        self.noted = True
        return words + NOTE

    def _resolved(self, words: tuple[str, ...]) -> str | Fault:
        if not words:
            return Fault("引用是空的", "写成如 {{ 值 死亡人数 2022 }}，或删去")
        name, arguments = words[0], words[1:]
        if name in MENTIONS:
            return self._mention((MENTIONS[name], *arguments))
        if name in BLOCK_WORDS:
            return Fault(f"“{BLOCK_WORDS[name]}”要单独占一行", "前后各空一行，把它放在自己的一行里")
        word = WORDS.get(name)
        if word is None:
            return _unknown_word(name)
        understood = understand(self.view, word, arguments)
        return understood if isinstance(understood, Fault) else word.write(*understood)

    def _mention(self, words: tuple[str, ...]) -> str | Fault:
        found = placement_of(self.view, words)
        if isinstance(found, Fault):
            return found
        number = self.captions.first(found)
        if number is not None:
            return f"{found.kind}{number}"
        if self.captions.expected(found) or self._unread():
            return f"{found.kind}（暂无数据）"
        written = " ".join(words)
        return Fault(f"文中没有放置“{written}”，无从提及", f"在需要的地方另起一行写 {{{{ {written} }}}}")

    def _unread(self) -> bool:
        """Whether the unit's data could not be read: what is missing for that reason is no fault of its text."""
        return self.view.unit is not None and bool(self.view.evaluation.faulty(self.view.unit.id))

    def _placed(self, words: tuple[str, ...], inside: str, number: int, column: int) -> str:
        found = placement_of(self.view, words)
        if isinstance(found, Fault):
            return self._faulty(found, inside, number, column)
        made = self.captions.made(found)
        if made is None:
            return NOTHING.get(found.name, f"{escape(found.name)}：暂无数据。")
        if isinstance(made, Overview):
            return self._overview(made)
        if isinstance(made, Table):
            self.tables.append(made)
            return made.markdown(self.captions.place(found))
        self.charts.append(made)
        return picture(made, self.captions.place(found))

    def _overview(self, made: Overview) -> str:
        if not self.on_site:
            return made.markdown
        markdown, chart = made.board()
        self.charts += [chart] if chart else []
        return markdown.rstrip("\n")

    def _faulty(self, fault: Fault, inside: str, number: int, column: int) -> str:
        where = Place(self.place.path, self.place.line + number, column + 1)
        unit = self.view.unit.id if self.view.unit else None
        self.problems.append(Problem(where, fault.what, fault.fix, "reference", unit))
        return f"【引用有误：{escape(' '.join(inside.split()))}】"


def picture(chart: Chart, number: int) -> str:
    """The picture, its caption and its source as paragraphs."""
    image = f"![{escape(chart.alt)}](/charts/{chart.name}.svg)"
    source = chart.source if chart.source.startswith(("来源：", "注：")) else f"来源：{chart.source}"
    return "\n\n".join([image, f"图{number}　{escape(chart.title)}", escape(source.rstrip("。") + "。")])


def _unknown_word(name: str) -> Fault:
    close = nearest(name, words_known())
    fix = f"是否想写 {'、'.join(f'“{one}”' for one in close)}" if close else f"可写：{'、'.join(words_known())}"
    return Fault(f"没有名为“{name}”的引用", fix)

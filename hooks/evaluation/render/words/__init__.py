"""Every word that a reference in running text may begin with."""

from __future__ import annotations

from evaluation.render.words import of_counts, of_events, of_indicators, of_things
from evaluation.render.words.word import Word

ALL = (*of_indicators.WORDS, *of_counts.WORDS, *of_events.WORDS, *of_things.WORDS)

WORDS: dict[str, Word] = {name: word for word in ALL for name in (word.name, word.alias)}
"""By Chinese name and by English alias."""

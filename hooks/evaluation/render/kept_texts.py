"""What holds texts is kept apart from them: they are read only when their words are wanted, and most were used already."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Protocol, Self, TypeVar

from evaluation.render.kept import Kept
from evaluation.shelf import Laid, Shelf, Text, decoded, encoded, name_of


class Written(Protocol):
    """What holds texts."""

    def laid(self, lay: Callable[[Text], Text]) -> Self:
        """The same with each of its texts as `lay` gives it."""


W = TypeVar("W", bound=Written)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where among the texts of one thing, which are kept together, one stands."""

    name: str
    at: int
    size: int


@dataclass(frozen=True)
class KeptTexts(Kept):
    """Of the same results those that hold texts."""

    shelf: Shelf = field(default_factory=Shelf, repr=False)
    """Where texts wait that were written just now."""

    def written(self, kind: str, subject: object, make: Callable[[], W]) -> tuple[W, bytes]:
        """`told` of something whose texts are brought only when their words are wanted: most were used when it was made."""
        new: list[W] = []

        def bare() -> tuple[str, W]:
            new.append(make().laid(self.shelf.lay))
            key, (thing,) = self._apart(new)
            return key, thing

        (key, thing), told = self.told(kind, subject, bare)
        return new[0] if new else self._laid(key, thing, make, self.cache.get), told

    def each_written(self, kind: str, makes: Iterable[tuple[object, Callable[[], W]]]) -> list[W]:
        """`each` of such things; their texts are kept together too."""
        if self.cache.folder is None:
            return [make().laid(self.shelf.lay) for _, make in makes]
        place = self.cache.key(kind)
        key, before = self.cache.recall(place) or ("", {})
        read = lru_cache(1)(self.cache.get)
        things, told, new = [], [], False
        for subject, make in makes:
            name = repr(subject)
            *asked, made = now = self.view.as_before(before.get(name), make)
            told.append((name, asked))
            if now is before.get(name):
                things.append(self._laid(key, made, make, read))
            else:
                things.append(made.laid(self.shelf.lay))
                new = True
        if new:
            key, bare = self._apart(things)
            known = {name: (*asked, thing) for (name, asked), thing in zip(told, bare, strict=True)}
            self.cache.remember(place, (key, known))
            read.cache_clear()
        return things

    def _apart(self, things: Sequence[W]) -> tuple[str, list[W]]:
        """What the texts are kept under, and the things with their places among them."""
        texts = bytearray()

        def stretch(text: Text) -> Stretch:
            content, at = encoded(str(text)), len(texts)
            texts.extend(content)
            return Stretch(name_of(text), at, len(content))

        bare = [thing.laid(stretch) for thing in things]
        key = self.cache.key("texts", hashlib.sha256(texts).hexdigest())
        self.cache.put(key, texts)
        return key, bare

    def _laid(self, key: str, thing: W, make: Callable[[], W], read: Callable[[str], bytes | None]) -> W:
        """A thing as it was kept: each text is read when its words are wanted."""
        return thing.laid(lambda stretch: Laid(stretch.name, partial(self._brought, key, stretch, make, read)))

    def _brought(self, key: str, stretch: Stretch, make: Callable[[], W], read: Callable[[str], bytes | None]) -> str:
        texts = read(key)
        if texts is not None:
            return decoded(texts[stretch.at : stretch.at + stretch.size])
        # Damaged, or gone since the thing was looked up.
        again: dict[str, Text] = {}
        make().laid(lambda text: again.setdefault(name_of(text), text))
        return str(again[stretch.name])

"""What a reference's word is: its names, the arguments it takes, and what it writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from evaluation.render.view import View
from evaluation.render.words.names import nearest
from evaluation.render.words.roles import UNIT, Role, unit_meant


@dataclass(frozen=True)
class Given:
    """The arguments found, by role; a role may be given more than once where the word allows it."""

    found: tuple[tuple[Role, Any], ...] = ()

    def __getitem__(self, role: Role) -> Any:
        return next(value for own, value in self.found if own == role)

    def get(self, role: Role) -> Any | None:
        return next((value for own, value in self.found if own == role), None)

    def all(self, role: Role) -> tuple[Any, ...]:
        return tuple(value for own, value in self.found if own == role)


@dataclass(frozen=True)
class Word:
    name: str
    alias: str
    """English name."""
    write: Callable[[View, Given], str]
    """Inline Markdown, for the view that is meant."""
    example: str
    needs: tuple[Role, ...] = ()
    takes: tuple[Role, ...] = ()
    """What may be given besides."""
    repeats: tuple[Role, ...] = field(default=())
    """Roles of `takes` that may be given several times."""
    exclusive: bool = False
    """Whether one argument of `takes` is all that may be given."""
    of_unit: bool = True
    """Whether a unit's name or 全市 may be added."""

    @property
    def roles(self) -> tuple[Role, ...]:
        return (*self.needs, *self.takes, *((UNIT,) if self.of_unit else ()))


@dataclass(frozen=True)
class Fault:
    """What is wrong with a reference, and how to mend it; sentences without their full stop."""

    what: str
    fix: str


def understand(view: View, word: Word, tokens: tuple[str, ...]) -> tuple[View, Given] | Fault:
    """Which argument is what: each token goes to the first role still open that knows it."""
    found: list[tuple[Role, Any]] = []
    for token in tokens:
        still_open = _open(word, [role for role, _ in found])
        for role in still_open:
            value = role.find(view, token)
            if value is not None:
                found.append((role, value))
                break
        else:
            return _unknown(view, word, token, still_open)
    missing = [role.name for role in word.needs if role not in [own for own, _ in found]]
    if missing:
        return Fault(f"引用“{word.name}”缺少{'、'.join(missing)}", f"写成如 {{{{ {word.example} }}}}")
    given = Given(tuple(found))
    return unit_meant(view, given.get(UNIT)), given


def _open(word: Word, taken: list[Role]) -> list[Role]:
    """The roles that another argument may still have."""
    full = word.exclusive and any(role in word.takes for role in taken)
    return [
        role for role in word.roles if (role not in taken or role in word.repeats) and not (full and role in word.takes)
    ]


def _unknown(view: View, word: Word, token: str, open_roles: list[Role]) -> Fault:
    if not open_roles:
        return Fault(f"引用“{word.name}”多写了“{token}”", f"删去多余的部分，写成如 {{{{ {word.example} }}}}")
    known = {role.name: list(role.names(view)) for role in open_roles}
    close = nearest(token, [name for names in known.values() for name in names])
    likely = [role.name for role in open_roles if set(close) & set(known[role.name])]
    possible = [role.name for role in open_roles if role != UNIT or role in word.needs]
    wanted = "、".join(dict.fromkeys(likely or possible or [UNIT.name]))
    return Fault(f"没有名为“{token}”的{wanted}", _fix(close, word.example))


def _fix(close: tuple[str, ...], example: str) -> str:
    """是否想写 …: the nearest known names, else an example."""
    return f"是否想写 {'、'.join(f'“{one}”' for one in close)}" if close else f"写成如 {{{{ {example} }}}}"

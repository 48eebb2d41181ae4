"""A verdict's classes as steps on the indicator's own scale: where a value stands, how far the next class is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from evaluation.measure.assessment import Border
from evaluation.measure.exact import decimal
from evaluation.model import Method, VerdictClass


@dataclass(frozen=True)
class Step:
    """From `value` on, in the good direction, the class is `verdict`; at `value` itself if `inclusive`."""

    value: Fraction
    verdict: VerdictClass
    inclusive: bool = True


@dataclass(frozen=True)
class Ladder:
    """Steps in the good direction (`sign` +1 up, -1 down), and the class of all that lies before the first."""

    sign: int
    worst: VerdictClass
    steps: tuple[Step, ...]

    def verdict(self, value: Fraction) -> VerdictClass:
        return self._class_after(self._climbed(value))

    def border(self, value: Fraction) -> Border:
        """The nearest border; of two equally near ones the one that would be a loss."""
        climbed = self._climbed(value)
        below = [(self.steps[climbed - 1].value, self._class_after(climbed - 1))] if climbed else []
        above = [(step.value, step.verdict) for step in self.steps[climbed : climbed + 1]]
        at, verdict = min(below + above, key=lambda border: abs(border[0] - value))
        return Border(verdict, decimal(at), decimal(abs(at - value)))

    def _climbed(self, value: Fraction) -> int:
        return sum(self._reached(step, value) for step in self.steps)

    def _reached(self, step: Step, value: Fraction) -> bool:
        gain = self.sign * (value - step.value)
        return gain > 0 or (gain == 0 and step.inclusive)

    def _class_after(self, climbed: int) -> VerdictClass:
        return self.steps[climbed - 1].verdict if climbed else self.worst


def paced_steps(method: Method) -> tuple[tuple[Fraction, VerdictClass], ...]:
    """The pace k from which each class holds, worst first; below the first it is 出现倒退."""
    return (
        (Fraction(0), VerdictClass.FAR_BEHIND),
        (Fraction(method.behind), VerdictClass.BEHIND),
        (Fraction(method.on_track), VerdictClass.ON_TRACK),
        (Fraction(method.ahead), VerdictClass.AHEAD),
    )


def met_steps(sign: int, target: Step, kept: Iterable[Fraction], method: Method) -> tuple[Step, ...]:
    """The steps from the target on.

    A met target is 已达标但走弱 while it is worse than one of the figures in `kept` by more than the noise band.
    """
    band = Fraction(method.noise_band)
    floor = max((sign * value - band * abs(value) for value in kept), default=None)
    if floor is None or floor <= sign * target.value:
        return (target,)
    return Step(target.value, VerdictClass.MET_BUT_WEAKENING, target.inclusive), Step(sign * floor, target.verdict)

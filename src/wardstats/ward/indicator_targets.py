"""The targets of an indicator: each says who set it, and what of the indicator it judges.

Several bodies set targets at once: a budget may complete 121 % of what the province assigned and
111 % of what the ward did. Who they are is a code of the user's own, since levels come and go.

    >>> from wardstats import Between
    >>> growth = IndicatorTarget(Between(Percent(19), Percent(21)), "ward", Judges.GROWTH)
    >>> growth.name, growth.is_plan
    ('target.ward.growth', False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from wardstats.errors import WrongKind, quoted
from wardstats.figures.changes import Points
from wardstats.figures.intervals import Interval
from wardstats.figures.judgements import Judged
from wardstats.figures.rates import Percent
from wardstats.figures.relations import Change, Completes, Relation
from wardstats.figures.rounding import StatedKind
from wardstats.figures.sheets import Figure
from wardstats.figures.targets import (
    Assessable,
    AtLeast,
    Attainment,
    MoreThan,
    NotAssessed,
    Target,
    Verdict,
    assess,
)
from wardstats.figures.typed import Code, Typed
from wardstats.figures.values import NOTHING_AROSE, Answer, FigureKind, Undefined
from wardstats.ward.parts import code_name
from wardstats.ward.sections import Keys, a_code

if TYPE_CHECKING:
    from collections.abc import Iterator

# What growths and completions are usually printed with.
CHANGE_PLACES = 1


class Judges(Code):
    """What a target judges.

    VALUE: the count or amount itself; of a rate its part, of a ratio its amount. RATE: the rate
    or ratio, by a `Percent`. GROWTH: the relative growth since the previous value, by a
    `Percent`. POINT_CHANGE: the distance from the previous rate, by `Points`.
    """

    VALUE = "value"
    RATE = "rate"
    GROWTH = "growth"
    POINT_CHANGE = "point-change"


_QUANTITIES = {
    Judges.VALUE: (StatedKind.NUMBER, "a target in numbers, as AtLeast(100)"),
    Judges.RATE: (StatedKind.PERCENT, "a target in per cent, as LessThan(Percent(15))"),
    Judges.GROWTH: (StatedKind.PERCENT, "a target in per cent, as AtLeast(Percent(5))"),
    Judges.POINT_CHANGE: (StatedKind.POINTS, "a target in points, as AtMost(Points('-0.5'))"),
}


@frozen(repr=False)
class IndicatorTarget(Typed):
    """A target, the code of whoever set it, and what it judges."""

    target: Target[Any]
    set_by: str = field(converter=a_code)
    judges: Judges = Judges.VALUE

    def __attrs_post_init__(self) -> None:
        """Refuse a target in other quantities than what it judges."""
        kind, expected = _QUANTITIES[Judges.given(self.judges)]
        if not isinstance(self.target, Target) or self.target.kind is not kind:
            raise WrongKind(quoted(self.target), expected, f"this one judges {self.judges!r}")

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan to be reached, of which so much per cent are completed."""
        return self.judges is Judges.VALUE and isinstance(self.target, (AtLeast, MoreThan))

    @property
    def name(self) -> str:
        """The name of its figures within the indicator: `target.province.value`."""
        return f"target.{self.set_by}.{code_name(self.judges)}"

    def judge(self, figure: Assessable | Answer | None) -> Attainment:
        """Judge a figure: exact, as printed, or known as an interval only."""
        if isinstance(figure, Interval):
            earned = [verdict for where, verdict in self.target.outcomes() if where & figure]
            possible = tuple(dict.fromkeys(earned))
            if len(possible) == 1:
                return Attainment(None, self.target, possible[0], possible)
            return self._not_assessed(possible, NotAssessed.ROUNDING)
        if figure == NOTHING_AROSE:
            return self._not_assessed((), NotAssessed.NOTHING_AROSE)
        known: Any = None if isinstance(figure, Undefined) else figure
        return assess(known, self.target)

    def figures(
        self, at: Keys, actual: str, kind: FigureKind, unit: str
    ) -> Iterator[Figure | Relation]:
        """Name its bounds and the judgement; of a plan the completion and the excess, too."""
        mine = Keys(at(self.name))
        bounds = ("bound",) if self.target.number_of_ends == 1 else ("low", "high")
        for bound, end in zip(bounds, self.target.ends, strict=False):
            plain = not isinstance(end, (Percent, Points))
            yield Figure(mine(bound), end, kind, unit) if plain else Figure(mine(bound), end)
        yield Judged(mine("judgement"), actual, type(self.target), mine.all(*bounds))
        if self.is_plan:
            for name in ("completion", "excess"):
                yield Figure(mine(name), kind=FigureKind.PERCENT, places=CHANGE_PLACES)
            yield Completes(mine("completion"), actual, mine("bound"))
            yield Change(mine("excess"), actual, mine("bound"))

    def _not_assessed(self, possible: tuple[Verdict, ...], reason: NotAssessed) -> Attainment:
        return Attainment(None, self.target, Verdict.NOT_ASSESSED, possible, reason)

"""The relation between a figure, its target and the word a report judges it by.

>>> from wardstats import AtLeast, Verdict
>>> rule = Judged("judgement", "revenue", AtLeast, ["plan"])
>>> rule.solve("judgement", {"revenue": 4_639_287_000, "plan": 3_525_000_000})
Interval(2, 2)
>>> rule.solve("revenue", {"judgement": Verdict.NOT_MET, "plan": 3_525_000_000})
Interval(None, 3525000000, high_closed=False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from wardstats.errors import OutOfRange, WrongKind, quoted
from wardstats.figures.intervals import Interval
from wardstats.figures.relations import Relation, Side, side_held, sides_given
from wardstats.figures.targets import Target
from wardstats.figures.values import IMPOSSIBLE, Answer, FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@frozen(repr=False)
class Judged(Relation):
    """judgement = the verdict on a figure by a kind of target, whose ends may be figures.

    `Judged("budget.judgement", "budget.revenue", AtLeast, ["budget.plan"])` says that the plan
    is to be reached; ends may also be quantities. Judgements are known as verdicts, or as
    intervals of their ranks: "đạt" is MET or EXCEEDED, `Interval(1, 2)`.
    """

    judgement: str
    actual: str
    rule: type[Target[Any]]
    ends: tuple[Side, ...] = field(converter=sides_given)

    derives_kind = FigureKind.VERDICT

    def __attrs_post_init__(self) -> None:
        """Refuse more or fewer ends than the rule has."""
        if not isinstance(self.rule, type) or not hasattr(self.rule, "number_of_ends"):
            raise WrongKind(quoted(self.rule), "a kind of target", "as AtLeast, without its bound")
        if len(self.ends) != self.rule.number_of_ends:
            raise OutOfRange(
                quoted(self), f"{self.rule.number_of_ends} end(s) for {self.rule.__name__}"
            )
        super().__attrs_post_init__()

    @property
    def keys(self) -> tuple[str, ...]:
        """The judgement, the figure judged, and the ends that are figures."""
        return self.judgement, self.actual, *(end for end in self.ends if isinstance(end, str))

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Give the verdict, or where a figure must lie to earn it."""
        places = self._places(self.actual if key == self.judgement else key, known)
        outcomes = [
            (verdict.rank, place)
            for verdict, place in zip(self.rule.verdicts, places, strict=True)
            if place is not None
        ]
        if key == self.judgement:
            figure = known[self.actual]
            return _hull(Interval.exactly(rank) for rank, place in outcomes if place & figure)
        return _hull(place for rank, place in outcomes if rank in known[self.judgement])

    def _places(self, key: str, known: Mapping[str, Interval]) -> tuple[Interval | None, ...]:
        """Say where one figure is when the figure judged lies below, inside and above."""
        low, high = self.ends[0], self.ends[-1]
        if len(self.ends) == 1:
            if key == self.actual:
                bound = side_held(low, known)
                return bound.below, bound, bound.above
            figure = known[self.actual]
            return figure.above, figure, figure.below
        if key == self.actual:
            return _around(side_held(low, known), side_held(high, known))
        if key == low:
            return _lows(known[self.actual], side_held(high, known))
        return _highs(known[self.actual], side_held(low, known))


def _around(low: Interval, high: Interval) -> tuple[Interval | None, ...]:
    lowest, highest = low & high.downward, high & low.upward
    if lowest is None or highest is None:
        return None, None, None
    return lowest.below, low.upward & high.downward, highest.above


def _lows(figure: Interval, high: Interval) -> tuple[Interval | None, ...]:
    inside, passed = figure & high.downward, high & figure.below
    return (
        figure.above & high.downward,
        inside.downward if inside else None,
        passed.downward if passed else None,
    )


def _highs(figure: Interval, low: Interval) -> tuple[Interval | None, ...]:
    inside, ahead = figure & low.upward, low & figure.above
    return (
        ahead.upward if ahead else None,
        inside.upward if inside else None,
        figure.below & low.upward,
    )


def _hull(intervals: Iterable[Interval]) -> Answer:
    found = tuple(intervals)
    return Interval.hull(found) if found else IMPOSSIBLE

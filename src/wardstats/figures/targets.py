"""Targets, which know their direction, and whether a figure reaches them.

A target is judged on the exact figure, never on the rounded one: 99,96 % does not become
"đạt 100%" because it prints so. A figure known only as printed is judged on all it may stand
for, rounded half up; where that does not decide, the verdict is NOT_ASSESSED.

    >>> assess(Rate(15, 71), LessThan(Percent(15))).verdict
    Verdict.NOT_MET
    >>> assess(Stated.percent("19.0"), Between(Percent(19), Percent(21))).reason
    NotAssessed.ROUNDING
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, SupportsIndex, TypeVar, overload

from attrs import field, frozen

from wardstats.errors import (
    AmbiguousTruth,
    OutOfRange,
    UndefinedGrowth,
    UndefinedRate,
    WrongKind,
    quoted,
)
from wardstats.figures.changes import Growth, PointChange, Points
from wardstats.figures.exact import Exact, Number, exact
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.rounding import Rounding, Stated, StatedKind, round_to
from wardstats.figures.typed import Code, Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

Quantity_co = TypeVar("Quantity_co", bound="Number | Percent | Points", covariant=True)


class Verdict(Code):
    """How a figure stands to its target: không đạt, đạt, vượt, or chưa đánh giá.

    A verdict is neither true nor false; ask for one by name, or use `Attainment.reached`.
    """

    NOT_MET = "not-met"
    MET = "met"
    EXCEEDED = "exceeded"
    NOT_ASSESSED = "not-assessed"

    @property
    def rank(self) -> int:
        """Where it stands among the definite verdicts: NOT_MET 0, MET 1, EXCEEDED 2."""
        if self is Verdict.NOT_ASSESSED:
            raise OutOfRange(repr(self), "a definite verdict", "test for NOT_ASSESSED first")
        return _RANKED.index(self)

    def __bool__(self) -> NoReturn:
        """Refuse to be true or false."""
        raise AmbiguousTruth(
            repr(self), "a comparison", "write `verdict is Verdict.MET`, or use .reached"
        )


class NotAssessed(Code):
    """Why there is no verdict: no figure, nothing to take a rate of, or too coarse a print."""

    NO_VALUE = "no-value"
    NOTHING_AROSE = "nothing-arose"
    ROUNDING = "rounding"


_RANKED = _NOT_MET, _MET, _EXCEEDED = Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED


def _plan(value: Number) -> Exact:
    plan = exact(value)
    if plan < 0:
        raise OutOfRange(quoted(value), "a plan of 0 or more", "a plan is never negative")
    return plan


@frozen(repr=False)
class Completion(Typed):
    """What was done against what was planned: 158 of 100 jobs is "đạt 158%", "vượt 58%".

    Undefined where the plan is 0.
    """

    actual: Exact = field(converter=exact)
    plan: Exact = field(converter=_plan)

    @classmethod
    def pool(cls, completions: Iterable[Completion]) -> Completion:
        """Put completions side by side: what was done adds up, and what was planned."""
        held = tuple(completions)
        return cls(sum(each.actual for each in held), sum(each.plan for each in held))

    @property
    def nothing_arose(self) -> bool:
        """Say whether nothing was planned, so that there is no value."""
        return not self.plan

    @property
    def value(self) -> Fraction:
        """The exact quotient, as a part of one."""
        if not self.plan:
            raise UndefinedRate(quoted(self), "a plan above 0", "state what was done instead")
        return Fraction(self.actual) / self.plan

    @property
    def excess(self) -> Percent:
        """What was done beyond the plan, in per cent of it; negative for a shortfall."""
        return Percent.of(self.value - 1)

    def percent(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round the percentage to decimals."""
        return round_to(self.value * 100, places, rounding)


class Target(Typed, Generic[Quantity_co]):
    """A bound or a band, and the verdict below it, at or inside it, and above it.

    The bounds are numbers, or `Percent`, or `Points`; a figure of another kind is refused.
    """

    __slots__ = ()
    verdicts: ClassVar[tuple[Verdict, Verdict, Verdict]]
    number_of_ends: ClassVar[int]

    @property
    def ends(self) -> tuple[Quantity_co, Quantity_co]:
        """The lowest and the highest quantity inside."""
        raise NotImplementedError

    @property
    def kind(self) -> StatedKind:
        """What the target is a number of."""
        return _kind(self.ends[0])

    def outcomes(self) -> Iterator[tuple[Interval, Verdict]]:
        """Give each verdict with the figures, as parts of one, that earn it."""
        low, high = map(_number, self.ends)
        where = (Interval.less_than(low), Interval(low, high), Interval.more_than(high))
        return zip(where, self.verdicts, strict=True)


@frozen(repr=False)
class _Bounded(Target[Quantity_co]):
    bound: Quantity_co

    number_of_ends = 1

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "bound", _quantity(self.bound))

    @property
    def ends(self) -> tuple[Quantity_co, Quantity_co]:
        return self.bound, self.bound


class AtLeast(_Bounded[Quantity_co]):
    """From the bound up ("từ … trở lên", "tối thiểu"); above it the target is exceeded."""

    __slots__ = ()
    verdicts = (_NOT_MET, _MET, _EXCEEDED)


class MoreThan(_Bounded[Quantity_co]):
    """Above the bound ("trên")."""

    __slots__ = ()
    verdicts = (_NOT_MET, _NOT_MET, _MET)


class AtMost(_Bounded[Quantity_co]):
    """Up to the bound ("không quá", "tối đa")."""

    __slots__ = ()
    verdicts = (_MET, _MET, _NOT_MET)


class LessThan(_Bounded[Quantity_co]):
    """Below the bound ("dưới")."""

    __slots__ = ()
    verdicts = (_MET, _NOT_MET, _NOT_MET)


class Exactly(_Bounded[Quantity_co]):
    """Just the bound."""

    __slots__ = ()
    verdicts = (_NOT_MET, _MET, _NOT_MET)


@frozen(repr=False)
class _Banded(Target[Quantity_co]):
    low: Quantity_co
    high: Quantity_co

    number_of_ends = 2

    def __attrs_post_init__(self) -> None:
        low, high = _quantity(self.low), _quantity(self.high)
        if _kind(low) is not _kind(high):
            raise WrongKind(
                f"{quoted(low)} to {quoted(high)}", "two ends of one kind", "as Percent(19)"
            )
        if _number(low) > _number(high):
            raise OutOfRange(
                f"{quoted(low)} to {quoted(high)}", "the low end first", "swap the two"
            )
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)

    @property
    def ends(self) -> tuple[Quantity_co, Quantity_co]:
        return self.low, self.high


class Between(_Banded[Quantity_co]):
    """A range to reach ("tăng từ 19-21%"), both ends included; above it is exceeded."""

    __slots__ = ()
    verdicts = (_NOT_MET, _MET, _EXCEEDED)


class Within(_Banded[Quantity_co]):
    """A band to stay in, both ends included."""

    __slots__ = ()
    verdicts = (_NOT_MET, _MET, _NOT_MET)


Assessable = Number | Percent | Points | Rate | Ratio | Growth | PointChange | Completion | Stated


@frozen(repr=False)
class Attainment(Typed):
    """The verdict on a figure, and what it rests on.

    `possible` are the verdicts the figure may still earn: one where it is assessed, several
    where a printed figure is too coarse, every verdict of the target where there is no figure.
    """

    actual: Assessable | None
    target: Target[Number] | Target[Percent] | Target[Points]
    verdict: Verdict
    possible: tuple[Verdict, ...]
    reason: NotAssessed | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the target is met or exceeded ("đạt và vượt"); None where that is open."""
        answers = {verdict in (_MET, _EXCEEDED) for verdict in self.possible}
        return answers.pop() if len(answers) == 1 else None

    @property
    def margin(self) -> Exact | Points | None:
        """How far the figure lies past the bound; negative where it falls short.

        For a band, the distance to the nearer end, negative outside. Between percentages it
        is in points. A printed figure counts as its digits spell it. None without a figure.
        """
        figure = _spelled(self.actual)
        if figure is None:
            return None
        low, high = map(_number, self.target.ends)
        band = isinstance(self.target, _Banded)
        gap = min(figure - low, high - figure) if band else figure - low
        return exact(gap) if self.target.kind is StatedKind.NUMBER else Points.of(gap)

    @property
    def completion(self) -> Completion | None:
        """The figure against a bound above 0 that it should reach; None for other targets.

        A printed figure counts as its digits spell it.
        """
        figure = _spelled(self.actual)
        bound = _number(self.target.ends[0])
        if figure is None or bound <= 0 or not isinstance(self.target, (AtLeast, MoreThan)):
            return None
        return Completion(figure, bound)


@overload
def assess(
    actual: Rate | Ratio | Growth | Completion | Percent | Stated | None, target: Target[Percent]
) -> Attainment: ...
@overload
def assess(actual: PointChange | Points | Stated | None, target: Target[Points]) -> Attainment: ...
@overload
def assess(actual: Number | Stated | None, target: Target[Number]) -> Attainment: ...
def assess(
    actual: Assessable | None, target: Target[Number] | Target[Percent] | Target[Points]
) -> Attainment:
    """Judge a figure by a target of its kind.

    Numbers are judged by numbers, rates of every sort by `Percent`, differences of rates by
    `Points`; other pairs raise `WrongKind`. `None` is a figure not known.

        >>> assess(158, AtLeast(100)).verdict
        Verdict.EXCEEDED
        >>> assess(Rate(9996, 10000), AtLeast(Percent(100))).margin
        Points('-0.04')
    """
    if not isinstance(target, Target):
        raise WrongKind(quoted(target), "a target", "as AtLeast(Percent(95))")
    if actual is None:
        return _not_assessed(None, target, NotAssessed.NO_VALUE, target.verdicts)
    if _kind(actual) is not target.kind:
        raise WrongKind(
            f"{quoted(actual)} against {quoted(target)}",
            "a figure and a target of one kind",
            "per cents are judged by Percent(15), points by Points(2), numbers by numbers",
        )
    held = _held(actual)
    if held is None:
        return _not_assessed(actual, target, NotAssessed.NOTHING_AROSE, ())
    earned = tuple(verdict for where, verdict in target.outcomes() if where & held)
    if len(set(earned)) > 1:
        return _not_assessed(actual, target, NotAssessed.ROUNDING, earned)
    return Attainment(actual, target, earned[0], earned[:1])


def _not_assessed(
    actual: Assessable | None,
    target: Target[Number] | Target[Percent] | Target[Points],
    reason: NotAssessed,
    possible: Iterable[Verdict],
) -> Attainment:
    return Attainment(actual, target, Verdict.NOT_ASSESSED, tuple(dict.fromkeys(possible)), reason)


_PERCENTAGES = (Percent, Rate, Ratio, Growth, Completion)


def _kind(figure: Assessable) -> StatedKind:
    if isinstance(figure, Stated):
        rate = figure.kind in (StatedKind.PERCENT, StatedKind.PER_MILLE)
        return StatedKind.PERCENT if rate else figure.kind
    if isinstance(figure, _PERCENTAGES):
        return StatedKind.PERCENT
    if isinstance(figure, (Points, PointChange)):
        return StatedKind.POINTS
    return StatedKind.NUMBER


def _quantity(bound: Any) -> Any:  # noqa: ANN401 - the same kind comes out
    return bound if isinstance(bound, (Percent, Points)) else exact(bound)


def _number(bound: Number | Percent | Points) -> Exact:
    return bound.value if isinstance(bound, (Percent, Points)) else exact(bound)


def _spelled(actual: Assessable | None) -> Exact | None:
    """Give a figure as one number, a printed one as its digits spell it."""
    if actual is None:
        return None
    if not isinstance(actual, (*_PERCENTAGES, Points, PointChange, Stated)):
        return exact(actual)
    try:
        return actual.value
    except (UndefinedRate, UndefinedGrowth):
        return None


def _held(actual: Assessable) -> Interval | None:
    """Give every number a figure may be; None where nothing arose."""
    if isinstance(actual, Stated):
        return actual.interval()
    number = _spelled(actual)
    return None if number is None else Interval.exactly(number)

"""The rules that tie figures together, as data.

A rule is written once, as a relation between figures named by their keys, and asked one
question: what may this figure be, given the others? The same answer recomputes a rate, checks
a printed one, and says which other figure would mend a misfit.

    >>> from wardstats import Share, Stated
    >>> early = Share("early_rate", part="early", whole="resolved")
    >>> early.solve("early_rate", {"early": 1484, "resolved": 1799}).point
    Fraction(212, 257)
    >>> printed = {"early_rate": Stated.percent("82.5"), "resolved": 1799}
    >>> early.solve("early", printed, counts={"early"})
    Interval(1484, 1485)
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from wardstats.errors import ConflictingFigures, UndefinedRate, UnknownKey, WrongKind, quoted
from wardstats.figures.changes import Points
from wardstats.figures.exact import Exact, Number, exact
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent
from wardstats.figures.typed import Typed
from wardstats.figures.values import (
    IMPOSSIBLE,
    NOTHING_AROSE,
    Answer,
    FigureKind,
    Known,
    Undefined,
    held,
    shared,
    whole_numbers,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


class Relation(Typed):
    """A rule between figures, each named once.

    `keys` names them all, `derives` the one that the others determine, if any, and
    `derives_kind` what that one is a number of; None for the same as the others. A relation of
    your own brings `keys` and `answer`, and if it likes its own `sentences`, by language, for what
    an audit finds of it; they may name the {term} of the figure, what is {stated}, what is {right}.
    """

    __slots__ = ()
    derives_kind: ClassVar[FigureKind | None] = None
    sentences: ClassVar[Mapping[str, str]] = {}

    def __attrs_post_init__(self) -> None:
        """Refuse a figure named twice, or no figure at all."""
        keys = self.keys
        if not keys or len(set(keys)) < len(keys):
            raise ConflictingFigures(
                quoted(self), "figures, each named once", "a figure is not tied to itself"
            )

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all figures concerned, the derived one first."""
        raise NotImplementedError

    @property
    def derives(self) -> str | None:
        """The key of the figure that the others determine; None if none is."""
        return self.keys[0]

    def solve(
        self, key: str, values: Mapping[str, Known], counts: Collection[str] = frozenset()
    ) -> Answer:
        """Say what one figure may be, given the others.

        `values` holds exact figures, printed ones (`Stated`) and intervals; what it lacks, or
        has as None, is not known. Keys in `counts` count things, so they are whole numbers.
        The answer holds every value that satisfies the rule, and its ends are right; only where
        it depends on counts that are not known exactly may it reach further.
        """
        if key not in self.keys:
            raise UnknownKey(quoted(key), f"one of the figures {quoted(self.keys)}")
        known: dict[str, Interval] = {}
        for other in self.keys:
            if other == key:
                continue
            value = held(values.get(other))
            if other in counts:
                value = whole_numbers(value)
            if isinstance(value, Undefined):
                return value
            known[other] = value
        answer = self.answer(key, known)
        return whole_numbers(answer) if key in counts else answer

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Say what one figure may be, given intervals for all others: the rule itself."""
        raise NotImplementedError


def _linear(
    key: str, known: Mapping[str, Interval], plus: Collection[str], minus: Collection[str]
) -> Interval:
    """Solve sum(plus) = sum(minus) for one key."""
    with_it, without_it = (plus, minus) if key in plus else (minus, plus)
    return _added(known[each] for each in without_it) - _added(
        known[each] for each in with_it if each != key
    )


def _added(intervals: Iterable[Interval]) -> Interval:
    """Add intervals up; what is exact is added as numbers, since sums may be long."""
    points: Exact = 0
    spread = None
    for each in intervals:
        if each.point is not None:
            points += each.point
        else:
            spread = each if spread is None else spread + each
    exactly = Interval.exactly(points)
    return exactly if spread is None else spread + exactly


_ZERO = Interval.exactly(0)
_POSITIVE = Interval.more_than(0)
_NEGATIVE = Interval.less_than(0)


class _Quotient(Relation):
    """derived + offset = numerator / denominator, with a denominator above 0."""

    __slots__ = ()
    derives_kind = FigureKind.PERCENT
    offset: ClassVar[Interval] = _ZERO
    quotients: ClassVar[Interval] = Interval.anything()

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Divide, or turn the division round."""
        derived, numerator, denominator = self.keys
        if key == denominator:
            return self._denominator(known[numerator], known[derived] + self.offset)
        base = known[denominator] & _POSITIVE
        if base is None:
            return NOTHING_AROSE
        if key == derived:
            quotient = (known[numerator] / base) & self.quotients
            return IMPOSSIBLE if quotient is None else quotient - self.offset
        possible = (known[derived] + self.offset) & self.quotients
        return IMPOSSIBLE if possible is None else possible * base

    def _denominator(self, numerator: Interval, quotient: Interval) -> Answer:
        possible = quotient & self.quotients
        if possible is None:
            return IMPOSSIBLE
        if 0 in possible and 0 in numerator:
            return _POSITIVE
        # A denominator above 0 means that both have the same sign.
        found = [
            above / below
            for side in (_POSITIVE, _NEGATIVE)
            if (above := numerator & side) and (below := possible & side)
        ]
        return Interval.hull(found) if found else IMPOSSIBLE


@frozen(repr=False)
class Share(_Quotient):
    """rate = part / whole, from 0 to 1: a part of a whole above 0."""

    rate: str
    part: str
    whole: str

    quotients = Interval(0, 1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The rate, the part and the whole."""
        return self.rate, self.part, self.whole


@frozen(repr=False)
class Completes(_Quotient):
    """completion = actual / plan, which may exceed one, as does any ratio of two figures."""

    completion: str
    actual: str
    plan: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The completion, what was done and what was planned."""
        return self.completion, self.actual, self.plan


@frozen(repr=False)
class Change(_Quotient):
    """growth = current / previous - 1, from a previous value above 0."""

    growth: str
    current: str
    previous: str

    offset = Interval.exactly(1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The growth, the current and the previous value."""
        return self.growth, self.current, self.previous


def _keys(keys: Iterable[str]) -> tuple[str, ...]:
    if isinstance(keys, str):
        raise WrongKind(quoted(keys), "several keys", f"as [{quoted(keys)}]")
    return tuple(keys)


@frozen(repr=False)
class Sum(Relation):
    """total = the parts together, less what is taken off.

    With `exhaustive=False` ("trong đó") the parts may fall short of the total, never exceed it.
    Parts in `linked` may also be counted under another part; the rule is the same, but where it
    does not hold, the overlap may be why.
    """

    total: str
    parts: tuple[str, ...] = field(converter=_keys)
    minus: tuple[str, ...] = field(default=(), converter=_keys)
    exhaustive: bool = True
    linked: tuple[str, ...] = field(default=(), converter=_keys)

    def __attrs_post_init__(self) -> None:
        """Refuse a linked figure that is no part."""
        if not set(self.linked) <= set(self.parts):
            raise UnknownKey(quoted(self.linked), f"some of the parts {quoted(self.parts)}")
        super().__attrs_post_init__()

    @property
    def keys(self) -> tuple[str, ...]:
        """The total, the parts, and what is taken off."""
        return self.total, *self.parts, *self.minus

    @property
    def derives(self) -> str | None:
        """The total, if the parts make the whole of it."""
        return self.total if self.exhaustive else None

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Add up, or take the rest off."""
        exact_sum = _linear(key, known, self.parts, (self.total, *self.minus))
        if self.exhaustive:
            return exact_sum
        return exact_sum.downward if key in self.parts else exact_sum.upward


@frozen(repr=False)
class PointGap(Relation):
    """gap = current - previous, between two rates."""

    gap: str
    current: str
    previous: str

    derives_kind = FigureKind.POINTS

    @property
    def keys(self) -> tuple[str, ...]:
        """The gap, the current and the previous rate."""
        return self.gap, self.current, self.previous

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Subtract, or add."""
        return _linear(key, known, (self.current,), (self.gap, self.previous))


@frozen(repr=False)
class Product(Relation):
    """product = coefficient x the factors: 115 ha at 62,58 tạ/ha make 719,67 tấn (x 1/10)."""

    product: str
    factors: tuple[str, ...] = field(converter=_keys)
    coefficient: Exact = field(default=1, converter=exact)

    derives_kind = FigureKind.AMOUNT

    @property
    def keys(self) -> tuple[str, ...]:
        """The product and its factors."""
        return self.product, *self.factors

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Multiply, or divide by the other factors."""
        others = (known[factor] for factor in self.factors if factor != key)
        rest = reduce(Interval.__mul__, others, Interval.exactly(self.coefficient))
        if key == self.product:
            return rest
        if 0 in rest and 0 in known[self.product]:
            return Interval.anything()
        try:
            return known[self.product] / rest
        except UndefinedRate:
            return IMPOSSIBLE


@frozen(repr=False)
class Same(Relation):
    """One figure told in several places."""

    figures: tuple[str, ...] = field(converter=_keys)

    @property
    def keys(self) -> tuple[str, ...]:
        """All the places."""
        return self.figures

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Give what all the other places allow."""
        del key
        return shared(Interval.anything(), *known.values())


Side = str | Number | Percent | Points


def side_given(side: Side) -> Side:
    """Let in a key, or an exact quantity in place of a figure."""
    return side if isinstance(side, (str, Percent, Points)) else exact(side)


def sides_given(sides: Iterable[Side]) -> tuple[Side, ...]:
    """Let in several, in their order."""
    return tuple(map(side_given, sides))


def side_held(side: Side, known: Mapping[str, Interval]) -> Interval:
    """Give what a key is known to be, or the quantity itself."""
    if isinstance(side, str):
        return known[side]
    return Interval.exactly(side.value if isinstance(side, (Percent, Points)) else side)


@frozen(repr=False)
class Bound(Relation):
    """lesser <= greater, or < if strict; either may be a number instead of a figure."""

    lesser: Side = field(converter=side_given)
    greater: Side = field(converter=side_given)
    strict: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Those of the two that are figures."""
        return tuple(side for side in (self.lesser, self.greater) if isinstance(side, str))

    @property
    def derives(self) -> None:
        """Nothing: a bound leaves room."""

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Give what lies on its side of the other."""
        if key == self.lesser:
            limit = side_held(self.greater, known)
            return limit.below if self.strict else limit.downward
        limit = side_held(self.lesser, known)
        return limit.above if self.strict else limit.upward


@frozen(repr=False)
class Presumed(Relation):
    """A rule that holds only if figures mean what they seem to mean.

    "350 hộ" and "320 đại diện hộ" are the same number if each household sends one person. Such a
    rule derives nothing, and figures that break it are in question, not in error.
    """

    rule: Relation

    @property
    def keys(self) -> tuple[str, ...]:
        """Those of the rule."""
        return self.rule.keys

    @property
    def derives(self) -> None:
        """Nothing, for it may not hold."""

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        """Answer as the rule would."""
        return self.rule.answer(key, known)

"""Intervals of exact numbers, whose ends are known to belong to them or not.

A printed figure stands for every number that rounds to it, so sums and quotients of printed
figures are sums and quotients of intervals. Whether an end belongs decides real cases: 5 cut
to a whole number stands for 5 up to but without 6, so 10 - 5 is above 4, never 4 itself.

    >>> cut = Interval(5, 6, high_closed=False)
    >>> Interval.exactly(10) - cut
    Interval(4, 5, low_closed=False)
    >>> 4 in Interval.exactly(10) - cut
    False
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from wardstats.errors import OutOfRange, UndefinedRate, quoted
from wardstats.figures.exact import Exact, Number, exact

if TYPE_CHECKING:
    from collections.abc import Iterable


class _End(NamedTuple):
    """An end as it is compared: -1 and 1 are the infinities, 0 a number."""

    infinite: int
    number: Exact
    closed: bool

    @property
    def place(self) -> tuple[int, Exact]:
        return self.infinite, self.number

    def sign(self) -> int:
        return self.infinite or (self.number > 0) - (self.number < 0)

    def __mul__(self, other: _End) -> _End:  # type: ignore[override]
        closed = self.closed and other.closed
        if not self.sign() or not other.sign():
            # Zero times anything is zero: one factor that reaches it is enough.
            zeros = (end for end in (self, other) if not end.sign())
            return _End(0, 0, any(end.closed for end in zeros))
        if self.infinite or other.infinite:
            return _End(self.sign() * other.sign(), 0, closed=False)
        return _End(0, self.number * other.number, closed)


def _end(value: Number | None) -> Exact | None:
    return None if value is None else exact(value)


@frozen(repr=False)
class Interval:
    """Every number from `low` to `high`; None is an end without bound.

    Intervals add, subtract, multiply and divide as the sets of numbers they are, `&` is what
    two share (None if nothing), and `in` asks for one number. An interval is never empty.
    """

    low: Exact | None = field(converter=_end)
    high: Exact | None = field(converter=_end)
    low_closed: bool = True
    high_closed: bool = True

    def __attrs_post_init__(self) -> None:
        """Refuse an empty interval; an end without bound belongs to nothing."""
        low, high = self.low, self.high
        if low is None:
            object.__setattr__(self, "low_closed", False)
        if high is None:
            object.__setattr__(self, "high_closed", False)
        if low is None or high is None or low < high:
            return
        if low > high or not (self.low_closed and self.high_closed):
            raise OutOfRange(
                quoted(self), "a low end below the high end", "an interval is never empty"
            )

    @classmethod
    def exactly(cls, value: Number) -> Interval:
        """Hold one number."""
        number = exact(value)
        return cls(number, number)

    @classmethod
    def at_least(cls, value: Number) -> Interval:
        """Hold a number and all above it."""
        return cls(exact(value), None)

    @classmethod
    def more_than(cls, value: Number) -> Interval:
        """Hold all above a number."""
        return cls(exact(value), None, low_closed=False)

    @classmethod
    def at_most(cls, value: Number) -> Interval:
        """Hold a number and all below it."""
        return cls(None, exact(value))

    @classmethod
    def less_than(cls, value: Number) -> Interval:
        """Hold all below a number."""
        return cls(None, exact(value), high_closed=False)

    @classmethod
    def anything(cls) -> Interval:
        """Hold every number."""
        return cls(None, None)

    @classmethod
    def hull(cls, intervals: Iterable[Interval]) -> Interval:
        """Hold everything from the lowest to the highest of some intervals.

        >>> Interval.hull([Interval(1, 2), Interval(4, 5)])
        Interval(1, 5)
        """
        held = tuple(intervals)
        if not held:
            raise OutOfRange("no intervals", "one or more", "an interval is never empty")
        return _between(
            min((each.low_end for each in held), key=_low_order),
            max((each.high_end for each in held), key=_high_order),
        )

    @property
    def low_end(self) -> _End:
        """The low end as it is compared."""
        return _End(-1, 0, False) if self.low is None else _End(0, self.low, self.low_closed)  # noqa: FBT003

    @property
    def high_end(self) -> _End:
        """The high end as it is compared."""
        return _End(1, 0, False) if self.high is None else _End(0, self.high, self.high_closed)  # noqa: FBT003

    @property
    def point(self) -> Exact | None:
        """The one number held, or None if there are more."""
        return self.low if self.low == self.high else None

    @property
    def upward(self) -> Interval:
        """Everything from some number here up."""
        return Interval(self.low, None, self.low_closed)

    @property
    def downward(self) -> Interval:
        """Everything from some number here down."""
        return Interval(None, self.high, high_closed=self.high_closed)

    @property
    def above(self) -> Interval:
        """Everything above some number here."""
        return Interval(self.low, None, low_closed=False)

    @property
    def below(self) -> Interval:
        """Everything below some number here."""
        return Interval(None, self.high, high_closed=False)

    def __contains__(self, value: Number) -> bool:
        """Ask whether a number is held."""
        return self & Interval.exactly(value) is not None

    def __and__(self, other: Interval) -> Interval | None:
        """Hold what both hold; None if they share nothing."""
        low = max(self.low_end, other.low_end, key=_low_order)
        high = min(self.high_end, other.high_end, key=_high_order)
        if low.place > high.place or (low.place == high.place and not (low.closed and high.closed)):
            return None
        return _between(low, high)

    def __neg__(self) -> Interval:
        """Hold the opposite of every number held."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_closed, self.low_closed)

    def __add__(self, other: Interval) -> Interval:
        """Hold every sum of a number here and a number there."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(
            low,
            high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Hold every difference of a number here and a number there."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Hold every product of a number here and a number there."""
        if self.low is not None and self.low == self.high:
            return other._scaled(self.low)
        if other.low is not None and other.low == other.high:
            return self._scaled(other.low)
        corners = [
            mine * theirs
            for mine in (self.low_end, self.high_end)
            for theirs in (other.low_end, other.high_end)
        ]
        return _between(min(corners, key=_low_order), max(corners, key=_high_order))

    def __truediv__(self, other: Interval) -> Interval:
        """Hold every quotient; zero as a divisor is left out, alone it is an error.

        >>> Interval(1, 2) / Interval(0, 4)
        Interval(Fraction(1, 4), None)
        """
        if other.low is not None and other.low == other.high and other.low:
            return self._scaled(1 / Fraction(other.low))
        parts = [part for side in _SIDES_OF_ZERO if (part := other & side)]
        if not parts:
            raise UndefinedRate(f"{quoted(self)} / {other!r}", "a divisor other than 0")
        return Interval.hull(self * _reciprocal(part) for part in parts)

    def _scaled(self, factor: Exact) -> Interval:
        """Multiply by one number, which most factors are."""
        if not factor:
            return _NOTHING
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor > 0:
            return Interval(low, high, self.low_closed, self.high_closed)
        return Interval(high, low, self.high_closed, self.low_closed)

    def integers(self) -> Interval | None:
        """Narrow to the whole numbers held, as counts are; None if there are none.

        >>> Interval(Fraction(17939, 10), Fraction(17942, 10)).integers()
        Interval(1794, 1794)
        """
        low = high = None
        if self.low is not None:
            low = math.ceil(self.low) if self.low_closed else math.floor(self.low) + 1
        if self.high is not None:
            high = math.floor(self.high) if self.high_closed else math.ceil(self.high) - 1
        if low is not None and high is not None and low > high:
            return None
        return Interval(low, high)

    def __repr__(self) -> str:
        """Print as it is typed; ends that belong are not mentioned."""
        open_low = self.low is not None and not self.low_closed
        open_high = self.high is not None and not self.high_closed
        flags = ", low_closed=False" * open_low + ", high_closed=False" * open_high
        return f"Interval({self.low!r}, {self.high!r}{flags})"


def _low_order(end: _End) -> tuple[int, Exact, bool]:
    # At the same place an end that belongs reaches lower.
    return end.infinite, end.number, not end.closed


def _high_order(end: _End) -> tuple[int, Exact, bool]:
    return end.infinite, end.number, end.closed


def _between(low: _End, high: _End) -> Interval:
    return Interval(
        None if low.infinite else low.number,
        None if high.infinite else high.number,
        low.closed,
        high.closed,
    )


_NOTHING = Interval(0, 0)
_SIDES_OF_ZERO = (Interval.less_than(0), Interval.more_than(0))


def _reciprocal(part: Interval) -> Interval:
    """Turn an interval on one side of zero upside down."""
    positive = part.low is not None and part.low >= 0
    if not positive:
        return -_reciprocal(-part)
    low = 0 if part.high is None else 1 / Fraction(part.high)
    high = 1 / Fraction(part.low) if part.low else None
    return Interval(low, high, part.high_closed, part.low_closed)

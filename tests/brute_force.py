"""Answers found by trying, to hold against those the library computes.

Nothing here asks the library for arithmetic: an interval is read by its four fields, numbers are
tried one by one, and rounding looks for the nearest neighbour.
"""

from collections.abc import Collection, Iterable
from fractions import Fraction
from itertools import pairwise

from wardstats import Interval, Rounding

Exact = int | Fraction

NEAR = Fraction(1, 10**9)
FAR = 10**9
# What is tried near an end, or far out, comes so near and so far in any sum or quotient of these.
CLOSE_ENOUGH = Fraction(1, 10**4)
FAR_ENOUGH = 10**4


def holds(interval: Interval, number: Exact) -> bool:
    """Compare a number with both ends."""
    low, high = interval.low, interval.high
    if low is not None and (number < low or (number == low and not interval.low_closed)):
        return False
    return high is None or number < high or (number == high and interval.high_closed)


def ends_of(intervals: Iterable[Interval]) -> set[Exact]:
    """Collect the ends that are numbers."""
    return {end for each in intervals for end in (each.low, each.high) if end is not None}


def around(places: Iterable[Exact], depth: int = 1) -> set[Exact]:
    """Give some places, what lies beside them and half way between, and far outside.

    A chain of `depth` numbers, each beyond the one before, still finds its place beside an end.
    """
    marks = sorted(places)
    between = {Fraction(low + high) / 2 for low, high in pairwise(marks)}
    beside = {mark + step * NEAR for mark in marks for step in range(-depth, depth + 1)}
    return (
        between | beside | {sign * step * FAR for sign in (-1, 1) for step in range(1, depth + 1)}
    )


def assert_hull(answer: Interval | None, found: Collection[Exact]) -> None:
    """Hold an interval against numbers found by trying: none outside it, and its ends right.

    An end that belongs was found; one that does not was come close to, never reached; where
    there is no end, numbers far out were found.
    """
    if answer is None:
        assert not found
        return
    assert found
    low, high = min(found), max(found)
    assert holds(answer, low)
    assert holds(answer, high)
    if answer.low is None:
        assert low < -FAR_ENOUGH
    else:
        assert low == answer.low if answer.low_closed else low - answer.low < CLOSE_ENOUGH
    if answer.high is None:
        assert high > FAR_ENOUGH
    else:
        assert high == answer.high if answer.high_closed else answer.high - high < CLOSE_ENOUGH


def rounded(number: Exact, rule: Rounding) -> int:
    """Round to a whole number by looking for the neighbours on both sides."""
    size = abs(Fraction(number))
    below = size.numerator // size.denominator
    above = below if size == below else below + 1
    chosen = {
        Rounding.TRUNCATE: below,
        Rounding.UP: above,
        Rounding.HALF_UP: above if above - size <= size - below else below,
        Rounding.HALF_EVEN: min((below, above), key=lambda each: (abs(size - each), each % 2)),
    }[rule]
    return -chosen if number < 0 else chosen

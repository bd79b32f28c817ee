"""Size bands: how many households a neighbourhood may have, and what several may have together.

"Từ 350 hộ đến 500 hộ" includes both ends, "trên 500 hộ" does not include 500; offices draw
bands as they like, and law draws edges of its own, so a band declares its ends.

    >>> middle = SizeBand("350-500", Interval(350, 500))
    >>> 350 in middle, 500 in middle, 501 in middle
    (True, True, False)
    >>> in_all = possible_total([164, middle, middle, 168, 573])
    >>> in_all, 1668 in in_all, 1535 in in_all
    (Interval(1605, 1905), True, False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from wardstats.errors import OutOfRange, WrongKind, quoted
from wardstats.figures.exact import count
from wardstats.figures.intervals import Interval
from wardstats.figures.relations import Bound
from wardstats.figures.typed import Typed
from wardstats.ward.sections import a_code

if TYPE_CHECKING:
    from collections.abc import Iterable

_ANY_NUMBER = Interval.at_least(0)


@frozen(repr=False)
class SizeBand(Typed):
    """A band of household numbers, under a key that stands in the keys of figures."""

    key: str = field(converter=a_code)
    households: Interval

    def __attrs_post_init__(self) -> None:
        """Refuse a band that holds no number of households."""
        if not isinstance(self.households, Interval):
            raise WrongKind(quoted(self.households), "an Interval", "as Interval(350, 500)")
        if _whole(self.households) is None:
            raise OutOfRange(
                quoted(self.households), "a band with a whole number of 0 or more", "move its ends"
            )

    @property
    def numbers(self) -> Interval:
        """The lowest and the highest number of households inside; None is an end without bound.

        >>> SizeBand("under-350", Interval.less_than(350)).numbers
        Interval(0, 349)
        """
        return _whole(self.households) or _ANY_NUMBER

    def __contains__(self, households: int) -> bool:
        """Ask whether so many households are in the band."""
        return households in self.numbers


def possible_total(sizes: Iterable[SizeBand | int | None]) -> Interval:
    """Give every total that several neighbourhoods may make: a whole number within it does.

    Each is a number of households where that is known, or else the band it is in; None where
    neither is. No neighbourhood makes 0 alone.
    """
    total = Interval.exactly(0)
    for size in sizes:
        total += _numbers(size)
    return total


def within(key: str, numbers: Interval) -> list[Bound]:
    """Give the rules that say of a figure that it lies in an interval.

    >>> within("kp1.households", Interval(0, 350, high_closed=False))
    [Bound(0, 'kp1.households'), Bound('kp1.households', 350, strict=True)]
    """
    bounds = []
    if numbers.low is not None:
        bounds.append(Bound(numbers.low, key, strict=not numbers.low_closed))
    if numbers.high is not None:
        bounds.append(Bound(key, numbers.high, strict=not numbers.high_closed))
    return bounds


def _numbers(size: SizeBand | int | None) -> Interval:
    if size is None:
        return _ANY_NUMBER
    return size.numbers if isinstance(size, SizeBand) else Interval.exactly(count(size))


def _whole(households: Interval) -> Interval | None:
    possible = households & _ANY_NUMBER
    return None if possible is None else possible.integers()

"""A total and its named parts: what they lack of it, their shares, shares that make 100.

"trong đó" (of which) may leave out a part of the total; "gồm" (comprising) may not.

    >>> fields = Breakdown(1806, {"certification": 1284, "civil_status": 436, "other": 88})
    >>> fields.gap
    2
    >>> fields.rate("civil_status")
    Rate(436, 1806)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, SupportsIndex

from attrs import field, frozen

from wardstats.errors import (
    ConflictingFigures,
    UnbalancedBreakdown,
    UndefinedRate,
    UnknownKey,
    quoted,
)
from wardstats.figures.exact import count, decimal_places
from wardstats.figures.rates import Rate
from wardstats.figures.rounding import Rounding, as_decimal
from wardstats.figures.typed import Code, Typed

if TYPE_CHECKING:
    from decimal import Decimal

Parts = Mapping[str, int] | Iterable[tuple[str, int]]


class Shares(Code):
    """How the shares of one total are rounded.

    ONE_BY_ONE: each by itself, so that they may make 99,9 or 100,1. LARGEST_REMAINDER: all
    rounded down, then the largest remainders up until they make 100; ties go to the larger
    part, then to the key that sorts first.
    """

    ONE_BY_ONE = "one-by-one"
    LARGEST_REMAINDER = "largest-remainder"


def as_parts(parts: Parts) -> tuple[tuple[str, int], ...]:
    """Let in parts: counts under names that differ."""
    pairs = parts.items() if isinstance(parts, Mapping) else parts
    held = tuple((key, count(part)) for key, part in pairs)
    times = Counter(key for key, _ in held)
    if twice := [key for key in times if times[key] > 1]:
        raise ConflictingFigures(quoted(twice[0]), "each key once", "add its parts, or rename one")
    return held  # pyright: ignore[reportReturnType] - a mapping may be an iterable of pairs, too


def in_any_order(parts: tuple[tuple[str, int], ...]) -> frozenset[tuple[str, int]]:
    """See parts as they are compared."""
    return frozenset(parts)


@frozen(repr=False)
class Breakdown(Typed):
    """A total and its parts, all counts, which need not fit one another.

    Two breakdowns are equal whatever the order of their parts. `exhaustive` says that the
    parts should make the whole total.
    """

    total: int = field(converter=count)
    parts: tuple[tuple[str, int], ...] = field(converter=as_parts, eq=in_any_order)
    exhaustive: bool = True

    @classmethod
    def pool(cls, breakdowns: Iterable[Breakdown]) -> Breakdown:
        """Put breakdowns side by side: totals add up, and parts under the same key.

        The pool is exhaustive if every one is.

            >>> Breakdown.pool([Breakdown(5, {"a": 3, "b": 2}), Breakdown(4, {"b": 4})])
            Breakdown(9, (('a', 3), ('b', 6)))
        """
        held = tuple(breakdowns)
        parts: Counter[str] = Counter()
        for key, part in chain.from_iterable(each.parts for each in held):
            parts[key] += part
        total = sum(each.total for each in held)
        return cls(total, parts, all(each.exhaustive for each in held))

    @property
    def gap(self) -> int:
        """What the parts make more than the total; negative where they fall short."""
        return sum(part for _, part in self.parts) - self.total

    def rate(self, key: str) -> Rate:
        """Set one part against the total."""
        for name, part in self.parts:
            if name == key:
                return Rate(part, self.total)
        names = tuple(name for name, _ in self.parts)
        raise UnknownKey(quoted(key), f"one of the parts {quoted(names)}")

    def percents(
        self,
        places: SupportsIndex,
        method: Shares = Shares.ONE_BY_ONE,
        rounding: Rounding = Rounding.HALF_UP,
    ) -> dict[str, Decimal]:
        """Round every share to decimals, one by one or so that they make 100.

            >>> thirds = Breakdown(3, {"a": 1, "b": 1, "c": 1})
            >>> thirds.percents(1, Shares.LARGEST_REMAINDER)
            {'a': Decimal('33.4'), 'b': Decimal('33.3'), 'c': Decimal('33.3')}

        Raises `UndefinedRate` where the total is 0, and `UnbalancedBreakdown` where shares
        should make 100 but the parts do not make the total.
        """
        if Shares.given(method) is Shares.ONE_BY_ONE:
            return {key: self.rate(key).percent(places, rounding) for key, _ in self.parts}
        decimals = decimal_places(places)
        return {key: as_decimal(share, decimals) for key, share in self._making(100 * 10**decimals)}

    def _making(self, sum_of_shares: int) -> list[tuple[str, int]]:
        if self.gap:
            raise UnbalancedBreakdown(
                f"parts that make {quoted(self.total + self.gap)} of {quoted(self.total)}",
                "parts that make the total",
                "round the shares one by one, or mend the parts",
            )
        if not self.total:
            raise UndefinedRate("shares of 0", "a total above 0", "nothing arose")
        shares, remainders = {}, []
        for key, part in self.parts:
            shares[key], remainder = divmod(part * sum_of_shares, self.total)
            remainders.append((-remainder, -part, key))
        missing = sum_of_shares - sum(shares.values())
        for *_, key in sorted(remainders)[:missing]:
            shares[key] += 1
        return list(shares.items())

"""Rates: a part of a whole, a ratio of any two figures, and a percentage as a quantity.

A rate keeps both its numbers, so rates pool by adding counts, and its percentage is rounded
once, from the exact fraction, when asked for.

    >>> turnout = Rate(1471, 1535)
    >>> turnout.percent(2)
    Decimal('95.83')
    >>> Rate.pool([Rate(313, 320), Rate(291, 310), Rate(535, 573)])
    Rate(1139, 1203)
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, SupportsIndex

from attrs import field, frozen

from wardstats.errors import OutOfRange, UndefinedRate, WrongKind, quoted
from wardstats.figures.exact import Exact, Number, count, exact, exact_or_text, plain_text
from wardstats.figures.rounding import Rounding, round_to
from wardstats.figures.typed import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


@frozen(repr=False)
class Rate(Typed):
    """A part of a whole, both counted: 1.471 of 1.535 households voted.

    A whole of 0 means that nothing arose (không phát sinh): such a rate pools like any other,
    but has no value. Two rates are equal when both their counts are; to sort, use `.value`.
    """

    part: int
    whole: int

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a count, and a part above its whole."""
        if type(self.part) is int and type(self.whole) is int and 0 <= self.part <= self.whole:
            return
        part, whole = count(self.part), count(self.whole)
        if part > whole:
            raise OutOfRange(
                f"{quoted(part)} of {quoted(whole)}",
                "a part from 0 to the whole",
                "pass the smaller count first, or use Ratio where more than the whole is meant",
            )
        object.__setattr__(self, "part", part)
        object.__setattr__(self, "whole", whole)

    @classmethod
    def pool(cls, rates: Iterable[Rate]) -> Rate:
        """Put rates side by side: parts and wholes add up, percentages never do."""
        held = tuple(rates)
        return cls(sum(rate.part for rate in held), sum(rate.whole for rate in held))

    @property
    def nothing_arose(self) -> bool:
        """Say whether the whole is 0, so that there is no value."""
        return not self.whole

    @property
    def value(self) -> Fraction:
        """The exact fraction, from 0 to 1."""
        if not self.whole:
            raise UndefinedRate(
                repr(self), "a whole above 0", "nothing arose; test nothing_arose first"
            )
        return Fraction(self.part, self.whole)

    @property
    def complement(self) -> Rate:
        """The rest of the same whole."""
        return Rate(self.whole - self.part, self.whole)

    def percent(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round the percentage to decimals, from the exact fraction."""
        return round_to(self.value * 100, places, rounding)


def _base(value: Number) -> Exact:
    base = exact(value)
    if base < 0:
        raise OutOfRange(quoted(value), "a base of 0 or more", "is the sign of the value meant?")
    return base


def _per(value: SupportsIndex) -> int:
    per = count(value)
    if not per:
        raise OutOfRange(quoted(value), "per 1 or more, as per=1000 for ‰")
    return per


@frozen(repr=False)
class Ratio(Typed):
    """Any figure against another: 971 vaccinated of 876 planned, 115 of 116 ha, births in ‰.

    Both are exact numbers and may differ in unit; the value may exceed one. `per` says how
    such a ratio is told: per 100, per 1,000 people, boys per 100 girls. A base of 0 means that
    nothing arose.

        >>> Ratio(14, 1000, per=1000).scaled(1)
        Decimal('14.0')
    """

    amount: Exact = field(converter=exact)
    base: Exact = field(converter=_base)
    per: int = field(default=100, converter=_per)

    @classmethod
    def pool(cls, ratios: Iterable[Ratio]) -> Ratio:
        """Put ratios side by side, all told per the same number.

        >>> Ratio.pool([Ratio(971, 876), Ratio(40, 38)])
        Ratio(1011, 914)
        """
        held = tuple(ratios)
        # The pool of no ratios adds nothing to others, whatever they are told per.
        pers = {ratio.per for ratio in held if ratio != Ratio(0, 0)} or {100}
        if len(pers) > 1:
            raise WrongKind(
                f"ratios per {quoted(sorted(pers))}",
                "ratios told per one number",
                "rewrite one of them",
            )
        return cls(
            sum(ratio.amount for ratio in held), sum(ratio.base for ratio in held), pers.pop()
        )

    @property
    def nothing_arose(self) -> bool:
        """Say whether the base is 0, so that there is no value."""
        return not self.base

    @property
    def value(self) -> Fraction:
        """The exact quotient."""
        if not self.base:
            raise UndefinedRate(
                quoted(self), "a base above 0", "nothing arose; test nothing_arose first"
            )
        return Fraction(self.amount) / self.base

    def percent(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round the percentage to decimals, from the exact quotient."""
        return round_to(self.value * 100, places, rounding)

    def scaled(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round the quotient, told per `per`, to decimals."""
        return round_to(self.value * self.per, places, rounding)


@frozen(order=True, repr=False)
class Percent:
    """A percentage as a quantity: `Percent(15)` is 15 %, for targets and for printing.

    A bare number is never taken for one: 0.21 < 15 would make every low target met. Take the
    digits as text where they have decimals.

        >>> Percent("99.5").value
        Fraction(199, 200)
    """

    number: Exact = field(converter=exact_or_text)

    @classmethod
    def of(cls, value: Number) -> Percent:
        """Turn a part of one into a percentage.

        >>> Percent.of(Fraction(3, 20))
        Percent(15)
        """
        return cls(exact(value) * 100)

    @property
    def value(self) -> Fraction:
        """The same as a part of one."""
        return Fraction(self.number) / 100

    def percent(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round to decimals."""
        return round_to(self.number, places, rounding)

    def __repr__(self) -> str:
        """Print as it is typed, as text where there are decimals."""
        return f"Percent({quantity_text(self.number)})"


def quantity_text(number: Exact) -> str:
    """Write an exact number as an argument is typed: 15, '1.4' or Fraction(1, 3)."""
    if isinstance(number, int):
        return repr(number)
    return repr(plain_text(number) or number)

"""Rounding, which is always named, and figures as printed, which it makes.

The custom of offices is half up; a figure as printed (`Stated`) keeps its digits, and so
stands for all numbers that print so. "435,75 tỷ đồng" is known to 10 million đồng, "95,83%"
to one hundredth of a per cent.

    >>> Stated.percent("12.5").interval()
    Interval(Fraction(249, 2000), Fraction(251, 2000), high_closed=False)
    >>> sorted(rule.name for rule in Stated.percent("99.66").fits(Fraction(1794, 1800)))
    ['TRUNCATE']
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import SupportsIndex

from attrs import evolve, field, frozen

from wardstats.errors import OutOfRange, TooLong, WrongKind, quoted
from wardstats.figures.exact import (
    MOST_DIGITS,
    MOST_PLACES,
    TOO_LARGE,
    Exact,
    Number,
    count,
    decimal_places,
    decimal_text,
    exact,
    integer,
)
from wardstats.figures.intervals import Interval
from wardstats.figures.typed import Code, Typed

_HALF = Fraction(1, 2)
_LARGEST_SCALE = 18
# What is checked at a glance; the rest takes the long way round.
_USUAL = 10**18
_PLACES = frozenset(range(MOST_PLACES + 1))


class Rounding(Code):
    """The rules of rounding in use, with decimal's meaning for negative numbers.

    HALF_UP is the custom in Vietnamese reports. TRUNCATE drops the digits past the last one
    printed, UP adds one whenever a digit is dropped; both look at the size, not the sign.
    """

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    TRUNCATE = "truncate"
    UP = "up"


_EVERY_RULE = frozenset(Rounding)
_HALF_UP = Rounding.HALF_UP  # in Python 3.11, looking it up takes longer than dividing


def nearest(numerator: int, denominator: int, rounding: Rounding = Rounding.HALF_UP) -> int:
    """Round a quotient, whose denominator is positive, to a whole number.

    >>> nearest(5, 2), nearest(5, 2, Rounding.HALF_EVEN), nearest(-5, 2)
    (3, 2, -3)
    """
    size, rest = divmod(abs(numerator), denominator)
    past_half = 2 * rest - denominator
    if rounding is _HALF_UP:
        size += past_half >= 0
    elif Rounding.given(rounding) is Rounding.HALF_EVEN:
        size += past_half > 0 or (past_half == 0 and size % 2 == 1)
    elif rounding is Rounding.UP:
        size += rest > 0
    return -size if numerator < 0 else size


def round_to(
    value: Number, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP
) -> Decimal:
    """Round an exact number to decimals, once, by a named rule.

    >>> round_to(Fraction(1, 8), 2), round_to(Fraction(1, 8), 2, Rounding.HALF_EVEN)
    (Decimal('0.13'), Decimal('0.12'))
    """
    number, decimals = exact(value), decimal_places(places)
    return as_decimal(
        nearest(number.numerator * 10**decimals, number.denominator, rounding), decimals
    )


def as_decimal(scaled: int, places: int) -> Decimal:
    """Write whole units of the last decimal as a Decimal, whatever the ambient context."""
    if abs(scaled) >= TOO_LARGE:
        raise TooLong(quoted(scaled), f"at most {MOST_DIGITS:,} digits", "is this one figure?")
    return Decimal(f"{scaled}E-{places}")


class StatedKind(Code):
    """What a printed figure is a number of."""

    NUMBER = "number"
    PERCENT = "percent"
    PER_MILLE = "per-mille"
    POINTS = "points"


class Reach(Code):
    """Which numbers the words around a printed figure let it stand for.

    ROUNDED: those that print so. AT_LEAST ("từ … trở lên"): it and all above. MORE_THAN
    ("trên", "hơn"): from it to below one more unit of its last digit. NEARLY ("gần"): up to
    it, from above one unit less.
    """

    ROUNDED = "rounded"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    NEARLY = "nearly"


_PER = {
    StatedKind.NUMBER: 1,
    StatedKind.PERCENT: 100,
    StatedKind.PER_MILLE: 1000,
    StatedKind.POINTS: 100,
}


@frozen(repr=False)
class Form(Typed):
    """What stands around the digits of a printed figure, and makes a number of them.

    `scale` is the power of ten of the unit word: 9 for tỷ. `decimal_mark` is the mark that was
    printed, where it was not the usual one; it makes no difference between figures.
    """

    kind: StatedKind = StatedKind.NUMBER
    scale: int = field(default=0, converter=count)
    reach: Reach = Reach.ROUNDED
    decimal_mark: str | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a scale that no unit word has."""
        StatedKind.given(self.kind)
        Reach.given(self.reach)
        if self.scale > _LARGEST_SCALE or (self.scale and self.kind is not StatedKind.NUMBER):
            raise OutOfRange(
                f"scale={quoted(self.scale)}",
                f"a power of ten from 0 to {_LARGEST_SCALE}, and 0 for percentages",
                "9 is for tỷ, 6 for triệu",
            )


_PLAIN = Form()


@frozen(repr=False)
class Stated:
    """A figure as printed: its digits, how many are decimals, and the form they stand in.

    Trailing zeros count: "95,8%" and "95,80%" are two figures. A percentage, like every rate
    here, is a part of one: `Stated.percent("95.83").value` is 9583/10000. Use the constructors
    `number`, `percent`, `per_mille` and `points`, which take the digits as text.
    """

    digits: int
    places: int = 0
    form: Form = _PLAIN

    def __attrs_post_init__(self) -> None:
        """Refuse digits that no report could print."""
        digits = self.digits
        if (
            type(digits) is type(self.places) is int
            and -_USUAL < digits < _USUAL
            and self.places in _PLACES
            and type(self.form) is Form
        ):
            return
        object.__setattr__(self, "digits", integer(digits))
        object.__setattr__(self, "places", decimal_places(self.places))
        if abs(self.digits) >= TOO_LARGE:
            raise TooLong(quoted(self.digits), f"at most {MOST_DIGITS:,} digits")
        if not isinstance(self.form, Form):
            raise WrongKind(quoted(self.form), "a Form", "as Form(StatedKind.PERCENT)")

    @classmethod
    def number(cls, text: str, scale: int = 0, *, decimal_mark: str | None = None) -> Stated:
        """Take a number as printed, with the power of ten of its unit word.

        >>> Stated.number("435.75", scale=9).unit
        10000000
        """
        return cls(*decimal_text(text), Form(scale=scale, decimal_mark=decimal_mark))

    @classmethod
    def percent(cls, text: str, *, decimal_mark: str | None = None) -> Stated:
        """Take a percentage as printed, without its sign."""
        return cls(*decimal_text(text), Form(StatedKind.PERCENT, decimal_mark=decimal_mark))

    @classmethod
    def per_mille(cls, text: str, *, decimal_mark: str | None = None) -> Stated:
        """Take a per mille rate as printed, without its sign."""
        return cls(*decimal_text(text), Form(StatedKind.PER_MILLE, decimal_mark=decimal_mark))

    @classmethod
    def points(cls, text: str, *, decimal_mark: str | None = None) -> Stated:
        """Take a number of percentage points as printed."""
        return cls(*decimal_text(text), Form(StatedKind.POINTS, decimal_mark=decimal_mark))

    @staticmethod
    def at_least(figure: Stated) -> Stated:
        """Read a printed figure as a floor: "từ 95% trở lên"."""
        return _reaching(figure, Reach.AT_LEAST)

    @staticmethod
    def more_than(figure: Stated) -> Stated:
        """Read a printed figure as "trên" or "hơn": at least it, below one unit more.

        >>> Stated.more_than(Stated.number("12", scale=2)).interval()
        Interval(1200, 1300, high_closed=False)
        """
        return _reaching(figure, Reach.MORE_THAN)

    @staticmethod
    def nearly(figure: Stated) -> Stated:
        """Read a printed figure as "gần": at most it, above one unit less."""
        return _reaching(figure, Reach.NEARLY)

    @property
    def kind(self) -> StatedKind:
        """What it is a number of."""
        return self.form.kind

    @property
    def scale(self) -> int:
        """The power of ten of its unit word."""
        return self.form.scale

    @property
    def reach(self) -> Reach:
        """Which numbers the words around it let it stand for."""
        return self.form.reach

    @property
    def decimal_mark(self) -> str | None:
        """The mark printed before its decimals, where it was not the usual one."""
        return self.form.decimal_mark

    @property
    def unit(self) -> Exact:
        """What one unit of the last digit is worth."""
        return exact(Fraction(10**self.scale, 10**self.places * _PER[self.kind]))

    @property
    def value(self) -> Exact:
        """The number the digits spell, which the figure stands for only within its interval."""
        return exact(self.digits * Fraction(self.unit))

    @property
    def text(self) -> str:
        """The digits as plain text, with a dot before the decimals."""
        digits = f"{abs(self.digits):0{self.places + 1}d}"
        sign = "-" if self.digits < 0 else ""
        if not self.places:
            return sign + digits
        return f"{sign}{digits[: -self.places]}.{digits[-self.places :]}"

    def interval(self, rounding: Rounding = Rounding.HALF_UP) -> Interval:
        """Give all numbers that print so under a rule."""
        rule = Rounding.given(rounding)
        printing, unit = _printing(self.digits, self.reach, rule), self.unit
        low, high = printing.low, printing.high
        return Interval(
            None if low is None else low * unit,
            None if high is None else high * unit,
            printing.low_closed,
            printing.high_closed,
        )

    def fits(self, value: Number | Interval) -> frozenset[Rounding]:
        """Name the rules under which a number, or some number of an interval, prints so.

        >>> sorted(rule.name for rule in Stated.percent("82.5").fits(Fraction(1484, 1799)))
        ['HALF_EVEN', 'HALF_UP', 'UP']
        """
        if isinstance(value, Interval):
            return frozenset(rule for rule in Rounding if self.interval(rule) & value is not None)
        if self.reach is not Reach.ROUNDED:
            return _EVERY_RULE if value in self.interval() else frozenset()
        number, unit = exact(value), self.unit
        numerator = number.numerator * unit.denominator
        denominator = number.denominator * unit.numerator
        return frozenset(
            rule for rule in _EVERY_RULE if nearest(numerator, denominator, rule) == self.digits
        )

    def __repr__(self) -> str:
        """Print as it is typed."""
        arguments = [repr(self.text)]
        if self.scale:
            arguments.append(f"scale={self.scale}")
        if self.decimal_mark is not None:
            arguments.append(f"decimal_mark={self.decimal_mark!r}")
        figure = f"Stated.{self.kind.name.lower()}({', '.join(arguments)})"
        if self.reach is Reach.ROUNDED:
            return figure
        return f"Stated.{self.reach.name.lower()}({figure})"


def _reaching(figure: Stated, reach: Reach) -> Stated:
    if not isinstance(figure, Stated):
        raise WrongKind(
            quoted(figure),
            "a Stated figure",
            f"write Stated.{reach.name.lower()}(Stated.percent('95'))",
        )
    return evolve(figure, form=evolve(figure.form, reach=reach))


def _printing(digits: int, reach: Reach, rounding: Rounding) -> Interval:
    """Give the numbers, in units of the last digit, that print as these digits."""
    if reach is Reach.AT_LEAST:
        return Interval.at_least(digits)
    if reach is Reach.MORE_THAN:
        return Interval(digits, digits + 1, high_closed=False)
    if reach is Reach.NEARLY:
        return Interval(digits - 1, digits, low_closed=False)
    if digits < 0:
        return -_rounding(-digits, rounding)
    return _rounding(digits, rounding)


def _rounding(digits: int, rounding: Rounding) -> Interval:
    """Give the numbers that a rule rounds to these digits, 0 or more."""
    low, high = digits - _HALF, digits + _HALF
    if rounding is Rounding.HALF_UP:
        return Interval(low, high, low_closed=digits > 0, high_closed=False)
    if rounding is Rounding.HALF_EVEN:
        even = digits % 2 == 0
        return Interval(low, high, low_closed=even, high_closed=even)
    if rounding is Rounding.TRUNCATE:
        low_end = digits or -1
        return Interval(low_end, digits + 1, low_closed=digits > 0, high_closed=False)
    return Interval(digits - 1 if digits else 0, digits, low_closed=not digits)

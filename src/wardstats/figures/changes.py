"""Changes: relative growth, and the distance in points between two rates.

A rate of 19,7 % that becomes 21,1 % has risen by 1,4 percentage points, or by 7,1 %. The two
are different types here, and never mixed. The figure compared with is called `previous`; a
base is a denominator.

    >>> Growth(71, 70).percent(1)
    Decimal('1.4')
    >>> PointChange(Rate(15, 71), Rate(14, 71)).points(1)
    Decimal('1.4')
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, SupportsIndex

from attrs import field, frozen

from wardstats.errors import UndefinedGrowth, WrongKind, quoted
from wardstats.figures.exact import Exact, Number, exact, exact_or_text
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent, Rate, Ratio, quantity_text
from wardstats.figures.rounding import Rounding, Stated, StatedKind, round_to
from wardstats.figures.typed import Typed

if TYPE_CHECKING:
    from decimal import Decimal


@frozen(repr=False)
class Growth(Typed):
    """One figure against its previous value: "tăng 20,7%", "giảm 5%", "bằng 120,7%".

    Undefined where the previous value is 0 or less.
    """

    current: Exact = field(converter=exact)
    previous: Exact = field(converter=exact)

    @property
    def is_defined(self) -> bool:
        """Say whether the previous value is above 0."""
        return self.previous > 0

    @property
    def value(self) -> Fraction:
        """The exact growth, as a part of one; negative for a fall."""
        if not self.is_defined:
            raise UndefinedGrowth(
                quoted(self), "a previous value above 0", "state both values instead"
            )
        return Fraction(self.current) / self.previous - 1

    @property
    def index(self) -> Percent:
        """The current value in per cent of the previous: "bằng 120,7%"."""
        return Percent.of(self.value + 1)

    @property
    def reduction(self) -> Percent:
        """The fall as a positive percentage: ten days cut to five are 50 %."""
        return Percent.of(-self.value)

    def percent(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round the growth in per cent to decimals."""
        return round_to(self.value * 100, places, rounding)


@frozen(order=True, repr=False)
class Points:
    """A distance in percentage points (điểm phần trăm) as a quantity: `Points("1.4")`."""

    number: Exact = field(converter=exact_or_text)

    @classmethod
    def of(cls, value: Number) -> Points:
        """Turn a difference of two parts of one into points."""
        return cls(exact(value) * 100)

    @property
    def value(self) -> Fraction:
        """The same as a part of one."""
        return Fraction(self.number) / 100

    def points(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round to decimals."""
        return round_to(self.number, places, rounding)

    def __repr__(self) -> str:
        """Print as it is typed, as text where there are decimals."""
        return f"Points({quantity_text(self.number)})"


def _rate(value: Rate | Ratio | Percent) -> Rate | Ratio | Percent:
    if isinstance(value, (Rate, Ratio, Percent)):
        return value
    raise WrongKind(
        quoted(value),
        "a Rate, Ratio or Percent",
        "points lie between rates; Growth is for the rest",
    )


@frozen(repr=False)
class PointChange(Typed):
    """One rate against its previous value, in percentage points: "tăng 1,4 điểm phần trăm"."""

    current: Rate | Ratio | Percent = field(converter=_rate)
    previous: Rate | Ratio | Percent = field(converter=_rate)

    @property
    def value(self) -> Fraction:
        """The exact difference, as a part of one; raises `UndefinedRate` as its rates do."""
        return self.current.value - self.previous.value

    def points(self, places: SupportsIndex, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
        """Round the difference in points to decimals."""
        return round_to(self.value * 100, places, rounding)


def implied_previous(current: Number | Stated, growth: Percent | Stated) -> Interval:
    """Say from which previous values a figure can have grown so.

    Trade revenue printed as 435,75 tỷ đồng after "tăng 20,7%" comes from somewhere between
    360,87 and 361,17 tỷ:

        >>> before = implied_previous(Stated.number("435.75", scale=9), Stated.percent("20.7"))
        >>> round_to(before.low, 0), round_to(before.high, 0)
        (Decimal('360865424431'), Decimal('361172813925'))

    Raises `UndefinedGrowth` for a fall to 0 or below, from which nothing can be told, and for a
    figure of 0 or below, which no growth leads to.
    """
    if isinstance(growth, Stated):
        if growth.kind is not StatedKind.PERCENT:
            raise WrongKind(quoted(growth), "a growth in per cent", "points lie between rates")
        held = growth.interval()
    elif isinstance(growth, Percent):
        held = Interval.exactly(growth.value)
    else:
        raise WrongKind(quoted(growth), "a Percent or a Stated percentage", "as Percent('20.7')")
    index = (Interval.exactly(1) + held) & Interval.more_than(0)
    if index is None:
        raise UndefinedGrowth(quoted(growth), "a growth above -100 %", "state both values instead")
    figure = current.interval() if isinstance(current, Stated) else Interval.exactly(current)
    before = (figure / index) & Interval.more_than(0)
    if before is None:
        raise UndefinedGrowth(quoted(current), "a figure above 0", "state both values instead")
    return before

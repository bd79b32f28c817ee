"""What an indicator tells: a count, an amount, a rate, a ratio, or any of them as printed.

A rate or ratio brings both its numbers into the sheet, which derive it; a number brings itself.
A percentage whose counts a report does not give is a printed figure, `Stated.percent("83.2")`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wardstats.errors import WrongKind, quoted
from wardstats.figures.changes import Points
from wardstats.figures.exact import Exact, Number, exact
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.relations import Completes, Relation
from wardstats.figures.rounding import Stated, StatedKind
from wardstats.figures.sheets import Figure
from wardstats.figures.values import FigureKind
from wardstats.ward.sections import Keys, share

Told = Exact | Stated | Rate | Ratio

# What reports usually print amounts and rates with.
_USUAL_PLACES = 2
_PER_MILLE = 1000


def told(value: Number | Stated | Rate | Ratio | None) -> Told | None:
    """Let in what an indicator may tell; None is not known."""
    points = isinstance(value, Stated) and value.kind is StatedKind.POINTS
    if points or isinstance(value, (Percent, Points)):
        raise WrongKind(
            quoted(value),
            "a count, an amount, a Rate, a Ratio, or one of them as printed",
            "a percentage without its counts is printed, as Stated.percent('83.2')",
        )
    return value if value is None or isinstance(value, (Stated, Rate, Ratio)) else exact(value)


def is_rate(value: Told | None) -> bool:
    """Say whether a figure is told in per cent or per mille, and changes by points."""
    if isinstance(value, Stated):
        return value.kind is not StatedKind.NUMBER
    return isinstance(value, (Rate, Ratio))


def is_count(value: Told) -> bool:
    """Say whether a figure is a whole number of things."""
    return isinstance(value, int) and value >= 0


def exactly(value: Told | None) -> Exact | None:
    """Give the one number a figure is; None if it is printed, or of a rate of nothing."""
    if isinstance(value, (Rate, Ratio)):
        return None if value.nothing_arose else value.value
    return None if isinstance(value, Stated) else value


def quantity(value: Told | None) -> Exact | Stated | None:
    """Give the count or amount itself; of a rate its part, of a ratio its amount."""
    if isinstance(value, Rate):
        return value.part
    return value.amount if isinstance(value, Ratio) else value


def quantity_name(shape: Told | None) -> str:
    """Name the figure that `quantity` gives, in the sheet of an indicator of this shape."""
    if isinstance(shape, Rate):
        return "part"
    return "amount" if isinstance(shape, Ratio) else "value"


def told_figures(
    value: Told | None, shape: Told | None, at: Keys, name: str, kind: FigureKind, unit: str
) -> Iterator[Figure | Relation]:
    """Name a figure, and both numbers of a rate or ratio, which derive it.

    `shape` is what the figure is like where it is not known, `kind` that of plain numbers.
    """
    like = shape if value is None else value
    beside = "" if name == "value" else f"{name}_"
    if isinstance(like, Rate):
        part, whole = (value.part, value.whole) if isinstance(value, Rate) else (None, None)
        yield Figure(at(f"{beside}part"), part, FigureKind.COUNT, unit)
        yield Figure(at(f"{beside}whole"), whole, FigureKind.COUNT, unit)
        yield from share(at, name, f"{beside}part", f"{beside}whole")
    elif isinstance(like, Ratio):
        amount, base = (value.amount, value.base) if isinstance(value, Ratio) else (None, None)
        per_mille = like.per == _PER_MILLE
        told_in = FigureKind.PER_MILLE if per_mille else FigureKind.PERCENT
        yield Figure(at(f"{beside}amount"), amount, FigureKind.AMOUNT, unit)
        yield Figure(at(f"{beside}base"), base, FigureKind.AMOUNT)
        yield Figure(at(name), kind=told_in, places=_USUAL_PLACES)
        yield Completes(at(name), at(f"{beside}amount"), at(f"{beside}base"))
    elif isinstance(like, Stated):
        yield Figure(at(name), value, _kind_as_printed(like, kind), unit, like.places)
    else:
        places = _USUAL_PLACES if isinstance(like, Fraction) else 0
        yield Figure(at(name), value, kind, unit, places)


def _kind_as_printed(figure: Stated, kind: FigureKind) -> FigureKind:
    if figure.kind is StatedKind.PER_MILLE:
        return FigureKind.PER_MILLE
    return FigureKind.PERCENT if figure.kind is StatedKind.PERCENT else kind

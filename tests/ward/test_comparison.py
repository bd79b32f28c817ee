"""This period against another."""

from fractions import Fraction

from wardstats import (
    Figure,
    FigureKind,
    Growth,
    Percent,
    PointChange,
    Points,
    Rate,
    Reason,
    Share,
    Sheet,
    Stated,
    Undefined,
)
from wardstats.ward import compare


def test_numbers_grow_and_rates_move_in_points() -> None:
    """Counts and amounts give a Growth, rates a PointChange."""
    now = Sheet(
        [Figure("births", 71), Figure("rate", Rate(15, 71)), Figure("revenue", Fraction(5, 2))]
    )
    before = Sheet(
        [Figure("births", 70), Figure("rate", Rate(14, 71)), Figure("revenue", Fraction(1, 2))]
    )

    assert compare(now, before) == {
        "births": Growth(71, 70),
        "rate": PointChange(Percent.of(Fraction(15, 71)), Percent.of(Fraction(14, 71))),
        "revenue": Growth(Fraction(5, 2), Fraction(1, 2)),
    }


def test_derived_figures_are_compared() -> None:
    """What a sheet derives is compared like what was counted."""
    sheets = [
        Sheet([Figure("part", part), Figure("whole", 100)], [Share("rate", "part", "whole")])
        for part in (60, 50)
    ]

    change = compare(*sheets)["rate"]

    assert isinstance(change, PointChange)
    assert change.value == Fraction(1, 10)


def test_shared_keys_only() -> None:
    """A figure that one sheet lacks, or has as another kind, is not compared."""
    now = Sheet([Figure("a", 1), Figure("b", 2)])

    assert compare(now, Sheet([Figure("a", kind=FigureKind.PERCENT), Figure("c", 3)])) == {}


def test_unknown_stays_unknown() -> None:
    """What was not counted, or is known only as printed, has no exact change."""
    now = Sheet([Figure("a", 1), Figure("b", Stated.number("4.2", scale=9))])
    before = Sheet([Figure("a"), Figure("b", Stated.number("4.1", scale=9))])

    assert compare(now, before) == dict.fromkeys("ab", Undefined(Reason.NOT_COUNTED))


def test_changes_are_not_compared_again() -> None:
    """Differences in points are changes already."""
    sheet = Sheet([Figure("change", Points("1.4"))])

    assert compare(sheet, sheet) == {}

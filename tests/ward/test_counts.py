"""Counts: what is not counted is None, never 0, and leaves no sum."""

from decimal import Decimal

import pytest
from attrs import fields, frozen

from wardstats import Rate
from wardstats.errors import NotExact, OutOfRange
from wardstats.ward.counts import ADDS, STOCK, Count, counted, counting, rate, total


@frozen
class Pair:
    came: Count = counting()  # noqa: RUF009
    left: Count = counting(0, stock=True)  # noqa: RUF009


def test_a_count_is_a_whole_number_of_things_or_not_known() -> None:
    """None comes through as None, and 0 as 0."""
    assert [counted(None), counted(0), counted(1471)] == [None, 0, 1471]


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (-1, OutOfRange),
        (1.0, NotExact),
        (True, NotExact),
        ("3", NotExact),
        (Decimal(3), NotExact),
    ],
)
def test_what_counts_nothing_is_refused(value: object, error: type[Exception]) -> None:
    """A count is never negative, never a float, and never text, as it was given."""
    with pytest.raises(error):
        counted(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("counts", "sum_of_them"),
    [([], 0), ([1484, 315, 0], 1799), ([1484, None], None), ([None], None), ([0, None], None)],
)
def test_a_sum_with_something_not_counted_in_it_is_not_counted(
    counts: list[int | None], sum_of_them: int | None
) -> None:
    """No total is short of a part nobody asked about; the sum of nothing is 0."""
    assert total(counts) == sum_of_them


def test_a_rate_needs_both_its_counts() -> None:
    """A rate of something not counted is not known; one of nothing arose stays a rate."""
    assert rate(1484, 1799) == Rate(1484, 1799)
    assert rate(0, 0) == Rate(0, 0)
    assert rate(None, 1799) is None
    assert rate(0, None) is None


def test_a_rate_of_counts_that_do_not_fit_is_refused_when_asked_for() -> None:
    """The counts load; only who asks for the rate hears of it."""
    with pytest.raises(OutOfRange, match="1806 of 1799"):
        rate(1806, 1799)


def test_a_field_of_counts_says_how_it_adds_up() -> None:
    """Unless said a count is not known; stocks are marked, for they do not add up over time."""
    assert Pair() == Pair(None, 0)
    assert fields(Pair).came.metadata == {ADDS: total, STOCK: False}
    assert fields(Pair).left.metadata == {ADDS: total, STOCK: True}
    with pytest.raises(OutOfRange):
        Pair(-1)

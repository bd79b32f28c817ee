"""Intervals: how they are made, printed and refused; their arithmetic is a matter of laws."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from figure_strategies import intervals
from wardstats import Interval
from wardstats.errors import OutOfRange, UndefinedRate


class TestMaking:
    @pytest.mark.parametrize(
        ("made", "interval"),
        [
            (Interval.exactly(5), Interval(5, 5)),
            (Interval.at_least(5), Interval(5, None)),
            (Interval.more_than(5), Interval(5, None, low_closed=False)),
            (Interval.at_most(5), Interval(None, 5)),
            (Interval.less_than(5), Interval(None, 5, high_closed=False)),
            (Interval.anything(), Interval(None, None)),
            (Interval(Decimal("0.5"), Fraction(6, 2)), Interval(Fraction(1, 2), 3)),
        ],
    )
    def test_names_for_intervals(self, made: Interval, interval: Interval) -> None:
        """Each constructor makes the interval that its name says."""
        assert made == interval
        assert hash(made) == hash(interval)

    def test_an_end_without_bound_belongs_to_nothing(self) -> None:
        """Whatever was said of it, no number is there to belong."""
        for closed in (True, False):
            one = Interval(None, 5, low_closed=closed)
            assert not one.low_closed
            assert one == Interval(None, 5)
            assert not Interval(5, None, high_closed=closed).high_closed

    @pytest.mark.parametrize("ends", [(2, 1), (Fraction(1, 2), Fraction(1, 3)), (1, -(10**40))])
    def test_the_low_end_is_the_lower(self, ends: tuple[int, int]) -> None:
        """Ends are not swapped in silence."""
        with pytest.raises(OutOfRange, match="a low end below the high end"):
            Interval(*ends)

    @pytest.mark.parametrize("flags", [(True, False), (False, True), (False, False)])
    def test_an_interval_is_never_empty(self, flags: tuple[bool, bool]) -> None:
        """One number with an end that does not belong would be nothing."""
        with pytest.raises(OutOfRange, match="an interval is never empty"):
            Interval(5, 5, *flags)

    def test_a_hull_of_nothing(self) -> None:
        """No intervals have no hull."""
        with pytest.raises(OutOfRange, match="no intervals: expected one or more"):
            Interval.hull([])


class TestAsking:
    @given(intervals())
    def test_a_point_is_one_number(self, each: Interval) -> None:
        """`point` is the number where both ends are one, else None."""
        single = each.low is not None and each.low == each.high
        assert each.point == (each.low if single else None)

    @pytest.mark.parametrize(
        ("interval", "integers"),
        [
            (Interval(Fraction(17_939, 10), Fraction(17_942, 10)), Interval(1794, 1794)),
            (Interval(1, 3, low_closed=False, high_closed=False), Interval(2, 2)),
            (Interval(1, 2, low_closed=False, high_closed=False), None),
            (Interval(Fraction(1, 3), Fraction(2, 3)), None),
            (Interval(Fraction(-7, 2), Fraction(-1, 2)), Interval(-3, -1)),
            (Interval.more_than(5), Interval(6, None)),
            (Interval.less_than(Fraction(1, 2)), Interval(None, 0)),
            (Interval.anything(), Interval(None, None)),
        ],
    )
    def test_integers(self, interval: Interval, integers: Interval | None) -> None:
        """Whole numbers are counted from the first held to the last."""
        assert interval.integers() == integers

    def test_numbers_of_any_exact_type(self) -> None:
        """`in` takes what is let in as a number everywhere."""
        half_open = Interval(4, 5, low_closed=False)
        assert Decimal("4.1") in half_open
        assert Fraction(9, 2) in half_open
        assert 5 in half_open
        assert 4 not in half_open
        assert Decimal("5.0000000000000000001") not in half_open


def test_division_by_zero_alone() -> None:
    """A divisor that can only be 0 is an error that names both; one that may be 0 is not."""
    with pytest.raises(UndefinedRate, match=r"^Interval\(1, 2\) / Interval\(0, 0\): expected"):
        _ = Interval(1, 2) / Interval.exactly(0)
    assert Interval(1, 2) / Interval(0, 4) == Interval.at_least(Fraction(1, 4))
    assert Interval(1, 2) / Interval(-1, 1) == Interval.anything()

"""Rates, ratios and percentages as quantities."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from figure_strategies import percents, points, rates
from wardstats import Percent, Points, Rate, Ratio, Rounding
from wardstats.errors import UndefinedRate


class TestRate:
    @pytest.mark.parametrize(
        ("part", "whole", "places", "printed"),
        [
            (1471, 1535, 2, "95.83"),
            (1484, 1799, 1, "82.5"),
            (1794, 1804, 2, "99.45"),
            (1794, 1800, 2, "99.67"),
            (535, 573, 2, "93.37"),
            (595, 1109, 1, "53.7"),
            (16, 18, 1, "88.9"),
            (164, 164, 2, "100.00"),
            (0, 5, 0, "0"),
        ],
    )
    def test_percentages_of_a_real_report(
        self, part: int, whole: int, places: int, printed: str
    ) -> None:
        """The percentage is rounded once, half up, from the exact fraction."""
        assert str(Rate(part, whole).percent(places)) == printed

    def test_the_rule_is_named(self) -> None:
        """Another rule is asked for by name: 299/300 cut to two decimals is 99,66 %."""
        assert str(Rate(1794, 1800).percent(2, Rounding.TRUNCATE)) == "99.66"

    @given(rates())
    def test_a_rate_and_its_rest_make_the_whole(self, rate: Rate) -> None:
        """The complement is the rest of the same whole."""
        rest = rate.complement
        assert (rate.part + rest.part, rest.whole) == (rate.whole, rate.whole)
        assert rest.complement == rate
        assert rate.nothing_arose == rest.nothing_arose == (rate.whole == 0)

    def test_equality_is_of_both_counts(self) -> None:
        """1/2 and 2/4 have one value and are two rates; sort by the value."""
        half, two_quarters = Rate(1, 2), Rate(2, 4)
        unordered: Any = [half, two_quarters]
        assert half != two_quarters
        assert half.value == two_quarters.value
        with pytest.raises(TypeError, match="'<' not supported"):
            sorted(unordered)
        with pytest.raises(TypeError, match="unsupported operand"):
            half + two_quarters  # type: ignore[operator]

    def test_nothing_arose(self) -> None:
        """A whole of 0 has no value, and says what to ask first."""
        with pytest.raises(UndefinedRate, match="nothing arose; test nothing_arose first"):
            _ = Rate(0, 0).value


class TestRatio:
    @pytest.mark.parametrize(
        ("ratio", "percent", "scaled"),
        [
            (Ratio(971, 876), "110.8", "110.8"),
            (Ratio(115, 116), "99.1", "99.1"),
            (Ratio(14, 1000, per=1000), "1.4", "14.0"),
            (Ratio(-5, 10, per=10), "-50.0", "-5.0"),
            (Ratio(Decimal("1.5"), Fraction(3, 2), per=1), "100.0", "1.0"),
        ],
    )
    def test_any_two_figures(self, ratio: Ratio, percent: str, scaled: str) -> None:
        """A ratio may exceed one, and is told in per cent or per its own number."""
        assert (str(ratio.percent(1)), str(ratio.scaled(1))) == (percent, scaled)

    def test_nothing_arose(self) -> None:
        """A base of 0 has no value by any name."""
        for ask in (Ratio(5, 0).percent, Ratio(5, 0).scaled):
            with pytest.raises(UndefinedRate, match=r"^Ratio\(5, 0\): expected a base above 0"):
                ask(1)


class TestQuantities:
    @given(percents())
    def test_a_percentage_is_a_part_of_one(self, percent: Percent) -> None:
        """`of` and `value` turn one into the other."""
        assert Percent.of(percent.value) == percent
        assert percent.value * 100 == percent.number

    @given(points())
    def test_so_are_points(self, point: Points) -> None:
        """A distance in points is a difference of parts of one."""
        assert Points.of(point.value) == point
        assert point.value * 100 == point.number

    @given(percents(), percents())
    def test_percentages_are_ordered_by_size(self, one: Percent, other: Percent) -> None:
        """Percentages compare with one another, and with nothing else."""
        assert (one < other) == (one.value < other.value)
        with pytest.raises(TypeError, match="not supported"):
            sorted([one, 15])  # type: ignore[type-var]

    @given(points(), points())
    def test_points_are_ordered_by_size(self, one: Points, other: Points) -> None:
        """So do points, and neither compares with the other."""
        assert (one < other) == (one.value < other.value)
        with pytest.raises(TypeError, match="not supported"):
            sorted([one, Percent(15)])  # type: ignore[type-var]

    def test_rounded(self) -> None:
        """Quantities round to decimals like every figure."""
        assert str(Percent("99.95").percent(1)) == "100.0"
        assert str(Points("-1.45").points(1)) == "-1.5"
        assert str(Points("-1.45").points(1, Rounding.TRUNCATE)) == "-1.4"

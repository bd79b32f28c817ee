"""Changes: growth, points, and the previous value a growth implies."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from figure_strategies import exact_numbers, growths, percents, point_changes, stated
from wardstats import (
    Change,
    Growth,
    Interval,
    Percent,
    PointChange,
    Points,
    Rate,
    Ratio,
    Rounding,
    Stated,
    StatedKind,
    implied_previous,
)
from wardstats.errors import UndefinedGrowth, UndefinedRate, WrongKind


class TestGrowth:
    @pytest.mark.parametrize(
        ("current", "previous", "growth", "index", "reduction"),
        [
            (71, 70, "1.4", "101.4", "-1.4"),
            (5, 10, "-50.0", "50.0", "50.0"),
            (0, 7, "-100.0", "0.0", "100.0"),
        ],
    )
    def test_three_ways_to_say_it(
        self, current: int, previous: int, growth: str, index: str, reduction: str
    ) -> None:
        """ "tăng 1,4%" is "bằng 101,4%"; ten days cut to five are a reduction of 50 %."""
        change = Growth(current, previous)
        assert str(change.percent(1)) == growth
        assert str(change.index.percent(1)) == index
        assert str(change.reduction.percent(1)) == reduction

    @given(growths())
    def test_index_growth_and_reduction_agree(self, change: Growth) -> None:
        """The index is 100 % and the growth; the reduction its opposite; or all are undefined."""
        assert change.is_defined == (change.previous > 0)
        if change.is_defined:
            assert change.index.value - 1 == change.value == -change.reduction.value
            assert (change.value + 1) * change.previous == change.current
        else:
            with pytest.raises(UndefinedGrowth, match="a previous value above 0"):
                _ = change.index

    def test_another_rule(self) -> None:
        """A growth rounds by the rule named, a fall by its size."""
        assert str(Growth(2, 3).percent(0, Rounding.TRUNCATE)) == "-33"
        assert str(Growth(2, 3).percent(0, Rounding.UP)) == "-34"


class TestPointChange:
    def test_points_are_not_per_cent(self) -> None:
        """From 14/71 to 15/71 is a rise by 1,4 points, and by 7,1 per cent."""
        before, now = Rate(14, 71), Rate(15, 71)
        assert str(PointChange(now, before).points(1)) == "1.4"
        assert str(Growth(now.value, before.value).percent(1)) == "7.1"

    @given(point_changes())
    def test_it_is_the_difference_of_both_values(self, change: PointChange) -> None:
        """The value is a part of one, and undefined where either rate is."""
        both = [change.current, change.previous]
        if any(isinstance(each, (Rate, Ratio)) and each.nothing_arose for each in both):
            with pytest.raises(UndefinedRate):
                _ = change.value
        else:
            assert change.value == change.current.value - change.previous.value
            assert change.points(2, Rounding.UP) == Points.of(change.value).points(2, Rounding.UP)

    @pytest.mark.parametrize("other", [Growth(1, 2), Points(1), Fraction(1, 2), 50, "fifty", None])
    def test_only_between_rates(self, other: Any) -> None:
        """Points lie between rates; nothing else is taken for one."""
        for sides in ((Rate(1, 2), other), (other, Rate(1, 2))):
            with pytest.raises(WrongKind, match="a Rate, Ratio or Percent"):
                PointChange(*sides)


class TestImpliedPrevious:
    @pytest.mark.parametrize(
        ("current", "growth", "low", "high"),
        [
            ("435.75", "20.7", Fraction(435_745, 1_2075), Fraction(435_755, 1_2065)),
            ("161.92", "19.7", Fraction(161_915, 1_1975), Fraction(161_925, 1_1965)),
            ("4.2", "2.4", Fraction(4_150, 1_0245), Fraction(4_250, 1_0235)),
        ],
    )
    def test_real_figures(self, current: str, growth: str, low: Fraction, high: Fraction) -> None:
        """Both ends of "435,75 tỷ" after "tăng 20,7%" are exact, and neither belongs.

        The lowest previous value would need the highest growth, which no longer prints as 20,7 %,
        and the highest the highest figure, which no longer prints as 435,75.
        """
        before = implied_previous(Stated.number(current, scale=9), Stated.percent(growth))
        unit = 10**10  # thousandths of a tỷ over ten-thousandths
        assert before == Interval(low * unit, high * unit, low_closed=False, high_closed=False)

    def test_the_ends_in_print(self) -> None:
        """435,75 tỷ after a growth of 20,7 % comes from 360,87 to 361,17 tỷ."""
        before = implied_previous(Stated.number("435.75", scale=9), Stated.percent("20.7"))
        assert before.low is not None
        assert before.high is not None
        unit = 10**9
        assert Fraction("360.865") < Fraction(before.low) / unit < Fraction("360.875")
        assert Fraction("361.165") < Fraction(before.high) / unit < Fraction("361.175")

    def test_an_exact_figure_and_an_exact_growth(self) -> None:
        """Where nothing was rounded there is one previous value."""
        assert implied_previous(120, Percent(20)) == Interval(100, 100)
        assert implied_previous(Stated.number("0"), Percent(0)) == Interval(
            0, Fraction(1, 2), low_closed=False, high_closed=False
        )

    def test_a_figure_exact_on_one_side_keeps_that_end(self) -> None:
        """An exact figure over a printed growth keeps the end that half up lets in."""
        assert implied_previous(115, Stated.percent("15")) == Interval(
            Fraction(11_500, 115 + Fraction(1, 2)),
            Fraction(11_500, 115 - Fraction(1, 2)),
            low_closed=False,
        )

    def test_a_fall_to_nothing(self) -> None:
        """A fall printed as 100 % may have left something: there is a lowest value only."""
        assert implied_previous(5, Stated.percent("-100")) == Interval.at_least(1000)

    @given(exact_numbers(), percents())
    def test_growing_back_gives_the_figure(self, current: Any, growth: Percent) -> None:
        """The one previous value, grown, is the figure; a fall to 0 or below tells nothing."""
        if growth.value > -1 and current > 0:
            before = implied_previous(current, growth).point
            assert before is not None
            assert before * (1 + growth.value) == current
        else:
            with pytest.raises(UndefinedGrowth, match=r"expected a (growth|figure) above"):
                implied_previous(current, growth)

    @given(stated((StatedKind.NUMBER,)), stated((StatedKind.PERCENT,)))
    def test_it_is_the_relation_solved(self, current: Stated, growth: Stated) -> None:
        """A rule is written once: it is what `Change` leaves, but for falls to 0 or below."""
        held, change = current.interval(), growth.interval()
        try:
            before = implied_previous(current, growth)
        except UndefinedGrowth:
            nothing_left = change & Interval.more_than(-1) is None
            assert nothing_left or held & Interval.more_than(0) is None
            return
        solved = Change("g", "c", "p").solve("p", {"c": current, "g": growth})
        assert isinstance(solved, Interval)
        assert before & solved == before
        if change.low is not None and change.low > -1:
            assert before == solved

    @pytest.mark.parametrize(
        "current", [0, -5, Stated.number("-5"), Stated.nearly(Stated.number("0"))]
    )
    def test_a_figure_that_no_growth_leads_to(self, current: Any) -> None:
        """From a previous value above 0 no growth above -100 % leads to 0 or below."""
        with pytest.raises(UndefinedGrowth, match="expected a figure above 0"):
            implied_previous(current, Percent(20))

    @pytest.mark.parametrize(
        "growth",
        [Stated.points("1.4"), Stated.number("20"), Stated.per_mille("20"), 20, "twenty", None],
    )
    def test_the_growth_is_a_percentage(self, growth: Any) -> None:
        """A bare number, points and per mille are no growth in per cent."""
        with pytest.raises(WrongKind):
            implied_previous(5, growth)

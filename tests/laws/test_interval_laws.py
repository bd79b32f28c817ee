"""Laws of intervals: sets of numbers whose ends belong or do not, and stay right."""

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brute_force import FAR, NEAR, Exact, around, assert_hull, ends_of, holds
from figure_strategies import exact_numbers, intervals
from wardstats import Interval, Rounding, Same, Stated
from wardstats.errors import UndefinedRate

MARKS: list[Exact] = [-2, Fraction(-1, 2), 0, 1, 3]


def every_interval() -> list[Interval]:
    """List every interval with its ends among the marks: all signs, open, closed, unbounded."""
    flags = [(True, True), (True, False), (False, True), (False, False)]
    bounded = [Interval(*ends, *flag) for ends in combinations(MARKS, 2) for flag in flags]
    points = [Interval.exactly(mark) for mark in MARKS]
    rays = [
        ray(mark)
        for mark in MARKS
        for ray in (Interval.at_least, Interval.more_than, Interval.at_most, Interval.less_than)
    ]
    return [*bounded, *points, *rays, Interval.anything()]


EVERY = every_interval()
# A divisor beside zero and the product of two open ends are where extremes hide.
TRIED = {each: [n for n in around(MARKS) if holds(each, n)] for each in EVERY}
grid = intervals(st.sampled_from(MARKS))


def combined(operate: Callable[[Any, Any], Any], one: Interval, other: Interval) -> set[Exact]:
    """Combine every number tried of one interval with every one of another."""
    return {operate(mine, theirs) for mine in TRIED[one] for theirs in TRIED[other]}


class TestArithmetic:
    """Interval sums, differences, products and quotients keep their open and closed ends right."""

    @pytest.mark.parametrize("operate", [operator.add, operator.sub, operator.mul])
    def test_every_pair_of_intervals(self, operate: Callable[[Any, Any], Any]) -> None:
        """Every combination of members is a member; every end is reached exactly as flagged."""
        for one in EVERY:
            for other in EVERY:
                assert_hull(operate(one, other), combined(operate, one, other))

    def test_every_quotient(self) -> None:
        """Quotients by everything but zero; by zero alone there is none."""
        for one in EVERY:
            for other in EVERY:
                divisors = [divisor for divisor in TRIED[other] if divisor]
                found = {Fraction(mine) / theirs for mine in TRIED[one] for theirs in divisors}
                if found:
                    assert_hull(one / other, found)
                else:
                    with pytest.raises(UndefinedRate, match=r"a divisor other than 0"):
                        _ = one / other

    def test_every_intersection(self) -> None:
        """`&` holds exactly the numbers which both hold, and is None if there are none."""
        for one in EVERY:
            for other in EVERY:
                assert_hull(one & other, [n for n in TRIED[one] if holds(other, n)])

    def test_every_opposite(self) -> None:
        """The opposite holds the opposite of every member, and turns the ends around."""
        for each in EVERY:
            assert_hull(-each, [-number for number in TRIED[each]])
            assert operator.neg(-each) == each

    def test_every_hull(self) -> None:
        """The hull holds both intervals and reaches no further."""
        for one in EVERY:
            for other in EVERY:
                assert_hull(Interval.hull([one, other]), [*TRIED[one], *TRIED[other]])

    @given(intervals(), intervals(), st.data())
    def test_combinations_of_members_are_members(
        self, one: Interval, other: Interval, data: st.DataObject
    ) -> None:
        """Whatever is drawn from two intervals, its sum, product and quotient are held."""
        mine, theirs = (
            data.draw(st.sampled_from(sorted(n for n in around(ends_of([each])) if holds(each, n))))
            for each in (one, other)
        )
        assert mine + theirs in one + other
        assert mine - theirs in one - other
        assert mine * theirs in one * other
        if theirs:
            assert Fraction(mine) / theirs in one / other

    @given(grid, grid, grid)
    def test_sums_and_products_in_any_order_and_grouping(
        self, one: Interval, two: Interval, three: Interval
    ) -> None:
        """Intervals add and multiply in any order, in any grouping."""
        assert one + two == two + one
        assert (one + two) + three == one + (two + three)
        assert one * two == two * one
        assert (one * two) * three == one * (two * three)
        assert one & two == two & one
        assert one + Interval.exactly(0) == one * Interval.exactly(1) == one


class TestMembers:
    """`in` asks for one number, and compares it with both ends."""

    def test_every_interval_holds_what_lies_between_its_ends(self) -> None:
        """A number is held if it is above the low end, or at it where that belongs; and so on."""
        for each in EVERY:
            for number in around([*MARKS, Fraction(1, 3)]):
                assert (number in each) == holds(each, number)

    def test_every_side_of_an_interval(self) -> None:
        """upward, downward, above, below: from, or past, some number of the interval."""
        for each in EVERY:
            further = [number + step for number in TRIED[each] for step in (NEAR, FAR)]
            less = [number - step for number in TRIED[each] for step in (NEAR, FAR)]
            assert_hull(each.above, further)
            assert_hull(each.below, less)
            assert_hull(each.upward, [*TRIED[each], *further])
            assert_hull(each.downward, [*TRIED[each], *less])

    @given(exact_numbers())
    def test_past_a_point_the_point_is_left_out(self, number: Exact) -> None:
        """Above and below a single number, the number itself is not held; from it, it is."""
        point = Interval.exactly(number)
        assert point.above == Interval.more_than(number)
        assert point.below == Interval.less_than(number)
        assert point.upward == Interval.at_least(number)
        assert point.downward == Interval.at_most(number)

    def test_only_a_single_number_is_a_point(self) -> None:
        """`point` is the one number held, and None where there are more."""
        for each in EVERY:
            assert (each.point is not None) == (len(TRIED[each]) == 1)
            assert each.point is None or TRIED[each] == [each.point]

    @given(intervals(st.fractions(-8, 8, max_denominator=4), unbounded=False))
    def test_integers_are_the_whole_numbers_held(self, each: Interval) -> None:
        """`integers()` goes from the first whole number held to the last; None without any."""
        held = [number for number in range(-9, 10) if holds(each, number)]
        expected = Interval(held[0], held[-1]) if held else None
        assert each.integers() == expected

    def test_integers_of_every_interval(self) -> None:
        """Narrowing to whole numbers keeps every one, and an end without bound."""
        for each in EVERY:
            whole = each.integers()
            for number in range(-5, 6):
                assert holds(each, number) == (whole is not None and number in whole)
            if whole is not None:
                assert (whole.low is None, whole.high is None) == (
                    each.low is None,
                    each.high is None,
                )
                assert all(type(end) is int for end in ends_of([whole]))


class TestThreeMistakesOfOthers:
    """Three ways in which a widely used checker of reports gets intervals wrong.

    A difference whose bounds were swapped while their open and closed flags were not; flags
    joined by "or" where "and" is right; and figures that differ at equal precision, unnoticed.
    """

    cut = Stated.number("5").interval(Rounding.TRUNCATE)

    def test_a_difference_swaps_the_flags_with_the_ends(self) -> None:
        """10 less what was cut to 5 is above 4 and at most 5, so a total cut to 5 is consistent."""
        difference = Interval.exactly(10) - self.cut
        assert difference == Interval(4, 5, low_closed=False)
        assert difference & self.cut == Interval.exactly(5)

    def test_an_end_belongs_to_a_result_only_if_it_belongs_to_both(self) -> None:
        """10 less what was cut to 5 is never exactly 4: that report is inconsistent."""
        assert (Interval.exactly(10) - self.cut) & Interval.exactly(4) is None
        assert self.cut & Interval.exactly(6) is None
        assert Interval(0, 5) & Interval(5, 9, low_closed=False) is None

    def test_figures_that_differ_at_equal_precision_share_nothing(self) -> None:
        """One figure stated as 12 and as 999 has no value, in either order and with a third."""
        one, other, third = (Stated.number(text) for text in ("12", "999", "12"))
        assert one.interval() & other.interval() is None
        for stated in ((one, other, third), (other, one, third), (one, third, other)):
            known = dict(zip("abc", stated, strict=True))
            answer = Same(("told", "a", "b", "c")).solve("told", known)
            assert repr(answer) == "Undefined(Reason.IMPOSSIBLE)"

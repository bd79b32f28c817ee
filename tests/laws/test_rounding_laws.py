"""Laws of rounding: named, from the exact fraction, once; and of figures as printed."""

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from brute_force import Exact, ends_of, holds, rounded
from figure_strategies import REAL_RATES, exact_numbers, intervals, stated
from wardstats import Interval, Rate, Reach, Rounding, Stated, StatedKind
from wardstats.figures.rounding import nearest, round_to

ALL_RULES = frozenset(Rounding)
IN_DECIMAL = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.TRUNCATE: decimal.ROUND_DOWN,
    Rounding.UP: decimal.ROUND_UP,
}
PER = {
    StatedKind.NUMBER: 1,
    StatedKind.PERCENT: 100,
    StatedKind.PER_MILLE: 1000,
    StatedKind.POINTS: 100,
}
rules = st.sampled_from(Rounding)


class TestExactIntegerOracle:
    """An exact integer oracle decides every percentage."""

    @pytest.mark.parametrize("places", [0, 1, 2])
    def test_every_rate_of_wholes_up_to_400(self, places: int) -> None:
        """Each of the 80,600 rates has the percentage of an oracle that only adds and compares.

        The oracle walks up from 0: no division, no remainder, no library call.
        """
        hundred = 100 * 10**places
        texts = [
            f"{units // 10**places}.{units % 10**places:0{places}d}" if places else f"{units}"
            for units in range(hundred + 1)
        ]
        disagreements = []
        for whole in range(1, 401):
            below, reached = 0, 0  # units of the last digit, and `whole` times as many
            for part in range(whole + 1):
                sought = part * hundred
                while reached + whole <= sought:
                    below, reached = below + 1, reached + whole
                behind, ahead = sought - reached, reached + whole - sought
                above = below + 1 if behind else below
                odd = below & 1
                expected = (
                    (Rounding.HALF_UP, above if ahead <= behind else below),
                    (
                        Rounding.HALF_EVEN,
                        above if ahead < behind or (ahead == behind and odd) else below,
                    ),
                    (Rounding.TRUNCATE, below),
                    (Rounding.UP, above),
                )
                rate = Rate(part, whole)
                disagreements += [
                    (rate, rule)
                    for rule, units in expected
                    if str(rate.percent(places, rule)) != texts[units]
                ]
        assert disagreements == []

    @given(exact_numbers(), st.integers(0, 12), rules)
    @example(Fraction(-1, 2), 0, Rounding.HALF_EVEN)
    @example(Fraction(-1, 20), 0, Rounding.HALF_UP)
    def test_any_number_to_any_places(self, number: Exact, places: int, rule: Rounding) -> None:
        """Rounding is to the neighbour the rule names, for negative numbers by their size."""
        result = round_to(number, places, rule)
        assert result.as_tuple().exponent == -places
        assert int(result.scaleb(places)) == rounded(number * 10**places, rule)

    @given(st.decimals(-(10**6), 10**6, allow_nan=False), st.integers(0, 12), rules)
    def test_decimals_round_as_the_decimal_module_rounds(
        self, number: Decimal, places: int, rule: Rounding
    ) -> None:
        """The rules have decimal's meaning, for negative numbers too."""
        with decimal.localcontext(prec=1_000):
            quantum = Decimal(1).scaleb(-places)
            assert round_to(number, places, rule) == number.quantize(quantum, IN_DECIMAL[rule])

    @given(st.integers(-(10**60), 10**60), st.integers(1, 10**50), rules)
    def test_numbers_of_any_size(self, numerator: int, denominator: int, rule: Rounding) -> None:
        """Arithmetic is exact at any size."""
        assert nearest(numerator, denominator, rule) == rounded(
            Fraction(numerator, denominator), rule
        )

    @given(st.integers(0, 10**6), st.integers(0, 12))
    def test_nothing_is_printed_below_zero_that_is_zero(self, size: int, places: int) -> None:
        """A small negative number prints as 0, never as -0."""
        small = -Fraction(size, 10**6) / (3 * 10**places)
        assert not str(round_to(small, places)).startswith("-")


@st.composite
def near_misses(draw: st.DrawFn) -> tuple[Stated, Exact]:
    """A printed figure, and a number on, beside or half way from what it spells."""
    figure = draw(stated(reaches=(Reach.ROUNDED,)))
    nudge = Fraction(draw(st.sampled_from([0, 1, -1])), 10**30)
    units = figure.digits + Fraction(draw(st.integers(-8, 8)), 4) + nudge
    return figure, units * Fraction(10**figure.scale, 10**figure.places * PER[figure.kind])


class TestWhatPrintsSo:
    """`fits` is the set of rounding rules that would print a number as it stands."""

    @given(near_misses())
    @example((Stated.percent("99.66"), Fraction(1794, 1800)))
    @example((Stated.percent("99.16"), Fraction(1794, 1804)))
    @example((Stated.percent("0.0"), Fraction(-1, 2_000)))
    @example((Stated.number("435.75", scale=9), 435_755_000_000))
    def test_a_rule_fits_if_rounding_by_it_gives_the_digits(
        self, case: tuple[Stated, Exact]
    ) -> None:
        """A rule is named exactly if rounding by it, to the figure's places, gives its digits."""
        figure, number = case
        scaled = number * PER[figure.kind] * Fraction(10**figure.places, 10**figure.scale)
        printing = {rule for rule in Rounding if rounded(scaled, rule) == figure.digits}
        assert figure.fits(number) == printing

    @given(near_misses(), rules)
    def test_fits_and_interval_agree(self, case: tuple[Stated, Exact], rule: Rounding) -> None:
        """The interval of a rule holds exactly the numbers which the rule prints so."""
        figure, number = case
        assert holds(figure.interval(rule), number) == (rule in figure.fits(number))

    @given(st.integers(-12, 12), st.data())
    def test_an_interval_fits_if_some_number_of_it_does(
        self, digits: int, data: st.DataObject
    ) -> None:
        """A rule fits an interval exactly if it prints some number of it so."""
        figure = Stated(digits)
        quarters = st.integers(-56, 56).map(lambda quarter: Fraction(quarter, 4))
        known = data.draw(intervals(quarters))
        tried = [Fraction(eighth, 8) for eighth in range(-128, 129)]
        held = [number for number in tried if holds(known, number)]
        assert figure.fits(known) == {
            rule for rule in Rounding for number in held if rounded(number, rule) == digits
        }

    @given(st.sampled_from(REAL_RATES), st.integers(0, 4), rules)
    def test_what_was_printed_fits(
        self, counted: tuple[int, int], places: int, rule: Rounding
    ) -> None:
        """A percentage printed by a rule fits that rule."""
        rate = Rate(*counted)
        assert rule in Stated.percent(str(rate.percent(places, rule))).fits(rate.value)

    @given(stated(reaches=(Reach.AT_LEAST, Reach.MORE_THAN, Reach.NEARLY)), rules, exact_numbers())
    def test_words_around_a_figure_leave_no_rule_to_choose(
        self, figure: Stated, rule: Rounding, number: Exact
    ) -> None:
        """Floors and ceilings stand for the same numbers whatever the rule."""
        assert figure.interval(rule) == figure.interval()
        assert figure.fits(number) in (frozenset(), ALL_RULES)

    @given(stated())
    def test_words_around_a_figure_say_how_far_it_reaches(self, figure: Stated) -> None:
        """From it up; from it to below one unit more; above one unit less, up to it."""
        spelled = figure.digits * Fraction(10**figure.scale, 10**figure.places * PER[figure.kind])
        unit = Fraction(10**figure.scale, 10**figure.places * PER[figure.kind])
        assert Stated.at_least(figure).interval() == Interval(spelled, None)
        assert Stated.more_than(figure).interval() == Interval(
            spelled, spelled + unit, high_closed=False
        )
        assert Stated.nearly(figure).interval() == Interval(
            spelled - unit, spelled, low_closed=False
        )
        assert (figure.unit, figure.value) == (unit, spelled)

    @given(stated(reaches=(Reach.ROUNDED,)), rules)
    def test_a_printed_figure_stands_for_its_own_value(
        self, figure: Stated, rule: Rounding
    ) -> None:
        """What the digits spell prints so under every rule, and lies between both ends."""
        assert holds(figure.interval(rule), figure.value)
        assert figure.fits(figure.value) == ALL_RULES

    @given(st.integers(-(10**6), 10**6), st.integers(0, 11), rules)
    def test_one_more_digit_tells_more(self, digits: int, places: int, rule: Rounding) -> None:
        """Trailing zeros count: "95,80%" stands for fewer numbers than "95,8%"."""
        coarse, fine = Stated(digits, places), Stated(digits * 10, places + 1)
        assert coarse.value == fine.value
        assert coarse != fine
        assume(not (rule is Rounding.UP and digits == 0))  # only 0 is rounded up to 0
        assert coarse.interval(rule) & fine.interval(rule) == fine.interval(rule)
        assert ends_of([fine.interval(rule)]) != ends_of([coarse.interval(rule)])

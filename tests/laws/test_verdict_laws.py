"""Laws of verdicts: judged on the exact figure, and on all that a printed one may stand for."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brute_force import Exact, holds, rounded
from figure_strategies import BANDED, BOUNDED, REAL_RATES, aim, stated, targets
from wardstats import (
    AtLeast,
    AtMost,
    Between,
    Completion,
    Exactly,
    Growth,
    LessThan,
    MoreThan,
    NotAssessed,
    Percent,
    PointChange,
    Points,
    Rate,
    Ratio,
    Rounding,
    Stated,
    StatedKind,
    Target,
    Verdict,
    Within,
    assess,
)

NOT_MET, MET, EXCEEDED = Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED

# Below the bound, at it or inside the band, above it.
VERDICTS: dict[type[Target[Any]], tuple[Verdict, Verdict, Verdict]] = {
    AtLeast: (NOT_MET, MET, EXCEEDED),
    MoreThan: (NOT_MET, NOT_MET, MET),
    AtMost: (MET, MET, NOT_MET),
    LessThan: (MET, NOT_MET, NOT_MET),
    Exactly: (NOT_MET, MET, NOT_MET),
    Between: (NOT_MET, MET, EXCEEDED),
    Within: (NOT_MET, MET, NOT_MET),
}

Make = Callable[[Fraction], Any]


def count(number: Fraction) -> int:
    """Give a whole number just as far on the same side of every bound used here."""
    return rounded(number, Rounding.UP if number > 15 else Rounding.TRUNCATE)


def decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def bare(number: Fraction) -> Fraction:
    return number


# Every kind of actual, by the quantity that its targets are given in. 14,99 % is below 15 %,
# though it prints as 15,0 %.
KINDS: dict[str, tuple[Make, Make]] = {
    "int": (count, bare),
    "Fraction": (bare, bare),
    "Decimal": (decimal, bare),
    "Rate": (lambda number: Rate(number.numerator, 100 * number.denominator), Percent),
    "Ratio": (lambda number: Ratio(number, 100), Percent),
    "Growth": (lambda number: Growth(100 + number, 100), Percent),
    "Completion": (lambda number: Completion(number, 100), Percent),
    "Percent": (Percent, Percent),
    "PointChange": (lambda number: PointChange(Percent(number + 2), Percent(2)), Points),
    "Points": (Points, Points),
}
PRINTED: dict[str, tuple[Callable[[str], Stated], Make]] = {
    "Stated number": (Stated.number, bare),
    "Stated percent": (Stated.percent, Percent),
    "Stated points": (Stated.points, Points),
}

BOUND = Fraction(15)
PLACES = {"below": Fraction(1499, 100), "at": BOUND, "above": Fraction(1501, 100)}
LOW, HIGH = Fraction(10), Fraction(20)
BAND_PLACES = {
    "below": (Fraction(999, 100), 0),
    "at the low end": (LOW, 1),
    "inside": (BOUND, 1),
    "at the high end": (HIGH, 1),
    "above": (Fraction(2001, 100), 2),
}


@pytest.mark.parametrize("kind", KINDS)
class TestMatrix:
    """The verdict on an exact figure, per target, place and kind of figure."""

    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("rule", BOUNDED)
    def test_bounds(self, rule: type[Target[Any]], place: str, kind: str) -> None:
        """Below the bound, at it and above it, the verdict is the one of the table."""
        make, quantity = KINDS[kind]
        expected = VERDICTS[rule][list(PLACES).index(place)]
        attainment = assess(make(PLACES[place]), aim(rule, quantity(BOUND)))
        assert attainment.verdict is expected
        assert attainment.possible == (expected,)
        assert attainment.reason is None
        assert attainment.reached is (expected is not NOT_MET)

    @pytest.mark.parametrize("place", BAND_PLACES)
    @pytest.mark.parametrize("rule", BANDED)
    def test_bands(self, rule: type[Target[Any]], place: str, kind: str) -> None:
        """Both ends of a range or a band belong to it."""
        make, quantity = KINDS[kind]
        number, column = BAND_PLACES[place]
        if kind == "int":
            number = {"below": Fraction(9), "above": Fraction(21)}.get(place, number)
        attainment = assess(make(number), aim(rule, quantity(LOW), quantity(HIGH)))
        assert attainment.verdict is VERDICTS[rule][column]
        assert attainment.possible == (VERDICTS[rule][column],)


@pytest.mark.parametrize("kind", PRINTED)
class TestMatrixOfPrintedFigures:
    """A Stated actual is judged on its interval: where that gives two verdicts, on neither."""

    @pytest.mark.parametrize(("place", "text"), {"below": "14.99", "above": "15.01"}.items())
    @pytest.mark.parametrize("rule", BOUNDED)
    def test_bounds_out_of_reach(
        self, rule: type[Target[Any]], place: str, text: str, kind: str
    ) -> None:
        """Where all that prints so lies on one side, the verdict is definite."""
        make, quantity = PRINTED[kind]
        attainment = assess(make(text), aim(rule, quantity(BOUND)))
        expected = VERDICTS[rule][list(PLACES).index(place)]
        assert (attainment.verdict, attainment.possible) == (expected, (expected,))

    @pytest.mark.parametrize("text", ["15", "15.0", "15.00"])
    @pytest.mark.parametrize("rule", BOUNDED)
    def test_bounds_within_reach(self, rule: type[Target[Any]], text: str, kind: str) -> None:
        """What prints as the bound may be below it, at it or above it."""
        make, quantity = PRINTED[kind]
        attainment = assess(make(text), aim(rule, quantity(BOUND)))
        assert attainment.verdict is Verdict.NOT_ASSESSED
        assert attainment.reason is NotAssessed.ROUNDING
        assert attainment.possible == tuple(dict.fromkeys(VERDICTS[rule]))

    @pytest.mark.parametrize(
        ("text", "columns"),
        {
            "9.9": [0],
            "10.0": [0, 1],
            "15.0": [1],
            "20.0": [1, 2],
            "20.1": [2],
        }.items(),
    )
    @pytest.mark.parametrize("rule", BANDED)
    def test_bands(self, rule: type[Target[Any]], text: str, columns: list[int], kind: str) -> None:
        """At either end of a band two verdicts are possible; elsewhere there is one."""
        make, quantity = PRINTED[kind]
        attainment = assess(make(text), aim(rule, quantity(LOW), quantity(HIGH)))
        possible = tuple(VERDICTS[rule][column] for column in columns)
        assert attainment.possible == possible
        assert attainment.verdict is (possible[0] if len(possible) == 1 else Verdict.NOT_ASSESSED)


def test_the_matrix_is_complete() -> None:
    """Every class of target, and every definite verdict, is in the table."""
    assert set(VERDICTS) == {*BOUNDED, *BANDED}
    assert {verdict for row in VERDICTS.values() for verdict in row} == {NOT_MET, MET, EXCEEDED}


numbers = st.integers(-300, 300).map(lambda tenths: Fraction(tenths, 10)) | st.fractions(
    -30, 30, max_denominator=300
)
kinds = st.sampled_from([StatedKind.NUMBER, StatedKind.PERCENT, StatedKind.POINTS])
ENDS = st.integers(-120, 120).map(lambda quarters: Fraction(quarters, 4))


@st.composite
def number_targets(draw: st.DrawFn) -> Target[Any]:
    """Targets for numbers, with ends on which rounding is decided: quarters and halves."""
    rule = draw(st.sampled_from([*BOUNDED, *BANDED]))
    ends = sorted(draw(st.lists(ENDS, min_size=rule.number_of_ends, max_size=rule.number_of_ends)))
    return aim(rule, *ends)


def printed(number: Exact, places: int) -> Stated:
    """Print a number half up."""
    return Stated(rounded(number * 10**places, Rounding.HALF_UP), places)


def judged_by_hand(number: Exact, target: Target[Any]) -> Verdict:
    """Look the verdict on a number up in the table."""
    low, high = target.ends
    column = 0 if number < low else 2 if number > high else 1
    return VERDICTS[type(target)][column]


places = st.integers(0, 4)


class TestMoreDigits:
    """A definite verdict does not change, and an open one closes only within `possible`."""

    @given(st.integers(-400, 400), places, st.integers(1, 4), number_targets())
    def test_the_same_value_with_more_zeros(
        self, digits: int, few: int, more: int, target: Target[Any]
    ) -> None:
        """19,0 and 19,00: what was definite stays as it was, what was possible only narrows."""
        coarse = assess(Stated(digits, few), target)
        fine = assess(Stated(digits * 10**more, few + more), target)
        assert set(fine.possible) <= set(coarse.possible)
        if coarse.verdict is not Verdict.NOT_ASSESSED:
            assert fine.verdict is coarse.verdict

    @given(numbers, places, st.integers(1, 4), number_targets())
    def test_one_exact_number_printed_with_more_digits(
        self, number: Fraction, few: int, more: int, target: Target[Any]
    ) -> None:
        """Two prints of one number never have two definite verdicts, nor one that was excluded."""
        truth = judged_by_hand(number, target)
        coarse, fine = (assess(printed(number, each), target) for each in (few, few + more))
        assert truth in coarse.possible
        assert truth in fine.possible
        if fine.verdict is not Verdict.NOT_ASSESSED:
            assert fine.verdict in coarse.possible
        if Verdict.NOT_ASSESSED not in (coarse.verdict, fine.verdict):
            assert fine.verdict is coarse.verdict

    def test_more_digits_may_open_a_verdict(self) -> None:
        """2,49 prints as 2 and as 2,5, and what prints as 2,5 may be above 2,5: no contradiction.

        So a definite verdict may become open where the finer print was rounded past the bound.
        """
        number, target = Fraction(249, 100), AtMost(Fraction(5, 2))
        first, second, third = (assess(printed(number, each), target) for each in (0, 1, 2))
        assert first.verdict is MET
        assert (second.verdict, second.possible) == (Verdict.NOT_ASSESSED, (MET, NOT_MET))
        assert third.verdict is MET


class TestAllAPrintedFigureMayBe:
    """A printed figure is judged on everything it may stand for, rounded half up."""

    @given(stated(kinds=(StatedKind.NUMBER,)), number_targets())
    def test_possible_are_the_verdicts_of_its_numbers(
        self, figure: Stated, target: Target[Any]
    ) -> None:
        """`possible` are the verdicts on the numbers that print so, and no others."""
        known = figure.interval()
        marks = sorted({*target.ends} | {end for end in (known.low, known.high) if end is not None})
        step = Fraction(1, 10**30)
        tried = {mark + move for mark in marks for move in (-step, 0, step)}
        tried |= {Fraction(marks[0] + marks[-1]) / 2, 10**60}
        by_hand = {judged_by_hand(number, target) for number in tried if holds(known, number)}
        assert set(assess(figure, target).possible) == by_hand

    @given(numbers, number_targets())
    def test_an_exact_figure_has_one_verdict(self, number: Fraction, target: Target[Any]) -> None:
        """An exact figure is always assessed, and `reached` says whether it is met or exceeded."""
        attainment = assess(number, target)
        expected = judged_by_hand(number, target)
        assert (attainment.verdict, attainment.possible) == (expected, (expected,))
        assert attainment.reached is (expected in (MET, EXCEEDED))
        assert attainment.reason is None

    @given(targets())
    def test_a_figure_not_known_may_be_anything(self, target: Target[Any]) -> None:
        """Without a figure every verdict of the target is possible, and none is given."""
        attainment = assess(None, target)
        assert attainment.verdict is Verdict.NOT_ASSESSED
        assert attainment.reason is NotAssessed.NO_VALUE
        assert set(attainment.possible) == set(VERDICTS[type(target)])
        assert attainment.margin is None
        assert attainment.completion is None

    @given(targets(StatedKind.PERCENT))
    def test_where_nothing_arose_there_is_nothing_to_judge(self, target: Target[Any]) -> None:
        """A rate of nothing, and a growth from nothing, have no verdict and no possible one."""
        for nothing in (Rate(0, 0), Ratio(3, 0), Completion(3, 0), Growth(3, 0), Growth(3, -1)):
            attainment = assess(nothing, target)
            assert attainment.verdict is Verdict.NOT_ASSESSED
            assert attainment.reason is NotAssessed.NOTHING_AROSE
            assert attainment.possible == ()
            assert attainment.reached is None
            assert attainment.margin is None
            assert attainment.completion is None


class TestExactUntilPrinted:
    """A target is never met because the figure prints so."""

    @pytest.mark.parametrize("counted", REAL_RATES)
    def test_what_prints_as_the_bound_need_not_reach_it(self, counted: tuple[int, int]) -> None:
        """A rate is judged by its fraction: rounded up to 100 % it is still below it."""
        rate = Rate(*counted)
        reached = assess(rate, AtLeast(Percent(100))).reached
        assert reached is (rate.part == rate.whole)
        shown = Percent(rate.percent(0, Rounding.UP))
        assert assess(rate, AtLeast(shown)).reached is (rate.value == shown.value)

    @given(st.integers(1, 10**30))
    def test_one_missing_of_any_number(self, whole: int) -> None:
        """One missing of however many is not all of them."""
        assert assess(Rate(whole - 1, whole), AtLeast(Percent(100))).verdict is NOT_MET
        assert assess(Rate(whole, whole), AtLeast(Percent(100))).verdict is MET

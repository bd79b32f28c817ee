"""The door: what is let in as an exact number, a count, a number of decimals, or text."""

from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal, FloatOperation, Inexact, Rounded, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardstats import (
    AtLeast,
    Between,
    Bound,
    Breakdown,
    Completion,
    Figure,
    Growth,
    Interval,
    Percent,
    Points,
    Product,
    Rate,
    Ratio,
    Rounding,
    Shares,
    Stated,
    Within,
    assess,
    implied_previous,
)
from wardstats.errors import NotExact, OutOfRange, TooLong, Unreadable, WardstatsError
from wardstats.figures.exact import (
    count,
    decimal_places,
    decimal_text,
    exact,
    exact_or_text,
    plain_text,
)
from wardstats.figures.rounding import round_to

Door = Callable[[Any], Any]
Refusals = dict[str, tuple[Any, type[WardstatsError]]]


class Indexed:
    """An integer of another library: it has `__index__`, and `__float__` beside it."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number

    def __float__(self) -> float:
        return float(self.number)


class OnlyFloat:
    """A number of another library that is a float at heart."""

    def __float__(self) -> float:
        return 0.5


NUMBERS: dict[str, Door] = {
    "exact": exact,
    "Ratio amount": lambda value: Ratio(value, 2),
    "Ratio base": lambda value: Ratio(1, value),
    "Growth current": lambda value: Growth(value, 1),
    "Growth previous": lambda value: Growth(1, value),
    "Completion actual": lambda value: Completion(value, 1),
    "Completion plan": lambda value: Completion(1, value),
    "Percent": Percent,
    "Percent.of": Percent.of,
    "Points": Points,
    "Points.of": Points.of,
    "AtLeast": AtLeast,
    "Between low": lambda value: Between(value, 10**9),
    "Within high": lambda value: Within(0, value),
    "assess": lambda value: assess(value, AtLeast(1)),
    "Interval low": lambda value: Interval(value, None),
    "Interval high": lambda value: Interval(None, value),
    "Interval.exactly": Interval.exactly,
    "Interval.at_least": Interval.at_least,
    "Interval.more_than": Interval.more_than,
    "Interval.at_most": Interval.at_most,
    "Interval.less_than": Interval.less_than,
    "in an Interval": lambda value: value in Interval(1, 2),
    "Stated.fits": Stated.number("5").fits,
    "round_to": lambda value: round_to(value, 2),
    "implied_previous": lambda value: implied_previous(value, Percent(5)),
    "Product coefficient": lambda value: Product("p", ["f"], value),
    "Bound": lambda value: Bound("a", value),
    "Figure": lambda value: Figure("key", value),
}
COUNTS: dict[str, Door] = {
    "count": count,
    "Rate part": lambda value: Rate(value, 10**50),
    "Rate whole": lambda value: Rate(0, value),
    "Breakdown total": lambda value: Breakdown(value, {}),
    "Breakdown part": lambda value: Breakdown(1, {"a": value}),
    "Ratio per": lambda value: Ratio(1, 1, value),
    "Stated scale": lambda value: Stated.number("1", value),
}
PLACES: dict[str, Door] = {
    "decimal_places": decimal_places,
    "Rate.percent": Rate(1, 3).percent,
    "Ratio.percent": Ratio(1, 3).percent,
    "Ratio.scaled": Ratio(1, 3).scaled,
    "Percent.percent": Percent(5).percent,
    "Growth.percent": Growth(1, 3).percent,
    "Completion.percent": Completion(1, 3).percent,
    "Points.points": Points(5).points,
    "Breakdown.percents": Breakdown(1, {"a": 1}).percents,
    "Breakdown.percents to 100": lambda places: Breakdown(1, {"a": 1}).percents(
        places, Shares.LARGEST_REMAINDER
    ),
    "round_to": lambda places: round_to(1, places),
    "Stated": lambda places: Stated(5, places),
    "Figure": lambda places: Figure("key", 5, places=places),
}
TEXTS: dict[str, Door] = {
    "decimal_text": decimal_text,
    "Stated.number": Stated.number,
    "Stated.percent": Stated.percent,
    "Stated.per_mille": Stated.per_mille,
    "Stated.points": Stated.points,
}
TEXTS_TOO: dict[str, Door] = {"Percent": Percent, "Points": Points, "exact_or_text": exact_or_text}

NEVER: Refusals = {
    "float": (0.825, NotExact),
    "whole float": (5.0, NotExact),
    "float NaN": (float("nan"), NotExact),
    "float infinity": (float("inf"), NotExact),
    "True": (True, NotExact),
    "False": (False, NotExact),
    "complex": (1j, NotExact),
    "float at heart": (OnlyFloat(), NotExact),
    "bytes": (b"5", NotExact),
    "list": ([5], NotExact),
}
NOT_FINITE: Refusals = {
    "NaN": (Decimal("NaN"), OutOfRange),
    "sNaN": (Decimal("sNaN"), OutOfRange),
    "Infinity": (Decimal("Infinity"), OutOfRange),
    "-Infinity": (Decimal("-Infinity"), OutOfRange),
    "1e999999999": (Decimal("1e999999999"), TooLong),
    "-1e999999999": (Decimal("-1e999999999"), TooLong),
    "1e-999999999": (Decimal("1e-999999999"), TooLong),
}
NO_COUNT: Refusals = {
    "-1": (-1, OutOfRange),
    "a negative index": (Indexed(-1), OutOfRange),
    "-10^5000": (-(10**5000), OutOfRange),
    "Fraction": (Fraction(5), NotExact),
    "Decimal": (Decimal(5), NotExact),
    "text": ("5", NotExact),
    "None": (None, NotExact),
}
NO_PLACES: Refusals = {
    "-1": (-1, OutOfRange),
    "13": (13, OutOfRange),
    "10^5000": (10**5000, OutOfRange),
    "1.0": (1.0, NotExact),
    "True": (True, NotExact),
    "text": ("1", NotExact),
    "None": (None, NotExact),
    "Decimal": (Decimal(1), NotExact),
    "Fraction": (Fraction(1), NotExact),
    "list": ([], NotExact),
}
NO_TEXT: Refusals = {
    "empty": ("", Unreadable),
    "comma": ("1,5", Unreadable),
    "exponent": ("1e5", Unreadable),
    "underscore": ("1_471", Unreadable),
    "NaN": ("NaN", Unreadable),
    "per cent sign": ("95%", Unreadable),
    "space": (" 5", Unreadable),
    "line end": ("5\n", Unreadable),
    "no digit before the dot": (".5", Unreadable),
    "no digit after the dot": ("5.", Unreadable),
    "two dots": ("1.471.000", Unreadable),
    "two signs": ("--5", Unreadable),
    "wide digits": ("９５", Unreadable),
    "Arabic digits": ("١٢", Unreadable),
    "superscript": ("5²", Unreadable),
    "5,000 digits": ("9" * 5_000, TooLong),
    "5,000 decimals": ("0." + "0" * 5_000 + "1", TooLong),
}


def assert_refused(door: Door, value: object, error: type[WardstatsError]) -> None:
    """Refuse by a named error, which quotes shortly, says what to pass, and never guesses."""
    standard: type[Exception] = TypeError if error is NotExact else ValueError
    with pytest.raises(standard) as caught:
        door(value)
    refusal = caught.value
    assert isinstance(refusal, WardstatsError)
    assert type(refusal) is error
    assert 0 < len(refusal.given) <= 60
    assert refusal.expected
    assert str(refusal).startswith(f"{refusal.given}: expected {refusal.expected}")


class TestRefused:
    """Nothing is clamped, nothing guessed: what is not exact is refused at every door."""

    @pytest.mark.parametrize("value", NEVER | NOT_FINITE)
    @pytest.mark.parametrize("door", NUMBERS)
    def test_at_doors_for_numbers(self, door: str, value: str) -> None:
        """Floats, bools, NaN and infinities come in nowhere."""
        assert_refused(NUMBERS[door], *(NEVER | NOT_FINITE)[value])

    @pytest.mark.parametrize(
        "door", sorted(NUMBERS.keys() - {"Interval low", "Interval high", "Figure", "assess"})
    )
    def test_unknown_is_no_number(self, door: str) -> None:
        """None is a figure not known, and never every number."""
        assert_refused(NUMBERS[door], None, NotExact)

    @pytest.mark.parametrize("door", sorted(NUMBERS.keys() - {"Percent", "Points", "Bound"}))
    def test_text_is_no_number(self, door: str) -> None:
        """Text is read only where the digits as text are asked for."""
        assert_refused(NUMBERS[door], "5", NotExact)

    @pytest.mark.parametrize("value", NEVER | NO_COUNT)
    @pytest.mark.parametrize("door", COUNTS)
    def test_at_doors_for_counts(self, door: str, value: str) -> None:
        """A count is a whole number, 0 or more."""
        assert_refused(COUNTS[door], *(NEVER | NO_COUNT)[value])

    @pytest.mark.parametrize("value", NO_PLACES)
    @pytest.mark.parametrize("door", PLACES)
    def test_at_doors_for_decimals(self, door: str, value: str) -> None:
        """A number of decimals is an int from 0 to 12."""
        assert_refused(PLACES[door], *NO_PLACES[value])

    @pytest.mark.parametrize("value", NO_TEXT)
    @pytest.mark.parametrize("door", TEXTS | TEXTS_TOO)
    def test_at_doors_for_text(self, door: str, value: str) -> None:
        """Text is plain digits with a dot before decimals, and of a length that a report prints."""
        assert_refused((TEXTS | TEXTS_TOO)[door], *NO_TEXT[value])

    @pytest.mark.parametrize("value", [5, Decimal("95.80"), Fraction(1, 2), None, 0.5])
    @pytest.mark.parametrize("door", TEXTS)
    def test_numbers_are_no_text(self, door: str, value: object) -> None:
        """Printed zeros count, so a printed figure is made from its digits as text."""
        assert_refused(TEXTS[door], value, NotExact)

    def test_a_float_is_told_what_to_pass_instead(self) -> None:
        """The message of a float names the counts, a Decimal made from text, and Fraction."""
        with pytest.raises(NotExact) as caught:
            Percent(0.825)  # type: ignore[arg-type]
        assert str(caught.value) == (
            "0.825: expected an int, Fraction or Decimal; "
            "pass the counts, a Decimal made from text, or a Fraction"
        )

    def test_a_part_above_its_whole_is_told_of_ratio(self) -> None:
        """The message names both numbers and what to use instead."""
        with pytest.raises(OutOfRange) as caught:
            Rate(1535, 1471)
        assert caught.value.given == "1535 of 1471"
        assert caught.value.advice == (
            "pass the smaller count first, or use Ratio where more than the whole is meant"
        )


class TestLetIn:
    """Integers, whatever has `__index__`, Fractions and finite Decimals are exact."""

    @pytest.mark.parametrize("number", [7, Indexed(7), Fraction(7), Decimal(7), Decimal("7.000")])
    @pytest.mark.parametrize("door", sorted(NUMBERS.keys() - {"assess"}))
    def test_one_number_in_any_type_is_one_figure(self, door: str, number: object) -> None:
        """Seven is seven, whichever exact type it comes in."""
        assert NUMBERS[door](number) == NUMBERS[door](7)

    @pytest.mark.parametrize("door", COUNTS)
    def test_counts_of_other_libraries(self, door: str) -> None:
        """A count that has `__index__`, as numpy's integers, is stored as an int."""
        assert COUNTS[door](Indexed(3)) == COUNTS[door](3)
        assert repr(COUNTS[door](Indexed(3))) == repr(COUNTS[door](3))

    @pytest.mark.parametrize("door", PLACES)
    def test_decimals_from_other_libraries(self, door: str) -> None:
        """So is a number of decimals."""
        assert PLACES[door](Indexed(2)) == PLACES[door](2)

    @pytest.mark.parametrize("number", [10**40, Fraction(10**40 + 1, 3), Decimal("1e40")])
    def test_any_size(self, number: Any) -> None:
        """Arithmetic is exact at any size."""
        assert exact(number) == number
        assert Ratio(number, 3).value * 3 == number
        assert Interval.exactly(number) + Interval.exactly(1) == Interval.exactly(exact(number) + 1)

    def test_whole_numbers_become_ints(self) -> None:
        """What is whole is an int inside, so that it prints and compares as one."""
        for whole in (exact(Fraction(14, 2)), exact(Decimal("7.0")), exact(Indexed(7))):
            assert (whole, type(whole)) == (7, int)

    @given(st.decimals(-(10**30), 10**30, places=9))
    def test_decimals_come_in_exactly(self, number: Decimal) -> None:
        """No decimal loses a digit at the door."""
        assert exact(number) == Fraction(number)

    @given(st.integers(-(10**30), 10**30), st.integers(0, 12))
    def test_plain_text_reads_back(self, digits: int, places: int) -> None:
        """What is written as plain text is the number it is read as."""
        number = Fraction(digits, 10**places)
        text = plain_text(number)
        assert text is not None
        assert exact_or_text(text) == number

    @pytest.mark.parametrize(
        "number", [Fraction(1, 3), Fraction(1, 10**13), Fraction(10**4_001 + 1, 10), 10**4_000]
    )
    def test_what_has_no_plain_text(self, number: Fraction) -> None:
        """Numbers of too many decimals, or of too many digits, are not written plainly."""
        assert plain_text(number) is None

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("95.80", (9580, 2)), ("-0.5", (-5, 1)), ("+7", (7, 0)), ("007", (7, 0)), ("-0", (0, 0))],
    )
    def test_text_keeps_its_decimals(self, text: str, expected: tuple[int, int]) -> None:
        """Digits and number of decimals are what was printed."""
        assert decimal_text(text) == expected

    def test_4000_digits_are_one_figure(self) -> None:
        """The longest text, and the largest Decimal, that come in have 4,000 digits."""
        assert decimal_text("9" * 4_000) == (10**4_000 - 1, 0)
        assert exact(Decimal("9e3999")) == 9 * 10**3_999
        assert_refused(exact, Decimal("1e4000"), TooLong)

    def test_zero_has_no_sign(self) -> None:
        """Nothing is written as -0."""
        assert plain_text(Fraction(0)) == "0"

    def test_a_part_may_be_its_whole_in_any_type(self) -> None:
        """A count of another library is not above an equal one of ours."""
        three: Any = Indexed(3)
        assert Rate(three, 3) == Rate(three, three) == Rate(3, 3)


def figures_under_a_strict_context() -> list[Any]:
    rate = Rate(1794, 1804)
    return [
        rate.percent(12),
        rate.percent(2, Rounding.UP),
        Percent(Decimal("95.83123456789")),
        Stated.number("435.75", scale=9).interval(),
        Stated.percent("99.66").fits(Fraction(1794, 1800)),
        round_to(Decimal("-123456789.987654321"), 3),
        Breakdown(7, {"a": 3, "b": 4}).percents(5, Shares.LARGEST_REMAINDER),
        assess(Decimal("99.99999999999999999999999999999999999"), AtLeast(100)).verdict,
    ]


def test_no_ambient_context_changes_a_result() -> None:
    """A decimal context of one digit that raises at any rounding changes nothing."""
    usual = figures_under_a_strict_context()
    with localcontext() as context:
        context.prec = 1
        context.rounding = ROUND_CEILING
        context.Emax, context.Emin = 1, -1
        for signal in (Inexact, Rounded, FloatOperation):
            context.traps[signal] = True
        assert figures_under_a_strict_context() == usual

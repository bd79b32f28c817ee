"""Figures as printed: digits, decimals, the unit of the last digit, and what they stand for."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from brute_force import Exact
from figure_strategies import forms, stated
from wardstats import Form, Interval, Rate, Reach, Rounding, Stated, StatedKind
from wardstats.errors import OutOfRange, TooLong, WrongKind
from wardstats.figures.rounding import nearest, round_to


class TestReal:
    """Percentages of a real report, and the rules that print them."""

    @pytest.mark.parametrize(
        ("printed", "part", "whole", "rules"),
        [
            ("95.83", 1471, 1535, {"HALF_UP", "HALF_EVEN", "TRUNCATE"}),
            ("82.5", 1484, 1799, {"HALF_UP", "HALF_EVEN", "UP"}),
            ("88.9", 16, 18, {"HALF_UP", "HALF_EVEN", "UP"}),
            ("99.66", 1794, 1800, {"TRUNCATE"}),
            ("93.36", 535, 573, {"TRUNCATE"}),
            ("53.6", 595, 1109, {"TRUNCATE"}),
            ("99.16", 1794, 1804, set()),
            ("99.45", 1794, 1804, {"HALF_UP", "HALF_EVEN", "UP"}),
            ("100", 135, 135, {"HALF_UP", "HALF_EVEN", "TRUNCATE", "UP"}),
        ],
    )
    def test_fits(self, printed: str, part: int, whole: int, rules: set[str]) -> None:
        """Right, truncated and wrong percentages are told apart by the rules that print them."""
        found = Stated.percent(printed).fits(Rate(part, whole).value)
        assert {rule.name for rule in found} == rules

    def test_a_budget(self) -> None:
        """136 % of a plan that was completed at 131,6 % fits by no rule."""
        assert not Stated.percent("136").fits(Fraction(4_639_287_000, 3_525_000_000))
        assert Stated.percent("132").fits(Fraction(4_639_287_000, 3_525_000_000))


@pytest.mark.parametrize(
    ("figure", "unit", "value", "text"),
    [
        (Stated.number("435.75", scale=9), 10**7, 435_750_000_000, "435.75"),
        (Stated.number("1806"), 1, 1806, "1806"),
        (Stated.number("4.20", scale=9), 10**7, 4_200_000_000, "4.20"),
        (Stated.percent("95.83"), Fraction(1, 10_000), Fraction(9583, 10_000), "95.83"),
        (Stated.percent("100"), Fraction(1, 100), 1, "100"),
        (Stated.per_mille("14.0"), Fraction(1, 10_000), Fraction(14, 1000), "14.0"),
        (Stated.points("-1.4"), Fraction(1, 1000), Fraction(-14, 1000), "-1.4"),
        (Stated.percent("-0.05"), Fraction(1, 10_000), Fraction(-5, 10_000), "-0.05"),
        (Stated.percent("+0.5"), Fraction(1, 1000), Fraction(5, 1000), "0.5"),
        (Stated.percent("-0.0"), Fraction(1, 1000), 0, "0.0"),
        (Stated.number("007"), 1, 7, "7"),
    ],
)
def test_what_is_printed(figure: Stated, unit: Exact, value: Exact, text: str) -> None:
    """The last digit has a unit, the digits spell a value, and the text shows every zero."""
    assert (figure.unit, figure.value, figure.text) == (unit, value, text)
    assert type(figure.value) is (int if Fraction(value).denominator == 1 else Fraction)


@pytest.mark.parametrize(
    ("figure", "rule", "interval"),
    [
        ("5", Rounding.HALF_UP, Interval(Fraction(9, 2), Fraction(11, 2), high_closed=False)),
        ("-5", Rounding.HALF_UP, Interval(Fraction(-11, 2), Fraction(-9, 2), low_closed=False)),
        ("1", Rounding.HALF_UP, Interval(Fraction(1, 2), Fraction(3, 2), high_closed=False)),
        ("-1", Rounding.HALF_UP, Interval(Fraction(-3, 2), Fraction(-1, 2), low_closed=False)),
        ("1", Rounding.TRUNCATE, Interval(1, 2, high_closed=False)),
        ("1", Rounding.UP, Interval(0, 1, low_closed=False)),
        ("0", Rounding.HALF_UP, Interval(Fraction(-1, 2), Fraction(1, 2), False, False)),  # noqa: FBT003
        ("4", Rounding.HALF_EVEN, Interval(Fraction(7, 2), Fraction(9, 2))),
        ("5", Rounding.HALF_EVEN, Interval(Fraction(9, 2), Fraction(11, 2), False, False)),  # noqa: FBT003
        ("0", Rounding.HALF_EVEN, Interval(Fraction(-1, 2), Fraction(1, 2))),
        ("5", Rounding.TRUNCATE, Interval(5, 6, high_closed=False)),
        ("-5", Rounding.TRUNCATE, Interval(-6, -5, low_closed=False)),
        ("0", Rounding.TRUNCATE, Interval(-1, 1, low_closed=False, high_closed=False)),
        ("5", Rounding.UP, Interval(4, 5, low_closed=False)),
        ("-5", Rounding.UP, Interval(-5, -4, high_closed=False)),
        ("0", Rounding.UP, Interval(0, 0)),
    ],
)
def test_intervals_of_whole_numbers(figure: str, rule: Rounding, interval: Interval) -> None:
    """Each rule has the right open and closed ends, on both sides of zero."""
    assert Stated.number(figure).interval(rule) == interval


class TestForm:
    @given(stated())
    def test_a_figure_shows_its_form(self, figure: Stated) -> None:
        """Kind, scale, reach and mark are those of the form."""
        form = figure.form
        assert (figure.kind, figure.scale) == (form.kind, form.scale)
        assert (figure.reach, figure.decimal_mark) == (form.reach, form.decimal_mark)
        assert Stated(figure.digits, figure.places, form) == figure

    @given(forms())
    def test_the_constructors_make_the_same_figures(self, form: Form) -> None:
        """A figure made from its text is the one made from its digits."""
        make: Any = getattr(Stated, form.kind.name.lower())
        scale = {"scale": form.scale} if form.kind is StatedKind.NUMBER else {}
        figure = make("-12.50", decimal_mark=form.decimal_mark, **scale)
        if form.reach is not Reach.ROUNDED:
            figure = getattr(Stated, form.reach.name.lower())(figure)
        assert figure == Stated(-1250, 2, form)
        assert figure.decimal_mark == form.decimal_mark

    @given(stated())
    def test_a_word_around_a_figure_keeps_the_rest(self, figure: Stated) -> None:
        """A floor or a ceiling has the digits, the kind, the scale and the mark of its figure."""
        for word in (Stated.at_least, Stated.more_than, Stated.nearly):
            worded = word(figure)
            assert (worded.digits, worded.places) == (figure.digits, figure.places)
            assert (worded.kind, worded.scale) == (figure.kind, figure.scale)
            assert worded.decimal_mark == figure.decimal_mark

    @pytest.mark.parametrize("scale", [1, 18])
    @pytest.mark.parametrize("kind", StatedKind)
    def test_a_scale_is_for_numbers(self, kind: StatedKind, scale: int) -> None:
        """ "12 nghìn" has a scale, "12%" has none."""
        if kind is StatedKind.NUMBER:
            assert Stated(12, 0, Form(kind, scale)).value == 12 * 10**scale
        else:
            with pytest.raises(OutOfRange, match="and 0 for percentages"):
                Form(kind, scale)

    def test_the_largest_scale(self) -> None:
        """No unit word is above 10^18."""
        with pytest.raises(OutOfRange, match="scale=19: expected a power of ten from 0 to 18"):
            Form(scale=19)

    @pytest.mark.parametrize(
        ("make", "expected"),
        [
            (Form, "a member of StatedKind"),
            (lambda bad: Form(reach=bad), "a member of Reach"),
            (lambda bad: Stated(5, 0, bad), "a Form"),
            (lambda bad: Stated.number("5").interval(bad), "a member of Rounding"),
            (lambda bad: nearest(1, 3, bad), "a member of Rounding"),
            (lambda bad: round_to(1, 0, bad), "a member of Rounding"),
            (Stated.at_least, "a Stated figure"),
            (Stated.more_than, "a Stated figure"),
            (Stated.nearly, "a Stated figure"),
        ],
        ids=range(9),
    )
    @pytest.mark.parametrize("bad", ["half-up", "ROUND_HALF_UP", None, 0])
    def test_codes_are_members(self, make: Any, expected: str, bad: Any) -> None:
        """A rule, kind or reach by another name is refused; it would have chosen some rule."""
        with pytest.raises(WrongKind, match=expected):
            make(bad)


class TestSize:
    def test_digits_of_any_size_up_to_4000(self) -> None:
        """A printed figure has at most 4,000 digits, and so has one to be printed."""
        largest = 10**4_000 - 1
        assert Stated(largest).interval().high is not None
        assert round_to(largest, 0) == largest
        for call in (lambda: Stated(largest + 1), lambda: round_to(largest + 1, 0)):
            with pytest.raises(TooLong, match=r"at most 4,000 digits"):
                call()
        with pytest.raises(TooLong):
            round_to(largest, 1)

"""Percentages, rates per thousand, points and changes, by the conventions of offices."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any
from unicodedata import normalize

import pytest

from wardstats import (
    Completion,
    Growth,
    Percent,
    PointChange,
    Points,
    Rate,
    Ratio,
    Rounding,
    Stated,
    vi,
)
from wardstats.errors import (
    NotExact,
    OutOfRange,
    UndefinedGrowth,
    UndefinedRate,
    Unreadable,
    WrongKind,
)

# ------------------------------------------------------------ percentages, printed


@pytest.mark.parametrize(
    ("figure", "places", "printed"),
    [
        (Rate(1794, 1804), 2, "99,45%"),
        (Rate(1471, 1535), 2, "95,83%"),
        (Rate(535, 573), 2, "93,37%"),
        (Rate(1484, 1799), 1, "82,5%"),
        (Rate(315, 1799), 1, "17,5%"),
        (Rate(2, 18), 1, "11,1%"),
        (Rate(16, 18), 1, "88,9%"),
        (Rate(15, 71), 1, "21,1%"),
        (Rate(595, 1109), 1, "53,7%"),
        (Rate(164, 164), 2, "100%"),
        (Rate(0, 7), 2, "0%"),
        (Ratio(115, 116), 2, "99,14%"),
        (Ratio(971, 876), 1, "110,8%"),
        (Ratio(-1, 3), 1, "-33,3%"),
        (Completion(158, 100), 0, "158%"),
        (Completion(4_639_287_000, 3_525_000_000), 0, "132%"),
        (Completion(12_345, 1000), 1, "1.234,5%"),
        (Completion(125, 10), 2, "1250%"),
        (Growth(71, 70), 1, "1,4%"),
        (Growth(95, 100), 1, "-5%"),
        (Growth(1207, 1000).index, 1, "120,7%"),
        (Percent(15), 1, "15%"),
        (Percent("99.5"), 0, "100%"),
        (Completion(158, 100).excess, 0, "58%"),
    ],
)
def test_a_percentage_is_printed_as_reports_print_it(
    figure: Rate | Ratio | Completion | Growth | Percent, places: int, printed: str
) -> None:
    """A comma, the sign without a space, rounded half up from the exact figure."""
    assert vi.percent(figure, places) == printed


def test_decimals_are_dropped_only_where_the_exact_value_is_whole() -> None:
    """24.999 of 25.000 is not all of them: "100,00%"; 164 of 164 is: "100%"."""
    assert vi.percent(Rate(24_999, 25_000), 2) == "100,00%"
    assert vi.percent(Rate(25_000, 25_000), 2) == "100%"
    assert vi.percent(Rate(25_000, 25_000), 2, keep_zeros=True) == "100,00%"
    assert vi.percent(Rate(1, 100_000), 2) == "0,00%"
    assert vi.percent(Rate(1, 8), 2) == "12,50%"
    assert vi.percent(Rate(1, 4), 2) == "25%"


@pytest.mark.parametrize(
    ("rounding", "printed"),
    [
        (Rounding.HALF_UP, "12,3%"),
        (Rounding.HALF_EVEN, "12,2%"),
        (Rounding.TRUNCATE, "12,2%"),
        (Rounding.UP, "12,3%"),
    ],
)
def test_the_rule_of_rounding_is_the_one_named(rounding: Rounding, printed: str) -> None:
    """A tie, 12,25 %, under each of the four rules, for a rate and for what is no rate."""
    assert vi.percent(Rate(49, 400), 1, rounding=rounding) == printed
    assert vi.percent(Percent("12.25"), 1, rounding=rounding) == printed
    assert vi.percent(Percent("-12.25"), 1, rounding=rounding) == f"-{printed}"


def test_every_rate_to_200_is_rounded_half_up() -> None:
    """Census: all part ≤ whole ≤ 200 at 0, 1 and 2 decimals, against exact integers."""
    wrong = []
    for whole, places in product(range(1, 201), range(3)):
        for part in range(whole + 1):
            scaled = (2 * part * 10 ** (places + 2) + whole) // (2 * whole)
            if part * 100 % whole == 0:
                expected = f"{part * 100 // whole}%"
            elif places:
                expected = f"{scaled // 10**places},{scaled % 10**places:0{places}d}%"
            else:
                expected = f"{scaled}%"
            if vi.percent(Rate(part, whole), places) != expected:
                wrong.append((part, whole, places))
    assert not wrong


def test_minus_zero_is_never_printed() -> None:
    """A fall too small to show has no sign, in no kind of figure."""
    assert vi.percent(Growth(99_999, 100_000), 1) == "0,0%"
    assert vi.percent(Percent("-0.4"), 0) == "0%"
    assert vi.points(Points("-0.04"), 1) == "0,0 điểm phần trăm"
    assert vi.per_mille(Ratio(-1, 10**6, per=1000), 1) == "0,0‰"
    assert vi.percent(vi.read_percent("-0%")) == "0%"


@pytest.mark.parametrize(
    ("printer", "figure"),
    [
        (vi.percent, Rate(0, 0)),
        (vi.percent, Ratio(5, 0)),
        (vi.percent, Completion(5, 0)),
        (vi.percent, Growth(5, 0)),
        (vi.per_mille, Rate(0, 0)),
        (vi.points, PointChange(Rate(1, 2), Rate(0, 0))),
        (vi.change, Growth(5, 0)),
        (vi.change, PointChange(Rate(0, 0), Rate(1, 2))),
    ],
)
def test_where_nothing_arose_the_caller_says_what_to_print(
    printer: Callable[..., str], figure: object
) -> None:
    """Without a value there is no figure: the text given, or an error, never 0."""
    assert printer(figure, 1, nothing_arose="không phát sinh") == "không phát sinh"
    assert printer(figure, 1, nothing_arose="-") == "-"
    with pytest.raises((UndefinedRate, UndefinedGrowth)) as caught:
        printer(figure, 1)
    assert isinstance(caught.value, ZeroDivisionError)


@pytest.mark.parametrize(
    "figure",
    [0.825, 15, Decimal("82.5"), Fraction(33, 40), "82,5%", None, True, Points(2), vi, Rate],
)
def test_a_bare_number_is_no_percentage(figure: Any) -> None:
    """Is 0.21 21 % or 0,21 %? Nothing is guessed; the message says how to write 15 %."""
    with pytest.raises(WrongKind, match=r"15 % is Percent\(15\)") as caught:
        vi.percent(figure, 1)
    assert isinstance(caught.value, TypeError)


def test_a_ratio_is_printed_per_what_it_is_told_per() -> None:
    """Births per thousand are no percentage, nor are per cents told in ‰."""
    with pytest.raises(WrongKind, match=r"told per 100; 15 % is Percent\(15\); per_mille\(\)"):
        vi.percent(Ratio(71, 5020, per=1000), 1)
    with pytest.raises(WrongKind, match=r"a Rate, or a Ratio per 1000; as Ratio\(71, 5020"):
        vi.per_mille(Ratio(71, 5020), 1)


@pytest.mark.parametrize(
    "printer_and_figure",
    [
        (vi.percent, Rate(1, 3)),
        (vi.percent, Percent(15)),
        (vi.per_mille, Rate(1, 3)),
        (vi.points, Points(1)),
        (vi.change, Growth(3, 2)),
        (vi.change, PointChange(Rate(1, 2), Rate(1, 3))),
    ],
)
def test_the_number_of_decimals_is_said_and_possible(
    printer_and_figure: tuple[Callable[..., str], object],
) -> None:
    """From 0 to 12, a whole number, and never left to a default."""
    printer, figure = printer_and_figure
    for places in (-1, 13, 10**6):
        with pytest.raises(OutOfRange, match="from 0 to 12; choose how many decimals"):
            printer(figure, places)
    for inexact in (1.0, True, "2", Decimal(2)):
        with pytest.raises(NotExact):
            printer(figure, inexact)
    with pytest.raises(WrongKind, match="expected a number of decimals; say it, as places=2"):
        printer(figure)


# ------------------------------------------------------------ percentages, read


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("95,83%", "95.83"),
        ("95,83 %", "95.83"),
        ("95,80%", "95.80"),
        ("100%", "100"),
        ("0%", "0"),
        ("0,5 phần trăm", "0.5"),
        ("110,8phần trăm", "110.8"),
        ("1250%", "1250"),
        ("1.234,5%", "1234.5"),
        ("1234,5%", "1234.5"),
        ("1,806%", "1.806"),
        ("-5%", "-5"),
        ("\N{MINUS SIGN}0,4 %", "-0.4"),
        ("-0%", "0"),
        ("0,000000000001%", "0.000000000001"),
    ],
)
def test_a_percentage_is_read_as_printed(text: str, digits: str) -> None:
    """With or without a space, or in words; zeros at the end count."""
    read = vi.read_percent(text)
    assert read == Stated.percent(digits)
    assert read.decimal_mark is None


@pytest.mark.parametrize("text", ["95.83%", "82.5 %", "0.500%", "12.3456%", "1234.567%"])
def test_a_dot_before_decimals_is_read_where_it_has_one_reading(text: str) -> None:
    """The slip is common and certain: the figure is read, and the style is kept beside it."""
    read = vi.read_percent(text)
    assert read == Stated.percent(text.rstrip(" %"))
    assert read.decimal_mark == "."
    assert vi.percent(read) == text.replace(".", ",").replace(" ", "").replace("1234", "1.234")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("99.446%", ("99,446%", "99446%")),
        ("99.446 phần trăm", ("99,446%", "99446%")),
        ("1.250%", ("1,250%", "1250%")),
        ("-1.250%", ("-1,250%", "-1250%")),
        ("1,234.5%", ("1.234,5%",)),
        ("1,234,567%", ("1234567%",)),
        ("1 471%", ("1471%",)),
        ("05%", ("5%",)),
        (",5%", ("0,5%",)),
        ("007.5%", ("7,5%",)),
        ("82.5", ("82,5%",)),
        ("99.446", ("99,446%", "99446%")),
        ("82,5", ()),
        ("1.234.567%", ()),
        ("1,1234567890123%", ()),
        ("5‰", ()),
        ("trên 95%", ()),
        ("5 điểm %", ()),
    ],
)
def test_another_percentage_is_refused_with_what_it_may_mean(
    text: str, meant: tuple[str, ...]
) -> None:
    """What is not certain carries its candidates; what else is no percentage has none."""
    with pytest.raises(Unreadable) as caught:
        vi.read_percent(text)
    assert caught.value.candidates == meant


def test_the_message_of_a_percentage_reads_well() -> None:
    """It quotes, says what was expected, and what to do."""
    with pytest.raises(Unreadable) as caught:
        vi.read_percent("trên 95%")
    assert str(caught.value) == (
        "'trên 95%': expected a percentage as in '95,83%'; "
        "only a number, of at most 12 decimals, and '%'"
    )


# ------------------------------------------------------------ per mille and points


def test_a_rate_per_thousand_is_printed_and_read() -> None:
    """tỷ suất: births of a population in ‰, also "%o" and "phần nghìn" on the way in."""
    assert vi.per_mille(Ratio(71, 5020, per=1000), 2) == "14,14‰"
    assert vi.per_mille(Rate(1, 2000), 1) == "0,5‰"
    assert vi.per_mille(Stated.per_mille("14.10"), 2) == "14,10‰"
    for text in ("0,5‰", "0,5 ‰", "0,5%o", "0,5 %o", "0,5 phần nghìn"):
        assert vi.read_per_mille(text) == Stated.per_mille("0.5")
    assert vi.read_per_mille("14.1‰").decimal_mark == "."


def test_points_are_printed_and_read() -> None:
    """ "1,4 điểm phần trăm"; "điểm %" is read, too."""
    assert vi.points(PointChange(Rate(15, 71), Rate(14, 71)), 1) == "1,4 điểm phần trăm"
    assert vi.points(Points("-1.4"), 1) == "-1,4 điểm phần trăm"
    assert vi.points(Points(2), 1) == "2 điểm phần trăm"
    for text in ("1,4 điểm phần trăm", "1,4 điểm %", "1,4 điểm%", "1.4 điểm phần trăm"):
        assert vi.read_points(text) == Stated.points("1.4")


def test_bare_points_are_a_score() -> None:
    """ "43,26 điểm" is of a maximum, not of a rate: refused, with what was expected."""
    with pytest.raises(
        Unreadable, match="points as in '1,4 điểm phần trăm'; only a number"
    ) as caught:
        vi.read_points("43,26 điểm")
    assert caught.value.advice.endswith("and 'điểm phần trăm'")
    with pytest.raises(Unreadable) as caught:
        vi.read_points("1.250 điểm %")
    assert caught.value.candidates == ("1,250 điểm phần trăm", "1250 điểm phần trăm")


@pytest.mark.parametrize("figure", [Rate(1, 2), Percent(15), 5, Stated.number("5")])
def test_each_kind_has_its_own_printer(figure: Any) -> None:
    """What is no distance between rates is not told in points."""
    with pytest.raises(WrongKind):
        vi.points(figure, 1)


@pytest.mark.parametrize("figure", [Percent(15), Completion(1, 2), 5, Stated.percent("5")])
def test_per_mille_is_of_rates_only(figure: Any) -> None:
    """What is told per 100 is not told per 1,000."""
    with pytest.raises(WrongKind):
        vi.per_mille(figure, 1)


# ------------------------------------------------------------ printed figures, printed again


@pytest.mark.parametrize(
    ("printer", "figure"),
    [
        (vi.percent, Stated.number("5")),
        (vi.percent, Stated.points("5")),
        (vi.percent, Stated.per_mille("5")),
        (vi.percent, Stated.more_than(Stated.percent("95"))),
        (vi.percent, Stated.at_least(Stated.percent("95"))),
        (vi.points, Stated.percent("5")),
        (vi.per_mille, Stated.percent("5")),
        (vi.change, Stated.number("5")),
        (vi.change, Stated.per_mille("5")),
        (vi.change, Stated.nearly(Stated.percent("95"))),
    ],
)
def test_a_printed_figure_of_another_kind_is_refused(
    printer: Callable[..., str], figure: Stated
) -> None:
    """ "trên 95%" is no "95%", and points are no per cents."""
    with pytest.raises(WrongKind, match="print each kind by its own function"):
        printer(figure)


@pytest.mark.parametrize(
    ("printer", "figure"),
    [
        (vi.percent, Stated.percent("95.83")),
        (vi.points, Stated.points("95.83")),
        (vi.per_mille, Stated.per_mille("95.83")),
        (vi.change, Stated.percent("95.83")),
    ],
)
def test_a_printed_figure_is_not_rounded_again(printer: Callable[..., str], figure: Stated) -> None:
    """Its decimals are its own: others would be rounded twice, or made up."""
    assert printer(figure, 2) == printer(figure)
    for places in (1, 3):
        with pytest.raises(WrongKind, match="its own 2; a printed figure is not rounded again"):
            printer(figure, places)


# ------------------------------------------------------------ changes


@pytest.mark.parametrize(
    ("figure", "places", "printed"),
    [
        (Growth(1207, 1000), 1, "tăng 20,7%"),
        (Growth(95, 100), 1, "giảm 5%"),
        (Growth(100, 100), 1, "không thay đổi"),
        (Growth(100_001, 100_000), 1, "tăng 0,0%"),
        (Growth(99_999, 100_000), 1, "giảm 0,0%"),
        (Growth(125, 10), 0, "tăng 1150%"),
        (PointChange(Rate(15, 71), Rate(14, 71)), 1, "tăng 1,4 điểm phần trăm"),
        (PointChange(Percent("0.5"), Percent(1)), 1, "giảm 0,5 điểm phần trăm"),
        (Stated.percent("-2"), None, "giảm 2%"),
        (Stated.points("1.40"), 2, "tăng 1,40 điểm phần trăm"),
        (Stated.percent("0.0"), None, "tăng 0,0%"),
    ],
)
def test_a_change_is_told_by_direction_and_size(
    figure: Growth | PointChange | Stated, places: int | None, printed: str
) -> None:
    """Never "tăng -2%": the word is the sign."""
    assert vi.change(figure, places) == printed


def test_a_growth_is_also_told_as_an_index() -> None:
    """ "tăng 20,7%" and "bằng 120,7%" are one growth."""
    assert vi.change(Growth(1207, 1000), 1, as_index=True) == "bằng 120,7%"
    assert vi.change(Growth(100, 100), 1, as_index=True) == "bằng 100%"
    assert vi.change(Growth(95, 100), 1, as_index=True, keep_zeros=True) == "bằng 95,0%"
    assert vi.change(Stated.percent("20.7"), as_index=True) == "bằng 120,7%"
    assert vi.change(Stated.percent("-0.5"), as_index=True) == "bằng 99,5%"
    for figure in (PointChange(Rate(1, 2), Rate(1, 3)), Stated.points("5")):
        with pytest.raises(WrongKind, match="a difference in points has no index"):
            vi.change(figure, 1, as_index=True)


def test_what_to_say_of_no_change_is_an_option() -> None:
    """ "không thay đổi" unless the report says it otherwise."""
    assert vi.change(Growth(5, 5), 1, unchanged="giữ nguyên") == "giữ nguyên"


@pytest.mark.parametrize("figure", [Percent(5), Rate(1, 2), 5, "tăng 5%", Points(5)])
def test_a_level_is_no_change(figure: Any) -> None:
    """A percentage alone does not say whether it is a rise."""
    with pytest.raises(WrongKind, match="a Growth, a PointChange or a Stated change"):
        vi.change(figure, 1)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("tăng 20,7%", Stated.percent("20.7")),
        ("Tăng 20,7 %", Stated.percent("20.7")),
        ("TĂNG 20.7%", Stated.percent("20.7")),
        ("giảm 5%", Stated.percent("-5")),
        ("giảm 0%", Stated.percent("0")),
        ("giảm 1,4 điểm phần trăm", Stated.points("-1.4")),
        ("tăng 0,5 điểm %", Stated.points("0.5")),
        ("bằng 120,7%", Stated.percent("20.7")),
        ("bằng 99,5%", Stated.percent("-0.5")),
        ("bằng -5%", Stated.percent("-105")),
        ("bằng 0%", Stated.percent("-100")),
    ],
)
def test_a_change_is_read_with_its_sign(text: str, figure: Stated) -> None:
    """A fall is negative, an index is the growth it tells."""
    assert vi.read_change(text) == figure
    assert vi.read_change(text).decimal_mark == ("." if "." in text else None)
    assert vi.read_change(normalize("NFD", text)) == figure


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tăng -2%", ()),
        ("giảm -5%", ()),
        ("giảm  -5%", ()),
        ("giảm \N{MINUS SIGN}5%", ()),
        ("tăng\N{NO-BREAK SPACE} \N{MINUS SIGN}2%", ()),
        ("20,7%", ()),
        ("tăng", ()),
        ("tăng 5", ()),
        ("tăng 1,5 lần", ()),
        ("tăng 2 điểm", ()),
        ("tăng 120 hồ sơ", ()),
        ("giảm còn 5%", ()),
        ("bằng 5 điểm phần trăm", ()),
        ("không thay đổi", ()),
        ("tăng 1.250%", ("tăng 1,250%", "tăng 1250%")),
        ("Bằng 1.250 phần trăm", ("Bằng 1,250%", "Bằng 1250%")),
        ("giảm 1,234.5 điểm %", ("giảm 1.234,5 điểm phần trăm",)),
    ],
)
def test_what_is_no_change_is_refused(text: str, meant: tuple[str, ...]) -> None:
    """The whole text is quoted, and its candidates are whole changes."""
    with pytest.raises(Unreadable, match="expected a change as in 'tăng 20,7%'") as caught:
        vi.read_change(text)
    assert caught.value.candidates == meant
    assert caught.value.given.startswith(repr(text)[:5])

"""The signs of Vietnamese figures, and that nothing around the program can change a figure."""

import decimal
import locale
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from babel import Locale
from babel.numbers import format_decimal

from wardstats import Growth, Percent, PointChange, Points, Rate, Ratio, Stated, vi
from wardstats.errors import TooLong
from wardstats.vi.symbols import Symbols, set_digits, symbols

VIETNAMESE = Locale("vi", "VN")

# What each line must come out as, whatever surrounds it.
FIGURES = {
    "vi.percent(Rate(1471, 1535), 2)": "95,83%",
    "vi.percent(Rate(33, 40), 0)": "83%",
    "vi.percent(Growth(207, 100), 12, keep_zeros=True)": "107,000000000000%",
    "vi.percent(Percent('12345.675'), 2)": "12.345,68%",
    "vi.per_mille(Ratio(71, 5020, per=1000), 1)": "14,1‰",
    "vi.points(Points(Fraction(-7, 5)), 1)": "-1,4 điểm phần trăm",
    "vi.change(PointChange(Rate(15, 71), Rate(14, 71)), 1)": "tăng 1,4 điểm phần trăm",
    "vi.change(Growth(95, 100), 1)": "giảm 5%",
    "vi.number(Decimal('1234567.125'), 2)": "1.234.567,13",
    "vi.number(-1471)": "-1.471",
    "vi.fraction(Rate(1471, 1535))": "1.471/1.535",
    "vi.count(2, 'hồ sơ')": "02 hồ sơ",
    "vi.money(3_525_000_000, 'tỷ', 2)": "3,53 tỷ đồng",
    "vi.money(Decimal('4639287000'))": "4.639.287.000 đồng",
    "repr(vi.read_percent('−1.234,567 %'))": "Stated.percent('-1234.567')",
    "repr(vi.read_number('123.456.789,123456789'))": "Stated.number('123456789.123456789')",
    "repr(vi.read_money('435,75 TỶ ĐỒNG'))": "Stated.number('435.75', scale=9)",
    "repr(vi.read_change('GIẢM 1,4 điểm phần trăm'))": "Stated.points('-1.4')",
    "repr(vi.read_count('1.471 hồ sơ', 'hồ sơ'))": "1471",
    "repr(vi.read_fraction('1.471 trên 1.535'))": "(1471, 1535)",
}
NAMES = {
    each.__name__: each
    for each in (vi, Decimal, Fraction, Growth, Percent, PointChange, Points, Rate, Ratio, Stated)
}
NAMES["vi"] = vi


@pytest.mark.parametrize("expression", FIGURES)
def test_no_decimal_context_changes_a_figure(expression: str) -> None:
    """Five digits, rounding down and every trap set: the figure is the same."""
    hostile = decimal.Context(
        prec=5,
        rounding=decimal.ROUND_DOWN,
        Emin=-1,
        Emax=1,
        capitals=0,
        clamp=1,
        traps=list(decimal.Context().flags),
    )
    with decimal.localcontext(hostile):
        figure = eval(expression, dict(NAMES))  # noqa: S307 - written above
    assert figure == FIGURES[expression]


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8", "LANGUAGE": "en_US"},
        {"LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LANGUAGE": "de"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr_TR:en"},
        {"LC_ALL": "C", "LANG": "", "LC_NUMERIC": "not_A_LOCALE", "LANGUAGE": "xx"},
    ],
    ids=["english", "german", "turkish", "none"],
)
def test_no_locale_of_the_process_changes_a_figure(variables: dict[str, str]) -> None:
    """A process started in another language, and set to it, prints and reads the same."""
    script = f"""
import locale
from decimal import Decimal
from fractions import Fraction
from wardstats import Growth, Percent, PointChange, Points, Rate, Ratio, vi
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass  # not every machine has it
for expression in {list(FIGURES)!r}:
    print(ascii(eval(expression)))
"""
    neutral = {key: each for key, each in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    environment = neutral | {"PYTHONUTF8": "1"} | variables
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines() == [ascii(each) for each in FIGURES.values()]


def test_no_locale_of_this_process_changes_a_figure() -> None:
    """Whatever numeric locales this machine has, none of them reaches a figure."""
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        for name in sorted(set(locale.locale_alias.values())):
            try:
                locale.setlocale(locale.LC_NUMERIC, name)
            except locale.Error:
                continue
            assert vi.number(Decimal("1234567.5"), 1) == "1.234.567,5", name
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


def test_signs_are_those_of_the_locale_data() -> None:
    """A comma before decimals, a dot after thousands (Law on Accounting, article 11.2)."""
    assert symbols() == Symbols(decimal=",", group=".", minus="-", percent="%", per_mille="‰")
    assert symbols() is symbols()


@pytest.mark.parametrize("number", [0, 7, 999, 1000, 1471, 999_999, 10**6, 4_639_287_000, -1471])
def test_whole_numbers_are_set_as_babel_sets_them(number: int) -> None:
    """Where Babel's grouping is right, which is for whole numbers, it is the same."""
    assert set_digits(number, 0) == format_decimal(number, locale=VIETNAMESE)


@pytest.mark.parametrize(
    ("scaled", "places", "text"),
    [
        (0, 2, "0,00"),
        (5, 2, "0,05"),
        (-5, 2, "-0,05"),
        (100, 2, "1,00"),
        (123_456_789, 3, "123.456,789"),
        (1, 12, "0,000000000001"),
    ],
)
def test_decimals_are_set_with_their_zeros(scaled: int, places: int, text: str) -> None:
    """Zeros after the comma are digits like any other; decimals are never grouped."""
    assert set_digits(scaled, places) == text


def test_what_is_too_long_to_read_is_too_long_to_print() -> None:
    """The longest figure printed has 4,000 digits and reads back; one more is refused by name."""
    longest = 10**4000 - 1
    for figure in (longest, -longest):
        assert vi.read_number(vi.number(figure)) == Stated(figure)
        with pytest.raises(TooLong, match=r"an int of 13,288 bits: expected at most 4,000 digits"):
            vi.number(figure * 10 // 9)
    with pytest.raises(TooLong):
        set_digits(10**5000, 2)

"""Numbers, with dots after thousands: printed and read."""

import re
from decimal import Decimal
from fractions import Fraction

from babel import Locale
from babel.numbers import format_decimal, parse_decimal, parse_pattern

from benchmarks.side_by_side import SideBySide
from wardstats import Stated
from wardstats.vi import number, read_number

LOCALE = Locale("vi", "VN")
PATTERN = parse_pattern("#,##0")
NUMBERS = [3**power for power in range(21)] * 20  # a count of 1 to an amount of 3 tỷ đồng
TEXTS = [number(each) for each in NUMBERS[::2]]
TEXTS += [number(Fraction(each, 100), 2, keep_zeros=True) for each in NUMBERS[1::2]]
READABLE = re.compile(r"(-?)([1-9][0-9]{0,2}(?:\.[0-9]{3})+|0|[1-9][0-9]*)(?:,([0-9]+))?")


def printed() -> list[str]:
    return [number(each) for each in NUMBERS]


def printed_by_babel() -> list[str]:
    return [format_decimal(each, locale=LOCALE) for each in NUMBERS]


def printed_by_pattern() -> list[str]:
    return [PATTERN.apply(each, LOCALE) for each in NUMBERS]


def printed_by_f_string() -> list[str]:
    return [f"{each:,}".replace(",", ".") for each in NUMBERS]


def read() -> list[Stated]:
    return [read_number(text) for text in TEXTS]


def read_by_babel() -> list[Decimal]:
    return [parse_decimal(text, LOCALE) for text in TEXTS]


def read_by_name() -> list[Decimal]:
    return [parse_decimal(text, "vi_VN") for text in TEXTS]


def read_strictly_by_babel() -> list[Decimal]:
    return [parse_decimal(text, LOCALE, strict=True) for text in TEXTS]


def read_by_regex() -> list[tuple[int, int]]:
    numbers = []
    for text in TEXTS:
        match = READABLE.fullmatch(text)
        assert match is not None
        sign, whole, decimals = match.groups("")
        digits = int(sign + whole.replace(".", "") + decimals)
        numbers.append((digits, len(decimals)))
    return numbers


def test_all_print_the_same() -> None:
    assert printed() == printed_by_babel() == printed_by_pattern() == printed_by_f_string()


def test_all_read_the_same() -> None:
    assert [figure.value for figure in read()] == read_by_babel() == read_by_name()
    assert [(figure.digits, figure.places) for figure in read()] == read_by_regex()


def test_number_against_format_decimal(side_by_side: SideBySide) -> None:
    side_by_side.times_as_fast(printed, printed_by_babel, floor=12)


def test_number_against_a_parsed_pattern(side_by_side: SideBySide) -> None:
    side_by_side.times_as_fast(printed, printed_by_pattern, aim=10)


def test_number_against_an_f_string(side_by_side: SideBySide) -> None:
    side_by_side.times_as_long(printed, printed_by_f_string, aim=1.3)


def test_read_number_against_parse_decimal(side_by_side: SideBySide) -> None:
    side_by_side.times_as_fast(read, read_by_babel, floor=1.6, aim=2.5)


def test_read_number_against_parse_decimal_by_locale_name(side_by_side: SideBySide) -> None:
    side_by_side.times_as_fast(read, read_by_name, floor=4)


def test_read_number_against_strict_parse_decimal(side_by_side: SideBySide) -> None:
    side_by_side.times_as_fast(read, read_strictly_by_babel, aim=10)


def test_read_number_against_a_regex_and_int(side_by_side: SideBySide) -> None:
    side_by_side.times_as_long(read, read_by_regex, aim=1.3)

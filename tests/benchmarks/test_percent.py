"""Percentages, printed to one decimal."""

from babel import Locale
from babel.numbers import format_percent, parse_pattern

from benchmarks.side_by_side import SideBySide
from wardstats import Rate
from wardstats.vi import percent

# A prime whole: no percentage is whole, and none is a tie, which Babel rounds otherwise.
WHOLE = 1999
RATES = [Rate(part, WHOLE) for part in range(1, WHOLE, 4)]
SHARES = [rate.part / rate.whole for rate in RATES]
LOCALE = Locale("vi", "VN")
FORMAT = "#,##0.0%"
PATTERN = parse_pattern(FORMAT)


def ours() -> list[str]:
    return [percent(rate, 1) for rate in RATES]


def by_name() -> list[str]:
    return [format_percent(share, FORMAT, "vi_VN") for share in SHARES]


def by_pattern() -> list[str]:
    return [PATTERN.apply(share, LOCALE) for share in SHARES]


def by_float() -> list[str]:
    return [f"{rate.part / rate.whole:.1%}".replace(".", ",") for rate in RATES]


def test_all_print_the_same() -> None:
    assert ours() == by_name() == by_pattern() == by_float()


def test_percent_against_format_percent_by_locale_name(side_by_side: SideBySide) -> None:
    side_by_side.times_as_fast(ours, by_name, floor=8, aim=15)


def test_percent_against_a_parsed_pattern(side_by_side: SideBySide) -> None:
    side_by_side.times_as_fast(ours, by_pattern, floor=4, aim=7)


def test_percent_against_a_float_in_an_f_string(side_by_side: SideBySide) -> None:
    side_by_side.times_as_long(ours, by_float, aim=1.5)

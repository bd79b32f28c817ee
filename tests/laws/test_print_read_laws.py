"""Print-read laws: reading what was printed gives the printed figure exactly."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from vi_strategies import (
    COMPLETIONS,
    DECIMALS,
    DIGITS,
    GROWTHS,
    NOUNS,
    NUMBERS,
    OTHER_STYLES,
    PERCENTS,
    PLACES,
    POINT_CHANGES,
    POINTS,
    RATES,
    RATIOS,
    RATIOS_PER_1000,
    ROUNDINGS,
    SCALES,
    TEXTS,
)
from wardstats import (
    Completion,
    Form,
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
from wardstats.errors import Unreadable, WardstatsError
from wardstats.figures.rounding import round_to
from wardstats.vi.amounts import Scale

_POWERS: dict[Scale, int] = {"đồng": 0, "nghìn": 3, "triệu": 6, "tỷ": 9, "nghìn tỷ": 12}


def plain(rounded: Decimal) -> str:
    """Write a Decimal without an exponent, which str() gives to 0.0000000."""
    return f"{rounded:f}"


# ------------------------------------------------------------ each printer and its reader


@given(RATES | RATIOS | COMPLETIONS | GROWTHS | PERCENTS, PLACES, ROUNDINGS)
@example(Completion(158, 10), 1, Rounding.HALF_UP)
@example(Growth(1, 10**9), 0, Rounding.TRUNCATE)
@example(Rate(1, 10**15), 12, Rounding.HALF_UP)
def test_a_percentage_reads_back(
    figure: Rate | Ratio | Completion | Growth | Percent, places: int, rounding: Rounding
) -> None:
    """Law: read_percent(percent(x, p, keep_zeros=True)) is the Stated of x.percent(p)."""
    printed = vi.percent(figure, places, rounding=rounding, keep_zeros=True)
    read = vi.read_percent(printed)
    assert read == Stated.percent(plain(figure.percent(places, rounding)))
    assert read.decimal_mark is None
    assert vi.percent(read) == vi.percent(read, places) == printed


@given(RATES | RATIOS | COMPLETIONS | GROWTHS | PERCENTS, PLACES, ROUNDINGS)
def test_a_percentage_drops_its_decimals_only_where_it_is_whole(
    figure: Rate | Ratio | Completion | Growth | Percent, places: int, rounding: Rounding
) -> None:
    """Law: decimals are dropped where the exact value is whole, and nowhere else."""
    printed = vi.percent(figure, places, rounding=rounding)
    if (figure.value * 100).denominator == 1:
        assert vi.read_percent(printed) == Stated((figure.value * 100).numerator, 0, Form(_PERCENT))
    else:
        assert printed == vi.percent(figure, places, rounding=rounding, keep_zeros=True)


_PERCENT = Stated.percent("0").kind


@given(RATES | RATIOS_PER_1000, PLACES, ROUNDINGS)
def test_a_rate_per_thousand_reads_back(
    figure: Rate | Ratio, places: int, rounding: Rounding
) -> None:
    """Law: read_per_mille(per_mille(x, p, keep_zeros=True)) is x times 1000, rounded once."""
    printed = vi.per_mille(figure, places, rounding=rounding, keep_zeros=True)
    read = vi.read_per_mille(printed)
    assert read == Stated.per_mille(plain(round_to(figure.value * 1000, places, rounding)))
    assert vi.per_mille(read) == printed


@given(POINTS | POINT_CHANGES, PLACES, ROUNDINGS)
def test_points_read_back(figure: Points | PointChange, places: int, rounding: Rounding) -> None:
    """Law: read_points(points(x, p, keep_zeros=True)) is the Stated of x.points(p)."""
    printed = vi.points(figure, places, rounding=rounding, keep_zeros=True)
    read = vi.read_points(printed)
    assert read == Stated.points(plain(figure.points(places, rounding)))
    assert vi.points(read) == printed


@given(NUMBERS | DECIMALS, PLACES, ROUNDINGS)
def test_a_number_reads_back(
    figure: int | Fraction | Decimal, places: int, rounding: Rounding
) -> None:
    """Law: read_number(number(x, p, keep_zeros=True)) is x rounded once to p decimals."""
    printed = vi.number(figure, places, rounding=rounding, keep_zeros=True)
    read = vi.read_number(printed)
    assert read == Stated.number(plain(round_to(figure, places, rounding)))
    assert vi.number(read) == printed


@given(NUMBERS | DECIMALS, PLACES, ROUNDINGS)
def test_a_number_drops_zeros_only_where_it_is_exact_without(
    figure: int | Fraction | Decimal, places: int, rounding: Rounding
) -> None:
    """Law: a shortened number is the exact one; one that is not exact keeps all its decimals."""
    read = vi.read_number(vi.number(figure, places, rounding=rounding))
    assert read.value == round_to(figure, places, rounding)
    if read.places < places:
        assert read.value == figure
        assert read.places == 0 or read.digits % 10


@given(st.integers())
def test_a_whole_number_reads_back_with_no_decimals_named(figure: int) -> None:
    """Law: read_number(number(n)) is n."""
    assert vi.read_number(vi.number(figure)) == Stated(figure)


@given(st.integers(0, 10**20), NOUNS | st.none(), st.sampled_from((None, True, False)))
def test_a_count_reads_back(figure: int, noun: str | None, pad: bool | None) -> None:  # noqa: FBT001
    """Law: read_count(count(n, noun)) is n, with the noun named or not."""
    printed = vi.count(figure, noun, pad=pad)
    assert vi.read_count(printed) == figure
    assert vi.read_count(printed, noun) == figure


@given(RATES | st.builds(Completion, st.integers(0, 10**9), st.integers(0, 99)), st.booleans())
def test_a_fraction_reads_back(figure: Rate | Completion, pad: bool) -> None:  # noqa: FBT001
    """Law: read_fraction(fraction(x)) is both its numbers, not reduced."""
    counts = (
        (figure.part, figure.whole) if isinstance(figure, Rate) else (figure.actual, figure.plan)
    )
    assert vi.read_fraction(vi.fraction(figure, pad=pad)) == counts


@given(NUMBERS | DECIMALS, SCALES, PLACES, ROUNDINGS)
def test_money_reads_back(
    amount: int | Fraction | Decimal, scale: Scale, places: int, rounding: Rounding
) -> None:
    """Law: read_money(money(x, scale, p, keep_zeros=True)) is x in its scale, rounded once."""
    power = _POWERS[scale]
    printed = vi.money(amount, scale, places, rounding=rounding, keep_zeros=True)
    read = vi.read_money(printed)
    scaled = Fraction(amount) / 10**power
    assert read == Stated.number(plain(round_to(scaled, places, rounding)), scale=power)
    assert vi.money(read) == vi.money(read, scale, places) == printed


@given(GROWTHS, PLACES, ROUNDINGS)
@example(Growth(95, 100), 0, Rounding.HALF_UP)
def test_a_growth_reads_back(figure: Growth, places: int, rounding: Rounding) -> None:
    """Law: read_change(change(x, p, keep_zeros=True)) is the Stated of x.percent(p)."""
    assume(figure.value)
    printed = vi.change(figure, places, rounding=rounding, keep_zeros=True)
    assert vi.read_change(printed) == Stated.percent(plain(figure.percent(places, rounding)))
    assert printed.startswith("tăng " if figure.value > 0 else "giảm ")
    assert "-" not in printed


@given(POINT_CHANGES, PLACES, ROUNDINGS)
def test_a_change_in_points_reads_back(
    figure: PointChange, places: int, rounding: Rounding
) -> None:
    """Law: read_change(change(x, p, keep_zeros=True)) is the Stated of x.points(p)."""
    assume(figure.value)
    printed = vi.change(figure, places, rounding=rounding, keep_zeros=True)
    assert vi.read_change(printed) == Stated.points(plain(figure.points(places, rounding)))


@given(GROWTHS, PLACES, ROUNDINGS)
@example(Growth(-5, 100), 0, Rounding.HALF_UP)
def test_an_index_reads_back_as_the_growth_it_tells(
    figure: Growth, places: int, rounding: Rounding
) -> None:
    """Law: read_change(change(x, p, as_index=True)) is the printed index less 100."""
    printed = vi.change(figure, places, as_index=True, rounding=rounding, keep_zeros=True)
    index = figure.index.percent(places, rounding)
    read = vi.read_change(printed)
    assert (read.value, read.places) == (Fraction(index) / 100 - 1, places)
    assert vi.change(read, as_index=True) == printed


@given(DIGITS)
def test_a_printed_figure_is_printed_as_it_stands(digits: str) -> None:
    """Law: a Stated figure prints its own digits, zeros at the end too, and reads back."""
    assert vi.read_percent(vi.percent(Stated.percent(digits))) == Stated.percent(digits)
    assert vi.read_per_mille(vi.per_mille(Stated.per_mille(digits))) == Stated.per_mille(digits)
    assert vi.read_points(vi.points(Stated.points(digits))) == Stated.points(digits)
    assert vi.read_number(vi.number(Stated.number(digits))) == Stated.number(digits)
    assert vi.read_change(vi.change(Stated.percent(digits))) == Stated.percent(digits)
    assert vi.read_change(vi.change(Stated.points(digits))) == Stated.points(digits)
    for power in _POWERS.values():
        amount = Stated.number(digits, scale=power)
        assert vi.read_money(vi.money(amount)) == amount


@given(GROWTHS | PERCENTS, NUMBERS, PLACES, ROUNDINGS)
def test_minus_zero_is_never_printed(
    figure: Growth | Percent, amount: int | Fraction, places: int, rounding: Rounding
) -> None:
    """Law: a sign stands only before a figure that has a digit other than 0."""
    for printed in (
        vi.percent(figure, places, rounding=rounding),
        vi.number(amount, places, rounding=rounding, keep_zeros=True),
        vi.points(Points(amount), places, rounding=rounding),
        vi.money(amount, "tỷ", places, rounding=rounding),
    ):
        assert not printed.startswith("-") or set(printed) & set("123456789")
        assert "\N{MINUS SIGN}" not in printed


# ------------------------------------------------------------ one figure, differently typed

PRINTED = st.one_of(
    st.tuples(
        st.just(vi.read_percent),
        st.builds(vi.percent, RATES | GROWTHS, PLACES, keep_zeros=st.booleans()),
    ),
    st.tuples(
        st.just(vi.read_percent), DIGITS.map(lambda each: each.replace(".", ",") + " phần trăm")
    ),
    st.tuples(st.just(vi.read_per_mille), st.builds(vi.per_mille, RATES, PLACES)),
    st.tuples(st.just(vi.read_points), st.builds(vi.points, POINTS, PLACES)),
    st.tuples(st.just(vi.read_number), st.builds(vi.number, NUMBERS, PLACES)),
    st.tuples(st.just(vi.read_count), st.builds(vi.count, st.integers(0, 10**9), NOUNS)),
    st.tuples(st.just(vi.read_fraction), RATES.map(lambda each: f"{vi.fraction(each)} hồ sơ")),
    st.tuples(st.just(vi.read_money), st.builds(vi.money, NUMBERS, SCALES, PLACES)),
    st.tuples(
        st.just(vi.read_change),
        st.builds(vi.change, GROWTHS.filter(lambda each: each.value), PLACES),
    ),
)


@given(PRINTED)
def test_normal_forms_of_a_text_read_alike(
    printed: tuple[Callable[[str], object], str],
) -> None:
    """Law: NFC and NFD of one text read as one figure."""
    read, text = printed
    assert read(normalize("NFD", text)) == read(normalize("NFC", text)) == read(text)


@given(PRINTED, st.sampled_from(("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "  ", "\t")))
def test_spaces_read_alike(printed: tuple[Callable[[str], object], str], space: str) -> None:
    """Law: no-break, narrow and double spaces around units read as the one printed."""
    read, text = printed
    assert read(f"{space}{text.replace(' ', space)}{space}") == read(text)
    for unit in ("%", "‰"):
        if text.endswith(unit):
            assert read(text.replace(unit, space + unit)) == read(text)


@given(PRINTED)
def test_the_minus_sign_reads_as_a_hyphen_minus(
    printed: tuple[Callable[[str], object], str],
) -> None:
    """Law: U+2212 is read as U+002D, which is what is printed."""
    read, text = printed
    assert read(text.replace("-", "\N{MINUS SIGN}")) == read(text)


# ------------------------------------------------------------ whatever text


def _print_count(figure: int) -> str:
    return vi.count(figure, pad=False)


def _print_fraction(counts: tuple[int, int]) -> str:
    return vi.fraction(Completion(*counts))


PAIRS: dict[str, tuple[Callable[..., str], Callable[[str], object]]] = {
    "percent": (vi.percent, vi.read_percent),
    "per_mille": (vi.per_mille, vi.read_per_mille),
    "points": (vi.points, vi.read_points),
    "number": (vi.number, vi.read_number),
    "count": (_print_count, vi.read_count),
    "fraction": (_print_fraction, vi.read_fraction),
    "money": (vi.money, vi.read_money),
    "change": (vi.change, vi.read_change),
}
by_pair = pytest.mark.parametrize(("printer", "reader"), PAIRS.values(), ids=PAIRS)


def attempt(reader: Callable[[str], object], text: str) -> tuple[object, WardstatsError | None]:
    """Give the figure read, or the error of this library; any other error passes through."""
    try:
        return reader(text), None
    except WardstatsError as error:
        return None, error


@by_pair
@given(text=TEXTS)
@example(text="1.4710 đồng")
@example(text="00 đồng")
@example(text="5 triệu 0 tỷ")
@example(text="giảm  -5%")
@example(text="1,1234567890123%")
@example(text="1.1234567890123")
@example(text="1 471")
@example(text="1,806 nghìn")
@example(text="-1 tỷ 2")
@example(text="007.5")
@example(text="tăng 1.250%")
@example(text="5\N{SUPERSCRIPT TWO}")
def test_reading_refuses_by_name_or_gives_what_prints_back(
    printer: Callable[..., str], reader: Callable[[str], object], text: str
) -> None:
    """Law: of any text a reader makes a figure that prints back, or an error of this library."""
    figure, error = attempt(reader, text)
    assert str(error) if error else reader(printer(figure)) == figure


AROUND: dict[str, tuple[str, ...]] = {
    "percent": ("{}%", "{} phần trăm", "{}"),
    "per_mille": ("{}‰", "{} %o"),
    "points": ("{} điểm %", "{} điểm phần trăm"),
    "number": ("{}",),
    "count": ("{}", "{} hồ sơ", "{} nghìn", "{}ha", "{} rưỡi"),
    "fraction": ("{}/18", "2/{} số hộ", "{} trên 18"),
    "money": ("{}", "{} đồng", "{} tỷ", "{}đ", "1 tỷ {}", "{} triệu 20", "2 nghìn tỷ {} tỷ 3"),
    "change": ("tăng {}%", "Giảm {} điểm %", "bằng {} %"),
}


@pytest.mark.parametrize("name", PAIRS)
@given(st.data(), OTHER_STYLES)
def test_every_candidate_reads(name: str, data: st.DataObject, number: str) -> None:
    """Law: what an error names as meant is read by the same function, and prints back."""
    printer, reader = PAIRS[name]
    _, error = attempt(reader, data.draw(st.sampled_from(AROUND[name])).format(number))
    for candidate in error.candidates if isinstance(error, Unreadable) else ():
        figure = reader(candidate)
        assert reader(printer(figure)) == figure


@pytest.mark.parametrize("name", ["percent", "per_mille", "points", "number"])
@given(st.data(), OTHER_STYLES)
def test_candidates_are_in_the_style_that_is_printed(
    name: str, data: st.DataObject, number: str
) -> None:
    """Law: what an error says to write is what the library itself would print."""
    printer, reader = PAIRS[name]
    _, error = attempt(reader, data.draw(st.sampled_from(AROUND[name])).format(number))
    for candidate in error.candidates if isinstance(error, Unreadable) else ():
        assert printer(reader(candidate)) == candidate


@pytest.mark.parametrize("name", ["percent", "per_mille", "points", "number", "count"])
@given(st.data(), TEXTS | OTHER_STYLES)
def test_no_digit_vanishes(name: str, data: st.DataObject, text: str) -> None:
    """Law: a figure that is read has the digits of its text, all of them and in order."""
    text = data.draw(st.sampled_from((text, *(each.format(text) for each in AROUND[name]))))
    figure, error = attempt(PAIRS[name][1], text)
    if error is None:
        digits = figure.digits if isinstance(figure, Stated) else figure
        assert isinstance(digits, int)
        assert abs(digits) == int("".join(each for each in text if each.isdecimal()))


@given(st.lists(st.integers(1, 999), min_size=1, max_size=5), st.integers(0, 4), st.data())
def test_an_amount_in_several_units_is_their_sum(
    wholes: list[int], first: int, data: st.DataObject
) -> None:
    """Law: "4 tỷ 420 triệu đồng" is 4 tỷ and 420 triệu, known to the last unit named."""
    scales = sorted(_POWERS, key=_POWERS.__getitem__, reverse=True)[first:]
    parts = list(zip(wholes, scales, strict=False))
    unit = "" if parts[-1][1] == "đồng" else data.draw(st.sampled_from((" đồng", "đ", "")))
    read = vi.read_money(" ".join(f"{whole} {scale}" for whole, scale in parts) + unit)
    assert read.value == sum(whole * 10 ** _POWERS[scale] for whole, scale in parts)
    assert read.unit == 10 ** _POWERS[parts[-1][1]]

"""Dates: padding by Decree 30/2020/NĐ-CP, Appendix I; one certain day, or none."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wardstats.errors import NotExact, OutOfRange, TooLong, Unreadable, WardstatsError, WrongKind
from wardstats.vi.dates import date, read_date

printable = st.dates(min_value=dt.date(1000, 1, 1))


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        ((2024, 11, 29), "29/11/2024", "ngày 29 tháng 11 năm 2024"),
        ((2016, 9, 5), "05/9/2016", "ngày 05 tháng 9 năm 2016"),
        ((2023, 8, 5), "05/8/2023", "ngày 05 tháng 8 năm 2023"),
        ((2023, 2, 1), "01/02/2023", "ngày 01 tháng 02 năm 2023"),
        ((2024, 1, 26), "26/01/2024", "ngày 26 tháng 01 năm 2024"),
        ((2024, 3, 28), "28/3/2024", "ngày 28 tháng 3 năm 2024"),
        ((2022, 10, 5), "05/10/2022", "ngày 05 tháng 10 năm 2022"),
        ((1000, 1, 1), "01/01/1000", "ngày 01 tháng 01 năm 1000"),
        ((9999, 12, 31), "31/12/9999", "ngày 31 tháng 12 năm 9999"),
    ],
)
def test_dates_are_printed_as_the_decree_pads_them(
    day: tuple[int, int, int], short: str, long: str
) -> None:
    """A zero stands before days below 10 and months 1 and 2 only, in both forms."""
    assert date(dt.date(*day)) == short
    assert date(dt.date(*day), long=True) == long


@pytest.mark.parametrize(
    ("day", "advice"),
    [
        (dt.datetime(2024, 11, 29, tzinfo=dt.UTC), r"pass its \.date\(\)"),
        ("29/11/2024", r"text is read by read_date\(\)"),
        (20241129, "expected a datetime.date"),
        (None, "expected a datetime.date"),
    ],
)
def test_only_a_date_is_printed(day: object, advice: str) -> None:
    """A datetime is a moment, whose day depends on the place; the caller says which."""
    with pytest.raises(WrongKind, match=advice):
        date(day)  # type: ignore[arg-type]


def test_years_before_1000_are_refused() -> None:
    """A year of fewer than four digits would not read back."""
    with pytest.raises(OutOfRange, match="expected a year from 1000 on"):
        date(dt.date(999, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26/4/2024", (2024, 4, 26)),
        ("28/03/2019", (2019, 3, 28)),
        ("5/9/2016", (2016, 9, 5)),
        ("1/2/2023", (2023, 2, 1)),
        ("26-4-2024", (2024, 4, 26)),
        ("26.04.2024", (2024, 4, 26)),
        ("29 / 11/ 2024", (2024, 11, 29)),
        ("\u00a029/11/2024 ", (2024, 11, 29)),
        ("ngày 29/11/2024", (2024, 11, 29)),
        ("Ngày 29 tháng 11 năm 2024", (2024, 11, 29)),
        ("ngày 5 tháng 08 năm 2023", (2023, 8, 5)),
        ("29 tháng 11 năm 2024", (2024, 11, 29)),
        ("ngày\u00a029  tháng\u202f11 năm 2024", (2024, 11, 29)),
        (unicodedata.normalize("NFD", "ngày 29 tháng 11 năm 2024"), (2024, 11, 29)),
        ("29/02/2024", (2024, 2, 29)),
    ],
)
def test_dates_are_read_with_any_padding(text: str, day: tuple[int, int, int]) -> None:
    """Every way of writing one certain day is read."""
    assert read_date(text) == dt.date(*day)


@pytest.mark.parametrize(
    ("text", "expected", "candidates"),
    [
        ("26/4/24", "a year in four digits", ("26/4/2024", "26/4/1924")),
        ("29/02/24", "a year in four digits", ("29/02/2024", "29/02/1924")),
        ("29/02/00", "a year in four digits", ("29/02/2000",)),
        ("31/02/24", "a year in four digits", ()),
        ("11/29/24", "a year in four digits", ("29/11/2024", "29/11/1924")),
        (
            "ngày 26 tháng 4 năm 24",
            "a year in four digits",
            ("ngày 26 tháng 4 năm 2024", "ngày 26 tháng 4 năm 1924"),
        ),
        ("11/29/2024", "a month from 1 to 12", ("29/11/2024",)),
        ("5/13/2024", "a month from 1 to 12", ("13/5/2024",)),
        ("31/13/2024", "a month from 1 to 12", ()),
        ("15/0/2024", "a month from 1 to 12", ()),
        ("31/02/2024", "a day from 1 to 29 in month 2/2024", ()),
        ("29/2/2023", "a day from 1 to 28 in month 2/2023", ()),
        ("ngày 31 tháng 4 năm 2024", "a day from 1 to 30 in month 4/2024", ()),
        ("0/5/2024", "a day from 1 to 31 in month 5/2024", ()),
    ],
)
def test_dates_that_are_not_certain_or_do_not_exist_are_refused(
    text: str, expected: str, candidates: tuple[str, ...]
) -> None:
    """The message says which part is at fault; the candidates read."""
    with pytest.raises(Unreadable) as refused:
        read_date(text)
    assert refused.value.expected == expected
    assert refused.value.candidates == candidates
    assert all(read_date(each) for each in candidates)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("2024-11-29", ("29/11/2024",)),
        ("2024-11-31", ()),
        ("", ()),
        ("11/2024", ()),
        ("29/11/024", ()),
        ("29/11/0024", ()),
        ("29/11/20245", ()),
        ("029/11/2024", ()),
        ("29/11-2024", ()),
        ("29 - 11 - 2024", ()),
        ("29/11 năm 2024", ()),
        ("ngày 29 tháng 11", ()),
        ("ngày29 tháng 11 năm 2024", ()),
        ("NGÀY 29 THÁNG 11 NĂM 2024", ()),
        ("29/11/2024.", ()),
        ("29/11/2024 và 30/11/2024", ()),
        ("Quảng Trị, ngày 29 tháng 11 năm 2024", ()),
        ("-1/2/2024", ()),
        ("٢٩/١١/٢٠٢٤", ()),
        ("２９/１１/２０２４", ()),
    ],
)
def test_what_is_no_date_is_refused(text: str, candidates: tuple[str, ...]) -> None:
    """Other digits, other orders, and text around the date are not read."""
    with pytest.raises(Unreadable, match="expected a date as in '29/11/2024'") as refused:
        read_date(text)
    assert refused.value.candidates == candidates


def test_what_is_no_text_or_too_long_is_refused() -> None:
    """A date is not read again, and endless text is not searched."""
    with pytest.raises(NotExact):
        read_date(dt.date(2024, 11, 29))  # type: ignore[arg-type]
    with pytest.raises(TooLong):
        read_date("1" * 10_000)


@given(printable, st.booleans())
@example(day=dt.date(1000, 1, 1), long=False)
@example(day=dt.date(9999, 12, 31), long=True)
def test_what_is_printed_reads_back(day: dt.date, long: bool) -> None:  # noqa: FBT001
    """Every date from the year 1000 on, printed short or long, reads back as itself."""
    assert read_date(date(day, long=long)) == day


@given(st.text() | st.text("0123456789/-. ngàythám", max_size=14))
def test_reading_raises_nothing_but_wardstats_errors(text: str) -> None:
    """Any text is a date or is refused by an error of ours, whose candidates read."""
    candidates: tuple[str, ...] = ()
    try:
        assert read_date(text).year >= 1000
    except Unreadable as refused:
        candidates = refused.candidates
    except WardstatsError:
        pass
    for each in candidates:
        assert date(read_date(each)) == each or date(read_date(each), long=True) == each

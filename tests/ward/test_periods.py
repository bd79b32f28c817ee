"""Periods: any two days, and presets that carry their calendar in their name."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from wardstats.errors import NotConsecutive, OutOfRange, WrongKind
from wardstats.ward.periods import Period


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period.reporting_month(2024, 1), date(2023, 12, 15), date(2024, 1, 14)),
        (Period.reporting_month(2024, 12), date(2024, 11, 15), date(2024, 12, 14)),
        (Period.reporting_quarter(2024, 1), date(2023, 12, 15), date(2024, 3, 14)),
        (Period.reporting_quarter(2024, 4), date(2024, 9, 15), date(2024, 12, 14)),
        (Period.reporting_first_half(2024), date(2023, 12, 15), date(2024, 6, 14)),
        (Period.reporting_second_half(2024), date(2024, 6, 15), date(2024, 12, 14)),
        (Period.reporting_nine_months(2024), date(2023, 12, 15), date(2024, 9, 14)),
        (Period.reporting_year(2024), date(2023, 12, 15), date(2024, 12, 14)),
        (Period.calendar_month(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.calendar_month(2023, 2), date(2023, 2, 1), date(2023, 2, 28)),
        (Period.calendar_month(2024, 12), date(2024, 12, 1), date(2024, 12, 31)),
        (Period.calendar_quarter(2024, 1), date(2024, 1, 1), date(2024, 3, 31)),
        (Period.calendar_quarter(2024, 4), date(2024, 10, 1), date(2024, 12, 31)),
        (Period.calendar_year(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (Period.budget_year(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (Period.calendar_quarter(9999, 4), date(9999, 10, 1), date(9999, 12, 31)),
        (Period.day(date(2024, 11, 24)), date(2024, 11, 24), date(2024, 11, 24)),
    ],
)
def test_presets_begin_and_end_as_their_calendar_does(
    period: Period, start: date, end: date
) -> None:
    """Reporting periods run from the 15th to the 14th, calendar ones from the 1st to the last."""
    assert period == Period(start, end)


def test_a_real_period_follows_no_preset() -> None:
    """A report of eleven months, called a year, is a period like any other: 336 days."""
    period = Period(date(2023, 12, 15), date(2024, 11, 14))
    assert period.days == 336
    assert Period.day(date(2024, 11, 24)).days == 1


def test_both_ends_belong_to_a_period() -> None:
    """The first and the last day count, their neighbours do not."""
    period = Period.reporting_month(2024, 11)
    assert date(2024, 10, 15) in period
    assert date(2024, 11, 14) in period
    assert date(2024, 10, 14) not in period
    assert date(2024, 11, 15) not in period


def test_periods_sort_by_their_days() -> None:
    """Reports stand in the order of their periods."""
    months = [Period.reporting_month(2024, month) for month in (3, 1, 2)]
    assert sorted(months) == [Period.reporting_month(2024, month) for month in (1, 2, 3)]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([Period.reporting_month(2024, month) for month in range(1, 13)], "reporting_year"),
        ([Period.reporting_quarter(2024, quarter) for quarter in (1, 2, 3, 4)], "reporting_year"),
        ([Period.reporting_month(2024, month) for month in range(1, 10)], "reporting_nine_months"),
        ([Period.reporting_quarter(2024, quarter) for quarter in (1, 2)], "reporting_first_half"),
        ([Period.calendar_month(2024, month) for month in range(1, 13)], "calendar_year"),
        ([Period.calendar_quarter(2024, quarter) for quarter in (1, 2, 3, 4)], "calendar_year"),
    ],
)
def test_the_parts_of_a_year_join_to_the_year(parts: list[Period], whole: str) -> None:
    """Twelve months, four quarters or two halves leave no day out, and count none twice."""
    joined, *rest = parts
    for part in rest:
        assert joined.is_followed_by(part)
        joined = joined.then(part)
    assert joined == getattr(Period, whole)(2024)
    assert sum(part.days for part in parts) == joined.days


@pytest.mark.parametrize(
    "other",
    [
        Period.reporting_month(2024, 3),  # a month is missing
        Period.reporting_month(2024, 1),  # the same month
        Period.calendar_month(2024, 2),  # some days are missing: the 15th to the 31st
        Period(date(2024, 1, 14), date(2024, 2, 14)),  # a day is counted twice
    ],
)
def test_a_period_that_does_not_follow_is_refused(other: Period) -> None:
    """A day left out or counted twice is a refusal that names both periods."""
    january = Period.reporting_month(2024, 1)
    assert not january.is_followed_by(other)
    with pytest.raises(NotConsecutive, match=r"2023-12-15 to 2024-01-14, then .* on the day after"):
        january.then(other)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    """The two days are quoted, with what to do."""
    with pytest.raises(OutOfRange, match=r"2024-11-14 to 2023-12-15: .*; swap the two"):
        Period(date(2024, 11, 14), date(2023, 12, 15))


@pytest.mark.parametrize("day", [datetime(2024, 1, 1, tzinfo=UTC), "2024-01-01", 20240101, None])
def test_only_a_date_is_a_day(day: object) -> None:
    """A moment has no day of its own, and text is read elsewhere."""
    with pytest.raises(WrongKind, match=r"expected a datetime\.date"):
        Period(day, date(2024, 12, 31))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("preset", "number", "message"),
    [
        (Period.reporting_month, 0, "month 0: expected a month from 1 to 12"),
        (Period.reporting_month, 13, "month 13: expected"),
        (Period.calendar_month, 13, "month 13: expected"),
        (Period.calendar_month, 0, "month 0: expected"),
        (Period.reporting_quarter, 5, "quarter 5: expected a quarter from 1 to 4"),
        (Period.calendar_quarter, 0, "quarter 0: expected"),
    ],
)
def test_a_month_or_quarter_that_does_not_exist_is_refused(
    preset: Callable[[int, int], Period], number: int, message: str
) -> None:
    """The number given is the one quoted."""
    with pytest.raises(OutOfRange, match=message):
        preset(2024, number)


def test_a_period_prints_as_it_is_typed() -> None:
    """What a notebook shows can be pasted back."""
    period = Period.day(date(2024, 11, 24))
    assert repr(period) == "Period(datetime.date(2024, 11, 24), datetime.date(2024, 11, 24))"

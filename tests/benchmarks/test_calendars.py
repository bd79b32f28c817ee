"""Due dates and working days between two days: one by one, as a one-stop shop asks."""

from datetime import date, timedelta

import numpy as np
from holidays import country_holidays

from benchmarks.side_by_side import SideBySide
from wardstats.ward.calendars import WorkingCalendar

CALENDAR = WorkingCalendar.vietnam()
LIBRARY = country_holidays("VN", years=range(2020, 2027))
DAYS = [date(2020, 1, 1) + timedelta(days=2 * place) for place in range(1200)]
TERM, SPAN = 5, timedelta(days=65)


def due_dates() -> list[date]:
    return [CALENDAR.due_date(day, TERM) for day in DAYS]


def days_between() -> list[int]:
    return [CALENDAR.working_days_between(day, day + SPAN) for day in DAYS]


def test_due_date_against_holidays(side_by_side: SideBySide) -> None:
    def theirs() -> list[date]:
        return [LIBRARY.get_nth_working_day(day, TERM) for day in DAYS]

    side_by_side.times_as_fast(due_dates, theirs, floor=25, aim=50, pairs=31)


def test_due_date_against_plain_date_and_timedelta(side_by_side: SideBySide) -> None:
    def plain() -> list[date]:
        return [day + timedelta(days=TERM) for day in DAYS]

    side_by_side.times_as_long(due_dates, plain, floor=1.3, aim=1)


def test_due_date_against_busday_offset(side_by_side: SideBySide) -> None:
    days_off = np.busdaycalendar(holidays=list(CALENDAR.days_off))

    def theirs() -> list[object]:
        offset = np.busday_offset
        return [offset(day, TERM, roll="backward", busdaycal=days_off) for day in DAYS]

    side_by_side.times_as_fast(due_dates, theirs, floor=8, aim=15, pairs=31)


def test_days_between_against_holidays(side_by_side: SideBySide) -> None:
    def theirs() -> list[int]:
        return [LIBRARY.get_working_days_count(day, day + SPAN) for day in DAYS]

    side_by_side.times_as_fast(days_between, theirs, floor=50, aim=100, pairs=11)


def test_days_between_against_busday_count(side_by_side: SideBySide) -> None:
    days_off = np.busdaycalendar(holidays=list(CALENDAR.days_off))

    def theirs() -> list[object]:
        return [np.busday_count(day, day + SPAN, busdaycal=days_off) for day in DAYS]

    side_by_side.times_as_fast(days_between, theirs, floor=4, aim=10, pairs=31)

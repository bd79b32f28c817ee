"""Reporting periods: from a day to a day, both counted.

Periodic reports of administrative offices count from the 15th to the 14th (practice under Decree
09/2019/NĐ-CP), statistics and budgets by the calendar. Real reports deviate, so a period is any
two days; the presets carry their calendar in their name.

    >>> Period.reporting_month(2024, 11)
    Period(datetime.date(2024, 10, 15), datetime.date(2024, 11, 14))
    >>> Period(date(2023, 12, 15), date(2024, 11, 14)).days
    336
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from attrs import field, frozen

from wardstats.errors import NotConsecutive, OutOfRange, WrongKind, quoted
from wardstats.figures.typed import Typed

_DAY = timedelta(days=1)
_CUTOFF = 14
_QUARTERS = (1, 2, 3, 4)
_MONTHS_OF_QUARTER = 3
_LAST_MONTH = 12


def a_day(value: date) -> date:
    """Let in a day: a date without a time."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise WrongKind(quoted(value), "a datetime.date", "drop the time, as with .date()")
    return value


@frozen(repr=False, order=True)
class Period(Typed):
    """The days from `start` to `end`, both included."""

    start: date = field(converter=a_day)
    end: date = field(converter=a_day)

    def __attrs_post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise OutOfRange(f"{self.start} to {self.end}", "the first day first", "swap the two")

    @classmethod
    def day(cls, day: date) -> Period:
        """One day, as of an election."""
        return cls(day, day)

    @classmethod
    def reporting_month(cls, year: int, month: int) -> Period:
        """From the 15th of the month before to the 14th (practice under Decree 09/2019/NĐ-CP)."""
        return _reporting(year, month, 1)

    @classmethod
    def reporting_quarter(cls, year: int, quarter: int) -> Period:
        """From the 15th before the quarter to the 14th of its last month (practice, as above).

        >>> Period.reporting_quarter(2024, 1)
        Period(datetime.date(2023, 12, 15), datetime.date(2024, 3, 14))
        """
        return _reporting(year, _last_month(quarter), _MONTHS_OF_QUARTER)

    @classmethod
    def reporting_first_half(cls, year: int) -> Period:
        """From 15 December to 14 June: "6 tháng đầu năm" (practice, as above)."""
        return _reporting(year, 6, 6)

    @classmethod
    def reporting_second_half(cls, year: int) -> Period:
        """From 15 June to 14 December: "6 tháng cuối năm", what the first half leaves."""
        return _reporting(year, 12, 6)

    @classmethod
    def reporting_nine_months(cls, year: int) -> Period:
        """From 15 December to 14 September (practice, as above)."""
        return _reporting(year, 9, 9)

    @classmethod
    def reporting_year(cls, year: int) -> Period:
        """From 15 December of the year before to 14 December (practice, as above)."""
        return _reporting(year, 12, 12)

    @classmethod
    def calendar_month(cls, year: int, month: int) -> Period:
        """From the first to the last day of a month."""
        return cls(date(year, _month(month), 1), _end_of_month(year, month))

    @classmethod
    def calendar_quarter(cls, year: int, quarter: int) -> Period:
        """From the first to the last day of a quarter."""
        last = _last_month(quarter)
        return cls(date(year, last - _MONTHS_OF_QUARTER + 1, 1), _end_of_month(year, last))

    @classmethod
    def calendar_year(cls, year: int) -> Period:
        """From 1 January to 31 December."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def budget_year(cls, year: int) -> Period:
        """From 1 January to 31 December, the days of the state budget."""
        return cls.calendar_year(year)

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        """Ask for a day."""
        return self.start <= day <= self.end

    def is_followed_by(self, other: Period) -> bool:
        """Say whether the other begins on the day after this one ends."""
        return other.start - self.end == _DAY

    def then(self, other: Period) -> Period:
        """Join the period that follows; raises `NotConsecutive` for one that does not.

        >>> both = Period.reporting_first_half(2024).then(Period.reporting_second_half(2024))
        >>> both == Period.reporting_year(2024)
        True
        """
        if not self.is_followed_by(other):
            raise NotConsecutive(
                f"{self.start} to {self.end}, then {other.start} to {other.end}",
                "the second to start on the day after the first ends",
                "join periods in their order, without a day between them",
            )
        return Period(self.start, other.end)


def _month(month: int) -> int:
    if month not in range(1, _LAST_MONTH + 1):
        raise OutOfRange(f"month {quoted(month)}", "a month from 1 to 12")
    return month


def _last_month(quarter: int) -> int:
    if quarter not in _QUARTERS:
        raise OutOfRange(f"quarter {quoted(quarter)}", "a quarter from 1 to 4")
    return quarter * _MONTHS_OF_QUARTER


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _reporting(year: int, last_month: int, months: int) -> Period:
    years_back, month = divmod(_month(last_month) - months - 1, _LAST_MONTH)
    start = date(year + years_back, month + 1, _CUTOFF + 1)
    return Period(start, date(year, last_month, _CUTOFF))

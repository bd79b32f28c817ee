"""Working days: which days they are, and on which of them a case falls due.

A calendar knows the days from one day until another, and refuses all others: days off and worked
Saturdays are announced year by year, so that beyond the last year announced there is nothing to
know. Whoever wants a guess asks for a projection, and gets it marked as one.

    >>> calendar = WorkingCalendar.vietnam()
    >>> calendar.due_date(date(2024, 4, 26), 4)  # over 30 April, and a worked Saturday
    datetime.date(2024, 5, 6)
    >>> calendar.working_days_between(date(2024, 4, 26), date(2024, 5, 6))
    4
    >>> calendar.projected_until(date(2027, 12, 31)).due_date(date(2026, 12, 29), 4)
    Projected(datetime.date(2027, 1, 5), is_projection=True)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import Factory, evolve, field, frozen

from wardstats.errors import (
    AmbiguousTruth,
    BeyondCalendar,
    ConflictingFigures,
    OutOfRange,
    WrongKind,
    quoted,
)
from wardstats.figures.exact import integer
from wardstats.figures.typed import Typed
from wardstats.ward import public_holidays
from wardstats.ward.periods import a_day

if TYPE_CHECKING:
    from typing import SupportsIndex

Value = TypeVar("Value")
Value_co = TypeVar("Value_co", covariant=True)

_WEEK = 7
_SATURDAY_AND_SUNDAY = (5, 6)
_TERM = "a term of 1 working day or more"
_LATER = "add days announced since, by with_changes(…), or ask projected_until(…) for a projection"
_EARLIER = "add the days off before, by with_changes(…, known_from=…)"


def _several(values: Iterable[Value], what: str) -> Iterable[Value]:
    if isinstance(values, Iterable):
        return values
    raise WrongKind(quoted(values), f"several {what}", "put a single one into a list")


def _days(days: Iterable[date]) -> tuple[date, ...]:
    """Let in days: each once, in order."""
    return tuple(sorted({a_day(day) for day in _several(days, "dates")}))


def _weekend(weekdays: Iterable[SupportsIndex]) -> tuple[int, ...]:
    """Let in the days of the week that are not worked."""
    weekend = tuple(sorted({integer(day) for day in _several(weekdays, "days of the week")}))
    if len(weekend) == _WEEK or not set(weekend) <= set(range(_WEEK)):
        raise OutOfRange(
            f"weekend {quoted(weekend)}",
            "days of the week from 0, Monday, to 6, Sunday, but not all of them",
            "number them as date.weekday() does",
        )
    return weekend


@frozen
class DayTable:
    """What a calendar answers from: known days as plain sequences, for use in bulk.

    `passed` says, for the day of ordinal `day_zero` + i, how many working days there are from the
    first known day up to and including it; `days` are the working days in order. So the n-th
    working day after a day is `days[passed[day.toordinal() - day_zero] + n - 1]`, and the working
    days between two days are the difference of their `passed`.
    """

    day_zero: int
    passed: tuple[int, ...]
    days: tuple[date, ...]

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The working days in order, as date.toordinal() numbers them."""
        return tuple(day.toordinal() for day in self.days)


def _table(calendar: WorkingCalendar) -> DayTable:
    off, worked, weekend = map(
        frozenset, (calendar.days_off, calendar.worked_days, calendar.weekend)
    )
    first = calendar.known_from.toordinal()
    passed, days = [0], []
    for day in map(date.fromordinal, range(first, calendar.known_until.toordinal() + 1)):
        if day in worked or (day.weekday() not in weekend and day not in off):
            days.append(day)
        passed.append(len(days))
    return DayTable(first - 1, tuple(passed), tuple(days))


@frozen(repr=False)
class WorkingCalendar:
    """The working days from `known_from` until `known_until`, both included.

    Every day is worked but weekends and `days_off`; `worked_days` are worked though at a weekend,
    as the Saturdays swapped for a day off. `weekend` numbers days as date.weekday() does: (5, 6)
    is Saturday and Sunday; a desk open on Saturdays has (6,), and its own days off on Saturdays.
    A day off at a weekend, or a worked day on a weekday, changes nothing and is not kept, so that
    calendars of one weekend that know the same days are equal if they answer the same.

    Every method raises `BeyondCalendar` for a day that is not known, and `WrongKind` for what is
    not a day; a datetime is not, since which day it falls on depends on where one stands.
    """

    days_off: tuple[date, ...] = field(converter=_days)
    worked_days: tuple[date, ...] = field(converter=_days)
    known_from: date = field(converter=a_day)
    known_until: date = field(converter=a_day)
    weekend: tuple[int, ...] = field(default=_SATURDAY_AND_SUNDAY, converter=_weekend)
    table: DayTable = field(init=False, eq=False, default=Factory(_table, takes_self=True))

    def __attrs_post_init__(self) -> None:
        """Refuse days that are both off and worked, or not known; drop what changes nothing."""
        if self.known_until < self.known_from:
            raise OutOfRange(
                f"known from {self.known_from} until {self.known_until}",
                "the first day, then the last",
                "swap them",
            )
        _refuse_off_and_worked(self.days_off, self.worked_days)
        for day in (*self.days_off, *self.worked_days):
            if not self.known_from <= day <= self.known_until:
                raise BeyondCalendar(
                    str(day), self._known, "move known_from or known_until, or leave it out"
                )
        off = tuple(day for day in self.days_off if day.weekday() not in self.weekend)
        worked = tuple(day for day in self.worked_days if day.weekday() in self.weekend)
        object.__setattr__(self, "days_off", off)
        object.__setattr__(self, "worked_days", worked)

    @classmethod
    def vietnam(cls) -> WorkingCalendar:
        """The calendar of the public sector of Viet Nam; every call returns the same one.

        Holidays by the Labour Code (45/2019/QH14, article 112), days in lieu and swapped
        Saturdays as announced for each year: `wardstats.ward.public_holidays` has the sources.

            >>> WorkingCalendar.vietnam().is_working_day(date(2026, 1, 10))
            True
        """
        return _vietnam()

    def with_changes(
        self,
        days_off: Iterable[date] = (),
        worked_days: Iterable[date] = (),
        *,
        known_from: date | None = None,
        known_until: date | None = None,
    ) -> WorkingCalendar:
        """Correct a calendar, or go on with it: what is said here holds over what it says.

        With another `known_until`, as when a year's holidays are announced, give all days off
        and worked weekends of the days added; the calendar takes the others for worked.

            >>> flooded = WorkingCalendar.vietnam().with_changes(days_off=[date(2024, 9, 9)])
            >>> flooded.due_date(date(2024, 9, 6), 1)
            datetime.date(2024, 9, 10)
        """
        off, worked = _days(days_off), _days(worked_days)
        _refuse_off_and_worked(off, worked)
        return evolve(
            self,
            days_off={*self.days_off, *off}.difference(worked),
            worked_days={*self.worked_days, *worked}.difference(off),
            known_from=known_from or self.known_from,
            known_until=known_until or self.known_until,
        )

    def is_working_day(self, day: date) -> bool:
        """Say whether a day is worked.

        >>> WorkingCalendar.vietnam().is_working_day(date(2024, 9, 2))
        False
        """
        place, passed = self._place(day), self.table.passed
        return passed[place] > passed[place - 1]

    def due_date(self, received_on: date, working_days: SupportsIndex) -> date:
        """Find the last day of a term: its first is the working day after the day received.

        So nothing depends on whether it came in on a working day (practice). The term is 1
        working day or more.

            >>> WorkingCalendar.vietnam().due_date(date(2024, 11, 14), 3)
            datetime.date(2024, 11, 19)
        """
        # This is asked for every dossier, and the doors would take longer than the answer.
        if type(received_on) is not date or type(working_days) is not int:
            day = date.fromordinal(a_day(received_on).toordinal())
            return self.due_date(day, integer(working_days, _TERM))
        table = self.table
        place = received_on.toordinal() - table.day_zero
        if place < 1 or working_days < 1:
            raise self._no_due_date(received_on, working_days)
        try:
            return table.days[table.passed[place] + working_days - 1]
        except IndexError:
            raise self._no_due_date(received_on, working_days) from None

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after `start`, up to and including `end`.

        Negative if the end comes first, so that days from a to b and from b to c are always
        those from a to c: of what was due, and resolved, on two days, it is how late it was.

            >>> calendar = WorkingCalendar.vietnam()
            >>> due, resolved = date(2024, 11, 19), date(2024, 11, 15)
            >>> calendar.working_days_between(due, resolved)
            -2
        """
        passed = self.table.passed
        return passed[self._place(end)] - passed[self._place(start)]

    def projected_until(
        self, day: date, days_off: Iterable[date] = (), worked_days: Iterable[date] = ()
    ) -> Projection:
        """Go on beyond what is known, to answers that are marked as projections.

        Days not known are taken for worked but for weekends and the holidays that have the same
        date every year: 1 January, 30 April, 1 May and 2 September by the Labour Code
        (45/2019/QH14, article 112), and 24 November as announced (practice). Tết, the Hùng Kings'
        day, days in lieu and swaps are not guessed; give those expected, to have them counted.

            >>> tet = [date(2027, 2, day) for day in (5, 8, 9, 10, 11)]
            >>> projection = WorkingCalendar.vietnam().projected_until(date(2027, 6, 30), tet)
            >>> projection.due_date(date(2027, 2, 4), 1)
            Projected(datetime.date(2027, 2, 12), is_projection=True)
        """
        off, worked = _days(days_off), _days(worked_days)
        for each in (day, *off, *worked):
            if a_day(each) <= self.known_until:
                raise OutOfRange(
                    str(each), f"a day after {self.known_until}", "correct days by with_changes(…)"
                )
        fixed = _fixed_dates(self.known_until, day)
        expected = self.with_changes(fixed, known_until=day).with_changes(off, worked)
        return Projection(expected, self.known_until)

    def __repr__(self) -> str:
        """Print as it is typed, if it is the one with a name; else in short."""
        if self == _vietnam():
            return "WorkingCalendar.vietnam()"
        return (
            f"<WorkingCalendar from {self.known_from} until {self.known_until}: "
            f"{len(self.days_off)} days off, {len(self.worked_days)} worked at weekends>"
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the days it was told, not the table made from them, which is larger."""
        told = self.days_off, self.worked_days, self.known_from, self.known_until, self.weekend
        return type(self), told

    @property
    def _known(self) -> str:
        return f"a day from {self.known_from} until {self.known_until}"

    def _no_due_date(self, received_on: date, term: int) -> OutOfRange | BeyondCalendar:
        """Say why there is none: no term, the day received not known, or the due date not."""
        if term < 1:
            return OutOfRange(quoted(term), _TERM, "its first day is after the day received")
        if not self.known_from <= received_on <= self.known_until:
            return self._not_known(received_on)
        return BeyondCalendar(
            f"{quoted(term)} working days after {received_on}",
            f"a due date until {self.known_until}",
            _LATER,
        )

    def _place(self, day: date) -> int:
        """Find the place of a known day in the table."""
        if type(day) is not date:
            a_day(day)
        place = day.toordinal() - self.table.day_zero
        if 0 < place < len(self.table.passed):
            return place
        raise self._not_known(day)

    def _not_known(self, day: date) -> BeyondCalendar:
        advice = _LATER if day > self.known_until else _EARLIER
        return BeyondCalendar(str(day), self._known, advice)


@cache
def _vietnam() -> WorkingCalendar:
    swaps = [swap.value for swap in public_holidays.SWAPS]
    return WorkingCalendar(
        [day for year in public_holidays.DAYS_OFF for day in year.value]
        + [off for off, _ in swaps],
        [worked for _, worked in swaps],
        public_holidays.KNOWN_FROM,
        public_holidays.KNOWN_UNTIL,
    )


@frozen(repr=False)
class Projected(Typed, Generic[Value_co]):
    """An answer, and whether it rests on days that are not known (dự kiến)."""

    value: Value_co
    is_projection: bool = False

    def __bool__(self) -> bool:
        """Refuse: the answer may be false, and this is not the answer."""
        raise AmbiguousTruth(quoted(self), "its value, which is true or false", "ask for .value")


@frozen(repr=False)
class Projection(Typed):
    """A calendar that goes on beyond what is known; each answer says whether it needed to.

    `calendar` is the calendar gone on with, known to be right until `known_until`.

        >>> projection = WorkingCalendar.vietnam().projected_until(date(2027, 12, 31))
        >>> projection.due_date(date(2026, 12, 29), 2)
        Projected(datetime.date(2026, 12, 31))
    """

    calendar: WorkingCalendar
    known_until: date

    def is_working_day(self, day: date) -> Projected[bool]:
        """Say whether a day is worked, or would be."""
        return self._marked(self.calendar.is_working_day(day), day)

    def due_date(self, received_on: date, working_days: SupportsIndex) -> Projected[date]:
        """Find the last day of a term, which begins on the working day after the day received."""
        due = self.calendar.due_date(received_on, working_days)
        return self._marked(due, due)

    def working_days_between(self, start: date, end: date) -> Projected[int]:
        """Count the working days after `start`, up to and including `end`."""
        return self._marked(self.calendar.working_days_between(start, end), max(start, end))

    def _marked(self, value: Value, last_day: date) -> Projected[Value]:
        return Projected(value, last_day > self.known_until)


def _refuse_off_and_worked(days_off: Iterable[date], worked_days: Iterable[date]) -> None:
    for day in sorted(set(days_off).intersection(worked_days)):
        raise ConflictingFigures(
            f"{day} both off and worked",
            "one of the two",
            "leave it out of days_off or worked_days",
        )


def _fixed_dates(after: date, until: date) -> list[date]:
    days = map(date.fromordinal, range(after.toordinal() + 1, until.toordinal() + 1))
    return [
        day
        for day in days
        for each in public_holidays.FIXED_DATES
        if each.is_in_force(day) and (day.month, day.day) in each.value
    ]

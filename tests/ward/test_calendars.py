"""The working days of Viet Nam, day by day, and what a calendar refuses."""

import copy
import pickle
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from holidays import country_holidays

from wardstats.errors import (
    AmbiguousTruth,
    BeyondCalendar,
    ConflictingFigures,
    NotExact,
    OutOfRange,
    WardstatsError,
    WrongKind,
)
from wardstats.ward import public_holidays
from wardstats.ward.calendars import DayTable, Projected, WorkingCalendar

ROOT = Path(__file__).parents[2]
DAY = timedelta(days=1)
FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + DAY * place for place in range((LAST - FIRST).days + 1)]
LONGEST_TERM = 60

VIETNAM = WorkingCalendar.vietnam()
MARCH = WorkingCalendar([date(2026, 3, 4)], [date(2026, 3, 7)], date(2026, 3, 1), date(2026, 3, 31))

# What the library holidays does not know: the swap announced on 25 December 2025.
CORRECTIONS = {date(2026, 1, 2): False, date(2026, 1, 10): True}


@pytest.fixture(scope="module")
def is_worked_by_holidays() -> dict[date, bool]:
    library = country_holidays("VN", years=range(2020, 2027))
    return {day: library.is_working_day(day) for day in DAYS}


@pytest.fixture(scope="module")
def is_worked(is_worked_by_holidays: dict[date, bool]) -> dict[date, bool]:
    return {**is_worked_by_holidays, **CORRECTIONS}


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = spec_from_file_location("make_public_holidays", ROOT / "tools/public_holidays.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ---------------------------------------------------------------- the table of Viet Nam


def test_the_table_differs_from_holidays_by_the_corrections_only(
    is_worked_by_holidays: dict[date, bool],
) -> None:
    ours = {day: VIETNAM.is_working_day(day) for day in DAYS}
    assert dict(ours.items() - is_worked_by_holidays.items()) == CORRECTIONS


def test_the_table_is_what_its_generator_makes(generator: ModuleType) -> None:
    table = Path(public_holidays.__file__).read_text(encoding="utf-8")
    assert table == generator.text(), "run `make holidays`"


def test_every_entry_of_the_table_belongs_to_its_year_and_changes_its_day() -> None:
    for year in public_holidays.DAYS_OFF:
        assert all(year.is_in_force(day) and day.weekday() < 5 for day in year.value)
    for swap in public_holidays.SWAPS:
        off, worked = swap.value
        assert off.weekday() < 5
        assert worked.weekday() == 5
        assert swap.is_in_force(off)
        assert swap.is_in_force(worked)
    assert len(VIETNAM.days_off) == 81
    assert len(VIETNAM.worked_days) == 4


def test_eleven_holidays_a_year_and_twelve_with_culture_day() -> None:
    # Ten in 2020, when 2 September had no day beside it.
    holidays = dict.fromkeys(range(2020, 2027), 0)
    for each in public_holidays.DAYS_OFF:
        holidays[each.value[0].year] += len(each.value)
    assert holidays == {2020: 10, **dict.fromkeys(range(2021, 2026), 11), 2026: 12}


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2020, date(2020, 1, 23), date(2020, 1, 29)),
        (2021, date(2021, 2, 10), date(2021, 2, 16)),
        (2022, date(2022, 1, 29), date(2022, 2, 6)),
        (2023, date(2023, 1, 20), date(2023, 1, 26)),
        (2024, date(2024, 2, 8), date(2024, 2, 14)),
        (2025, date(2025, 1, 25), date(2025, 2, 2)),
        (2026, date(2026, 2, 14), date(2026, 2, 22)),
    ],
)
def test_tet_is_as_announced(year: int, first: date, last: date) -> None:
    """Seven days in a row, or nine, with work before and after."""
    assert first.year == year
    assert VIETNAM.working_days_between(first - DAY, last) == 0
    assert VIETNAM.is_working_day(first - DAY)
    assert VIETNAM.is_working_day(last + DAY)


def test_culture_day_is_off_from_2026() -> None:
    assert [VIETNAM.is_working_day(date(year, 11, 24)) for year in (2020, 2025, 2026)] == [
        True,
        True,
        False,
    ]


# ---------------------------------------------------------------- every day and term


def due_by_counting(is_worked: dict[date, bool], received_on: date) -> list[date]:
    """Walk from day to day, and note every working day on the way."""
    due: list[date] = []
    day = received_on + DAY
    while day in is_worked and len(due) < LONGEST_TERM:
        if is_worked[day]:
            due.append(day)
        day += DAY
    return due


def test_due_dates_equal_those_counted_day_by_day(is_worked: dict[date, bool]) -> None:
    beyond = 0
    for received_on in DAYS:
        due = due_by_counting(is_worked, received_on)
        for term, expected in enumerate(due, start=1):
            assert VIETNAM.due_date(received_on, term) == expected
        for term in range(len(due) + 1, LONGEST_TERM + 1):
            with pytest.raises(BeyondCalendar):
                VIETNAM.due_date(received_on, term)
            beyond += 1
    assert beyond > 0


def test_days_between_equal_those_counted_day_by_day(is_worked: dict[date, bool]) -> None:
    for start in DAYS[:: LONGEST_TERM + 1]:
        worked = 0
        for end in DAYS[DAYS.index(start) + 1 :]:
            worked += is_worked[end]
            assert VIETNAM.working_days_between(start, end) == worked
            assert VIETNAM.working_days_between(end, start) == -worked


def test_the_table_answers_in_bulk_what_the_calendar_answers_one_by_one() -> None:
    table, ordinals = VIETNAM.table, VIETNAM.table.ordinals
    received = range(FIRST.toordinal(), date(2026, 12, 1).toordinal())
    due = [ordinals[table.passed[day - table.day_zero] + 5 - 1] for day in received]
    assert due == [VIETNAM.due_date(date.fromordinal(day), 5).toordinal() for day in received]


def test_the_table_of_a_small_calendar() -> None:
    calendar = WorkingCalendar([], [], date(2026, 3, 5), date(2026, 3, 9))
    days = (date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 9))
    assert calendar.table == DayTable(
        day_zero=date(2026, 3, 4).toordinal(), passed=(0, 1, 2, 2, 2, 3), days=days
    )


# ---------------------------------------------------------------- examples


@pytest.mark.parametrize(
    ("received_on", "term", "due"),
    [
        (date(2024, 11, 14), 1, date(2024, 11, 15)),
        (date(2024, 11, 15), 1, date(2024, 11, 18)),  # over a weekend
        (date(2024, 11, 16), 1, date(2024, 11, 18)),  # received at a weekend
        (date(2024, 2, 7), 1, date(2024, 2, 15)),  # over Tết
        (date(2025, 4, 23), 5, date(2025, 4, 29)),  # a Saturday worked for 2 May
        (date(2025, 12, 31), 2, date(2026, 1, 6)),  # 2 January off
        (date(2026, 1, 8), 2, date(2026, 1, 10)),  # due on a Saturday worked
    ],
)
def test_due_dates(received_on: date, term: int, due: date) -> None:
    assert VIETNAM.due_date(received_on, term) == due


def test_the_last_day_known_may_be_due_but_not_the_next() -> None:
    assert VIETNAM.due_date(date(2026, 12, 30), 1) == LAST
    assert VIETNAM.working_days_between(FIRST, LAST) == len(VIETNAM.table.days)
    with pytest.raises(BeyondCalendar) as caught:
        VIETNAM.due_date(date(2026, 12, 30), 2)
    assert str(caught.value) == (
        "2 working days after 2026-12-30: expected a due date until 2026-12-31; add days "
        "announced since, by with_changes(…), or ask projected_until(…) for a projection"
    )


def test_integers_of_other_libraries_are_terms() -> None:
    class Five:
        def __index__(self) -> int:
            return 5

    assert VIETNAM.due_date(date(2024, 11, 14), Five()) == date(2024, 11, 21)


def test_a_date_of_a_subclass_is_a_day() -> None:
    class Day(date):
        pass

    assert VIETNAM.due_date(Day(2024, 11, 14), 1) == date(2024, 11, 15)


def test_another_weekend() -> None:
    desk = WorkingCalendar([], [], date(2026, 3, 1), date(2026, 3, 31), weekend=(6,))
    assert desk.due_date(date(2026, 3, 6), 1) == date(2026, 3, 7)
    assert desk != WorkingCalendar([], [], date(2026, 3, 1), date(2026, 3, 31))
    without = WorkingCalendar([], [], date(2026, 3, 1), date(2026, 3, 31), weekend=())
    assert without.working_days_between(date(2026, 3, 1), date(2026, 3, 31)) == 30


def test_days_off_may_come_from_the_library_holidays() -> None:
    library = country_holidays("VN", years=2024)
    calendar = WorkingCalendar(library, library.weekend_workdays & {date(2024, 5, 4)}, *year(2024))
    assert calendar.table.days == tuple(day for day in VIETNAM.table.days if day.year == 2024)


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


# ---------------------------------------------------------------- changes


def test_changes_hold_over_what_was_known() -> None:
    swapped_back = VIETNAM.with_changes([date(2026, 1, 10)], [date(2026, 1, 2)])
    assert swapped_back.is_working_day(date(2026, 1, 2))
    assert not swapped_back.is_working_day(date(2026, 1, 10))
    assert VIETNAM.is_working_day(date(2026, 1, 10))
    assert swapped_back.with_changes([date(2026, 1, 2)], [date(2026, 1, 10)]) == VIETNAM


def test_what_changes_nothing_is_not_kept() -> None:
    sunday, monday = date(2026, 3, 8), date(2026, 3, 9)
    assert MARCH.with_changes(days_off=[sunday], worked_days=[monday]) == MARCH
    assert VIETNAM.with_changes() == VIETNAM


def test_a_calendar_goes_on_when_days_are_announced() -> None:
    longer = VIETNAM.with_changes([date(2027, 1, 1)], known_until=date(2027, 1, 31))
    assert longer.due_date(date(2026, 12, 31), 1) == date(2027, 1, 4)
    earlier = VIETNAM.with_changes([date(2019, 12, 31)], known_from=date(2019, 12, 1))
    assert earlier.due_date(date(2019, 12, 30), 1) == date(2020, 1, 2)


# ---------------------------------------------------------------- projections

PROJECTION = VIETNAM.projected_until(date(2028, 12, 31))


def test_a_projection_marks_what_rests_on_unknown_days_only() -> None:
    for received_on in DAYS[-90:]:
        for term in (1, 20, 60):
            projected = PROJECTION.due_date(received_on, term)
            if projected.is_projection:
                assert projected.value > LAST
                with pytest.raises(BeyondCalendar):
                    VIETNAM.due_date(received_on, term)
            else:
                assert projected.value == VIETNAM.due_date(received_on, term)


def test_a_projection_leaves_out_weekends_and_holidays_of_fixed_date() -> None:
    days = [date(2027, 1, 1) + DAY * place for place in range(366 + 365)]
    off = [day for day in days if not PROJECTION.is_working_day(day).value]
    assert [f"{day:%d/%m/%Y}" for day in off if day.weekday() < 5] == [
        "01/01/2027",
        "30/04/2027",
        "02/09/2027",
        "24/11/2027",
        "01/05/2028",
        "24/11/2028",
    ]


def test_projected_answers() -> None:
    assert PROJECTION.is_working_day(date(2026, 12, 31)) == Projected(value=True)
    assert PROJECTION.is_working_day(date(2027, 1, 1)) == Projected(value=False, is_projection=True)
    assert PROJECTION.working_days_between(date(2026, 12, 29), LAST) == Projected(2)
    assert PROJECTION.working_days_between(date(2027, 1, 4), LAST) == Projected(
        -1, is_projection=True
    )
    assert repr(PROJECTION.due_date(date(2026, 12, 31), 1)) == (
        "Projected(datetime.date(2027, 1, 4), is_projection=True)"
    )


def test_a_projected_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(AmbiguousTruth) as caught:
        bool(PROJECTION.is_working_day(date(2027, 1, 1)))
    assert str(caught.value) == (
        "Projected(False, is_projection=True): expected its value, which is true or false; "
        "ask for .value"
    )


def test_expected_days_are_counted_in_a_projection() -> None:
    expected = VIETNAM.projected_until(
        date(2027, 12, 31), days_off=[date(2027, 9, 3)], worked_days=[date(2027, 11, 24)]
    )
    assert expected.due_date(date(2027, 9, 1), 1).value == date(2027, 9, 6)
    assert expected.is_working_day(date(2027, 11, 24)).value


def test_a_projection_ends_too() -> None:
    with pytest.raises(BeyondCalendar, match="2028-12-31"):
        PROJECTION.due_date(date(2028, 12, 29), 1)


@pytest.mark.parametrize("day", [LAST, date(2024, 9, 9)])
def test_known_days_are_not_projected(day: date) -> None:
    expected = f"^{day}: expected a day after 2026-12-31; correct days by with_changes"
    with pytest.raises(OutOfRange, match=expected):
        VIETNAM.projected_until(day)
    with pytest.raises(OutOfRange, match=expected):
        VIETNAM.projected_until(date(2027, 12, 31), days_off=[day])
    with pytest.raises(OutOfRange, match=expected):
        VIETNAM.projected_until(date(2027, 12, 31), worked_days=[day])


# ---------------------------------------------------------------- what is refused


QUESTIONS: dict[str, Callable[[date], object]] = {
    "is it a working day": VIETNAM.is_working_day,
    "due after": lambda day: VIETNAM.due_date(day, 1),
    "from": lambda day: VIETNAM.working_days_between(day, LAST),
    "to": lambda day: VIETNAM.working_days_between(LAST, day),
}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize(
    "no_day",
    [
        datetime(2024, 11, 14, 9, 30, tzinfo=UTC),
        datetime(2024, 11, 14),  # noqa: DTZ001 - naive ones come too
        "2024-11-14",
        739204,
        None,
        float("nan"),
    ],
)
def test_what_is_no_day_is_refused(ask: Callable[[object], object], no_day: object) -> None:
    with pytest.raises(WrongKind, match=r"expected a datetime\.date; drop the time"):
        ask(no_day)


def test_what_is_no_day_is_not_projected() -> None:
    with pytest.raises(WrongKind):
        VIETNAM.projected_until("2027-12-31")  # type: ignore[arg-type]
    with pytest.raises(WrongKind):
        PROJECTION.due_date(datetime(2026, 12, 31, tzinfo=UTC), 1)


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_days_not_known_are_refused(ask: Callable[[date], object]) -> None:
    known = "expected a day from 2020-01-01 until 2026-12-31; "
    with pytest.raises(BeyondCalendar) as caught:
        ask(date(2027, 1, 1))
    assert str(caught.value) == (
        f"2027-01-01: {known}add days announced since, by with_changes(…), "
        "or ask projected_until(…) for a projection"
    )
    with pytest.raises(BeyondCalendar) as caught:
        ask(date(2019, 12, 31))
    assert str(caught.value) == (
        f"2019-12-31: {known}add the days off before, by with_changes(…, known_from=…)"
    )
    for extreme in (date.min, date.max):
        with pytest.raises(BeyondCalendar):
            ask(extreme)


@pytest.mark.parametrize(
    ("term", "error"),
    [
        (0, OutOfRange),
        (-3, OutOfRange),
        (True, NotExact),
        (5.0, NotExact),
        (float("nan"), NotExact),
        ("5", NotExact),
        (None, NotExact),
    ],
)
def test_what_is_no_term_is_refused(term: object, error: type[WardstatsError]) -> None:
    with pytest.raises(error, match="expected a term of 1 working day or more; "):
        VIETNAM.due_date(date(2024, 11, 14), term)  # type: ignore[arg-type]


@pytest.mark.parametrize("received_on", [date(2019, 12, 31), date(2026, 12, 31), date(2027, 1, 1)])
def test_an_error_shows_no_other_behind_it(received_on: date) -> None:
    with pytest.raises(BeyondCalendar) as caught:
        VIETNAM.due_date(received_on, 1)
    assert caught.value.__context__ is None or caught.value.__suppress_context__


@pytest.mark.parametrize("term", [10**9, sys.maxsize, 10**5000], ids=["long", "size", "digits"])
def test_a_term_however_long_is_beyond(term: int) -> None:
    with pytest.raises(BeyondCalendar):
        VIETNAM.due_date(date(2024, 11, 14), term)


def test_a_day_is_off_or_worked() -> None:
    message = "^2026-03-04 both off and worked: expected one of the two"
    with pytest.raises(ConflictingFigures, match=message):
        MARCH.with_changes([date(2026, 3, 4)], [date(2026, 3, 4)])
    with pytest.raises(ConflictingFigures, match=message):
        WorkingCalendar([date(2026, 3, 4)], [date(2026, 3, 4)], *year(2026))


@pytest.mark.parametrize("unknown", [date(2025, 12, 31), date(2027, 1, 1)])
def test_days_that_would_change_nothing_known_are_refused(unknown: date) -> None:
    message = f"^{unknown}: expected a day from 2026-01-01 until 2026-12-31; move known_from"
    with pytest.raises(BeyondCalendar, match=message):
        WorkingCalendar([unknown], [], *year(2026))
    with pytest.raises(BeyondCalendar, match=message):
        WorkingCalendar([], [unknown], *year(2026))


def test_the_first_known_day_comes_first() -> None:
    with pytest.raises(OutOfRange, match="known from 2026-12-31 until 2026-01-01: "):
        WorkingCalendar([], [], date(2026, 12, 31), date(2026, 1, 1))
    one_day = WorkingCalendar([], [], date(2026, 3, 4), date(2026, 3, 4))
    assert one_day.is_working_day(date(2026, 3, 4))


@pytest.mark.parametrize("weekend", [range(7), (7,), (-1,)])
def test_a_weekend_is_some_days_of_the_week(weekend: object) -> None:
    with pytest.raises(OutOfRange, match="expected days of the week from 0, Monday, to 6, Sunday"):
        WorkingCalendar([], [], *year(2026), weekend=weekend)  # type: ignore[arg-type]


def test_single_values_are_put_into_lists() -> None:
    with pytest.raises(WrongKind, match="expected several dates; put a single one into a list"):
        MARCH.with_changes(days_off=date(2026, 3, 5))  # type: ignore[arg-type]
    with pytest.raises(WrongKind, match="expected several days of the week"):
        WorkingCalendar([], [], *year(2026), weekend=6)  # type: ignore[arg-type]
    with pytest.raises(WrongKind, match=r"expected a datetime\.date"):
        MARCH.with_changes(days_off="2026-03-05")  # type: ignore[arg-type]


# ---------------------------------------------------------------- a value like others


def test_vietnam_is_built_once() -> None:
    assert WorkingCalendar.vietnam() is VIETNAM


def test_calendars_print_in_short() -> None:
    assert repr(VIETNAM) == "WorkingCalendar.vietnam()"
    assert repr(MARCH) == (
        "<WorkingCalendar from 2026-03-01 until 2026-03-31: 1 days off, 1 worked at weekends>"
    )


@pytest.mark.parametrize("calendar", [VIETNAM, MARCH])
def test_calendars_are_copied_and_pickled(calendar: WorkingCalendar) -> None:
    pickled = pickle.dumps(calendar)
    assert len(pickled) < 2_000
    for other in (pickle.loads(pickled), copy.deepcopy(calendar)):
        assert other == calendar
        assert hash(other) == hash(calendar)
        assert other.table == calendar.table


def test_calendars_do_not_change() -> None:
    with pytest.raises(AttributeError):
        MARCH.known_until = date(2026, 4, 30)  # type: ignore[misc]

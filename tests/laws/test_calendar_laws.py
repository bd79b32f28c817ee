"""What holds for every calendar, day and term."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from wardstats.errors import BeyondCalendar
from wardstats.ward.calendars import WorkingCalendar

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
DAY = timedelta(days=1)

days = st.dates(FIRST, LAST)
early_days = st.dates(FIRST, date(2025, 12, 31))
terms = st.integers(1, 60)


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    off, worked = draw(st.sets(days, max_size=20)), draw(st.sets(days, max_size=20))
    weekend = draw(st.sets(st.integers(0, 6), max_size=4))
    return WorkingCalendar(off - worked, worked, FIRST, LAST, weekend)


@given(calendars(), early_days, terms)
def test_a_term_is_counted_out_day_by_day(
    calendar: WorkingCalendar, received_on: date, term: int
) -> None:
    """A due date is the n-th working day after the day received, by the definition of each day."""
    day, left = received_on, term
    while left:
        day += DAY
        weekday = day.weekday() not in calendar.weekend
        left -= day in calendar.worked_days or (weekday and day not in calendar.days_off)
    assert calendar.due_date(received_on, term) == day


@given(calendars(), early_days, terms)
def test_a_due_date_is_a_working_day_and_as_far_off_as_its_term(
    calendar: WorkingCalendar, received_on: date, term: int
) -> None:
    due = calendar.due_date(received_on, term)
    assert calendar.is_working_day(due)
    assert calendar.working_days_between(received_on, due) == term


@given(calendars(), st.dates(FIRST, date(2025, 6, 30)), terms, terms)
def test_terms_add_up(calendar: WorkingCalendar, received_on: date, one: int, other: int) -> None:
    """Going on from a due date by another term is going on by both together."""
    due = calendar.due_date(received_on, one)
    assert calendar.due_date(due, other) == calendar.due_date(received_on, one + other)


@given(calendars(), early_days, terms, days)
def test_a_due_date_comes_by_a_day_if_as_many_working_days_passed(
    calendar: WorkingCalendar, received_on: date, term: int, day: date
) -> None:
    by_then = calendar.due_date(received_on, term) <= day
    assert by_then == (calendar.working_days_between(received_on, day) >= term)


@given(calendars(), early_days, early_days, terms)
def test_who_comes_first_is_due_first(
    calendar: WorkingCalendar, one: date, other: date, term: int
) -> None:
    earlier, later = sorted([one, other])
    assert calendar.due_date(earlier, term) <= calendar.due_date(later, term)


@given(calendars(), days, days, days)
def test_working_days_add_up(calendar: WorkingCalendar, one: date, two: date, three: date) -> None:
    """From one day to another and on to a third, in whatever order they stand."""
    between = calendar.working_days_between
    assert between(one, two) + between(two, three) == between(one, three)
    assert between(one, two) == -between(two, one)
    assert between(one, one) == 0


@given(calendars(), early_days, terms, days)
def test_a_day_off_more_never_makes_a_due_date_earlier(
    calendar: WorkingCalendar, received_on: date, term: int, off: date
) -> None:
    later = calendar.with_changes(days_off=[off]).due_date(received_on, term)
    assert later >= calendar.due_date(received_on, term)


@given(calendars(), st.sets(days, max_size=5), st.sets(days, max_size=5))
def test_changes_do_what_they_say_and_nothing_else(
    calendar: WorkingCalendar, off: set[date], worked: set[date]
) -> None:
    assume(off.isdisjoint(worked))
    changed = calendar.with_changes(off, worked)
    said = {**dict.fromkeys(off, False), **dict.fromkeys(worked, True)}
    assert [changed.is_working_day(day) for day in said] == list(said.values())
    untouched = set(calendar.table.days) - off - worked
    assert untouched == set(changed.table.days) - off - worked


@given(calendars(), st.sets(days, max_size=5), st.sets(days, max_size=5))
def test_calendars_of_one_weekend_are_equal_if_they_answer_the_same(
    calendar: WorkingCalendar, off: set[date], worked: set[date]
) -> None:
    assume(off.isdisjoint(worked))
    changed = calendar.with_changes(off, worked)
    assert (changed == calendar) == (changed.table.days == calendar.table.days)
    assert changed != calendar or hash(changed) == hash(calendar)


@given(calendars(), days, terms)
def test_a_projection_says_what_the_calendar_says_or_marks_it(
    calendar: WorkingCalendar, received_on: date, term: int
) -> None:
    projected = calendar.projected_until(date(2027, 12, 31)).due_date(received_on, term)
    try:
        known = calendar.due_date(received_on, term)
    except BeyondCalendar:
        assert projected.is_projection
        assert projected.value > LAST
    else:
        assert not projected.is_projection
        assert projected.value == known

"""Due dates of whole tables, from the table of a calendar: swapped Saturdays included.

>>> import polars as pl
>>> from datetime import date
>>> from wardstats.ward.calendars import WorkingCalendar
>>> dossiers = pl.DataFrame({"received": [date(2024, 4, 26), date(2024, 11, 14)]})
>>> due_dates(dossiers, WorkingCalendar.vietnam(), 4).rows()
[(datetime.date(2024, 4, 26), datetime.date(2024, 5, 6)), \
(datetime.date(2024, 11, 14), datetime.date(2024, 11, 20))]
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from wardstats.errors import Fault, FaultyRecord
from wardstats.figures.exact import integer
from wardstats.interop.engines import (
    a_day_for,
    beside,
    counted_where,
    day_of,
    entered,
    in_arrays,
    is_polars,
    left,
    nw,
    rows_of,
)
from wardstats.interop.frame_faults import FaultyRows
from wardstats.interop.frame_layouts import Holds, column_faults
from wardstats.ward.calendars import WorkingCalendar

if TYPE_CHECKING:
    from wardstats.interop.engines import Frame, Given

_KEY, _RIGHT, _NUMBER = (f"wardstats_{name}" for name in ("key", "right", "number"))


def due_dates(
    frame: Given,
    calendar: WorkingCalendar,
    working_days: int | str = "working_days",
    *,
    received: str = "received",
    due: str = "due",
    faulty: FaultyRows = FaultyRows.REFUSED,
) -> Given:
    """Add the last day of each term to a table, as `WorkingCalendar.due_date` finds it.

    Args:
        frame: One row a dossier, of any kind that narwhals takes.
        calendar: The days that are worked.
        working_days: The term, 1 working day or more: one for all, or the column that has it.
        received: The column of days received, from which terms are counted.
        due: The name of the column to add.
        faulty: What becomes of rows without a due date, as where the calendar does not know the
            days: they are refused, or kept apart with null. To refuse those of a lazy frame, a
            query that counts them is run.

    Returns:
        The same kind of frame, with one more column, of the type that the column received has.

    Raises:
        FaultyRecord: A column is missing or holds another type, or rows are faulty and refused.
    """
    terms = working_days if isinstance(working_days, str) else integer(working_days)
    table = entered(frame)
    schema = table.collect_schema()
    wanted = {received: Holds.DAY} | ({terms: Holds.COUNT} if isinstance(terms, str) else {})
    faults = [*column_faults(schema, wanted)]
    if due in schema:
        faults.append(Fault(f"$.{due}", "there already", "a new column", "name another in `due`"))
    if faults:
        raise FaultyRecord("the table", tuple(faults))
    eager = in_arrays(frame)
    if eager is not None:
        from wardstats.interop.coded_dates import due_column

        dates, lacking = due_column(
            calendar, eager[received], terms if isinstance(terms, int) else eager[terms]
        )
        result: Frame = eager.with_columns(dates.alias(due))
    else:
        result, lacking = _joined(table, calendar, received, terms, due), True
    if FaultyRows.given(faulty) is FaultyRows.REFUSED and lacking:
        _refuse_faulty(result, calendar, received, terms, due)
    return left(result, frame)


def _joined(
    frame: Frame, calendar: WorkingCalendar, received: str, terms: str | int, due: str
) -> Frame:
    """Look each day up in the table of the calendar, and each working day by its number."""
    table = calendar.table
    numbers = dict(zip(_days(calendar), table.passed[1:], strict=True))
    dates = dict(enumerate(table.days, start=1))
    day = day_of(frame, received)
    if isinstance(terms, int):
        last = {each: dates.get(number + terms) for each, number in numbers.items() if terms > 0}
        result = _looked_up(frame, day, {a: b for a, b in last.items() if b}, due)
    else:
        result = _looked_up(frame, day, numbers, _NUMBER)
        term = nw.when(nw.col(terms) > 0).then(nw.col(terms).cast(nw.Int64))
        result = _looked_up(result, nw.col(_NUMBER) + term, dates, due).drop(_NUMBER)
    return result.with_columns(nw.col(due).cast(frame.collect_schema()[received]))


def _looked_up(frame: Frame, key: nw.Expr, values: dict[Any, Any], name: str) -> Frame:
    """Add what stands for a key; null for one without."""
    if is_polars(frame):  # which keeps its rows in order so
        held = nw.Date if name != _NUMBER else nw.Int64
        found = key.replace_strict([*values], [*values.values()], default=None, return_dtype=held)
        return frame.with_columns(found.alias(name))
    table: Any = beside(frame, {_RIGHT: [*values], name: [*values.values()]})
    keyed = frame.with_columns(key.alias(_KEY))
    return keyed.join(table, how="left", left_on=_KEY, right_on=_RIGHT).drop(_KEY)


def _days(calendar: WorkingCalendar) -> list[date]:
    """Give the days that a calendar knows."""
    first, until = calendar.known_from.toordinal(), calendar.known_until.toordinal()
    return [*map(date.fromordinal, range(first, until + 1))]


def _refuse_faulty(
    result: Frame, calendar: WorkingCalendar, received: str, terms: str | int, due: str
) -> None:
    day = day_of(result, received)
    given = nw.col(terms) if isinstance(terms, str) else nw.lit(terms)
    first, until = calendar.known_from, calendar.known_until
    start, end = a_day_for(result, first), a_day_for(result, until)
    conditions = {
        "null": nw.col(received).is_null() | given.is_null(),
        "no term": given < 1,
        "unknown": (day < start) | (day > end),
        "beyond": (day >= start) & (day <= end) & (given > 0) & nw.col(due).is_null(),
    }
    (row,) = rows_of(counted_where(result, [], conditions))
    term = terms if isinstance(terms, str) else "working_days"
    told = {
        "null": (received, "with null", "a day, and a term, in every row"),
        "no term": (term, "below 1", "a term of 1 working day or more"),
        "unknown": (received, "not known to the calendar", f"a day from {first} until {until}"),
        "beyond": (due, "beyond the calendar", f"a due date until {until}"),
    }
    faults = tuple(
        Fault(f"$.{column}", f"{row[name]} row{'s' * (row[name] != 1)} {given}", expected)
        for name, (column, given, expected) in told.items()
        if row[name]
    )
    if faults:
        raise FaultyRecord("the table", faults)

"""Due dates of tables: types that stay, and rows that have none."""

from collections.abc import Callable
from datetime import date, datetime

import polars as pl
import pyarrow as pa
import pytest

from frame_engines import EMBEDDED, Build, rows_of
from wardstats.errors import FaultyRecord
from wardstats.interop.frames import FaultyRows, due_dates
from wardstats.ward import WorkingCalendar

CALENDAR = WorkingCalendar.vietnam()
every_engine = pytest.mark.parametrize("build", EMBEDDED.values(), ids=[*EMBEDDED])


def table(*rows: tuple[date | None, int | None]) -> pa.Table:
    days, terms = ([row[place] for row in rows] for place in (0, 1))
    return pa.table(
        {"received": pa.array(days, pa.date32()), "working_days": pa.array(terms, pa.int64())}
    )


def faults_of(call: Callable[[], object]) -> list[str]:
    with pytest.raises(FaultyRecord) as caught:
        call()
    return [str(fault) for fault in caught.value.faults]


@every_engine
def test_a_swapped_saturday_is_worked(build: Build) -> None:
    """4 May 2024 was, for 29 April."""
    result = due_dates(build(table((date(2024, 4, 26), 4))), CALENDAR, due="promised")
    assert str(rows_of(result)[0]["promised"])[:10] == "2024-05-06"


@every_engine
@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_times_give_times_of_the_same_unit(build: Build, unit: str) -> None:
    """At midnight, whatever the time of day received."""
    received = pa.array([datetime(2024, 4, 26, 23, 59)], pa.timestamp("us")).cast(  # noqa: DTZ001
        pa.timestamp(unit)
    )
    for terms in (4, "working_days"):
        frame = build(pa.table({"received": received, "working_days": [4]}))
        (row,) = rows_of(due_dates(frame, CALENDAR, terms))
        assert row["due"].isoformat()[:19] == "2024-05-06T00:00:00"


@every_engine
def test_all_faults_of_rows_are_told_at_once(build: Build) -> None:
    rows = table(
        (None, 3),
        (date(2024, 4, 26), None),
        (date(2024, 4, 26), 0),
        (date(1999, 1, 1), 3),
        (CALENDAR.known_until, 3),
        (date(2024, 4, 26), 3),
    )
    known = f"from {CALENDAR.known_from} until {CALENDAR.known_until}"
    assert faults_of(lambda: due_dates(build(rows), CALENDAR)) == [
        "$.received: 2 rows with null: expected a day, and a term, in every row",
        "$.working_days: 1 row below 1: expected a term of 1 working day or more",
        f"$.received: 1 row not known to the calendar: expected a day {known}",
        f"$.due: 1 row beyond the calendar: expected a due date until {CALENDAR.known_until}",
    ]
    kept = rows_of(due_dates(build(rows), CALENDAR, faulty=FaultyRows.APART))
    assert sum(row["due"] is not None for row in kept) == 1


def test_columns_are_checked_before_rows() -> None:
    rows = pl.DataFrame({"received": ["2024-04-26"], "due": [1]})
    assert [each.partition(":")[0] for each in faults_of(lambda: due_dates(rows, CALENDAR))] == [
        *("$.received", "$.working_days", "$.due")
    ]


def test_rows_of_polars_stay_in_their_order() -> None:
    days = [date(2024, 4, 26), date(2024, 11, 14), date(2024, 1, 2)] * 50
    lazy = pl.DataFrame({"received": days}).lazy()
    assert due_dates(lazy, CALENDAR, 3).collect()["received"].to_list() == days


def test_arrays_are_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without numpy, Arrow joins the table of the calendar."""
    monkeypatch.setattr("wardstats.interop.engines.find_spec", lambda _: None)
    rows = table((date(2024, 4, 26), 4))
    assert due_dates(rows, CALENDAR)["due"].to_pylist() == [date(2024, 5, 6)]

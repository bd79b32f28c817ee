"""Ten million dossiers: each engine against the best query by hand on the same engine.

`make performance` measures the same by the clock, with Spark, memory and growth, and writes it
into the documentation.
"""

from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from benchmarks.frame_cases import EMBEDDED, PERIOD, Coded, arrow, by_bincount, checksum, coded
from benchmarks.side_by_side import SideBySide
from wardstats.interop.frames import dossier_flows, due_dates
from wardstats.ward.calendars import WorkingCalendar

ROWS, PAIRS = 10_000_000, 7
CALENDAR = WorkingCalendar.vietnam()


@cache
def arrays() -> Coded:
    return coded(ROWS)


@pytest.fixture(scope="module", params=[*EMBEDDED])
def frame(request: pytest.FixtureRequest) -> tuple[str, Any]:
    """Give the name of an engine, and its frame of all rows."""
    return request.param, EMBEDDED[request.param].frame(arrow(arrays()))


def test_flows_against_the_query_by_hand(side_by_side: SideBySide, frame: tuple[str, Any]) -> None:
    name, given = frame
    by_hand = EMBEDDED[name].by_hand
    assert checksum(dossier_flows(given, PERIOD)) == checksum(by_hand(given))

    def ours() -> object:
        return dossier_flows(given, PERIOD)

    side_by_side.times_as_long(ours, lambda: by_hand(given), floor=1.5, aim=1.1, pairs=PAIRS)


def test_the_fastest_flows_against_one_bincount(side_by_side: SideBySide) -> None:
    table = arrow(arrays())
    assert checksum(dossier_flows(table, PERIOD)) == checksum(by_bincount(arrays()))
    side_by_side.times_as_long(
        lambda: dossier_flows(table, PERIOD),
        lambda: by_bincount(arrays()),
        floor=1.5,
        aim=1.5,
        pairs=PAIRS,
    )


@pytest.mark.parametrize("terms", ["one term", "a term each"])
def test_due_dates_against_busday_offset(side_by_side: SideBySide, terms: str) -> None:
    chance = np.random.default_rng(2026)
    received = np.datetime64("2020-01-01") + chance.integers(0, 2400, ROWS).astype("m8[D]")
    each = chance.integers(1, 31, ROWS)
    days_off = np.busdaycalendar(holidays=list(CALENDAR.days_off))
    table = pa.table({"received": received, "working_days": each})
    ours_term, theirs_term = (5, 5) if terms == "one term" else ("working_days", each)

    def theirs() -> object:
        return np.busday_offset(received, theirs_term, roll="backward", busdaycal=days_off)

    side_by_side.times_as_fast(
        lambda: due_dates(table, CALENDAR, ours_term), theirs, floor=3, aim=10, pairs=PAIRS
    )

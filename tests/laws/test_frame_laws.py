"""Laws of frames: whatever the engine, its counts are those of the objects.

`make test-spark` runs the same laws on Spark.
"""

from collections import Counter
from typing import Any

import pyarrow as pa
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frame_engines import ENGINES, ON_SPARK, Build, arrow, rows_of
from frame_tables import (
    NO_CODE,
    Drawn,
    Row,
    boundaries,
    days,
    dossier,
    dossier_tables,
    grouped,
    household,
    household_tables,
    meeting_tables,
    mixed_tables,
    neighbourhood,
    periods,
    servant,
    staff_tables,
)
from wardstats.errors import BeyondCalendar, FaultyRecord, OutOfRange
from wardstats.interop.frames import (
    FaultKind,
    FaultyRows,
    dossier_flows,
    due_dates,
    flows,
    frame_faults,
    household_counts,
    rates,
    roll_up,
    staff_counts,
    summaries,
    totals,
    turnouts,
)
from wardstats.ward import (
    DossierFlow,
    EarlyBoundary,
    HouseholdCounts,
    NeighbourhoodCounts,
    Period,
    Staff,
    WorkingCalendar,
)

few = settings(
    max_examples=4 if ON_SPARK else 15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
engines = pytest.mark.parametrize("build", ENGINES.values(), ids=[*ENGINES])

KEYS = ["table", "ward", "service_field"]
keys = st.sampled_from([KEYS, ["service_field", "table"], ["table", "ward"], ["table"]])
choices = st.sampled_from(FaultyRows)


def without_fields(flow: DossierFlow) -> DossierFlow:
    """Leave out what is counted by service field."""
    return evolve(flow, received_by_field=None, pending_by_field=None)


# ---------------------------------------------------------------- counting


@engines
@given(dossier_tables, periods, st.data(), boundaries, keys, choices)
@few
def test_frames_and_objects_count_the_same_dossiers(
    build: Build,
    drawn: Drawn,
    period: Period,
    data: st.DataObject,
    boundary: EarlyBoundary,
    by: list[str],
    faulty: FaultyRows,
) -> None:
    """Of every group of rows, a frame counts what `DossierFlow.count` counts of its dossiers."""
    as_of = data.draw(st.none() | days.filter(period.__contains__))
    frame = build(drawn.table)
    result = dossier_flows(frame, period, by, as_of=as_of, boundary=boundary, faulty=faulty)
    assert type(result) is type(frame)
    until = Period(period.start, as_of or period.end)
    expected = {
        key: DossierFlow.count(group, until, boundary)
        for key, group in grouped(drawn.rows, by, dossier).items()
    }
    if "service_field" not in by:
        expected = {key: without_fields(flow) for key, flow in expected.items()}
    assert flows(result) == expected


@engines
@given(dossier_tables, periods)
@few
def test_without_keys_all_dossiers_are_one_group(
    build: Build, drawn: Drawn, period: Period
) -> None:
    """So they are where there is no dossier at all."""
    result = dossier_flows(build(drawn.table), period, ())
    expected = DossierFlow.count(map(dossier, drawn.rows), period)
    assert flows(result) == {(): without_fields(expected)}


@engines
@given(household_tables)
@few
def test_frames_and_objects_count_the_same_households(build: Build, drawn: Drawn) -> None:
    """Where the class of one household is not known, the poor of its group are not counted."""
    on = Period.calendar_year(2024).end
    result = household_counts(build(drawn.table), on, ["table", "ward"])
    assert summaries(result, HouseholdCounts) == {
        key: HouseholdCounts.count(group, on)
        for key, group in grouped(drawn.rows, ["table", "ward"], household).items()
    }


@engines
@given(staff_tables)
@few
def test_frames_and_objects_count_the_same_staff(build: Build, drawn: Drawn) -> None:
    """What one member has not recorded is not counted for its whole group."""
    result = staff_counts(build(drawn.table), ["table", "ward"])
    assert summaries(result, Staff) == {
        key: Staff.count(group)
        for key, group in grouped(drawn.rows, ["table", "ward"], servant).items()
    }


@engines
@given(meeting_tables)
@few
def test_frames_and_objects_add_up_the_same_turnouts(build: Build, drawn: Drawn) -> None:
    """Beyond 2^32, too; and a sum with something not counted in it is not counted."""
    result = turnouts(build(drawn.table), ["table", "ward"])
    groups = grouped(drawn.rows, ["table", "ward"], neighbourhood)
    counted = summaries(result, NeighbourhoodCounts)
    assert {*counted} == {*groups}
    for key, group in groups.items():
        expected = NeighbourhoodCounts.count(group)
        for name in ("neighbourhoods", "representatives", "attended"):
            assert getattr(counted[key], name) == getattr(expected, name)


# ---------------------------------------------------------------- faults


def faults_of(row: Row) -> set[tuple[str, FaultKind]]:
    """Say what is wrong with the row of a dossier."""
    found = {(name, FaultKind.NULL_KEY) for name in ("ward", "service_field") if row[name] is None}
    for name in ("channel", "received", "due"):
        if row[name] is None:
            found.add((name, FaultKind.NULL))
    if row["channel"] == NO_CODE:
        found.add(("channel", FaultKind.UNKNOWN_CODE))
    for name in ("due", "resolved"):
        if None not in (row[name], row["received"]) and row[name] < row["received"]:
            found.add((name, FaultKind.BEFORE))
    return found


@engines
@given(mixed_tables, periods)
@few
def test_no_row_is_lost_or_counted_twice(build: Build, drawn: Drawn, period: Period) -> None:
    """A faulty row is refused, or counted apart in its group; each fault is counted."""
    frame = build(drawn.table)
    faulty = [row for row in drawn.rows if faults_of(row)]
    found = frame_faults(frame, DossierFlow, KEYS)
    counts = Counter(fault for row in drawn.rows for fault in faults_of(row))
    assert (found.rows, found.faulty) == (len(drawn.rows), len(faulty))
    assert {(each.column, each.kind): each.rows for each in found.by_fault} == counts
    apart = dossier_flows(frame, period, KEYS, faulty=FaultyRows.APART)
    groups = grouped(drawn.rows, KEYS, lambda row: row)
    sound = {
        key: [dossier(row) for row in group if not faults_of(row)] for key, group in groups.items()
    }
    assert {key: without_fields(flow) for key, flow in flows(apart).items()} == {
        key: without_fields(DossierFlow.count(group, period)) for key, group in sound.items()
    }
    assert {tuple(row[key] for key in KEYS): row["faulty"] for row in rows_of(apart)} == {
        key: len(group) - len(sound[key]) for key, group in groups.items()
    }
    if faulty:
        with pytest.raises(FaultyRecord) as caught:
            dossier_flows(frame, period, KEYS)
        assert caught.value.faults == found.faults
        assert len(found.faults) == len(counts)
    else:
        assert flows(dossier_flows(frame, period, KEYS)) == flows(apart)


# ---------------------------------------------------------------- computing

# Counts beyond 2^32; a rate has room for wholes of up to 2^63 / (2 · scale + 1).
counts = st.integers(0, 40) | st.integers(0, 2**44)
FLOW = [
    *("online", "in_person_or_postal", "brought_forward", "early", "on_time", "overdue"),
    *("pending_within_deadline", "pending_overdue"),
]
RATES = [
    *("early_rate", "on_time_rate", "overdue_rate", "timely_rate", "timely_rate_766"),
    *("within_deadline_rate", "online_rate"),
]


@st.composite
def flow_counts(draw: st.DrawFn) -> Row:
    """Draw counts of which received is resolved and pending, as of dossiers that are counted."""
    row = {name: draw(counts) for name in FLOW if name != "brought_forward"}
    out = sum(row[name] for name in FLOW[3:])
    row["online"] = min(row["online"], out)
    row["in_person_or_postal"] = min(row["in_person_or_postal"], out - row["online"])
    before = out - row["online"] - row["in_person_or_postal"]
    return {"province": draw(st.sampled_from(["01", "79"])), **row, "brought_forward": before}


def result_table(rows: list[Row], *levels: str) -> pa.Table:
    """Make the table of a result, with a ward of its own for each row."""
    numbered = [{"ward": f"w{place}", **row} for place, row in enumerate(rows)]
    texts = [(name, pa.string()) for name in ("ward", *levels)]
    names = [name for name in (rows[0] if rows else FLOW) if name not in levels]
    return arrow(numbered, pa.schema([*texts, *((name, pa.int64()) for name in names)]))


@engines
@given(st.lists(flow_counts(), max_size=30), st.integers(0, 3))
@few
def test_rates_are_rounded_half_up_from_the_exact_counts(
    build: Build, rows: list[Row], places: int
) -> None:
    """`Rate.percent` says the same digits; where nothing arose there is no rate."""
    table = result_table(rows, "province")
    computed = rates(totals(build(table)), places)
    read = {row["ward"]: row for row in rows_of(computed)}
    scale = 10**places
    assert len(read) == len(rows)
    for (ward, _), flow in flows(computed).items():
        for name in RATES:
            rate = getattr(flow, name)
            number = None if rate.whole == 0 else int(rate.percent(places) * scale)
            assert read[str(ward)][f"{name}_per_{100 * scale}"] == number
        for name in ("received_total", "newly_received", "resolved_total", "pending_total"):
            assert read[str(ward)][name] == getattr(flow, name)


LEVELS: dict[str, list[str]] = {
    "ward": ["province", "ward"],
    "province": ["province"],
    "nation": [],
}


@engines
@given(st.lists(flow_counts(), min_size=1, max_size=20))
@few
def test_levels_rolled_up_are_pools(build: Build, rows: list[Row]) -> None:
    """Every level is what `DossierFlow.pool` makes of the wards in it."""
    frame = build(result_table(rows, "province"))
    rolled = roll_up(frame, LEVELS)
    assert type(rolled) is type(frame)
    finest = flows(frame)
    expected: dict[Any, list[DossierFlow]] = {}
    for (ward, province), flow in finest.items():
        for key in (("ward", province, ward), ("province", province, None), ("nation", None, None)):
            expected.setdefault(key, []).append(flow)
    assert flows(rolled) == {key: DossierFlow.pool(pool) for key, pool in expected.items()}


@engines
@given(st.lists(st.tuples(counts, counts, st.none() | counts), min_size=1, max_size=20))
@few
def test_what_is_not_counted_stays_so_on_every_level(
    build: Build, rows: list[tuple[int, int, int | None]]
) -> None:
    """A level with a ward that did not count something has not counted it."""
    names = ("households", "poor", "near_poor")
    table = result_table([dict(zip(names, row, strict=True)) for row in rows])
    rolled = summaries(roll_up(build(table), {"ward": ["ward"], "all": []}), HouseholdCounts)
    wards = [flow for (level, _), flow in rolled.items() if level == "ward"]
    assert rolled["all", None] == HouseholdCounts.pool(wards)
    assert sorted(map(repr, wards)) == sorted(
        repr(HouseholdCounts(**dict(zip(names, row, strict=True)))) for row in rows
    )


# ---------------------------------------------------------------- due dates

CALENDAR = WorkingCalendar.vietnam()
TERMS = pa.schema([("row", pa.int64()), ("received", pa.date32()), ("working_days", pa.int64())])
terms = st.integers(-1, 40) | st.integers(0, 2**62)
known_days = st.dates(CALENDAR.known_from, CALENDAR.known_until)
any_days = known_days | st.dates() | st.just(CALENDAR.known_until) | st.just(CALENDAR.known_from)


def due_date(row: Row, term: int | None) -> Any:
    """Find the due date of a row, or None where a calendar gives none."""
    if row["received"] is None or term is None:
        return None
    try:
        return CALENDAR.due_date(row["received"], term)
    except (BeyondCalendar, OutOfRange):
        return None


@engines
@given(
    st.lists(st.tuples(st.none() | any_days, st.none() | terms), max_size=20),
    st.none() | terms,
)
@few
def test_due_dates_are_those_of_the_calendar(
    build: Build, rows: list[tuple[Any, int | None]], one_term: int | None
) -> None:
    """Row by row, whether one term is for all or each row has its own; refused or null without."""
    drawn = [
        {"row": place, "received": received, "working_days": term}
        for place, (received, term) in enumerate(rows)
    ]
    given_terms = "working_days" if one_term is None else one_term
    frame = build(arrow(drawn, TERMS))
    result = due_dates(frame, CALENDAR, given_terms, faulty=FaultyRows.APART)
    expected = {
        row["row"]: due_date(row, row["working_days"] if one_term is None else one_term)
        for row in drawn
    }
    got = {row["row"]: _day(row["due"]) for row in rows_of(result)}
    assert got == expected
    if None in expected.values():
        with pytest.raises(FaultyRecord):
            due_dates(frame, CALENDAR, given_terms)
    else:
        kept = due_dates(frame, CALENDAR, given_terms)
        assert {row["row"]: _day(row["due"]) for row in rows_of(kept)} == expected


def _day(value: Any) -> Any:
    return value.date() if hasattr(value, "date") else value

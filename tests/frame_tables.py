"""Tables that Hypothesis draws, of single things that objects count, too.

One drawing holds several tables, told apart by the key `table`, so that an engine counts them
all in one query.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import date, timedelta
from typing import Any, TypeVar

import pyarrow as pa
from attrs import frozen
from hypothesis import strategies as st

from frame_engines import ON_SPARK, arrow
from wardstats.ward import (
    Area,
    Channel,
    CivilServant,
    Dossier,
    EarlyBoundary,
    Household,
    Neighbourhood,
    NeighbourhoodKind,
    Period,
    PoliticalTheory,
    Qualification,
    QualityRating,
    StaffGroup,
)

Row = dict[str, Any]
Object = TypeVar("Object")

NEW_YEAR = date(2024, 1, 1)
WARDS, FIELDS = ["w2", "w7", "Phường 9"], ["civil-status", "land"]
NO_CODE = "fax"

days = st.integers(0, 30).map(lambda day: NEW_YEAR + timedelta(day))
periods = st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))
boundaries = st.sampled_from(EarlyBoundary)


def _schema(texts: Iterable[str], others: Iterable[str], kind: pa.DataType) -> pa.Schema:
    columns = dict.fromkeys(["table", "ward", "service_field", *texts], pa.string())
    return pa.schema(list((columns | dict.fromkeys(others, kind)).items()))


DOSSIERS = _schema(["channel"], ["received", "due", "resolved"], pa.date32())
HOUSEHOLDS = _schema(["area"], ["income_per_person", "deprivations"], pa.int64())
LEVELS = ["group", "qualification", "political_theory", "quality_rating"]
STAFF = _schema(LEVELS, ["meets_standard"], pa.bool_())
MEETINGS = _schema([], ["representatives", "attended"], pa.int64())


@frozen
class Drawn:
    """Rows of several tables, and the same in chunks as Arrow has them."""

    rows: list[Row]
    table: pa.Table


def drawn(rows: st.SearchStrategy[Row], schema: pa.Schema) -> st.SearchStrategy[Drawn]:
    """Draw several tables, empty ones and those of one row among them, in chunks."""
    fewest, most = (12, 20) if ON_SPARK else (0, 6)  # on Spark a query costs more than its rows
    return st.builds(
        lambda tables, cuts: _numbered(tables, schema, cuts),
        st.lists(st.lists(rows, max_size=8), min_size=fewest, max_size=most),
        st.lists(st.integers(0, 20), max_size=3),
    )


def _numbered(tables: list[list[Row]], schema: pa.Schema, cuts: list[int]) -> Drawn:
    rows = [{"table": f"t{place}", **row} for place, table in enumerate(tables) for row in table]
    return Drawn(rows, arrow(rows, schema, cuts))


def _keyed(**columns: st.SearchStrategy[Any]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(
        {"ward": st.sampled_from(WARDS), "service_field": st.sampled_from(FIELDS), **columns}
    )


def _codes(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([member.value for member in kind])


@st.composite
def _dossier_rows(draw: st.DrawFn) -> Row:
    received = draw(days)
    later = st.integers(0, 12).map(lambda span: received + timedelta(span))
    row = draw(_keyed(channel=_codes(Channel)))
    return {**row, "received": received, "due": draw(later), "resolved": draw(st.none() | later)}


# Rows from which no dossier could be made, most of them.
_faulty_rows = st.fixed_dictionaries(
    {
        "ward": st.none() | st.sampled_from(WARDS),
        "service_field": st.none() | st.sampled_from(FIELDS),
        "channel": st.none() | _codes(Channel) | st.just(NO_CODE),
        "received": st.none() | days,
        "due": st.none() | days,
        "resolved": st.none() | days,
    }
)

dossier_tables = drawn(_dossier_rows(), DOSSIERS)
mixed_tables = drawn(_dossier_rows() | _faulty_rows, DOSSIERS)
household_tables = drawn(
    _keyed(
        area=_codes(Area),
        income_per_person=st.none() | st.integers(1_499_999, 2_000_001),
        deprivations=st.none() | st.integers(0, 6),
    ),
    HOUSEHOLDS,
)
staff_tables = drawn(
    _keyed(
        group=_codes(StaffGroup),
        qualification=st.none() | _codes(Qualification),
        political_theory=_codes(PoliticalTheory),
        quality_rating=st.none() | _codes(QualityRating),
        meets_standard=st.none() | st.booleans(),
    ),
    STAFF,
)
meeting_tables = drawn(
    _keyed(
        representatives=st.none() | st.integers(0, 2**40),
        attended=st.integers(0, 900),
    ),
    MEETINGS,
)


# ---------------------------------------------------------------- the same rows as objects


def dossier(row: Row) -> Dossier:
    names = ("received", "due", "resolved")
    return Dossier(
        code="",
        service_field=row["service_field"],
        channel=Channel(row["channel"]),
        **{name: row[name] for name in names},
    )


def household(row: Row) -> Household:
    counts = {name: row[name] for name in ("income_per_person", "deprivations")}
    return Household(area=Area(row["area"]), **counts)


def _member(kind: Any, code: str | None) -> Any:
    return None if code is None else kind(code)


def servant(row: Row) -> CivilServant:
    return CivilServant(
        position="",
        group=StaffGroup(row["group"]),
        qualification=_member(Qualification, row["qualification"]),
        political_theory=_member(PoliticalTheory, row["political_theory"]),
        quality_rating=_member(QualityRating, row["quality_rating"]),
        meets_standard=row["meets_standard"],
    )


def neighbourhood(row: Row) -> Neighbourhood:
    return Neighbourhood(
        code="kp",
        kind=NeighbourhoodKind.TO_DAN_PHO,
        local_name="",
        representatives=row["representatives"],
        attended=row["attended"],
    )


def grouped(
    rows: Iterable[Row], keys: Iterable[str], make: Callable[[Row], Object]
) -> dict[tuple[Hashable, ...], list[Object]]:
    """Group rows by their keys, made into objects."""
    groups: dict[tuple[Hashable, ...], list[Object]] = {}
    names = [*keys]
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(make(row))
    return groups

"""Ten million dossiers, and the best queries by hand that count them, engine by engine.

The dossiers are drawn with a seed, as codes: 3,321 wards of 34 provinces, 35 service fields. The
queries by hand count the same columns as `dossier_flows`, and check nothing.
"""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
from attrs import frozen

from wardstats.ward.periods import Period

WARDS, PROVINCES, FIELDS = 3321, 34, 35
CHANNELS = ["online", "in-person", "postal"]
PERIOD = Period(date(2026, 10, 15), date(2026, 11, 14))
EPOCH = date(1970, 1, 1)
BEFORE, AFTER = 40, 10  # days before the period, and after it, on which dossiers come in
COUNTS = [
    *("online", "in_person_or_postal", "brought_forward", "early", "on_time", "overdue"),
    *("pending_within_deadline", "pending_overdue"),
]
KEYS = ["ward", "service_field"]


@frozen
class Coded:
    """Columns as numbers: codes, and days since 1970; resolved is -1 while pending."""

    ward: Any
    service_field: Any
    channel: Any
    received: Any
    due: Any
    resolved: Any


def coded(rows: int) -> Coded:
    chance = np.random.default_rng(2026)
    first = (PERIOD.start - EPOCH).days - BEFORE
    received = chance.integers(first, first + BEFORE + PERIOD.days + AFTER, rows, np.int32)
    due = received + chance.integers(1, 31, rows, np.int32)
    resolved = received + chance.integers(0, 36, rows, np.int32)
    resolved[chance.random(rows) < 0.1] = -1
    return Coded(
        chance.integers(0, WARDS, rows, np.int16),
        chance.integers(0, FIELDS, rows, np.int8),
        chance.choice(np.array([0, 0, 0, 1, 1, 2], np.int8), rows),
        received,
        due,
        resolved,
    )


def arrow(table: Coded) -> pa.Table:
    """Make a table of Arrow: keys and channels as dictionaries, days as dates."""

    def texts(codes: Any, values: list[str]) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array(codes), values)

    def days(numbers: Any) -> pa.Array:
        return pa.array(numbers, pa.int32(), mask=numbers < 0).cast(pa.date32())

    return pa.table(
        {
            "ward": texts(table.ward, [f"{code:05}" for code in range(WARDS)]),
            "service_field": texts(table.service_field, [f"f{code:02}" for code in range(FIELDS)]),
            "channel": texts(table.channel, CHANNELS),
            "received": days(table.received),
            "due": days(table.due),
            "resolved": days(table.resolved),
        }
    )


def plain(table: pa.Table) -> pa.Table:
    """Make plain text of dictionaries."""
    return table.cast(
        pa.schema(
            [
                (f.name, f.type.value_type if pa.types.is_dictionary(f.type) else f.type)
                for f in table.schema
            ]
        )
    )


# ---------------------------------------------------------------- by hand

START, END = ((day - EPOCH).days for day in (PERIOD.start, PERIOD.end))


def by_bincount(table: Coded) -> Any:
    """Count coded arrays in one bincount over all columns: the floor for what Python can do."""
    none = table.resolved < 0
    new = (table.received >= START) & (table.received <= END)
    came = np.where(new, np.where(table.channel == 0, 0, 1), 2).astype(np.int8)
    done = (table.resolved >= START) & (table.resolved <= END)
    pending = (table.received <= END) & (none | (table.resolved > END))
    out = np.full(len(none), 5, np.int8)
    out[done & (table.resolved < table.due)] = 0
    out[done & (table.resolved == table.due)] = 1
    out[done & (table.resolved > table.due)] = 2
    out[pending & (table.due >= END)] = 3
    out[pending & (table.due < END)] = 4
    group = table.ward.astype(np.int64) * FIELDS + table.service_field
    cells = np.bincount((group * 3 + came) * 6 + out, minlength=WARDS * FIELDS * 18)
    counts = cells.reshape(-1, 3, 6)[:, :, :5]
    return np.concatenate([counts.sum(axis=2), counts.sum(axis=1)], axis=1)


def by_polars(frame: Any) -> Any:
    import polars as pl

    start, end = PERIOD.start, PERIOD.end
    received, due, resolved = map(pl.col, ("received", "due", "resolved"))
    new = (received >= start) & (received <= end)
    online = pl.col("channel") == "online"
    done = (resolved >= start) & (resolved <= end)
    pending = (received <= end) & (resolved.is_null() | (resolved > end))
    old = (received < start) & (resolved.is_null() | (resolved >= start))
    marks = {
        "online": new & online,
        "in_person_or_postal": new & ~online,
        "brought_forward": old,
        "early": done & (resolved < due),
        "on_time": done & (resolved == due),
        "overdue": done & (resolved > due),
        "pending_within_deadline": pending & (due >= end),
        "pending_overdue": pending & (due < end),
    }
    query = frame.lazy().group_by(KEYS).agg(**{name: mark.sum() for name, mark in marks.items()})
    return query.collect(engine="streaming")


def by_sql(source: str) -> str:
    """Write the query of DuckDB and Spark."""
    start, end = f"DATE '{PERIOD.start}'", f"DATE '{PERIOD.end}'"
    new = f"received BETWEEN {start} AND {end}"
    done = f"resolved BETWEEN {start} AND {end}"
    pending = f"received <= {end} AND (resolved IS NULL OR resolved > {end})"
    marks = {
        "online": f"{new} AND channel = 'online'",
        "in_person_or_postal": f"{new} AND channel <> 'online'",
        "brought_forward": f"received < {start} AND (resolved IS NULL OR resolved >= {start})",
        "early": f"{done} AND resolved < due",
        "on_time": f"{done} AND resolved = due",
        "overdue": f"{done} AND resolved > due",
        "pending_within_deadline": f"{pending} AND due >= {end}",
        "pending_overdue": f"{pending} AND due < {end}",
    }
    counts = ", ".join(f"count(*) FILTER (WHERE {mark}) AS {name}" for name, mark in marks.items())
    keys = ", ".join(KEYS)
    return f"SELECT {keys}, {counts} FROM {source} GROUP BY {keys}"  # noqa: S608 - ours


def by_pandas(frame: Any) -> Any:
    """Group by pandas itself."""
    import pandas as pd

    start, end = map(pd.Timestamp, (PERIOD.start, PERIOD.end))
    received, due, resolved = frame["received"], frame["due"], frame["resolved"]
    new = (received >= start) & (received <= end)
    online = frame["channel"] == "online"
    done = (resolved >= start) & (resolved <= end)
    pending = (received <= end) & (resolved.isna() | (resolved > end))
    marks = {
        "online": new & online,
        "in_person_or_postal": new & ~online,
        "brought_forward": (received < start) & (resolved.isna() | (resolved >= start)),
        "early": done & (resolved < due),
        "on_time": done & (resolved == due),
        "overdue": done & (resolved > due),
        "pending_within_deadline": pending & (due >= end),
        "pending_overdue": pending & (due < end),
    }
    marked = pd.DataFrame(marks)
    keys = [frame[key] for key in KEYS]
    groups: Any = marked.groupby(keys, observed=True, sort=False)
    return groups.sum().reset_index()


def by_pandas_codes(frame: Any) -> Any:
    """Count pandas categories by their codes."""
    ward, field, channel = (frame[name].cat.codes.to_numpy() for name in (*KEYS, "channel"))
    days = [
        frame[name].to_numpy().astype("M8[D]").view(np.int64)
        for name in ("received", "due", "resolved")
    ]
    counts = by_bincount(Coded(ward, field, channel, *days))
    held = np.flatnonzero(counts.any(axis=1))
    return held, counts[held]

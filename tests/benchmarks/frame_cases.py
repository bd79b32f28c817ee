"""Ten million dossiers, and the best queries by hand that count them, engine by engine.

The dossiers are drawn with a seed, as codes: 3,321 wards of 34 provinces, 35 service fields. The
queries by hand count the same columns as `dossier_flows`, and check nothing.
"""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
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
KEYS, DAYS = ["ward", "service_field"], ["received", "due", "resolved"]


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
    codes = (frame[name].cat.codes.to_numpy() for name in (*KEYS, "channel"))
    days = (frame[name].to_numpy().astype("M8[D]").view(np.int64) for name in DAYS)
    return by_bincount(Coded(*codes, *days))


def by_arrow_codes(table: Any) -> Any:
    """Count dictionaries of Arrow by their codes."""
    columns = {name: table[name].combine_chunks() for name in table.column_names}
    codes = (columns[name].indices.to_numpy() for name in (*KEYS, "channel"))
    days = (columns[name].cast("int32").fill_null(-1).to_numpy() for name in DAYS)
    return by_bincount(Coded(*codes, *days))


# ---------------------------------------------------------------- engines


@frozen
class Engine:
    """The frame that an engine makes of a table and its plain copy, and the best query by hand."""

    frame: Callable[[pa.Table], Any]
    by_hand: Callable[[Any], Any]


def _stored(table: pa.Table) -> str:
    path = Path(mkdtemp(prefix="wardstats-bench-")) / "dossiers.parquet"
    pq.write_table(plain(table), path, row_group_size=500_000)
    return str(path)


def _pandas(table: pa.Table) -> Any:
    return table.to_pandas(date_as_object=False)


def _enums(table: pa.Table) -> Any:
    import polars as pl

    frame = pl.DataFrame(plain(table))
    names = (*KEYS, "channel")
    kinds: dict[Any, Any] = {name: pl.Enum(frame[name].unique().sort()) for name in names}
    return frame.cast(kinds)


def _polars(table: pa.Table) -> Any:
    import polars as pl

    return pl.DataFrame(plain(table))


def _scan(table: pa.Table) -> Any:
    import polars as pl

    return pl.scan_parquet(_stored(table))


def _duckdb(table: pa.Table) -> Any:
    import duckdb

    base = duckdb.connect()
    held = plain(table)  # noqa: F841 - DuckDB finds it by its name
    base.execute("CREATE TABLE dossiers AS FROM held")
    return base.table("dossiers")


def _duckdb_parquet(table: pa.Table) -> Any:
    import duckdb

    return duckdb.connect().read_parquet(_stored(table))


def _by_duckdb(relation: Any) -> Any:
    return relation.query("dossiers_by_hand", by_sql("dossiers_by_hand")).to_arrow_table()


def _spark(table: pa.Table) -> Any:
    session = import_module("pyspark.sql").SparkSession
    builder = session.builder.master("local[2]").config("spark.driver.memory", "4g")
    spark = builder.config("spark.ui.enabled", "false").getOrCreate()
    return spark.read.parquet(_stored(table))


def _by_spark(frame: Any) -> Any:
    frame.createOrReplaceTempView("dossiers")
    return frame.sparkSession.sql(by_sql("dossiers")).localCheckpoint()


EMBEDDED = {
    "pandas, categories": Engine(_pandas, by_pandas_codes),
    "pandas, text": Engine(lambda table: _pandas(plain(table)), by_pandas),
    "pyarrow, dictionaries": Engine(lambda table: table, by_arrow_codes),
    "polars, enums": Engine(_enums, by_polars),
    "polars, text": Engine(_polars, by_polars),
    "polars, parquet": Engine(_scan, by_polars),
    "duckdb, text": Engine(_duckdb, _by_duckdb),
    "duckdb, parquet": Engine(_duckdb_parquet, _by_duckdb),
}
ENGINES = EMBEDDED | {"spark, parquet": Engine(_spark, _by_spark)}


def with_provinces(name: str, result: Any) -> Any:
    """Join the province of each ward to a result, in the own way of its engine."""
    wards = [f"{code:05}" for code in range(WARDS)]
    provinces = [f"{code % PROVINCES:02}" for code in range(WARDS)]
    if name.startswith("pandas"):
        import pandas as pd

        held = pd.Series(pd.Categorical(provinces), index=wards)
        places = held.index.get_indexer(result["ward"].cat.categories)
        codes = held.cat.codes.to_numpy()[places][result["ward"].cat.codes]
        return result.assign(province=pd.Categorical.from_codes(codes, held.cat.categories))
    if name.startswith("polars"):
        import polars as pl

        kinds = {"ward": result["ward"].dtype, "province": pl.Enum(sorted({*provinces}))}
        table = pl.DataFrame({"ward": wards, "province": provinces}, schema=kinds)
        return result.join(table, on="ward")
    beside = pa.table({"ward": wards, "province": provinces})  # noqa: F841 - found by its name
    placed = result.query("placed", "FROM beside")
    return result.set_alias("counted").join(placed.set_alias("placed"), "ward")


def checksum(result: Any) -> list[int]:
    """Add up each count, and each count times the number of its group: equal only if all are."""
    if isinstance(result, np.ndarray):  # by codes: a row a group
        group, columns = np.arange(len(result)), dict(zip(COUNTS, result.T, strict=True))
    else:
        frame: Any = nw.from_native(result)
        held = (frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame).to_arrow()
        ward, field = (np.array(held[name].cast("string").to_pylist()) for name in KEYS)
        group = ward.astype(int) * FIELDS + np.char.lstrip(field, "f").astype(int)
        columns = {name: np.array(held[name]) for name in COUNTS}
    sums = ((columns[name].sum(), (columns[name] * group).sum()) for name in COUNTS)
    return [int(number) for pair in sums for number in pair]

"""Engines: what each kind of dataframe is asked in its own way; all else is asked of narwhals.

A Polars frame is worked on lazily and with the streaming engine, whichever way it came, and goes
back as it came. What a query has counted is settled: held as it is, so that looking at it does
not count again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from wardstats.errors import WrongKind, quoted
from wardstats.interop.extras import missing_extra

try:
    import narwhals.stable.v2 as nw
except ImportError as cause:
    raise missing_extra("frames", cause) from cause

if TYPE_CHECKING:
    from typing import TypeAlias

    Frame: TypeAlias = nw.DataFrame[Any] | nw.LazyFrame[Any]

__all__ = ["nw"]  # handed on: what is missing without it is told here

Given = TypeVar("Given")  # the caller's own kind of frame

_KINDS = "a dataframe, of pandas, Polars, pyarrow, DuckDB, Spark or another that narwhals takes"
_WITH_NULLS = {
    f"{sign}int{bits}": f"{sign.upper()}Int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)
}


def entered(native: object) -> Frame:
    """Let in a dataframe of any kind."""
    try:
        frame = _wrapped(native)
    except TypeError:
        advice = "load it into one of these"
        raise WrongKind(quoted(type(native).__name__), _KINDS, advice) from None
    return frame.lazy() if is_polars(frame) else frame


def left(frame: Frame, given: Given) -> Given:
    """Give a frame back as the kind of the one that was given."""
    lazy = isinstance(_wrapped(given), nw.LazyFrame)
    if lazy and isinstance(frame, nw.DataFrame):
        frame = frame.lazy()
    elif not lazy and isinstance(frame, nw.LazyFrame):
        frame = _streamed(frame)
    native: Given = frame.to_native()
    return native


def is_polars(frame: Frame) -> bool:
    """Say whether a frame is of Polars."""
    return frame.implementation.is_polars()


def is_pandas(frame: Frame) -> bool:
    """Say whether a frame is of pandas."""
    return frame.implementation.is_pandas()


def settled(frame: Frame) -> Frame:
    """Run a query once, and hold what it gives.

    Of engines not known here the query is kept, and runs again whenever it is looked at.
    """
    if isinstance(frame, nw.DataFrame):
        return frame
    if is_polars(frame):
        return _streamed(frame)
    native = frame.to_native()
    if frame.implementation.is_duckdb():
        return put_beside(frame, native.to_arrow_table())
    if hasattr(native, "localCheckpoint"):  # of Spark
        return _wrapped(native.localCheckpoint())
    return frame


def in_arrays(native: object) -> nw.DataFrame[Any] | None:
    """See a frame whose columns lie in memory; None for any other, or where there is no numpy."""
    frame = _wrapped(native)
    return frame if isinstance(frame, nw.DataFrame) and find_spec("numpy") else None


def small_in_arrays(frame: Frame) -> nw.DataFrame[Any] | None:
    """See a small result in memory, as of pandas or Arrow; None where its engine is as fast."""
    engine = frame.implementation
    if not (engine.is_pandas() or engine.is_pyarrow() or engine.is_duckdb()):
        return None
    return in_arrays((frame.collect() if isinstance(frame, nw.LazyFrame) else frame).to_native())


def rows_of(frame: Frame) -> list[dict[str, Any]]:
    """Read the rows of a small frame, with None for every kind of null."""
    held = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    columns = [
        [None if null else value for value, null in zip(each, each.is_null(), strict=True)]
        for each in held.iter_columns()
    ]
    return [dict(zip(held.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def with_nulls(frame: Frame, names: Iterable[str]) -> Frame:
    """Let whole numbers be null: in pandas, those of numpy would turn into floats."""
    if not is_pandas(frame):
        return frame
    native = frame.to_native()
    kinds = {name: _WITH_NULLS.get(str(native.dtypes[name])) for name in names}
    return _wrapped(native.astype({name: kind for name, kind in kinds.items() if kind}))


def counted_where(
    frame: Frame,
    keys: list[str],
    conditions: Mapping[str, nw.Expr],
    sums: Mapping[str, nw.Expr] | None = None,
    rows: str = "",
) -> Frame:
    """Count the rows of each group that fulfil each condition, in one scan.

    A condition that is null is not fulfilled. `sums` are numbers to be added up beside; the name
    of `rows` asks for all rows of a group. Without keys, all rows are one group, though there be
    none.
    """
    adding = {name: number.cast(nw.Int64) for name, number in (sums or {}).items()}
    if frame.implementation.is_duckdb():
        return _filtered(
            frame.select(*keys, **conditions, **adding), keys, conditions, adding, rows
        )
    polars = is_polars(frame)
    marks = {
        name: condition if polars else nw.when(condition).then(nw.lit(1))
        for name, condition in conditions.items()
    }
    # Polars adds up truth faster than it counts marks; others do not add it up at all.
    counts = [nw.col(name).sum() if polars else nw.col(name).count() for name in conditions]
    counts += [nw.col(name).sum() for name in adding]
    counts += [nw.len().alias(rows)] if rows else []
    return aggregated(frame.select(*keys, **marks, **adding), keys, counts)


def _filtered(
    frame: Frame, keys: list[str], conditions: Iterable[str], sums: Iterable[str], rows: str
) -> Frame:
    """Count in DuckDB by filters, which take a sixth less time than marks."""
    counts = [f"count(*) FILTER (WHERE {_named(name)}) AS {_named(name)}" for name in conditions]
    counts += [f"coalesce(sum({_named(name)}), 0)::BIGINT AS {_named(name)}" for name in sums]
    counts += [f"count(*) AS {_named(rows)}"] if rows else []
    names = [*map(_named, keys)]
    return _wrapped(frame.to_native().aggregate(", ".join(names + counts), ", ".join(names)))


def _named(column: str) -> str:
    """Name a column in SQL."""
    return '"' + column.replace('"', '""') + '"'


def day_of(frame: Frame, name: str) -> nw.Expr:
    """Give the days of a column, without the time of day."""
    column = nw.col(name)
    if is_pandas(frame):  # which has no dates but times at midnight
        return column.cast(nw.Datetime).dt.truncate("1d")
    return column if frame.collect_schema()[name] == nw.Date else column.dt.date()


def a_day_for(frame: Frame, day: date) -> nw.Expr:
    """Give a day to compare the days of a column with."""
    return nw.lit(datetime.combine(day, time()) if is_pandas(frame) else day)


def beside(frame: Frame, columns: dict[str, list[Any]]) -> Frame:
    """Make a small table where the engine of a frame can join the two."""
    return put_beside(frame, nw.from_dict(columns, backend="pyarrow").to_native())


def put_beside(frame: Frame, table: Any) -> Frame:  # noqa: ANN401 - a table of Arrow
    """Hand a table to the engine of a frame."""
    native = frame.to_native()
    if frame.implementation.is_duckdb():
        held = table  # noqa: F841 - DuckDB finds it by its name
        return _wrapped(native.query("wardstats_table", "FROM held").set_alias("wardstats"))
    if hasattr(native, "sparkSession"):
        return _wrapped(native.sparkSession.createDataFrame(table))
    return _wrapped(table)


def aggregated(frame: Frame, keys: list[str], counts: list[nw.Expr]) -> Frame:
    """Aggregate whole numbers by keys; without any, all rows."""
    result = frame.group_by(*keys).agg(*counts) if keys else frame.select(*counts)
    names = [name for name in result.collect_schema().names() if name not in keys]
    # Polars counts in 32 bits, which would wrap around unseen; DuckDB adds up in 128.
    return result.with_columns(nw.col(*names).cast(nw.Int64).fill_null(0))


def _streamed(frame: nw.LazyFrame[Any]) -> nw.DataFrame[Any]:
    return frame.collect(engine="streaming")


def _wrapped(native: Any) -> Frame:  # noqa: ANN401 - a dataframe of any kind
    frame: Frame = nw.from_native(native)
    return frame

"""The engines that frames are tested on: one table of Arrow, turned into the frame of each.

WARDSTATS_ENGINE=spark leaves Spark alone, for the same tests; it has to be there then.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import count, pairwise
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa
import pyarrow.parquet as pq

Build = Callable[[pa.Table], Any]

ON_SPARK = os.environ.get("WARDSTATS_ENGINE") == "spark"
_NAMES = count()


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="wardstats-frames-"))


def _stored(table: pa.Table) -> str:
    """Write Parquet, in row groups as small as the chunks."""
    path = _folder() / f"{next(_NAMES)}.parquet"
    longest = max((chunk.num_rows for chunk in table.to_batches()), default=1)
    pq.write_table(table, path, row_group_size=max(longest, 1))
    return str(path)


def _texts(table: pa.Table) -> list[str]:
    return [field.name for field in table.schema if pa.types.is_string(field.type)]


def pandas(table: pa.Table) -> Any:
    import pandas as pd

    kinds = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    return table.to_pandas(date_as_object=False, types_mapper=kinds.get)


def pandas_arrow(table: pa.Table) -> Any:
    import pandas as pd

    return table.to_pandas(types_mapper=pd.ArrowDtype)


def pandas_categories(table: pa.Table) -> Any:
    return pandas(table).astype(dict.fromkeys(_texts(table), "category"))


def polars(table: pa.Table) -> Any:
    import polars as pl

    return pl.DataFrame(table)


def polars_enums(table: pa.Table) -> Any:
    import polars as pl

    frame = polars(table)
    kinds = {name: pl.Enum(frame[name].drop_nulls().unique()) for name in _texts(table)}
    return frame.cast(kinds).lazy()


def polars_parquet(table: pa.Table) -> Any:
    import polars as pl

    return pl.scan_parquet(_stored(table))


def pyarrow_coded(table: pa.Table) -> Any:
    columns = [
        column.dictionary_encode() if name in _texts(table) else column
        for name, column in zip(table.column_names, table.columns, strict=True)
    ]
    return pa.table(columns, names=table.column_names)


@cache
def _duckdb() -> Any:
    import duckdb

    return duckdb.connect()


def duckdb(table: pa.Table) -> Any:
    return _duckdb().from_arrow(table)


def duckdb_parquet(table: pa.Table) -> Any:
    return _duckdb().read_parquet(_stored(table))


@cache
def _session() -> Any:
    settings = {
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    builder = (
        import_module("pyspark.sql").SparkSession.builder.master("local[2]").appName("wardstats")
    )
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def spark(table: pa.Table) -> Any:
    return _session().createDataFrame(table)


EMBEDDED: dict[str, Build] = {
    "pandas": pandas,
    "pandas of arrow": pandas_arrow,
    "pandas of categories": pandas_categories,
    "polars": polars,
    "polars of enums, lazy": polars_enums,
    "polars of parquet": polars_parquet,
    "pyarrow": lambda table: table,
    "pyarrow of codes": pyarrow_coded,
    "duckdb": duckdb,
    "duckdb of parquet": duckdb_parquet,
}
ENGINES: dict[str, Build] = {"spark": spark} if ON_SPARK else EMBEDDED
LAZY = {"polars of enums, lazy", "polars of parquet", "duckdb", "duckdb of parquet", "spark"}


def arrow(rows: list[dict[str, Any]], schema: pa.Schema, cuts: list[int] | None = None) -> pa.Table:
    """Make a table of rows, in chunks that end at some of them."""
    whole = pa.Table.from_pylist(rows, schema=schema)
    ends = sorted({0, len(rows), *(cut for cut in cuts or () if cut < len(rows))})
    chunks = [batch for start, end in pairwise(ends) for batch in whole[start:end].to_batches()]
    return pa.Table.from_batches(chunks, schema)


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Read the rows of any frame as plain Python."""
    held: Any = nw.from_native(frame)
    if isinstance(held, nw.LazyFrame):
        held = held.collect("pyarrow")
    return [dict(each) for each in _plain(held)]


def _plain(frame: nw.DataFrame[Any]) -> Iterator[dict[str, Any]]:
    table = frame.to_arrow()
    yield from table.to_pylist()

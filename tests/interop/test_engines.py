"""What engines are asked in their own way, where the engine itself is not at hand."""

from typing import Any, NoReturn

import narwhals.stable.v2 as nw
import polars as pl
import pyarrow as pa

from wardstats.interop.engines import beside, entered, put_beside, rows_of, settled


class Cluster:
    """Stands for a lazy frame of a cluster: what it is asked, it keeps."""

    implementation = nw.Implementation.PYSPARK

    def __init__(self, sort: str) -> None:
        self.sort, self.asked = sort, list[str]()

    def to_native(self) -> Any:
        return self if self.sort == "spark" else object()

    def localCheckpoint(self) -> pa.Table:  # noqa: N802 - as Spark names it
        self.asked.append("localCheckpoint")
        return pa.table({"a": [1]})

    @property
    def sparkSession(self) -> "Cluster":  # noqa: N802 - as Spark names it
        return self

    def createDataFrame(self, table: pa.Table) -> pa.Table:  # noqa: N802 - as Spark names it
        self.asked.append("createDataFrame")
        return table


def test_spark_holds_a_result_by_a_checkpoint() -> None:
    spark: Any = Cluster("spark")
    assert rows_of(settled(spark)) == [{"a": 1}]
    assert spark.asked == ["localCheckpoint"]


def test_spark_makes_small_tables_in_its_session() -> None:
    spark: Any = Cluster("spark")
    assert rows_of(beside(spark, {"a": [7]})) == [{"a": 7}]
    assert spark.asked == ["createDataFrame"]


def test_an_unknown_engine_keeps_its_query() -> None:
    other: Any = Cluster("other")
    assert settled(other) is other
    assert rows_of(put_beside(other, pa.table({"a": [2]}))) == [{"a": 2}]


def test_polars_is_worked_on_lazily() -> None:
    def never(_: pl.DataFrame) -> NoReturn:
        raise AssertionError

    entered(pl.DataFrame({"a": [1]}).lazy().map_batches(never))

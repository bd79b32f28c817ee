"""The dossiers of the whole country, and its Form II.06, from a file of Parquet.

    python examples/national.py --rows 10000000
    python examples/national.py --rows 10000000 --engine polars
    python examples/national.py --rows 10000000 --engine spark --master 'local[2]'

The dossiers are invented, and the same in every run: 3,321 wards of 34 provinces, 35 service
fields. The file is kept, so that the next run, with whichever engine, only counts. What is
printed does not depend on the engine.
"""

import argparse
import io
import sys
import tempfile
from collections.abc import Hashable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wardstats import Rate, vi
from wardstats.interop.frames import dossier_flows, due_dates, flows, roll_up
from wardstats.ward import Channel, DossierFlow, Period, WorkingCalendar

WARDS, PROVINCES, FIELDS = 3321, 34, 35
YEAR = Period.reporting_year(2025)
LEVELS: dict[str, list[str]] = {
    "ward": ["province", "ward", "service_field"],
    "province": ["province"],
    "nation": [],
}
CHUNK = 500_000  # rows in memory at a time
BAR = 40


def texts(codes: NDArray[np.int32], form: str, number: int) -> pa.Array:
    """Write codes as text, each text once."""
    names = [form.format(code) for code in range(1, number + 1)]
    return pa.DictionaryArray.from_arrays(pa.array(codes), names)


def invent(rows: int, chunk: int) -> pa.Table:
    """Invent the dossiers of one chunk; what they are depends on its number only."""
    chance = np.random.default_rng([2025, chunk])
    ward = chance.integers(0, WARDS, rows, np.int32)
    first = np.datetime64(YEAR.start - timedelta(days=30))
    received = first + chance.integers(0, YEAR.days + 30, rows).astype("m8[D]")
    terms = chance.choice([1, 3, 5, 10, 20], rows)
    table = pa.table({"received": pa.array(received), "working_days": pa.array(terms)})
    due = due_dates(table, WorkingCalendar.vietnam())["due"]
    taken = due.to_numpy() + chance.integers(-9, 2, rows).astype("m8[D]")
    pending = (chance.random(rows) < 1 / 50) | (taken > np.datetime64(YEAR.end))
    channels = [member.value for member in Channel]
    return pa.table(
        {
            "province": texts(ward % PROVINCES, "{:02}", PROVINCES),
            "ward": texts(ward, "{:05}", WARDS),
            "service_field": texts(
                chance.integers(0, FIELDS, rows, np.int32), "field-{:02}", FIELDS
            ),
            "channel": pa.DictionaryArray.from_arrays(
                pa.array(chance.choice(np.array([0, 0, 0, 1, 2], np.int32), rows)), channels
            ),
            "received": received,
            "due": due,
            "resolved": pa.array(np.maximum(taken, received), mask=pending),
        }
    )


def progress(done: int, whole: int) -> None:
    """Show how far it is, on one line."""
    part = BAR * done // whole
    end = "\n" if done == whole else ""
    line = f"\r[{'#' * part}{'.' * (BAR - part)}] {done:,} / {whole:,}"
    print(line, end=end, file=sys.stderr, flush=True)


def write(path: Path, rows: int) -> None:
    """Write the file, chunk by chunk; it is there only when it is whole."""
    unfinished = path.with_suffix(".part")
    with pq.ParquetWriter(unfinished, invent(1, 0).schema) as file:
        for chunk, start in enumerate(range(0, rows, CHUNK)):
            number = min(CHUNK, rows - start)
            file.write_table(invent(number, chunk))
            progress(start + number, rows)
    unfinished.rename(path)


def read(path: Path, engine: str, master: str) -> Any:  # noqa: ANN401 - the frame of any engine
    """Open the file: the one thing that differs from engine to engine."""
    if engine == "spark":
        from pyspark.sql import SparkSession  # pyright: ignore[reportMissingImports]

        return SparkSession.builder.master(master).getOrCreate().read.parquet(str(path))
    if engine == "polars":
        import polars as pl

        return pl.scan_parquet(path)
    import duckdb

    return duckdb.read_parquet(str(path))


def rated(rate: Rate | None) -> str:
    """Print a rate with its two counts."""
    assert rate is not None  # noqa: S101 - every count of the form is there
    return f"{vi.fraction(rate)} = {vi.percent(rate, 2, nothing_arose='không phát sinh')}"


def report(levels: dict[tuple[Hashable, ...], DossierFlow]) -> Iterator[str]:
    """Tell the flow of the country, then the provinces that were least in time."""
    flow = levels["nation", None, None, None]
    yield f"Hồ sơ thủ tục hành chính từ ngày {vi.date(YEAR.start)} đến {vi.date(YEAR.end)}"
    for name in ("received_total", "brought_forward", "online", "in_person_or_postal"):
        yield f"- {vi.term(f'dossiers.{name}')}: {vi.count(getattr(flow, name), 'hồ sơ')}"
    for name in ("resolved_total", "pending_total"):
        yield f"- {vi.term(f'dossiers.{name}')}: {vi.count(getattr(flow, name), 'hồ sơ')}"
    for name in ("early_rate", "on_time_rate", "overdue_rate", "online_rate"):
        yield f"- {vi.term(f'dossiers.{name}')}: {rated(getattr(flow, name))}"
    yield "Năm tỉnh, thành phố có tỷ lệ giải quyết trước hạn và đúng hạn thấp nhất"
    timely = {
        str(code): province.timely_rate
        for (level, code, *_), province in levels.items()
        if level == "province" and province.timely_rate and province.resolved_total
    }
    for code in sorted(timely, key=lambda code: (timely[code].value, code))[:5]:
        yield f"- {code}: {rated(timely[code])}"


def main() -> None:
    """Write the file if it is not there, count it, and print the report."""
    arguments = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--engine", choices=["duckdb", "polars", "spark"], default="duckdb")
    arguments.add_argument("--master", default="local[2]", help="of the cluster of Spark")
    arguments.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    given = arguments.parse_args()
    path = given.folder / f"dossiers-{given.rows}.parquet"
    if not path.exists():
        write(path, given.rows)
    frame = read(path, given.engine, given.master)
    rows = dossier_flows(frame, YEAR, LEVELS["ward"])
    print(*report(flows(roll_up(rows, LEVELS))), sep="\n")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # where a pipe would have another
    main()

"""The example of the whole country: whichever engine counts, the numbers are those of objects."""

import os
import subprocess
import sys
from pathlib import Path
from runpy import run_path

import pyarrow.parquet as pq
import pytest

from example_runs import EXAMPLES, after, rate
from frame_engines import ON_SPARK
from frame_tables import dossier
from wardstats.ward import DossierFlow, Period

ROWS = 3000
ENGINES = ["spark"] if ON_SPARK else ["duckdb", "polars"]


def run(folder: Path, *options: str) -> list[str]:
    script, rows = str(EXAMPLES / "national.py"), str(ROWS)
    result = subprocess.run(  # noqa: S603 - the arguments are those of the tests
        [sys.executable, script, "--rows", rows, "--folder", str(folder), *options],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    if "spark" not in options:
        assert result.stderr.decode() in ("", f"\r[{'#' * 40}] {ROWS:,} / {ROWS:,}\n")
    return result.stdout.decode("utf-8").splitlines()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_nation_is_counted_as_its_dossiers_are(engine: str, tmp_path: Path) -> None:
    """Written, counted, and counted again from the file that is kept."""
    lines = run(tmp_path, "--engine", engine)
    (file,) = tmp_path.glob("*.parquet")
    rows = pq.read_table(file).to_pylist()
    flow = DossierFlow.count(map(dossier, rows), Period.reporting_year(2025))
    assert len(rows) == ROWS
    assert after(lines, "- tổng số hồ sơ tiếp nhận") == f"{flow.received_total:,} hồ sơ".replace(
        ",", "."
    )
    for term, name in (("trước hạn", "early_rate"), ("quá hạn", "overdue_rate")):
        expected = getattr(flow, name)
        found = rate(after(lines, f"- tỷ lệ giải quyết {term}"))
        assert found == (expected.part, expected.whole)
    if not ON_SPARK:  # which takes long to start
        assert run(tmp_path, "--engine", engine) == lines


def test_the_file_is_the_same_in_every_run(tmp_path: Path) -> None:
    """Whatever its name."""
    write = run_path(str(EXAMPLES / "national.py"))["write"]
    one, other = (tmp_path / name for name in ("one.parquet", "other.parquet"))
    for file in (one, other):
        write(file, ROWS)
    assert pq.read_table(one) == pq.read_table(other)

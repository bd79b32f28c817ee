"""Measure frames by the clock, and write what was measured into the documentation.

Each case is a process of its own, in which both sides count the same rows in turn, and are
checked to count the same; a ratio is the median of the ratios of pairs. Memory is what the
process holds at most while ours counts, beyond what it held before.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter, sleep
from typing import Any

import numpy as np
import pyarrow as pa

from benchmarks import frame_cases as cases
from wardstats.interop.frames import dossier_flows, due_dates, roll_up
from wardstats.ward import Channel, Dossier, DossierFlow, WorkingCalendar

Side = Callable[[], object]

ROOT = Path(__file__).parents[2]
PAGE, PLOT = ROOT / "docs/performance.md", ROOT / "docs/performance.svg"
MARK = "<!-- measured -->"
SIZES = [100_000, 1_000_000, 10_000_000]
ROWS, PAIRS = SIZES[-1], 7
SLICE = 100_000  # as many as objects are made of
MEGABYTE = 1 << 20
SPARK = ROOT / ".venv/spark/bin/python"

Case = dict[str, Any]


# ---------------------------------------------------------------- two sides


def pairs(ours: Side, theirs: Side, number: int = PAIRS) -> Case:
    """Time both sides in turn."""
    times: dict[Side, list[float]] = {ours: [], theirs: []}
    for place in range(number + 1):
        for side in (ours, theirs) if place % 2 else (theirs, ours):
            start = perf_counter()
            side()
            times[side].append(perf_counter() - start)
    both = [*zip(times[ours], times[theirs], strict=True)][1:]  # the first is to warm up
    return {
        "ratio": median(mine / yours for mine, yours in both),
        "ours": median(mine for mine, _ in both),
        "theirs": median(yours for _, yours in both),
    }


def held() -> int:
    """Give the memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def memory(side: Side) -> int:
    """Give what is held at most while a side runs, in megabytes beyond what was before."""
    before, done, most = held(), Event(), [0]

    def watch() -> None:
        while not done.is_set():
            most[0] = max(most[0], held())
            sleep(0.002)

    watcher = Thread(target=watch)
    watcher.start()
    side()
    done.set()
    watcher.join()
    return max(0, most[0] - before) // MEGABYTE


# ---------------------------------------------------------------- cases


def engine(name: str, rows: int) -> Case:
    """Count on an engine, against the best query by hand."""
    kind = cases.ENGINES[name]
    frame = kind.frame(cases.arrow(cases.coded(rows)))

    def ours() -> object:
        return dossier_flows(frame, cases.PERIOD)

    used = memory(ours)
    if cases.checksum(ours()) != cases.checksum(kind.by_hand(frame)):
        raise AssertionError(name)
    return pairs(ours, lambda: kind.by_hand(frame)) | {"memory": used}


def floor(_: str, rows: int) -> Case:
    """Count dictionaries of Arrow, against one bincount of coded arrays."""
    arrays = cases.coded(rows)
    table = cases.arrow(arrays)
    return pairs(lambda: dossier_flows(table, cases.PERIOD), lambda: cases.by_bincount(arrays))


def groupby(_: str, rows: int) -> Case:
    """Count pandas categories, against the grouping of pandas."""
    frame = cases.ENGINES["pandas, categories"].frame(cases.arrow(cases.coded(rows)))
    return pairs(lambda: dossier_flows(frame, cases.PERIOD), lambda: cases.by_pandas(frame))


def objects(_: str, rows: int) -> Case:
    """Count a slice of Arrow, against a loop over objects that are there already."""
    table = cases.arrow(cases.coded(rows)).slice(0, SLICE)
    dossiers = [
        (row["ward"], Dossier(code="", **{name: row[name] for name in row if name != "ward"}))
        for row in table.to_pylist()
        for row in [{**row, "channel": Channel(row["channel"])}]
    ]
    wards = {id(dossier): ward for ward, dossier in dossiers}
    alone = [dossier for _, dossier in dossiers]

    def theirs() -> object:
        return DossierFlow.count_by(
            alone, cases.PERIOD, lambda each: (wards[id(each)], each.service_field)
        )

    return pairs(lambda: dossier_flows(table, cases.PERIOD), theirs)


def levels(name: str, rows: int) -> Case:
    """Count and roll up six levels, against counting the finest alone."""
    frame = cases.ENGINES[name].frame(cases.arrow(cases.coded(rows)))
    wanted = {
        "ward and field": ["province", "ward", "service_field"],
        "ward": ["province", "ward"],
        "province and field": ["province", "service_field"],
        "province": ["province"],
        "field": ["service_field"],
        "nation": [],
    }

    def finest() -> Any:
        return dossier_flows(frame, cases.PERIOD)

    def all_levels() -> object:
        return roll_up(cases.with_provinces(name, finest()), wanted)

    return pairs(all_levels, finest)


def deadlines(terms: str, rows: int) -> Case:
    """Add due dates to a table of Arrow, against numpy.busday_offset, which knows no swaps."""
    calendar, chance = WorkingCalendar.vietnam(), np.random.default_rng(2026)
    received = np.datetime64("2020-01-01") + chance.integers(0, 2400, rows).astype("m8[D]")
    each = chance.integers(1, 31, rows)
    days_off = np.busdaycalendar(holidays=list(calendar.days_off))
    table = pa.table({"received": received, "working_days": each})
    ours, theirs = ("working_days", each) if terms == "a term each" else (5, 5)
    return pairs(
        lambda: due_dates(table, calendar, ours),
        lambda: np.busday_offset(received, theirs, roll="backward", busdaycal=days_off),
    )


CASES: dict[str, Callable[[str, int], Case]] = {
    "engine": engine,
    "floor": floor,
    "groupby": groupby,
    "objects": objects,
    "levels": levels,
    "deadlines": deadlines,
}
OTHERS = [
    ("one bincount of coded arrays (the floor), by pyarrow, dictionaries", "floor", "", 1.5),
    ("grouping of pandas, by pandas, categories", "groupby", "", 0.2),
    ("a loop over 100,000 objects, by pyarrow, dictionaries", "objects", "", None),
    ("six levels against the finest, pandas, categories", "levels", "pandas, categories", 1.1),
    ("six levels against the finest, polars, enums", "levels", "polars, enums", 1.1),
    ("six levels against the finest, duckdb, text", "levels", "duckdb, text", 1.1),
    ("due dates, one term, against busday_offset", "deadlines", "one term", 0.1),
    ("due dates, a term each, against busday_offset", "deadlines", "a term each", 0.1),
]


def run(case: str, name: str, rows: int) -> Case | None:
    """Measure a case in a process of its own; None where its engine is not there."""
    spark = name.startswith("spark")
    if spark and not SPARK.exists():
        return None
    python = str(SPARK) if spark else sys.executable
    command = [python, "-m", "benchmarks.measure_frames", case, name, str(rows)]
    print(case, name, rows, file=sys.stderr, flush=True)
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT)  # noqa: S603 - ours
    measured: Case = json.loads(done.stdout.decode().splitlines()[-1])
    return measured


# ---------------------------------------------------------------- the page


def row(name: str, case: Case, goal: float | None) -> str:
    """Write a row of the table."""
    aim = "" if goal is None else f"{goal:g}"
    missed = goal is not None and case["ratio"] > goal + 0.005
    ratio = f"**{case['ratio']:.2f}**" if missed else f"{case['ratio']:.2f}"
    used = case.get("memory", "")
    return f"| {name} | {ratio} | {aim} | {case['ours']:.3f} | {case['theirs']:.3f} | {used} |"


def page(sizes: dict[str, dict[int, Case]], others: list[tuple[str, Case, float | None]]) -> str:
    """Write the tables of the page."""
    head = (
        "| ratio | goal | ours, s | theirs, s | memory, MB |\n| --- | --- | --- | --- | --- | --- |"
    )
    growth = "| engine | " + " | ".join(f"{size:,} rows, s" for size in SIZES) + " |"
    return "\n".join(
        [
            f"| {ROWS:,} rows, against the best query by hand {head}",
            *(row(name, by_size[ROWS], 1.1) for name, by_size in sizes.items()),
            "",
            f"| {ROWS:,} rows, against {head}",
            *(row(name, case, goal) for name, case, goal in others),
            "",
            growth,
            "| --- " * (len(SIZES) + 1) + "|",
            *(
                f"| {name} | " + " | ".join(f"{by_size[size]['ours']:.3f}" for size in SIZES) + " |"
                for name, by_size in sizes.items()
            ),
        ]
    )


def plot(sizes: dict[str, dict[int, Case]]) -> None:
    """Draw how time grows with rows, engine by engine."""
    import altair as alt

    values = [
        {"engine": name, "rows": size, "seconds": case["ours"]}
        for name, by_size in sizes.items()
        for size, case in by_size.items()
    ]
    data = alt.Data(values=values)  # type: ignore[no-untyped-call]
    chart = alt.Chart(data, width=560, height=340).mark_line(point=True)
    logarithmic = alt.Scale(type="log")
    chart.encode(
        x=alt.X("rows:Q", scale=logarithmic, axis=alt.Axis(values=SIZES, format="~s")),
        y=alt.Y("seconds:Q", scale=logarithmic),
        color=alt.Color("engine:N"),
    ).save(PLOT)


def main() -> None:
    """Measure one case, or all of them and write the page."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("case", choices=CASES, nargs="?")
    arguments.add_argument("name", nargs="?", default="")
    arguments.add_argument("rows", nargs="?", type=int, default=ROWS)
    given = arguments.parse_args()
    if given.case:
        print(json.dumps(CASES[given.case](given.name, given.rows)))
        return
    sizes: dict[str, dict[int, Case]] = {}
    for name in cases.ENGINES:
        measured = {size: run("engine", name, size) for size in SIZES}
        found = {size: case for size, case in measured.items() if case is not None}
        sizes |= {name: found} if found else {}
    others = [(title, run(case, name, ROWS), goal) for title, case, name, goal in OTHERS]
    told = [(title, case, goal) for title, case, goal in others if case is not None]
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    PAGE.write_text(f"{before}{MARK}\n\n{page(sizes, told)}\n", encoding="utf-8")
    plot(sizes)


if __name__ == "__main__":
    main()

"""Dataframes of any kind and size, counted as the objects are: from a notebook to a cluster.

`dossier_flows`, `household_counts`, `staff_counts` and `turnouts` count tables of single things;
`roll_up` adds up, `totals` and `rates` compute; `flows` and `summaries` read results as objects;
`due_dates` adds due dates; `frame_faults` says what is wrong with a table. All give back the kind
of frame they are given: pandas, Polars (eager or lazy), pyarrow, DuckDB, Spark, and whatever else
narwhals takes.

Needs the extra `frames`: `pip install wardstats[frames]`.
"""

from wardstats.interop.dossier_frames import dossier_flows
from wardstats.interop.due_frames import due_dates
from wardstats.interop.frame_faults import (
    FaultKind,
    FaultyRows,
    FrameFaults,
    RowFaults,
    frame_faults,
)
from wardstats.interop.frame_rates import rates, totals
from wardstats.interop.frame_results import flows, summaries
from wardstats.interop.roll_ups import roll_up
from wardstats.interop.summary_frames import household_counts, staff_counts, turnouts

__all__ = [  # noqa: RUF022 - in the order of the flow
    # count
    "dossier_flows",
    "household_counts",
    "staff_counts",
    "turnouts",
    "due_dates",
    # check
    "FaultyRows",
    "frame_faults",
    "FrameFaults",
    "RowFaults",
    "FaultKind",
    # compute
    "roll_up",
    "totals",
    "rates",
    # read
    "flows",
    "summaries",
]

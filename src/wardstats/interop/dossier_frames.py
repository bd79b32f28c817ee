"""Dossiers in tables of any size: the rows of Form II.06, counted by ward and service field.

>>> import polars as pl
>>> from datetime import date
>>> dossiers = pl.DataFrame({
...     "ward": ["ward-2"] * 3, "service_field": ["land"] * 3,
...     "channel": ["online", "postal", "online"],
...     "received": [date(2024, 11, 4), date(2024, 10, 1), date(2024, 11, 12)],
...     "due": [date(2024, 11, 8), date(2024, 10, 21), date(2024, 11, 20)],
...     "resolved": [date(2024, 11, 7), date(2024, 10, 21), None],
... })
>>> november = Period.reporting_month(2024, 11)
>>> result = dossier_flows(dossiers, november)
>>> result.select("ward", "online", "brought_forward", "early", "on_time").rows()
[('ward-2', 2, 1, 1, 1)]
>>> from wardstats.interop.frame_results import flows
>>> flows(result)["ward-2", "land"].timely_rate
Rate(2, 2)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from wardstats.errors import OutOfRange
from wardstats.interop.engines import in_arrays, left, nw
from wardstats.interop.frame_counts import counted, finished
from wardstats.interop.frame_faults import FaultyRows, checked
from wardstats.interop.frame_layouts import (
    FLOW_COUNTS,
    Codes,
    Table,
    opened,
)
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.dossiers import USUAL_BOUNDARY, Channel, EarlyBoundary
from wardstats.ward.periods import Period, a_day

if TYPE_CHECKING:
    from wardstats.interop.engines import Frame, Given

_BY = ("ward", "service_field")


def dossier_flows(  # noqa: PLR0913 - all but the first three are keywords
    frame: Given,
    period: Period,
    by: Iterable[str] = _BY,
    *,
    as_of: date | None = None,
    boundary: EarlyBoundary = USUAL_BOUNDARY,
    columns: Mapping[str, str] | None = None,
    codes: Codes | None = None,
    faulty: FaultyRows = FaultyRows.REFUSED,
) -> Given:
    """Count dossiers into the columns of Form II.06, a row for each group, in one scan.

    What is counted, and when, is that of `DossierFlow.count`.

    Args:
        frame: One row a dossier, of any kind that narwhals takes, eager or lazy: its keys, and
            the columns `channel`, `received`, `due` and `resolved`, null while pending. Of times
            without a zone the day counts.
        period: The period reported on.
        by: The columns to count by; none makes one row of all dossiers.
        as_of: The day counted at, for a period that is not over: its last day unless given.
        boundary: What counts as early.
        columns: The caller's name of each column that has another: `{"ward": "ma_xa"}`.
        codes: The caller's codes for the members of `Channel`:
            `{"channel": {"TT": Channel.ONLINE, "BC": Channel.POSTAL}}`.
        faulty: What becomes of rows from which no dossier could be made.

    Returns:
        The same kind of frame as the one given: the keys, the counts of a `DossierFlow` that are
        columns of the form, in whole numbers of 64 bits, and `faulty` if asked for. A lazy frame
        comes back lazy. To refuse faulty rows its scan has to run at once; kept apart, they are
        counted when the result is.

    Raises:
        FaultyRecord: Columns are missing or hold another type, or rows are faulty and refused.
    """
    until = period.end if as_of is None else a_day(as_of)
    if until not in period:
        raise OutOfRange(str(until), f"a day from {period.start} to {period.end}", "move as_of")
    days, early = Period(period.start, until), EarlyBoundary.given(boundary)
    table = opened(frame, DossierFlow, by, columns, codes)
    if in_arrays(table.frame.to_native()) is not None:
        from wardstats.interop.coded_flows import coded_flows

        result: Frame = coded_flows(table, days, early)
        if FaultyRows.given(faulty) is FaultyRows.REFUSED:
            result = checked(table, result)
    else:
        result = _brought_forward(counted(table, _conditions(table, days, early), faulty))
    return left(finished(table, result), frame)


def _conditions(table: Table, period: Period, boundary: EarlyBoundary) -> dict[str, nw.Expr]:
    """Say of each sound row which columns it counts in; what is brought forward is the rest."""
    received, due, resolved = (table.day(name) for name in ("received", "due", "resolved"))
    start, end = nw.lit(period.start), nw.lit(period.end)
    new = (received >= start) & (received <= end)
    done = (resolved >= start) & (resolved <= end)
    pending = (received <= end) & (resolved.is_null() | (resolved > end))
    usual = boundary is EarlyBoundary.BEFORE_DUE_DATE
    return {
        "online": new & table.coded("channel", Channel.ONLINE),
        "in_person_or_postal": new & table.coded("channel", Channel.IN_PERSON, Channel.POSTAL),
        "early": done & (resolved < due if usual else resolved <= due),
        "on_time": done & (resolved == due) & nw.lit(value=usual),
        "overdue": done & (resolved > due),
        "pending_within_deadline": pending & (due >= end),
        "pending_overdue": pending & (due < end),
    }


def _brought_forward(flows: Frame) -> Frame:
    """Compute what was brought forward: whatever is resolved or pending, and not new."""
    early, on_time, overdue, within, late = map(nw.col, FLOW_COUNTS[3:])
    new = nw.col("online") + nw.col("in_person_or_postal")
    before = early + on_time + overdue + within + late - new
    return flows.with_columns(before.alias("brought_forward"))

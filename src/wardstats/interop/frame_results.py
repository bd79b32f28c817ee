"""Results of counting, read as objects, for exact work with the few rows that are left."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from wardstats.errors import ConflictingFigures, Fault, FaultyRecord, WrongKind, quoted
from wardstats.interop.engines import entered, rows_of
from wardstats.interop.frame_layouts import (
    FAULTY,
    FLOW_COUNTS,
    STAFF_LEVELS,
    layout_of,
    level_count,
)
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.households import HouseholdCounts
from wardstats.ward.neighbourhoods import NeighbourhoodCounts
from wardstats.ward.staff import Staff
from wardstats.ward.summaries import Summary

Key = tuple[Hashable, ...]
Kind = TypeVar("Kind", bound=Summary)

# What `totals` and `rates` add to a result; a rate says in its name what it is per.
FLOW_TOTALS = ("received_total", "newly_received", "resolved_total", "pending_total")
RATE_NAME = re.compile(r".+_per_10+")


def flows(result: object) -> dict[Key, DossierFlow]:
    """Read a result of `dossier_flows` as objects, by the values of their keys.

    They are those that `DossierFlow.count` makes of the dossiers of each group: where one of the
    keys is `service_field`, with what was received and is pending in that field; else these are
    not counted. A key is always a tuple; where a level was rolled up, there is None in it.
    """
    return {key: _flow(key_names, key, row) for key_names, key, row in _read(result, DossierFlow)}


def summaries(result: object, kind: type[Kind]) -> dict[Key, Kind]:
    """Read a result of the other functions as HouseholdCounts, Staff or NeighbourhoodCounts.

    >>> import polars as pl
    >>> result = pl.DataFrame({
    ...     "ward": ["w2"], "households": [1668], "poor": [10], "near_poor": [49],
    ... })
    >>> summaries(result, HouseholdCounts)
    {('w2',): HouseholdCounts(households=1668, poor=10, near_poor=49)}
    """
    make: Any = _MADE.get(kind)
    if make is None:
        expected = "one of " + ", ".join(each.__name__ for each in _MADE)
        raise WrongKind(quoted(kind), expected, "flows(…) reads a result of dossier_flows")
    return {key: make(row) for _, key, row in _read(result, kind)}


def result_keys(names: list[str], counts: tuple[str, ...]) -> list[str]:
    """Tell the keys of a result from all that is counted, or computed from counts."""
    known = {*counts, *FLOW_TOTALS, FAULTY}
    return [name for name in names if name not in known and not RATE_NAME.fullmatch(name)]


def counts_given(names: list[str], counts: tuple[str, ...]) -> None:
    """Refuse a frame that is no result: one in which counts are missing."""
    missing = [name for name in counts if name not in names]
    if missing:
        faults = (Fault(f"$.{name}", "missing", "a column of counts") for name in missing)
        raise FaultyRecord("the result", tuple(faults))


def _read(result: object, kind: type[Any]) -> list[tuple[list[str], Key, dict[str, Any]]]:
    frame, counts = entered(result), layout_of(kind).counts
    names = frame.collect_schema().names()
    counts_given(names, counts)
    keys = result_keys(names, counts)
    rows, seen = [], set()
    for row in rows_of(frame.select(*keys, *counts)):
        key = tuple(row[name] for name in keys)
        if key in seen:
            raise ConflictingFigures(quoted(key), "one row a key", "pool rows before reading them")
        seen.add(key)
        rows.append((keys, key, row))
    return rows


def _flow(names: list[str], key: Key, row: Mapping[str, int]) -> DossierFlow:
    """Make a flow; what no column of the table records is not counted, unless of none."""
    counts: dict[str, Any] = {name: row[name] for name in FLOW_COUNTS}
    bare = DossierFlow(**counts)
    fields = dict(zip(names, key, strict=True))
    field = fields.get("service_field")
    received = pending = None
    if field is not None:
        received = ((str(field), bare.received_total),) if bare.received_total else ()
        pending = ((str(field), bare.pending_total),) if bare.pending_total else ()
    resolved = 0 if bare.resolved_total == 0 else None
    return DossierFlow(
        **counts,
        awaiting_supplement=0 if bare.pending_total == 0 else None,
        returned=resolved,
        stopped=resolved,
        received_by_field=received,
        pending_by_field=pending,
        to_digitise=bare.newly_received,
        digitised=0 if bare.newly_received == 0 else None,
        e_results=resolved,
        e_results_owed=resolved,
    )


def _staff(row: Mapping[str, Any]) -> Staff:
    def parts(level: str) -> dict[Any, int] | None:
        counts = {code: row[level_count(level, code)] for code in STAFF_LEVELS[level]}
        return None if None in counts.values() else counts

    return Staff(
        in_post=row["in_post"],
        by_group=parts("group"),
        by_qualification=parts("qualification"),
        by_political_theory=parts("political_theory"),
        by_rating=parts("quality_rating"),
        meeting_standard=row["meeting_standard"],
    )


def _households(row: Mapping[str, Any]) -> HouseholdCounts:
    return HouseholdCounts(**{name: row[name] for name in layout_of(HouseholdCounts).counts})


def _neighbourhoods(row: Mapping[str, Any]) -> NeighbourhoodCounts:
    counts = layout_of(NeighbourhoodCounts).counts
    return NeighbourhoodCounts(**{name: row[name] for name in counts})


_MADE = {HouseholdCounts: _households, Staff: _staff, NeighbourhoodCounts: _neighbourhoods}

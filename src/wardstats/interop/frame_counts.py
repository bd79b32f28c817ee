"""Counting the rows of a table by its keys, in one scan: what all tables have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from wardstats.interop.engines import counted_where, nw, with_nulls
from wardstats.interop.frame_faults import FaultyRows, checked, sound
from wardstats.interop.frame_layouts import FAULTY, ROWS, SOUND

if TYPE_CHECKING:
    from wardstats.interop.engines import Frame
    from wardstats.interop.frame_layouts import Table


def counted(
    table: Table,
    conditions: Mapping[str, nw.Expr],
    faulty: FaultyRows,
    sums: Mapping[str, nw.Expr] | None = None,
    *,
    sized: bool = False,
) -> Frame:
    """Count the sound rows of each group that fulfil each condition; all, under `SOUND`, if sized.

    Faulty rows are refused, or counted under `FAULTY`.
    """
    apart = FaultyRows.given(faulty) is FaultyRows.APART
    is_sound = sound(table, keyed=apart)
    if apart:
        conditions = {name: is_sound & each for name, each in conditions.items()}
        sums = {name: nw.when(is_sound).then(each) for name, each in (sums or {}).items()}
    conditions = {**conditions, FAULTY: ~is_sound.fill_null(value=False)}
    result = counted_where(table.frame, table.keys, conditions, sums, ROWS if sized else "")
    if sized:
        result = result.with_columns((nw.col(ROWS) - nw.col(FAULTY)).alias(SOUND))
    return result if apart else checked(table, result)


def finished(table: Table, counted: Frame) -> Frame:
    """Keep keys and counts, in the order of the layout."""
    apart = [FAULTY] if FAULTY in counted.collect_schema() else []
    return counted.select(*table.keys, *table.layout.counts, *apart)


def known(counted: Frame, names: Mapping[str, Iterable[str]]) -> Frame:
    """Leave counts null where a row has not recorded what is counted.

    `names` has, for each column of rows with something recorded, the counts that rest on it.
    """
    held = with_nulls(counted, [name for resting in names.values() for name in resting])
    return held.with_columns(
        nw.when(nw.col(recorded) == nw.col(SOUND)).then(nw.col(name)).alias(name)
        for recorded, resting in names.items()
        for name in resting
    )

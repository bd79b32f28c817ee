r"""Faulty rows of a table: counted by what is wrong with them, refused, or kept apart; never lost.

A row is faulty where an object could not have been made of it: its key, its code or a day that
it needs is null, its code is none of the list, a number is negative, or days are out of order.

    >>> import polars as pl
    >>> from datetime import date
    >>> from wardstats.ward.dossier_flows import DossierFlow
    >>> dossiers = pl.DataFrame({
    ...     "ward": ["w2", "w2"], "service_field": ["land", "land"], "channel": ["online", "fax"],
    ...     "received": [date(2024, 5, 6), date(2024, 5, 7)],
    ...     "due": [date(2024, 5, 3), date(2024, 5, 9)], "resolved": [None, date(2024, 5, 9)],
    ... })
    >>> found = frame_faults(dossiers, DossierFlow)
    >>> found.rows, found.faulty
    (2, 2)
    >>> print(*found.faults, sep="\n")
    $.channel: 1 row with an unknown code: expected 'online', 'in-person', 'postal'
    $.due: 1 row before received: expected a day on or after it; check the two dates
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from attrs import frozen

from wardstats.errors import Fault, FaultyRecord
from wardstats.figures.typed import Code, Typed
from wardstats.interop.engines import counted_where, nw, rows_of, settled
from wardstats.interop.frame_layouts import FAULTY, ROWS, Codes, Holds, Table, opened

if TYPE_CHECKING:
    from wardstats.interop.engines import Frame


class FaultyRows(Code):
    """What becomes of faulty rows.

    REFUSED: none is counted, and all are told in a `FaultyRecord`. APART: they are counted in
    a column of their own, `faulty`, beside the sound ones of their group.
    """

    REFUSED = "refused"
    APART = "apart"


class FaultKind(Code):
    """What may be wrong with a row."""

    NULL_KEY = "null key"
    NULL = "null"
    UNKNOWN_CODE = "unknown code"
    NEGATIVE = "negative"
    BEFORE = "before another day"


@frozen(repr=False)
class RowFaults(Typed):
    """How many rows have one fault in one column."""

    column: str
    kind: FaultKind
    rows: int


@frozen(repr=False)
class FrameFaults(Typed):
    """The faulty rows of a table: how many of its rows, and how many with which fault.

    A row with two faults is counted under both, and once in `faulty`.
    """

    rows: int
    faulty: int
    by_fault: tuple[RowFaults, ...]
    faults: tuple[Fault, ...]


def frame_faults(
    frame: object,
    of: type[Any],
    by: Iterable[str] = ("ward", "service_field"),
    *,
    columns: Mapping[str, str] | None = None,
    codes: Codes | None = None,
) -> FrameFaults:
    """Count the faulty rows of a table, in one scan.

    `of` is what the table is counted into: DossierFlow, HouseholdCounts, Staff or
    NeighbourhoodCounts; the other arguments are those of the function that counts it. Raises
    `FaultyRecord` where columns are missing or hold another type.
    """
    return _found(opened(frame, of, by, columns, codes))


def sound(table: Table, *, keyed: bool) -> nw.Expr:
    """Say of each row whether it is sound; null where it is not.

    Whether its keys are null can be told from the groups that are counted, unless asked for.
    """
    layout = table.layout
    implied = {*layout.codes, *layout.not_before, *layout.not_before.values()}
    conditions = [~nw.col(key).is_null() for key in table.keys if keyed]
    conditions += [~nw.col(name).is_null() for name in layout.needed - implied]
    for name in layout.columns:
        conditions += [
            condition if name in layout.needed else nw.col(name).is_null() | condition
            for condition in _conditions(table, name)
        ]
    return reduce(and_, conditions)


def checked(table: Table, counted: Frame) -> Frame:
    """Settle what was counted, and refuse it where rows are faulty."""
    result = settled(counted)
    conditions = {key: nw.col(key).is_null() for key in table.keys}
    (row,) = rows_of(counted_where(result, [], conditions | {FAULTY: nw.col(FAULTY) > 0}))
    if any(row.values()):
        raise FaultyRecord(f"the table of {table.layout.noun}", _found(table).faults)
    return result.drop(FAULTY)


def _conditions(table: Table, name: str) -> Iterator[nw.Expr]:
    """Give what must hold of a column where it is not null."""
    layout = table.layout
    if name in layout.codes:
        yield table.coded(name)
    if name in layout.not_before:
        yield table.day(name) >= table.day(layout.not_before[name])
    if layout.columns[name] in (Holds.COUNT, Holds.MONEY):
        yield nw.col(name) >= 0


def _kinds(table: Table) -> Iterator[tuple[str, FaultKind, nw.Expr]]:
    layout = table.layout
    for key in table.keys:
        yield key, FaultKind.NULL_KEY, nw.col(key).is_null()
    for name, holds in layout.columns.items():
        null = nw.col(name).is_null()
        if name in layout.needed:
            yield name, FaultKind.NULL, null
        if name in layout.codes:
            yield name, FaultKind.UNKNOWN_CODE, ~null & ~table.coded(name)
        if holds in (Holds.COUNT, Holds.MONEY):
            yield name, FaultKind.NEGATIVE, nw.col(name) < 0
        if name in layout.not_before:
            earlier = table.day(layout.not_before[name])
            yield name, FaultKind.BEFORE, table.day(name) < earlier


def _found(table: Table) -> FrameFaults:
    kinds = [*_kinds(table)]
    conditions = {f"fault {place}": condition for place, (_, _, condition) in enumerate(kinds)}
    conditions[FAULTY] = ~sound(table, keyed=True).fill_null(value=False)
    (row,) = rows_of(counted_where(table.frame, [], conditions, rows=ROWS))
    by_fault = tuple(
        RowFaults(column, kind, row[f"fault {place}"])
        for place, (column, kind, _) in enumerate(kinds)
        if row[f"fault {place}"]
    )
    faults = tuple(_told(table, each) for each in by_fault)
    return FrameFaults(row[ROWS], row[FAULTY], by_fault, faults)


def _told(table: Table, fault: RowFaults) -> Fault:
    rows = f"{fault.rows} row{'s' * (fault.rows != 1)}"
    known = ", ".join(map(repr, table.codes.get(fault.column, ())))
    earlier = table.layout.not_before.get(fault.column)
    given, expected, *advice = {
        FaultKind.NULL_KEY: ("with null", "a key in every row", "name what is not known"),
        FaultKind.NULL: ("with null", "a value in every row"),
        FaultKind.UNKNOWN_CODE: ("with an unknown code", known),
        FaultKind.NEGATIVE: ("below 0", "0 or more"),
        FaultKind.BEFORE: (f"before {earlier}", "a day on or after it", "check the two dates"),
    }[fault.kind]
    return Fault(f"$.{fault.column}", f"{rows} {given}", expected, *advice)

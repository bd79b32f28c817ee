"""Levels rolled up from one result: wards, provinces, the nation, with and without service field.

Counts add up, so every level follows from the finest that was counted; the table of dossiers is
not looked at again. Rates do not add up: they are computed after rolling up.

    >>> import polars as pl
    >>> result = pl.DataFrame({
    ...     "province": ["79", "79", "01"], "ward": ["w2", "w7", "w9"], "poor": [10, 4, 7],
    ...     "near_poor": [49, 8, 3], "households": [1668, 950, 1204],
    ... })
    >>> levels = {"province": ["province"], "nation": []}
    >>> rolled = roll_up(result.drop("ward"), levels)
    >>> sorted(rolled.select("level", "province", "poor").rows(), key=str)
    [('nation', None, 21), ('province', '01', 7), ('province', '79', 14)]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from wardstats.errors import (
    ConflictingFigures,
    Fault,
    FaultyRecord,
    OutOfRange,
    UnknownKey,
    WrongKind,
    quoted,
)
from wardstats.interop.engines import (
    aggregated,
    counted_where,
    entered,
    left,
    nw,
    put_beside,
    rows_of,
    settled,
    small_in_arrays,
    with_nulls,
)
from wardstats.interop.frame_layouts import FAULTY, LAYOUTS, ROWS
from wardstats.interop.frame_results import FLOW_TOTALS

if TYPE_CHECKING:
    from wardstats.interop.engines import Frame, Given

LEVEL = "level"
_COUNTS = {*FLOW_TOTALS, FAULTY, *(name for each in LAYOUTS.values() for name in each.counts)}


def roll_up(result: Given, levels: Mapping[str, Iterable[str]]) -> Given:
    """Add a result up to every level, by adding what is finer.

    Args:
        result: What `dossier_flows` or another function of counting gave, with the keys of all
            levels: counted by them, or joined to it, as the province of each ward.
        levels: The name of each level, and its keys: `{"ward": ["province", "ward"],
            "province": ["province"], "nation": []}`. A level may be the finest itself.

    Returns:
        The rows of all levels in one frame, of the same kind: `level`, the keys, and the counts.
        A key is null on a level that does not have it. A count that is null in a row stays null
        wherever that row adds to it.

    Raises:
        FaultyRecord: A column is neither a count nor a key of a level, as a rate, or a key is
            null.
        UnknownKey: A level has a key that the result does not have.
        OutOfRange: There is no level.
    """
    wanted = {name: _level_keys(name, keys) for name, keys in levels.items()}
    if not wanted:
        raise OutOfRange("no level", "one level or more", "as {'nation': []}")
    keys = [*dict.fromkeys(key for level in wanted.values() for key in level)]
    frame = entered(result)
    counts = _counts(frame.collect_schema().names(), keys)
    held = settled(frame.select(*keys, *counts))
    arrays = small_in_arrays(held)
    with_null = _null_counts(held if arrays is None else arrays, keys, counts)
    if arrays is None or with_null:
        rows = _levels(held, wanted, keys, with_null)
    else:
        from wardstats.interop.coded_levels import coded_levels

        rows = coded_levels(arrays, wanted, keys, LEVEL)
        rows = put_beside(held, rows.to_native()) if held.implementation.is_duckdb() else rows
    return left(rows, result)


def _levels(
    held: Frame, levels: Mapping[str, tuple[str, ...]], keys: list[str], with_null: set[str]
) -> Frame:
    finest = with_nulls(held, keys)
    counts = [name for name in held.collect_schema().names() if name not in keys]
    found: dict[tuple[str, ...], Frame] = {}
    for level in sorted(levels.values(), key=len, reverse=True):
        finer = [each for each in found if {*level} <= {*each}]
        source = found[min(finer, key=len)] if finer else finest
        found[level] = _added_up(source, level, keys, counts, with_null)
    rows: list[Any] = [
        found[level].select(nw.lit(name).alias(LEVEL), *keys, *counts)
        for name, level in levels.items()
    ]
    together: Frame = nw.concat(rows)
    return together


def _level_keys(name: str, keys: Iterable[str]) -> tuple[str, ...]:
    if isinstance(keys, str):
        raise WrongKind(f"the keys {quoted(keys)} of level {quoted(name)}", "a list of keys")
    return tuple(dict.fromkeys(keys))


def _counts(names: list[str], keys: list[str]) -> list[str]:
    """Give the columns to add up, and refuse to lose any other."""
    for key in keys:
        if key not in names:
            columns = ", ".join(names)
            raise UnknownKey(quoted(key), f"a column of {columns}", "join it to the result first")
        if key == LEVEL or key in _COUNTS:
            raise ConflictingFigures(quoted(key), "a key, which is no column of counts or levels")
    faults = [
        Fault(
            f"$.{name}",
            "neither a count nor a key of a level",
            "columns that add up",
            "leave it out first; compute rates after rolling up",
        )
        for name in names
        if name not in keys and name not in _COUNTS
    ]
    if faults:
        raise FaultyRecord("the result", tuple(faults))
    return [name for name in names if name in _COUNTS]


def _null_counts(held: Frame, keys: list[str], counts: list[str]) -> set[str]:
    """Give the counts that are null somewhere, and refuse keys that are."""
    names = [*keys, *counts]
    if isinstance(held, nw.DataFrame):
        row = {name: held[name].null_count() for name in names}
    else:
        (row,) = rows_of(counted_where(held, [], {name: nw.col(name).is_null() for name in names}))
    advice = "name what is not known: null stands for all"
    faults = [
        Fault(f"$.{key}", f"null in {row[key]} rows", "a key in every row", advice)
        for key in keys
        if row[key]
    ]
    if faults:
        raise FaultyRecord("the result", tuple(faults))
    return {name for name in counts if row[name]}


def _added_up(
    source: Frame, level: tuple[str, ...], keys: list[str], counts: list[str], with_null: set[str]
) -> Frame:
    """Add up what is finer than a level, whose other keys become null, of their own type."""
    nulled = source.with_columns(
        nw.when(nw.col(key).is_null()).then(nw.col(key)).alias(key)
        for key in keys
        if key not in level
    )
    adding = [nw.col(name).sum() for name in counts]
    adding += [nw.col(name).count().alias(_known(name)) for name in with_null]
    result = aggregated(nulled, keys, [nw.len().alias(ROWS), *adding])
    return result.with_columns(
        nw.when(nw.col(_known(name)) == nw.col(ROWS)).then(nw.col(name)).alias(name)
        for name in with_null
    )


def _known(name: str) -> str:
    return f"{ROWS}_{name}"

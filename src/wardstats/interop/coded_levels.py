"""Levels rolled up in arrays: rows are sorted by the group they add to, and each run added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from wardstats.interop.coded_columns import Codes, codes_of, frame_of, groups_of
from wardstats.interop.engines import nw

if TYPE_CHECKING:
    from wardstats.interop.coded_columns import Array


@frozen
class Level:
    """The rows of a level: the code of each key, -1 for one that it does not have, and counts."""

    codes: Mapping[str, Array]
    counts: Array

    def up_to(self, level: Iterable[str], keys: Mapping[str, Codes]) -> Level:
        """Add up what is finer than a level."""
        held = {key: Codes(self.codes[key], keys[key].size, keys[key].values) for key in level}
        rows = len(self.counts)
        groups = groups_of([*held.values()], rows)
        group = np.broadcast_to(groups.numbers(slice(None)), rows)
        order = np.argsort(group, kind="stable")
        group = group[order]
        starts = np.flatnonzero(np.diff(group, prepend=-1))
        codes = dict(zip(held, groups.codes(group[starts]), strict=True))
        counts = np.add.reduceat(self.counts[order], starts, axis=0) if rows else self.counts
        nowhere = np.full(len(starts), -1)
        return Level({key: codes.get(key, nowhere) for key in keys}, counts)


def coded_levels(
    frame: nw.DataFrame[Any], levels: Mapping[str, tuple[str, ...]], keys: list[str], name: str
) -> nw.DataFrame[Any]:
    """Add a result without nulls up to every level; `name` is the column of their names."""
    counts = [column for column in frame.columns if column not in keys]
    held = {key: codes_of(frame[key]) for key in keys}
    arrays = [frame[column].cast(nw.Int64).to_numpy() for column in counts]
    finest = Level({key: each.codes for key, each in held.items()}, np.column_stack(arrays))
    found: dict[tuple[str, ...], Level] = {}
    for level in sorted(levels.values(), key=len, reverse=True):
        finer = [each for each in found if {*level} <= {*each}]
        source = found[min(finer, key=len)] if finer else finest
        found[level] = source.up_to(level, held)
    rows = [found[level] for level in levels.values()]
    backend = frame.implementation
    names = codes_of(nw.new_series(name, [*levels], nw.String, backend=backend))
    places = np.repeat(np.arange(len(rows)), [len(each.counts) for each in rows])
    columns = {name: names.values(places)}
    for key, each in held.items():
        columns[key] = each.values(np.concatenate([level.codes[key] for level in rows]))
    both = np.concatenate([level.counts for level in rows])
    for place, column in enumerate(counts):
        numbers = np.ascontiguousarray(both[:, place])
        columns[column] = nw.new_series(column, numbers, nw.Int64, backend=backend)
    return frame_of(columns)

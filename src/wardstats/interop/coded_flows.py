"""Dossiers counted from columns that lie in memory: keys become codes, days become numbers.

One number says of each row which group it is of and what became of it; counting these numbers
is one pass of `numpy.bincount`. So pandas and pyarrow count several times as fast as by their
own grouping. The rows are coded block by block, so that what is computed on the way stays in
the cache of the processor.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from wardstats.interop.coded_columns import codes_of, days_of, frame_of, groups_of
from wardstats.interop.engines import nw
from wardstats.interop.frame_layouts import FAULTY, Table
from wardstats.ward.dossiers import Channel, EarlyBoundary
from wardstats.ward.periods import Period

if TYPE_CHECKING:
    from wardstats.interop.coded_columns import Array

_BLOCK = 1 << 15
_EPOCH = date(1970, 1, 1).toordinal()

# The state of a row: how it came in, in threes of what became of it; or that it is faulty.
_CAME_IN = ("before", "online", "in_person_or_postal")
_BECAME = ("nothing", "early", "on_time", "overdue", "pending_within_deadline", "pending_overdue")
_FAULTY = len(_CAME_IN) * len(_BECAME)
_STATES = _FAULTY + 1


def coded_flows(table: Table, period: Period, boundary: EarlyBoundary) -> nw.DataFrame[Any]:
    """Count the flow of each group, with its faulty rows."""
    frame: nw.DataFrame[Any] = table.frame  # type: ignore[assignment]
    keys = [codes_of(frame[key]) for key in table.keys]
    groups = groups_of(keys, len(frame))
    states = _states(table, frame, period, boundary)
    cells = np.empty(len(frame), np.intp)
    for start in range(0, len(frame), _BLOCK):
        rows = slice(start, start + _BLOCK)
        cells[rows] = groups.numbers(rows) * _STATES + states(rows)
    counts = np.bincount(cells, minlength=groups.size * _STATES).reshape(-1, _STATES)
    held = np.flatnonzero(counts.any(axis=1)) if keys else np.zeros(1, np.intp)
    codes, counts = groups.codes(held), counts[held]
    for of_key in codes:  # rows of a null key are faulty, whatever their state
        lost = of_key < 0
        counts[lost] = np.eye(1, _STATES, _FAULTY, int) * counts[lost].sum(axis=1, keepdims=True)
    columns = {
        name: key.values(some) for name, key, some in zip(table.keys, keys, codes, strict=True)
    }
    backend = frame.implementation
    for name, numbers in _by_name(counts).items():
        columns[name] = nw.new_series(name, numbers, nw.Int64, backend=backend)
    return frame_of(columns)


def _by_name(counts: Array) -> dict[str, Array]:
    """Add up the states of each group into the columns of a flow."""
    by_state = counts[:, :_FAULTY].reshape(-1, len(_CAME_IN), len(_BECAME))
    came, became = by_state.sum(axis=2), by_state.sum(axis=1)
    columns: dict[str, Array] = dict(zip(_CAME_IN[1:], came.T[1:], strict=True))
    columns |= dict(zip(_BECAME[1:], became.T[1:], strict=True))
    columns["brought_forward"] = by_state[:, 0, 1:].sum(axis=1)
    return columns | {FAULTY: counts[:, _FAULTY]}


def _states(
    table: Table, frame: nw.DataFrame[Any], period: Period, boundary: EarlyBoundary
) -> Callable[[slice], Array]:
    """Tell the state of the rows of a block."""
    start, end = (day.toordinal() - _EPOCH for day in (period.start, period.end))
    channels, kinds = _channels(table, frame)
    received, due, resolved = (days_of(frame[name]) for name in ("received", "due", "resolved"))
    usual = boundary is EarlyBoundary.BEFORE_DUE_DATE

    def states(rows: slice) -> Array:
        came, no_came = received.block(rows)
        promised, _ = due.block(rows)  # null is before every day
        done, not_done = resolved.block(rows)
        channel = kinds[channels[rows]]
        sound = (channel > 0) & (came <= promised) & (not_done | (came <= done)) & ~no_came
        received_by_end = came <= end
        late = (done > promised).view(np.int8)  # as a number: True + True is True
        how_late = late + (done >= promised) if usual else 2 * late
        resolved_now = (done >= start) & (done <= end) & ~not_done
        pending = received_by_end & (not_done | (done > end))
        state = resolved_now * (1 + how_late)
        state += pending * (4 + (promised < end).view(np.int8))
        state += len(_BECAME) * channel * (received_by_end & (came >= start))
        state[~sound] = _FAULTY
        return state

    return states


def _channels(table: Table, frame: nw.DataFrame[Any]) -> tuple[Array, Array]:
    """Give the codes of the channels, and which of `_CAME_IN` each is; 0 for an unknown one."""
    given, known = codes_of(frame["channel"]), table.codes["channel"]
    values = given.values(np.arange(given.size)).to_list()
    kinds = [0 if each not in known else 2 - (known[each] is Channel.ONLINE) for each in values]
    return given.codes, np.array([*kinds, 0], np.int8)  # null has the code -1, the last

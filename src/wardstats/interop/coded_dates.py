"""Due dates looked up in arrays, the table of a calendar: one look for each row, or two."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from wardstats.interop.coded_columns import days_of
from wardstats.interop.engines import nw
from wardstats.ward.calendars import WorkingCalendar

if TYPE_CHECKING:
    from wardstats.interop.coded_columns import Array

_BLOCK = 1 << 16
_EPOCH = date(1970, 1, 1).toordinal()
_NO_DAY = np.iinfo(np.int64).min  # as numpy has it
_NOWHERE = -(1 << 40)


def due_column(
    calendar: WorkingCalendar, received: nw.Series[Any], terms: int | nw.Series[Any]
) -> tuple[nw.Series[Any], bool]:
    """Give the due dates of a column of days received, and whether any is null for want of one."""
    days, table = days_of(received), calendar.table
    # Both tables have one place more at each end, where whatever is outside is looked up.
    passed = np.array([_NOWHERE, *table.passed[1:], _NOWHERE])
    ordinals = np.array([_NO_DAY, *((np.array(table.ordinals) - _EPOCH) * days.per_day), _NO_DAY])
    each = None if isinstance(terms, int) else _numbers(terms)
    if isinstance(terms, int):  # one look: the table of each day's due date
        numbers = passed + min(terms, len(ordinals)) if terms > 0 else np.zeros_like(passed)
        ordinals = ordinals.take(numbers, mode="clip")
    found = np.empty(len(received), np.int64)
    for start in range(0, len(found), _BLOCK):
        rows = slice(start, start + _BLOCK)
        places = days.block(rows)[0] + (_EPOCH - table.day_zero)
        if each is not None:
            term = each[rows]
            places = np.where(term > 0, passed.take(places, mode="clip") + term, 0)
        ordinals.take(places, mode="clip", out=found[rows])
    return _as_given(found, received), bool((found == _NO_DAY).any())


def _numbers(terms: nw.Series[Any]) -> Array:
    """Give terms as numbers, with 0, which is none, for null."""
    return terms.cast(nw.Int64).fill_null(0).to_numpy()


def _as_given(numbers: Array, received: nw.Series[Any]) -> nw.Series[Any]:
    """Turn numbers into the type that the days received have."""
    dtype = received.dtype
    unit = dtype.time_unit if isinstance(dtype, nw.Datetime) else "D"
    dates = numbers.view(f"M8[{unit}]")
    given = received.implementation
    if given.is_pandas():
        column = nw.new_series("", dates if unit != "D" else dates.astype("M8[s]"), backend=given)
        return nw.from_native(
            column.to_native().astype(received.to_native().dtype), series_only=True
        )
    return nw.new_series("", dates, dtype, backend=given)

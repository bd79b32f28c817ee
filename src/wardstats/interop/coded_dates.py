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

_BLOCK = 1 << 15
_EPOCH = date(1970, 1, 1).toordinal()
_NOWHERE = -(1 << 40)


def due_column(
    calendar: WorkingCalendar, received: nw.Series[Any], terms: int | nw.Series[Any]
) -> tuple[nw.Series[Any], bool]:
    """Give the due dates of a column of days received, and whether any is null for want of one."""
    days, table = days_of(received), calendar.table
    width = np.int32 if days.per_day == 1 else np.int64
    no_day = np.iinfo(width).min
    # Both tables have one place more at each end, where whatever is outside is looked up.
    passed = np.array([_NOWHERE, *table.passed[1:], _NOWHERE])
    numbers = (np.array(table.ordinals) - _EPOCH) * days.per_day
    dates = np.array([no_day, *numbers, no_day], width)
    each = None if isinstance(terms, int) else _numbers(terms)
    if isinstance(terms, int):  # one look: the table of each day's due date
        places = passed + min(terms, len(dates)) if terms > 0 else np.zeros_like(passed)
        dates = dates.take(places, mode="clip")
    found, lacking = np.empty(len(received), width), False
    for start in range(0, len(found), _BLOCK):
        rows = slice(start, start + _BLOCK)
        places = np.add(days.block(rows)[0], _EPOCH - table.day_zero, dtype=np.intp)
        if each is not None:
            term = each[rows]
            places = np.where(term > 0, passed.take(places, mode="clip") + term, 0)
        block = dates.take(places, mode="clip", out=found[rows])
        lacking |= bool((block == no_day).any())
    return _as_given(found, received, lacking=lacking), lacking


def _numbers(terms: nw.Series[Any]) -> Array:
    """Give terms as numbers, with 0, which is none, for null."""
    return terms.cast(nw.Int64).fill_null(0).to_numpy()


def _as_given(numbers: Array, received: nw.Series[Any], *, lacking: bool) -> nw.Series[Any]:
    """Turn numbers into the type that the days received have."""
    dtype, engine = received.dtype, received.implementation
    if dtype == nw.Date and not engine.is_pandas() and not lacking:  # nothing to be copied
        return nw.new_series("", numbers, nw.Int32, backend=engine).cast(nw.Date)
    if numbers.dtype == np.int32:  # of which numpy makes no dates
        no_day = numbers == np.iinfo(np.int32).min
        numbers = np.where(no_day, np.iinfo(np.int64).min, numbers.astype(np.int64))
    unit = dtype.time_unit if isinstance(dtype, nw.Datetime) else "D"
    dates = numbers.view(f"M8[{unit}]")
    if not engine.is_pandas():
        return nw.new_series("", dates, dtype, backend=engine)
    column: Any = nw.new_series("", dates.astype("M8[s]") if unit == "D" else dates, backend=engine)
    as_given = column.to_native().astype(received.to_native().dtype)
    return nw.from_native(as_given, series_only=True)

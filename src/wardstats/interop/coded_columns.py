"""Columns that lie in memory, as arrays of numpy: keys as codes, days as numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from wardstats.interop.engines import nw

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

# A table of groups may have this many cells, or some for each row, before it is made denser.
_CELLS, _CELLS_A_ROW = 1 << 22, 4

_SECONDS = 86_400
_PER_DAY = {"s": _SECONDS, "ms": _SECONDS * 10**3, "us": _SECONDS * 10**6, "ns": _SECONDS * 10**9}
_NULL_TIME, _NULL_DATE = np.iinfo(np.int64).min, np.iinfo(np.int32).min


@frozen
class Codes:
    """The codes of a column, -1 for null; `size` of them, and the values of some codes."""

    codes: Array
    size: int
    values: Callable[[Array], nw.Series[Any]]


def codes_of(column: nw.Series[Any]) -> Codes:
    """Number the distinct values of a column of pandas or pyarrow."""
    native = column.to_native()
    if column.implementation.is_pyarrow():
        return _arrow_codes(native)
    if column.dtype in (nw.Categorical, nw.Enum):
        codes, distinct = native.cat.codes.to_numpy(), native.cat.categories
    else:
        codes, distinct = native.factorize()
    held = distinct.to_series(index=range(len(distinct))).astype(native.dtype)

    def values(some: Array) -> nw.Series[Any]:
        return nw.from_native(held.reindex(some).reset_index(drop=True), series_only=True)

    return Codes(codes, len(held), values)


def _arrow_codes(native: Any) -> Codes:  # noqa: ANN401 - a ChunkedArray
    import pyarrow as pa

    was_coded = pa.types.is_dictionary(native.type)
    column = native.unify_dictionaries() if was_coded else native.dictionary_encode()
    column = pa.chunked_array(column.chunks, column.type).combine_chunks()
    codes = column.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    distinct = column.dictionary.dictionary_encode()
    if len(distinct.dictionary) < len(distinct):  # some values have two codes, or null has one
        numbers = distinct.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        codes = np.append(numbers, -1)[codes]

    def values(some: Array) -> nw.Series[Any]:
        indices = pa.array(some, pa.int32(), mask=some < 0)
        coded = pa.DictionaryArray.from_arrays(indices, distinct.dictionary)
        found = pa.chunked_array([coded if was_coded else coded.dictionary_decode()])
        return nw.from_native(found, series_only=True)

    return Codes(codes, len(distinct.dictionary), values)


def frame_of(columns: Mapping[str, nw.Series[Any]]) -> nw.DataFrame[Any]:
    """Put columns side by side, each as it is."""
    first, *others = (column.alias(name) for name, column in columns.items())
    return first.to_frame().with_columns(*others)


@frozen
class Groups:
    """The group of each row, of `size` groups, and the code that each key has in some groups."""

    numbers: Callable[[slice], Array]
    size: int
    codes: Callable[[Array], list[Array]]


def groups_of(keys: list[Codes], rows: int) -> Groups:
    """Number the groups that several keys make; not every number need have rows."""
    sizes = [key.size + 1 for key in keys]  # null, too
    cells = 1
    for size in sizes:
        cells *= size
    if cells > max(_CELLS, _CELLS_A_ROW * rows):
        return _dense_groups(keys)

    def numbers(some: slice) -> Array:
        group: Array = np.zeros(1, np.intp)
        for key, size in zip(keys, sizes, strict=True):
            group = group * size + key.codes[some]
            group += 1
        return group

    def codes(some: Array) -> list[Array]:
        found = []
        for size in reversed(sizes):
            some, code = np.divmod(some, size)
            found.append(code - 1)
        return found[::-1]

    return Groups(numbers, cells, codes)


def _dense_groups(keys: list[Codes]) -> Groups:
    """Number only the groups that have rows, where the keys could make too many."""
    columns = np.column_stack([key.codes.astype(np.int64) for key in keys])
    found, group = np.unique(columns, axis=0, return_inverse=True)
    group = group.reshape(-1)
    return Groups(lambda some: group[some], len(found), lambda some: [*found[some].T])


@frozen
class Days:
    """The days of a column: numbers, of which so many make a day, and one that means null."""

    numbers: Array
    per_day: int
    null: int

    def block(self, rows: slice) -> tuple[Array, Array]:
        """Give the days of some rows since 1970, and which of them are null."""
        numbers = self.numbers[rows]
        days = numbers if self.per_day == 1 else numbers // self.per_day
        return days, numbers == self.null


def days_of(column: nw.Series[Any]) -> Days:
    """See the days of a column as numbers."""
    per_day = _PER_DAY[column.dtype.time_unit] if isinstance(column.dtype, nw.Datetime) else 1
    native = column.to_native()
    if column.implementation.is_pandas() and native.dtype.kind == "M":
        numbers = native.to_numpy()
        if numbers.dtype.kind == "M":
            return Days(numbers.view(np.int64), per_day, _NULL_TIME)
    null = _NULL_DATE if per_day == 1 else _NULL_TIME
    if column.implementation.is_polars():
        return Days(native.to_physical().fill_null(null).to_numpy(), per_day, null)
    held = column.to_arrow()
    numbers = held.cast("date32").cast("int32") if per_day == 1 else held.cast("int64")
    return Days(numbers.fill_null(null).to_numpy(zero_copy_only=False), per_day, null)

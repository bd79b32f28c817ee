"""Counts as a ward keeps them: None is not counted, and never 0.

What adds up follows one rule: a sum with something not counted in it is not counted. So no total
is ever short of a part nobody asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field

from wardstats.figures.exact import count
from wardstats.figures.rates import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable

Count = int | None

# How a field adds up, and whether it is a stock, as told by its metadata.
ADDS, STOCK = "adds", "stock"


def counted(value: int | None) -> int | None:
    """Let in a count, or None for one not counted."""
    return None if value is None else count(value)


def total(counts: Iterable[int | None]) -> int | None:
    """Add counts; not counted if one of them is not.

    >>> total([1484, 315, 0]), total([1484, None])
    (1799, None)
    """
    adding = 0
    for each in counts:
        if each is None:
            return None
        adding += each
    return adding


def rate(part: int | None, whole: int | None) -> Rate | None:
    """Set a part against its whole; None if one of them is not counted."""
    return None if part is None or whole is None else Rate(part, whole)


def counting(default: int | None = None, *, stock: bool = False) -> Any:  # noqa: ANN401 - as attrs.field
    """Make a field that holds a count, not counted unless said.

    A stock is what a period ends with, and does not add up over time.
    """
    return field(default=default, converter=counted, metadata={ADDS: total, STOCK: stock})

"""Summaries: counts of many things that add up field by field.

A summary pools in any order and any grouping, and the pool of none is the empty element: a
ward's summaries make the province's, whoever adds first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import fields

from wardstats.figures.typed import Typed
from wardstats.ward.counts import ADDS

if TYPE_CHECKING:
    from collections.abc import Iterable


class Summary(Typed):
    """Base of what adds up: each field tells in its metadata how, as `counting()` makes it."""

    __slots__ = ()

    @classmethod
    def pool(cls, summaries: Iterable[Self]) -> Self:
        """Put summaries side by side: every count adds up; one not counted leaves no sum."""
        held = tuple(summaries)
        return cls(
            **{
                each.name: each.metadata[ADDS](getattr(summary, each.name) for summary in held)
                for each in fields(cls)  # type: ignore[arg-type]
            }
        )

"""Parts of a count: how many of each sort, under the members of an enumeration or open names.

Parts come in as a mapping or as pairs, and are kept as pairs, equal in any order. A sort not
named has nobody in it; where nobody counted by sort, the parts are None.

    >>> degrees = parts_of(str, {"master": 2, "university": 16})
    >>> degrees
    (('master', 2), ('university', 16))
    >>> part(degrees, "master"), part(degrees, "doctorate"), part(None, "master")
    (2, 0, None)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar, cast

from wardstats.errors import WrongKind, quoted
from wardstats.figures.breakdowns import as_parts
from wardstats.figures.sheets import Figure
from wardstats.figures.typed import Code
from wardstats.figures.values import FigureKind
from wardstats.ward.counts import ADDS, STOCK, Count, total

Sort = TypeVar("Sort", bound=Hashable)
PartsBy = tuple[tuple[Sort, int], ...]
PartsGiven = Mapping[Sort, int] | Iterable[tuple[Sort, int]]


def parts_of(kind: type[Sort], given: PartsGiven[Sort] | None) -> PartsBy[Sort] | None:
    """Let in parts under members of a kind, each once; None where nobody counted by sort."""
    if given is None:
        return None
    parts: PartsBy[Sort] = cast("Any", as_parts)(given)
    for sort, _ in parts:
        if not isinstance(sort, kind):
            advice = f"as {next(iter(kind))!r}" if issubclass(kind, Code) else ""
            raise WrongKind(quoted(sort), f"a {kind.__name__} to count under", advice)
    return parts


def in_any_order(parts: PartsBy[Sort] | None) -> frozenset[tuple[Sort, int]] | None:
    """See parts as they are compared: a sort with nobody in it is as one not named."""
    return None if parts is None else frozenset(pair for pair in parts if pair[1])


def total_parts(several: Iterable[PartsBy[Sort] | None]) -> PartsBy[Sort] | None:
    """Add parts sort by sort; not counted if one of them is not."""
    adding: Counter[Sort] = Counter()
    for parts in several:
        if parts is None:
            return None
        adding.update(dict(parts))
    return tuple(adding.items())


# Metadata of a field that holds parts, which are what a period ends with.
ADDING_PARTS = {ADDS: total_parts, STOCK: True}


def tally(sorts: Iterable[Sort | None]) -> PartsBy[Sort] | None:
    """Count things by their sort; not counted if the sort of one is not known.

    >>> tally(["master", "university", "master"])
    (('master', 2), ('university', 1))
    """
    return total_parts(None if sort is None else ((sort, 1),) for sort in sorts)


def part(parts: PartsBy[Sort] | None, sort: Sort) -> Count:
    """Give the count of one sort; None where nobody counted by sort."""
    return None if parts is None else dict(parts).get(sort, 0)


def parts_total(parts: PartsBy[Sort] | None) -> Count:
    """Add all parts up."""
    return None if parts is None else total(count for _, count in parts)


def code_name(code: Code) -> str:
    """Give the name of a member as it stands in keys: `not_completed`."""
    return code.name.lower()


def code_figures(
    parts: PartsBy[Any] | None, kind: type[Code], at: Callable[[str], str], unit: str
) -> list[Figure]:
    """Name the count of every member of an enumeration, so that the keys are always the same."""
    return [Figure(at(code_name(code)), part(parts, code), FigureKind.COUNT, unit) for code in kind]

"""Counts by service field (lĩnh vực): which field each dossier or procedure belongs to.

A field is known by its code, of which the keys of a sheet are made; its Vietnamese name belongs
to whoever prints it. A code that begins with `linked-` is of procedures done in one go, whose
dossiers may be counted under another field as well. A field not named has nothing in it, and
counts by field may fall short of their whole, or exceed it: telling so is not their job.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardstats.figures.breakdowns import Breakdown
from wardstats.ward.counts import ADDS, STOCK, Count
from wardstats.ward.parts import PartsBy, PartsGiven, parts_of, total_parts
from wardstats.ward.sections import Keys, a_code, part_figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wardstats.figures.sheets import Figure

FieldParts = PartsBy[str]


# Metadata of fields that hold counts of a period, and counts of what it ends with.
ADDING_FIELDS = {ADDS: total_parts, STOCK: False}
PENDING_FIELDS = {ADDS: total_parts, STOCK: True}


_LINKED = "linked-"


def linked_keys(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Name the counts of fields whose dossiers may be counted under another field as well."""
    keys = (figure.key for figure in figures)
    return tuple(key for key in keys if key.rpartition(".")[2].startswith(_LINKED))


def fields_given(given: PartsGiven[str] | None) -> FieldParts | None:
    """Let in counts by service field; None where nobody counted by field.

    >>> fields_given({"land": 1, "emulation": 5})
    (('land', 1), ('emulation', 5))
    """
    parts = parts_of(str, given)
    for code, _ in parts or ():
        a_code(code)
    return parts


def field_breakdown(
    whole: Count, parts: FieldParts | None, *, exhaustive: bool = True
) -> Breakdown | None:
    """Set counts by service field against their whole; None if one of them is not counted."""
    return None if whole is None or parts is None else Breakdown(whole, parts, exhaustive)


def field_figures(parts: FieldParts | None, at: Keys, name: str, unit: str) -> list[Figure]:
    """Name the count of every service field, under the name they have together."""
    return part_figures(parts, Keys(at(name)), unit)

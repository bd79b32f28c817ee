"""How a section of a report becomes a sheet: its counts under dotted keys, and its rates.

Every section has `sheet(key)`, which never raises: what was not counted stays Undefined, and
figures that do not fit stand beside one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import fields

from wardstats.errors import Unreadable, quoted
from wardstats.figures.relations import Completes, Relation, Share
from wardstats.figures.sheets import Figure
from wardstats.figures.values import FigureKind
from wardstats.ward.counts import ADDS, total

if TYPE_CHECKING:
    from collections.abc import Iterable

# Two decimals are what most reports print a rate with.
_USUAL_PLACES = 2


def a_code(text: str) -> str:
    """Let in a code: text without spaces, as the keys of a sheet are made of.

    >>> a_code("social-protection")
    'social-protection'
    """
    if not isinstance(text, str) or text.split() != [text]:
        raise Unreadable(
            quoted(text),
            "a code without spaces, as 'social-protection'",
            "keep the name in words with what prints it",
        )
    return text


class Keys:
    """The keys of one section: `Keys("dossiers")("early")` is "dossiers.early"."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def __call__(self, name: str) -> str:
        """Give the key of one figure."""
        return f"{self.prefix}.{name}"

    def all(self, *names: str) -> tuple[str, ...]:
        """Give the keys of several figures."""
        return tuple(map(self, names))


def counted_figures(section: object, at: Keys, unit: str) -> list[Figure]:
    """Name every count of a section after its field."""
    return [
        Figure(at(each.name), getattr(section, each.name), FigureKind.COUNT, unit)
        for each in fields(type(section))  # type: ignore[arg-type]
        if each.metadata.get(ADDS) is total
    ]


def derived_counts(at: Keys, unit: str, *names: str) -> list[Figure]:
    """Name counts that relations derive, so that they have their unit."""
    return [Figure(at(name), kind=FigureKind.COUNT, unit=unit) for name in names]


def part_figures(parts: Iterable[tuple[str, int]] | None, at: Keys, unit: str) -> list[Figure]:
    """Name every part of a breakdown."""
    return [Figure(at(name), part, FigureKind.COUNT, unit) for name, part in parts or ()]


def share(at: Keys, rate: str, part: str, whole: str) -> tuple[Figure, Relation]:
    """Name a rate, with the rule that derives it."""
    return _rate(at(rate)), Share(*at.all(rate, part, whole))


def ratio(at: Keys, rate: str, amount: str, base: str) -> tuple[Figure, Relation]:
    """Name a ratio that may exceed one, with the rule that derives it."""
    return _rate(at(rate)), Completes(*at.all(rate, amount, base))


def _rate(key: str) -> Figure:
    return Figure(key, kind=FigureKind.PERCENT, places=_USUAL_PLACES)

"""A locality: which ward, commune or special zone a report is of.

Names and parents change, codes stay: since 1 July 2025 there are two levels, provinces and wards
(phường, xã, đặc khu). So a locality is its code; the name is a label of its day, and the parent
whatever stands above it.
"""

from __future__ import annotations

from attrs import field, frozen

from wardstats.figures.typed import Code, Typed
from wardstats.ward.sections import a_code


class LocalityKind(Code):
    """What a commune-level unit is; townships (thị trấn) were until 2025."""

    WARD = "ward"
    COMMUNE = "commune"
    SPECIAL_ZONE = "special-zone"
    TOWNSHIP = "township"


@frozen(repr=False)
class Locality(Typed):
    """A place that reports, known by its code."""

    code: str = field(converter=a_code)
    name: str
    kind: LocalityKind | None = None
    parent: str | None = None

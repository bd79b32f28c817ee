"""Neighbourhoods: what each is, its households, and who came to its meeting.

A neighbourhood is a self-governing community below the ward, no level of administration. The
law calls all of them thôn or tổ dân phố, whatever their local name (Decree 86/2023/NĐ-CP,
Article 2; Law 10/2022/QH15, Article 2). Which kind a ward has is not for this room to judge.

    >>> second = Neighbourhood(
    ...     code="kp2", kind=NeighbourhoodKind.TO_DAN_PHO, local_name="Khu phố 2",
    ...     representatives=320, attended=313, head_elected=True,
    ... )
    >>> fifth = Neighbourhood(
    ...     code="kp5", kind=NeighbourhoodKind.TO_DAN_PHO, local_name="Khu phố 5",
    ...     representatives=573, attended=535, head_elected=False,
    ... )
    >>> counts = NeighbourhoodCounts.count([second, fifth])
    >>> fifth.turnout.percent(2), counts.turnout, counts.heads_elected
    (Decimal('93.37'), Rate(848, 893), 1)
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from attrs import field, frozen

from wardstats.errors import ConflictingFigures, quoted
from wardstats.figures.relations import Presumed, Relation, Same, Sum
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.typed import Code, Typed
from wardstats.figures.values import FigureKind
from wardstats.ward.counts import Count, counting, rate, total
from wardstats.ward.facts import member_of, yes_or_no
from wardstats.ward.parts import (
    ADDING_PARTS,
    PartsBy,
    PartsGiven,
    code_figures,
    in_any_order,
    parts_of,
    tally,
)
from wardstats.ward.sections import Keys, a_code, part_figures, share
from wardstats.ward.size_bands import SizeBand, possible_total, within
from wardstats.ward.summaries import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wardstats.figures.rates import Rate

# What each neighbourhood counts, and of what. Households and the representatives whom they
# send to a meeting are two universes: one never stands for the other.
_UNITS = {
    "households": "household",
    "representatives": "representative",
    "attended": "representative",
    "security_groups": "security-group",
}


class NeighbourhoodKind(Code):
    """Thôn (làng, ấp, bản …) or tổ dân phố (khu phố, khóm …)."""

    THON = "thon"
    TO_DAN_PHO = "to-dan-pho"


class NeighbourhoodClass(Code):
    """Loại 1, 2, 3, by criteria that each province sets (Circular 09/2017/TT-BNV)."""

    CLASS_1 = "1"
    CLASS_2 = "2"
    CLASS_3 = "3"


@frozen(repr=False, kw_only=True)
class Neighbourhood(Typed):
    """One neighbourhood; `code` stands in the keys of its figures, `local_name` in text.

    `representatives` are the household representatives called to the meeting, `attended` those
    who came. Whether a head was elected does not follow from who came, so it is recorded. The
    number of households may lie outside the band: a report that says so is not refused.
    """

    code: str = field(converter=a_code)
    kind: NeighbourhoodKind = field(validator=member_of(NeighbourhoodKind))
    local_name: str
    parent: str | None = None
    neighbourhood_class: NeighbourhoodClass | None = field(
        default=None, validator=member_of(NeighbourhoodClass)
    )
    size_band: SizeBand | None = None
    households: Count = counting(stock=True)
    representatives: Count = counting()
    attended: Count = counting()
    security_groups: Count = counting(stock=True)
    head_elected: bool | None = field(default=None, converter=yes_or_no)

    @property
    def size(self) -> SizeBand | int | None:
        """The number of households where it is known, or else the band."""
        return self.size_band if self.households is None else self.households

    @property
    def turnout(self) -> Rate | None:
        """Representatives who came, of those called."""
        return rate(self.attended, self.representatives)

    def sheet(self, key: str) -> Sheet:
        """Name every count, the turnout, and what the size band says.

        Where households are known by the band only, the representatives are presumed to be one a
        household: if they lie outside the band, that is a question.
        """
        at = Keys(key)
        rules: list[Relation] = []
        if self.size_band is not None:
            rules += within(at("households"), self.size_band.households)
            if self.households is None and self.representatives is not None:
                rules.append(Presumed(Same(at.all("households", "representatives"))))
        return Sheet(_unit_figures(self, at)) + [
            *share(at, "turnout", "attended", "representatives"),
            *rules,
        ]


def _kinds(given: PartsGiven[NeighbourhoodKind] | None) -> PartsBy[NeighbourhoodKind] | None:
    return parts_of(NeighbourhoodKind, given)


def _classes(given: PartsGiven[NeighbourhoodClass] | None) -> PartsBy[NeighbourhoodClass] | None:
    return parts_of(NeighbourhoodClass, given)


def _bands(given: PartsGiven[str] | None) -> PartsBy[str] | None:
    bands = parts_of(str, given)
    for key, _ in bands or ():
        a_code(key)
    return bands


def _band_key(neighbourhood: Neighbourhood) -> str | None:
    return None if neighbourhood.size_band is None else neighbourhood.size_band.key


@frozen(repr=False, kw_only=True)
class NeighbourhoodCounts(Summary):
    """The neighbourhoods of a unit, by kind, class and key of size band, and what they count."""

    neighbourhoods: Count = counting(stock=True)
    by_kind: PartsBy[NeighbourhoodKind] | None = field(
        default=None, converter=_kinds, eq=in_any_order, metadata=ADDING_PARTS
    )
    by_class: PartsBy[NeighbourhoodClass] | None = field(
        default=None, converter=_classes, eq=in_any_order, metadata=ADDING_PARTS
    )
    by_size_band: PartsBy[str] | None = field(
        default=None, converter=_bands, eq=in_any_order, metadata=ADDING_PARTS
    )
    households: Count = counting(stock=True)
    representatives: Count = counting()
    attended: Count = counting()
    security_groups: Count = counting(stock=True)
    heads_elected: Count = counting()

    @classmethod
    def count(cls, neighbourhoods: Iterable[Neighbourhood]) -> NeighbourhoodCounts:
        """Count single neighbourhoods; what one has not recorded is not counted for all."""
        held = tuple(neighbourhoods)
        return cls(
            neighbourhoods=len(held),
            by_kind=tally(each.kind for each in held),
            by_class=tally(each.neighbourhood_class for each in held),
            by_size_band=tally(_band_key(each) for each in held),
            households=total(each.households for each in held),
            representatives=total(each.representatives for each in held),
            attended=total(each.attended for each in held),
            security_groups=total(each.security_groups for each in held),
            heads_elected=total(each.head_elected for each in held),
        )

    @property
    def turnout(self) -> Rate | None:
        """Representatives who came, of those called, in all neighbourhoods together."""
        return rate(self.attended, self.representatives)

    @property
    def heads_elected_rate(self) -> Rate | None:
        """Neighbourhoods that elected a head, of all."""
        return rate(self.heads_elected, self.neighbourhoods)

    def sheet(self, key: str, unit: str = "neighbourhood") -> Sheet:
        """Name every count and rate, with the rules that tie them."""
        at = Keys(key)
        whole = at("neighbourhoods")
        sheet = Sheet(_unit_figures(self, at)) + [
            Figure(whole, self.neighbourhoods, FigureKind.COUNT, unit),
            Figure(at("heads_elected"), self.heads_elected, FigureKind.COUNT, unit),
            *share(at, "turnout", "attended", "representatives"),
            *share(at, "heads_elected_rate", "heads_elected", "neighbourhoods"),
        ]
        by_kind, by_class, by_band = (
            Keys(at(f"by_{name}")) for name in ("kind", "class", "size_band")
        )
        for parts, figures in (
            (self.by_kind, code_figures(self.by_kind, NeighbourhoodKind, by_kind, unit)),
            (self.by_class, code_figures(self.by_class, NeighbourhoodClass, by_class, unit)),
            (self.by_size_band, part_figures(self.by_size_band, by_band, unit)),
        ):
            sheet += figures
            if parts is not None:
                sheet += [Sum(whole, [each.key for each in figures])]
        return sheet


def neighbourhood_sheet(neighbourhoods: Iterable[Neighbourhood], key: str) -> Sheet:
    """Name what every neighbourhood counts, and what all of them make together.

    The figures of one stand under its code: `neighbourhoods.kp5.attended`. What their sizes make
    together bounds the households of all. Raises `ConflictingFigures` where two have one code.
    """
    held = tuple(neighbourhoods)
    at = Keys(key)
    codes = [each.code for each in held]
    if twice := [code for code in codes if codes.count(code) > 1]:
        raise ConflictingFigures(quoted(twice[0]), "one neighbourhood a code", "rename one")
    sheets = [NeighbourhoodCounts.count(held).sheet(key)]
    sheets += [each.sheet(at(each.code)) for each in held]
    sums: list[Relation] = [
        Sum(at(name), [at(f"{code}.{name}") for code in codes]) for name in _UNITS
    ]
    return Sheet(
        chain.from_iterable(sheet.figures for sheet in sheets),
        [
            *chain.from_iterable(sheet.relations for sheet in sheets),
            *sums,
            *within(at("households"), possible_total(each.size for each in held)),
        ],
    )


def _unit_figures(section: object, at: Keys) -> list[Figure]:
    return [
        Figure(at(name), getattr(section, name), FigureKind.COUNT, unit)
        for name, unit in _UNITS.items()
    ]

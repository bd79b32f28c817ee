"""The report of one ward: sections, each over its own period, and their figures on one sheet.

Dossiers are counted from the 15th to the 14th, the budget by the year, an election on one day. So
every section says over which days it counts.

    >>> from datetime import date
    >>> from wardstats.ward import DossierFlow, Locality, Period, Section
    >>> report = WardReport(
    ...     locality=Locality("ward-2", "Phường 2"),
    ...     dossiers=Section(
    ...         Period(date(2023, 12, 15), date(2024, 11, 14)),
    ...         DossierFlow(
    ...             online=1775, in_person_or_postal=27, brought_forward=4,
    ...             early=1484, on_time=315, overdue=0,
    ...             pending_within_deadline=7, pending_overdue=0,
    ...         ),
    ...     ),
    ... )
    >>> sheet = report.sheet()
    >>> sheet.value("dossiers.received_total"), sheet.value("dossiers.early_rate")
    (1806, Fraction(212, 257))
    >>> sheet.value("dossiers.period.days")
    336
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from attrs import field, fields, frozen

from wardstats.errors import ConflictingFigures, WrongKind, quoted
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.typed import Typed
from wardstats.figures.values import FigureKind
from wardstats.ward.criteria import CriteriaSet
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.households import CulturalFamilies, HouseholdCounts
from wardstats.ward.indicators import Indicator
from wardstats.ward.localities import Locality
from wardstats.ward.neighbourhoods import Neighbourhood, neighbourhood_sheet
from wardstats.ward.periods import Period
from wardstats.ward.pooling import pool_section
from wardstats.ward.poverty_movement import PovertyMovement
from wardstats.ward.procedures import ProcedureCoverage, ProcedureReview, Simplification
from wardstats.ward.reception import Reception
from wardstats.ward.staff import Staff
from wardstats.ward.training import Training

Content_co = TypeVar("Content_co", covariant=True)


@frozen(repr=False)
class Section(Typed, Generic[Content_co]):
    """What one section of a report counts, and over which days."""

    period: Period
    counts: Content_co


# Under which name each member of a list stands, so that no two stand under one.
_LISTED: dict[type[Any], Callable[[int, Any], str]] = {
    Simplification: lambda _, each: str(each.code.text),
    Training: lambda ordinal, _: str(ordinal),
    Neighbourhood: lambda _, each: str(each.code),
    Indicator: lambda _, each: str(each.key),
    CriteriaSet: lambda _, each: str(each.key),
}


def _section(sort: type[Any]) -> Any:  # noqa: ANN401 - as attrs.field
    def converted(given: Section[Any] | None) -> Section[Any] | None:
        if given is None or (isinstance(given, Section) and isinstance(given.counts, sort)):
            return given
        raise WrongKind(
            quoted(given), f"a Section of {sort.__name__}", "as Section(period, counts)"
        )

    return field(default=None, converter=converted)


def _list(sort: type[Any]) -> Any:  # noqa: ANN401 - as attrs.field
    def converted(given: Section[Iterable[Any]] | None) -> Section[tuple[Any, ...]] | None:
        if given is None:
            return None
        if not isinstance(given, Section):
            raise WrongKind(quoted(given), "a Section", "as Section(period, [...])")
        held = tuple(given.counts)
        names = set()
        for ordinal, each in enumerate(held, start=1):
            if not isinstance(each, sort):
                raise WrongKind(quoted(each), f"{sort.__name__} only", "one section, one kind")
            name = _LISTED[sort](ordinal, each)
            if name in names:
                raise ConflictingFigures(quoted(name), "each name once in a section", "rename one")
            names.add(name)
        return Section(given.period, held)

    return field(default=None, converter=converted)


@frozen(repr=False, kw_only=True)
class WardReport(Typed):
    """What one locality reports; a section it does not have is None.

    `poverty` and `near_poverty` are the movements of poor and of near-poor households.
    """

    locality: Locality
    dated: date | None = None
    dossiers: Section[DossierFlow] | None = _section(DossierFlow)
    procedures: Section[ProcedureCoverage] | None = _section(ProcedureCoverage)
    review: Section[ProcedureReview] | None = _section(ProcedureReview)
    simplifications: Section[Sequence[Simplification]] | None = _list(Simplification)
    staff: Section[Staff] | None = _section(Staff)
    training: Section[Sequence[Training]] | None = _list(Training)
    households: Section[HouseholdCounts] | None = _section(HouseholdCounts)
    cultural_families: Section[CulturalFamilies] | None = _section(CulturalFamilies)
    poverty: Section[PovertyMovement] | None = _section(PovertyMovement)
    near_poverty: Section[PovertyMovement] | None = _section(PovertyMovement)
    neighbourhoods: Section[Sequence[Neighbourhood]] | None = _list(Neighbourhood)
    reception: Section[Reception] | None = _section(Reception)
    indicators: Section[Sequence[Indicator]] | None = _list(Indicator)
    criteria: Section[Sequence[CriteriaSet]] | None = _list(CriteriaSet)

    def sections(self) -> Iterator[tuple[str, Section[Any]]]:
        """Go through the sections it has, in their order, each with its name."""
        for each in fields(type(self)):
            section = getattr(self, each.name)
            if isinstance(section, Section):
                yield each.name, section

    def sheet(self) -> Sheet:
        """Name every figure, counted and derived, with the rules that tie them.

        A figure stands under the name of its section: `dossiers.early_rate`. It never raises,
        whatever the figures say of one another.
        """
        sheets = [_sheet(name, section) for name, section in self.sections()]
        return Sheet(
            [figure for sheet in sheets for figure in sheet.figures],
            [relation for sheet in sheets for relation in sheet.relations],
        )

    @classmethod
    def pool(cls, reports: Iterable[WardReport], locality: Locality) -> PooledReport:
        """Pool the reports of several localities into that of the one they make up.

        Counts add up; targets, growths as printed, simplifications and criteria do not, nor does
        what some report lacks: all that is listed in `left_out`. Raises `ConflictingFigures`
        where two reports count a section over unlike days.
        """
        held = tuple(reports)
        names = dict.fromkeys(name for report in held for name, _ in report.sections())
        pooled: dict[str, Any] = {}
        left_out: list[str] = []
        for name in names:
            sections = [section for report in held if (section := getattr(report, name))]
            period = _one_period(name, sections)
            if len(sections) < len(held):
                left_out.append(name)
                continue
            counts, missing = pool_section(name, [each.counts for each in sections])
            left_out += missing
            if counts is not None:
                pooled[name] = Section(period, counts)
        return PooledReport(cls(locality=locality, **pooled), tuple(left_out))


@frozen(repr=False)
class PooledReport(Typed):
    """The report of several localities together, and the keys of what did not pool."""

    report: WardReport
    left_out: tuple[str, ...] = ()


def _one_period(name: str, sections: list[Section[Any]]) -> Period:
    periods = sorted({each.period for each in sections})
    if len(periods) > 1:
        raise ConflictingFigures(
            f"{name}: {periods[0].start} to {periods[0].end}, and "
            f"{periods[1].start} to {periods[1].end}",
            "one period in every report",
            "join periods with `then`, or pool those that agree",
        )
    return periods[0]


def _sheet(name: str, section: Section[Any]) -> Sheet:
    days = Figure(f"{name}.period.days", section.period.days, FigureKind.COUNT, "day")
    counts = section.counts
    if not isinstance(counts, tuple):
        sheet: Sheet = counts.sheet(name)
        return sheet + [days]
    if name == "neighbourhoods":
        return neighbourhood_sheet(counts, name) + [days]
    parts = [
        each.sheet(f"{name}.{_LISTED[type(each)](ordinal, each)}")
        for ordinal, each in enumerate(counts, start=1)
    ]
    return Sheet(
        [days, *(figure for part in parts for figure in part.figures)],
        [relation for part in parts for relation in part.relations],
    )

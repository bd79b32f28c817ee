"""Administrative procedures (thủ tục hành chính): their publication, their review, their cuts.

To announce (công bố), to disclose (công khai) and to post (niêm yết) are three different things,
each with its own count. Procedures are counted, not named; only one that a review proposes to
simplify has its code.

    >>> review = ProcedureReview(
    ...     by_field={"land": 1, "social-protection": 16, "emulation": 5}, proposed=2
    ... )
    >>> review.reviewed, review.service_fields
    (22, 3)
    >>> Simplification("1.012379.H50", "emulation", 10, 5).cut
    Percent(50)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from wardstats.errors import Unreadable, quoted
from wardstats.figures.changes import Growth
from wardstats.figures.relations import Bound, Sum
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.typed import Typed
from wardstats.figures.values import FigureKind
from wardstats.ward.counts import ADDS, STOCK, Count, counted, counting, rate, total
from wardstats.ward.parts import in_any_order, parts_total
from wardstats.ward.sections import Keys, a_code, counted_figures, derived_counts, ratio, share
from wardstats.ward.service_fields import (
    ADDING_FIELDS,
    FieldParts,
    field_breakdown,
    field_figures,
    fields_given,
)
from wardstats.ward.summaries import Summary

if TYPE_CHECKING:
    from wardstats.figures.breakdowns import Breakdown
    from wardstats.figures.rates import Percent, Rate

_CODE = re.compile(r"[1-9]\.[0-9]{6}(?:\.[0-9]{3}\.[0-9]{2}\.[0-9]{2})?\.[A-Z][0-9]{2}")


def _code(text: str) -> str:
    if isinstance(text, str) and _CODE.fullmatch(text):
        return text
    near = text.strip().upper() if isinstance(text, str) else ""
    raise Unreadable(
        quoted(text),
        "a procedure code as printed, like '1.012379.H50' or '1.001653.000.00.00.H50'",
        "copy the whole code, with the letter and number it ends with",
        (near,) if _CODE.fullmatch(near) else (),
    )


@frozen(repr=False)
class ProcedureCode(Typed):
    """The code of a procedure, as printed; the two forms in use stay apart (practice).

    Raises `Unreadable` for anything else, with the code it may have meant as the candidate.
    """

    text: str = field(converter=_code)

    def __str__(self) -> str:
        """Give the code as printed."""
        return self.text


def _as_code(code: ProcedureCode | str) -> ProcedureCode:
    return code if isinstance(code, ProcedureCode) else ProcedureCode(code)


def _of_one_list(several: Iterable[Count]) -> Count:
    """Keep the service fields of one list; how many two lists share, nobody has counted."""
    held = [each for each in several if each != 0]
    return None if len(held) > 1 else next(iter(held), 0)


@frozen(repr=False, kw_only=True)
class ProcedureCoverage(Summary):
    """How many procedures a ward has, and how many are announced, disclosed, posted, one-stop.

    All are counted against those within its competence (thuộc thẩm quyền giải quyết). Pooled, a
    procedure counts once for every ward that has it; how many service fields several wards have
    together is not counted.

        >>> coverage = ProcedureCoverage(within_competence=135, posted=135, service_fields=35)
        >>> coverage.posted_rate, coverage.one_stop_rate
        (Rate(135, 135), None)
    """

    within_competence: Count = counting(stock=True)
    announced: Count = counting(stock=True)
    disclosed: Count = counting(stock=True)
    posted: Count = counting(stock=True)
    one_stop: Count = counting(stock=True)
    service_fields: Count = field(
        default=None, converter=counted, metadata={ADDS: _of_one_list, STOCK: True}
    )

    @property
    def announced_rate(self) -> Rate | None:
        """Announced (công bố), of those within competence."""
        return rate(self.announced, self.within_competence)

    @property
    def disclosed_rate(self) -> Rate | None:
        """Disclosed (công khai), of those within competence."""
        return rate(self.disclosed, self.within_competence)

    @property
    def posted_rate(self) -> Rate | None:
        """Posted (niêm yết), of those within competence."""
        return rate(self.posted, self.within_competence)

    @property
    def one_stop_rate(self) -> Rate | None:
        """Handled by the one-stop shop (một cửa), of those within competence."""
        return rate(self.one_stop, self.within_competence)

    def sheet(self, key: str, unit: str = "procedure") -> Sheet:
        """Name every count and rate; each service field has one procedure at least."""
        at = Keys(key)
        fields = Figure(
            at("service_fields"), self.service_fields, FigureKind.COUNT, "service-field"
        )
        return Sheet([*counted_figures(self, at, unit), fields]) + [
            *share(at, "announced_rate", "announced", "within_competence"),
            *share(at, "disclosed_rate", "disclosed", "within_competence"),
            *share(at, "posted_rate", "posted", "within_competence"),
            *share(at, "one_stop_rate", "one_stop", "within_competence"),
            Bound(at("service_fields"), at("within_competence")),
        ]


@frozen(repr=False, kw_only=True)
class ProcedureReview(Summary):
    """A review of procedures (rà soát), by service field, and how many it proposes to simplify.

    `without_field` are those reviewed of which the report names no field: all of them, in a
    report that prints the total only, with no parts (`by_field={}`) beside it.
    """

    by_field: FieldParts | None = field(
        default=None, converter=fields_given, eq=in_any_order, metadata=ADDING_FIELDS
    )
    without_field: Count = counting(0)
    proposed: Count = counting()

    @property
    def reviewed(self) -> Count:
        """All procedures reviewed."""
        return total([parts_total(self.by_field), self.without_field])

    @property
    def service_fields(self) -> Count:
        """In how many service fields; not counted where the field of some is not named."""
        if self.by_field is None or self.without_field != 0:
            return None
        return sum(reviewed > 0 for _, reviewed in self.by_field)

    @property
    def breakdown(self) -> Breakdown | None:
        """Those reviewed, by service field."""
        named = self.without_field == 0
        return field_breakdown(self.reviewed, self.by_field, exhaustive=named)

    @property
    def proposed_rate(self) -> Rate | None:
        """Proposed to be simplified (đề xuất đơn giản hóa), of those reviewed."""
        return rate(self.proposed, self.reviewed)

    def sheet(self, key: str, unit: str = "procedure") -> Sheet:
        """Name the count of each service field, their number, the total, and what is proposed.

        >>> sheet = ProcedureReview(by_field={"land": 1, "emulation": 5}).sheet("review")
        >>> sheet.value("review.reviewed"), sheet.value("review.by_field.land")
        (6, 1)
        """
        at = Keys(key)
        parts = field_figures(self.by_field, at, "by_field", unit)
        unnamed = Figure(at("without_field"), self.without_field, FigureKind.COUNT, unit)
        parts += [unnamed] if self.without_field != 0 else []
        sheet = Sheet(parts) + [
            *derived_counts(at, unit, "reviewed"),
            Figure(at("service_fields"), self.service_fields, FigureKind.COUNT, "service-field"),
            Figure(at("proposed"), self.proposed, FigureKind.COUNT, unit),
            *share(at, "proposed_rate", "proposed", "reviewed"),
        ]
        if self.by_field is None:
            return sheet
        return sheet + [Sum(at("reviewed"), [each.key for each in parts])]


@frozen(repr=False)
class Simplification(Typed):
    """One procedure to be simplified: its working days before and after, where time is cut."""

    code: ProcedureCode = field(converter=_as_code)
    service_field: str = field(converter=a_code)
    days_before: Count = counting()
    days_after: Count = counting()

    @property
    def days_cut(self) -> Count:
        """The working days saved; negative where the procedure takes longer than before."""
        if self.days_before is None or self.days_after is None:
            return None
        return self.days_before - self.days_after

    @property
    def cut(self) -> Percent | None:
        """The days saved, in per cent of those before (practice).

        Raises `UndefinedGrowth` where there were no days to save.
        """
        if self.days_before is None or self.days_after is None:
            return None
        return Growth(self.days_after, self.days_before).reduction

    def sheet(self, key: str, unit: str = "working-day") -> Sheet:
        """Name the days before, after and saved, and the cut."""
        at = Keys(key)
        return Sheet(counted_figures(self, at, unit)) + [
            *derived_counts(at, unit, "days_cut"),
            Sum(at("days_cut"), [at("days_before")], minus=[at("days_after")]),
            *ratio(at, "cut", "days_cut", "days_before"),
        ]

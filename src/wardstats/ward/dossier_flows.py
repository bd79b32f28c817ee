"""The flow of dossiers: one row of Form II.06.

Form II.06 of Circular 01/2020/TT-VPCP (columns as printed in practice) counts what was received
online, in person or by post, and from the period before; what was resolved early, on time and
overdue; and what is pending. "Tổng số tiếp nhận" includes what was brought forward; the online
rate does not.

    >>> flow = DossierFlow(
    ...     online=1775, in_person_or_postal=27, brought_forward=4,
    ...     early=1484, on_time=315, overdue=0, pending_within_deadline=7, pending_overdue=0,
    ... )
    >>> flow.received_total, flow.newly_received, flow.resolved_total, flow.gap
    (1806, 1802, 1799, 0)
    >>> flow.early_rate.percent(1), flow.online_rate
    (Decimal('82.5'), Rate(1775, 1802))
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import field, fields, frozen

from wardstats.figures.breakdowns import Breakdown
from wardstats.figures.rates import Rate
from wardstats.figures.relations import Sum
from wardstats.figures.sheets import Sheet
from wardstats.ward.caseflow import Flow
from wardstats.ward.counts import ADDS, Count, counting, rate, total
from wardstats.ward.dossiers import (
    USUAL_BOUNDARY,
    Channel,
    Dossier,
    DossierStatus,
    EarlyBoundary,
)
from wardstats.ward.parts import in_any_order
from wardstats.ward.periods import Period
from wardstats.ward.sections import Keys, derived_counts, share
from wardstats.ward.service_fields import (
    ADDING_FIELDS,
    PENDING_FIELDS,
    FieldParts,
    field_breakdown,
    field_figures,
    fields_given,
    linked_keys,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

Key = TypeVar("Key", bound="Hashable")

_COLUMNS = {
    DossierStatus.EARLY: "early",
    DossierStatus.ON_TIME: "on_time",
    DossierStatus.OVERDUE: "overdue",
    DossierStatus.PENDING_WITHIN_DEADLINE: "pending_within_deadline",
    DossierStatus.PENDING_OVERDUE: "pending_overdue",
}


@frozen(repr=False, kw_only=True)
class DossierFlow(Flow):
    """One row of Form II.06: a flow whose new dossiers came online, or in person or by post.

    Beside the columns: what was received and is pending in each service field, received
    including brought forward, as reports print it; dossiers digitised of those to digitise when
    they came in; and electronic results of those that owe a result on paper. Each has its own
    base.

    Joining periods by `then` needs what was pending in each field to count what each received
    once; where more was pending in a field than both periods received, that is not counted.
    """

    online: Count = counting()
    in_person_or_postal: Count = counting()
    received_by_field: FieldParts | None = field(
        default=None, converter=fields_given, eq=in_any_order, metadata=ADDING_FIELDS
    )
    pending_by_field: FieldParts | None = field(
        default=None, converter=fields_given, eq=in_any_order, metadata=PENDING_FIELDS
    )
    digitised: Count = counting()
    to_digitise: Count = counting()
    e_results: Count = counting()
    e_results_owed: Count = counting()

    @property
    def newly_received(self) -> Count:
        """Received in the period, online and in person or by post."""
        return total([self.online, self.in_person_or_postal])

    @property
    def online_rate(self) -> Rate | None:
        """Received online, of newly received (Decision 766/QĐ-TTg, practice)."""
        return rate(self.online, self.newly_received)

    @property
    def digitisation_rate(self) -> Rate | None:
        """Digitised, of those to digitise."""
        return rate(self.digitised, self.to_digitise)

    @property
    def e_result_rate(self) -> Rate | None:
        """Results issued electronically, of those owed on paper."""
        return rate(self.e_results, self.e_results_owed)

    @property
    def received_breakdown(self) -> Breakdown | None:
        """What was received, by service field."""
        return field_breakdown(self.received_total, self.received_by_field)

    @property
    def pending_breakdown(self) -> Breakdown | None:
        """What is pending, by service field."""
        return field_breakdown(self.pending_total, self.pending_by_field)

    def sheet(self, key: str, unit: str = "dossier") -> Sheet:
        """Name the columns of the form, the service fields, and the rates beside them."""
        at = Keys(key)
        sheet = super().sheet(key, unit) + [
            *derived_counts(at, unit, "newly_received"),
            Sum(at("newly_received"), at.all(*self._new)),
            *share(at, "online_rate", "online", "newly_received"),
            *share(at, "digitisation_rate", "digitised", "to_digitise"),
            *share(at, "e_result_rate", "e_results", "e_results_owed"),
        ]
        for whole, name, parts in (
            ("received_total", "received_by_field", self.received_by_field),
            ("pending_total", "pending_by_field", self.pending_by_field),
        ):
            figures = field_figures(parts, at, name, unit)
            if figures:
                keys = [each.key for each in figures]
                sheet += [*figures, Sum(at(whole), keys, linked=linked_keys(figures))]
        return sheet

    @property
    def _new(self) -> tuple[str, ...]:
        return ("online", "in_person_or_postal")

    @classmethod
    def count(
        cls, dossiers: Iterable[Dossier], period: Period, boundary: EarlyBoundary = USUAL_BOUNDARY
    ) -> DossierFlow:
        """Count single dossiers over a period.

        What was received before the period and not resolved before it is brought forward; what
        is not resolved by its end is pending. Dossiers received later, or resolved before, do
        not take part. What those newly received have digitised, and those resolved as electronic
        results, is counted where every one of them records it; what a dossier does not record at
        all, as whether it was returned, is not counted.
        """
        counts: Counter[str] = Counter()
        received: Counter[str] = Counter()
        pending: Counter[str] = Counter()
        unknown: set[str] = set()
        for each in dossiers:
            status = each.status(period.end, boundary)
            before = each.resolved is not None and each.resolved < period.start
            if before or status is DossierStatus.NOT_RECEIVED:
                continue
            counts[_came_in(each, period)] += 1
            counts[_COLUMNS[status]] += 1
            received[each.service_field] += 1
            pending[each.service_field] += status.is_pending
            for name, fact in _facts(each, status, period):
                counts[name] += bool(fact)
                if fact is None:
                    unknown.add(name)
        names = (each.name for each in fields(cls) if each.metadata.get(ADDS) is total)
        counted: dict[str, Any] = {name: counts[name] for name in names}
        counted |= dict.fromkeys(unknown)
        return cls(
            **counted,
            received_by_field=tuple(received.items()),
            pending_by_field=tuple((+pending).items()),
        )

    @classmethod
    def count_by(
        cls,
        dossiers: Iterable[Dossier],
        period: Period,
        key: Callable[[Dossier], Key],
        boundary: EarlyBoundary = USUAL_BOUNDARY,
    ) -> dict[Key, DossierFlow]:
        """Count single dossiers apart, by whatever a key makes of them.

        `DossierFlow.count_by(dossiers, period, lambda each: each.service_field)` makes the rows
        of Form II.06.
        """
        groups: dict[Key, list[Dossier]] = {}
        for each in dossiers:
            groups.setdefault(key(each), []).append(each)
        return {name: cls.count(group, period, boundary) for name, group in groups.items()}

    def _over_time(self, following: Flow) -> dict[str, Any]:
        """Count what is brought forward as received once, by service field, too."""
        counts = super()._over_time(following)
        received = counts["received_by_field"]
        if received is not None and self.pending_by_field is not None:
            once = Counter(dict(received))
            once.subtract(dict(self.pending_by_field))
            if all(part >= 0 for part in once.values()):
                return counts | {"received_by_field": once}
        return counts | {"received_by_field": None}


def _came_in(dossier: Dossier, period: Period) -> str:
    if dossier.received < period.start:
        return "brought_forward"
    return "online" if dossier.channel is Channel.ONLINE else "in_person_or_postal"


def _facts(
    dossier: Dossier, status: DossierStatus, period: Period
) -> Iterator[tuple[str, bool | None]]:
    """Give the counts beside the columns that a dossier takes part in; None if not recorded."""
    if dossier.received in period:
        yield "to_digitise", True
        yield "digitised", dossier.digitised
    if status.is_pending:
        yield "awaiting_supplement", None
        return
    yield "returned", None
    yield "stopped", None
    owed = dossier.paper_result_required
    yield "e_results_owed", owed
    if owed is not False:
        yield "e_results", dossier.e_result

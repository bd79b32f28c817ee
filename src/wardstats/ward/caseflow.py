"""The flow of cases: what came in, what was done with it, and what is left.

Dossiers, letters, feedback and assigned tasks flow alike: brought forward and new make what was
received; early, on time and overdue make what was resolved; the rest is pending, within its
deadline or past it. Columns compose as in Form II.06 of Circular 01/2020/TT-VPCP (practice).

    >>> tasks = CaseFlow(
    ...     brought_forward=2, new=30, early=20, on_time=7, overdue=1,
    ...     pending_within_deadline=4, pending_overdue=0,
    ... )
    >>> tasks.received_total, tasks.resolved_total, tasks.pending_total, tasks.gap
    (32, 28, 4, 0)
    >>> tasks.timely_rate
    Rate(27, 28)
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Self

from attrs import Attribute, fields, frozen

from wardstats.errors import NotConsecutive, quoted
from wardstats.figures.relations import Relation, Sum
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.typed import Typed
from wardstats.ward.counts import ADDS, STOCK, Count, counting, rate, total
from wardstats.ward.sections import Keys, counted_figures, derived_counts, share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from wardstats.figures.rates import Rate

_UNTIMED = ("resolved_untimed", "pending_untimed")
_APART = ("awaiting_supplement", "returned", "stopped")


@frozen(repr=False, kw_only=True)
class Flow(Typed):
    """What every flow of cases has; how its new cases came in is up to the kind.

    `resolved_untimed` and `pending_untimed` are cases of which nobody noted whether the deadline
    was kept. `awaiting_supplement`, `returned` (or withdrawn) and `stopped` are printed by some
    reports; `counted_apart` says that such cases are not inside the columns before them, so that
    all three must be counted before the gap is known: as 0 where there are none.
    """

    brought_forward: Count = counting()
    early: Count = counting()
    on_time: Count = counting()
    overdue: Count = counting()
    resolved_untimed: Count = counting(0)
    pending_within_deadline: Count = counting(stock=True)
    pending_overdue: Count = counting(stock=True)
    pending_untimed: Count = counting(0, stock=True)
    awaiting_supplement: Count = counting(stock=True)
    returned: Count = counting()
    stopped: Count = counting()
    counted_apart: bool = False

    @property
    @abstractmethod
    def newly_received(self) -> Count:
        """The cases received in the period, by whichever channel."""

    @property
    def received_total(self) -> Count:
        """Brought forward and newly received together."""
        return total([self.brought_forward, self.newly_received])

    @property
    def resolved_total(self) -> Count:
        """Early, on time, overdue, and those of unknown timing."""
        return total([self.early, self.on_time, self.overdue, self.resolved_untimed])

    @property
    def timely(self) -> Count:
        """Early and on time together; not counted where the timing of some is unknown."""
        return total([self.early, self.on_time]) if self.resolved_untimed == 0 else None

    @property
    def pending_total(self) -> Count:
        """Within the deadline and past it, and those of unknown timing."""
        return total([self.pending_within_deadline, self.pending_overdue, self.pending_untimed])

    @property
    def carried_over(self) -> Count:
        """What the next period is brought forward: pending, and awaiting if counted apart."""
        return total([self.pending_total, self.awaiting_supplement if self.counted_apart else 0])

    @property
    def gap(self) -> Count:
        """How many more cases left than came: resolved + pending + apart - received.

        Not 0 is a question for a report that does not print what remains, not an error.
        """
        apart = [getattr(self, name) for name in _APART] if self.counted_apart else []
        out = total([self.resolved_total, self.pending_total, *apart])
        return None if out is None or self.received_total is None else out - self.received_total

    @property
    def early_rate(self) -> Rate | None:
        """Resolved before the due date, of all resolved."""
        return self._timed(self.early)

    @property
    def on_time_rate(self) -> Rate | None:
        """Resolved on the due date, of all resolved."""
        return self._timed(self.on_time)

    @property
    def overdue_rate(self) -> Rate | None:
        """Resolved after the due date, of all resolved."""
        return self._timed(self.overdue)

    @property
    def timely_rate(self) -> Rate | None:
        """Resolved early or on time, of all resolved: what most reports call "đúng hạn"."""
        return self._timed(self.timely)

    @property
    def timely_rate_766(self) -> Rate | None:
        """Early, on time, or pending within the deadline, of all received.

        The index of Decision 766/QĐ-TTg, by its description as implemented (practice).
        """
        if self.pending_untimed != 0:
            return None
        return rate(total([self.timely, self.pending_within_deadline]), self.received_total)

    @property
    def within_deadline_rate(self) -> Rate | None:
        """Pending within the deadline, of all pending."""
        if self.pending_untimed != 0:
            return None
        return rate(self.pending_within_deadline, self.pending_total)

    @classmethod
    def pool(cls, flows: Iterable[Self]) -> Self:
        """Put flows of one period side by side: every count adds up.

        If one of them counts awaiting, returned and stopped cases apart, the pool does; how many
        that makes in a flow that has them inside its other columns is not counted.
        """
        held = tuple(flows)
        apart = any(flow.counted_apart for flow in held)
        sums = {
            each.name: each.metadata[ADDS](_told(flow, each.name, apart=apart) for flow in held)
            for each in _adding(cls)
        }
        return cls(**sums, counted_apart=apart)

    def then(self, following: Self) -> Self:
        """Go on with the next period: the cumulative flow (lũy kế) of both.

        Raises `NotConsecutive` unless what is left here is what is brought forward there, and
        both count awaiting, returned and stopped cases in the same way.

            >>> first = CaseFlow(
            ...     brought_forward=0, new=5, early=3, on_time=0, overdue=0,
            ...     pending_within_deadline=2, pending_overdue=0,
            ... )
            >>> second = CaseFlow(
            ...     brought_forward=2, new=4, early=6, on_time=0, overdue=0,
            ...     pending_within_deadline=0, pending_overdue=0,
            ... )
            >>> first.then(second).received_total
            9
        """
        if self.counted_apart is not following.counted_apart:
            raise NotConsecutive(
                f"flows that count {', '.join(_APART)} inside, and apart",
                "one way of counting them",
                "count them in both periods in the same way",
            )
        if self.carried_over is None or self.carried_over != following.brought_forward:
            raise NotConsecutive(
                f"{quoted(self.carried_over)} left, {quoted(following.brought_forward)} brought "
                "forward",
                "the next period to bring forward what this one leaves",
                "correct one of the two counts, or pool flows of one period",
            )
        return type(self)(**self._over_time(following), counted_apart=self.counted_apart)

    def sheet(self, key: str, unit: str = "case") -> Sheet:
        """Name every count, total and rate, with the rules that tie them.

        >>> flow = CaseFlow.untimed(brought_forward=0, new=11, resolved=11, pending=0)
        >>> flow.sheet("letters").value("letters.received_total")
        11
        """
        at = Keys(key)
        untimed = {name for name in _UNTIMED if getattr(self, name) != 0}
        apart = _APART if self.counted_apart else ()
        inside = {name for name in _APART if getattr(self, name)}
        left_out = at.all(*{*_UNTIMED, *_APART} - untimed - inside - {*apart})
        figures = [each for each in counted_figures(self, at, unit) if each.key not in left_out]
        resolved = ("early", "on_time", "overdue", *untimed & {"resolved_untimed"})
        pending = ("pending_within_deadline", "pending_overdue", *untimed & {"pending_untimed"})
        return Sheet(figures) + [
            *derived_counts(at, unit, "received_total", "resolved_total", "pending_total"),
            Sum(at("received_total"), at.all("brought_forward", *self._new)),
            Sum(at("resolved_total"), at.all(*resolved)),
            Sum(at("pending_total"), at.all(*pending)),
            Sum(at("received_total"), at.all("resolved_total", "pending_total", *apart)),
            *_timing(at, unit, untimed),
        ]

    @property
    @abstractmethod
    def _new(self) -> tuple[str, ...]:
        """The names of the counts newly received."""

    def _over_time(self, following: Flow) -> dict[str, Any]:
        """Add up what two periods had; what is brought forward, and stocks, are of one of them."""
        counts = {
            each.name: getattr(following, each.name)
            if each.metadata[STOCK]
            else each.metadata[ADDS]([getattr(self, each.name), getattr(following, each.name)])
            for each in _adding(type(self))
        }
        return counts | {"brought_forward": self.brought_forward}

    def _timed(self, part: Count) -> Rate | None:
        return rate(part, self.resolved_total) if self.resolved_untimed == 0 else None


def _timing(at: Keys, unit: str, untimed: Collection[str]) -> Iterator[Figure | Relation]:
    """Tie the rates that are known if the timing of all their cases is."""
    if "resolved_untimed" not in untimed:
        yield from derived_counts(at, unit, "timely")
        yield Sum(at("timely"), at.all("early", "on_time"))
        for part in ("early", "on_time", "overdue", "timely"):
            yield from share(at, f"{part}_rate", part, "resolved_total")
    if "pending_untimed" not in untimed:
        yield from share(at, "within_deadline_rate", "pending_within_deadline", "pending_total")
    if not untimed:
        yield from derived_counts(at, unit, "timely_766")
        yield Sum(at("timely_766"), at.all("timely", "pending_within_deadline"))
        yield from share(at, "timely_rate_766", "timely_766", "received_total")


def _adding(kind: type[Flow]) -> list[Attribute[Any]]:
    return [each for each in fields(kind) if ADDS in each.metadata]


def _told(flow: Flow, name: str, *, apart: bool) -> Any:  # noqa: ANN401 - as the field
    """Give a count; how many of those inside other columns are apart is not counted."""
    value = getattr(flow, name)
    hidden = apart and not flow.counted_apart and name in _APART
    return None if hidden and value else value


@frozen(repr=False, kw_only=True)
class CaseFlow(Flow):
    """A flow of cases of which it does not matter how they came in."""

    new: Count = counting()

    @property
    def newly_received(self) -> Count:
        """The cases received in the period."""
        return self.new

    @property
    def _new(self) -> tuple[str, ...]:
        return ("new",)

    @classmethod
    def untimed(
        cls, *, brought_forward: Count, new: Count, resolved: Count, pending: Count
    ) -> CaseFlow:
        """A flow of which nobody noted whether deadlines were kept, as of letters.

        >>> CaseFlow.untimed(brought_forward=0, new=11, resolved=11, pending=0).gap
        0
        """
        return cls(
            brought_forward=brought_forward,
            new=new,
            early=0,
            on_time=0,
            overdue=0,
            resolved_untimed=resolved,
            pending_within_deadline=0,
            pending_overdue=0,
            pending_untimed=pending,
        )

"""Dossiers of administrative procedures: what each is about, how it came in, and its three days.

>>> dossier = Dossier(
...     code="1", service_field="certification", channel=Channel.ONLINE,
...     received=date(2024, 5, 6), due=date(2024, 5, 8), resolved=date(2024, 5, 8),
... )
>>> dossier.status(date(2024, 5, 7)), dossier.status(date(2024, 5, 8))
(DossierStatus.PENDING_WITHIN_DEADLINE, DossierStatus.ON_TIME)
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from wardstats.errors import OutOfRange
from wardstats.figures.rates import Rate
from wardstats.figures.typed import Code, Typed
from wardstats.ward.facts import member_of, yes_or_no
from wardstats.ward.periods import Period, a_day
from wardstats.ward.sections import a_code

if TYPE_CHECKING:
    from collections.abc import Iterable


class Channel(Code):
    """How a dossier came in."""

    ONLINE = "online"
    IN_PERSON = "in-person"
    POSTAL = "postal"


class OnlineLevel(Code):
    """How much of a procedure is done online: toàn trình, một phần, or none."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Competence(Code):
    """Whose procedure it is: the commune's, the province's, or a vertical sector's (ngành dọc)."""

    COMMUNE = "commune"
    PROVINCE = "province"
    VERTICAL_SECTOR = "vertical-sector"


class DossierStatus(Code):
    """Where a dossier stands on a day."""

    NOT_RECEIVED = "not-received"
    EARLY = "early"
    ON_TIME = "on-time"
    OVERDUE = "overdue"
    PENDING_WITHIN_DEADLINE = "pending-within-deadline"
    PENDING_OVERDUE = "pending-overdue"

    @property
    def is_pending(self) -> bool:
        """Whether the dossier is still to be resolved."""
        return self in (DossierStatus.PENDING_WITHIN_DEADLINE, DossierStatus.PENDING_OVERDUE)


class EarlyBoundary(Code):
    """What counts as early; the law does not split early from on time, offices do.

    BEFORE_DUE_DATE: resolved before the due date is early, on it on time. ON_DUE_DATE: resolved
    on the due date is early, too, so that nothing is on time (practice of some provinces).
    """

    BEFORE_DUE_DATE = "before-due-date"
    ON_DUE_DATE = "on-due-date"


USUAL_BOUNDARY = EarlyBoundary.BEFORE_DUE_DATE


def _maybe_a_day(value: date | None) -> date | None:
    return None if value is None else a_day(value)


@frozen(repr=False, kw_only=True)
class Dossier(Typed):
    """One dossier: what it is about, how it came in, and its three days.

    `due` is the day promised (ngày hẹn trả), `resolved` the day it was done, None while pending.
    Facts that an office does not record are None.
    """

    code: str
    service_field: str = field(converter=a_code)
    channel: Channel = field(validator=member_of(Channel))
    received: date = field(converter=a_day)
    due: date = field(converter=a_day)
    resolved: date | None = field(default=None, converter=_maybe_a_day)
    procedure_code: str | None = None
    digitised: bool | None = field(default=None, converter=yes_or_no)
    e_result: bool | None = field(default=None, converter=yes_or_no)
    paper_result_required: bool | None = field(default=None, converter=yes_or_no)
    paid_online: bool | None = field(default=None, converter=yes_or_no)
    online_level: OnlineLevel | None = field(default=None, validator=member_of(OnlineLevel))
    competence: Competence = field(default=Competence.COMMUNE, validator=member_of(Competence))

    def __attrs_post_init__(self) -> None:
        """Refuse days out of order."""
        for name in ("due", "resolved"):
            day = getattr(self, name)
            if day is not None and day < self.received:
                raise OutOfRange(
                    f"dossier {self.code}: {name} {day}, received {self.received}",
                    f"{name} on the day it was received, or later",
                    "check the two dates",
                )

    def status(self, as_of: date, boundary: EarlyBoundary = USUAL_BOUNDARY) -> DossierStatus:
        """Say where the dossier stands at the end of a day."""
        if as_of < self.received:
            return DossierStatus.NOT_RECEIVED
        if self.resolved is None or as_of < self.resolved:
            late = self.due < as_of
            return DossierStatus.PENDING_OVERDUE if late else DossierStatus.PENDING_WITHIN_DEADLINE
        if self.due < self.resolved:
            return DossierStatus.OVERDUE
        usual = EarlyBoundary.given(boundary) is EarlyBoundary.BEFORE_DUE_DATE
        on_the_day = usual and self.resolved == self.due
        return DossierStatus.ON_TIME if on_the_day else DossierStatus.EARLY


def due_in_period(dossiers: Iterable[Dossier], period: Period) -> Rate:
    """Rate the dossiers due in a period by whether they were resolved by their due date.

    A third base of on-time rates in use, beside those resolved and those received: what falls
    due (đến hạn giải quyết). What is still pending at its due date was not on time.
    """
    due = [each for each in dossiers if each.due in period]
    kept = sum(each.resolved is not None and each.resolved <= each.due for each in due)
    return Rate(kept, len(due))

"""Single dossiers: where one stands on a day, and which were resolved by their due date."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from wardstats import Rate
from wardstats.errors import OutOfRange, Unreadable, WrongKind
from wardstats.figures.typed import Code
from wardstats.ward.dossiers import (
    Channel,
    Competence,
    Dossier,
    DossierStatus,
    EarlyBoundary,
    OnlineLevel,
    due_in_period,
)
from wardstats.ward.periods import Period


def may(day: int) -> date:
    return date(2024, 5, day)


def dossier(**facts: Any) -> Dossier:
    """Give a dossier received on 6 May and due on 8 May, but for some facts."""
    usual = {
        "code": "H50.12-240506-0001",
        "service_field": "civil-status",
        "channel": Channel.ONLINE,
        "received": may(6),
        "due": may(8),
    }
    return Dossier(**{**usual, **facts})


@pytest.mark.parametrize(
    ("resolved", "as_of", "status"),
    [
        (None, 5, DossierStatus.NOT_RECEIVED),
        (7, 5, DossierStatus.NOT_RECEIVED),
        (None, 6, DossierStatus.PENDING_WITHIN_DEADLINE),
        (None, 8, DossierStatus.PENDING_WITHIN_DEADLINE),
        (None, 9, DossierStatus.PENDING_OVERDUE),
        (7, 6, DossierStatus.PENDING_WITHIN_DEADLINE),
        (7, 7, DossierStatus.EARLY),
        (8, 7, DossierStatus.PENDING_WITHIN_DEADLINE),
        (8, 8, DossierStatus.ON_TIME),
        (9, 8, DossierStatus.PENDING_WITHIN_DEADLINE),
        (9, 9, DossierStatus.OVERDUE),
        (12, 10, DossierStatus.PENDING_OVERDUE),
        (12, 31, DossierStatus.OVERDUE),
        (6, 6, DossierStatus.EARLY),
    ],
)
def test_a_status_holds_at_the_end_of_a_day(
    resolved: int | None, as_of: int, status: DossierStatus
) -> None:
    """Before, on and after the due date; what is resolved later is still pending."""
    facts = {} if resolved is None else {"resolved": may(resolved)}
    assert dossier(**facts).status(may(as_of)) is status


@pytest.mark.parametrize(
    ("resolved", "usual", "other"),
    [
        (7, DossierStatus.EARLY, DossierStatus.EARLY),
        (8, DossierStatus.ON_TIME, DossierStatus.EARLY),
        (9, DossierStatus.OVERDUE, DossierStatus.OVERDUE),
    ],
)
def test_what_is_early_is_up_to_the_office(
    resolved: int, usual: DossierStatus, other: DossierStatus
) -> None:
    """Some count the due date itself as early; late is late to all."""
    done = dossier(resolved=may(resolved))
    assert done.status(may(31), EarlyBoundary.BEFORE_DUE_DATE) is usual
    assert done.status(may(31), EarlyBoundary.ON_DUE_DATE) is other


@pytest.mark.parametrize(
    ("codes", "values"),
    [
        (Channel, ["online", "in-person", "postal"]),
        (OnlineLevel, ["full", "partial", "none"]),
        (Competence, ["commune", "province", "vertical-sector"]),
        (EarlyBoundary, ["before-due-date", "on-due-date"]),
        (
            DossierStatus,
            [
                *("not-received", "early", "on-time", "overdue"),
                *("pending-within-deadline", "pending-overdue"),
            ],
        ),
    ],
)
def test_codes_stay_as_they_are(codes: type[Code], values: list[str]) -> None:
    """Files hold them, so they never change."""
    assert [code.value for code in codes] == values


def test_two_statuses_are_pending() -> None:
    """All others are resolved, or not yet there."""
    pending = {status for status in DossierStatus if status.is_pending}
    assert pending == {DossierStatus.PENDING_WITHIN_DEADLINE, DossierStatus.PENDING_OVERDUE}


def test_due_in_a_period_is_a_base_of_its_own() -> None:
    """Of four that fall due, one is late and one still pending; one is due later."""
    dossiers = [
        dossier(resolved=may(7)),
        dossier(resolved=may(8)),
        dossier(resolved=may(9)),
        dossier(),
        dossier(due=may(20), resolved=may(7)),
    ]
    assert due_in_period(dossiers, Period(may(1), may(14))) == Rate(2, 4)
    assert due_in_period(dossiers, Period.day(may(15))) == Rate(0, 0)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"due": may(5)}, "due 2024-05-05, received 2024-05-06"),
        ({"resolved": may(5)}, "resolved 2024-05-05, received 2024-05-06"),
    ],
)
def test_days_out_of_order_are_refused(facts: dict[str, Any], message: str) -> None:
    """The dossier is named by its code, with both days."""
    with pytest.raises(OutOfRange, match=f"H50.12-240506-0001: {message}.*check the two dates"):
        dossier(**facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"received": datetime(2024, 5, 6, 8, 30, tzinfo=UTC)},
        {"due": "2024-05-08"},
        {"resolved": datetime(2024, 5, 6, 8, 30, tzinfo=UTC)},
    ],
)
def test_days_are_dates(facts: dict[str, Any]) -> None:
    """A moment is refused: which day it is depends on the place."""
    with pytest.raises(WrongKind, match=r"expected a datetime\.date"):
        dossier(**facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"channel": "online"},
        {"online_level": "full"},
        {"competence": Channel.ONLINE},
        {"digitised": "no"},
        {"e_result": 1},
        {"paper_result_required": "có"},
        {"paid_online": "false"},
    ],
)
def test_what_would_be_counted_wrongly_is_refused(facts: dict[str, Any]) -> None:
    """Text is no code: "online" would count as in person, and "no" as yes."""
    with pytest.raises(WrongKind):
        dossier(**facts)


def test_a_service_field_is_a_code() -> None:
    """Counts by field stand under keys, which have no spaces."""
    with pytest.raises(Unreadable, match="expected a code without spaces"):
        dossier(service_field="Hộ tịch")


def test_a_dossier_prints_as_it_is_typed() -> None:
    """What a notebook shows can be pasted back: every fact by its name, unless not recorded."""
    assert repr(dossier(digitised=True, online_level=OnlineLevel.FULL)) == (
        "Dossier(code='H50.12-240506-0001', service_field='civil-status', "
        "channel=Channel.ONLINE, received=datetime.date(2024, 5, 6), "
        "due=datetime.date(2024, 5, 8), digitised=True, online_level=OnlineLevel.FULL)"
    )

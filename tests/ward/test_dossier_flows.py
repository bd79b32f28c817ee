"""Flows of dossiers: a real row of Form II.06, and rows counted from single dossiers."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from wardstats import Breakdown, Rate, Sum
from wardstats.errors import NotConsecutive, OutOfRange, Unreadable, WrongKind
from wardstats.figures.values import IMPOSSIBLE
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.dossiers import Channel, Dossier, EarlyBoundary
from wardstats.ward.periods import Period

# A ward's report for 15/12/2023-14/11/2024: the fields make two more than the total.
REAL = DossierFlow(
    online=1775,
    in_person_or_postal=27,
    brought_forward=4,
    early=1484,
    on_time=315,
    overdue=0,
    pending_within_deadline=7,
    pending_overdue=0,
    received_by_field={
        "social-protection": 60,
        "certification": 1284,
        "civil-status": 436,
        "merit": 24,
        "emulation": 2,
        "linked-civil-status": 2,
    },
    pending_by_field={"merit": 6, "civil-status": 1},
    digitised=1794,
    to_digitise=1804,
    e_results=1794,
    e_results_owed=1800,
)


def test_the_totals_of_a_real_report() -> None:
    """1.806 received, of which 1.802 in the period; 1.799 resolved; 7 pending; none missing."""
    assert (REAL.received_total, REAL.newly_received) == (1806, 1802)
    assert (REAL.resolved_total, REAL.pending_total, REAL.gap) == (1799, 7, 0)


@pytest.mark.parametrize(
    ("rate", "printed"),
    [
        (REAL.early_rate, "82.5"),
        (REAL.on_time_rate, "17.5"),
        (REAL.overdue_rate, "0.0"),
        (REAL.timely_rate, "100.0"),
        (REAL.timely_rate_766, "100.0"),
        (REAL.within_deadline_rate, "100.0"),
        (REAL.digitisation_rate, "99.4"),
        (REAL.e_result_rate, "99.7"),
        (REAL.online_rate, "98.5"),
    ],
)
def test_the_rates_of_a_real_report(rate: Rate, printed: str) -> None:
    """Each is rounded half up, once, from its counts; the online rate is over new dossiers."""
    assert str(rate.percent(1)) == printed


def test_the_fields_of_a_real_report_do_not_make_its_total() -> None:
    """A report that does not fit loads, and its breakdown tells by how much."""
    received, pending = REAL.received_breakdown, REAL.pending_breakdown
    assert received is not None
    assert (received.total, received.gap) == (1806, 2)
    assert pending == Breakdown(7, {"civil-status": 1, "merit": 6})


def test_without_fields_there_is_no_breakdown() -> None:
    """Nobody counted by field is not the same as no field having any."""
    assert evolve(REAL, received_by_field=None).received_breakdown is None
    assert not any("by_field" in key for key in DossierFlow().sheet("x").values())
    assert evolve(REAL, online=None).received_breakdown is None
    assert DossierFlow.pool([]).pending_breakdown == Breakdown(0, {})


def test_the_sheet_of_a_real_report() -> None:
    """Every figure stands under its key, the fields under theirs."""
    sheet = REAL.sheet("dossiers")
    expected = {
        "received_total": 1806,
        "newly_received": 1802,
        "resolved_total": 1799,
        "pending_total": 7,
        "received_by_field.certification": 1284,
        "pending_by_field.merit": 6,
        "early_rate": Rate(1484, 1799).value,
        "online_rate": Rate(1775, 1802).value,
        "digitisation_rate": Rate(1794, 1804).value,
        "e_result_rate": Rate(1794, 1800).value,
    }
    assert {name: sheet.value(f"dossiers.{name}") for name in expected} == expected
    assert {each.unit for each in sheet if each.kind.value == "count"} == {"dossier"}


def test_the_sheet_finds_what_a_field_would_have_to_be() -> None:
    """By the total received, certification should have two fewer."""
    sheet = REAL.sheet("x")
    by_field = next(
        each
        for each in sheet.relations
        if isinstance(each, Sum) and "x.received_by_field.merit" in each.parts
    )
    answer = by_field.solve("x.received_by_field.certification", sheet.values())
    assert str(answer) == "Interval(1282, 1282)"


def test_the_sheet_of_figures_that_do_not_fit_does_not_raise() -> None:
    """More digitised than there were to digitise is impossible, and said so."""
    sheet = evolve(REAL, digitised=1805).sheet("x")
    assert sheet.value("x.digitisation_rate") == IMPOSSIBLE
    with pytest.raises(OutOfRange):
        _ = evolve(REAL, digitised=1805).digitisation_rate


def test_a_field_without_dossiers_is_as_one_not_named() -> None:
    """Order does not matter either."""
    named = evolve(REAL, pending_by_field=[("civil-status", 1), ("land", 0), ("merit", 6)])
    assert named == REAL
    assert hash(named) == hash(REAL)


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"Hộ tịch": 1}, Unreadable),
        ({"": 1}, Unreadable),
        ({7: 1}, WrongKind),
        ({"merit": -1}, OutOfRange),
    ],
)
def test_fields_are_codes_with_counts(parts: dict[Any, int], error: type[Exception]) -> None:
    """Anything else could not stand in a sheet."""
    with pytest.raises(error):
        DossierFlow(received_by_field=parts)


START = date(2024, 1, 1)
FIRST, SECOND = Period.calendar_month(2024, 1), Period.calendar_month(2024, 2)


def dossier(
    received: int,
    due: int,
    resolved: int | None,
    **facts: Any,
) -> Dossier:
    """Give a dossier by its days, counted from New Year's Day as 0."""
    usual = {"code": "1", "service_field": "civil-status", "channel": Channel.ONLINE}
    return Dossier(
        received=START + timedelta(received),
        due=START + timedelta(due),
        resolved=None if resolved is None else START + timedelta(resolved),
        **{**usual, **facts},
    )


def test_dossiers_are_counted_into_their_columns() -> None:
    """Each stands once among those received, and once among those resolved or pending."""
    flow = DossierFlow.count(
        [
            dossier(-5, 2, -1),  # resolved before the month
            dossier(-5, 2, 0),  # brought forward, early on the first day
            dossier(-5, 2, 1),  # brought forward, early
            dossier(-5, -2, None, channel=Channel.POSTAL),  # brought forward, still pending
            dossier(0, 5, 5),  # on time
            dossier(30, 40, None, channel=Channel.IN_PERSON, service_field="land"),
            dossier(10, 15, 16, channel=Channel.POSTAL),  # overdue
            dossier(12, 15, 14, channel=Channel.POSTAL),  # early
            dossier(10, 15, 31),  # resolved after the month: pending past its day
            dossier(31, 35, 32),  # received after the month
        ],
        FIRST,
    )
    assert (flow.brought_forward, flow.online, flow.in_person_or_postal) == (3, 2, 3)
    assert (flow.early, flow.on_time, flow.overdue) == (3, 1, 1)
    assert (flow.pending_within_deadline, flow.pending_overdue) == (1, 2)
    assert dict(flow.received_by_field or ()) == {"civil-status": 7, "land": 1}
    assert dict(flow.pending_by_field or ()) == {"civil-status": 2, "land": 1}
    assert flow.gap == 0


def test_the_boundary_of_early_goes_through() -> None:
    """An office that counts the due date as early has none on time."""
    dossiers = [dossier(0, 5, 5), dossier(0, 5, 4)]
    flow = DossierFlow.count(dossiers, FIRST, EarlyBoundary.ON_DUE_DATE)
    assert (flow.early, flow.on_time) == (2, 0)
    with pytest.raises(WrongKind, match="EarlyBoundary"):
        DossierFlow.count(dossiers, FIRST, "on-due-date")  # type: ignore[arg-type]


def test_digitised_is_counted_of_those_received_in_the_period() -> None:
    """What was brought forward was to be digitised when it came in."""
    flow = DossierFlow.count(
        [dossier(-5, 2, 1, digitised=False), dossier(0, 5, 4, digitised=True)], FIRST
    )
    assert flow.digitisation_rate == Rate(1, 1)


def test_a_fact_one_dossier_does_not_record_is_not_counted() -> None:
    """One unknown leaves no sum; a dossier that takes no part does not matter."""
    dossiers = [dossier(0, 5, 4, digitised=True), dossier(0, 5, 4)]
    assert DossierFlow.count(dossiers, FIRST).digitised is None
    assert DossierFlow.count(dossiers, FIRST).to_digitise == 2
    dossiers[1] = dossier(31, 35, 32)
    assert DossierFlow.count(dossiers, FIRST).digitised == 1


def test_electronic_results_are_counted_of_those_owed_on_paper() -> None:
    """Only resolved dossiers have results, and one that owes no paper has none to count."""
    flow = DossierFlow.count(
        [
            dossier(0, 5, 4, paper_result_required=True, e_result=True),
            dossier(0, 5, 4, paper_result_required=True, e_result=False),
            dossier(0, 5, 4, paper_result_required=False),
            dossier(0, 5, None),
        ],
        FIRST,
    )
    assert flow.e_result_rate == Rate(1, 2)
    unsure = DossierFlow.count([dossier(0, 5, 4, e_result=True)], FIRST)
    assert (unsure.e_results_owed, unsure.e_results) == (None, 1)


def test_what_dossiers_do_not_record_is_not_counted() -> None:
    """Nobody can tell which dossiers await a supplement, or were returned, by their days."""
    flow = DossierFlow.count([dossier(0, 5, 4), dossier(0, 5, None)], FIRST)
    assert (flow.awaiting_supplement, flow.returned, flow.stopped) == (None, None, None)
    assert DossierFlow.count([], FIRST) == DossierFlow.pool([])


def test_counting_apart_makes_the_rows_of_the_form() -> None:
    """One row a service field, and the total row is their pool."""
    dossiers = [dossier(0, 5, 4), dossier(0, 5, 5, service_field="land"), dossier(1, 9, None)]
    rows = DossierFlow.count_by(dossiers, FIRST, lambda each: each.service_field)
    assert {field: row.received_total for field, row in rows.items()} == {
        "civil-status": 2,
        "land": 1,
    }
    assert DossierFlow.pool(rows.values()) == DossierFlow.count(dossiers, FIRST)


def test_two_months_make_what_both_received_once() -> None:
    """A dossier pending between them is in both by field, and in neither twice."""
    dossiers = [dossier(0, 5, 40), dossier(1, 5, 4), dossier(33, 35, 34, service_field="land")]
    first, second = (DossierFlow.count(dossiers, month) for month in (FIRST, SECOND))
    assert dict(second.received_by_field or ()) == {"civil-status": 1, "land": 1}
    both = first.then(second)
    assert dict(both.received_by_field or ()) == {"civil-status": 2, "land": 1}
    assert both == DossierFlow.count(dossiers, FIRST.then(SECOND))


def test_fields_not_counted_in_one_period_are_not_counted_in_both() -> None:
    """To count each dossier once needs what was pending in its field."""
    second = DossierFlow(brought_forward=7, received_by_field={"merit": 9})
    for first in (
        evolve(REAL, received_by_field=None),
        evolve(REAL, pending_by_field=None),
        evolve(REAL, pending_by_field={"land": 7}),  # more than land received in both periods
    ):
        joined = first.then(second)
        assert joined.received_by_field is None
        assert joined.brought_forward == 4
    assert dict(REAL.then(second).received_by_field or ())["merit"] == 24 + 9 - 6
    none_left = evolve(REAL, received_by_field={"land": 7}, pending_by_field={"land": 7})
    nothing_new = DossierFlow(brought_forward=7, received_by_field={})
    assert none_left.then(nothing_new).received_by_field == (("land", 0),)


def test_the_next_period_brings_forward_what_was_pending() -> None:
    """Seven were left, so seven are brought forward, or the period is refused."""
    with pytest.raises(NotConsecutive, match="7 left, 4 brought forward"):
        REAL.then(REAL)


def test_linked_service_fields_are_marked_in_the_sum() -> None:
    """Dossiers of procedures done in one go may be counted under another field as well."""
    flow = DossierFlow(received_by_field={"civil-status": 436, "linked-civil-status": 2})
    sums = [rule for rule in flow.sheet("dossiers").relations if isinstance(rule, Sum)]
    assert [rule.linked for rule in sums if rule.linked] == [
        ("dossiers.received_by_field.linked-civil-status",)
    ]

"""Flows of cases: columns, totals, named rates, the gap, and the sheet that ties them."""

from typing import Any

import pytest
from attrs import evolve

from wardstats import FigureKind, Interval, Rate, Sum
from wardstats.errors import NotConsecutive, NotExact, OutOfRange
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.caseflow import CaseFlow

# Tasks assigned to a ward in one quarter.
TASKS = CaseFlow(
    brought_forward=2,
    new=30,
    early=20,
    on_time=7,
    overdue=1,
    pending_within_deadline=3,
    pending_overdue=1,
)


def flow(**counts: Any) -> CaseFlow:
    """Give a flow of nothing, but for some counts."""
    return evolve(CaseFlow.pool([]), **counts)


def test_totals_are_made_of_their_columns() -> None:
    """Received is brought forward and new; resolved, timely and pending are made alike."""
    assert (TASKS.received_total, TASKS.newly_received) == (32, 30)
    assert (TASKS.resolved_total, TASKS.timely, TASKS.pending_total) == (28, 27, 4)
    assert (TASKS.carried_over, TASKS.gap) == (4, 0)


def test_each_rate_has_its_own_base() -> None:
    """On the due day, in time, in time or still within it: offices mean different things."""
    assert TASKS.early_rate == Rate(20, 28)
    assert TASKS.on_time_rate == Rate(7, 28)
    assert TASKS.overdue_rate == Rate(1, 28)
    assert TASKS.timely_rate == Rate(27, 28)
    assert TASKS.timely_rate_766 == Rate(30, 32)
    assert TASKS.within_deadline_rate == Rate(3, 4)


def test_a_gap_says_how_many_more_left_than_came() -> None:
    """It is negative where cases are missing; a report that does not fit still loads."""
    assert evolve(TASKS, pending_overdue=0).gap == -1
    assert evolve(TASKS, on_time=9).gap == 2


def test_a_flow_of_which_nothing_is_known_has_no_totals() -> None:
    """Every total, rate and the gap are None, none of them 0."""
    unknown = CaseFlow()
    totals = (unknown.received_total, unknown.resolved_total, unknown.pending_total)
    rest = (unknown.timely, unknown.carried_over, unknown.gap)
    rates = (unknown.early_rate, unknown.timely_rate_766, unknown.within_deadline_rate)
    assert (totals, rest, rates) == ((None,) * 3,) * 3


def test_what_does_not_depend_on_a_missing_count_is_known() -> None:
    """A report without what remains tells what it received and resolved, and no gap."""
    printed = evolve(TASKS, pending_within_deadline=None)
    assert (printed.received_total, printed.resolved_total) == (32, 28)
    assert (printed.pending_total, printed.gap) == (None, None)
    assert printed.timely_rate == Rate(27, 28)
    assert printed.timely_rate_766 is None


def test_a_flow_of_nothing_has_rates_without_value() -> None:
    """Nothing arose is known, unlike what was not counted."""
    nothing = flow()
    assert (nothing.received_total, nothing.gap) == (0, 0)
    assert nothing.early_rate == Rate(0, 0)


def test_letters_of_unknown_timing_have_totals_and_no_rates_by_time() -> None:
    """Ten petitions and a complaint, all resolved: how fast, the report does not say."""
    letters = CaseFlow.untimed(brought_forward=0, new=11, resolved=11, pending=0)
    assert (letters.received_total, letters.resolved_total, letters.gap) == (11, 11, 0)
    assert (letters.timely, letters.early_rate, letters.timely_rate) == (None, None, None)
    assert letters.timely_rate_766 is None


def test_the_timing_of_some_is_not_the_timing_of_all() -> None:
    """One case of unknown timing leaves no rate by time, resolved or pending."""
    resolved = evolve(TASKS, resolved_untimed=1)
    assert (resolved.resolved_total, resolved.timely, resolved.overdue_rate) == (29, None, None)
    assert resolved.within_deadline_rate == Rate(3, 4)
    pending = evolve(TASKS, pending_untimed=1)
    assert (pending.pending_total, pending.timely_rate) == (5, Rate(27, 28))
    assert pending.timely_rate_766 is pending.within_deadline_rate is None


def test_how_many_are_of_unknown_timing_may_itself_be_unknown() -> None:
    """Then neither the total is known, nor any rate by time."""
    unsure = evolve(TASKS, resolved_untimed=None, pending_untimed=None)
    assert (unsure.resolved_total, unsure.timely, unsure.timely_rate) == (None, None, None)
    assert (unsure.pending_total, unsure.within_deadline_rate) == (None, None)


INSIDE = evolve(TASKS, awaiting_supplement=2, returned=1, stopped=0)
APART = evolve(
    TASKS,
    on_time=4,
    pending_within_deadline=2,
    awaiting_supplement=2,
    returned=1,
    stopped=1,
    counted_apart=True,
)


def test_cases_inside_other_columns_are_not_counted_again() -> None:
    """Two that await a supplement are among those pending."""
    assert (INSIDE.pending_total, INSIDE.carried_over, INSIDE.gap) == (4, 4, 0)


def test_cases_apart_are_in_no_other_column() -> None:
    """Those awaiting go on to the next period, those returned and stopped do not."""
    assert (APART.resolved_total, APART.pending_total) == (25, 3)
    assert (APART.carried_over, APART.gap) == (5, 0)


def test_cases_apart_must_all_be_counted_for_a_gap() -> None:
    """Where one of the three columns is not known, neither is what is missing."""
    partly = evolve(APART, stopped=None)
    assert partly.gap is None
    assert partly.carried_over == 5
    assert evolve(APART, awaiting_supplement=None).carried_over is None
    assert partly.sheet("tasks").value("tasks.stopped") == NOT_COUNTED


def test_a_pool_of_both_ways_of_counting_does_not_guess() -> None:
    """How many are apart where they are inside is not counted, so the gap is not known."""
    both = CaseFlow.pool([INSIDE, APART])
    assert both.counted_apart
    assert (both.awaiting_supplement, both.returned, both.stopped) == (None, None, 1)
    assert both.resolved_total == 28 + 25
    assert both.gap is None


def test_a_pool_with_a_flow_that_tells_of_none_knows_no_gap() -> None:
    """A ward that does not count returned cases may have some: the pool of two has no gap."""
    assert CaseFlow.pool([APART, TASKS]).gap is None
    assert CaseFlow.pool([APART, flow()]) == APART
    assert CaseFlow.pool([APART, APART]).gap == 0


def test_one_period_goes_on_from_another() -> None:
    """What is brought forward counts once; what is pending is what is left at the end."""
    second = CaseFlow(
        brought_forward=4,
        new=10,
        early=12,
        on_time=0,
        overdue=1,
        pending_within_deadline=1,
        pending_overdue=0,
    )
    half = TASKS.then(second)
    assert half == CaseFlow(
        brought_forward=2,
        new=40,
        early=32,
        on_time=7,
        overdue=2,
        pending_within_deadline=1,
        pending_overdue=0,
    )
    assert half.gap == 0


def test_cases_of_unknown_timing_go_on_like_others() -> None:
    """One letter pending, however long, is one brought forward; then none is left."""
    first = CaseFlow.untimed(brought_forward=0, new=3, resolved=2, pending=1)
    second = CaseFlow.untimed(brought_forward=1, new=1, resolved=2, pending=0)
    assert first.then(second) == CaseFlow.untimed(brought_forward=0, new=4, resolved=4, pending=0)


def test_cases_that_await_a_supplement_apart_are_brought_forward() -> None:
    """What the next period begins with are those pending and those awaiting."""
    second = flow(brought_forward=5, early=5, counted_apart=True)
    joined = APART.then(second)
    assert (joined.awaiting_supplement, joined.returned, joined.stopped) == (0, 1, 1)
    assert joined.gap == 0


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (TASKS, flow(brought_forward=3), "4 left, 3 brought forward"),
        (TASKS, CaseFlow(), "4 left, None brought forward"),
        (CaseFlow(), CaseFlow(), "None left, None brought forward"),
        (APART, flow(brought_forward=5), "inside, and apart"),
    ],
)
def test_a_period_that_does_not_go_on_is_refused(
    first: CaseFlow, second: CaseFlow, message: str
) -> None:
    """Both counts are quoted; what is not known goes on from nothing."""
    with pytest.raises(NotConsecutive, match=message):
        first.then(second)


@pytest.mark.parametrize(("count", "error"), [(-1, OutOfRange), (2.0, NotExact), (True, NotExact)])
def test_columns_are_counts(count: int, error: type[Exception]) -> None:
    """What is no count is refused at once; what does not fit is not."""
    with pytest.raises(error):
        CaseFlow(new=count)


def test_the_sheet_names_every_column_total_and_rate() -> None:
    """Its keys are the names of the class, and its values the exact figures."""
    sheet = TASKS.sheet("tasks", "task")
    assert set(sheet.values()) == {
        f"tasks.{name}"
        for name in (
            *("brought_forward", "new", "early", "on_time", "overdue"),
            *("pending_within_deadline", "pending_overdue"),
            *("received_total", "resolved_total", "timely", "timely_766", "pending_total"),
            *("early_rate", "on_time_rate", "overdue_rate", "timely_rate", "timely_rate_766"),
            "within_deadline_rate",
        )
    }
    assert sheet.value("tasks.timely_rate") == Rate(27, 28).value
    assert {each.unit for each in sheet if each.kind is FigureKind.COUNT} == {"task"}
    assert TASKS.sheet("tasks")["tasks.received_total"].unit == "case"


def test_what_was_received_is_what_was_resolved_and_what_is_left() -> None:
    """The sheet holds the rule, which tells any of the three by the other two."""
    sheet = TASKS.sheet("x")
    conserved = Sum("x.received_total", ("x.resolved_total", "x.pending_total"))
    assert conserved in sheet.relations
    assert conserved.solve("x.pending_total", sheet.values()) == Interval(4, 4)
    with_apart = ("x.awaiting_supplement", "x.returned", "x.stopped")
    assert Sum("x.received_total", (*conserved.parts, *with_apart)) in APART.sheet("x").relations


def test_the_sheet_leaves_out_columns_a_report_does_not_have() -> None:
    """Untimed, awaiting, returned and stopped cases are named where there are any."""
    keys = {key.removeprefix("x.") for key in TASKS.sheet("x").values()}
    assert keys.isdisjoint({"resolved_untimed", "pending_untimed", "awaiting_supplement"})
    inside = INSIDE.sheet("x")
    assert "x.returned" in inside
    assert "x.stopped" not in inside
    assert inside.value("x.received_total") == 32
    untimed = CaseFlow.untimed(brought_forward=0, new=2, resolved=1, pending=1).sheet("x")
    assert (untimed.value("x.resolved_untimed"), untimed.value("x.pending_untimed")) == (1, 1)
    assert (untimed.value("x.resolved_total"), untimed.value("x.pending_total")) == (1, 1)
    assert "x.timely_rate" not in untimed
    assert "x.within_deadline_rate" not in untimed


def test_the_sheet_of_figures_that_do_not_fit_says_so_and_does_not_raise() -> None:
    """More in time than received is impossible; a rate of nothing has no value."""
    misfit = evolve(TASKS, brought_forward=0, new=3).sheet("x")
    assert misfit.value("x.timely_rate_766") == IMPOSSIBLE
    assert flow().sheet("x").value("x.early_rate") == NOTHING_AROSE
    assert CaseFlow().sheet("x").value("x.early_rate") == NOT_COUNTED


def test_a_flow_prints_as_it_is_typed() -> None:
    """Only what differs from its default is printed, by name."""
    assert repr(CaseFlow(new=3, early=2)) == "CaseFlow(early=2, new=3)"

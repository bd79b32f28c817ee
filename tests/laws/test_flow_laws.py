"""Laws of flows: what adds up, in which order, and what never changes by it."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, TypeVar

from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from wardstats import Rate
from wardstats.errors import NotConsecutive, OutOfRange
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.caseflow import CaseFlow, Flow
from wardstats.ward.counts import STOCK
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.dossiers import Channel, Dossier, DossierStatus, EarlyBoundary
from wardstats.ward.periods import Period

AnyFlow = TypeVar("AnyFlow", bound=Flow)

# ---------------------------------------------------------------- what is drawn

NEW_YEAR = date(2024, 1, 1)
FIELDS = ["civil-status", "land", "merit"]

known = st.integers(0, 4)
counts = st.none() | known
parts = st.none() | st.dictionaries(st.sampled_from(FIELDS), st.integers(0, 9))


def flows_of(
    kind: type[AnyFlow],
    figures: st.SearchStrategy[int | None],
    left: st.SearchStrategy[int | None],
) -> st.SearchStrategy[AnyFlow]:
    """Draw flows whose columns need not fit one another; `left` are what a period ends with."""
    columns: dict[str, st.SearchStrategy[Any]] = {
        each.name: left if each.metadata[STOCK] else figures
        for each in fields(kind)
        if each.name != "counted_apart"
    }
    by_field = {name: parts for name in columns if name.endswith("_by_field")}
    return st.builds(kind, **columns | by_field, counted_apart=st.booleans())


case_flows = flows_of(CaseFlow, counts, left=counts)
counted_flows = flows_of(CaseFlow, known, left=known)
ending_flows = flows_of(CaseFlow, counts, left=known)
dossier_flows = flows_of(DossierFlow, counts, left=counts)
any_flows = case_flows | dossier_flows

days = st.integers(0, 60).map(lambda day: NEW_YEAR + timedelta(day))
facts = st.none() | st.booleans()


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw a dossier of two months, early, late or pending."""
    received = draw(days)
    spans = st.integers(0, 20).map(lambda span: received + timedelta(span))
    return Dossier(
        code="",
        service_field=draw(st.sampled_from(FIELDS)),
        channel=draw(st.sampled_from(Channel)),
        received=received,
        due=draw(spans),
        resolved=draw(st.none() | spans),
        digitised=draw(facts),
        e_result=draw(facts),
        paper_result_required=draw(facts),
    )


registers = st.lists(dossiers(), max_size=12)
boundaries = st.sampled_from(EarlyBoundary)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period within the two months."""
    start, end = sorted([draw(days), draw(days)])
    return Period(start, end)


def cut_periods(pieces: int) -> st.SearchStrategy[list[Period]]:
    """Draw periods that follow one another."""
    cuts = st.sets(days, min_size=pieces + 1, max_size=pieces + 1).map(sorted)
    return cuts.map(
        lambda ends: [Period(before, after - timedelta(1)) for before, after in pairwise(ends)]
    )


def attempt(join: Callable[[], AnyFlow]) -> AnyFlow | None:
    """Join periods, or give None where they are refused."""
    try:
        return join()
    except NotConsecutive:
        return None


# ---------------------------------------------------------------- pooling


@given(st.lists(dossier_flows, max_size=5), st.data())
def test_pooling_is_commutative(flows: list[DossierFlow], data: st.DataObject) -> None:
    """Whichever ward comes first, the pool is the same."""
    shuffled = data.draw(st.permutations(flows))
    assert DossierFlow.pool(shuffled) == DossierFlow.pool(flows)


@given(case_flows, case_flows, case_flows)
def test_pooling_is_associative(one: CaseFlow, two: CaseFlow, three: CaseFlow) -> None:
    """Whichever wards are pooled first, the pool is the same; so also where columns differ."""
    all_at_once = CaseFlow.pool([one, two, three])
    assert CaseFlow.pool([CaseFlow.pool([one, two]), three]) == all_at_once
    assert CaseFlow.pool([one, CaseFlow.pool([two, three])]) == all_at_once


@given(dossier_flows)
def test_the_pool_of_none_is_the_empty_element(flow: DossierFlow) -> None:
    """A ward without dossiers changes nothing, not even what is not counted."""
    empty = DossierFlow.pool([])
    assert empty.received_total == empty.resolved_total == empty.pending_total == 0
    assert DossierFlow.pool([flow]) == flow
    assert DossierFlow.pool([flow, empty]) == DossierFlow.pool([empty, flow]) == flow


@given(dossier_flows, dossier_flows)
def test_what_is_not_counted_stays_not_counted(one: DossierFlow, two: DossierFlow) -> None:
    """A column of a pool is known only if it is in every ward; then it is their sum."""
    pool = DossierFlow.pool([one, two])
    ways_differ = one.counted_apart != two.counted_apart
    for each in fields(DossierFlow):
        first, second, both = (getattr(flow, each.name) for flow in (one, two, pool))
        if None in (first, second):
            assert both is None
        elif each.name in ("awaiting_supplement", "returned", "stopped") and ways_differ:
            inside = second if one.counted_apart else first
            assert both == (None if inside else first + second)
        elif isinstance(both, int) and not isinstance(both, bool):
            assert both == first + second


@given(case_flows, case_flows)
def test_a_gap_that_is_known_adds_up(one: CaseFlow, two: CaseFlow) -> None:
    """What is missing in two wards is missing in both together, or nobody knows."""
    gap = CaseFlow.pool([one, two]).gap
    if one.gap is None or two.gap is None:
        assert gap is None
    else:
        assert gap is None or gap == one.gap + two.gap


# ---------------------------------------------------------------- one period after another


@st.composite
def going_on(draw: st.DrawFn, before: CaseFlow) -> CaseFlow:
    """Draw a flow that goes on from another, or nearly."""
    brought = draw(st.sampled_from([before.carried_over] * 3 + [draw(counts)]))
    apart = draw(st.sampled_from([before.counted_apart] * 3 + [not before.counted_apart]))
    return evolve(draw(ending_flows), brought_forward=brought, counted_apart=apart)


@given(ending_flows, st.data())
def test_joining_periods_is_associative(one: CaseFlow, data: st.DataObject) -> None:
    """Months make the quarter in whatever grouping, and are refused in every one or in none."""
    two = data.draw(going_on(one))
    three = data.draw(going_on(two))
    from_the_left = attempt(lambda: one.then(two).then(three))
    from_the_right = attempt(lambda: one.then(two.then(three)))
    assert from_the_left == from_the_right
    if from_the_left is not None:
        assert from_the_left.brought_forward == one.brought_forward
        assert from_the_left.carried_over == three.carried_over


@given(case_flows | ending_flows, st.data())
def test_only_what_goes_on_is_joined(one: CaseFlow, data: st.DataObject) -> None:
    """Unless what is left is what is brought forward, and is known, the join is refused."""
    two = data.draw(going_on(one))
    same_way = one.counted_apart == two.counted_apart
    goes_on = one.carried_over is not None and one.carried_over == two.brought_forward
    assert (attempt(lambda: one.then(two)) is not None) == (same_way and goes_on)


@given(counted_flows, counted_flows)
def test_the_gap_of_a_join_is_the_gap_of_its_periods(one: CaseFlow, two: CaseFlow) -> None:
    """What is left and brought forward again is neither won nor lost."""
    following = evolve(two, brought_forward=one.carried_over, counted_apart=one.counted_apart)
    assert one.gap is not None
    assert following.gap is not None
    assert one.then(following).gap == one.gap + following.gap


# ---------------------------------------------------------------- derived, never stored

_DERIVED = {
    "received_total",
    "newly_received",
    "resolved_total",
    "timely",
    "pending_total",
    "early_rate",
    "on_time_rate",
    "overdue_rate",
    "timely_rate",
    "timely_rate_766",
    "within_deadline_rate",
    "online_rate",
    "digitisation_rate",
    "e_result_rate",
}


def asked(flow: Flow, name: str) -> object:
    """Ask a flow for a derived figure, in the words of its sheet."""
    try:
        figure = getattr(flow, name)
    except OutOfRange:
        return IMPOSSIBLE
    if isinstance(figure, Rate):
        return NOTHING_AROSE if figure.nothing_arose else figure.value
    return NOT_COUNTED if figure is None else figure


@given(any_flows)
def test_totals_are_never_stored(flow: Flow) -> None:
    """No derived figure is a field, and none has a value of its own in the sheet."""
    assert _DERIVED.isdisjoint(each.name for each in fields(type(flow)))
    sheet = flow.sheet("x")
    derived = {each.derives for each in sheet.relations}
    assert all(figure.value is None for figure in sheet if figure.key in derived)


@given(any_flows)
def test_the_sheet_and_the_flow_say_the_same(flow: Flow) -> None:
    """Every derived figure has one value, however it is asked for; and neither way raises."""
    values = flow.sheet("x").values()
    if isinstance(flow, CaseFlow):  # which has it as a column
        values["x.newly_received"] = values["x.new"]
    for name in _DERIVED & set(dir(flow)):
        answer, told = asked(flow, name), values.get(f"x.{name}", NOT_COUNTED)
        part_of_nothing = answer == IMPOSSIBLE and told == NOTHING_AROSE
        assert told == answer or part_of_nothing


@given(any_flows, st.data())
def test_totals_follow_their_counts(flow: Flow, data: st.DataObject) -> None:
    """One more brought forward is one more received, and one fewer in the gap."""
    more = data.draw(known)
    now = evolve(flow, brought_forward=more)
    then = evolve(flow, brought_forward=more + 1)
    if now.received_total is not None:
        assert then.received_total == now.received_total + 1
    if now.gap is not None:
        assert then.gap == now.gap - 1


# ---------------------------------------------------------------- counting single dossiers


@given(registers, periods(), boundaries, st.data())
def test_counting_is_pooling_what_each_dossier_counts(
    held: list[Dossier], period: Period, boundary: EarlyBoundary, data: st.DataObject
) -> None:
    """In whatever order and grouping, all columns and all fields."""
    whole = DossierFlow.count(held, period, boundary)
    shuffled = data.draw(st.permutations(held))
    cut = data.draw(st.integers(0, len(held)))
    rows = [
        [DossierFlow.count([each], period, boundary) for each in group]
        for group in (shuffled[:cut], shuffled[cut:])
    ]
    assert DossierFlow.pool(map(DossierFlow.pool, rows)) == whole
    by_field = DossierFlow.count_by(held, period, lambda each: each.service_field, boundary)
    assert DossierFlow.pool(by_field.values()) == whole


@given(registers, cut_periods(2), boundaries)
def test_a_period_cut_in_two_and_joined_is_counted_whole(
    held: list[Dossier], cut: list[Period], boundary: EarlyBoundary
) -> None:
    """All columns, all fields, and what stands beside the columns."""
    first, second = (DossierFlow.count(held, each, boundary) for each in cut)
    assert first.then(second) == DossierFlow.count(held, cut[0].then(cut[1]), boundary)


@given(registers, cut_periods(3))
def test_counted_periods_join_in_any_grouping(held: list[Dossier], cut: list[Period]) -> None:
    """All columns and all fields of three months are those of the quarter."""
    one, two, three = (DossierFlow.count(held, each) for each in cut)
    quarter = DossierFlow.count(held, Period(cut[0].start, cut[2].end))
    assert one.then(two).then(three) == one.then(two.then(three)) == quarter


@given(st.lists(registers, max_size=3), cut_periods(2))
def test_wards_pool_and_periods_join_in_either_order(
    wards: list[list[Dossier]], cut: list[Period]
) -> None:
    """A province's year is made of its wards' years, or of its own months."""
    first, second = ([DossierFlow.count(held, each) for held in wards] for each in cut)
    years = [one.then(two) for one, two in zip(first, second, strict=True)]
    assert DossierFlow.pool(years) == DossierFlow.pool(first).then(DossierFlow.pool(second))


@given(dossiers(), periods(), boundaries)
def test_a_dossier_stands_in_one_column_of_each_side(
    dossier: Dossier, period: Period, boundary: EarlyBoundary
) -> None:
    """It takes part if it was received by the end and not resolved before the start."""
    flow = DossierFlow.count([dossier], period, boundary)
    resolved_before = dossier.resolved is not None and dossier.resolved < period.start
    takes_part = dossier.received <= period.end and not resolved_before
    came = [flow.brought_forward, flow.online, flow.in_person_or_postal]
    left = [flow.early, flow.on_time, flow.overdue]
    left += [flow.pending_within_deadline, flow.pending_overdue]
    expected = [0] * (not takes_part) + [1] * takes_part
    assert sorted(came, key=int)[-1:] == sorted(left, key=int)[-1:] == expected  # type: ignore[arg-type]
    assert sum(map(int, came)) == sum(map(int, left)) == takes_part  # type: ignore[arg-type]


@given(registers, periods(), boundaries)
def test_what_is_counted_leaves_no_gap(
    held: list[Dossier], period: Period, boundary: EarlyBoundary
) -> None:
    """Statuses partition the dossiers, and so do service fields."""
    flow = DossierFlow.count(held, period, boundary)
    assert flow.gap == 0
    assert flow.received_breakdown is not None
    assert flow.pending_breakdown is not None
    assert flow.received_breakdown.gap == flow.pending_breakdown.gap == 0


# ---------------------------------------------------------------- time passes

_LATE = {DossierStatus.PENDING_OVERDUE, DossierStatus.OVERDUE}


@given(dossiers(), days, st.integers(0, 60), boundaries)
def test_time_makes_no_dossier_less_late(
    dossier: Dossier, day: date, later: int, boundary: EarlyBoundary
) -> None:
    """What is late on a day is late ever after, and what is resolved stays as it was resolved."""
    now = dossier.status(day, boundary)
    then = dossier.status(day + timedelta(later), boundary)
    assert (now in _LATE) <= (then in _LATE)
    if not now.is_pending and now is not DossierStatus.NOT_RECEIVED:
        assert then is now
    if now is not DossierStatus.NOT_RECEIVED:
        assert then is not DossierStatus.NOT_RECEIVED


@given(dossiers(), days, boundaries)
def test_a_dossier_is_late_only_after_its_due_date(
    dossier: Dossier, day: date, boundary: EarlyBoundary
) -> None:
    """Late is after the due date, by whichever boundary of early."""
    done = day if dossier.resolved is None else min(day, dossier.resolved)
    late = dossier.received <= day and done > dossier.due
    assert (dossier.status(day, boundary) in _LATE) == late

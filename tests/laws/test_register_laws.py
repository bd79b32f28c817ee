"""Laws of registers, reception and procedures: what adds up, and what never does."""

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from wardstats.errors import NotConsecutive
from wardstats.figures.values import NOT_COUNTED
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.procedures import ProcedureCoverage, ProcedureReview, Simplification
from wardstats.ward.reception import CitizensReceived, Reception
from wardstats.ward.registers import Feedback, FeedbackKind, LetterKind, Letters, Register

AnyRegister = TypeVar("AnyRegister", bound=Register[Any])

# ---------------------------------------------------------------- what is drawn

known = st.integers(0, 3)
counts = st.none() | known


def flows(figures: st.SearchStrategy[int | None]) -> st.SearchStrategy[CaseFlow]:
    """Draw flows whose columns need not fit one another."""
    names = [each.name for each in fields(CaseFlow) if each.name != "counted_apart"]
    return st.builds(CaseFlow, **dict.fromkeys(names, figures), counted_apart=st.booleans())


letters = st.dictionaries(st.sampled_from(LetterKind), flows(counts)).map(Letters)
feedback = st.dictionaries(st.sampled_from(FeedbackKind), flows(counts)).map(Feedback)
citizens = st.builds(CitizensReceived, visits=counts, persons=counts, cases=counts)
receptions = st.builds(
    Reception, citizens=citizens, letters=st.none() | letters, feedback=st.none() | feedback
)
coverages = st.builds(
    ProcedureCoverage, **dict.fromkeys([each.name for each in fields(ProcedureCoverage)], counts)
)
reviews = st.builds(
    ProcedureReview,
    by_field=st.none() | st.dictionaries(st.sampled_from(["land", "merit"]), known),
    without_field=counts,
    proposed=counts,
)
summaries = st.sampled_from([letters, feedback, receptions, coverages, reviews, citizens])


@st.composite
def going_on(draw: st.DrawFn, before: Letters) -> Letters:
    """Draw letters that go on from others, kind by kind, or nearly."""
    after: dict[LetterKind, CaseFlow] = {}
    for kind in draw(st.sets(st.sampled_from(LetterKind), min_size=2)):
        left = before.flow(kind)
        brought = draw(st.sampled_from([left.carried_over] * 9 + [1]))
        flow = evolve(draw(flows(known)), brought_forward=brought)
        after[kind] = evolve(flow, counted_apart=left.counted_apart)
    return Letters(after)


def attempt(join: Callable[[], AnyRegister]) -> AnyRegister | None:
    """Join periods, or give None where they are refused."""
    try:
        return join()
    except NotConsecutive:
        return None


# ---------------------------------------------------------------- pooling


@given(st.data())
def test_summaries_pool_in_any_order_and_grouping(data: st.DataObject) -> None:
    """Registers, receptions, coverages, reviews and visits alike, whatever is not counted."""
    drawn: Any = data.draw(summaries)
    one, two, three = (data.draw(drawn) for _ in range(3))
    pool = type(one).pool
    assert pool([one, two, three]) == pool([three, one, two]) == pool([two, one, three])
    assert pool([pool([one, two]), three]) == pool([one, pool([two, three])])
    assert pool([one, two, three]) == pool([one, pool([two, three])])


@given(st.data())
def test_the_pool_of_none_changes_nothing(data: st.DataObject) -> None:
    """It is the empty element of every summary."""
    summary: Any = data.draw(data.draw(summaries))
    empty = type(summary).pool([])
    assert type(summary).pool([summary, empty]) == type(summary).pool([summary]) == summary


@given(letters, letters)
def test_a_register_pools_as_its_total_does(one: Letters, two: Letters) -> None:
    """All letters of two wards are the letters of both, by kind or at once."""
    assert Letters.pool([one, two]).total == CaseFlow.pool([one.total, two.total])


# ---------------------------------------------------------------- one period after another


@given(letters, st.data())
def test_registers_join_in_any_grouping(one: Letters, data: st.DataObject) -> None:
    """Quarters make the year, and are refused in every grouping or in none."""
    two = data.draw(going_on(one))
    three = data.draw(going_on(two))
    from_the_left = attempt(lambda: one.then(two).then(three))
    assert from_the_left == attempt(lambda: one.then(two.then(three)))


@given(st.dictionaries(st.sampled_from(LetterKind), known))
def test_a_register_with_nothing_left_goes_on_to_nothing(new: dict[LetterKind, int]) -> None:
    """Kinds named in one period only are joined to none of their kind."""
    held = Letters(
        {
            kind: CaseFlow.untimed(brought_forward=0, new=came, resolved=came, pending=0)
            for kind, came in new.items()
        }
    )
    assert held.then(Letters()).total.resolved_total == held.total.resolved_total
    assert Letters().then(held).total.received_total == sum(new.values())


@given(citizens, citizens, citizens)
def test_visits_add_up_over_time(
    one: CitizensReceived, two: CitizensReceived, three: CitizensReceived
) -> None:
    """Whoever comes again is counted again, in any grouping."""
    assert one.then(two).then(three) == one.then(two.then(three))


# ---------------------------------------------------------------- sheets


@given(st.data())
def test_sheets_never_raise(data: st.DataObject) -> None:
    """Whatever the counts are, every figure has its key."""
    summary: Any = data.draw(data.draw(summaries))
    sheet = summary.sheet("x")
    assert len(sheet.values()) == len(sheet) > 0


@given(letters)
def test_the_sheet_of_a_register_says_what_its_total_says(register: Letters) -> None:
    """All kinds together have the columns and totals of their pool."""
    sheet = register.sheet("x")
    for name in ("new", "received_total", "resolved_total", "pending_total"):
        total = getattr(register.total, name)
        assert sheet.value(f"x.{name}") == (NOT_COUNTED if total is None else total)


@given(receptions)
def test_no_rule_ties_letters_to_feedback(reception: Reception) -> None:
    """Nothing in the sheet adds what stands in two registers."""
    for relation in reception.sheet("x").relations:
        assert len({key.split(".")[1] for key in relation.keys}) == 1


@given(counts, counts)
def test_a_cut_is_of_the_days_before(before: int | None, after: int | None) -> None:
    """The days left are the days before, less the cut of them."""
    sheet = Simplification("1.012379.H50", "land", before, after).sheet("x")
    cut = sheet.value("x.cut")
    if before and after is not None:
        assert before * (1 - cut) == after  # type: ignore[operator]
    else:
        assert not isinstance(cut, int)

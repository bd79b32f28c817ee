"""Laws of households: classes, counts, and movements over a period."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from wardstats import Interval
from wardstats.errors import NotConsecutive
from wardstats.ward.households import CulturalFamilies, Household, HouseholdCounts
from wardstats.ward.poverty_lines import Area, PovertyClass, poverty_class
from wardstats.ward.poverty_movement import PovertyMovement

counts = st.none() | st.integers(0, 10**6)
days = st.dates(date(2022, 1, 1), date(2030, 12, 31))
households = st.builds(
    Household,
    area=st.sampled_from(Area),
    income_per_person=st.none() | st.integers(0, 4_000_000) | st.fractions(0, 4_000_000),
    deprivations=st.none() | st.integers(0, 12),
    registered=st.none() | st.booleans(),
    cultural_family=st.none() | st.booleans(),
)
household_counts = st.builds(HouseholdCounts, households=counts, poor=counts, near_poor=counts)
families = st.builds(CulturalFamilies, recognised=counts, households=counts, registered=counts)
names = [each.name for each in fields(PovertyMovement)]
complete = st.builds(PovertyMovement, **dict.fromkeys(names, st.integers(0, 10**6)))
movements = complete | st.builds(PovertyMovement, **dict.fromkeys(names, counts))
summaries: st.SearchStrategy[list[Any]] = st.one_of(
    *(st.lists(each, min_size=3, max_size=3) for each in (household_counts, families, movements))
)


@given(summaries)
def test_pooling_has_no_order_and_no_grouping(three: list[Any]) -> None:
    """Pool is associative and commutative, and pooling nothing changes nothing."""
    first, second, third = three
    pool = type(first).pool
    assert pool([pool([first, second]), third]) == pool([first, pool([second, third])])
    assert pool([first, second]) == pool([second, first])
    assert pool([first, pool([])]) == pool([first]) == first


@given(st.lists(households), st.lists(households), days)
def test_counting_is_pooling_single_households(
    some: list[Household], others: list[Household], on: date
) -> None:
    """Counting households equals pooling the counts of each, in any grouping."""
    counted = HouseholdCounts.count([*some, *others], on)
    apart = [HouseholdCounts.count(part, on) for part in (others, some)]
    assert HouseholdCounts.pool(apart) == counted
    single = [HouseholdCounts.count([each], on) for each in [*others, *some]]
    assert HouseholdCounts.pool(single) == counted
    one_by_one = [CulturalFamilies.count([each]) for each in [*others, *some]]
    assert CulturalFamilies.pool(one_by_one) == CulturalFamilies.count([*some, *others])


@given(st.lists(households), days)
def test_the_classes_partition_the_households(some: list[Household], on: date) -> None:
    """A household whose facts are recorded is poor, near-poor or neither, and one of them only."""
    known = [each for each in some if each.poverty_class(on) is not None]
    counted = HouseholdCounts.count(known, on)
    neither = sum(each.poverty_class(on) is PovertyClass.NOT_POOR for each in known)
    assert counted.multidimensional == len(known) - neither


@given(
    st.integers(0, 4_000_000),
    st.integers(0, 4_000_000),
    st.integers(0, 12),
    st.integers(0, 12),
    st.sampled_from(Area),
    days,
)
def test_more_income_and_fewer_deprivations_never_make_poorer(
    income: int, more: int, lacks: int, lacks_more: int, area: Area, on: date
) -> None:
    """The classes are ordered: near-poor lies between poor and neither."""
    order = [*PovertyClass]
    before = poverty_class(income, lacks + lacks_more, area, on)
    after = poverty_class(income + more, lacks, area, on)
    assert before is not None
    assert after is not None
    assert order.index(before) <= order.index(after)


@given(households, days)
def test_what_is_not_known_is_never_another_class(household: Household, on: date) -> None:
    """Forgetting a fact gives the same class, or none."""
    known = household.poverty_class(on)
    assert evolve(household, income_per_person=None).poverty_class(on) is None
    assert evolve(household, deprivations=None).poverty_class(on) in (known, None)


@given(movements, movements, movements)
def test_then_has_no_grouping(
    first: PovertyMovement, second: PovertyMovement, third: PovertyMovement
) -> None:
    """Three periods that follow one another join in either grouping."""
    first = evolve(first, closing=first.closing or 0)
    second = evolve(second, opening=first.closing, closing=second.closing or 0)
    third = evolve(third, opening=second.closing)
    joined = first.then(second).then(third)
    assert joined == first.then(second.then(third))
    assert (joined.opening, joined.closing) == (first.opening, third.closing)
    assert joined.increases == PovertyMovement.pool([first, second, third]).increases


@given(first=movements, second=movements, goes_on=st.booleans())
def test_then_is_refused_unless_the_next_goes_on(
    first: PovertyMovement, second: PovertyMovement, *, goes_on: bool
) -> None:
    """What is not known to close as the next opens is not joined."""
    if goes_on:
        second = evolve(second, opening=first.closing)
    if first.closing is not None and first.closing == second.opening:
        assert first.then(second).closing == second.closing
    else:
        with pytest.raises(NotConsecutive):
            first.then(second)


@given(complete, complete)
def test_gaps_add_up(first: PovertyMovement, second: PovertyMovement) -> None:
    """Side by side or one after the other, what does not fit is the sum of the gaps."""
    following = evolve(second, opening=first.closing)
    assert first.gap is not None
    assert second.gap is not None
    assert following.gap is not None
    assert PovertyMovement.pool([first, second]).gap == first.gap + second.gap
    assert first.then(following).gap == first.gap + following.gap


@given(complete)
def test_a_gap_is_what_the_sheet_says_does_not_fit(movement: PovertyMovement) -> None:
    """A gap of 0, and only that, fits the rule of the sheet."""
    solved = movement.sheet("p").solve("p.closing")
    assert isinstance(solved, Interval)
    assert solved.point == (movement.closing or 0) - (movement.gap or 0)


KINDS_UP = ("arisen", "relapsed", "moved_in", "split_off", "transferred_in")
KINDS_DOWN = ("escaped", "moved_out", "merged", "ended", "transferred_out")


@given(st.integers(0, 50), st.lists(st.sampled_from(KINDS_UP + KINDS_DOWN)), st.integers(0))
def test_a_period_cut_in_two_is_the_whole(opening: int, events: list[str], cut: int) -> None:
    """Counting events in two parts and joining them equals counting them in one."""

    def counted(opening: int, events: list[str]) -> PovertyMovement:
        kinds = {kind: events.count(kind) for kind in set(events)}
        closing = opening + sum(1 if kind in KINDS_UP else -1 for kind in events)
        return PovertyMovement.complete(opening=opening, closing=closing, **kinds)

    # Nobody leaves who is not there.
    opening += len(events)
    place = cut % (len(events) + 1)
    whole, first = counted(opening, events), counted(opening, events[:place])
    assert first.closing is not None
    assert first.then(counted(first.closing, events[place:])) == whole
    assert whole.gap == 0


@given(summaries)
def test_a_sheet_never_raises_and_repeats_what_was_counted(three: list[Any]) -> None:
    """Figures that do not fit stand beside one another, each as it was counted."""
    for summary in three:
        values = summary.sheet("x").values()
        for each in fields(type(summary)):
            counted = getattr(summary, each.name)
            assert counted is None or values[f"x.{each.name}"] == counted

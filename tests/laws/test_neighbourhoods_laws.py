"""Laws of neighbourhoods: counts, what size bands allow in all, and votes."""

from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wardstats import AtLeast, Interval, MoreThan, NotAssessed, Percent, Rate
from wardstats.ward.neighbourhoods import (
    Neighbourhood,
    NeighbourhoodClass,
    NeighbourhoodCounts,
    NeighbourhoodKind,
    neighbourhood_sheet,
)
from wardstats.ward.size_bands import SizeBand, possible_total, within
from wardstats.ward.votes import Ballots, Vote, VoteBase, VoteThreshold

counts = st.none() | st.integers(0, 10**6)


@st.composite
def bands(draw: st.DrawFn, most: int = 600) -> SizeBand:
    low, size = draw(st.integers(0, most)), draw(st.integers(2, 4))
    low_closed, high_closed = draw(st.booleans()), draw(st.booleans())
    return SizeBand(f"{low}-{size}", Interval(low, low + size, low_closed, high_closed))


neighbourhoods = st.builds(
    Neighbourhood,
    code=st.just("kp"),
    kind=st.sampled_from(NeighbourhoodKind),
    local_name=st.just("Khu phố"),
    neighbourhood_class=st.none() | st.sampled_from(NeighbourhoodClass),
    size_band=st.none() | bands(),
    households=counts,
    representatives=counts,
    attended=counts,
    security_groups=counts,
    head_elected=st.none() | st.booleans(),
)
several = st.lists(neighbourhoods, max_size=6)
summaries: st.SearchStrategy[list[Any]] = st.one_of(
    st.lists(several.map(NeighbourhoodCounts.count), min_size=3, max_size=3),
    *(
        st.lists(st.builds(kind, **dict.fromkeys(names, counts)), min_size=3, max_size=3)
        for kind, names in (
            (Ballots, ("issued", "returned", "valid", "invalid")),
            (Vote, ("representatives", "attended", "valid_ballots", "agreeing")),
        )
    ),
)
shares = st.fractions(0, 1, max_denominator=12)


@given(summaries)
def test_pooling_has_no_order_and_no_grouping(three: list[Any]) -> None:
    """Pool is associative and commutative, and pooling nothing changes nothing."""
    first, second, third = three
    pool = type(first).pool
    assert pool([pool([first, second]), third]) == pool([first, pool([second, third])])
    assert pool([first, second]) == pool([second, first])
    assert pool([first, pool([])]) == pool([first]) == first


@given(several, several)
def test_counting_is_pooling_single_neighbourhoods(
    some: list[Neighbourhood], others: list[Neighbourhood]
) -> None:
    """Counting neighbourhoods equals pooling the counts of each, in any grouping."""
    count, pool = NeighbourhoodCounts.count, NeighbourhoodCounts.pool
    assert pool([count(others), count(some)]) == count([*some, *others])
    assert pool([count([each]) for each in [*others, *some]]) == count([*some, *others])


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900))))
def test_turnout_pools_by_counts(meetings: list[tuple[int, int]]) -> None:
    """The turnout of all is that of all representatives, whoever called them."""
    held = [
        Neighbourhood(
            code=f"kp{place}",
            kind=NeighbourhoodKind.TO_DAN_PHO,
            local_name="Khu phố",
            representatives=came + stayed,
            attended=came,
        )
        for place, (came, stayed) in enumerate(meetings)
    ]
    turnouts = [each.turnout for each in held if each.turnout is not None]
    assert NeighbourhoodCounts.count(held).turnout == Rate.pool(turnouts)
    values = neighbourhood_sheet(held, "kp").values()
    assert values["kp.attended"] == sum(came for came, _ in meetings)


@given(summaries, several)
def test_a_sheet_never_raises(three: list[Any], some: list[Neighbourhood]) -> None:
    """Figures that do not fit stand beside one another."""
    for each in (*three, *some):
        each.sheet("x").values()


@given(st.lists(bands(most=5) | st.integers(0, 9), max_size=4))
def test_every_total_within_the_bounds_is_possible(sizes: list[SizeBand | int]) -> None:
    """The bounds are neither too wide nor too narrow: trying every size gives the same totals."""
    choices = [
        [size] if isinstance(size, int) else [number for number in range(12) if number in size]
        for size in sizes
    ]
    totals = {sum(chosen) for chosen in product(*choices)}
    bounds = possible_total(sizes)
    assert {total for total in range(12 * 4 + 1) if total in bounds} == totals


@given(bands(most=20), st.integers(0, 40))
def test_the_bounds_of_a_band_say_what_is_in_it(band: SizeBand, households: int) -> None:
    """The rules in a sheet and the question whether a number is inside never disagree."""
    allowed = [rule.solve("n", {}) for rule in within("n", band.households)]
    assert all(households in each for each in allowed) is (households in band)  # type: ignore[operator]


@given(st.integers(0, 10**9), st.integers(0, 10**9), shares, st.sampled_from(VoteBase))
def test_a_threshold_is_decided_by_integers(
    agreeing: int, refusing: int, share: Fraction, base: VoteBase
) -> None:
    """At least p/q is q·a ≥ p·n, more than p/q is q·a > p·n; of nobody there is no answer."""
    of = agreeing + refusing
    name = {"all-representatives": "representatives", "attending": "attended"}.get(base.value)
    vote = Vote(agreeing=agreeing, **{name or "valid_ballots": of})
    left, right = agreeing * share.denominator, of * share.numerator
    part = Percent.of(share)
    for rule, reached in ((AtLeast(part), left >= right), (MoreThan(part), left > right)):
        judged = vote.assess(VoteThreshold(rule, base))
        if of:
            assert judged.reached is reached
        else:
            assert judged.reason is NotAssessed.NOTHING_AROSE


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999), shares)
def test_one_more_vote_never_loses(
    agreeing: int, refusing: int, absent: int, share: Fraction
) -> None:
    """Who changes from refusing to agreeing never undoes a decision, whatever the base."""
    present = agreeing + refusing + 1
    before, after = (
        Vote(
            representatives=present + absent,
            attended=present,
            valid_ballots=present,
            agreeing=agreeing + more,
        )
        for more in (0, 1)
    )
    for base in VoteBase:
        threshold = VoteThreshold(MoreThan(Percent.of(share)), base)
        assert after.assess(threshold).reached or not before.assess(threshold).reached


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_the_gap_of_ballots_is_what_does_not_fit(valid: int, invalid: int, returned: int) -> None:
    """A gap of 0, and only that, fits the sheet's rule."""
    ballots = Ballots(issued=returned, returned=returned, valid=valid, invalid=invalid)
    fits = ballots.sheet("b").solve("b.valid") == Interval(valid, valid)
    assert fits is (ballots.gap == 0)

"""Laws of pooling: every summary adds up, in any order and grouping, with an empty element."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_strategies import breakdowns, completions, rates, ratios
from wardstats import Breakdown, Completion, Rate, Ratio
from wardstats.errors import WrongKind

Pool = Callable[[list[Any]], Any]

SUMMARIES: dict[str, tuple[Pool, st.SearchStrategy[Any]]] = {
    "Rate": (Rate.pool, rates()),
    "Ratio per 100": (Ratio.pool, ratios(st.just(100))),
    "Ratio per 1,000": (Ratio.pool, ratios(st.just(1000))),
    "Breakdown": (Breakdown.pool, breakdowns()),
    "Completion": (Completion.pool, completions()),
}


@pytest.mark.parametrize(("pool", "drawn"), SUMMARIES.values(), ids=SUMMARIES)
class TestEverySummary:
    """Summaries add up, associative, commutative, with an empty element, on any engine."""

    @given(data=st.data())
    def test_partitions_pool_as_the_whole_does(
        self, pool: Pool, drawn: st.SearchStrategy[Any], data: st.DataObject
    ) -> None:
        """However the items are split, pooling the pools gives the pool of all; empty ones too."""
        items = data.draw(st.lists(drawn, max_size=6))
        cuts = sorted(data.draw(st.lists(st.integers(0, len(items)), max_size=4)))
        ends = zip([0, *cuts], [*cuts, len(items)], strict=True)
        assert pool([pool(items[start:end]) for start, end in ends]) == pool(items)

    @given(data=st.data())
    def test_any_order(
        self, pool: Pool, drawn: st.SearchStrategy[Any], data: st.DataObject
    ) -> None:
        """The order of items does not matter."""
        items = data.draw(st.lists(drawn, max_size=6))
        assert pool(data.draw(st.permutations(items))) == pool(items)

    @given(data=st.data())
    def test_an_empty_element(
        self, pool: Pool, drawn: st.SearchStrategy[Any], data: st.DataObject
    ) -> None:
        """The pool of nothing adds nothing, on either side; the pool of one item is that item."""
        item, nothing = data.draw(drawn), pool([])
        assert pool([item]) == item
        assert pool([item, nothing]) == pool([nothing, item]) == item
        assert pool([nothing, nothing]) == nothing

    @given(data=st.data())
    def test_items_may_come_from_an_iterator(
        self, pool: Pool, drawn: st.SearchStrategy[Any], data: st.DataObject
    ) -> None:
        """What can be gone through only once pools like a list."""
        items = data.draw(st.lists(drawn, max_size=3))
        once: Any = iter(items)
        assert pool(once) == pool(items)


class TestWhatIsAdded:
    """Rates pool by adding counts; percentages are never averaged."""

    def test_the_turnout_of_five_neighbourhoods(self) -> None:
        """Five real neighbourhoods make 1,471 of 1,535, 95,83 % and not the mean of 97,01 %."""
        turnout = [(164, 164), (313, 320), (291, 310), (168, 168), (535, 573)]
        pooled = Rate.pool(Rate(*counted) for counted in turnout)
        assert pooled == Rate(1471, 1535)
        assert str(pooled.percent(2)) == "95.83"
        mean = sum(Fraction(part, whole) for part, whole in turnout) / 5
        assert pooled.value < Fraction(97, 100) < mean

    @given(st.lists(rates(), max_size=5))
    def test_rates_add_both_counts(self, items: list[Rate]) -> None:
        """The pooled part is the sum of parts, the whole the sum of wholes."""
        pooled = Rate.pool(items)
        assert pooled.part == sum(item.part for item in items)
        assert pooled.whole == sum(item.whole for item in items)

    @given(st.lists(ratios(st.just(1000)), min_size=1, max_size=5))
    def test_ratios_add_amounts_and_bases(self, items: list[Ratio]) -> None:
        """Amounts and bases add up; what it is told per stays."""
        pooled = Ratio.pool(items)
        assert pooled.amount == sum(item.amount for item in items)
        assert pooled.base == sum(item.base for item in items)
        assert pooled.per == 1000

    @given(st.lists(completions(), max_size=5))
    def test_completions_add_what_was_done_and_planned(self, items: list[Completion]) -> None:
        """What was done adds up, and what was planned."""
        pooled = Completion.pool(items)
        assert pooled.actual == sum(item.actual for item in items)
        assert pooled.plan == sum(item.plan for item in items)

    @given(st.lists(breakdowns(), max_size=4), st.sampled_from("abcde"))
    def test_breakdowns_add_totals_parts_and_gaps(self, items: list[Breakdown], key: str) -> None:
        """Totals add up, parts under the same key, and so does what they lack."""
        pooled = Breakdown.pool(items)
        assert pooled.total == sum(item.total for item in items)
        assert dict(pooled.parts).get(key, 0) == sum(dict(item.parts).get(key, 0) for item in items)
        assert pooled.gap == sum(item.gap for item in items)
        assert pooled.exhaustive == all(item.exhaustive for item in items)

    def test_ratios_told_per_different_numbers_do_not_pool(self) -> None:
        """Births in ‰ and vaccinations in % are not one ratio."""
        with pytest.raises(WrongKind, match=r"ratios per \[100, 1000\]"):
            Ratio.pool([Ratio(14, 1000, per=1000), Ratio(971, 876)])

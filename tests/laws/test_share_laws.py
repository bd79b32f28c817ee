"""Laws of shares that add up to 100, and of those rounded one by one."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_strategies import breakdowns, counts
from wardstats import Breakdown, Rate, Rounding, Shares
from wardstats.errors import UnbalancedBreakdown, UndefinedRate

places = st.integers(0, 12)
fitting = breakdowns(fitting=True).filter(lambda each: each.total > 0)


class TestLargestRemainder:
    """Largest remainder makes 100; ties go to the larger part, then to the key; no gap."""

    @given(fitting, places)
    def test_the_shares_make_exactly_100(self, each: Breakdown, decimals: int) -> None:
        """At any number of decimals the shares add up to 100, each printed to those decimals."""
        shares = each.percents(decimals, Shares.LARGEST_REMAINDER)
        assert sum(map(Fraction, shares.values())) == 100
        assert {share.as_tuple().exponent for share in shares.values()} == {-decimals}

    @given(fitting, places)
    def test_each_share_is_within_one_unit_of_its_exact_value(
        self, each: Breakdown, decimals: int
    ) -> None:
        """No share is off by a whole unit of the last decimal; exact ones are not touched."""
        unit = Fraction(1, 10**decimals)
        for key, share in each.percents(decimals, Shares.LARGEST_REMAINDER).items():
            exact = each.rate(key).value * 100
            assert abs(Fraction(share) - exact) < unit
            if exact % unit == 0:
                assert share == exact

    @given(fitting, places, st.data())
    def test_the_order_of_parts_is_irrelevant(
        self, each: Breakdown, decimals: int, data: st.DataObject
    ) -> None:
        """Every part keeps its share whatever the order, in which the shares are given."""
        shuffled = Breakdown(each.total, data.draw(st.permutations(each.parts)))
        method = Shares.LARGEST_REMAINDER
        shares = shuffled.percents(decimals, method)
        assert shares == each.percents(decimals, method)
        assert list(shares) == [key for key, _ in shuffled.parts]

    @given(fitting, places)
    def test_a_larger_part_never_has_a_smaller_share(self, each: Breakdown, decimals: int) -> None:
        """Parts and shares are in one order."""
        shares = each.percents(decimals, Shares.LARGEST_REMAINDER)
        ordered = [share for _, share in sorted((part, shares[key]) for key, part in each.parts)]
        assert ordered == sorted(ordered)

    @given(fitting, places)
    def test_what_is_rounded_up_has_the_largest_remainders(
        self, each: Breakdown, decimals: int
    ) -> None:
        """No share rounded down has more to round off than one rounded up."""
        units = {key: each.rate(key).value * 100 * 10**decimals for key, _ in each.parts}
        shares = each.percents(decimals, Shares.LARGEST_REMAINDER)
        up = [value % 1 for key, value in units.items() if shares[key] * 10**decimals > value]
        down = [value % 1 for key, value in units.items() if shares[key] * 10**decimals <= value]
        assert not up or max(down, default=Fraction(0)) <= min(up)

    @given(breakdowns().filter(lambda each: each.gap != 0), places)
    def test_a_gap_is_refused(self, each: Breakdown, decimals: int) -> None:
        """Shares of parts that do not make their total cannot make 100."""
        with pytest.raises(UnbalancedBreakdown):
            each.percents(decimals, Shares.LARGEST_REMAINDER)

    def test_ties_go_to_the_larger_part_then_to_the_key_that_sorts_first(self) -> None:
        """One unit is missing and remainders are equal: size decides, then the key."""
        by_key = Breakdown(3, {"c": 1, "b": 1, "a": 1})
        assert by_key.percents(0, Shares.LARGEST_REMAINDER) == {
            "c": Decimal(33),
            "b": Decimal(33),
            "a": Decimal(34),
        }
        # 12,5 % and 87,5 %: both remainders are a half.
        by_size = Breakdown(8, {"a": 1, "z": 7})
        assert by_size.percents(0, Shares.LARGEST_REMAINDER) == {"a": Decimal(12), "z": Decimal(88)}

    def test_nothing_has_no_shares(self) -> None:
        """Where nothing arose there are no shares, by either method."""
        nothing = Breakdown(0, {"a": 0})
        for method in Shares:
            with pytest.raises(UndefinedRate):
                nothing.percents(1, method)


class TestOneByOne:
    """Each share by itself, so that they may make 99,9 or 100,1."""

    @given(counts(10**6), st.dictionaries(st.text(), counts(10**6)), places, st.data())
    def test_each_is_the_percentage_of_its_rate(
        self, rest: int, parts: dict[str, int], decimals: int, data: st.DataObject
    ) -> None:
        """A share is what the rate of the part prints, by the same rule."""
        total = sum(parts.values()) + rest + 1
        rule = data.draw(st.sampled_from(Rounding))
        assert Breakdown(total, parts).percents(decimals, rounding=rule) == {
            key: Rate(part, total).percent(decimals, rule) for key, part in parts.items()
        }

    def test_three_thirds_make_less_than_100(self) -> None:
        """Rounded one by one, three thirds are 99,9 %."""
        shares = Breakdown(3, {"a": 1, "b": 1, "c": 1}).percents(1)
        assert sum(shares.values()) == Decimal("99.9")

"""Breakdowns: a total, its named parts, and what they lack of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from figure_strategies import breakdowns
from wardstats import Breakdown, Rate, Rounding, Shares
from wardstats.errors import OutOfRange, UnknownKey

FIELDS = {"welfare": 60, "certified": 1284, "civil": 436, "merit": 24, "praise": 2, "residence": 2}


def test_a_real_breakdown_that_does_not_fit() -> None:
    """The fields of a real report make 1.808 of 1.806: two too many."""
    fields = Breakdown(1806, FIELDS)
    assert fields.gap == 2
    assert fields.rate("certified") == Rate(1284, 1806)
    assert Breakdown(1806, {"online": 1775, "counter": 27, "before": 4}).gap == 0


@given(breakdowns())
def test_the_gap_has_one_sign_everywhere(each: Breakdown) -> None:
    """The gap is what the parts make, less the total."""
    assert each.gap == sum(part for _, part in each.parts) - each.total


@given(breakdowns())
def test_parts_come_in_any_shape(each: Breakdown) -> None:
    """Parts are given as a mapping or as pairs, once, and are stored as pairs."""

    def once() -> Iterator[tuple[str, int]]:
        yield from each.parts

    for parts in (dict(each.parts), list(each.parts), once()):
        assert Breakdown(each.total, parts, each.exhaustive) == each


def test_a_key_that_is_not_there() -> None:
    """A share is asked for by the key of a part."""
    with pytest.raises(UnknownKey, match="'land': expected one of the parts"):
        Breakdown(1806, FIELDS).rate("land")


def test_a_part_above_the_total_has_no_rate() -> None:
    """A part that is more than its total is a misfit, and no rate is made of it."""
    with pytest.raises(OutOfRange, match="5 of 3"):
        Breakdown(3, {"a": 5}).percents(1)


def test_a_rule_for_shares_one_by_one() -> None:
    """The rule of rounding is for shares rounded one by one."""
    third = Breakdown(3, {"a": 1, "b": 2})
    assert list(map(str, third.percents(0, rounding=Rounding.TRUNCATE).values())) == ["33", "66"]


@pytest.mark.parametrize("method", ["one-by-one", "LARGEST_REMAINDER", Rounding.HALF_UP, None])
def test_a_method_is_named(method: Any) -> None:
    """What is no way of rounding shares decides nothing, but is refused."""
    with pytest.raises(TypeError, match=r"a member of Shares; as Shares\.ONE_BY_ONE"):
        Breakdown(1, {"a": 1}).percents(1, method)


def test_the_shares_of_a_real_breakdown() -> None:
    """One by one they make 99,9; so that they make 100, the largest remainder is rounded up."""
    fields = Breakdown(1808, FIELDS)
    one_by_one = {key: str(share) for key, share in fields.percents(1).items()}
    assert one_by_one == {
        "welfare": "3.3",
        "certified": "71.0",
        "civil": "24.1",
        "merit": "1.3",
        "praise": "0.1",
        "residence": "0.1",
    }
    to_100 = {
        key: str(share) for key, share in fields.percents(1, Shares.LARGEST_REMAINDER).items()
    }
    assert to_100 == {**one_by_one, "merit": "1.4"}

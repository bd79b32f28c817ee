"""What is let in as a figure, and the errors that refuse the rest."""

import copy
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wardstats import (
    AtLeast,
    Between,
    Bound,
    Breakdown,
    Completion,
    Exactly,
    Figure,
    FigureKind,
    Form,
    Growth,
    Interval,
    Judged,
    LessThan,
    Percent,
    PointChange,
    Points,
    Product,
    Rate,
    Ratio,
    Rounding,
    Same,
    Share,
    Shares,
    Sheet,
    Stated,
    StatedKind,
    Sum,
    Verdict,
    assess,
    errors,
    implied_previous,
)
from wardstats.errors import (
    AmbiguousTruth,
    ConflictingFigures,
    NotExact,
    OutOfRange,
    TooLong,
    UnbalancedBreakdown,
    UndefinedGrowth,
    UndefinedRate,
    UnknownKey,
    Unreadable,
    WardstatsError,
    WrongKind,
)
from wardstats.figures.rounding import as_decimal, round_to
from wardstats.vi import read_number

HUGE = 10**40


class Counted:
    """A count of another library, as numpy's integers are."""

    def __index__(self) -> int:
        """Be 7."""
        return 7


# Each call, the error that refuses it, and the standard error that a caller would expect.
REFUSED: list[tuple[Callable[..., Any], tuple[Any, ...], type[WardstatsError], type[Exception]]] = [
    (Rate, (0.5, 1), NotExact, TypeError),
    (Rate, (True, 1), NotExact, TypeError),
    (Rate, ("1", 2), NotExact, TypeError),
    (Rate, (-1, 2), OutOfRange, ValueError),
    (Rate, (1535, 1471), OutOfRange, ValueError),
    (Rate, (Decimal(1), 2), NotExact, TypeError),
    (Ratio, (1.5, 2), NotExact, TypeError),
    (Ratio, (1, -2), OutOfRange, ValueError),
    (Ratio, (1, 2, 0), OutOfRange, ValueError),
    (Percent, (15.0,), NotExact, TypeError),
    (Percent, ("15%",), Unreadable, ValueError),
    (Percent, (Decimal("NaN"),), OutOfRange, ValueError),
    (Percent, (Decimal("sNaN"),), OutOfRange, ValueError),
    (Percent, (Decimal("Infinity"),), OutOfRange, ValueError),
    (Percent, (Decimal("1e999999999"),), TooLong, ValueError),
    (Percent, (None,), NotExact, TypeError),
    (Growth, (1, float("nan")), NotExact, TypeError),
    (PointChange, (Rate(1, 2), Fraction(1, 2)), WrongKind, TypeError),
    (Completion, (1, -1), OutOfRange, ValueError),
    (Breakdown, (1, {"a": -1}), OutOfRange, ValueError),
    (Breakdown, (1, [("a", 1), ("a", 0)]), ConflictingFigures, ValueError),
    (Interval, (2, 1), OutOfRange, ValueError),
    (Interval, (1, 1, False), OutOfRange, ValueError),
    (Interval.hull, ([],), OutOfRange, ValueError),
    (Stated.percent, (95.83,), NotExact, TypeError),
    (Stated.percent, ("95,83",), Unreadable, ValueError),
    (Stated.number, ("1" * 5000,), TooLong, ValueError),
    (Stated.number, ("1", 19), OutOfRange, ValueError),
    (Stated, (5, 13), OutOfRange, ValueError),
    (Stated, (10**4000,), TooLong, ValueError),
    (Stated, (1, 0, "percent"), WrongKind, TypeError),
    (Form, (StatedKind.PERCENT, 3), OutOfRange, ValueError),
    (Form, ("percent",), WrongKind, TypeError),
    (Stated.nearly, (95,), WrongKind, TypeError),
    (Rate(1, 3).percent, (-1,), OutOfRange, ValueError),
    (Rate(1, 3).percent, (13,), OutOfRange, ValueError),
    (Rate(1, 3).percent, (1.0,), NotExact, TypeError),
    (Rate(1, 3).percent, (True,), NotExact, TypeError),
    (Rate(1, 3).percent, (1, "half-up"), WrongKind, TypeError),
    (Rate(0, 0).percent, (1,), UndefinedRate, ZeroDivisionError),
    (Ratio(1, 0).percent, (1,), UndefinedRate, ZeroDivisionError),
    (Completion(1, 0).percent, (1,), UndefinedRate, ZeroDivisionError),
    (Growth(1, 0).percent, (1,), UndefinedGrowth, ZeroDivisionError),
    (Interval(1, 2).__truediv__, (Interval.exactly(0),), UndefinedRate, ZeroDivisionError),
    (Ratio.pool, ([Ratio(1, 2), Ratio(1, 2, per=1000)],), WrongKind, TypeError),
    (Breakdown(3, {"a": 1}).rate, ("b",), UnknownKey, KeyError),
    (
        Breakdown(3, {"a": 1}).percents,
        (1, Shares.LARGEST_REMAINDER),
        UnbalancedBreakdown,
        ValueError,
    ),
    (
        Breakdown(0, {"a": 0}).percents,
        (1, Shares.LARGEST_REMAINDER),
        UndefinedRate,
        ZeroDivisionError,
    ),
    (AtLeast, (0.5,), NotExact, TypeError),
    (Exactly, ("15",), NotExact, TypeError),
    (Between, (1, Percent(2)), WrongKind, TypeError),
    (Between, (Percent(2), Percent(1)), OutOfRange, ValueError),
    (assess, (0.21, LessThan(15)), NotExact, TypeError),
    (assess, (Rate(15, 71), LessThan(15)), WrongKind, TypeError),
    (assess, (Fraction(15, 71), LessThan(Percent(15))), WrongKind, TypeError),
    (assess, (15, Percent(15)), WrongKind, TypeError),
    (bool, (Verdict.MET,), AmbiguousTruth, TypeError),
    (implied_previous, (5, Stated.points("1.4")), WrongKind, TypeError),
    (implied_previous, (5, Fraction(1, 5)), WrongKind, TypeError),
    (implied_previous, (5, Percent(-100)), UndefinedGrowth, ZeroDivisionError),
    (Share, ("rate", "part", "part"), ConflictingFigures, ValueError),
    (Same, ([],), ConflictingFigures, ValueError),
    (Sum, ("total", "ab"), WrongKind, TypeError),
    (Product, ("product", ["a"], 0.1), NotExact, TypeError),
    (Bound, ("a", 0.5), NotExact, TypeError),
    (Judged, ("j", "a", AtLeast, [1, 2]), OutOfRange, ValueError),
    (Judged, ("j", "a", AtLeast(1), [1]), WrongKind, TypeError),
    (Share("rate", "part", "whole").solve, ("other", {}), UnknownKey, KeyError),
    (Figure, ("rate", Fraction(1, 2), FigureKind.PERCENT), WrongKind, TypeError),
    (Figure, ("count", -1), OutOfRange, ValueError),
    (Figure, ("",), Unreadable, ValueError),
    (Figure, ("a", 1, "count"), WrongKind, TypeError),
    (Figure, ("a", 0.5), NotExact, TypeError),
    (Sheet, ([Figure("a", 1), Figure("a", 2)],), ConflictingFigures, ValueError),
    (Sheet, ([Figure("a", 1)], [Share("rate", "a", "b")]), UnknownKey, KeyError),
    (Sheet([Figure("early", 1)]).value, ("earyl",), UnknownKey, KeyError),
    (Sheet().__add__, ([1],), WrongKind, TypeError),
    (as_decimal, (10**4000, 0), TooLong, ValueError),
]


@pytest.mark.parametrize(("call", "arguments", "error", "standard"), REFUSED)
def test_refused(
    call: Callable[..., Any],
    arguments: tuple[Any, ...],
    error: type[WardstatsError],
    standard: type[Exception],
) -> None:
    """A named error, under the standard one, says what was given, expected, and to be done."""
    with pytest.raises(standard) as caught:
        call(*arguments)

    refusal = caught.value
    assert type(refusal) is error
    assert refusal.given
    assert refusal.expected
    assert str(refusal).startswith(f"{refusal.given}: expected {refusal.expected}")
    assert refusal.advice in str(refusal)
    assert len(str(refusal)) < 400


@pytest.mark.parametrize("error", REFUSED, ids=str)
def test_errors_travel(error: tuple[Callable[..., Any], tuple[Any, ...], Any, Any]) -> None:
    """An error is the same after pickling and copying, so it crosses processes."""
    call, arguments, kind, _ = error
    with pytest.raises(kind) as caught:
        call(*arguments)

    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert type(again) is kind
        assert str(again) == str(caught.value)
        assert vars(again) == vars(caught.value)


def test_candidates_travel() -> None:
    """The candidates of text that could not be read travel with the error."""
    with pytest.raises(Unreadable) as caught:
        read_number("1.5")

    assert pickle.loads(pickle.dumps(caught.value)).candidates == ("1,5", "1.500")


def test_a_quotation_is_short() -> None:
    """What was given is quoted in at most 60 characters, however long it is."""
    assert len(errors.quoted("9" * 10**6)) == 60
    assert errors.quoted(10**5000) == "int too long to print"
    assert errors.quoted(Decimal("NaN")) == "Decimal('NaN')"


def test_advice_may_be_missing() -> None:
    """Where no advice is right for every caller, none is given."""
    assert str(OutOfRange("-1", "a count")) == "-1: expected a count"


class TestLetIn:
    def test_counts_of_other_libraries(self) -> None:
        """What has __index__ is a count, and comes in as a plain int."""
        rate = Rate(Counted(), 8)  # type: ignore[arg-type]

        assert type(rate.part) is int
        assert rate == Rate(7, 8)

    def test_exact_numbers(self) -> None:
        """Fractions and Decimals are exact; whole ones come in as ints."""
        assert Ratio(Decimal("7.50"), Fraction(4, 2)) == Ratio(Fraction(15, 2), 2)
        assert type(Ratio(Decimal("7.0"), 2).amount) is int

    def test_at_any_size(self) -> None:
        """A part of 10^40 is as exact as one of ten."""
        assert Rate(HUGE - 1, HUGE).value == Fraction(HUGE - 1, HUGE)
        assert Rate(HUGE - 1, HUGE).percent(2) == Decimal("100.00")
        assert round_to(Fraction(1, 3) + HUGE, 1) == Decimal(f"{HUGE}.3")

    def test_what_arose_and_what_did_not(self) -> None:
        """A whole, base or plan of 0 means that nothing arose."""
        assert Rate(0, 0).nothing_arose
        assert Ratio(5, 0).nothing_arose
        assert Completion(5, 0).nothing_arose
        assert not Rate(0, 1).nothing_arose

    def test_the_rest_of_a_rate(self) -> None:
        """The complement is the rest of the same whole."""
        assert Rate(1471, 1535).complement == Rate(64, 1535)

    def test_text_for_quantities(self) -> None:
        """Per cents and points take their digits as text, where they have decimals."""
        assert Percent("99.5") == Percent(Decimal("99.5"))
        assert repr(Points("-0.04")) == "Points('-0.04')"
        assert repr(Percent(Fraction(1, 3))) == "Percent(Fraction(1, 3))"
        assert repr(Percent(Fraction(10**4001 + 1, 10))).startswith("Percent(Fraction(1000")

    def test_cuts(self) -> None:
        """Ten days cut to five are a reduction of 50 %."""
        assert Growth(5, 10).reduction == Percent(50)

    def test_negative_places_of_verdicts(self) -> None:
        """NOT_ASSESSED has no rank among the verdicts."""
        with pytest.raises(OutOfRange):
            _ = Verdict.NOT_ASSESSED.rank

    def test_rules_are_members(self) -> None:
        """A rule by its name is refused, since it would decide nothing."""
        with pytest.raises(WrongKind, match="a member of Rounding"):
            Rounding.given("half-up")  # type: ignore[arg-type]

    def test_completion_of_what_is_to_be_reached(self) -> None:
        """Only a bound above 0 that is to be reached has a completion."""
        assert assess(158, AtLeast(100)).completion == Completion(158, 100)
        assert assess(158, LessThan(200)).completion is None
        assert assess(None, AtLeast(100)).completion is None
        assert assess(1, AtLeast(0)).completion is None

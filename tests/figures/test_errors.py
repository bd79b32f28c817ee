"""Errors: one small tree under the standard types, whose parts travel and are quoted shortly."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardstats import (
    AtLeast,
    Between,
    Breakdown,
    Completion,
    Figure,
    FigureKind,
    Growth,
    Interval,
    Percent,
    Rate,
    Ratio,
    Share,
    Shares,
    Sheet,
    Sum,
    assess,
    errors,
)
from wardstats.errors import (
    AmbiguousTruth,
    BeyondCalendar,
    ConflictingFigures,
    Fault,
    FaultyRecord,
    MissingExtra,
    NotConsecutive,
    NotExact,
    NotInForce,
    OutOfRange,
    TooLong,
    UnbalancedBreakdown,
    UndefinedGrowth,
    UndefinedRate,
    UnknownKey,
    Unreadable,
    WardstatsError,
    WrongKind,
    quoted,
)

STANDARD: dict[type[WardstatsError], type[Exception]] = {
    NotExact: TypeError,
    WrongKind: TypeError,
    AmbiguousTruth: TypeError,
    OutOfRange: ValueError,
    UnbalancedBreakdown: ValueError,
    ConflictingFigures: ValueError,
    Unreadable: ValueError,
    TooLong: ValueError,
    UndefinedRate: ZeroDivisionError,
    UndefinedGrowth: ZeroDivisionError,
    UnknownKey: KeyError,
    NotInForce: LookupError,
    BeyondCalendar: LookupError,
    NotConsecutive: ValueError,
    MissingExtra: ImportError,
}
texts = st.text(max_size=20)


def test_the_tree_is_complete() -> None:
    """Every error of the module stands under the root and under one standard type."""
    classes = {each for each in vars(errors).values() if isinstance(each, type)}
    assert classes == {WardstatsError, *STANDARD, Fault, FaultyRecord}
    assert issubclass(FaultyRecord, (WardstatsError, ValueError))
    for each, standard in STANDARD.items():
        assert each.__mro__[1] is WardstatsError
        assert issubclass(each, standard)


@pytest.mark.parametrize("kind", [WardstatsError, *STANDARD])
class TestEveryError:
    """A message quotes what was given, says what was expected, and what to do."""

    @given(texts, texts, texts)
    def test_its_parts_are_attributes(
        self, kind: type[WardstatsError], given_text: str, expected: str, advice: str
    ) -> None:
        """The message is made of the three parts, and the same parts are attributes."""
        error = kind(given_text, expected, advice)
        assert (error.given, error.expected, error.advice) == (given_text, expected, advice)
        end = f"; {advice}" if advice else ""
        assert str(error) == f"{given_text}: expected {expected}{end}"

    @given(texts, texts, texts)
    def test_it_travels(
        self, kind: type[WardstatsError], given_text: str, expected: str, advice: str
    ) -> None:
        """Pickled or copied it is the same error, so it crosses processes."""
        error = kind(given_text, expected, advice)
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is kind
            assert vars(again) == vars(error)
            assert again.args == error.args
            assert str(again) == str(error)

    def test_advice_may_be_missing(self, kind: type[WardstatsError]) -> None:
        """Wrong advice is worse than none."""
        assert str(kind("-1", "a count")) == "-1: expected a count"
        assert kind("-1", "a count").advice == ""


@given(st.lists(texts).map(tuple))
def test_candidates_travel(candidates: tuple[str, ...]) -> None:
    """Text that cannot be read carries what it may have meant, as data, wherever it goes."""
    error = Unreadable("'1.5'", "a number", "which is meant?", candidates)
    assert pickle.loads(pickle.dumps(error)).candidates == candidates
    assert copy.copy(error).candidates == candidates
    assert Unreadable("'1.5'", "a number").candidates == ()


class TestQuoted:
    """An error quotes at most 60 characters, of anything."""

    @given(st.text() | st.integers() | st.fractions() | st.decimals() | st.lists(st.text()))
    def test_short_things_are_quoted_as_they_are_typed(self, value: object) -> None:
        """Up to 60 characters the quotation is the value as typed; past that its beginning."""
        text = repr(value)
        if len(text) <= 60:
            assert quoted(value) == text
        else:
            assert quoted(value) == quoted(value)[:59] + "…"
            assert text.startswith(quoted(value)[:-1])

    @pytest.mark.parametrize(
        "value",
        [10**5_000, Fraction(10**5_000, 3), Ratio(10**5_000, 3), Interval(1, 10**5_000)],
        ids=lambda value: type(value).__name__,
    )
    def test_what_python_cannot_print_is_named(self, value: object) -> None:
        """An int of more than 4,300 digits is no text to Python: the error names its type."""
        assert quoted(value) == f"{type(value).__name__} too long to print"

    def test_a_long_text_is_cut_before_it_is_quoted(self) -> None:
        """A text of megabytes costs no more to quote than a short one."""

        class Counting(str):
            __slots__ = ()

            def __repr__(self) -> str:
                raise AssertionError

        assert quoted(Counting("9" * 10**6)) == "'" + "9" * 58 + "…"


HUGE = 10**5_000
LONG_KEYS = [f"key_{place}" for place in range(1_000)]
ANY_HUGE: Any = HUGE  # what no type checker lets through
ANY_KEYS: Any = LONG_KEYS


# Everywhere an error quotes a figure, however large that figure is.
LARGE: dict[str, tuple[Any, type[WardstatsError]]] = {
    "Rate": (lambda: Rate(HUGE + 1, HUGE), OutOfRange),
    "negative count": (lambda: Rate(-HUGE, HUGE), OutOfRange),
    "Ratio": (lambda: Ratio(HUGE, 0).value, UndefinedRate),
    "Growth": (lambda: Growth(HUGE, 0).value, UndefinedGrowth),
    "Completion": (lambda: Completion(HUGE, 0).value, UndefinedRate),
    "Interval": (lambda: Interval(HUGE, 1), OutOfRange),
    "quotient": (lambda: Interval(1, HUGE) / Interval.exactly(0), UndefinedRate),
    "Between": (lambda: Between(HUGE, 1), OutOfRange),
    "ends of two kinds": (lambda: Between(Percent(HUGE), HUGE), WrongKind),
    "assess": (lambda: assess(ANY_HUGE, AtLeast(Percent(HUGE))), WrongKind),
    "shares": (
        lambda: Breakdown(HUGE, {}).percents(1, Shares.LARGEST_REMAINDER),
        UnbalancedBreakdown,
    ),
    "percent": (lambda: Percent(HUGE).percent(0), TooLong),
    "Figure": (lambda: Figure("key", HUGE, FigureKind.PERCENT), WrongKind),
    "Sheet": (lambda: Sheet([Figure("key", HUGE), Figure("key", 1)]), ConflictingFigures),
    "part of many": (lambda: Breakdown(1, dict.fromkeys(LONG_KEYS, 1)).rate("x"), UnknownKey),
    "figure of many": (lambda: Sum("total", LONG_KEYS).solve("x", {}), UnknownKey),
    "keys as text": (lambda: Sum("total", "x" * 10_000), WrongKind),
    "key twice": (lambda: Sum("total", [*LONG_KEYS, "total"]), ConflictingFigures),
    "key of a sheet": (lambda: Sheet()["x" * 10_000], UnknownKey),
    "key of a Figure": (lambda: Figure(" x" * 10_000, 1), Unreadable),
    "value of a Figure": (lambda: Figure("x" * 10_000, 1, FigureKind.PERCENT), WrongKind),
    "pers": (lambda: Ratio.pool(Ratio(1, 1, per) for per in range(1, 999)), WrongKind),
    "parts twice": (lambda: Breakdown(1, [("x" * 10_000, 1)] * 2), ConflictingFigures),
    "added": (lambda: Sheet() + ANY_KEYS, WrongKind),
    "Share": (lambda: Share("x" * 10_000, "x" * 10_000, "b"), ConflictingFigures),
}


@pytest.mark.parametrize("case", LARGE)
def test_no_figure_is_too_large_to_be_refused(case: str) -> None:
    """However large or many the figures, the error is the named one and its message is short."""
    call, error = LARGE[case]
    with pytest.raises(error) as caught:
        call()
    assert type(caught.value) is error
    # Two quotations at most, and what joins them.
    assert len(caught.value.given) <= 2 * 60 + len("parts that make  of ")
    assert len(str(caught.value)) <= 400
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), error)


def test_one_catch_catches_all() -> None:
    """The root catches every error of the library, and each is caught as the standard type."""
    with pytest.raises(WardstatsError):
        Rate(2, 1)
    with pytest.raises(ZeroDivisionError):
        Rate(0, 0).percent(1)
    with pytest.raises(KeyError, match=r"^'late': expected one of the parts \('early',\)$"):
        Breakdown(1, {"early": 1}).rate("late")
    with pytest.raises(ValueError, match=r"NaN"):
        Percent(Decimal("NaN"))

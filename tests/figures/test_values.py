"""What is known of a figure, and what relations of one's own have to say."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wardstats import (
    Bound,
    Completion,
    Growth,
    Interval,
    Percent,
    PointChange,
    Points,
    Rate,
    Ratio,
    Reason,
    Relation,
    Same,
    Stated,
    Undefined,
    Verdict,
)
from wardstats.errors import ConflictingFigures, NotExact, UnknownKey, WrongKind
from wardstats.figures.values import Known

NOT_COUNTED = Undefined(Reason.NOT_COUNTED)
NOTHING_AROSE = Undefined(Reason.NOTHING_AROSE)
half = Interval.exactly(Fraction(1, 2))


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        (5, Interval(5, 5)),
        (Decimal("0.5"), half),
        (Fraction(1, 2), half),
        (Percent(50), half),
        (Points(50), half),
        (Rate(1, 2), half),
        (Ratio(1, 2), half),
        (Growth(3, 2), half),
        (Completion(1, 2), half),
        (PointChange(Percent(60), Percent(10)), half),
        (Verdict.EXCEEDED, Interval(2, 2)),
        (Stated.number("5"), Interval(Fraction(9, 2), Fraction(11, 2), high_closed=False)),
        (Interval(1, 2), Interval(1, 2)),
        (None, NOT_COUNTED),
        (Verdict.NOT_ASSESSED, NOT_COUNTED),
        (NOTHING_AROSE, NOTHING_AROSE),
        (Rate(0, 0), NOTHING_AROSE),
        (Ratio(1, 0), NOTHING_AROSE),
        (Growth(1, 0), NOTHING_AROSE),
        (Completion(1, 0), NOTHING_AROSE),
        (PointChange(Rate(0, 0), Percent(10)), NOTHING_AROSE),
    ],
)
def test_everything_that_may_be_known(known: Known, answer: Interval | Undefined) -> None:
    """Exact figures are one number, printed ones an interval, and the rest has a reason."""
    assert Same(("told", "known")).solve("told", {"known": known}) == answer


@pytest.mark.parametrize("known", [0.5, True, "5", Decimal("NaN")])
def test_what_is_not_exact_is_not_known(known: Any) -> None:
    """The door is closed here, too."""
    with pytest.raises((NotExact, ValueError), match="expected"):
        Same(("told", "known")).solve("told", {"known": known})


class TestCounts:
    def test_given_and_asked_for(self) -> None:
        """A figure that counts is narrowed to whole numbers, on both sides."""
        same, printed = Same(("told", "known")), Stated.number("1.5", scale=1)
        assert same.solve("told", {"known": printed}, {"told"}) == Interval(15, 15)
        assert same.solve("told", {"known": printed}, {"known"}) == Interval(15, 15)
        assert same.solve("told", {"known": Stated.number("1.8")}, {"known"}) == Undefined(
            Reason.IMPOSSIBLE
        )

    def test_what_is_undefined_stays_so(self) -> None:
        """A count that is not known is not counted."""
        assert Same(("told", "known")).solve("told", {}, {"told", "known"}) == NOT_COUNTED

    def test_a_bound_has_whole_neighbours(self) -> None:
        """Above 2 and a whole number is 3 or more; strictly below 2, 1 or less."""
        assert Bound(2, "a", strict=True).solve("a", {}, {"a"}) == Interval(3, None)
        assert Bound("a", 2, strict=True).solve("a", {}, {"a"}) == Interval(None, 1)


class TestRelations:
    def test_a_key_of_another_relation(self) -> None:
        """A relation is asked about its own figures."""
        with pytest.raises(UnknownKey, match=r"'c': expected one of the figures \('a', 'b'\)"):
            Same(("a", "b")).solve("c", {})

    @pytest.mark.parametrize("keys", [(), ("a", "a"), ("a", "b", "a")])
    def test_each_figure_is_named_once(self, keys: tuple[str, ...]) -> None:
        """A figure is not tied to itself, and a rule about nothing is no rule."""
        with pytest.raises(ConflictingFigures, match="a figure is not tied to itself"):
            Same(keys)

    def test_two_numbers_are_no_relation(self) -> None:
        """A bound has a figure on one side at least."""
        with pytest.raises(ConflictingFigures):
            Bound(1, 2)

    def test_keys_are_several(self) -> None:
        """Text would be taken for its letters."""
        with pytest.raises(WrongKind, match=r"'ab': expected several keys; as \['ab'\]"):
            Same("ab")

    def test_a_relation_of_ones_own(self) -> None:
        """It has to name its figures and to answer; all else it has from `Relation`."""

        class Silent(Relation):
            @property
            def keys(self) -> tuple[str, ...]:
                return ("a", "b")

        silent: Any = Silent
        assert silent().solve("a", {}) == NOT_COUNTED
        with pytest.raises(NotImplementedError):
            silent().solve("a", {"b": 1})
        with pytest.raises(NotImplementedError):
            Relation().__attrs_post_init__()

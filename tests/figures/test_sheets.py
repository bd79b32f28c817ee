"""Sheets: what is counted, what is derived, and what cannot be."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardstats import (
    Bound,
    Change,
    Completion,
    Figure,
    FigureKind,
    Growth,
    Interval,
    PointChange,
    Points,
    Product,
    Rate,
    Reason,
    Same,
    Share,
    Sheet,
    Stated,
    Sum,
    Undefined,
    Verdict,
)
from wardstats.errors import UnknownKey

NOT_COUNTED = Undefined(Reason.NOT_COUNTED)
FLOW = Sheet(
    [Figure("early", 1484), Figure("on_time", 315), Figure("overdue", 0), Figure("pending", 7)],
    [
        Sum("resolved", ["early", "on_time", "overdue"]),
        Sum("received", ["resolved", "pending"]),
        Share("early_rate", "early", "resolved"),
    ],
)


def test_what_is_derived() -> None:
    """Figures are derived from what was counted, through one another, in any order."""
    backwards = Sheet(reversed(FLOW.figures), reversed(FLOW.relations))

    assert FLOW.value("received") == 1806
    assert FLOW.value("early_rate") == Fraction(1484, 1799)
    assert backwards.values() == FLOW.values()


def test_a_relation_brings_its_figure() -> None:
    """The figure a relation derives is there, of the kind that follows from the others."""
    sheet = Sheet(
        [Figure("a", 1), Figure("b", Fraction(1, 2)), Figure("rate", Rate(1, 2))],
        [
            Sum("both", ["a", "b"]),
            Share("share", "a", "c"),
            Sum("c", ["a"]),
            Product("p", ["a", "b"]),
        ],
    )

    assert {figure.key: figure.kind for figure in sheet if figure.value is None} == {
        "both": FigureKind.AMOUNT,
        "c": FigureKind.COUNT,
        "share": FigureKind.PERCENT,
        "p": FigureKind.AMOUNT,
    }


def test_a_sum_of_nothing_is_a_count() -> None:
    """A sum without parts is 0, and a count."""
    sheet = Sheet([], [Sum("total", [])])

    assert (sheet["total"].kind, sheet.value("total")) == (FigureKind.COUNT, 0)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (5, FigureKind.COUNT),
        (None, FigureKind.COUNT),
        (Fraction(1, 2), FigureKind.AMOUNT),
        (Rate(1, 2), FigureKind.PERCENT),
        (Completion(1, 2), FigureKind.PERCENT),
        (Growth(1, 2), FigureKind.PERCENT),
        (Points(1), FigureKind.POINTS),
        (PointChange(Rate(1, 2), Rate(1, 3)), FigureKind.POINTS),
        (Verdict.MET, FigureKind.VERDICT),
        (Stated.percent("95.83"), FigureKind.PERCENT),
        (Stated.number("4.2", scale=9), FigureKind.AMOUNT),
    ],
)
def test_kinds_follow_from_values(value: object, kind: FigureKind) -> None:
    """The kind of a figure is that of its value, unless another is meant."""
    assert Figure("key", value).kind is kind  # type: ignore[arg-type]


def test_other_kinds_that_a_value_may_be() -> None:
    """A whole number may be an amount, a printed number a count, a rate per thousand."""
    assert Figure("money", 5, FigureKind.AMOUNT).kind is FigureKind.AMOUNT
    assert Figure("count", Stated.number("12", scale=2), FigureKind.COUNT).kind is FigureKind.COUNT
    assert Figure("births", Rate(71, 5000), FigureKind.PER_MILLE).kind is FigureKind.PER_MILLE


def test_a_printed_count_is_a_whole_number() -> None:
    """A count known only as printed may be any whole number that prints so, and no other."""
    sheet = Sheet(
        [Figure("about", Stated.more_than(Stated.number("12", scale=2)), FigureKind.COUNT)]
    )

    assert sheet.value("about") == Interval(1200, 1299)


class TestWithoutAnswer:
    """What has no number is Undefined, with the reason; nothing raises."""

    def test_not_counted(self) -> None:
        """What a figure needs is not counted."""
        sheet = Sheet([Figure("part"), Figure("whole", 5)], [Share("rate", "part", "whole")])

        assert sheet.value("rate") == NOT_COUNTED
        assert sheet.solve("part") == NOT_COUNTED

    def test_nothing_arose(self) -> None:
        """The base is 0."""
        sheet = Sheet([Figure("part", 0), Figure("whole", 0)], [Share("rate", "part", "whole")])

        assert sheet.value("rate") == sheet.solve("rate") == Undefined(Reason.NOTHING_AROSE)
        assert Sheet([Figure("rate", Rate(0, 0))]).value("rate") == Undefined(Reason.NOTHING_AROSE)

    def test_impossible(self) -> None:
        """A part above its whole is no rate, and two rules may leave nothing."""
        sheet = Sheet([Figure("part", 5), Figure("whole", 3)], [Share("rate", "part", "whole")])
        torn = Sheet(
            [Figure("a", 1), Figure("b", 2), Figure("c")], [Same(["a", "c"]), Same(["b", "c"])]
        )

        assert sheet.value("rate") == Undefined(Reason.IMPOSSIBLE)
        assert sheet.solve("rate") == Undefined(Reason.IMPOSSIBLE)
        assert torn.solve("c") == Undefined(Reason.IMPOSSIBLE)

    def test_a_figure_that_needs_itself(self) -> None:
        """Rules that derive one another in a circle derive nothing."""
        circle = Sheet([], [Sum("a", ["b"]), Sum("b", ["a"]), Sum("c", ["a"])])

        assert circle.values() == dict.fromkeys("abc", NOT_COUNTED)

    def test_no_rule(self) -> None:
        """A figure that no rule concerns may be anything."""
        assert Sheet([Figure("a", 1)]).solve("a") == NOT_COUNTED

    def test_bounds_derive_nothing(self) -> None:
        """A bound says what may be, never what is."""
        sheet = Sheet([Figure("a"), Figure("b", 5)], [Bound("a", "b")])

        assert sheet.value("a") == NOT_COUNTED
        assert sheet.solve("a") == Interval(None, 5)

    def test_not_assessed_is_not_known(self) -> None:
        """A judgement not made says nothing."""
        assert Sheet([Figure("j", Verdict.NOT_ASSESSED)]).value("j") == NOT_COUNTED


class TestJoining:
    def test_plus(self) -> None:
        """Sheets join, and take further figures and relations; twice the same is once."""
        more = FLOW + [Figure("previous", 1700), Change("growth", "received", "previous")]

        assert more.value("growth") == Fraction(1806, 1700) - 1
        assert FLOW + FLOW == FLOW

    @given(st.integers(0, 4), st.integers(0, 4))
    def test_in_any_grouping(self, one: int, two: int) -> None:
        """Joining is associative, and an empty sheet adds nothing."""
        cut, cut_again = sorted([one, two])
        figures = FLOW.figures[:4]
        a, b, c = (
            Sheet(figures[low:high]) for low, high in ((0, cut), (cut, cut_again), (cut_again, 4))
        )

        assert (a + b) + c == a + (b + c) == Sheet(figures)
        assert a + Sheet() == Sheet() + a == a

    def test_asked_for_a_key(self) -> None:
        """A sheet knows its keys, in order, and names near ones where it does not."""
        assert [figure.key for figure in FLOW][:2] == ["early", "on_time"]
        assert len(FLOW) == 7
        assert "early" in FLOW
        assert "late" not in FLOW
        assert FLOW["early"] == Figure("early", 1484)
        with pytest.raises(UnknownKey, match="near it: early"):
            FLOW["earl"]
        with pytest.raises(UnknownKey, match="add a Figure"):
            FLOW["xyz"]

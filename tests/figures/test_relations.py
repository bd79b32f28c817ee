"""Relations: the answers that laws by trying do not name."""

from fractions import Fraction

import pytest

from wardstats import (
    AtLeast,
    Between,
    Bound,
    Change,
    Completes,
    Interval,
    Judged,
    Percent,
    PointGap,
    Presumed,
    Product,
    Reason,
    Relation,
    Same,
    Share,
    Stated,
    Sum,
    Undefined,
    Verdict,
)
from wardstats.errors import UnknownKey
from wardstats.figures.values import Known

IMPOSSIBLE = Undefined(Reason.IMPOSSIBLE)
NOTHING_AROSE = Undefined(Reason.NOTHING_AROSE)


@pytest.mark.parametrize(
    ("relation", "key", "values", "answer"),
    [
        (Share("r", "p", "w"), "r", {"p": 1794, "w": 1804}, Interval.exactly(Fraction(897, 902))),
        (Share("r", "p", "w"), "r", {"p": 5, "w": 3}, IMPOSSIBLE),
        (Share("r", "p", "w"), "r", {"p": 0, "w": 0}, NOTHING_AROSE),
        (Share("r", "p", "w"), "p", {"r": Percent(150), "w": 4}, IMPOSSIBLE),
        (Share("r", "p", "w"), "w", {"r": Percent(0), "p": 0}, Interval.more_than(0)),
        (Share("r", "p", "w"), "w", {"r": Percent(0), "p": 3}, IMPOSSIBLE),
        (Share("r", "p", "w"), "w", {"r": Percent(150), "p": 3}, IMPOSSIBLE),
        (Completes("c", "a", "p"), "c", {"a": 158, "p": 100}, Interval.exactly(Fraction(158, 100))),
        (Completes("c", "a", "p"), "p", {"a": 158, "c": Percent(158)}, Interval.exactly(100)),
        (Change("g", "c", "p"), "p", {"c": 120, "g": Percent(20)}, Interval.exactly(100)),
        (Change("g", "c", "p"), "g", {"c": 1, "p": -1}, NOTHING_AROSE),
        (
            PointGap("g", "c", "p"),
            "p",
            {"c": Percent(21), "g": Percent(2)},
            Interval.exactly(Fraction(19, 100)),
        ),
        (Sum("t", ["a", "b"], ["c"]), "c", {"t": 5, "a": 4, "b": 3}, Interval.exactly(2)),
        (Sum("t", ["a", "b"], exhaustive=False), "t", {"a": 4, "b": 3}, Interval.at_least(7)),
        (Sum("t", ["a", "b"], exhaustive=False), "b", {"a": 4, "t": 7}, Interval.at_most(3)),
        (
            Product("p", ["a", "y"], Fraction(1, 10)),
            "p",
            {"a": 115, "y": Fraction(6258, 100)},
            Interval.exactly(Fraction(71967, 100)),
        ),
        (Product("p", ["a", "y"]), "a", {"p": 0, "y": 0}, Interval.anything()),
        (Product("p", ["a", "y"]), "a", {"p": 1, "y": 0}, IMPOSSIBLE),
        (Same(["a", "b", "c"]), "c", {"a": 1, "b": 2}, IMPOSSIBLE),
        (Same(["a"]), "a", {}, Interval.anything()),
        (Bound("a", "b", strict=True), "b", {"a": 3}, Interval.more_than(3)),
        (Bound("a", Percent(15)), "a", {}, Interval.at_most(Fraction(3, 20))),
        (Judged("j", "a", AtLeast, ["p"]), "j", {"a": 5, "p": 4}, Interval.exactly(2)),
        (Judged("j", "a", AtLeast, ["p"]), "p", {"a": 5, "j": Verdict.MET}, Interval.exactly(5)),
        (Judged("j", "a", Between, [1, 3]), "a", {"j": Verdict.MET}, Interval(1, 3)),
        (Judged("j", "a", Between, ["l", "h"]), "j", {"a": 2, "l": 3, "h": 1}, IMPOSSIBLE),
        (
            Judged("j", "a", Between, ["l", "h"]),
            "l",
            {"a": 2, "j": Verdict.MET, "h": 1},
            IMPOSSIBLE,
        ),
        (
            Judged("j", "a", Between, ["l", "h"]),
            "h",
            {"a": 2, "j": Verdict.MET, "l": 3},
            IMPOSSIBLE,
        ),
        (Judged("j", "a", Between, [1, 3]), "a", {"j": Interval.exactly(9)}, IMPOSSIBLE),
    ],
)
def test_solve(
    relation: Relation, key: str, values: dict[str, Known], answer: Interval | Undefined
) -> None:
    """One figure, given the others: an interval with the right ends, or the reason for none."""
    assert relation.solve(key, values) == answer


def test_what_is_not_known() -> None:
    """A figure missing, or None, or itself undefined, leaves the others undefined."""
    share = Share("r", "p", "w")

    for known in ({"p": 1}, {"p": 1, "w": None}):
        assert share.solve("r", known) == Undefined(Reason.NOT_COUNTED)
    assert share.solve("r", {"p": 1, "w": NOTHING_AROSE}) == NOTHING_AROSE


def test_counts_are_whole_numbers() -> None:
    """Figures that count things are narrowed to whole numbers, asked for or given."""
    share = Share("r", "p", "w")
    printed = Stated.percent("99.45")

    assert share.solve("p", {"r": printed, "w": 1804}, {"p"}) == Interval.exactly(1794)
    assert share.solve("p", {"r": Stated.percent("99.16"), "w": 1804}, {"p"}) == IMPOSSIBLE
    assert share.solve("r", {"p": Fraction(1, 2), "w": 4}, {"p"}) == IMPOSSIBLE


def test_derived_by_which() -> None:
    """A relation names the figure it derives; one that leaves room derives none."""
    assert Share("r", "p", "w").derives == "r"
    assert Sum("t", ["a"]).derives == "t"
    assert Sum("t", ["a"], exhaustive=False).derives is None
    assert Bound("a", "b").derives is None


def test_linked_figures_are_parts() -> None:
    rule = Sum("all", ("a", "b"), linked=("b",))
    assert rule == Sum("all", ("a", "b"), linked=["b"])
    with pytest.raises(UnknownKey, match=r"\('c',\): expected some of the parts \('a', 'b'\)"):
        Sum("all", ("a", "b"), linked=("c",))


def test_a_presumed_rule_answers_as_the_rule_and_derives_nothing() -> None:
    rule = Presumed(Sum("all", ("a", "b")))
    assert (rule.keys, rule.derives) == (("all", "a", "b"), None)
    assert rule.solve("all", {"a": 1, "b": 2}) == Interval(3, 3)

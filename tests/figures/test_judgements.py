"""Judged: a figure, the target it is judged by, and the word a report gives it."""

from typing import Any

import pytest
from hypothesis import given

from brute_force import Exact
from figure_strategies import BANDED, BOUNDED, aim, exact_numbers
from wardstats import (
    AtLeast,
    Between,
    Interval,
    Judged,
    LessThan,
    Percent,
    Points,
    Rate,
    Reason,
    Stated,
    Target,
    Undefined,
    Verdict,
    assess,
)
from wardstats.errors import ConflictingFigures, NotExact, OutOfRange, WrongKind

IMPOSSIBLE = Undefined(Reason.IMPOSSIBLE)


class TestRealJudgements:
    """The words of a real report, and what they leave open."""

    budget = Judged("judgement", "revenue", AtLeast, ["plan"])

    def test_more_than_planned(self) -> None:
        """4.639.287.000 of 3.525.000.000 đồng exceeds the plan: "vượt dự toán" holds."""
        figures = {"revenue": 4_639_287_000, "plan": 3_525_000_000}
        assert self.budget.solve("judgement", figures) == Interval.exactly(Verdict.EXCEEDED.rank)

    def test_reached_may_be_met_or_exceeded(self) -> None:
        """ "đạt" is MET or EXCEEDED, so the plan is at most what was done."""
        reached = Interval(Verdict.MET.rank, Verdict.EXCEEDED.rank)
        answer = self.budget.solve("plan", {"revenue": 158, "judgement": reached})
        assert answer == Interval.at_most(158)

    def test_not_met_by_the_exact_rate(self) -> None:
        """15 of 71 births are not below 15 %."""
        rule = Judged("judgement", "third_child", LessThan, [Percent(15)])
        assert rule.solve("judgement", {"third_child": Rate(15, 71)}) == Interval.exactly(0)

    def test_a_printed_figure_may_earn_two_words(self) -> None:
        """19,0 % may be 18,95 %: NOT_MET or MET, as `assess` says too."""
        rule = Judged("judgement", "growth", Between, [Percent(19), Percent(21)])
        printed = Stated.percent("19.0")
        assert rule.solve("judgement", {"growth": printed}) == Interval(0, 1)
        attainment = assess(printed, Between(Percent(19), Percent(21)))
        assert attainment.possible == (Verdict.NOT_MET, Verdict.MET)


@pytest.mark.parametrize("rule", [*BOUNDED, *BANDED])
@given(exact_numbers(-9, 9), exact_numbers(-9, 0), exact_numbers(0, 9))
def test_it_judges_as_assess_does(
    rule: type[Target[Any]], number: Exact, low: Exact, high: Exact
) -> None:
    """A rule is written once: the relation gives the verdict that `assess` gives."""
    ends = [low, high] if rule in BANDED else [low]
    verdict = assess(number, aim(rule, *ends)).verdict
    answer = Judged("j", "f", rule, ends).solve("j", {"f": number})
    assert answer == Interval.exactly(verdict.rank)


class TestMaking:
    def test_keys(self) -> None:
        """The judgement comes first, which it derives; ends that are quantities are no keys."""
        rule = Judged("j", "f", Between, ["low", Points(2)])
        assert rule.keys == ("j", "f", "low")
        assert rule.derives == "j"
        assert rule.ends == ("low", Points(2))

    @pytest.mark.parametrize("rule", [AtLeast(5), Target, "AtLeast", None, int])
    def test_the_rule_is_a_kind_of_target(self, rule: Any) -> None:
        """A target with its bound would have two bounds; anything else has no verdicts."""
        with pytest.raises(WrongKind, match="a kind of target; as AtLeast, without its bound"):
            Judged("j", "f", rule, ["plan"])

    @pytest.mark.parametrize("rule", [*BOUNDED, *BANDED])
    def test_as_many_ends_as_the_rule_has(self, rule: type[Target[Any]]) -> None:
        """One end for a bound, two for a band."""
        right = 2 if rule in BANDED else 1
        for number in {0, 1, 2, 3} - {right}:
            with pytest.raises(OutOfRange, match=rf"{right} end\(s\) for {rule.__name__}"):
                Judged("j", "f", rule, range(number))

    def test_no_figure_is_tied_to_itself(self) -> None:
        """A figure is named once."""
        with pytest.raises(ConflictingFigures, match="figures, each named once"):
            Judged("j", "f", AtLeast, ["f"])

    def test_ends_are_exact(self) -> None:
        """An end is a key, or an exact quantity."""
        ends: Any = [0.5]
        with pytest.raises(NotExact):
            Judged("j", "f", AtLeast, ends)


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("j", {"f": 1, "low": 3, "high": 2}),
        ("f", {"j": Verdict.MET, "low": 3, "high": 2}),
        ("low", {"j": Verdict.MET, "f": 3, "high": 2}),
        ("high", {"j": Verdict.MET, "f": 2, "low": 3}),
        ("low", {"j": Verdict.EXCEEDED, "f": 2, "high": 2}),
        ("high", {"j": Verdict.NOT_MET, "f": 2, "low": 2}),
    ],
)
def test_crossed_ends_leave_nothing(key: str, known: dict[str, Any]) -> None:
    """A band whose low end is above its high end, or would have to be, judges nothing."""
    assert Judged("j", "f", Between, ["low", "high"]).solve(key, known) == IMPOSSIBLE

"""Targets, completions, and what a verdict rests on."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from figure_strategies import BANDED, BOUNDED, aim, attainments, completions
from wardstats import (
    AtLeast,
    AtMost,
    Attainment,
    Between,
    Completion,
    Exactly,
    Growth,
    LessThan,
    MoreThan,
    NotAssessed,
    Percent,
    PointChange,
    Points,
    Rate,
    Ratio,
    Stated,
    StatedKind,
    Target,
    Verdict,
    Within,
    assess,
)
from wardstats.errors import AmbiguousTruth, OutOfRange, UndefinedRate, WrongKind

NOT_MET, MET, EXCEEDED = Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED


class TestRealTargets:
    """The targets of a real annual report, judged."""

    @pytest.mark.parametrize(
        ("actual", "target", "verdict"),
        [
            (Stated.percent("20.7"), Between(Percent(19), Percent(21)), MET),
            (Stated.percent("19.7"), Between(Percent(18), Percent(20)), MET),
            (Stated.percent("2.4"), Between(Percent(2), Percent(4)), MET),
            (4_639_287_000, AtLeast(3_525_000_000), EXCEEDED),
            (Rate(15, 71), LessThan(Percent(15)), NOT_MET),
            (158, AtLeast(100), EXCEEDED),
            (Stated.percent("83.2"), AtLeast(Percent(100)), NOT_MET),
            (None, Exactly(13), Verdict.NOT_ASSESSED),
        ],
    )
    def test_verdicts(self, actual: Any, target: Any, verdict: Verdict) -> None:
        """Each figure, as printed or as counted, has the verdict found by hand."""
        assert assess(actual, target).verdict is verdict

    def test_a_budget_more_than_reached(self) -> None:
        """4.639.287.000 of 3.525.000.000 đồng: vượt, by 1.114.287.000, at 131,6 % and not 136."""
        attainment = assess(4_639_287_000, AtLeast(3_525_000_000))
        assert attainment.margin == 1_114_287_000
        assert attainment.completion is not None
        assert str(attainment.completion.percent(1)) == "131.6"
        assert str(attainment.completion.excess.percent(1)) == "31.6"


class TestVerdict:
    @pytest.mark.parametrize("verdict", Verdict)
    def test_it_is_neither_true_nor_false(self, verdict: Verdict) -> None:
        """`bool()` of a verdict raises: NOT_MET would be true."""
        with pytest.raises(AmbiguousTruth, match=r"write `verdict is Verdict\.MET`"):
            bool(verdict)

    def test_ranks(self) -> None:
        """Definite verdicts have a rank; what is not assessed has none, and stands at no end."""
        assert [verdict.rank for verdict in (NOT_MET, MET, EXCEEDED)] == [0, 1, 2]
        with pytest.raises(OutOfRange, match="a definite verdict"):
            _ = Verdict.NOT_ASSESSED.rank


class TestAttainment:
    @pytest.mark.parametrize(
        ("actual", "target", "margin"),
        [
            (158, AtLeast(100), 58),
            (90, AtLeast(100), -10),
            (90, AtMost(100), -10),
            (Decimal("2.5"), Exactly(2), Fraction(1, 2)),
            (Rate(15, 71), LessThan(Percent(15)), Points(Fraction(435, 71))),
            (Rate(9996, 10000), AtLeast(Percent(100)), Points("-0.04")),
            (Points("1.4"), MoreThan(Points(1)), Points("0.4")),
            (Stated.percent("20.7"), AtLeast(Percent(20)), Points("0.7")),
            (Stated.number("4.2", scale=9), AtLeast(4 * 10**9), 2 * 10**8),
            (Stated.percent("20.7"), Between(Percent(19), Percent(21)), Points("0.3")),
            (20, Between(19, 22), 1),
            (23, Between(19, 22), -1),
            (17, Within(19, 22), -2),
            (19, Within(19, 22), 0),
            # A band of one number is still a band: outside it, the margin is negative.
            (7, Within(5, 5), -2),
            (7, Exactly(5), 2),
            (Rate(0, 0), AtLeast(Percent(5)), None),
            (Growth(5, 0), AtLeast(Percent(5)), None),
            (None, AtLeast(5), None),
        ],
    )
    def test_margin(self, actual: Any, target: Any, margin: object) -> None:
        """How far past the bound; in a band to the nearer end; between percentages in points."""
        attainment = assess(actual, target)
        assert attainment.margin == margin
        assert type(attainment.margin) is type(margin)

    @pytest.mark.parametrize("rule", [AtMost, LessThan, Exactly])
    def test_completion_only_of_what_is_to_be_reached(self, rule: type[Target[Any]]) -> None:
        """Where less is better, "đạt 158%" would mean nothing."""
        assert assess(Fraction(158), aim(rule, Fraction(100))).completion is None
        assert assess(Fraction(158), aim(Between, Fraction(1), Fraction(100))).completion is None

    @pytest.mark.parametrize("rule", [AtLeast, MoreThan])
    def test_completion_of_what_is_to_be_reached(self, rule: type[Target[Any]]) -> None:
        """The figure against a bound above 0, a printed one as its digits spell it."""
        assert assess(Fraction(158), aim(rule, 100)).completion == Completion(158, 100)
        printed = assess(Stated.percent("83.2"), aim(rule, Percent(100)))
        assert printed.completion is not None
        assert str(printed.completion.percent(1)) == "83.2"
        for nothing in (0, -5):
            assert assess(Fraction(158), aim(rule, nothing)).completion is None
        assert assess(None, aim(rule, 100)).completion is None

    @given(attainments())
    def test_reached_says_what_all_possible_verdicts_have_in_common(self, each: Attainment) -> None:
        """`reached` is True if all are met or exceeded, False if none is, else None."""
        met = [verdict in (MET, EXCEEDED) for verdict in each.possible]
        expected = None if not met or any(met) != all(met) else met[0]
        assert each.reached is expected

    @given(attainments())
    def test_a_reason_stands_for_every_open_verdict(self, each: Attainment) -> None:
        """A verdict that is not given has a reason; one that is given is all that is possible."""
        if each.verdict is Verdict.NOT_ASSESSED:
            assert each.reason is not None
            assert (each.possible == ()) == (each.reason is NotAssessed.NOTHING_AROSE)
            assert len(each.possible) == len(set(each.possible)) != 1
        else:
            assert each.reason is None
            assert each.possible == (each.verdict,)

    def test_one_verdict_from_two_places_is_named_once(self) -> None:
        """ "gần 15" lies below 15 or at it: at most 15 is met in both cases."""
        attainment = assess(Stated.nearly(Stated.number("15")), AtMost(15))
        assert attainment.verdict is MET
        assert attainment.possible == (MET,)

    def test_open_between_met_and_exceeded_is_reached(self) -> None:
        """What prints as the upper end of a range reaches it, exceeded or not."""
        attainment = assess(Stated.percent("21"), Between(Percent(19), Percent(21)))
        assert attainment.verdict is Verdict.NOT_ASSESSED
        assert attainment.possible == (MET, EXCEEDED)
        assert attainment.reached is True


FIGURES: dict[StatedKind, list[Any]] = {
    StatedKind.NUMBER: [15, Fraction(1, 2), Decimal("0.5"), Stated.number("15")],
    StatedKind.PERCENT: [
        Rate(15, 71),
        Ratio(1, 2),
        Growth(1, 2),
        Completion(1, 2),
        Percent(15),
        Stated.percent("15"),
        Stated.per_mille("15"),
    ],
    StatedKind.POINTS: [PointChange(Percent(5), Percent(3)), Points(2), Stated.points("2")],
}
BOUNDS: dict[StatedKind, Any] = {
    StatedKind.NUMBER: 15,
    StatedKind.PERCENT: Percent(15),
    StatedKind.POINTS: Points(15),
}


class TestKinds:
    """Numbers are judged by numbers, rates by Percent, differences of rates by Points."""

    @pytest.mark.parametrize("rule", [*BOUNDED, *BANDED])
    @pytest.mark.parametrize("of_figure", BOUNDS)
    @pytest.mark.parametrize("of_target", BOUNDS)
    def test_a_bare_number_is_never_a_percentage(
        self, rule: type[Target[Any]], of_figure: StatedKind, of_target: StatedKind
    ) -> None:
        """0,21 < 15 would make every low target met, so kinds are never mixed."""
        target = aim(rule, *[BOUNDS[of_target]] * (2 if rule in BANDED else 1))
        assert target.kind is of_target
        for figure in FIGURES[of_figure]:
            if of_figure is of_target:
                assert assess(figure, target).actual == figure
            else:
                with pytest.raises(WrongKind, match="a figure and a target of one kind"):
                    assess(figure, target)

    @pytest.mark.parametrize("target", [15, Percent(15), AtLeast, None, "AtLeast(15)"])
    def test_a_target_is_asked_for(self, target: Any) -> None:
        """A bound without its direction is no target."""
        with pytest.raises(WrongKind, match=r"a target; as AtLeast\(Percent\(95\)\)"):
            assess(15, target)

    def test_ends(self) -> None:
        """A bound is both ends; the ends of a band are of one kind and in order."""
        assert list(AtLeast(Decimal("15.0")).ends) == [15, 15]
        assert Between(Percent(19), Percent(21)).ends == (Percent(19), Percent(21))
        assert Within(5, 5).ends == (5, 5)
        for rule in BANDED:
            with pytest.raises(WrongKind, match="two ends of one kind"):
                aim(rule, 1, Percent(2))
            with pytest.raises(OutOfRange, match="2 to 1: expected the low end first; swap"):
                aim(rule, 2, 1)

    def test_a_target_of_ones_own_says_its_ends(self) -> None:
        """The class that all targets share has no ends itself."""
        with pytest.raises(NotImplementedError):
            _ = Target[Any]().ends


class TestCompletion:
    @given(completions())
    def test_excess_is_what_goes_beyond(self, each: Completion) -> None:
        """Excess and completion differ by 100 %; without a plan there is neither."""
        if each.nothing_arose:
            with pytest.raises(UndefinedRate, match="a plan above 0; state what was done"):
                _ = each.excess
        else:
            assert each.excess.value == each.value - 1
            assert each.value * each.plan == each.actual

    def test_in_print(self) -> None:
        """158 of 100 jobs is "đạt 158%", "vượt 58%"."""
        jobs = Completion(158, 100)
        assert (str(jobs.percent(0)), str(jobs.excess.percent(0))) == ("158", "58")

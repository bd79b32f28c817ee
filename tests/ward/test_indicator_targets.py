"""Targets of indicators: who set them, what they judge, and their figures."""

from typing import Any

import pytest

from wardstats import (
    AtLeast,
    AtMost,
    Between,
    FigureKind,
    Interval,
    LessThan,
    MoreThan,
    NotAssessed,
    Percent,
    Points,
    Target,
    Undefined,
    Verdict,
)
from wardstats.errors import Unreadable, WrongKind
from wardstats.figures.values import NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.sections import Keys


@pytest.mark.parametrize(
    ("target", "judges"),
    [
        (AtLeast(100), Judges.VALUE),
        (LessThan(Percent(15)), Judges.RATE),
        (Between(Percent(19), Percent(21)), Judges.GROWTH),
        (AtMost(Points("-0.5")), Judges.POINT_CHANGE),
    ],
)
def test_a_target_is_told_in_what_it_judges(target: Target[Any], judges: Judges) -> None:
    """Numbers judge values, per cents rates and growths, points their changes: nothing else."""
    kept = IndicatorTarget(target, "ward", judges)
    assert kept.name == f"target.ward.{judges.name.lower()}"
    fitting = {Judges.RATE, Judges.GROWTH} if judges in (Judges.RATE, Judges.GROWTH) else {judges}
    for other in set(Judges) - fitting:
        with pytest.raises(WrongKind, match="this one judges Judges"):
            IndicatorTarget(target, "ward", other)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((100, "ward"), WrongKind),
        ((AtLeast(100), "ward", "value"), WrongKind),
        ((AtLeast(100), "Hội đồng nhân dân"), Unreadable),
    ],
)
def test_what_is_no_target_is_refused(arguments: tuple[Any, ...], error: type[Exception]) -> None:
    """A bare number has no direction, text is no code, and who set it is one."""
    with pytest.raises(error):
        IndicatorTarget(*arguments)


@pytest.mark.parametrize(
    ("target", "judges", "is_plan"),
    [
        (AtLeast(100), Judges.VALUE, True),
        (MoreThan(100), Judges.VALUE, True),
        (AtMost(100), Judges.VALUE, False),
        (Between(90, 100), Judges.VALUE, False),
        (AtLeast(Percent(95)), Judges.RATE, False),
    ],
)
def test_a_plan_is_a_number_to_be_reached(
    target: Target[Any],
    judges: Judges,
    is_plan: bool,  # noqa: FBT001
) -> None:
    """Only of a plan so much per cent are completed."""
    kept = IndicatorTarget(target, "ward", judges)
    assert kept.is_plan is is_plan
    names = {getattr(each, "key", None) for each in _figures(kept)}
    assert ("x.target.ward.value.completion" in names) is is_plan


def test_codes_stay_as_they_are() -> None:
    """Files hold them, so they never change."""
    assert [code.value for code in Judges] == ["value", "rate", "growth", "point-change"]


def _figures(target: IndicatorTarget) -> list[object]:
    return list(target.figures(Keys("x"), "x.value", FigureKind.COUNT, "worker"))


def test_bounds_are_figures_of_their_own() -> None:
    """One bound or two; per cents have no unit, numbers have the indicator's."""
    bound, *_ = _figures(IndicatorTarget(AtLeast(100), "ward"))
    assert repr(bound) == "Figure('x.target.ward.value.bound', value=100, unit='worker')"
    low, high, _ = _figures(
        IndicatorTarget(Between(Percent(19), Percent(21)), "ward", Judges.GROWTH)
    )
    assert repr(low) == "Figure('x.target.ward.growth.low', value=Percent(19))"
    assert repr(high) == "Figure('x.target.ward.growth.high', value=Percent(21))"
    points, _ = _figures(IndicatorTarget(AtMost(Points(-1)), "ward", Judges.POINT_CHANGE))
    assert repr(points) == "Figure('x.target.ward.point_change.bound', value=Points(-1))"


@pytest.mark.parametrize(
    ("figure", "verdict", "reason"),
    [
        (158, Verdict.EXCEEDED, None),
        (None, Verdict.NOT_ASSESSED, NotAssessed.NO_VALUE),
        (NOT_COUNTED, Verdict.NOT_ASSESSED, NotAssessed.NO_VALUE),
        (NOTHING_AROSE, Verdict.NOT_ASSESSED, NotAssessed.NOTHING_AROSE),
        (Interval(101, 158), Verdict.EXCEEDED, None),
        (Interval(99, 101), Verdict.NOT_ASSESSED, NotAssessed.ROUNDING),
    ],
)
def test_a_figure_is_judged_on_all_it_may_be(
    figure: int | Interval | Undefined | None,
    verdict: Verdict,
    reason: NotAssessed | None,
) -> None:
    """An interval on one side decides; one across the bound does not."""
    attainment = IndicatorTarget(AtLeast(100), "ward").judge(figure)
    assert (attainment.verdict, attainment.reason) == (verdict, reason)


def test_an_interval_that_does_not_decide_names_what_is_possible() -> None:
    """Below, at and above the bound, each once; of nothing, nothing is possible."""
    plan = IndicatorTarget(AtLeast(100), "ward")
    assert plan.judge(Interval(99, 101)).possible == (
        Verdict.NOT_MET,
        Verdict.MET,
        Verdict.EXCEEDED,
    )
    assert plan.judge(NOTHING_AROSE).possible == ()

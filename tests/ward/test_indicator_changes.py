"""Changes of indicators: from the previous value, or as printed, and how they are judged."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from wardstats import (
    Between,
    Growth,
    Interval,
    NotAssessed,
    Percent,
    PointChange,
    Points,
    Rate,
    Ratio,
    Stated,
    Verdict,
    Within,
    implied_previous,
)
from wardstats.errors import ConflictingFigures
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.indicator_values import Told
from wardstats.ward.indicators import Indicator

# From 19 to 21 %, as a people's council sets it.
GROWN = IndicatorTarget(Between(Percent(19), Percent(21)), "council", Judges.GROWTH)


@pytest.mark.parametrize(
    ("value", "growth", "low", "high"),
    [
        ("435.75", "20.7", "360.87", "361.17"),  # trade and services of a ward in 2024
        ("161.92", "19.7", "135.21", "135.33"),  # industry
        ("4.2", "2.4", "4.05", "4.15"),  # agriculture
    ],
)
def test_growth_alone_tells_the_previous_value_as_an_interval(
    value: str, growth: str, low: str, high: str
) -> None:
    """What the printed value and growth leave, in billions of đồng."""
    printed, change = Stated.number(value, scale=9), Stated.percent(growth)
    indicator = Indicator("x", "", "dong", printed, growth=change)
    implied = indicator.implied_previous
    assert implied == implied_previous(printed, change)
    assert isinstance(implied, Interval)
    ends = [round(Fraction(end or 0) / 10**9, 2) for end in (implied.low, implied.high)]
    assert ends == [Fraction(low), Fraction(high)]
    assert indicator.sheet().value("x.previous") == NOT_COUNTED
    assert indicator.sheet().solve("x.previous") == implied


def test_points_alone_tell_the_previous_rate_as_an_interval() -> None:
    """21,1 % after a rise of 1,4 points: 14 of 71 fits, and so do others near it."""
    third_child = Indicator(
        "third-child", "", "child", Rate(15, 71), point_change=Stated.points("1.4")
    )
    implied = third_child.implied_previous
    assert isinstance(implied, Interval)
    assert Fraction(14, 71) in implied
    assert Fraction(15, 72) not in implied


def test_the_previous_value_of_a_count_is_a_whole_number() -> None:
    """158 after "tăng 20,6%" can only come from 131; after "tăng 20,7%" from no number of jobs."""
    jobs = Indicator("jobs", "", "worker", 158, growth=Stated.percent("20.6"))
    assert jobs.implied_previous == Interval(131, 131)
    assert jobs.sheet().solve("jobs.previous") == Interval(131, 131)
    assert evolve(jobs, growth=Stated.percent("20.7")).implied_previous == IMPOSSIBLE


def test_without_a_printed_change_nothing_is_implied() -> None:
    """Neither where the previous value is known, nor where nothing is."""
    assert Indicator("jobs", "", "worker", 158).implied_previous == NOT_COUNTED
    assert Indicator("jobs", "", "worker", 158, previous=100).implied_previous == NOT_COUNTED


@pytest.mark.parametrize(
    ("value", "previous", "change"),
    [
        (158, 120, Growth(158, 120)),
        (Decimal("1.5"), 1, Growth(Fraction(3, 2), 1)),
        (Rate(15, 71), Rate(14, 70), PointChange(Rate(15, 71), Rate(14, 70))),
        (Ratio(3, 2), Rate(1, 2), PointChange(Ratio(3, 2), Rate(1, 2))),
        (158, None, None),
        (158, Stated.number("120"), None),
        (Rate(1, 2), Stated.percent("40"), None),
        (None, 120, None),
        (None, None, None),
    ],
)
def test_a_change_lies_between_two_exact_figures(
    value: Told | Decimal | None,
    previous: Told | None,
    change: Growth | PointChange | None,
) -> None:
    """Growth between numbers, points between rates, and none where one is only printed."""
    assert Indicator("x", "", "", value, previous=previous).change == change


@pytest.mark.parametrize(
    ("value", "previous", "verdict", "reason"),
    [
        (120, 100, Verdict.MET, None),
        (Rate(12, 100), Rate(10, 100), Verdict.MET, None),
        (Stated.number("120"), 100, Verdict.MET, None),
        (Stated.number("119"), 100, Verdict.NOT_ASSESSED, NotAssessed.ROUNDING),
        (Stated.percent("12.0"), Rate(10, 100), Verdict.MET, None),
        (120, None, Verdict.NOT_ASSESSED, NotAssessed.NO_VALUE),
        (None, 100, Verdict.NOT_ASSESSED, NotAssessed.NO_VALUE),
        (120, 0, Verdict.NOT_ASSESSED, NotAssessed.NOTHING_AROSE),
        (Rate(1, 2), Rate(0, 0), Verdict.NOT_ASSESSED, NotAssessed.NOTHING_AROSE),
        (Rate(0, 0), Rate(1, 2), Verdict.NOT_ASSESSED, NotAssessed.NOTHING_AROSE),
    ],
)
def test_growth_is_judged_by_what_is_known_of_it(
    value: Told | None,
    previous: Told | None,
    verdict: Verdict,
    reason: NotAssessed | None,
) -> None:
    """From 19 to 21 %: exactly, as an interval that decides or does not, or not at all."""
    indicator = Indicator("x", "", "", value, previous=previous, targets=[GROWN])
    (attainment,) = indicator.attainments()
    assert (attainment.verdict, attainment.reason) == (verdict, reason)


def test_a_coarse_print_leaves_the_verdicts_it_may_have_earned() -> None:
    """119 may be 118,5: growth below 19 %, or in the range."""
    indicator = Indicator("x", "", "", Stated.number("119"), previous=100, targets=[GROWN])
    (attainment,) = indicator.attainments()
    assert attainment.possible == (Verdict.NOT_MET, Verdict.MET)
    assert attainment.reached is None


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"previous": Rate(50, 1000)}, Verdict.MET),
        ({"previous": Rate(45, 1000)}, Verdict.NOT_MET),
        ({"previous": Stated.percent("5")}, Verdict.NOT_ASSESSED),
        ({"point_change": Points("-0.7")}, Verdict.MET),
        ({"point_change": Stated.points("-1.4")}, Verdict.NOT_MET),
    ],
)
def test_a_fall_in_points_is_judged_in_points(change: dict[str, Any], verdict: Verdict) -> None:
    """Poverty is to fall by 0,5 to 1 points a year."""
    target = IndicatorTarget(Within(Points(-1), Points("-0.5")), "province", Judges.POINT_CHANGE)
    poverty = Indicator("poverty", "", "household", Rate(42, 1000), targets=[target], **change)
    (attainment,) = poverty.attainments()
    assert attainment.verdict is verdict
    if verdict is not Verdict.NOT_ASSESSED:
        judgement = poverty.sheet().value("poverty.target.province.point_change.judgement")
        assert judgement == verdict.rank


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"previous": 120, "growth": Percent(20)}, "x: previous 120, growth Percent"),
        (
            {"previous": Rate(14, 71), "point_change": Points(1)},
            r"x: previous Rate\(14, 71\), point_change Points\(1\): expected",
        ),
        ({"growth": Percent(20), "point_change": Points(1)}, "x: growth .*, point_change"),
    ],
)
def test_the_change_of_what_is_known_is_not_stated(changes: dict[str, Any], message: str) -> None:
    """It follows from the previous value; two changes at once would say it twice."""
    with pytest.raises(ConflictingFigures, match=message):
        Indicator("x", "", "", **changes)

"""Indicators: values, changes, targets and judgements, on the figures of real reports."""

from fractions import Fraction
from typing import Any

import pytest

from wardstats import (
    AtLeast,
    AtMost,
    Between,
    Completion,
    LessThan,
    NotAssessed,
    Percent,
    Points,
    Rate,
    Ratio,
    Stated,
    Verdict,
)
from wardstats.errors import ConflictingFigures, NotExact, Unreadable, WrongKind
from wardstats.figures.values import NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.indicators import Indicator


def grown(low: int, high: int) -> IndicatorTarget:
    """Give a target of growth, as the people's council sets it."""
    return IndicatorTarget(Between(Percent(low), Percent(high)), "council", Judges.GROWTH)


# Figures of a ward's report of 2024, whose values of 2023 are not printed.
TRADE = Indicator(
    "trade",
    "Doanh thu thương mại - dịch vụ",
    "dong",
    Stated.number("435.75", scale=9),
    growth=Stated.percent("20.7"),
    targets=[grown(19, 21)],
    is_provisional=True,
)
INDUSTRY = Indicator(
    "industry",
    "Giá trị sản xuất Công nghiệp - TTCN",
    "dong",
    Stated.number("161.92", scale=9),
    growth=Stated.percent("19.7"),
    targets=[grown(18, 20)],
    is_provisional=True,
)
AGRICULTURE = Indicator(
    "agriculture",
    "Giá trị sản xuất Nông nghiệp",
    "dong",
    Stated.number("4.2", scale=9),
    growth=Stated.percent("2.4"),
    targets=[grown(2, 4)],
    is_provisional=True,
)
BUDGET = Indicator(
    "budget-revenue",
    "Tổng thu ngân sách trên địa bàn",
    "dong",
    4_639_287_000,
    targets=[IndicatorTarget(AtLeast(3_525_000_000), "town")],
    is_provisional=True,
)
JOBS = Indicator(
    "jobs",
    "Giải quyết việc làm",
    "worker",
    158,
    targets=[IndicatorTarget(AtLeast(100), "town")],
)
THIRD_CHILD = Indicator(
    "third-child",
    "Tỷ lệ sinh con thứ 3 trở lên",
    "child",
    Rate(15, 71),
    point_change=Stated.points("1.4"),
    targets=[IndicatorTarget(LessThan(Percent(15)), "council", Judges.RATE)],
)
CHECKUPS = Indicator(
    "reproductive-health",
    "Khám dịch vụ CSSKSS/KHHGĐ",
    "",
    Stated.percent("83.2"),
    targets=[IndicatorTarget(AtLeast(Percent(100)), "ward", Judges.RATE)],
)


@pytest.mark.parametrize(
    ("indicator", "verdict"),
    [
        (TRADE, Verdict.MET),
        (INDUSTRY, Verdict.MET),
        (AGRICULTURE, Verdict.MET),
        (BUDGET, Verdict.EXCEEDED),
        (JOBS, Verdict.EXCEEDED),
        (THIRD_CHILD, Verdict.NOT_MET),
        (CHECKUPS, Verdict.NOT_MET),
    ],
)
def test_the_judgements_of_a_real_report(indicator: Indicator, verdict: Verdict) -> None:
    """The attainment and the sheet judge alike, each by the exact figure."""
    (attainment,) = indicator.attainments()
    (target,) = indicator.targets
    assert attainment.verdict is verdict
    judgement = f"{indicator.key}.{target.name}.judgement"
    assert indicator.sheet().value(judgement) == verdict.rank


def test_the_budget_completes_its_plan() -> None:
    """131,6 %, which the report printed as 136: completion and excess are exact."""
    (attainment,) = BUDGET.attainments()
    completion = Completion(4_639_287_000, 3_525_000_000)
    assert attainment.completion == completion
    assert str(completion.percent(1)) == "131.6"
    sheet = BUDGET.sheet()
    name = "budget-revenue.target.town.value"
    assert sheet.value(f"{name}.bound") == 3_525_000_000
    assert sheet.value(f"{name}.completion") == completion.value
    assert sheet.value(f"{name}.excess") == completion.value - 1
    places = {sheet[f"{name}.{figure}"].places for figure in ("completion", "excess")}
    assert places == {1}
    (jobs,) = JOBS.attainments()
    assert str(jobs.completion) == "Completion(158, 100)"
    assert JOBS.sheet().value("jobs.target.town.value.completion") == Fraction(158, 100)


def test_every_body_has_its_own_target() -> None:
    """121 % of what the province assigned, 111 % of what the ward did."""
    budget = Indicator(
        "budget",
        "Thu ngân sách",
        "dong",
        121_000,
        targets=[
            IndicatorTarget(AtLeast(100_000), "province"),
            IndicatorTarget(AtLeast(Fraction(121_000) / Fraction("1.11")), "ward"),
            IndicatorTarget(AtLeast(Percent(10)), "province", Judges.GROWTH),
        ],
        previous=100_000,
    )
    sheet = budget.sheet("indicators.budget")
    prefix = "indicators.budget.target"
    assert sheet.value(f"{prefix}.province.value.completion") == Fraction(121, 100)
    assert sheet.value(f"{prefix}.ward.value.completion") == Fraction(111, 100)
    assert sheet.value(f"{prefix}.province.growth.judgement") == Verdict.EXCEEDED.rank
    verdicts = [each.verdict for each in budget.attainments()]
    assert verdicts == [Verdict.EXCEEDED] * 3


def test_of_a_rate_the_part_may_be_judged_too() -> None:
    """1.646 families of 1.668 against a plan of 1.640, and against 98 %."""
    families = Indicator(
        "families",
        "Gia đình văn hóa",
        "household",
        Rate(1646, 1668),
        targets=[
            IndicatorTarget(AtLeast(1640), "ward"),
            IndicatorTarget(AtLeast(Percent(98)), "ward", Judges.RATE),
        ],
    )
    plan, share = families.attainments()
    assert (plan.completion, share.verdict) == (Completion(1646, 1640), Verdict.EXCEEDED)
    sheet = families.sheet()
    assert sheet.value("families.target.ward.value.completion") == Fraction(1646, 1640)
    assert sheet.value("families.target.ward.rate.bound") == Fraction(98, 100)
    area = Indicator(
        "rice", "", "ha", Ratio(115, 116), targets=[IndicatorTarget(AtMost(115), "ward")]
    )
    assert area.sheet().value("rice.target.ward.value.judgement") == Verdict.MET.rank
    assert area.attainments()[0].actual == 115


def test_an_indicator_without_a_value_is_not_assessed() -> None:
    """Its figures have their keys, and every verdict of the target is possible."""
    target = IndicatorTarget(LessThan(Percent(15)), "ward", Judges.RATE)
    unknown = Indicator("x", "", "child", targets=[target])
    (attainment,) = unknown.attainments()
    assert attainment.reason is NotAssessed.NO_VALUE
    assert unknown.sheet().value("x.target.ward.rate.judgement") == NOT_COUNTED
    assert "x.point_change" in unknown.sheet()
    assert "x.point_change" in Indicator("x", "", "", point_change=Points(1)).sheet()


def test_a_rate_of_nothing_is_not_assessed() -> None:
    """No births, no rate of third children."""
    target = IndicatorTarget(LessThan(Percent(15)), "ward", Judges.RATE)
    none = Indicator("x", "", "child", Rate(0, 0), targets=[target])
    assert none.attainments()[0].reason is NotAssessed.NOTHING_AROSE
    assert none.sheet().value("x.target.ward.rate.judgement") == NOTHING_AROSE


@pytest.mark.parametrize(
    "figures",
    [
        {"value": Percent(15)},
        {"value": Points(1)},
        {"previous": Stated.points("1.4")},
        {"growth": 20},
        {"growth": Stated.number("20.7")},
        {"growth": Points(1)},
        {"point_change": Percent(1)},
        {"point_change": Stated.percent("1.4")},
        {"value": 158, "previous": Rate(1, 2)},
        {"value": Stated.percent("15"), "previous": 15},
        {"value": 158, "point_change": Points(1)},
        {"targets": [AtLeast(100)]},
        {"value": 158, "targets": [IndicatorTarget(AtLeast(Percent(5)), "ward", Judges.RATE)]},
        {"value": Stated.percent("15"), "targets": [IndicatorTarget(AtLeast(15), "ward")]},
    ],
)
def test_figures_of_unlike_kinds_are_refused(figures: dict[str, Any]) -> None:
    """A bare number is never a percentage, and points never lie between numbers."""
    with pytest.raises(WrongKind):
        Indicator("x", "", "", **figures)


def test_an_estimate_is_marked() -> None:
    """Unless said, a figure is final."""
    assert BUDGET.is_provisional
    assert not JOBS.is_provisional


def test_a_float_is_refused() -> None:
    """435.75 as a float is not what was printed."""
    with pytest.raises(NotExact):
        Indicator("x", "", "", 435.75)  # type: ignore[arg-type]


def test_one_body_sets_one_target_for_one_thing() -> None:
    """A revised target has a set_by of its own."""
    target = IndicatorTarget(AtLeast(100), "province")
    with pytest.raises(ConflictingFigures, match=r"target\.province\.value twice"):
        Indicator("x", "", "", targets=[target, IndicatorTarget(AtLeast(120), "province")])
    revised = IndicatorTarget(AtLeast(120), "province-revised")
    assert len(Indicator("x", "", "", targets=[target, revised]).attainments()) == 2


def test_keys_are_codes() -> None:
    """A name in words is the name, not the key."""
    with pytest.raises(Unreadable):
        Indicator("Giải quyết việc làm", "", "worker", 158)


def test_an_indicator_prints_as_it_is_typed() -> None:
    """Printed figures keep their digits."""
    assert repr(THIRD_CHILD) == (
        "Indicator('third-child', 'Tỷ lệ sinh con thứ 3 trở lên', 'child', value=Rate(15, 71), "
        "point_change=Stated.points('1.4'), targets=(IndicatorTarget(LessThan(Percent(15)), "
        "'council', judges=Judges.RATE),))"
    )

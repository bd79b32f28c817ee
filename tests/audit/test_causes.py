"""Causes, one by one; that no cause is named wrongly is held by the laws."""

import pytest

from wardstats import (
    Change,
    Completes,
    Figure,
    FigureKind,
    Percent,
    PointGap,
    Rate,
    Share,
    Sheet,
    Stated,
    Sum,
)
from wardstats.audit import Cause, Statement
from wardstats.audit.causes import possible_causes
from wardstats.audit.checks import evidence_of, run_checks

from audit_sheets import AMOUNT, rate_sheet  # isort: skip


def causes(sheet: Sheet, **texts: str) -> tuple[Cause, ...]:
    """Give the causes of what is printed last."""
    evidence = evidence_of(sheet, [Statement(key, text) for key, text in texts.items()])
    key = list(texts)[-1]
    (check,) = (each for each in run_checks(evidence) if each.key == key)
    return possible_causes(check, evidence)


@pytest.mark.parametrize(
    ("part", "whole", "text", "cause"),
    [
        (1794, 1800, "99,66%", Cause.TRUNCATED),
        (1484, 17_991, "8,3%", Cause.ROUNDED_TWICE),
        (1471, 1535, "95,38%", Cause.DIGITS_SWAPPED),
        (1471, 1535, "5,83%", Cause.DIGIT_DROPPED),
        (1471, 1535, "955,83%", Cause.DIGIT_DOUBLED),
        (1471, 1535, "958,31%", Cause.DECIMAL_MOVED),
        (1471, 1535, "4,17%", Cause.COMPLEMENT),
        (1471, 1535, "104,35%", Cause.PART_AND_WHOLE_SWAPPED),
        (71, 5020, "14,1‰", None),
    ],
)
def test_a_rate_that_was_mistyped_or_misread(
    part: int, whole: int, text: str, cause: Cause | None
) -> None:
    assert causes(rate_sheet(part, whole), rate=text) == ((cause,) if cause else ())


def test_per_cent_and_per_mille_confused() -> None:
    assert causes(rate_sheet(1471, 1535), rate="95,83‰") == (Cause.PER_MILLE,)
    sheet = Sheet([Figure("births", Rate(71, 5020), FigureKind.PER_MILLE)])
    assert causes(sheet, births="14,1%") == (Cause.PER_MILLE,)


def test_another_figure_of_the_report_as_base() -> None:
    sheet = rate_sheet(1794, 1804) + [Figure("other", 1809)]
    assert causes(sheet, rate="99,17%") == (Cause.OTHER_BASE,)
    assert causes(rate_sheet(1794, 1804), rate="99,17%") == ()


def test_another_base_is_not_alleged_where_chance_would_do() -> None:
    """One of many figures near the whole fits one decimal less by accident."""
    others = [Figure(f"other{at}", 1500 + at) for at in range(300)]
    assert causes(rate_sheet(1794, 1804) + others, rate="99,8%") == ()
    assert causes(rate_sheet(0, 1804) + others, rate="99,8%") == ()
    assert Cause.OTHER_BASE not in causes(rate_sheet(1794, 1804) + others, rate="0,0%")


def test_the_previous_value() -> None:
    figures = [Figure("now", Rate(15, 71)), Figure("before", Rate(14, 71))]
    sheet = Sheet(figures) + [PointGap("gap", "now", "before"), Change("growth", "now", "before")]
    assert causes(sheet, now="19,7%") == (Cause.LAST_PERIOD,)


def test_points_and_growth_confused() -> None:
    figures = [Figure("now", Percent(21)), Figure("before", Percent(18))]
    sheet = Sheet(figures) + [PointGap("gap", "now", "before"), Change("growth", "now", "before")]
    assert causes(sheet, growth="tăng 3,0%") == (Cause.POINTS_AS_PERCENT,)
    assert causes(sheet, gap="tăng 16,7 điểm phần trăm") == (Cause.PERCENT_AS_POINTS,)
    counted = Sheet([Figure("now", 21), Figure("before", 18)]) + [Change("growth", "now", "before")]
    assert causes(counted, growth="tăng 3,0%") == ()


PARTS = {"a": 883, "b": 7242}
WHOLES = {"x": 1000, "y": 7564}


def pooled() -> Sheet:
    figures = [Figure(key, value) for key, value in (PARTS | WHOLES).items()]
    return Sheet(figures) + [
        Sum("part", tuple(PARTS)),
        Sum("whole", tuple(WHOLES)),
        Completes("rate", "part", "whole"),
    ]


def test_the_mean_of_the_parts_rates() -> None:
    """88,3 % and 95,74 % average to 92,02 %; pooled they are 94,87 %."""
    assert causes(pooled(), rate="92,02%") == (Cause.MEAN_OF_RATES,)


def test_no_mean_of_parts_without_bases() -> None:
    sheet = Sheet([Figure("a", 1), Figure("b", 0), Figure("x", 1), Figure("y", 0)]) + [
        Sum("part", ("a", "b")),
        Sum("whole", ("x", "y")),
        Share("rate", "part", "whole"),
    ]
    assert Cause.MEAN_OF_RATES not in causes(sheet, rate="50%")
    sheet = pooled() + [Sum("part", ("a", "b", "c")), Figure("c", 0), Sum("part", ("a", "b", "c"))]
    assert causes(sheet, rate="92,02%") == (Cause.MEAN_OF_RATES,)


def shares() -> Sheet:
    figures = [Figure("a", 1), Figure("b", 1), Figure("c", 1)]
    return Sheet(figures) + [
        Sum("all", tuple("abc")),
        *(Share(f"rate_{key}", key, "all") for key in "abc"),
    ]


def test_the_last_share_forced_to_make_a_hundred() -> None:
    assert causes(shares(), rate_a="33,3%", rate_b="33,3%", rate_c="33,4%") == (
        Cause.FORCED_TO_100,
    )
    assert causes(shares(), rate_b="33,3%", rate_c="33,4%") == ()


def test_a_share_of_something_else_is_not_forced() -> None:
    sheet = shares() + [Sum("other", ("a", "b")), Share("share", "c", "other"), Figure("d", 3)]
    assert Cause.FORCED_TO_100 not in causes(sheet, rate_a="33,3%", share="51,0%")
    unread = causes(shares(), rate_a="33.300%", rate_b="33,3%", rate_c="33,4%")
    assert Cause.FORCED_TO_100 not in unread


def test_a_slip_of_the_unit() -> None:
    sheet = Sheet([Figure("money", 4_639_287_000, AMOUNT, "dong")])
    assert causes(sheet, money="4,64 triệu đồng") == (Cause.UNIT_SLIP,)
    assert causes(sheet, money="46,4 tỷ đồng") == (Cause.DECIMAL_MOVED,)
    assert causes(sheet, money="0 đồng") == ()


def test_a_linked_part_may_overlap() -> None:
    figures = [Figure("a", 1284), Figure("b", 522), Figure("linked", 2)]
    rule = Sum("all", ("a", "b", "linked"), linked=("linked",))
    assert causes(Sheet(figures) + [rule], all="1806") == (Cause.OVERLAP,)
    assert causes(Sheet(figures) + [rule], all="1805") == ()
    assert causes(Sheet(figures) + [rule], all="1809") == ()
    none = [Figure("a", 1284), Figure("b", 522), Figure("linked", 0)]
    assert causes(Sheet(none) + [rule], all="1805") == ()


def test_nothing_is_said_of_what_has_no_value_or_no_text() -> None:
    assert causes(rate_sheet(19, 18), rate="105,6%") == ()
    evidence = evidence_of(Sheet([Figure("a", 1), Figure("all", 2)]) + [Sum("all", ("a",))], [])
    (check,) = run_checks(evidence)
    assert possible_causes(check, evidence) == ()
    sheet = Sheet([Figure("a", Stated.percent("4")), Figure("b", Stated.percent("5"))])
    sheet += [Sum("all", ("a", "b"), linked=("b",))]
    assert causes(sheet, all="không phát sinh") == ()

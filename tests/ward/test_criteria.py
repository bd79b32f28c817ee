"""Sets of criteria: met and not met, points of a maximum, in sections that add up."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wardstats import FigureKind, Rate
from wardstats.errors import ConflictingFigures, NotExact, OutOfRange, Unreadable, WrongKind
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED
from wardstats.ward.criteria import CriteriaSection, CriteriaSet

# "83,21/100, trong đó 43,26/60 và 39,95/40", as a report prints it.
REFORM = CriteriaSet(
    "par-index",
    "Chỉ số cải cách hành chính",
    [
        CriteriaSection("appraisal", points=Decimal("43.26"), maximum=60),
        CriteriaSection("survey", points=Decimal("39.95"), maximum=40),
    ],
)
RURAL = CriteriaSet(
    "rural",
    "Nông thôn mới",
    [CriteriaSection("infrastructure", met=7, not_met=1), CriteriaSection("other", 10, 1)],
)


def test_the_points_of_all_sections_add_up() -> None:
    """43,26 of 60 and 39,95 of 40 are 83,21 of 100, exactly."""
    assert (REFORM.points, REFORM.maximum) == (Fraction("83.21"), 100)
    sheet = REFORM.sheet()
    assert sheet.value("par-index.points") == Fraction("83.21")
    assert sheet.value("par-index.maximum") == 100
    assert sheet.value("par-index.appraisal.points") == Fraction("43.26")
    assert sheet.value("par-index.met_rate") == NOT_COUNTED


def test_points_are_scores_and_no_rates() -> None:
    """No figure of a set is a percentage but the criteria met, of all."""
    sheet = REFORM.sheet("reform")
    percentages = [each.key for each in sheet if each.kind is FigureKind.PERCENT]
    assert percentages == ["reform.met_rate"]
    points = sheet["reform.points"]
    assert (points.kind, points.unit, points.places) == (FigureKind.AMOUNT, "point", 2)


def test_criteria_are_met_or_not() -> None:
    """Seventeen of nineteen, in two sections."""
    assert (RURAL.met, RURAL.not_met, RURAL.total) == (17, 2, 19)
    assert RURAL.met_rate == Rate(17, 19)
    assert RURAL.sections[0].total == 8
    sheet = RURAL.sheet()
    assert sheet.value("rural.infrastructure.total") == 8
    assert sheet.value("rural.total") == 19
    assert sheet.value("rural.met_rate") == Fraction(17, 19)
    assert sheet["rural.total"].unit == "criterion"


def test_a_section_not_counted_leaves_no_total() -> None:
    """Neither of criteria nor of points."""
    partly = CriteriaSet("x", "", [CriteriaSection("a", 7, 1, 5, 10), CriteriaSection("b")])
    assert (partly.met, partly.not_met, partly.total, partly.met_rate) == (None,) * 4
    assert (partly.points, partly.maximum) == (None, None)
    assert partly.sheet().value("x.points") == NOT_COUNTED
    assert partly.sheet().value("x.a.total") == 8


def test_a_set_without_sections_has_nothing_in_it() -> None:
    """Its totals are 0, and its sheet has their keys."""
    empty = CriteriaSet("x", "", [])
    assert (empty.total, empty.points, empty.maximum) == (0, 0, 0)
    assert empty.sheet().value("x.points") == 0


def test_more_points_than_the_maximum_load() -> None:
    """The sheet can tell that either is impossible."""
    sheet = CriteriaSet("x", "", [CriteriaSection("a", points=41, maximum=40)]).sheet()
    assert sheet.value("x.points") == 41
    answer = sheet.solve("x.a.points")
    assert answer != IMPOSSIBLE
    assert 41 not in answer  # type: ignore[operator]


@pytest.mark.parametrize(
    ("section", "error"),
    [
        ({"points": 43.26}, NotExact),
        ({"points": -1}, OutOfRange),
        ({"maximum": Decimal("-0.5")}, OutOfRange),
        ({"met": -1}, OutOfRange),
        ({"key": "hạ tầng"}, Unreadable),
    ],
)
def test_points_are_exact_and_never_negative(
    section: dict[str, Any], error: type[Exception]
) -> None:
    """Criteria are counted, points are scored."""
    given: dict[str, Any] = {"key": "a"} | section
    with pytest.raises(error):
        CriteriaSection(**given)


def test_each_section_stands_once() -> None:
    """Two under one key would be one figure with two values."""
    with pytest.raises(ConflictingFigures, match="'a': expected each section once"):
        CriteriaSet("x", "", [CriteriaSection("a"), CriteriaSection("a")])
    sections: Any = [RURAL]
    with pytest.raises(WrongKind, match="expected a CriteriaSection"):
        CriteriaSet("x", "", sections)


def test_a_set_prints_as_it_is_typed() -> None:
    """Points stand as the exact numbers they are."""
    none = CriteriaSection("a", points=0)
    assert repr(CriteriaSet("x", "", [none])) == (
        "CriteriaSet('x', '', (CriteriaSection('a', points=0),))"
    )
    assert repr(CriteriaSection("a", met=7, points=Decimal("0.5"))) == (
        "CriteriaSection('a', met=7, points=Fraction(1, 2))"
    )

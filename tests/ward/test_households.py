"""Households, poverty and its movement, cultural families; figures of a real ward of 2024."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wardstats import Rate
from wardstats.errors import NotConsecutive, NotExact, NotInForce, OutOfRange, WrongKind
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.households import CulturalFamilies, Household, HouseholdCounts
from wardstats.ward.law import Dated
from wardstats.ward.poverty_lines import (
    POVERTY_LINES,
    Area,
    PovertyClass,
    PovertyLine,
    poverty_class,
)
from wardstats.ward.poverty_movement import PovertyMovement

POOR, NEAR_POOR, NOT_POOR = PovertyClass
IN_2024 = date(2024, 11, 14)


@pytest.mark.parametrize(
    ("area", "year", "limit"),
    [
        (Area.RURAL, 2022, 1_500_000),
        (Area.URBAN, 2025, 2_000_000),
        (Area.RURAL, 2026, 1_500_000),
        (Area.URBAN, 2026, 2_000_000),
        (Area.RURAL, 2027, 2_200_000),
        (Area.URBAN, 2030, 2_800_000),
    ],
)
def test_the_line_belongs_to_the_poor(area: Area, year: int, limit: int) -> None:
    """At the line and lacking three indicators is poor, lacking two near-poor; above it neither."""
    for on in (date(year, 1, 1), date(year, 12, 31)):
        assert poverty_class(limit, 3, area, on) is POOR
        assert poverty_class(limit, 2, area, on) is NEAR_POOR
        assert poverty_class(0, 12, area, on) is POOR
        assert poverty_class(limit + 1, 12, area, on) is NOT_POOR
        assert poverty_class(limit + Fraction(1, 3), 12, area, on) is NOT_POOR


def test_the_lines_are_known_for_2022_to_2030() -> None:
    """A day the table does not cover is refused, never judged by the nearest line."""
    for on in (date(2021, 12, 31), date(2031, 1, 1)):
        with pytest.raises(NotInForce):
            poverty_class(0, 12, Area.URBAN, on)


def test_every_line_has_its_source() -> None:
    """2026 keeps the old lines by the new decree."""
    kept = POVERTY_LINES[1]
    assert kept.value == POVERTY_LINES[0].value
    assert kept.source == "Decree 351/2025/NĐ-CP"


def test_a_province_may_pass_its_own_line() -> None:
    """The line, and how many indicators count, are data."""
    own = [Dated(PovertyLine(rural=1, urban=3_000_000, deprivations=1), None, None, "a decision")]
    assert poverty_class(3_000_000, 1, Area.URBAN, IN_2024, own) is POOR
    assert poverty_class(3_000_000, 1, Area.URBAN, IN_2024) is NOT_POOR


def test_a_class_is_known_only_where_the_facts_decide_it() -> None:
    """Above the line deprivations do not matter; below it they do."""
    assert poverty_class(None, 12, Area.URBAN, IN_2024) is None
    assert poverty_class(2_000_000, None, Area.URBAN, IN_2024) is None
    assert poverty_class(2_000_001, None, Area.URBAN, IN_2024) is NOT_POOR


@pytest.mark.parametrize(
    ("facts", "error", "message"),
    [
        (
            {"area": Area.URBAN, "income_per_person": -1},
            OutOfRange,
            "an income of 0 or more; in đồng",
        ),
        ({"area": Area.URBAN, "income_per_person": 1.5e6}, NotExact, "1500000.0"),
        ({"area": Area.URBAN, "deprivations": -1}, OutOfRange, "a count is never negative"),
        ({"area": "urban"}, WrongKind, "a member of Area; as Area.RURAL"),
        ({"area": None}, WrongKind, "a member of Area"),
        ({"area": Area.URBAN, "registered": "có"}, WrongKind, "True, False, or None"),
        ({"area": Area.URBAN, "cultural_family": 1}, WrongKind, "True, False, or None"),
    ],
)
def test_what_is_no_fact_of_a_household_is_refused(
    facts: dict[str, Any], error: type[Exception], message: str
) -> None:
    """A household with an impossible fact would be counted wrong."""
    with pytest.raises(error, match=message):
        Household(**facts)


def test_an_area_given_as_text_is_refused() -> None:
    """The text of a code is no code: "rural" would otherwise be judged by the urban line."""
    with pytest.raises(WrongKind, match="a member of Area"):
        poverty_class(0, 3, "rural", IN_2024)  # type: ignore[arg-type]


def test_the_counts_of_a_real_report() -> None:
    """10 poor and 49 near-poor; the report prints no rate, and its 1.668 households make one."""
    printed = HouseholdCounts(poor=10, near_poor=49)
    assert printed.multidimensional == 59
    assert printed.poverty_rate is None
    with_base = HouseholdCounts(households=1668, poor=10, near_poor=49)
    assert with_base.poverty_rate == Rate(10, 1668)
    assert with_base.near_poor_rate == Rate(49, 1668)
    assert with_base.multidimensional_rate == Rate(59, 1668)
    sheet = printed.sheet("poverty")
    assert sheet.value("poverty.multidimensional") == 59
    assert sheet.value("poverty.poverty_rate") == NOT_COUNTED
    assert with_base.sheet("poverty").value("poverty.near_poor_rate") == Fraction(49, 1668)


def test_households_are_counted_by_their_class() -> None:
    """Two households below the line, one of which lacks three indicators, and one above it."""
    three = [
        Household(area=Area.URBAN, income_per_person=1_900_000, deprivations=4),
        Household(area=Area.URBAN, income_per_person=1_900_000, deprivations=0),
        Household(area=Area.RURAL, income_per_person=1_900_000),
    ]
    assert HouseholdCounts.count(three, IN_2024) == HouseholdCounts(
        households=3, poor=1, near_poor=1
    )
    unknown = [*three, Household(area=Area.RURAL)]
    assert HouseholdCounts.count(unknown, IN_2024) == HouseholdCounts(households=4)


def test_more_poor_than_households_load() -> None:
    """A report that does not fit is not refused; its sheet says that the rate cannot be."""
    sheet = HouseholdCounts(households=5, poor=6, near_poor=0).sheet("h")
    assert sheet.value("h.poverty_rate") == IMPOSSIBLE
    assert HouseholdCounts.pool([]).sheet("h").value("h.poverty_rate") == NOTHING_AROSE


def test_the_cultural_families_of_a_real_report() -> None:
    """1.646 of 1.668 households are 98,68 %; of how many registered, it does not say."""
    families = CulturalFamilies(recognised=1646, households=1668)
    assert families.rate_of_households == Rate(1646, 1668)
    assert Rate(1646, 1668).percent(2) == Decimal("98.68")
    assert families.rate_of_registered is None
    sheet = families.sheet("cultural_families")
    assert sheet.value("cultural_families.rate_of_households") == Fraction(1646, 1668)
    assert sheet.value("cultural_families.rate_of_registered") == NOT_COUNTED


def test_the_two_bases_of_cultural_families_stay_apart() -> None:
    """Pooling a ward that counts by households with one that counts by registered has no base."""
    by_households = CulturalFamilies(recognised=8, households=10)
    by_registered = CulturalFamilies(recognised=9, registered=9)
    both = CulturalFamilies.pool([by_households, by_registered])
    assert both == CulturalFamilies(recognised=17)
    assert (both.rate_of_households, both.rate_of_registered) == (None, None)


def test_cultural_families_are_counted_from_households() -> None:
    """What one household has not recorded is not counted for all."""
    recorded = [
        Household(area=Area.URBAN, registered=True, cultural_family=True),
        Household(area=Area.URBAN, registered=False, cultural_family=False),
    ]
    counts = CulturalFamilies.count(recorded)
    assert counts == CulturalFamilies(recognised=1, households=2, registered=1)
    assert counts.rate_of_registered == Rate(1, 1)
    more = [*recorded, Household(area=Area.URBAN, registered=True)]
    assert CulturalFamilies.count(more) == CulturalFamilies(households=3, registered=2)


def test_the_movement_of_a_real_report() -> None:
    """49 near-poor, 1 new and 22 escaped: if nothing else moved, there were 70."""
    movement = PovertyMovement.complete(opening=70, arisen=1, escaped=22, closing=49)
    assert (movement.increases, movement.decreases, movement.gap) == (1, 22, 0)
    assert movement.moved_in == 0
    sheet = movement.sheet("near_poor")
    assert sheet.value("near_poor.increases") == 1
    assert sheet.value("near_poor.decreases") == 22
    assert sheet.value("near_poor.arisen") == 1


def test_a_movement_told_in_part_has_no_gap() -> None:
    """The report names 1 new and 22 escaped, and no other kind: what is not counted is not 0."""
    printed = PovertyMovement(arisen=1, escaped=22, closing=49)
    assert (printed.increases, printed.decreases, printed.gap) == (None, None, None)
    sheet = printed.sheet("near_poor")
    assert sheet.value("near_poor.escaped") == 22
    assert sheet.value("near_poor.opening") == NOT_COUNTED


def test_a_gap_has_one_sign() -> None:
    """What remained and left, less what there was and came: 2 too many, or 2 too few."""
    more = PovertyMovement.complete(opening=10, relapsed=1, escaped=3, closing=10)
    fewer = PovertyMovement.complete(opening=10, split_off=1, merged=3, closing=6)
    assert (more.gap, fewer.gap) == (2, -2)
    assert 8 in more.sheet("p").solve("p.closing")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        ("arisen", 1),
        ("relapsed", 1),
        ("moved_in", 1),
        ("split_off", 1),
        ("transferred_in", 1),
        ("escaped", -1),
        ("moved_out", -1),
        ("merged", -1),
        ("ended", -1),
        ("transferred_out", -1),
    ],
)
def test_every_kind_moves_the_closing(kind: str, sign: int) -> None:
    """Each kind is an increase or a decrease, and is in the rule of the sheet."""
    kinds = {kind: 4}
    movement = PovertyMovement.complete(opening=10, closing=10 + 4 * sign, **kinds)
    assert movement.gap == 0
    counted = PovertyMovement.complete(opening=10, closing=0, **kinds).sheet("p")
    assert 10 + 4 * sign in counted.solve("p.closing")  # type: ignore[operator]


def test_years_join_where_one_closes_as_the_next_opens() -> None:
    """The movement of two years opens with the first and closes with the second."""
    first = PovertyMovement.complete(opening=92, escaped=22, closing=70)
    second = PovertyMovement.complete(opening=70, arisen=1, escaped=22, closing=49)
    both = first.then(second)
    assert both == PovertyMovement.complete(opening=92, arisen=1, escaped=44, closing=49)
    assert both.gap == 0


@pytest.mark.parametrize(("closing", "opening"), [(70, 71), (None, 70), (70, None), (None, None)])
def test_years_that_do_not_follow_are_refused(closing: int | None, opening: int | None) -> None:
    """What is not known to go on is not joined."""
    first, second = PovertyMovement(closing=closing), PovertyMovement(opening=opening)
    with pytest.raises(NotConsecutive, match=f"closing {closing}, opening {opening}"):
        first.then(second)


def test_transfers_between_the_classes_cancel_in_the_pool() -> None:
    """Two near-poor become poor: a decrease of one class, an increase of the other."""
    poor = PovertyMovement.complete(opening=10, transferred_in=2, closing=12)
    near_poor = PovertyMovement.complete(opening=49, transferred_out=2, closing=47)
    both = PovertyMovement.pool([poor, near_poor])
    assert (both.opening, both.closing, both.gap) == (59, 59, 0)


def test_an_unknown_kind_of_movement_is_refused() -> None:
    """A misspelt kind would otherwise be lost."""
    with pytest.raises(TypeError, match="escape"):
        PovertyMovement.complete(opening=1, closing=0, escape=1)


@pytest.mark.parametrize("make", [HouseholdCounts, CulturalFamilies, PovertyMovement])
def test_nothing_counted_has_a_sheet(make: Callable[[], Any]) -> None:
    """A sheet never raises, and gives no number where nothing was counted."""
    values = make().sheet("x").values()
    assert set(values.values()) == {NOT_COUNTED}

"""Neighbourhoods, one by one and in all; figures of a real ward of 2024."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wardstats import (
    Interval,
    Presumed,
    Rate,
    Same,
)
from wardstats.errors import ConflictingFigures, OutOfRange, Unreadable, WrongKind
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.neighbourhoods import (
    Neighbourhood,
    NeighbourhoodClass,
    NeighbourhoodCounts,
    NeighbourhoodKind,
    neighbourhood_sheet,
)
from wardstats.ward.size_bands import SizeBand, possible_total

CLASS_1, CLASS_2, _ = NeighbourhoodClass
UNDER_350 = SizeBand("under-350", Interval(0, 350, high_closed=False))
FROM_350_TO_500 = SizeBand("350-500", Interval(350, 500))
OVER_500 = SizeBand("over-500", Interval.more_than(500))


def khu_pho(number: int, **facts: Any) -> Neighbourhood:
    usual: dict[str, Any] = {
        "code": f"kp{number}",
        "kind": NeighbourhoodKind.TO_DAN_PHO,
        "local_name": f"Khu phố {number}",
    }
    return Neighbourhood(**usual | facts)


WARD = [
    khu_pho(
        number,
        neighbourhood_class=neighbourhood_class,
        size_band=band,
        security_groups=groups,
        representatives=representatives,
        attended=attended,
        head_elected=elected,
    )
    for number, neighbourhood_class, band, groups, representatives, attended, elected in [
        (1, CLASS_2, UNDER_350, 11, 164, 164, True),
        (2, CLASS_1, FROM_350_TO_500, 8, 320, 313, True),
        (3, CLASS_1, FROM_350_TO_500, 17, 310, 291, True),
        (4, CLASS_2, UNDER_350, 10, 168, 168, True),
        (5, CLASS_1, OVER_500, 18, 573, 535, False),
    ]
]


@pytest.mark.parametrize(
    ("number", "percent"),
    [(1, "100.00"), (2, "97.81"), (3, "93.87"), (4, "100.00"), (5, "93.37")],
)
def test_the_turnout_of_every_neighbourhood(number: int, percent: str) -> None:
    """Half up, as counted; the report cuts the last to 93,36."""
    turnout = WARD[number - 1].turnout
    assert turnout is not None
    assert turnout.percent(2) == Decimal(percent)


def test_the_turnout_of_the_ward_is_pooled() -> None:
    """1.471 of 1.535 are 95,83 %, which the mean of the five percentages is not."""
    turnouts = [each.turnout for each in WARD if each.turnout is not None]
    counts = NeighbourhoodCounts.count(WARD)
    assert counts.turnout == Rate.pool(turnouts) == Rate(1471, 1535)
    assert Rate(1471, 1535).percent(2) == Decimal("95.83")
    assert sum(each.percent(2) for each in turnouts) / 5 != Decimal("95.83")


def test_the_counts_of_a_real_report() -> None:
    """5 khu phố: 3 of class 1 and 2 of class 2; 2, 2 and 1 by size; 64 security groups; 4 heads."""
    counts = NeighbourhoodCounts.count(WARD)
    assert counts == NeighbourhoodCounts(
        neighbourhoods=5,
        by_kind={NeighbourhoodKind.TO_DAN_PHO: 5},
        by_class={CLASS_1: 3, CLASS_2: 2},
        by_size_band={"under-350": 2, "350-500": 2, "over-500": 1},
        representatives=1535,
        attended=1471,
        security_groups=64,
        heads_elected=4,
    )
    assert counts.heads_elected_rate == Rate(4, 5)


def test_who_came_says_nothing_of_the_result() -> None:
    """535 of 573 came to the meeting of the fifth, which elected no head."""
    fifth = WARD[4]
    assert (fifth.turnout, fifth.head_elected) == (Rate(535, 573), False)


def test_households_are_not_representatives() -> None:
    """1.535 representatives were called; how many households there are, nobody counted."""
    counts = NeighbourhoodCounts.count(WARD)
    assert (counts.representatives, counts.households) == (1535, None)
    sheet = neighbourhood_sheet(WARD, "kp")
    assert sheet.value("kp.households") == NOT_COUNTED
    assert sheet["kp.households"].unit == "household"
    assert sheet["kp.representatives"].unit == sheet["kp.attended"].unit == "representative"


def test_a_ward_may_have_thon_and_a_commune_to_dan_pho() -> None:
    """The kinds are counted and not judged; a parent is a name."""
    thon = khu_pho(6, kind=NeighbourhoodKind.THON, local_name="Bản 6", parent="xã bên")
    counts = NeighbourhoodCounts.count([*WARD, thon])
    assert dict(counts.by_kind or ()) == {
        NeighbourhoodKind.TO_DAN_PHO: 5,
        NeighbourhoodKind.THON: 1,
    }
    assert counts.by_class is None
    assert counts.by_size_band is None
    assert counts.turnout is None


@pytest.mark.parametrize(
    ("facts", "error", "message"),
    [
        ({"kind": "thon"}, WrongKind, "a member of NeighbourhoodKind"),
        ({"neighbourhood_class": 1}, WrongKind, "a member of NeighbourhoodClass"),
        ({"head_elected": "chưa"}, WrongKind, "True, False, or None"),
        ({"code": "khu phố 1"}, Unreadable, "a code without spaces"),
        ({"households": -1}, OutOfRange, "a count is never negative"),
    ],
)
def test_what_is_no_fact_is_refused(
    facts: dict[str, Any], error: type[Exception], message: str
) -> None:
    """What could not be counted, or named in a key, is refused with what to type."""
    with pytest.raises(error, match=message):
        khu_pho(1, **facts)


def test_a_size_band_is_counted_under_a_code() -> None:
    """A key with spaces would be no key of a figure."""
    with pytest.raises(Unreadable, match="a code without spaces"):
        NeighbourhoodCounts(by_size_band={"dưới 350": 2})


def test_more_attending_than_called_load() -> None:
    """A report that does not fit is not refused; the sheet says that the turnout cannot be."""
    many = khu_pho(1, representatives=10, attended=11)
    assert many.sheet("kp1").value("kp1.turnout") == IMPOSSIBLE


def test_the_sheet_of_all_names_each_and_the_whole() -> None:
    """Every count of every neighbourhood, the totals they make, and the counts by sort."""
    sheet = neighbourhood_sheet(WARD, "neighbourhoods")
    assert sheet.value("neighbourhoods.kp3.attended") == 291
    assert sheet.value("neighbourhoods.kp3.turnout") == Fraction(291, 310)
    assert sheet.value("neighbourhoods.attended") == 1471
    assert sheet.value("neighbourhoods.turnout") == Fraction(1471, 1535)
    assert sheet.value("neighbourhoods.security_groups") == 64
    assert sheet.value("neighbourhoods.neighbourhoods") == 5
    assert sheet.value("neighbourhoods.by_class.class_1") == 3
    assert sheet.value("neighbourhoods.by_class.class_3") == 0
    assert sheet.value("neighbourhoods.by_kind.thon") == 0
    assert sheet.value("neighbourhoods.by_size_band.350-500") == 2
    assert sheet.value("neighbourhoods.heads_elected_rate") == Fraction(4, 5)
    assert sheet.solve("neighbourhoods.kp3.attended") == Interval(291, 291)


def test_the_sheet_of_none() -> None:
    """Of no neighbourhood everything is 0, and no rate arises."""
    sheet = neighbourhood_sheet([], "kp")
    assert sheet.value("kp.neighbourhoods") == sheet.value("kp.attended") == 0
    assert sheet.value("kp.turnout") == NOTHING_AROSE


def test_two_neighbourhoods_under_one_code_are_refused() -> None:
    """Their figures could not be told apart."""
    with pytest.raises(ConflictingFigures, match="'kp1': expected one neighbourhood a code"):
        neighbourhood_sheet([khu_pho(1), khu_pho(2), khu_pho(1)], "kp")


def test_the_bands_alone_bound_the_total_from_below() -> None:
    """Two up to 349, two from 350 to 500, one of 501 or more: 1.201 at least."""
    assert possible_total(each.size for each in WARD) == Interval(1201, None)
    assert possible_total([*(each.size for each in WARD[:4])]) == Interval(700, 1698)
    assert possible_total([None, FROM_350_TO_500]) == Interval(350, None)
    assert possible_total([]) == Interval(0, 0)


def test_the_sheet_bounds_the_households_of_all() -> None:
    """A sheet with sizes says what the households of all may be."""
    assert neighbourhood_sheet(WARD[:4], "kp").solve("kp.households") == Interval(700, 1698)


def test_a_number_of_households_is_the_size_where_it_is_known() -> None:
    """A number outside its band is told, not refused: 320 is not from 350 to 500."""
    second = khu_pho(2, size_band=FROM_350_TO_500, households=320)
    assert second.size == 320
    assert khu_pho(2, size_band=FROM_350_TO_500).size is FROM_350_TO_500
    assert khu_pho(2).size is None
    solved = second.sheet("kp2").solve("kp2.households")
    assert solved == Interval(350, 500)


def test_representatives_are_presumed_one_a_household_where_only_the_band_is_known() -> None:
    """320 representatives of a band from 350 to 500 households are a question."""
    presumed = Presumed(Same(["kp2.households", "kp2.representatives"]))
    banded = khu_pho(2, size_band=FROM_350_TO_500, representatives=320)
    assert presumed in banded.sheet("kp2").relations
    counted = khu_pho(2, size_band=FROM_350_TO_500, representatives=320, households=360)
    assert presumed not in counted.sheet("kp2").relations
    unknown = khu_pho(2, size_band=FROM_350_TO_500)
    assert presumed not in unknown.sheet("kp2").relations

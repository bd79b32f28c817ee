"""Staff, counted from members or as reported; figures of a real ward of 2024."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wardstats import Rate
from wardstats.errors import ConflictingFigures, NotExact, OutOfRange, WrongKind
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.ratings import QualityRating
from wardstats.ward.staff import CivilServant, PoliticalTheory, Qualification, Staff, StaffGroup
from wardstats.ward.training import Training

EXCELLENT, GOOD = QualityRating.EXCELLENT, QualityRating.GOOD
IN_2026 = date(2026, 12, 31)

WARD = Staff(
    allocated=19,
    in_post=18,
    by_qualification={Qualification.MASTER: 2, Qualification.UNIVERSITY: 16},
    by_political_theory={
        PoliticalTheory.ADVANCED: 2,
        PoliticalTheory.INTERMEDIATE: 14,
        PoliticalTheory.BASIC: 2,
    },
    meeting_standard=18,
    part_time_staff=15,
    direct_participants=26,
    regular_raises=6,
    early_raises=2,
    seniority_raises=1,
    advanced_workers=23,
)


def servant(**facts: Any) -> CivilServant:
    usual: dict[str, Any] = {"position": "office", "group": StaffGroup.CIVIL_SERVANT}
    return CivilServant(**usual | facts)


def test_the_rates_of_a_real_report() -> None:
    """02/18 thạc sĩ is 11,1 %, 16/18 đại học 88,9 %, and 18/18 meet the standard."""
    master = WARD.qualification_rate(Qualification.MASTER)
    university = WARD.qualification_rate(Qualification.UNIVERSITY)
    assert (master, university) == (Rate(2, 18), Rate(16, 18))
    assert master is not None
    assert university is not None
    assert (master.percent(1), university.percent(1)) == (Decimal("11.1"), Decimal("88.9"))
    assert WARD.meeting_standard_rate == Rate(18, 18)
    assert WARD.political_theory_rate(PoliticalTheory.INTERMEDIATE) == Rate(14, 18)


def test_vacancies_are_what_is_allocated_and_not_in_post() -> None:
    """19 allocated and 18 in post leave 1 vacancy; more in post than allocated is below 0."""
    assert WARD.vacant == 1
    assert Staff(allocated=20, in_post=23).vacant == -3
    assert Staff(in_post=18).vacant is None
    assert Staff(allocated=19).vacant is None


def test_a_level_not_named_has_nobody_and_levels_not_counted_are_not_known() -> None:
    """Of a qualification nobody named there are 0; of ratings nobody counted, None."""
    assert WARD.qualification_rate(Qualification.DOCTORATE) == Rate(0, 18)
    assert WARD.rated is None
    assert WARD.rating_rate(EXCELLENT) is None
    assert WARD.group_rate(StaffGroup.CADRE) is None


def test_a_level_with_nobody_is_as_one_not_named() -> None:
    """Naming a level with 0, or levels in another order, says nothing new."""
    named = Staff(by_group={StaffGroup.CADRE: 0, StaffGroup.CIVIL_SERVANT: 8})
    unnamed = Staff(by_group=[(StaffGroup.CIVIL_SERVANT, 8)])
    assert named == unnamed
    assert hash(named) == hash(unnamed)
    assert unnamed != Staff()


def test_ratings_are_of_those_rated() -> None:
    """Who was not rated is no part of the base."""
    staff = Staff(in_post=18, by_rating={EXCELLENT: 3, GOOD: 12, QualityRating.COMPLETED: 1})
    assert staff.rated == 16
    assert staff.rating_rate(EXCELLENT) == Rate(3, 16)
    assert staff.sheet("s").value("s.rating_rate.excellent") == Fraction(3, 16)
    assert staff.sheet("s").value("s.excellent_of_good") == Fraction(3, 12)


def test_single_members_are_counted() -> None:
    """Each fact that everyone has recorded is counted; a fact one lacks is not, for all."""
    staff = Staff.count(
        [
            servant(
                group=StaffGroup.CADRE,
                qualification=Qualification.MASTER,
                political_theory=PoliticalTheory.ADVANCED,
                meets_standard=True,
                quality_rating=GOOD,
            ),
            servant(qualification=Qualification.UNIVERSITY, meets_standard=False),
        ]
    )
    assert staff == Staff(
        in_post=2,
        by_group={StaffGroup.CADRE: 1, StaffGroup.CIVIL_SERVANT: 1},
        by_qualification={Qualification.MASTER: 1, Qualification.UNIVERSITY: 1},
        meeting_standard=1,
    )


def test_single_members_are_counted_apart() -> None:
    """A key makes the groups, whatever it is."""
    members = [servant(group=StaffGroup.CADRE), servant(), servant()]
    apart = Staff.count_by(members, lambda each: each.group)
    assert {group: staff.in_post for group, staff in apart.items()} == {
        StaffGroup.CADRE: 1,
        StaffGroup.CIVIL_SERVANT: 2,
    }


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"group": "cadre"}, "a member of StaffGroup; as StaffGroup.CADRE"),
        ({"group": None}, "a member of StaffGroup"),
        ({"qualification": "master"}, "a member of Qualification"),
        ({"political_theory": Qualification.BASIC}, "a member of PoliticalTheory"),
        ({"quality_rating": 1}, "a member of QualityRating"),
        ({"meets_standard": "no"}, "True, False, or None where it is not recorded"),
        ({"meets_standard": 1}, "True, False, or None"),
    ],
)
def test_what_is_no_fact_is_refused(facts: dict[str, Any], expected: str) -> None:
    """The text of a code is no code, and "no" is not False."""
    with pytest.raises(WrongKind, match=expected):
        servant(**facts)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Staff(in_post=-1), OutOfRange, "a count is never negative"),
        (lambda: Staff(in_post=18.0), NotExact, "18.0"),  # type: ignore[arg-type]
        (
            lambda: Staff(by_group={Qualification.MASTER: 2}),  # type: ignore[arg-type]
            WrongKind,
            "Qualification.MASTER: expected a StaffGroup to count under; as StaffGroup.CADRE",
        ),
        (
            lambda: Staff(by_rating={"good": 2}),  # type: ignore[arg-type]
            WrongKind,
            "expected a QualityRating",
        ),
        (
            lambda: Staff(by_group=[(StaffGroup.CADRE, 1), (StaffGroup.CADRE, 2)]),
            ConflictingFigures,
            "each key once",
        ),
        (
            lambda: Training(topic="IT", people={"cadre": 1}),  # type: ignore[arg-type]
            WrongKind,
            "expected a Trainee",
        ),
    ],
)
def test_misuse_is_refused(
    make: Callable[[], object], error: type[Exception], message: str
) -> None:
    """What counts nobody, or under something else, is refused with what to type."""
    with pytest.raises(error, match=message):
        make()


def test_the_sheet_names_every_level() -> None:
    """The keys are the same for every ward: a level with nobody has its figure, too."""
    sheet = WARD.sheet("staff")
    assert sheet.value("staff.vacant") == 1
    assert sheet.value("staff.by_qualification.university") == 16
    assert sheet.value("staff.by_qualification.doctorate") == 0
    assert sheet.value("staff.qualification_rate.master") == Fraction(1, 9)
    assert sheet.value("staff.political_theory_rate.basic") == Fraction(1, 9)
    assert sheet.value("staff.meeting_standard_rate") == 1
    assert sheet.value("staff.by_rating.not_completed") == NOT_COUNTED
    assert sheet.value("staff.rated") == NOT_COUNTED
    assert {each.key for each in sheet} == {each.key for each in Staff().sheet("staff")}
    assert {each.unit for each in sheet if each.key in sheet.counts} == {"person"}


def test_those_in_post_follow_from_any_count_by_level() -> None:
    """A report that gives the levels and no total still has its total."""
    sheet = Staff(by_qualification={Qualification.UNIVERSITY: 16}).sheet("staff")
    assert sheet.value("staff.in_post") == 16


def test_levels_that_do_not_make_the_total_load() -> None:
    """A misfit is for the sheet to tell: 2 and 15 do not make 18, so one of them is in doubt."""
    staff = Staff(
        in_post=18, by_qualification={Qualification.MASTER: 2, Qualification.UNIVERSITY: 15}
    )
    sheet = staff.sheet("staff")
    solved = sheet.solve("staff.by_qualification.university")
    assert 16 in solved  # type: ignore[operator]
    assert 15 not in solved  # type: ignore[operator]


def test_a_level_above_the_total_is_impossible_in_the_sheet() -> None:
    """The sheet never raises where a rate cannot be."""
    sheet = Staff(in_post=1, by_group={StaffGroup.CADRE: 2}).sheet("staff")
    assert sheet.value("staff.group_rate.cadre") == IMPOSSIBLE
    nobody = Staff(in_post=0, by_group={}).sheet("staff")
    assert nobody.value("staff.group_rate.cadre") == NOTHING_AROSE


def test_wards_pool_by_adding_and_what_one_has_not_counted_stays_unknown() -> None:
    """Two wards have 36 in post; ratings that one has not counted are unknown in both."""
    other = Staff(
        allocated=18,
        in_post=18,
        by_qualification={Qualification.UNIVERSITY: 17, Qualification.COLLEGE: 1},
        by_rating={GOOD: 18},
    )
    both = Staff.pool([WARD, other])
    assert (both.allocated, both.in_post, both.vacant) == (37, 36, 1)
    assert both.qualification_rate(Qualification.UNIVERSITY) == Rate(33, 36)
    assert both.qualification_rate(Qualification.COLLEGE) == Rate(1, 36)
    assert both.by_rating is None
    assert both.part_time_staff is None


def test_what_is_printed_can_be_typed() -> None:
    """A repr is the call that makes the value."""
    staff = Staff(in_post=2, by_group={StaffGroup.CADRE: 2})
    assert repr(staff) == "Staff(in_post=2, by_group=((StaffGroup.CADRE, 2),))"
    assert eval(repr(staff)) == staff  # noqa: S307 - our own repr
    one = servant(meets_standard=True)
    assert eval(repr(one)) == one  # noqa: S307 - our own repr

"""Laws of staff and training: what pools, what is counted, and the cap on top ratings."""

from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from wardstats.ward.ratings import QualityRating, check_top_ratings
from wardstats.ward.staff import CivilServant, PoliticalTheory, Qualification, Staff, StaffGroup
from wardstats.ward.training import Trainee, Training, TrainingTotals

IN_2026 = date(2026, 12, 31)
EXCELLENT, GOOD = QualityRating.EXCELLENT, QualityRating.GOOD

counts = st.none() | st.integers(0, 10**6)


def parts(kind: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.dictionaries(st.sampled_from(kind), st.integers(0, 99))


servants = st.builds(
    CivilServant,
    position=st.just("office"),
    group=st.sampled_from(StaffGroup),
    qualification=st.none() | st.sampled_from(Qualification),
    political_theory=st.none() | st.sampled_from(PoliticalTheory),
    meets_standard=st.none() | st.booleans(),
    quality_rating=st.none() | st.sampled_from(QualityRating),
)
rated = servants.filter(lambda each: each.quality_rating is not None)
staffs = st.builds(
    Staff,
    allocated=counts,
    in_post=counts,
    by_group=parts(StaffGroup),
    by_qualification=parts(Qualification),
    by_political_theory=parts(PoliticalTheory),
    by_rating=parts(QualityRating),
    meeting_standard=counts,
    part_time_staff=counts,
    advanced_workers=counts,
)
courses = st.builds(
    Training,
    topic=st.just("IT"),
    people=parts(Trainee),
    attendances=counts,
    sessions=counts,
)
ratings = st.dictionaries(st.sampled_from(QualityRating), st.integers(0, 50))


@given(staffs, staffs, staffs)
def test_pooling_staff_has_no_order_and_no_grouping(
    first: Staff, second: Staff, third: Staff
) -> None:
    """Pool is associative and commutative, and pooling nothing changes nothing."""
    pool = Staff.pool
    assert pool([pool([first, second]), third]) == pool([first, pool([second, third])])
    assert pool([first, second]) == pool([second, first])
    assert pool([first, pool([])]) == pool([first]) == first


@given(st.lists(servants), st.randoms(use_true_random=False))
def test_counting_is_pooling_single_members(members: list[CivilServant], random: Any) -> None:
    """Counting members equals pooling the counts of each, in any order and grouping."""
    counted = Staff.count(members)
    shuffled = random.sample(members, len(members))
    cut = random.randint(0, len(members))
    nobody = Staff.count([])
    assert Staff.pool([nobody, *(Staff.count([each]) for each in shuffled)]) == counted
    assert Staff.pool([Staff.count(shuffled[:cut]), Staff.count(shuffled[cut:])]) == counted


@given(st.lists(servants))
def test_groups_counted_apart_make_the_whole(members: list[CivilServant]) -> None:
    """Nobody is counted in two groups, or in none."""
    apart = Staff.count_by(members, lambda each: each.group)
    assert Staff.pool([Staff.count([]), *apart.values()]) == Staff.count(members)


@given(st.lists(servants))
def test_levels_that_are_counted_make_those_in_post(members: list[CivilServant]) -> None:
    """Every member has one level of each sort, so counted members always fit."""
    sheet = Staff.count(members).sheet("s")
    for level in ("group", "qualification", "political_theory"):
        keys = [each.key for each in sheet if each.key.startswith(f"s.by_{level}.")]
        values = [sheet.value(key) for key in keys]
        if all(isinstance(value, int) for value in values):
            assert sum(values) == len(members)  # type: ignore[arg-type]


@given(staffs)
def test_a_sheet_never_raises_and_repeats_what_was_counted(staff: Staff) -> None:
    """Figures that do not fit stand beside one another, each as it was counted."""
    sheet = staff.sheet("s")
    values = sheet.values()
    assert values["s.vacant"] == staff.vacant or staff.vacant is None
    for name in ("allocated", "meeting_standard", "part_time_staff"):
        if getattr(staff, name) is not None:
            assert values[f"s.{name}"] == getattr(staff, name)


@given(staffs)
def test_not_counted_stays_not_counted(staff: Staff) -> None:
    """None is never 0: pooled with anything, it stays None."""
    unknown = evolve(staff, in_post=None, by_rating=None)
    pooled = Staff.pool([unknown, staff])
    assert (pooled.in_post, pooled.by_rating, pooled.vacant, pooled.rated) == (None,) * 4


@given(st.dictionaries(st.integers(), ratings))
def test_the_cap_is_an_integer_comparison(groups: dict[int, dict[QualityRating, int]]) -> None:
    """100 × excellent ≤ 20 × good, in every group and in all of them."""

    def kept(some: list[dict[QualityRating, int]]) -> bool:
        excellent = sum(each.get(EXCELLENT, 0) for each in some)
        return 100 * excellent <= 20 * sum(each.get(GOOD, 0) for each in some)

    checks = check_top_ratings(groups, IN_2026)
    assert {name: check and check.reached for name, check in checks.groups} == {
        name: kept([each]) for name, each in groups.items()
    }
    assert checks.unit is not None
    assert checks.unit.reached is kept([*groups.values()])


@given(st.dictionaries(st.integers(), ratings))
def test_groups_within_the_cap_make_a_unit_within_it(
    groups: dict[int, dict[QualityRating, int]],
) -> None:
    """Only a group can break the cap of the unit; the unit does not hide a group."""
    checks = check_top_ratings(groups, IN_2026)
    in_groups = all(check is not None and check.reached for _, check in checks.groups)
    assert checks.kept is in_groups


@given(st.lists(courses), st.lists(courses))
def test_counting_courses_is_pooling_them(some: list[Training], others: list[Training]) -> None:
    """Courses counted apart and pooled are courses counted together."""
    count, pool = TrainingTotals.count, TrainingTotals.pool
    assert pool([count(some), count(others)]) == count([*some, *others])
    assert pool([count([each]) for each in some]) == count(some)
    assert pool([count(some), pool([])]) == count(some)


@given(courses)
def test_the_sheet_of_a_course_never_raises(course: Training) -> None:
    """People and attendances keep their own figures, whatever they say of each other."""
    values = course.sheet("c").values()
    if course.people_total is not None:
        assert values["c.people_total"] == course.people_total
    if course.attendances is not None:
        assert values["c.attendances"] == course.attendances

"""The cap on top ratings: of whom, where, and from when."""

from datetime import date
from fractions import Fraction

import pytest

from wardstats import NotAssessed, Percent, Verdict
from wardstats.errors import NotInForce
from wardstats.ward.law import Dated
from wardstats.ward.ratings import QualityRating, check_top_ratings
from wardstats.ward.staff import CivilServant, Staff, StaffGroup

EXCELLENT, GOOD = QualityRating.EXCELLENT, QualityRating.GOOD
IN_2026 = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("excellent", "good", "kept"),
    [(4, 20, True), (5, 20, False), (2, 13, True), (3, 13, False), (0, 0, True), (1, 0, False)],
)
def test_the_cap_is_a_fifth_of_those_rated_good(excellent: int, good: int, *, kept: bool) -> None:
    """At 20 good, 4 may be excellent; 13 allow 2,6 and so 2; none good allow none."""
    checks = check_top_ratings({"all": {EXCELLENT: excellent, GOOD: good}}, IN_2026)
    assert checks.kept is kept
    assert checks.unit is not None
    assert checks.unit.reached is kept


def test_the_base_is_not_the_headcount() -> None:
    """Who is rated below good does not raise the cap."""
    ratings = {EXCELLENT: 2, GOOD: 9, QualityRating.COMPLETED: 20}
    assert check_top_ratings({"all": ratings}, IN_2026).kept is False


def test_the_cap_is_checked_in_the_unit_and_in_each_group() -> None:
    """3 of 20 is within the cap of the unit; 2 of 5 is above the cap of their group."""
    checks = check_top_ratings(
        {"leaders": {EXCELLENT: 2, GOOD: 5}, "others": {EXCELLENT: 1, GOOD: 15}}, IN_2026
    )
    verdicts = {name: check and check.verdict for name, check in checks.groups}
    assert checks.unit is not None
    assert checks.unit.verdict is Verdict.MET
    assert checks.unit.margin == Fraction(-1)
    assert verdicts == {"leaders": Verdict.NOT_MET, "others": Verdict.MET}
    assert checks.cap.source == "Decree 335/2025/NĐ-CP"


def test_a_cap_is_open_where_ratings_are_not_counted() -> None:
    """One group not counted leaves the unit open; one group above the cap settles it."""
    met, broken = {EXCELLENT: 1, GOOD: 5}, {EXCELLENT: 2, GOOD: 5}
    open_still = check_top_ratings({"a": met, "b": None}, IN_2026)
    assert (open_still.unit, open_still.kept) == (None, None)
    assert check_top_ratings({"a": broken, "b": None}, IN_2026).kept is False


def test_the_cap_is_dated() -> None:
    """There is no cap for 2025 in the table; a unit with another share passes its own."""
    with pytest.raises(NotInForce):
        check_top_ratings({}, date(2025, 12, 31))
    own = [Dated(Percent(25), None, None, "a decision of the province")]
    assert check_top_ratings({"all": {EXCELLENT: 5, GOOD: 20}}, IN_2026, own).kept is True


def test_ratings_counted_apart_are_what_the_cap_is_checked_on() -> None:
    """From single members to the checks in two calls."""
    good = CivilServant(position="office", group=StaffGroup.CIVIL_SERVANT, quality_rating=GOOD)
    members = [good] * 5
    members += [CivilServant(position="chair", group=StaffGroup.CADRE, quality_rating=EXCELLENT)]
    apart = Staff.count_by(members, lambda each: each.group)
    checks = check_top_ratings({name: each.by_rating for name, each in apart.items()}, IN_2026)
    assert checks.unit is not None
    assert checks.unit.reached is True
    assert checks.kept is False


def test_a_cap_judges_the_number_and_not_its_rate() -> None:
    """Where nobody is rated good there is still a verdict, not "nothing arose"."""
    checks = check_top_ratings({"all": {}}, IN_2026)
    assert checks.unit is not None
    assert checks.unit.verdict is Verdict.MET
    assert checks.unit.reason is not NotAssessed.NOTHING_AROSE

"""Procedures: their codes as printed, their publication, their review and what it cuts."""

from fractions import Fraction
from typing import Any

import pytest

from wardstats import Breakdown, FigureKind, Percent, Rate
from wardstats.errors import OutOfRange, UndefinedGrowth, Unreadable, WrongKind
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED, NOTHING_AROSE
from wardstats.ward.procedures import (
    ProcedureCode,
    ProcedureCoverage,
    ProcedureReview,
    Simplification,
)

# From a ward's report of 2024.
COVERAGE = ProcedureCoverage(within_competence=135, posted=135, one_stop=135, service_fields=35)
REVIEW = ProcedureReview(by_field={"land": 1, "social-protection": 16, "emulation": 5}, proposed=2)
LABOUR_TITLE = Simplification("1.012379.H50", "emulation", 10, 5)
DISABILITY = Simplification("1.001653.000.00.00.H50", "social-protection", 5, 3)


@pytest.mark.parametrize("text", ["1.012379.H50", "1.001653.000.00.00.H50", "2.000815.G01"])
def test_a_code_is_kept_as_printed(text: str) -> None:
    """The long and the short form are two codes, and print as they were."""
    code = ProcedureCode(text)
    assert (str(code), code.text) == (text, text)
    assert code == ProcedureCode(text)
    assert ProcedureCode("1.001653.H50") != ProcedureCode("1.001653.000.00.00.H50")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.012379",
        "1.12379.H50",
        "1,012379,H50",
        "1.012379.000.00.H50",
        "1.012379.H5",
        "0.012379.H50",
        "1.012379.H50.",
        "Mã 1.012379.H50",
        "1.01237\u0669.H50",
    ],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    """A code with a digit short, or words around it, may be another procedure's."""
    with pytest.raises(Unreadable, match=r"like '1\.012379\.H50'") as refused:
        ProcedureCode(text)
    assert refused.value.candidates == ()


@pytest.mark.parametrize("text", [" 1.012379.H50", "1.012379.h50", "1.012379.H50\n"])
def test_a_code_that_is_nearly_one_is_refused_with_what_it_may_be(text: str) -> None:
    """Nothing is mended unseen; the candidate reads."""
    with pytest.raises(Unreadable) as refused:
        ProcedureCode(text)
    assert refused.value.candidates == ("1.012379.H50",)


@pytest.mark.parametrize("text", [None, 1.012379])
def test_a_code_is_text(text: Any) -> None:
    """A number has lost its zeros."""
    with pytest.raises(Unreadable):
        ProcedureCode(text)


def test_coverage_is_rated_against_what_is_within_competence() -> None:
    """All 135 are posted and one-stop; of the announced this report says nothing."""
    assert COVERAGE.posted_rate == COVERAGE.one_stop_rate == Rate(135, 135)
    assert (COVERAGE.announced_rate, COVERAGE.disclosed_rate) == (None, None)
    told = ProcedureCoverage(within_competence=135, announced=130, disclosed=128)
    assert (told.announced_rate, told.disclosed_rate) == (Rate(130, 135), Rate(128, 135))


def test_the_sheet_of_coverage() -> None:
    """What was not counted has its key, too."""
    sheet = COVERAGE.sheet("procedures")
    assert sheet.values() == {
        "procedures.within_competence": 135,
        "procedures.announced": NOT_COUNTED,
        "procedures.disclosed": NOT_COUNTED,
        "procedures.posted": 135,
        "procedures.one_stop": 135,
        "procedures.service_fields": 35,
        "procedures.announced_rate": NOT_COUNTED,
        "procedures.disclosed_rate": NOT_COUNTED,
        "procedures.posted_rate": 1,
        "procedures.one_stop_rate": 1,
    }
    assert sheet["procedures.posted"].unit == "procedure"
    assert sheet["procedures.service_fields"].unit == "service-field"


def test_each_service_field_has_a_procedure() -> None:
    """So there are no more fields than procedures, which the sheet can tell."""
    swapped = ProcedureCoverage(within_competence=35, service_fields=135).sheet("x")
    assert swapped.solve("x.service_fields") != IMPOSSIBLE
    assert 135 not in swapped.solve("x.service_fields")  # type: ignore[operator]


def test_more_posted_than_there_are_is_impossible_and_loads() -> None:
    """The sheet says so; the rate is refused to who asks."""
    misfit = ProcedureCoverage(within_competence=134, posted=135)
    assert misfit.sheet("x").value("x.posted_rate") == IMPOSSIBLE
    with pytest.raises(OutOfRange, match="135 of 134"):
        _ = misfit.posted_rate


def test_the_lists_of_two_wards_add_up_but_not_their_service_fields() -> None:
    """Each ward has to post its own list; which fields both have, nobody counted."""
    both = ProcedureCoverage.pool([COVERAGE, COVERAGE])
    assert both.posted_rate == Rate(270, 270)
    assert both.service_fields is None
    assert ProcedureCoverage.pool([COVERAGE, ProcedureCoverage.pool([])]) == COVERAGE
    assert ProcedureCoverage.pool([COVERAGE]) == COVERAGE


def test_a_review_adds_up_its_fields() -> None:
    """Twenty-two procedures in three fields, of which two are to be simplified."""
    assert (REVIEW.reviewed, REVIEW.service_fields) == (22, 3)
    assert REVIEW.proposed_rate == Rate(2, 22)
    assert REVIEW.breakdown == Breakdown(22, {"social-protection": 16, "emulation": 5, "land": 1})


def test_a_field_without_reviewed_procedures_is_none_of_those_reviewed() -> None:
    """It may be named, and does not count."""
    named = ProcedureReview(by_field={"land": 1, "emulation": 0})
    assert named.service_fields == 1
    assert named == ProcedureReview(by_field={"land": 1})


def test_a_report_may_tell_the_total_only() -> None:
    """Then the number of fields is not known, and the breakdown does not claim to be all."""
    told = ProcedureReview(by_field={}, without_field=22)
    assert (told.reviewed, told.service_fields) == (22, None)
    assert told.breakdown == Breakdown(22, {}, exhaustive=False)
    assert told.sheet("x").value("x.reviewed") == 22
    assert told.sheet("x").value("x.without_field") == 22
    assert told.sheet("x").value("x.service_fields") == NOT_COUNTED


def test_a_review_nobody_counted_has_no_total() -> None:
    """Every figure is there, none has a value."""
    unknown = ProcedureReview()
    assert (unknown.reviewed, unknown.service_fields, unknown.breakdown) == (None, None, None)
    assert set(unknown.sheet("x").values()) == {
        "x.reviewed",
        "x.service_fields",
        "x.proposed",
        "x.proposed_rate",
    }
    assert set(unknown.sheet("x").values().values()) == {NOT_COUNTED}
    partly = ProcedureReview(by_field={"land": 1}, without_field=None)
    assert partly.reviewed is None
    assert partly.sheet("x").value("x.reviewed") == NOT_COUNTED


def test_the_sheet_of_a_review() -> None:
    """The total follows from the fields."""
    sheet = REVIEW.sheet("review")
    assert sheet.values() == {
        "review.by_field.land": 1,
        "review.by_field.social-protection": 16,
        "review.by_field.emulation": 5,
        "review.reviewed": 22,
        "review.service_fields": 3,
        "review.proposed": 2,
        "review.proposed_rate": Fraction(1, 11),
    }
    assert sheet["review.reviewed"].unit == "procedure"


def test_reviews_add_up_field_by_field() -> None:
    """Two wards review the same procedure twice, in one field."""
    both = ProcedureReview.pool([REVIEW, ProcedureReview(by_field={"land": 2}, proposed=0)])
    assert (both.reviewed, both.service_fields, both.proposed) == (24, 3, 2)


@pytest.mark.parametrize(("by_field", "error"), [({"Đất đai": 1}, Unreadable), ({1: 1}, WrongKind)])
def test_fields_are_codes(by_field: dict[Any, int], error: type[Exception]) -> None:
    """A name with spaces stands in no key."""
    with pytest.raises(error):
        ProcedureReview(by_field=by_field)


@pytest.mark.parametrize(
    ("simplification", "days", "cut"), [(LABOUR_TITLE, 5, 50), (DISABILITY, 2, 40)]
)
def test_a_simplification_cuts_working_days(
    simplification: Simplification, days: int, cut: int
) -> None:
    """From ten to five days is 50 %, from five to three 40 %, of the days before."""
    assert (simplification.days_cut, simplification.cut) == (days, Percent(cut))
    sheet = simplification.sheet("cut")
    assert sheet.values() == {
        "cut.days_before": simplification.days_before,
        "cut.days_after": simplification.days_after,
        "cut.days_cut": days,
        "cut.cut": Fraction(cut, 100),
    }
    assert {each.unit for each in sheet if each.kind is FigureKind.COUNT} == {"working-day"}


def test_a_simplification_may_cut_no_time() -> None:
    """One of papers, not of days, has no cut to tell."""
    papers = Simplification("1.012379.H50", "emulation")
    assert (papers.days_cut, papers.cut) == (None, None)
    assert papers.sheet("x").value("x.cut") == NOT_COUNTED
    for days in ({"days_before": 10}, {"days_after": 5}):
        half_told = Simplification("1.012379.H50", "emulation", **days)
        assert (half_told.days_cut, half_told.cut) == (None, None)


def test_a_procedure_that_takes_longer_has_a_negative_cut() -> None:
    """Days that look swapped load, and show."""
    swapped = Simplification("1.012379.H50", "emulation", 5, 10)
    assert (swapped.days_cut, swapped.cut) == (-5, Percent(-100))
    assert swapped.sheet("x").value("x.days_cut") == -5
    assert swapped.sheet("x").value("x.cut") == -1


def test_of_no_days_none_can_be_cut() -> None:
    """The sheet says that nothing arose; who asks for the cut is refused."""
    none = Simplification("1.012379.H50", "emulation", 0, 0)
    assert none.sheet("x").value("x.cut") == NOTHING_AROSE
    with pytest.raises(UndefinedGrowth):
        _ = none.cut


def test_summaries_print_as_they_are_typed() -> None:
    """What was not counted is not printed."""
    assert repr(ProcedureReview(by_field={"land": 1}, proposed=0)) == (
        "ProcedureReview(by_field=(('land', 1),), proposed=0)"
    )
    assert repr(ProcedureCoverage(posted=135)) == "ProcedureCoverage(posted=135)"


def test_a_simplification_prints_as_it_is_typed() -> None:
    """Its code stands as the code it became."""
    assert repr(LABOUR_TITLE) == (
        "Simplification(ProcedureCode('1.012379.H50'), 'emulation', days_before=10, days_after=5)"
    )
    assert Simplification(ProcedureCode("1.012379.H50"), "emulation", 10, 5) == LABOUR_TITLE

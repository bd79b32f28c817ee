"""Registers of letters and feedback: by kind, joined kind by kind, never with one another."""

from typing import Any

import pytest
from attrs import evolve

from wardstats import FigureKind
from wardstats.errors import ConflictingFigures, NotConsecutive, WrongKind
from wardstats.figures.values import NOT_COUNTED
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.registers import Feedback, FeedbackKind, LetterKind, Letters

NONE_CAME = CaseFlow.pool([])


def done(new: int) -> CaseFlow:
    """Give letters that came and were resolved in one period, who knows how fast."""
    return CaseFlow.untimed(brought_forward=0, new=new, resolved=new, pending=0)


def left(new: int, brought_forward: int = 0) -> CaseFlow:
    """Give letters none of which was resolved."""
    return evolve(
        NONE_CAME, brought_forward=brought_forward, new=new, pending_overdue=new + brought_forward
    )


# A ward's year: ten petitions and a complaint, all resolved.
LETTERS = Letters({LetterKind.PETITION: done(10), LetterKind.COMPLAINT: done(1)})


def test_the_kinds_of_one_register_add_up() -> None:
    """Ten petitions and one complaint are eleven letters, all resolved."""
    total = LETTERS.total
    assert (total.received_total, total.resolved_total, total.gap) == (11, 11, 0)
    assert LETTERS.flow(LetterKind.PETITION).new == 10


def test_of_a_kind_not_named_none_came_in() -> None:
    """Naming it with nothing in it is the same; a kind not counted is another thing."""
    assert LETTERS.flow(LetterKind.DENUNCIATION) == NONE_CAME
    assert Letters([*LETTERS.flows, (LetterKind.DENUNCIATION, NONE_CAME)]) == LETTERS
    unknown = Letters([*LETTERS.flows, (LetterKind.DENUNCIATION, CaseFlow())])
    assert unknown != LETTERS
    assert unknown.total.received_total is None


def test_kinds_stay_as_they_are() -> None:
    """Files hold their codes, so they never change."""
    assert [kind.value for kind in LetterKind] == ["complaint", "denunciation", "petition"]
    assert [kind.value for kind in FeedbackKind] == ["rules", "conduct"]


def test_a_register_is_equal_in_any_order() -> None:
    """And hashes alike; another register with the same flows is another register."""
    assert Letters(LETTERS.flows[::-1]) == LETTERS
    assert hash(Letters(LETTERS.flows[::-1])) == hash(LETTERS)
    empty: tuple[object, object] = (Letters(), Feedback())
    assert empty[0] != empty[1]


@pytest.mark.parametrize(
    ("register", "flows", "error"),
    [
        (Letters, {"petition": done(1)}, WrongKind),
        (Letters, {FeedbackKind.RULES: done(1)}, WrongKind),
        (Feedback, {LetterKind.PETITION: done(1)}, WrongKind),
        (Letters, {LetterKind.PETITION: 10}, WrongKind),
        (Letters, [(LetterKind.PETITION, done(1))] * 2, ConflictingFigures),
    ],
)
def test_a_register_holds_flows_of_its_kinds_each_once(
    register: type[Letters],
    flows: Any,
    error: type[Exception],
) -> None:
    """Everything else is refused where it is written."""
    with pytest.raises(error):
        register(flows)


def test_letters_and_feedback_are_never_added_up() -> None:
    """They are registers of two regimes; pooling and joining them is refused."""
    feedback: Any = Feedback({FeedbackKind.RULES: done(1)})
    with pytest.raises(WrongKind, match="letters and feedback are never added up"):
        Letters.pool([LETTERS, feedback])
    with pytest.raises(WrongKind, match="expected a register of letters"):
        LETTERS.then(feedback)


def test_registers_pool_kind_by_kind() -> None:
    """Two wards' complaints stay complaints."""
    both = Letters.pool([LETTERS, Letters({LetterKind.COMPLAINT: left(2)})])
    assert both.flow(LetterKind.COMPLAINT).received_total == 3
    assert both.flow(LetterKind.PETITION) == done(10)
    assert Letters.pool([]) == Letters()


def test_registers_go_on_kind_by_kind() -> None:
    """A kind that came up in one period only goes on from nothing, or to nothing."""
    second = Letters({LetterKind.PETITION: left(1), LetterKind.DENUNCIATION: done(2)})
    year = LETTERS.then(second)
    assert year.total.received_total == 14
    assert year.flow(LetterKind.COMPLAINT).resolved_total == 1
    assert year.flow(LetterKind.DENUNCIATION).resolved_total == 2
    assert year.flow(LetterKind.PETITION).pending_total == 1


def test_a_kind_told_once_goes_on_however_it_is_counted() -> None:
    """Cases apart in the one period have no counterpart to be counted like."""
    apart = evolve(done(3), new=4, awaiting_supplement=0, returned=1, stopped=0, counted_apart=True)
    first = Letters({LetterKind.COMPLAINT: apart})
    assert first.then(Letters()).flow(LetterKind.COMPLAINT) == apart
    assert Letters().then(first).flow(LetterKind.COMPLAINT) == apart


def test_a_kind_that_does_not_go_on_is_named() -> None:
    """Which of the kinds is to be mended, the message says."""
    first = Letters({LetterKind.PETITION: left(2), LetterKind.COMPLAINT: done(1)})
    with pytest.raises(NotConsecutive, match=r"LetterKind\.PETITION: 2 left, 0 brought forward"):
        first.then(LETTERS)
    with pytest.raises(NotConsecutive, match=r"LetterKind\.PETITION: 2 left"):
        first.then(Letters())


def test_the_sheet_derives_all_letters_from_their_kinds() -> None:
    """Every kind has its keys, also one that did not come up; the register has its own."""
    sheet = LETTERS.sheet("letters")
    assert sheet.value("letters.petition.new") == 10
    assert sheet.value("letters.denunciation.received_total") == 0
    assert sheet.value("letters.received_total") == 11
    assert sheet.value("letters.resolved_untimed") == 11
    assert sheet["letters.new"].value is None
    assert {each.unit for each in sheet if each.kind is FigureKind.COUNT} == {"letter"}


def test_the_sheet_has_a_unit_of_the_users_own() -> None:
    """A ward may count feedback by messages."""
    sheet = Feedback().sheet("feedback", "message")
    assert sheet["feedback.rules.new"].unit == "message"
    assert Feedback().sheet("feedback")["feedback.conduct.new"].unit == "feedback"


def test_the_sheet_of_both_ways_of_counting_does_not_guess() -> None:
    """Petitions apart and complaints inside leave the letters returned apart not counted."""
    register = Letters(
        {
            LetterKind.PETITION: evolve(done(3), new=4, returned=1, counted_apart=True),
            LetterKind.COMPLAINT: evolve(done(3), returned=1),
        }
    )
    sheet = register.sheet("x")
    assert sheet.value("x.complaint.returned") == 1
    assert sheet.value("x.returned") == NOT_COUNTED
    assert sheet.value("x.received_total") == register.total.received_total == 7


def test_a_register_prints_as_it_is_typed() -> None:
    """The kinds are printed as codes."""
    assert repr(Feedback({FeedbackKind.CONDUCT: CaseFlow(new=1)})) == (
        "Feedback(flows=((FeedbackKind.CONDUCT, CaseFlow(new=1)),))"
    )

"""Reception: citizens received, letters and feedback, side by side and never summed."""

from typing import Any

import pytest

from wardstats import FigureKind
from wardstats.errors import NotConsecutive, OutOfRange, WrongKind
from wardstats.figures.values import NOT_COUNTED
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.reception import CitizensReceived, Reception
from wardstats.ward.registers import Feedback, FeedbackKind, LetterKind, Letters


def done(new: int) -> CaseFlow:
    """Give cases that came and were resolved in one period."""
    return CaseFlow.untimed(brought_forward=0, new=new, resolved=new, pending=0)


LETTERS = Letters({LetterKind.PETITION: done(10), LetterKind.COMPLAINT: done(1)})
NO_FEEDBACK = Feedback({FeedbackKind.RULES: done(0)})
YEAR = Reception(
    citizens=CitizensReceived(visits=259, persons=316), letters=LETTERS, feedback=NO_FEEDBACK
)


def test_visits_and_persons_stand_beside_one_another() -> None:
    """259 visits of 316 persons are no rate: the sheet ties them by no rule."""
    sheet = YEAR.citizens.sheet("citizens")
    assert sheet.values() == {
        "citizens.visits": 259,
        "citizens.persons": 316,
        "citizens.cases": NOT_COUNTED,
    }
    assert sheet.relations == ()
    assert [each.unit for each in sheet] == ["visit", "person", "case"]


def test_citizens_add_up_side_by_side_and_over_time() -> None:
    """Who comes again is counted again; what one ward did not count leaves no sum."""
    one = CitizensReceived(visits=3, persons=5, cases=2)
    assert one.then(one) == CitizensReceived(visits=6, persons=10, cases=4)
    assert CitizensReceived.pool([one, YEAR.citizens]) == CitizensReceived(visits=262, persons=321)


def test_the_sheet_keeps_the_registers_apart() -> None:
    """Eleven letters and no feedback: no figure adds the two."""
    sheet = YEAR.sheet("reception")
    assert sheet.value("reception.citizens.visits") == 259
    assert sheet.value("reception.letters.received_total") == 11
    assert sheet.value("reception.letters.petition.new") == 10
    assert sheet.value("reception.feedback.rules.new") == 0
    assert sheet.value("reception.feedback.conduct.new") == 0
    for relation in sheet.relations:
        assert len({key.split(".")[1] for key in relation.keys}) == 1
    units = {each.unit for each in sheet if each.kind is FigureKind.COUNT}
    assert units == {"visit", "person", "case", "letter", "feedback"}


def test_the_sheet_has_its_keys_where_nothing_was_kept() -> None:
    """A register not kept is not counted, and not 0."""
    sheet = Reception().sheet("x")
    assert sheet.value("x.letters.received_total") == NOT_COUNTED
    assert sheet.value("x.feedback.rules.new") == NOT_COUNTED
    kept = Reception(letters=Letters(), feedback=Feedback()).sheet("x")
    assert kept.value("x.letters.received_total") == 0
    assert {"x.letters.denunciation.new", "x.feedback.conduct.new"} <= set(sheet.values())


def test_receptions_pool_register_by_register() -> None:
    """A ward that did not keep a register leaves none for all of them."""
    both = Reception.pool([YEAR, YEAR])
    assert both.letters is not None
    assert both.letters.total.received_total == 22
    assert both.citizens.visits == 518
    unkept = Reception.pool([YEAR, Reception(letters=LETTERS)])
    assert unkept.feedback is None
    assert unkept.letters == both.letters
    assert Reception.pool([YEAR, Reception.pool([])]) == YEAR


def test_receptions_go_on_register_by_register() -> None:
    """What one period did not keep, both together did not."""
    both = YEAR.then(Reception(citizens=CitizensReceived(visits=1, persons=1), letters=LETTERS))
    assert both.letters == Letters.pool([LETTERS, LETTERS])
    assert (both.citizens.visits, both.feedback) == (260, None)
    kept = YEAR.then(YEAR).feedback
    assert kept == NO_FEEDBACK


def test_a_reception_that_does_not_go_on_is_refused() -> None:
    """Two complaints brought forward where none was left."""
    brought = CaseFlow.untimed(brought_forward=2, new=0, resolved=2, pending=0)
    with pytest.raises(NotConsecutive, match="0 left, 2 brought forward"):
        YEAR.then(Reception(letters=Letters({LetterKind.COMPLAINT: brought})))


@pytest.mark.parametrize(
    "registers", [{"letters": NO_FEEDBACK}, {"feedback": LETTERS}, {"letters": done(11)}]
)
def test_each_register_has_its_place(registers: dict[str, Any]) -> None:
    """Feedback among the letters would be added to them."""
    with pytest.raises(WrongKind, match="the three registers stand apart"):
        Reception(**registers)


def test_a_reception_prints_as_it_is_typed() -> None:
    """What was not kept is not printed."""
    assert repr(Reception(citizens=CitizensReceived(visits=1))) == (
        "Reception(citizens=CitizensReceived(visits=1))"
    )


def test_citizens_are_counted() -> None:
    """A count is never negative."""
    with pytest.raises(OutOfRange):
        CitizensReceived(visits=-1)

"""Training: people, attendances and enrolments; courses of a real ward of 2024."""

from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED
from wardstats.ward.training import Trainee, Training, TrainingTotals

# The courses of the report's text, then those of its footnote.
IN_TEXT = [
    Training(
        topic="intermediate political theory",
        people={Trainee.CIVIL_SERVANT: 1, Trainee.PART_TIME_STAFF: 1},
    ),
    Training(topic="state management", people={Trainee.CADRE: 1, Trainee.CIVIL_SERVANT: 1}),
    Training(topic="ward leaders", people={Trainee.CADRE: 2}),
    Training(topic="cadres of the town", people={Trainee.CADRE: 2}),
    Training(topic="professional", people={Trainee.CADRE_OR_CIVIL_SERVANT: 18}),
]
IN_FOOTNOTE = [
    Training(topic="accounting", people={Trainee.CIVIL_SERVANT: 1}, attendances=1),
    Training(topic="dossier system", people={Trainee.CIVIL_SERVANT: 5}, sessions=2),
    Training(topic="IT in agencies", people={Trainee.CADRE: 1, Trainee.CIVIL_SERVANT: 1}),
    Training(topic="communication", people={Trainee.CADRE_OR_CIVIL_SERVANT: 6}),
    Training(
        topic="council work", people={Trainee.COUNCIL_STANDING: 2, Trainee.COUNCIL_COMMITTEE: 10}
    ),
    Training(topic="religion", people={Trainee.CADRE: 6, Trainee.CIVIL_SERVANT: 3}),
    Training(topic="IT", people={Trainee.CADRE: 1, Trainee.CIVIL_SERVANT: 1}),
    Training(topic="digital transformation", people={Trainee.CIVIL_SERVANT: 2}),
    Training(topic="reform", people={Trainee.CADRE: 1, Trainee.CIVIL_SERVANT: 1}),
    Training(topic="linked procedures", people={Trainee.CIVIL_SERVANT: 2}),
    Training(topic="population", people={Trainee.CADRE_OR_CIVIL_SERVANT: 4}),
    Training(topic="party work", people={Trainee.CADRE: 1}, attendances=3),
    Training(topic="poverty", people={Trainee.CIVIL_SERVANT: 1}),
    Training(topic="culture", people={Trainee.CIVIL_SERVANT: 1}),
]
BY_ATTENDANCE = [
    Training(topic="youth union", attendances=4),
    Training(topic="farmers", attendances=4),
    Training(topic="women", attendances=1),
]


def test_people_of_a_course_are_not_its_attendances() -> None:
    """One cadre at three courses is one person and three attendances."""
    course = IN_FOOTNOTE[11]
    assert (course.people_total, course.attendances) == (1, 3)
    sheet = course.sheet("c")
    assert sheet.value("c.people.cadre") == 1
    assert sheet.value("c.people_total") == 1
    assert sheet.value("c.attendances") == 3
    assert sheet.value("c.sessions") == NOT_COUNTED
    assert (sheet["c.people_total"].unit, sheet["c.attendances"].unit) == ("person", "attendance")


def test_fewer_attendances_than_people_do_not_fit() -> None:
    """Everyone attends at least once; a course that says otherwise loads."""
    course = Training(topic="IT", people={Trainee.CADRE: 3}, attendances=2)
    assert course.sheet("c").solve("c.people_total") == IMPOSSIBLE
    assert TrainingTotals.count([course]).sheet("t").solve("t.enrolled") == IMPOSSIBLE


def test_a_course_known_by_its_attendances_alone() -> None:
    """04 lượt tập huấn says nothing of how many people."""
    course = BY_ATTENDANCE[0]
    assert course.people_total is None
    assert course.sheet("c").value("c.people_total") == NOT_COUNTED
    assert course.sheet("c").value("c.attendances") == 4


def test_courses_add_up_to_enrolments() -> None:
    """The footnote names 38 members of the staff and 12 of the council, counted by course."""
    totals = TrainingTotals.count(IN_FOOTNOTE)
    assert totals.courses == 14
    assert totals.enrolled == 50
    sheet = totals.sheet("training")
    council = ("council_standing", "council_committee")
    assert [sheet.value(f"training.enrolments.{group}") for group in council] == [2, 10]
    assert sheet.value("training.enrolled") == 50
    assert sheet.value("training.courses") == 14


def test_what_one_course_has_not_counted_is_not_counted_for_all() -> None:
    """With courses known by attendances alone, nobody knows how many enrolled, nor the reverse."""
    totals = TrainingTotals.count([*IN_TEXT, *IN_FOOTNOTE, *BY_ATTENDANCE])
    assert (totals.courses, totals.enrolled, totals.attendances) == (22, None, None)
    assert totals.sheet("t").value("t.enrolled") == NOT_COUNTED
    assert TrainingTotals.count(BY_ATTENDANCE).attendances == 9


def test_no_courses_are_no_enrolments() -> None:
    """Of no course everything is 0, in the totals and in the sheet."""
    nothing = TrainingTotals.count([])
    assert nothing == TrainingTotals.pool([])
    assert nothing.sheet("t").value("t.enrolled") == nothing.enrolled == 0

"""Training of staff: courses, the people in them, and how often they attended.

People and attendances (lượt) are two things: one cadre who goes to three courses on one topic is
one person and three attendances. Adding the people of several courses up counts a person once
for each course, so the sum is called enrolments.

    >>> courses = [
    ...     Training(topic="religion", people={Trainee.CADRE: 6, Trainee.CIVIL_SERVANT: 3}),
    ...     Training(topic="party work", people={Trainee.CADRE: 1}, attendances=3),
    ... ]
    >>> totals = TrainingTotals.count(courses)
    >>> totals.courses, totals.enrolled, totals.attendances
    (2, 10, None)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from wardstats.figures.relations import Bound, Sum
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.typed import Code, Typed
from wardstats.figures.values import FigureKind
from wardstats.ward.counts import ADDS, STOCK, Count, counting, total
from wardstats.ward.parts import (
    PartsBy,
    PartsGiven,
    code_name,
    in_any_order,
    parts_of,
    parts_total,
    total_parts,
)
from wardstats.ward.sections import Keys, derived_counts, part_figures
from wardstats.ward.summaries import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable


class Trainee(Code):
    """Whom a course is for, as reports tell people apart.

    CADRE_OR_CIVIL_SERVANT is for "cán bộ, công chức" counted together; COUNCIL_STANDING and
    COUNCIL_COMMITTEE are the standing board (Thường trực) and the committees (các Ban) of the
    People's Council.
    """

    CADRE = "cadre"
    CIVIL_SERVANT = "civil-servant"
    CADRE_OR_CIVIL_SERVANT = "cadre-or-civil-servant"
    CONTRACT = "contract"
    PART_TIME_STAFF = "part-time-staff"
    DIRECT_PARTICIPANT = "direct-participant"
    COUNCIL_STANDING = "council-standing"
    COUNCIL_COMMITTEE = "council-committee"
    OTHER = "other"


def _trainees(given: PartsGiven[Trainee] | None) -> PartsBy[Trainee] | None:
    return parts_of(Trainee, given)


@frozen(repr=False, kw_only=True)
class Training(Typed):
    """One course: its topic, the people in it, their attendances (lượt), its sessions (đợt)."""

    topic: str
    people: PartsBy[Trainee] | None = field(default=None, converter=_trainees, eq=in_any_order)
    attendances: Count = counting()
    sessions: Count = counting()

    @property
    def people_total(self) -> Count:
        """The people in the course, of all groups."""
        return parts_total(self.people)

    def sheet(self, key: str, unit: str = "person") -> Sheet:
        """Name the people by group, their total, attendances and sessions.

        Everyone attends at least once, so there are no fewer attendances than people.

        >>> course = Training(topic="accounting", people={Trainee.CIVIL_SERVANT: 1}, attendances=1)
        >>> course.sheet("training.accounting").value("training.accounting.people_total")
        1
        """
        at = Keys(key)
        return _sheet(at, ("people", "people_total"), self.people, unit) + [
            Figure(at("attendances"), self.attendances, FigureKind.COUNT, "attendance"),
            Figure(at("sessions"), self.sessions, FigureKind.COUNT, "session"),
            Bound(at("people_total"), at("attendances")),
        ]


@frozen(repr=False, kw_only=True)
class TrainingTotals(Summary):
    """What the courses of a year add up to.

    `enrolments` add the people of every course, so they count a person once for each course,
    and are no number of people; nor are attendances.
    """

    courses: Count = counting()
    enrolments: PartsBy[Trainee] | None = field(
        default=None,
        converter=_trainees,
        eq=in_any_order,
        metadata={ADDS: total_parts, STOCK: False},
    )
    attendances: Count = counting()
    sessions: Count = counting()

    @classmethod
    def count(cls, courses: Iterable[Training]) -> TrainingTotals:
        """Count courses; what one of them has not counted is not counted for all."""
        held = tuple(courses)
        return cls(
            courses=len(held),
            enrolments=total_parts(each.people for each in held),
            attendances=total(each.attendances for each in held),
            sessions=total(each.sessions for each in held),
        )

    @property
    def enrolled(self) -> Count:
        """The enrolments of all groups."""
        return parts_total(self.enrolments)

    def sheet(self, key: str) -> Sheet:
        """Name the courses, enrolments by group and in all, attendances and sessions."""
        at = Keys(key)
        return _sheet(at, ("enrolments", "enrolled"), self.enrolments, "enrolment") + [
            Figure(at("courses"), self.courses, FigureKind.COUNT, "course"),
            Figure(at("attendances"), self.attendances, FigureKind.COUNT, "attendance"),
            Figure(at("sessions"), self.sessions, FigureKind.COUNT, "session"),
            Bound(at("enrolled"), at("attendances")),
        ]


def _sheet(at: Keys, names: tuple[str, str], parts: PartsBy[Trainee] | None, unit: str) -> Sheet:
    """Name the groups there are, few of the many there may be, and their total."""
    name, whole = names
    groups = [(code_name(group), number) for group, number in parts or ()]
    figures = part_figures(groups, Keys(at(name)), unit)
    make_whole = [] if parts is None else [Sum(at(whole), [each.key for each in figures])]
    return Sheet([*figures, *derived_counts(at, unit, whole)], make_whole)

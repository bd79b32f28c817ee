"""Yearly quality ratings of staff, and the cap on the top rating.

From 2026 at most 20 % of as many as are rated "hoàn thành tốt nhiệm vụ" may be rated "hoàn
thành xuất sắc nhiệm vụ", in the unit and in each group of similar duties (Decree
335/2025/NĐ-CP). The base is those rated good only, neither the headcount nor all who are rated.

    >>> from datetime import date
    >>> groups = {
    ...     "leaders": {QualityRating.EXCELLENT: 2, QualityRating.GOOD: 5},
    ...     "specialists": {QualityRating.EXCELLENT: 1, QualityRating.GOOD: 15},
    ... }
    >>> checks = check_top_ratings(groups, on=date(2026, 12, 31))
    >>> checks.unit.verdict, dict(checks.groups)["leaders"].verdict, checks.kept
    (Verdict.MET, Verdict.NOT_MET, False)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from attrs import frozen

from wardstats.figures.rates import Percent
from wardstats.figures.targets import AtMost, Attainment, assess
from wardstats.figures.typed import Code, Typed
from wardstats.ward.law import Dated, in_force
from wardstats.ward.parts import PartsBy, PartsGiven, part, parts_of, total_parts

Name = TypeVar("Name", bound=Hashable)


class QualityRating(Code):
    """The four levels of the yearly rating (Decrees 90/2020/NĐ-CP and 335/2025/NĐ-CP)."""

    EXCELLENT = "excellent"
    GOOD = "good"
    COMPLETED = "completed"
    NOT_COMPLETED = "not-completed"


# What those rated excellent may be of those rated good.
TOP_RATING_CAPS = (Dated(Percent(20), date(2026, 1, 1), None, "Decree 335/2025/NĐ-CP"),)


@frozen(repr=False)
class TopRatingChecks(Typed):
    """The cap on the top rating, checked in the whole unit and in each of its groups.

    What is judged is the number rated excellent, against the cap's part of the number rated
    good; None where nobody counted by rating.
    """

    cap: Dated[Percent]
    unit: Attainment | None
    groups: tuple[tuple[Hashable, Attainment | None], ...]

    @property
    def kept(self) -> bool | None:
        """Whether the cap is kept in the unit and in every group; None where that is open."""
        checks = (self.unit, *(check for _, check in self.groups))
        answers = {None if check is None else check.reached for check in checks}
        if False in answers:
            return False
        return None if None in answers else True


def check_top_ratings(
    groups: Mapping[Name, PartsGiven[QualityRating] | None],
    on: date,
    table: Iterable[Dated[Percent]] = TOP_RATING_CAPS,
) -> TopRatingChecks:
    """Check the cap in force on a day of the year rated, group by group and in all of them.

    The groups are those of similar duties, and together make the unit; what their duties are
    is for the unit to say. Where nobody is rated good, nobody may be rated excellent. A unit
    with a higher share of its own passes its own table.

    Raises `NotInForce` for a day for which the table knows no cap, as before 2026.
    """
    cap = in_force(table, on)
    held = [(name, parts_of(QualityRating, ratings)) for name, ratings in groups.items()]
    unit = total_parts(ratings for _, ratings in held)
    return TopRatingChecks(
        cap,
        _check(unit, cap.value),
        tuple((name, _check(ratings, cap.value)) for name, ratings in held),
    )


def _check(ratings: PartsBy[QualityRating] | None, cap: Percent) -> Attainment | None:
    good, excellent = part(ratings, QualityRating.GOOD), part(ratings, QualityRating.EXCELLENT)
    if good is None or excellent is None:
        return None
    return assess(excellent, AtMost(cap.value * good))

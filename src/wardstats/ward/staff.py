"""The staff of a ward: who is in post, of how many allocated, with which qualification.

A civil servant here is anyone of the staff, told apart by group: cadres (cán bộ), civil servants
(công chức) and staff on contract. Part-time staff (người hoạt động không chuyên trách) and those
who take part directly in the work of neighbourhoods are counted beside them, never among them.

    >>> staff = Staff(
    ...     allocated=19, in_post=18, meeting_standard=18,
    ...     by_qualification={Qualification.MASTER: 2, Qualification.UNIVERSITY: 16},
    ... )
    >>> staff.vacant, staff.meeting_standard_rate
    (1, Rate(18, 18))
    >>> staff.qualification_rate(Qualification.UNIVERSITY).percent(1)
    Decimal('88.9')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from wardstats.figures.relations import Sum
from wardstats.figures.sheets import Sheet
from wardstats.figures.typed import Code, Typed
from wardstats.ward.counts import Count, counting, rate, total
from wardstats.ward.facts import member_of, yes_or_no
from wardstats.ward.parts import (
    ADDING_PARTS,
    PartsBy,
    PartsGiven,
    code_figures,
    code_name,
    in_any_order,
    part,
    parts_of,
    parts_total,
    tally,
)
from wardstats.ward.ratings import QualityRating
from wardstats.ward.sections import Keys, counted_figures, derived_counts, ratio, share
from wardstats.ward.summaries import Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from wardstats.figures.rates import Rate

Key = TypeVar("Key", bound="Hashable")


class StaffGroup(Code):
    """What a member of the staff is: cán bộ, công chức, or on contract (hợp đồng)."""

    CADRE = "cadre"
    CIVIL_SERVANT = "civil-servant"
    CONTRACT = "contract"


class Qualification(Code):
    """The highest professional degree (trình độ chuyên môn), from tiến sĩ down to none."""

    DOCTORATE = "doctorate"
    MASTER = "master"
    UNIVERSITY = "university"
    COLLEGE = "college"
    INTERMEDIATE = "intermediate"
    BASIC = "basic"
    NONE = "none"


class PoliticalTheory(Code):
    """The level of political theory (lý luận chính trị): cao cấp, trung cấp, sơ cấp, or none."""

    ADVANCED = "advanced"
    INTERMEDIATE = "intermediate"
    BASIC = "basic"
    NONE = "none"


@frozen(repr=False, kw_only=True)
class CivilServant(Typed):
    """One member of the staff, without a name.

    Whether the standard of the position is met does not follow from the degree alone, so it is
    recorded, not computed. Facts that an office does not record are None.
    """

    position: str
    group: StaffGroup = field(validator=member_of(StaffGroup))
    qualification: Qualification | None = field(default=None, validator=member_of(Qualification))
    political_theory: PoliticalTheory | None = field(
        default=None, validator=member_of(PoliticalTheory)
    )
    meets_standard: bool | None = field(default=None, converter=yes_or_no)
    quality_rating: QualityRating | None = field(default=None, validator=member_of(QualityRating))


def _groups(given: PartsGiven[StaffGroup] | None) -> PartsBy[StaffGroup] | None:
    return parts_of(StaffGroup, given)


def _qualifications(given: PartsGiven[Qualification] | None) -> PartsBy[Qualification] | None:
    return parts_of(Qualification, given)


def _theories(given: PartsGiven[PoliticalTheory] | None) -> PartsBy[PoliticalTheory] | None:
    return parts_of(PoliticalTheory, given)


def _ratings(given: PartsGiven[QualityRating] | None) -> PartsBy[QualityRating] | None:
    return parts_of(QualityRating, given)


@frozen(repr=False, kw_only=True)
class Staff(Summary):
    """The staff of a unit, counted on one day, with what the year brought them.

    `in_post` are those whom the allocation covers, and the parts by group, qualification and
    political theory should make them; the parts by rating make those rated. The allocation is
    what the upper level gave, which may be less than a decree allows. Raises and titles count
    people.
    """

    allocated: Count = counting(stock=True)
    in_post: Count = counting(stock=True)
    by_group: PartsBy[StaffGroup] | None = field(
        default=None,
        converter=_groups,
        eq=in_any_order,
        metadata=ADDING_PARTS,
    )
    by_qualification: PartsBy[Qualification] | None = field(
        default=None,
        converter=_qualifications,
        eq=in_any_order,
        metadata=ADDING_PARTS,
    )
    by_political_theory: PartsBy[PoliticalTheory] | None = field(
        default=None,
        converter=_theories,
        eq=in_any_order,
        metadata=ADDING_PARTS,
    )
    by_rating: PartsBy[QualityRating] | None = field(
        default=None,
        converter=_ratings,
        eq=in_any_order,
        metadata=ADDING_PARTS,
    )
    meeting_standard: Count = counting(stock=True)
    part_time_staff: Count = counting(stock=True)
    direct_participants: Count = counting(stock=True)
    regular_raises: Count = counting()
    early_raises: Count = counting()
    seniority_raises: Count = counting()
    advanced_workers: Count = counting()
    emulation_fighters: Count = counting()

    @classmethod
    def count(cls, servants: Iterable[CivilServant]) -> Staff:
        """Count single members of the staff.

        What one of them has not recorded is not counted for all. The allocation, part-time
        staff, raises and titles are no facts of single members, and stay not counted.
        """
        held = tuple(servants)
        return cls(
            in_post=len(held),
            by_group=tally(each.group for each in held),
            by_qualification=tally(each.qualification for each in held),
            by_political_theory=tally(each.political_theory for each in held),
            by_rating=tally(each.quality_rating for each in held),
            meeting_standard=total(each.meets_standard for each in held),
        )

    @classmethod
    def count_by(
        cls, servants: Iterable[CivilServant], key: Callable[[CivilServant], Key]
    ) -> dict[Key, Staff]:
        """Count single members apart, by whatever a key makes of them, as by group."""
        groups: dict[Key, list[CivilServant]] = {}
        for each in servants:
            groups.setdefault(key(each), []).append(each)
        return {name: cls.count(group) for name, group in groups.items()}

    @property
    def vacant(self) -> Count:
        """Allocated and not in post ("còn thiếu"); negative where more are in post."""
        if self.allocated is None or self.in_post is None:
            return None
        return self.allocated - self.in_post

    @property
    def rated(self) -> Count:
        """Those rated, at whichever level."""
        return parts_total(self.by_rating)

    @property
    def meeting_standard_rate(self) -> Rate | None:
        """Those who meet the standard of their position, of those in post."""
        return rate(self.meeting_standard, self.in_post)

    def group_rate(self, group: StaffGroup) -> Rate | None:
        """Those of one group, of those in post."""
        return rate(part(self.by_group, group), self.in_post)

    def qualification_rate(self, level: Qualification) -> Rate | None:
        """Those of one qualification, of those in post."""
        return rate(part(self.by_qualification, level), self.in_post)

    def political_theory_rate(self, level: PoliticalTheory) -> Rate | None:
        """Those of one level of political theory, of those in post."""
        return rate(part(self.by_political_theory, level), self.in_post)

    def rating_rate(self, level: QualityRating) -> Rate | None:
        """Those of one rating, of those rated."""
        return rate(part(self.by_rating, level), self.rated)

    def sheet(self, key: str, unit: str = "person") -> Sheet:
        """Name every count, level and rate, with the rules that tie them.

        >>> staff = Staff(in_post=18, by_political_theory={PoliticalTheory.ADVANCED: 2})
        >>> staff.sheet("staff").value("staff.political_theory_rate.advanced")
        Fraction(1, 9)
        """
        at = Keys(key)
        sheet = Sheet(counted_figures(self, at, unit)) + [
            *derived_counts(at, unit, "vacant", "rated"),
            Sum(at("vacant"), [at("allocated")], minus=[at("in_post")]),
            *share(at, "meeting_standard_rate", "meeting_standard", "in_post"),
        ]
        levels: list[tuple[str, type[Code], PartsBy[Code] | None, str]] = [
            ("group", StaffGroup, self.by_group, "in_post"),
            ("qualification", Qualification, self.by_qualification, "in_post"),
            ("political_theory", PoliticalTheory, self.by_political_theory, "in_post"),
            ("rating", QualityRating, self.by_rating, "rated"),
        ]
        # A total not counted is derived by its first rule, so by parts that were counted.
        levels.sort(key=lambda level: level[2] is None)
        for name, kind, parts, whole in levels:
            figures = code_figures(parts, kind, Keys(at(f"by_{name}")), unit)
            sheet += [*figures, Sum(at(whole), [each.key for each in figures])]
            for code in map(code_name, kind):
                sheet += share(at, f"{name}_rate.{code}", f"by_{name}.{code}", whole)
        return sheet + ratio(at, "excellent_of_good", "by_rating.excellent", "by_rating.good")

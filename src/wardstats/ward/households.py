"""Households: how many there are, how many are poor, how many are cultural families.

Three universes, never one number: the households of a ward, those registered for the title of
cultural family, and the representatives whom households send to a meeting. Each has a field of
its own wherever it occurs; representatives are counted with the neighbourhoods that call them.

    >>> counts = HouseholdCounts(households=1668, poor=10, near_poor=49)
    >>> counts.multidimensional, counts.poverty_rate, counts.near_poor_rate.percent(2)
    (59, Rate(10, 1668), Decimal('2.94'))
    >>> CulturalFamilies(recognised=1646, households=1668).rate_of_households.percent(2)
    Decimal('98.68')
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from wardstats.figures.exact import Exact, Number
from wardstats.figures.relations import Sum
from wardstats.figures.sheets import Sheet
from wardstats.figures.typed import Typed
from wardstats.ward.counts import Count, counted, counting, rate, total
from wardstats.ward.facts import member_of, yes_or_no
from wardstats.ward.law import Dated
from wardstats.ward.parts import part, tally
from wardstats.ward.poverty_lines import (
    POVERTY_LINES,
    Area,
    PovertyClass,
    PovertyLine,
    money,
    poverty_class,
)
from wardstats.ward.sections import Keys, counted_figures, derived_counts, share
from wardstats.ward.summaries import Summary

if TYPE_CHECKING:
    from wardstats.figures.rates import Rate


def _maybe_money(value: Number | None) -> Exact | None:
    return None if value is None else money(value)


@frozen(repr=False, kw_only=True)
class Household(Typed):
    """One household, without a name.

    `income_per_person` is in đồng a month; `deprivations` counts the indicators of basic social
    services that it lacks; `registered` says whether it registered for the title of cultural
    family. Facts that an office does not record are None.
    """

    area: Area = field(validator=member_of(Area))
    income_per_person: Exact | None = field(default=None, converter=_maybe_money)
    deprivations: Count = field(default=None, converter=counted)
    registered: bool | None = field(default=None, converter=yes_or_no)
    cultural_family: bool | None = field(default=None, converter=yes_or_no)

    def poverty_class(
        self, on: date, table: Iterable[Dated[PovertyLine]] = POVERTY_LINES
    ) -> PovertyClass | None:
        """Say which class it falls into by the line in force on a day; None if not known."""
        return poverty_class(self.income_per_person, self.deprivations, self.area, on, table)


@frozen(repr=False, kw_only=True)
class HouseholdCounts(Summary):
    """The households of a unit on one day, and the poor and near-poor among them."""

    households: Count = counting(stock=True)
    poor: Count = counting(stock=True)
    near_poor: Count = counting(stock=True)

    @classmethod
    def count(
        cls,
        households: Iterable[Household],
        on: date,
        table: Iterable[Dated[PovertyLine]] = POVERTY_LINES,
    ) -> HouseholdCounts:
        """Count single households by the line in force on a day.

        Where the class of one is not known, the poor and the near-poor are not counted.
        """
        held, lines = tuple(households), tuple(table)
        classes = tally(each.poverty_class(on, lines) for each in held)
        return cls(
            households=len(held),
            poor=part(classes, PovertyClass.POOR),
            near_poor=part(classes, PovertyClass.NEAR_POOR),
        )

    @property
    def multidimensional(self) -> Count:
        """Poor and near-poor together ("nghèo đa chiều", as reported)."""
        return total([self.poor, self.near_poor])

    @property
    def poverty_rate(self) -> Rate | None:
        """Poor households, of all households (General Statistics Office)."""
        return rate(self.poor, self.households)

    @property
    def near_poor_rate(self) -> Rate | None:
        """Near-poor households, of all households."""
        return rate(self.near_poor, self.households)

    @property
    def multidimensional_rate(self) -> Rate | None:
        """Poor and near-poor households together, of all households."""
        return rate(self.multidimensional, self.households)

    def sheet(self, key: str, unit: str = "household") -> Sheet:
        """Name every count and rate, with the rules that tie them."""
        at = Keys(key)
        return Sheet(counted_figures(self, at, unit)) + [
            *derived_counts(at, unit, "multidimensional"),
            Sum(at("multidimensional"), at.all("poor", "near_poor")),
            *share(at, "poverty_rate", "poor", "households"),
            *share(at, "near_poor_rate", "near_poor", "households"),
            *share(at, "multidimensional_rate", "multidimensional", "households"),
        ]


@frozen(repr=False, kw_only=True)
class CulturalFamilies(Summary):
    """Households recognised as cultural families (Decree 86/2023/NĐ-CP), with both bases in use.

    Some reports set them against all households, some against those registered for the title.
    A report that gives one base leaves the other not counted.
    """

    recognised: Count = counting()
    households: Count = counting(stock=True)
    registered: Count = counting()

    @classmethod
    def count(cls, households: Iterable[Household]) -> CulturalFamilies:
        """Count single households; what one has not recorded is not counted for all."""
        held = tuple(households)
        return cls(
            recognised=total(each.cultural_family for each in held),
            households=len(held),
            registered=total(each.registered for each in held),
        )

    @property
    def rate_of_households(self) -> Rate | None:
        """Recognised, of all households."""
        return rate(self.recognised, self.households)

    @property
    def rate_of_registered(self) -> Rate | None:
        """Recognised, of the households registered for the title."""
        return rate(self.recognised, self.registered)

    def sheet(self, key: str, unit: str = "household") -> Sheet:
        """Name every count, and the rate on each base."""
        at = Keys(key)
        return Sheet(counted_figures(self, at, unit)) + [
            *share(at, "rate_of_households", "recognised", "households"),
            *share(at, "rate_of_registered", "recognised", "registered"),
        ]

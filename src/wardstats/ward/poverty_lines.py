"""Poverty lines, and the class a household falls into by income and deprivations.

A household whose income per person a month is at or below the line of its area is poor if it
lacks three or more of the indicators of basic social services, and near-poor if it lacks fewer
(Decree 07/2021/NĐ-CP, Article 3; Decree 351/2025/NĐ-CP from 2027).

    >>> in_2024 = date(2024, 11, 14)
    >>> poverty_class(2_000_000, 3, Area.URBAN, in_2024)
    PovertyClass.POOR
    >>> poverty_class(2_000_000, 2, Area.URBAN, in_2024)
    PovertyClass.NEAR_POOR
    >>> poverty_class(2_000_000, 3, Area.RURAL, in_2024)
    PovertyClass.NOT_POOR
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from wardstats.errors import OutOfRange, quoted
from wardstats.figures.exact import Exact, Number, count, exact
from wardstats.figures.typed import Code, Typed
from wardstats.ward.law import Dated, in_force


class Area(Code):
    """Where a household lives: nông thôn or thành thị."""

    RURAL = "rural"
    URBAN = "urban"


class PovertyClass(Code):
    """Hộ nghèo, hộ cận nghèo, or neither.

    Households of average living standard (hộ có mức sống trung bình) are among those that are
    neither.
    """

    POOR = "poor"
    NEAR_POOR = "near-poor"
    NOT_POOR = "not-poor"


@frozen(repr=False, kw_only=True)
class PovertyLine(Typed):
    """The highest income of a poor household, in đồng per person a month, by area.

    `deprivations` are the fewest indicators that a poor household lacks.
    """

    rural: int = field(converter=count)
    urban: int = field(converter=count)
    deprivations: int = field(converter=count)

    def limit(self, area: Area) -> int:
        """Give the highest income of a poor household of an area."""
        return self.rural if Area.given(area) is Area.RURAL else self.urban


_OF_2022 = PovertyLine(rural=1_500_000, urban=2_000_000, deprivations=3)
_OF_2027 = PovertyLine(rural=2_200_000, urban=2_800_000, deprivations=3)

# In force for 2022 to 2030; Decree 351/2025/NĐ-CP keeps the old lines for 2026.
POVERTY_LINES = (
    Dated(_OF_2022, date(2022, 1, 1), date(2025, 12, 31), "Decree 07/2021/NĐ-CP, Article 3"),
    Dated(_OF_2022, date(2026, 1, 1), date(2026, 12, 31), "Decree 351/2025/NĐ-CP"),
    Dated(_OF_2027, date(2027, 1, 1), date(2030, 12, 31), "Decree 351/2025/NĐ-CP"),
)


def money(value: Number) -> Exact:
    """Let in an amount of đồng of 0 or more; an average may have a fraction."""
    amount = exact(value)
    if amount < 0:
        raise OutOfRange(quoted(value), "an income of 0 or more", "in đồng per person a month")
    return amount


def poverty_class(
    income_per_person: Number | None,
    deprivations: int | None,
    area: Area,
    on: date,
    table: Iterable[Dated[PovertyLine]] = POVERTY_LINES,
) -> PovertyClass | None:
    """Say which class a household falls into by the line in force on a day.

    None where income is not known, or deprivations are not and would decide. Raises
    `NotInForce` for a day for which the table knows no line.
    """
    line = in_force(table, on).value
    if income_per_person is None:
        return None
    if money(income_per_person) > line.limit(area):
        return PovertyClass.NOT_POOR
    if deprivations is None:
        return None
    lacks_enough = count(deprivations) >= line.deprivations
    return PovertyClass.POOR if lacks_enough else PovertyClass.NEAR_POOR

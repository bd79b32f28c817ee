"""Households, staff and neighbourhoods in tables of any size, counted by ward.

What is counted is that of `HouseholdCounts.count`, `Staff.count` and `NeighbourhoodCounts.count`:
where a row has not recorded something, what rests on it is null for its whole group.

    >>> import polars as pl
    >>> meetings = pl.DataFrame({
    ...     "ward": ["ward-2"] * 5,
    ...     "representatives": [164, 320, 310, 168, 573], "attended": [164, 313, 291, 168, 535],
    ... })
    >>> turnouts(meetings).rows()
    [('ward-2', 5, 1535, 1471)]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from wardstats.interop.engines import left, nw
from wardstats.interop.frame_counts import counted, finished, known
from wardstats.interop.frame_faults import FaultyRows
from wardstats.interop.frame_layouts import SOUND, STAFF_LEVELS, Codes, level_count, opened
from wardstats.ward.households import HouseholdCounts
from wardstats.ward.law import Dated, in_force
from wardstats.ward.neighbourhoods import NeighbourhoodCounts
from wardstats.ward.poverty_lines import POVERTY_LINES, Area, PovertyLine
from wardstats.ward.staff import Staff

if TYPE_CHECKING:
    from wardstats.interop.engines import Given

_BY = ("ward",)
_KNOWN = "wardstats_known"


def household_counts(
    frame: Given,
    on: date,
    by: Iterable[str] = _BY,
    *,
    table: Iterable[Dated[PovertyLine]] = POVERTY_LINES,
    columns: Mapping[str, str] | None = None,
    codes: Codes | None = None,
    faulty: FaultyRows = FaultyRows.REFUSED,
) -> Given:
    """Count households, and the poor and near-poor among them, by the line in force on a day.

    One row a household, with the columns `area`, `income_per_person` in đồng a month and
    `deprivations`, the last two null where they are not known. `codes` are those of `Area`; `by`,
    `columns`, `faulty` and what is raised are as for `dossier_flows`. Gives the keys, and
    `households`, `poor` and `near_poor`. Raises `NotInForce` for a day without a line.
    """
    line = in_force(table, on).value
    opening = opened(frame, HouseholdCounts, by, columns, codes)
    income, lacking = nw.col("income_per_person"), nw.col("deprivations")
    rural, urban = (opening.coded("area", area) for area in (Area.RURAL, Area.URBAN))
    within = (rural & (income <= line.rural)) | (urban & (income <= line.urban))
    above = (rural & (income > line.rural)) | (urban & (income > line.urban))
    conditions = {
        "poor": within & (lacking >= line.deprivations),
        "near_poor": within & (lacking < line.deprivations),
        _KNOWN: above | (within & ~lacking.is_null()),
    }
    result = counted(opening, conditions, faulty, sized=True)
    result = known(
        result.with_columns(nw.col(SOUND).alias("households")), {_KNOWN: ("poor", "near_poor")}
    )
    return left(finished(opening, result), frame)


def staff_counts(
    frame: Given,
    by: Iterable[str] = _BY,
    *,
    columns: Mapping[str, str] | None = None,
    codes: Codes | None = None,
    faulty: FaultyRows = FaultyRows.REFUSED,
) -> Given:
    """Count staff in post, by group, qualification, political theory and quality rating.

    One row a member, with the columns `group`, `qualification`, `political_theory`,
    `quality_rating` and `meets_standard`, all but the first null where they are not recorded.
    `codes` are those of the first four; `by`, `columns`, `faulty` and what is raised are as for
    `dossier_flows`. Gives the keys, `in_post`, a column for each code as
    `qualification_master`, and `meeting_standard`.
    """
    table = opened(frame, Staff, by, columns, codes)
    conditions: dict[str, nw.Expr] = {"meeting_standard": nw.col("meets_standard")}
    resting: dict[str, list[str]] = {"meets_standard": ["meeting_standard"]}
    for level, kind in STAFF_LEVELS.items():
        named = {level_count(level, code): table.coded(level, code) for code in kind}
        conditions |= named
        resting[level] = [*named]
    result = counted(table, conditions | _recorded(resting), faulty, sized=True)
    result = known(result.with_columns(nw.col(SOUND).alias("in_post")), _named(resting))
    return left(finished(table, result), frame)


def turnouts(
    frame: Given,
    by: Iterable[str] = _BY,
    *,
    columns: Mapping[str, str] | None = None,
    faulty: FaultyRows = FaultyRows.REFUSED,
) -> Given:
    """Add up who came to the meetings of neighbourhoods, of how many called.

    One row a neighbourhood, with the columns `representatives` and `attended`, null where they
    were not counted. `by`, `columns`, `faulty` and what is raised are as for `dossier_flows`.
    Gives the keys, and `neighbourhoods`, `representatives` and `attended`.
    """
    table = opened(frame, NeighbourhoodCounts, by, columns, None)
    resting = {name: [name] for name in table.layout.columns}
    sums = {name: nw.col(name) for name in resting}
    result = counted(table, _recorded(resting), faulty, sums, sized=True)
    result = known(result.with_columns(nw.col(SOUND).alias("neighbourhoods")), _named(resting))
    return left(finished(table, result), frame)


def _recorded(names: Iterable[str]) -> dict[str, nw.Expr]:
    """Count the rows that have recorded something, beside what is counted."""
    return {f"{_KNOWN}_{name}": ~nw.col(name).is_null() for name in names}


def _named(resting: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{_KNOWN}_{name}": counts for name, counts in resting.items()}

"""Totals and rates of a result, computed where its counts are.

Rates are whole numbers, rounded half up from the exact counts: 8249 in a column named
`early_rate_per_10000` is 82,49 %. No float and no rounding of an engine decides a digit.

    >>> import polars as pl
    >>> result = pl.DataFrame({
    ...     "ward": ["ward-2"], "online": [1775], "in_person_or_postal": [27],
    ...     "brought_forward": [4], "early": [1484], "on_time": [315], "overdue": [0],
    ...     "pending_within_deadline": [7], "pending_overdue": [0],
    ... })
    >>> totals(result).select("received_total", "resolved_total", "pending_total").row(0)
    (1806, 1799, 7)
    >>> rates(result).select("early_rate_per_10000", "online_rate_per_10000").row(0)
    (8249, 9850)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import add
from types import MappingProxyType
from typing import TYPE_CHECKING, SupportsIndex

from wardstats.errors import Fault, FaultyRecord
from wardstats.figures.exact import decimal_places
from wardstats.interop.engines import entered, left, nw, with_nulls
from wardstats.interop.frame_layouts import FLOW_COUNTS
from wardstats.interop.frame_results import FLOW_TOTALS, counts_given

if TYPE_CHECKING:
    from wardstats.interop.engines import Frame, Given

_NEW = ("online", "in_person_or_postal")
_RESOLVED = ("early", "on_time", "overdue")
_PENDING = ("pending_within_deadline", "pending_overdue")
_RECEIVED = ("brought_forward", *_NEW)
_TOTALS = dict(zip(FLOW_TOTALS, (_RECEIVED, _NEW, _RESOLVED, _PENDING), strict=True))

# Each rate, by the counts that make its part and its whole; named as in the objects.
RATES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "early_rate": (("early",), _RESOLVED),
        "on_time_rate": (("on_time",), _RESOLVED),
        "overdue_rate": (("overdue",), _RESOLVED),
        "timely_rate": (("early", "on_time"), _RESOLVED),
        "timely_rate_766": (("early", "on_time", "pending_within_deadline"), _RECEIVED),
        "within_deadline_rate": (("pending_within_deadline",), _PENDING),
        "online_rate": (("online",), _NEW),
        "poverty_rate": (("poor",), ("households",)),
        "near_poor_rate": (("near_poor",), ("households",)),
        "multidimensional_rate": (("poor", "near_poor"), ("households",)),
        "meeting_standard_rate": (("meeting_standard",), ("in_post",)),
        "turnout": (("attended",), ("representatives",)),
    }
)
_LARGEST = 2**63 - 1
_FITS, _ABOVE, _BELOW, _LEFT = (f"wardstats_{each}" for each in ("fits", "above", "below", "left"))
_FITTING = nw.col(_FITS)


def totals(result: Given) -> Given:
    """Add the totals of Form II.06 to a result of `dossier_flows`.

    `received_total` includes what was brought forward, `newly_received` does not.
    """
    frame = entered(result)
    counts_given(frame.collect_schema().names(), FLOW_COUNTS)
    columns = (_sum(parts).alias(name) for name, parts in _TOTALS.items())
    return left(frame.with_columns(columns), result)


def rates(result: Given, places: SupportsIndex = 2) -> Given:
    """Add every rate that the counts of a result allow, in whole numbers scaled half up.

    Args:
        result: What `dossier_flows` or another function of counting gave, rolled up or not.
        places: The decimals of the percentage: with 2, rates are per ten thousand, and the names
            of their columns say so, as `early_rate_per_10000`.

    Returns:
        The result with more columns. A rate is null where nothing arose, where a count is null
        or the part above the whole, and where 2 × whole × scale would not fit into 64 bits: with
        2 places, beyond 460 trillion.
    """
    scale = 100 * 10 ** decimal_places(places)
    frame = entered(result)
    names = frame.collect_schema().names()
    able = [name for name, both in RATES.items() if {*both[0], *both[1]} <= {*names}]
    if not able:
        fault = Fault("$", "no counts of a rate", "the columns that a function of counting gives")
        raise FaultyRecord("the result", (fault,))
    columns = {f"{name}_per_{scale}": RATES[name] for name in able}
    for name, (part, whole) in columns.items():
        frame = _with_rate(frame, name, part, whole, scale)
    return left(frame.select(*names, *columns), result)


def _with_rate(
    frame: Frame, name: str, part_of: Iterable[str], whole_of: Iterable[str], scale: int
) -> Frame:
    """Compute a rate in steps, so that each engine computes each step once."""
    part, whole = _sum(part_of), _sum(whole_of)
    largest = _LARGEST // (2 * scale + 1)
    fits = (part >= 0) & (whole >= part) & (whole > 0) & (whole <= largest)
    frame = frame.with_columns((~part.is_null() & ~whole.is_null() & fits).alias(_FITS))
    # Where it does not fit, 0 of 1 is computed, and then left out.
    frame = frame.with_columns(
        nw.when(_FITTING).then(part).otherwise(nw.lit(0)).alias(_ABOVE),
        nw.when(_FITTING).then(whole).otherwise(nw.lit(1)).alias(_BELOW),
    )
    frame = frame.with_columns(
        (nw.col(_ABOVE) * (2 * scale) + nw.col(_BELOW)).alias(_ABOVE),
        (nw.col(_BELOW) * 2).alias(_BELOW),
    )
    above, below, rate = nw.col(_ABOVE), nw.col(_BELOW), nw.col(name)
    frame = frame.with_columns((above // below).cast(nw.Int64).alias(name))
    # Spark divides in floats, and may be one off; whole numbers decide.
    frame = frame.with_columns((above - rate * below).alias(_LEFT))
    one_more, one_less = nw.col(_LEFT) >= below, nw.col(_LEFT) < 0
    frame = frame.with_columns(rate + one_more.cast(nw.Int64) - one_less.cast(nw.Int64))
    frame = with_nulls(frame, [name])
    return frame.with_columns(nw.when(_FITTING).then(rate).alias(name))


def _sum(names: Iterable[str]) -> nw.Expr:
    return reduce(add, map(nw.col, names))

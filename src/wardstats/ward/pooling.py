"""How the sections of many wards become one: what was counted adds up, nothing else does.

Pooling and then computing is the same as computing on everything together. Targets do not pool,
nor do figures that some ward does not have; what was left out is listed, so that nothing is lost
unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from wardstats.figures.exact import Exact, exact
from wardstats.figures.rates import Rate, Ratio
from wardstats.ward.indicators import Indicator
from wardstats.ward.neighbourhoods import Neighbourhood


def pool_section(name: str, counts: Sequence[Any]) -> tuple[Any, list[str]]:
    """Pool one section that every ward has; give it, and the keys of what was left out.

    The pool is None where the section cannot be pooled at all.
    """
    if name == "indicators":
        return _indicators(counts)
    if name == "training":
        return tuple(chain.from_iterable(counts)), []
    if name == "neighbourhoods":
        return _side_by_side(counts)
    if isinstance(counts[0], tuple):
        return None, [name]
    return type(counts[0]).pool(counts), []


def _side_by_side(counts: Sequence[tuple[Neighbourhood, ...]]) -> tuple[Any, list[str]]:
    together = tuple(chain.from_iterable(counts))
    codes = {each.code for each in together}
    return (together, []) if len(codes) == len(together) else (None, ["neighbourhoods"])


def _indicators(
    counts: Sequence[tuple[Indicator, ...]],
) -> tuple[tuple[Indicator, ...], list[str]]:
    by_key = [{each.key: each for each in one} for one in counts]
    keys = dict.fromkeys(key for one in by_key for key in one)
    pooled: list[Indicator] = []
    left_out: list[str] = []
    for key in keys:
        same = [one[key] for one in by_key if key in one]
        value = _sum([each.value for each in same]) if len(same) == len(counts) else None
        if value is None or len({each.unit for each in same}) > 1:
            left_out.append(f"indicators.{key}")
            continue
        previous = _sum([each.previous for each in same])
        left_out += _unpooled(key, same, previous_pooled=previous is not None)
        provisional = any(each.is_provisional for each in same)
        pooled.append(
            Indicator(key, same[0].name, same[0].unit, value, previous, is_provisional=provisional)
        )
    return tuple(pooled), left_out


def _unpooled(key: str, same: Sequence[Indicator], *, previous_pooled: bool) -> list[str]:
    """List what is said of an indicator that does not pool with its value."""
    names = []
    if not previous_pooled and any(each.previous is not None for each in same):
        names.append("previous")
    if any(each.growth is not None for each in same):
        names.append("growth")
    if any(each.point_change is not None for each in same):
        names.append("point_change")
    if any(each.targets for each in same):
        names.append("targets")
    return [f"indicators.{key}.{name}" for name in names]


def _sum(values: Sequence[Any]) -> Exact | Rate | Ratio | None:
    """Add figures of one sort that are known exactly; None if they do not add up."""
    if all(isinstance(each, Rate) for each in values):
        return Rate.pool(values)
    if all(isinstance(each, Ratio) for each in values):
        return Ratio.pool(values) if len({each.per for each in values}) == 1 else None
    numbers = [each for each in values if isinstance(each, Exact)]
    return exact(sum(numbers)) if len(numbers) == len(values) else None

"""How the values of a record are laid out that are no plain table of their fields.

    { stated = "435.75", scale = 9 }    435,75 tỷ as printed; "20.7%", "14.2‰", "1.4 points"
    { percent = "99.5" }, { points = "1.4" }    quantities of targets and changes
    { at_least = 100, set_by = "ward" }         a target; { between = [19, 21], … }
    { key = "350-500", at_least = 350, at_most = 500 }    a size band

Rates and ratios are plain: `{ part = 15, whole = 71 }`, `{ amount = 971, base = 876 }`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from wardstats.errors import quoted
from wardstats.figures.changes import Points
from wardstats.figures.exact import MOST_DIGITS
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent
from wardstats.figures.rounding import Form, Reach, Stated, StatedKind
from wardstats.figures.targets import (
    AtLeast,
    AtMost,
    Between,
    Exactly,
    LessThan,
    MoreThan,
    Target,
    Within,
)
from wardstats.interop.faults import Gathering, Refused, key_step, shown, unknown_key
from wardstats.interop.scalars import read_code, read_exact, read_text, read_whole, written_exact
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.size_bands import SizeBand

Read = Callable[[Any], Any]

TARGETS: dict[str, type[Target[Any]]] = {
    "at_least": AtLeast,
    "more_than": MoreThan,
    "at_most": AtMost,
    "less_than": LessThan,
    "exactly": Exactly,
    "between": Between,
    "within": Within,
}
SIGNS = {
    StatedKind.NUMBER: "",
    StatedKind.PERCENT: "%",
    StatedKind.PER_MILLE: "‰",
    StatedKind.POINTS: " points",
}
QUANTITIES: dict[str, type[Any]] = {"percent": Percent, "points": Points}
LOW_ENDS, HIGH_ENDS = ("at_least", "more_than"), ("at_most", "less_than")
STATED_TEXT = re.compile(rf"(-?[0-9]+(?:\.[0-9]+)?)({'|'.join(SIGNS.values())})")


def a_table(value: object, expected: str = "a table") -> Mapping[Any, Any]:
    """Let in a table."""
    if isinstance(value, Mapping):
        return value
    raise Refused(shown(value), expected, "leave it out if unknown" if value is None else "")


def read_table(value: object, required: Mapping[str, Read], others: Mapping[str, Read]) -> Any:  # noqa: ANN401
    """Read a table whose members are read one by one; give those that are there."""
    table, readers = a_table(value), {**required, **others}
    gathering, members = Gathering(), {}
    for key, each in table.items():
        with gathering.at(key_step(key)):
            if key not in readers:
                raise unknown_key(key, readers)
            members[key] = readers[key](each)
    for key in required:
        with gathering.at(key_step(key)):
            if key not in table:
                raise Refused("nothing", "this key", "it may not be left out")
    gathering.close()
    return members


def read_list(value: object, read: Read) -> tuple[Any, ...]:
    """Read a list whose members are alike."""
    if not isinstance(value, (list, tuple)):
        raise Refused(shown(value), "a list", "leave it out if unknown" if value is None else "")
    gathering, members = Gathering(), []
    for place, each in enumerate(value):
        with gathering.at(f"[{place}]"):
            members.append(read(each))
    gathering.close()
    return tuple(members)


# ---------------------------------------------------------------- figures as printed


def _printed(value: object) -> tuple[int, int, StatedKind]:
    text = read_text(value)
    found = STATED_TEXT.fullmatch(text) if len(text) <= MOST_DIGITS else None
    if found is None:
        expected = "the figure as printed, with a dot before decimals, as '435.75' or '20.7%'"
        raise Refused(quoted(text), expected, "without dots that group digits")
    whole, _, decimals = found[1].partition(".")
    kind = next(kind for kind, sign in SIGNS.items() if sign == found[2])
    return int(whole + decimals), len(decimals), kind


def _mark(value: object) -> str:
    mark = read_text(value)
    if mark not in (",", "."):
        raise Refused(quoted(mark), "',' or '.'")
    return mark


def read_stated(value: object) -> Stated:
    """Read a figure as printed."""
    others = {
        "scale": read_whole,
        "reach": lambda given: read_code(given, Reach),
        "decimal_mark": _mark,
    }
    members = read_table(value, {"stated": _printed}, others)
    digits, places, kind = members.pop("stated")
    return Stated(digits, places, Form(kind, **members))


def written_stated(figure: Stated) -> dict[str, Any]:
    """Write a figure as printed; what is usual is left out."""
    table: dict[str, Any] = {"stated": figure.text + SIGNS[figure.kind]}
    if figure.scale:
        table["scale"] = figure.scale
    if figure.reach is not Reach.ROUNDED:
        table["reach"] = figure.reach.value
    if figure.decimal_mark is not None:
        table["decimal_mark"] = figure.decimal_mark
    return table


# ---------------------------------------------------------------- quantities and targets


def read_percent(value: object) -> Percent:
    """Read a percentage as a quantity."""
    return Percent(read_table(value, {"percent": read_exact}, {})["percent"])


def read_points(value: object) -> Points:
    """Read percentage points as a quantity."""
    return Points(read_table(value, {"points": read_exact}, {})["points"])


def read_quantity(value: object) -> Any:  # noqa: ANN401 - a number, Percent or Points
    """Read what a target is set in: a number, or a table of per cent or of points."""
    if not isinstance(value, Mapping):
        return read_exact(value)
    return read_points(value) if "points" in value else read_percent(value)


def written_quantity(quantity: Any) -> Any:  # noqa: ANN401 - a number, Percent or Points
    """Write what a target is set in."""
    for name, kind in QUANTITIES.items():
        if isinstance(quantity, kind):
            return {name: written_exact(quantity.number)}
    return written_exact(quantity)


def _two_ends(value: object) -> tuple[Any, Any]:
    ends = read_list(value, read_quantity)
    if len(ends) != 2:  # noqa: PLR2004 - a low and a high end
        raise Refused(f"a list of {len(ends)}", "the low and the high end, as [19, 21]")
    return ends[0], ends[1]


def _one_end(value: object) -> tuple[Any]:
    return (read_quantity(value),)


TARGET_READERS: dict[str, Read] = {
    name: _one_end if kind.number_of_ends == 1 else _two_ends for name, kind in TARGETS.items()
}


def read_indicator_target(value: object) -> IndicatorTarget:
    """Read a target, who set it, and what it judges."""
    others = {"judges": lambda given: read_code(given, Judges)}
    given = [name for name in TARGETS if name in a_table(value)]
    gathering, members = Gathering(), dict[str, Any]()
    with gathering.at(""):
        members |= read_table(value, {"set_by": read_text}, TARGET_READERS | others)
    with gathering.at(""):
        if len(given) != 1:
            raise Refused(
                " and ".join(given) or "no target",
                "one of " + ", ".join(TARGETS),
                "write each target as a table of its own" if given else "",
            )
    gathering.close()
    target = TARGETS[given[0]](*members.pop(given[0]))
    return IndicatorTarget(target, **members)


def written_indicator_target(given: IndicatorTarget) -> dict[str, Any]:
    """Write a target; that it judges the value goes without saying."""
    target = given.target
    name = next(name for name, kind in TARGETS.items() if type(target) is kind)
    ends = [written_quantity(end) for end in target.ends[: target.number_of_ends]]
    table = {name: ends[0] if len(ends) == 1 else ends, "set_by": given.set_by}
    return table if given.judges is Judges.VALUE else table | {"judges": given.judges.value}


# ---------------------------------------------------------------- size bands


def read_size_band(value: object) -> SizeBand:
    """Read a size band: its key, and the ends it has."""
    others = dict.fromkeys(LOW_ENDS + HIGH_ENDS, read_exact)
    members = read_table(value, {"key": read_text}, others)
    for names in (LOW_ENDS, HIGH_ENDS):
        if all(name in members for name in names):
            raise Refused(" and ".join(names), "one of the two", "remove the other")
    low, high = (
        next((members[name] for name in names if name in members), None)
        for names in (LOW_ENDS, HIGH_ENDS)
    )
    closed = "more_than" not in members, "less_than" not in members
    return SizeBand(members["key"], Interval(low, high, *closed))


def written_size_band(band: SizeBand) -> dict[str, Any]:
    """Write a size band, with the ends it has."""
    table: dict[str, Any] = {"key": band.key}
    numbers = band.households
    for names, end, closed in (
        (LOW_ENDS, numbers.low, numbers.low_closed),
        (HIGH_ENDS, numbers.high, numbers.high_closed),
    ):
        if end is not None:
            table[names[0] if closed else names[1]] = written_exact(end)
    return table

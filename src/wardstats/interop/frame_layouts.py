"""Tables of single things: which columns each has, what they hold, and how a caller names them.

A layout says of a table what the class of one row says of an object: the layout of what is
counted into a `DossierFlow` has the columns of `Dossier`. Columns that are missing, or hold
another type, are told all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from wardstats.errors import ConflictingFigures, Fault, FaultyRecord, UnknownKey, WrongKind, quoted
from wardstats.figures.typed import Code
from wardstats.interop.engines import day_of, entered, nw
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.dossiers import Channel
from wardstats.ward.households import HouseholdCounts
from wardstats.ward.neighbourhoods import NeighbourhoodCounts
from wardstats.ward.parts import code_name
from wardstats.ward.poverty_lines import Area
from wardstats.ward.ratings import QualityRating
from wardstats.ward.staff import PoliticalTheory, Qualification, Staff, StaffGroup

if TYPE_CHECKING:
    from wardstats.interop.engines import Frame

Codes = Mapping[str, Mapping[Any, Code]]


class Holds(Code):
    """What a column holds: keys to count by, codes of a list, days, whole numbers, money, facts."""

    KEY = "text, categories, whole numbers, dates or truth values"
    CODE = "text, categories or whole numbers"
    DAY = "dates, or times without a zone"
    COUNT = "whole numbers"
    MONEY = "whole numbers or decimals"
    FACT = "truth values"


# Columns of what is counted, beside the counts of the layout.
ROWS, SOUND, FAULTY = "wardstats_rows", "wardstats_sound", "faulty"
RESERVED = (ROWS, SOUND, FAULTY)

_FEW = 8
_RENAME = "name the column that has it"
_TEXTS = (nw.String, nw.Categorical, nw.Enum)
_ADVICE = {
    Holds.KEY: "turn it into text",
    Holds.CODE: "turn it into text",
    Holds.DAY: "parse text into dates; turn times with a zone into local times without",
    Holds.COUNT: "a float may have been rounded unseen; for nulls take a type that has them",
    Holds.MONEY: "a float may have been rounded unseen; for nulls take a type that has them",
    Holds.FACT: "true, false, or null where it is not recorded",
}


def _holds(dtype: nw.dtypes.DType, what: Holds) -> bool:
    """Say whether a type of column can hold what is wanted of it."""
    if what is Holds.DAY:
        return dtype == nw.Date or (isinstance(dtype, nw.Datetime) and dtype.time_zone is None)
    if what is Holds.FACT:
        return dtype == nw.Boolean
    if dtype.is_integer():
        return True
    if what is Holds.COUNT:
        return False
    if what is Holds.MONEY:
        return dtype.is_decimal()
    key = what is Holds.KEY and dtype in (nw.Date, nw.Boolean)
    return key or isinstance(dtype, _TEXTS)


@frozen
class Layout:
    """The columns of a table, of which some may not be null, and some not come before another.

    `counts` are the columns of what is counted from it.
    """

    noun: str
    counts: tuple[str, ...]
    columns: Mapping[str, Holds]
    codes: Mapping[str, type[Code]] = field(factory=dict)
    needed: frozenset[str] = frozenset()
    not_before: Mapping[str, str] = field(factory=dict)


FLOW_COUNTS = (
    *("online", "in_person_or_postal", "brought_forward"),
    *("early", "on_time", "overdue", "pending_within_deadline", "pending_overdue"),
)
_DOSSIERS = Layout(
    "dossiers",
    FLOW_COUNTS,
    {"channel": Holds.CODE, "received": Holds.DAY, "due": Holds.DAY, "resolved": Holds.DAY},
    {"channel": Channel},
    frozenset({"channel", "received", "due"}),
    {"due": "received", "resolved": "received"},
)
_HOUSEHOLDS = Layout(
    "households",
    ("households", "poor", "near_poor"),
    {"area": Holds.CODE, "income_per_person": Holds.MONEY, "deprivations": Holds.COUNT},
    {"area": Area},
    frozenset({"area"}),
)
STAFF_LEVELS: Mapping[str, type[Code]] = MappingProxyType(
    {
        "group": StaffGroup,
        "qualification": Qualification,
        "political_theory": PoliticalTheory,
        "quality_rating": QualityRating,
    }
)


def level_count(level: str, code: Code) -> str:
    """Name the count of one code of a level: `qualification_master`."""
    return f"{level}_{code_name(code)}"


_LEVEL_COUNTS = [level_count(level, code) for level, kind in STAFF_LEVELS.items() for code in kind]
_STAFF = Layout(
    "staff",
    ("in_post", *_LEVEL_COUNTS, "meeting_standard"),
    {**dict.fromkeys(STAFF_LEVELS, Holds.CODE), "meets_standard": Holds.FACT},
    STAFF_LEVELS,
    frozenset({"group"}),
)
_NEIGHBOURHOODS = Layout(
    "neighbourhoods",
    ("neighbourhoods", "representatives", "attended"),
    {"representatives": Holds.COUNT, "attended": Holds.COUNT},
)

# By what the rows of a table are counted into.
LAYOUTS: Mapping[type[Any], Layout] = MappingProxyType(
    {
        DossierFlow: _DOSSIERS,
        HouseholdCounts: _HOUSEHOLDS,
        Staff: _STAFF,
        NeighbourhoodCounts: _NEIGHBOURHOODS,
    }
)


def layout_of(kind: type[Any]) -> Layout:
    """Give the layout of the table whose rows are counted into a class."""
    if kind in LAYOUTS:
        return LAYOUTS[kind]
    raise WrongKind(quoted(kind), "one of " + ", ".join(each.__name__ for each in LAYOUTS))


@frozen
class Table:
    """A table as it is counted: its columns under the names of the layout, beside its keys.

    `given` is the caller's dataframe, `codes` the caller's codes of each column of codes.
    """

    given: Any
    frame: Frame
    layout: Layout
    keys: list[str]
    kinds: Mapping[str, nw.dtypes.DType]
    codes: Codes

    def day(self, name: str) -> nw.Expr:
        """Give the days of a column, without the time of day."""
        return day_of(self.frame, name)

    def coded(self, name: str, *codes: Code) -> nw.Expr:
        """Say of each row whether its code stands for one of some, or of any."""
        given = [key for key, code in self.codes[name].items() if not codes or code in codes]
        if len(given) > _FEW:
            return nw.col(name).is_in(given)
        # Faster than to look each one up.
        equal = [nw.col(name) == nw.lit(key) for key in given]
        return reduce(or_, equal) if equal else ~nw.col(name).is_null() & nw.lit(value=False)


def opened(
    given: object,
    kind: type[Any],
    by: Iterable[str],
    columns: Mapping[str, str] | None,
    codes: Codes | None,
) -> Table:
    """Let in a table to be counted, or raise `FaultyRecord` for its columns."""
    layout, frame = layout_of(kind), entered(given)
    keys = _keys(by, layout)
    wanted = dict.fromkeys(keys, Holds.KEY) | dict(layout.columns)
    names = dict(zip(wanted, wanted, strict=True)) | dict(_known(columns or {}, wanted))
    schema = frame.collect_schema()
    if faults := [*column_faults(schema, wanted, names)]:
        raise FaultyRecord(f"the table of {layout.noun}", tuple(faults))
    held = frame.select(**{name: nw.col(column) for name, column in names.items()})
    kinds = {name: schema[column] for name, column in names.items()}
    return Table(given, held, layout, keys, kinds, _codes(layout, kinds, codes or {}))


def _keys(by: Iterable[str], layout: Layout) -> list[str]:
    if isinstance(by, str):
        raise WrongKind(quoted(by), "several columns to count by", f"as ({by!r},)")
    keys = [*dict.fromkeys(by)]
    for key in keys:
        if key in (*layout.counts, *RESERVED):
            raise ConflictingFigures(
                f"{key!r}, both a key and what is counted",
                "a name of its own for the key",
                "give it one in `by`, and its column in `columns`",
            )
    return keys


def _known(given: Mapping[str, Any], names: Iterable[str]) -> Mapping[str, Any]:
    """Refuse what is said of columns that there are not: a slip there would change nothing."""
    known = [*names]
    for name in given:
        if name not in known:
            raise UnknownKey(quoted(name), "one of " + ", ".join(known), "correct its spelling")
    return given


def column_faults(
    schema: Mapping[str, nw.dtypes.DType],
    wanted: Mapping[str, Holds],
    names: Mapping[str, str] | None = None,
) -> Iterable[Fault]:
    """Tell columns that are missing, or hold another type than is wanted of them."""
    for name, holds in wanted.items():
        column = (names or {}).get(name, name)
        if column not in schema:
            yield Fault(f"$.{column}", "missing", f"a column of {holds.value}", _RENAME)
        elif not _holds(schema[column], holds):
            yield Fault(f"$.{column}", f"type {schema[column]}", holds.value, _ADVICE[holds])


def _codes(layout: Layout, kinds: Mapping[str, nw.dtypes.DType], given: Codes) -> Codes:
    """Let in the caller's codes for members, or those that the members have themselves."""
    _known(given, layout.codes)
    codes = {}
    for name, kind in layout.codes.items():
        codes[name] = dict(given.get(name) or {member.value: member for member in kind})
        text = not kinds[name].is_integer()
        for key, member in codes[name].items():
            kind.given(member)
            if type(key) is not (str if text else int):
                expected = f"{'text' if text else 'a whole number'}, as in the column {name}"
                raise WrongKind(
                    f"the code {quoted(key)}", expected, f"map it in codes={{{name!r}: …}}"
                )
    return codes

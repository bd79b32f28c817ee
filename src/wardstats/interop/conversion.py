"""The converter: reports to plain tables and back, by the classes of the report themselves.

cattrs reads each class field by field and finds all that is wrong with it; the hooks here say
what a field may hold. A key stands for every field that is not at its default, and none for
None; where the default is another, None is the text "not-counted".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, Attribute, fields, has

from wardstats.errors import OutOfRange, WrongKind, quoted
from wardstats.figures.changes import Points
from wardstats.figures.exact import count
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.rounding import Stated
from wardstats.figures.typed import Code
from wardstats.interop.extras import missing_extra
from wardstats.interop.faults import Gathering, Refused, key_step
from wardstats.interop.layouts import (
    Read,
    a_table,
    read_indicator_target,
    read_list,
    read_percent,
    read_points,
    read_size_band,
    read_stated,
    read_table,
    written_indicator_target,
    written_quantity,
    written_size_band,
    written_stated,
)
from wardstats.interop.scalars import (
    is_text,
    read_code,
    read_day,
    read_exact,
    read_text,
    read_truth,
    read_whole,
    written_exact,
)
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.indicator_targets import IndicatorTarget
from wardstats.ward.periods import Period
from wardstats.ward.procedures import ProcedureCode
from wardstats.ward.registers import Register
from wardstats.ward.report import Section, WardReport
from wardstats.ward.size_bands import SizeBand

try:
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
except ImportError as cause:
    raise missing_extra("records", cause) from cause

Write = Callable[[Any], Any]
ReadAs = Callable[[Any, Any], Any]  # as cattrs calls it: with the type, too

PERIOD, LIST, NOT_COUNTED = "period", "list", "not-counted"
# The key by which each table that may stand for a figure is known.
TABLES = {Stated: "stated", Rate: "part", Ratio: "amount", Percent: "percent", Points: "points"}


def members_of(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type or a union
    """Give the types of a union, or the one type, without None."""
    union = get_origin(kind) in (Union, UnionType)
    return tuple(each for each in (get_args(kind) if union else (kind,)) if each is not type(None))


def counted_under(kind: Any) -> Any:  # noqa: ANN401 - a type, or None
    """Give what parts are counted under, of the type of pairs that holds them; else None."""
    arguments = get_args(kind)
    pairs = get_origin(kind) is tuple and get_origin(arguments[0]) is tuple
    return get_args(arguments[0])[0] if pairs else None


def is_list(kind: Any) -> bool:  # noqa: ANN401 - a type
    """Say whether a type is that of a list."""
    return get_origin(kind) in (tuple, Sequence) and counted_under(kind) is None


def record_fields(kind: type[Any]) -> list[tuple[Attribute[Any], Any]]:
    """Give the fields of a class, each with its type."""
    hints = get_type_hints(kind)
    return [(each, hints[each.name]) for each in fields(kind)]


def admits_none(attribute: Attribute[Any], kind: Any) -> bool:  # noqa: ANN401 - a type
    """Say whether None of a field must be written, since leaving its key out means another."""
    return type(None) in get_args(kind) and attribute.default not in (None, NOTHING)


# ---------------------------------------------------------------- reading


def _reading_attribute(attribute: Attribute[Any], kind: Any) -> ReadAs:  # noqa: ANN401 - a type
    """Read a field, and check it as its class does, so that its faults have its path."""
    held: Any = Union[members_of(kind)]  # noqa: UP007 - of as many types as there are
    read = _CONVERTER.get_structure_hook(held)
    said_none = admits_none(attribute, kind)
    convert: Any = attribute.converter

    def reading(value: object, _: object) -> Any:  # noqa: ANN401 - as the field
        if said_none and value == NOT_COUNTED:
            return None
        given = read(value, held)
        if convert is not None:
            given = convert(given)
        if attribute.validator is not None:
            attribute.validator(None, attribute, given)
        return given

    return reading


def _reading_value(read: Read) -> ReadAs:
    return lambda value, _: read(value)


def _reading_record(kind: type[Any]) -> ReadAs:
    hooks: dict[str, Any] = {
        each.name: override(struct_hook=_reading_attribute(each, its_kind))
        for each, its_kind in record_fields(kind)
    }
    read = make_dict_structure_fn(kind, _CONVERTER, **hooks)
    return lambda value, _: read(a_table(value), kind)


def _reading_figure(kind: Any) -> ReadAs:  # noqa: ANN401 - a union
    """Read a figure that may be a number, or one of some tables."""
    members = members_of(kind)
    tables = {TABLES[each]: each for each in members if each in TABLES}
    forms = [f"a table with {key}" for key in tables]
    plain = int in members
    expected = " or ".join(["a number", *forms] if plain else forms)

    def reading(value: object, _: object) -> Any:  # noqa: ANN401 - one of the union
        if plain and not isinstance(value, Mapping):
            return read_exact(value)
        table = a_table(value, expected)
        for key, each in tables.items():
            if key in table:
                return _CONVERTER.structure(table, each)
        raise Refused("another table", expected)

    return reading


def _reading_parts(kind: Any) -> ReadAs:  # noqa: ANN401 - a type of pairs
    sort, held = get_args(get_args(kind)[0])
    read_sort, read = _CONVERTER.get_structure_hook(sort), _CONVERTER.get_structure_hook(held)

    def reading(value: object, _: object) -> tuple[tuple[Any, Any], ...]:
        gathering, parts = Gathering(), []
        for key, each in a_table(value).items():
            with gathering.at(key_step(key)):
                part = read(each, held)
                parts.append((read_sort(key, sort), count(part) if held is int else part))
        gathering.close()
        return tuple(parts)

    return reading


def _reading_list(kind: Any) -> ReadAs:  # noqa: ANN401 - a type of list
    member = get_args(kind)[0]
    read = _CONVERTER.get_structure_hook(member)
    return lambda value, _: read_list(value, lambda each: read(each, member))


def _reading_section(kind: Any) -> ReadAs:  # noqa: ANN401 - a Section of something
    held = get_args(kind)[0]
    read = _CONVERTER.get_structure_hook(held)
    members: dict[str, Read] = {PERIOD: lambda value: _CONVERTER.structure(value, Period)}
    if is_list(held):
        members[LIST] = lambda value: read(value, held)

    def reading(value: object, _: object) -> Section[Any]:
        table = a_table(value)
        if LIST in members:
            both = read_table(table, members, {})
            return Section(both[PERIOD], both[LIST])
        gathering = Gathering()
        with gathering.at(""):
            own = {key: each for key, each in table.items() if key == PERIOD}
            period = read_table(own, members, {})[PERIOD]
        with gathering.at(""):
            counts = read({key: each for key, each in table.items() if key != PERIOD}, held)
        gathering.close()
        return Section(period, counts)

    return reading


def _flows_of(kind: type[Register[Any]]) -> Any:  # noqa: ANN401 - a type of pairs
    return tuple[tuple[kind.kinds, CaseFlow], ...]  # type: ignore[name-defined]


def _reading_register(kind: type[Register[Any]]) -> ReadAs:
    flows = _flows_of(kind)
    return lambda value, _: kind(_CONVERTER.structure(value, flows))


# ---------------------------------------------------------------- writing


def _writing_attribute(attribute: Attribute[Any], kind: Any) -> Write:  # noqa: ANN401 - a type
    members = members_of(kind)
    single = len(members) == 1
    write = _CONVERTER.get_unstructure_hook(members[0]) if single else _CONVERTER.unstructure
    if not admits_none(attribute, kind):
        return write
    return lambda value: NOT_COUNTED if value is None else write(value)


def _writing_record(kind: type[Any]) -> Write:
    hooks: dict[str, Any] = {
        each.name: override(unstruct_hook=_writing_attribute(each, its_kind))
        for each, its_kind in record_fields(kind)
    }
    return make_dict_unstructure_fn(kind, _CONVERTER, _cattrs_omit_if_default=True, **hooks)


def _writing_parts(kind: Any) -> Write:  # noqa: ANN401 - a type of pairs
    write_sort, write = map(_CONVERTER.get_unstructure_hook, get_args(get_args(kind)[0]))
    return lambda parts: {write_sort(sort): write(each) for sort, each in parts}


def _writing_list(kind: Any) -> Write:  # noqa: ANN401 - a type of list
    write = _CONVERTER.get_unstructure_hook(get_args(kind)[0])
    return lambda members: [write(each) for each in members]


def _writing_section(kind: Any) -> Write:  # noqa: ANN401 - a Section of something
    held = get_args(kind)[0]
    write = _CONVERTER.get_unstructure_hook(held)

    def writing(section: Section[Any]) -> dict[str, Any]:
        counts = write(section.counts)
        beside = {LIST: counts} if is_list(held) else counts
        return {PERIOD: _CONVERTER.unstructure(section.period), **beside}

    return writing


def _writing_register(kind: type[Register[Any]]) -> Write:
    write = _CONVERTER.get_unstructure_hook(_flows_of(kind))
    return lambda register: write(register.flows)


def _written_text(value: object) -> str:
    if not isinstance(value, str):
        raise WrongKind(quoted(value), "text", "correct it in the report")
    if not is_text(value):
        raise OutOfRange(quoted(value), "text that UTF-8 can write", "half a character is none")
    return value


def _written_code(code: Code) -> str:
    return str(code.value)


# ---------------------------------------------------------------- the converter

_VALUES: dict[type[Any], tuple[Read, Write]] = {
    int: (read_whole, written_exact),
    Fraction: (read_exact, written_exact),
    bool: (read_truth, bool),
    str: (read_text, _written_text),
    date: (read_day, date.isoformat),
    Stated: (read_stated, written_stated),
    Percent: (read_percent, written_quantity),
    Points: (read_points, written_quantity),
    IndicatorTarget: (read_indicator_target, written_indicator_target),
    SizeBand: (read_size_band, written_size_band),
    ProcedureCode: (lambda value: ProcedureCode(read_text(value)), str),
}


def _is_parts(kind: Any) -> bool:  # noqa: ANN401 - a type
    return counted_under(kind) is not None


def _is_union(kind: Any) -> bool:  # noqa: ANN401 - a type
    return get_origin(kind) in (Union, UnionType)


def _is_section(kind: Any) -> bool:  # noqa: ANN401 - a type
    return get_origin(kind) is Section


def _is_kind_of(base: type[Any]) -> Callable[[Any], bool]:
    return lambda kind: isinstance(kind, type) and issubclass(kind, base)


_CONVERTER = Converter(detailed_validation=True, forbid_extra_keys=True)
for _kind, (_read, _write) in _VALUES.items():
    _CONVERTER.register_structure_hook(_kind, _reading_value(_read))
    _CONVERTER.register_unstructure_hook(_kind, _write)
for _holds, _reading, _writing in (
    (has, _reading_record, _writing_record),
    (is_list, _reading_list, _writing_list),
    (_is_parts, _reading_parts, _writing_parts),
    (_is_section, _reading_section, _writing_section),
    (_is_kind_of(Register), _reading_register, _writing_register),
):
    _CONVERTER.register_structure_hook_factory(_holds, _reading)
    _CONVERTER.register_unstructure_hook_factory(_holds, _writing)
_CONVERTER.register_structure_hook_factory(_is_union, _reading_figure)
_CONVERTER.register_structure_hook_func(_is_kind_of(Code), read_code)
_CONVERTER.register_unstructure_hook_func(_is_kind_of(Code), _written_code)


def report_from(table: Mapping[str, object]) -> WardReport:
    """Make a report of plain tables; what is wrong with them is told by `faults_of`."""
    return _CONVERTER.structure(table, WardReport)


def tables_of(report: WardReport) -> dict[str, Any]:
    """Make plain tables of a report, its dates as ISO text."""
    tables: dict[str, Any] = _CONVERTER.unstructure(report)
    return tables

"""Make docs/report.schema.json, the JSON Schema of a report file, from the classes of the report.

Run `make schema` after a change of what a report holds. The schema says what a file may look
like; whether its figures can be (a part above its whole) is for `wardstats.interop.records`.
"""

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args, get_origin

from attrs import NOTHING

from wardstats.figures.changes import Points
from wardstats.figures.rates import Percent
from wardstats.figures.rounding import Reach, Stated
from wardstats.figures.typed import Code
from wardstats.interop.conversion import (
    LIST,
    NOT_COUNTED,
    PERIOD,
    admits_none,
    counted_under,
    is_list,
    members_of,
    record_fields,
)
from wardstats.interop.layouts import HIGH_ENDS, LOW_ENDS, STATED_TEXT, TARGETS
from wardstats.interop.records import SCHEMA
from wardstats.interop.scalars import DATE, EXACT_TEXT
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.counts import ADDS, total
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.periods import Period
from wardstats.ward.procedures import ProcedureCode
from wardstats.ward.registers import Feedback, Letters
from wardstats.ward.report import Section, WardReport
from wardstats.ward.size_bands import SizeBand

SCHEMA_FILE = Path(__file__).parents[1] / "docs/report.schema.json"

Schema = dict[str, Any]
WHOLE: Schema = {"type": "integer"}
COUNT: Schema = {"type": "integer", "minimum": 0}
EXACT: Schema = {"anyOf": [WHOLE, {"type": "string", "pattern": f"^{EXACT_TEXT.pattern}$"}]}
TEXT: Schema = {"type": "string"}


def table(members: dict[str, Schema], required: list[str]) -> Schema:
    """Describe a table with no other keys."""
    return {
        "type": "object",
        "properties": members,
        "required": required,
        "additionalProperties": False,
    }


def parts(sort: Any, held: Schema) -> Schema:  # noqa: ANN401 - a type
    """Describe parts: counts, or flows, under codes or under open names."""
    names: Schema = {"propertyNames": of(sort)} if issubclass(sort, Code) else {}
    return {"type": "object", **names, "additionalProperties": held}


def quantity(name: str) -> Schema:
    """Describe per cents or points."""
    return table({name: EXACT}, [name])


def indicator_target() -> Schema:
    """Describe a target: one of those there are, who set it, and what it judges."""
    bound: Schema = {"anyOf": [*EXACT["anyOf"], quantity("percent"), quantity("points")]}
    two: Schema = {"type": "array", "items": bound, "minItems": 2, "maxItems": 2}
    bounds = {name: bound if kind.number_of_ends == 1 else two for name, kind in TARGETS.items()}
    members = {**bounds, "set_by": TEXT, "judges": of(Judges)}
    one_target: Schema = {"oneOf": [{"required": [name]} for name in TARGETS]}
    return table(members, ["set_by"]) | one_target


def record(kind: type[Any]) -> Schema:
    """Describe a class that is a table of its fields."""
    members = {}
    for each, its_kind in record_fields(kind):
        counts = each.metadata.get(ADDS) is total
        member = COUNT if counts else of(its_kind)
        if admits_none(each, its_kind):
            member = {"anyOf": [member, {"const": NOT_COUNTED}]}
        members[each.name] = member
    return table(members, [each.name for each, _ in record_fields(kind) if each.default is NOTHING])


def section(kind: Any) -> Schema:  # noqa: ANN401 - a Section of something
    """Describe a section: its period, and beside it what it counts."""
    held = get_args(kind)[0]
    counts = table({LIST: of(held)}, [LIST]) if is_list(held) else of(held)
    members = {PERIOD: of(Period), **counts["properties"]}
    return table(members, [PERIOD, *counts["required"]])


VALUES: dict[Any, Callable[[], Schema]] = {
    int: lambda: WHOLE,
    Fraction: lambda: EXACT,
    bool: lambda: {"type": "boolean"},
    str: lambda: TEXT,
    date: lambda: {"type": "string", "pattern": f"^{DATE.pattern}$"},
    Percent: lambda: quantity("percent"),
    Points: lambda: quantity("points"),
    ProcedureCode: lambda: TEXT,
    IndicatorTarget: indicator_target,
    Stated: lambda: table(
        {
            "stated": {"type": "string", "pattern": f"^{STATED_TEXT.pattern}$"},
            "scale": COUNT,
            "reach": of(Reach),
            "decimal_mark": {"enum": [",", "."]},
        },
        ["stated"],
    ),
    SizeBand: lambda: table({"key": TEXT} | dict.fromkeys(LOW_ENDS + HIGH_ENDS, EXACT), ["key"]),
    Letters: lambda: parts(Letters.kinds, of(CaseFlow)),
    Feedback: lambda: parts(Feedback.kinds, of(CaseFlow)),
}


def of(kind: Any) -> Schema:  # noqa: ANN401 - a type
    """Describe what a field of a type may hold."""
    members = members_of(kind)
    if len(members) > 1:
        return {"anyOf": [of(each) for each in members if each is not int]}
    one: Any = next(iter(members))
    if one in VALUES:
        return VALUES[one]()
    if get_origin(one) is Section:
        return section(one)
    if (sort := counted_under(one)) is not None:
        return parts(sort, COUNT)
    if is_list(one):
        return {"type": "array", "items": of(get_args(one)[0])}
    return {"enum": [each.value for each in one]} if issubclass(one, Code) else record(one)


def report_schema() -> Schema:
    """Describe a report file."""
    report = record(WardReport)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The report of one ward, as wardstats reads it",
    } | table(
        {"schema": {"const": SCHEMA}, **report["properties"]}, ["schema", *report["required"]]
    )


def schema_text() -> str:
    """Write the schema as the file has it."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")

"""The two formats of a record, JSON and TOML: text to plain tables and back.

Numbers with decimals are never read as floats, keys that stand twice are found, and a text that
is not of its format is one fault. In TOML a section is a table, what its lists hold is written
inline, so that a file reads as it would be typed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from wardstats.errors import Fault
from wardstats.figures.exact import MOST_DIGITS
from wardstats.interop.extras import missing_extra
from wardstats.interop.faults import Bare, Repeated, Several

try:
    import tomlkit
    from tomlkit.items import Array, InlineTable, Table
except ImportError as cause:
    raise missing_extra("records", cause) from cause

MOST_CHARACTERS = 1_000_000
MOST_BYTES = 4 * MOST_CHARACTERS  # as many as UTF-8 takes for a character
# tomllib takes a time that grows with the square of the parts of one dotted key.
_LONGEST_LINE = 10_000
_DAYS = {"start", "end", "dated"}
_WHERE = re.compile(r" \(at (line \d+, column \d+|end of document)\)$")


def _refuse(where: str, given: str, expected: str, advice: str = "") -> Several:
    return Several((Fault(where, given, expected, advice),))


def read_bytes(content: bytes, name: str) -> object:
    """Read the content of a file of a format."""
    if len(content) > MOST_BYTES:
        raise _refuse("$", f"more than {MOST_BYTES:,} bytes", "a report")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        given = f"byte {content[error.start]:#04x}"
        raise _refuse(f"line {line}", given, "UTF-8", "save the file as UTF-8") from None
    return read_format(text, name)


def read_format(text: str, name: str) -> object:
    """Read text of a format: whatever stands in it, with nothing made of it yet."""
    if len(text) > MOST_CHARACTERS:
        given = f"{len(text):,} characters"
        raise _refuse("$", given, f"a report, of at most {MOST_CHARACTERS:,}")
    if text.startswith("\ufeff"):
        raise _refuse("line 1", "a byte order mark", "UTF-8 without one", "save it without BOM")
    try:
        return _READERS[name](text)
    except RecursionError:
        raise _refuse("$", "tables or lists in one another without end", "a report") from None


# ---------------------------------------------------------------- JSON


def _whole(literal: str) -> int | Bare:
    return int(literal) if len(literal) <= MOST_DIGITS else Bare(literal)


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    names = sorted(name for name, _ in pairs)
    return Repeated(pairs, dict.fromkeys(one for one, two in pairwise(names) if one == two))


def _read_json(text: str) -> object:
    try:
        return json.loads(
            text,
            parse_int=_whole,
            parse_float=Bare,
            parse_constant=Bare,
            object_pairs_hook=_pairs,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _refuse(where, error.msg, "JSON") from None


def json_text(tables: Mapping[str, Any]) -> str:
    """Write tables as JSON."""
    return json.dumps(tables, ensure_ascii=False, indent=2) + "\n"


# ---------------------------------------------------------------- TOML


def _read_toml(text: str) -> object:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > _LONGEST_LINE:
            given = f"{len(line):,} characters"
            raise _refuse(f"line {number}", given, f"at most {_LONGEST_LINE:,}", "break the line")
    try:
        return tomllib.loads(text, parse_float=Bare)
    except tomllib.TOMLDecodeError as error:
        where = _WHERE.search(str(error))
        place = where[1] if where else "$"
        raise _refuse(place, _WHERE.sub("", str(error)), "TOML") from None
    except ValueError:
        # tomllib leaves it to Python to refuse more digits than it turns into an integer.
        expected = f"at most {MOST_DIGITS:,} digits"
        raise _refuse("$", "a number too long to read", expected) from None


def toml_text(tables: Mapping[str, Any]) -> str:
    """Write tables as TOML."""
    document = tomlkit.document()
    _fill(document, tables)
    return tomlkit.dumps(document)


def _fill(table: tomlkit.TOMLDocument | Table, members: Mapping[str, Any]) -> None:
    """Write a table: what takes one line first, then the tables in it."""
    held = {key: each for key, each in members.items() if key != "period" and _is_table(each)}
    for key, each in members.items():
        if key not in held:
            table.add(tomlkit.key(key), _value(key, each))
    for key, each in held.items():
        if isinstance(each, list):
            rows = tomlkit.aot()
            for row in each:
                rows.append(_row(row))
            table.add(tomlkit.key(key), rows)
        else:
            below = tomlkit.table()
            _fill(below, each)
            table.add(tomlkit.key(key), below)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value))


def _row(members: Mapping[str, Any]) -> Table:
    """Write a member of a list: every field on its line, or its lines."""
    row = tomlkit.table()
    for key, each in members.items():
        row.add(tomlkit.key(key), _value(key, each))
    return row


def _value(key: str, value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list):
        return _array(value)
    return date.fromisoformat(value) if key in _DAYS and isinstance(value, str) else value


def _inline(members: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for key, each in members.items():
        table.add(tomlkit.key(key), _value(key, each))
    return table


def _array(members: list[Any]) -> Array:
    array = tomlkit.array()
    for each in members:
        array.append(_value("", each))
    named = any("key" in each or "set_by" in each for each in members if isinstance(each, dict))
    return array.multiline(multiline=named)


_READERS: dict[str, Callable[[str], object]] = {"json": _read_json, "toml": _read_toml}

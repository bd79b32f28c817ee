"""Reports in files: JSON and TOML, read strictly and with every fault at once.

A file holds what `WardReport` holds, under the same names; `schema = 1` stands at its head. A
section is a table with its period and its counts, codes stand for the members of enumerations,
and a key left out is what was not counted.

    >>> report = loads('''
    ... schema = 1
    ... locality = { code = "ward-2", name = "Phường 2" }
    ... [dossiers]
    ... period = { start = 2023-12-15, end = 2024-11-14 }
    ... online = 1775
    ... brought_forward = 4
    ... [dossiers.received_by_field]
    ... certification = 1284
    ... ''', "toml")
    >>> report.dossiers.counts.online
    1775
    >>> loads(dumps(report, "json"), "json") == report
    True

Needs the extra `records`: `pip install wardstats[records]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal

from wardstats.errors import Fault, FaultyRecord, Unreadable, WrongKind, quoted
from wardstats.interop.conversion import report_from, tables_of
from wardstats.interop.faults import Gathering, repeated_keys, shown
from wardstats.interop.formats import (
    MOST_BYTES,
    json_text,
    read_bytes,
    read_format,
    toml_text,
)
from wardstats.interop.layouts import a_table
from wardstats.ward.report import WardReport

Format = Literal["json", "toml"]

SCHEMA = 1
_WRITERS: dict[str, Callable[[Mapping[str, Any]], str]] = {"json": json_text, "toml": toml_text}


def load(path: str | PathLike[str]) -> WardReport:
    """Read the report in a file, whose name ends in .json or .toml.

    Raises `FaultyRecord` with every fault of the file, and what `open` raises where there is no
    file to read.
    """
    name = _format_of(path)
    with Path(path).open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    return _report(fspath(path), lambda: read_bytes(content, name))


def loads(text: str, format: Format) -> WardReport:  # noqa: A002 - the word that is typed
    """Read the report in a text.

    >>> loads('{"schema": 1, "locality": {"code": "ward-2"}}', "json")
    Traceback (most recent call last):
    wardstats.errors.FaultyRecord: the json text, 1 fault:
      $.locality.name: nothing: expected this key; it may not be left out
    """
    if not isinstance(text, str):
        raise WrongKind(quoted(text), "text", "decode it, or load a file")
    name = _format(format)
    return _report(f"the {name} text", lambda: read_format(text, name))


def from_dict(mapping: Mapping[str, object]) -> WardReport:
    """Make a report of tables as the two formats have them."""
    return _report("the mapping", lambda: mapping)


def dump(report: WardReport, path: str | PathLike[str]) -> None:
    """Write a report to a file, whose name ends in .json or .toml."""
    content = dumps(report, _format_of(path)).encode()
    Path(path).write_bytes(content)


def dumps(report: WardReport, format: Format) -> str:  # noqa: A002 - the word that is typed
    """Write a report as text, always the same for the same report."""
    return _WRITERS[_format(format)](to_dict(report))


def to_dict(report: WardReport) -> dict[str, Any]:
    """Make plain tables of a report, as JSON has them: dates are ISO text.

    >>> from wardstats.ward import Locality
    >>> to_dict(WardReport(locality=Locality("ward-2", "Phường 2")))
    {'schema': 1, 'locality': {'code': 'ward-2', 'name': 'Phường 2'}}
    """
    if not isinstance(report, WardReport):
        raise WrongKind(quoted(report), "a WardReport", "put its parts into one")
    return {"schema": SCHEMA, **tables_of(report)}


def _format(name: Format) -> Format:
    if name in _WRITERS:
        return name
    raise Unreadable(quoted(name), "a format, 'json' or 'toml'")


def _format_of(path: str | PathLike[str]) -> Format:
    match Path(path).suffix.lower():
        case ".json":
            return "json"
        case ".toml":
            return "toml"
    raise Unreadable(quoted(fspath(path)), "a file name that ends in .json or .toml")


def _report(source: str, read: Callable[[], object]) -> WardReport:
    """Make a report of what is read, or raise all its faults under the name of their source."""
    gathering, reports = Gathering(), list[WardReport]()
    with gathering.at(""):
        record = read()
        with gathering.at("$"):
            table = a_table(record)
            gathering.faults.extend(repeated_keys(table))
            if _is_readable(table.get("schema"), gathering.faults):
                rest = {key: each for key, each in table.items() if key != "schema"}
                reports.append(report_from(rest))
    if gathering.faults:
        raise FaultyRecord(source, tuple(gathering.faults))
    return reports[0]


def _is_readable(schema: object, faults: list[Fault]) -> bool:
    """Say whether the rest may be read by this schema, and note if the file says another."""
    if type(schema) is int and schema == SCHEMA:
        return True
    faults.append(Fault("$.schema", "nothing" if schema is None else shown(schema), str(SCHEMA)))
    return type(schema) is not int

"""Laws of records: what is written is what is read, and whatever is wrong is one error of ours."""

import json
from copy import deepcopy
from importlib import import_module
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from report_strategies import SECTIONS, localities, reports
from wardstats.errors import Fault, FaultyRecord
from wardstats.interop.records import Format, dumps, from_dict, loads, to_dict
from wardstats.ward.report import WardReport

formats = st.sampled_from(get_args(Format))
slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@pytest.mark.parametrize("section", sorted(SECTIONS))
@slow
@given(data=st.data())
def test_every_section_is_read_as_it_was_written(section: str, data: st.DataObject) -> None:
    """loads(dumps(x)) == x, in both formats, section by section."""
    report = WardReport(locality=data.draw(localities), **{section: data.draw(SECTIONS[section])})
    for name in get_args(Format):
        text = dumps(report, name)
        assert loads(text, name) == report
        assert dumps(loads(text, name), name) == text


@slow
@given(reports, formats)
def test_a_report_is_read_as_it_was_written(report: WardReport, name: Format) -> None:
    """loads(dumps(x)) == x, and from_dict(to_dict(x)) == x, for reports of several sections."""
    assert loads(dumps(report, name), name) == report
    assert from_dict(to_dict(report)) == report
    assert dumps(report, name) == dumps(report, name)


@slow
@given(reports)
def test_what_is_written_validates_against_the_schema(report: WardReport) -> None:
    """A report file is what the schema in docs says, which refuses nothing that is written."""
    SCHEMA.validate(json.loads(dumps(report, "json")))


def test_a_printed_mark_is_kept() -> None:
    """The decimal mark makes no two figures of one, and yet is not lost."""
    table = {"key": "a", "name": "", "unit": "", "value": {"stated": "1.5", "decimal_mark": "."}}
    written = _record(indicators={"period": PERIOD, "list": [table]})
    assert to_dict(from_dict(written)) == written


# ---------------------------------------------------------------- what is wrong

junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 10**20)
    | st.floats()
    | st.text(max_size=5)
    | st.dates()
    | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)
misnamed = st.sampled_from(["period", "list", "end", "onlin", "", "percent", "at_least"])


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the path of every member of a record."""
    members: Any = ()
    if isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list):
        members = enumerate(value)
    found = [path] if path else []
    for key, each in members:
        found += _places(each, (*path, key))
    return found


@slow
@given(reports.map(to_dict), st.data())
def test_whatever_is_put_anywhere_is_read_or_is_faults(
    record: dict[str, Any], data: st.DataObject
) -> None:
    """A record with anything in any place is a report, or one error that names every fault."""
    wrong = deepcopy(record)
    for path in data.draw(st.lists(st.sampled_from(_places(record)), min_size=1, max_size=3)):
        *above, last = path
        place: Any = wrong
        try:
            for step in above:
                place = place[step]
            if data.draw(st.booleans()):
                place[last] = data.draw(junk)
            else:
                place.pop(last)
        except (LookupError, TypeError, AttributeError):
            continue  # a place that went with another
        if isinstance(place, dict) and data.draw(st.booleans()):
            place[data.draw(misnamed)] = data.draw(junk)
    for fault in _faults(wrong):
        assert fault.path.startswith("$")
        assert fault.given
        assert fault.expected


@slow
@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")), formats)
def test_garbage_is_one_fault_and_never_the_error_of_another_library(
    text: str, name: Format
) -> None:
    """No text is a report by chance."""
    with pytest.raises(FaultyRecord):
        loads(text, name)


# ---------------------------------------------------------------- helpers

PERIOD = {"start": "2024-01-01", "end": "2024-12-31"}


def _faults(record: dict[str, Any]) -> tuple[Fault, ...]:
    try:
        from_dict(record)
    except FaultyRecord as error:
        return error.faults
    return ()


def _record(**sections: Any) -> dict[str, Any]:
    return {"schema": 1, "locality": {"code": "ward-2", "name": "Phường 2"}, **sections}


SCHEMA = Draft202012Validator(import_module("report_schema").report_schema())

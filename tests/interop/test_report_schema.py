"""The JSON Schema of report files: up to date, and of one mind with what reads them."""

from importlib import import_module
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

MADE = import_module("report_schema")
PERIOD = {"start": "2024-01-01", "end": "2024-12-31"}


def test_the_schema_is_up_to_date() -> None:
    """`make schema` renews it."""
    assert MADE.SCHEMA_FILE.read_text(encoding="utf-8") == MADE.schema_text()


def test_the_schema_is_a_schema() -> None:
    """It follows its own rules, of draft 2020-12."""
    Draft202012Validator.check_schema(MADE.report_schema())


@pytest.mark.parametrize(
    ("section", "counts"),
    [
        ("staff", {"in_post": -1}),
        ("staff", {"in_post": "not-counted"}),
        ("staff", {"by_qualification": {"mastr": 2}}),
        ("staff", {"posts": 1}),
        ("training", {}),
        (
            "criteria",
            {"list": [{"key": "a", "name": "", "sections": [{"key": "b", "points": 1.5}]}]},
        ),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(section: str, counts: dict[str, Any]) -> None:
    """An editor that knows the schema marks the faults that need no arithmetic."""
    record = {
        "schema": 1,
        "locality": {"code": "ward-2", "name": ""},
        section: {"period": PERIOD, **counts},
    }
    assert list(Draft202012Validator(MADE.report_schema()).iter_errors(record))

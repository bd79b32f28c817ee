"""Faults: what a record is refused for, each at its path, and all of them at once."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from wardstats.errors import Fault, FaultyRecord
from wardstats.interop.faults import faults_of
from wardstats.interop.records import Format, from_dict, load, loads

HEAD = {"schema": 1, "locality": {"code": "ward-2", "name": "Phường 2"}}
PERIOD = {"start": "2024-01-01", "end": "2024-12-31"}
JSON_HEAD = '"schema": 1, "locality": {"code": "ward-2", "name": "Phường 2"}'
JSON_PERIOD = '"period": {"start": "2024-01-01", "end": "2024-12-31"}'


def faults_in(text: str, name: Format) -> tuple[Fault, ...]:
    """Give the faults of a text."""
    with pytest.raises(FaultyRecord) as caught:
        loads(text, name)
    return caught.value.faults


def faults_with(**sections: Any) -> list[tuple[str, str]]:
    """Give path and what was given of the faults of a record."""
    with pytest.raises(FaultyRecord) as caught:
        from_dict(HEAD | sections)
    return [(fault.path, fault.given) for fault in caught.value.faults]


def indicator_faults(**members: Any) -> list[Fault]:
    """Give the faults of one indicator, their paths from there."""
    table = {"key": "k", "name": "", "unit": ""} | members
    with pytest.raises(FaultyRecord) as caught:
        from_dict(HEAD | {"indicators": {"period": PERIOD, "list": [table]}})
    head = "$.indicators.list[0]"
    assert all(fault.path.startswith(head) for fault in caught.value.faults)
    return [
        Fault(fault.path.removeprefix(head), fault.given, fault.expected, fault.advice)
        for fault in caught.value.faults
    ]


# ---------------------------------------------------------------- all at once

FAULTY = """
schema = 1
locality = { code = "ward 2", nme = "Phường 2" }
[dossiers]
period = { start = 2024-12-15, end = 2024-11-14 }
onlin = 1775
brought_forward = -4
early = 1.471
on_time = "5"
overdue = true
late = 3
[dossiers.received_by_field]
certification = -1284
"x y" = 1.9
[staff]
period = 3
by_qualification = { mastr = 2 }
[reception]
letters = { petitions = { new = 2 } }
"""


def test_every_fault_of_a_file_is_named_at_once() -> None:
    """Each has its path, what was given, and what to do."""
    faults = {fault.path: fault for fault in faults_in(FAULTY, "toml")}
    assert {path: fault.given for path, fault in faults.items()} == {
        "$.locality.code": "'ward 2'",
        "$.locality.name": "nothing",
        "$.locality.nme": "unknown key",
        "$.dossiers.period": "2024-12-15 to 2024-11-14",
        "$.dossiers.onlin": "unknown key",
        "$.dossiers.late": "unknown key",
        "$.dossiers.brought_forward": "-4",
        "$.dossiers.early": "1.471",
        "$.dossiers.on_time": "'5'",
        "$.dossiers.overdue": "true",
        "$.dossiers.received_by_field.certification": "-1284",
        "$.dossiers.received_by_field['x y']": "1.9",
        "$.staff.period": "3",
        "$.staff.by_qualification.mastr": "'mastr'",
        "$.reception.period": "nothing",
        "$.reception.letters.petitions": "'petitions'",
    }
    assert faults["$.locality.nme"].advice == "is name meant?"
    assert faults["$.dossiers.onlin"].advice == "is online meant?"
    assert "returned" in faults["$.dossiers.late"].expected
    assert faults["$.dossiers.on_time"].advice == "write it without quotes"
    assert "1471" in faults["$.dossiers.early"].advice
    assert "'master'" in faults["$.staff.by_qualification.mastr"].expected


def test_the_error_names_the_file(tmp_path: Path) -> None:
    """Of many files it is known which one."""
    path = tmp_path / "ward.toml"
    path.write_text("schema = 1", encoding="utf-8")
    with pytest.raises(FaultyRecord, match=r"ward\.toml, 1 fault:\n  \$\.locality: nothing"):
        load(path)


@pytest.mark.parametrize(
    ("schema", "given"), [({}, "nothing"), ({"schema": "1"}, "'1'"), ({"schema": True}, "true")]
)
def test_the_schema_is_named_beside_other_faults(schema: dict[str, Any], given: str) -> None:
    """A schema left out, or of another type, hides nothing else."""
    with pytest.raises(FaultyRecord) as caught:
        from_dict(schema)
    assert [fault.path for fault in caught.value.faults] == ["$.schema", "$.locality"]
    assert caught.value.faults[0].given == given


def test_of_another_schema_nothing_else_is_said() -> None:
    """What a later schema means is not known here."""
    with pytest.raises(FaultyRecord) as caught:
        from_dict({"schema": 2, "wards": []})
    assert caught.value.faults == (Fault("$.schema", "2", "1"),)


def test_what_is_no_fault_of_a_record_is_raised() -> None:
    """A mistake of the program is not called a fault of the file."""
    with pytest.raises(AttributeError):
        list(faults_of(AttributeError("x"), "$"))


# ---------------------------------------------------------------- single values


@pytest.mark.parametrize(
    ("literal", "advice"),
    [
        ("435.75", 'write "435.75", in quotes'),
        ("1.471", 'write "1.471", in quotes; write 1471 if the dot groups digits'),
        ("4.0e2", "write 400"),
        ("15e-1", 'write "1.5", in quotes'),
        ("1e999999999", "write all its digits"),
        ("0." + "1" * 99, "write at most 4,000 digits"),
    ],
)
def test_a_bare_decimal_names_what_to_write(literal: str, advice: str) -> None:
    """Both formats quote the number as the file spells it, and say how to spell it exactly."""
    json = (
        f'{{{JSON_HEAD}, "criteria": {{{JSON_PERIOD}, "list": [{{"key": "k", "name": "", '
        f'"sections": [{{"key": "all", "points": {literal}}}]}}]}}}}'
    )
    toml = (
        'schema = 1\nlocality = { code = "ward-2", name = "" }\n[criteria]\n'
        "period = { start = 2024-01-01, end = 2024-12-31 }\n[[criteria.list]]\n"
        f'key = "k"\nname = ""\nsections = [{{ key = "all", points = {literal} }}]'
    )
    for fault in (*faults_in(json, "json"), *faults_in(toml, "toml")):
        assert fault.path == "$.criteria.list[0].sections[0].points"
        assert fault.given.strip("'").startswith(literal[:50])
        assert "'435.75'" in fault.expected
        assert fault.advice == advice


def test_a_float_is_refused_by_its_digits() -> None:
    """A float of Python is no exact figure, either."""
    (fault,) = indicator_faults(value=435.75)
    assert (fault.path, fault.given) == (".value", "435.75")
    assert fault.advice == 'write "435.75", in quotes'


@pytest.mark.parametrize("name", ["json", "toml"])
def test_a_bare_decimal_of_toml_may_have_underscores(name: Format) -> None:
    """NaN, infinities and underscores are quoted as they stand."""
    literals = ["NaN", "-Infinity"] if name == "json" else ["nan", "-inf", "1_000.5"]
    for literal in literals:
        record = {
            "json": f'{{{JSON_HEAD}, "staff": {{{JSON_PERIOD}, "in_post": {literal}}}}}',
            "toml": 'schema = 1\nlocality = { code = "a", name = "" }\n[staff]\n'
            f"period = {{ start = 2024-01-01, end = 2024-12-31 }}\nin_post = {literal}",
        }
        (fault,) = faults_in(record[name], name)
        assert (fault.path, fault.given, fault.expected) == (
            "$.staff.in_post",
            literal,
            "a whole number",
        )
        assert fault.advice == (
            "a count has no decimals"
            if "5" in literal
            else "leave the key out where it is not known"
        )


@pytest.mark.parametrize(
    ("value", "given"),
    [
        ("12", "'12'"),
        ("1,5", "'1,5'"),
        ("1.5e3", "'1.5e3'"),
        ("1/0", "'1/0'"),
        ("٣.٥", "'٣.٥'"),
        (True, "true"),
        (None, "null"),
        ([1], "a list"),
        (10**4000, "int too long to print"),
    ],
)
def test_what_is_no_exact_number_is_refused(value: object, given: str) -> None:
    """A number has one spelling."""
    (fault,) = indicator_faults(value=value)
    assert fault.path == ".value"
    assert fault.given.startswith(given) or value == 10**4000


def test_numbers_without_end_are_refused() -> None:
    """More digits than a figure has are no figure, as text or not, in either format."""
    (fault,) = indicator_faults(value="1." + "0" * 4000)
    assert fault.expected == "at most 4,000 digits"
    digits = "9" * 5000
    (fault,) = faults_in(
        f'{{{JSON_HEAD}, "staff": {{{JSON_PERIOD}, "in_post": {digits}}}}}', "json"
    )
    assert fault.advice == "write at most 4,000 digits"
    (fault,) = faults_in(f"schema = {digits}", "toml")
    assert fault.expected == "at most 4,000 digits"


def test_dates_are_days() -> None:
    """A time, a day of no calendar, and other spellings of ISO are refused."""
    noon = datetime(2024, 1, 1, 12, tzinfo=UTC)
    for day in (noon, "2024-02-30", "20240101", "01/01/2024", None, 20240101):
        ((path, _),) = faults_with(dated=day)
        assert path == "$.dated"


def test_text_is_text_and_yes_is_no_truth() -> None:
    """Numbers stay numbers, and only true and false are bools."""
    kind = {"code": "kp1", "kind": "to-dan-pho"}
    for wrong in (1, "yes", None):
        assert faults_with(
            neighbourhoods={
                "period": PERIOD,
                "list": [kind | {"local_name": 5, "head_elected": wrong}],
            }
        ) == [
            ("$.neighbourhoods.list[0].local_name", "5"),
            ("$.neighbourhoods.list[0].head_elected", "null" if wrong is None else repr(wrong)),
        ]
    assert faults_with(locality={"code": "a", "name": "\ud800"})[0][0] == "$.locality.name"
    assert faults_with(locality={"code": "a", "name": None})[0][1] == "null"


def test_not_counted_is_said_only_where_it_must_be() -> None:
    """A count is left out where it is not known; null is a fault."""
    assert faults_with(dossiers={"period": PERIOD, "early": "not-counted", "on_time": None}) == [
        ("$.dossiers.early", "'not-counted'"),
        ("$.dossiers.on_time", "null"),
    ]


def test_tables_and_lists_are_not_mistaken() -> None:
    """Text is no list of letters, and a table no list of keys."""
    assert faults_with(staff=[]) == [("$.staff", "a list")]
    assert faults_with(staff=None) == [("$.staff", "null")]
    assert faults_with(training={"period": PERIOD, "list": "abc"}) == [("$.training.list", "'abc'")]
    assert faults_with(training={"period": PERIOD, "list": None}) == [("$.training.list", "null")]
    assert faults_with(training={"list": [{}], "lists": 1}) == [
        ("$.training.list[0].topic", "nothing"),
        ("$.training.lists", "unknown key"),
        ("$.training.period", "nothing"),
    ]
    assert faults_with(**{"": 1}) == [("$['']", "unknown key")]


# ---------------------------------------------------------------- figures and targets


def test_a_figure_is_one_of_its_forms() -> None:
    """Which forms there are is said."""
    (fault,) = indicator_faults(value={"of": 3})
    assert fault.given == "another table"
    assert fault.expected == (
        "a number or a table with stated or a table with part or a table with amount"
    )
    (fault,) = indicator_faults(growth=20)
    assert fault.expected == "a table with percent or a table with stated"
    (fault,) = indicator_faults(value={"part": 72, "whole": 71})
    assert (fault.path, fault.given) == (".value", "72 of 71")


@pytest.mark.parametrize(
    "members",
    [
        {"stated": "1.000,3%"},
        {"stated": "20.7 %"},
        {"stated": 20},
        {"stated": "1" * 5000},
        {"stated": "1", "scale": 19},
        {"stated": "1%", "scale": 9},
        {"stated": "1", "decimal_mark": ";"},
        {"stated": "1", "reach": "about"},
        {"stated": "1", "kind": "percent"},
    ],
)
def test_a_figure_as_printed_has_one_form(members: dict[str, Any]) -> None:
    """What no report prints is refused."""
    (fault,) = indicator_faults(value=members)
    assert fault.path.startswith(".value")


def test_a_target_is_one_target() -> None:
    """None, two, and a range without two ends are refused, beside what else is wrong."""
    faults = indicator_faults(
        targets=[
            {"set_by": "ward"},
            {"at_least": 1, "at_most": 2, "by": "ward"},
            {"between": [{"points": 1}], "set_by": "ward"},
            {"at_least": {"percent": 1}, "set_by": "ward"},
            3,
        ]
    )
    assert [(fault.path, fault.given) for fault in faults] == [
        (".targets[0]", "no target"),
        (".targets[1].by", "unknown key"),
        (".targets[1].set_by", "nothing"),
        (".targets[1]", "at_least and at_most"),
        (".targets[2].between", "a list of 1"),
        (".targets[3]", "AtLeast(Percent(1))"),
        (".targets[4]", "3"),
    ]


def test_a_size_band_has_one_end_a_side() -> None:
    """At least and more than are two answers to one question."""
    band = {"key": "any", "at_least": 1, "more_than": 2}
    neighbourhood = {"code": "kp1", "kind": "thon", "local_name": "", "size_band": band}
    assert faults_with(neighbourhoods={"period": PERIOD, "list": [neighbourhood]}) == [
        ("$.neighbourhoods.list[0].size_band", "at_least and more_than")
    ]


# ---------------------------------------------------------------- bad files


def test_keys_that_stand_twice_are_faults() -> None:
    """JSON would keep the last one without a word; TOML refuses them itself."""
    text = (
        '{"schema": 1, "schema": 1, "locality": {"code": "a", "name": "", "code": "b"}, '
        f'"training": {{{JSON_PERIOD}, "list": [{{"topic": "", "topic": ""}}]}}}}'
    )
    faults = faults_in(text, "json")
    assert [(fault.path, fault.given) for fault in faults] == [
        ("$.schema", "a key given twice"),
        ("$.training.list[0].topic", "a key given twice"),
        ("$.locality.code", "a key given twice"),
    ]
    (fault,) = faults_in("schema = 1\nschema = 1", "toml")
    assert fault.path == "end of document"


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"", "line 1, column 1"),
        (b"[1]", "$"),
        (b'{"schema": 1 2}', "line 1, column 14"),
        (b"\xef\xbb\xbf{}", "line 1"),
        (b'{\n"a": "\xff"}', "line 2"),
        (b"a" * 10_000_000, "$"),
        (b"a" * 1_000_001, "$"),
        (b"\xe1\xbb\x9d" * 4_000_000, "$"),
        (b"[" * 900_000, "$"),
        (b'{"a":' * 100_000, "$"),
    ],
    ids=["empty", "list", "comma", "bom", "utf-8", "large", "long", "cut", "deep", "deep-tables"],
)
def test_bad_json_is_one_fault(content: bytes, path: str, tmp_path: Path) -> None:
    """Whatever a file holds, the error is ours, and says where."""
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    with pytest.raises(FaultyRecord) as caught:
        load(file)
    (fault,) = caught.value.faults
    assert fault.path == path
    assert caught.value.given == f"{file}, 1 fault"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("schema = 1\nlocality", "line 2, column 9"),
        ("a = {", "$"),
        ("a = 2024-02-30", "line 1, column 5"),
        ("a = " + "[" * 9_000, "$"),
        ("\ufeffschema = 1", "line 1"),
        ("schema = 1\n" + "a." * 6_000 + "a = 1", "line 2"),
    ],
    ids=["unfinished", "open", "day", "deep", "bom", "dotted"],
)
def test_bad_toml_is_one_fault(text: str, path: str) -> None:
    """The place is tomllib's, where it has one."""
    (fault,) = faults_in(text, "toml")
    assert fault.path.startswith(path) or fault.path == "end of document"


def test_what_is_deep_but_readable_is_a_fault_of_its_place() -> None:
    """A list in lists in lists is no count, however deep."""
    deep = "[" * 500 + "]" * 500
    faults = faults_in(f'{{{JSON_HEAD}, "dated": {deep}, "x": {deep}}}', "json")
    assert [fault.path for fault in faults] == ["$.dated", "$.x"]
    looped: dict[str, Any] = dict(HEAD)
    looped["dossiers"] = looped
    with pytest.raises(FaultyRecord):
        from_dict(looped)

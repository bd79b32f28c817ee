"""Records: reports in JSON and TOML, their layout, and the doors to it."""

import json
import pickle
import subprocess
import sys
import tomllib
from datetime import date
from fractions import Fraction
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve

from wardstats import AtLeast, Between, Interval, Percent, Points, Rate, Ratio, Stated
from wardstats.errors import (
    Fault,
    FaultyRecord,
    MissingExtra,
    OutOfRange,
    TooLong,
    Unreadable,
    WrongKind,
)
from wardstats.interop import conversion, faults, formats
from wardstats.interop.records import dump, dumps, from_dict, load, loads, to_dict
from wardstats.ward import (
    CaseFlow,
    CriteriaSection,
    CriteriaSet,
    DossierFlow,
    Indicator,
    IndicatorTarget,
    Judges,
    LetterKind,
    Letters,
    Locality,
    Neighbourhood,
    NeighbourhoodKind,
    Period,
    Qualification,
    Reception,
    Section,
    Simplification,
    SizeBand,
    Staff,
    WardReport,
)

TEXT = """\
schema = 1
dated = 2024-11-29

[locality]
code = "ward-2"
name = "Phường 2"

[dossiers]
period = {start = 2023-12-15, end = 2024-11-14}
early = 1484
resolved_untimed = "not-counted"
online = 1775

[dossiers.received_by_field]
certification = 1284

[simplifications]
period = {start = 2024-01-01, end = 2024-12-31}

[[simplifications.list]]
code = "1.012379.H50"
service_field = "emulation"
days_before = 10
days_after = 5

[staff]
period = {start = 2024-01-01, end = 2024-12-31}
in_post = 18

[staff.by_qualification]
master = 2
university = 16

[training]
period = {start = 2024-01-01, end = 2024-12-31}
list = []

[neighbourhoods]
period = {start = 2024-01-01, end = 2024-12-31}

[[neighbourhoods.list]]
code = "kp1"
kind = "to-dan-pho"
local_name = "Khu phố 1"
size_band = {key = "350-500", at_least = 350, less_than = "500.5"}
head_elected = false

[reception]
period = {start = 2024-01-01, end = 2024-12-31}

[reception.letters.petition]
new = 10

[indicators]
period = {start = 2024-01-01, end = 2024-12-31}

[[indicators.list]]
key = "trade"
name = "Doanh thu"
unit = "dong"
value = {stated = "435.75", scale = 9, reach = "nearly"}
growth = {stated = "20.7%"}
targets = [
    {between = [{percent = 19}, {percent = "20.5"}], set_by = "ward", judges = "growth"},
    {at_least = 100, set_by = "ward"},
]

[[indicators.list]]
key = "third-child"
name = "Con thứ 3"
unit = "child"
value = {part = 15, whole = 71}
point_change = {points = "1.4"}
is_provisional = true

[[indicators.list]]
key = "vaccinated"
name = "Tiêm chủng"
unit = "child"
value = {amount = 971, base = "1484/3", per = 1000}

[criteria]
period = {start = 2024-01-01, end = 2024-12-31}

[[criteria.list]]
key = "par-index"
name = "Cải cách hành chính"
sections = [
    {key = "appraisal", points = "43.26", maximum = 60},
]
"""

YEAR = Period.calendar_year(2024)
REPORT = WardReport(
    locality=Locality("ward-2", "Phường 2"),
    dated=date(2024, 11, 29),
    dossiers=Section(
        Period(date(2023, 12, 15), date(2024, 11, 14)),
        DossierFlow(
            early=1484,
            resolved_untimed=None,
            online=1775,
            received_by_field={"certification": 1284},
        ),
    ),
    simplifications=Section(YEAR, [Simplification("1.012379.H50", "emulation", 10, 5)]),
    staff=Section(
        YEAR,
        Staff(in_post=18, by_qualification={Qualification.MASTER: 2, Qualification.UNIVERSITY: 16}),
    ),
    training=Section(YEAR, []),
    neighbourhoods=Section(
        YEAR,
        [
            Neighbourhood(
                code="kp1",
                kind=NeighbourhoodKind.TO_DAN_PHO,
                local_name="Khu phố 1",
                size_band=SizeBand("350-500", Interval(350, Fraction(1001, 2), high_closed=False)),
                head_elected=False,
            )
        ],
    ),
    reception=Section(YEAR, Reception(letters=Letters({LetterKind.PETITION: CaseFlow(new=10)}))),
    indicators=Section(
        YEAR,
        [
            Indicator(
                "trade",
                "Doanh thu",
                "dong",
                Stated.nearly(Stated.number("435.75", scale=9)),
                growth=Stated.percent("20.7"),
                targets=[
                    IndicatorTarget(Between(Percent(19), Percent("20.5")), "ward", Judges.GROWTH),
                    IndicatorTarget(AtLeast(100), "ward"),
                ],
            ),
            Indicator(
                "third-child",
                "Con thứ 3",
                "child",
                Rate(15, 71),
                point_change=Points("1.4"),
                is_provisional=True,
            ),
            Indicator("vaccinated", "Tiêm chủng", "child", Ratio(971, Fraction(1484, 3), per=1000)),
        ],
    ),
    criteria=Section(
        YEAR,
        [
            CriteriaSet(
                "par-index",
                "Cải cách hành chính",
                [CriteriaSection("appraisal", points=Fraction(4326, 100), maximum=60)],
            )
        ],
    ),
)


def test_a_report_reads_as_it_would_be_typed() -> None:
    """The layout, in full: sections as tables, lists as arrays of tables, the rest inline."""
    assert loads(TEXT, "toml") == REPORT
    assert dumps(REPORT, "toml") == TEXT


def test_json_and_plain_tables_hold_the_same() -> None:
    """One layout in every form, with dates as ISO text; native dates are read, too."""
    tables = to_dict(REPORT)
    assert json.loads(dumps(REPORT, "json")) == tables
    assert "Phường 2" in dumps(REPORT, "json")
    assert tables["dossiers"]["period"] == {"start": "2023-12-15", "end": "2024-11-14"}
    assert from_dict(tables) == from_dict(tomllib.loads(TEXT)) == REPORT


@pytest.mark.parametrize("name", ["report.json", "report.TOML"])
def test_files_are_written_and_read_by_their_suffix(tmp_path: Path, name: str) -> None:
    """A file is UTF-8 whatever the locale, and its name may be text or a path."""
    dump(REPORT, tmp_path / name)
    assert load(str(tmp_path / name)) == REPORT
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text == dumps(REPORT, "json" if name.endswith("json") else "toml")


def test_other_formats_are_refused(tmp_path: Path) -> None:
    """Which formats there are is said."""
    wrong: Any = "yaml"
    for call in (
        lambda: load(tmp_path / "report.yaml"),
        lambda: dump(REPORT, tmp_path / "report"),
        lambda: loads("", wrong),
        lambda: dumps(REPORT, wrong),
    ):
        with pytest.raises(Unreadable, match="json"):
            call()


def test_what_is_no_report_or_no_text_is_refused() -> None:
    """Misuse is an error of its own, no fault of a record."""
    wrong: Any = {"schema": 1}
    for call in (lambda: to_dict(wrong), lambda: loads(wrong, "json")):
        with pytest.raises(WrongKind):
            call()


def test_a_missing_file_is_what_open_says(tmp_path: Path) -> None:
    """FileNotFoundError is what a caller expects."""
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.toml")


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    """Half a character, a name that is none, and a number without end are refused in time."""
    path = tmp_path / "report.json"
    wrong: Any = 5
    long = Indicator("long", "", "", 10**4000)
    for report, error in (
        (evolve(REPORT, locality=Locality("ward-2", "\ud800")), OutOfRange),
        (evolve(REPORT, locality=Locality("ward-2", wrong)), WrongKind),
        (evolve(REPORT, indicators=Section(YEAR, [long])), TooLong),
    ):
        with pytest.raises(error):
            dump(report, path)
        assert not path.exists()


def test_the_core_does_without_the_extra() -> None:
    """`import wardstats` and its ward load neither cattrs nor tomlkit."""
    script = (
        "import sys, wardstats.ward, wardstats.interop, wardstats.vi;"
        "sys.exit(bool({'cattrs', 'tomlkit'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603


@pytest.mark.parametrize(
    ("room", "library"),
    [(faults, "cattrs.errors"), (conversion, "cattrs"), (formats, "tomlkit")],
    ids=["faults", "conversion", "formats"],
)
def test_without_the_extra_its_name_is_said(
    room: ModuleType, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing, and how to install it, is an ImportError of ours."""
    monkeypatch.setitem(sys.modules, library, None)
    spec = spec_from_file_location(f"again_{room.__name__}", str(room.__file__))
    assert spec is not None
    assert spec.loader is not None
    with pytest.raises(MissingExtra, match=r"pip install wardstats\[records\]") as caught:
        spec.loader.exec_module(module_from_spec(spec))
    assert isinstance(caught.value, ImportError)
    assert caught.value.given == f"{library.partition('.')[0]} is not installed"


def test_an_error_lists_at_most_fifty_faults() -> None:
    """A file of another kind does not fill the screen; all faults stay attributes."""
    listed = tuple(Fault(f"$.a{number}", "1", "2") for number in range(53))
    error = FaultyRecord("report.toml", listed)
    assert str(error).splitlines()[0] == "report.toml, 53 faults:"
    assert str(error).splitlines()[-2:] == ["  $.a49: 1: expected 2", "  and 3 more"]
    again = pickle.loads(pickle.dumps(error))
    assert (again.faults, str(again)) == (listed, str(error))

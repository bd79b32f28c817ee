"""The door of frames: what is let in, by which names, codes and types, and what is refused."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from frame_engines import EMBEDDED, Build, rows_of
from wardstats.errors import (
    ConflictingFigures,
    FaultyRecord,
    MissingExtra,
    NotInForce,
    OutOfRange,
    UnknownKey,
    WrongKind,
)
from wardstats.interop import engines
from wardstats.interop.frames import (
    FaultKind,
    FaultyRows,
    FrameFaults,
    RowFaults,
    dossier_flows,
    flows,
    frame_faults,
    household_counts,
    roll_up,
    staff_counts,
    summaries,
    turnouts,
)
from wardstats.ward import (
    Area,
    Channel,
    DossierFlow,
    EarlyBoundary,
    HouseholdCounts,
    NeighbourhoodCounts,
    Period,
    Staff,
    StaffGroup,
)

NOVEMBER = Period.reporting_month(2024, 11)
every_engine = pytest.mark.parametrize("build", EMBEDDED.values(), ids=[*EMBEDDED])

DOSSIERS = pa.table(
    {
        "ward": ["w2", "w2", "w7"],
        "service_field": ["land"] * 3,
        "channel": ["online", "in-person", "postal"],
        "received": [date(2024, 11, 4), date(2024, 10, 1), date(2024, 11, 12)],
        "due": [date(2024, 11, 8), date(2024, 10, 21), date(2024, 11, 20)],
        "resolved": [date(2024, 11, 8), date(2024, 10, 21), None],
    }
)


def changed(column: str, values: list[Any], kind: pa.DataType | None = None) -> pa.Table:
    place = DOSSIERS.column_names.index(column)
    return DOSSIERS.set_column(place, column, pa.array(values, kind))


def faults_of(call: Callable[[], object]) -> list[str]:
    with pytest.raises(FaultyRecord) as caught:
        call()
    return [str(fault) for fault in caught.value.faults]


# ---------------------------------------------------------------- names, codes, options


@every_engine
def test_the_columns_come_back_in_the_order_of_the_form(build: Build) -> None:
    result = dossier_flows(build(DOSSIERS), NOVEMBER)
    assert list(rows_of(result)[0]) == [
        *("ward", "service_field", "online", "in_person_or_postal", "brought_forward"),
        *("early", "on_time", "overdue", "pending_within_deadline", "pending_overdue"),
    ]


@every_engine
def test_columns_have_the_names_that_the_caller_gives(build: Build) -> None:
    names = {"ward": "ma_xa", "channel": "kenh", "resolved": "ngày trả"}
    table = DOSSIERS.rename_columns([names.get(name, name) for name in DOSSIERS.column_names])
    result = dossier_flows(build(table), NOVEMBER, ["ward"], columns=names)
    assert flows(result) == flows(dossier_flows(DOSSIERS, NOVEMBER, ["ward"]))


def test_any_column_can_be_counted_by() -> None:
    by_channel = flows(dossier_flows(DOSSIERS, NOVEMBER, ["channel"]))
    assert {key: flow.received_total for key, flow in by_channel.items()} == {
        ("online",): 1,
        ("in-person",): 1,
        ("postal",): 1,
    }


@every_engine
@pytest.mark.parametrize(
    "codes", [{"TT": Channel.ONLINE, "TTIEP": Channel.IN_PERSON, "BC": Channel.POSTAL}]
)
def test_channels_have_the_codes_that_the_caller_gives(
    build: Build, codes: dict[str, Channel]
) -> None:
    table = changed("channel", ["TT", "TTIEP", "BC"])
    result = dossier_flows(build(table), NOVEMBER, codes={"channel": codes})
    assert flows(result) == flows(dossier_flows(DOSSIERS, NOVEMBER))


@every_engine
def test_codes_may_be_numbers_and_many(build: Build) -> None:
    """Several codes may stand for one channel."""
    table = changed("channel", [1, 12, 3], pa.int64())
    codes = dict.fromkeys(range(2, 20), Channel.POSTAL) | {1: Channel.ONLINE}
    result = dossier_flows(build(table), NOVEMBER, codes={"channel": codes})
    assert flows(result) == flows(dossier_flows(DOSSIERS, NOVEMBER))


@every_engine
def test_a_channel_may_have_no_code(build: Build) -> None:
    """Then nothing comes in by it."""
    table = changed("channel", ["post"] * 3)
    result = dossier_flows(build(table), NOVEMBER, (), codes={"channel": {"post": Channel.POSTAL}})
    assert flows(result)[()].online == 0


def test_keys_may_be_numbers_or_days() -> None:
    table = DOSSIERS.append_column("number", pa.array([26734, 26734, 1], pa.int32()))
    for build in EMBEDDED.values():
        result = flows(dossier_flows(build(table), NOVEMBER, ["number"]))
        assert {key: flow.received_total for key, flow in result.items()} == {
            (26734,): 2,
            (1,): 1,
        }
    assert len(flows(dossier_flows(DOSSIERS, NOVEMBER, ["received"]))) == 3


def test_a_service_field_by_number_is_its_text_in_the_flow() -> None:
    table = changed("service_field", [7, 7, 7], pa.int64())
    (flow,) = flows(dossier_flows(table, NOVEMBER, ["service_field"])).values()
    assert flow.received_by_field == (("7", 3),)


@every_engine
def test_of_times_the_day_counts(build: Build) -> None:
    """A dossier received in the evening of the last day is of the period."""
    table = DOSSIERS
    for name in ("received", "due", "resolved"):
        times = [
            None if day is None else datetime(day.year, day.month, day.day, 23 - place, 59)  # noqa: DTZ001
            for place, day in enumerate(DOSSIERS[name].to_pylist())
        ]
        place = table.column_names.index(name)
        table = table.set_column(place, name, pa.array(times, pa.timestamp("us")))
    late = Period(NOVEMBER.start, date(2024, 11, 12))
    for period in (NOVEMBER, late):
        assert flows(dossier_flows(build(table), period)) == flows(dossier_flows(DOSSIERS, period))


def test_a_period_that_is_not_over_is_counted_as_of_a_day() -> None:
    early = flows(dossier_flows(DOSSIERS, NOVEMBER, (), as_of=date(2024, 11, 7)))[()]
    assert (early.resolved_total, early.pending_within_deadline) == (1, 1)
    with pytest.raises(OutOfRange, match="expected a day from 2024-10-15 to 2024-11-14"):
        dossier_flows(DOSSIERS, NOVEMBER, as_of=date(2024, 11, 15))


def test_the_boundary_is_a_member() -> None:
    for table in (DOSSIERS, pl.DataFrame(DOSSIERS)):
        result = dossier_flows(table, NOVEMBER, (), boundary=EarlyBoundary.ON_DUE_DATE)
        assert (flows(result)[()].early, flows(result)[()].on_time) == (2, 0)
    with pytest.raises(WrongKind):
        dossier_flows(DOSSIERS, NOVEMBER, boundary="on-due-date")  # type: ignore[arg-type]
    with pytest.raises(WrongKind):
        dossier_flows(DOSSIERS, NOVEMBER, faulty="apart")  # type: ignore[arg-type]
    with pytest.raises(WrongKind):
        dossier_flows(pl.DataFrame(DOSSIERS), NOVEMBER, faulty=True)  # type: ignore[arg-type]


def test_a_lazy_frame_that_keeps_faulty_rows_apart_is_not_run() -> None:
    """What would fail in running is told only when the caller runs it."""

    def fail(_: object) -> pl.DataFrame:
        raise AssertionError("run")

    lazy = pl.DataFrame(DOSSIERS).lazy().map_batches(fail, schema=None)
    result = dossier_flows(lazy, NOVEMBER, faulty=FaultyRows.APART)
    assert isinstance(result, pl.LazyFrame)
    with pytest.raises(Exception, match="run"):
        result.collect()
    with pytest.raises(Exception, match="run"):
        dossier_flows(lazy, NOVEMBER)


def test_so_many_keys_that_not_all_their_pairs_can_be_counted() -> None:
    """Only those that there are, are."""
    number = 2500
    table = pa.table(
        {
            "ward": [f"w{place}" for place in range(number)],
            "dossier": [f"d{place}" for place in range(number)],
            "channel": ["online"] * number,
            **dict.fromkeys(["received", "due"], pa.array([date(2024, 11, 4)] * number)),
            "resolved": pa.array([None] * number, pa.date32()),
        }
    )
    result = flows(dossier_flows(table, NOVEMBER, ["ward", "dossier"]))
    assert len(result) == number
    assert result["w7", "d7"].online == 1


def test_a_dictionary_that_has_a_value_twice_makes_one_group() -> None:
    codes = pa.DictionaryArray.from_arrays(pa.array([0, 1, 2], pa.int8()), ["w2", "w2", None])
    table = DOSSIERS.set_column(0, "ward", codes)
    result = dossier_flows(table, NOVEMBER, ["ward"], faulty=FaultyRows.APART)
    read = {row["ward"]: (row["early"] + row["on_time"], row["faulty"]) for row in rows_of(result)}
    assert read == {"w2": (2, 0), None: (0, 1)}


def test_keys_come_back_as_the_type_they_were() -> None:
    """Categories stay categories, and dictionaries dictionaries."""
    for name in ("pandas", "pandas of arrow", "pandas of categories", "polars"):
        frame = EMBEDDED[name](DOSSIERS)
        result = dossier_flows(frame, NOVEMBER)
        assert [str(result[key].dtype) for key in ("ward", "service_field")] == [
            str(frame[key].dtype) for key in ("ward", "service_field")
        ]
    coded = EMBEDDED["pyarrow of codes"](DOSSIERS)
    kind = dossier_flows(coded, NOVEMBER).schema.field("ward").type
    assert pa.types.is_dictionary(kind)
    rolled = roll_up(dossier_flows(coded, NOVEMBER), {"all": [], "w": ["ward", "service_field"]})
    assert pa.types.is_dictionary(rolled.schema.field("ward").type)


# ---------------------------------------------------------------- what is refused


@every_engine
def test_missing_columns_and_wrong_types_are_told_at_once(build: Build) -> None:
    table = changed("due", ["2024-11-08"] * 3).drop_columns(["channel", "ward"])
    told = faults_of(lambda: dossier_flows(build(table), NOVEMBER))
    assert told[:2] == [
        f"$.{name}: missing: expected a column of {kinds}; name the column that has it"
        for name, kinds in (
            ("ward", "text, categories, whole numbers, dates or truth values"),
            ("channel", "text, categories or whole numbers"),
        )
    ]
    assert told[2].endswith(
        "expected dates, or times without a zone; parse text into dates; turn times with a zone "
        "into local times without"
    )
    assert len(told) == 3


def test_times_with_a_zone_are_refused() -> None:
    """Which day they fall on depends on where one stands."""
    noon = datetime(2024, 11, 4, 12, tzinfo=UTC)
    zoned = changed("received", [noon] * 3, pa.timestamp("us", "UTC"))
    assert len(faults_of(lambda: dossier_flows(zoned, NOVEMBER))) == 1


def test_days_as_objects_of_pandas_are_refused() -> None:
    told = faults_of(lambda: dossier_flows(DOSSIERS.to_pandas(date_as_object=True), NOVEMBER))
    assert [each.partition(":")[0] for each in told] == ["$.received", "$.due", "$.resolved"]


def test_floats_are_refused_as_counts_money_and_facts() -> None:
    meetings = pd.DataFrame({"ward": ["w2"], "representatives": [320.0], "attended": [None]})
    told = faults_of(lambda: turnouts(meetings))
    assert told[0] == (
        "$.representatives: type Float64: expected whole numbers; a float may have been rounded "
        "unseen; for nulls take a type that has them"
    )
    homes = pl.DataFrame(
        {"ward": ["w2"], "area": ["rural"], "income_per_person": [1.5e6], "deprivations": [3]}
    )
    assert len(faults_of(lambda: household_counts(homes, date(2024, 1, 1)))) == 1


@every_engine
def test_faulty_rows_are_refused_with_what_is_wrong(build: Build) -> None:
    table = pa.concat_tables(
        [
            DOSSIERS,
            pa.table(
                {
                    "ward": [None, "w2"],
                    "service_field": ["land", "land"],
                    "channel": ["fax", None],
                    "received": [date(2024, 11, 4), date(2024, 11, 4)],
                    "due": [date(2024, 11, 1), None],
                    "resolved": [date(2024, 11, 1), None],
                },
                schema=DOSSIERS.schema,
            ),
        ]
    )
    expected = [
        "$.ward: 1 row with null: expected a key in every row; name what is not known",
        "$.channel: 1 row with null: expected a value in every row",
        "$.channel: 1 row with an unknown code: expected 'online', 'in-person', 'postal'",
        "$.due: 1 row with null: expected a value in every row",
        "$.due: 1 row before received: expected a day on or after it; check the two dates",
        "$.resolved: 1 row before received: expected a day on or after it; check the two dates",
    ]
    assert faults_of(lambda: dossier_flows(build(table), NOVEMBER)) == expected
    found = frame_faults(build(table), DossierFlow)
    assert (found.rows, found.faulty) == (5, 2)
    assert RowFaults("channel", FaultKind.UNKNOWN_CODE, 1) in found.by_fault


def test_a_table_without_faults_has_none() -> None:
    assert frame_faults(DOSSIERS, DossierFlow) == FrameFaults(3, 0, (), ())


@every_engine
def test_negative_numbers_are_faults(build: Build) -> None:
    meetings = pa.table({"ward": ["w2"], "representatives": [-1], "attended": [3]})
    assert faults_of(lambda: turnouts(build(meetings))) == [
        "$.representatives: 1 row below 0: expected 0 or more"
    ]
    (row,) = rows_of(turnouts(build(meetings), faulty=FaultyRows.APART))
    assert row == {
        "ward": "w2",
        **dict.fromkeys(["neighbourhoods", "representatives", "attended"], 0),
        "faulty": 1,
    }


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        (
            {"by": "ward"},
            WrongKind,
            r"'ward': expected several columns to count by; as \('ward',\)",
        ),
        ({"by": ["early"]}, ConflictingFigures, "'early', both a key and what is counted"),
        ({"columns": {"wards": "x"}}, UnknownKey, "'wards': expected one of ward, service_field,"),
        ({"codes": {"channels": {}}}, UnknownKey, "'channels': expected one of channel"),
        ({"codes": {"channel": {"x": "online"}}}, WrongKind, "'online': expected a member of Ch"),
        (
            {"codes": {"channel": {1: Channel.ONLINE}}},
            WrongKind,
            "the code 1: expected text, as in the column channel",
        ),
    ],
)
def test_misuse_is_told(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        dossier_flows(DOSSIERS, NOVEMBER, **options)


def test_what_is_no_frame_is_refused() -> None:
    with pytest.raises(WrongKind, match="'list': expected a dataframe, of pandas, Polars"):
        dossier_flows([1, 2], NOVEMBER)
    with pytest.raises(WrongKind, match="expected one of DossierFlow, HouseholdCounts"):
        frame_faults(DOSSIERS, Period)


# ---------------------------------------------------------------- households and staff


@pytest.mark.parametrize("build", [pl.DataFrame, lambda table: table, duckdb.from_arrow])
def test_incomes_may_be_decimals(build: Build) -> None:
    homes = pa.table(
        {
            "ward": ["w2"] * 3,
            "area": ["N", "N", "T"],
            "income_per_person": pa.array(
                [Decimal("1500000.00"), Decimal("1500000.01"), Decimal(9)], pa.decimal128(12, 2)
            ),
            "deprivations": [3, 3, 2],
        }
    )
    codes = {"area": {"N": Area.RURAL, "T": Area.URBAN}}
    result = household_counts(build(homes), date(2024, 12, 31), codes=codes)
    assert summaries(result, HouseholdCounts) == {
        ("w2",): HouseholdCounts(households=3, poor=1, near_poor=1)
    }
    with pytest.raises(NotInForce):
        household_counts(build(homes), date(2019, 12, 31), codes=codes)


def test_staff_have_the_codes_that_the_caller_gives() -> None:
    none = pa.array([None] * 2, pa.string())
    staff = pa.table(
        {
            "ward": ["w2", "w2"],
            "group": ["CB", "CC"],
            **dict.fromkeys(["qualification", "political_theory", "quality_rating"], none),
            "meets_standard": [True, True],
        }
    )
    codes = {"group": {"CB": StaffGroup.CADRE, "CC": StaffGroup.CIVIL_SERVANT}}
    for build in EMBEDDED.values():
        result = staff_counts(build(staff), codes=codes)
        assert summaries(result, Staff) == {
            ("w2",): Staff(
                in_post=2,
                by_group={StaffGroup.CADRE: 1, StaffGroup.CIVIL_SERVANT: 1},
                meeting_standard=2,
            )
        }


# ---------------------------------------------------------------- results


@pytest.mark.parametrize(
    ("read", "names"),
    [
        (flows, ["online", "early"]),
        (lambda result: summaries(result, HouseholdCounts), ["households"]),
    ],
)
def test_what_is_no_result_is_refused(read: Callable[[Any], object], names: list[str]) -> None:
    told = faults_of(lambda: read(pl.DataFrame({name: [1] for name in names})))
    assert all(each.endswith("missing: expected a column of counts") for each in told)


def test_a_key_that_has_two_rows_is_refused() -> None:
    result = pl.DataFrame(dossier_flows(DOSSIERS, NOVEMBER))
    with pytest.raises(ConflictingFigures, match="expected one row a key"):
        flows(pl.concat([result, result]))


def test_summaries_are_read_as_what_they_are() -> None:
    with pytest.raises(WrongKind, match="expected one of HouseholdCounts, Staff, Neighbourhood"):
        summaries(DOSSIERS, DossierFlow)  # type: ignore[type-var]
    meetings = pl.DataFrame({"ward": ["w2"], "representatives": [1535], "attended": [1471]})
    read = summaries(turnouts(meetings), NeighbourhoodCounts)
    assert str(read["w2",].turnout) == "Rate(1471, 1535)"


# ---------------------------------------------------------------- what is loaded


def test_frames_load_no_engine() -> None:
    """Numpy, too, is loaded only for what lies in memory."""
    loaded = "{'numpy', 'pandas', 'polars', 'pyarrow', 'duckdb'} & set(sys.modules)"
    script = f"import sys, wardstats.interop.frames; sys.exit(bool({loaded}))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    spec = spec_from_file_location("again", str(engines.__file__))
    assert spec is not None
    assert spec.loader is not None
    with pytest.raises(MissingExtra, match=r"pip install wardstats\[frames\]"):
        spec.loader.exec_module(module_from_spec(spec))


def test_pyarrow_is_counted_without_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the expressions that all engines share."""
    expected = flows(dossier_flows(DOSSIERS, NOVEMBER))
    monkeypatch.setattr("wardstats.interop.engines.find_spec", lambda _: None)
    assert flows(dossier_flows(DOSSIERS, NOVEMBER)) == expected

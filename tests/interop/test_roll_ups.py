"""Rolling up and rates: what adds up, and what is refused."""

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from frame_engines import EMBEDDED, Build, rows_of
from wardstats.errors import ConflictingFigures, FaultyRecord, OutOfRange, UnknownKey, WrongKind
from wardstats.interop.frames import rates, roll_up, totals

every_engine = pytest.mark.parametrize("build", EMBEDDED.values(), ids=[*EMBEDDED])

MEETINGS = pa.table(
    {
        "province": [79, 79, 1],
        "ward": ["w2", "w7", "w9"],
        "neighbourhoods": [5, 4, 9],
        "representatives": [1535, 0, 3],
        "attended": [1471, 0, 5],
    }
)


def summed(result: Any) -> dict[Any, int]:
    return {(row["level"], row.get("province")): row["attended"] for row in rows_of(result)}


@every_engine
def test_keys_keep_their_type_on_levels_without_them(build: Build) -> None:
    """A number is not turned into a float by the nulls beside it."""
    rolled = roll_up(build(MEETINGS.drop_columns(["ward"])), {"p": ["province"], "all": []})
    assert summed(rolled) == {("p", 79): 1471, ("p", 1): 5, ("all", None): 1476}


@every_engine
def test_the_whole_may_be_the_only_level(build: Build) -> None:
    counts = MEETINGS.drop_columns(["ward", "province"])
    assert summed(roll_up(build(counts), {"all": []})) == {("all", None): 1476}


@every_engine
def test_an_empty_result_rolls_up_to_nothing(build: Build) -> None:
    empty = MEETINGS.drop_columns(["ward"]).slice(0, 0)
    assert rows_of(roll_up(build(empty), {"p": ["province"], "all": []})) == []


def test_pandas_of_numpy_keeps_whole_numbers() -> None:
    frame = pd.DataFrame({"province": [79, 1], "households": [10, 4], "poor": [3, 1]})
    frame["near_poor"] = pd.array([1, None], "Int64")
    rolled = roll_up(frame, {"p": ["province"], "all": []})
    assert {*map(str, rolled.dtypes.to_list()[1:])} == {"Int64", "int64"}
    assert rolled["near_poor"].isna().to_list().count(True) == 2


@every_engine
def test_arrays_are_not_needed(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without numpy, each engine adds up by its own grouping."""
    monkeypatch.setattr("wardstats.interop.engines.find_spec", lambda _: None)
    rolled = roll_up(build(MEETINGS.drop_columns(["ward"])), {"p": ["province"], "all": []})
    assert summed(rolled) == {("p", 79): 1471, ("p", 1): 5, ("all", None): 1476}


@pytest.mark.parametrize(
    ("levels", "error", "message"),
    [
        ({"p": ["province"]}, FaultyRecord, r"\$.ward: neither a count nor a key of a level"),
        ({}, OutOfRange, "no level: expected one level or more"),
        ({"p": ["region"]}, UnknownKey, "'region': expected a column of province, ward,"),
        ({"p": "province"}, WrongKind, "the keys 'province' of level 'p': expected a list"),
        ({"p": ["attended"]}, ConflictingFigures, "'attended': expected a key, which is no"),
    ],
)
def test_what_would_be_lost_is_refused(
    levels: dict[str, list[str]], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        roll_up(MEETINGS, levels)


@every_engine
def test_rates_do_not_add_up(build: Build) -> None:
    with pytest.raises(FaultyRecord, match="turnout_per_10000: neither a count nor a key"):
        roll_up(rates(build(MEETINGS)), {"w": ["province", "ward"]})


@every_engine
def test_a_null_key_is_refused(build: Build) -> None:
    """Null stands for all."""
    provinces = pa.array([79, None, 1], pa.int64())
    with pytest.raises(FaultyRecord, match=r"\$.province: null in 1 rows: expected a key in every"):
        roll_up(build(MEETINGS.set_column(0, "province", provinces)), {"w": ["province", "ward"]})


@every_engine
def test_a_rate_that_is_none_is_null(build: Build) -> None:
    """Nobody was called, or more came than were called: no percentage says so."""
    read = {row["ward"]: row["turnout_per_10000"] for row in rows_of(rates(build(MEETINGS)))}
    assert read == {"w2": 9583, "w7": None, "w9": None}


@every_engine
def test_a_rate_too_large_for_64_bits_is_null_and_never_wrong(build: Build) -> None:
    largest = (2**63 - 1) // 20_001
    table = pa.table(
        {
            "ward": ["a", "b", "c"],
            "representatives": [largest, largest + 1, 2**63 - 1],
            "attended": [largest - 1, 0, 2**63 - 1],
        }
    )
    read = {row["ward"]: row["turnout_per_10000"] for row in rows_of(rates(build(table)))}
    assert read == {"a": 10_000, "b": None, "c": None}


def test_what_has_no_counts_has_no_rates() -> None:
    with pytest.raises(FaultyRecord, match="no counts of a rate"):
        rates(pl.DataFrame({"ward": ["w2"]}))
    with pytest.raises(FaultyRecord, match="online: missing"):
        totals(MEETINGS)
    with pytest.raises(OutOfRange, match="decimals from 0 to 12"):
        rates(MEETINGS, 13)

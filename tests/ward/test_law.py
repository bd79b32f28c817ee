"""Law as dated data: one value on one day, with its source, or a refusal."""

from datetime import date

import pytest

from wardstats.errors import NotInForce, OutOfRange
from wardstats.ward.law import Dated, in_force

# The poverty lines of cities, in dong a person a month.
LINES = [
    Dated(2_000_000, date(2022, 1, 1), date(2026, 12, 31), "Decree 07/2021/NĐ-CP"),
    Dated(2_800_000, date(2027, 1, 1), date(2030, 12, 31), "Decree 351/2025/NĐ-CP"),
]


@pytest.mark.parametrize(
    ("day", "line", "source"),
    [
        (date(2022, 1, 1), 2_000_000, "Decree 07/2021/NĐ-CP"),
        (date(2026, 12, 31), 2_000_000, "Decree 07/2021/NĐ-CP"),
        (date(2027, 1, 1), 2_800_000, "Decree 351/2025/NĐ-CP"),
        (date(2030, 12, 31), 2_800_000, "Decree 351/2025/NĐ-CP"),
    ],
)
def test_a_value_is_in_force_from_its_first_day_to_its_last(
    day: date, line: int, source: str
) -> None:
    """Both days belong to it, and the value found brings its source."""
    found = in_force(LINES, day)
    assert (found.value, found.source) == (line, source)


def test_an_end_not_set_is_none_at_all() -> None:
    """Without a first day a value has held ever, without a last one it holds until changed."""
    always = Dated(15, None, None, "a form")
    assert always.is_in_force(date.min)
    assert always.is_in_force(date.max)
    assert not Dated(15, date(2026, 1, 1), None, "a form").is_in_force(date(2025, 12, 31))
    assert not Dated(15, None, date(2025, 12, 31), "a form").is_in_force(date(2026, 1, 1))


def test_a_day_without_a_value_is_refused() -> None:
    """Nothing is taken from the neighbouring years."""
    with pytest.raises(NotInForce, match=r"2021-12-31 \(in force: none\): expected one value"):
        in_force(LINES, date(2021, 12, 31))


def test_a_day_with_two_values_is_refused() -> None:
    """Two values of one day are a fault of the table, whose sources are named."""
    doubled = [*LINES, Dated(2_100_000, date(2026, 1, 1), None, "a draft")]
    with pytest.raises(NotInForce, match="Decree 07/2021/NĐ-CP, a draft"):
        in_force(doubled, date(2026, 7, 1))


def test_a_value_ends_on_the_day_it_begins_or_later() -> None:
    """One day is enough, less is refused."""
    day = date(2026, 1, 1)
    assert Dated(1, day, day, "a form").is_in_force(day)
    with pytest.raises(OutOfRange, match="since 2026-01-02 until 2026-01-01"):
        Dated(1, date(2026, 1, 2), day, "a form")


def test_a_value_without_a_source_is_refused() -> None:
    """Law nobody can look up is no law."""
    with pytest.raises(OutOfRange, match="the decree, article or form"):
        Dated(1, None, None, "")


def test_a_dated_value_prints_as_it_is_typed() -> None:
    """What a notebook shows can be pasted back."""
    assert repr(Dated(15, None, date(2025, 6, 2), "a form")) == (
        "Dated(15, None, datetime.date(2025, 6, 2), 'a form')"
    )

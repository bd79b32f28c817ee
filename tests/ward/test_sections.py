"""Sections as sheets: keys, counts, parts, rates, and what is derived."""

from fractions import Fraction

import pytest
from attrs import frozen

from wardstats import Figure, FigureKind, Sheet, Sum, Undefined
from wardstats.errors import Unreadable
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED
from wardstats.ward.counts import Count, counting
from wardstats.ward.sections import (
    Keys,
    a_code,
    counted_figures,
    derived_counts,
    part_figures,
    ratio,
    share,
)


@frozen
class Visits:
    name: str = "one-stop shop"
    came: Count = counting()  # noqa: RUF009
    served: Count = counting()  # noqa: RUF009


AT = Keys("visits")


def test_keys_are_dotted_names_under_one_prefix() -> None:
    """The same name always has the same key, however deep the prefix."""
    assert AT("came") == "visits.came"
    assert AT.all("came", "served") == ("visits.came", "visits.served")
    assert Keys(AT("by_field"))("land") == "visits.by_field.land"


def test_every_count_is_named_after_its_field() -> None:
    """What is no count stays out; what is not counted is there, without a value."""
    assert counted_figures(Visits(came=3), AT, "visit") == [
        Figure("visits.came", 3, unit="visit"),
        Figure("visits.served", None, FigureKind.COUNT, "visit"),
    ]


def test_parts_are_named_one_by_one() -> None:
    """Parts not counted name nothing."""
    parts = part_figures((("land", 1), ("emulation", 5)), AT, "visit")
    assert [(each.key, each.value) for each in parts] == [
        ("visits.land", 1),
        ("visits.emulation", 5),
    ]
    assert part_figures(None, AT, "visit") == []


def test_a_derived_count_has_a_unit_and_no_value() -> None:
    """A total that a rule derives is told in what it counts, like its parts."""
    sheet = Sheet(counted_figures(Visits(came=3, served=2), AT, "visit")) + [
        *derived_counts(AT, "visit", "all"),
        Sum("visits.all", AT.all("came", "served")),
    ]
    assert sheet["visits.all"] == Figure("visits.all", None, FigureKind.COUNT, "visit")
    assert sheet.value("visits.all") == 5


@pytest.mark.parametrize(
    ("counts", "value"),
    [
        (Visits(came=4, served=1), Fraction(1, 4)),
        (Visits(came=1, served=4), IMPOSSIBLE),
        (Visits(came=1), NOT_COUNTED),
    ],
)
def test_a_share_is_derived_and_never_raises(counts: Visits, value: Fraction | Undefined) -> None:
    """A part above its whole is an impossible share, not an error."""
    sheet = Sheet(counted_figures(counts, AT, "visit")) + share(AT, "rate", "served", "came")
    assert sheet.value("visits.rate") == value
    assert (sheet["visits.rate"].kind, sheet["visits.rate"].places) == (FigureKind.PERCENT, 2)


def test_a_ratio_may_exceed_one() -> None:
    """More than planned is more than the whole, and no fault."""
    sheet = Sheet(counted_figures(Visits(came=876, served=971), AT, "visit"))
    sheet += ratio(AT, "rate", "served", "came")
    assert sheet.value("visits.rate") == Fraction(971, 876)


@pytest.mark.parametrize("text", ["land", "social-protection", "đất-đai", "1.2"])
def test_a_code_is_text_without_spaces(text: str) -> None:
    """It comes through as it is."""
    assert a_code(text) == text


@pytest.mark.parametrize("text", ["", " ", "Đất đai", "land ", "a\u00a0b", "a\nb", None, 7])
def test_a_name_in_words_is_no_code(text: object) -> None:
    """A sheet's keys have no spaces, so neither have the codes that stand in them."""
    with pytest.raises(Unreadable, match="expected a code without spaces"):
        a_code(text)  # type: ignore[arg-type]

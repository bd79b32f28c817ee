"""Sentences: what is written in each style, and what is refused."""

from decimal import Decimal

import pytest

from wardstats import (
    AtLeast,
    Between,
    Breakdown,
    Completion,
    Growth,
    LessThan,
    Percent,
    Rate,
)
from wardstats.errors import UnbalancedBreakdown, UndefinedGrowth, Unreadable, WrongKind
from wardstats.prose import sentences
from wardstats.prose.sentences import RateStyle


def test_a_rate_in_each_style() -> None:
    figure = Rate(16, 18)
    assert [sentences.rate(figure, "người", 1, style=each) for each in RateStyle] == [
        "16/18 người, đạt tỷ lệ 88,9%",
        "16 người trong tổng số 18 người, chiếm 88,9%",
        "88,9% (16/18 người)",
    ]


def test_nothing_arose() -> None:
    assert sentences.rate(Rate(0, 0), "đơn", 1) == "không phát sinh đơn"
    assert sentences.completion(Completion(0, 0), "đơn", 1) == "không phát sinh đơn"
    assert sentences.target(Rate(0, 0), AtLeast(Percent(95)), 1) == "không phát sinh"


def test_parts_that_may_be_left_out_are_named_by_the_caller() -> None:
    figure = Breakdown(640, {"poor": 45, "near_poor": 60}, exhaustive=False)
    names = {"poor": "hộ nghèo", "near_poor": "hộ cận nghèo"}
    assert sentences.breakdown(figure, "hộ", names) == (
        "640 hộ, trong đó: hộ nghèo 45 hộ; hộ cận nghèo 60 hộ"
    )


def test_shares_of_nothing_are_left_out() -> None:
    figure = Breakdown(0, {"trước hạn": 0, "đúng hạn": 0})
    assert sentences.breakdown(figure, "hồ sơ", places=1) == (
        "0 hồ sơ, gồm: trước hạn 0 hồ sơ; đúng hạn 0 hồ sơ"
    )


@pytest.mark.parametrize(
    "figure",
    [Breakdown(5, {"a": 3, "b": 3}, exhaustive=False), Breakdown(5, {"a": 2, "b": 2})],
)
def test_parts_that_do_not_fit_are_refused(figure: Breakdown) -> None:
    with pytest.raises(UnbalancedBreakdown, match="expected parts that make the total"):
        sentences.breakdown(figure, "hộ")


def test_growths() -> None:
    assert sentences.growth(Growth(95, 100), "con", 1) == "95 con, giảm 05 con (-5%) so với cùng kỳ"
    assert sentences.growth(Growth(95, 95), "con", 1, since="năm trước") == (
        "95 con, không thay đổi so với năm trước"
    )
    with pytest.raises(UndefinedGrowth, match="state the count alone"):
        sentences.growth(Growth(95, 0), "con", 1)
    with pytest.raises(WrongKind, match="expected a growth of counts"):
        sentences.growth(Growth(Decimal("1.5"), 1), "ha", 1)


def test_a_target_of_another_kind_is_refused() -> None:
    with pytest.raises(WrongKind, match="AtLeast, MoreThan, AtMost or LessThan"):
        sentences.target(Rate(1, 2), Between(Percent(1), Percent(2)), 1)  # type: ignore[arg-type]


def test_a_target_missed_by_little_is_not_printed_as_met() -> None:
    text = sentences.target(Rate(1999, 2000), AtLeast(Percent(100)), 0)
    assert text == "99,95% (chỉ tiêu 100%), không đạt chỉ tiêu"
    assert sentences.target(Rate(1, 2), LessThan(Percent(60)), 0).startswith("50% (chỉ tiêu dưới")


@pytest.mark.parametrize("noun", ["", "  ", "khu phố 2", 5])
def test_a_noun_is_words(noun: str) -> None:
    with pytest.raises(Unreadable, match="a noun without digits"):
        sentences.rate(Rate(1, 2), noun, 0)

"""Texts read by the kind of their figure, and printed again in the same style."""

from fractions import Fraction

import pytest

from wardstats import Figure, FigureKind, Interval, Rounding, Stated, Verdict
from wardstats.audit.restating import noun_of, printed_like
from wardstats.audit.statements import (
    Reading,
    Statement,
    Style,
    Unread,
    read,
)
from wardstats.errors import NotExact, WardstatsError
from wardstats.figures.values import NOTHING_AROSE

COUNT, AMOUNT, PERCENT = FigureKind.COUNT, FigureKind.AMOUNT, FigureKind.PERCENT
PER_MILLE, POINTS, VERDICT = FigureKind.PER_MILLE, FigureKind.POINTS, FigureKind.VERDICT


def reading(text: str, kind: FigureKind, unit: str = "", *, is_growth: bool = False) -> Reading:
    return read(Statement("key", text), Figure("key", kind=kind, unit=unit), is_growth=is_growth)


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("1806 hồ sơ", COUNT, Stated.number("1806")),
        ("02 hồ sơ", COUNT, Stated.number("2")),
        ("không có hồ sơ trễ hạn", COUNT, Stated.number("0")),
        ("không", COUNT, Stated.number("0")),
        ("mười lăm", COUNT, Stated.number("15")),
        ("hơn 600 lượt", COUNT, Stated.more_than(Stated.number("6", scale=2))),
        ("gần 1.300", COUNT, Stated.nearly(Stated.number("13", scale=2))),
        ("4.639.287.000đ", AMOUNT, Stated.number("4639287000")),
        ("435,75 tỷ đồng", AMOUNT, Stated.number("435.75", scale=9)),
        ("719,67 tấn", AMOUNT, Stated.number("719.67")),
        ("4,2 tỷ", AMOUNT, Stated.number("4.2", scale=9)),
        ("62,58", AMOUNT, Stated.number("62.58")),
        ("95,83%", PERCENT, Stated.percent("95.83")),
        ("đạt tỷ lệ 95,83%", PERCENT, Stated.percent("95.83")),
        ("136% kế hoạch", PERCENT, Stated.percent("136")),
        ("bằng 120,7% cùng kỳ", PERCENT, Stated.percent("120.7")),
        ("từ 95% trở lên", PERCENT, Stated.at_least(Stated.percent("95"))),
        ("95% trở lên", PERCENT, Stated.at_least(Stated.percent("95"))),
        ("trên 95%", PERCENT, Stated.more_than(Stated.percent("95"))),
        ("14,1‰", PER_MILLE, Stated.per_mille("14.1")),
        ("tăng 1,4 điểm phần trăm", POINTS, Stated.points("1.4")),
        ("1,4 điểm %", POINTS, Stated.points("1.4")),
        ("giảm 0,5 điểm phần trăm", POINTS, Stated.points("-0.5")),
    ],
)
def test_text_is_read_by_the_kind_of_its_figure(
    text: str, kind: FigureKind, held: Stated | None
) -> None:
    assert reading(text, kind).held == held


def test_a_growth_may_be_told_as_an_index_and_another_rate_not() -> None:
    assert reading("bằng 120,7%", PERCENT, is_growth=True).held == Stated.percent("20.7")
    assert reading("giảm 5%", PERCENT, is_growth=True).held == Stated.percent("-5")
    assert reading("20,7%", PERCENT, is_growth=True).held == Stated.percent("20.7")
    assert reading("giảm 5%", PERCENT).unread is Unread.UNREADABLE


@pytest.mark.parametrize(
    ("text", "kind", "held", "style"),
    [
        ("tăng 1,4%", POINTS, Stated.points("1.4"), Style.PERCENT_SIGN),
        ("1,4%", POINTS, Stated.points("1.4"), Style.PERCENT_SIGN),
        ("14,1‰", PERCENT, Stated.per_mille("14.1"), Style.PER_MILLE_SIGN),
        ("14,1%", PER_MILLE, Stated.percent("14.1"), Style.PER_MILLE_SIGN),
    ],
)
def test_an_unusual_sign_is_read_and_noted(
    text: str, kind: FigureKind, held: Stated, style: Style
) -> None:
    told = reading(text, kind)
    assert (told.held, told.style) == (held, style)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("vượt dự toán giao", 2, 2),
        ("Đạt", 1, 2),
        ("đạt và vượt chỉ tiêu", 1, 2),
        ("hoàn thành kế hoạch", 1, 2),
        ("đảm bảo chỉ tiêu quân số", 1, 2),
        ("không đạt chỉ tiêu đề ra", 0, 0),
        ("chưa hoàn thành", 0, 0),
    ],
)
def test_judgements_are_ranks_and_met_leaves_open_whether_exceeded(
    text: str, low: int, high: int
) -> None:
    assert reading(text, VERDICT).held == Interval(low, high)


@pytest.mark.parametrize(
    ("text", "kind", "candidates"),
    [
        ("99.446%", PERCENT, ("99,446%", "99446%")),
        ("1,806 hồ sơ", COUNT, ("1.806 hồ sơ",)),
        ("cơ bản đạt", VERDICT, ("không đạt chỉ tiêu", "đạt chỉ tiêu")),
        ("chưa đánh giá", VERDICT, ()),
        ("tốt", VERDICT, ()),
        ("nhiều lắm tấn", AMOUNT, ()),
    ],
)
def test_what_is_not_certainly_one_figure_is_unread_with_its_candidates(
    text: str, kind: FigureKind, candidates: tuple[str, ...]
) -> None:
    told = reading(text, kind)
    assert (told.held, told.unread) == (None, Unread.UNREADABLE)
    assert told.candidates == candidates


def test_about_is_approximate_whatever_it_says() -> None:
    assert reading("khoảng 95%", PERCENT).unread is Unread.APPROXIMATE
    assert reading("ước đạt 4,2 tỷ đồng", AMOUNT).unread is Unread.APPROXIMATE


def test_nothing_arose_is_a_value_of_its_own() -> None:
    assert reading("không phát sinh", PERCENT).held == NOTHING_AROSE
    assert reading("-", PERCENT).under(Rounding.HALF_UP) == NOTHING_AROSE


def test_two_dates_tell_how_many_days_a_period_has() -> None:
    """From 15/12/2023 to 14/11/2024, both included, are 336 days."""
    text = "từ ngày 15/12/2023 đến hết ngày 14/11/2024"
    assert reading(text, COUNT, "day").held == Interval(336, 336)
    assert reading(text, COUNT).unread is Unread.UNREADABLE
    assert reading("từ 31/02/2024 đến 14/11/2024", COUNT, "day").unread is Unread.UNREADABLE
    assert reading("11 tháng 2 tuần", COUNT, "day").unread is Unread.UNREADABLE


@pytest.mark.parametrize(
    ("given", "held"),
    [
        (15, Stated(15)),
        (Fraction(1, 3), Interval.exactly(Fraction(1, 3))),
        (Stated.percent("5"), Stated.percent("5")),
        (Verdict.MET, Interval(1, 1)),
        (NOTHING_AROSE, NOTHING_AROSE),
    ],
)
def test_what_the_caller_has_read_is_not_read_again(given: object, held: object) -> None:
    statement = Statement("key", "bất kỳ", figure=given)  # type: ignore[arg-type]
    assert read(statement, Figure("key", kind=AMOUNT)).held == held


def test_a_statement_is_text() -> None:
    with pytest.raises(NotExact, match=r"95\.83: expected text as printed; quote it"):
        Statement("rate", 95.83)  # type: ignore[arg-type]
    assert issubclass(NotExact, WardstatsError)


@pytest.mark.parametrize(
    ("text", "kind", "value", "printed"),
    [
        ("đạt 99,16%", PERCENT, Fraction(1794, 1804), "đạt 99,45%"),
        ("136% kế hoạch", PERCENT, Fraction(1546429, 1175000), "132% kế hoạch"),
        ("1806 hồ sơ", COUNT, 1808, "1.808 hồ sơ"),
        ("02 hồ sơ", COUNT, 4, "04 hồ sơ"),
        ("1806", COUNT, 4, "4"),
        ("435,75 tỷ đồng", AMOUNT, 436_000_000_000, "436,00 tỷ đồng"),
        ("4.639đ", AMOUNT, 4_640, "4.640 đồng"),
        ("719,67 tấn", AMOUNT, Fraction(71968, 100), "719,68 tấn"),
        ("14,1‰", PER_MILLE, Fraction(142, 10_000), "14,2‰"),
        ("tăng 1,4 điểm phần trăm", POINTS, Fraction(15, 1000), "tăng 1,5 điểm phần trăm"),
        ("tăng 1,4%", POINTS, Fraction(-15, 1000), "giảm 1,5 điểm phần trăm"),
        ("1,4 điểm %", POINTS, Fraction(15, 1000), "1,5 điểm phần trăm"),
        ("vượt kế hoạch", VERDICT, 1, "đạt chỉ tiêu"),
    ],
)
def test_another_value_is_printed_in_the_same_style(
    text: str, kind: FigureKind, value: Fraction | int, printed: str
) -> None:
    assert printed_like(reading(text, kind), value) == printed


def test_a_growth_told_as_an_index_stays_one() -> None:
    told = reading("bằng 120,7%", PERCENT, is_growth=True)
    assert told.style is Style.INDEX
    assert printed_like(told, Fraction(1, 5)) == "bằng 120,0%"
    told = reading("tăng 20,7%", PERCENT, is_growth=True)
    assert printed_like(told, Fraction(-1, 5)) == "giảm 20,0%"


def test_nouns_belong_to_counts() -> None:
    assert noun_of(reading("1.806 hồ sơ", COUNT)) == "hồ sơ"
    assert noun_of(reading("95,83%", PERCENT)) == ""
    assert noun_of(reading("435,75 tỷ đồng", AMOUNT)) == ""
    assert noun_of(reading("vượt", VERDICT)) == ""
    assert noun_of(None) == ""


@pytest.mark.parametrize("text", ["-", "–", "không phát sinh"])
def test_a_dash_is_no_case_and_no_rate(text: str) -> None:
    assert reading(text, COUNT).held == Stated(0)
    assert reading(text, PERCENT).held == NOTHING_AROSE


@pytest.mark.parametrize("text", ["", "......", "…"])
def test_a_blank_left_in_a_form_is_nothing_to_read(text: str) -> None:
    assert reading(text, COUNT).unread is Unread.UNREADABLE
    assert reading(text, PERCENT).unread is Unread.UNREADABLE


def test_how_far_is_no_judgement() -> None:
    assert reading("đạt 95%", VERDICT).unread is Unread.UNREADABLE


def test_what_a_growth_reached_may_be_an_index() -> None:
    told = reading("đạt 125% so với cùng kỳ", PERCENT, is_growth=True)
    assert told.candidates == ("tăng 125%", "bằng 125%")


def test_months_are_no_days() -> None:
    assert reading("336 ngày", COUNT, "day").held == Stated(336)
    assert reading("6 tháng", COUNT, "day").unread is Unread.UNREADABLE


def test_words_of_reach_go_by_the_last_digit_that_is_said() -> None:
    assert reading("hơn 1.800 hồ sơ", COUNT).under(Rounding.HALF_UP) == Interval(
        1800, 1900, high_closed=False
    )
    assert reading("trên 99,5%", PERCENT).held == Stated.more_than(Stated.percent("99.5"))


def test_what_was_read_as_no_number_is_printed_by_its_kind() -> None:
    assert printed_like(reading("không phát sinh", PERCENT), Fraction(1, 2)) == "50%"
    dates = reading("từ 01/7/2025 đến 30/12/2025", COUNT, "day")
    assert printed_like(dates, 184) == "184"

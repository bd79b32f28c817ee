"""Every number with its kind: most numbers of a report are no figures of it."""

import pytest

from wardstats import Stated
from wardstats.prose import TokenKind, tokenize


def numbers(text: str) -> list[tuple[str, str]]:
    return [
        (token.kind.value, text[token.start : token.end])
        for token in tokenize(text)
        if any(map(str.isdigit, token.word))
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("số 688/KH-UBND ngày 26/4/2024", ["document", "date"]),
        ("số 06-NQ/TU, số 06- NQ/TU", ["document", "document"]),
        ("Luật 72/2025/QH15", ["document"]),
        ("Điều 14, Điều 15 và khoản 2", ["article", "article", "article"]),
        ("khu phố 1, 2 và 4", ["name", "name", "name"]),
        ("khu phố 1, 20 hộ", ["name", "count"]),
        ("nông thôn 571 hộ", ["count"]),
        ("thôn 35 hộ", ["count"]),
        ("thứ 5, loại 1, lớp 45", ["ordinal", "ordinal", "count"]),
        ("bão số 10, tổng số 10", ["ordinal", "count"]),
        ("con thứ 3/71 trẻ", ["ordinal", "count"]),
        ("thương binh 1/4, 2/4", ["ordinal", "ordinal"]),
        ("xếp thứ 10/18", ["code"]),
        ("loại 1/3", ["ordinal", "count"]),
        ("ra lớp 85/85 cháu", ["ratio"]),
        ("1/2/3", ["code"]),
        ("ngày 1/6, sáng 11/12, đến 20/8", ["date", "date", "date"]),
        ("tháng 5/2024, quý 3", ["date", "period"]),
        ("tháng 5-2021, ngày 7-12", ["date", "date"]),
        ("có 5/2024 hộ", ["ratio"]),
        ("ngày 24 tháng 6 năm 2022", ["period", "period", "period"]),
        ("năm 20253.", ["period"]),
        ("11.5.2018 đến 17.5.2018", ["date", "date"]),
        ("cùng kỳ 2016, vụ 2018", ["period", "period"]),
        ("y tế đến 2030.", ["uncertain"]),
        ("khám 1974 công dân", ["count"]),
        ("2021-2026, 19-21%, 56 - 60/60", ["period", "range", "range"]),
        ("16h30, 20g, 8 giờ", ["date", "date", "date"]),
        ("15,25 điểm, 69/70 điểm, 1,4 điểm %", ["score", "score", "points"]),
        ("1. Về tổ chức. 2 Trong năm. (3) số hộ", ["list number"] * 3),
        ("1.1 Trồng trọt: 1.250. Trong đó", ["list number", "count"]),
        ("chức1. ba[2] A/H5N1", ["code", "footnote", "code"]),
        ("32m2, 191 m3", ["count", "word", "count", "word"]),
        ("COVID-19, KP2,3,5", ["code", "code"]),
        ("1.012379.H50", ["uncertain", "code"]),
        ("95,83%, 14,1‰, 5 phần trăm", ["percent", "percent", "percent"]),
        ("99.446%, 1.250%", ["uncertain", "uncertain"]),
        ("95.83%, 7.2 ha, 67.39 hộ", ["percent", "amount", "uncertain"]),
        ("1,806 hồ sơ, 5,893 triệu, 0,345 ha", ["uncertain", "amount", "amount"]),
        ("007, 02 hồ sơ, 1,588,505", ["uncertain", "count", "uncertain"]),
        ("4 tỷ 420 triệu, 4 triệu 20 tỷ, 5,5.5 tỷ", ["amount", "uncertain", "uncertain"]),
        ("220 triệu/254 triệu 700 nghìn", ["amount", "amount"]),
        ("2,84/3,0 triệu người", ["ratio"]),
        ("02/18 tỷ lệ 11,1%", ["ratio", "percent"]),
        ("12/15%, 5/1,806 hộ", ["uncertain", "uncertain"]),
        ("trên 1. 357 tỷ, 27, 4%", ["uncertain"] * 4),
        ("1. a", ["list number"]),
        ("5/8 7 hộ", ["ratio", "count"]),
        ("có 5, 6 hộ. Còn 12. 35 hộ", ["count"] * 4),
        ("( 5 34,4%), 2 886 con", ["uncertain"] * 4),
        ("9" * 30, ["uncertain"]),
        ("² ٣ ５", ["word", "mark", "mark"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in numbers(text)] == kinds


def test_figures_print_what_they_stand_for() -> None:
    (token,) = (each for each in tokenize("thu 96 tỷ 894 triệu đồng") if each.values)
    assert token.kind is TokenKind.AMOUNT
    assert token.values == (Stated.number("96894", scale=6),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("đạt **95,83%**", "95,83%"),
        ("đ&#225;t 95,83&#37;", "95,83&#37;"),
        ("có <b>95,83</b>%", "95,83</b>%"),
        ("có 1\u2044000", "1\u2044000"),
        ("có 5\u00ad %", "5\u00ad %"),
    ],
)
def test_damage_is_read_over_and_places_stay_exact(text: str, found: str) -> None:
    assert found in [printed for _, printed in numbers(text)]


def test_what_is_taken_out_is_a_token_where_it_holds_a_digit() -> None:
    text = "hết đợt\n\n12\n\n\n<h2>tháng"
    assert numbers(text) == [("layout", "12"), ("layout", "<h2>")]


def test_stars_between_digits_stand_as_they_are() -> None:
    assert [printed for _, printed in numbers("5*3")] == ["5", "3"]


def test_an_entity_of_no_character_is_text_whose_digits_are_kept() -> None:
    assert numbers("còn &#7; hồ sơ") == [("count", "7")]

"""Whole numbers and money in words: the custom of spelling, and strict reading."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from wardstats.errors import NotExact, OutOfRange, TooLong, Unreadable, WardstatsError, WrongKind
from wardstats.vi.spelling import money_words, read_money_words, read_words, words

SPELLED = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    71: "bảy mươi mốt",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    111: "một trăm mười một",
    115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt",
    125: "một trăm hai mươi lăm",
    400: "bốn trăm",
    1_001: "một nghìn không trăm linh một",
    1_015: "một nghìn không trăm mười lăm",
    1_806: "một nghìn tám trăm linh sáu",
    10_000: "mười nghìn",
    10_005: "mười nghìn không trăm linh năm",
    24_004: "hai mươi tư nghìn không trăm linh bốn",
    1_000_005: "một triệu không trăm linh năm",
    1_005_000: "một triệu không trăm linh năm nghìn",
    503_000_000: "năm trăm linh ba triệu",
    1_000_000_000: "một tỷ",
    1_000_000_005: "một tỷ không trăm linh năm",
    1_005_000_000: "một tỷ không trăm linh năm triệu",
    4_639_287_000: "bốn tỷ sáu trăm ba mươi chín triệu hai trăm tám mươi bảy nghìn",
    2 * 10**12: "hai nghìn tỷ",
    10**15 + 5: "một triệu tỷ không trăm linh năm",
    10**18 - 10**9: "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn "
    "chín trăm chín mươi chín tỷ",
    10**18: "một tỷ tỷ",
    -5: "âm năm",
    -1_001: "âm một nghìn không trăm linh một",
    -(10**18): "âm một tỷ tỷ",
}


HUGE = pytest.param(10**5000, id="10^5000")  # Python refuses to print it in digits


class Index:
    """Has an integer, as numpy's do."""

    def __index__(self) -> int:
        return 1806


@pytest.mark.parametrize(("number", "spelled"), SPELLED.items())
def test_numbers_are_spelled_by_custom_and_read_back(number: int, spelled: str) -> None:
    """Each number has one spelling by default, and the spelling is read as that number."""
    assert words(number) == spelled
    assert read_words(spelled) == number


@pytest.mark.parametrize(
    ("number", "style", "spelled"),
    [
        (104, {"zero_tens": "lẻ"}, "một trăm lẻ bốn"),
        (104, {"four": "tư"}, "một trăm linh tư"),
        (104, {"zero_tens": "lẻ", "four": "tư"}, "một trăm lẻ tư"),
        (104, {"four": "bốn"}, "một trăm linh bốn"),
        (24, {"four": "bốn"}, "hai mươi bốn"),
        (24, {"four": "tư"}, "hai mươi tư"),
        (14, {"four": "tư"}, "mười bốn"),
        (4, {"four": "tư"}, "bốn"),
        (444, {"four": "tư"}, "bốn trăm bốn mươi tư"),
        (4_004, {"four": "tư"}, "bốn nghìn không trăm linh tư"),
        (1_001, {"thousand": "ngàn"}, "một ngàn không trăm linh một"),
        (2 * 10**12, {"thousand": "ngàn"}, "hai ngàn tỷ"),
    ],
)
def test_styles(number: int, style: dict[str, Any], spelled: str) -> None:
    """Each option changes its own word only, and what it prints is read."""
    assert words(number, **style) == spelled
    assert read_words(spelled) == number


def test_whatever_is_an_integer_is_spelled() -> None:
    """An object with `__index__` is an integer."""
    assert words(Index()) == "một nghìn tám trăm linh sáu"


@pytest.mark.parametrize("number", [1806.0, True, "1806", None])
def test_what_is_no_integer_is_not_spelled(number: object) -> None:
    """A float may have been rounded unseen, and a bool counts nothing."""
    with pytest.raises(NotExact, match="expected a whole number"):
        words(number)  # type: ignore[arg-type]
    with pytest.raises(NotExact, match="expected a whole number"):
        money_words(number)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [10**18 + 1, -(10**18) - 1, HUGE])
def test_numbers_beyond_the_range_are_refused(number: int) -> None:
    """Beyond 10^18 there is no custom to follow."""
    with pytest.raises(OutOfRange, match=r"from -10\^18 to 10\^18; print it in digits"):
        words(number)


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ({"zero_tens": "le"}, "zero_tens='le': expected 'linh' or 'lẻ'; leave it out"),
        ({"thousand": "k"}, "thousand='k': expected 'nghìn' or 'ngàn'; leave it out"),
        ({"four": 4}, "four=4: expected None or 'tư' or 'bốn'; leave it out"),
    ],
)
def test_an_unknown_style_is_refused(style: dict[str, Any], message: str) -> None:
    """A mistyped option is named with its choices, not ignored."""
    with pytest.raises(WrongKind, match=message):
        words(24, **style)
    with pytest.raises(WrongKind, match=message):
        money_words(24, **style)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Hai mươi nhăm tỉ", 25 * 10**9),
        ("mười nhăm", 15),
        ("Âm năm", -5),
        ("  một   trăm\u00a0linh \u202fnăm ", 105),
        ("một ngàn không trăm lẻ tư", 1_004),
        ("hai nghìn không trăm hai mươi bốn", 2_024),
        (unicodedata.normalize("NFD", "Bốn tỷ sáu trăm ba mươi chín triệu"), 4_639_000_000),
        (unicodedata.normalize("NFD", "Âm một trăm lẻ tư"), -104),
    ],
)
def test_variants_are_read(text: str, number: int) -> None:
    """Regional words, a capital, runs of spaces and decomposed letters are one number each."""
    assert read_words(text) == number


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("một nghìn linh năm", ("một nghìn không trăm linh năm",)),
        ("một nghìn mười lăm", ("một nghìn không trăm mười lăm",)),
        ("một triệu không nghìn không trăm linh năm", ("một triệu không trăm linh năm",)),
        ("một trăm linh mười", ("một trăm mười",)),
        ("một mươi lăm", ("mười lăm",)),
        ("hai mươi một", ("hai mươi mốt",)),
        ("mười mốt", ("mười một",)),
        ("mười tư", ("mười bốn",)),
        ("tư trăm", ("bốn trăm",)),
        ("tư", ("bốn",)),
        ("hai mươi năm nghìn", ("hai mươi lăm nghìn",)),
        ("một trăm linh lăm", ("một trăm linh năm",)),
        ("không trăm linh năm", ("năm",)),
        ("âm không", ("không",)),
        ("âm hai mươi một", ("âm hai mươi mốt",)),
        ("NĂM MƯƠI TRIỆU", ("năm mươi triệu",)),
        ("một Trăm", ("một trăm",)),
        # 102 or, in short, 120
        ("một trăm hai", ("một trăm linh hai", "một trăm hai mươi")),
        ("một nghìn hai", ("một nghìn không trăm linh hai", "một nghìn hai trăm")),
        ("hai triệu ba", ("hai triệu không trăm linh ba", "hai triệu ba trăm nghìn")),
        ("một tỷ hai", ("một tỷ không trăm linh hai", "một tỷ hai trăm triệu")),
        (
            "một trăm hai nghìn",
            ("một trăm linh hai nghìn", "một trăm hai mươi nghìn"),
        ),
    ],
)
def test_misspelled_numbers_are_refused_with_what_they_may_mean(
    text: str, candidates: tuple[str, ...]
) -> None:
    """Nothing is repaired in silence; each candidate reads."""
    with pytest.raises(Unreadable) as refused:
        read_words(text)
    assert refused.value.candidates == candidates
    assert refused.value.given == repr(text)
    assert refused.value.advice == f"write {' or '.join(map(repr, candidates))}"
    assert all(words(read_words(each)) == each for each in candidates)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "âm",
        "âm âm năm",
        "linh năm",
        "tỷ",
        "triệu",
        "mươi",
        "một trăm linh",
        "mười nhất",
        "hai ba",
        "hai mười",
        "hai trăm trăm",
        "hai nghìn triệu",
        "hai nghìn tỷ ba",
        # years
        "mười năm",
        "hai mươi năm",
        "Một trăm NĂM",
        "một nghìn một triệu",
        "một nghìn một trăm lẻ tư ngàn tỷ",
        "hai tỷ ba tỷ",
        "một triệu tỷ ba tỷ",
        "hai triệu rưỡi",
        "một nghìn, không trăm linh năm",
        "một-trăm",
        "1.005",
        "một trăm đồng",
        "một trăm.",
        "tram",
        pytest.param("\ud800", id="surrogate"),
        pytest.param("một " * 900, id="900 words"),
    ],
)
def test_what_is_no_number_is_refused_without_guessing(text: str) -> None:
    """Where the meaning is anyone's guess, none is proposed."""
    with pytest.raises(Unreadable) as refused:
        read_words(text)
    assert refused.value.candidates == ()
    assert str(refused.value).endswith(
        "expected a whole number in words, as in 'hai mươi mốt'; "
        "spell it as words() does; digits are read by read_number()"
    )


@pytest.mark.parametrize(
    "text",
    [
        "hai tỷ tỷ",
        "âm một tỷ tỷ không trăm linh năm",
        "một tỷ tỷ tỷ",
        pytest.param("một" + " tỷ" * 1_300, id="1,300 tỷ"),
    ],
)
def test_well_spelled_numbers_beyond_the_range_say_so(text: str) -> None:
    """Such text is spelled well, but no figure of a report is so great."""
    with pytest.raises(OutOfRange, match=r"expected a number from -10\^18 to 10\^18"):
        read_words(text)
    with pytest.raises(OutOfRange, match=r"expected a number from -10\^18 to 10\^18"):
        read_money_words(f"{text} đồng")


@pytest.mark.parametrize("read", [read_words, read_money_words])
def test_what_is_no_text_or_too_long_is_refused(read: Callable[[str], int]) -> None:
    """Only text is read, up to 4,000 characters."""
    with pytest.raises(NotExact):
        read(1005)  # type: ignore[arg-type]
    with pytest.raises(NotExact):
        read(b"m")  # type: ignore[arg-type]
    with pytest.raises(Unreadable):
        read("m" * 4_000)
    with pytest.raises(TooLong, match="at most 4,000 characters"):
        read("m" * 4_001)
    with pytest.raises(TooLong):
        read("một " * 100_000)


@pytest.mark.parametrize(
    ("amount", "options", "spelled"),
    [
        (50_300_000, {}, "Năm mươi triệu ba trăm nghìn đồng"),
        (50_300_000, {"only": True}, "Năm mươi triệu ba trăm nghìn đồng chẵn"),
        (50_300_000, {"closing_mark": True}, "Năm mươi triệu ba trăm nghìn đồng./."),
        (
            13_503_000_000,
            {"only": True, "closing_mark": True},
            "Mười ba tỷ năm trăm linh ba triệu đồng chẵn./.",
        ),
        (
            1_104_000,
            {"zero_tens": "lẻ", "thousand": "ngàn", "four": "tư"},
            "Một triệu một trăm lẻ tư ngàn đồng",
        ),
        (0, {}, "Không đồng"),
        (-5_000, {}, "Âm năm nghìn đồng"),
    ],
)
def test_money_is_spelled_and_read_back(amount: int, options: dict[str, Any], spelled: str) -> None:
    """An amount begins with a capital and ends in đồng, and reads back the same."""
    assert money_words(amount, **options) == spelled
    assert read_money_words(spelled) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Mười ba tỷ, năm trăm linh ba triệu đồng", 13_503_000_000),
        ("bốn tỉ, sáu trăm triệu, hai trăm ngàn, một trăm linh năm đồng", 4_600_200_105),
        ("năm\u00a0mươi triệu đồng chẵn ./.", 50_000_000),
        (unicodedata.normalize("NFD", "Năm mươi triệu đồng chẵn"), 50_000_000),
    ],
)
def test_money_as_offices_write_it_is_read(text: str, amount: int) -> None:
    """A comma after tỷ, triệu and nghìn changes nothing."""
    assert read_money_words(text) == amount


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("một nghìn linh năm đồng", ("Một nghìn không trăm linh năm đồng",)),
        ("hai mươi năm đồng", ("Hai mươi lăm đồng",)),
        ("NĂM MƯƠI TRIỆU ĐỒNG", ("Năm mươi triệu đồng",)),
        ("Một tỷ hai đồng", ("Một tỷ không trăm linh hai đồng", "Một tỷ hai trăm triệu đồng")),
        ("năm mươi triệu", ()),
        ("đồng", ()),
        ("một trăm đồng đồng", ()),
        ("hai, mươi đồng", ()),
        ("hai triệu, đồng", ()),
        ("năm mươi triệu đồng.", ()),
        ("năm mươi triệu đồng nữa", ()),
        ("50.000.000 đồng", ()),
    ],
)
def test_what_is_no_amount_is_refused(text: str, candidates: tuple[str, ...]) -> None:
    """An amount needs its đồng; what may be meant is named, and reads."""
    with pytest.raises(Unreadable, match="expected an amount in words") as refused:
        read_money_words(text)
    assert refused.value.candidates == candidates
    assert all(money_words(read_money_words(each)) == each for each in candidates)


def test_errors_are_the_callers_value_errors() -> None:
    """Refusals can be caught as ValueError, and all of them as WardstatsError."""
    for kind in (ValueError, WardstatsError):
        with pytest.raises(kind):
            read_words("mười nhất")

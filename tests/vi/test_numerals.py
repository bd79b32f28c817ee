"""Numbers, counts and fractions, by the conventions of offices."""

from decimal import Decimal
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest

from wardstats import Completion, Percent, Rate, Ratio, Rounding, Stated, vi
from wardstats.errors import NotExact, OutOfRange, UndefinedRate, Unreadable, WrongKind

# ------------------------------------------------------------ numbers


@pytest.mark.parametrize(
    ("figure", "places", "printed"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (1471, None, "1.471"),
        (-1471, None, "-1.471"),
        (4_639_287_000, None, "4.639.287.000"),
        (10**40, None, "10." + ".".join(["000"] * 13)),
        (Decimal("1806.0"), None, "1.806"),
        (Fraction(21, 5), 2, "4,2"),
        (Fraction(21, 5), 0, "4"),
        (Fraction(1, 3), 2, "0,33"),
        (Fraction(2999, 1000), 2, "3,00"),
        (Fraction(-1, 8), 2, "-0,13"),
        (Decimal("435.75"), 2, "435,75"),
        (Decimal("62.58"), 1, "62,6"),
        (Decimal("1234567.5"), 3, "1.234.567,5"),
        (1200, 2, "1.200"),
        (Fraction(-1, 1000), 2, "0,00"),
        (Ratio(71, 5020, per=1000), 1, "14,1"),
        (Ratio(112, 100, per=100), None, "112"),
        (Stated.number("435.750"), None, "435,750"),
        (Stated.number("-0.5"), 1, "-0,5"),
    ],
)
def test_a_number_is_printed_as_reports_print_it(
    figure: int | Fraction | Decimal | Ratio | Stated, places: int | None, printed: str
) -> None:
    """A dot after thousands, a comma before decimals; zeros go only where they are exact."""
    assert vi.number(figure, places) == printed


def test_zeros_of_a_number_are_kept_on_request() -> None:
    """A table prints every figure to the same decimals."""
    assert vi.number(Fraction(21, 5), 2, keep_zeros=True) == "4,20"
    assert vi.number(4, 2, keep_zeros=True) == "4,00"


def test_a_number_is_rounded_by_the_rule_named() -> None:
    """Half up unless another is named, negative numbers by their size."""
    tie = Fraction(-5, 2)
    printed = [vi.number(tie, 0, rounding=rounding) for rounding in Rounding]
    assert dict(zip(Rounding, printed, strict=True)) == {
        Rounding.HALF_UP: "-3",
        Rounding.HALF_EVEN: "-2",
        Rounding.TRUNCATE: "-2",
        Rounding.UP: "-3",
    }


@pytest.mark.parametrize("figure", [0.5, True, "5", None, Percent(5), Rate(1, 2)])
def test_what_is_no_exact_number_is_not_printed_as_one(figure: Any) -> None:
    """Floats, bools, text and percentages are refused at the door."""
    with pytest.raises(NotExact, match="expected an int, Fraction or Decimal"):
        vi.number(figure, 1)


@pytest.mark.parametrize("figure", [Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN")])
def test_what_is_not_finite_is_not_printed(figure: Decimal) -> None:
    """NaN stands for a figure not known, which is None."""
    with pytest.raises(OutOfRange, match="a finite number; a figure not known is None"):
        vi.number(figure, 1)


def test_decimals_of_a_number_are_said() -> None:
    """A fraction is not cut by default: how many decimals is the caller's to say."""
    for figure in (Fraction(1, 3), Decimal("0.5"), Ratio(1, 3)):
        with pytest.raises(WrongKind, match="expected a number of decimals; say it, as places=2"):
            vi.number(figure)
    for places in (-1, 13):
        with pytest.raises(OutOfRange, match="from 0 to 12"):
            vi.number(1, places)
    with pytest.raises(UndefinedRate):
        vi.number(Ratio(5, 0), 1)


@pytest.mark.parametrize(
    "figure",
    [
        Stated.percent("5"),
        Stated.points("5"),
        Stated.number("5", scale=9),
        Stated.more_than(Stated.number("5")),
    ],
)
def test_a_printed_figure_of_another_kind_is_no_number(figure: Stated) -> None:
    """Per cents, amounts in tỷ and bounds lose their meaning as bare digits."""
    with pytest.raises(WrongKind, match="a plain printed number; print each kind by its own"):
        vi.number(figure)


def test_a_printed_number_is_not_rounded_again() -> None:
    """Its decimals are its own."""
    with pytest.raises(WrongKind, match="to 1 decimals: expected its own 2"):
        vi.number(Stated.number("435.75"), 1)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1.471", "1471"),
        ("1471", "1471"),
        ("435,75", "435.75"),
        ("1.234.567,50", "1234567.50"),
        ("1234567,5", "1234567.5"),
        ("-0,5", "-0.5"),
        ("\N{MINUS SIGN}5", "-5"),
        ("0", "0"),
        ("-0,0", "0.0"),
        ("1,806", "1.806"),
    ],
)
def test_a_number_is_read_as_printed(text: str, digits: str) -> None:
    """With or without dots; zeros at the end count."""
    assert vi.read_number(text) == Stated.number(digits)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1.5", ("1,5", "1.500")),
        ("12.50", ("12,50", "12.500")),
        ("0.471", ("0,471",)),
        ("1,234.5", ("1.234,5",)),
        ("1,234,567", ("1.234.567",)),
        ("1 471", ("1.471",)),
        ("1806.5", ("1.806,5",)),
        ("007", ("7",)),
        ("00", ("0",)),
        (",5", ("0,5",)),
        ("-.5", ("-0,5",)),
        ("-0.0", ("0,0",)),
        ("12.34.5", ()),
        ("5,", ()),
        ("1,1234567890123", ()),
        ("1.1234567890123", ()),
        ("95,83%", ()),
        ("1.471 hồ sơ", ()),
        ("5 tỷ", ()),
    ],
)
def test_another_number_is_refused_with_what_it_may_mean(text: str, meant: tuple[str, ...]) -> None:
    """ "1.5" is not 15, and may be 1,5 or 1.500: the error carries both."""
    with pytest.raises(Unreadable) as caught:
        vi.read_number(text)
    assert caught.value.candidates == meant


def test_the_message_of_a_number_reads_well() -> None:
    """It quotes, says what was expected, and what to do."""
    with pytest.raises(Unreadable) as caught:
        vi.read_number("+5")
    assert str(caught.value) == (
        "'+5': expected a number as in '1.471' or '435,75'; "
        "a dot after thousands, a comma before at most 12 decimals, no plus"
    )


# ------------------------------------------------------------ counts


@pytest.mark.parametrize(
    ("figure", "noun", "printed"),
    [
        (2, "hồ sơ", "02 hồ sơ"),
        (9, "khu phố", "09 khu phố"),
        (10, "công chức", "10 công chức"),
        (0, "hồ sơ", "0 hồ sơ"),
        (1806, "hồ sơ", "1.806 hồ sơ"),
        (2, None, "2"),
        (1806, None, "1.806"),
    ],
)
def test_a_count_is_padded_before_a_noun(figure: int, noun: str | None, printed: str) -> None:
    """1 to 9 have two digits in prose; tables, zero and what is greater have none to add."""
    assert vi.count(figure, noun) == printed


def test_padding_is_the_callers_to_change() -> None:
    """Ages, years and measures are not padded; "02" alone may be."""
    assert vi.count(5, "tuổi", pad=False) == "5 tuổi"
    assert vi.count(2, pad=True) == "02"
    assert vi.count(0, pad=True) == "0"
    assert vi.count(12, pad=True) == "12"


def test_only_counts_are_counted() -> None:
    """A count is a whole number, 0 or more."""
    with pytest.raises(OutOfRange, match="a count is never negative"):
        vi.count(-1, "hồ sơ")
    uncountable: Any
    for uncountable in (2.0, True, "2", Fraction(1, 2), None):
        with pytest.raises(NotExact):
            vi.count(uncountable, "hồ sơ")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.471", 1471),
        ("1471", 1471),
        ("02", 2),
        ("0", 0),
        ("02 hồ sơ", 2),
        ("0 hồ sơ", 0),
        ("1.806 hồ sơ", 1806),
        ("124HS", 124),
        ("40 ha", 40),
        ("100 m²", 100),
        ("259 lượt công dân", 259),
        ("50 phần quà", 50),
        ("02 phần mềm", 2),
        ("04 điểm trường", 4),
        ("03 khu phố", 3),
        ("05 trạm y tế", 5),
        ("12 trường hợp", 12),
        ("02 kỳ họp", 2),
        ("01 Nghị quyết", 1),
    ],
)
def test_a_count_is_read_with_or_without_its_noun(text: str, figure: int) -> None:
    """Padded or not, with or without dots, letters and marks together or apart."""
    assert vi.read_count(text) == figure
    assert vi.read_count(normalize("NFD", text)) == figure


@pytest.mark.parametrize(
    "text",
    [
        *("2 nghìn", "2 ngàn", "2 triệu người", "5 tỷ", "21 tỉ", "2 vạn dân", "3 chục", "2 tá"),
        *("2 Triệu người", "5 TỶ", "2 nghìn đồng", "2 nghin", "2 trieu dong", "5 ty dong"),
        *(
            "1O hồ sơ",
            "1o",
            "1l",
            "5I",
            "100k",
            "100 k",
            "5tr",
            "5 tr đồng",
            "5 trđ",
            "2 mươi",
            "1 trăm",
            "30 mấy người",
        ),
        *(
            "2 rưỡi",
            "2 triệu rưỡi",
            "2 năm rưỡi",
            "1 nửa",
            "2½",
            "2 ½",
            "5²",
            "5 và ½",
            "1 phẩy năm",
        ),
        *("5 người trở lên", "18 tuổi trở xuống", "2 đến ba", "2 hoặc ba hồ sơ", "100 lẻ năm"),
        *("30 phần trăm", "30 phần nghìn", "2 phần ba", "43 điểm", "2 điểm phần trăm", "5 điểm %"),
        *("2 lần", "16 trên 18", "16 trong 18", "2 số hộ", "3 của", "2 tổng số"),
        *("20%", "1,5 người", "5 tháng 8", "19-21 người", "26/4", "10 (mười)", "5a6", "1_", "5_x"),
        *("-5 hộ", "+5 hộ", "5, 6 hộ", "1.471¹", "1.806 nghìn", "1,806 nghìn"),
    ],
)
def test_what_is_not_certainly_a_count_is_refused(text: str) -> None:
    """Words that make another number of the digits are no noun, however they are typed."""
    for form in ("NFC", "NFD"):
        with pytest.raises(Unreadable) as caught:
            vi.read_count(normalize(form, text))
        assert caught.value.candidates == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,806 hồ sơ", "1.806 hồ sơ"),
        ("1,806", "1.806"),
        ("1 806 hồ sơ", "1.806 hồ sơ"),
        ("1,806hồ sơ", "1.806 hồ sơ"),
        ("007 hồ sơ", "07 hồ sơ"),
        ("00 hồ sơ", "0 hồ sơ"),
        ("00", "0"),
        ("1.5 hồ sơ", "1.500 hồ sơ"),
    ],
)
def test_a_count_in_another_style_is_refused_with_what_it_means(text: str, meant: str) -> None:
    """The candidate is a count again, in the style offices print."""
    with pytest.raises(Unreadable) as caught:
        vi.read_count(text)
    assert caught.value.candidates == (meant,)
    assert str(caught.value).endswith(f"; write {meant!r}")


def test_the_message_of_a_count_reads_well() -> None:
    """It quotes, says what was expected, and what to do."""
    with pytest.raises(Unreadable) as caught:
        vi.read_count("2 triệu người")
    assert str(caught.value) == (
        "'2 triệu người': expected a count as in '1.471' or '02 hồ sơ'; "
        "only a whole number, 0 or more, and the name of what is counted"
    )


def test_a_noun_that_is_named_must_be_the_one() -> None:
    """Asked for "hồ sơ", a count of anything else is refused; a named noun may be any."""
    assert vi.read_count("02 hồ sơ", "hồ sơ") == 2
    assert vi.read_count(normalize("NFD", "02 hồ sơ"), "hồ sơ") == 2
    assert vi.read_count("02\N{NO-BREAK SPACE}hồ  sơ", normalize("NFD", "hồ sơ")) == 2
    assert vi.read_count("02 lần", "lần") == 2
    assert vi.read_count("2", "") == 2
    for text in ("02 hộ", "02", "02 hồ sơ tồn", "02 Hồ sơ"):
        with pytest.raises(Unreadable) as caught:
            vi.read_count(text, "hồ sơ")
        assert str(caught.value) == (
            f"{text!r}: expected a count as in '02 hồ sơ'; "
            "only a whole number, 0 or more, and the name of what is counted"
        )
    with pytest.raises(Unreadable) as caught:
        vi.read_count("1,806 lần", "lần")
    assert caught.value.candidates == ("1.806 lần",)
    assert vi.read_count("1.806 lần", "lần") == 1806


# ------------------------------------------------------------ fractions


@pytest.mark.parametrize(
    ("figure", "printed"),
    [
        (Rate(1471, 1535), "1.471/1.535"),
        (Rate(164, 164), "164/164"),
        (Rate(2, 18), "2/18"),
        (Rate(0, 0), "0/0"),
        (Completion(158, 100), "158/100"),
        (Ratio(971, 876), "971/876"),
    ],
)
def test_a_fraction_is_both_counts(figure: Rate | Ratio | Completion, printed: str) -> None:
    """They are not reduced, and keep their dots."""
    assert vi.fraction(figure) == printed


def test_a_fraction_is_padded_on_request() -> None:
    """ "02/18" stands in some reports, "5/5" in the same."""
    assert vi.fraction(Rate(2, 18), pad=True) == "02/18"
    assert vi.fraction(Rate(5, 5), pad=True) == "05/05"
    assert vi.fraction(Rate(0, 5), pad=True) == "0/05"


def test_only_counts_make_a_fraction() -> None:
    """Hectares, shortfalls and bare numbers are not two counts."""
    for uncounted in (Ratio(Fraction(1, 2), 3), Completion(1, Fraction(7, 2))):
        with pytest.raises(NotExact, match="an int of 0 or more"):
            vi.fraction(uncounted)
    with pytest.raises(OutOfRange):
        vi.fraction(Completion(-5, 100))
    bare: Any
    for bare in (Fraction(1, 2), 0.5, Percent(5), "1/2", (1, 2)):
        with pytest.raises(WrongKind, match=r"a Rate, Ratio or Completion; as Rate\(1471, 1535\)"):
            vi.fraction(bare)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("1.471/1.535", (1471, 1535)),
        ("1471 / 1535", (1471, 1535)),
        ("02/18", (2, 18)),
        ("5/5", (5, 5)),
        ("124/124HS", (124, 124)),
        ("40/38ha", (40, 38)),
        ("115/116 m²", (115, 116)),
        ("158/100 lao động", (158, 100)),
        ("16 trên 18", (16, 18)),
        ("16 trên tổng số 18", (16, 18)),
        ("16 trong tổng số 18 công chức", (16, 18)),
        ("16 trong 18 hộ", (16, 18)),
        ("0/0", (0, 0)),
    ],
)
def test_two_counts_are_read(text: str, counts: tuple[int, int]) -> None:
    """With a stroke or in words, with one noun or unit after them."""
    assert vi.read_fraction(text) == counts
    assert vi.read_fraction(normalize("NFD", text)) == counts


@pytest.mark.parametrize(
    "text",
    [
        *("26/4/2024", "26/04/24", "05/NQ-HĐND", "174/2016/NĐ-CP", "43,26/60", "1.5/2", "1/2/3"),
        *("259 lượt công dân/316 người", "-1/2", "1/-2", "/5", "5/", "1//2", "00/18", "002/18"),
        *("18/18 = 100%", "1/2%", "16trên18", "1 471/1 535", "1,471/1,535", "½"),
    ],
)
def test_dates_and_document_numbers_are_no_fractions(text: str) -> None:
    """Nor are measures, signed numbers, and counts of two different things."""
    with pytest.raises(Unreadable, match="a date or a document number is no fraction"):
        vi.read_fraction(text)


@pytest.mark.parametrize(
    "text",
    ["2/3 số hộ", "2/3 tổng số hộ", "2/3 của xã", "2/3 Số hộ", "1/2 phần", "1/2 ½", "5/6 rưỡi"],
)
def test_a_share_is_not_two_counts(text: str) -> None:
    """ "2/3 số hộ" are two thirds of the households, not 2 of 3; letters apart change nothing."""
    for form in ("NFC", "NFD"):
        with pytest.raises(Unreadable, match="expected two counts") as caught:
            vi.read_fraction(normalize(form, text))
        assert caught.value.candidates == (text[:3],)


def test_the_noun_of_a_fraction_may_be_named() -> None:
    """Asked for "hộ", another noun is refused; the candidates carry dots."""
    assert vi.read_fraction("164/164 hộ", "hộ") == (164, 164)
    with pytest.raises(Unreadable, match="is it a share of something") as caught:
        vi.read_fraction("164/164 người", "hộ")
    assert caught.value.candidates == ()
    with pytest.raises(Unreadable) as caught:
        vi.read_fraction("1471/1535 số hộ")
    assert caught.value.candidates == ("1.471/1.535",)


def test_the_messages_of_a_fraction_read_well() -> None:
    """They quote, say what was expected, and what to do."""
    for text, advice in (
        ("43,26/60", "both are whole; a date or a document number is no fraction"),
        ("2/3 số hộ", "write '2/3'"),
    ):
        with pytest.raises(Unreadable) as caught:
            vi.read_fraction(text)
        assert str(caught.value) == (
            f"{text!r}: expected two counts as in '1.471/1.535' or '16 trên 18'; {advice}"
        )

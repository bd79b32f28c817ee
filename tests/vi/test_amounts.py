"""Money, by the conventions of offices."""

from decimal import Decimal
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest

from wardstats import Percent, Rounding, Stated, vi
from wardstats.errors import NotExact, OutOfRange, TooLong, Unreadable, WrongKind
from wardstats.vi.amounts import Scale


@pytest.mark.parametrize(
    ("amount", "scale", "places", "printed"),
    [
        (4_639_287_000, "đồng", None, "4.639.287.000 đồng"),
        (50_300_000, "đồng", None, "50.300.000 đồng"),
        (435_750_000_000, "tỷ", 2, "435,75 tỷ đồng"),
        (4_200_000_000, "tỷ", 2, "4,2 tỷ đồng"),
        (4_200_000_000, "tỷ", 0, "4 tỷ đồng"),
        (3_525_000_000, "tỷ", 2, "3,53 tỷ đồng"),
        (3_525_000_000, "triệu", None, "3.525 triệu đồng"),
        (1_500, "nghìn", 1, "1,5 nghìn đồng"),
        (435_750_000_000_000, "nghìn tỷ", 2, "435,75 nghìn tỷ đồng"),
        (12_000_000_000_000, "nghìn tỷ", None, "12 nghìn tỷ đồng"),
        (999_999_999, "tỷ", 1, "1,0 tỷ đồng"),
        (0, "đồng", None, "0 đồng"),
        (-50_300_000, "triệu", 1, "-50,3 triệu đồng"),
        (-1, "tỷ", 2, "0,00 tỷ đồng"),
        (Decimal("2.5"), "đồng", 0, "3 đồng"),
        (Fraction(10**9, 3), "triệu", 2, "333,33 triệu đồng"),
    ],
)
def test_money_is_printed_in_the_scale_chosen(
    amount: int | Fraction | Decimal, scale: Scale, places: int | None, printed: str
) -> None:
    """The unit in words, zeros dropped only where the amount is exact without them."""
    assert vi.money(amount, scale, places) == printed


def test_money_is_rounded_by_the_rule_named() -> None:
    """3.525.000.000 đồng to two decimals of a tỷ, under each rule."""
    printed = [vi.money(3_525_000_000, "tỷ", 2, rounding=rounding) for rounding in Rounding]
    assert dict(zip(Rounding, printed, strict=True)) == {
        Rounding.HALF_UP: "3,53 tỷ đồng",
        Rounding.HALF_EVEN: "3,52 tỷ đồng",
        Rounding.TRUNCATE: "3,52 tỷ đồng",
        Rounding.UP: "3,53 tỷ đồng",
    }
    assert vi.money(4_200_000_000, "tỷ", 2, keep_zeros=True) == "4,20 tỷ đồng"


def test_money_that_is_not_whole_in_its_scale_asks_for_decimals() -> None:
    """Nothing is cut by default, and the message names amount and scale."""
    with pytest.raises(WrongKind, match="1500 in triệu: expected a number of decimals; as places"):
        vi.money(1500, "triệu")
    for places in (-1, 13):
        with pytest.raises(OutOfRange, match="from 0 to 12"):
            vi.money(1500, "triệu", places)


def test_only_an_exact_amount_is_printed() -> None:
    """Floats and other kinds are refused, and so is a scale not in use."""
    amount: Any
    for amount in (4.2, True, "5", None, Percent(5)):
        with pytest.raises(NotExact):
            vi.money(amount)
    scale: Any
    for scale in ("tỉ", "billion", "", None, 9):
        with pytest.raises(OutOfRange, match=r"a scale \(đồng, nghìn, triệu, tỷ, nghìn tỷ\)"):
            vi.money(5, scale)
        with pytest.raises(OutOfRange):
            vi.money(Stated.number("5"), scale)


def test_a_printed_amount_is_printed_as_it_stands() -> None:
    """Its digits and its unit word are its own, zeros at the end too."""
    assert vi.money(Stated.number("435.75", scale=9)) == "435,75 tỷ đồng"
    assert vi.money(Stated.number("4.20", scale=9), "tỷ", 2) == "4,20 tỷ đồng"
    assert vi.money(Stated.number("379800000")) == "379.800.000 đồng"


def test_a_printed_amount_is_not_rounded_or_rescaled() -> None:
    """Asked for another scale or other decimals, it refuses and does not quietly keep its own."""
    amount = Stated.number("435.75", scale=9)
    with pytest.raises(WrongKind, match="its own scale and decimals; a printed figure is not"):
        vi.money(amount, "triệu")
    with pytest.raises(WrongKind, match="its own scale and decimals"):
        vi.money(amount, "tỷ", 1)


@pytest.mark.parametrize(
    "amount",
    [
        Stated.percent("5"),
        Stated.points("5"),
        Stated.number("5", scale=2),
        Stated.number("5", scale=15),
        Stated.more_than(Stated.number("5", scale=9)),
    ],
)
def test_a_printed_figure_that_is_no_amount_is_refused(amount: Stated) -> None:
    """Hundreds of đồng have no unit word, and "trên 5 tỷ" is not 5 tỷ."""
    with pytest.raises(WrongKind, match="a plain printed number in đồng, nghìn, triệu, tỷ"):
        vi.money(amount)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("4.639.287.000 đồng", Stated.number("4639287000")),
        ("50.300.000 đồng", Stated.number("50300000")),
        ("379.800.000đ", Stated.number("379800000")),
        ("379.800.000 ₫", Stated.number("379800000")),
        ("379800000 VNĐ", Stated.number("379800000")),
        ("5.000 vnd", Stated.number("5000")),
        ("435,75 tỷ đồng", Stated.number("435.75", scale=9)),
        ("435,75 tỷ", Stated.number("435.75", scale=9)),
        ("435,75 tỷđ", Stated.number("435.75", scale=9)),
        ("4,20 tỷ đồng", Stated.number("4.20", scale=9)),
        ("21 tỉ", Stated.number("21", scale=9)),
        ("21tỉ", Stated.number("21", scale=9)),
        ("21 TỶ ĐỒNG", Stated.number("21", scale=9)),
        ("1.250 tỷ đồng", Stated.number("1250", scale=9)),
        ("4 tỷ 420 triệu đồng", Stated.number("4420", scale=6)),
        ("4 tỷ 420,5 triệu đồng", Stated.number("4420.5", scale=6)),
        ("4 tỷ 5 đồng", Stated.number("4000000005")),
        ("1 nghìn tỷ 500 tỷ đồng", Stated.number("1500", scale=9)),
        ("2,5 ngàn tỉ", Stated.number("2.5", scale=12)),
        ("13 tỷ 503 triệu 200 nghìn 50 đồng", Stated.number("13503200050")),
        ("300 ngàn", Stated.number("300", scale=3)),
        ("-5 triệu đồng", Stated.number("-5", scale=6)),
        ("\N{MINUS SIGN}4 tỷ 420 triệu", Stated.number("-4420", scale=6)),
        ("0 đồng", Stated.number("0")),
        ("2,5 đồng", Stated.number("2.5")),
    ],
)
def test_money_is_read_as_printed(text: str, amount: Stated) -> None:
    """With its unit, in one scale or several, đồng written out, short or left to the scale."""
    assert vi.read_money(text) == amount
    assert vi.read_money(normalize("NFD", text)) == amount


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1.5 tỷ", ("1,5 tỷ đồng", "1.500 tỷ đồng")),
        ("1.5 tỉ đồng", ("1,5 tỷ đồng", "1.500 tỷ đồng")),
        ("4.75 NGÀN TỈ", ("4,75 nghìn tỷ đồng", "4.750 nghìn tỷ đồng")),
        ("1,234.5 đồng", ("1.234,5 đồng",)),
        ("1,234,567đ", ("1.234.567 đồng",)),
        ("50 300 000 đồng", ("50.300.000 đồng",)),
        ("1 471", ("1.471 đồng",)),
        ("00 đồng", ("0 đồng",)),
        ("05 triệu", ("5 triệu đồng",)),
        ("1.4710 đồng", ("1,4710 đồng",)),
        ("5", ("5 đồng",)),
        ("-5", ("-5 đồng",)),
        ("50300000", ("50.300.000 đồng",)),
        ("1 tỷ 2", ("1 tỷ 200 triệu đồng", "1 tỷ 2 đồng")),
        ("-1 tỷ 2", ("-1 tỷ 200 triệu đồng", "-1 tỷ 2 đồng")),
        ("1 tỉ 20", ("1 tỷ 20 triệu đồng", "1 tỷ 20 đồng")),
        ("1 tỷ 2,5", ("1 tỷ 2,5 triệu đồng", "1 tỷ 2,5 đồng")),
        ("5 nghìn 2", ("5 nghìn 200 đồng", "5 nghìn 2 đồng")),
        ("2 nghìn tỷ 5", ("2 nghìn tỷ 500 tỷ đồng", "2 nghìn tỷ 5 đồng")),
        ("1 tỷ 2000", ("1 tỷ 2.000 đồng",)),
        ("1000 tỷ 200 triệu 7", ("1.000 tỷ 200 triệu 700 nghìn đồng", "1.000 tỷ 200 triệu 7 đồng")),
        ("1 nghìn 2000", ()),
    ],
)
def test_another_amount_is_refused_with_what_it_may_mean(text: str, meant: tuple[str, ...]) -> None:
    """ "1 tỷ 2" is said for 1 tỷ 200 triệu, but is not certainly that; each candidate reads."""
    with pytest.raises(Unreadable) as caught:
        vi.read_money(text)
    assert caught.value.candidates == meant
    for each in meant:
        vi.read_money(each)


@pytest.mark.parametrize(
    "text",
    [
        *("đồng", "tỷ", "- đồng", "- 5 đồng", "--5 đồng", "5 đồng 2", "5 đồng đồng", "5đ đồng"),
        *(
            "100.000 đồng/tháng",
            "5 tỷ lệ",
            "5 tỷlệ",
            "5 triệu người",
            "2 triệu rưỡi",
            "5 trăm triệu",
        ),
        *("70 0 đồng", "5 0 triệu", "5 3 triệu đồng", "5 triệu 3 triệu", "5 triệu 0 triệu"),
        *(
            "5 triệu 0 tỷ",
            "0 triệu 0 tỷ",
            "420 triệu 4 tỷ",
            "4 tỷ 1.420 triệu",
            "5 nghìn 1000 đồng",
        ),
        *("1,5 tỷ 200 triệu", "4 tỷ, 420 triệu đồng", "4 tỷ và 420 triệu", "5 USD", "$5", "₫5"),
        *("trên 5 tỷ", "5-6 tỷ", "5 tỷ.", "1,1234567890123 tỷ", "1.5.5 tỷ", "5%"),
    ],
)
def test_what_is_not_certainly_one_amount_is_refused(text: str) -> None:
    """Rates, other units, units out of order or named twice, and numbers that fall apart."""
    with pytest.raises(Unreadable) as caught:
        vi.read_money(text)
    assert str(caught.value) == (
        f"{text!r}: expected an amount of money as in '4.639.287.000 đồng' or '435,75 tỷ đồng'; "
        "only the amount, each unit named once, from the greatest down, decimals in the last"
    )


def test_an_amount_too_long_is_refused_by_name() -> None:
    """Digits and scales that together make more than 4,000 digits are no amount."""
    with pytest.raises(TooLong):
        vi.read_money("1" * 4000 + " tỷ 5 đồng")

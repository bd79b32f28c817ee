"""Text on its way in: normal forms, spaces, length, and what other styles may have meant."""

from unicodedata import normalize

import pytest

from wardstats import vi
from wardstats.errors import NotExact, TooLong, Unreadable, WardstatsError
from wardstats.vi.text import candidates, cleaned

READERS = (
    vi.read_percent,
    vi.read_per_mille,
    vi.read_points,
    vi.read_number,
    vi.read_count,
    vi.read_fraction,
    vi.read_money,
    vi.read_change,
)
every_reader = pytest.mark.parametrize("reader", READERS)


def test_text_is_brought_into_nfc() -> None:
    """Text copied from a Mac, letters and marks apart, becomes one letter each."""
    assert cleaned(normalize("NFD", "02 hồ sơ")) == "02 hồ sơ"


@pytest.mark.parametrize(
    "space",
    ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}", "   ", "\t", "\r\n"],
)
def test_spaces_fold_into_one(space: str) -> None:
    """Whatever Word or a web page puts between words is one space, and none at the ends."""
    assert cleaned(f"{space}5 {space}hồ{space}sơ{space}") == "5 hồ sơ"


def test_the_minus_sign_becomes_a_hyphen_minus() -> None:
    """U+2212 is read as a minus; the dash of a range is not one."""
    assert cleaned("\N{MINUS SIGN}5") == "-5"
    assert cleaned("19–21") == "19–21"


@every_reader
@pytest.mark.parametrize("given", [5, 5.0, None, b"5%", ["5%"], True])
def test_what_is_no_text_is_not_read(reader: object, given: object) -> None:
    """A number is not read: it is refused as the wrong type, and the message says so."""
    assert callable(reader)
    with pytest.raises(NotExact, match="expected text as printed; a number is not read") as caught:
        reader(given)
    assert isinstance(caught.value, TypeError)


@every_reader
@pytest.mark.parametrize(
    "text", ["1" * 5000, "1" * 5000 + "%", "1." * 5000, " " * 9000, "x" * 9000, "0," + "1" * 4000]
)
def test_too_long_a_text_is_refused_by_name(reader: object, text: str) -> None:
    """More than 4,000 digits, or as many letters again, are no figure; the quotation is short."""
    assert callable(reader)
    with pytest.raises(TooLong, match="at most 4,000 digits") as caught:
        reader(text)
    assert len(caught.value.given) <= 60


@pytest.mark.parametrize(
    ("reader", "unit"),
    [
        (vi.read_percent, "%"),
        (vi.read_per_mille, "‰"),
        (vi.read_points, " điểm phần trăm"),
        (vi.read_number, ""),
        (vi.read_count, " hồ sơ"),
        (vi.read_money, " đồng"),
    ],
)
def test_4000_digits_are_one_figure(reader: object, unit: str) -> None:
    """Up to the limit, length alone is no reason to refuse, however many spaces stand around."""
    assert callable(reader)
    figure = reader("1" * 4000 + "\N{NO-BREAK SPACE}" * 2000 + unit)
    assert getattr(figure, "digits", figure) == (10**4000 - 1) // 9


@every_reader
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "\N{NO-BREAK SPACE}",
            ".",
            ",",
            "-",
            "%",
            "5,",
            "5.",
            "5,%",
            "5.%",
            "--5",
            "- 5",
        ),
        *("٢", "١٢", "٢%", "１２", "１２%", "२ hồ sơ", "½", "5½%", "²", "Ⅲ", "五"),
        *("1_471", "1_471%", "1e5", "1e5%", "0x10", "NaN", "Infinity", "inf%", "∞"),
        *("12.34.5", "12.34.5%", "1..5", "1,,5", "1.,5%", "1.47", "1 47", "12,345.67"),
        *("+5", "+5%", "tăng +5%", "(5)", "(5%)", "$5", "~5%", "≥95%", "±5%"),
        *("19-21%", "19–21%", "từ 19% đến 21%", "95,83%.", "95,83%;", "95,83% (1)", "1.471¹"),
        *("5 000 000 000 0", "0.000", "001", "5\N{ZERO WIDTH SPACE}"),
    ],
)
def test_what_is_not_certainly_one_figure_is_refused(reader: object, text: str) -> None:
    """No reader makes a figure of other digits, exponents, ranges, signs or debris."""
    assert callable(reader)
    with pytest.raises(Unreadable) as caught:
        reader(text)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        ("1.5", [(15, 1), (1500, 0)]),
        ("1.471", [(1471, 3), (1471, 0)]),
        ("-1.5", [(-15, 1), (-1500, 0)]),
        ("806.5", [(8065, 1), (806500, 0)]),
        ("1806.5", [(18065, 1)]),
        ("0.5", [(5, 1)]),
        ("105,000", [(105000, 0)]),
        ("105 000,5", [(1050005, 1)]),
        ("1471.5", [(14715, 1)]),
        ("1.4711", [(14711, 4)]),
        ("007.5", [(75, 1)]),
        ("1,234.5", [(12345, 1)]),
        ("1,234,567", [(1234567, 0)]),
        ("1 471", [(1471, 0)]),
        ("-1 471,50", [(-147150, 2)]),
        ("007", [(7, 0)]),
        ("00", [(0, 0)]),
        ("05,5", [(55, 1)]),
        (",5", [(5, 1)]),
        ("-.5", [(-5, 1)]),
        ("1,5", []),
        ("12.34.5", []),
        ("1.1234567890123", []),
        ("", []),
    ],
)
def test_a_number_in_another_style_has_these_readings(
    number: str, meant: list[tuple[int, int]]
) -> None:
    """Each style of writing has its readings, as digits and decimals; some text has none."""
    assert candidates(number) == meant


def test_an_error_quotes_expects_and_advises() -> None:
    """The parts of the message are attributes, and the candidates are data."""
    with pytest.raises(Unreadable) as caught:
        vi.read_number("1.5")
    error = caught.value
    assert error.given == "'1.5'"
    assert error.expected == "a number as in '1.471' or '435,75'"
    assert error.advice == "write '1,5' or '1.500'"
    assert error.candidates == ("1,5", "1.500")
    assert str(error) == f"{error.given}: expected {error.expected}; {error.advice}"


def test_a_string_of_another_class_is_read_as_text() -> None:
    """A subclass of str, as template engines have, is text like any other."""

    class Markup(str):
        __slots__ = ()

    assert vi.read_percent(Markup("95,83%")) == vi.read_percent("95,83%")
    with pytest.raises(WardstatsError):
        vi.read_number(Markup("1.5"))

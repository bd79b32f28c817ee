"""Numbers, counts and fractions as Vietnamese offices print them, and read back.

A dot stands after thousands and a comma before decimals (Law on Accounting 88/2015/QH13,
article 11.2). What is printed reads back as the same figure; what is not certainly one figure
is refused, with what it may have meant.

    >>> number(1471), count(2, "hồ sơ"), fraction(Rate(1471, 1535))
    ('1.471', '02 hồ sơ', '1.471/1.535')
    >>> read_number("435,75"), read_count("02 hồ sơ"), read_fraction("1.471/1.535")
    (Stated.number('435.75'), 2, (1471, 1535))
"""

import re
from fractions import Fraction
from typing import SupportsIndex

from wardstats.errors import WrongKind, quoted
from wardstats.figures.exact import MOST_PLACES, Number, decimal_places, exact
from wardstats.figures.exact import count as as_count
from wardstats.figures.rates import Rate, Ratio
from wardstats.figures.rounding import Reach, Rounding, Stated, StatedKind, nearest
from wardstats.figures.targets import Completion
from wardstats.vi.symbols import set_digits
from wardstats.vi.text import (
    COUNTED,
    DECIMALS,
    GROUPED,
    UNPADDED,
    candidates,
    cleaned,
    matched,
    refuse,
)

_NUMBER = re.compile(rf"(-?(?:{GROUPED}|{UNPADDED}))(?:,({DECIMALS}))?")
_COUNT = re.compile(rf"({COUNTED})(?: ?([^0-9].*))?")
_COUNT_LIKE = re.compile(r"(-?[0-9., ]*[0-9]) ?(.*)")
_FRACTION = re.compile(
    rf"({COUNTED})(?: ?/ ?| trên (?:tổng số )?| trong (?:tổng số )?)({COUNTED})(?: ?([^\W\d_].*))?"
)
# Words after digits that make another number of them, a part of something, or a bound; and
# letters that stand for thousands, or are typed for 0 and 1.
_NO_NOUN = re.compile(
    r"(?:[kiol]|mươi|trăm|nghìn|nghin|ngàn|vạn|triệu|trieu|tr|trđ|tỷ|tỉ|ty|chục|tá|nửa|lẻ|mấy|phẩy|lần"
    r"|phần(?! quà| mềm| thưởng| việc)|điểm(?= ?(?:phần|%|$))|số|tổng|của|trên|trong|đến|hoặc)\b"
    r"|.*\b(?:rưỡi|rưởi|trở lên|trở xuống)\b",
    re.IGNORECASE,
)
_NUMBER_EXPECTED = "a number as in '1.471' or '435,75'"
_PADDED_BELOW = 10


def number(
    figure: Number | Ratio | Stated,
    places: SupportsIndex | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
    keep_zeros: bool = False,
) -> str:
    """Print a number, to at most so many decimals.

    Zeros at the end are dropped where the exact number has none there, unless they are kept.
    A Ratio is told per its `per`; a Stated number is printed as it stands.

        >>> number(Fraction(21, 5), 2), number(Fraction(21, 5), 2, keep_zeros=True)
        ('4,2', '4,20')
    """
    if type(figure) is int and places is None:
        return set_digits(figure, 0)
    if isinstance(figure, Stated):
        return set_stated(figure, StatedKind.NUMBER, places)
    told = exact(figure.value * figure.per if isinstance(figure, Ratio) else figure)
    if places is None:
        if not isinstance(told, int):
            raise WrongKind(quoted(figure), "a number of decimals", "say it, as places=2")
        return set_digits(told, 0)
    return set_rounded(told, places, rounding, keep_zeros=keep_zeros)


def read_number(text: str) -> Stated:
    """Read a number as printed.

    >>> read_number("1.471"), read_number("-0,5")
    (Stated.number('1471'), Stated.number('-0.5'))
    """
    match = matched(_NUMBER, text)
    if match is None:
        refuse(
            text,
            _NUMBER_EXPECTED,
            (set_digits(*each) for each in candidates(cleaned(text))),
            f"a dot after thousands, a comma before at most {MOST_PLACES} decimals, no plus",
        )
    whole, decimals = match.groups("")
    return Stated(int(whole.replace(".", "") + decimals), len(decimals))


def count(figure: SupportsIndex, noun: str | None = None, *, pad: bool | None = None) -> str:
    """Print a count, padded to two digits before a noun as offices do, never in tables.

    >>> count(2, "hồ sơ"), count(0, "hồ sơ"), count(2), count(5, "tuổi", pad=False)
    ('02 hồ sơ', '0 hồ sơ', '2', '5 tuổi')
    """
    counted = as_count(figure)
    padded = noun is not None if pad is None else pad
    digits = _padded(counted) if padded else set_digits(counted, 0)
    return f"{digits} {noun}" if noun else digits


def read_count(text: str, noun: str | None = None) -> int:
    """Read a count as printed, with the noun after it if there is one.

    Any noun is accepted unless one is given; words that change the number, such as "nghìn",
    "rưỡi" or "trở lên", are none.

        >>> read_count("1.471"), read_count("02 hồ sơ"), read_count("02 hồ sơ", "hồ sơ")
        (1471, 2, 2)
    """
    plain = cleaned(text)
    match = _COUNT.fullmatch(plain)
    if match is None or not _is_noun(match[2], noun):
        refuse(
            text,
            f"a count as in {quoted(f'02 {noun}')}"
            if noun
            else "a count as in '1.471' or '02 hồ sơ'",
            _counts_meant(plain, noun),
            "only a whole number, 0 or more, and the name of what is counted",
        )
    return _whole(match[1])


def fraction(figure: Rate | Ratio | Completion, *, pad: bool = False) -> str:
    """Print both counts of a rate or of a completion; `pad` as in "02/18".

    >>> fraction(Completion(158, 100)), fraction(Rate(2, 18), pad=True)
    ('158/100', '02/18')
    """
    if isinstance(figure, Rate):
        part, whole = figure.part, figure.whole
    elif isinstance(figure, Ratio):
        part, whole = as_count(figure.amount), as_count(figure.base)  # type: ignore[arg-type]
    elif isinstance(figure, Completion):
        part, whole = as_count(figure.actual), as_count(figure.plan)  # type: ignore[arg-type]
    else:
        raise WrongKind(quoted(figure), "a Rate, Ratio or Completion", "as Rate(1471, 1535)")
    if pad:
        return f"{_padded(part)}/{_padded(whole)}"
    return f"{set_digits(part, 0)}/{set_digits(whole, 0)}"


def read_fraction(text: str, noun: str | None = None) -> tuple[int, int]:
    """Read two counts: "1.471/1.535", "16 trên 18", "40/38 ha".

    They are not reduced, and the first may be the greater.

        >>> read_fraction("02/18"), read_fraction("158/100 lao động")
        ((2, 18), (158, 100))
    """
    match = _FRACTION.fullmatch(cleaned(text))
    expected = "two counts as in '1.471/1.535' or '16 trên 18'"
    if match is None:
        refuse(text, expected, advice="both are whole; a date or a document number is no fraction")
    if not _is_noun(match[3], noun):
        refuse(
            text,
            expected,
            ["/".join(set_digits(_whole(each), 0) for each in match.group(1, 2))]
            if noun is None
            else [],
            "is it a share of something, or are both counted?",
        )
    return _whole(match[1]), _whole(match[2])


def set_rounded(
    value: int | Fraction, places: SupportsIndex, rounding: Rounding, *, keep_zeros: bool
) -> str:
    """Round an exact number once, and set it; drop zeros only where it is exact without."""
    decimals = decimal_places(places)
    numerator, denominator = value.numerator * 10**decimals, value.denominator
    scaled = nearest(numerator, denominator, rounding)
    if not keep_zeros and not numerator % denominator:
        while decimals and not scaled % 10:
            scaled //= 10
            decimals -= 1
    return set_digits(scaled, decimals)


def set_stated(figure: Stated, kind: StatedKind, places: SupportsIndex | None) -> str:
    """Set a printed figure as it stands; other decimals would round it twice, or make some up."""
    if figure.kind is not kind or figure.scale or figure.reach is not Reach.ROUNDED:
        raise WrongKind(
            quoted(figure), f"a plain printed {kind.value}", "print each kind by its own function"
        )
    if places is not None and decimal_places(places) != figure.places:
        raise WrongKind(
            f"{quoted(figure)} to {quoted(places)} decimals",
            f"its own {figure.places}",
            "a printed figure is not rounded again; leave places out",
        )
    return set_digits(figure.digits, figure.places)


def _padded(counted: int) -> str:
    return f"{counted:02d}" if 0 < counted < _PADDED_BELOW else set_digits(counted, 0)


def _whole(digits: str) -> int:
    return int(digits.replace(".", ""))


def _is_noun(words: str | None, noun: str | None) -> bool:
    if noun is not None:
        return (words or "") == cleaned(noun)
    if words is None:
        return True
    numerals = any(each.isnumeric() for each in words if each not in "²³")  # m² is a unit
    return words[0].isalpha() and not numerals and _NO_NOUN.match(words) is None


def _counts_meant(plain: str, noun: str | None) -> list[str]:
    match = _COUNT_LIKE.fullmatch(plain)
    if match is None or not _is_noun(match[2] or None, noun):
        return []
    meant = (digits for digits, places in candidates(match[1]) if digits >= 0 and not places)
    return [count(each, match[2] or None) for each in meant]

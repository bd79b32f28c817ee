"""Whole numbers and amounts of money in words (bằng chữ), and read back.

By custom mốt, tư and lăm stand after mươi, linh for a zero between, groups of three zeros are
left out, and tỷ is said once for each thousand million. What is printed reads back as the same
number; what is not how a number is spelled is refused, with what it may have meant.

    >>> words(1005), words(4_639_287)
    ('một nghìn không trăm linh năm', 'bốn triệu sáu trăm ba mươi chín nghìn hai trăm tám mươi bảy')
    >>> read_words("một nghìn không trăm linh năm")
    1005
    >>> money_words(50_300_000)
    'Năm mươi triệu ba trăm nghìn đồng'
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, SupportsIndex

from wardstats.errors import OutOfRange, TooLong, WrongKind, quoted
from wardstats.figures.exact import MOST_DIGITS, integer
from wardstats.vi.text import cleaned, refuse

ZeroTens = Literal["linh", "lẻ"]
Thousand = Literal["nghìn", "ngàn"]
Four = Literal["tư", "bốn"]

MOST_SPELLED = 10**18

_BILLION = 10**9
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

# Text is read through one letter for each word. A code says what a word counts, not whether it
# may stand where it does: that is decided by spelling the number and comparing.
_CODES = {word: str(digit) for digit, word in enumerate(_DIGITS)} | {
    "mốt": "1",
    "tư": "4",
    "lăm": "5",
    "nhăm": "5",
    "mười": "1M",
    "mươi": "M",
    "trăm": "H",
    "linh": "L",
    "lẻ": "L",
    "nghìn": "k",
    "ngàn": "k",
    "triệu": "m",
    "tỷ": "b",
    "tỉ": "b",
}
_VARIANTS = {"lẻ": "linh", "ngàn": "nghìn", "tỉ": "tỷ", "nhăm": "lăm"}

_GROUP = r"(?:([0-9])H)?(?:L(?=[0-9]))?(?:([0-9])M)?([0-9])?"
_SECTION = re.compile(rf"(?:(?=[0-9L]){_GROUP}m)?(?:(?=[0-9L]){_GROUP}k)?{_GROUP}")
_FOUR_AFTER = re.compile(r"(?<=(?:mươi|linh) )tư(?= |$)")

# "một trăm hai" may be short for 120, and "một nghìn hai" for 1.200.
_SHORT_TENS = re.compile(r"(?<=H)([0-9])(?=[kmb]|$)")
_SHORT_END = re.compile(r"([kmb])([0-9])$")
_NEXT_BELOW = {"k": "H", "m": "Hk", "b": "Hm"}
# A fragment; tỷ twice, unless spelled well; "hai nghìn tỷ ba".
_GUESSWORK = re.compile(r"-?[Lb]|.*b.*b|.*[km]b[0-9]$")
# "mười năm" is ten years rather than 15 misspelled.
_YEARS = re.compile(r".*(?<!linh)(?<!lẻ) năm", re.IGNORECASE)

_MONEY = re.compile(r"(.+?) đồng(?: chẵn)?(?: ?\./\.)?")
_COMMA = re.compile(r"(?<= )(tỷ|tỉ|triệu|nghìn|ngàn),(?= )")


class _Style(NamedTuple):
    zero_tens: ZeroTens
    thousand: Thousand
    four: Four | None


# What every spelling that reads is brought to before it is compared.
_PLAIN = _Style("linh", "nghìn", "bốn")


def words(
    number: SupportsIndex,
    *,
    zero_tens: ZeroTens = "linh",
    thousand: Thousand = "nghìn",
    four: Four | None = None,
) -> str:
    """Spell a whole number, from -10^18 to 10^18.

    The 4 of 24 is "tư" and that of 104 is "bốn", unless `four` asks for one of them in both
    places; 4, 14 and 400 are always "bốn".

        >>> words(21), words(15), words(-1105), words(2 * 10**12)
        ('hai mươi mốt', 'mười lăm', 'âm một nghìn một trăm linh năm', 'hai nghìn tỷ')
        >>> words(1104, zero_tens="lẻ", thousand="ngàn", four="tư")
        'một ngàn một trăm lẻ tư'

    Raises `NotExact` for a float and whatever else is no integer, and `OutOfRange` beyond 10^18.
    """
    style = _style(zero_tens, thousand, four)
    spelled = integer(number, "a whole number")
    if abs(spelled) > MOST_SPELLED:
        raise OutOfRange(
            quoted(number), "a number from -10^18 to 10^18", "print it in digits, by number()"
        )
    return _signed(spelled, style)


def read_words(text: str) -> int:
    """Read a whole number in words, in any of the styles that `words` prints.

    The first letter may be a capital; "nhăm" for "lăm" and "tỉ" for "tỷ" are read, too.

        >>> read_words("Hai mươi nhăm tỉ"), read_words("âm một trăm lẻ tư")
        (25000000000, -104)
        >>> read_words("một nghìn linh năm")
        Traceback (most recent call last):
        wardstats.errors.Unreadable: 'một nghìn linh năm': expected a whole number in words, as \
in 'hai mươi mốt'; write 'một nghìn không trăm linh năm'

    Raises `Unreadable` for what is not how a number is spelled, `TooLong` for text of more than
    4,000 characters, and `OutOfRange` for a number beyond 10^18.
    """
    plain = _plain(text)
    number = _spelled(plain)
    if number is None:
        refuse(
            text,
            "a whole number in words, as in 'hai mươi mốt'",
            () if _YEARS.fullmatch(plain) else _meant(plain),
            "spell it as words() does; digits are read by read_number()",
        )
    return _in_range(number, text)


def money_words(
    amount: SupportsIndex,
    *,
    only: bool = False,
    closing_mark: bool = False,
    zero_tens: ZeroTens = "linh",
    thousand: Thousand = "nghìn",
    four: Four | None = None,
) -> str:
    """Spell an amount of whole đồng, as after "Bằng chữ:".

    `only` adds "chẵn", that no more follows; `closing_mark` adds "./.", that the text ends. The
    rest is as in `words`.

        >>> money_words(13_503_000_000, only=True, closing_mark=True)
        'Mười ba tỷ năm trăm linh ba triệu đồng chẵn./.'
    """
    spelled = words(amount, zero_tens=zero_tens, thousand=thousand, four=four)
    return f"{_capital(spelled)} đồng{' chẵn' if only else ''}{'./.' if closing_mark else ''}"


def read_money_words(text: str) -> int:
    """Read an amount of đồng in words, with or without "chẵn" and "./.".

    Offices also set a comma after tỷ, triệu and nghìn; it is read.

        >>> read_money_words("Mười ba tỷ, năm trăm linh ba triệu đồng chẵn./.")
        13503000000

    Raises what `read_words` does.
    """
    plain = _plain(text)
    amount = _spelled(_before_dong(plain))
    if amount is None:
        refuse(
            text,
            "an amount in words, as in 'Năm mươi triệu đồng'",
            (f"{_capital(each)} đồng" for each in _meant(_before_dong(plain.lower()))),
            "spell it as money_words() does; digits are read by read_money()",
        )
    return _in_range(amount, text)


def _style(zero_tens: ZeroTens, thousand: Thousand, four: Four | None) -> _Style:
    for given, name, choices in (
        (zero_tens, "zero_tens", ("linh", "lẻ")),
        (thousand, "thousand", ("nghìn", "ngàn")),
        (four, "four", (None, "tư", "bốn")),
    ):
        if given not in choices:
            choice = " or ".join(map(repr, choices))
            raise WrongKind(f"{name}={quoted(given)}", choice, "leave it out for the custom")
    return _Style(zero_tens, thousand, four)


def _signed(number: int, style: _Style) -> str:
    return f"âm {_say(-number, style)}" if number < 0 else _say(number, style)


def _say(number: int, style: _Style) -> str:
    # A loop, because read_words() spells numbers of a thousand tỷ to judge them.
    sections = []
    while number:
        number, low = divmod(number, _BILLION)
        sections.append(low)
    if not sections:
        return _DIGITS[0]
    said = _section(sections.pop(), style, inner=False)
    for low in reversed(sections):
        said += ["tỷ", *_section(low, style, inner=True)]
    return " ".join(said)


def _section(number: int, style: _Style, *, inner: bool) -> list[str]:
    """Spell what is below a thousand million; nothing for zero."""
    said: list[str] = []
    for size, scale in ((10**6, "triệu"), (1000, style.thousand), (1, "")):
        group = number // size % 1000
        if group:
            said += _group(group, style, inner=inner or bool(said))
            said += [scale] if scale else []
    return said


def _group(number: int, style: _Style, *, inner: bool) -> list[str]:
    """Spell three digits, the leading zeros too where something greater was said."""
    hundreds, below = divmod(number, 100)
    tens, units = divmod(below, 10)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or inner else []
    if tens > 1:
        said += [_DIGITS[tens], "mươi"]
    elif tens:
        said.append("mười")
    elif units and said:
        said.append(style.zero_tens)
    if units:
        said.append(_units(units, tens, style, after_zero=not tens and bool(said)))
    return said


def _units(units: int, tens: int, style: _Style, *, after_zero: bool) -> str:
    changed: dict[int, str] = {}
    if tens:
        changed[5] = "lăm"
    if tens > 1:
        changed |= {1: "mốt", 4: style.four or "tư"}
    if after_zero:
        changed[4] = style.four or "bốn"
    return changed.get(units, _DIGITS[units])


def _plain(text: str) -> str:
    plain = cleaned(text)
    if len(text) > MOST_DIGITS:
        raise TooLong(quoted(text), f"at most {MOST_DIGITS:,} characters", "is this one figure?")
    return plain[:1].lower() + plain[1:]


def _capital(spelled: str) -> str:
    return spelled[:1].upper() + spelled[1:]


def _before_dong(plain: str) -> str:
    found = _MONEY.fullmatch(plain)
    return _COMMA.sub(r"\1", found[1]) if found else ""


def _in_range(number: int, text: str) -> int:
    if abs(number) > MOST_SPELLED:
        raise OutOfRange(quoted(text), "a number from -10^18 to 10^18", "is this one figure?")
    return number


def _spelled(plain: str) -> int | None:
    """Read text as a number, if that number is spelled so."""
    number = _counted(_codes(plain))
    if number is None or _signed(number, _PLAIN) != _canonical(plain):
        return None
    return number


def _canonical(plain: str) -> str:
    said = " ".join(_VARIANTS.get(word, word) for word in plain.split(" "))
    return _FOUR_AFTER.sub("bốn", said)


def _codes(plain: str) -> str:
    """Write one letter for each word, after a sign; "?" where a word counts nothing."""
    unsigned = plain.removeprefix("âm ")
    sign = "" if unsigned == plain else "-"
    return sign + "".join(_CODES.get(word, "?") for word in unsigned.split(" "))


def _counted(codes: str) -> int | None:
    """Add up what codes count, whether or not a number is spelled so."""
    number = 0
    for section in codes.removeprefix("-").split("b"):
        found = _SECTION.fullmatch(section)
        if found is None:
            return None
        number = number * _BILLION + int("".join(digit or "0" for digit in found.groups()))
    return -number if codes.startswith("-") else number


def _meant(plain: str) -> Iterator[str]:
    """Spell what misspelled text may have meant; nothing where that is anyone's guess."""
    codes = _codes(plain.lower())
    if _GUESSWORK.match(codes):
        return
    short = _SHORT_END.sub(lambda end: end[0] + _NEXT_BELOW[end[1]], _SHORT_TENS.sub(r"\1M", codes))
    for each in (codes, short):
        number = _counted(each)
        if number is not None:
            yield words(number)

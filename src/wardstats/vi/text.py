"""Text on its way in: in one normal form, its spaces alike, and refused if it is not one figure."""

import re
from collections.abc import Iterable
from typing import NoReturn
from unicodedata import normalize

from wardstats.errors import NotExact, TooLong, Unreadable, quoted
from wardstats.figures.exact import MOST_DIGITS, MOST_PLACES

# As many letters as digits may stand around them.
_LONGEST = 2 * MOST_DIGITS

_SPACES = re.compile(r"\s+")
_SIGNS = {0x2212: "-"}

# Whole numbers: as digits alone, with dots after thousands, or either of them or padded.
UNPADDED = r"(?:0|[1-9][0-9]*)"
GROUPED = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+)"
COUNTED = rf"(?:{GROUPED}|{UNPADDED}|0[1-9])"
# Decimals: no more than are ever printed.
DECIMALS = rf"(?:[0-9]{{1,{MOST_PLACES}}})"


def cleaned(text: str) -> str:
    """Bring text into NFC, fold its spaces into single ones, and U+2212 into a hyphen-minus."""
    if not isinstance(text, str):
        raise NotExact(quoted(text), "text as printed", "a number is not read, it is known")
    if len(text) > _LONGEST or (
        len(text) > MOST_DIGITS and sum(map(str.isdigit, text)) > MOST_DIGITS
    ):
        raise TooLong(quoted(text), f"at most {MOST_DIGITS:,} digits", "is this one figure?")
    if not text.isascii():
        text = normalize("NFC", text).translate(_SIGNS)
    return _SPACES.sub(" ", text.strip())


def refuse(text: str, expected: str, candidates: Iterable[str] = (), advice: str = "") -> NoReturn:
    """Refuse text that is not certainly one figure, naming what it may have meant."""
    meant = tuple(dict.fromkeys(candidates))
    if meant:
        advice = f"write {' or '.join(map(quoted, meant))}"
    raise Unreadable(quoted(text), expected, advice, meant)


# Numbers in other styles: 1.5 · 1,234.5 · 1 234,5 · 007 · ,5
_DOT_DECIMAL = re.compile(rf"(-?)([0-9]+)\.({DECIMALS})")
_OTHERS = (
    re.compile(rf"(-?)([1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+)(?:\.({DECIMALS}))?"),
    re.compile(rf"(-?)([1-9][0-9]{{0,2}}(?: [0-9]{{3}})+)(?:,({DECIMALS}))?"),
    re.compile(rf"(-?)(0[0-9]+)(?:,({DECIMALS}))?"),
    re.compile(rf"(-?)()[.,]({DECIMALS})"),
)
_SEPARATORS = re.compile("[, ]")
_THREE = 3


def candidates(number: str) -> list[tuple[int, int]]:
    """List what a number in another style may have meant: its digits, how many are decimals.

    >>> candidates("1.5"), candidates("1,234.5"), candidates("1 471")
    ([(15, 1), (1500, 0)], [(12345, 1)], [(1471, 0)])
    """
    if match := _DOT_DECIMAL.fullmatch(number):
        return _dot_decimal(*match.groups())
    for style in _OTHERS:
        if match := style.fullmatch(number):
            sign, whole, decimals = match.groups("")
            return [(int(sign + _SEPARATORS.sub("", whole) + decimals), len(decimals))]
    return []


def _dot_decimal(sign: str, whole: str, decimals: str) -> list[tuple[int, int]]:
    meant = [(int(sign + whole + decimals), len(decimals))]
    if len(whole) <= _THREE and len(decimals) <= _THREE and not whole.startswith("0"):
        meant.append((int(f"{sign}{whole}{decimals:0<3}"), 0))
    return meant


def matched(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Match text whole: as it stands if that will do, else cleaned."""
    if type(text) is str and len(text) <= MOST_DIGITS:
        found = pattern.fullmatch(text)
        if found is not None:
            return found
    return pattern.fullmatch(cleaned(text))

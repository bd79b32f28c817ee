"""Single values of a record, read strictly: 1.9 is no 1, true is no 1, "1" is no 1.

A whole number is a number, one with decimals or a fraction is text ("435.75", "1484/1799"), so
that no reader of the file makes a float of it.

    >>> read_exact("435.75"), written_exact(Fraction(1484, 1799))
    (Fraction(1743, 4), '212/257')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from wardstats.errors import TooLong, quoted
from wardstats.figures.exact import (
    MOST_DIGITS,
    TOO_LARGE,
    Exact,
    decimal_text,
    exact,
    plain_text,
)
from wardstats.figures.typed import Code
from wardstats.interop.faults import Bare, Refused, shown

AnyCode = TypeVar("AnyCode", bound=Code)

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EXACT_TEXT = re.compile(r"-?[0-9]+(?:\.[0-9]+|/[0-9]+)")
_WHOLE_TEXT = re.compile(r"-?[0-9]+")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_LONGEST_BARE = 60
_SHORT = f"at most {MOST_DIGITS:,} digits"
_UNKNOWN = "leave the key out where it is not known"


def read_whole(value: object) -> int:
    """Read a whole number."""
    if type(value) is int:
        return _short(value)
    raise Refused(shown(value), "a whole number", _advice(value, "a count has no decimals"))


def read_exact(value: object) -> Exact:
    """Read a whole number, or the text of one with decimals or of a fraction."""
    expected = "a whole number, or text as '435.75' or '1484/1799'"
    if type(value) is int:
        return _short(value)
    if not isinstance(value, str):
        raise Refused(shown(value), expected, _advice(value))
    if len(value) > MOST_DIGITS:
        raise Refused(shown(value), _SHORT)
    if not EXACT_TEXT.fullmatch(value):
        raise Refused(shown(value), expected, _advice(value))
    if "/" not in value:
        digits, places = decimal_text(value)
        return exact(Fraction(digits, 10**places))
    above, _, below = value.partition("/")
    if not int(below):
        raise Refused(shown(value), "a denominator above 0", _UNKNOWN)
    return exact(Fraction(int(above), int(below)))


def written_exact(value: Exact) -> int | str:
    """Write an exact number as it is read."""
    if max(abs(value.numerator), value.denominator) >= TOO_LARGE:
        raise TooLong(quoted(value), _SHORT, "is this one figure?")
    if isinstance(value, int):
        return value
    return plain_text(value) or f"{value.numerator}/{value.denominator}"


def read_text(value: object) -> str:
    """Read text."""
    if not isinstance(value, str):
        raise Refused(shown(value), "text in quotes", _UNKNOWN if value is None else "")
    if not is_text(value):
        raise Refused(shown(value), "text that UTF-8 can write", "half a character is none")
    return value


def is_text(value: str) -> bool:
    """Say whether text can be written to a file: half a surrogate pair cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


def read_truth(value: object) -> bool:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    raise Refused(shown(value), "true or false, without quotes", _UNKNOWN if value is None else "")


def read_day(value: object) -> date:
    """Read a date: the native one of TOML, or ISO text."""
    expected = "a date, as 2024-11-29"
    if isinstance(value, datetime):
        raise Refused(shown(value), expected, "leave the time out")
    if isinstance(value, date):
        return value
    if isinstance(value, str) and DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Refused(shown(value), "a day of the calendar") from None
    raise Refused(shown(value), expected, _UNKNOWN if value is None else "")


def read_code(value: object, kind: type[AnyCode]) -> AnyCode:
    """Read a member of an enumeration by its code."""
    for each in kind:
        if isinstance(value, str) and each.value == value:
            return each
    raise Refused(shown(value), "one of " + named(kind))


def named(kind: Iterable[Code]) -> str:
    """Name the codes of an enumeration."""
    return ", ".join(repr(each.value) for each in kind)


def _short(value: int) -> int:
    if abs(value) >= TOO_LARGE:
        raise Refused(shown(value), _SHORT, "is this one figure?")
    return value


def _advice(value: object, no_decimals: str = "") -> str:
    if value is None:
        return _UNKNOWN
    if isinstance(value, str):
        return "write it without quotes" if _WHOLE_TEXT.fullmatch(value) else ""
    if isinstance(value, float):
        return _spelled(repr(value), no_decimals)
    return _spelled(value.literal, no_decimals) if isinstance(value, Bare) else ""


def _spelled(literal: str, no_decimals: str) -> str:
    """Say how a bare number with decimals is to be written."""
    text = literal.replace("_", "").removeprefix("+")
    if len(text) > _LONGEST_BARE:
        return f"write {_SHORT}"
    number = Decimal(text)
    if abs(number.adjusted()) > _LONGEST_BARE:
        return "write all its digits"
    if not number.is_finite():
        return _UNKNOWN
    plain = f"{number:f}" if "e" in text.lower() else text
    if _WHOLE_TEXT.fullmatch(plain):
        return f"write {plain}"
    advice = no_decimals or f'write "{plain}", in quotes'
    if _GROUPED.fullmatch(plain):
        return f"{advice}; write {plain.replace('.', '')} if the dot groups digits"
    return advice

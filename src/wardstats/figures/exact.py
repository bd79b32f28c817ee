"""The door: which numbers are let in, and as what.

Integers, whatever has `__index__` (numpy's integers), Fractions and finite Decimals are exact
and come in as `int` or `Fraction`. Floats and bools are refused, because nothing that decides
may have been rounded unseen.
"""

import operator
import re
from decimal import Decimal
from fractions import Fraction
from typing import SupportsIndex

from wardstats.errors import NotExact, OutOfRange, TooLong, Unreadable, quoted

Exact = int | Fraction
Number = SupportsIndex | Fraction | Decimal

MOST_PLACES = 12
MOST_DIGITS = 4_000
TOO_LARGE = 10**MOST_DIGITS  # computed once: it takes longer than all else here

_DECIMAL_TEXT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_COUNTABLE = "an int of 0 or more"
_PRINTABLE = f"a number of decimals from 0 to {MOST_PLACES}"


def exact(value: Number) -> Exact:
    """Let in an exact number.

    >>> exact(Decimal("435.75"))
    Fraction(1743, 4)
    """
    if type(value) is int:
        return value
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else value
    if isinstance(value, Decimal):
        return _from_decimal(value)
    return integer(value, "an int, Fraction or Decimal")


def integer(value: object, expected: str = "an int") -> int:
    """Let in an integer, or what numpy and others have as one."""
    if type(value) is int:
        return value
    if isinstance(value, float):
        raise NotExact(
            quoted(value), expected, "pass the counts, a Decimal made from text, or a Fraction"
        )
    if isinstance(value, bool):
        raise NotExact(quoted(value), expected, "True and False count nothing")
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        raise NotExact(quoted(value), expected, f"not {type(value).__name__}") from None


def count(value: SupportsIndex) -> int:
    """Let in a count: an integer, 0 or more.

    >>> count(1471)
    1471
    """
    number = integer(value, _COUNTABLE)
    if number < 0:
        raise OutOfRange(quoted(value), _COUNTABLE, "a count is never negative")
    return number


def decimal_places(value: SupportsIndex) -> int:
    """Let in a number of decimals to print, 0 to 12."""
    number = integer(value, _PRINTABLE)
    if not 0 <= number <= MOST_PLACES:
        raise OutOfRange(quoted(value), _PRINTABLE, "choose how many decimals the report prints")
    return number


def decimal_text(text: str) -> tuple[int, int]:
    """Split plain decimal text into its digits and its number of decimals.

    >>> decimal_text("95.80")
    (9580, 2)
    """
    if not isinstance(text, str):
        raise NotExact(
            quoted(text), "the digits as text, as in '95.83'", "printed zeros count, so quote them"
        )
    if len(text) > MOST_DIGITS:
        raise TooLong(quoted(text), f"at most {MOST_DIGITS:,} digits", "is this one figure?")
    if not _DECIMAL_TEXT.fullmatch(text):
        raise Unreadable(
            quoted(text),
            "plain digits with a dot before decimals, as in '95.83'",
            "read Vietnamese text with wardstats.vi",
        )
    whole, _, decimals = text.partition(".")
    return int(whole + decimals), len(decimals)


def exact_or_text(value: Number | str) -> Exact:
    """Let in an exact number, or the plain decimal text of one.

    >>> exact_or_text("1.4")
    Fraction(7, 5)
    """
    if isinstance(value, str):
        digits, places = decimal_text(value)
        return exact(Fraction(digits, 10**places))
    return exact(value)


def plain_text(value: Exact) -> str | None:
    """Write a number of finitely many decimals as plain text, others as None.

    >>> plain_text(Fraction(7, 5))
    '1.4'
    """
    places = 0
    scaled = Fraction(value)
    while scaled.denominator != 1:
        if places == MOST_PLACES:
            return None
        scaled *= 10
        places += 1
    if abs(scaled) >= TOO_LARGE:
        return None
    digits = f"{abs(scaled.numerator):0{places + 1}d}"
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _from_decimal(value: Decimal) -> Exact:
    if not value.is_finite():
        raise OutOfRange(quoted(value), "a finite number", "a figure not known is None")
    # A short text such as 1e999999999 would fill the memory as an integer.
    if abs(value.adjusted()) >= MOST_DIGITS:
        raise TooLong(quoted(value), f"at most {MOST_DIGITS:,} digits", "is this one figure?")
    return exact(Fraction(value))

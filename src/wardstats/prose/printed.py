"""Numbers as reports print them, read with what stands after them.

The law's style is a dot after thousands and a comma before decimals; a dot before decimals is
read where it has one reading. A number with two readings is UNCERTAIN, and so has no value.

    >>> read("96 tỷ 894 triệu đồng", "96", 2).values
    (Stated.number('96894', scale=6),)
    >>> read("1,806 hồ sơ", "1,806", 5).kind
    TokenKind.UNCERTAIN
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wardstats.figures.rounding import Form, Stated, StatedKind
from wardstats.prose import lexicon
from wardstats.prose.token_kinds import TokenKind

SHAPE = r"[0-9]++(?:[.,][0-9]++)*+"

_SCALE_WORDS = "|".join(sorted(lexicon.SCALES, key=len, reverse=True))
_SCALE = re.compile(rf" ?({_SCALE_WORDS})(?!\w| (?:lệ|suất|trọng|số|giá))", re.IGNORECASE)
_NEXT_PART = re.compile(rf" ?([0-9]{{1,3}}) ?({_SCALE_WORDS})(?!\w)", re.IGNORECASE)
_SIGN = re.compile(
    r" ?(?:(?P<points>điểm (?:phần trăm|%))|(?P<mille>‰|%o|phần nghìn)"
    r"|(?P<percent>%(?: ?%)*|phần trăm))",
    re.IGNORECASE,
)
_SCORE = re.compile(r" ?điểm(?!\w)", re.IGNORECASE)
_PERCENT_SIGN = re.compile(r"(?: ?%)+")
_NEXT_WORD = re.compile(r" ?([^\W_]+)")
_GROUPED = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]{1,6}))?")
_PLAIN = re.compile(r"([0-9]{1,15})(?:,([0-9]{1,6}))?")
_DOTTED = re.compile(r"([0-9]{1,12})\.([0-9]{1,2})")
_LONGEST = 24
_THREE = 3
_PADDED = 2

_FORMS = {"percent": Form(StatedKind.PERCENT), "mille": Form(StatedKind.PER_MILLE)}
_FORMS["points"] = Form(StatedKind.POINTS)
_SCALED = {power: Form(scale=power) for power in (0, *lexicon.SCALES.values())}
_UNUSUAL = {
    form: Form(form.kind, form.scale, decimal_mark=".")
    for form in (*_FORMS.values(), *_SCALED.values())
}


class Read(NamedTuple):
    """What a number is, where it ends with its sign or scale, and what it prints."""

    kind: TokenKind
    end: int
    values: tuple[Stated, ...] = ()


def read(text: str, digits: str, end: int) -> Read:
    """Read the number whose digits end there, with what stands after them."""
    sign = _SIGN.match(text, end)
    if sign:
        return _with_sign(digits, sign)
    if _SCORE.match(text, end):
        return Read(TokenKind.SCORE, end)
    scale = _SCALE.match(text, end)
    if scale:
        return _scaled(text, digits, scale)
    parsed = _parsed(digits, measured=_measured(text, end))
    if parsed is None:
        return Read(TokenKind.UNCERTAIN, end)
    number, places, form = parsed
    kind = TokenKind.AMOUNT if places else TokenKind.COUNT
    return Read(kind, end, (Stated(number, places, form),))


def read_ratio(text: str, parts: list[str], end: int) -> Read:
    """Read two numbers with a slash between them, the last of which ends there."""
    part, whole = parts
    last = read(text, whole, end)
    if last.kind is TokenKind.SCORE or last.kind is TokenKind.PERCENT:
        return Read(last.kind if last.kind is TokenKind.SCORE else TokenKind.UNCERTAIN, last.end)
    if not last.values:
        return Read(TokenKind.UNCERTAIN, last.end)
    parsed = _parsed(part, measured=_measured(text, last.end) or bool(last.values[0].scale))
    if parsed is None:
        return Read(TokenKind.UNCERTAIN, last.end)
    number, places, form = parsed
    scaled = _SCALED[last.values[0].scale] if last.values[0].scale else form
    return Read(TokenKind.RATIO, last.end, (Stated(number, places, scaled), last.values[0]))


def percent_end(text: str, end: int) -> int:
    """Give where the per cent sign after a number ends, if there is one."""
    sign = _PERCENT_SIGN.match(text, end)
    return sign.end() if sign else end


def is_counted(text: str, end: int) -> bool:
    """Say whether what follows a number shows that it counts or measures."""
    if _SIGN.match(text, end) or _SCALE.match(text, end):
        return True
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1].lower() in _COUNTED


def stands_alone(text: str, end: int) -> bool:
    """Say whether no name of what is counted follows a number."""
    word = _NEXT_WORD.match(text, end)
    return (
        word is None or word[1].lower() in lexicon.UNIT_ENDS or _SCORE.match(text, end) is not None
    )


_COUNTED = lexicon.MEASURES | {"hộ", "người", "lượt", "hồ", "vụ", "trẻ", "học", "đơn", "cử", "suất"}


def _with_sign(digits: str, sign: re.Match[str]) -> Read:
    form = _FORMS[sign.lastgroup or "percent"]
    kind = TokenKind.POINTS if sign["points"] else TokenKind.PERCENT
    parsed = _parsed(digits, measured=True, form=form)
    if parsed is None or (_GROUPED.fullmatch(digits) and "," not in digits):
        return Read(TokenKind.UNCERTAIN, sign.end())
    return Read(kind, sign.end(), (Stated(*parsed),))


def _scaled(text: str, digits: str, scale: re.Match[str]) -> Read:
    """Read "5,893 triệu", and "96 tỷ 894 triệu", each part below one of the scale before it."""
    power, end = lexicon.SCALES[scale[1].lower()], scale.end()
    parsed = _parsed(digits, measured=True, form=_SCALED[power])
    if parsed is None:
        return Read(TokenKind.UNCERTAIN, end)
    number, places, form = parsed
    while not places and (part := _NEXT_PART.match(text, end)):
        below = lexicon.SCALES[part[2].lower()]
        if below >= power or int(part[1]) >= 10 ** (power - below):
            return Read(TokenKind.UNCERTAIN, part.end())
        number = number * 10 ** (power - below) + int(part[1])
        power, end, form = below, part.end(), _SCALED[below]
    return Read(TokenKind.AMOUNT, end, (Stated(number, places, form),))


def _measured(text: str, end: int) -> bool:
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1].lower() in lexicon.MEASURES


def _parsed(
    digits: str, *, measured: bool, form: Form = _SCALED[0]
) -> tuple[int, int, Form] | None:
    """Give the digits, how many are decimals and the form, if there is one reading."""
    if len(digits) > _LONGEST:
        return None
    match = _GROUPED.fullmatch(digits) or _PLAIN.fullmatch(digits)
    if match:
        whole, decimals = match[1], match[2] or ""
        padded = len(whole) > _PADDED and whole.startswith("0")
        thousands = len(decimals) == _THREE and "." not in whole and whole != "0"
        if padded or (thousands and form is _SCALED[0]):
            return None
        return int(whole.replace(".", "") + decimals), len(decimals), form
    match = _DOTTED.fullmatch(digits) if measured else None
    if match is None:
        return None
    return int(match[1] + match[2]), len(match[2]), _UNUSUAL[form]

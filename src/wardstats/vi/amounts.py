"""Money: đồng, and thousands, millions, billions of them; printed and read back.

>>> money(4_639_287_000), money(435_750_000_000, "tỷ", 2), money(4_200_000_000, "tỷ", 2)
('4.639.287.000 đồng', '435,75 tỷ đồng', '4,2 tỷ đồng')
>>> read_money("435,75 tỷ đồng")
Stated.number('435.75', scale=9)
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, SupportsIndex

from wardstats.errors import OutOfRange, WrongKind, quoted
from wardstats.figures.exact import Number, decimal_places, exact
from wardstats.figures.rounding import Form, Reach, Rounding, Stated, StatedKind
from wardstats.vi.numerals import set_rounded
from wardstats.vi.symbols import set_digits
from wardstats.vi.text import DECIMALS, GROUPED, UNPADDED, candidates, cleaned, refuse

Scale = Literal["đồng", "nghìn", "triệu", "tỷ", "nghìn tỷ"]

_POWERS = {"đồng": 0, "nghìn": 3, "triệu": 6, "tỷ": 9, "nghìn tỷ": 12}
_WORDS = {power: f"{word} đồng" if power else word for word, power in _POWERS.items()}

_SCALE = r"(?: ?((?:nghìn|ngàn) (?:tỷ|tỉ)|nghìn|ngàn|triệu|tỷ|tỉ)(?=đ|\b))?"
_CURRENCY = r"(?:đồng|đ|₫|vnđ|vnd)"
_PART = re.compile(rf"({GROUPED}|{UNPADDED})(?:,({DECIMALS}))?{_SCALE} ?", re.IGNORECASE)
_END = re.compile(_CURRENCY, re.IGNORECASE)
_AMOUNT_LIKE = re.compile(rf"(-?[0-9., ]*[0-9]){_SCALE}(?: ?{_CURRENCY})?", re.IGNORECASE)
# "1 tỷ 20" is said for 1 tỷ 20 triệu.
_NEXT = {"nghìn tỷ": "tỷ đồng", "tỷ": "triệu đồng", "triệu": "nghìn đồng", "nghìn": "đồng"}
_TEN = 10
_EXPECTED = "an amount of money as in '4.639.287.000 đồng' or '435,75 tỷ đồng'"


def money(
    amount: Number | Stated,
    scale: Scale = "đồng",
    places: SupportsIndex | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
    keep_zeros: bool = False,
) -> str:
    """Print an amount of đồng, in the scale the caller chooses: nghìn, triệu, tỷ, nghìn tỷ.

    Zeros at the end are dropped where the exact amount has none there, unless they are kept;
    `places` may be left out where the amount is whole in its scale. A Stated amount is printed
    as it stands.

        >>> money(3_525_000_000, "triệu"), money(4_200_000_000, "tỷ", 2, keep_zeros=True)
        ('3.525 triệu đồng', '4,20 tỷ đồng')
    """
    if isinstance(amount, Stated):
        return _stated(amount, scale, places)
    power = _power(scale)
    scaled = exact(Fraction(exact(amount), 10**power))
    if places is None:
        if not isinstance(scaled, int):
            raise WrongKind(f"{quoted(amount)} in {scale}", "a number of decimals", "as places=2")
        places = 0
    digits = set_rounded(scaled, places, rounding, keep_zeros=keep_zeros)
    return f"{digits} {_WORDS[power]}"


def read_money(text: str) -> Stated:
    """Read an amount of money as printed, with its scale: "4 tỷ 420 triệu đồng", "21 tỉ".

    >>> read_money("4 tỷ 420 triệu đồng"), read_money("379.800.000đ")
    (Stated.number('4420', scale=6), Stated.number('379800000'))
    """
    plain = cleaned(text)
    amount = _amount(plain)
    if amount is None:
        refuse(
            text,
            _EXPECTED,
            (each for each in _meant(plain) if _amount(each) is not None),
            "only the amount, each unit named once, from the greatest down, decimals in the last",
        )
    return amount


class _Part(NamedTuple):
    whole: int
    decimals: str
    scale: str | None


def _amount(plain: str) -> Stated | None:
    parts, rest = _split(plain.removeprefix("-"))
    if not parts or not (_END.fullmatch(rest) if rest else parts[-1].scale):
        return None
    powers = [_POWERS[part.scale or "đồng"] for part in parts]
    for above, below, part in zip(powers, powers[1:], parts[1:], strict=False):
        if below >= above or part.whole >= 10 ** (above - below):
            return None
    if any(part.decimals for part in parts[:-1]):
        return None
    last = parts[-1].decimals
    units = sum(
        part.whole * 10 ** (power - powers[-1]) for part, power in zip(parts, powers, strict=True)
    )
    digits = units * 10 ** len(last) + int(last or "0")
    return Stated(-digits if plain.startswith("-") else digits, len(last), Form(scale=powers[-1]))


def _split(text: str) -> tuple[list[_Part], str]:
    """Split off numbers with their scales, to the first without one, and give what is left."""
    parts: list[_Part] = []
    position = 0
    while match := _PART.match(text, position):
        parts.append(_Part(int(match[1].replace(".", "")), match[2] or "", _scale(match[3])))
        position = match.end()
        if not match[3]:
            break
    return parts, text[position:]


def _scale(word: str | None) -> str | None:
    return word and word.lower().replace("ngàn", "nghìn").replace("tỉ", "tỷ")


def _meant(plain: str) -> Iterator[str]:
    """Give what an amount in another style may have meant, or one that lacks its last unit."""
    if match := _AMOUNT_LIKE.fullmatch(plain):
        scale = _scale(match[2])
        for each in candidates(match[1]):
            yield f"{set_digits(*each)} {f'{scale} đồng' if scale else 'đồng'}"
    parts, rest = _split(plain.removeprefix("-"))
    if rest or not parts or parts[-1].scale:
        return
    *above, last = parts
    words = "".join(f"{set_digits(part.whole, 0)} {part.scale} " for part in above)
    start = f"{'-' if plain.startswith('-') else ''}{words}"
    digits = set_digits(int(f"{last.whole}{last.decimals}"), len(last.decimals))
    if above:
        hundreds = "" if last.decimals or last.whole >= _TEN else "00"
        yield f"{start}{digits}{hundreds} {_NEXT[above[-1].scale or 'đồng']}"
    yield f"{start}{digits} đồng"


def _power(scale: Scale) -> int:
    if scale not in _POWERS:
        raise OutOfRange(quoted(scale), f"a scale ({', '.join(_POWERS)})")
    return _POWERS[scale]


def _stated(amount: Stated, scale: Scale, places: SupportsIndex | None) -> str:
    words = _WORDS.get(amount.scale)
    if amount.kind is not StatedKind.NUMBER or amount.reach is not Reach.ROUNDED or words is None:
        raise WrongKind(
            quoted(amount), "a plain printed number in đồng, nghìn, triệu, tỷ or nghìn tỷ"
        )
    rounded = places is not None and decimal_places(places) != amount.places
    if rounded or _power(scale) not in (0, amount.scale):
        raise WrongKind(
            quoted(amount),
            "its own scale and decimals",
            "a printed figure is not rounded again; leave scale and places out",
        )
    return f"{set_digits(amount.digits, amount.places)} {words}"

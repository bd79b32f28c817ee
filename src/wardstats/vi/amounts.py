"""Money: đồng, and thousands, millions, billions of them; printed and read back.

>>> money(4_639_287_000), money(435_750_000_000, "tỷ", 2), money(4_200_000_000, "tỷ", 2)
('4.639.287.000 đồng', '435,75 tỷ đồng', '4,2 tỷ đồng')
>>> read_money("435,75 tỷ đồng")
Stated.number('435.75', scale=9)
"""

import re
from fractions import Fraction
from typing import Literal, NamedTuple, SupportsIndex

from wardstats.errors import OutOfRange, WrongKind, quoted
from wardstats.figures.exact import Number, exact
from wardstats.figures.rounding import Reach, Rounding, Stated, StatedKind
from wardstats.vi.numerals import set_rounded
from wardstats.vi.symbols import set_digits
from wardstats.vi.text import GROUPED, UNPADDED, cleaned, refuse

Scale = Literal["đồng", "nghìn", "triệu", "tỷ", "nghìn tỷ"]

_POWERS = {"đồng": 0, "nghìn": 3, "triệu": 6, "tỷ": 9, "nghìn tỷ": 12}
_WORDS = {power: f"{word} đồng" if power else word for word, power in _POWERS.items()}

_CURRENCY = re.compile(r" ?(?:đồng|đ|₫|vnđ|vnd)", re.IGNORECASE)
_PART = re.compile(
    rf"({GROUPED}|{UNPADDED})(?:,([0-9]+))?"
    r"(?: ?((?:nghìn|ngàn) (?:tỷ|tỉ)|nghìn|ngàn|triệu|tỷ|tỉ)\b)? ?",
    re.IGNORECASE,
)
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
        return _stated(amount)
    if scale not in _POWERS:
        raise OutOfRange(quoted(scale), f"a scale ({', '.join(_POWERS)})")
    power = _POWERS[scale]
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
    parts, rest = _split(plain.removeprefix("-"))
    currency = _CURRENCY.fullmatch(rest) is not None
    if not parts or (rest and not currency):
        refuse(text, _EXPECTED, advice="name the unit: đồng, triệu đồng, tỷ đồng")
    if parts[-1].scale is None and not currency:
        refuse(text, _EXPECTED, _units_meant(plain, parts))
    powers = [_POWERS[part.scale or "đồng"] for part in parts]
    for above, below, part in zip(powers, powers[1:], parts[1:], strict=False):
        if part.whole * 10**below >= 10**above:
            refuse(text, _EXPECTED, advice="each scale once, from the greatest down")
    if any(part.decimals for part in parts[:-1]):
        refuse(text, _EXPECTED, advice="decimals belong to the last scale")
    last = parts[-1].decimals
    units = sum(
        part.whole * 10 ** (power - powers[-1]) for part, power in zip(parts, powers, strict=True)
    )
    digits = units * 10 ** len(last) + int(last or "0")
    return Stated(-digits if plain.startswith("-") else digits, len(last), powers[-1])


class _Part(NamedTuple):
    whole: int
    decimals: str
    scale: str | None


def _split(text: str) -> tuple[list[_Part], str]:
    """Split off numbers with their scales, and give what is left."""
    parts, position = [], 0
    while position < len(text) and (match := _PART.match(text, position)):
        scale = match[3] and match[3].lower().replace("ngàn", "nghìn").replace("tỉ", "tỷ")
        parts.append(_Part(int(match[1].replace(".", "")), match[2] or "", scale))
        position = match.end()
    return parts, text[position:]


def _units_meant(plain: str, parts: list[_Part]) -> list[str]:
    meant = [f"{plain} đồng"]
    if len(parts) == 2 and not parts[0].decimals:  # noqa: PLR2004 - as "1 tỷ 2"
        meant.insert(0, f"{parts[0].whole},{parts[1].whole} {parts[0].scale} đồng")
    return meant


def _stated(amount: Stated) -> str:
    words = _WORDS.get(amount.scale)
    if amount.kind is not StatedKind.NUMBER or amount.reach is not Reach.ROUNDED or words is None:
        raise WrongKind(
            quoted(amount), "a plain printed number in đồng, nghìn, triệu, tỷ or nghìn tỷ"
        )
    return f"{set_digits(amount.digits, amount.places)} {words}"

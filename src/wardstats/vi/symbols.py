"""The signs of Vietnamese figures, from Babel's locale data, and digits set with them.

Only the signs come from Babel: the digits come from integers that are already rounded, so no
decimal context and no process locale has a say.
"""

from functools import cache
from typing import NamedTuple

from wardstats.errors import TooLong
from wardstats.figures.exact import MOST_DIGITS

_TOO_LARGE = 10**MOST_DIGITS
_THOUSAND = 1000


class Symbols(NamedTuple):
    """The signs a figure is set with."""

    decimal: str
    group: str
    minus: str
    percent: str
    per_mille: str


@cache
def symbols() -> Symbols:
    """Read the signs of Vietnamese once, when first needed.

    >>> symbols()
    Symbols(decimal=',', group='.', minus='-', percent='%', per_mille='‰')
    """
    from babel import Locale

    locale = Locale("vi", "VN")
    signs = locale.number_symbols["latn"]
    percent = locale.percent_formats[None].suffix[0].replace("%", signs["percentSign"])
    return Symbols(
        decimal=signs["decimal"],
        group=signs["group"],
        minus=signs["minusSign"],
        percent=percent,
        per_mille=percent.replace(signs["percentSign"], signs["perMille"]),
    )


def set_digits(scaled: int, places: int) -> str:
    """Set whole units of the last decimal, with a dot after thousands.

    >>> set_digits(435750, 2), set_digits(-5, 2), set_digits(1471, 0)
    ('4.357,50', '-0,05', '1.471')
    """
    if scaled < 0:
        return symbols().minus + set_digits(-scaled, places)
    if scaled >= _TOO_LARGE:
        raise TooLong(
            f"an int of {scaled.bit_length():,} bits",
            f"at most {MOST_DIGITS:,} digits to print",
            "is this one figure?",
        )
    if places:
        whole, decimals = divmod(scaled, 10**places)
        return f"{set_digits(whole, 0)}{symbols().decimal}{str(decimals).zfill(places)}"
    if scaled < _THOUSAND:
        return str(scaled)
    return f"{scaled:,}".replace(",", symbols().group)

"""Percentages, per mille rates, points and changes: printed as offices do, and read back.

The per cent sign follows without a space. A percentage drops its decimals only where the exact
value is whole, so 24.999 of 25.000 is "100,00%", never "100%".

    >>> percent(Rate(1471, 1535), 2), percent(Rate(164, 164), 2), percent(Rate(24_999, 25_000), 2)
    ('95,83%', '100%', '100,00%')
    >>> read_percent("95,83%")
    Stated.percent('95.83')
    >>> change(Growth(71, 70), 1), change(PointChange(Rate(15, 71), Rate(14, 71)), 1)
    ('tăng 1,4%', 'tăng 1,4 điểm phần trăm')
"""

import re
from typing import NamedTuple, NoReturn, Self, SupportsIndex

from attrs import evolve

from wardstats.errors import UndefinedGrowth, UndefinedRate, WrongKind, quoted
from wardstats.figures.changes import Growth, PointChange, Points
from wardstats.figures.exact import MOST_PLACES, decimal_places
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.rounding import Form, Rounding, Stated, StatedKind, nearest
from wardstats.figures.targets import Completion
from wardstats.vi.numerals import set_stated
from wardstats.vi.symbols import set_digits, symbols
from wardstats.vi.text import DECIMALS, GROUPED, UNPADDED, candidates, cleaned, matched, refuse

_OF_ONE = (Rate, Ratio, Completion, Growth, Percent)
_HUNDRED, _THOUSAND = 100, 1000

_DIGITS = rf"(-?)({GROUPED}(?=,)|{UNPADDED})(?:([.,])({DECIMALS}))?"
_POINTS_WORDS = " điểm phần trăm"
_CHANGE = re.compile(r"(tăng|giảm|bằng) (.+)", re.IGNORECASE)
_CHANGE_EXPECTED = "a change as in 'tăng 20,7%', 'giảm 5%' or 'bằng 120,7%'"
_GROUPED = re.compile(GROUPED)


class _Notation(NamedTuple):
    """How a kind of figure is read, and what is told of it where it does not read."""

    kind: StatedKind
    pattern: re.Pattern[str]
    unit: re.Pattern[str]
    sign: str
    expected: str

    @classmethod
    def of(cls, kind: StatedKind, unit: str, sign: str, expected: str) -> Self:
        pattern, end = re.compile(f"{_DIGITS} ?{unit}"), re.compile(f" ?{unit}$")
        return cls(kind, pattern, end, sign, expected)


_PERCENT = _Notation.of(StatedKind.PERCENT, "(?:%|phần trăm)", "%", "a percentage as in '95,83%'")
_PER_MILLE = _Notation.of(
    StatedKind.PER_MILLE, "(?:‰|%o|phần nghìn)", "‰", "a rate per thousand as in '14,1‰'"
)
_POINTS = _Notation.of(
    StatedKind.POINTS,
    "điểm ?(?:phần trăm|%)",
    _POINTS_WORDS,
    "points as in '1,4 điểm phần trăm'",
)


def percent(
    figure: Rate | Ratio | Completion | Growth | Percent | Stated,
    places: SupportsIndex | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
    keep_zeros: bool = False,
    nothing_arose: str | None = None,
) -> str:
    """Print a percentage, rounded once from the exact figure.

    `nothing_arose` is what to print where there is no value, as "không phát sinh" or "-";
    without it that is an error. A Stated percentage is printed as it stands.

        >>> percent(Rate(0, 0), 1, nothing_arose="không phát sinh")
        'không phát sinh'
        >>> percent(Completion(158, 100), 1, keep_zeros=True)
        '158,0%'
    """
    if type(figure) is Rate and figure.whole and type(places) is int:
        text = _set(figure.part * 100, figure.whole, places, rounding, keep_zeros=keep_zeros)
        return text + symbols().percent
    sign = symbols().percent
    if isinstance(figure, Stated):
        return _set_stated(figure, StatedKind.PERCENT, places) + sign
    if not isinstance(figure, _OF_ONE) or getattr(figure, "per", _HUNDRED) != _HUNDRED:
        raise WrongKind(
            quoted(figure),
            "a rate, growth, completion or Percent, told per 100",
            "15 % is Percent(15); per_mille() prints ‰",
        )
    return _told(figure, _HUNDRED, _Style(places, rounding, keep_zeros), nothing_arose, sign)


def read_percent(text: str) -> Stated:
    """Read a percentage as printed: "95,83%", "95,83 %", "95,83 phần trăm".

    A dot before decimals is read, and kept as `decimal_mark`, where it has one reading.

        >>> read_percent("95.83%")
        Stated.percent('95.83', decimal_mark='.')
        >>> read_percent("99.446%")
        Traceback (most recent call last):
        wardstats.errors.Unreadable: '99.446%': expected a percentage as in '95,83%'; write \
'99,446%' or '99446%'
    """
    return _read(text, _PERCENT)


def per_mille(
    figure: Rate | Ratio | Stated,
    places: SupportsIndex | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
    keep_zeros: bool = False,
    nothing_arose: str | None = None,
) -> str:
    """Print a rate per thousand (tỷ suất), as births among a population.

    >>> per_mille(Ratio(71, 5020, per=1000), 1)
    '14,1‰'
    """
    sign = symbols().per_mille
    if isinstance(figure, Stated):
        return _set_stated(figure, StatedKind.PER_MILLE, places) + sign
    if not isinstance(figure, (Rate, Ratio)) or getattr(figure, "per", _THOUSAND) != _THOUSAND:
        raise WrongKind(
            quoted(figure), "a Rate, or a Ratio per 1000", "as Ratio(71, 5020, per=1000)"
        )
    return _told(figure, _THOUSAND, _Style(places, rounding, keep_zeros), nothing_arose, sign)


def read_per_mille(text: str) -> Stated:
    """Read a rate per thousand: "14,1‰", "14,1 phần nghìn".

    >>> read_per_mille("14,1‰")
    Stated.per_mille('14.1')
    """
    return _read(text, _PER_MILLE)


def points(
    figure: Points | PointChange | Stated,
    places: SupportsIndex | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
    keep_zeros: bool = False,
    nothing_arose: str | None = None,
) -> str:
    """Print a distance between two rates, in percentage points.

    >>> points(PointChange(Rate(15, 71), Rate(14, 71)), 1)
    '1,4 điểm phần trăm'
    """
    if isinstance(figure, Stated):
        return _set_stated(figure, StatedKind.POINTS, places) + _POINTS_WORDS
    if not isinstance(figure, (Points, PointChange)):
        raise WrongKind(quoted(figure), "Points or a PointChange", "as Points('1.4')")
    return _told(
        figure, _HUNDRED, _Style(places, rounding, keep_zeros), nothing_arose, _POINTS_WORDS
    )


def read_points(text: str) -> Stated:
    """Read percentage points: "1,4 điểm phần trăm", "1,4 điểm %"; bare "điểm" are a score.

    >>> read_points("1,4 điểm %")
    Stated.points('1.4')
    """
    return _read(text, _POINTS)


def change(
    figure: Growth | PointChange | Stated,
    places: SupportsIndex | None = None,
    *,
    as_index: bool = False,
    rounding: Rounding = Rounding.HALF_UP,
    keep_zeros: bool = False,
    nothing_arose: str | None = None,
    unchanged: str = "không thay đổi",
) -> str:
    """Print a rise or a fall by its size: "tăng 20,7%", "giảm 5%", never "tăng -5%".

    `as_index` tells a growth as the current value in per cent of the previous.

        >>> change(Growth(95, 100), 1), change(Growth(1207, 1000), 1, as_index=True)
        ('giảm 5%', 'bằng 120,7%')
    """
    if not isinstance(figure, (Growth, PointChange, Stated)):
        raise WrongKind(
            quoted(figure), "a Growth, a PointChange or a Stated change", "as Growth(71, 70)"
        )
    try:
        value = figure.value
    except (UndefinedRate, UndefinedGrowth):
        if nothing_arose is None:
            raise
        return nothing_arose
    if as_index:
        index = percent(_index(figure), places, rounding=rounding, keep_zeros=keep_zeros)
        return f"bằng {index}"
    if not value and not isinstance(figure, Stated):
        return unchanged
    told = _told_size(figure, _Style(places, rounding, keep_zeros))
    return f"{'giảm' if value < 0 else 'tăng'} {told}"


def read_change(text: str) -> Stated:
    """Read a rise or a fall: "tăng 20,7%", "giảm 1,4 điểm phần trăm", "bằng 120,7%".

    A fall is negative; an index is read as the growth it tells.

        >>> read_change("giảm 5%"), read_change("bằng 120,7%")
        (Stated.percent('-5'), Stated.percent('20.7'))
    """
    match = _CHANGE.fullmatch(cleaned(text))
    told = match and match[1].lower()
    if match is None or (told != "bằng" and match[2].startswith("-")):
        refuse(text, _CHANGE_EXPECTED, advice="a change is told by its direction and its size")
    size = match[2]
    if told == "bằng":
        index = _read(size, _PERCENT, f"{match[1]} ")
        return evolve(index, digits=index.digits - _HUNDRED * 10**index.places)
    figure = _read(size, _POINTS if "điểm" in size else _PERCENT, f"{match[1]} ")
    return evolve(figure, digits=-figure.digits) if told == "giảm" else figure


def _index(figure: Growth | PointChange | Stated) -> Percent | Stated:
    if isinstance(figure, Growth):
        return figure.index
    if isinstance(figure, Stated) and figure.kind is StatedKind.PERCENT:
        return evolve(figure, digits=figure.digits + _HUNDRED * 10**figure.places)
    raise WrongKind(quoted(figure), "a growth", "a difference in points has no index")


class _Style(NamedTuple):
    places: SupportsIndex | None
    rounding: Rounding
    keep_zeros: bool


def _told_size(figure: Growth | PointChange | Stated, style: _Style) -> str:
    if isinstance(figure, Stated):
        size = evolve(figure, digits=abs(figure.digits))
        return (points if figure.kind is StatedKind.POINTS else percent)(size, style.places)
    if isinstance(figure, Growth):
        return _told(Percent.of(abs(figure.value)), _HUNDRED, style, None, symbols().percent)
    return _told(Points.of(abs(figure.value)), _HUNDRED, style, None, _POINTS_WORDS)


def _told(
    figure: Rate | Ratio | Completion | Growth | Percent | Points | PointChange,
    per: int,
    style: _Style,
    nothing_arose: str | None,
    sign: str,
) -> str:
    places, rounding, keep_zeros = style
    if places is None:
        raise WrongKind(quoted(figure), "a number of decimals", "say it, as places=2")
    try:
        value = figure.value
    except (UndefinedRate, UndefinedGrowth):
        if nothing_arose is None:
            raise
        return nothing_arose
    numerator = value.numerator * per
    return _set(numerator, value.denominator, places, rounding, keep_zeros=keep_zeros) + sign


def _set(
    numerator: int, denominator: int, places: SupportsIndex, rounding: Rounding, *, keep_zeros: bool
) -> str:
    decimals = decimal_places(places)
    if decimals and not keep_zeros and not numerator % denominator:
        decimals = 0
    return _ungrouped(nearest(numerator * 10**decimals, denominator, rounding), decimals)


def _set_stated(figure: Stated, kind: StatedKind, places: SupportsIndex | None) -> str:
    set_stated(figure, kind, places)
    return _ungrouped(figure.digits, figure.places)


def _ungrouped(scaled: int, places: int) -> str:
    """Set a percentage; without decimals no dot, for "1.250%" has two readings."""
    text = set_digits(scaled, places)
    return text if places else text.replace(symbols().group, "")


def _read(text: str, notation: _Notation, before: str = "") -> Stated:
    """Read a figure with its unit; `before` are the words before it, for the errors only."""
    match = matched(notation.pattern, text)
    if match is None:
        _refuse(text, notation, before)
    minus, whole, mark, decimals = match.groups()
    if mark == "." and _GROUPED.fullmatch(f"{whole}.{decimals}"):
        _refuse(text, notation, before)
    digits = int(whole.replace(".", "") + (decimals or ""))
    return Stated(
        -digits if minus else digits,
        len(decimals or ""),
        Form(notation.kind, decimal_mark="." if mark == "." else None),
    )


def _refuse(text: str, notation: _Notation, before: str) -> NoReturn:
    number = notation.unit.sub("", cleaned(text))
    meant = candidates(number)
    if not _GROUPED.fullmatch(number.removeprefix("-")):
        del meant[1:]  # any other dot has one reading
    refuse(
        before + text,
        _CHANGE_EXPECTED if before else notation.expected,
        (before + _ungrouped(*each) + notation.sign for each in meant),
        f"only a number, of at most {MOST_PLACES} decimals, and {notation.sign.strip()!r}",
    )

"""Claims written as reports state them; what is written here, `proofread` reads back the same.

The nouns are the caller's, as reports name what they count: "hồ sơ", "đại diện hộ".

    >>> from wardstats import Rate
    >>> rate(Rate(1471, 1535), "đại diện hộ", 2)
    '1.471/1.535 đại diện hộ, đạt tỷ lệ 95,83%'
    >>> rate(Rate(16, 18), "cán bộ, công chức", 1, style=RateStyle.RATE_FIRST)
    '88,9% (16/18 cán bộ, công chức)'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import SupportsIndex

from wardstats.errors import UnbalancedBreakdown, UndefinedGrowth, Unreadable, WrongKind, quoted
from wardstats.figures.breakdowns import Breakdown
from wardstats.figures.changes import Growth, PointChange
from wardstats.figures.exact import MOST_PLACES, decimal_places
from wardstats.figures.rates import Percent, Rate
from wardstats.figures.targets import (
    AtLeast,
    AtMost,
    Completion,
    LessThan,
    MoreThan,
    Verdict,
    assess,
)
from wardstats.figures.typed import Code
from wardstats.vi import numerals, percentages

_NOTHING = "không phát sinh"
_ALL = 100


class RateStyle(Code):
    """How a rate is stated.

    FRACTION: "16/18 người, đạt tỷ lệ 88,9%". OF_TOTAL: "16 người trong tổng số 18 người, chiếm
    88,9%". RATE_FIRST: "88,9% (16/18 người)".
    """

    FRACTION = "fraction"
    OF_TOTAL = "of-total"
    RATE_FIRST = "rate-first"


_RATES = {
    RateStyle.FRACTION: "{fraction} {noun}, đạt tỷ lệ {percent}",
    RateStyle.OF_TOTAL: "{part} {noun} trong tổng số {whole} {noun}, chiếm {percent}",
    RateStyle.RATE_FIRST: "{percent} ({fraction} {noun})",
}
_TARGETS: dict[type, str] = {
    AtLeast: "",
    MoreThan: "trên ",
    AtMost: "không quá ",
    LessThan: "dưới ",
}
_JUDGED = {
    Verdict.NOT_MET: "không đạt chỉ tiêu",
    Verdict.MET: "đạt chỉ tiêu",
    Verdict.EXCEEDED: "vượt chỉ tiêu",
}


def rate(
    figure: Rate, noun: str, places: SupportsIndex, *, style: RateStyle = RateStyle.FRACTION
) -> str:
    """State a rate with its part and its whole; "không phát sinh" where nothing arose.

    Where so few decimals would say 100 % of what is not all, more are printed.

        >>> rate(Rate(199, 200), "hộ", 0)
        '199/200 hộ, đạt tỷ lệ 99,5%'
    """
    named = _noun(noun)
    if figure.nothing_arose:
        return f"{_NOTHING} {named}"
    return _RATES[RateStyle.given(style)].format(
        fraction=numerals.fraction(figure),
        part=numerals.count(figure.part, pad=True),
        whole=numerals.count(figure.whole, pad=True),
        noun=named,
        percent=_percent(figure, places),
    )


def breakdown(
    figure: Breakdown,
    noun: str,
    names: Mapping[str, str] | None = None,
    *,
    places: SupportsIndex | None = None,
) -> str:
    """State a total and its parts, "gồm" if they make it, "trong đó" if they need not.

    `names` are what the parts are called, their keys unless given. With `places`, each part
    carries its share. Parts that should make the total and do not are refused.

        >>> flow = Breakdown(1799, {"trước hạn": 1484, "đúng hạn": 315})
        >>> breakdown(flow, "hồ sơ", places=1)
        '1.799 hồ sơ, gồm: trước hạn 1.484 hồ sơ (82,5%); đúng hạn 315 hồ sơ (17,5%)'
    """
    named = _noun(noun)
    if figure.gap > 0 or (figure.gap and figure.exhaustive):
        raise UnbalancedBreakdown(
            f"parts that make {quoted(figure.total + figure.gap)} of {quoted(figure.total)}",
            "parts that make the total",
            "mend the parts, or pass exhaustive=False where some are left out",
        )
    parts = []
    for key, part in figure.parts:
        called = _noun((names or {}).get(key, key))
        share = ""
        if places is not None and figure.total:
            share = f" ({_percent(figure.rate(key), places)})"
        parts.append(f"{called} {numerals.count(part, named)}{share}")
    word = "gồm" if figure.exhaustive else "trong đó"
    return f"{numerals.count(figure.total, named)}, {word}: {'; '.join(parts)}"


def completion(
    figure: Completion, noun: str, places: SupportsIndex, *, plan: str = "kế hoạch"
) -> str:
    """State what was done of a plan.

    >>> completion(Completion(158, 100), "lao động", 0)
    '158/100 lao động, đạt 158% kế hoạch'
    """
    named = _noun(noun)
    if figure.nothing_arose:
        return f"{_NOTHING} {named}"
    percent = _percent(figure, places)
    return f"{numerals.fraction(figure)} {named}, đạt {percent} {_noun(plan)}"


def growth(figure: Growth, noun: str, places: SupportsIndex, *, since: str = "cùng kỳ") -> str:
    """State a count, its change, and what that is of the previous count.

    >>> growth(Growth(1095, 1050), "con", 1)
    '1.095 con, tăng 45 con (+4,3%) so với cùng kỳ'
    """
    named, compared = _noun(noun), _noun(since)
    current, previous = figure.current, figure.previous
    if not isinstance(current, int) or not isinstance(previous, int):
        raise WrongKind(quoted(figure), "a growth of counts", "state amounts by vi.money")
    if not figure.is_defined:
        raise UndefinedGrowth(quoted(figure), "a previous count above 0", "state the count alone")
    stated = numerals.count(current, named)
    if current == previous:
        return f"{stated}, không thay đổi so với {compared}"
    rises = current > previous
    size = _percent(Percent.of(abs(figure.value)), places)
    change = numerals.count(abs(current - previous), named)
    return (
        f"{stated}, {'tăng' if rises else 'giảm'} {change} "
        f"({'+' if rises else '-'}{size}) so với {compared}"
    )


def points(figure: PointChange, places: SupportsIndex, *, since: str = "năm trước") -> str:
    """State a rate, how many points it lies from the previous one, and that one.

    >>> points(PointChange(Rate(15, 71), Rate(14, 71)), 1)
    '21,1%, tăng 1,4 điểm phần trăm so với năm trước (19,7%)'
    """
    current = percentages.percent(figure.current, places)
    previous = percentages.percent(figure.previous, places)
    change = percentages.change(figure, places)
    return f"{current}, {change} so với {_noun(since)} ({previous})"


def target(
    actual: Rate,
    aim: AtLeast[Percent] | MoreThan[Percent] | AtMost[Percent] | LessThan[Percent],
    places: SupportsIndex,
) -> str:
    """State a rate, its target, and how it stands to it.

    It is judged by the exact rate, and printed so that what is printed says the same.

        >>> target(Rate(15, 71), LessThan(Percent(15)), 1)
        '21,1% (chỉ tiêu dưới 15%), không đạt chỉ tiêu'
    """
    if type(aim) not in _TARGETS:
        raise WrongKind(quoted(aim), "AtLeast, MoreThan, AtMost or LessThan a Percent")
    verdict = assess(actual, aim).verdict
    if verdict is Verdict.NOT_ASSESSED:
        return _NOTHING
    rated = _percent(actual, places)
    bound = percentages.percent(aim.bound, places)
    return f"{rated} (chỉ tiêu {_TARGETS[type(aim)]}{bound}), {_JUDGED[verdict]}"


def _percent(figure: Rate | Completion | Percent, places: SupportsIndex) -> str:
    """Print a percentage with more decimals where fewer would say 100 % of what is not all."""
    decimals = decimal_places(places)
    while figure.value != 1 and figure.percent(decimals) == _ALL and decimals < MOST_PLACES:
        decimals += 1
    return percentages.percent(figure, decimals)


def _noun(noun: str) -> str:
    """Let in words only: digits would make other figures of the sentence."""
    if not isinstance(noun, str) or not noun.strip() or any(map(str.isdigit, noun)):
        raise Unreadable(quoted(noun), "a noun without digits, as 'hồ sơ'")
    return noun.strip()

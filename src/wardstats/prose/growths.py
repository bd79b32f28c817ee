"""Growth with its amount: "724 nghìn ha, giảm 16 nghìn ha (-2,2%)".

The previous value is mostly not printed; it is the current one less the change.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wardstats.figures.rounding import Stated
from wardstats.prose import claims, units
from wardstats.prose.changes_told import direction, is_change
from wardstats.prose.choosing import RULES
from wardstats.prose.claims import ClaimKind
from wardstats.prose.lexicon import words
from wardstats.prose.token_kinds import RATES
from wardstats.prose.told import Lead, told

if TYPE_CHECKING:
    from wardstats.prose.claims import Claim
    from wardstats.prose.page import Mention, Page
    from wardstats.prose.told import Told

_FURTHEST = 14
_NEXT = 3
_FEW_TOKENS = 20
_MOST_FIGURES = 6
_SAME_SIZE = frozenset({"đương", "ứng"})
_TO = words("lên xuống còn đến")
_SINCE = words("so với cùng kỳ năm trước ngoái tháng quý (")
_PERIODS = words("năm tháng quý kỳ")
_ENDS_CLAUSE = frozenset({";", ":", "do"})


class _Change(NamedTuple):
    """A change and its direction, 1 or -1; the words that tell it begin at `start`."""

    figure: Mention
    way: int
    start: int


def after_change(page: Page, percent: Mention) -> Claim | None:
    """Read "726 vụ, tăng 103 vụ (16,5%)", "tăng 13 vụ, tương đương 19,1%", "bằng 97,2%"."""
    how = told(page, percent)
    if how.lead not in {Lead.BRACKET, Lead.LEVEL, Lead.RISE, Lead.FALL}:
        return None
    change = _change_before(page, percent, how)
    if change is None or change.way == -_way(how.lead):
        return None
    led = page.words(how.start, percent.at)
    if how.lead is Lead.LEVEL and not {"bằng", *_SAME_SIZE} & set(led):
        return None
    return _of_current(page, percent, change, as_index="bằng" in led)


def before_change(page: Page, percent: Mention) -> Claim | None:
    """Read "giảm 0,8% (-8,8 nghìn ha)", "tăng 2,8% so với vụ trước, tương ứng gần 1,8 tạ/ha"."""
    how = told(page, percent)
    as_index = how.lead is Lead.LEVEL and "bằng" in page.words(how.start, percent.at)
    figure = next(iter(page.after(percent.at)), None)
    if figure is None or not (_way(how.lead) or as_index) or not _follows(page, percent, figure):
        return None
    between = page.words(percent.at + 1, figure.at)
    way = direction(page, figure)[0]
    if as_index:
        if not way or "," not in between[-_NEXT:] or {"(", ":"} & set(between):
            return None
        return _of_current(page, percent, _Change(figure, way, how.start), as_index=True)
    change = _Change(figure, _way(how.lead), how.start)
    if page.word(figure.at - 1) == "(" and not way:
        return _change_or_previous(page, percent, change)
    told_so = ("(" in between and way) or _SAME_SIZE & set(between)
    if not told_so or way == -change.way:
        return None
    return _of_current(page, percent, change, as_index=False)


def from_to(page: Page, percent: Mention) -> Claim | None:
    """Read "từ 120 hộ xuống còn 90 hộ, giảm 25%", and two years in a row, if that fits."""
    how = told(page, percent)
    found = page.before(how.start)
    current, previous = next(found, None), next(found, None)
    if previous is None or current is None or not _way(how.lead) or previous.value <= 0:
        return None
    if previous.sentence != percent.sentence or not units.alike(current.unit, previous.unit):
        return None
    if any(is_change(page, each) or each.key in page.parts for each in (current, previous)):
        return None
    between = page.words(previous.at + 1, current.at)
    said = page.word(previous.at - 1) == "từ" and _TO & set(between)
    if not said and not _PERIODS & set(between):
        return None
    exact = _way(how.lead) * (Fraction(current.value) / previous.value - 1)
    apart = page.words(current.at + 1, how.start)
    if {";", ":"} & set(apart) or not (said or _fits(percent.figure, exact)):
        return None
    return claims.changed(percent, current, previous, rises=how.lead is Lead.RISE)


def over_previous(page: Page, percent: Mention) -> Claim | None:
    """Read "tăng 4,3% so với 1.050 con cùng kỳ", "bằng 104,3% so với cùng kỳ (1.050 con)"."""
    how = told(page, percent)
    as_index = how.lead is Lead.LEVEL and "bằng" in page.words(how.start, percent.at)
    previous = next(iter(page.after(percent.at)), None)
    current = next(iter(page.before(how.start)), None)
    if previous is None or current is None or not (_way(how.lead) or as_index):
        return None
    since = page.words(percent.at + 1, previous.at)
    if since[:2] != ["so", "với"] or not all(map(_is_since, since)):
        return None
    if current.sentence != percent.sentence or not units.alike(current.unit, previous.unit):
        return None
    change = _Change(previous, _way(how.lead), how.start)
    if is_change(page, current) or not _stands_before(page, current, change):
        return None
    if as_index:
        return claims.rate(percent, current, previous, ClaimKind.GROWTH)
    return claims.changed(percent, current, previous, rises=how.lead is Lead.RISE)


def _is_since(word: str) -> bool:
    return word in _SINCE or word.isdigit()


def _way(lead: Lead) -> int:
    return {Lead.RISE: 1, Lead.FALL: -1}.get(lead, 0)


def _change_before(page: Page, percent: Mention, how: Told) -> _Change | None:
    figure = next(iter(page.before(how.start)), None)
    if figure is None or figure.sentence != percent.sentence or how.start - figure.at > _FURTHEST:
        return None
    if figure.kind in RATES or figure.depth > page.depths[how.start]:
        return None
    way, start = direction(page, figure)
    if not way or {";", ":"} & set(page.words(figure.at + 1, how.start)):
        return None
    return _Change(figure, way, start)


def _follows(page: Page, percent: Mention, figure: Mention) -> bool:
    if figure.sentence != percent.sentence or figure.kind in RATES:
        return False
    near = figure.at - percent.at <= _FURTHEST
    return near and ";" not in page.words(percent.at + 1, figure.at)


def _change_or_previous(page: Page, percent: Mention, change: _Change) -> Claim | None:
    """Read "tăng 4,3% (45 con)", and "tăng 4,3% so với cùng kỳ (1.050 con)", told before."""
    current = next(iter(page.before(change.start)), None)
    if current is None or current.sentence != percent.sentence or current.kind in RATES:
        return None
    if not units.alike(current.unit, change.figure.unit) or is_change(page, current):
        return None
    as_change = _growth(percent, current, change, as_index=False)
    as_previous = claims.changed(percent, current, change.figure, rises=change.way > 0)
    if as_change is not None and _fits(percent.figure, _share(current, change)):
        return as_change
    previous = Fraction(change.figure.value)
    if previous > 0 and _fits(percent.figure, change.way * (current.value / previous - 1)):
        return as_previous
    if any(each.is_rough or each.is_bounded for each in (current, change.figure)):
        return None
    # Neither fits: a figure of less than half the size is the change, not what was before.
    return as_previous if 2 * previous > current.value else as_change


def _of_current(page: Page, percent: Mention, change: _Change, *, as_index: bool) -> Claim | None:
    """Find the current value, the nearest before of the change's unit.

    One that does not stand just before the change is taken only if the growth fits it.
    """
    for count, current in enumerate(page.before(change.start)):
        if current.sentence != percent.sentence or count > _MOST_FIGURES:
            return None
        if current.kind in RATES or is_change(page, current) or current.key in page.wholes:
            continue
        if not units.alike(current.unit, change.figure.unit):
            continue
        claim = _growth(percent, current, change, as_index=as_index)
        if claim is None:
            return None
        exact = _share(current, change)
        if _fits(percent.figure, 1 + change.way * exact if as_index else exact):
            return claim
        if not count and _stands_before(page, current, change):
            later = _told_before(page, current, change)
            if later is not None:
                claim = _growth(percent, later, change, as_index=as_index)
            return claim if later is not None or not _tells_two_periods(page, change) else None
        if not count:
            return None
    return None


def _told_before(page: Page, previous: Mention, change: _Change) -> Mention | None:
    """Find 456 in "tháng 10 có 456 hồ sơ, tháng 9 có 440 hồ sơ, tăng 16 hồ sơ (3,6%)"."""
    current = next(iter(page.before(previous.at)), None)
    if current is None or current.sentence != previous.sentence or current.kind in RATES:
        return None
    apart = Fraction(current.value) - previous.value
    return current if apart == change.way * change.figure.value else None


def _tells_two_periods(page: Page, change: _Change) -> bool:
    """Say whether the nearest figure may be that of the earlier period."""
    before = page.words(max(change.start - _FEW_TOKENS, 0), change.start)
    return any(before.count(period) > 1 for period in _PERIODS)


def _stands_before(page: Page, current: Mention, change: _Change) -> bool:
    between = page.words(current.at + 1, change.start)
    rough = any(each.is_bounded or each.is_rough for each in (current, change.figure))
    return not rough and not _ENDS_CLAUSE & set(between) and between.count(",") <= 1


def _previous(current: Mention, change: _Change) -> Fraction:
    return Fraction(current.value) - change.way * change.figure.value


def _share(current: Mention, change: _Change) -> Fraction:
    return change.figure.value / _previous(current, change)


def _growth(percent: Mention, current: Mention, change: _Change, *, as_index: bool) -> Claim | None:
    if _previous(current, change) <= 0:
        return None
    make = claims.index if as_index else claims.growth
    return make(percent, current, change.figure, rises=change.way > 0)


def _fits(printed: Stated, exact: Fraction) -> bool:
    return any(exact in printed.interval(rule) for rule in RULES)

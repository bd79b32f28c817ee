"""Growth with its amount: "724 nghìn ha, giảm 16 nghìn ha (-2,2%)".

The previous value is not printed; it is the current one less the change.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from wardstats.figures.rounding import Rounding, Stated
from wardstats.prose import claims, units
from wardstats.prose.changes_told import direction, is_change
from wardstats.prose.token_kinds import RATES
from wardstats.prose.told import Lead, told

if TYPE_CHECKING:
    from wardstats.prose.claims import Claim
    from wardstats.prose.page import Mention, Page

_FURTHEST = 14
_MOST_FIGURES = 6
_NEXT = 4
_RULES = (Rounding.HALF_UP, Rounding.TRUNCATE)
_SAME_SIZE = frozenset({"đương", "ứng"})


def after_change(page: Page, percent: Mention) -> Claim | None:
    """Read "726 vụ, tăng 103 vụ (16,5%)", "tăng 13 vụ, tương đương 19,1%", "bằng 97,2%"."""
    how = told(page, percent)
    if how.lead not in {Lead.BRACKET, Lead.LEVEL, Lead.RISE, Lead.FALL}:
        return None
    change = next(iter(page.before(how.start)), None)
    if change is None or change.sentence != percent.sentence or how.start - change.at > _FURTHEST:
        return None
    if change.kind in RATES or page.depths[change.at] > page.depths[how.start]:
        return None
    told_as, start = direction(page, change)
    between = page.words(change.at + 1, how.start)
    if not told_as or {";", ":"} & set(between) or not _same_way(how.lead, told_as):
        return None
    lead = page.words(how.start, percent.at)
    if how.lead is Lead.LEVEL and not {"bằng", *_SAME_SIZE} & set(lead):
        return None
    return _bound(page, percent, change, told_as, start, as_index="bằng" in lead)


def before_change(page: Page, percent: Mention) -> Claim | None:
    """Read "giảm 0,8% (-8,8 nghìn ha)", "tăng 2,8% so với vụ trước, tương ứng gần 1,8 tạ/ha"."""
    how = told(page, percent)
    as_index = how.lead is Lead.LEVEL and "bằng" in page.words(how.start, percent.at)
    if how.lead not in {Lead.RISE, Lead.FALL} and not as_index:
        return None
    change = next(iter(page.after(percent.at)), None)
    if change is None or change.sentence != percent.sentence or change.kind in RATES:
        return None
    between = page.words(percent.at + 1, change.at)
    if change.at - percent.at > _FURTHEST or ";" in between:
        return None
    told_as, _ = direction(page, change)
    if as_index:
        told_after = told_as and "," in between[-3:] and not {"(", ":"} & set(between)
        return (
            _bound(page, percent, change, told_as, how.start, as_index=True) if told_after else None
        )
    if page.word(change.at - 1) == "(" and not told_as:
        return _in_bracket(page, percent, change, how.lead is Lead.RISE, how.start)
    opened = "(" in between and (told_as or _SAME_SIZE & set(between))
    if not opened and not ("tương" in between and _SAME_SIZE & set(between)):
        return None
    rises = 1 if how.lead is Lead.RISE else -1
    if told_as and told_as != rises:
        return None
    return _bound(page, percent, change, rises, how.start, as_index=False)


def _in_bracket(
    page: Page, percent: Mention, told_there: Mention, rises: bool, start: int
) -> Claim | None:
    """Read "tăng 4,3% (45 con)", and "tăng 4,3% so với cùng kỳ (1.050 con)", which is told before."""
    current = next(iter(page.before(start)), None)
    if current is None or current.sentence != percent.sentence or current.kind in RATES:
        return None
    if not units.alike(current.unit, told_there.unit) or is_change(page, current):
        return None
    claims_meant = (
        claims.growth(percent, current, told_there, rises=rises),
        claims.changed(percent, current, told_there, rises=rises),
    )
    amounts = (
        Fraction(told_there.value) / (current.value - (1 if rises else -1) * told_there.value or 1),
        Fraction(abs(current.value - told_there.value)) / (told_there.value or 1),
    )
    for claim, exact in zip(claims_meant, amounts, strict=True):
        if any(exact in percent.figure.interval(rule) for rule in _RULES):
            return claim
    if any(each.is_rough or each.is_bounded for each in (current, told_there)):
        return None
    # Neither fits: a figure of less than half the size is the change, not what was before.
    return claims_meant[2 * told_there.value > current.value]


def _same_way(lead: Lead, told_as: int) -> bool:
    return not ((lead is Lead.RISE and told_as < 0) or (lead is Lead.FALL and told_as > 0))


def _bound(
    page: Page, percent: Mention, change: Mention, rises: int, start: int, *, as_index: bool
) -> Claim | None:
    """Find the current value: the nearest before the change of its unit."""
    make = claims.index if as_index else claims.growth
    for count, current in enumerate(page.before(start)):
        if current.sentence != percent.sentence or count > _MOST_FIGURES:
            return None
        if current.kind in RATES or is_change(page, current) or current.key in page.wholes:
            continue
        if not units.alike(current.unit, change.unit):
            continue
        previous = current.value - rises * change.value
        if previous <= 0:
            return None
        claim = make(percent, current, change, rises=rises > 0)
        exact = Fraction(change.value) / previous
        printed = claim.figure if isinstance(claim.figure, Stated) else percent.figure
        near = [rule for rule in _RULES if exact in printed.interval(rule)]
        words = page.words(current.at + 1, start)
        rough = any(each.is_bounded or each.is_rough for each in (current, change))
        direct = (
            count == 0 and not rough and not {";", ":", "do"} & set(words) and words.count(",") <= 1
        )
        if near or direct:
            return claim
        if count == 0:
            return None
    return None

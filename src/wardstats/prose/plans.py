"""Plans: completion of a plan printed after it, excess over it, and times cut short."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from wardstats.prose import claims, units
from wardstats.prose.changes_told import is_change
from wardstats.prose.choosing import RULES, fits
from wardstats.prose.claims import Claim, ClaimKind
from wardstats.prose.lexicon import words
from wardstats.prose.subjects import subject
from wardstats.prose.token_kinds import RATES
from wardstats.prose.told import Lead, Tail, is_average, told

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page

_FURTHEST = 9
_FURTHEST_PLAN = 14
_FURTHEST_CUT = 210


def plan_after(page: Page, percent: Mention) -> Claim | None:
    """Read "169 sản phẩm (đạt 84,5% so với kế hoạch là 200 sản phẩm)"."""
    how = told(page, percent)
    if how.tail is not Tail.PLAN or how.lead not in {Lead.LEVEL, Lead.BRACKET}:
        return None
    plan = next(iter(page.after(percent.at)), None)
    if plan is None or plan.at - percent.at > _FURTHEST_PLAN or plan.kind in RATES:
        return None
    between = page.words(percent.at + 1, plan.at)
    if not all(word in _PLAN_LINKS for word in between):
        return None
    found = subject(page, percent, how)
    part = found[0] if found is not None else None
    if part is None or part.key in page.wholes:
        return None
    sure = units.alike(part.unit, plan.unit) and not is_change(page, part)
    likely = units.may_be_alike(part.unit, plan.unit)
    if not sure and not (likely and any(fits(percent, part, plan, rule) for rule in RULES)):
        return None
    return claims.rate(percent, part, plan, ClaimKind.PLAN)


def plan_before(page: Page, percent: Mention) -> Claim | None:
    """Read "420 lao động (kế hoạch 400 lao động), đạt 105%"."""
    how = told(page, percent)
    if how.tail is Tail.PREVIOUS or how.lead not in {Lead.LEVEL, Lead.BRACKET}:
        return None
    found = subject(page, percent, how)
    plan = next(iter(page.after(found[0].at)), None) if found is not None else None
    if found is None or plan is None or plan.at > percent.at or plan.depth <= found[0].depth:
        return None
    part, direct = found
    opening = page.words(part.at + 1, plan.at)
    led = opening[opening.index("(") + 1 :] if "(" in opening else []
    if not led or not all(word in _PLAN_LINKS for word in led) or plan.kind in RATES:
        return None
    sure = how.tail is Tail.PLAN and direct and units.alike(part.unit, plan.unit)
    likely = units.may_be_alike(part.unit, plan.unit)
    if not sure and not (likely and any(fits(percent, part, plan, rule) for rule in RULES)):
        return None
    return claims.rate(percent, part, plan, ClaimKind.PLAN)


def excess(page: Page, percent: Mention) -> Claim | None:
    """Read "53,5/52 ha, tăng 2,9%", and "246,9/217 ha, vượt 113,78%", which means đạt."""
    how = told(page, percent)
    if how.lead not in {Lead.OVER, Lead.RISE} or how.tail is Tail.PREVIOUS:
        return None
    actual = next(iter(page.before(how.start)), None)
    pair = page.wholes.get(actual.key) if actual is not None else None
    if (
        pair is None
        or how.start - pair.whole.at > _FURTHEST
        or not pair.sure
        or not pair.whole.value
    ):
        return None
    words = page.words(pair.whole.at + 1, how.start)
    if pair.whole.sentence != percent.sentence or {";", "(", ")"} & set(words):
        return None
    for rule in RULES:
        if fits(percent, *pair[:2], rule):
            return claims.rate(percent, *pair[:2], ClaimKind.PLAN)
        over = Fraction(pair.part.value) / pair.whole.value - 1
        if over in percent.figure.interval(rule):
            return claims.changed(percent, *pair[:2], rises=True)
    return None


def cut(page: Page, percent: Mention) -> Claim | None:
    """Read "từ 10 ngày xuống còn 05 ngày … Tỷ lệ cắt giảm thời gian 50%"."""
    words = page.words(max(percent.at - 8, 0), percent.at)
    if not any(pair in _CUTS for pair in pairwise(words)) or is_average(page, percent):
        return None
    found = page.before(percent.at)
    last, first = next(found, None), next(found, None)
    if first is None or last is None or percent.at - first.at > _FURTHEST_CUT:
        return None
    if page.word(first.at - 1) != "từ" or not units.alike(first.unit, last.unit):
        return None
    down = page.words(first.at + 1, last.at)
    if not {"xuống", "còn"} & set(down) or last.value >= first.value:
        return None
    return claims.changed(percent, last, first, rises=False)


_PLAN_LINKS = words(
    "so với kế hoạch kh nq năm dự toán chỉ tiêu nghị quyết mục giao được đề ra là tỉnh "
    "huyện xã phường ( :"
)
_CUTS = {("cắt", "giảm"), ("rút", "ngắn"), ("giảm", "thời")}

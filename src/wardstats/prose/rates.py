"""Rates: which figure is the part, which the whole of a percentage.

Wordings that leave no doubt ("X/Y …, đạt Z%", "X trong tổng số Y", "Y, trong đó X …, chiếm Z%")
bind whether or not the rate fits. A whole that stands further off is bound only where it fits:
a percentage of some digits does not fit an unrelated pair by chance.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from wardstats.figures.rounding import Rounding
from wardstats.prose import lexicon, units
from wardstats.prose.changes_told import is_change
from wardstats.prose.choosing import RULES, choose, fits, kind_of
from wardstats.prose.claims import Claim, ClaimKind, Unbound, rate, unbound
from wardstats.prose.lexicon import words
from wardstats.prose.subjects import in_bracket_after, may_be_else, pair_before, subject
from wardstats.prose.token_kinds import RATES, TokenKind
from wardstats.prose.told import Lead, Tail, Told, is_goal, told
from wardstats.prose.wholes import candidates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wardstats.prose.page import Mention, Page, Pair

_FIGURES_ON = 12
_FIGURES_BACK = 24
_FEW_WORDS = 7
_CHANGE_WORDS = 10
_TOTAL_LINKS = words("so với trên trong của tổng số là (")
_LEVELS = frozenset({Lead.LEVEL, Lead.BRACKET})
_CHANGES = frozenset({Lead.RISE, Lead.FALL, Lead.OVER})


def of_pair(page: Page, percent: Mention) -> Claim | None:
    """Read "1.471/1.535 đại diện hộ, đạt tỷ lệ 95,83%"; the fraction comes first."""
    how = told(page, percent)
    if how.lead not in _LEVELS or how.tail is Tail.PREVIOUS:
        return None
    pair = pair_before(page, percent, how)
    if pair is None:
        return None
    sure = pair.sure and not percent.is_bounded and not is_goal(page, percent)
    if sure and _tells_a_change(page, percent, pair):
        return None
    if sure or any(fits(percent, *pair[:2], rule) for rule in RULES):
        return rate(percent, *pair[:2], kind_of(how))
    return None


def _tells_a_change(page: Page, percent: Mention, pair: Pair) -> bool:
    """Say whether "giảm 6 vụ so với cùng kỳ (14/20 vụ = 30%)" means by how much, not how many."""
    before = page.words(max(pair.part.at - _CHANGE_WORDS, 0), pair.part.at)
    if not pair.whole.value or not (lexicon.RISES | lexicon.FALLS) & set(before):
        return False
    if fits(percent, *pair[:2], Rounding.HALF_UP):
        return False
    change = abs(Fraction(pair.part.value) / pair.whole.value - 1)
    return change in percent.figure.interval(Rounding.HALF_UP)


def pair_after(page: Page, percent: Mention) -> Claim | None:
    """Read "đạt 100% (18/18 người)", and "đạt 96,4%, với 27 trên 28 hộ"; the rate comes first."""
    how = told(page, percent)
    if how.lead in _CHANGES or how.tail is Tail.PREVIOUS:
        return None
    part = in_bracket_after(page, percent)
    pair = page.parts.get(part.key) if part is not None else None
    if pair is None or not pair.sure:
        return None
    return rate(percent, pair.part, pair.whole, kind_of(how))


def part_after(page: Page, percent: Mention) -> Claim | None:
    """Read "nước sạch đạt 70,2% (17.395 hộ)", of households told before."""
    how = told(page, percent)
    if how.lead in _CHANGES or how.tail is not Tail.OTHER:
        return None
    part = in_bracket_after(page, percent)
    if part is None or part.key in page.parts or is_goal(page, percent):
        return None
    return choose(page, percent, part, how, candidates(page, percent, part))


def of_whole(page: Page, percent: Mention) -> Claim | None:
    """Read "Nhận 173 vụ, giải quyết 118 vụ, đạt 68,2%"; the whole stands in an earlier clause."""
    how = told(page, percent)
    if how.lead not in _LEVELS or how.tail is Tail.PREVIOUS:
        return None
    found = subject(page, percent, how)
    if found is None or is_goal(page, percent):
        return None
    part, direct = found
    direct = direct and not (may_be_else(page, percent, how) or is_change(page, part))
    claim = choose(page, percent, part, how, candidates(page, percent, part), direct=direct)
    return claim or _of_the_other(page, percent, part, how)


def _of_the_other(page: Page, percent: Mention, part: Mention, how: Told) -> Claim | None:
    """Take "45 hộ, 120 khẩu, chiếm 3,6%" for a share of the households, if that fits."""
    other = next(iter(page.before(part.at)), None)
    if other is None or other.kind in RATES or part.at - other.at > _FEW_WORDS // 2:
        return None
    counted = other.kind is part.kind is TokenKind.COUNT and how.tail is not Tail.PLAN
    if not counted or units.may_be_alike(other.unit, part.unit):
        return None
    found = [each._replace(sure=False) for each in candidates(page, percent, other)]
    return choose(page, percent, other, how, found, direct=False)


def whole_after(page: Page, percent: Mention) -> Claim | None:
    """Read "608 hộ, chiếm 95% trên tổng số 640 hộ"; the whole comes last.

    Behind "chiếm 58,7% dân số (12.876 người)" it is the whole if it fits.
    """
    how = told(page, percent)
    if how.lead not in _LEVELS:
        return None
    whole = next(iter(page.after(percent.at)), None)
    if whole is None or whole.at - percent.at > _FEW_WORDS or whole.kind in RATES:
        return None
    between = page.words(percent.at + 1, whole.at)
    linked = "tổng" in between and all(word in _TOTAL_LINKS for word in between)
    if not linked and (between[-1:] != ["("] or how.tail is not Tail.OTHER):
        return None
    found = subject(page, percent, how)
    if found is None or found[0].key in page.wholes:
        return None
    part = found[0]
    alike = units.alike(part.unit, whole.unit)
    told_finely = percent.figure.places > 0 or ("số", "".join(whole.unit[:1])) in pairwise(between)
    if linked and alike and not is_change(page, part):
        return rate(percent, part, whole)
    likely = units.may_be_alike(part.unit, whole.unit) if linked else alike and told_finely
    fitting = likely and any(fits(percent, part, whole, rule) for rule in RULES)
    return rate(percent, part, whole) if fitting else None


def of_total_told(page: Page, percent: Mention) -> Claim | None:
    """Read "Trên tổng số 484.997 hộ, hộ nghèo còn 0,56%"; the part stands further before."""
    how = told(page, percent)
    if how.tail is not Tail.OTHER:
        return None
    before = islice(page.before(percent.at), _FIGURES_BACK)
    whole = next((each for each in before if each.kind not in RATES), None)
    if whole is None or whole.sentence != percent.sentence or whole.key in page.wholes:
        return None
    if not _is_told_total(page, whole):
        return None
    found = [
        part
        for part in _near(islice(page.before(whole.at), _FIGURES_BACK), percent.sentence - 2)
        if units.alike(part.unit, whole.unit) and fits(percent, part, whole, Rounding.HALF_UP)
    ]
    return rate(percent, found[0], whole) if found else None


def left_unbound(page: Page, percent: Mention) -> Claim:
    """Keep "đạt 83,2% kế hoạch", whose plan is not printed, as not checkable."""
    how = told(page, percent)
    if how.tail is Tail.PLAN:
        return unbound(ClaimKind.PLAN, percent, Unbound.NO_PLAN)
    if how.tail is Tail.PREVIOUS or how.lead in _CHANGES:
        return unbound(ClaimKind.GROWTH, percent, Unbound.NO_PREVIOUS)
    return unbound(ClaimKind.RATE, percent, Unbound.NO_BASE)


def rate_then_figures(page: Page, percent: Mention) -> Claim | None:
    """Read "Tỷ lệ đi bầu 99,99%: niêm yết 545.358 người, đi bầu 545.303": only if they fit."""
    how = told(page, percent)
    if how.tail is not Tail.OTHER or how.lead in _CHANGES:
        return None
    if percent.figure.places < len("ab") or page.word(percent.at + 1) not in {":", "."}:
        return None
    figures = [
        each
        for each in islice(page.after(percent.at), _FIGURES_ON)
        if each.kind not in RATES and each.sentence <= percent.sentence + 1
    ]
    for whole, part in pairwise(figures):
        same = units.may_be_alike(whole.unit, part.unit) and part.value < whole.value
        if same and fits(percent, part, whole, Rounding.HALF_UP):
            return rate(percent, part, whole)
    return None


def _is_told_total(page: Page, whole: Mention) -> bool:
    words = page.words(max(whole.at - 3, 0), whole.at)
    return words[-2:] == ["tổng", "số"] and words[:1] in (["trên"], ["với"], ["trong"])


def _near(figures: Iterable[Mention], sentence: int) -> Iterable[Mention]:
    for figure in figures:
        if figure.sentence < sentence:
            return
        if figure.kind not in RATES:
            yield figure

"""Rates: which figure is the part, which the whole of a percentage.

Wordings that leave no doubt ("X/Y …, đạt Z%", "X trong tổng số Y", "Y, trong đó X …, chiếm Z%")
bind whether or not the rate fits. A whole that stands further off is bound only where it fits:
a percentage of some digits does not fit an unrelated pair by chance.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from wardstats.figures.rounding import Rounding
from wardstats.prose import units
from wardstats.prose.claims import Claim, ClaimKind, Unbound, rate, unbound
from wardstats.prose.token_kinds import RATES, TokenKind
from wardstats.prose.told import Lead, Tail, Told, is_goal, told
from wardstats.prose.wholes import Candidate, candidates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wardstats.prose.page import Mention, Page, Pair

_FURTHEST = 60
_FIGURES_ON = 12
_FEW_WORDS = 7
# What may stand between the last comma and the words that lead to a rate.
_LINKS = frozenset(["và", "với", "đã", "ước", "kết", "quả", "cũng", "thì", "tức", "qua", "đó", "nay", "hiện"])
_TOTAL_LINKS = frozenset(["so", "với", "trên", "trong", "của", "tổng", "số", "là", "("])
_LOCATES = frozenset(["thuộc", "ở", "tại", "của", "trên", "trong"])
_RULES = (Rounding.HALF_UP, Rounding.TRUNCATE)
_LEVELS = frozenset({Lead.LEVEL, Lead.BRACKET})


def of_pair(page: Page, percent: Mention) -> Claim | None:
    """Read "1.471/1.535 đại diện hộ, đạt tỷ lệ 95,83%"; the fraction comes first."""
    how = told(page, percent)
    if how.lead not in _LEVELS or how.tail is Tail.PREVIOUS:
        return None
    pair = _pair_before(page, percent, how)
    if pair is None:
        return None
    sure = pair.sure and not percent.is_bounded and not is_goal(page, percent)
    if sure or any(fits(percent, *pair[:2], rule) for rule in _RULES):
        return rate(percent, *pair[:2], _kind(how))
    return None


def pair_after(page: Page, percent: Mention) -> Claim | None:
    """Read "đạt 100% (18/18 người)", and "đạt 96,4%, với 27 trên 28 hộ"; the rate comes first."""
    how = told(page, percent)
    if how.lead in {Lead.RISE, Lead.FALL, Lead.OVER} or how.tail is Tail.PREVIOUS:
        return None
    part = _in_bracket_after(page, percent)
    pair = page.parts.get(part.key) if part is not None else None
    if pair is None or not pair.sure:
        return None
    return rate(percent, pair.part, pair.whole, _kind(how))


def part_after(page: Page, percent: Mention) -> Claim | None:
    """Read "nước sạch đạt 70,2% (17.395 hộ)", of households told before."""
    how = told(page, percent)
    if how.lead in {Lead.RISE, Lead.FALL, Lead.OVER} or how.tail is not Tail.OTHER:
        return None
    part = _in_bracket_after(page, percent)
    if part is None or part.key in page.parts or is_goal(page, percent):
        return None
    return _best(page, percent, part, how, candidates(page, percent, part))


def of_whole(page: Page, percent: Mention) -> Claim | None:
    """Read "Nhận 173 vụ, giải quyết 118 vụ, đạt 68,2%"; the whole stands in an earlier clause."""
    how = told(page, percent)
    if how.lead not in _LEVELS or how.tail is Tail.PREVIOUS:
        return None
    found = subject(page, percent, how)
    if found is None or is_goal(page, percent):
        return None
    part, direct = found
    direct = direct and not _may_be_else(page, percent, how)
    return _best(page, percent, part, how, candidates(page, percent, part), direct=direct)


def whole_after(page: Page, percent: Mention) -> Claim | None:
    """Read "608 hộ, chiếm 95% trên tổng số 640 hộ"; the whole comes last."""
    how = told(page, percent)
    if how.lead not in _LEVELS:
        return None
    whole = next(iter(page.after(percent.at)), None)
    if whole is None or whole.at - percent.at > _FEW_WORDS or whole.kind in RATES:
        return None
    between = page.words(percent.at + 1, whole.at)
    if not {"tổng"} & set(between) or not all(word in _TOTAL_LINKS for word in between):
        return None
    found = subject(page, percent, how)
    if found is None or found[0].key in page.wholes:
        return None
    part = found[0]
    return rate(percent, part, whole) if units.may_be_alike(part.unit, whole.unit) else None


def of_total_told(page: Page, percent: Mention) -> Claim | None:
    """Read "Trên tổng số 484.997 hộ, hộ nghèo còn 0,56%"; the part stands in an earlier sentence."""
    how = told(page, percent)
    if how.tail is not Tail.OTHER:
        return None
    whole = next(
        (each for each in page.before(percent.at) if each.kind not in RATES), None
    )
    if whole is None or whole.sentence != percent.sentence or whole.key in page.wholes:
        return None
    if not _is_told_total(page, whole):
        return None
    found = [
        part
        for part in _near(page.before(whole.at), percent.sentence - 2)
        if units.alike(part.unit, whole.unit)
        and fits(percent, part, whole, Rounding.HALF_UP)
    ]
    return rate(percent, found[0], whole) if found else None


def left_unbound(page: Page, percent: Mention) -> Claim:
    """Keep "đạt 83,2% kế hoạch", whose plan is not printed, as not checkable."""
    how = told(page, percent)
    if how.tail is Tail.PLAN:
        return unbound(ClaimKind.PLAN, percent, Unbound.NO_PLAN)
    if how.tail is Tail.PREVIOUS or how.lead in {Lead.RISE, Lead.FALL, Lead.OVER}:
        return unbound(ClaimKind.GROWTH, percent, Unbound.NO_PREVIOUS)
    return unbound(ClaimKind.RATE, percent, Unbound.NO_BASE)


def rate_then_figures(page: Page, percent: Mention) -> Claim | None:
    """Read "Tỷ lệ đi bầu 99,99%: niêm yết 545.358 người, đi bầu 545.303": only if they fit."""
    how = told(page, percent)
    if how.tail is not Tail.OTHER or how.lead in {Lead.RISE, Lead.FALL, Lead.OVER}:
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


def subject(page: Page, percent: Mention, how: Told) -> tuple[Mention, bool] | None:
    """Find the figure that a rate is told of: the nearest before, unless a new clause began.

    Say, too, whether the rate follows it directly.
    """
    opens = not how.start or page.sentences[how.start - 1] != percent.sentence
    depth = page.depths[how.start] - (page.word(how.start) == "(")
    start = how.start
    for figure in page.before(start):
        if figure.sentence < percent.sentence - opens or start - figure.at > _FURTHEST:
            return None
        if figure.depth > depth or _is_location(page, figure, percent):
            continue
        if figure.kind in RATES:
            return None
        reached = _reaches(page, figure, start, how)
        return None if reached is None else (figure, reached)
    return None


def _pair_before(page: Page, percent: Mention, how: Told) -> Pair | None:
    found = subject(page, percent, how)
    if found is None:
        return None
    figure, direct = found
    pair = page.wholes.get(figure.key)
    if pair is None:
        pair = page.parts.get(figure.key)
        if pair is None or pair.whole.depth <= figure.depth:
            return None
    sure = direct and not how.named and not _shares_lead(page, percent)
    return pair if sure else pair._replace(sure=False)


def _may_be_else(page: Page, percent: Mention, how: Told) -> bool:
    """Say whether a rate may be of a plan, or of the year before, that stands elsewhere."""
    if how.named or how.tail is Tail.PLAN or _shares_lead(page, percent):
        return True
    lead = page.words(how.start, percent.at)
    if "chiếm" in lead:
        return False
    if "bằng" in lead:
        return True
    before = (each for each in islice(page.before(percent.at), _FIGURES_ON) if each.kind in RATES)
    return any(
        told(page, each).tail is Tail.PLAN
        for each in before
        if each.sentence >= percent.sentence - 1
    )


def _shares_lead(page: Page, percent: Mention) -> bool:
    """Say whether two rates are told of two things at once: "tương ứng bằng 94,2% và 101%"."""
    return page.word(percent.at + 1) == "và" and "%" in page.word(percent.at + 2)


def _is_location(page: Page, figure: Mention, percent: Mention) -> bool:
    """Say whether a figure only tells where: "135/135 thủ tục thuộc 35 lĩnh vực đạt 100%"."""
    if page.word(figure.at - 1) not in _LOCATES or figure.key in page.wholes:
        return False
    before = next(iter(page.before(figure.at)), None)
    return (
        before is not None
        and before.sentence == percent.sentence
        and before.kind not in RATES
        and bool(figure.unit)
        and not units.may_be_alike(before.unit, figure.unit)
    )


def _reaches(page: Page, figure: Mention, start: int, how: Told) -> bool | None:
    """Say whether the lead of a rate follows a figure directly; None if another clause began."""
    words = page.words(figure.at + 1, start)
    if ";" in words or ":" in words:
        return None
    if "," in words:
        last = len(words) - 1 - words[::-1].index(",")
        clause = words[last + 1 :]
        if all(word in _LINKS for word in clause):
            return True
        if "lệ" in clause[1:3] and len(clause) <= _FEW_WORDS:
            return False
        return False if page.word(start) == "(" else None
    return "và" not in words


def _in_bracket_after(page: Page, percent: Mention) -> Mention | None:
    """Give the first figure of a bracket that follows a rate, or of "với …" after a comma."""
    for ahead in range(percent.at + 1, percent.at + 9):
        token = page.tokens[ahead] if ahead < len(page.tokens) else None
        if token is None:
            return None
        if token.word == "(" or (token.word == "," and page.word(ahead + 1) == "với"):
            return _first_in(page, ahead, percent)
        if token.kind is not TokenKind.WORD:
            return None
    return None


def _first_in(page: Page, opening: int, percent: Mention) -> Mention | None:
    figure = next(iter(page.after(opening)), None)
    if figure is None or figure.sentence != percent.sentence or figure.at - opening > 6:
        return None
    if figure.kind in RATES or figure.is_bounded:
        return None
    between = page.words(opening + 1, figure.at)
    return None if {",", ";", ")", "tăng", "giảm", "+", "-"} & set(between) else figure


def _is_told_total(page: Page, whole: Mention) -> bool:
    words = page.words(max(whole.at - 3, 0), whole.at)
    return words[-2:] == ["tổng", "số"] and words[:1] in (["trên"], ["với"], ["trong"])


def _near(figures: Iterable[Mention], sentence: int) -> Iterable[Mention]:
    for figure in figures:
        if figure.sentence < sentence:
            return
        if figure.kind not in RATES:
            yield figure


def _kind(how: Told) -> ClaimKind:
    return ClaimKind.PLAN if how.tail is Tail.PLAN else ClaimKind.RATE


class _Fit(NamedTuple):
    candidate: Candidate
    rank: int


def _best(
    page: Page,
    percent: Mention,
    part: Mention,
    how: Told,
    found: list[Candidate],
    *,
    direct: bool = True,
) -> Claim | None:
    """Bind the first whole that fits, else the first that fits if cut, else one without doubt."""
    for rule in (Rounding.HALF_UP, Rounding.TRUNCATE):
        for each in found:
            if _speaks(each, percent, how, rule) and fits(percent, part, each.whole, rule):
                return rate(percent, part, each.whole, _kind(how))
    if part.is_rough:
        return None
    sure = [each for each in found if each.sure and direct and not each.whole.is_rough] or _as_beside(page, percent, found)
    if len({each.whole.value for each in sure}) == 1:
        return rate(percent, part, sure[0].whole, _kind(how))
    return None


def _speaks(each: Candidate, percent: Mention, how: Told, rule: Rounding) -> bool:
    """Say whether a fit would tell something: a percentage without decimals fits much by chance."""
    if each.sure:
        return True
    if not percent.figure.places and (each.rated or not (each.close or how.tail is Tail.PLAN)):
        return False
    return rule is Rounding.HALF_UP or each.close


def _as_beside(page: Page, percent: Mention, found: list[Candidate]) -> list[Candidate]:
    """Take the whole of a rate beside it in the list, if only one of a pair fits there.

    After "giải quyết 4.561/5.650 hồ sơ; trong đó …" each of the two may be the whole.
    """
    paired = [each for each in found if each.paired]
    if not paired:
        return []
    beside = [each for each in page.mentions_near(percent.at, _FIGURES_ON) if each.kind in RATES]
    for other in beside:
        if other.sentence != percent.sentence or other.key == percent.key:
            continue
        told_of = subject(page, other, told(page, other))
        if told_of is None or told_of[0].at < paired[0].whole.at or told_of[0].key in page.wholes:
            continue
        wholes = [each for each in paired if fits(other, told_of[0], each.whole, Rounding.HALF_UP)]
        if len(wholes) == 1:
            return wholes
    return []


def fits(percent: Mention, part: Mention, whole: Mention, rule: Rounding) -> bool:
    """Say whether a rate prints so under a rule, of its figures as their digits spell them."""
    if whole.value <= 0:
        return False
    return Fraction(part.value) / whole.value in percent.figure.interval(rule)

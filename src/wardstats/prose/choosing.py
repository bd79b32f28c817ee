"""Which of the figures that may be the whole of a rate is it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from wardstats.figures.rounding import Rounding
from wardstats.prose import units
from wardstats.prose.claims import Claim, ClaimKind, rate
from wardstats.prose.subjects import subject
from wardstats.prose.token_kinds import RATES
from wardstats.prose.told import Tail, Told, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wardstats.prose.page import Mention, Page
    from wardstats.prose.wholes import Candidate

RULES = (Rounding.HALF_UP, Rounding.TRUNCATE)
_FIGURES_BESIDE = 12


def choose(
    page: Page,
    percent: Mention,
    part: Mention,
    how: Told,
    found: list[Candidate],
    *,
    direct: bool = True,
) -> Claim | None:
    """Bind the first whole that fits, else the first that fits if cut, else one without doubt."""
    led = page.words(how.start, percent.at)
    for rule in RULES:
        for each in found:
            if _speaks(each, percent, how, led, rule) and fits(percent, part, each.whole, rule):
                return rate(percent, part, each.whole, kind_of(how))
    exact = [each for each in found if not each.whole.is_rough]
    if part.is_rough or not exact:
        return None

    def other(each: Candidate) -> bool:
        return each.later and not _is_of_list(page, percent, part, each.whole, led)

    sure = (
        [each for each in exact if _is_sure(each, how, led, direct=direct and not other(each))]
        or _as_beside(page, percent, exact)
        or _of_all(page, percent, part, exact)
        or (_as_siblings(page, percent, part, exact) if direct else [])
    )
    if len({each.whole.value for each in sure}) != 1:
        return None
    if "chiếm" not in led and not sure[0].paired and _are_of_else(page, percent, sure[0].whole):
        return None
    return rate(percent, part, sure[0].whole, kind_of(how))


def kind_of(how: Told) -> ClaimKind:
    """Say whether a rate is one of a plan."""
    return ClaimKind.PLAN if how.tail is Tail.PLAN else ClaimKind.RATE


def fits(percent: Mention, part: Mention, whole: Mention, rule: Rounding) -> bool:
    """Say whether a rate prints so under a rule, of its figures as their digits spell them."""
    if whole.value <= 0:
        return False
    return Fraction(part.value) / whole.value in percent.figure.interval(rule)


def _is_sure(each: Candidate, how: Told, led: list[str], *, direct: bool) -> bool:
    if how.tail is Tail.PLAN:
        return each.planned
    return direct and (each.sure or (each.total and "chiếm" in led))


def _speaks(each: Candidate, percent: Mention, how: Told, led: list[str], rule: Rounding) -> bool:
    """Say whether a fit would tell something: a percentage without decimals fits much by chance."""
    if each.sure:
        return True
    rated = each.rated and "chiếm" not in led
    if not percent.figure.places and (rated or not (each.close or how.tail is Tail.PLAN)):
        return False
    return rule is Rounding.HALF_UP or each.close


def _as_beside(page: Page, percent: Mention, found: list[Candidate]) -> list[Candidate]:
    """Take the whole of a rate beside it in the list, if only one of a pair fits there.

    After "giải quyết 4.561/5.650 hồ sơ; trong đó …" each of the two may be the whole.
    """
    paired = [each for each in found if each.paired]
    for other, part in _beside(page, percent) if paired else ():
        if part.at < paired[0].whole.at or part.key in page.wholes:
            continue
        wholes = [each for each in paired if fits(other, part, each.whole, Rounding.HALF_UP)]
        if len(wholes) == 1:
            return wholes
    return []


def _is_of_list(
    page: Page, percent: Mention, part: Mention, whole: Mention, led: list[str]
) -> bool:
    """Say whether a share further on in a list is still one of the total: as one beside it is."""
    if "chiếm" in led and ";" not in page.words(whole.at, part.at):
        return True
    return any(
        fits(other, told_of, whole, Rounding.HALF_UP) for other, told_of in _beside(page, percent)
    )


def _of_all(page: Page, percent: Mention, part: Mention, found: list[Candidate]) -> list[Candidate]:
    """Take the whole that all parts of a list make, if another share of the list is of it."""
    beside = [(other, each) for other, each in _beside(page, percent) if each.key != part.key]
    together = part.value + sum(each.value for _, each in beside)
    return [
        each
        for each in found
        if each.whole.value == together
        and any(fits(other, told_of, each.whole, Rounding.HALF_UP) for other, told_of in beside)
    ]


def _as_siblings(
    page: Page, percent: Mention, part: Mention, found: list[Candidate]
) -> list[Candidate]:
    """Take the whole of which two other shares of the sentence are, of like figures."""
    beside = [
        (other, told_of)
        for other, told_of in _beside(page, percent)
        if units.alike(told_of.unit, part.unit) and told_of.key != part.key
    ]
    return [
        each
        for each in found
        if units.alike(each.whole.unit, part.unit)
        and sum(fits(*share, each.whole, Rounding.HALF_UP) for share in beside) > 1
    ]


def _are_of_else(page: Page, percent: Mention, whole: Mention) -> bool:
    """Say whether the rates of a list are each of a plan of its own: none fits, or one is above 1.

    As in "thu 350 triệu đồng, trong đó quỹ A 150 triệu đồng đạt 107%, quỹ B 80 triệu đồng đạt 95%".
    """
    listed = [each for each in _beside(page, percent) if each[1].at > whole.at]
    if any(other.value > 1 for other in (percent, *(other for other, _ in listed))):
        return True
    return bool(listed) and not any(
        fits(other, told_of, whole, rule) for other, told_of in listed for rule in RULES
    )


def _beside(page: Page, percent: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Give the other rates of a sentence, each with the figure it is told of."""
    for other in page.mentions_near(percent.at, _FIGURES_BESIDE):
        if other.kind not in RATES or other.key == percent.key:
            continue
        told_of = subject(page, other, told(page, other))
        if other.sentence == percent.sentence and told_of is not None:
            yield other, told_of[0]

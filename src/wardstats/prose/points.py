"""Points between two rates: "từ 4,2% xuống còn 3,1%, giảm 1,1%".

Reports print such a distance with a plain "%". It is read as points where it is told in points,
or where it is what lies between the two rates; else it may be a growth, and nothing is alleged.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from wardstats.figures.rounding import Rounding
from wardstats.prose import claims
from wardstats.prose.token_kinds import RATES, TokenKind
from wardstats.prose.told import Lead, is_average, told

if TYPE_CHECKING:
    from wardstats.prose.claims import Claim
    from wardstats.prose.page import Mention, Page


def between(page: Page, percent: Mention) -> Claim | None:
    """Read "từ 4,2% xuống còn 3,1%, giảm 1,1%", "còn 3,1%, giảm 1,1 điểm phần trăm … (4,2%)"."""
    how = told(page, percent)
    if how.lead not in {Lead.RISE, Lead.FALL} or is_average(page, percent):
        return None
    rises = how.lead is Lead.RISE
    found = (each for each in page.before(how.start) if each.depth <= percent.depth)
    current, before = next(found, None), next(found, None)
    if current is None or current.kind not in RATES or current.sentence != percent.sentence:
        return None
    after = next(iter(page.after(percent.at)), None)
    pairs = [(current, before), (current, after)]
    for one, previous in pairs:
        if previous is None or previous.kind not in RATES or previous.sentence != percent.sentence:
            continue
        told_so = (
            page.word(previous.at - 1) == "từ" if previous is before else _bracketed(page, previous)
        )
        exact = (one.value - previous.value) * (1 if rises else -1)
        relative = previous.value > 0 and _grew_by(percent, one, previous, rises=rises)
        leaves_no_doubt = percent.kind is TokenKind.POINTS or (previous is before and not relative)
        if told_so and (leaves_no_doubt or exact == percent.value):
            return claims.gap(percent, one, previous, rises=rises)
    return None


def _grew_by(percent: Mention, one: Mention, previous: Mention, *, rises: bool) -> bool:
    """Say whether it is a growth of the rate itself: "từ 12% lên 15%, tăng 25%"."""
    growth = (Fraction(one.value) / previous.value - 1) * (1 if rises else -1)
    return growth in percent.figure.interval(Rounding.HALF_UP)


def _bracketed(page: Page, figure: Mention) -> bool:
    return page.word(figure.at + 1) == ")" and "(" in page.words(figure.at - 3, figure.at)

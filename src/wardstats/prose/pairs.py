"""Two figures told as a part of a whole: "X/Y", "X trên tổng số Y", "X trong tổng số Y".

A slash may stand far behind the part, after the name of what is counted: "1794 hồ sơ có kết
quả điện tử/1800 hồ sơ phải trả kết quả".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardstats.prose import units
from wardstats.prose.lexicon import words
from wardstats.prose.page import Mention, Page, Pair
from wardstats.prose.token_kinds import RATES, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that may stand between the slash and the whole: "/dự toán giao 3.525.000.000đ".
_AFTER_SLASH = words("tổng số dự toán kế hoạch giao chỉ tiêu được kh")
_FURTHEST_AFTER_SLASH = 5
_FURTHEST = 45
_LONGEST_NAME = 8
_BEFORE_OF = frozenset({"trên", "trong"})


def pairs_of(page: Page) -> Iterator[Pair]:
    """Find every pair of a text."""
    for index, whole in enumerate(page.mentions):
        if whole.kind in RATES:
            continue
        if whole.kind is TokenKind.RATIO:
            if whole.is_second:
                yield Pair(page.mentions[index - 1], whole)
            continue
        opening = _opening(page, whole)
        if opening is None:
            continue
        start, sure = opening
        part = _part_before(page, start, whole)
        if part is not None:
            alike = units.alike(part.unit, whole.unit)
            close = start - part.at == 1 and units.may_be_alike(part.unit, whole.unit)
            yield Pair(part, whole, sure and (alike or close))


def _opening(page: Page, whole: Mention) -> tuple[int, bool] | None:
    """Find where the words that make it a whole begin, and whether they can mean nothing else."""
    at = whole.at - 1
    for back in range(at, max(at - _FURTHEST_AFTER_SLASH, -1), -1):
        word = page.word(back)
        if word == "/":
            return back, True
        if word not in _AFTER_SLASH:
            break
    return _opening_words(page, at, whole)


def _opening_words(page: Page, at: int, whole: Mention) -> tuple[int, bool] | None:
    """Find "trên tổng", "trên tổng số", "trong tổng số", "trong số", "và tổng số … là", "trên"."""
    if page.word(at) == "số":
        start = at - 1 if page.word(at - 1) == "tổng" else at
        return (start - 1, True) if page.word(start - 1) in _BEFORE_OF else None
    if page.words(at - 1, at + 1) == ["trên", "tổng"]:
        return at - 1, True
    if page.word(at) in _BEFORE_OF and page.tokens[at - 1].kind is TokenKind.COUNT:
        return at, True
    if page.word(at) == "trên" and not whole.is_bounded:
        return at, False
    return _and_total(page, at) if page.word(at) == "là" else None


def _and_total(page: Page, at: int) -> tuple[int, bool] | None:
    for back in range(at - 1, max(at - _LONGEST_NAME, 0), -1):
        if page.tokens[back].kind is not TokenKind.WORD:
            return None
        if page.words(back - 1, back + 2) == ["và", "tổng", "số"]:
            return back - 1, True
    return None


def _part_before(page: Page, start: int, whole: Mention) -> Mention | None:
    """Find the figure that the words before the whole tell a part of."""
    depth = page.depths[start]
    for part in page.before(start):
        if part.sentence != whole.sentence or start - part.at > _FURTHEST:
            return None
        if part.depth > depth:
            continue
        if part.kind in RATES or part.kind is TokenKind.RATIO:
            return None
        between = page.words(part.at + 1, start)
        if ";" in between or "/" in between:
            return None
        if not units.may_be_alike(part.unit, whole.unit) and units.is_measure(part.unit):
            return None
        return part
    return None

"""The same figure printed in two places: bound where they differ by a slip of the pen.

Two figures have one name if the same words stand before them, and they count the same. Two that
differ widely may tell of two places or two years; two that differ by one digit, or by two swapped
ones, are put to the author.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardstats.prose.claims import Claim, same
from wardstats.prose.lexicon import words
from wardstats.prose.token_kinds import TokenKind

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page

_LONGEST_NAME = 7
_SHORTEST_NAME = 4
_SHORTEST_NUMBER = 3
_FURTHEST = 80
_LONGEST_PLACE = 6
_PLACES = words("thôn xóm bản ấp làng buôn khu khối tổ xã phường bộ hội trường trạm")
_LINKS = words("là có đạt được : ước")
_KINDS = frozenset({TokenKind.COUNT, TokenKind.PERCENT})

Name = tuple[str, ...]


def told_twice(page: Page, figure: Mention) -> Claim | None:
    """Read "tổng số hồ sơ tiếp nhận 1.806 hồ sơ" where it was 1.860 before."""
    if figure.kind not in _KINDS or figure.is_bounded:
        return None
    name = name_of(page, figure)
    if len(name) < _SHORTEST_NAME:
        return None
    noted = (name, figure.unit, figure.kind)
    before = page.noted.setdefault(noted, figure)
    if before is figure or before.sentence == figure.sentence:
        return None
    if not is_slip(before, figure) or _periods(page, before) != _periods(page, figure):
        return None
    if _place(page, before) != _place(page, figure):
        return None
    del page.noted[noted]  # a figure is put to the author once, however often it is printed
    return same(figure, before)


def _place(page: Page, figure: Mention) -> Name:
    """Give the place or school last named before a figure: "Thôn Đoài", "Trường Tiểu học …"."""
    for back in range(figure.at - 1, max(figure.at - _FURTHEST, -1), -1):
        if page.word(back) in _PLACES:
            named = page.tokens[back + 1 : back + _LONGEST_PLACE]
            place = tuple(each.word for each in named if page.text[each.start].isupper())
            if place:
                return place
    return ()


def name_of(page: Page, figure: Mention) -> Name:
    """Give the words before a figure in its clause, without those that lead to it."""
    name: list[str] = []
    for back in range(figure.at - 1, figure.at - 1 - _LONGEST_NAME, -1):
        word = page.word(back)
        if not name and word in _LINKS:
            continue
        if page.sentence_of(back) != figure.sentence or not _is_name(page, back):
            break
        name.insert(0, word)
    return tuple(name)


def _is_name(page: Page, at: int) -> bool:
    return page.tokens[at].kind is TokenKind.WORD


def is_slip(one: Mention, other: Mention) -> bool:
    """Say whether two figures differ by one digit, or by two that are swapped."""
    first, second = str(one.figure.digits), str(other.figure.digits)
    if len(first) != len(second) or len(first) < _SHORTEST_NUMBER:
        return False
    if one.figure.places != other.figure.places:
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) == len("a"):
        return True
    swapped = [first[at] for at in apart] == [second[at] for at in reversed(apart)]
    return len(apart) == len("ab") and apart[1] == apart[0] + 1 and swapped


def _periods(page: Page, figure: Mention) -> set[str]:
    """Give the periods and dates told in the sentence of a figure."""
    told: set[str] = set()
    for way in (-1, 1):
        at = figure.at + way
        while abs(at - figure.at) < _FURTHEST and page.sentence_of(at) == figure.sentence:
            if page.tokens[at].kind in {TokenKind.PERIOD, TokenKind.DATE, TokenKind.NAME}:
                told.add(page.word(at))
            at += way
    return told

"""Lists of figures: what a total is broken down into, in words, brackets or after a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wardstats.prose import units
from wardstats.prose.changes_told import is_change
from wardstats.prose.lexicon import words
from wardstats.prose.token_kinds import RATES, TokenKind
from wardstats.prose.wholes import is_marker

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page

_MOST_PARTS = 40
_LONGEST = 300
_LONGEST_LEAD = 60
_LONGEST_NAME = 8
_ASIDES = words("riêng ngoài nhưng")
_LOCATES = words("thuộc ở tại với trên")
_SEPARATORS = frozenset({",", ";", "và"})


class Item(NamedTuple):
    """A figure of a list; `segment` counts the semicolons before it."""

    figure: Mention
    segment: int


class Listing(NamedTuple):
    """The figures of a list and where it ends.

    It is `plain` if every number in it could be read and no two items stand side by side,
    `complete` if every figure in it, rates and changes aside, is one of its items. Of its items
    so many are `certain`: what follows "riêng" may be a part of a part.
    """

    items: tuple[Item, ...]
    plain: bool
    complete: bool
    closes_with_and: bool
    end: int
    certain: int


def listed(page: Page, start: int, *, mixed: bool = False) -> Listing:
    """Collect the figures of a list that begins at a place.

    They count what the first one counts, or with `mixed` anything that is counted.
    """
    first = next(iter(page.after(start - 1)), None)
    if first is None or first.at - start > _LONGEST_LEAD:
        return Listing((), True, True, False, start, 0)  # noqa: FBT003
    collector = _Collector(page, start, mixed=mixed)
    end = min(len(page.tokens), start + _LONGEST)
    at = start
    while at < end and collector.goes_on(at):
        collector.take(at)
        at += 1
    return collector.listing(at)


class _Collector:
    """Goes through the tokens of a list, passing over what stands in deeper brackets."""

    def __init__(self, page: Page, start: int, *, mixed: bool) -> None:
        self._page = page
        self._mixed = mixed
        self._depth = page.depths[start]
        self._sentence = page.sentences[start]
        self._items: list[Item] = []
        self._segment = 0
        self._holds_figure = self._holds_item = False
        self._plain = True
        self._complete = True
        self._with_and = False
        self._certain = _MOST_PARTS

    def goes_on(self, at: int) -> bool:
        page, depth = self._page, self._page.depths[at]
        if page.sentences[at] != self._sentence or len(self._items) == _MOST_PARTS:
            return False
        if depth < self._depth or (depth == self._depth > 0 and page.word(at) == ")"):
            return False
        if depth > self._depth:
            return True
        details = page.word(at) == ":" and self._holds_figure
        return not (details or (self._items and is_marker(page, at)))

    def take(self, at: int) -> None:
        if self._page.depths[at] > self._depth:
            return
        token = self._page.tokens[at]
        if token.word in _SEPARATORS:
            self._segment += token.word == ";"
            self._holds_figure = self._holds_item = False
        elif token.word in _ASIDES and self._items and not self._holds_figure:
            self._certain = min(self._certain, len(self._items))
        elif token.kind is TokenKind.UNCERTAIN:
            self._plain = False
        figure = self._page.at(at)
        if figure is not None:
            self._holds_figure = True
            if self._is_part(figure):
                self._with_and = "và" in self._name_before(at)
                self._items.append(Item(figure, self._segment))
                self._plain = self._plain and not self._holds_item
                self._holds_item = True
            elif figure.kind not in RATES and not is_change(self._page, figure):
                self._complete = False

    def listing(self, end: int) -> Listing:
        return Listing(
            tuple(self._items), self._plain, self._complete, self._with_and, end, self._certain
        )

    def _is_part(self, figure: Mention) -> bool:
        if figure.kind in RATES or is_change(self._page, figure):
            return False
        if self._mixed:
            return figure.kind is TokenKind.COUNT and not units.is_measure(figure.unit)
        if not self._items:
            return True
        if not units.may_be_alike(self._items[0].figure.unit, figure.unit):
            return False
        begins = self._page.word(figure.at - 2) in _SEPARATORS
        return begins or self._page.word(figure.at - 1) not in _LOCATES

    def _name_before(self, at: int) -> list[str]:
        """Give the words between the last comma and a figure."""
        before = self._page.words(max(at - _LONGEST_NAME, 0), at)
        for back in range(len(before) - 1, -1, -1):
            if before[back] in {",", ";", "("}:
                return before[back + 1 :]
        return before

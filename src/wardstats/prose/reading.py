r"""The text as read: in one normal form, its spaces alike, without what layout left in it.

Word and PDF break lines and pages inside sentences, and leave markup, entities and page numbers
there. Reading takes out what certainly is such damage; every place in the text as read leads
back to its place in the text as given.

    >>> read = Reading.of("giải quyết  647 hồ sơ\n\n5\n\n\n(đạt **34,4%**)")
    >>> read.text
    'giải quyết 647 hồ sơ (đạt 34,4%)'
    >>> read.given[read.place(read.text.index("34,4"))]
    '3'
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from attrs import frozen

from wardstats.errors import NotExact, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

# Spaces and line ends; the marks of Markdown; and what has no width. One space stands as it is.
_LAYOUT = r"[\s*_#\u00ad\u200b-\u200d\u2060\ufeff]+"
_MORE_LAYOUT = rf"(?:[^\S ]|[*_#\u00ad\u200b-\u200d\u2060\ufeff]| (?={_LAYOUT}))(?:{_LAYOUT})?"
_TAG = r"</?[A-Za-z][^<>]{0,400}>"
_ENTITY = r"&(?:[A-Za-z]{2,8}|\#[0-9]{1,6}|\#[xX][0-9A-Fa-f]{1,5});"
_REPAIRS = re.compile(rf"(?P<layout>{_MORE_LAYOUT})|(?P<tag>{_TAG})|(?P<entity>{_ENTITY})")
_REPAIRS_DECOMPOSED = re.compile(rf"{_REPAIRS.pattern}|(?P<letter>\w[\u0300-\u036f]{{1,8}})")
_COMBINING = re.compile("[\u0300-\u036f]")
_PAGE = re.compile(r"[0-9]{1,3}(?=[^\S])")
_NEXT_LAYOUT = re.compile(_LAYOUT)
_LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# A page number stands alone, a blank line above it and two below.
_ABOVE, _BELOW = 2, 3
_ALIKE = str.maketrans({"\u2044": "/", "\u2215": "/", "\u2212": "-", "\u2010": "-", "\u2011": "-"})


class _Piece(NamedTuple):
    """Where a stretch of the text as read comes from; `kept` if it stands there as it is."""

    read: int
    given: int
    kept: bool


@frozen(repr=False)
class Reading:
    """A text as given, as read, and the way back; `taken` are the places of what was left out."""

    given: str
    text: str
    taken: tuple[tuple[int, int], ...]
    _pieces: tuple[_Piece, ...]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, given: str) -> Reading:
        """Read a text; any text can be read."""
        if not isinstance(given, str):
            raise NotExact(quoted(given), "the text of a report", "read the file first")
        return _Reader(given).read()

    def place(self, at: int) -> int:
        """Give the place in the text as given of a place in the text as read."""
        piece = self._pieces[bisect_right(self._starts, at) - 1]
        return piece.given + (at - piece.read if piece.kept else 0)

    def places(self) -> Callable[[int, int], tuple[int, int]]:
        """Give what turns spans of the text as read, asked for in order, into given ones."""
        pieces, starts = self._pieces, self._starts
        at = limit = shift = 0

        def span(start: int, end: int) -> tuple[int, int]:
            nonlocal at, limit, shift
            if end <= limit:  # in the same stretch as the one before: mostly so
                return start + shift, end + shift
            while starts[at + 1] <= start:
                at += 1
            first = pieces[at]
            begins = first.given + (start - first.read if first.kept else 0)
            while starts[at + 1] < end:
                at += 1
            last = pieces[at]
            if last.kept:
                limit, shift = starts[at + 1], last.given - last.read
            return begins, last.given + end - last.read if last.kept else pieces[at + 1].given

        return span


class _Reader:
    """Collects the pieces of one text."""

    def __init__(self, given: str) -> None:
        self._given = given
        self._texts: list[str] = []
        self._pieces: list[_Piece] = []
        self._taken: list[tuple[int, int]] = []
        self._length = 0

    def read(self) -> Reading:
        given = self._given
        repairs = _REPAIRS_DECOMPOSED if _COMBINING.search(given) else _REPAIRS
        at = 0
        while match := repairs.search(given, at):
            self._keep(at, match.start())
            at = self._repair(match)
        self._keep(at, len(given))
        self._put("", len(given), kept=True)  # where the text ends
        self._put("", len(given), kept=True)
        text = "".join(self._texts).translate(_ALIKE)
        pieces = tuple(self._pieces)
        starts = tuple(piece.read for piece in pieces)
        return Reading(given, text, tuple(self._taken), pieces, starts)

    def _repair(self, match: re.Match[str]) -> int:
        start, end = match.span()
        found = match[0]
        if match["layout"]:
            end = self._page_passed(found, end) or end
            self._put_layout(found, start, end)
        elif match["tag"]:
            self._taken.append((start, end))
            self._put(" ", start, kept=False)
        elif match["entity"]:
            text = unescape(found) or found  # some numbers are of no character
            self._put(" " if text.isspace() else text, start, kept=text == found)
        else:
            self._put(normalize("NFC", found)[:1], start, kept=False)  # no letter has more
        return end

    def _put_layout(self, found: str, start: int, end: int) -> None:
        if found.strip("*_#\u00ad\u200b\u200c\u200d\u2060\ufeff"):
            self._put(" ", start, kept=False)
        elif self._between_digits(start, end):
            self._put(found, start, kept=True)
        else:
            self._put("", start, kept=False)

    def _page_passed(self, above: str, at: int) -> int:
        """Give the end of the lines around a page number, or 0 if none follows."""
        page = _PAGE.match(self._given, at)
        if page is None or len(_LINE_ENDS.findall(above)) < _ABOVE:
            return 0
        below = _NEXT_LAYOUT.match(self._given, page.end())
        if below is None or len(_LINE_ENDS.findall(below[0])) < _BELOW:
            return 0
        self._taken.append(page.span())
        return below.end()

    def _between_digits(self, start: int, end: int) -> bool:
        return self._given[start - 1 : start].isdigit() and self._given[end : end + 1].isdigit()

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self._put(self._given[start:end], start, kept=True)

    def _put(self, text: str, given: int, *, kept: bool) -> None:
        self._pieces.append(_Piece(self._length, given, kept))
        self._texts.append(text)
        self._length += len(text)

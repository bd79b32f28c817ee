"""What a token of a report can be."""

from __future__ import annotations

from typing import NamedTuple

from wardstats.figures.rounding import Stated
from wardstats.figures.typed import Code


class TokenKind(Code):
    """What a token is; only the first five are figures that claims are made of.

    RATIO is two numbers with a slash between them. UNCERTAIN is a number that reads in two
    ways or in none, or that stands where layout may have put it: nothing is concluded from it.
    """

    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"

    RANGE = "range"
    DATE = "date"
    PERIOD = "period"
    DOCUMENT = "document"
    ARTICLE = "article"
    NAME = "name"
    ORDINAL = "ordinal"
    SCORE = "score"
    LIST = "list number"
    FOOTNOTE = "footnote"
    CODE = "code"
    UNCERTAIN = "uncertain"
    LAYOUT = "layout"

    WORD = "word"
    MARK = "mark"

    __hash__ = object.__hash__  # looked up at every token, and Enum's own is written in Python


FIGURES = frozenset(
    {
        TokenKind.COUNT,
        TokenKind.AMOUNT,
        TokenKind.PERCENT,
        TokenKind.POINTS,
        TokenKind.RATIO,
    }
)


RATES = frozenset({TokenKind.PERCENT, TokenKind.POINTS})


class Token(NamedTuple):
    """A word, a mark or a number, with its place in the text as given.

    `word` is the text in lower case as read. `values` are the figures it prints: one, or two of
    a ratio; none unless its kind is a figure's.
    """

    kind: TokenKind
    word: str
    start: int
    end: int
    values: tuple[Stated, ...] = ()

"""Laying out a text: where sentences end, what brackets hold, what each figure counts.

>>> page = lay_out("Nhận 173 vụ, giải quyết 118 vụ (68,2%).")
>>> [(each.text, each.unit, each.depth) for each in page.mentions]
[('173', ('vụ',), 0), ('118', ('vụ',), 0), ('68,2%', (), 1)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from wardstats.figures.rounding import Form, Stated, StatedKind
from wardstats.prose import lexicon, units
from wardstats.prose.lexicon import words
from wardstats.prose.page import Mention, Page
from wardstats.prose.pairs import pairs_of
from wardstats.prose.places import Places
from wardstats.prose.token_kinds import FIGURES, Token, TokenKind
from wardstats.prose.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_READ = frozenset({TokenKind.LAYOUT, TokenKind.FOOTNOTE})
_ABBREVIATED = words("tp ts ths gs pgs bs ks tx tt st")
_SENTENCE_ENDS = frozenset(".!?…|")
_DEEPEST = 4
_BESIDE = 6
_LARGEST_SCALE = 18


def lay_out(text: str) -> Page:
    """Lay out a text."""
    tokens = tuple(each for each in tokenize(text) if each.kind not in _NOT_READ)
    sentences, depths = _layout(text, tokens)
    page = Page(text, tokens, sentences, depths, tuple(_mentions(text, tokens, sentences, depths)))
    return evolve(page, pairs=tuple(pairs_of(page)))


def _layout(text: str, tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Number the sentences, and count the brackets open at each token."""
    sentence = depth = 0
    sentences, depths = [], []
    for at, (_, word, *_) in enumerate(tokens):
        if word == "(":
            depth = min(depth + 1, _DEEPEST)
        sentences.append(sentence)
        depths.append(depth)
        if word == ")":
            depth = max(depth - 1, 0)
        elif word in _SENTENCE_ENDS and _ends_sentence(text, tokens, at):
            sentence, depth = sentence + 1, 0
    return tuple(sentences), tuple(depths)


def _ends_sentence(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    if at + 1 == len(tokens) or tokens[at].word == "|":
        return True
    following, last = tokens[at + 1], tokens[at - 1] if at else tokens[at]
    if following.kind is TokenKind.WORD and not text[following.start].isupper():
        return False
    if following.start > tokens[at].end:
        return last.word not in _ABBREVIATED
    return following.kind is TokenKind.WORD and not text[last.start : last.end].isupper()


def _mentions(
    text: str, tokens: tuple[Token, ...], sentences: tuple[int, ...], depths: tuple[int, ...]
) -> Iterator[Mention]:
    places = Places(text)
    last: tuple[int, units.Unit] | None = None
    for at in [at for at, token in enumerate(tokens) if token.values]:
        token = tokens[at]
        rate = token.kind in {TokenKind.PERCENT, TokenKind.POINTS}
        unit = () if rate else units.unit_after(tokens, at + 1) or units.unit_before(tokens, at)
        compared = (
            last is not None
            and at - last[0] <= _BESIDE
            and units.alike(last[1], unit)
            and _plain(tokens, last[0], at)
        )
        starts = _starts(text, token)
        bounded = _bounded(token.values[0], tokens, at)
        for index, figure in enumerate(token.values):
            start, end = _trimmed(text, *starts[index])
            yield Mention(
                "{}:{}".format(*places.line_and_column(start)),
                at,
                token.kind,
                figure if index or compared else bounded,
                unit,
                start,
                end,
                text[start:end],
                sentences[at],
                depths[at],
                is_rough=at > 0 and tokens[at - 1].word in lexicon.ROUGH,
                is_second=index > 0,
            )
        last = at, unit


def _plain(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Say whether only words stand between two figures: "71 trẻ trên 5.020 người"."""
    return all(token.kind is TokenKind.WORD for token in tokens[start + 1 : end])


def _starts(text: str, token: Token) -> tuple[tuple[int, int], ...]:
    """Give where each figure of a token stands; two of a ratio, around its slash."""
    if len(token.values) == 1:
        return ((token.start, token.end),)
    slash = next(at for at in range(token.start, token.end) if text[at] in "/\u2044\u2215")
    return (token.start, slash), (slash + 1, token.end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    printed = text[start:end]
    return start + len(printed) - len(printed.lstrip()), start + len(printed.rstrip())


def _bounded(figure: Stated, tokens: tuple[Token, ...], at: int) -> Stated:
    """Read "trên 1.300" and "gần 1.300" as bounds, to the last digit that is no 0."""
    word = tokens[at - 1].word if at else ""
    if word in lexicon.ROUNDED_BY and at > 1:
        word = tokens[at - 2].word
    if word in lexicon.CEILINGS:
        return Stated.nearly(_significant(figure))
    if word in lexicon.FLOORS and not _compares(tokens, at - 1):
        return Stated.more_than(_significant(figure))
    return figure


def _compares(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether "trên" or "hơn" stands between two figures, and so is no floor."""
    before = tokens[at - 1] if at else None
    return before is not None and before.kind in FIGURES


def _significant(figure: Stated) -> Stated:
    if figure.places or figure.kind is not StatedKind.NUMBER:
        return figure
    digits, scale = figure.digits, figure.scale
    while digits and not digits % 10 and scale < _LARGEST_SCALE:
        digits, scale = digits // 10, scale + 1
    return Stated(digits, 0, Form(scale=scale))

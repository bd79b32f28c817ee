"""What figures count or measure, as the words around them tell, and whether two tell the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardstats.prose import lexicon
from wardstats.prose.token_kinds import Token, TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

Unit = tuple[str, ...]

_MOST_WORDS = 3
_BACK = 9
_NUMBER_OF = "số"


def unit_after(tokens: Sequence[Token], at: int) -> Unit:
    """Read the unit from the words after a figure: "hồ sơ", "ha", "tạ/ha"; () if none follows."""
    words: list[str] = []
    while at < len(tokens) and len(words) < _MOST_WORDS:
        token = tokens[at]
        if token.kind is not TokenKind.WORD or _ends(tokens, at):
            break
        if words or token.word != _NUMBER_OF:
            words.append(token.word)
        at += 1
    unit = canonical(words)
    per = tokens[at : at + 2]
    if len(words) == 1 and len(per) > 1 and per[0].word == "/" and per[1].word in lexicon.PER:
        return (*unit, "/", per[1].word)
    return unit


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the name of what is counted ends before a word: "chỉ", but not "chỉ tiêu"."""
    if tokens[at].word not in lexicon.UNIT_ENDS:
        return False
    return tuple(token.word for token in tokens[at : at + 2]) not in lexicon.COMPOUNDS


def unit_before(tokens: Sequence[Token], at: int) -> Unit:
    """Read the unit from "số … là" before a figure: "tổng số lô là 126.625"."""
    for back in range(at - 1, max(at - _BACK, 0), -1):
        token = tokens[back]
        if token.kind is not TokenKind.WORD:
            if token.word != ":":
                return ()
        elif token.word == _NUMBER_OF:
            return unit_after(tokens[:at], back + 1)
    return ()


def canonical(words: Sequence[str]) -> Unit:
    """Name a unit by its first word, or by two where they make one."""
    if not words:
        return ()
    pair = tuple(words[:2])
    unit = pair if pair in lexicon.COMPOUNDS else pair[:1]
    return lexicon.SAME_UNITS.get(unit, unit)


def is_measure(unit: Unit) -> bool:
    """Say whether it is a unit of measure or of money."""
    return bool(unit) and (unit[0] in lexicon.MEASURES or "/" in unit)


def alike(one: Unit, other: Unit) -> bool:
    """Say whether two figures certainly count or measure the same sort of thing."""
    if not one or not other:
        return False
    if one == other or (one in lexicon.PEOPLE and other in lexicon.PEOPLE):
        return True
    return other in lexicon.EITHER.get(one, ()) or one in lexicon.EITHER.get(other, ())


def may_be_alike(one: Unit, other: Unit) -> bool:
    """Say whether nothing tells that they count different things."""
    return not one or not other or alike(one, other)

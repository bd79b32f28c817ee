"""Targets and the words they are judged by: "không đạt: … (61,2% so với kế hoạch là 62%)"."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

from wardstats.figures.targets import AtLeast, AtMost, LessThan, MoreThan, Target, Verdict
from wardstats.prose import units
from wardstats.prose.claims import Claim, Word, judged
from wardstats.prose.lexicon import words

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page, Pair

_FURTHEST_TARGET = 9
_FURTHEST_WORD = 80
_LINKS = words(
    "so với kế hoạch dự toán chỉ tiêu nghị quyết nq kh mục giao được đề ra là tỉnh huyện "
    "xã phường từ trên dưới không quá ít nhất tối thiểu đa phấn đấu đạt giảm ( :"
)
_NAMES = {("kế", "hoạch"), ("dự", "toán"), ("chỉ", "tiêu"), ("mục", "tiêu")}
# "11/12 chỉ tiêu đạt và vượt kế hoạch" counts targets.
_COUNTED_TARGETS = frozenset({("chỉ", "tiêu"), ("tiêu", "chí")})
_NOT_MET = ("không", "đạt"), ("chưa", "đạt")
_EXCEEDED = ("vượt",)
_MET = ("đạt",)


def listed(page: Page, actual: Mention) -> Claim | None:
    """Read "chỉ tiêu không đạt: … (61,2% so với kế hoạch là 62%)", judged by words before it."""
    target = next(iter(page.after(actual.at)), None)
    if target is None or target.kind is not actual.kind or target.sentence != actual.sentence:
        return None
    between = page.words(actual.at + 1, target.at)
    if target.at - actual.at > _FURTHEST_TARGET or not all(word in _LINKS for word in between):
        return None
    if between[:2] != ["so", "với"] or not _named(between) or page.depths[actual.at] == 0:
        return None
    word = _judgement_before(page, actual)
    rule = _rule(between)
    if word is None or rule is None:
        return None
    return judged(word, actual, rule, target)


def in_bracket(page: Page, actual: Mention) -> Claim | None:
    """Read "đạt 21,1% (chỉ tiêu đề ra dưới 15%); không đạt chỉ tiêu", and the like."""
    if _is_change(page, actual):
        return None
    for target in page.after(actual.at):
        if target.sentence != actual.sentence or target.at - actual.at > _FURTHEST_WORD:
            return None
        if target.kind is not actual.kind or target.depth == 0:
            continue
        opening = _bracket_words(page, target)
        if not _named(opening):
            continue
        if _first_before(page, target, actual):
            word = _judgement_after(page, target)
            rule = _rule(opening)
            if word is not None and rule is not None:
                return judged(word, actual, rule, target)
        return None
    return None


def of_pair(page: Page, actual: Mention) -> Claim | None:
    """Read "158/100 lao động, …, vượt kế hoạch": what was done, what was planned, the word."""
    pair = page.parts.get(actual.key)
    if pair is None or not pair.sure or not units.may_be_alike(pair.part.unit, pair.whole.unit):
        return None
    if pair.whole.unit in _COUNTED_TARGETS:
        return None
    word = _judgement_after(page, pair.whole)
    if word is None or not _is_planned(page, pair, word):
        return None
    return judged(word, pair.part, AtLeast, pair.whole)


def _is_planned(page: Page, pair: Pair, word: Word) -> bool:
    """Say whether the whole is a plan: it is named so, or its rate is one of a plan."""
    names = (
        at
        for at in range(pair.part.at, pair.part.at + _FURTHEST_WORD)
        if tuple(page.words(at, at + 2)) in _NAMES or page.word(at) in {"kh", "nq"}
    )
    return any(
        page.tokens[at].start < word.start and page.depths[at] == pair.part.depth for at in names
    )


def _bracket_words(page: Page, target: Mention) -> list[str]:
    words: list[str] = []
    for back in range(target.at - 1, max(target.at - 14, -1), -1):
        words.insert(0, page.word(back))
        if page.word(back) == "(":
            return words
    return []


def _first_before(page: Page, target: Mention, actual: Mention) -> bool:
    """Say whether no other figure of its kind, outside brackets, stands between the two."""
    between = takewhile(lambda each: each.key != actual.key, page.before(target.at))
    return actual.depth == 0 and not any(
        each.kind is actual.kind and each.depth == 0 and not _is_change(page, each)
        for each in between
    )


def _is_change(page: Page, figure: Mention) -> bool:
    return page.word(figure.at - 1) in {"tăng", "giảm"}


def _named(words: list[str]) -> bool:
    return any(pair in _NAMES for pair in pairwise(words)) or bool({"kh", "nq"} & set(words))


def _rule(words: list[str]) -> type[Target[Any]] | None:
    if "dưới" in words:
        return None if "không" in words else LessThan
    if "trên" in words:
        return MoreThan
    if "quá" in words or "đa" in words:
        return AtMost
    if "giảm" in words or "tăng" in words:
        return None
    return AtLeast


def _judgement_before(page: Page, actual: Mention) -> Word | None:
    """Find "không đạt:" before a list."""
    for back in range(actual.at - 1, max(actual.at - _FURTHEST_WORD, 1), -1):
        if page.sentences[back] != actual.sentence:
            return None
        if page.word(back) == ":" and tuple(page.words(back - 2, back)) in _NOT_MET:
            return _word(page, back - 2, back, Verdict.NOT_MET)
    return None


def _judgement_after(page: Page, target: Mention) -> Word | None:
    """Find "không đạt chỉ tiêu", "vượt kế hoạch" in the rest of the sentence."""
    last = min(target.at + _FURTHEST_WORD // 4, len(page.tokens) - 2)
    for at in range(target.at + 1, last):
        if page.sentences[at] != target.sentence:
            return None
        if tuple(page.words(at + 1, at + 3)) not in _NAMES:
            continue
        if (page.word(at - 1), page.word(at)) in _NOT_MET:
            return _word(page, at - 1, at + 1, Verdict.NOT_MET)
        if page.word(at) in _EXCEEDED and page.word(at - 1) in {",", ";"}:
            return _word(page, at, at + 1, Verdict.EXCEEDED)
        if page.word(at) in _MET and page.word(at - 1) in {",", ";"}:
            return _word(page, at, at + 1, Verdict.MET)
    return None


def _word(page: Page, start: int, end: int, verdict: Verdict) -> Word:
    first, last = page.tokens[start], page.tokens[end - 1]
    return Word(
        f"w{first.start}", page.text[first.start : last.end], first.start, last.end, verdict
    )

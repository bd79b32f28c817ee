"""Where the whole of a rate may stand, the likeliest place first."""

from __future__ import annotations

from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from wardstats.prose import units
from wardstats.prose.lexicon import words
from wardstats.prose.token_kinds import RATES
from wardstats.prose.told import PLANS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wardstats.prose.page import Mention, Page


class Candidate(NamedTuple):
    """A figure that may be the whole.

    `sure` if the wording leaves no other, `close` if it stands near enough that even a rate
    cut short is taken for its own. `paired` if it is one of two with a slash between them,
    either of which may be meant, `later` if the part is not the first of the list the whole
    governs, `rated` if it is itself told as a part of something, `total`
    if it is told as a total in the sentence of the rate, `planned` as a plan there.
    """

    whole: Mention
    sure: bool = False
    close: bool = True
    paired: bool = False
    later: bool = False
    rated: bool = False
    total: bool = False
    planned: bool = False


_FURTHEST_MARKER = 120
_SENTENCES_BACK = 3
_MOST_FIGURES = 24
_WORDS_BEFORE = 4
# A clause that takes in, and one that tells what came of it.
_TAKES_IN = words("nhận lý có lấy tra định phát tổng giao hiện triệu mời")
_CAME_OF_IT = (
    ("giải", "quyết"),
    ("xử", "lý"),
    ("xử", "phạt"),
    ("khám", "phá"),
    ("hoàn", "thành"),
    ("thu", "hoạch"),
    ("đúng", "hạn"),
    ("phát", "hiện"),
    ("kết", "quả"),
    ("có", "mặt"),
    ("tham", "gia"),
    ("tham", "dự"),
    (",", "dự"),
    (",", "có"),
    ("đi", "bầu"),
    ("bỏ", "phiếu"),
    ("biểu", "quyết"),
    ("được", "công"),
)


def candidates(page: Page, percent: Mention, part: Mention) -> list[Candidate]:
    """List the figures that may be the whole of a part, the likeliest first."""
    found: dict[str, Candidate] = {}
    places = (_told_before(page, part), _told_after(page, percent), _earlier(page, percent, part))
    for candidate in chain.from_iterable(places):
        whole = candidate.whole
        if whole.key != part.key and whole.value > 0 and _may_hold(whole, part, percent):
            known = found.get(whole.key)
            if known is None or candidate.sure > known.sure:
                found[whole.key] = _described(page, candidate, percent, part)
    return list(found.values())


def _described(page: Page, candidate: Candidate, percent: Mention, part: Mention) -> Candidate:
    whole = candidate.whole
    start = whole.at
    while start > whole.at - _WORDS_BEFORE and page.sentence_of(start - 1) == whole.sentence:
        start -= 1
    before = page.words(start, whole.at)
    beside = whole.sentence == percent.sentence and units.alike(whole.unit, part.unit)
    return candidate._replace(
        rated=_is_rated(page, whole),
        total=beside and "tổng" in before,
        planned=beside and any(pair in PLANS for pair in pairwise(before)),
    )


def _is_rated(page: Page, whole: Mention) -> bool:
    """Say whether a rate of its own follows a figure: "2.100 hồ sơ, đạt 32,58%"."""
    following = next(iter(page.after(whole.at)), None)
    if following is None or following.kind not in RATES or whole.key in page.wholes:
        return False
    return following.sentence == whole.sentence and ";" not in page.words(whole.at, following.at)


def _may_hold(whole: Mention, part: Mention, percent: Mention) -> bool:
    if not units.may_be_alike(whole.unit, part.unit):
        return False
    return whole.value >= part.value or percent.value > 1


def _told_before(page: Page, part: Mention) -> Iterator[Candidate]:
    """Give the total before "trong đó", or what a clause before took in."""
    marker = governing(page, part)
    if marker is not None:
        yield from _of_marker(page, marker, part)
    before = islice(page.before(part.at), _MOST_FIGURES)
    previous = next((each for each in before if each.depth <= part.depth), None)
    if previous is None or previous.sentence != part.sentence or previous.kind in RATES:
        return
    between = page.words(previous.at + 1, part.at)
    if ";" in between or marker is not None or not units.alike(previous.unit, part.unit):
        return
    pair = page.wholes.get(previous.key)
    if pair is None:
        yield Candidate(previous, sure=_takes_in(page, previous, between))


def _told_after(page: Page, percent: Mention) -> Iterator[Candidate]:
    """Give "trên tổng số 80 người" at the end of the sentence."""
    for whole in islice(page.after(percent.at), _MOST_FIGURES):
        if whole.sentence != percent.sentence:
            return
        words = page.words(max(whole.at - 3, 0), whole.at)
        near = whole.at - percent.at <= _WORDS_BEFORE and words[-1:] in (["trên"], ["với"])
        if near or (words[1:] == ["tổng", "số"] and words[0] in {"trên", "trong"}):
            yield Candidate(whole)


def _takes_in(page: Page, whole: Mention, between: list[str]) -> bool:
    before = page.words(max(whole.at - 4, 0), whole.at)
    if before[-2:] == ["trong", "số"] and "có" in between and "," not in between:
        return True
    takes = any(word in _TAKES_IN for word in before)
    pairs = set(pairwise(between))
    return takes and any(pair in pairs for pair in _CAME_OF_IT)


def governing(page: Page, part: Mention) -> int | None:
    """Find the "trong đó", "trong số đó" or "gồm" before a figure, in its sentence."""
    for at in range(part.at - 1, max(part.at - _FURTHEST_MARKER, -1), -1):
        if page.sentences[at] != part.sentence:
            return None
        opens = page.word(at) == "gồm" or is_marker(page, at)
        if opens and page.depths[at] <= part.depth:
            return at
    return None


def is_marker(page: Page, at: int) -> bool:
    """Say whether "trong đó" or "trong số đó" ends at a place."""
    if page.word(at) != "đó":
        return False
    return page.word(at - 1) == "trong" or page.words(max(at - 2, 0), at) == ["trong", "số"]


def totals_before(page: Page, marker: int) -> Iterator[Mention]:
    """Go through the figures that "trong đó" may point at, in its sentence or the one before."""
    start = marker
    while page.word(start - 1) in {"trong", "số", "bao"}:
        start -= 1
    opens = page.sentences[start - 1] != page.sentences[start] if start else True
    earliest = page.sentences[marker] - opens
    depth = page.depths[marker]
    for count, total in enumerate(page.before(start)):
        if total.sentence < earliest or count > _MOST_FIGURES:
            return
        if total.kind not in RATES and (total.depth <= depth or opens):
            yield total


def _of_marker(page: Page, marker: int, part: Mention) -> Iterator[Candidate]:
    nearest = True
    later = next(iter(page.after(marker)), part) is not part
    for total in totals_before(page, marker):
        if not units.may_be_alike(total.unit, part.unit) or total.value < part.value:
            continue
        pair = page.wholes.get(total.key)
        plain = pair is None and total.key not in page.parts
        certain = units.alike(total.unit, part.unit)
        yield Candidate(
            total, sure=nearest and plain and certain, paired=nearest and not plain, later=later
        )
        if nearest and pair is not None:
            yield Candidate(pair.part, paired=True)
        nearest = nearest and not plain


def _earlier(page: Page, percent: Mention, part: Mention) -> Iterator[Candidate]:
    """Give figures further back that tell of the same things: they are bound only if they fit."""
    for count, whole in enumerate(page.before(part.at)):
        if whole.sentence < percent.sentence - _SENTENCES_BACK or count > _MOST_FIGURES:
            return
        if whole.kind in RATES:
            continue
        if units.alike(whole.unit, part.unit) or not part.unit or not whole.unit:
            yield Candidate(whole, close=whole.sentence >= percent.sentence - 1)

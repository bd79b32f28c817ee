"""Breakdowns: a total and its parts, after "trong đó", "gồm", in brackets, or after a colon.

What stands in such a list may be something else: details of a part, a second grouping, other
units. So the parts are first taken in every way a list may be meant, and bound as they add up;
only a list that can be meant in one way is held against its total.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from wardstats.prose import units
from wardstats.prose.changes_told import direction, is_change
from wardstats.prose.claims import Claim, total
from wardstats.prose.groupings import exclude_one_another, may_overlap
from wardstats.prose.lexicon import phrases, words
from wardstats.prose.lists import Item, Listing, listed
from wardstats.prose.page import Mention, Pair
from wardstats.prose.token_kinds import RATES, TokenKind
from wardstats.prose.wholes import is_marker, totals_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wardstats.prose.page import Page

_MOST_TOTALS = 5
_MOST_FIGURES = 20
_FEW_WORDS = 4
_FURTHEST_COLON = 14
_SENTENCES_ON = 3
_LONGEST_TAIL = 40
# What tells that a list names not all there is, before it and after it.
_MAINLY = phrases("chủ yếu|chính :|tiêu biểu|nổi bật|đáng kể|điển hình")
_GO_ON = words(", ; và …")
_MORE = words("lại khác … vv v ngoài")
# Parts that exceed their total by more are no parts of it.
_LARGEST_EXCESS = 5


def after_marker(page: Page, at: int) -> list[Claim]:
    """Read "trong đó", "trong số đó"."""
    if not is_marker(page, at):
        return []
    listing = listed(page, at + 1)
    claim = _of_changes(page, at)
    if claim is not None:
        return [claim]
    return _claims(page, at, listing, totals_before(page, at), says_all=False, closed=False)


def _of_changes(page: Page, marker: int) -> Claim | None:
    """Bind "giảm 25 tỷ. Trong đó A vượt 16 tỷ, B hụt 15 tỷ, C hụt 26 tỷ", where they add up."""
    whole = next((each for each in totals_before(page, marker)), None)
    way = direction(page, whole)[0] if whole is not None else 0
    if whole is None or not way:
        return None
    parts: dict[int, list[Mention]] = {1: [], -1: []}
    for part in islice(page.after(marker), _MOST_FIGURES):
        if part.sentence != page.sentences[marker]:
            break
        told_as = direction(page, part)[0]
        if part.kind not in RATES and told_as and units.alike(part.unit, whole.unit):
            parts[told_as].append(part)
    spelled = sum(part.value for part in parts[way]) - sum(part.value for part in parts[-way])
    if len(parts[1]) + len(parts[-1]) < len("ab") or spelled != whole.value:
        return None
    return total(whole, parts[1], exhaustive=True, minus=parts[-1], falls=way < 0)


def after_comprising(page: Page, at: int) -> list[Claim]:
    """Read "gồm", "bao gồm"."""
    listing = listed(page, at + 1)
    start = at - 1 if page.word(at - 1) == "bao" else at
    opens = page.sentence_of(start - 1) != page.sentences[at]
    totals = (
        each
        for each in islice(page.before(start), _MOST_FIGURES)
        if each.sentence >= page.sentences[at] - opens and each.depth <= page.depths[at]
        if each.kind not in RATES
    )
    whole = "cả" not in page.words(at + 1, at + 2)
    return _claims(page, at, listing, totals, says_all=whole and not _is_open(page, start, listing))


def _is_open(page: Page, start: int, listing: Listing) -> bool:
    """Say whether a list tells that there is more: "chủ yếu gồm", "còn lại là", "và hộ khác"."""
    if not listing.items:
        return False
    lead = page.words(max(start - _FEW_WORDS, 0), listing.items[0].figure.at)
    if not _MAINLY.isdisjoint(pairwise(lead)) or "như" in lead:
        return True
    last = listing.items[-1].figure.at
    tail = page.words(last + 1, min(listing.end + _FEW_WORDS, last + _LONGEST_TAIL))
    breaks = [at for at, word in enumerate(tail) if word in _GO_ON]
    goes_on = bool(breaks) and not _MORE.isdisjoint(tail[breaks[0] :])
    return goes_on or (".", ".") in pairwise(tail)


def in_bracket(page: Page, at: int) -> list[Claim]:
    """Read "07 hồ sơ (06 hồ sơ đất đai, 01 hồ sơ hộ tịch)"."""
    before = next(iter(page.before(at)), None)
    if before is None or before.sentence != page.sentences[at] or before.kind in RATES:
        return []
    words = page.words(before.at + 1, at)
    if before.depth >= page.depths[at] or len(words) > _FURTHEST_COLON or {";", ":"} & set(words):
        return []
    listing = listed(page, at + 1)
    opening = page.words(at + 1, at + 4)
    if {"gồm", "đó", "trên", "tổng"} & set(opening):
        return []
    says_all = listing.closes_with_and and all(
        item.figure.kind is TokenKind.COUNT for item in listing.items
    )
    return _claims(page, at, listing, [before], says_all=says_all)


def before_total(page: Page, at: int) -> list[Claim]:
    """Read "nhà nước 3 cơ sở, tư nhân 5 cơ sở; tổng cộng 8 cơ sở", where the parts add up."""
    whole = next(iter(page.after(at)), None)
    if whole is None or whole.at - at > _FEW_WORDS or whole.kind in RATES:
        return []
    parts: list[Mention] = []
    for part in islice(page.before(at), _MOST_FIGURES):
        if part.sentence != whole.sentence or part.depth != whole.depth:
            break
        if not units.alike(part.unit, whole.unit) or is_change(page, part):
            break
        parts.insert(0, part)
        if parts[1:] and adds_up(whole, parts):
            return [total(whole, parts, exhaustive=True)]
    return []


def after_colon(page: Page, at: int) -> list[Claim]:
    """Read "612 hồ sơ: trước hạn 380, đúng hạn 232", where the parts add up."""
    listing = listed(page, at + 1)
    if not listing.items:
        return []
    before = _before_colon(page, at)
    if before is not None:
        claim = _fitting(before, listing, closed=False) or _going_on(page, before, listing)
        if claim is not None:
            return [claim, *_denominators(page, claim)]
    first, *others = listing.items
    claim = _fitting(first.figure, listing._replace(items=tuple(others)), closed=False)
    return [claim] if claim is not None else []


def _before_colon(page: Page, at: int) -> Mention | None:
    """Give the figure before a colon; "Cụ thể:" points at the sentence before."""
    opens = at < _FEW_WORDS or page.sentences[at - _FEW_WORDS] != page.sentences[at]
    for figure in islice(page.before(at), _MOST_FIGURES):
        if figure.kind not in RATES:
            return figure if figure.sentence >= page.sentences[at] - opens else None
    return None


def _claims(
    page: Page,
    at: int,
    listing: Listing,
    totals: Iterable[Mention],
    *,
    says_all: bool,
    closed: bool = True,
) -> list[Claim]:
    items = listing.items
    if not items:
        return []
    totals = list(islice(totals, _MOST_FIGURES))
    found = list(_possible(page, totals, items))
    for whole in found:
        if not whole.is_bounded and (claim := _fitting(whole, listing, closed=closed)):
            return [claim, *_denominators(page, claim)]
    for whole in found:
        if not whole.is_bounded and (claim := _going_on(page, whole, listing)):
            return [claim, *_denominators(page, claim)]
    if claim := _mixed(page, at, totals):
        return [claim]
    if len(items) < len("ab") or not found or not listing.plain or found[0].is_bounded:
        return []
    says_all = says_all and listing.complete
    return _held_against(page, found[0], items[: listing.certain], says_all=says_all, closed=closed)


def _mixed(page: Page, at: int, totals: list[Mention]) -> Claim | None:
    """Bind "787 tổ chức đảng, trong đó 269 đảng bộ, 518 chi bộ", whose units differ."""
    items = listed(page, at + 1, mixed=True).items
    nearest = next((each for each in totals if not is_change(page, each)), None)
    if nearest is None or nearest.kind is not TokenKind.COUNT or nearest.is_bounded:
        return None
    parts = [item.figure for item in items]
    return total(nearest, parts, exhaustive=True) if parts[1:] and adds_up(nearest, parts) else None


def _possible(page: Page, totals: Iterable[Mention], items: tuple[Item, ...]) -> Iterator[Mention]:
    first = items[0].figure
    count = 0
    for whole in totals:
        if whole.kind in RATES or is_change(page, whole) or whole.key in page.wholes:
            continue
        both_pairs = whole.key in page.parts and first.key in page.parts
        alike = both_pairs or units.may_be_alike(whole.unit, first.unit)
        if count < _MOST_TOTALS and alike and whole.value >= first.value:
            count += 1
            yield whole


def _fitting(whole: Mention, listing: Listing, *, closed: bool) -> Claim | None:
    """Take the parts in every way a list may be meant; bind them if they add up."""
    items = listing.items
    ways = _readings(items, closed=closed)
    if listing.certain < len(items):
        ways = chain(ways, [[item.figure for item in items[: listing.certain]]])
    for parts in ways:
        if len(parts) > 1 and adds_up(whole, parts):
            return total(whole, parts, exhaustive=True)
    first = [] if closed else _first_that_spell(whole, [item.figure for item in items])
    return total(whole, first, exhaustive=True) if first else None


def _first_that_spell(whole: Mention, figures: list[Mention]) -> list[Mention]:
    """Give the first parts that make a total to the digit; another grouping follows them.

    As in "120 cán bộ, trong đó 58 nam, 62 nữ, 12 đảng viên".
    """
    reached = Fraction(0)
    for count, part in enumerate(figures, 1):
        reached += part.value
        if reached >= whole.value:
            return figures[:count] if count > 1 and reached == whole.value else []
    return []


def _readings(items: tuple[Item, ...], *, closed: bool) -> Iterator[list[Mention]]:
    figures = [item.figure for item in items]
    yield figures
    first = [item.figure for item in items if item.segment == items[0].segment]
    if len(first) > 1:
        yield first
    if closed:
        return
    heads: dict[int, Mention] = {}
    for item in items:
        heads.setdefault(item.segment, item.figure)
    yield list(heads.values())
    for length in range(len(figures) - 1, 1, -1):
        if items[length].segment > items[length - 1].segment:
            yield figures[:length]


def adds_up(whole: Mention, parts: Iterable[Mention]) -> bool:
    """Say whether parts make a total, each within what its printed digits stand for."""
    parts = list(parts)
    spelled = sum(part.value for part in parts)
    if spelled == whole.value:
        return True
    if all(map(_is_counted, (whole, *parts))):
        return False
    if any(each.is_bounded for each in (whole, *parts)):
        return False
    unit = Fraction(whole.figure.unit)
    measured = unit
    for part in parts:
        if not _is_counted(part):
            measured += part.figure.unit
    apart = abs(Fraction(spelled) - whole.value)
    return 2 * apart <= min(measured, unit * (len(parts) + 1))


def _is_counted(figure: Mention) -> bool:
    if figure.kind is TokenKind.RATIO:
        return not figure.figure.places and not units.is_measure(figure.unit)
    return figure.kind is TokenKind.COUNT


def _going_on(page: Page, whole: Mention, listing: Listing) -> Claim | None:
    """Take the first figure of each sentence that follows: "Đậu 25/25 ha. Ngô 31/35 ha."."""
    parts = [listing.items[0].figure]
    sentence = parts[0].sentence
    for figure in islice(page.after(listing.end), _MOST_FIGURES):
        if figure.sentence > sentence + _SENTENCES_ON:
            return None
        if figure.sentence == parts[-1].sentence or figure.kind in RATES:
            continue
        if is_change(page, figure) or not units.alike(figure.unit or whole.unit, whole.unit):
            continue
        parts.append(figure)
        if adds_up(whole, parts):
            return total(whole, parts, exhaustive=True)
    return None


def _denominators(page: Page, claim: Claim) -> list[Claim]:
    """Hold the denominators of like fractions together, too."""
    pairs = [page.parts.get(each.key) for each in (claim.stated, *claim.inputs)]
    held = [pair for pair in pairs if isinstance(pair, Pair)]
    if len(held) < len(pairs):
        return []
    whole, *parts = (pair.whole for pair in held)
    return [total(whole, parts, exhaustive=True)] if adds_up(whole, parts) else []


def _held_against(
    page: Page, whole: Mention, items: tuple[Item, ...], *, says_all: bool, closed: bool
) -> list[Claim]:
    """Hold a list against its total: the fewest parts that exceed it, or all if they fall short."""
    figures = [item.figure for item in items]
    if not all(units.alike(whole.unit, each.unit) or not each.unit for each in figures):
        return []
    if any(each.key in page.parts or each.is_bounded or each.is_rough for each in figures):
        return []
    if whole.key in page.parts or may_overlap(page, whole, figures):
        return []
    certain = closed or exclude_one_another(page, whole, figures)
    reached = Fraction(0)
    for count, part in enumerate(figures, 1):
        reached += part.value
        if reached > whole.value:
            over = (reached - whole.value) * _LARGEST_EXCESS > whole.value
            return (
                []
                if over or count == 1 or not certain
                else [total(whole, figures[:count], exhaustive=True)]
            )
    return [total(whole, figures, exhaustive=says_all)]

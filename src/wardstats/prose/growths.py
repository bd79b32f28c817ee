"""Growth with its amount: "724 nghìn ha, giảm 16 nghìn ha (-2,2%)".

The previous value is mostly not printed; it is the current one less the change.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from wardstats.figures.rounding import Stated
from wardstats.prose import claims, lexicon, units
from wardstats.prose.changes_told import direction, is_change
from wardstats.prose.choosing import RULES
from wardstats.prose.claims import ClaimKind
from wardstats.prose.lexicon import phrases, words
from wardstats.prose.token_kinds import RATES, TokenKind
from wardstats.prose.told import PLANS, Lead, Tail, is_average, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wardstats.prose.claims import Claim
    from wardstats.prose.page import Mention, Page
    from wardstats.prose.told import Told

_FURTHEST = 14
_NEXT = 3
_MOST_FIGURES = 6
_SAME_SIZE = frozenset({"đương", "ứng"})
_TO = words("lên xuống còn đến")
_SINCE = words("so với cùng kỳ năm trước ngoái tháng quý (")
_PERIODS = words("năm tháng quý kỳ")
_ENDS_CLAUSE = frozenset({";", ":", "do"})
_SAME_SUBJECT = words(
    "đạt bằng chiếm tương đương ứng tăng giảm kế hoạch kh dự toán dt chỉ tiêu nghị quyết nq giao "
    "năm và đã ước so với cùng kỳ tỷ lệ là được của trước cả hoàn thành thêm cao thấp hơn"
)
# What is told as a share of all: the poor, the insured, dossiers handed in online.
_OF_ALL = words("nghèo bhyt bhxh hiểm tuyến dưỡng hạn")
_HAVE_A_RATE = phrases("hộ|hồ sơ|gia đình")
_SHARE_BACK = 8
_SENTENCE_BACK = 30
_FAR_BELOW = 3


class _Change(NamedTuple):
    """A change and its direction, 1 or -1; the words that tell it begin at `start`."""

    figure: Mention
    way: int
    start: int


def after_change(page: Page, percent: Mention) -> Claim | None:
    """Read "726 vụ, tăng 103 vụ (16,5%)", "tăng 13 vụ, tương đương 19,1%", "bằng 97,2%"."""
    how = told(page, percent)
    if how.lead not in {Lead.BRACKET, Lead.LEVEL, Lead.RISE, Lead.FALL}:
        return None
    change = _change_before(page, percent, how)
    if change is None or change.way == -_way(how.lead):
        return None
    led = page.words(how.start, percent.at)
    if how.lead is Lead.LEVEL and not {"bằng", *_SAME_SIZE} & set(led):
        return None
    return _of_current(page, percent, change, as_index="bằng" in led)


def before_change(page: Page, percent: Mention) -> Claim | None:
    """Read "giảm 1,2% (-6,4 nghìn ha)", "tăng 3,1% so với năm ngoái, tương ứng gần 1,9 tạ/ha"."""
    how = told(page, percent)
    as_index = how.lead is Lead.LEVEL and "bằng" in page.words(how.start, percent.at)
    as_index = as_index and how.tail is not Tail.PLAN
    figure = next(iter(page.after(percent.at)), None)
    if figure is None or not (_way(how.lead) or as_index) or not _follows(page, percent, figure):
        return None
    between = page.words(percent.at + 1, figure.at)
    way = direction(page, figure)[0]
    if as_index:
        if not way or "," not in between[-_NEXT:] or {"(", ":"} & set(between):
            return None
        return _of_current(page, percent, _Change(figure, way, how.start), as_index=True)
    change = _Change(figure, _way(how.lead), how.start)
    if page.word(figure.at - 1) == "(" and not way:
        return _change_or_previous(page, percent, change)
    told_so = ("(" in between and way) or _SAME_SIZE & set(between)
    if not told_so or way == -change.way:
        return None
    return _of_current(page, percent, change, as_index=False)


def from_to(page: Page, percent: Mention) -> Claim | None:
    """Read "từ 120 hộ xuống còn 90 hộ, giảm 25%", and two years in a row, if that fits."""
    how = told(page, percent)
    found = page.before(how.start)
    current, previous = next(found, None), next(found, None)
    if previous is None or current is None or not _way(how.lead) or previous.value <= 0:
        return None
    if previous.sentence != percent.sentence or not units.alike(current.unit, previous.unit):
        return None
    if any(is_change(page, each) or each.key in page.parts for each in (current, previous)):
        return None
    between = page.words(previous.at + 1, current.at)
    said = page.word(previous.at - 1) == "từ" and _TO & set(between)
    if not said and not _PERIODS & set(between):
        return None
    exact = _way(how.lead) * (Fraction(current.value) / previous.value - 1)
    apart = page.words(current.at + 1, how.start)
    other = is_average(page, percent) or _may_be_points(page, percent, current, exact)
    if {";", ":"} & set(apart) or not (_fits(percent.figure, exact) or (said and not other)):
        return None
    return claims.changed(percent, current, previous, rises=how.lead is Lead.RISE)


def over_previous(page: Page, percent: Mention) -> Claim | None:
    """Read "tăng 4,3% so với 1.050 con cùng kỳ", "bằng 104,3% so với cùng kỳ (1.050 con)"."""
    how = told(page, percent)
    as_index = how.lead is Lead.LEVEL and "bằng" in page.words(how.start, percent.at)
    previous = next(iter(page.after(percent.at)), None)
    if previous is None or previous.value <= 0 or not (_way(how.lead) or as_index):
        return None
    since = page.words(percent.at + 1, previous.at)
    if since[:2] != ["so", "với"] or not all(map(_is_since, since)):
        return None
    change = _Change(previous, _way(how.lead), how.start)
    current = _over(page, percent, change, as_index=as_index)
    if current is None:
        return None
    if as_index:
        return claims.rate(percent, current, previous, ClaimKind.GROWTH)
    return claims.changed(percent, current, previous, rises=how.lead is Lead.RISE)


def _over(page: Page, percent: Mention, change: _Change, *, as_index: bool) -> Mention | None:
    """Find the current value of a growth over a previous one: the first that fits, else the only.

    The change holds the previous value here.
    """
    found = list(_currents(page, percent, change))
    for current in found:
        if _fits(percent.figure, _over_one(current, change, as_index=as_index)):
            return current
    return _only(page, percent, change, found)


def _over_one(current: Mention, change: _Change, *, as_index: bool) -> Fraction:
    index = Fraction(current.value) / change.figure.value
    return index if as_index else change.way * (index - 1)


def _currents(page: Page, percent: Mention, change: _Change) -> Iterator[Mention]:
    """Go through the figures that a change may be told of, the nearest first.

    None of a bracket that was closed, and no plan.
    """
    depth = page.depths[change.start]
    for current in islice(page.before(change.start), _MOST_FIGURES):
        if current.sentence != percent.sentence:
            return
        if current.kind in RATES or current.depth > depth or is_change(page, current):
            continue
        alike = units.alike(current.unit, change.figure.unit)
        if current.value <= 0 or current.key in page.wholes or not alike:
            continue
        before = page.words(max(current.at - _NEXT, 0), current.at)
        if not any(pair in PLANS for pair in pairwise(before)):
            yield current


def _only(page: Page, percent: Mention, change: _Change, found: list[Mention]) -> Mention | None:
    """Give the one figure that a change is told of though it does not fit, if there is but one."""
    near = [each for each in found if ";" not in page.words(each.at + 1, change.start)]
    if len(near) != 1 or is_average(page, percent):
        return None
    return near[0] if _stands_before(page, near[0], change) else None


def _is_since(word: str) -> bool:
    return word in _SINCE or word.isdigit()


def _way(lead: Lead) -> int:
    return {Lead.RISE: 1, Lead.FALL: -1}.get(lead, 0)


def _change_before(page: Page, percent: Mention, how: Told) -> _Change | None:
    figure = next(iter(page.before(how.start)), None)
    if figure is None or figure.sentence != percent.sentence or how.start - figure.at > _FURTHEST:
        return None
    if figure.kind in RATES or figure.depth > page.depths[how.start]:
        return None
    way, start = direction(page, figure)
    if not way or {";", ":"} & set(page.words(figure.at + 1, how.start)):
        return None
    return _Change(figure, way, start)


def _follows(page: Page, percent: Mention, figure: Mention) -> bool:
    if figure.sentence != percent.sentence or figure.kind in RATES:
        return False
    near = figure.at - percent.at <= _FURTHEST
    return near and ";" not in page.words(percent.at + 1, figure.at)


def _change_or_previous(page: Page, percent: Mention, change: _Change) -> Claim | None:
    """Read "tăng 4,3% (45 con)", and "tăng 4,3% so với cùng kỳ (1.050 con)", told before."""
    found = list(_currents(page, percent, change))
    for current in found:
        if _previous(current, change) > 0 and _fits(percent.figure, _share(current, change)):
            return _growth(percent, current, change, as_index=False)
        previous = Fraction(change.figure.value)
        if previous > 0 and _fits(percent.figure, change.way * (current.value / previous - 1)):
            return claims.changed(percent, current, change.figure, rises=change.way > 0)
    only = _only(page, percent, change, found)
    # Neither fits: a figure of less than half the size is the change, not what was before.
    if only is not None and 2 * change.figure.value > only.value:
        return claims.changed(percent, only, change.figure, rises=change.way > 0)
    return _growth(percent, only, change, as_index=False) if only is not None else None


def _of_current(page: Page, percent: Mention, change: _Change, *, as_index: bool) -> Claim | None:
    """Find the current value: one that fits, else the nearest if it stands just before.

    The percentages of changes are small: only one with some decimals tells which it is of.
    """
    found = [each for each in _currents(page, percent, change) if _previous(each, change) > 0]
    finely = percent.figure.places > 1
    for current in found if finely else found[:1]:
        exact = _share(current, change)
        if _fits(percent.figure, 1 + change.way * exact if as_index else exact):
            return _growth(percent, current, change, as_index=as_index)
    nearest = found[0] if found else None
    if nearest is None or not _stands_before(page, nearest, change) or is_average(page, percent):
        return None
    later = _told_before(page, nearest, change)
    points = not as_index and _may_be_points(page, percent, nearest, _share(nearest, change))
    if later is None and (points or _has_two_periods(page, nearest)):
        return None
    return _growth(percent, later or nearest, change, as_index=as_index)


def _told_before(page: Page, previous: Mention, change: _Change) -> Mention | None:
    """Find 456 in "tháng 10 có 456 hồ sơ, tháng 9 có 440 hồ sơ, tăng 16 hồ sơ (3,6%)"."""
    current = next(iter(page.before(previous.at)), None)
    if current is None or current.sentence != previous.sentence or current.kind in RATES:
        return None
    apart = Fraction(current.value) - previous.value
    return current if apart == change.way * change.figure.value else None


def _has_two_periods(page: Page, current: Mention) -> bool:
    """Say whether two periods are told up to a figure, so that it may be of the earlier one."""
    first = max(current.at - _SENTENCE_BACK, 0)
    told_in = [
        token
        for token, sentence in zip(
            page.tokens[first : current.at], page.sentences[first : current.at], strict=True
        )
        if token.kind is TokenKind.PERIOD and sentence == current.sentence
    ]
    return len(told_in) > 1


def _stands_before(page: Page, current: Mention, change: _Change) -> bool:
    rough = any(each.is_bounded or each.is_rough for each in (current, change.figure))
    return not rough and _goes_on(page, current, change.start)


def _goes_on(page: Page, current: Mention, start: int) -> bool:
    """Say whether what is told from a figure on is told of it: no other thing is named since."""
    depth, named = page.depths[start], True
    for at in range(current.at + 1, start):
        word = page.word(at)
        if page.depths[at] > depth or word == ")":
            continue
        other = page.at(at)
        if word in _ENDS_CLAUSE or (other is not None and other.kind not in RATES):
            return False
        named = named and word != ","
        if not named and page.tokens[at].kind is TokenKind.WORD and word not in _SAME_SUBJECT:
            return False
    return True


def _may_be_points(page: Page, percent: Mention, current: Mention, exact: Fraction) -> bool:
    """Say whether by how much a count fell is told beside the fall of its rate, in points.

    As in "còn 45 hộ nghèo, giảm 12 hộ (giảm 0,35%)". Households, people and dossiers have a rate;
    of those that are told as a share of all, any smaller percentage may be the rate's.
    """
    if units.is_measure(current.unit):
        return False
    first = max(current.at - _SHARE_BACK, 0)
    near = page.words(first, percent.at)
    if "lệ" in page.words(percent.at - _NEXT, percent.at):
        return True
    rated = page.after_next(current)
    told_of_all = bool(_OF_ALL & set(near)) or (rated is not None and rated is not percent)
    countable = told_of_all or current.unit in lexicon.PEOPLE or current.unit in _HAVE_A_RATE
    size = abs(Fraction(percent.value)) * (1 if told_of_all else _FAR_BELOW)
    return countable and size < abs(exact)


def _previous(current: Mention, change: _Change) -> Fraction:
    return Fraction(current.value) - change.way * change.figure.value


def _share(current: Mention, change: _Change) -> Fraction:
    return change.figure.value / _previous(current, change)


def _growth(percent: Mention, current: Mention, change: _Change, *, as_index: bool) -> Claim:
    make = claims.index if as_index else claims.growth
    return make(percent, current, change.figure, rises=change.way > 0)


def _fits(printed: Stated, exact: Fraction) -> bool:
    return any(exact in printed.interval(rule) for rule in RULES)

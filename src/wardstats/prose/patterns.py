"""Wordings, as data: each with a name, a sentence it accepts and one it refuses.

A pattern is asked at every token it is anchored at, a kind of figure or a word; the first of a
family that reads a claim there has it. A wording of your own is one more pattern,
`PATTERNS + (mine,)`, and the simplest is made by `rate_told_as`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from attrs import field, frozen

from wardstats.figures.typed import Code
from wardstats.prose import breakdowns, growths, plans, points, rates, repeats, targets
from wardstats.prose.claims import Claim, rate
from wardstats.prose.page import Mention, Page
from wardstats.prose.token_kinds import RATES, TokenKind

ReadFigure = Callable[[Page, Mention], Claim | None]
Read = Callable[[Page, int], Iterable[Claim]]
Anchor = TokenKind | str


class Family(Code):
    """What patterns of a family claim; at one place only one of a family does."""

    RATES = "rates"
    BREAKDOWNS = "breakdowns"
    TARGETS = "targets"
    REPEATS = "repeats"


def _anchors(given: Iterable[Anchor]) -> frozenset[Anchor]:
    return frozenset(given)


@frozen
class Pattern:
    """A wording: where it is looked for, how it is read, and what it does and does not read."""

    name: str
    family: Family
    anchors: frozenset[Anchor] = field(converter=_anchors)
    read: Read
    accepts: str
    refuses: str


def of_figure(read: ReadFigure) -> Read:
    """Read at figures by a function that takes the figure and gives a claim or None."""

    def read_at(page: Page, at: int) -> Iterable[Claim]:
        figure = page.at(at)
        claim = read(page, figure) if figure is not None else None
        return () if claim is None else (claim,)

    return read_at


def rate_told_as(words: str) -> Pattern:
    """Make a pattern for words of your own between a fraction and its rate.

    `rate_told_as("hoàn thành ở mức")` reads "169/200 lao động, hoàn thành ở mức 84,5%".
    """
    led_by = words.lower().split()

    def read(page: Page, percent: Mention) -> Claim | None:
        start = percent.at - len(led_by)
        if page.words(max(start, 0), percent.at) != led_by:
            return None
        whole = next(iter(page.before(start)), None)
        pair = page.wholes.get(whole.key) if whole is not None else None
        if pair is None or pair.whole.sentence != percent.sentence:
            return None
        return rate(percent, pair.part, pair.whole)

    return Pattern(
        words,
        Family.RATES,
        {TokenKind.PERCENT},
        of_figure(read),
        f"Có 169/200 lao động, {words} 84,5%.",
        "Có 169/200 lao động, còn lại 15,5%.",
    )


def _of_rate(name: str, read: ReadFigure, accepts: str, refuses: str) -> Pattern:
    return Pattern(name, Family.RATES, RATES, of_figure(read), accepts, refuses)


def _of_breakdown(name: str, word: str, read: Read, accepts: str, refuses: str) -> Pattern:
    return Pattern(name, Family.BREAKDOWNS, {word}, read, accepts, refuses)


def _of_target(name: str, read: ReadFigure, accepts: str, refuses: str) -> Pattern:
    figures = RATES | {TokenKind.COUNT, TokenKind.AMOUNT, TokenKind.RATIO}
    return Pattern(name, Family.TARGETS, figures, of_figure(read), accepts, refuses)


PATTERNS: tuple[Pattern, ...] = (
    _of_rate(
        "fraction, then rate",
        rates.of_pair,
        "Có 313/320 đại diện hộ dự họp, đạt tỷ lệ 97,81%.",
        "Có 5/5 khu phố lập quy ước, cử tri dự họp 97,81%.",
    ),
    _of_rate(
        "rate, then fraction",
        rates.pair_after,
        "Cán bộ đạt chuẩn 100% (18/18 người).",
        "Cán bộ đạt chuẩn 100%; có 5/5 khu phố văn hóa.",
    ),
    _of_rate(
        "plan printed after",
        plans.plan_after,
        "Tuyển 169 lao động, đạt 84,5% so với kế hoạch là 200 lao động.",
        "Tuyển 169 lao động, đạt 84,5% kế hoạch năm.",
    ),
    _of_rate(
        "plan in a bracket before",
        plans.plan_before,
        "Tuyển 169 lao động (kế hoạch 200 lao động), đạt 84,5%.",
        "Tuyển 169 lao động (năm trước 200 lao động), đạt 85,4%.",
    ),
    _of_rate(
        "excess over the plan",
        plans.excess,
        "Gieo trồng 53,5/52 ha, vượt 2,9%.",
        "Gieo trồng 53,5/52 ha; năng suất tăng 2,9%.",
    ),
    _of_rate(
        "change, then growth",
        growths.after_change,
        "Đàn bò 1.095 con, tăng 45 con (+4,3%).",
        "Đàn bò tăng 45 con (+4,3%).",
    ),
    _of_rate(
        "growth, then change",
        growths.before_change,
        "Đàn bò 1.095 con, tăng 4,3% (+45 con).",
        "Đàn bò 1.095 con, tăng 4,3% so với cùng kỳ.",
    ),
    _of_rate(
        "growth from one to another",
        growths.from_to,
        "Hộ nghèo từ 120 hộ xuống còn 90 hộ, giảm 25%.",
        "Hộ nghèo còn 90 hộ, giảm 25%.",
    ),
    _of_rate(
        "growth over a value printed after",
        growths.over_previous,
        "Đàn bò 1.095 con, tăng 4,3% so với 1.050 con cùng kỳ.",
        "Đàn bò 1.095 con, tăng 4,3% so với cùng kỳ.",
    ),
    _of_rate(
        "time cut",
        plans.cut,
        "Thời gian từ 10 ngày xuống còn 05 ngày, cắt giảm thời gian 50%.",
        "Thời gian giải quyết cắt giảm 50%.",
    ),
    _of_rate(
        "points between two rates",
        points.between,
        "Tỷ lệ hộ nghèo từ 4,2% xuống còn 3,1%, giảm 1,1%.",
        "Tỷ lệ hộ nghèo còn 3,1%, giảm 1,1% so với năm trước.",
    ),
    _of_rate(
        "whole printed after",
        rates.whole_after,
        "Có 608 hộ dùng nước sạch, chiếm 95% trên tổng số 640 hộ.",
        "Có 608 hộ dùng nước sạch, chiếm 95% số hộ.",
    ),
    _of_rate(
        "whole in an earlier clause",
        rates.of_whole,
        "Thụ lý 160 vụ, giải quyết 118 vụ, đạt 73,75%.",
        "Thụ lý 160 vụ; nộp phạt 118 triệu đồng, đạt 73,75%.",
    ),
    _of_rate(
        "rate, then part",
        rates.part_after,
        "Toàn phường có 640 hộ. Hộ dùng nước sạch đạt 95% (608 hộ).",
        "Hộ dùng nước sạch đạt 95% (608 hộ).",
    ),
    _of_rate(
        "rate, then both figures",
        rates.rate_then_figures,
        "Tỷ lệ đi bầu đạt 99,99%: niêm yết 45.358 cử tri, đi bầu 45.353 cử tri.",
        "Tỷ lệ đi bầu đạt 99,99%: có 12 khu vực, 45.353 cử tri.",
    ),
    _of_rate(
        "of a total told before",
        rates.of_total_told,
        "Hộ nghèo còn 90 hộ. Trên tổng số 2.500 hộ, hộ nghèo còn 3,6%.",
        "Hộ nghèo còn 90 hộ. Trên tổng số 2.500 hộ, hộ khá là 36%.",
    ),
    _of_breakdown(
        "of which",
        "đó",
        breakdowns.after_marker,
        "Nhận 1.250 hồ sơ, trong đó trực tuyến 1.100 hồ sơ, trực tiếp 150 hồ sơ.",
        "Nhận 1.250 hồ sơ, trong đó có 16 lĩnh vực và 20 thủ tục.",
    ),
    _of_breakdown(
        "comprising",
        "gồm",
        breakdowns.after_comprising,
        "Có 1.046 con, gồm 1.042 con gà và 04 con vịt.",
        "Có 8 đoàn, gồm 178 người và 12 xe.",
    ),
    _of_breakdown(
        "in brackets",
        "(",
        breakdowns.in_bracket,
        "Còn 07 vụ (khiếu nại 03 vụ, tố cáo 04 vụ).",
        "Còn 07 vụ (năm trước 09 vụ).",
    ),
    _of_breakdown(
        "after a colon",
        ":",
        breakdowns.after_colon,
        "Nhận 612 hồ sơ: trước hạn 380, đúng hạn 232.",
        "Nhận 612 hồ sơ: trước hạn 380, trực tuyến 500.",
    ),
    _of_breakdown(
        "total after its parts",
        "tổng",
        breakdowns.before_total,
        "Có 3 cơ sở công lập, 5 cơ sở tư thục; tổng cộng 8 cơ sở.",
        "Có 3 cơ sở công lập, 5 cơ sở tư thục; tổng cộng 120 giáo viên.",
    ),
    _of_target(
        "listed under a judgement",
        targets.listed,
        "Có 02 chỉ tiêu không đạt: người có việc làm mới (61,2% so với kế hoạch là 62%).",
        "Người có việc làm mới đạt 61,2% so với kế hoạch là 62%.",
    ),
    _of_target(
        "target, then judgement",
        targets.in_bracket,
        "Sinh con thứ ba là 21,1% (chỉ tiêu đề ra dưới 15%), không đạt chỉ tiêu.",
        "Sinh con thứ ba là 21,1% (chỉ tiêu đề ra dưới 15%).",
    ),
    _of_target(
        "fraction, then judgement",
        targets.of_pair,
        "Tuyển 215/200 lao động, đạt 107,5% kế hoạch, vượt chỉ tiêu.",
        "Tuyển 215/200 lao động, đạt 107,5% kế hoạch.",
    ),
    Pattern(
        "told twice",
        Family.REPEATS,
        {TokenKind.COUNT, TokenKind.PERCENT},
        of_figure(repeats.told_twice),
        "Tổng số hồ sơ tiếp nhận 1.806 hồ sơ. Như vậy, tổng số hồ sơ tiếp nhận 1.860 hồ sơ.",
        "Tổng số hồ sơ tiếp nhận 1.806 hồ sơ. Tổng số hồ sơ trực tuyến 1.860 hồ sơ.",
    ),
)


def claims_of(page: Page, patterns: Iterable[Pattern] = PATTERNS) -> tuple[Claim, ...]:
    """Read every claim of a text, in the order of its tokens.

    A percentage that no pattern binds is kept as not checkable.
    """
    return tuple(_with_unbound(page, _Reader(page, patterns).claims()))


class _Reader:
    """Asks the patterns at their anchors."""

    def __init__(self, page: Page, patterns: Iterable[Pattern]) -> None:
        self._page = page
        self._patterns: dict[Anchor, list[Pattern]] = {}
        for pattern in patterns:
            for anchor in pattern.anchors:
                self._patterns.setdefault(anchor, []).append(pattern)

    def claims(self) -> Iterator[Claim]:
        seen: set[tuple[str, ...]] = set()
        patterns_at = self._patterns.get
        for at, token in enumerate(self._page.tokens):
            patterns = patterns_at(token.word if token.kind in _WORDS else token.kind)
            for claim in self._read(patterns, at) if patterns else ():
                named = (claim.kind.value, *(each.key for each in claim.figures))
                if named not in seen:
                    seen.add(named)
                    yield claim

    def _read(self, patterns: Iterable[Pattern], at: int) -> Iterator[Claim]:
        claimed: set[Family] = set()
        for pattern in patterns:
            if pattern.family not in claimed:
                claims = tuple(pattern.read(self._page, at))
                if claims:
                    claimed.add(pattern.family)
                    yield from claims


_WORDS = frozenset({TokenKind.WORD, TokenKind.MARK})


def _with_unbound(page: Page, bound: Iterable[Claim]) -> Iterator[Claim]:
    claims = list(bound)
    concerned = {figure.key for claim in claims for figure in claim.figures}
    left = (
        rates.left_unbound(page, figure)
        for figure in page.mentions
        if figure.kind is TokenKind.PERCENT and figure.key not in concerned
    )
    yield from sorted(chain(claims, left), key=lambda claim: claim.start)

"""How a percentage is told: by the words that lead to it, and those that follow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wardstats.figures.typed import Code
from wardstats.prose.lexicon import words
from wardstats.prose.token_kinds import TokenKind

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page


class Lead(Code):
    """What leads to a percentage.

    LEVEL: "đạt", "chiếm", "bằng", "tỷ lệ", "=". BRACKET: it opens a bracket. RISE and FALL:
    "tăng", "giảm", a sign. OVER: "vượt". NONE: something else, as the name of what is rated.
    """

    LEVEL = "level"
    BRACKET = "bracket"
    RISE = "rise"
    FALL = "fall"
    OVER = "over"
    NONE = "none"


class Tail(Code):
    """What a percentage is told of by the words after it."""

    PLAN = "plan"
    PREVIOUS = "previous"
    OTHER = "other"


class Told(NamedTuple):
    """How a percentage is told; `start` is where the words that lead to it begin.

    `named` if they name the rate, so that it may be another than of the figures before: "tỷ lệ
    bao phủ 95%".
    """

    lead: Lead
    start: int
    tail: Tail
    named: bool = False


_LEADS = {
    "đạt": Lead.LEVEL,
    "chiếm": Lead.LEVEL,
    "bằng": Lead.LEVEL,
    "lệ": Lead.LEVEL,  # tỷ lệ
    "trọng": Lead.LEVEL,  # tỷ trọng
    "đương": Lead.LEVEL,  # tương đương
    "ứng": Lead.LEVEL,  # tương ứng
    "=": Lead.LEVEL,
    "tăng": Lead.RISE,
    "+": Lead.RISE,
    "giảm": Lead.FALL,
    "vượt": Lead.OVER,
    "(": Lead.BRACKET,
}
# Words between a lead and its percentage, and before a lead.
_FILLERS = words(
    "tỷ tỉ lệ trên hơn gần khoảng ước chỉ mới là tới ở mức lên xuống trung bình quân được "
    "đến tổng hiện còn tương thêm đã cũng đều với và"
)
_MOST_FILLERS = 6
# A rate may also follow its figure without a word: "1.000 hồ sơ - 81,3%".
_BARE = frozenset({",", "-", "–", ":", "/"})
_SIGNS = {"+": Lead.RISE, "-": Lead.FALL, "–": Lead.FALL, "−": Lead.FALL}
PLANS = {("kế", "hoạch"), ("dự", "toán"), ("chỉ", "tiêu"), ("nghị", "quyết"), ("mục", "tiêu")}
_PLAN_WORDS = frozenset({"kh", "nq", "kế", "dt"})
_PREVIOUS_WORDS = frozenset({"ckn", "cknt", "ck", "cùng"})
_COMPARED_TO = words("năm tháng quý đầu vụ kỳ trước thời tuần đợt giai cuối")
_AFTER = words("so với của mức cả thực hiện hoàn thành")
_FURTHEST_TAIL = 4


def told(page: Page, percent: Mention) -> Told:
    """Say how a percentage is told."""
    lead, start = _lead(page, percent.at)
    tail = _tail(page, percent.at + 1)
    if lead is Lead.NONE and page.word(percent.at - 1) in _BARE:
        return Told(Lead.LEVEL, percent.at - 1, tail, named=True)
    if lead is Lead.NONE:
        named = _rate_named(page, percent.at)
        if named is not None:
            return Told(Lead.LEVEL, _lead(page, named)[1], tail, named=True)
    return Told(lead, start, tail)


def _rate_named(page: Page, at: int) -> int | None:
    """Find the end of "tỷ lệ" some words before a percentage."""
    for back in range(at - 2, max(at - 2 - _MOST_FILLERS, 0), -1):
        if page.tokens[back + 1].kind is not TokenKind.WORD:
            return None
        if page.word(back) == "lệ" and page.word(back - 1) in {"tỷ", "tỉ"}:
            return back + 1
    return None


def _lead(page: Page, at: int) -> tuple[Lead, int]:
    sign = _SIGNS.get(page.word(at - 1))
    if sign is not None and page.word(at - 2) in {"(", "tăng", "giảm"}:
        return sign, at - 2
    found, start = Lead.NONE, at
    for back in range(at - 1, max(at - 2 - _MOST_FILLERS, -1), -1):
        word = page.word(back)
        lead = _LEADS.get(word)
        if lead is not None and (found is Lead.NONE or lead is found or lead is Lead.BRACKET):
            found = lead if found is Lead.NONE else found
            start = back
        elif lead is not None and found is Lead.LEVEL and lead in {Lead.RISE, Lead.FALL, Lead.OVER}:
            found, start = lead, back
        elif word not in _FILLERS and (word != ":" or page.word(back - 1) not in _LEADS):
            break
        elif found is not Lead.NONE:
            start = back
        if lead is Lead.BRACKET:
            break
    return found, start


def _tail(page: Page, at: int) -> Tail:
    for ahead in range(at, at + _FURTHEST_TAIL):
        word, following = page.word(ahead), page.word(ahead + 1)
        if (word, following) in PLANS or word in _PLAN_WORDS:
            return Tail.PLAN
        if word in _PREVIOUS_WORDS:
            return Tail.PREVIOUS
        compared = page.word(ahead - 1) in {"với", "so"}
        if compared and word in _COMPARED_TO:
            return Tail.PREVIOUS
        if word not in _AFTER:
            return Tail.OTHER
    return Tail.OTHER


_GOALS = {("phấn", "đấu"), ("mục", "tiêu"), ("tối", "thiểu"), ("phải", "đạt"), ("dự", "kiến")}
_FURTHEST_GOAL = 25


def is_goal(page: Page, mention: Mention) -> bool:
    """Say whether a figure is what is aimed at, not what was reached."""
    if page.words(mention.at + 1, mention.at + 3) == ["trở", "lên"]:
        return True
    for back in range(mention.at - 1, max(mention.at - _FURTHEST_GOAL, -1), -1):
        word = page.word(back)
        if word in {".", ";", "("}:
            return False
        if (word, page.word(back + 1)) in _GOALS:
            return True
    return False


_EACH_YEAR = {("bình", "quân"), ("trung", "bình"), ("mỗi", "năm"), ("hằng", "năm"), ("hàng", "năm")}


def is_average(page: Page, percent: Mention) -> bool:
    """Say whether a change is told as what it was on average, or each year."""
    if {"/", "mỗi", "một"} & {page.word(percent.at + 1)}:
        return True
    last = next(iter(page.before(percent.at)), None)
    first = max(percent.at - _FURTHEST_GOAL, last.at if last is not None else 0)
    return not _EACH_YEAR.isdisjoint(pairwise(page.words(first, percent.at)))

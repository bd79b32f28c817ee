"""Whether the parts of a list are certainly of one grouping, or may overlap.

"Trong đó" also leads to what is counted in two ways at once: women, and members of the Party.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from wardstats.figures.rounding import Rounding
from wardstats.prose import units
from wardstats.prose.choosing import fits
from wardstats.prose.lexicon import phrases, words
from wardstats.prose.token_kinds import TokenKind

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page

_NAME_BEFORE = 8
_NAME_AFTER = 6
_ENDS = words(", ; : . ( ) và đó gồm")
# What people are beside one another; degrees, which exclude one another, are not among them.
_ATTRIBUTES = phrases("đảng viên|dân tộc|tôn giáo|trẻ tuổi|tái cử|ngoài đảng|lý luận")
# Members of each of these exclude one another.
_SERIES = tuple(
    map(
        phrases,
        (
            "nam|nữ",
            "trước hạn|đúng hạn|quá hạn|trễ hạn|trong hạn",
            "trực tuyến|trực tiếp|bưu chính",
            "hợp lệ|không hợp",
            "nghèo|cận nghèo",
            "chính thức|dự bị",
            "khiếu nại|tố cáo|kiến nghị|phản ánh",
            "thạc sĩ|thạc sỹ|đại học|cao đẳng|trung cấp|sơ cấp",
            "xuất sắc|tốt|khá|trung bình|yếu|không hoàn",
            "đảng bộ|chi bộ|đảng ủy",
            "nhà trẻ|mẫu giáo",
            "mầm non|tiểu học|trung học|thcs",
            "kiên cố|bán kiên|nhà tạm",
            "đạt|chưa đạt|không đạt",
            "đồng ý|không đồng",
            "cán bộ|công chức|viên chức",
            "nhập khẩu|xuất khẩu",
            "thành thị|nông thôn",
            "chủ trì|phối hợp",
            "quân sự|công an",
            "trâu|bò|lợn|dê|gia cầm",
        ),
    )
)
_SHORTEST = 3
_LITTLE = 50


def may_overlap(page: Page, whole: Mention, parts: list[Mention]) -> bool:
    """Say whether one thing may be counted under two parts: women, and members of the Party.

    Shares that each fit the total say so, too, whatever they make together.
    """
    names = [set(_name(page, part)) for part in parts]
    told = _ATTRIBUTES - {whole.unit}
    if not any("nam" in name for name in names) and any(
        "nữ" in name or told & set(pairwise(_name(page, part)))
        for name, part in zip(names, parts, strict=True)
    ):
        return True
    rated = [(after, part) for part in parts if (after := page.after_next(part)) is not None]
    return len(rated) > 1 and all(
        fits(percent, part, whole, Rounding.HALF_UP) for percent, part in rated
    )


def exclude_one_another(page: Page, whole: Mention, parts: list[Mention]) -> bool:
    """Say whether parts certainly are of one grouping: of one series, named alike, or measured.

    So are parts that miss their total by one digit, or by very little.
    """
    if all(units.is_measure(part.unit) or part.kind is TokenKind.AMOUNT for part in parts):
        return True
    spelled = sum((Fraction(part.value) for part in parts), Fraction(0))
    missed = abs(spelled - whole.value)
    if missed * _LITTLE < whole.value or _is_slip(str(spelled), str(whole.value)):
        return True
    if len({page.word(_name_start(page, part)) for part in parts}) == 1:
        return True
    names = [_name(page, part) for part in parts]
    return any(_are_of(series, names) for series in _SERIES)


def _is_slip(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _are_of(series: frozenset[tuple[str, ...]], names: list[list[str]]) -> bool:
    """Say whether each name holds a member of a series of its own."""
    told = [series & {*pairwise(name), *((word,) for word in name)} for name in names]
    return all(told) and len(frozenset(map(frozenset, told))) == len(told)


def _name(page: Page, part: Mention) -> list[str]:
    """Give the words around a part, up to the next comma each way."""
    first = _name_start(page, part)
    last = part.at
    while last < part.at + _NAME_AFTER and page.word(last + 1) not in _ENDS:
        last += 1
    return page.words(first, part.at) + page.words(part.at + 1, last + 1)


def _name_start(page: Page, part: Mention) -> int:
    first = part.at
    while first > max(part.at - _NAME_BEFORE, 0) and page.word(first - 1) not in _ENDS:
        first -= 1
    return first

"""What a report prints of a figure, and what that stands for.

A statement is text under the key of a figure, from some place of the report. It is read by the
kind of its figure: "1.471" is a count, "tăng 1,4%" a growth or a distance in points, "vượt dự
toán giao" a verdict. Text that is not certainly one figure is not read, and says so.

    >>> from wardstats import Figure, FigureKind
    >>> rate = Figure("turnout", kind=FigureKind.PERCENT)
    >>> read(Statement("turnout", "đạt 95,83%", "dòng 797"), rate).held
    Stated.percent('95.83')
    >>> read(Statement("turnout", "99.446%"), rate).candidates
    ('99,446%', '99446%')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from attrs import evolve, field, frozen

from wardstats.errors import NotExact, Unreadable, WardstatsError, quoted
from wardstats.figures.exact import Number, exact
from wardstats.figures.intervals import Interval
from wardstats.figures.rounding import Form, Reach, Rounding, Stated, StatedKind
from wardstats.figures.targets import Verdict
from wardstats.figures.typed import Code, Typed
from wardstats.figures.values import NOTHING_AROSE, FigureKind, Undefined
from wardstats.vi.amounts import read_money
from wardstats.vi.dates import read_date
from wardstats.vi.labels import folded
from wardstats.vi.numerals import read_count, read_number
from wardstats.vi.percentages import (
    read_change,
    read_per_mille,
    read_percent,
    read_points,
)
from wardstats.vi.spelling import read_words
from wardstats.vi.terms import read_term
from wardstats.vi.text import cleaned

if TYPE_CHECKING:
    from collections.abc import Callable

    from wardstats.figures.sheets import Figure

Read = Stated | Interval | Undefined


def _text(value: str) -> str:
    if not isinstance(value, str):
        raise NotExact(quoted(value), "text as printed", "quote it, as '95,83%'")
    return value


@frozen(repr=False)
class Statement(Typed):
    """What a report prints of the figure under a key, and where: "dòng 194", "phụ lục 2".

    `figure` is what the text stands for, where the caller has read it already; a verdict is given
    as such, or as an interval of ranks.
    """

    key: str = field(converter=_text)
    text: str = field(converter=_text)
    place: str = field(default="", converter=_text)
    figure: Read | Verdict | Number | None = None


class Style(Code):
    """In what way a text tells a figure, where that is not the usual one.

    PERCENT_SIGN: a plain "%" for a distance between two rates. PER_MILLE_SIGN: "‰" for a figure
    that is told in per cent, or "%" for one in per mille. INDEX: a growth as the current value in
    per cent of the previous one, "bằng 120,7%".
    """

    INDEX = "index"
    PERCENT_SIGN = "percent-sign"
    PER_MILLE_SIGN = "per-mille-sign"


class Unread(Code):
    """Why a text stands for no certain figure.

    UNREADABLE: it has no certain reading. APPROXIMATE: "khoảng", "ước" leave room that nobody
    has measured.
    """

    UNREADABLE = "unreadable"
    APPROXIMATE = "approximate"


@frozen(repr=False)
class Reading(Typed):
    """A statement as read: what it stands for, or why it stands for nothing certain.

    `before` and `after` are the words around the figure, `kind` is the kind of figure it is.
    """

    statement: Statement
    held: Read | None
    style: Style | None = None
    unread: Unread | None = None
    candidates: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    kind: FigureKind = FigureKind.AMOUNT

    def under(self, rounding: Rounding) -> Interval | Undefined | None:
        """Give all that it may stand for where the report rounds by a rule."""
        return self.held.interval(rounding) if isinstance(self.held, Stated) else self.held


def read(statement: Statement, figure: Figure, *, is_growth: bool = False) -> Reading:
    """Read a statement by the kind of its figure; a growth may be told as an index.

    It never raises: text without a certain reading is `unread`, with its candidates.
    """
    if statement.figure is not None:
        return Reading(statement, _given(statement.figure), kind=figure.kind)
    try:
        reading = _read(statement, cleaned(statement.text), figure, is_growth=is_growth)
    except WardstatsError as error:
        if figure.unit == _DAY and (days := _days(statement.text)):
            return Reading(statement, days, kind=figure.kind)
        meant = error.candidates if isinstance(error, Unreadable) else ()
        return Reading(statement, None, unread=Unread.UNREADABLE, candidates=meant)
    return evolve(reading, kind=figure.kind)


def _read(statement: Statement, text: str, figure: Figure, *, is_growth: bool) -> Reading:
    if text.lower() in _NOTHING:
        is_number = figure.kind in (FigureKind.COUNT, FigureKind.AMOUNT)
        return Reading(statement, Stated(0) if is_number else NOTHING_AROSE)
    if figure.kind is FigureKind.VERDICT:
        return Reading(statement, _verdict(text))
    before, reach, body, after = _parted(text, figure.kind)
    if reach is None:
        return Reading(statement, None, unread=Unread.APPROXIMATE)
    if is_growth and "đạt" in before.lower():
        meant = (f"tăng {body}", f"bằng {body}")
        raise Unreadable(quoted(text), "a growth, or an index", "say which", meant)
    held, style = _READERS[figure.kind](body, is_growth)
    if figure.unit == _DAY and not _IN_DAYS.fullmatch(body):
        raise Unreadable(quoted(text), "a number of days, as '336 ngày'")
    if reach is not Reach.ROUNDED:
        held = _to_last_digit(held)
        held = evolve(held, form=evolve(held.form, reach=reach))
    return Reading(statement, held, style, before=before, after=after)


def _to_last_digit(figure: Stated) -> Stated:
    """Take the zeros at the end of a whole number for its size: "hơn 1.800" is in hundreds."""
    digits, scale = figure.digits, figure.scale
    if figure.places or figure.kind is not StatedKind.NUMBER:
        return figure
    while digits and digits % 10 == 0:
        digits, scale = digits // 10, scale + 1
    return evolve(figure, digits=digits, form=evolve(figure.form, scale=scale))


def _given(figure: Read | Verdict | Number) -> Read:
    if isinstance(figure, Verdict):
        return Interval.exactly(figure.rank)
    if isinstance(figure, (Stated, Interval, Undefined)):
        return figure
    value = exact(figure)
    return Stated(value) if isinstance(value, int) else Interval.exactly(value)


# ---------------------------------------------------------------- words around a figure

NOTHING_AROSE_TEXT = "không phát sinh"
_NOTHING = (NOTHING_AROSE_TEXT, "-", "–")
_APPROXIMATE = "khoảng|ước|ước đạt|ước tính|xấp xỉ"
_REACHES = {"trên": Reach.MORE_THAN, "hơn": Reach.MORE_THAN, "gần": Reach.NEARLY}
_AROUND = re.compile(
    r"(?P<before>(?:(?:tỷ lệ|đạt|chiếm|là|có|vượt|cộng)\b ?)*)"
    rf"(?:(?P<reach>{'|'.join(_REACHES)})\b ?|(?P<approximate>(?:{_APPROXIMATE})\b) ?)?"
    r"(?:từ (?=.* trở lên$))?(?P<body>.*?)(?P<at_least> trở lên)?",
    re.IGNORECASE,
)
# What may stand after the unit: words without digits, as "kế hoạch năm".
_TRAILING = re.compile(
    r"(.*?(?:%|‰|phần trăm|phần nghìn|điểm %|đồng\b|\dđ))((?:\s|,)[^\d%‰]*)", re.IGNORECASE
)


def _parted(text: str, kind: FigureKind) -> tuple[str, Reach | None, str, str]:
    """Part the words before a figure from it, and those after it; None if it is approximate."""
    match = cast("re.Match[str]", _AROUND.fullmatch(text))  # it takes any line
    before, body, after = match["before"], match["body"], ""
    if kind is not FigureKind.COUNT and (trailing := _TRAILING.fullmatch(body)):
        body, after = trailing.groups()
    if match["approximate"]:
        return before, None, body, after
    if match["at_least"]:
        return before, Reach.AT_LEAST, body, after
    return before, _REACHES.get((match["reach"] or "").lower(), Reach.ROUNDED), body, after


# ---------------------------------------------------------------- figures, by their kind


def _first(text: str, *readers: Callable[[str], Stated]) -> Stated:
    """Read by the first reader that can; the error is that of the first."""
    refusal: WardstatsError | None = None
    for reader in readers:
        try:
            return reader(text)
        except WardstatsError as error:
            refusal = refusal or error
    raise refusal or Unreadable(quoted(text), "a figure")


_DIGIT = re.compile(r"\d")
_NONE_AT_ALL = folded("không có").split()
_MEASURED = re.compile(r"(-?[\d.,]+) ?((?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?[^\d]*", re.IGNORECASE)


def _count(text: str, is_growth: bool) -> tuple[Stated, None]:  # noqa: FBT001 - as all readers
    del is_growth
    if not _DIGIT.search(text):
        words = folded(text).split()
        if words == _NONE_AT_ALL[:1] or words[:2] == _NONE_AT_ALL:
            return Stated(0), None
    return _first(text, _whole, lambda words: Stated(read_words(words))), None


def _whole(text: str) -> Stated:
    digits = read_count(text)
    return Stated(digits)


def _amount(text: str, is_growth: bool) -> tuple[Stated, None]:  # noqa: FBT001
    del is_growth
    return _first(text, read_number, read_money, _measure), None


def _measure(text: str) -> Stated:
    match = _MEASURED.fullmatch(text)
    if match is None:
        raise Unreadable(quoted(text), "a number and its unit, as '719,67 tấn'")
    return read_money(f"{match[1]} {match[2]}") if match[2] else read_number(match[1])


def _percentage(text: str, is_growth: bool) -> tuple[Stated, Style | None]:  # noqa: FBT001
    if "‰" in text or "phần nghìn" in text.lower():
        return read_per_mille(text), Style.PER_MILLE_SIGN
    if is_growth:
        style = Style.INDEX if text.lower().startswith("bằng ") else None
        return _first(text, read_percent, read_change), style
    return read_percent(re.sub("^bằng ", "", text)), None


def _per_mille(text: str, is_growth: bool) -> tuple[Stated, Style | None]:  # noqa: FBT001
    del is_growth
    if "%" in text:
        return read_percent(text), Style.PER_MILLE_SIGN
    return read_per_mille(text), None


def _points(text: str, is_growth: bool) -> tuple[Stated, Style | None]:  # noqa: FBT001
    del is_growth
    held = _first(text, read_points, read_change, read_percent)
    if held.kind is StatedKind.PERCENT:
        form = Form(StatedKind.POINTS, decimal_mark=held.decimal_mark)
        return evolve(held, form=form), Style.PERCENT_SIGN
    return held, None


_READERS: dict[FigureKind, Callable[[str, bool], tuple[Stated, Style | None]]] = {
    FigureKind.COUNT: _count,
    FigureKind.AMOUNT: _amount,
    FigureKind.PERCENT: _percentage,
    FigureKind.PER_MILLE: _per_mille,
    FigureKind.POINTS: _points,
}


# ---------------------------------------------------------------- verdicts, and days

_NOT_MET, _REACHED, _EXCEEDED = Interval(0, 0), Interval(1, 2), Interval(2, 2)
# The words a judgement begins with; what follows says of what.
_JUDGEMENTS = tuple(
    (f"{folded(words)} ", ranks)
    for words, ranks in (
        ("không đạt", _NOT_MET),
        ("chưa đạt", _NOT_MET),
        ("không hoàn thành", _NOT_MET),
        ("chưa hoàn thành", _NOT_MET),
        ("đạt và vượt", _REACHED),
        ("vượt", _EXCEEDED),
        ("đạt", _REACHED),
        ("hoàn thành", _REACHED),
        ("đảm bảo", _REACHED),
        ("bảo đảm", _REACHED),
    )
)


def _verdict(text: str) -> Interval:
    """Read a judgement: "đạt" leaves open whether the target was exceeded."""
    if _DIGIT.search(text):  # it says how far, not that the target is met
        raise Unreadable(quoted(text), "a judgement, as 'vượt kế hoạch'")
    words = f"{folded(text)} "
    for beginning, ranks in _JUDGEMENTS:
        if words.startswith(beginning):
            return ranks
    read_term(text, Verdict)  # says what could have been meant
    raise Unreadable(quoted(text), "a judgement, as 'vượt kế hoạch'")


_DAY = "day"
_IN_DAYS = re.compile(r"[\d.]+(?: ngày.*)?", re.IGNORECASE)
_DATES = re.compile(r"(?:từ )?(?:ngày )?(\S+) (?:đến|tới) (?:hết )?(?:ngày )?(\S+)", re.IGNORECASE)


def _days(text: str) -> Interval | None:
    """Count the days from one date to another, both included."""
    match = _DATES.fullmatch(cleaned(text))
    if match is None:
        return None
    try:
        first, last = map(read_date, match.groups())
    except WardstatsError:
        return None
    length = (last - first).days + 1
    return Interval.exactly(length)

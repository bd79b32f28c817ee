"""Another value printed as a statement prints its own, to put in its place."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from wardstats.audit.statements import Reading, Style
from wardstats.figures.exact import Number, exact
from wardstats.figures.rates import Percent
from wardstats.figures.rounding import Reach, Rounding, Stated, StatedKind, round_to
from wardstats.figures.targets import Verdict
from wardstats.figures.values import FigureKind
from wardstats.vi.amounts import money
from wardstats.vi.numerals import count, number
from wardstats.vi.percentages import change, per_mille, percent, points
from wardstats.vi.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable

_VERDICTS = (Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED)


def printed_like(reading: Reading, value: Number, rounding: Rounding = Rounding.HALF_UP) -> str:
    """Print another value as a statement prints its own: its decimals, its unit, its words.

    >>> from wardstats import Figure, Rate
    >>> from wardstats.audit.statements import Statement, read
    >>> reading = read(Statement("rate", "đạt 99,16%"), Figure("rate", Rate(1794, 1804)))
    >>> printed_like(reading, Rate(1794, 1804).value)
    'đạt 99,45%'
    """
    held = reading.held
    if reading.kind is FigureKind.VERDICT:
        return term(_VERDICTS[int(value)])
    if not isinstance(held, Stated):
        is_rate = reading.kind in (FigureKind.PERCENT, FigureKind.PER_MILLE)
        return percent(Percent.of(value), 2) if is_rate else number(exact(value), 2)
    if reading.style is Style.PERCENT_SIGN:
        reading = evolve(reading, style=None)
    digits = int(round_to(Fraction(exact(value)) / held.unit, 0, rounding))
    figure = evolve(held, digits=digits, form=evolve(held.form, reach=Reach.ROUNDED))
    text = reading.statement.text
    if held.kind is StatedKind.NUMBER:
        return reading.before + _number_like(figure, text, reading.after)
    return reading.before + _rate_like(figure, text, reading.style) + reading.after


def _rate_like(figure: Stated, text: str, style: Style | None) -> str:
    if style is Style.INDEX:
        return change(figure, as_index=True)
    if _DIRECTION.search(text):
        return change(figure)
    return _PRINTERS[figure.kind](figure)


_DIRECTION = re.compile(r"\b(?:tăng|giảm)\b", re.IGNORECASE)
_PRINTERS: dict[StatedKind, Callable[[Stated], str]] = {
    StatedKind.PERCENT: percent,
    StatedKind.PER_MILLE: per_mille,
    StatedKind.POINTS: points,
}
_NOUN = re.compile(r"[\d.,]+\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?\s*(\D*)$", re.IGNORECASE)


def _number_like(figure: Stated, text: str, after: str) -> str:
    if figure.scale or "đồng" in text or re.search(r"\dđ", text):
        return money(figure) + after
    match = _NOUN.search(text)
    noun = match[1].strip() if match else ""
    if figure.places == 0 and figure.digits >= 0:
        return count(figure.digits, noun or None, pad=bool(re.search(r"\b0[1-9]\b", text)))
    return f"{number(figure)} {noun}".strip() + after


def as_stated(figure: Stated) -> str:
    """Print a figure that is known as printed only."""
    if figure.kind is not StatedKind.NUMBER:
        return _PRINTERS[figure.kind](figure)
    return money(figure) if figure.scale else number(figure)


def noun_of(reading: Reading | None) -> str:
    """Give the noun after a printed count: what is counted; empty where there is none."""
    if reading is None or not isinstance(reading.held, Stated):
        return ""
    match = _NOUN.search(reading.statement.text)
    is_plain = reading.held.kind is StatedKind.NUMBER and not reading.held.scale
    return match[1].strip() if match and is_plain else ""

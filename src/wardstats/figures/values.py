"""What is known of a figure: a number, an interval, or the reason why there is none."""

from __future__ import annotations

from attrs import frozen

from wardstats.errors import UndefinedGrowth, UndefinedRate
from wardstats.figures.changes import Growth, PointChange, Points
from wardstats.figures.exact import Number
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.rounding import Stated
from wardstats.figures.targets import Completion, Verdict
from wardstats.figures.typed import Code, Typed


class FigureKind(Code):
    """What a figure is a number of; percentages of every sort are parts of one.

    COUNT: whole numbers of things. AMOUNT: money and measures. PERCENT: rates, growths,
    completions. POINTS: differences of rates. VERDICT: the rank of a verdict.
    """

    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    PER_MILLE = "per-mille"
    POINTS = "points"
    VERDICT = "verdict"


class Reason(Code):
    """Why a figure has no value.

    NOTHING_AROSE: its base is 0. IMPOSSIBLE: no value satisfies the rule. NOT_COUNTED: a
    figure it needs is not known.
    """

    NOTHING_AROSE = "nothing-arose"
    IMPOSSIBLE = "impossible"
    NOT_COUNTED = "not-counted"


@frozen(repr=False)
class Undefined(Typed):
    """The answer in place of a number where there is none; it never raises."""

    reason: Reason


NOTHING_AROSE = Undefined(Reason.NOTHING_AROSE)
IMPOSSIBLE = Undefined(Reason.IMPOSSIBLE)
NOT_COUNTED = Undefined(Reason.NOT_COUNTED)

ExactValue = Number | Percent | Points | Rate | Ratio | Growth | PointChange | Completion | Verdict
Value = ExactValue | Stated
Known = Interval | Undefined | Value | None
Answer = Interval | Undefined


def held(value: Known) -> Answer:
    """Give every number a figure may be: one if exact, those that print so if printed."""
    if value is None or value is Verdict.NOT_ASSESSED:
        return NOT_COUNTED
    if isinstance(value, (Interval, Undefined)):
        return value
    if isinstance(value, Stated):
        return value.interval()
    try:
        return Interval.exactly(_number(value))
    except (UndefinedRate, UndefinedGrowth):
        return NOTHING_AROSE


def _number(value: ExactValue) -> Number:
    if isinstance(value, Verdict):
        return value.rank
    if isinstance(value, (Percent, Points, Rate, Ratio, Growth, PointChange, Completion)):
        return value.value
    return value


def whole_numbers(answer: Answer) -> Answer:
    """Narrow an answer to whole numbers, as counts are."""
    if isinstance(answer, Undefined):
        return answer
    return answer.integers() or IMPOSSIBLE


def shared(first: Interval, *others: Interval) -> Answer:
    """Give what several answers have in common."""
    shared: Interval | None = first
    for other in others:
        shared = None if shared is None else shared & other
    return shared or IMPOSSIBLE

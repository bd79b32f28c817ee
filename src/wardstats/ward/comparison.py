"""This period against another: so với cùng kỳ.

>>> from wardstats import Figure, Rate, Sheet
>>> now = Sheet([Figure("births", 71), Figure("third_child_rate", Rate(15, 71))])
>>> then = Sheet([Figure("births", 70), Figure("third_child_rate", Rate(14, 71))])
>>> changes = compare(now, then)
>>> changes["births"]
Growth(71, 70)
>>> changes["third_child_rate"].points(1)
Decimal('1.4')
"""

from __future__ import annotations

from wardstats.figures.changes import Growth, PointChange
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent
from wardstats.figures.sheets import Sheet
from wardstats.figures.values import NOT_COUNTED, FigureKind, Undefined

_OF_ONE = (FigureKind.PERCENT, FigureKind.PER_MILLE)
_PLAIN = (FigureKind.COUNT, FigureKind.AMOUNT)

Change = Growth | PointChange | Undefined


def compare(sheet: Sheet, previous: Sheet) -> dict[str, Change]:
    """Compare every key that both sheets have: numbers by Growth, rates by PointChange.

    Undefined, with its reason, where one of them has no exact number. Verdicts, and differences
    in points, which are changes already, are left out.
    """
    shared = (figure for figure in sheet if figure.key in previous)
    return {
        figure.key: _change(figure.kind, sheet.value(figure.key), previous.value(figure.key))
        for figure in shared
        if figure.kind in _OF_ONE + _PLAIN and previous[figure.key].kind is figure.kind
    }


def _change(kind: FigureKind, now: object, before: object) -> Change:
    for value in (now, before):
        if isinstance(value, Undefined):
            return value
        if isinstance(value, Interval):
            return NOT_COUNTED
    if kind in _OF_ONE:
        return PointChange(Percent.of(now), Percent.of(before))  # type: ignore[arg-type]
    return Growth(now, before)  # type: ignore[arg-type]

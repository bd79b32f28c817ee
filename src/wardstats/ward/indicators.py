"""Indicators (chỉ tiêu): a figure with its unit, its previous value, and its targets.

Growth follows from the previous value. A report that prints the growth alone ("tăng 20,7%")
states it instead, and the previous value is then known as an interval.

    >>> from wardstats import AtLeast, Between
    >>> jobs = Indicator(
    ...     "jobs", "Giải quyết việc làm", "worker", 158,
    ...     targets=[IndicatorTarget(AtLeast(100), "ward")],
    ... )
    >>> [attainment.verdict for attainment in jobs.attainments()]
    [Verdict.EXCEEDED]
    >>> trade = Indicator(
    ...     "trade", "Doanh thu thương mại - dịch vụ", "dong",
    ...     Stated.number("435.75", scale=9), growth=Stated.percent("20.7"),
    ...     targets=[IndicatorTarget(Between(Percent(19), Percent(21)), "ward", Judges.GROWTH)],
    ... )
    >>> [attainment.verdict for attainment in trade.attainments()]
    [Verdict.MET]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from attrs import field, frozen

from wardstats.errors import ConflictingFigures, WrongKind, quoted
from wardstats.figures.changes import Growth, PointChange, Points
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.relations import Change, PointGap
from wardstats.figures.rounding import Stated, StatedKind
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.targets import Assessable, Attainment
from wardstats.figures.typed import Typed
from wardstats.figures.values import Answer, FigureKind
from wardstats.ward.indicator_targets import CHANGE_PLACES, IndicatorTarget, Judges
from wardstats.ward.indicator_values import (
    Told,
    exactly,
    is_count,
    is_rate,
    quantity,
    quantity_name,
    told,
    told_figures,
)
from wardstats.ward.sections import Keys, a_code

_GROWTH = Change("growth", "value", "previous")
_POINT_CHANGE = PointGap("point_change", "value", "previous")
_OF_RATES = (Judges.RATE, Judges.POINT_CHANGE)


def _growth(given: Percent | Stated | None) -> Percent | Stated | None:
    printed = isinstance(given, Stated) and given.kind is StatedKind.PERCENT
    if given is None or printed or isinstance(given, Percent):
        return given
    raise WrongKind(
        quoted(given), "a growth in per cent, as Stated.percent('20.7')", "points: point_change"
    )


def _point_change(given: Points | Stated | None) -> Points | Stated | None:
    printed = isinstance(given, Stated) and given.kind is StatedKind.POINTS
    if given is None or printed or isinstance(given, Points):
        return given
    raise WrongKind(
        quoted(given), "a change in points, as Stated.points('1.4')", "per cents: growth"
    )


def _targets(given: Iterable[IndicatorTarget]) -> tuple[IndicatorTarget, ...]:
    targets = tuple(given)
    for each in targets:
        if not isinstance(each, IndicatorTarget):
            advice = "say who set it, as IndicatorTarget(AtLeast(100), 'province')"
            raise WrongKind(quoted(each), "an IndicatorTarget", advice)
    return targets


@frozen(repr=False)
class Indicator(Typed):
    """A figure a report follows: a count, an amount, a rate or a ratio; None if not known.

    Whole numbers are taken for counts, others for amounts, in the unit whose code stands beside
    them; a figure as printed is `Stated`. `growth`, or for rates `point_change`, is the change as
    printed, where the previous value is not known. `is_provisional` marks an estimate made before
    the period ends (ước thực hiện).
    """

    key: str = field(converter=a_code)
    name: str
    unit: str
    value: Told | None = field(default=None, converter=told)
    previous: Told | None = field(default=None, converter=told)
    growth: Percent | Stated | None = field(default=None, converter=_growth)
    point_change: Points | Stated | None = field(default=None, converter=_point_change)
    targets: tuple[IndicatorTarget, ...] = field(default=(), converter=_targets)
    is_provisional: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a change of what is known, and figures and targets of unlike kinds."""
        changes = {
            "previous": self.previous,
            "growth": self.growth,
            "point_change": self.point_change,
        }
        given = [name for name, figure in changes.items() if figure is not None]
        if len(given) > 1:
            raise ConflictingFigures(
                f"{self.key}: " + ", ".join(f"{name} {quoted(changes[name])}" for name in given),
                "the previous value, or else the one change that is printed",
                "the change follows from the previous value",
            )
        known = [each for each in (self.value, self.previous) if each is not None]
        if len({is_rate(each) for each in known}) > 1:
            raise WrongKind(
                f"{self.key}: {quoted(self.value)}, before it {quoted(self.previous)}",
                "two numbers, or two rates",
                "compare a rate with a rate",
            )
        if self.point_change is not None:
            self._refuse_unlike(Judges.POINT_CHANGE, self.point_change)
        for each in self.targets:
            self._refuse_unlike(each.judges, each)
        names = Counter(each.name for each in self.targets)
        if twice := [name for name in names if names[name] > 1]:
            raise ConflictingFigures(
                f"{self.key}: {twice[0]} twice",
                "one target by one body for one thing",
                "give the second a set_by of its own, as 'province-revised'",
            )

    def _refuse_unlike(self, judges: Judges, given: object) -> None:
        shape = self._shape
        if shape is None:
            return
        if is_rate(shape):
            unlike = judges is Judges.VALUE and isinstance(shape, Stated)
        else:
            unlike = judges in _OF_RATES
        if unlike:
            raise WrongKind(
                f"{self.key}: {quoted(shape)} with {quoted(given)}",
                "numbers with numbers, rates with per cents or points",
                f"{judges!r} is no figure of this indicator",
            )

    @property
    def change(self) -> Growth | PointChange | None:
        """Growth since the previous value, points between two rates; None unless both are exact."""
        now, before = self.value, self.previous
        if isinstance(now, (Rate, Ratio)) and isinstance(before, (Rate, Ratio)):
            return PointChange(now, before)
        plain = not is_rate(now) and not is_rate(before)
        now, before = exactly(now), exactly(before)
        return Growth(now, before) if plain and now is not None and before is not None else None

    @property
    def implied_previous(self) -> Answer:
        """What the previous value may have been, by the change as printed.

        >>> Indicator("jobs", "Việc làm", "worker", 90, growth=Percent(-10)).implied_previous
        Interval(100, 100)
        """
        known = {"value": self.value, "growth": self.growth, "point_change": self.point_change}
        counts = ("previous",) if self._kind is FigureKind.COUNT else ()
        rule = _GROWTH if self.point_change is None else _POINT_CHANGE
        return rule.solve("previous", known, counts)

    def attainments(self) -> tuple[Attainment, ...]:
        """Judge the indicator by each of its targets, in their order.

        Growth that is known as an interval only, from printed figures, is judged on all it may
        be; what is judged is then None.
        """
        return tuple(each.judge(self._judged(each.judges)) for each in self.targets)

    def sheet(self, key: str = "") -> Sheet:
        """Name the value, the previous one, the change, and what belongs to each target.

        The keys begin with the indicator's own, unless another is given. Of a rate or a ratio
        both numbers are named, too.

            >>> jobs = Indicator("jobs", "Giải quyết việc làm", "worker", 158, previous=120)
            >>> jobs.sheet().value("jobs.growth")
            Fraction(19, 60)
        """
        at = Keys(key or self.key)
        sheet = Sheet() + [
            *told_figures(self.value, self._shape, at, "value", self._kind, self.unit),
            *told_figures(self.previous, self._shape, at, "previous", self._kind, self.unit),
            Figure(at("growth"), self.growth, FigureKind.PERCENT, places=CHANGE_PLACES),
            Change(at("growth"), at("value"), at("previous")),
        ]
        if self._tells_rates:
            points = Figure(
                at("point_change"), self.point_change, FigureKind.POINTS, places=CHANGE_PLACES
            )
            sheet += [points, PointGap(at("point_change"), at("value"), at("previous"))]
        actual = {
            Judges.VALUE: at(quantity_name(self._shape)),
            Judges.RATE: at("value"),
            Judges.GROWTH: at("growth"),
            Judges.POINT_CHANGE: at("point_change"),
        }
        for each in self.targets:
            sheet += each.figures(at, actual[each.judges], self._kind, self.unit)
        return sheet

    @property
    def _shape(self) -> Told | None:
        """The value, or the previous one, to tell what it is a figure of."""
        return self.previous if self.value is None else self.value

    @property
    def _tells_rates(self) -> bool:
        if self._shape is not None:
            return is_rate(self._shape)
        judged = {each.judges for each in self.targets}
        return self.point_change is not None or not judged.isdisjoint(_OF_RATES)

    @property
    def _kind(self) -> FigureKind:
        """What its plain numbers are: counts, where all that are known are."""
        ends = (each.target.ends for each in self.targets if each.judges is Judges.VALUE)
        plain = (each for each in (self.value, self.previous) if not is_rate(each))
        numbers = [each for each in (*plain, *chain.from_iterable(ends)) if each is not None]
        counts = bool(numbers) and all(map(is_count, numbers))
        return FigureKind.COUNT if counts else FigureKind.AMOUNT

    def _judged(self, judges: Judges) -> Assessable | Answer | None:
        known = {"value": self.value, "previous": self.previous}
        if judges is Judges.GROWTH:
            now, before = exactly(self.value), exactly(self.previous)
            exact = None if now is None or before is None else Growth(now, before)
            return self.growth or exact or _GROWTH.solve("growth", known)
        if judges is Judges.POINT_CHANGE:
            return self.point_change or self.change or _POINT_CHANGE.solve("point_change", known)
        return quantity(self.value) if judges is Judges.VALUE else self.value

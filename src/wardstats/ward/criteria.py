"""Sets of criteria (bộ tiêu chí): how many are met, and how many points of the maximum.

A set is told in sections that add up: "83,21/100, trong đó 43,26/60 và 39,95/40". Points are
scores, not parts of a whole, so no rate is taken of them. Which criteria a set has, and what is
the maximum, changes by decision; a set holds what one report counted.

    >>> from decimal import Decimal
    >>> reform = CriteriaSet("par-index", "Chỉ số cải cách hành chính", [
    ...     CriteriaSection("appraisal", points=Decimal("43.26"), maximum=60),
    ...     CriteriaSection("survey", points=Decimal("39.95"), maximum=40),
    ... ])
    >>> reform.points, reform.maximum
    (Fraction(8321, 100), 100)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from wardstats.errors import ConflictingFigures, OutOfRange, WrongKind, quoted
from wardstats.figures.exact import Exact, Number, exact
from wardstats.figures.relations import Bound, Relation, Sum
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.typed import Typed
from wardstats.figures.values import FigureKind
from wardstats.ward.counts import Count, counting, rate, total
from wardstats.ward.sections import Keys, a_code, counted_figures, derived_counts, share

if TYPE_CHECKING:
    from wardstats.figures.rates import Rate

_COUNTS, _SCORES = ("met", "not_met"), ("points", "maximum")
_UNIT = "criterion"
# "43,26/60" is how points are usually printed.
_USUAL_PLACES = 2


def _score(value: Number | None) -> Exact | None:
    score = None if value is None else exact(value)
    if score is not None and score < 0:
        raise OutOfRange(quoted(value), "points of 0 or more")
    return score


def _sum(scores: Iterable[Exact | None]) -> Exact | None:
    held = list(scores)
    known = [score for score in held if score is not None]
    return exact(sum(known)) if len(known) == len(held) else None


@frozen(repr=False)
class CriteriaSection(Typed):
    """One section of a set: criteria met and not met, points of a maximum; None if not counted."""

    key: str = field(converter=a_code)
    met: Count = counting()
    not_met: Count = counting()
    points: Exact | None = field(default=None, converter=_score)
    maximum: Exact | None = field(default=None, converter=_score)

    @property
    def total(self) -> Count:
        """All criteria of the section."""
        return total([self.met, self.not_met])


def _sections(given: Iterable[CriteriaSection]) -> tuple[CriteriaSection, ...]:
    sections = tuple(given)
    for each in sections:
        if not isinstance(each, CriteriaSection):
            raise WrongKind(quoted(each), "a CriteriaSection", "as CriteriaSection('all', met=17)")
    return sections


@frozen(repr=False)
class CriteriaSet(Typed):
    """A set of criteria, in sections; a set that is not divided has one."""

    key: str = field(converter=a_code)
    name: str
    sections: tuple[CriteriaSection, ...] = field(converter=_sections)

    def __attrs_post_init__(self) -> None:
        """Refuse two sections under one key."""
        keys = Counter(each.key for each in self.sections)
        if twice := [key for key in keys if keys[key] > 1]:
            raise ConflictingFigures(quoted(twice[0]), "each section once", "rename one of them")

    @property
    def met(self) -> Count:
        """Criteria met (đạt), in all sections."""
        return total(each.met for each in self.sections)

    @property
    def not_met(self) -> Count:
        """Criteria not met (chưa đạt), in all sections."""
        return total(each.not_met for each in self.sections)

    @property
    def total(self) -> Count:
        """All criteria, met or not."""
        return total([self.met, self.not_met])

    @property
    def met_rate(self) -> Rate | None:
        """Criteria met, of all."""
        return rate(self.met, self.total)

    @property
    def points(self) -> Exact | None:
        """The points of all sections."""
        return _sum(each.points for each in self.sections)

    @property
    def maximum(self) -> Exact | None:
        """The points that all sections allow."""
        return _sum(each.maximum for each in self.sections)

    def sheet(self, key: str = "") -> Sheet:
        """Name the counts and points of each section, and of the set.

        The keys begin with the set's own, unless another is given.

            >>> rural = CriteriaSet("rural", "Nông thôn mới", [CriteriaSection("all", 17, 2)])
            >>> rural.sheet().value("rural.met_rate")
            Fraction(17, 19)
        """
        at = Keys(key or self.key)
        told: list[Figure | Relation] = []
        for each in self.sections:
            mine = Keys(at(each.key))
            scores = [_points(mine(name), getattr(each, name)) for name in _SCORES]
            told += [*counted_figures(each, mine, _UNIT), *scores, *_rules(mine)]
        told += [*derived_counts(at, _UNIT, *_COUNTS), *(_points(at(name)) for name in _SCORES)]
        for name in (*_COUNTS, "total", *_SCORES):
            told.append(Sum(at(name), [at(f"{each.key}.{name}") for each in self.sections]))
        return Sheet() + [*told, *_rules(at), *share(at, "met_rate", "met", "total")]


def _points(key: str, score: Exact | None = None) -> Figure:
    return Figure(key, score, FigureKind.AMOUNT, "point", _USUAL_PLACES)


def _rules(at: Keys) -> list[Figure | Relation]:
    """Tie what a section has, and so what the set has."""
    return [
        *derived_counts(at, _UNIT, "total"),
        Sum(at("total"), at.all("met", "not_met")),
        Bound(at("points"), at("maximum")),
    ]

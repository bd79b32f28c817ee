"""A sheet of named figures, counted and derived, with the relations between them.

Whoever counts puts in the counts and the rules; the sheet computes the rest, and says what any
one figure may be given all the others. It never raises on figures that do not fit.

    >>> from wardstats import Share, Sum
    >>> sheet = Sheet(
    ...     [Figure("early", 1484), Figure("on_time", 315), Figure("overdue", 0)],
    ...     [
    ...         Sum("resolved", ("early", "on_time", "overdue")),
    ...         Share("early_rate", "early", "resolved"),
    ...     ],
    ... )
    >>> sheet.value("resolved"), sheet.value("early_rate")
    (1799, Fraction(212, 257))
"""

from __future__ import annotations

from contextlib import suppress
from difflib import get_close_matches
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import TYPE_CHECKING

from attrs import Factory, field, frozen

from wardstats.errors import ConflictingFigures, UnknownKey, Unreadable, WrongKind, quoted
from wardstats.figures.changes import Growth, PointChange, Points
from wardstats.figures.exact import Exact, count, decimal_places, exact
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.relations import Presumed, Relation
from wardstats.figures.rounding import Stated, StatedKind
from wardstats.figures.targets import Completion, Verdict
from wardstats.figures.typed import Typed
from wardstats.figures.values import (
    IMPOSSIBLE,
    NOT_COUNTED,
    NOTHING_AROSE,
    Answer,
    FigureKind,
    Undefined,
    Value,
    held,
    shared,
    whole_numbers,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLAIN_KINDS = {
    StatedKind.NUMBER: FigureKind.AMOUNT,
    StatedKind.PERCENT: FigureKind.PERCENT,
    StatedKind.PER_MILLE: FigureKind.PER_MILLE,
    StatedKind.POINTS: FigureKind.POINTS,
}
# A whole number may be an amount, an amount as printed a count, and any rate is told in ‰.
_ALSO = {
    FigureKind.COUNT: (FigureKind.AMOUNT,),
    FigureKind.AMOUNT: (FigureKind.COUNT,),
    FigureKind.PERCENT: (FigureKind.PER_MILLE,),
}


def _kind_of(value: Value | None) -> FigureKind:
    if isinstance(value, Stated):
        return _PLAIN_KINDS[value.kind]
    if isinstance(value, (Rate, Ratio, Percent, Growth, Completion)):
        return FigureKind.PERCENT
    if isinstance(value, (Points, PointChange)):
        return FigureKind.POINTS
    if isinstance(value, Verdict):
        return FigureKind.VERDICT
    if value is None or isinstance(value, int):
        return FigureKind.COUNT
    return FigureKind.AMOUNT


def _natural_kind(figure: Figure) -> FigureKind:
    return _kind_of(figure.value)


_QUANTITIES = (Stated, Rate, Ratio, Percent, Growth, Completion, Points, PointChange, Verdict)


def _value(value: Value | None) -> Value | None:
    return value if value is None or isinstance(value, _QUANTITIES) else exact(value)


@frozen(repr=False)
class Figure(Typed):
    """A figure under its dotted key: counted, with its value, or else to be derived.

    `unit` is a code of what is counted or measured, `places` the decimals it is usually
    printed with. The kind follows from the value; a bare number is never a percentage.
    """

    key: str
    value: Value | None = field(default=None, converter=_value)
    kind: FigureKind = Factory(_natural_kind, takes_self=True)
    unit: str = ""
    places: int = field(default=0, converter=decimal_places)

    def __attrs_post_init__(self) -> None:
        """Refuse a value of another kind than the figure's, and a key that is no name."""
        if not isinstance(self.key, str) or not self.key or self.key.strip() != self.key:
            raise Unreadable(quoted(self.key), "a key, as 'dossiers.early_rate'")
        FigureKind.given(self.kind)
        if self.value is None:
            return
        natural = _kind_of(self.value)
        if self.kind is not natural and self.kind not in _ALSO.get(natural, ()):
            raise WrongKind(
                f"{quoted(self.key)} = {quoted(self.value)}",
                f"a figure of kind {self.kind.value}",
                "a percentage is a Percent or a Rate, never a bare number",
            )
        if self.kind is FigureKind.COUNT and not isinstance(self.value, Stated):
            count(self.value)  # type: ignore[arg-type]


def _figures(given: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(given)


def _relations(given: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(dict.fromkeys(given))


@frozen(repr=False)
class Sheet(Typed):
    """Named figures and the relations between them.

    A relation brings the figure it derives; the other figures it names must be there. Sheets
    join with `+`, which also takes relations and figures; figures under one key must be equal.
    Joining is not pooling: to add wards up, pool what they counted.
    """

    figures: tuple[Figure, ...] = field(default=(), converter=_figures)
    relations: tuple[Relation, ...] = field(default=(), converter=_relations)

    def __attrs_post_init__(self) -> None:
        """Bring in what relations derive; refuse unequal figures and unknown keys."""
        held_figures: dict[str, Figure] = {}
        for figure in self.figures:
            other = held_figures.setdefault(figure.key, figure)
            if other != figure:
                raise ConflictingFigures(
                    f"{quoted(other)} and {quoted(figure)}",
                    "equal figures under one key",
                    "give one another key and tie them by Same",
                )
        _bring_in_derived(self.relations, held_figures)
        for key in chain.from_iterable(relation.keys for relation in self.relations):
            if key not in held_figures:
                raise _unknown(key, held_figures)
        object.__setattr__(self, "figures", tuple(held_figures.values()))

    def __add__(self, other: Sheet | Iterable[Figure | Relation]) -> Sheet:
        """Join another sheet, or add figures and relations."""
        if isinstance(other, Sheet):
            return Sheet(self.figures + other.figures, self.relations + other.relations)
        more = tuple(other)
        figures = tuple(each for each in more if isinstance(each, Figure))
        relations = tuple(each for each in more if isinstance(each, Relation))
        if len(figures) + len(relations) < len(more):
            raise WrongKind(
                quoted(more), "figures and relations", "as [Figure('dossiers.received', 1806)]"
            )
        return Sheet(self.figures + figures, self.relations + relations)

    def __len__(self) -> int:
        """Count the figures."""
        return len(self.figures)

    def __iter__(self) -> Iterator[Figure]:
        """Go through the figures, counted ones first within each sheet joined."""
        return iter(self.figures)

    def __contains__(self, key: object) -> bool:
        """Ask for a key."""
        return key in self._by_key

    def __getitem__(self, key: str) -> Figure:
        """Give the figure under a key."""
        try:
            return self._by_key[key]
        except KeyError:
            raise _unknown(key, self._by_key) from None

    @property
    def counts(self) -> frozenset[str]:
        """The keys of the figures that count things."""
        return frozenset(each.key for each in self.figures if each.kind is FigureKind.COUNT)

    def value(self, key: str) -> Exact | Interval | Undefined:
        """Give a figure's number: as counted, or derived from what was counted.

        An interval where a printed figure is all that is known; Undefined, with its reason,
        where there is no number.
        """
        figure = self[key]
        answer = self._values.get(figure.key, NOT_COUNTED)
        if isinstance(answer, Interval) and answer.point is not None:
            return answer.point
        return answer

    def values(self) -> dict[str, Exact | Interval | Undefined]:
        """Give every figure's number under its key."""
        return {figure.key: self.value(figure.key) for figure in self.figures}

    def solve(self, key: str) -> Answer:
        """Say what a figure may be, given all the other counted figures and every relation.

        A presumed rule has no say, for it may not hold.

        >>> from wardstats import Sum
        >>> parts = [Figure("a", 60), Figure("b", 1284), Figure("total", 1806)]
        >>> Sheet(parts, [Sum("total", ("a", "b"))]).solve("a")
        Interval(522, 522)
        """
        figure = self[key]
        answers = [
            relation.solve(figure.key, self._counted, self.counts)
            for relation in self._concerning.get(key, ())
            if not isinstance(relation, Presumed)
        ]
        found = [each for each in answers if isinstance(each, Interval)]
        if IMPOSSIBLE in answers:
            return IMPOSSIBLE
        if not found:
            return NOTHING_AROSE if NOTHING_AROSE in answers else NOT_COUNTED
        return shared(*found)

    @cached_property
    def _by_key(self) -> dict[str, Figure]:
        return {figure.key: figure for figure in self.figures}

    @cached_property
    def _counted(self) -> dict[str, Answer]:
        known = {each.key: held(each.value) for each in self.figures if each.value is not None}
        return known | {key: whole_numbers(known[key]) for key in known.keys() & self.counts}

    @cached_property
    def _concerning(self) -> dict[str, list[Relation]]:
        concerning: dict[str, list[Relation]] = {}
        for relation in self.relations:
            for key in relation.keys:
                concerning.setdefault(key, []).append(relation)
        return concerning

    @cached_property
    def _values(self) -> dict[str, Answer]:
        """Derive every figure after those it needs; what needs itself stays out."""
        values = dict(self._counted)
        rules: dict[str, Relation] = {}
        for relation in self.relations:
            if relation.derives is not None and relation.derives not in values:
                rules.setdefault(relation.derives, relation)
        sorter = TopologicalSorter({key: rules[key].keys[1:] for key in rules})
        with suppress(CycleError):
            sorter.prepare()
        counts = self.counts
        while ready := sorter.get_ready():
            for key in ready:
                if key in rules:
                    values[key] = rules[key].solve(key, values, counts)
            sorter.done(*ready)
        return values


def _bring_in_derived(relations: Iterable[Relation], figures: dict[str, Figure]) -> None:
    """Add the figures that relations derive, each after those it takes its kind from."""
    waiting = [(each.derives, each) for each in relations if each.derives is not None]
    stuck = False  # what is left derives one another, or needs a key that nobody holds
    while waiting := [(key, each) for key, each in waiting if key not in figures]:
        so_far = len(figures)
        for key, relation in waiting:
            if stuck or figures.keys() >= set(relation.keys[1:]):
                figures.setdefault(key, Figure(key, kind=_derived_kind(relation, figures)))
        stuck = len(figures) == so_far


def _derived_kind(relation: Relation, figures: dict[str, Figure]) -> FigureKind:
    if relation.derives_kind is not None:
        return relation.derives_kind
    kinds = {figures[key].kind for key in relation.keys[1:] if key in figures}
    if len(kinds) > 1:  # counts and amounts together
        return FigureKind.AMOUNT
    return kinds.pop() if kinds else FigureKind.COUNT


def _unknown(key: object, known: Iterable[str]) -> UnknownKey:
    near = get_close_matches(str(key), known, n=3)
    advice = f"near it: {', '.join(near)}" if near else "add a Figure under this key"
    return UnknownKey(quoted(key), "a key of the sheet", advice)

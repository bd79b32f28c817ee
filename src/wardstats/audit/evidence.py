"""What is known of every figure: as counted, as printed, or by the rules from what is.

A count decides. Where there is none, a figure that follows from counts does; else what the report
prints of it; else what the rules leave it, given the rest. Which rules a figure was found by is
remembered, for a rule does not test what it was used to find.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from wardstats.figures.exact import Exact
from wardstats.figures.intervals import Interval
from wardstats.figures.relations import Change, Presumed, Relation
from wardstats.figures.rounding import Rounding, Stated
from wardstats.figures.values import (
    NOT_COUNTED,
    Answer,
    FigureKind,
    Undefined,
    held,
    shared,
    whole_numbers,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wardstats.audit.statements import Reading, Statement
    from wardstats.figures.sheets import Figure, Sheet

_DIGITS = re.compile(r"(\d+)")
Order = tuple[object, ...]


def in_report(statement: Statement) -> Order:
    """Give the order of statements in a report: by place, numbers by their size, then by key."""
    return (_naturally(statement.place), statement.key, statement.text)


def _naturally(place: str) -> Order:
    parts = _DIGITS.split(place)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _in_sheet(relation: Relation) -> Order:
    return (relation.keys, type(relation).__name__)


Found = dict[str, tuple[Relation, ...]]


class Evidence:
    """A sheet with the readings of what a report prints of its figures."""

    def __init__(
        self, sheet: Sheet, readings: Iterable[Reading], rounding: Rounding = Rounding.HALF_UP
    ) -> None:
        self.sheet = sheet
        self.rounding = rounding
        self.counts = sheet.counts
        self.readings: dict[str, list[Reading]] = {}
        for reading in sorted(readings, key=lambda each: in_report(each.statement)):
            self.readings.setdefault(reading.statement.key, []).append(reading)
        # In an order of their own, so that nothing depends on the order of the sheet.
        self.relations = sorted(sheet.relations, key=_in_sheet)
        self.concerning: dict[str, list[Relation]] = {}
        for relation in self.relations:
            for key in relation.keys:
                self.concerning.setdefault(key, []).append(relation)
        self._searches: dict[Rounding, _Search] = {}
        self.known = self.under(rounding)
        self.found = self._searches[rounding].found

    def under(self, rounding: Rounding) -> Mapping[str, Answer]:
        """Give what is known of each figure where the report rounds by a rule."""
        if rounding not in self._searches:
            self._searches[rounding] = self._gather(rounding)
        return self._searches[rounding].known

    def refutes(self, relation: Relation, rounding: Rounding) -> bool:
        """Say whether a rule leaves nothing for a figure that nobody states."""
        self.under(rounding)
        return id(relation) in self._searches[rounding].refuted

    def is_settled(self, key: str) -> bool:
        """Say whether a figure is known alike whichever rule the report rounds by."""
        return key in self.counts or key in self._settled

    @cached_property
    def sizes(self) -> list[int]:
        """The numbers that the counts of the report have, in order, each once."""
        points = (self.known[key] for key in self.counts & self.known.keys())
        return sorted(
            {
                int(each.point)
                for each in points
                if isinstance(each, Interval) and each.point is not None
            }
        )

    def figure(self, key: str) -> Figure:
        """Give the figure under a key."""
        return self.sheet[key]

    def is_counted(self, key: str) -> bool:
        """Say whether a figure was counted; one that the sheet itself holds as printed was not."""
        value = self.sheet[key].value
        return not isinstance(value, Stated) and held(value) != NOT_COUNTED

    def held(self, key: str, rounding: Rounding) -> Answer:
        """Give what the sheet itself says of a figure, as counted or as printed."""
        value = self.sheet[key].value
        answer = value.interval(rounding) if isinstance(value, Stated) else held(value)
        return whole_numbers(answer) if key in self.counts else answer

    def is_read(self, key: str) -> bool:
        """Say whether the report prints a figure readably."""
        return any(reading.held is not None for reading in self.readings.get(key, ()))

    def observed(self, key: str) -> bool:
        """Say whether a figure stands somewhere, and so may stand there wrongly."""
        return self.sheet[key].value is not None or self.is_read(key)

    def behind(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Name figures, and after them those that unstated ones among them were found by."""
        named = dict.fromkeys(keys)
        waiting = deque(named)
        while waiting:
            key = waiting.popleft()
            rules = () if self.observed(key) else self.found.get(key, ())
            for other in chain.from_iterable(rule.keys for rule in rules):
                if other not in named:
                    named[other] = None
                    waiting.append(other)
        return tuple(named)

    def _gather(self, rounding: Rounding) -> _Search:
        search = _Search(self, rounding)
        for figure in self.sheet.figures:
            if self.is_counted(figure.key):
                search.add(figure.key, self.held(figure.key, rounding))
        search.derive()
        # Counts come first: what they make of a rate is exact, what is printed of it is not.
        self._take_in(search, (each for each in self.sheet.figures if each.key in self.counts))
        search.infer(exactly=True)
        search.derive()
        self._settled = frozenset(search.known)
        self._take_in(search, self.sheet.figures)
        search.infer()
        return search

    def _take_in(self, search: _Search, figures: Iterable[Figure]) -> None:
        """Take figures as printed where nothing better is known, and derive what follows."""
        for figure in figures:
            printed = self._printed(figure, search.rounding)
            if printed is not None and figure.key not in search.known:
                search.add(figure.key, printed)
        search.derive()

    def _printed(self, figure: Figure, rounding: Rounding) -> Answer | None:
        """Give what all places together print; where they disagree, all that any may mean."""
        told = [reading.under(rounding) for reading in self.readings.get(figure.key, ())]
        if isinstance(figure.value, Stated):
            told.append(self.held(figure.key, rounding))
        intervals = [each for each in told if isinstance(each, Interval)]
        if not intervals:
            return next((each for each in told if each is not None), None)
        together = shared(*intervals)
        return together if isinstance(together, Interval) else Interval.hull(intervals)


def is_growth(evidence_relations: Iterable[Relation]) -> set[str]:
    """Name the figures that are growths, whose text may be "bằng 120,7%"."""
    return {each.growth for each in evidence_relations if isinstance(each, Change)}


class _Search:
    """Finds figures by rules that have all others, from a queue, each rule looked at once."""

    def __init__(self, evidence: Evidence, rounding: Rounding) -> None:
        self.evidence = evidence
        self.rounding = rounding
        self.known: dict[str, Answer] = {}
        self.found: Found = {}
        self.refuted: set[int] = set()
        self._relations = [each for each in evidence.relations if not isinstance(each, Presumed)]
        self._missing = {id(each): len(each.keys) for each in self._relations}
        self._deriving: dict[str, list[Relation]] = {}
        for each in self._relations:
            if each.derives is not None:
                self._deriving.setdefault(each.derives, []).append(each)

    def add(self, key: str, answer: Answer, by: tuple[Relation, ...] = ()) -> list[Relation]:
        """Take in what is known; give the rules that now lack one figure."""
        self.known[key] = whole_numbers(answer) if key in self.evidence.counts else answer
        if by:
            self.found[key] = by
        ready = []
        for relation in self.evidence.concerning.get(key, ()):
            if id(relation) in self._missing:
                self._missing[id(relation)] -= 1
                if self._missing[id(relation)] == 1:
                    ready.append(relation)
        return ready

    def derive(self) -> None:
        """Find what rules derive; where several derive one figure, what most of them say.

        A figure waits until all rules that derive it are ready, as long as there are others.
        """
        ready = deque(self._ready(self._relations))
        waiting: deque[str] = deque()
        while ready or waiting:
            key = ready.popleft() if ready else waiting.popleft()
            if key in self.known:
                continue
            rules = [each for each in self._deriving[key] if self._missing[id(each)] == 1]
            if ready and len(rules) < len(self._deriving[key]):
                waiting.append(key)
                continue
            answers = [each.solve(key, self.known, self.evidence.counts) for each in rules]
            answer = max(answers, key=answers.count)
            rule = rules[answers.index(answer)]
            ready.extend(self._ready(self.add(key, answer, (rule,))))

    def _ready(self, relations: Iterable[Relation]) -> Iterator[str]:
        for each in relations:
            key = each.derives
            if key is not None and key not in self.known and self._missing[id(each)] == 1:
                yield key

    def infer(self, *, exactly: bool = False) -> None:
        """Find what is left by any rules that have all others: the previous value of a growth.

        `exactly` finds only counts that are left one value.
        """
        waiting = deque(each for each in self._relations if self._missing[id(each)] == 1)
        while waiting:
            relation = waiting.popleft()
            key = next((each for each in relation.keys if each not in self.known), None)
            if key is None:
                continue
            rules = tuple(
                each for each in self.evidence.concerning[key] if self._missing.get(id(each)) == 1
            )
            told = {each: found for each in rules if (found := self._left(each, key))}
            if exactly and (key not in self.evidence.counts or not _settle(told.values())):
                continue
            self.refuted.update(id(each) for each in rules if each not in told)
            if not told:
                if key in self.evidence.counts:
                    waiting.extend(self.add(key, _COUNTS))
                continue
            together = shared(*told.values())
            if isinstance(together, Interval):
                waiting.extend(self.add(key, together, tuple(told)))
            else:  # one rule decides, and the others test what it says
                rule = min(told, key=lambda each: _width(told[each]))
                waiting.extend(self.add(key, told[rule], (rule,)))

    def _left(self, rule: Relation, key: str) -> Interval | None:
        """Give what a rule leaves one figure; None if nothing, as for a count below 0."""
        answer = rule.solve(key, self.known, self.evidence.counts)
        if isinstance(answer, Undefined):
            return None
        return answer & _COUNTS if key in self.evidence.counts else answer


def _settle(answers: Iterable[Interval]) -> bool:
    """Say whether answers leave one value, the same each."""
    points = {answer.point for answer in answers}
    return len(points) == 1 and None not in points


def _width(interval: Interval) -> tuple[bool, Exact]:
    """Tell a narrow interval from a wide one; one without bound is the widest."""
    low, high = interval.low, interval.high
    return (True, 0) if low is None or high is None else (False, high - low)


_COUNTS = Interval.at_least(0)
_WEIGHTS = {
    FigureKind.VERDICT: 0,
    FigureKind.PERCENT: 1,
    FigureKind.PER_MILLE: 1,
    FigureKind.POINTS: 1,
}
_WEIGHT_OF_COUNTS = 2


def weight_of(figure: Figure) -> int:
    """Weigh how surely a figure stands: a judgement and a percentage follow from counts."""
    return _WEIGHTS.get(figure.kind, _WEIGHT_OF_COUNTS)

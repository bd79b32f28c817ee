"""Which smallest sets of figures, changed, would make all figures fit together.

Error localisation as Fellegi and Holt put it, with percentages, rounding and sums in one system:
a set is to blame if the figures outside it can all stand as they are. Sets of one figure are found
by `solve` and by what the answers share; sets of two by trying the values that one of them may
take. Beyond two, it says that it stopped.

    >>> from wardstats import Figure, Share, Sheet, Sum
    >>> figures = [Figure("a", 60), Figure("b", 40), Figure("all", 101)]
    >>> sheet = Sheet(figures, [Sum("all", ("a", "b"))])
    >>> system = System(sheet.relations, {"a": 60, "b": 40, "all": 101}, sheet.counts)
    >>> [repair.changes for repair in system.blame(sheet.relations).repairs]
    [{'a': Interval(61, 61)}, {'all': Interval(100, 100)}, {'b': Interval(41, 41)}]
"""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING

from attrs import frozen

from wardstats.figures.intervals import Interval
from wardstats.figures.typed import Typed
from wardstats.figures.values import Answer, Known, Undefined, held, whole_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from wardstats.figures.exact import Exact
    from wardstats.figures.relations import Relation

Domains = dict[str, Interval]

# How far a search goes before it says that it stopped.
_MOST_SUSPECTS = 500
_MOST_PAIRS = 1_000
_MOST_VALUES = 500
_MOST_VISITS = 20
_COUNTS = Interval.at_least(0)
_ANYTHING = Interval.anything()


@frozen(repr=False)
class Repair(Typed):
    """Figures that, changed together, make all fit, each with what it may be then."""

    changes: dict[str, Interval]

    @property
    def keys(self) -> tuple[str, ...]:
        """The figures changed, in the order of their names."""
        return tuple(self.changes)


@frozen(repr=False)
class Blame(Typed):
    """The smallest repairs, those of least weight first; `stopped` where a bound ended the search.

    `best` is the first, where no other weighs as little.
    """

    repairs: tuple[Repair, ...] = ()
    stopped: bool = False
    best: Repair | None = None

    @property
    def suspects(self) -> tuple[str, ...]:
        """Every figure that some repair changes."""
        return tuple(dict.fromkeys(chain.from_iterable(each.keys for each in self.repairs)))


class System:
    """Figures that stand somewhere, the rules that tie them, and the ones held to be right.

    `observed` holds the figures counted or printed; all others a rule names are free. Figures in
    `trusted` are never to blame; of sets as small, those of less weight are suspected first. Rules
    in `broken` do not hold as the figures stand: each need hold only where it is asked about.
    """

    def __init__(
        self,
        relations: Iterable[Relation],
        observed: Mapping[str, Known],
        counts: Collection[str] = frozenset(),
        trusted: Collection[str] = frozenset(),
        weights: Mapping[str, int] | None = None,
        broken: Iterable[Relation] = (),
    ) -> None:
        self.observed: dict[str, Answer] = {
            key: whole_numbers(held(value)) if key in counts else held(value)
            for key, value in observed.items()
        }
        self.counts = counts
        self.trusted = trusted
        self.weights = weights or {}
        self.broken = frozenset(map(id, broken))
        self.concerning: dict[str, list[Relation]] = {}
        for relation in relations:
            for key in relation.keys:
                self.concerning.setdefault(key, []).append(relation)

    def blame(self, rules: Iterable[Relation]) -> Blame:
        """Find the smallest sets of figures that mend all of some broken rules together."""
        search = _Search(self, tuple(rules))
        tried = search.suspects[:_MOST_SUSPECTS]
        singles = [found for key in tried if (found := search.alone(key))]
        if singles or tried != search.suspects:
            return self._blame(singles, stopped=tried != search.suspects)
        pairs, stopped = search.pairs()
        return self._blame(pairs, stopped=stopped or not pairs)

    def mends(self, key: str, rules: Iterable[Relation]) -> bool:
        """Say whether one figure, changed, would mend several broken rules at once."""
        search = _Search(self, tuple(rules))
        return key in search.suspects and search.alone(key) is not None

    def _blame(self, repairs: list[Repair], *, stopped: bool = False) -> Blame:
        ranked = sorted(repairs, key=lambda each: (self._weight(each), each.keys))
        best = ranked[0] if ranked and not stopped else None
        if best and len(ranked) > 1 and self._weight(ranked[1]) == self._weight(best):
            best = None
        return Blame(tuple(ranked), stopped, best)

    def _weight(self, repair: Repair) -> int:
        return sum(self.weights.get(key, 0) for key in repair.keys)


class _Search:
    """The search for the figures to blame for some broken rules."""

    def __init__(self, system: System, rules: tuple[Relation, ...]) -> None:
        self.system = system
        self.rules = rules
        self.ignored = system.broken - set(map(id, rules))
        self.suspects = self._suspects(rules)

    def alone(self, key: str) -> Repair | None:
        """Give what one figure may be, if some value of it makes everything fit."""
        domains = self._spread((key,))
        if domains is None:
            return None
        if domains.keys() == {key} and domains[key].point is not None:
            return Repair(domains)  # the rules left one value, each by itself
        values, _ = _values(domains[key], self.system.observed[key], key in self.system.counts)
        possible = any(self._spread((), {key: value}) is not None for value in values)
        return Repair({key: domains[key]}) if possible else None

    def pairs(self) -> tuple[list[Repair], bool]:
        """Give the repairs of two figures, and whether a bound left some out."""
        found: list[Repair] = []
        all_settled = True
        for tried, pair in enumerate(dict.fromkeys(self._candidates())):
            if tried == _MOST_PAIRS:
                return found, True
            repair, settled = self._joint(pair)
            all_settled = all_settled and settled
            if repair is not None:
                found.append(repair)
        return found, not all_settled

    def _rules_of(self, key: str) -> list[Relation]:
        rules = self.system.concerning.get(key, ())
        return [each for each in rules if id(each) not in self.ignored]

    def _binding(self, key: str) -> list[Relation]:
        """Name the rules that bind a figure: one that only derives what nobody states does not."""
        return [each for each in self._rules_of(key) if each in self.rules or self._binds(each)]

    def _binds(self, rule: Relation) -> bool:
        derived = rule.derives
        if derived is None or derived in self.system.observed:
            return True
        return len(self.system.concerning[derived]) > 1

    def _suspects(self, rules: Iterable[Relation]) -> list[str]:
        """Name the figures that stand in rules, or reach one through free figures."""
        seen: set[str] = set()
        waiting = deque(chain.from_iterable(rule.keys for rule in rules))
        while waiting:
            key = waiting.popleft()
            if key in seen:
                continue
            seen.add(key)
            if key not in self.system.observed:
                waiting.extend(chain.from_iterable(each.keys for each in self._rules_of(key)))
        observed, trusted = self.system.observed, self.system.trusted
        return sorted(key for key in seen if key in observed and key not in trusted)

    def _candidates(self) -> Iterator[tuple[str, str]]:
        """Pair suspects with one another, and with the figures that their own rules name."""
        yield from combinations(self.suspects, 2)
        known = set(self.suspects)
        for key in self.suspects:
            for other in self._suspects(self._rules_of(key)):
                if other not in known:
                    yield min(key, other), max(key, other)

    def _joint(self, pair: tuple[str, str]) -> tuple[Repair | None, bool]:
        """Find values of two figures together, and say whether that settles it."""
        domains = self._spread(pair)
        if domains is None:
            return None, True
        counts = self.system.counts
        first = min(pair, key=lambda key: (key not in counts, _size(domains[key]), key))
        second = pair[1] if first == pair[0] else pair[0]
        values, complete = _values(domains[first], self.system.observed[first], first in counts)
        found: list[tuple[Interval, Interval]] = []
        for value in values:
            fixed = self._spread((second,), {first: value})
            if fixed is not None:
                found.append((value, fixed[second]))
        if not found:
            return None, complete
        firsts, seconds = zip(*found, strict=True)
        changes = {first: Interval.hull(firsts), second: Interval.hull(seconds)}
        return Repair({key: changes[key] for key in pair}), True

    def _spread(
        self, freed: Collection[str], fixed: Mapping[str, Interval] | None = None
    ) -> Domains | None:
        """Narrow what free figures may be by every rule they stand in; None if nothing is left."""
        spread = _Spread(self.system, self._binding, freed, fixed or {})
        spread.enqueue(self.rules)
        for key in (*freed, *spread.fixed):
            spread.enqueue(self._binding(key))
            spread.known(key)
        return spread.domains if spread.narrow() else None


class _Spread:
    """What free figures may be, narrowed rule by rule until nothing changes."""

    def __init__(
        self,
        system: System,
        rules_of: Callable[[str], list[Relation]],
        freed: Collection[str],
        fixed: Mapping[str, Interval],
    ) -> None:
        self.system = system
        self.rules_of = rules_of
        self.freed = freed
        self.fixed = fixed
        self.domains: Domains = {}
        self._waiting: deque[Relation] = deque()
        self._visits: dict[int, int] = {}
        self._queued: set[int] = set()

    def enqueue(self, relations: Iterable[Relation]) -> None:
        """Have rules looked at again, each only so many times: a limit may be crept up to."""
        for each in relations:
            at = id(each)
            if at not in self._queued and self._visits.get(at, 0) < _MOST_VISITS:
                self._visits[at] = self._visits.get(at, 0) + 1
                self._queued.add(at)
                self._waiting.append(each)

    def known(self, key: str) -> Answer:
        """Give what a figure may be so far; a figure not met before begins as anything."""
        if key in self.fixed:
            return self.fixed[key]
        if key in self.system.observed and key not in self.freed:
            return self.system.observed[key]
        if key not in self.domains:
            self.domains[key] = _COUNTS if key in self.system.counts else _ANYTHING
            self.enqueue(self.rules_of(key))
        return self.domains[key]

    def narrow(self) -> bool:
        """Look at every rule that waits; False as soon as one leaves nothing."""
        while self._waiting:
            relation = self._waiting.popleft()
            self._queued.discard(id(relation))
            if not self._narrowed(relation):
                return False
        return True

    def _narrowed(self, relation: Relation) -> bool:
        values = {key: self.known(key) for key in relation.keys}
        free = [key for key in relation.keys if key in self.domains]
        for key in free or relation.keys[:1]:
            answer = relation.solve(key, values, self.system.counts)
            together = _together(answer, values[key])
            if together is None:
                return False
            if key in self.domains and isinstance(together, Interval) and together != values[key]:
                self.domains[key] = values[key] = together
                self.enqueue(each for each in self.rules_of(key) if each is not relation)
        return True


def _together(one: Answer, other: Answer) -> Answer | None:
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return one if one == other else None
    return one & other


def _ends(answer: Answer) -> list[Exact]:
    ends = (answer.low, answer.high) if isinstance(answer, Interval) else ()
    return [end for end in ends if end is not None]


def _size(domain: Interval) -> int:
    if domain.low is None or domain.high is None:
        return 10**30
    return int(domain.high - domain.low)


def _values(domain: Interval, observed: Answer, is_count: bool) -> tuple[list[Interval], bool]:  # noqa: FBT001
    """List values to try, and whether they are all there are."""
    low, high = domain.low, domain.high
    if is_count and low is not None and high is not None and _size(domain) <= _MOST_VALUES:
        return [Interval.exactly(value) for value in range(int(low), int(high) + 1)], True
    ends = _ends(domain)
    tried = {value + step for value in ends for step in (-1, 0, 1)}
    if len(ends) > 1:
        tried.add(Fraction(ends[0] + ends[1]) / 2)
    tried.update(_ends(observed))
    if not is_count:
        return [Interval.exactly(value) for value in sorted(tried | {0}) if value in domain], False
    whole = {int(value) for value in tried}
    return [Interval.exactly(value) for value in sorted(whole) if value in domain], False

"""Laws of blame: the smallest sets of figures whose change would make all figures fit together.

Two oracles that share nothing with the search: every value of every figure tried, on small
systems, and an integer programme on larger ones, in which each stated figure is a variable with a
literal "changed", and a printed percentage two inequalities in its two numbers.
"""

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from audit_strategies import percent_text, share_digits, spelled
from wardstats import Figure, FigureKind, Interval, Relation, Rounding, Share, Sheet, Stated, Sum
from wardstats.audit import Blame, Statement, audit
from wardstats.audit.blame import System
from wardstats.figures.rounding import Form, StatedKind

PERCENT = Form(StatedKind.PERCENT)


@dataclass(frozen=True)
class Stand:
    """A report as it stands: its counts, and its percentages with (digits, places, part, whole)."""

    counts: Mapping[str, int]
    sums: tuple[tuple[str, tuple[str, ...]], ...]
    rates: Mapping[str, tuple[int, int, str, str]]
    trusted: frozenset[str] = frozenset()

    @property
    def figures(self) -> list[str]:
        return sorted({*self.counts, *self.rates} - self.trusted)

    def relations(self) -> list[Relation]:
        sums: list[Relation] = [Sum(total, parts) for total, parts in self.sums]
        return sums + [Share(rate, part, whole) for rate, (*_, part, whole) in self.rates.items()]

    def prints(self, rate: str, values: Mapping[str, int]) -> bool:
        digits, places, part, whole = self.rates[rate]
        if not 0 <= values[part] <= values[whole] or not values[whole]:
            return False
        return share_digits(values[part], values[whole], places)[Rounding.HALF_UP] == digits

    def adds_up(self, total: str, parts: tuple[str, ...]) -> bool:
        return self.counts[total] == sum(self.counts[each] for each in parts)

    def holds(self, values: Mapping[str, int], changed: Collection[str]) -> bool:
        """Test every rule; a percentage that is changed prints whatever a share can be."""
        return all(
            values[total] == sum(values[each] for each in parts) for total, parts in self.sums
        ) and all(
            self.prints(rate, values)
            if rate not in changed
            else 0 <= values[part] <= values[whole] and values[whole] > 0
            for rate, (_, _, part, whole) in self.rates.items()
        )

    def broken(self) -> list[bool]:
        """Say of each relation whether it is broken as the figures stand."""
        sums = [not self.adds_up(*each) for each in self.sums]
        return sums + [not self.prints(rate, self.counts) for rate in self.rates]

    def blame(self) -> Blame:
        """Ask the library for what mends all that is broken together."""
        relations = self.relations()
        rates = {
            key: Stated(digits, places, PERCENT) for key, (digits, places, *_) in self.rates.items()
        }
        broken = [each for each, breaks in zip(relations, self.broken(), strict=True) if breaks]
        system = System(
            relations,
            {**self.counts, **rates},
            counts=self.counts,
            trusted=self.trusted,
            broken=broken,
        )
        return system.blame(broken)


# ---------------------------------------------------------------- oracles


def mends_by_trying(stand: Stand, changed: tuple[str, ...], most: int) -> bool:
    """Try every value of some figures, the others as they stand."""
    counts = [key for key in changed if key in stand.counts]
    return any(
        stand.holds({**stand.counts, **dict(zip(counts, values, strict=True))}, changed)
        for values in product(range(most + 1), repeat=len(counts))
    )


def mends_as_told(stand: Stand, changes: Mapping[str, Interval]) -> bool:
    """Try the least values that a repair says its figures may be."""
    tried = {key: least_of(each) for key, each in changes.items() if key in stand.counts}
    return any(
        stand.holds({**stand.counts, **dict(zip(tried, values, strict=True))}, changes)
        for values in product(*tried.values())
    )


def least_of(interval: Interval) -> range:
    low = int(interval.low or 0)
    return range(low, low + 60 if interval.high is None else min(low + 60, int(interval.high) + 1))


def sets_of(stand: Stand, size: int) -> Iterator[tuple[str, ...]]:
    return combinations(stand.figures, size)


class Programme:
    """The report as an integer programme."""

    def __init__(self, stand: Stand, most: int) -> None:
        self.stand = stand
        self.model = model = cp_model.CpModel()
        self.changed = {key: model.new_bool_var(key) for key in {*stand.counts, *stand.rates}}
        self.values = {key: model.new_int_var(0, most, key) for key in stand.counts}
        for key, count in stand.counts.items():
            model.add(self.values[key] == count).only_enforce_if(~self.changed[key])
        for total, parts in stand.sums:
            model.add(self.values[total] == sum(self.values[each] for each in parts))
        for rate, (digits, places, part_key, whole_key) in stand.rates.items():
            part, whole = self.values[part_key], self.values[whole_key]
            model.add(part <= whole)
            model.add(whole >= 1)
            # Half up: the scaled quotient reaches half a unit below, and stays below half above.
            scaled = 2 * 100 * 10**places * part
            kept = ~self.changed[rate]
            model.add(scaled >= (2 * digits - 1) * whole).only_enforce_if(kept)
            model.add(scaled <= (2 * digits + 1) * whole - 1).only_enforce_if(kept)
        for key in stand.trusted:
            model.add(self.changed[key] == 0)

    def fewest(self) -> int | None:
        """Find how many figures must change at least; None if no change is enough."""
        model = self.model.clone()
        model.minimize(sum(self.changed.values()))
        solver = solver_of_one_thread()
        status = solver.solve(model)
        return None if status == cp_model.INFEASIBLE else round(solver.objective_value)

    def mends(self, changed: Collection[str]) -> bool:
        """Ask whether all fits once these figures are free."""
        model = self.model.clone()
        for key in sorted(self.changed.keys() - set(changed)):
            model.add(self.changed[key] == 0)
        return solver_of_one_thread().solve(model) != cp_model.INFEASIBLE


def solver_of_one_thread() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


# ---------------------------------------------------------------- drawing


@st.composite
def stands(draw: st.DrawFn, most: int, widest: int, deepest: int, errors: int) -> Stand:
    """Draw a consistent report of sums and shares, then print some of its figures otherwise."""
    counts: dict[str, int] = {}
    sums: list[tuple[str, tuple[str, ...]]] = []
    rates: dict[str, tuple[int, int, str, str]] = {}

    def total(key: str, depth: int) -> None:
        parts = tuple(f"{key}{name}" for name in "abcdefgh"[: draw(st.integers(2, widest))])
        for part in parts:
            if depth and draw(st.booleans()):
                total(part, depth - 1)
            else:
                counts[part] = draw(st.integers(0, most))
        counts[key] = sum(counts[part] for part in parts)
        sums.append((key, parts))
        for part in parts:
            if counts[key] and draw(st.booleans()):
                places = draw(st.integers(0, 1))
                digits = share_digits(counts[part], counts[key], places)[Rounding.HALF_UP]
                rates[f"%{part}"] = digits, places, part, key

    total("x", deepest)
    for _ in range(errors):
        key = draw(st.sampled_from(sorted({*counts, *rates})))
        if key in counts:
            counts[key] = draw(st.integers(0, most))
        else:
            _, places, part, whole = rates[key]
            rates[key] = draw(st.integers(0, 100 * 10**places)), places, part, whole
    trusted = draw(st.sets(st.sampled_from(sorted({*counts, *rates})), max_size=2))
    return Stand(counts, tuple(sums), rates, frozenset(trusted))


def sizes_of(blame: Blame) -> set[int]:
    return {len(repair.keys) for repair in blame.repairs}


class TestSmallSystems:
    """Of a few counts up to 12, every value of every figure can be tried."""

    @given(st.integers(1, 2).flatmap(lambda errors: stands(12, 3, 0, errors)))
    @settings(max_examples=150)
    def test_what_trying_finds(self, stand: Stand) -> None:
        """The sets are the smallest there are; of one figure, all of them."""
        if not any(stand.broken()):
            return
        blame = stand.blame()
        alone = [each for each in sets_of(stand, 1) if mends_by_trying(stand, each, 400)]
        assert sorted(each.keys for each in blame.repairs if len(each.keys) == 1) == alone
        if alone:
            assert sizes_of(blame) == {1}
            assert not blame.stopped
            return
        pairs = [each for each in sets_of(stand, 2) if mends_by_trying(stand, each, 40)]
        returned = [each.keys for each in blame.repairs]
        assert set(pairs) <= set(returned) or blame.stopped
        assert all(mends_as_told(stand, repair.changes) for repair in blame.repairs)
        assert blame.repairs or blame.stopped


class TestLargerSystems:
    """An integer programme says how many figures must change at least, and which may."""

    @given(st.integers(1, 3).flatmap(lambda errors: stands(400, 5, 1, errors)))
    @settings(max_examples=100)
    def test_what_the_integer_programme_finds(self, stand: Stand) -> None:
        if not any(stand.broken()):
            return
        programme, blame = Programme(stand, 10**8), stand.blame()
        fewest = programme.fewest()
        assert sizes_of(blame) == ({fewest} if blame.repairs else set())
        assert blame.repairs or blame.stopped
        assert all(programme.mends(repair.keys) for repair in blame.repairs)
        alone = [each for each in sets_of(stand, 1) if fewest == 1 and programme.mends(each)]
        assert sorted(each.keys for each in blame.repairs if len(each.keys) == 1) == alone
        if fewest == 2 and not blame.stopped:
            assert sorted(each.keys for each in blame.repairs) == [
                each for each in sets_of(stand, 2) if programme.mends(each)
            ]


class TestIndependence:
    """Faults that share no figure do not multiply, and order and trust are kept."""

    @given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.randoms(use_true_random=False))
    def test_each_fault_has_its_own_sets(self, offs: list[int], seed: random.Random) -> None:
        """Each broken sum is one finding, whose sets are its own figures, one by one."""
        figures, relations, expected = [], [], {}
        for at, off in enumerate(offs):
            parts = {f"{at}.a": 40, f"{at}.b": 60}
            figures += [Figure(key, count) for key, count in parts.items()]
            figures += [Figure(f"{at}.all", 100 + off), Figure(f"{at}.fits", 100)]
            relations += [Sum(f"{at}.all", parts), Sum(f"{at}.fits", parts)]
            expected[f"{at}.all"] = [(f"{at}.all",)]
        seed.shuffle(figures)
        seed.shuffle(relations)
        findings = audit(Sheet(figures, relations), []).findings
        assert {
            finding.key: [repair.keys for repair in finding.blame.repairs] for finding in findings
        } == expected

    @given(st.integers(1, 2).flatmap(lambda errors: stands(400, 4, 1, errors)), st.data())
    @settings(max_examples=60)
    def test_order_does_not_matter(self, stand: Stand, data: st.DataObject) -> None:
        """Counts, percentages and rules in another order: the same sets in the same order."""
        shuffled = Stand(
            dict(data.draw(st.permutations(list(stand.counts.items())))),
            tuple(data.draw(st.permutations(stand.sums))),
            dict(data.draw(st.permutations(list(stand.rates.items())))),
            stand.trusted,
        )
        assert shuffled.blame() == stand.blame()

    @given(st.integers(1, 2).flatmap(lambda errors: stands(400, 4, 1, errors)))
    @settings(max_examples=100)
    def test_the_sets_of_an_audit(self, stand: Stand) -> None:
        """Trusted figures are never to blame, and each set mends the rules of its finding."""
        figures = [Figure(key, kind=FigureKind.COUNT) for key in stand.counts]
        figures += [Figure(key, kind=FigureKind.PERCENT) for key in stand.rates]
        stated = [Statement(key, spelled(count)) for key, count in stand.counts.items()]
        stated += [
            Statement(key, percent_text(digits, places))
            for key, (digits, places, *_) in stand.rates.items()
        ]
        report = audit(Sheet(figures, stand.relations()), stated, trusted=stand.trusted)
        for finding in report.findings:
            checks = [each for each in (finding.check, *finding.explains) if each is not None]
            rules = {each.relation for each in checks if each.relation is not None}
            kept = Stand(
                stand.counts,
                tuple(each for each in stand.sums if Sum(*each) in rules or stand.adds_up(*each)),
                {
                    rate: each
                    for rate, each in stand.rates.items()
                    if Share(rate, *each[2:]) in rules or stand.prints(rate, stand.counts)
                },
            )
            for repair in finding.blame.repairs:
                assert stand.trusted.isdisjoint(repair.keys)
                assert Programme(kept, 10**8).mends(repair.keys)

    @given(st.integers(1, 1_000), st.integers(1, 1_000), st.integers(0, 2), st.data())
    def test_a_percentage_is_suspected_before_a_count(
        self, part: int, rest: int, places: int, data: st.DataObject
    ) -> None:
        """Of sets as small, the one that changes the percentage alone is the best."""
        whole = part + rest
        right = share_digits(part, whole, places)
        wrong = st.integers(0, 100 * 10**places).filter(lambda each: each not in right.values())
        sheet = Sheet([Figure("part", part), Figure("whole", whole)])
        sheet += [Share("rate", "part", "whole")]
        stated = [Statement("rate", percent_text(data.draw(wrong), places))]
        (finding,) = audit(sheet, stated).findings
        assert finding.blame.best is not None
        assert finding.blame.best.keys == ("rate",)
        assert finding.suggestion == percent_text(right[Rounding.HALF_UP], places)

"""Laws of `solve`: what one figure may be, given the others, is what trying every value finds."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brute_force import FAR, NEAR, Exact, around, assert_hull, ends_of, holds
from figure_strategies import intervals
from wardstats import (
    AtLeast,
    AtMost,
    Between,
    Bound,
    Change,
    Completes,
    Exactly,
    Interval,
    Judged,
    LessThan,
    MoreThan,
    Percent,
    PointGap,
    Points,
    Product,
    Reason,
    Relation,
    Same,
    Share,
    Stated,
    Sum,
    Target,
    Undefined,
    Verdict,
    Within,
)
from wardstats.figures.relations import Side

Values = Mapping[str, Exact]
Rule = Callable[[Values], bool]

# The verdicts' ranks below the bound, at it or inside the band, above it.
RANKS = {
    AtLeast: (0, 1, 2),
    MoreThan: (0, 0, 1),
    AtMost: (1, 1, 0),
    LessThan: (1, 0, 0),
    Exactly: (0, 1, 0),
    Between: (0, 1, 2),
    Within: (0, 1, 0),
}


def judged(kind: type, low: Exact, high: Exact, v: Values) -> bool:
    """Look the verdict up in the table; a band whose ends are crossed has none."""
    column = 0 if v["f"] < low else 2 if v["f"] > high else 1
    return low <= high and v["j"] == RANKS[kind][column]


def bounded(kind: type[Target[Any]]) -> tuple[Relation, Rule]:
    return Judged("j", "f", kind, ["t"]), lambda v: judged(kind, v["t"], v["t"], v)


def bounded_by_number(kind: type[Target[Any]]) -> tuple[Relation, Rule]:
    half = Fraction(1, 2)
    return Judged("j", "f", kind, [half]), lambda v: judged(kind, half, half, v)


def banded(kind: type[Target[Any]]) -> tuple[Relation, Rule]:
    return Judged("j", "f", kind, ["low", "high"]), lambda v: judged(kind, v["low"], v["high"], v)


# Each relation with the rule it stands for, written once more, as a test of single numbers.
RULES: dict[str, tuple[Relation, Rule]] = {
    "Share": (
        Share("r", "p", "w"),
        lambda v: v["w"] > 0 and 0 <= v["p"] <= v["w"] and v["r"] * v["w"] == v["p"],
    ),
    "Completes": (Completes("c", "a", "p"), lambda v: v["p"] > 0 and v["c"] * v["p"] == v["a"]),
    "Change": (Change("g", "c", "p"), lambda v: v["p"] > 0 and (v["g"] + 1) * v["p"] == v["c"]),
    "PointGap": (PointGap("g", "c", "p"), lambda v: v["g"] == v["c"] - v["p"]),
    "Sum": (Sum("t", ("a", "b")), lambda v: v["t"] == v["a"] + v["b"]),
    "Sum of one": (Sum("t", ("a",)), lambda v: v["t"] == v["a"]),
    "Sum of nothing": (Sum("t", ()), lambda v: v["t"] == 0),
    "Sum less some": (Sum("t", ("a",), ("m",)), lambda v: v["t"] == v["a"] - v["m"]),
    "Sum less two": (Sum("t", (), ("m", "n")), lambda v: v["t"] == -v["m"] - v["n"]),
    "Sum, of which": (
        Sum("t", ("a", "b"), exhaustive=False),
        lambda v: v["t"] >= v["a"] + v["b"],
    ),
    "Sum less some, of which": (
        Sum("t", ("a",), ("m",), exhaustive=False),
        lambda v: v["t"] >= v["a"] - v["m"],
    ),
    "Product": (Product("p", ("a", "b")), lambda v: v["p"] == v["a"] * v["b"]),
    "Product with a coefficient": (
        Product("p", ("a", "b"), Fraction(-1, 10)),
        lambda v: v["p"] == -v["a"] * v["b"] / Fraction(10),
    ),
    "Product with nothing": (Product("p", ("a", "b"), 0), lambda v: v["p"] == 0),
    "Product of one": (Product("p", ("a",), 3), lambda v: v["p"] == 3 * v["a"]),
    "Same": (Same(("a", "b", "c")), lambda v: v["a"] == v["b"] == v["c"]),
    "Same as itself": (Same(("a",)), lambda _: True),
    "Bound": (Bound("a", "b"), lambda v: v["a"] <= v["b"]),
    "Bound, strict": (Bound("a", "b", strict=True), lambda v: v["a"] < v["b"]),
    "Bound by a number": (Bound("a", Fraction(1, 2)), lambda v: v["a"] <= Fraction(1, 2)),
    "Bound by a percentage": (Bound("a", Percent(50)), lambda v: v["a"] <= Fraction(1, 2)),
    "Bound from points": (
        Bound(Points(-100), "a", strict=True),
        lambda v: v["a"] > -1,
    ),
    "Bound from a number": (Bound(2, "a"), lambda v: v["a"] >= 2),
    **{
        f"Judged {kind.__name__}": bounded(kind)
        for kind in (AtLeast, MoreThan, AtMost, LessThan, Exactly)
    },
    **{
        f"Judged {kind.__name__}, by a number": bounded_by_number(kind)
        for kind in (AtLeast, MoreThan, AtMost, LessThan, Exactly)
    },
    **{f"Judged {kind.__name__}": banded(kind) for kind in (Between, Within)},
    "Judged Between, from a percentage": (
        Judged("j", "f", Between, [Percent(50), "high"]),
        lambda v: judged(Between, Fraction(1, 2), v["high"], v),
    ),
    "Judged Within, to a number": (
        Judged("j", "f", Within, ["low", 2]),
        lambda v: judged(Within, v["low"], 2, v),
    ),
}
CASES = [(name, key) for name, (relation, _) in RULES.items() for key in relation.keys]


def sides(relation: Bound | Judged) -> tuple[Side, ...]:
    """Give what a relation compares, keys and numbers."""
    return relation.ends if isinstance(relation, Judged) else (relation.lesser, relation.greater)


def spelled(side: Side) -> Exact:
    """Give the number that stands in a relation instead of a figure."""
    assert isinstance(side, (int, Fraction, Percent, Points))
    return side.value if isinstance(side, (Percent, Points)) else side


LITERALS: dict[Relation, list[Exact]] = {
    relation: [spelled(side) for side in sides(relation) if not isinstance(side, str)]
    for relation, _ in RULES.values()
    if isinstance(relation, (Bound, Judged))
}

MARKS: list[Exact] = [-1, 0, Fraction(1, 2), 2]
known = intervals(st.sampled_from(MARKS))
verdicts = st.sampled_from([Interval(*ends) for ends in [(0, 0), (1, 1), (2, 2), (1, 2), (0, 2)]])


def candidates(relation: Relation, key: str, others: Values) -> set[Exact]:
    """Propose where a rule may hold, begin or cease to; the rule itself decides."""
    marks = {0, 1, 2} if key == "j" else {*LITERALS.get(relation, ()), *others.values()} or {0}
    steps = (-FAR, -NEAR, 0, NEAR, FAR)
    if isinstance(relation, (Share, Completes, Change)):
        derived, numerator, denominator = (others.get(each) for each in relation.keys)
        offset = 1 if isinstance(relation, Change) else 0
        if derived is None:
            marks = {Fraction(numerator or 0) / (denominator or 1) - offset}
        elif numerator is None:
            marks = {(derived + offset) * (denominator or 0)}
        else:
            marks = {0, Fraction(numerator) / (derived + offset or 1)}
    elif isinstance(relation, Product):
        factor = relation.coefficient * prod(
            others[each] for each in relation.factors if each != key
        )
        marks = (
            {factor}
            if key == relation.product
            else {Fraction(others[relation.product]) / (factor or 1)}
        )
    elif isinstance(relation, (Sum, PointGap)):
        marks = {
            sum(sign * number for sign, number in zip(signs, others.values(), strict=True))
            for signs in product((-1, 1), repeat=len(others))
        }
    return {mark + step for mark in marks for step in steps}


class TestAnyNumbers:
    """`solve` says what one figure may be, given the others: it holds every such value."""

    @pytest.mark.parametrize(("name", "key"), CASES)
    @given(data=st.data())
    @settings(max_examples=20)
    def test_what_trying_finds(self, name: str, key: str, data: st.DataObject) -> None:
        """No value that satisfies the rule is left out, and both ends are right."""
        relation, rule = RULES[name]
        given_others = {
            other: data.draw(verdicts if other == "j" else known, label=other)
            for other in relation.keys
            if other != key
        }
        marks = {*LITERALS.get(relation, [-1, 0, 1]), *ends_of(given_others.values())}
        tried = around(marks, depth=2 if len(given_others) > 2 else 1)
        members = [
            [number for number in (range(3) if other == "j" else tried) if holds(each, number)]
            for other, each in given_others.items()
        ]
        found: set[Exact] = set()
        for numbers in product(*members):
            others = dict(zip(given_others, numbers, strict=True))
            found |= {
                candidate
                for candidate in candidates(relation, key, others)
                if candidate not in found and rule({**others, key: candidate})
            }
        answer = relation.solve(key, given_others)
        assert_hull(None if isinstance(answer, Undefined) else answer, found)


GRID = range(-30, 31)
whole_intervals = intervals(st.integers(0, 6), unbounded=False).map(
    lambda each: each.integers() or Interval(1, 3)
)
# Rates as known: printed without decimals, with one, or any interval.
rates_known = st.one_of(
    st.integers(0, 130).map(lambda digits: Stated.percent(str(digits)).interval()),
    st.integers(0, 1300).map(lambda digits: Stated(digits, 1).interval() / Interval(100, 100)),
    intervals(st.integers(-4, 8).map(lambda quarters: Fraction(quarters, 4))),
)
ALL_COUNTS = [
    name
    for name, (relation, _) in RULES.items()
    if isinstance(relation, (Sum, Same, Bound, PointGap))
    or (isinstance(relation, Judged) and Fraction(1, 2) not in LITERALS[relation])
]
QUOTIENTS = ["Share", "Completes", "Change"]


def satisfying(rule: Rule, key: str, others: Mapping[str, Interval]) -> list[int]:
    """Try every whole number of the grid with every whole number of the others."""
    members = [[number for number in GRID if holds(each, number)] for each in others.values()]
    combinations = [dict(zip(others, numbers, strict=True)) for numbers in product(*members)]
    return [number for number in GRID if any(rule({**each, key: number}) for each in combinations)]


def hull_on_grid(answer: Interval | Undefined) -> list[int]:
    """List the whole numbers of the grid which an answer holds."""
    return [] if isinstance(answer, Undefined) else [n for n in GRID if holds(answer, n)]


class TestCounts:
    """Figures that count things are integers to `solve`."""

    @pytest.mark.parametrize(
        ("name", "key"), [(name, key) for name, key in CASES if name in ALL_COUNTS]
    )
    @given(data=st.data())
    @settings(max_examples=20)
    def test_all_counts(self, name: str, key: str, data: st.DataObject) -> None:
        """Between whole numbers, exactly those are answered that satisfy the rule, and the hull."""
        relation, rule = RULES[name]
        others = {
            other: data.draw(verdicts if other == "j" else whole_intervals, label=other)
            for other in relation.keys
            if other != key
        }
        answer = relation.solve(key, others, counts=relation.keys)
        found = satisfying(rule, key, others)
        gaps = isinstance(relation, Judged)  # neither above nor below leaves a hole
        expected = list(range(found[0], found[-1] + 1)) if found and gaps else found
        assert hull_on_grid(answer) == expected
        assert isinstance(answer, Undefined) or all(type(n) is int for n in ends_of([answer]))

    @pytest.mark.parametrize("name", QUOTIENTS)
    @given(rate=rates_known, other=st.integers(0, 12), data=st.data())
    def test_counts_behind_a_printed_rate(
        self, name: str, rate: Interval, other: int, data: st.DataObject
    ) -> None:
        """Of two counts and a rate that is not exact, one count is answered to the last one."""
        relation, rule = RULES[name]
        derived, numerator, denominator = relation.keys
        key, known_key = data.draw(st.permutations([numerator, denominator]))
        answer = relation.solve(key, {derived: rate, known_key: other}, counts={key, known_key})
        offset = 1 if name == "Change" else 0
        found = []
        for number in GRID:
            counted = {key: number, known_key: other}
            if counted[denominator] > 0:
                exact = Fraction(counted[numerator], counted[denominator]) - offset
                if holds(rate, exact) and rule({**counted, derived: exact}):
                    found.append(number)
        assert hull_on_grid(answer) == found

    @pytest.mark.parametrize("name", QUOTIENTS)
    @given(
        numerators=whole_intervals,
        denominators=whole_intervals.filter(lambda each: each.low != 0 or each.high == 0),
    )
    def test_rates_of_counts(self, name: str, numerators: Interval, denominators: Interval) -> None:
        """The rate of two counts has both ends right, though the counts are whole numbers."""
        relation, rule = RULES[name]
        derived, numerator, denominator = relation.keys
        offset = 1 if name == "Change" else 0
        found: set[Exact] = set()
        for above, below in product(
            *([n for n in GRID if holds(each, n)] for each in (numerators, denominators))
        ):
            exact = Fraction(above, below) - offset if below else Fraction(0)
            if rule({derived: exact, numerator: above, denominator: below}):
                found.add(exact)
        known_counts = {numerator: numerators, denominator: denominators}
        answer = relation.solve(derived, known_counts, counts=known_counts)
        assert_hull(None if isinstance(answer, Undefined) else answer, found)

    @given(st.integers(-6, 6), st.integers(-30, 30), st.sampled_from([1, 2, -3, Fraction(1, 2)]))
    def test_a_count_as_a_factor(self, factor: int, made: int, coefficient: Exact) -> None:
        """A factor that counts is a whole number, or there is none."""
        relation = Product("p", ("a", "b"), coefficient)
        answer = relation.solve("a", {"p": made, "b": factor}, counts={"a", "b"})
        found = [number for number in GRID if made == coefficient * number * factor]
        assert hull_on_grid(answer) == found

    @given(rates_known, whole_intervals)
    def test_no_count_is_left_out(self, rate: Interval, wholes: Interval) -> None:
        """Where other counts are not exact either, no count that satisfies the rule is left out."""
        answer = Share("r", "p", "w").solve("p", {"r": rate, "w": wholes}, counts={"p", "w"})
        found = {
            part
            for whole in range(1, 7)
            if holds(wholes, whole)
            for part in range(whole + 1)
            if holds(rate, Fraction(part, whole))
        }
        assert found <= set(hull_on_grid(answer))

    def test_every_count_behind_a_real_percentage(self) -> None:
        """82,5 % of 1.799 dossiers are 1.484 or 1.485 of them, as trying all 1.800 counts finds."""
        printed = Stated.percent("82.5")
        found = [part for part in range(1800) if holds(printed.interval(), Fraction(part, 1799))]
        answer = Share("r", "p", "w").solve("p", {"r": printed, "w": 1799}, counts={"p"})
        assert answer == Interval(found[0], found[-1]) == Interval(1484, 1485)

    def test_no_count_behind_a_real_mistake(self) -> None:
        """99,16 % fits neither 1.794 of any whole number of dossiers, nor any part of 1.804."""
        rule, printed = Share("r", "p", "w"), Stated.percent("99.16")
        impossible = Undefined(Reason.IMPOSSIBLE)
        assert rule.solve("p", {"r": printed, "w": 1804}, counts={"p"}) == impossible
        assert rule.solve("w", {"r": printed, "p": 1794}, counts={"w"}) == impossible


class TestWhatIsNotKnown:
    """A derived value is a number, or else the reason why there is none; nothing raises."""

    @pytest.mark.parametrize(("name", "key"), CASES)
    @given(data=st.data())
    @settings(max_examples=10)
    def test_a_figure_that_is_missing_leaves_the_others_open(
        self, name: str, key: str, data: st.DataObject
    ) -> None:
        """Where any other figure is not known, this one has no value: NOT_COUNTED."""
        relation, _ = RULES[name]
        others = [other for other in relation.keys if other != key]
        if others:
            missing = data.draw(st.sampled_from(others))
            values = {other: 1 for other in others if other != missing}
            unknown = data.draw(st.sampled_from([{}, {missing: None}]))
            assert relation.solve(key, {**values, **unknown}) == Undefined(Reason.NOT_COUNTED)

    @pytest.mark.parametrize("name", QUOTIENTS)
    @given(known, known)
    def test_nothing_arose_where_the_denominator_cannot_be_above_0(
        self, name: str, other: Interval, denominators: Interval
    ) -> None:
        """NOTHING_AROSE says that the denominator is 0 or less, and is said in no other case."""
        relation, _ = RULES[name]
        derived, numerator, denominator = relation.keys
        nothing = denominators.high is not None and denominators.high <= 0
        for key, given_one in ((derived, numerator), (numerator, derived)):
            answer = relation.solve(key, {given_one: other, denominator: denominators})
            assert (answer == Undefined(Reason.NOTHING_AROSE)) == nothing

    @pytest.mark.parametrize("verdict", Verdict)
    def test_a_judgement_not_given_is_not_known(self, verdict: Verdict) -> None:
        """A verdict counts as its rank; NOT_ASSESSED says nothing of the figure judged."""
        rule = Judged("j", "f", Exactly, [5])
        answer = rule.solve("f", {"j": verdict})
        expected: dict[Verdict, Interval | Undefined] = {
            Verdict.NOT_MET: Interval.anything(),
            Verdict.MET: Interval(5, 5),
            Verdict.EXCEEDED: Undefined(Reason.IMPOSSIBLE),
            Verdict.NOT_ASSESSED: Undefined(Reason.NOT_COUNTED),
        }
        assert answer == expected[verdict]

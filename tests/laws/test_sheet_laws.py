"""Laws of sheets: they join in any grouping, derive what is computed directly, and never raise."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brute_force import Exact
from figure_strategies import counts, exact_numbers, sheets
from wardstats import (
    AtLeast,
    Change,
    Completes,
    Figure,
    FigureKind,
    Interval,
    Judged,
    Percent,
    PointGap,
    Points,
    Product,
    Rate,
    Reason,
    Relation,
    Same,
    Share,
    Sheet,
    Stated,
    Sum,
    Undefined,
    Verdict,
)
from wardstats.errors import ConflictingFigures

NOT_COUNTED = Undefined(Reason.NOT_COUNTED)
NOTHING_AROSE = Undefined(Reason.NOTHING_AROSE)
IMPOSSIBLE = Undefined(Reason.IMPOSSIBLE)


def quotient(above: Exact, below: Exact) -> Exact | Undefined:
    return Fraction(above) / below if below > 0 else NOTHING_AROSE


# What each relation derives, computed directly from single numbers.
DIRECT: dict[type[Relation], Callable[[Any, list[Exact]], Exact | Undefined]] = {
    Sum: lambda rule, n: sum(n[: len(rule.parts)]) - sum(n[len(rule.parts) :]),
    Share: lambda _, n: IMPOSSIBLE if n[1] > 0 and not 0 <= n[0] <= n[1] else quotient(*n),
    Completes: lambda _, n: quotient(*n),
    Change: lambda _, n: quotient(n[0] - n[1], n[1]),
    PointGap: lambda _, n: n[0] - n[1],
    Product: lambda rule, n: rule.coefficient * prod(n),
    Same: lambda _, n: n[0] if len(set(n)) == 1 else IMPOSSIBLE,
    Judged: lambda _, n: (n[0] >= n[1]) + (n[0] > n[1]),
}


def computed(relation: Relation, values: Mapping[str, Exact | Undefined]) -> Exact | Undefined:
    """Compute what a relation derives, or say why it cannot be."""
    numbers: list[Exact] = []
    for key in relation.keys[1:]:
        value = values[key]
        if isinstance(value, Undefined):
            return value
        numbers.append(value)
    return DIRECT[type(relation)](relation, numbers)


@st.composite
def computable(draw: st.DrawFn) -> tuple[list[Figure], list[Relation]]:
    """Counted figures, some not known, and relations that derive more, each from those before."""
    held = [
        Figure(key, draw(st.none() | counts(60) | exact_numbers(0, 60))) for key in ("a", "b", "c")
    ]
    keys = [figure.key for figure in held]
    relations: list[Relation] = []
    for derived in ("u", "v", "w", "x", "y", "z")[: draw(st.integers(1, 6))]:
        one, other, *rest = draw(st.permutations(keys))
        relations.append(
            draw(
                st.sampled_from(
                    [
                        Sum(derived, (one, other), rest[:1]),
                        Sum(derived, (one,)),
                        Share(derived, one, other),
                        Completes(derived, one, other),
                        Change(derived, one, other),
                        PointGap(derived, one, other),
                        Product(derived, (one, other), draw(exact_numbers(-3, 3))),
                        Same((derived, one, other)),
                        Judged(derived, one, AtLeast, [other]),
                    ]
                )
            )
        )
        keys.append(derived)
    return held, relations


def direct(held: list[Figure], relations: list[Relation]) -> dict[str, Exact | Undefined]:
    """Compute every figure in the order in which it was made."""
    values: dict[str, Exact | Undefined] = {}
    for figure in held:
        assert figure.value is None or isinstance(figure.value, (int, Fraction))
        values[figure.key] = NOT_COUNTED if figure.value is None else figure.value
    for relation in relations:
        values[relation.keys[0]] = computed(relation, values)
    return values


class TestDerived:
    """Derived is never stored: totals and rates are computed when asked for."""

    @given(computable())
    def test_derived_values_are_those_computed_directly(
        self, given_one: tuple[list[Figure], list[Relation]]
    ) -> None:
        """A derived value equals the direct computation, reasons for there being none included."""
        held, relations = given_one
        assert Sheet(held, relations).values() == direct(held, relations)

    @given(computable(), st.data())
    def test_the_order_of_figures_and_relations_is_irrelevant(
        self, given_one: tuple[list[Figure], list[Relation]], data: st.DataObject
    ) -> None:
        """In any order of figures and relations, every figure has one value, kind and answer."""
        held, relations = given_one
        sheet = Sheet(held, relations)
        shuffled = Sheet(data.draw(st.permutations(held)), data.draw(st.permutations(relations)))
        assert shuffled.values() == sheet.values()
        for figure in sheet:
            assert shuffled[figure.key] == figure
            assert shuffled.solve(figure.key) == sheet.solve(figure.key)

    @given(st.lists(st.fractions(0, 60, max_denominator=9), min_size=1, max_size=5))
    def test_a_total_of_measures_is_a_measure(self, parts: list[Fraction]) -> None:
        """1,5 ha and 2,3 ha make 3,8 ha: a total is counted in wholes only if all parts are."""
        held = [Figure(f"part{place}", part) for place, part in enumerate(parts)]
        sheet = Sheet(held, [Sum("total", [each.key for each in held])])
        assert sheet.value("total") == sum(parts)
        wholes = all(part.denominator == 1 for part in parts)
        assert sheet["total"].kind is (FigureKind.COUNT if wholes else FigureKind.AMOUNT)

    def test_a_kind_is_derived_along_a_chain_in_any_order(self) -> None:
        """What is the same as a rate is a rate, however many steps and in whichever order."""
        rules = [Same(("c", "b")), Same(("b", "a"))]
        for relations in (rules, rules[::-1]):
            sheet = Sheet([Figure("a", Rate(1471, 1535))], relations)
            assert {figure.key: figure.kind for figure in sheet} == dict.fromkeys(
                "abc", FigureKind.PERCENT
            )
            assert sheet.value("c") == Fraction(1471, 1535)


class TestJoining:
    """`+` joins sheets and relations; a shared key with unequal figures is an error."""

    @given(computable(), st.data())
    def test_joining_is_associative_with_an_empty_element(
        self, given_one: tuple[list[Figure], list[Relation]], data: st.DataObject
    ) -> None:
        """Sheets join in any grouping; the empty sheet adds nothing; joining is not pooling."""
        held, relations = given_one
        steps = st.integers(0, len(relations))
        one, two, three = (Sheet(held, relations[: data.draw(steps)]) for _ in range(3))
        joined = one + two + three
        assert joined == one + (two + three)
        assert joined.values() == (three + two + one).values()
        assert one + Sheet() == Sheet() + one == one + one == one
        assert one + [*two.relations, *three] == one + two + Sheet(three.figures)

    @given(st.integers(0, 9), st.integers(0, 9))
    def test_figures_under_one_key_must_be_equal(self, one: int, other: int) -> None:
        """Equal figures are one figure; unequal ones are refused, not added up."""
        sheets = [Sheet([Figure("dossiers.received", each)]) for each in (one, other)]
        if one == other:
            assert sheets[0] + sheets[1] == sheets[0]
        else:
            with pytest.raises(ConflictingFigures, match=r"equal figures under one key"):
                _ = sheets[0] + sheets[1]

    def test_one_key_may_not_differ_in_unit_or_decimals_either(self) -> None:
        """Figures are equal in every respect, or they are two figures."""
        sheet = Sheet([Figure("area", 115)])
        for other in (Figure("area", 115, unit="ha"), Figure("area", 115, places=2)):
            with pytest.raises(ConflictingFigures):
                _ = sheet + [other]


class TestNeverRaises:
    """A report whose figures do not fit loads, and is never an exception."""

    @given(sheets())
    def test_whatever_the_figures_there_is_an_answer(self, sheet: Sheet) -> None:
        """Every figure of every sheet has a value or a reason, and may be solved for."""
        values = sheet.values()
        assert list(values) == [figure.key for figure in sheet]
        for key, value in values.items():
            assert isinstance(value, (int, Fraction, Interval, Undefined))
            assert isinstance(sheet.solve(key), (Interval, Undefined))

    @given(st.integers(1, 5), counts(9))
    def test_cycles_have_no_value(self, length: int, counted: int) -> None:
        """Figures that need one another are NOT_COUNTED, and so is what needs them; others stay."""
        ring = [f"ring{place}" for place in range(length + 1)]
        relations: list[Relation] = [
            Sum(key, (before, "counted"))
            for key, before in zip(ring, ring[1:] + ring[:1], strict=True)
        ]
        relations += [Sum("after", ("ring0",)), Sum("beside", ("counted",))]
        values = Sheet([Figure("counted", counted)], relations).values()
        assert [values[key] for key in [*ring, "after"]] == [NOT_COUNTED] * (length + 2)
        assert values["beside"] == counted

    @given(st.sets(st.sampled_from("abc")))
    def test_missing_figures_have_no_value(self, missing: set[str]) -> None:
        """A total with a part that was not counted is not known, and never taken for 0."""
        held = [Figure(key, None if key in missing else 5) for key in "abc"]
        sheet = Sheet(held, [Sum("total", ["a", "b", "c"])])
        assert sheet.value("total") == (NOT_COUNTED if missing else 15)

    def test_misfits_are_answers(self) -> None:
        """Fields that make 1.808 where 1.806 is stated, and a rate above 100 %, are no errors."""
        parts = {
            "welfare": 60,
            "certified": 1284,
            "civil": 436,
            "merit": 24,
            "praise": 2,
            "stay": 2,
        }
        sheet = Sheet(
            [Figure("received", 1806), *(Figure(key, part) for key, part in parts.items())],
            [Sum("received", parts), Share("rate", "received", "certified")],
        )
        assert sheet.value("received") == 1806
        assert sheet.value("rate") == IMPOSSIBLE
        # Any one of the six parts, or the total, changed by two would make it fit.
        rule = Sheet(sheet.figures[:7], sheet.relations[:1])
        assert rule.solve("received") == Interval(1808, 1808)
        for key, part in parts.items():
            assert rule.solve(key) == Interval(part - 2, part - 2)


def known_figure(key: str, value: Exact, kind: FigureKind) -> Figure:
    """Hold a derived number as if it had been counted."""
    if kind is FigureKind.PERCENT:
        return Figure(key, Percent.of(value))
    if kind is FigureKind.POINTS:
        return Figure(key, Points.of(value))
    if kind is FigureKind.VERDICT:
        return Figure(key, [Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED][int(value)])
    return Figure(key, value, kind=FigureKind.AMOUNT if value < 0 else kind)


class TestSolving:
    """The sheet says what any one figure may be, given all the others."""

    @given(computable())
    def test_the_true_value_is_always_possible(
        self, given_one: tuple[list[Figure], list[Relation]]
    ) -> None:
        """Where all figures fit one another, each is among what the others leave it."""
        held, relations = given_one
        values = direct(held, relations)
        known = {key: value for key, value in values.items() if not isinstance(value, Undefined)}
        kinds = {figure.key: figure.kind for figure in Sheet(held, relations)}
        stated = [known_figure(key, value, kinds[key]) for key, value in known.items()]
        fitting = [each for each in relations if known.keys() >= set(each.keys)]
        sheet = Sheet(stated, fitting)
        for key, value in known.items():
            answer = sheet.solve(key)
            if any(key in relation.keys for relation in fitting):
                assert isinstance(answer, Interval)
                assert value in answer
            else:
                assert answer == NOT_COUNTED

    def test_several_relations_narrow_one_figure(self) -> None:
        """What a total and a printed rate each leave open, they decide together."""
        rate = Share("early_rate", "early", "resolved")
        total = Sum("resolved", ("early", "late"))
        late = Stated.at_least(Stated.number("315"))
        held = [
            Figure("early"),
            Figure("resolved", 1799),
            Figure("late", late, kind=FigureKind.COUNT),
            Figure("early_rate", Stated.percent("82.5")),
        ]
        assert Sheet(held, [rate]).solve("early") == Interval(1484, 1485)
        assert Sheet(held, [total]).solve("early") == Interval.at_most(1484)
        assert Sheet(held, [rate, total]).solve("early") == Interval(1484, 1484)

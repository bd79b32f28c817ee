"""What every figure has in common: it never changes, travels, and prints as it is typed."""

import ast
import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from inspect import isclass
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import figure_strategies as figures
import wardstats
from wardstats import (
    AtLeast,
    Attainment,
    Between,
    Bound,
    Breakdown,
    Change,
    Completes,
    Completion,
    Figure,
    Form,
    Growth,
    Interval,
    Judged,
    MoreThan,
    Percent,
    PointChange,
    PointGap,
    Points,
    Product,
    Rate,
    Ratio,
    Reason,
    Relation,
    Same,
    Share,
    Sheet,
    Stated,
    StatedKind,
    Sum,
    Target,
    Undefined,
    Verdict,
    assess,
)
from wardstats.figures.typed import Code

TYPED: dict[str, Any] = {name: getattr(wardstats, name) for name in wardstats.__all__}
PASTED = {**TYPED, "Fraction": Fraction, "Decimal": Decimal}
CLASSES = [each for each in TYPED.values() if isclass(each)]
KINDS = [each for each in CLASSES if issubclass(each, Code)]

DRAWN: dict[type, st.SearchStrategy[Any]] = {
    Rate: figures.rates(),
    Ratio: figures.ratios(),
    Percent: figures.percents(),
    Points: figures.points(),
    Breakdown: figures.breakdowns(),
    Growth: figures.growths(),
    PointChange: figures.point_changes(),
    Completion: figures.completions(),
    Form: figures.forms(),
    Stated: figures.stated(),
    Interval: figures.intervals(),
    Attainment: figures.attainments(),
    Undefined: figures.undefineds(),
    Figure: figures.figures(),
    Sheet: figures.sheets(),
}
CODES = st.sampled_from([code for kind in KINDS for code in kind])
VALUES = st.one_of(*DRAWN.values(), figures.targets(), figures.relations())
EVERYTHING = VALUES | CODES


@given(EVERYTHING)
def test_prints_as_it_is_typed(value: object) -> None:
    """What a notebook shows can be pasted back, and makes an equal value."""
    again = eval(repr(value), dict(PASTED))  # noqa: S307 - our own text
    assert type(again) is type(value)
    assert again == value
    assert repr(again) == repr(value)


@given(EVERYTHING)
def test_travels(value: object) -> None:
    """Pickling and copying make equal values, with equal hashes."""
    for again in (
        pickle.loads(pickle.dumps(value)),
        copy.copy(value),
        copy.deepcopy(value),
    ):
        assert again == value
        assert hash(again) == hash(value)


@given(VALUES)
def test_never_changes(value: Any) -> None:
    """No attribute can be set or taken away, and none added; what is held is not changed either."""
    before = repr(value)
    for attribute in [each.name for each in attrs.fields(type(value))] + ["something_new"]:
        with pytest.raises(AttributeError):
            setattr(value, attribute, 1)
        with pytest.raises(AttributeError):
            delattr(value, attribute)
    assert repr(value) == before
    hash(value)  # so it holds nothing that can change


@settings(max_examples=30)
@given(figures.sheets())
def test_a_sheet_that_was_used_is_the_same_sheet(sheet: Sheet) -> None:
    """What a sheet computes once and keeps makes no difference to it, and travels nowhere."""
    fresh = Sheet(sheet.figures, sheet.relations)
    sheet.values()
    assert sheet == fresh
    assert hash(sheet) == hash(fresh)
    assert pickle.loads(pickle.dumps(sheet)).values() == sheet.values()


def types_drawn(strategy: st.SearchStrategy[Any], examples: int) -> set[type]:
    seen: set[type] = set()

    @settings(max_examples=examples, derandomize=True, database=None)
    @given(strategy)
    def draw(value: object) -> None:
        seen.add(type(value))

    draw()
    return seen


def test_no_type_is_left_out() -> None:
    """Every public class of values is drawn by the strategies of these tests."""
    for kind, strategy in DRAWN.items():
        assert types_drawn(strategy, 5) == {kind}
    classes = {*DRAWN, *KINDS, Relation, Target}  # the last two are what others are made from
    classes |= types_drawn(figures.targets(), 100) | types_drawn(figures.relations(), 200)
    assert classes == set(CLASSES)


def test_equal_figures_of_two_types_are_two_figures() -> None:
    """A rate is no ratio and a percentage no points, though the numbers be the same."""
    pairs: list[tuple[object, object]] = [
        (Rate(1, 2), Ratio(1, 2)),
        (Percent(5), Points(5)),
        (Growth(1, 2), Completion(1, 2)),
        (AtLeast(5), MoreThan(5)),
        (Percent(5), 5),
    ]
    for one, other in pairs:
        assert one != other


def test_breakdowns_are_equal_in_any_order() -> None:
    """The order of parts is how they print, not what they are."""
    one, other = Breakdown(3, {"a": 1, "b": 2}), Breakdown(3, {"b": 2, "a": 1})

    assert one == other
    assert hash(one) == hash(other)
    assert one != Breakdown(3, {"a": 2, "b": 1})


def test_a_decimal_mark_makes_no_difference() -> None:
    """ "95.83%" and "95,83%" are one figure, told apart by an attribute only."""
    dot, comma = Stated.percent("95.83", decimal_mark="."), Stated.percent("95.83")

    assert dot == comma
    assert hash(dot) == hash(comma)
    assert repr(dot) == "Stated.percent('95.83', decimal_mark='.')"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Rate(1471, 1535), "Rate(1471, 1535)"),
        (Ratio(14, 1000, per=1000), "Ratio(14, 1000, per=1000)"),
        (Ratio(115, 116), "Ratio(115, 116)"),
        (Percent("99.5"), "Percent('99.5')"),
        (Percent(15), "Percent(15)"),
        (Interval(4, 5, low_closed=False), "Interval(4, 5, low_closed=False)"),
        (Interval(None, 5), "Interval(None, 5)"),
        (Stated.number("435.75", scale=9), "Stated.number('435.75', scale=9)"),
        (Stated.nearly(Stated.points("-0.50")), "Stated.nearly(Stated.points('-0.50'))"),
        (Breakdown(3, {"a": 3}), "Breakdown(3, (('a', 3),))"),
        (Breakdown(3, [("a", 3)], exhaustive=False), "Breakdown(3, (('a', 3),), exhaustive=False)"),
        (Growth(71, 70), "Growth(71, 70)"),
        (PointChange(Rate(15, 71), Percent(20)), "PointChange(Rate(15, 71), Percent(20))"),
        (Completion(158, 100), "Completion(158, 100)"),
        (Form(StatedKind.PERCENT), "Form(kind=StatedKind.PERCENT)"),
        (Between(Points(1), Points("2.5")), "Between(Points(1), Points('2.5'))"),
        (
            assess(5, AtLeast(4)),
            "Attainment(5, AtLeast(4), Verdict.EXCEEDED, (Verdict.EXCEEDED,))",
        ),
        (Sheet([], []), "Sheet()"),
        (Share("rate", "part", "whole"), "Share('rate', 'part', 'whole')"),
        (Sum("total", ["a"], exhaustive=False), "Sum('total', ('a',), exhaustive=False)"),
        (Bound("a", Percent(15), strict=True), "Bound('a', Percent(15), strict=True)"),
        (Product("p", ["a"], Decimal("0.1")), "Product('p', ('a',), coefficient=Fraction(1, 10))"),
        (PointGap("gap", "a", "b"), "PointGap('gap', 'a', 'b')"),
        (Change("growth", "a", "b"), "Change('growth', 'a', 'b')"),
        (Completes("done", "a", "b"), "Completes('done', 'a', 'b')"),
        (Same(["a", "b"]), "Same(('a', 'b'))"),
        (Verdict.MET, "Verdict.MET"),
        (Figure("a", 5, places=1), "Figure('a', value=5, places=1)"),
        (
            Judged("j", "a", AtLeast, ["b"]),
            "Judged('j', 'a', AtLeast, ('b',))",
        ),
        (Undefined(Reason.NOT_COUNTED), "Undefined(Reason.NOT_COUNTED)"),
    ],
)
def test_prints_short(value: object, text: str) -> None:
    """What is as usual is not mentioned."""
    assert repr(value) == text


SOURCES = sorted((Path(wardstats.__file__).parent / "figures").glob("*.py"))
WHOLE = {"ceil", "floor", "gcd", "lcm", "isqrt", "comb", "perm", "factorial"}


def floats_in(source: str) -> list[str]:
    """List what is a float in a source, or calls what makes one."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=float() | complex() as number):
                found.append(f"line {node.lineno}: {number}")
            case ast.Name(id="float" | "round" | "complex" | "fsum", ctx=ast.Load()):
                found.append(f"line {node.lineno}: {node.id}")
            case ast.Attribute(value=ast.Name(id="math"), attr=name) if name not in WHOLE:
                found.append(f"line {node.lineno}: math.{name}")
            case ast.ImportFrom(module="math" | "statistics" | "random"):
                found.append(f"line {node.lineno}: from {node.module}")
            case ast.Attribute(attr="__float__" | "__round__"):
                found.append(f"line {node.lineno}: {node.attr}")
    return found


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_float_decides(source: Path) -> None:
    """No room of exact arithmetic has a float in it, nor calls what makes one."""
    allowed = ["isinstance(value, float)"] if source.stem == "exact" else []
    text = source.read_text("utf-8")
    for door in allowed:
        assert door in text
        text = text.replace(door, "isinstance(value, _Refused)")
    assert floats_in(text) == []


@pytest.mark.parametrize(
    "line",
    ["x = 0.5", "float('1')", "round(x, 2)", "math.sqrt(2)", "from math import fsum", "1j"]
    + ["map(float, x)", "x.__float__()", "math.log10(x)", "1e3", "import math; math.inf"],
)
def test_a_float_would_be_found(line: str) -> None:
    """The search above finds every way in."""
    assert floats_in(line) != []


def test_there_are_sources_to_search() -> None:
    """All the rooms are searched."""
    assert {"rates", "rounding", "intervals", "sheets"} <= {source.stem for source in SOURCES}

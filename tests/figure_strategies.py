"""Strategies for figures: the numbers of a real report first, then anything allowed."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from wardstats import (
    AtLeast,
    AtMost,
    Attainment,
    Between,
    Bound,
    Breakdown,
    Change,
    Completes,
    Completion,
    Exactly,
    Figure,
    FigureKind,
    Form,
    Growth,
    Interval,
    Judged,
    LessThan,
    MoreThan,
    Percent,
    PointChange,
    PointGap,
    Points,
    Presumed,
    Product,
    Rate,
    Ratio,
    Reach,
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
    Within,
    assess,
)

Exact = int | Fraction

# Of the annual report of a real ward: part and whole.
REAL_RATES = [
    (1471, 1535),
    (1484, 1799),
    (1794, 1804),
    (1794, 1800),
    (535, 573),
    (595, 1109),
    (313, 320),
    (291, 310),
    (168, 168),
    (16, 18),
    (15, 71),
]

BOUNDED: list[type[Target[Any]]] = [AtLeast, MoreThan, AtMost, LessThan, Exactly]
BANDED: list[type[Target[Any]]] = [Between, Within]
KEYS = ["a", "b", "c", "d", "e"]


def aim(rule: type[Target[Any]], *ends: object) -> Target[Any]:
    """Make a target of a class that is only known when the test runs."""
    make: Callable[..., Target[Any]] = rule
    return make(*ends)


def counts(most: int = 10**40) -> st.SearchStrategy[int]:
    """Counts, mostly of the size a ward reports."""
    return st.integers(0, min(2_000, most)) | st.integers(0, most)


def exact_numbers(low: int = -(10**9), high: int = 10**9) -> st.SearchStrategy[Exact]:
    """Whole numbers and fractions."""
    return st.integers(low, high) | st.fractions(low, high, max_denominator=2_000)


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    """Rates, those of which nothing arose included."""
    part, whole = draw(st.sampled_from(REAL_RATES) | st.tuples(counts(), counts()))
    return Rate(min(part, whole), max(part, whole))


def ratios(per: st.SearchStrategy[int] | None = None) -> st.SearchStrategy[Ratio]:
    """Ratios of any two figures."""
    pers = st.sampled_from([100, 1000, 1]) if per is None else per
    return st.builds(Ratio, exact_numbers(), exact_numbers(low=0), pers)


def percents() -> st.SearchStrategy[Percent]:
    """Percentages as quantities."""
    return st.builds(Percent, exact_numbers(-200, 200))


def points() -> st.SearchStrategy[Points]:
    """Percentage points as quantities."""
    return st.builds(Points, exact_numbers(-200, 200))


@st.composite
def breakdowns(draw: st.DrawFn, *, fitting: bool = False) -> Breakdown:
    """Breakdowns; their parts make the total only if that is asked for."""
    parts = draw(st.dictionaries(st.sampled_from(KEYS), counts(10**6)))
    total = sum(parts.values()) if fitting else draw(counts(10**6))
    return Breakdown(total, parts, draw(st.booleans()))


def growths() -> st.SearchStrategy[Growth]:
    """Growths, undefined ones included."""
    return st.builds(Growth, exact_numbers(), exact_numbers())


def point_changes() -> st.SearchStrategy[PointChange]:
    """Changes in points between rates of every sort."""
    sorts = st.one_of(rates(), ratios(), percents())
    return st.builds(PointChange, sorts, sorts)


def completions() -> st.SearchStrategy[Completion]:
    """Completions, those without a plan included."""
    return st.builds(Completion, exact_numbers(), exact_numbers(low=0))


@st.composite
def forms(
    draw: st.DrawFn,
    kinds: tuple[StatedKind, ...] = tuple(StatedKind),
    reaches: tuple[Reach, ...] = tuple(Reach),
) -> Form:
    """What may stand around the digits of a printed figure."""
    kind = draw(st.sampled_from(kinds))
    scale = draw(st.sampled_from([0, 3, 6, 9, 18])) if kind is StatedKind.NUMBER else 0
    mark = draw(st.sampled_from([None, ",", "."]))
    return Form(kind, scale, draw(st.sampled_from(reaches)), mark)


def stated(
    kinds: tuple[StatedKind, ...] = tuple(StatedKind), reaches: tuple[Reach, ...] = tuple(Reach)
) -> st.SearchStrategy[Stated]:
    """Printed figures of any kind, sign, number of decimals and reach."""
    digits = st.integers(-2, 2) | st.integers(-200, 200) | st.integers(-(10**24), 10**24)
    return st.builds(Stated, digits, st.integers(0, 12), forms(kinds, reaches))


@st.composite
def intervals(
    draw: st.DrawFn, ends: st.SearchStrategy[Exact] | None = None, *, unbounded: bool = True
) -> Interval:
    """Intervals with ends of every sort; a single number now and then."""
    bounded = exact_numbers() if ends is None else ends
    end = bounded | st.none() if unbounded else bounded
    low, high = draw(end), draw(end)
    if low is not None and low == high:
        return Interval.exactly(low)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def targets(draw: st.DrawFn, kind: StatedKind | None = None) -> Target[Any]:
    """Targets of every class, for numbers, percentages or points."""
    quantities = {
        StatedKind.NUMBER: exact_numbers(),
        StatedKind.PERCENT: percents(),
        StatedKind.POINTS: points(),
    }
    quantity = quantities[kind] if kind else draw(st.sampled_from(list(quantities.values())))
    rule = draw(st.sampled_from([*BOUNDED, *BANDED]))
    ends = draw(st.lists(quantity, min_size=rule.number_of_ends, max_size=rule.number_of_ends))
    ends.sort(key=lambda end: end.value if isinstance(end, (Percent, Points)) else end)
    return aim(rule, *ends)


@st.composite
def attainments(draw: st.DrawFn) -> Attainment:
    """What `assess` says of figures of every kind."""
    target: Any = draw(targets())
    figures = {
        StatedKind.NUMBER: exact_numbers()
        | st.builds(Decimal, st.integers(-99, 99))
        | stated((StatedKind.NUMBER,)),
        StatedKind.PERCENT: st.one_of(
            rates(),
            ratios(),
            growths(),
            completions(),
            percents(),
            stated((StatedKind.PERCENT, StatedKind.PER_MILLE)),
        ),
        StatedKind.POINTS: st.one_of(point_changes(), points(), stated((StatedKind.POINTS,))),
    }
    return assess(draw(st.none() | figures[target.kind]), target)


def undefineds() -> st.SearchStrategy[Undefined]:
    """Each reason for there being no value."""
    return st.builds(Undefined, st.sampled_from(Reason))


@st.composite
def relations(draw: st.DrawFn, among: tuple[str, ...] = tuple(KEYS)) -> Relation:
    """Relations of every class between some keys."""
    first, second, third, *rest = draw(st.permutations(among))
    quantity = st.one_of(exact_numbers(0, 100), percents(), points())
    end, flag = st.sampled_from([third, *rest]) | quantity, st.booleans()
    makers: list[Callable[[], Relation]] = [
        lambda: Share(first, second, third),
        lambda: Completes(first, second, third),
        lambda: Change(first, second, third),
        lambda: PointGap(first, second, third),
        lambda: Sum(first, (second, *rest[::2]), rest[1::2], exhaustive=draw(flag)),
        lambda: Sum(first, (second, third), linked=(draw(st.sampled_from([second, third])),)),
        lambda: Presumed(Same((first, second))),
        lambda: Product(first, (second, third), draw(exact_numbers(-5, 5))),
        lambda: Same(tuple(among)[: draw(st.integers(1, len(among)))]),
        lambda: Bound(first, draw(st.just(second) | quantity), draw(flag)),
        lambda: Bound(draw(quantity), second, draw(flag)),
        lambda: Judged(first, second, draw(st.sampled_from(BOUNDED)), [draw(end)]),
        lambda: Judged(first, second, draw(st.sampled_from(BANDED)), [third, draw(quantity)]),
        lambda: Judged(first, second, draw(st.sampled_from(BANDED)), [draw(quantity), third]),
        lambda: Judged(first, second, draw(st.sampled_from(BANDED)), [third, rest[0]]),
    ]
    return draw(st.sampled_from(makers))()


@st.composite
def figures(draw: st.DrawFn, key: str | None = None) -> Figure:
    """Figures of every kind, known and not known."""
    key = draw(st.sampled_from(["dossiers.received", "đạt", "x"])) if key is None else key
    unit, places = draw(st.sampled_from(["", "dossier"])), draw(st.integers(0, 12))
    if draw(st.booleans()):
        kind = draw(st.sampled_from(FigureKind))
        return Figure(key, kind=kind, unit=unit, places=places)
    natural = st.one_of(
        counts(),
        st.builds(Fraction, st.integers(-99, 99), st.just(100)),
        rates(),
        ratios(),
        percents(),
        points(),
        growths(),
        point_changes(),
        completions(),
        stated(),
        st.sampled_from(Verdict),
    )
    return Figure(key, draw(natural), unit=unit, places=places)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Sheets whose figures rarely fit one another."""
    held = [draw(figures(key)) for key in KEYS]
    return Sheet(held, draw(st.lists(relations(), max_size=4)))

"""Laws of indicators and criteria: one figure, one judgement, however it is asked for."""

from fractions import Fraction
from typing import Any

from attrs import evolve, fields
from hypothesis import assume, given
from hypothesis import strategies as st

from wardstats import (
    AtLeast,
    AtMost,
    Between,
    Completion,
    Exactly,
    Growth,
    Interval,
    LessThan,
    MoreThan,
    Percent,
    PointChange,
    Points,
    Rate,
    Ratio,
    Stated,
    Target,
    Verdict,
    Within,
)
from wardstats.figures.rounding import round_to
from wardstats.figures.values import NOT_COUNTED, NOTHING_AROSE, Undefined
from wardstats.ward.criteria import CriteriaSection, CriteriaSet
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.indicator_values import Told, is_rate
from wardstats.ward.indicators import Indicator

# ---------------------------------------------------------------- what is drawn

whole = st.integers(-3, 30)
numbers = whole | st.fractions(-3, 30, max_denominator=8)
printed = st.builds(
    "{}{}.{}".format, st.sampled_from(["", "-"]), st.integers(0, 30), st.integers(0, 9)
)
plain = numbers | printed.map(Stated.number)
rates = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda two: Rate(min(two), max(two)))
ratios = st.builds(
    Ratio, numbers, st.integers(0, 9) | st.fractions(0, 9), st.sampled_from([100, 1000])
)
told_rates = rates | ratios | printed.map(Stated.percent) | printed.map(Stated.per_mille)


def targets_in(ends: st.SearchStrategy[Any]) -> st.SearchStrategy[Target[Any]]:
    """Draw every kind of target, with ends of one kind."""
    bounded = st.sampled_from([AtLeast, MoreThan, AtMost, LessThan, Exactly])
    banded = st.sampled_from([Between, Within])
    pairs = st.lists(ends, min_size=2, max_size=2).map(
        lambda pair: sorted(pair, key=lambda end: getattr(end, "number", end))
    )
    return st.builds(lambda kind, end: kind(end), bounded, ends) | st.builds(
        lambda kind, pair: kind(*pair), banded, pairs
    )


percents, points = whole.map(Percent), whole.map(Points)
_TARGETS = {
    Judges.VALUE: targets_in(numbers),
    Judges.RATE: targets_in(percents),
    Judges.GROWTH: targets_in(percents),
    Judges.POINT_CHANGE: targets_in(points),
}


def changes_of(value: Told | None, figures: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw the previous value, or what a report prints of the change, or neither."""
    known = [st.just({}), figures.map(lambda previous: {"previous": previous})]
    growth = percents | printed.map(Stated.percent)
    known.append(growth.map(lambda change: {"growth": change}))
    if value is None or is_rate(value):
        change = points | printed.map(Stated.points)
        known.append(change.map(lambda change: {"point_change": change}))
    return st.one_of(known)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Draw indicators of numbers or of rates, whose figures need not fit one another."""
    figures: st.SearchStrategy[Any] = draw(st.sampled_from([plain, told_rates]))
    value = draw(st.none() | figures)
    change = draw(changes_of(value, figures))
    tells_rates = is_rate(value or change.get("previous")) or "point_change" in change
    judged = [Judges.GROWTH]
    if tells_rates or figures is told_rates:
        judged += [Judges.RATE, Judges.POINT_CHANGE]
    elif not is_rate(value):
        judged += [Judges.VALUE]
    targets = [
        IndicatorTarget(draw(_TARGETS[judges]), set_by, judges)
        for set_by in ("province", "ward")
        for judges in draw(st.sets(st.sampled_from(judged)))
    ]
    return Indicator("x", "", "unit", value, targets=targets, **change)


positive = st.integers(1, 10**6)

# ---------------------------------------------------------------- judgements


@given(indicators())
def test_a_sheet_never_raises(indicator: Indicator) -> None:
    """Whatever the figures are, each has a number, an interval, or the reason for none."""
    values = indicator.sheet().values()
    assert all(isinstance(each, (int, Fraction, Interval, Undefined)) for each in values.values())


@given(indicators())
def test_the_sheet_judges_as_the_attainment_does(indicator: Indicator) -> None:
    """A definite verdict has its rank in the sheet; an open one all that it may be."""
    sheet = indicator.sheet()
    for target, attainment in zip(indicator.targets, indicator.attainments(), strict=True):
        rank = sheet.value(f"x.{target.name}.judgement")
        if attainment.verdict is not Verdict.NOT_ASSESSED:
            assert rank == attainment.verdict.rank
        elif isinstance(rank, Interval):
            assert {verdict.rank for verdict in attainment.possible} >= {rank.low, rank.high}
        else:
            assert rank in (NOT_COUNTED, NOTHING_AROSE)


@given(indicators(), st.randoms())
def test_targets_are_judged_each_by_itself(indicator: Indicator, random: Any) -> None:
    """In another order they are judged alike."""
    judged = dict(zip(indicator.targets, indicator.attainments(), strict=True))
    targets = list(indicator.targets)
    random.shuffle(targets)
    shuffled = evolve(indicator, targets=targets)
    assert dict(zip(shuffled.targets, shuffled.attainments(), strict=True)) == judged
    for target in targets:
        assert evolve(indicator, targets=[target]).attainments() == (judged[target],)


@given(positive, positive)
def test_the_excess_is_what_the_completion_is_more_than_the_plan(actual: int, plan: int) -> None:
    """158 of 100 are "đạt 158%" and "vượt 58%"; 90 of 100 fall short by a tenth."""
    indicator = Indicator("x", "", "unit", actual, targets=[IndicatorTarget(AtLeast(plan), "ward")])
    sheet = indicator.sheet()
    assert sheet.value("x.target.ward.value.completion") == Fraction(actual, plan)
    assert sheet.value("x.target.ward.value.excess") == Fraction(actual, plan) - 1
    (attainment,) = indicator.attainments()
    assert attainment.completion == Completion(actual, plan)


# ---------------------------------------------------------------- changes


@given(positive, positive)
def test_growth_follows_from_the_previous_value(now: int, before: int) -> None:
    """It is never stored: as property and in the sheet it is computed, and grows back."""
    indicator = Indicator("x", "", "unit", now, previous=before)
    growth = indicator.sheet().value("x.growth")
    assert isinstance(growth, (int, Fraction))
    assert before * (1 + growth) == now
    assert indicator.change == Growth(now, before)


@given(positive, positive, st.integers(0, 2))
def test_a_printed_growth_implies_the_true_previous_value(
    now: int, before: int, places: int
) -> None:
    """However it was rounded, the value it came from is among those implied."""
    growth = Stated.percent(str(Growth(now, before).percent(places)))
    assume(growth.value > -1)
    implied = Indicator("x", "", "unit", now, growth=growth).implied_previous
    assert isinstance(implied, Interval)
    assert before in implied


@given(rates, rates, st.integers(0, 2))
def test_a_printed_change_in_points_implies_the_true_previous_rate(
    now: Rate, before: Rate, places: int
) -> None:
    """The rate it came from is among those implied, whatever the decimals."""
    assume(not now.nothing_arose and not before.nothing_arose)
    change = PointChange(now, before)
    indicator = Indicator("x", "", "unit", now, previous=before)
    assert indicator.sheet().value("x.point_change") == change.value
    told = Stated.points(str(change.points(places)))
    implied = Indicator("x", "", "unit", now, point_change=told).implied_previous
    assert isinstance(implied, Interval)
    assert before.value in implied


@given(positive, positive)
def test_a_printed_change_is_judged_as_widely_as_it_was_rounded(now: int, before: int) -> None:
    """The verdict on the exact growth is among those the printed growth may have earned."""
    target = IndicatorTarget(Between(Percent(2), Percent(4)), "ward", Judges.GROWTH)
    growth = Growth(now, before)
    exact = Indicator("x", "", "unit", now, previous=before, targets=[target])
    stated = Stated.percent(str(round_to(growth.value * 100, 1)))
    told = Indicator("x", "", "unit", now, growth=stated, targets=[target])
    assert exact.attainments()[0].verdict in told.attainments()[0].possible


@given(indicators())
def test_what_is_not_known_has_no_figures(indicator: Indicator) -> None:
    """Without a value there is neither growth from a previous one, nor completion."""
    unknown = evolve(indicator, value=None).sheet()
    derived = {"x.value", *(key for key in unknown.values() if key.endswith("completion"))}
    if indicator.growth is None:
        derived.add("x.growth")
    assert {unknown.value(key) for key in derived} == {NOT_COUNTED}


# ---------------------------------------------------------------- criteria

scores = st.none() | st.fractions(0, 100, max_denominator=100)
counted = st.none() | st.integers(0, 20)


@given(st.lists(st.tuples(counted, counted, scores, scores), max_size=5), st.randoms())
def test_sections_add_up_in_any_order(sections: list[Any], random: Any) -> None:
    """Every total of a set is the sum of its sections, or not known if one of them is not."""
    held = [CriteriaSection(f"s{number}", *each) for number, each in enumerate(sections)]
    criteria = CriteriaSet("x", "", held)
    random.shuffle(held)
    shuffled = CriteriaSet("x", "", held)
    sheet = criteria.sheet()
    for name in ("met", "not_met", "total", "points", "maximum"):
        parts = [getattr(each, name) for each in criteria.sections]
        total = None if None in parts else sum(parts)
        assert getattr(criteria, name) == getattr(shuffled, name) == total
        assert sheet.value(f"x.{name}") == (NOT_COUNTED if total is None else total)


@given(st.lists(st.tuples(counted, counted, scores, scores), max_size=5))
def test_totals_of_a_set_are_never_stored(sections: list[Any]) -> None:
    """They are no fields, and have no value of their own in the sheet."""
    held = [CriteriaSection(f"s{number}", *each) for number, each in enumerate(sections)]
    assert {each.name for each in fields(CriteriaSet)} == {"key", "name", "sections"}
    sheet = CriteriaSet("x", "", held).sheet()
    derived = {each.derives for each in sheet.relations}
    assert all(each.value is None for each in sheet if each.key in derived)

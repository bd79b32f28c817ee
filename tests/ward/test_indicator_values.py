"""Values of indicators: counts, amounts, rates and ratios, and their figures in the sheet."""

from decimal import Decimal
from fractions import Fraction

from wardstats import AtLeast, FigureKind, Percent, Rate, Ratio, Stated
from wardstats.figures.values import NOT_COUNTED
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.indicators import Indicator


def test_the_sheet_of_a_number() -> None:
    """Value, previous value and growth, whether known or not."""
    jobs = Indicator("jobs", "", "worker", 158, previous=120)
    assert jobs.sheet().values() == {
        "jobs.value": 158,
        "jobs.previous": 120,
        "jobs.growth": Fraction(38, 120),
    }
    assert Indicator("jobs", "", "worker", 158).sheet().value("jobs.growth") == NOT_COUNTED
    assert (jobs.sheet()["jobs.value"].kind, jobs.sheet()["jobs.value"].unit) == (
        FigureKind.COUNT,
        "worker",
    )


def test_the_sheet_of_a_rate_has_both_its_numbers() -> None:
    """Of the value and of what it was before; the change is in points, and relative."""
    sheet = Indicator("rate", "", "child", Rate(15, 71), previous=Rate(14, 71)).sheet()
    assert sheet.values() == {
        "rate.part": 15,
        "rate.whole": 71,
        "rate.value": Fraction(15, 71),
        "rate.previous_part": 14,
        "rate.previous_whole": 71,
        "rate.previous": Fraction(14, 71),
        "rate.growth": Fraction(1, 14),
        "rate.point_change": Fraction(1, 71),
    }
    assert (sheet["rate.value"].kind, sheet["rate.value"].places) == (FigureKind.PERCENT, 2)
    assert (sheet["rate.growth"].places, sheet["rate.point_change"].places) == (1, 1)
    assert sheet["rate.point_change"].kind is FigureKind.POINTS


def test_the_sheet_of_a_ratio_has_both_its_numbers() -> None:
    """Births in ‰ are told so; before, they are not known, and have their keys."""
    births = Indicator("births", "", "person", Ratio(14, 1000, per=1000))
    sheet = births.sheet()
    assert sheet.value("births.value") == Fraction(14, 1000)
    assert sheet.value("births.amount") == 14
    assert (sheet["births.value"].kind, sheet["births.value"].places) == (FigureKind.PER_MILLE, 2)
    assert sheet["births.previous"].kind is FigureKind.PER_MILLE
    assert sheet.value("births.previous_base") == NOT_COUNTED
    harvest = Indicator("rice", "", "ha", Ratio(115, 116)).sheet()
    assert harvest["rice.value"].kind is FigureKind.PERCENT


def test_the_sheet_of_a_printed_figure_keeps_its_decimals() -> None:
    """Trailing digits count; a printed percentage has no numbers of its own."""
    sheet = Indicator("checkups", "", "", Stated.percent("83.2")).sheet()
    figure = sheet["checkups.value"]
    assert (figure.kind, figure.places) == (FigureKind.PERCENT, 1)
    assert "checkups.part" not in sheet
    trade = Indicator("trade", "", "dong", Stated.number("435.75", scale=9)).sheet()
    assert (trade["trade.value"].kind, trade["trade.value"].places) == (FigureKind.AMOUNT, 2)
    births = Indicator("births", "", "", Stated.per_mille("14.2")).sheet()
    assert births["births.value"].kind is FigureKind.PER_MILLE


def test_whole_numbers_are_counts_others_are_amounts() -> None:
    """One amount among value, previous value and bounds makes amounts of them all."""
    hectares = Indicator("rice", "", "ha", Decimal("115.5"), previous=115)
    assert hectares.value == Fraction(231, 2)
    assert hectares.sheet()["rice.previous"].kind is FigureKind.AMOUNT
    assert hectares.sheet()["rice.value"].places == 2
    bound = IndicatorTarget(AtLeast(Decimal("115.5")), "ward")
    planned = Indicator("rice", "", "ha", 116, targets=[bound]).sheet()
    assert planned["rice.value"].kind is FigureKind.AMOUNT
    grown = IndicatorTarget(AtLeast(Percent(5)), "ward", Judges.GROWTH)
    none = Indicator("jobs", "", "worker", 0, targets=[grown]).sheet()
    assert (none["jobs.value"].kind, none["jobs.value"].places) == (FigureKind.COUNT, 0)
    below = Indicator("moves", "", "person", -3).sheet()
    assert (below["moves.value"].kind, below.value("moves.value")) == (FigureKind.AMOUNT, -3)
    assert Indicator("x", "", "").sheet()["x.value"].kind is FigureKind.AMOUNT

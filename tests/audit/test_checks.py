"""Checks: which rules are held against which figures, and how each comes out."""

import pytest

from wardstats import (
    AtLeast,
    Bound,
    Change,
    Completes,
    Figure,
    FigureKind,
    Judged,
    Percent,
    PointGap,
    Presumed,
    Product,
    Rate,
    Rounding,
    Same,
    Share,
    Sheet,
    Stated,
    Sum,
    Verdict,
)
from wardstats.audit import Check, Fit, Statement, Unchecked
from wardstats.audit.checks import EVERY_RULE, evidence_of, run_checks
from wardstats.audit.evidence import weight_of
from wardstats.errors import UnknownKey, WrongKind
from wardstats.figures.intervals import Interval
from wardstats.figures.values import IMPOSSIBLE

from audit_sheets import AMOUNT, PERCENT, printed_sheet, rate_sheet, told  # isort: skip


def checks_of(sheet: Sheet, **texts: str) -> tuple[Check, ...]:
    return run_checks(evidence_of(sheet, told(**texts)))


def fits_of(sheet: Sheet, **texts: str) -> dict[tuple[str, str], Fit]:
    return {
        (check.key, type(check.relation).__name__): check.fit for check in checks_of(sheet, **texts)
    }


def test_a_percentage_is_held_against_its_two_counts() -> None:
    (check,) = checks_of(rate_sheet(1794, 1800), rate="99,66%")
    assert check.fit is Fit.FITS_ANOTHER_RULE
    assert check.rules == {Rounding.TRUNCATE}
    assert check.is_decisive
    assert check.keys == ("rate", "part", "whole")
    assert check.statement == Statement("rate", "99,66%")


def test_where_nothing_is_counted_what_is_printed_is_held_together() -> None:
    (check,) = checks_of(printed_sheet(), part="1.794", whole="1.804", rate="99,16%")
    assert (check.key, check.fit) == ("rate", Fit.DOES_NOT_FIT)
    assert check.exact == Interval.exactly(Rate(1794, 1804).value)


def test_a_count_decides_over_what_is_printed_of_it() -> None:
    sheet = rate_sheet(1794, 1804)
    assert fits_of(sheet, part="1.749", rate="99,45%") == {
        ("part", "NoneType"): Fit.DOES_NOT_FIT,
        ("rate", "Share"): Fit.FITS,
    }


def test_a_total_that_follows_from_counts_decides_over_a_printed_one() -> None:
    sheet = Sheet([Figure("a", 40), Figure("b", 60)]) + [
        Sum("all", ("a", "b")),
        Share("rate", "a", "all"),
    ]
    fits = fits_of(sheet, all="110", rate="40%")
    assert fits == {("all", "Sum"): Fit.DOES_NOT_FIT, ("rate", "Share"): Fit.FITS}


def test_of_rules_that_derive_one_figure_the_most_decide() -> None:
    """Two of three rules make 1.806, so the third is the one that does not fit."""
    parts = {"a": 1806, "b": 1000, "c": 806, "d": 1800, "e": 8}
    sheet = Sheet([Figure(key, value) for key, value in parts.items()]) + [
        Sum("all", ("d", "e")),
        Sum("all", ("b", "c")),
        Sum("all", ("a",)),
    ]
    failing = [check for check in checks_of(sheet) if check.fit is Fit.DOES_NOT_FIT]
    assert [check.keys for check in failing] == [("all", "d", "e")]


def test_what_a_missing_figure_leaves_open_is_not_checkable() -> None:
    (check,) = checks_of(printed_sheet(), part="1.794", rate="99,45%")
    assert (check.fit, check.reason) == (Fit.NOT_CHECKABLE, Unchecked.NOT_STATED)
    assert check.missing == ("whole",)


def test_no_whole_number_may_be_left_for_a_figure_nobody_states() -> None:
    """1.794 are 99,16 % of no number of things; 2 are 66,6 % of 3 where decimals are cut."""
    (check,) = checks_of(printed_sheet(), part="1.794", rate="99,16%")
    assert (check.fit, check.exact) == (Fit.DOES_NOT_FIT, IMPOSSIBLE)
    (check,) = checks_of(printed_sheet(), part="2", rate="66,6%")
    assert check.fit is Fit.FITS_ANOTHER_RULE
    assert check.rules == {Rounding.TRUNCATE}


def test_parts_above_their_total_leave_a_count_below_nothing() -> None:
    sheet = Sheet([Figure("a"), Figure("b")]) + [Sum("all", ("a", "b"))]
    (check,) = checks_of(sheet, b="10", all="2")
    assert (check.fit, check.exact) == (Fit.DOES_NOT_FIT, Interval.at_least(10))


def test_a_rule_does_not_test_what_it_was_used_to_find_but_another_does() -> None:
    """Two rates of one whole that nobody prints: 30 is 10 %, so 60 is no 25 %."""
    sheet = Sheet([Figure("a"), Figure("b"), Figure("whole")]) + [
        Share("rate_a", "a", "whole"),
        Share("rate_b", "b", "whole"),
    ]
    fits = fits_of(sheet, a="30", rate_a="10,0%", b="60", rate_b="20,0%")
    assert Fit.DOES_NOT_FIT not in fits.values()
    fits = fits_of(sheet, a="30", rate_a="10,0%", b="60", rate_b="25,0%")
    assert list(fits.values()).count(Fit.DOES_NOT_FIT) == 1


def test_two_growths_imply_one_previous_value() -> None:
    sheet = Sheet([Figure("now"), Figure("later"), Figure("before")]) + [
        Change("growth", "now", "before"),
        Change("growth_later", "later", "before"),
    ]
    texts = {"now": "120", "growth": "20,0%", "later": "150"}
    assert Fit.DOES_NOT_FIT not in fits_of(sheet, **texts, growth_later="50,0%").values()
    assert Fit.DOES_NOT_FIT in fits_of(sheet, **texts, growth_later="40,0%").values()


def test_parts_that_need_not_be_all_may_fall_short_never_exceed() -> None:
    sheet = Sheet([Figure("a", 60), Figure("b", 40)]) + [
        Figure("all"),
        Sum("all", ("a", "b"), exhaustive=False),
    ]
    assert fits_of(sheet, all="110") == {("all", "Sum"): Fit.FITS}
    assert fits_of(sheet, all="90") == {("all", "Sum"): Fit.DOES_NOT_FIT}


def test_rounded_percentages_add_up_as_intervals() -> None:
    """33,3 + 33,3 + 33,3 may make 100; 33,3 + 33,3 + 33,0 may not."""
    shares = [Figure(key, kind=PERCENT) for key in "abc"]
    sheet = Sheet([*shares, Figure("all", Percent(100))]) + [Sum("all", tuple("abc"))]
    assert fits_of(sheet, a="33,3%", b="33,3%", c="33,3%") == {("all", "Sum"): Fit.FITS}
    assert fits_of(sheet, a="33,3%", b="33,3%", c="33,0%") == {("all", "Sum"): Fit.DOES_NOT_FIT}


def test_products_growths_points_and_completions_are_held_to_their_rules() -> None:
    figures = [Figure("area", 115, AMOUNT), Figure("yield", Stated.number("62.58"))]
    sheet = Sheet(figures) + [
        Product("output", ("area", "yield"), Percent(10).value),
        Completes("completion", "area", "plan"),
        Change("excess", "area", "plan"),
        Figure("plan", 116, AMOUNT),
        Figure("rate", Percent("21.1")),
        Figure("rate_before", Percent("19.7")),
        PointGap("gap", "rate", "rate_before"),
    ]
    fits = fits_of(
        sheet, output="719,67", completion="đạt 99,14%", excess="giảm 0,9%", gap="1,4 điểm %"
    )
    assert fits == {
        ("output", "Product"): Fit.FITS,
        ("completion", "Completes"): Fit.FITS,
        ("excess", "Change"): Fit.FITS,
        ("gap", "PointGap"): Fit.FITS,
    }


def test_a_judgement_is_held_against_the_exact_figure() -> None:
    sheet = rate_sheet(9996, 10_000) + [Judged("judged", "rate", AtLeast, [Percent(100)])]
    assert fits_of(sheet, judged="chưa đạt")[("judged", "Judged")] is Fit.FITS
    assert fits_of(sheet, judged="đạt")[("judged", "Judged")] is Fit.DOES_NOT_FIT


def test_bounds_are_checked_between_counts_and_where_they_are_printed() -> None:
    sheet = Sheet([Figure("fields", 36), Figure("procedures", 35)]) + [
        Bound("fields", "procedures"),
        Bound("procedures", 40),
    ]
    fits = fits_of(sheet, procedures="35")
    assert fits == {
        ("procedures", "NoneType"): Fit.FITS,
        ("procedures", "Bound"): Fit.FITS,
    } | {("procedures", "Bound"): fits[("procedures", "Bound")]}
    assert Fit.DOES_NOT_FIT in {check.fit for check in checks_of(sheet)}


def test_a_count_that_a_rule_derives_too_is_checked_where_it_is_printed() -> None:
    sheet = Sheet([Figure("a", 1), Figure("b", 2), Figure("all", 4)]) + [Sum("all", ("a", "b"))]
    against_count, against_sum = checks_of(sheet, all="4")
    assert (against_count.fit, against_count.relation) == (Fit.FITS, None)
    assert (against_sum.fit, against_sum.statement) == (
        Fit.DOES_NOT_FIT,
        Statement("all", "4"),
    )


def test_a_presumed_rule_leaves_open_what_it_finds() -> None:
    sheet = Sheet([Figure("households", 350), Figure("people", 320)])
    rule = Presumed(Same(["households", "people"]))
    assert [check.fit for check in checks_of(sheet + [rule])] == [Fit.AMBIGUOUS]


def test_a_band_that_is_all_that_is_known_is_compared_as_an_interval() -> None:
    sheet = Sheet([Figure("households"), Figure("people", 320)]) + [
        Bound(350, "households"),
        Bound("households", 500),
        Presumed(Same(["households", "people"])),
    ]
    fits = [check.fit for check in checks_of(sheet) if isinstance(check.relation, Presumed)]
    assert fits == [Fit.AMBIGUOUS]


def test_bounds_that_leave_nothing_between_them_test_one_another() -> None:
    sheet = Sheet([Figure("households")]) + [Bound(500, "households"), Bound("households", 350)]
    assert Fit.DOES_NOT_FIT in {check.fit for check in checks_of(sheet)}


def test_points_written_as_per_cent_are_read_and_left_open() -> None:
    sheet = Sheet([Figure("now", Percent("21.1")), Figure("before", kind=PERCENT)]) + [
        PointGap("gap", "now", "before")
    ]
    (check,) = checks_of(sheet, gap="tăng 1,4%")
    assert check.fit is Fit.AMBIGUOUS
    (check,) = checks_of(sheet, gap="tăng 1,4 điểm phần trăm")
    assert check.fit is Fit.NOT_CHECKABLE


def test_a_figure_printed_twice_is_compared_with_itself() -> None:
    sheet = Sheet([Figure("rate", kind=PERCENT)])
    statements = [Statement("rate", "21,1%", "dòng 40"), Statement("rate", "21,7%", "dòng 9")]
    (check,) = run_checks(evidence_of(sheet, statements))
    assert (check.fit, check.keys) == (Fit.DOES_NOT_FIT, ("rate",))
    assert check.statement == statements[0]  # the later of the two in the report
    assert check.rules < EVERY_RULE


def test_places_that_disagree_stand_for_all_that_they_may_mean() -> None:
    """So that neither of two parts accuses a rate that one of them explains."""
    statements = [
        Statement("part", "30"),
        Statement("part", "40"),
        Statement("whole", "100"),
        Statement("rate", "40%"),
    ]
    checks = run_checks(evidence_of(printed_sheet(), statements))
    assert {type(each.relation).__name__: each.fit for each in checks} == {
        "Same": Fit.DOES_NOT_FIT,
        "Share": Fit.FITS,
    }


def test_a_figure_that_the_sheet_holds_as_printed_is_no_count() -> None:
    sheet = Sheet([Figure("growth", Stated.percent("20.7"))])
    assert checks_of(sheet, growth="20,7%") == ()
    (check,) = checks_of(sheet, growth="27,0%")
    assert check.fit is Fit.DOES_NOT_FIT


def test_nothing_arose_fits_nothing_else() -> None:
    assert fits_of(rate_sheet(0, 0), rate="không phát sinh") == {("rate", "Share"): Fit.FITS}
    assert fits_of(rate_sheet(0, 0), rate="0%") == {("rate", "Share"): Fit.DOES_NOT_FIT}
    assert fits_of(rate_sheet(1, 2), rate="-") == {("rate", "Share"): Fit.DOES_NOT_FIT}
    sheet = Sheet([Figure("part"), Figure("whole", 8)]) + [Share("rate", "part", "whole")]
    assert fits_of(sheet, rate="không phát sinh", part="4") == {("rate", "Share"): Fit.DOES_NOT_FIT}


def test_text_without_a_certain_reading_is_kept_with_the_reason() -> None:
    sheet = rate_sheet(1794, 1804)
    (check,) = checks_of(sheet, rate="99.446%")
    assert (check.fit, check.reason) == (Fit.NOT_CHECKABLE, Unchecked.UNREADABLE)
    (check,) = checks_of(sheet, rate="khoảng 99%")
    assert check.reason is Unchecked.APPROXIMATE


def test_an_unknown_key_is_an_error_with_near_names() -> None:
    with pytest.raises(UnknownKey, match="near it: rate"):
        evidence_of(rate_sheet(1, 2), [Statement("rates", "50%")])


def test_a_statement_is_not_a_pair() -> None:
    with pytest.raises(WrongKind, match="expected a Statement; as Statement"):
        evidence_of(rate_sheet(1, 2), [("rate", "50%")])  # type: ignore[list-item]


def test_judgements_weigh_least_and_counts_most() -> None:
    kinds = [FigureKind.VERDICT, FigureKind.PERCENT, FigureKind.COUNT]
    assert [weight_of(Figure("key", kind=kind)) for kind in kinds] == [0, 1, 2]


def test_a_figure_waits_for_all_rules_that_derive_it() -> None:
    """By channel 1.800 at once; by result, and by field, 1.806, a step later: the most decide."""
    values = {"c1": 1000, "c2": 800, "early": 1484, "on_time": 315, "pending": 7, "f1": 1806}
    sheet = Sheet([Figure(key, value) for key, value in values.items()]) + [
        Sum("all", ("c1", "c2")),
        Sum("all", ("pending", "resolved")),
        Sum("resolved", ("early", "on_time")),
        Sum("by_field", ("f1",)),
        Sum("all", ("by_field",)),
    ]
    failing = [check for check in checks_of(sheet) if check.fit is Fit.DOES_NOT_FIT]
    assert [check.keys for check in failing] == [("all", "c1", "c2")]


def test_what_two_figures_leave_open_is_not_checked() -> None:
    sheet = Sheet([Figure("a"), Figure("b"), Figure("all", 4)]) + [Sum("all", ("a", "b"))]
    assert checks_of(sheet) == ()


def test_a_verdict_that_is_none_is_not_known() -> None:
    sheet = Sheet([Figure("actual", 1), Figure("judged", Verdict.NOT_ASSESSED)]) + [
        Judged("judged", "actual", AtLeast, [2])
    ]
    assert checks_of(sheet) == ()
    assert fits_of(sheet, judged="đạt")[("judged", "Judged")] is Fit.DOES_NOT_FIT


def test_all_that_is_missing_is_named() -> None:
    sheet = Sheet([Figure("a"), Figure("b")]) + [Sum("all", ("a", "b"))]
    (check,) = checks_of(sheet, all="4")
    assert (check.fit, check.missing) == (Fit.NOT_CHECKABLE, ("a", "b"))


def test_a_share_above_all_leaves_no_part() -> None:
    sheet = Sheet([Figure("part", kind=AMOUNT), Figure("whole", 4)])
    (check,) = checks_of(sheet + [Share("rate", "part", "whole")], rate="150%")
    assert check.fit is Fit.DOES_NOT_FIT

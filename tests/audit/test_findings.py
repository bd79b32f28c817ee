"""Every finding: when it is found, and the sentence that tells it in both languages."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from wardstats import (
    AtLeast,
    Between,
    Bound,
    Change,
    Completes,
    Figure,
    FigureKind,
    Judged,
    LessThan,
    Percent,
    PointGap,
    Points,
    Presumed,
    Product,
    Relation,
    Rounding,
    Same,
    Share,
    Sheet,
    Stated,
    Sum,
)
from wardstats.audit import Cause, FindingCode, Severity, Statement, audit
from wardstats.audit.sentences import CAUSES, CHECKS, FINDINGS, PHRASES, SEVERITIES
from wardstats.figures.intervals import Interval
from wardstats.figures.values import Answer

from audit_sheets import AMOUNT, PERCENT, found, only_finding, rate_sheet, told  # isort: skip


def both(outcome_sheet: Sheet, *statements: Statement) -> tuple[str, str]:
    outcome = audit(outcome_sheet, statements)
    (vi,), (en,) = outcome.lines("vi"), outcome.lines("en")
    return vi, en


def amounts(*rules: Relation, **values: object) -> Sheet:
    figures = [Figure(key, value, AMOUNT) for key, value in values.items()]  # type: ignore[arg-type]
    return Sheet(figures) + list(rules)


def counts(*rules: Relation, **values: int | None) -> Sheet:
    figures = [Figure(key, value, FigureKind.COUNT) for key, value in values.items()]
    return Sheet(figures) + list(rules)


JUDGED = Judged("judgement", "actual", AtLeast, ["plan"])
CASES: list[tuple[FindingCode, Sheet, dict[str, str], str, str]] = [
    (
        FindingCode.RATE_DIFFERS,
        rate_sheet(1794, 1804),
        {"rate": "99,16%"},
        "Tỷ lệ 99,16% chưa khớp số liệu đi kèm: 1.794/1.804 = 99,45%; đề nghị kiểm tra lại.",
        "The rate 99,16% does not fit the figures beside it: 1,794/1,804 = 99.45%; please check.",
    ),
    (
        FindingCode.COMPLETION_DIFFERS,
        amounts(Completes("rate", "actual", "plan"), actual=4_639_287_000, plan=3_525_000_000),
        {"rate": "136% kế hoạch"},
        (
            "Tỷ lệ 136% chưa khớp số liệu đi kèm: 4.639.287.000/3.525.000.000 = 132%; "
            "đề nghị kiểm tra lại."
        ),
        (
            "The completion 136% does not fit the figures beside it: 4,639,287,000/3,525,000,000 = "
            "132%; please check."
        ),
    ),
    (
        FindingCode.GROWTH_DIFFERS,
        counts(Change("growth", "now", "before"), now=71, before=70),
        {"growth": "tăng 2,4%"},
        (
            "Mức thay đổi “tăng 2,4%” chưa khớp số liệu hai kỳ: 71 so với 70 là tăng 1,4%; "
            "đề nghị kiểm tra lại."
        ),
        (
            "The change “tăng 2,4%” does not fit the figures of the two periods: 71 against 70 is "
            "up 1.4%; please check."
        ),
    ),
    (
        FindingCode.POINTS_DIFFER,
        Sheet([Figure("now", Percent("21.1")), Figure("before", Percent("19.7"))])
        + [PointGap("gap", "now", "before")],
        {"gap": "tăng 2,5 điểm phần trăm"},
        (
            "Mức chênh lệch “tăng 2,5 điểm phần trăm” chưa khớp hai tỷ lệ đi kèm: 21,1% so với 19,7% "
            "là tăng 1,4 điểm phần trăm; đề nghị kiểm tra lại. Chỉ cần sửa một trong các số: before "
            "(19,7%); gap (tăng 2,5 điểm phần trăm); now (21,1%)."
        ),
        (
            "The difference “tăng 2,5 điểm phần trăm” does not fit the two rates beside it: 21.1% "
            "against 19.7% is up 1.4 percentage points; please check. Any one of these, changed, would "
            "mend it: before (19.7%); gap (tăng 2,5 điểm phần trăm); now (21.1%)."
        ),
    ),
    (
        FindingCode.PRODUCT_DIFFERS,
        amounts(
            Product("output", ("area", "yield"), coefficient=Percent(10).value),
            area=115,
            **{"yield": Stated.number("62.58")},
        ),
        {"output": "718,67 tấn"},
        (
            "Số 718,67 tấn chưa khớp tích của các số liệu đi kèm: 115 × 62,58 = "
            "từ 719,61 đến 719,73; đề nghị kiểm tra lại. Chỉ cần sửa một trong các số: area (115); "
            "output (718,67 tấn); yield (62,58)."
        ),
        (
            "The figure 718,67 tấn does not fit the product of those beside it: 115 × 62.58 = "
            "from 719.61 to 719.73; please check. Any one of these, changed, would mend it: "
            "area (115); output (718,67 tấn); yield (62.58)."
        ),
    ),
    (
        FindingCode.PARTS_EXCEED,
        counts(Sum("all", ("a", "b")), a=60, b=1748),
        {"all": "1.806 hồ sơ"},
        (
            "Các thành phần cộng được 1.808 hồ sơ, nhiều hơn tổng số 1.806 là 02 hồ sơ; đề nghị "
            "rà soát. Chỉ cần sửa một trong các số: a (60); all (1.806 hồ sơ); b (1.748)."
        ),
        (
            "The parts add up to 1,808, more than the total 1,806 by 2; please review. Any one of "
            "these, changed, would mend it: a (60); all (1.806 hồ sơ); b (1,748)."
        ),
    ),
    (
        FindingCode.PARTS_FALL_SHORT,
        counts(Sum("all", ("a", "b")), a=60, b=1748, all=1809),
        {},
        (
            "Các thành phần cộng được 1.808, ít hơn tổng số 1.809 là 1; đề nghị rà soát. Chỉ cần sửa "
            "một trong các số: a (60); all (1.809); b (1.748)."
        ),
        (
            "The parts add up to 1,808, less than the total 1,809 by 1; please review. Any one of "
            "these, changed, would mend it: a (60); all (1,809); b (1,748)."
        ),
    ),
    (
        FindingCode.BOUND_BROKEN,
        counts(Bound("fields", "procedures"), fields=36, procedures=35),
        {},
        (
            "Fields (36) không thể lớn hơn procedures (35); đề nghị kiểm tra lại. Chỉ cần sửa một "
            "trong các số: fields (36); procedures (35)."
        ),
        (
            "fields (36) cannot exceed procedures (35); please check. Any one of these, changed, "
            "would mend it: fields (36); procedures (35)."
        ),
    ),
    (
        FindingCode.COUNT_DIFFERS,
        counts(staff=18),
        {"staff": "81 người"},
        (
            "Staff: báo cáo ghi 81 người, số liệu thống kê là 18 người; đề nghị kiểm tra lại. "
            "Có thể do đảo hai chữ số."
        ),
        (
            "staff: the report prints 81 người, the count is 18; please check. Perhaps: two digits "
            "swapped."
        ),
    ),
    (
        FindingCode.CALLED_MET,
        amounts(JUDGED, actual=158, plan=160),
        {"judgement": "đạt kế hoạch"},
        "Báo cáo ghi “đạt kế hoạch” nhưng kết quả 158 chưa bằng chỉ tiêu 160 (còn thiếu 2).",
        (
            "The report says “đạt kế hoạch”, yet the result 158 does not reach the target 160 "
            "(2 short)."
        ),
    ),
    (
        FindingCode.CALLED_NOT_MET,
        amounts(JUDGED, actual=158, plan=100),
        {"judgement": "chưa đạt"},
        "Báo cáo ghi “chưa đạt” nhưng kết quả 158 đã đạt chỉ tiêu 100; đề nghị kiểm tra lại.",
        "The report says “chưa đạt”, yet the result 158 reaches the target 100; please check.",
    ),
    (
        FindingCode.CALLED_EXCEEDED,
        amounts(JUDGED, actual=100, plan=100),
        {"judgement": "vượt kế hoạch"},
        (
            "Báo cáo ghi “vượt kế hoạch” nhưng kết quả 100 mới đạt, chưa vượt chỉ tiêu 100; đề nghị "
            "kiểm tra lại."
        ),
        (
            "The report says “vượt kế hoạch”, yet the result 100 meets the target 100 without "
            "exceeding it; please check."
        ),
    ),
    (
        FindingCode.MET_BY_ROUNDING,
        rate_sheet(9996, 10_000) + [Judged("judgement", "rate", AtLeast, [Percent(100)])],
        {"judgement": "đạt", "rate": "100,0%"},
        "Giá trị chính xác 99,96% chưa đạt chỉ tiêu 100%; chỉ “đạt” do làm tròn khi in.",
        "The exact value 99.96% does not reach the target 100%; it looks met only as printed.",
    ),
    (
        FindingCode.NOT_ALL,
        rate_sheet(1799, 1806),
        {"rate": "100%"},
        (
            "Báo cáo ghi 100% nhưng số liệu đi kèm là 1.799/1.806 = 99,61%, còn thiếu 7; đề nghị "
            "ghi rõ."
        ),
        (
            "The report prints 100%, yet the figures beside it are 1,799/1,806 = 99.61%, 7 short; "
            "please say so."
        ),
    ),
    (
        FindingCode.NOTHING_AROSE,
        rate_sheet(0, 0),
        {"rate": "100%"},
        "Báo cáo ghi 100% nhưng mẫu số bằng 0; nên ghi “không phát sinh”.",
        "The report prints 100% of a base of 0; “không phát sinh” (nothing arose) is what fits.",
    ),
    (
        FindingCode.IMPOSSIBLE,
        Sheet(
            [
                Figure("all", kind=FigureKind.COUNT),
                Figure("groups", 3),
                Figure("size", Fraction(5, 2)),
            ]
        )
        + [Product("all", ("groups", "size"))],
        {"all": "8 người"},
        "All ghi 8 người, nhưng với các số liệu đi kèm thì không có giá trị nào phù hợp; đề nghị kiểm tra lại. Chỉ cần sửa một trong các số: size (2,5).",
        "all is printed as 8 người, but the figures beside it leave no value for it; please check. Any one of these, changed, would mend it: size (2.5).",
    ),
    (
        FindingCode.IN_QUESTION,
        counts(Presumed(Same(["households", "people"])), households=350, people=320),
        {},
        (
            "Households (350) và people (320) chưa phù hợp với nhau nếu cùng nói về một đối tượng; đề nghị "
            "nêu rõ phạm vi."
        ),
        (
            "households (350) and people (320) do not agree if they are about the same things; "
            "please say what each covers."
        ),
    ),
    (
        FindingCode.PERCENT_FOR_POINTS,
        Sheet([Figure("now", Percent("21.1")), Figure("before", Percent("19.7"))])
        + [PointGap("gap", "now", "before")],
        {"gap": "tăng 1,4%"},
        (
            "“tăng 1,4%” là chênh lệch giữa hai tỷ lệ, nên ghi “tăng 1,4 điểm phần trăm”; nếu là tốc "
            "độ tăng, giảm, đề nghị ghi rõ."
        ),
        (
            "“tăng 1,4%” lies between two rates, so “tăng 1,4 điểm phần trăm” is what to print; if a "
            "growth is meant, please say so."
        ),
    ),
]


@pytest.mark.parametrize(
    ("code", "sheet", "texts", "vi", "en"), CASES, ids=[case[0].value for case in CASES]
)
def test_every_finding_has_its_sentence(
    code: FindingCode, sheet: Sheet, texts: Mapping[str, str], vi: str, en: str
) -> None:
    statements = told(**texts)
    assert only_finding(audit(sheet, statements)).code is code
    assert both(sheet, *statements) == (vi, en)


def test_a_figure_printed_differently_names_both_places() -> None:
    sheet = Sheet([Figure("rate", kind=PERCENT)])
    statements = [Statement("rate", "21,1%", "dòng 40"), Statement("rate", "21,7%", "phụ lục 2")]
    assert both(sheet, *statements) == (
        (
            "dòng 40; phụ lục 2: Cùng một số liệu nhưng ghi 21,1% (dòng 40) và 21,7% (phụ lục 2); đề "
            "nghị thống nhất hoặc nêu rõ phạm vi."
        ),
        (
            "dòng 40; phụ lục 2: One figure is printed as 21,1% (dòng 40) and 21,7% (phụ lục 2); "
            "please use one, or say what each covers."
        ),
    )


def test_places_that_may_be_one_figure_agree() -> None:
    sheet = Sheet([Figure("rate", kind=PERCENT)])
    statements = [Statement("rate", "21,1%"), Statement("rate", "21,13%")]
    assert not audit(sheet, statements).findings


def test_two_names_of_one_figure_are_compared() -> None:
    sheet = counts(Same(["closing", "opening"]), closing=7, opening=4)
    finding = only_finding(audit(sheet, []))
    assert finding.code is FindingCode.PRINTED_DIFFERENTLY
    sheet = counts(Same(["first", "second", "third"]), first=1, second=2, third=2)
    assert only_finding(audit(sheet, [])).code is FindingCode.PRINTED_DIFFERENTLY


def test_one_figure_that_upsets_several_is_told_once() -> None:
    """238 of 316 gives neither 88,9 % nor the 35 that are left: 281 gives both."""
    sheet = Sheet([Figure("done"), Figure("all"), Figure("left")]) + [
        Share("rate", "done", "all"),
        Sum("all", ("done", "left")),
    ]
    statements = told(done="238", all="316", left="35", rate="88,9%")
    outcome = audit(sheet, statements)
    finding = only_finding(outcome)
    assert finding.code is FindingCode.ONE_FIGURE
    assert (finding.key, finding.stated, finding.suggestion) == ("done", "238", "281")
    assert len(finding.explains) == 2
    assert outcome.lines() == [
        (
            "Số 238 (done) chưa khớp nhiều số liệu liên quan; nếu là 281 thì các số liệu đó đều khớp; "
            "đề nghị kiểm tra lại."
        )
    ]
    assert outcome.lines("en") == [
        (
            "The figure 238 (done) does not fit several figures that go with it; as 281 it would fit "
            "them all; please check."
        )
    ]


def test_of_figures_it_upsets_its_own_is_told_first() -> None:
    sheet = Sheet([Figure("a"), Figure("b"), Figure("all")]) + [
        Sum("all", ("a", "b")),
        Share("rate", "a", "all"),
    ]
    finding = found(sheet, a="40", b="60", all="110", rate="40,0%")
    assert (finding.code, finding.key, finding.suggestion) == (
        FindingCode.PARTS_FALL_SHORT,
        "all",
        "100",
    )
    assert len(finding.explains) == 1


def cut(*parts: int) -> Sheet:
    """Rates of parts in a hundred and thirty-seven."""
    figures = [Figure("all", 137)]
    rules: list[Relation] = []
    for at, part in enumerate(parts):
        figures.append(Figure(f"part{at}", part))
        rules.append(Share(f"rate{at}", f"part{at}", "all"))
    return Sheet(figures) + rules


def test_a_report_that_cuts_throughout_is_told_so_once() -> None:
    """59/137 = 43,065 %, 77/137 = 56,204 %, 12/137 = 8,759 %: cut at one decimal, 8,7."""
    statements = told(rate0="43,0%", rate1="56,2%", rate2="8,7%")
    assert both(cut(59, 77, 12), *statements) == (
        (
            "Các số liệu của báo cáo đều cắt bớt (43,0%; 8,7%); nếu đó là cách chung thì đề nghị nêu "
            "rõ."
        ),
        (
            "The figures of this report are all cut off (43,0%; 8,7%); if that is the rule, please "
            "say so."
        ),
    )


def test_a_report_that_mixes_rules_has_a_note_for_each_and_one_more() -> None:
    statements = told(rate0="43,1%", rate1="56,2%", rate2="8,7%")
    outcome = audit(cut(59, 77, 12), statements)
    assert [each.code for each in outcome.findings] == [
        FindingCode.ROUNDED_OTHERWISE,
        FindingCode.MIXED_ROUNDING,
    ]
    assert {each.severity for each in outcome.findings} == {Severity.NOTE}
    assert outcome.lines() == [
        "8,7% là số cắt bớt chữ số thập phân; làm tròn được 8,8% (12/137).",
        "Báo cáo dùng lẫn làm tròn (43,1%) và cắt bớt (8,7%); đề nghị thống nhất một cách.",
    ]
    assert outcome.lines("en") == [
        "8,7% is cut off; rounded half up it is 8.8% (12/137).",
        (
            "The report mixes figures rounded half up (43,1%) and cut off (8,7%); please keep to one "
            "way."
        ),
    ]


def test_another_rule_may_be_the_expected_one() -> None:
    statements = told(rate0="43,0%", rate1="56,2%", rate2="8,7%")
    outcome = audit(cut(59, 77, 12), statements, rounding=Rounding.TRUNCATE)
    assert not outcome.findings
    outcome = audit(cut(12), told(rate0="8,8%"), rounding=Rounding.TRUNCATE)
    assert outcome.lines()[0].startswith("Các số liệu của báo cáo đều làm tròn (8,8%)")


def test_a_bound_or_a_growth_rounded_otherwise_needs_no_quotient() -> None:
    sheet = amounts(Sum("sum", ("a", "b")), a=Percent("1").value, b=Percent("1.6").value)
    statements = [Statement("sum", "0,02"), Statement("sum", "0,02")]
    outcome = audit(sheet, statements)
    assert [each.code for each in outcome.findings] == [FindingCode.REPORT_ROUNDS_OTHERWISE]


def test_targets_in_bands_and_below_a_line_have_no_shortfall() -> None:
    sheet = rate_sheet(15, 71) + [Judged("judgement", "rate", LessThan, [Percent(15)])]
    told_vi, _ = both(sheet, Statement("judgement", "đạt chỉ tiêu"))
    assert told_vi.startswith(
        "Báo cáo ghi “đạt chỉ tiêu” nhưng kết quả 21,13% chưa đạt chỉ tiêu dưới 15%."
    )


def test_a_shortfall_of_a_rate_is_told_in_points() -> None:
    sheet = rate_sheet(90, 100) + [
        Figure("goal", Percent(95)),
        Judged("judgement", "rate", AtLeast, ["goal"]),
    ]
    told_vi, _ = both(sheet, Statement("judgement", "đạt"))
    assert "kết quả 90% chưa bằng chỉ tiêu 95% (còn thiếu 5 điểm phần trăm)" in told_vi


class Doubled(Relation):
    """A rule of a user's own: twice is two times once."""

    __slots__ = ()
    sentences = {"vi": "Số {stated} phải gấp đôi: {right}."}  # noqa: RUF012

    @property
    def keys(self) -> tuple[str, ...]:
        return "twice", "once"

    def answer(self, key: str, known: Mapping[str, Interval]) -> Answer:
        two = Interval.exactly(2)
        return known["once"] * two if key == "twice" else known["twice"] / two


def test_a_relation_may_carry_its_own_sentences() -> None:
    sheet = counts(once=21) + [Doubled()]
    outcome = audit(sheet, [Statement("twice", "43")])
    assert only_finding(outcome).code is FindingCode.RULE_BROKEN
    assert outcome.lines()[0].startswith("Số 43 phải gấp đôi: 42.")
    assert outcome.lines("en")[0].startswith(
        "twice: the report prints 43, the figures that go with it make 42; please check."
    )


def test_both_languages_have_a_sentence_for_everything() -> None:
    for by_language in (FINDINGS, CAUSES, CHECKS, PHRASES, SEVERITIES):
        assert set(by_language) == {"vi", "en"}
        assert set(by_language["vi"]) == set(by_language["en"])
    assert set(FINDINGS["vi"]) == set(FindingCode)
    assert set(CAUSES["vi"]) == set(Cause)


def test_no_sentence_calls_anything_wrong() -> None:
    sentences = [*FINDINGS["vi"].values(), *CHECKS["vi"].values()]
    assert not any("sai" in sentence.split() or "lỗi" in sentence.split() for sentence in sentences)


def test_a_part_above_its_whole_is_told_whether_or_not_a_rate_is_printed() -> None:
    """19 of 18 is no share, and 105,6 % none of it."""
    for texts in ({}, {"rate": "105,6%"}):
        outcome = audit(rate_sheet(19, 18), told(**texts))
        assert only_finding(outcome).code is FindingCode.BOUND_BROKEN
        assert outcome.lines()[0].startswith(
            "Part (19) không thể lớn hơn whole (18); đề nghị kiểm tra lại."
        )


def test_nothing_arose_where_something_did_does_not_fit() -> None:
    finding = found(rate_sheet(1, 2), rate="không phát sinh")
    assert finding.code is FindingCode.RATE_DIFFERS


def test_where_nothing_arose_that_is_what_fits() -> None:
    finding = found(rate_sheet(0, 0), rate="0%")
    assert (finding.code, finding.suggestion) == (FindingCode.NOTHING_AROSE, "không phát sinh")


def test_what_is_not_all_is_suggested_to_the_first_decimal_that_shows_it() -> None:
    assert found(rate_sheet(1799, 1806), rate="100%").suggestion == "99,6%"
    assert found(rate_sheet(19_999, 20_000), rate="100%").suggestion == "99,995%"


def test_texts_that_fit_an_interval_are_listed_if_they_are_few() -> None:
    sheet = Sheet([Figure("part", Stated.number("1.5", scale=3)), Figure("whole", 2000)])
    finding = found(sheet + [Completes("rate", "part", "whole")], rate="60%")
    assert finding.texts == ("73%", "74%", "75%", "76%", "77%")
    assert finding.suggestion is None
    finding = found(sheet + [Completes("rate", "part", "whole")], rate="60,00%")
    assert finding.texts == ()


def test_three_names_of_one_figure_that_disagree_are_told_as_such() -> None:
    sheet = counts(Same(["first", "second", "third"]), first=2, second=1, third=2)
    assert only_finding(audit(sheet, [])).code is FindingCode.PRINTED_DIFFERENTLY


def test_parts_that_need_not_be_all_are_told_by_their_sum() -> None:
    sheet = counts(Sum("all", ("a", "b"), exhaustive=False), a=60, b=1748, all=None)
    told_vi, told_en = both(sheet, Statement("all", "1.806 hồ sơ"))
    assert told_vi.startswith(
        "Các thành phần cộng được 1.808, nhiều hơn tổng số 1.806 là 02 hồ sơ;"
    )
    assert told_en.startswith("The parts add up to 1,808, more than the total 1,806 by 2;")


def test_figures_known_by_their_print_only_have_no_gap() -> None:
    sheet = amounts(Sum("all", ("a", "b")), a=Stated.number("4.2", scale=9), b=10)
    sheet += [Figure("rate", Stated.percent("5.0"))]
    told_vi, _ = both(sheet, Statement("all", "5,9 tỷ đồng"))
    assert "cộng được 4,2 tỷ đồng hoặc 4,3 tỷ đồng, ít hơn tổng số" in told_vi
    assert "a (4,2 tỷ đồng)" in told_vi


def test_a_rate_of_the_sheet_is_told_as_printed() -> None:
    figures = [Figure("now", Stated.percent("21.1")), Figure("before", Stated.percent("19.7"))]
    told_vi, _ = both(
        Sheet(figures) + [PointGap("gap", "now", "before")], Statement("gap", "5,0 điểm %")
    )
    assert "21,1% so với 19,7% là từ 1,3 điểm phần trăm đến 1,5 điểm phần trăm" in told_vi


def test_bounds_may_be_quantities() -> None:
    sheet = Sheet([Figure("rate", Percent(17)), Figure("gap", Points(3)), Figure("n", 40)]) + [
        Bound("rate", Percent(15)),
        Bound("gap", Points(2)),
        Bound("n", 35),
    ]
    lines = list(audit(sheet, []).lines())
    assert [line.partition(";")[0] for line in lines] == [
        "Gap (3 điểm phần trăm) không thể lớn hơn 2 điểm phần trăm (2 điểm phần trăm)",
        "N (40) không thể lớn hơn 35 (35)",
        "Rate (17%) không thể lớn hơn 15% (15%)",
    ]


def test_a_band_is_told_by_both_its_ends() -> None:
    sheet = Sheet([Figure("growth", Percent("18.5"))]) + [
        Judged("judgement", "growth", Between, [Percent(19), Percent(21)])
    ]
    told_vi, told_en = both(sheet, Statement("judgement", "đạt"))
    assert "kết quả 18,5% chưa đạt chỉ tiêu từ 19% đến 21%." in told_vi
    assert "yet the result 18.5% does not meet the target from 19% to 21%." in told_en


def test_figures_that_two_others_would_mend_are_told_one_by_one() -> None:
    """Either part, two more, would mend both sums: there is no one figure to tell."""
    sheet = counts(Sum("x", ("a", "b")), Sum("y", ("b", "a", "c")), a=1, b=1, c=1)
    outcome = audit(sheet, told(x="4", y="5"), trusted=["x", "y", "c"])
    assert [finding.key for finding in outcome.findings] == ["x", "y"]
    assert {repair.keys for f in outcome.findings for repair in f.blame.repairs} == {("a",), ("b",)}


def test_where_nothing_may_change_it_says_that_it_cannot_tell() -> None:
    outcome = audit(rate_sheet(1, 2), told(rate="40%"), trusted=["rate", "part", "whole"])
    (line,) = outcome.lines()
    assert line.endswith("đề nghị kiểm tra lại. Chưa xác định được cụ thể số cần sửa.")


def test_words_around_a_figure_are_left_out_where_they_can_be_told_from_it() -> None:
    told_vi, _ = both(rate_sheet(1794, 1804), Statement("rate", "đạt tỷ lệ 99,16%"))
    assert told_vi.startswith("Tỷ lệ 99,16% chưa khớp")
    told_vi, _ = both(rate_sheet(1794, 1804), Statement("rate", "đạt tỷ  lệ  99,16%"))
    assert told_vi.startswith("Tỷ lệ đạt tỷ  lệ  99,16% chưa khớp")


def test_a_base_that_no_number_can_be_is_told() -> None:
    sheet = Sheet([Figure("part"), Figure("whole")]) + [Share("rate", "part", "whole")]
    finding = found(sheet, part="1.794", rate="99,16%")
    assert (finding.code, finding.suggestion) == (FindingCode.IMPOSSIBLE, None)


def test_figures_behind_an_unstated_one_are_concerned_too() -> None:
    """What 87 leaves beside 55 is 32, of which 36 % is cut: so the 55 is concerned."""
    sheet = Sheet([Figure("a"), Figure("b")]) + [
        Sum("all", ("a", "b")),
        Share("rate", "a", "all"),
    ]
    finding = found(sheet, b="55", all="87", rate="36%")
    assert finding.keys == ("rate", "a", "all", "b")


def wide(number: int) -> Sheet:
    """A total that is printed, and that many rates are of."""
    parts = [f"p{at:03}" for at in range(number)]
    rules: list[Relation] = [Share(f"rate of {part}", part, "all") for part in parts]
    figures = [Figure(part, 1) for part in parts]
    return Sheet([*figures, Figure("all")]) + [Sum("all", parts), *rules]


def test_a_suggestion_is_made_only_where_all_that_it_reaches_can_be_checked() -> None:
    for number, suggestion in ((50, "50"), (150, None)):
        trusted = [f"p{at:03}" for at in range(number)]
        outcome = audit(wide(number), told(all=str(number + 1)), trusted=trusted)
        assert only_finding(outcome).suggestion == suggestion


def test_a_suggestion_that_leaves_another_figure_cut_is_not_made() -> None:
    """12 of 137 are 8,76 %: as the total of 12 and 125, 137 would leave 8,7 % cut."""
    sheet = Sheet([Figure("a"), Figure("b")]) + [
        Sum("all", ("a", "b")),
        Share("rate", "a", "all"),
    ]
    statements = told(a="12", b="125", all="150", rate="8,7%")
    outcome = audit(sheet, statements, trusted=["a", "b"])
    assert [(each.key, each.suggestion) for each in outcome.findings] == [
        ("all", None),
        ("rate", "8,0%"),
    ]


def test_rates_that_fit_by_chance_do_not_hide_a_wrong_total() -> None:
    """269 and 5 are 274, of which 98,2 % and 1,8 %; 276 is printed, and 5 of it are 1,8 %, too."""
    sheet = Sheet([Figure("a"), Figure("b")]) + [
        Sum("all", ("a", "b")),
        Share("rate_a", "a", "all"),
        Share("rate_b", "b", "all"),
    ]
    texts = {"a": "269", "b": "5", "all": "276", "rate_a": "98,2%", "rate_b": "1,8%"}
    outcome = audit(sheet, told(**texts))
    suspects = {key for each in outcome.findings for key in each.blame.suspects}
    assert "all" in suspects
    assert {each.suggestion for each in outcome.findings} <= {None, "274"}


def test_100_per_cent_is_called_all_only_of_a_share_told_as_it_is() -> None:
    assert not audit(rate_sheet(1794, 1804), told(rate="gần 100%")).findings
    grown = counts(Change("growth", "now", "before"), now=1996, before=1000)
    assert not audit(grown, told(growth="tăng 100%")).findings


def test_of_what_is_not_all_no_slip_is_suspected() -> None:
    assert found(rate_sheet(2472, 2481), rate="100%").candidates == ()


def test_an_exact_value_is_shown_to_the_decimal_that_tells_it() -> None:
    sheet = rate_sheet(99_996, 100_000) + [Judged("judged", "rate", AtLeast, [Percent(100)])]
    outcome = audit(sheet, told(judged="đạt", rate="100,00%"))
    assert outcome.lines() == [
        "Giá trị chính xác 99,996% chưa đạt chỉ tiêu 100%; chỉ “đạt” do làm tròn khi in."
    ]
    outcome = audit(rate_sheet(99_996, 100_000), told(rate="100%"))
    assert "99.996/100.000 = 99,996%, còn thiếu 4" in outcome.lines()[0]


def test_two_figures_rounded_up_are_no_rule_of_the_report() -> None:
    """12/137 is 8,759 % and 59/137 is 43,066 %: no office rounds up."""
    outcome = audit(cut(59), told(rate0="43,1%"))
    assert not outcome.findings
    outcome = audit(cut(12, 12), told(rate0="8,8%", rate1="8,760%"))
    assert FindingCode.REPORT_ROUNDS_OTHERWISE not in {each.code for each in outcome.findings}


def test_a_mistyped_count_keeps_a_right_percentage_from_a_suggestion() -> None:
    """49 of 4.221 are 1,16 %; 94 is 49 with its digits swapped."""
    finding = found(printed_poor(), poor="94", all="4.221", rate="1,16%")
    assert finding.key == "rate"
    assert finding.suggestion is None


def printed_poor() -> Sheet:
    return Sheet([Figure("poor"), Figure("all")]) + [Share("rate", "poor", "all")]


def test_what_a_suggestion_rests_on_is_found_again_before_it_is_made() -> None:
    """The rates follow from printed counts, the gap from the rates."""
    sheet = Sheet([Figure("a"), Figure("b"), Figure("c"), Figure("d")]) + [
        Share("now", "a", "b"),
        Share("then", "c", "d"),
        PointGap("gap", "now", "then"),
    ]
    texts = {"a": "1", "b": "3", "c": "1", "d": "6", "now": "33,3%", "then": "16,7%"}
    finding = found(sheet, **texts, gap="15,7 điểm %")
    assert finding.texts == ("16,7 điểm phần trăm",)
    finding = found(sheet, **{**texts, "now": "33,8%"}, gap="16,7 điểm %")
    assert finding.suggestion == "33,3%"


def test_one_figure_more_says_nothing_new_of_a_thousand() -> None:
    sheet = cut(*[12] * 1_001)
    texts = {f"rate{at}": "8,8%" for at in range(1_001)} | {"rate0": "8,3%"}
    assert found(sheet, **texts).suggestion == "8,8%"

"""The audit as a whole: order, ledger, waivers, and how it shows itself."""

import json

import pytest

from wardstats import AtLeast, Figure, FigureKind, Judged, Share, Sheet, Stated, Sum, Verdict
from wardstats.audit import Audit, Fit, Statement, audit
from wardstats.errors import UnknownKey

from audit_sheets import PERCENT, only_finding, rate_sheet, told  # isort: skip


def two_rates() -> Sheet:
    return rate_sheet(1794, 1804) + [
        Figure("voted", 535),
        Figure("voters", 573),
        Share("turnout", "voted", "voters"),
        Figure("loose", kind=PERCENT),
    ]


STATEMENTS = [
    Statement("rate", "99,16%", "dòng 194"),
    Statement("turnout", "93,47%", "dòng 18"),
    Statement("loose", "12%", "dòng 1"),
]


@pytest.fixture
def outcome() -> Audit:
    return audit(two_rates(), STATEMENTS)


def test_findings_come_in_the_order_of_the_report(outcome: Audit) -> None:
    assert [finding.places for finding in outcome.findings] == [("dòng 18",), ("dòng 194",)]


def test_figures_in_no_check_are_listed_apart(outcome: Audit) -> None:
    assert outcome.untested == (STATEMENTS[2],)
    assert outcome.fits == {Fit.DOES_NOT_FIT: 2}


def test_what_is_accepted_is_waived_with_its_reason() -> None:
    outcome = audit(two_rates(), STATEMENTS, accept={"rate": "số liệu đã thống nhất"})
    assert only_finding(outcome).key == "turnout"
    assert [finding.key for finding in outcome.waived] == ["rate"]
    accepted = {check.key: check.accepted for check in outcome.ledger}
    assert accepted == {"rate": "số liệu đã thống nhất", "turnout": None}
    assert "Rate: 99,16% chưa khớp số liệu đi kèm. (số liệu đã thống nhất)" in list(
        outcome.explanations()
    )


@pytest.mark.parametrize("option", [{"accept": {"rates": "x"}}, {"trusted": ["rates"]}])
def test_keys_of_options_are_those_of_the_sheet(option: dict[str, object]) -> None:
    with pytest.raises(UnknownKey, match="near it: rate"):
        audit(two_rates(), [], **option)  # type: ignore[arg-type]


def test_trusted_figures_are_never_suggested_to_change() -> None:
    sheet = Sheet([Figure("a", 60), Figure("b", 40)]) + [Sum("all", ("a", "b"))]
    finding = only_finding(audit(sheet, told(all="101"), trusted=["a", "b"]))
    assert [repair.keys for repair in finding.blame.repairs] == [("all",)]
    assert finding.suggestion == "100"


def test_records_are_plain_and_say_what_was_checked(outcome: Audit) -> None:
    records = outcome.records()
    assert json.loads(json.dumps(records)) == records
    assert next(each for each in records if each["key"] == "rate") == {
        "key": "rate",
        "keys": ["rate", "part", "whole"],
        "rule": "Share",
        "text": "99,16%",
        "place": "dòng 194",
        "fit": "does-not-fit",
        "exact": "897/902",
        "rules": [],
        "reason": None,
        "candidates": [],
        "missing": [],
        "finding": "rate-differs",
        "suggestion": "99,45%",
        "accepted": None,
    }


def test_records_of_intervals_and_of_what_has_no_value() -> None:
    sheet = rate_sheet(0, 0) + [
        Figure("amount", Stated.number("4.2", scale=9)),
        Figure("more", 1, FigureKind.AMOUNT),
        Sum("sum", ("amount", "more")),
    ]
    records = audit(sheet, told(rate="1%", sum="5 tỷ đồng", part="nhiều, 1.2")).records()
    by_text = {record["text"]: record for record in records}
    assert by_text["1%"]["exact"] == "nothing-arose"
    assert by_text["5 tỷ đồng"]["exact"] == "4150000001..4250000001"
    assert by_text["nhiều, 1.2"]["reason"] == "unreadable"
    assert by_text["nhiều, 1.2"]["exact"] == "not-counted"


def test_records_of_what_need_not_be_all_are_open_above() -> None:
    sheet = Sheet([Figure("a", 1)]) + [Figure("all"), Sum("all", ("a",), exhaustive=False)]
    (record,) = audit(sheet, told(all="2")).records()
    assert record["exact"] == "1.."


def test_it_prints_as_a_table(outcome: Audit) -> None:
    assert str(outcome).splitlines() == [
        (
            "dòng 18   Chưa khớp  Tỷ lệ 93,47% chưa khớp số liệu đi kèm: 535/573 = 93,37%; đề nghị "
            "kiểm tra lại."
        ),
        (
            "dòng 194  Chưa khớp  Tỷ lệ 99,16% chưa khớp số liệu đi kèm: 1.794/1.804 = 99,45%; đề "
            "nghị kiểm tra lại."
        ),
        (
            "2 phép kiểm tra: 0 khớp, 0 khớp theo cách làm tròn khác, 2 chưa khớp, 0 chưa rõ, 0 "
            "chưa kiểm tra được; 1 số liệu ngoài các phép kiểm tra."
        ),
    ]
    assert repr(outcome) == "<Audit: 2 findings, 2 checks>"


def test_an_audit_without_findings_says_what_it_checked() -> None:
    outcome = audit(rate_sheet(1, 2), told(rate="50%"))
    assert str(outcome).startswith("1 phép kiểm tra: 1 khớp")


def test_notebooks_show_it_escaped() -> None:
    outcome = audit(rate_sheet(1, 2), [Statement("rate", "51%", "<b>")])
    html = outcome._repr_html_()
    assert "<td>&lt;b&gt;</td>" in html
    assert html.startswith("<table><caption>1 phép kiểm tra")


def test_another_language_is_refused(outcome: Audit) -> None:
    with pytest.raises(UnknownKey, match="'fr': expected a language: 'vi' or 'en'"):
        outcome.lines("fr")  # type: ignore[arg-type]


def test_a_finding_prints_as_it_is_made(outcome: Audit) -> None:
    assert repr(outcome.findings[0]).startswith("Finding(FindingCode.RATE_DIFFERS, 'turnout', ")


def test_codes_in_keys_have_the_names_given() -> None:
    sheet = Sheet([Figure("kp2.attended", 21), Figure("kp2.representatives", 20)])
    sheet += [Share("kp2.turnout", "kp2.attended", "kp2.representatives")]
    (line,) = audit(sheet, [], names={"kp2": "Khu phố 2"}).lines()
    assert line.startswith("Số đại diện hộ gia đình dự họp, Khu phố 2 (21) không thể lớn hơn")


def test_every_outcome_of_a_check_has_its_sentence() -> None:
    sheet = two_rates() + [Figure("gap.members"), Share("gap.rate", "gap.members", "whole")]
    statements = [
        Statement("rate", "99.446%"),
        Statement("turnout", "khoảng 93%"),
        Statement("turnout", "93,36%"),
        Statement("turnout", "93,37%"),
        Statement("gap.rate", "5%"),
    ]
    told_vi = audit(sheet, statements).explanations()
    assert sorted(told_vi) == [
        "Chưa kiểm tra được 5%: báo cáo không nêu gap.members.",
        "Chưa kiểm tra được “99.446%”: chưa đọc được chắc chắn; có thể là 99,446% hoặc 99446%.",
        "Chưa kiểm tra được “khoảng 93%”: là số ước chừng.",
        "Turnout: 93,36% chỉ khớp theo cách cắt bớt.",
        "Turnout: 93,37% chưa khớp số liệu đi kèm.",
        "Turnout: 93,37% khớp số liệu đi kèm.",
    ]
    told_en = audit(sheet, statements).explanations("en")
    assert "“khoảng 93%” could not be checked: it is approximate." in told_en


def test_a_check_of_what_has_no_value_says_so() -> None:
    told_vi = list(audit(rate_sheet(19, 18), []).explanations())
    assert told_vi == ["Rate: không có giá trị chưa khớp số liệu đi kèm."]


def test_a_judgement_of_the_sheet_is_told_in_words() -> None:
    sheet = Sheet([Figure("actual", 5), Figure("judged", Verdict.EXCEEDED)]) + [
        Judged("judged", "actual", AtLeast, [5])
    ]
    assert list(audit(sheet, []).explanations()) == [
        "Judged: vượt chỉ tiêu chưa khớp số liệu đi kèm."
    ]

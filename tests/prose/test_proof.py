"""What proofreading finds, where it stands, and how it is shown."""

import pytest

from prose_texts import HARD, RIGHT, WRONG
from wardstats import Rounding
from wardstats.audit import Severity
from wardstats.errors import NotExact
from wardstats.prose import proofread, read_claims


@pytest.mark.parametrize("sentence", HARD)
def test_nothing_is_alleged_of_what_only_looks_like_a_claim(sentence: str) -> None:
    assert not proofread(sentence).findings


@pytest.mark.parametrize("sentence", RIGHT)
def test_right_sentences_are_bound_and_fit(sentence: str) -> None:
    proof = proofread(sentence)
    assert {each["verdict"] for each in proof.records()} >= {"fits"}
    assert not [each for each in proof.findings if each.finding.severity is Severity.MISFIT]


@pytest.mark.parametrize("sentence", WRONG)
def test_wrong_sentences_are_found(sentence: str) -> None:
    proof = proofread(sentence)
    assert any(each["verdict"] == "does-not-fit" for each in proof.records())
    assert any(each.finding.severity is Severity.MISFIT for each in proof.findings)


def test_there_are_hard_negatives_enough() -> None:
    assert len(set(HARD)) >= 200


REPORT = """BÁO CÁO
Tiếp nhận 1.806 hồ sơ.
Số hóa 1.794/1.804 hồ sơ, đạt tỷ lệ 99,16%. Thu đạt 83,2% kế hoạch.
"""


def test_a_finding_has_the_line_and_column_of_its_figure() -> None:
    (found,) = proofread(REPORT).findings
    assert (found.line, found.column) == (3, 37)
    assert REPORT[found.start : found.end] == "99,16%"
    assert REPORT[slice(*found.claim)] == "1.794/1.804 hồ sơ, đạt tỷ lệ 99,16%"
    assert "1.794/1.804 = 99,45%" in found.sentence


def test_printed_it_underlines_the_figure_in_its_line() -> None:
    sentence, line, stroke = str(proofread(REPORT)).splitlines()
    assert sentence.startswith("3:37  Tỷ lệ 99,16% chưa khớp")
    assert line == REPORT.splitlines()[2]
    assert stroke == " " * 36 + "~" * 6


def test_a_long_line_is_cut_around_its_figure() -> None:
    text = "Phường tổ chức họp, " * 20 + "có 5/8 hộ, đạt 64%, " + "đúng quy định, " * 20
    _, line, stroke = str(proofread(text)).splitlines()
    assert line.startswith("…")
    assert line.endswith("…")
    assert line[stroke.index("~") : len(stroke)] == "64%"


def test_a_figure_broken_over_two_lines_is_underlined_to_the_end_of_the_first() -> None:
    text = "Thu 8/12 quỹ, đạt 76\n%."
    _, line, stroke = str(proofread(text)).splitlines()
    assert (line, stroke.strip()) == ("Thu 8/12 quỹ, đạt 76", "~~")


def test_an_accent_of_its_own_takes_no_width() -> None:
    _, line, stroke = str(proofread("Ca\u0301c hộ: 5/8 hộ, đạt 63,5%.")).splitlines()
    assert len(stroke) - len("63,5%") == len("Các hộ: 5/8 hộ, đạt ")
    assert "63,5%" in line


def test_mixed_rounding_is_told_of_the_text_as_a_whole() -> None:
    text = "Có 5/8 hộ, đạt 62,5%. Có 2/3 hộ, đạt 66,6%. Có 2/3 xã, đạt 66,7%."
    proof = proofread(text)
    assert str(proof).splitlines()[-1].startswith("Báo cáo dùng lẫn làm tròn")
    assert proof.findings[-1].start == proof.findings[-1].end
    assert proof._repr_html_().endswith("</p>")


def test_in_a_notebook_the_text_is_marked_up() -> None:
    html = proofread("<Số> 5/7 hộ, đạt 75%.")._repr_html_()
    assert "&lt;Số&gt;" in html
    assert '<mark title="Tỷ lệ 75% chưa khớp' in html
    assert ">75%</mark>." in html


def test_figures_that_several_findings_are_about_are_marked_once() -> None:
    text = "Trẻ 15/71, đạt 21,1% (chỉ tiêu dưới 15%), đạt chỉ tiêu."
    assert proofread(text + " " + text)._repr_html_().count("<mark") == 2
    twice = "Có 5 hộ (3 hộ và 3 hộ), gồm 2 hộ và 4 hộ."
    assert proofread(twice)._repr_html_().count("<mark") == 1


def test_the_rule_of_rounding_is_the_callers() -> None:
    text = "Có 2/3 hộ, đạt 66,6%."
    assert proofread(text).findings[0].finding.severity is Severity.NOTE
    assert not proofread(text, rounding=Rounding.TRUNCATE).findings


def test_the_same_in_english() -> None:
    (line,) = proofread(REPORT).lines("en")
    assert line.startswith("3:37: ")
    assert "1,794/1,804" in line


def test_it_says_what_it_holds() -> None:
    proof = proofread(REPORT)
    assert repr(proof) == "<Proof: 1 findings, 2 claims>"
    assert len(proof.ledger) == 1


def test_only_text_is_proofread() -> None:
    with pytest.raises(NotExact, match="expected the text of a report; read the file first"):
        proofread(b"95,83%")  # type: ignore[arg-type]


def test_records_tell_every_claim_bound_or_not() -> None:
    text = "Có 5/8 hộ, đạt 62,5%. Thu đạt 83,2% kế hoạch. Giảm 3,5% so với cùng kỳ; tỷ lệ 12%."
    records = proofread(text).records()
    assert [(each["kind"], each["stated"], each["exact"], each["verdict"]) for each in records] == [
        ("rate", "62,5%", "5/8", "fits"),
        ("plan", "83,2%", None, "not-checkable"),
        ("growth", "3,5%", None, "not-checkable"),
        ("rate", "12%", None, "not-checkable"),
    ]
    assert [each["reason"] for each in records] == [None, "no-plan", "no-previous", "no-base"]


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("Có 2/3 hộ, đạt 66,6%.", "truncated", None),
        ("Có 118/173 vụ, đạt 69%.", "does-not-fit", None),  # only rounding up would make 69
        ("Đạt 50,5 ha, tăng 0,6 ha (+1,3%).", "not-checkable", "coarse"),
        ("Đạt 40,8 ha, tăng 0,7 ha (+1,7%).", "fits", None),
        ("Có 640 hộ, trong đó nghèo 45 hộ, cận nghèo 60 hộ.", "not-checkable", "may-be-a-part"),
        ("Đạt 3.123,9 ha, trong đó bắc 1.117 ha; nam 2.007,0 ha.", "fits", None),
        ("Thu 5,65 tỷ đồng, gồm 1,07 tỷ đồng, 3,19 tỷ đồng và 1.382 triệu đồng.", "fits", None),
        ("Thu 5,65 tỷ đồng, gồm 1,07 tỷ đồng và 4,68 tỷ đồng.", "does-not-fit", None),
        ("Có 0/0 hộ, đạt 100%.", "does-not-fit", None),
        ("Tuyển 215/200 lao động, đạt 107,5% kế hoạch.", "fits", None),
    ],
)
def test_verdicts(text: str, verdict: str, reason: str | None) -> None:
    record = proofread(text).records()[0]
    assert (record["verdict"], record["reason"]) == (verdict, reason)


def test_sums_are_told_in_the_unit_of_their_total() -> None:
    text = "Thu 548,1 nghìn tỷ đồng, trong đó A 395,5 nghìn tỷ đồng; B 152,6 nghìn tỷ đồng."
    (record,) = proofread(text).records()
    assert (record["stated"], record["exact"]) == ("548,1 nghìn tỷ", "5481/10")


def test_falls_are_told_with_their_sign() -> None:
    text = "Thu giảm 25 tỷ đồng. Trong đó thuế vượt 16 tỷ đồng, đất hụt 41 tỷ đồng."
    (record,) = proofread(text).records()
    assert (record["stated"], record["exact"], record["verdict"]) == ("25 tỷ", "-25", "fits")


def test_one_figure_in_two_claims_is_one_figure() -> None:
    """A mistyped part is blamed where it upsets its share and its sum at once."""
    text = "Tổng số 316 hộ, gồm: 238 hộ đạt (88,9%); 35 hộ chưa đạt (11,1%)."
    (found,) = proofread(text).findings
    assert text[found.start : found.end] == "238"
    assert found.finding.suggestion == "281 hộ"


def test_claims_are_read_without_being_judged() -> None:
    (claim,) = read_claims("Có 5/7 hộ, đạt 75%.")
    assert [each.text for each in claim.figures] == ["75%", "5", "7"]
    assert "75%" in repr(claim.stated)

"""Laws of proofreading, whatever the text."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prose_texts import HARD, RIGHT, WRONG, any_text, reports
from wardstats import (
    AtLeast,
    AtMost,
    Breakdown,
    Completion,
    Growth,
    LessThan,
    MoreThan,
    Percent,
    PointChange,
    Rate,
)
from wardstats.audit import Severity
from wardstats.prose import ClaimKind, Proof, proofread, sentences, tokenize
from wardstats.prose.sentences import RateStyle

Told = list[tuple[str, str, str | None, str]]


def told(text: str) -> Told:
    """What is claimed, without places: figures with their spaces alike."""
    return [
        (
            each["kind"],
            unicodedata.normalize("NFC", " ".join(each["stated"].split())),
            each["exact"],
            each["verdict"],
        )
        for each in proofread(text).records()
    ]


def judged(claims: Told) -> set[tuple[str, str, str | None, str]]:
    return {each for each in claims if each[-1] != "not-checkable"}


@given(any_text)
def test_each_digit_belongs_to_exactly_one_token(text: str) -> None:
    covered = [0] * len(text)
    for token in tokenize(text):
        assert token.start < token.end
        for at in range(token.start, token.end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    assert all(covered[at] for at, letter in enumerate(text) if letter.isdigit())


@given(any_text)
def test_any_text_is_proofread(text: str) -> None:
    proof = proofread(text)
    for each in proof.records():
        assert 0 <= each["start"] < each["end"] <= len(text)
    for found in proof.findings:
        lines = [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
        assert 1 <= found.line <= len(lines)
        assert found.column >= 1
    assert str(proof).count("\n") >= len(proof.findings) - 1
    assert "<div" in proof._repr_html_()


@given(any_text)
def test_stated_figures_stand_where_they_are_said_to(text: str) -> None:
    for claim in proofread(text).claims:
        for figure in claim.figures:
            assert text[figure.start : figure.end] == figure.text


@given(reports())
def test_decomposed_letters_make_no_difference(text: str) -> None:
    """Text from other systems is in NFD."""
    assert told(unicodedata.normalize("NFD", text)) == told(text)


@given(reports(), st.sampled_from(["\r\n", "\r", "\u2028", "\x0c"]))
def test_any_line_end_is_one(text: str, line_end: str) -> None:
    assert told(text.replace("\n", line_end)) == told(text)


@given(reports())
def test_doubled_spaces_make_no_difference(text: str) -> None:
    assert told(text.replace(" ", "  ")) == told(text)


@given(reports(), st.data())
def test_lines_broken_anywhere_make_no_difference(text: str, data: st.DataObject) -> None:
    """A PDF breaks lines where its columns end."""
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    broken = data.draw(st.sets(st.sampled_from(spaces)) if spaces else st.just(set[int]()))
    again = "".join("\n" if at in broken else letter for at, letter in enumerate(text))
    assert told(again) == told(text)


@given(reports(), st.sampled_from([" ", ""]))
def test_without_line_breaks_nothing_else_is_alleged(text: str, instead: str) -> None:
    """What is glued together may no longer be checkable; it is never bound otherwise.

    Two numbers that are glued into one are beyond telling.
    """
    assume(instead or not re.search(r"[0-9.,]\n+[0-9]", text))
    alleged = {each for each in judged(told(text.replace("\n", instead))) if each[-1] != "fits"}
    assert alleged <= judged(told(text))


@pytest.mark.parametrize("page", ["\n\n5\n\n\n", "\n\n\n12\n\n\n\n"])
@given(text=st.sampled_from([*RIGHT, *WRONG]), data=st.data())
def test_a_page_number_inside_a_sentence_is_none_of_its_figures(
    page: str, text: str, data: st.DataObject
) -> None:
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    at = data.draw(st.sampled_from(spaces))
    plain = [(kind, exact, verdict) for kind, _, exact, verdict in told(text)]
    paged = told(text[:at] + page + text[at + 1 :])
    assert [(kind, exact, verdict) for kind, _, exact, verdict in paged] == plain
    # With its lines lost, the number is one more of the text: nothing new is alleged of it.
    flat = " ".join((text[:at] + page + text[at + 1 :]).split())
    alleged = {each for each in judged(told(flat)) if each[-1] != "fits"}
    assert alleged <= judged(told(text))


@given(st.lists(st.sampled_from(HARD), min_size=1, max_size=4), st.sampled_from([" ", "\n"]))
def test_hard_negatives_stay_silent_in_any_company(texts: list[str], between: str) -> None:
    findings = proofread(between.join(texts)).findings
    assert not [each for each in findings if each.finding.severity is Severity.MISFIT]


# ---------------------------------------------------------------- what is written reads back

nouns = st.sampled_from(["hồ sơ", "hộ", "người", "đại diện hộ", "cán bộ, công chức", "con", "vụ"])
places = st.integers(0, 3)
rates = st.integers(1, 10**6).flatmap(
    lambda whole: st.builds(Rate, st.integers(0, whole), st.just(whole))
)
bounds = st.integers(1, 99).map(Percent)


def clean(text: str) -> Proof:
    """Proofread a sentence as it stands in a report, and find nothing."""
    proof = proofread(f"Trong kỳ, toàn phường có {text}.")
    assert not proof.findings
    return proof


def read(proof: Proof, kind: ClaimKind) -> list[list[int]]:
    """The figures of the claims of a kind, as their digits spell them."""
    return [
        [figure.value for figure in claim.inputs]  # type: ignore[misc]
        for claim in proof.claims
        if claim.kind is kind and claim.relations
    ]


@given(rates, nouns, places, st.sampled_from(RateStyle))
def test_a_rate_reads_back(figure: Rate, noun: str, decimals: int, style: RateStyle) -> None:
    proof = clean(sentences.rate(figure, noun, decimals, style=style))
    assert read(proof, ClaimKind.RATE) == [[figure.part, figure.whole]]


@given(st.lists(st.integers(0, 10**5), min_size=2, max_size=5), nouns, places)
def test_a_breakdown_reads_back(parts: list[int], noun: str, decimals: int) -> None:
    names = ["trước hạn", "đúng hạn", "quá hạn", "chờ bổ sung", "dừng"][: len(parts)]
    figure = Breakdown(sum(parts), zip(names, parts, strict=True))
    proof = clean(sentences.breakdown(figure, noun, places=decimals))
    assert read(proof, ClaimKind.SUM) == [parts]
    if figure.total:
        assert read(proof, ClaimKind.RATE) == [[part, figure.total] for part in parts]


@given(st.integers(0, 10**6), st.integers(1, 10**6), nouns, places)
def test_a_completion_reads_back(actual: int, plan: int, noun: str, decimals: int) -> None:
    proof = clean(sentences.completion(Completion(actual, plan), noun, decimals))
    assert read(proof, ClaimKind.PLAN) == [[actual, plan]]


@given(st.integers(1, 10**6), st.integers(1, 10**6), nouns, places)
def test_a_growth_reads_back(current: int, previous: int, noun: str, decimals: int) -> None:
    proof = clean(sentences.growth(Growth(current, previous), noun, decimals))
    expected = [] if current == previous else [[current, abs(current - previous)]]
    assert read(proof, ClaimKind.GROWTH) == expected


@given(rates, rates, places)
def test_points_read_back(current: Rate, previous: Rate, decimals: int) -> None:
    proof = clean("tỷ lệ " + sentences.points(PointChange(current, previous), decimals))
    if current.value != previous.value:
        assert len(read(proof, ClaimKind.POINTS)) == 1


@given(rates, bounds, st.sampled_from([AtLeast, MoreThan, AtMost, LessThan]))
def test_a_target_reads_back(actual: Rate, bound: Percent, aim: type[AtLeast[Percent]]) -> None:
    proof = clean("tỷ lệ đạt " + sentences.target(actual, aim(bound), 2))
    assert len(read(proof, ClaimKind.TARGET)) == 1

"""Each wording reads the sentence it accepts, and not the one it refuses."""

import pytest

from wardstats.prose import PATTERNS, Family, Pattern, TokenKind, of_figure, proofread, rate_told_as
from wardstats.prose import read_claims as read
from wardstats.prose.claims import Claim, rate
from wardstats.prose.page import Mention, Page

MINE = rate_told_as("hoàn thành ở mức")


@pytest.mark.parametrize("pattern", [*PATTERNS, MINE], ids=lambda each: each.name)
def test_a_pattern_reads_what_it_accepts_and_no_more(pattern: Pattern) -> None:
    assert any(claim.relations for claim in read(pattern.accepts, [pattern]))
    assert not any(claim.relations for claim in read(pattern.refuses, [pattern]))


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda each: each.name)
def test_what_a_pattern_accepts_fits(pattern: Pattern) -> None:
    if pattern.family is Family.REPEATS:
        return  # only figures that differ are claimed to be one
    records = proofread(pattern.accepts).records()
    assert not [each for each in records if each["verdict"] == "does-not-fit"]


def test_names_are_said_once() -> None:
    names = [pattern.name for pattern in PATTERNS]
    assert len(set(names)) == len(names)


def test_a_wording_of_your_own_is_one_more_pattern() -> None:
    text = "Tuyển 169/200 lao động, hoàn thành ở mức 85,4%."
    assert not proofread(text).findings
    (found,) = proofread(text, patterns=(*PATTERNS, MINE)).findings
    assert text[found.start : found.end] == "85,4%"


def test_a_wording_of_your_own_needs_its_fraction_in_its_sentence() -> None:
    patterns = (*PATTERNS, MINE)
    for text in (
        "Tuyển 200 lao động, hoàn thành ở mức 85,4%.",
        "Tuyển 169/200 lao động. Hoàn thành ở mức 85,4%.",
        "Hoàn thành ở mức 85,4%.",
        "Mức 85,4%.",
    ):
        assert not proofread(text, patterns).findings


def test_a_reader_of_your_own() -> None:
    def first_of_second(page: Page, percent: Mention) -> Claim | None:
        part, whole, *_ = page.mentions
        return rate(percent, part, whole)

    mine = Pattern(
        "first of second", Family.RATES, {TokenKind.PERCENT}, of_figure(first_of_second), "", ""
    )
    (claim,) = read("Được 5 hộ, rồi 8 hộ: 62,5%.", [mine])
    assert [each.text for each in claim.inputs] == ["5", "8"]


def test_readers_of_figures_are_asked_at_figures_only() -> None:
    def never(page: Page, figure: Mention) -> Claim | None:
        raise AssertionError(page, figure)

    mine = Pattern("never", Family.TARGETS, {"có"}, of_figure(never), "", "")
    assert read("Phường có hộ.", [mine]) == ()

"""Ballots, and votes decided by a comparison and a base."""

from datetime import date
from fractions import Fraction

import pytest

from wardstats import (
    AtLeast,
    AtMost,
    Interval,
    MoreThan,
    NotAssessed,
    Percent,
    Rate,
    Target,
    Verdict,
)
from wardstats.errors import NotInForce, WrongKind
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED
from wardstats.ward.law import in_force
from wardstats.ward.votes import (
    VOTE_THRESHOLDS,
    Ballots,
    Vote,
    VoteBase,
    VoteMatter,
    VoteThreshold,
)

HALF_OF_ALL = VoteThreshold(MoreThan(Percent(50)), VoteBase.ALL_REPRESENTATIVES)
TWO_THIRDS_OF_ALL = VoteThreshold(AtLeast(Percent.of(Fraction(2, 3))), VoteBase.ALL_REPRESENTATIVES)


def test_ballots_that_fit() -> None:
    """Issued, returned, valid and invalid, with their rates."""
    ballots = Ballots(issued=313, returned=310, valid=300, invalid=10)
    assert ballots.gap == 0
    assert ballots.return_rate == Rate(310, 313)
    assert (ballots.valid_rate, ballots.invalid_rate) == (Rate(300, 310), Rate(10, 310))
    assert ballots.sheet("b").value("b.valid_rate") == Fraction(30, 31)


def test_ballots_that_do_not_fit_load() -> None:
    """More returned than issued, and more valid and invalid than returned, are for the sheet."""
    ballots = Ballots(issued=300, returned=310, valid=300, invalid=11)
    assert ballots.gap == 1
    sheet = ballots.sheet("b")
    assert sheet.value("b.return_rate") == IMPOSSIBLE
    assert sheet.solve("b.returned") == IMPOSSIBLE
    assert sheet.solve("b.invalid") == Interval(10, 10)


def test_ballots_not_counted_have_no_gap() -> None:
    """A gap needs all three counts."""
    assert Ballots(returned=1, valid=1).gap is None
    assert Ballots(valid=1, invalid=0).gap is None


@pytest.mark.parametrize(
    ("agreeing", "half", "two_thirds"),
    [(150, False, False), (151, True, False), (199, True, False), (200, True, True)],
)
def test_more_than_half_is_not_at_least_half(
    agreeing: int, *, half: bool, two_thirds: bool
) -> None:
    """Of 300, 151 are the first above the half, and 200 are just two thirds."""
    vote = Vote(representatives=300, agreeing=agreeing)
    assert vote.assess(HALF_OF_ALL).reached is half
    assert vote.assess(TWO_THIRDS_OF_ALL).reached is two_thirds


def test_the_base_decides() -> None:
    """160 of 200 valid ballots, of 280 who came, of 400 called: three answers."""
    vote = Vote(representatives=400, attended=280, valid_ballots=200, agreeing=160)
    more_than_half = MoreThan(Percent(50))
    answers = [vote.assess(VoteThreshold(more_than_half, base)).reached for base in VoteBase]
    assert answers == [False, True, True]
    assert [vote.base(base) for base in VoteBase] == [400, 280, 200]


@pytest.mark.parametrize(
    ("vote", "reason"),
    [
        (Vote(representatives=0, agreeing=0), NotAssessed.NOTHING_AROSE),
        (Vote(representatives=10), NotAssessed.NO_VALUE),
        (Vote(agreeing=10), NotAssessed.NO_VALUE),
        (Vote(representatives=10, agreeing=11), NotAssessed.NO_VALUE),
    ],
)
def test_a_vote_that_cannot_be_is_not_assessed(vote: Vote, reason: NotAssessed) -> None:
    """No representatives, no count, or more agreeing than there are, decide nothing."""
    judged = vote.assess(TWO_THIRDS_OF_ALL)
    assert (judged.verdict, judged.reason, judged.reached) == (
        Verdict.NOT_ASSESSED,
        reason,
        None,
    )


@pytest.mark.parametrize(
    "rule",
    [AtMost(Percent(50)), AtLeast(150), 50, Percent(50)],
)
def test_a_threshold_is_a_comparison_with_a_percentage(rule: Target[Percent]) -> None:
    """A number of votes, or a most, is no threshold."""
    with pytest.raises(WrongKind, match=r"as MoreThan\(Percent\(50\)\)"):
        VoteThreshold(rule, VoteBase.ATTENDING)  # type: ignore[arg-type]


def test_a_threshold_needs_its_base() -> None:
    """Half of whom is part of the rule."""
    with pytest.raises(WrongKind, match="a member of VoteBase"):
        VoteThreshold(MoreThan(Percent(50)), "attending")  # type: ignore[arg-type]


def test_thresholds_are_dated_law() -> None:
    """Contributions need two thirds of all; proceedings more than half of those who came."""
    on = date(2024, 11, 24)
    contributions = in_force(VOTE_THRESHOLDS[VoteMatter.CONTRIBUTIONS], on)
    convention = in_force(VOTE_THRESHOLDS[VoteMatter.CONVENTION], on)
    proceedings = in_force(VOTE_THRESHOLDS[VoteMatter.PROCEEDINGS], on)
    assert contributions.value == TWO_THIRDS_OF_ALL
    assert convention.value == HALF_OF_ALL
    assert proceedings.value == VoteThreshold(MoreThan(Percent(50)), VoteBase.ATTENDING)
    with pytest.raises(NotInForce):
        in_force(VOTE_THRESHOLDS[VoteMatter.CONVENTION], date(2023, 6, 30))


def test_the_sheet_of_a_vote() -> None:
    """The counts, the turnout, those agreeing of each base, and with a threshold the result."""
    vote = Vote(representatives=300, attended=280, agreeing=200)
    sheet = vote.sheet("road", TWO_THIRDS_OF_ALL)
    assert sheet.value("road.turnout") == Fraction(14, 15)
    assert sheet.value("road.agreeing_of_representatives") == Fraction(2, 3)
    assert sheet.value("road.agreeing_of_valid_ballots") == NOT_COUNTED
    assert sheet.value("road.result") == Verdict.MET.rank
    assert "road.result" not in vote.sheet("road")
    many = Vote(representatives=10, agreeing=11).sheet("road", TWO_THIRDS_OF_ALL)
    assert many.value("road.result") == IMPOSSIBLE


def test_votes_of_one_matter_pool() -> None:
    """What one neighbourhood refuses, all of them may accept."""
    one = Vote(representatives=100, attended=90, agreeing=50)
    other = Vote(representatives=100, attended=99, agreeing=99)
    both = Vote.pool([one, other])
    assert one.assess(TWO_THIRDS_OF_ALL).reached is False
    assert both.assess(TWO_THIRDS_OF_ALL).reached is True
    assert both.turnout == Rate(189, 200)

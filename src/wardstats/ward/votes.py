"""Votes: ballots, and whether as many agreed as a decision needs.

A threshold is a comparison and a base: more than half, or at least two thirds, of all household
representatives, of those attending, or of the valid ballots. It is decided on the exact counts.
Who came and what was decided are two things: a meeting may be full and decide nothing.

    >>> vote = Vote(representatives=300, attended=280, agreeing=200)
    >>> half = MoreThan(Percent(50))
    >>> vote.turnout, vote.assess(VoteThreshold(half, VoteBase.ATTENDING)).verdict
    (Rate(280, 300), Verdict.MET)
    >>> (contributions,) = VOTE_THRESHOLDS[VoteMatter.CONTRIBUTIONS]
    >>> vote.assess(contributions.value).reached  # 3 × 200 ≥ 2 × 300
    True
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import MappingProxyType

from attrs import field, frozen

from wardstats.errors import WrongKind, quoted
from wardstats.figures.judgements import Judged
from wardstats.figures.rates import Percent, Rate
from wardstats.figures.relations import Bound, Sum
from wardstats.figures.rounding import StatedKind
from wardstats.figures.sheets import Sheet
from wardstats.figures.targets import AtLeast, Attainment, MoreThan, assess
from wardstats.figures.typed import Code, Typed
from wardstats.ward.counts import Count, counting, rate, total
from wardstats.ward.facts import member_of
from wardstats.ward.law import Dated
from wardstats.ward.sections import Keys, counted_figures, share
from wardstats.ward.summaries import Summary


@frozen(repr=False, kw_only=True)
class Ballots(Summary):
    """Ballots of one vote: issued (phát ra), returned (thu về), valid and invalid.

    Those returned are valid or invalid, and are no more than those issued; a report that does
    not fit is not refused.
    """

    issued: Count = counting()
    returned: Count = counting()
    valid: Count = counting()
    invalid: Count = counting()

    @property
    def gap(self) -> Count:
        """How many more ballots are valid or invalid than were returned."""
        made = total([self.valid, self.invalid])
        return None if made is None or self.returned is None else made - self.returned

    @property
    def return_rate(self) -> Rate | None:
        """Returned, of those issued."""
        return rate(self.returned, self.issued)

    @property
    def valid_rate(self) -> Rate | None:
        """Valid, of those returned."""
        return rate(self.valid, self.returned)

    @property
    def invalid_rate(self) -> Rate | None:
        """Invalid, of those returned."""
        return rate(self.invalid, self.returned)

    def sheet(self, key: str, unit: str = "ballot") -> Sheet:
        """Name every count and rate, with the rules that tie them."""
        at = Keys(key)
        return Sheet(counted_figures(self, at, unit)) + [
            Sum(at("returned"), at.all("valid", "invalid")),
            Bound(at("returned"), at("issued")),
            *share(at, "return_rate", "returned", "issued"),
            *share(at, "valid_rate", "valid", "returned"),
            *share(at, "invalid_rate", "invalid", "returned"),
        ]


class VoteBase(Code):
    """Whom or what those agreeing are set against."""

    ALL_REPRESENTATIVES = "all-representatives"
    ATTENDING = "attending"
    VALID_BALLOTS = "valid-ballots"


def _comparison(
    rule: AtLeast[Percent] | MoreThan[Percent],
) -> AtLeast[Percent] | MoreThan[Percent]:
    if not isinstance(rule, (AtLeast, MoreThan)) or rule.kind is not StatedKind.PERCENT:
        raise WrongKind(
            quoted(rule), "AtLeast or MoreThan a Percent", "as MoreThan(Percent(50)), for > 1/2"
        )
    return rule


@frozen(repr=False)
class VoteThreshold(Typed):
    """How many of a base must agree: at least a part of it, or more than that part."""

    rule: AtLeast[Percent] | MoreThan[Percent] = field(converter=_comparison)
    base: VoteBase = field(validator=member_of(VoteBase))


class VoteMatter(Code):
    """What is voted on by household representatives.

    CONTRIBUTIONS: contributions for infrastructure, and their spending. CONVENTION: hương ước,
    quy ước. PROCEEDINGS: how a meeting votes, its counting board and its secretary.
    """

    CONTRIBUTIONS = "contributions"
    CONVENTION = "convention"
    PROCEEDINGS = "proceedings"


_LAW = "Law 10/2022/QH15 on democracy at the grassroots"
_SINCE = date(2023, 7, 1)
_HALF = MoreThan(Percent(50))

# Matters not listed need a threshold that whoever calls the vote states.
VOTE_THRESHOLDS = MappingProxyType(
    {
        VoteMatter.CONTRIBUTIONS: (
            Dated(
                VoteThreshold(AtLeast(Percent.of(Fraction(2, 3))), VoteBase.ALL_REPRESENTATIVES),
                _SINCE,
                None,
                f"practice under {_LAW}, Article 15",
            ),
        ),
        VoteMatter.CONVENTION: (
            Dated(
                VoteThreshold(_HALF, VoteBase.ALL_REPRESENTATIVES),
                _SINCE,
                None,
                f"practice under {_LAW}",
            ),
        ),
        VoteMatter.PROCEEDINGS: (
            Dated(VoteThreshold(_HALF, VoteBase.ATTENDING), _SINCE, None, _LAW),
        ),
    }
)

_BASES = {
    VoteBase.ALL_REPRESENTATIVES: "representatives",
    VoteBase.ATTENDING: "attended",
    VoteBase.VALID_BALLOTS: "valid_ballots",
}


@frozen(repr=False, kw_only=True)
class Vote(Summary):
    """One vote: who might have come, who came, and how many agreed.

    Votes on one matter in several neighbourhoods pool where the law asks for all
    representatives of the unit.
    """

    representatives: Count = counting()
    attended: Count = counting()
    valid_ballots: Count = counting()
    agreeing: Count = counting()

    @property
    def turnout(self) -> Rate | None:
        """Those who came, of all representatives; it decides nothing."""
        return rate(self.attended, self.representatives)

    def base(self, base: VoteBase) -> Count:
        """Give the count of a base."""
        count: Count = getattr(self, _BASES[base])
        return count

    def assess(self, threshold: VoteThreshold) -> Attainment:
        """Say whether as many agreed as a decision needs, exactly.

        More than half is 2a > n, at least two thirds 3a ≥ 2n. `reached` is the answer. A base
        of 0 decides nothing, nor does a count that is not known, nor more agreeing than the base
        has: there is no figure to judge.
        """
        base = self.base(threshold.base)
        if self.agreeing is None or base is None or self.agreeing > base:
            return assess(None, threshold.rule)
        return assess(Rate(self.agreeing, base), threshold.rule)

    def sheet(
        self, key: str, threshold: VoteThreshold | None = None, unit: str = "representative"
    ) -> Sheet:
        """Name every count, the turnout, and those agreeing against each base.

        With a threshold, the verdict stands under `result`.
        """
        at = Keys(key)
        sheet = Sheet(counted_figures(self, at, unit)) + share(
            at, "turnout", "attended", "representatives"
        )
        for base in _BASES.values():
            sheet += share(at, f"agreeing_of_{base}", "agreeing", base)
        if threshold is None:
            return sheet
        agreed, rule = at(f"agreeing_of_{_BASES[threshold.base]}"), threshold.rule
        return sheet + [Judged(at("result"), agreed, type(rule), [rule.bound])]

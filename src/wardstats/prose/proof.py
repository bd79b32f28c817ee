"""Proofreading: the claims of a text, audited, with the line and column of what does not fit.

>>> proof = proofread("Toàn phường có 291/310 đại diện hộ dự họp, đạt tỷ lệ 93,17%.")
>>> print(proof)
1:54  Tỷ lệ 93,17% chưa khớp số liệu đi kèm: 291/310 = 93,87%; đề nghị kiểm tra lại.
Toàn phường có 291/310 đại diện hộ dự họp, đạt tỷ lệ 93,17%.
                                                     ~~~~~~
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from wardstats.audit.auditing import audit
from wardstats.figures.rounding import Rounding
from wardstats.prose import marking
from wardstats.prose.layout import lay_out
from wardstats.prose.located import Located
from wardstats.prose.patterns import PATTERNS, Pattern, claims_of
from wardstats.prose.places import Places
from wardstats.prose.records import record
from wardstats.prose.sheet import sheet_of, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wardstats.audit.audits import Audit
    from wardstats.audit.checks import Check
    from wardstats.audit.findings import Finding
    from wardstats.audit.words import Language
    from wardstats.prose.claims import Claim


@frozen(slots=False, repr=False, eq=False)
class Proof:
    """What proofreading a text found.

    `claims` are all claims read, bound or not, and `audit` what the audit makes of the bound
    ones. Printed, each finding stands over its line, its figure underlined; in a notebook, the
    text is marked up.
    """

    text: str
    claims: tuple[Claim, ...]
    audit: Audit

    @cached_property
    def findings(self) -> tuple[Located, ...]:
        """The findings of the audit, each with its place; those of the whole text come last."""
        told = zip(self.audit.findings, self._sentences("vi"), strict=True)
        return tuple(self._located(finding, sentence) for finding, sentence in told)

    @property
    def ledger(self) -> tuple[Check, ...]:
        """Every check that was made."""
        return self.audit.ledger

    def records(self) -> list[dict[str, Any]]:
        """Give each claim as a plain dict, whether or not it fits.

        `kind`; `start` and `end` of the claim in the text given; `stated` as printed; `exact`,
        what its figures make, as text, or None; `verdict`: "fits", "truncated", "does-not-fit"
        or "not-checkable"; `reason` why it is not checkable, or None.
        """
        checks = {
            (id(check.relation), check.key): check
            for check in self.audit.ledger
            if check.relation is not None
        }
        return [record(claim, checks) for claim in self.claims]

    def lines(self, language: Language = "vi") -> Iterator[str]:
        """Tell each finding after its line and column."""
        yield from self.audit.lines(language)

    def __str__(self) -> str:
        """Set each finding over the line it is about, its figure underlined."""
        return marking.underlined(self.text, self.findings)

    def __repr__(self) -> str:
        """Say how many findings and claims there are."""
        return f"<Proof: {len(self.findings)} findings, {len(self.claims)} claims>"

    def _repr_html_(self) -> str:
        return marking.html(self.text, self.findings)

    def _sentences(self, language: Language) -> Iterator[str]:
        for finding, told in zip(self.audit.findings, self.audit.lines(language), strict=True):
            place = "; ".join(dict.fromkeys(finding.places)) if finding.key is not None else ""
            yield told.removeprefix(f"{place}: ")

    def _located(self, finding: Finding, sentence: str) -> Located:
        start, end = self._spans.get(finding.key or "", (0, 0))
        line, column = self._places.line_and_column(start)
        return Located(
            finding, sentence, line, column, start, end, self._claim_of(finding, start, end)
        )

    def _claim_of(self, finding: Finding, start: int, end: int) -> tuple[int, int]:
        relation = finding.check.relation if finding.check is not None else None
        claim = self._by_relation.get(id(relation))
        return (start, end) if claim is None else (claim.start, claim.end)

    @cached_property
    def _by_relation(self) -> Mapping[int, Claim]:
        """The claims, each under the identity of its relations; the first that holds one has it."""
        return {id(each): claim for claim in reversed(self.claims) for each in claim.relations}

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    @cached_property
    def _spans(self) -> Mapping[str, tuple[int, int]]:
        return {
            key: (figure.start, figure.end)
            for claim in self.claims
            for key, figure in claim.keyed()
        }


def read_claims(text: str, patterns: Iterable[Pattern] = PATTERNS) -> tuple[Claim, ...]:
    """Read the claims a text makes of its own figures, without judging them.

    >>> claim, = read_claims("Có 313/320 hộ tham dự, đạt 97,81%.")
    >>> claim.stated.text, [figure.text for figure in claim.inputs]
    ('97,81%', ['313', '320'])
    """
    return claims_of(lay_out(text), tuple(patterns))


def proofread(
    text: str,
    patterns: Iterable[Pattern] = PATTERNS,
    *,
    rounding: Rounding = Rounding.HALF_UP,
) -> Proof:
    """Hold the claims of a text against its own figures.

    `rounding` is the rule the text is held to. Any text is accepted; what cannot be bound for
    certain is not checked.
    """
    claims = read_claims(text, patterns)
    bound = [claim for claim in claims if claim.relations]
    places = Places(text)
    outcome = audit(sheet_of(bound), statements_of(bound, places), rounding=rounding)
    return Proof(text, claims, outcome)

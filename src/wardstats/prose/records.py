"""Claims as plain records, with the verdict a program asks for.

A quotient of measured figures is compared as their digits spell them, too: where only some values
that print so would fit, it stays open.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from wardstats.audit.checks import Check, Fit
from wardstats.figures.intervals import Interval
from wardstats.figures.relations import Sum
from wardstats.figures.rounding import Rounding, Stated
from wardstats.figures.values import Known
from wardstats.prose.breakdowns import adds_up
from wardstats.prose.claims import Claim, ClaimKind, Unbound
from wardstats.prose.page import Mention

Checks = Mapping[tuple[int, str], Check]
_FITS, _TRUNCATED, _MISFIT, _OPEN = "fits", "truncated", "does-not-fit", "not-checkable"


def record(claim: Claim, checks: Checks) -> dict[str, Any]:
    """Give a claim as a plain dict."""
    exact = _exact(claim)
    verdict, reason = _judged(claim, exact, checks)
    return {
        "kind": claim.kind.value,
        "start": claim.start,
        "end": claim.end,
        "stated": claim.stated.text,
        "exact": None if exact is None else str(exact / _scale(claim)),
        "verdict": verdict,
        "reason": None if reason is None else reason.value,
    }


def _judged(claim: Claim, exact: Fraction | None, checks: Checks) -> tuple[str, Unbound | None]:
    rule = next(iter(claim.relations), None)
    check = None if rule is None else checks.get((id(rule), rule.keys[0]))
    if check is None or check.fit is Fit.NOT_CHECKABLE:
        return _OPEN, claim.reason or Unbound.NO_BASE
    if isinstance(check.relation, Sum):
        return _of_sum(claim, check.relation, check)
    if check.fit is Fit.DOES_NOT_FIT:
        return _MISFIT, None
    if exact is None or Rounding.HALF_UP in _printed(claim).fits(exact):
        return _FITS, None
    if check.fit is not Fit.FITS_ANOTHER_RULE:
        return _OPEN, Unbound.COARSE
    return (_TRUNCATED if Rounding.TRUNCATE in check.rules else _MISFIT), None


def _printed(claim: Claim) -> Stated:
    figure = claim.stated.figure if isinstance(claim.stated, Mention) else None
    return claim.figure if isinstance(claim.figure, Stated) else figure or Stated(0)


def _of_sum(claim: Claim, relation: Sum, check: Check) -> tuple[str, Unbound | None]:
    whole = claim.stated
    if check.fit in {Fit.DOES_NOT_FIT, Fit.FITS_ANOTHER_RULE}:
        within = isinstance(whole, Mention) and not relation.minus and adds_up(whole, claim.inputs)
        return (_FITS if within else _MISFIT), None
    if relation.exhaustive:
        return _FITS, None
    return _OPEN, Unbound.MAY_BE_A_PART


def _exact(claim: Claim) -> Fraction | None:
    """Compute what the figures make, each taken as its digits spell it; None for a judgement."""
    if not claim.relations or claim.kind is ClaimKind.TARGET:
        return None
    values: dict[str, Known] = {figure.key: figure.value for figure in claim.inputs}
    relation = claim.relations[0]
    if isinstance(relation, Sum):
        added, taken = (
            sum((Fraction(values[key]) for key in keys), Fraction(0))  # type: ignore[arg-type]
            for keys in (relation.parts, relation.minus)
        )
        return added - taken
    for hidden, rule in zip(claim.hidden, claim.relations[1:], strict=True):
        values[hidden] = rule.solve(hidden, values)
    answer = relation.solve(relation.keys[0], values)
    return Fraction(answer.point) if isinstance(answer, Interval) and answer.point else None


def _scale(claim: Claim) -> int:
    """Tell a sum in the unit its total is printed in."""
    if claim.kind is not ClaimKind.SUM or not isinstance(claim.stated, Mention):
        return 1
    return int(10**claim.stated.figure.scale)

"""Which figures are accused of which misfits: blame, worked out once a group of broken rules.

Rules that one figure, changed, would mend together belong together, and have one culprit; others
have each their own. So independent faults do not multiply.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wardstats.audit.blame import Blame, System
from wardstats.audit.checks import Check, Fit
from wardstats.audit.evidence import Evidence, weight_of
from wardstats.figures.relations import Presumed, Relation, Same
from wardstats.figures.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable


class Accusations:
    """The figures to blame for each broken rule, worked out once a group of rules."""

    def __init__(
        self, evidence: Evidence, checks: Iterable[Check], trusted: frozenset[str]
    ) -> None:
        self.evidence = evidence
        self._checks: dict[int, list[Check]] = {}
        self._broken: dict[int, Relation] = {}
        for check in checks:
            relation = check.relation
            if check.fit is Fit.DOES_NOT_FIT and relation is not None and not is_repeat(check):
                self._broken[id(relation)] = relation
                self._checks.setdefault(id(relation), []).append(check)
        self._groups: dict[int, tuple[Relation, ...]] = {}
        self._blames: dict[int, Blame] = {}
        if self._broken:
            self._system = _system(evidence, checks, trusted, self._broken.values())
            self._group()

    def of(self, check: Check) -> tuple[list[Check], Blame]:
        """Give the checks that belong together, and the figures to blame for them."""
        relation = check.relation
        if relation is None or id(relation) not in self._groups:
            return [check], Blame()
        rules = self._groups[id(relation)]
        at = id(rules)
        if at not in self._blames:
            self._blames[at] = self._system.blame(rules)
        return [each for rule in rules for each in self._checks[id(rule)]], self._blames[at]

    def taints(self, check: Check) -> bool:
        """Say whether a rounded figure rests on one that is to blame for something else."""
        return check.fit is Fit.FITS_ANOTHER_RULE and not self._culprits.isdisjoint(check.keys[1:])

    @cached_property
    def _culprits(self) -> set[str]:
        blames = [self.of(check)[1] for checks in self._checks.values() for check in checks]
        return {culprit for blame in blames if (culprit := culprit_of(blame)) is not None}

    def _group(self) -> None:
        """Put rules together that one figure would mend together."""
        leader = {at: at for at in self._broken}

        def first(at: int) -> int:
            while leader[at] != at:
                at = leader[at]
            return at

        by_key: dict[str, list[Relation]] = {}
        for relation in self._broken.values():
            for key in relation.keys:
                by_key.setdefault(key, []).append(relation)
        for key, rules in by_key.items():
            if len(rules) > 1 and self._system.mends(key, rules):
                for rule in rules[1:]:
                    leader[first(id(rule))] = first(id(rules[0]))
        members: dict[int, list[Relation]] = {}
        for at, relation in self._broken.items():
            members.setdefault(first(at), []).append(relation)
        for relations in members.values():
            group = tuple(relations)
            self._groups.update((id(relation), group) for relation in relations)


def _system(
    evidence: Evidence,
    checks: Iterable[Check],
    trusted: frozenset[str],
    broken: Iterable[Relation],
) -> System:
    """Take every figure as it stands, a rounded one by the rule that prints it."""
    other_rules = {
        check.key: min(check.rules, key=list(Rounding).index)
        for check in checks
        if check.fit is Fit.FITS_ANOTHER_RULE
    }
    observed = {
        figure.key: evidence.under(other_rules.get(figure.key, evidence.rounding))[figure.key]
        for figure in evidence.sheet
        if evidence.observed(figure.key)
    }
    # Where places disagree, the one that does not fit is the one in question.
    observed |= {
        check.key: check.value
        for check in checks
        if check.fit is Fit.DOES_NOT_FIT and check.reading is not None and not is_repeat(check)
    }
    weights = {figure.key: weight_of(figure) for figure in evidence.sheet}
    rules = [each for each in evidence.relations if not isinstance(each, Presumed)]
    return System(rules, observed, evidence.counts, trusted, weights, broken)


def is_repeat(check: Check) -> bool:
    """Say whether a check holds one figure against itself in another place."""
    return isinstance(check.relation, Same) and len(check.relation.figures) == 1


def culprit_of(blame: Blame) -> str | None:
    """Name the one figure that alone is best to blame, if there is one."""
    best = blame.best
    return best.keys[0] if best is not None and len(best.keys) == 1 else None

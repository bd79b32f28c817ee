"""Whether a suggested text would leave nothing new to find: it is put in place, and checked.

Only rules that the figure can reach are checked again: those that name it, and those that name
what follows from it unstated.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from attrs import evolve

from wardstats.audit.checks import Check, Fit, evidence_of, run_checks
from wardstats.audit.conventions import Convention, convention_of
from wardstats.figures.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wardstats.audit.evidence import Evidence
    from wardstats.audit.findings import Finding
    from wardstats.audit.statements import Statement
    from wardstats.figures.relations import Relation
    from wardstats.figures.rounding import Rounding

# Beyond so many rules nobody can say at a glance what else a figure would upset.
_MOST_RULES = 100
_MOST_CHECKS = 1_000
_WORSE = {
    Fit.FITS: 0,
    Fit.NOT_CHECKABLE: 0,
    Fit.AMBIGUOUS: 1,
    Fit.FITS_ANOTHER_RULE: 1,
    Fit.DOES_NOT_FIT: 2,
}
Place = tuple[str, "Relation | None", str]


def by_place(checks: Iterable[Check]) -> dict[Place, Check]:
    """Put checks under what they check: a figure, by a rule, where it stands."""
    return {_place(each): each for each in checks}


def audits_clean(
    finding: Finding, before: Mapping[Place, Check], evidence: Evidence, convention: Convention
) -> bool:
    """Say whether the suggestion of a finding, put in place, upsets no figure that fits now."""
    rules = _reached(str(finding.key), evidence)
    if finding.suggestion is None or len(rules) > _MOST_RULES:
        return False
    statements = _put_in_place(finding, rules, evidence)
    keys = dict.fromkeys(key for rule in rules for key in rule.keys)
    sheet = Sheet([evidence.figure(key) for key in keys or [str(finding.key)]], rules)
    after = run_checks(evidence_of(sheet, statements, evidence.rounding))
    rounding = convention.followed or evidence.rounding
    if any(_upset(each, before.get(_place(each)), rounding) for each in after):
        return False
    return _keeps(convention, before, {_place(each): each for each in after})


def _keeps(
    convention: Convention, before: Mapping[Place, Check], after: Mapping[Place, Check]
) -> bool:
    """Say whether nothing new would be found of the report's rounding as a whole."""
    if len(before) > _MOST_CHECKS:  # one figure more tells nothing new of so many
        return True
    then = convention_of({**before, **after}.values(), convention.expected)
    was_told = convention.is_mixed or convention.followed is not None
    return was_told or not (then.is_mixed or then.followed is not None)


def _reached(key: str, evidence: Evidence) -> list[Relation]:
    """Find the rules that a figure reaches, through what follows from it and is not stated."""
    seen: set[str] = {key}
    rules: dict[int, Relation] = {}
    waiting = deque([key])
    while waiting and len(rules) <= _MOST_RULES:
        for rule in evidence.concerning.get(waiting.popleft(), ()):
            rules[id(rule)] = rule
            unstated = (each for each in rule.keys if each in evidence.found and each not in seen)
            for other in unstated:
                seen.add(other)
                waiting.append(other)
    return list(rules.values())


def _put_in_place(
    finding: Finding, rules: Iterable[Relation], evidence: Evidence
) -> list[Statement]:
    keys = dict.fromkeys([str(finding.key), *(key for rule in rules for key in rule.keys)])
    told = [each.statement for key in keys for each in evidence.readings.get(key, ())]
    doubted = finding.statements[-1]
    better = evolve(doubted, text=str(finding.suggestion), figure=None)
    return [better if each is doubted else each for each in told]


def _place(check: Check) -> Place:
    return check.key, check.relation, "" if check.statement is None else check.statement.place


def _upset(after: Check, before: Check | None, rounding: Rounding) -> bool:
    """Say whether a check comes out worse than it did, or by another rule than the report's."""
    then = Fit.FITS if before is None else before.fit
    is_worse = _WORSE[after.fit] > _WORSE[then]
    is_newly_cut = after.fit is Fit.FITS_ANOTHER_RULE and then is not Fit.FITS_ANOTHER_RULE
    is_turned = before is not None and after.rules != before.rules and rounding not in after.rules
    return is_worse or is_newly_cut or (after.fit is Fit.FITS and is_turned)

"""The audit: a sheet of figures against what a report prints of them.

>>> from wardstats import Figure, Share, Sheet
>>> counted = Sheet([Figure("part", 1794), Figure("whole", 1804)])
>>> sheet = counted + [Share("rate", "part", "whole")]
>>> report = audit(sheet, [Statement("rate", "99,16%", "dòng 194")])
>>> print(*report.lines("vi"))
dòng 194: Tỷ lệ 99,16% chưa khớp số liệu đi kèm: 1.794/1.804 = 99,45%; đề nghị kiểm tra lại.
>>> report.findings[0].suggestion
'99,45%'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from wardstats.audit.accusations import Accusations, culprit_of, is_repeat
from wardstats.audit.audits import Audit
from wardstats.audit.blame import Blame
from wardstats.audit.causes import possible_causes
from wardstats.audit.checks import Check, Fit, evidence_of, run_checks
from wardstats.audit.conventions import Convention, convention_of
from wardstats.audit.evidence import Evidence, in_report
from wardstats.audit.findings import Finding, FindingCode, code_of, fitting_texts
from wardstats.audit.statements import Statement
from wardstats.audit.suggestions import audits_clean, by_place
from wardstats.figures.relations import Same
from wardstats.figures.rounding import Rounding
from wardstats.figures.values import NOTHING_AROSE, Answer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from wardstats.figures.sheets import Sheet


def audit(
    sheet: Sheet,
    statements: Iterable[Statement],
    *,
    accept: Mapping[str, str] | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    trusted: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> Audit:
    """Hold what a report prints against its figures and the rules that tie them.

    `accept` waives what is found of a figure, with a reason, which the ledger shows. `rounding`
    is the rule the report is held to. Figures in `trusted` are never to blame. `names` has the
    words for codes within keys: {"kp2": "Khu phố 2"}. Raises `UnknownKey`, with near names, for
    a key that the sheet does not hold.
    """
    accepted = dict(accept or {})
    for key in (*accepted, *trusted):
        sheet[key]  # an unknown key is an error with near names
    evidence = evidence_of(sheet, statements, rounding)
    checks = tuple(
        evolve(each, accepted=accepted[each.key]) if each.key in accepted else each
        for each in run_checks(evidence)
    )
    blames = Accusations(evidence, checks, frozenset(trusted))
    telling = (each for each in checks if each.accepted is None and not blames.taints(each))
    convention = convention_of(telling, evidence.rounding)
    found = [*_findings(evidence, checks, convention, blames), *_on_the_whole(evidence, convention)]
    waived = [each for each in found if each.key in accepted]
    return Audit(
        sheet=sheet,
        findings=tuple(sorted((f for f in found if f.key not in accepted), key=_in_order)),
        waived=tuple(sorted(waived, key=_in_order)),
        ledger=_with_reasons(checks, waived, accepted),
        untested=_untested(evidence, checks),
        rounding=evidence.rounding,
        names=dict(names or {}),
    )


def _with_reasons(
    checks: Iterable[Check], waived: Iterable[Finding], accepted: Mapping[str, str]
) -> tuple[Check, ...]:
    """Put the reason of a waived finding on every check that it explains."""
    reasons = {id(check): accepted[str(each.key)] for each in waived for check in each.explains}
    return tuple(
        evolve(each, accepted=reasons[id(each)]) if id(each) in reasons else each for each in checks
    )


def _findings(
    evidence: Evidence,
    checks: tuple[Check, ...],
    convention: Convention,
    blames: Accusations,
) -> Iterator[Finding]:
    told: set[int] = set()
    before = by_place(checks)
    astray = {each.key for each in checks if _goes_astray(each)}
    rounding = convention.followed or evidence.rounding  # what is put in place keeps to it
    for check in checks:
        code = code_of(check, evidence)
        if code is None or id(check) in told:
            continue
        if code is FindingCode.ROUNDED_OTHERWISE and (convention.followed or blames.taints(check)):
            continue
        if is_repeat(check) and check.key in astray:  # found not to fit anyway
            continue
        group, blame = blames.of(check)
        culprit = culprit_of(blame)
        together = [
            each
            for each in group
            if each.accepted == check.accepted and code_of(each, evidence) is not None
        ]
        if culprit is not None and len({id(each.relation) for each in together}) > 1:
            told.update(id(each) for each in together)
            finding = _of_one_figure(evidence, culprit, together, blame, rounding)
        else:
            finding = _of_check(evidence, check, code, blame, rounding)
        mends = audits_clean(finding, before, evidence, convention)
        yield finding if mends else evolve(finding, suggestion=None)


def _of_check(
    evidence: Evidence, check: Check, code: FindingCode, blame: Blame, rounding: Rounding
) -> Finding:
    asks = check.fit is not Fit.AMBIGUOUS and code is not FindingCode.NOT_ALL
    causes = possible_causes(check, evidence) if asks else ()
    texts = fitting_texts(check, rounding)
    return Finding(
        code,
        check.key,
        evidence.behind((*check.keys, *blame.suspects)),
        _statements(evidence, check),
        check,
        check.exact,
        texts,
        check.rules,
        causes[0] if len(causes) == 1 else None,
        causes,
        blame,
        _suggestion(check, texts, blame, evidence),
        known=_known(evidence, (*check.keys, *blame.suspects)),
        printed=_printed(evidence, (*check.keys, *blame.suspects)),
    )


def _statements(evidence: Evidence, check: Check) -> tuple[Statement, ...]:
    """Give what is printed: both places, where they are held against each other."""
    if not isinstance(check.relation, Same):
        return () if check.statement is None else (check.statement,)
    told = (each for key in check.keys for each in evidence.readings.get(key, ()))
    return tuple(sorted((each.statement for each in told), key=in_report))


def _suggestion(
    check: Check, texts: tuple[str, ...], blame: Blame, evidence: Evidence
) -> str | None:
    """Give the one text that mends all, where no other repair is as good."""
    if check.reading is None or len(texts) != 1 or check.fit is Fit.AMBIGUOUS:
        return None
    if check.relation is None or check.fit is not Fit.DOES_NOT_FIT or check.exact == NOTHING_AROSE:
        return texts[0]
    if blame.best is None or blame.best.keys != (check.key,) or _mistyped(check, blame, evidence):
        return None
    return texts[0]


def _mistyped(check: Check, blame: Blame, evidence: Evidence) -> bool:
    """Say whether another figure that would mend all looks mistyped: then it may be that one."""
    for repair in blame.repairs:
        key, exact = repair.keys[0], repair.changes[repair.keys[0]]
        if key == check.key or len(repair.keys) > 1 or evidence.known.get(key) is None:
            continue
        reading = next((each for each in evidence.readings.get(key, ()) if each.held), None)
        other = Check(key, None, reading, evidence.known[key], exact, Fit.DOES_NOT_FIT)
        if possible_causes(other, evidence) and not possible_causes(check, evidence):
            return True
    return False


def _of_one_figure(
    evidence: Evidence, culprit: str, checks: list[Check], blame: Blame, rounding: Rounding
) -> Finding:
    """Tell of the one figure that, changed, mends several rules at once."""
    own = next((each for each in checks if each.key == culprit and each.reading), None)
    if own is not None:
        code = code_of(own, evidence) or FindingCode.ONE_FIGURE
        finding = _of_check(evidence, own, code, blame, rounding)
        return evolve(finding, explains=tuple(each for each in checks if each is not own))
    reading = next((each for each in evidence.readings.get(culprit, ()) if each.held), None)
    exact: Answer = blame.repairs[0].changes[culprit]
    known = evidence.known.get(culprit, exact)
    check = Check(culprit, None, reading, known, exact, Fit.DOES_NOT_FIT, frozenset())
    texts = fitting_texts(check, rounding)
    causes = possible_causes(check, evidence)
    keys = dict.fromkeys(key for each in checks for key in each.keys if key != culprit)
    return Finding(
        FindingCode.ONE_FIGURE,
        culprit,
        (culprit, *keys),
        () if reading is None else (reading.statement,),
        check,
        exact,
        texts,
        cause=causes[0] if len(causes) == 1 else None,
        candidates=causes,
        blame=blame,
        suggestion=texts[0] if len(texts) == 1 else None,
        explains=tuple(checks),
        known=_known(evidence, (culprit, *keys)),
        printed=_printed(evidence, (culprit, *keys)),
    )


def _known(evidence: Evidence, keys: Iterable[str]) -> dict[str, Answer]:
    return {key: evidence.known[key] for key in keys if key in evidence.known}


def _printed(evidence: Evidence, keys: Iterable[str]) -> dict[str, str]:
    return {
        key: evidence.readings[key][0].statement.text for key in keys if key in evidence.readings
    }


def _on_the_whole(evidence: Evidence, convention: Convention) -> Iterator[Finding]:
    """Say of the report as a whole that it rounds by another rule, or by several."""
    figures = convention.breaking + convention.keeping
    codes = {
        FindingCode.REPORT_ROUNDS_OTHERWISE: convention.followed is not None,
        FindingCode.MIXED_ROUNDING: convention.is_mixed,
    }
    for code, applies in codes.items():
        if applies:
            statements = tuple(each.statement for each in figures if each.statement)
            keys = evidence.behind(key for each in figures for key in each.keys)
            yield Finding(code, None, keys, statements, convention=convention)


def _goes_astray(check: Check) -> bool:
    """Say whether a figure is found not to fit others than itself."""
    return not is_repeat(check) and check.fit not in (Fit.FITS, Fit.NOT_CHECKABLE)


def _untested(evidence: Evidence, checks: Iterable[Check]) -> tuple[Statement, ...]:
    """List what is printed of figures that no check names."""
    tested = {key for check in checks for key in check.keys}
    return tuple(
        reading.statement
        for key, readings in evidence.readings.items()
        for reading in readings
        if key not in tested
    )


def _in_order(finding: Finding) -> tuple[object, ...]:
    """Order findings as the report goes; those of the report as a whole come last."""
    place = in_report(finding.statements[-1]) if finding.statements else ()
    whole = finding.key is None
    return (whole, not place, place, finding.key or "", finding.code.value, finding.keys)

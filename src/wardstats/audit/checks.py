"""Every rule held against every figure a report prints, and how it came out.

A check asks a relation what one figure may be, given the others, and whether what is printed is
among that, under which rules of rounding. It uses the relation's own `solve`; no rule is written
here a second time.

    >>> from wardstats import Figure, Share, Sheet
    >>> from wardstats.audit.statements import Statement
    >>> counted = Sheet([Figure("part", 1794), Figure("whole", 1800)])
    >>> sheet = counted + [Share("rate", "part", "whole")]
    >>> check, = run_checks(evidence_of(sheet, [Statement("rate", "99,66%")]))
    >>> check.fit, check.exact.point
    (Fit.FITS_ANOTHER_RULE, Fraction(299, 300))
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from wardstats.audit.evidence import Evidence, is_growth
from wardstats.audit.statements import Reading, Statement, Style, read
from wardstats.errors import WrongKind, quoted
from wardstats.figures.intervals import Interval
from wardstats.figures.relations import Bound, Presumed, Relation, Same
from wardstats.figures.rounding import Rounding, Stated
from wardstats.figures.typed import Code, Typed
from wardstats.figures.values import IMPOSSIBLE, NOT_COUNTED, Answer, Undefined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wardstats.figures.sheets import Sheet

EVERY_RULE = frozenset(Rounding)
NO_RULE: frozenset[Rounding] = frozenset()


class Fit(Code):
    """How a printed figure stands to what a rule makes of the others.

    FITS: it is so printed. FITS_ANOTHER_RULE: another rule of rounding prints it so.
    DOES_NOT_FIT: none does. AMBIGUOUS: it depends on what the report means. NOT_CHECKABLE: the
    report does not say enough.
    """

    FITS = "fits"
    FITS_ANOTHER_RULE = "fits-another-rule"
    DOES_NOT_FIT = "does-not-fit"
    AMBIGUOUS = "ambiguous"
    NOT_CHECKABLE = "not-checkable"


class Unchecked(Code):
    """Why a figure could not be checked.

    UNREADABLE, APPROXIMATE: its text stands for no certain figure. NOT_STATED: a figure that the
    rule needs is neither counted nor printed.
    """

    UNREADABLE = "unreadable"
    APPROXIMATE = "approximate"
    NOT_STATED = "not-stated"


@frozen(repr=False, eq=False)
class Check(Typed):
    """One rule held against one figure.

    `relation` is None where a printed figure is held against the count itself. `reading` is the
    text checked; None where a count is checked, or a figure that follows from counts. `value` is
    what the figure is said to be, `exact` what the others make of it, `rules` are the rules of
    rounding under which the two agree, `missing` the figures nobody states.
    """

    key: str
    relation: Relation | None
    reading: Reading | None
    value: Answer
    exact: Answer
    fit: Fit
    rules: frozenset[Rounding] = EVERY_RULE
    reason: Unchecked | None = None
    missing: tuple[str, ...] = ()
    accepted: str | None = None

    @property
    def statement(self) -> Statement | None:
        """What the report prints, if it does."""
        return None if self.reading is None else self.reading.statement

    @property
    def keys(self) -> tuple[str, ...]:
        """All figures concerned, the one checked first."""
        others = () if self.relation is None else self.relation.keys
        return (self.key, *(key for key in others if key != self.key))

    @property
    def is_decisive(self) -> bool:
        """Whether the figure tells one rule of rounding from another."""
        return NO_RULE < self.rules < EVERY_RULE


def evidence_of(
    sheet: Sheet, statements: Iterable[Statement], rounding: Rounding = Rounding.HALF_UP
) -> Evidence:
    """Read statements by the kinds of their figures; an unknown key is an error with near names."""
    growths = is_growth(sheet.relations)
    readings = []
    for each in statements:
        if not isinstance(each, Statement):
            raise WrongKind(quoted(each), "a Statement", "as Statement('key', '95,83%', 'dòng 1')")
        readings.append(read(each, sheet[each.key], is_growth=each.key in growths))
    return Evidence(sheet, readings, Rounding.given(rounding))


def run_checks(evidence: Evidence) -> tuple[Check, ...]:
    """Hold every rule against every figure it can test, in the order of sheet and report."""
    checks = [
        check for readings in evidence.readings.values() for check in _read(evidence, readings)
    ]
    for relation in evidence.relations:
        checks += _related(evidence, relation)
    return tuple(checks) + tuple(_uncheckable(evidence, checks))


def _read(evidence: Evidence, readings: list[Reading]) -> Iterator[Check]:
    """Check what is printed against the count, and one place against another."""
    key = readings[0].statement.key
    for reading in readings:
        if reading.unread is not None:
            yield _unmade(key, None, reading, Unchecked[reading.unread.name])
        elif evidence.figure(key).value is not None:
            check = _compared(evidence, key, None, reading)
            if evidence.is_counted(key) or check.fit is not Fit.FITS:
                yield check
    told = [reading for reading in readings if reading.held is not None]
    for first, second in pairwise(told):
        yield _repeated(evidence, key, first, second)


def _related(evidence: Evidence, relation: Relation) -> Iterator[Check]:
    key = _subject(evidence, relation)
    if any(relation in evidence.found.get(other, ()) for other in relation.keys if other != key):
        return
    told = [each for each in evidence.readings.get(key, ()) if each.held is not None]
    if told and evidence.refutes(relation, evidence.rounding):
        yield _refuted(evidence, relation, key, told[0])
    elif evidence.is_counted(key):
        yield from _silent(evidence, relation, key, told[:1])
    elif told:
        for reading in told:
            yield _compared(evidence, key, relation, reading)
    elif relation not in evidence.found.get(key, ()):
        yield from _silent(evidence, relation, key, [])
    elif evidence.known[key] == IMPOSSIBLE:  # a part above its whole, though nobody prints a rate
        yield Check(key, relation, None, IMPOSSIBLE, IMPOSSIBLE, Fit.DOES_NOT_FIT, NO_RULE)


def _refuted(evidence: Evidence, relation: Relation, key: str, reading: Reading) -> Check:
    """Note that no value of a figure nobody states would make a rule hold."""
    check = _compared(evidence, key, relation, reading)
    if check.fit is Fit.DOES_NOT_FIT:
        return check
    rules = frozenset(rule for rule in Rounding if not evidence.refutes(relation, rule))
    fit = Fit.FITS_ANOTHER_RULE if rules else Fit.DOES_NOT_FIT
    return evolve(check, exact=IMPOSSIBLE, fit=fit, rules=rules)


def _silent(
    evidence: Evidence, relation: Relation, key: str, told: list[Reading]
) -> Iterator[Check]:
    """Check a figure that is counted, or follows from counts; say nothing of what nobody knows."""
    if any(other not in evidence.known for other in relation.keys):
        return
    check = _compared(evidence, key, relation, None)
    yield evolve(check, reading=told[0]) if told else check


def _subject(evidence: Evidence, relation: Relation) -> str:
    """Choose the figure to check: what the rule derives, or else one that is printed."""
    if relation.derives is not None:
        return relation.derives
    rule = relation.rule if isinstance(relation, Presumed) else relation
    if isinstance(rule, (Bound, Same)):
        printed = (each for each in reversed(relation.keys) if evidence.is_read(each))
        observed = (each for each in relation.keys if evidence.observed(each))
        return next(printed, next(observed, relation.keys[0]))
    return relation.keys[0]


def _compared(
    evidence: Evidence, key: str, relation: Relation | None, reading: Reading | None
) -> Check:
    """Compare what a figure is said to be with what is known otherwise."""
    mine = evidence.rounding
    value, exact = _sides(evidence, key, relation, reading, mine)
    if NOT_COUNTED in (exact, value):
        missing = () if relation is None else _missing(evidence, relation, key)
        return _unmade(key, relation, reading, Unchecked.NOT_STATED, missing)
    rules = _rules(evidence, key, relation, reading, exact)
    fit = Fit.FITS_ANOTHER_RULE if rules else Fit.DOES_NOT_FIT
    if _agree(value, exact):
        fit = Fit.FITS
    return Check(key, relation, reading, value, exact, _meant(fit, relation, reading), rules)


def _unmade(
    key: str,
    relation: Relation | None,
    reading: Reading | None,
    reason: Unchecked,
    missing: Iterable[str] = (),
) -> Check:
    """Note a check that could not be made, and why."""
    return Check(
        key,
        relation,
        reading,
        NOT_COUNTED,
        NOT_COUNTED,
        Fit.NOT_CHECKABLE,
        NO_RULE,
        reason,
        tuple(missing),
    )


def _meant(fit: Fit, relation: Relation | None, reading: Reading | None) -> Fit:
    """Leave open what depends on how the report is meant."""
    if isinstance(relation, Presumed) and fit is not Fit.FITS:
        return Fit.AMBIGUOUS
    if reading is not None and reading.style is Style.PERCENT_SIGN and fit is Fit.FITS:
        return Fit.AMBIGUOUS
    return fit


def _sides(
    evidence: Evidence,
    key: str,
    relation: Relation | None,
    reading: Reading | None,
    rounding: Rounding,
) -> tuple[Answer, Answer]:
    known = evidence.under(rounding)
    value = known.get(key, NOT_COUNTED) if reading is None else _said(evidence, reading, rounding)
    if relation is None:
        return value, evidence.held(key, rounding)
    return value, relation.solve(key, known, evidence.counts)


def _said(evidence: Evidence, reading: Reading, rounding: Rounding) -> Answer:
    said = reading.under(rounding) or NOT_COUNTED
    if isinstance(said, Interval) and reading.statement.key in evidence.counts:
        return said.integers() or said
    return said


def _agree(value: Answer, exact: Answer) -> bool:
    if isinstance(value, Undefined) or isinstance(exact, Undefined):
        return value == exact
    return value & exact is not None


def _rules(
    evidence: Evidence,
    key: str,
    relation: Relation | None,
    reading: Reading | None,
    exact: Answer,
) -> frozenset[Rounding]:
    """Name the rules under which the figure and the others agree."""
    held = None if reading is None else reading.held
    point = exact.point if isinstance(exact, Interval) else None
    others = () if relation is None else relation.keys
    settled = all(evidence.is_settled(each) for each in others if each != key)
    if point is not None and settled and isinstance(held, Stated) and key not in evidence.counts:
        return held.fits(point)
    if key in evidence.counts and point is not None:
        value = _sides(evidence, key, relation, reading, evidence.rounding)[0]
        return EVERY_RULE if _agree(value, exact) else NO_RULE
    return frozenset(
        rule for rule in Rounding if _agree(*_sides(evidence, key, relation, reading, rule))
    )


def _repeated(evidence: Evidence, key: str, first: Reading, second: Reading) -> Check:
    """Check whether one figure printed in two places may be one figure."""
    agreeing = frozenset(
        rule
        for rule in Rounding
        if _agree(_said(evidence, first, rule), _said(evidence, second, rule))
    )
    mine = evidence.rounding
    fit = Fit.FITS if mine in agreeing else Fit.DOES_NOT_FIT
    before = _said(evidence, first, mine)
    return Check(key, Same([key]), second, _said(evidence, second, mine), before, fit, agreeing)


def _missing(evidence: Evidence, relation: Relation, key: str) -> tuple[str, ...]:
    known = evidence.known
    return tuple(each for each in relation.keys if each != key and each not in known)


def _uncheckable(evidence: Evidence, checks: list[Check]) -> Iterator[Check]:
    """List the figures printed that no rule could test, with what the rules lack."""
    tested = {check.key for check in checks}
    for relation in evidence.relations:
        key = relation.derives
        if key is None or key in tested:
            continue
        for reading in evidence.readings.get(key, ()):
            found = [each for each in relation.keys if relation in evidence.found.get(each, ())]
            check = _unmade(key, relation, reading, Unchecked.NOT_STATED, found)
            open_to_doubt = reading.style is Style.PERCENT_SIGN
            yield evolve(check, fit=Fit.AMBIGUOUS) if open_to_doubt else check
            tested.add(key)

"""What an audit finds: facts about figures that do not fit, never guilt.

A finding names the figures concerned and where they stand, what is printed, what the others make
of it, the texts that would fit, a cause where exactly one explains it, and the smallest sets of
figures to change. How it is said is up to `wording`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from wardstats.audit.blame import Blame
from wardstats.audit.checks import Check, Fit
from wardstats.audit.conventions import is_called_whole
from wardstats.audit.restating import printed_like
from wardstats.audit.statements import NOTHING_AROSE_TEXT
from wardstats.figures.exact import MOST_PLACES
from wardstats.figures.intervals import Interval
from wardstats.figures.judgements import Judged
from wardstats.figures.relations import (
    Bound,
    Change,
    Completes,
    PointGap,
    Presumed,
    Product,
    Relation,
    Same,
    Share,
    Sum,
)
from wardstats.figures.rounding import Rounding, Stated
from wardstats.figures.typed import Code, Typed
from wardstats.figures.values import IMPOSSIBLE, NOTHING_AROSE, Answer, Undefined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wardstats.audit.causes import Cause
    from wardstats.audit.conventions import Convention
    from wardstats.audit.evidence import Evidence
    from wardstats.audit.statements import Reading, Statement
    from wardstats.figures.exact import Exact

_MOST_TEXTS = 10


class Severity(Code):
    """How much a finding asks of the author.

    MISFIT: figures contradict one another. REVIEW: they may, depending on what is meant. NOTE:
    they agree, and are printed in another way than usual.
    """

    MISFIT = "misfit"
    REVIEW = "review"
    NOTE = "note"


class FindingCode(Code):
    """What sort of finding it is; each has a sentence of its own in every language."""

    RATE_DIFFERS = "rate-differs"
    COMPLETION_DIFFERS = "completion-differs"
    GROWTH_DIFFERS = "growth-differs"
    POINTS_DIFFER = "points-differ"
    PRODUCT_DIFFERS = "product-differs"
    PARTS_EXCEED = "parts-exceed"
    PARTS_FALL_SHORT = "parts-fall-short"
    BOUND_BROKEN = "bound-broken"
    COUNT_DIFFERS = "count-differs"
    PRINTED_DIFFERENTLY = "printed-differently"
    ONE_FIGURE = "one-figure"
    RULE_BROKEN = "rule-broken"
    CALLED_MET = "called-met"
    CALLED_NOT_MET = "called-not-met"
    CALLED_EXCEEDED = "called-exceeded"
    MET_BY_ROUNDING = "met-by-rounding"
    NOT_ALL = "not-all"
    NOTHING_AROSE = "nothing-arose"
    IMPOSSIBLE = "impossible"
    IN_QUESTION = "in-question"
    PERCENT_FOR_POINTS = "percent-for-points"
    ROUNDED_OTHERWISE = "rounded-otherwise"
    REPORT_ROUNDS_OTHERWISE = "report-rounds-otherwise"
    MIXED_ROUNDING = "mixed-rounding"


_REVIEWED = {
    FindingCode.PRINTED_DIFFERENTLY,
    FindingCode.NOT_ALL,
    FindingCode.IN_QUESTION,
    FindingCode.PERCENT_FOR_POINTS,
    FindingCode.MET_BY_ROUNDING,
}
_NOTED = {
    FindingCode.ROUNDED_OTHERWISE,
    FindingCode.REPORT_ROUNDS_OTHERWISE,
    FindingCode.MIXED_ROUNDING,
}


@frozen(repr=False, eq=False)
class Finding(Typed):
    """One thing to look at again.

    `key` is the figure it is about, None for the report as a whole; `keys` are all concerned, and
    `statements` what the report prints of the first. `texts` would fit in place of what is
    printed; `suggestion` is the one that would, where no other repair is as good. `explains` are
    checks that the same figure upsets. `known` is what each figure concerned is known to be,
    `printed` how it is printed.
    """

    code: FindingCode
    key: str | None
    keys: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    check: Check | None = None
    exact: Answer = IMPOSSIBLE
    texts: tuple[str, ...] = ()
    rules: frozenset[Rounding] = frozenset()
    cause: Cause | None = None
    candidates: tuple[Cause, ...] = ()
    blame: Blame = Blame()  # noqa: RUF009 - it is frozen
    suggestion: str | None = None
    explains: tuple[Check, ...] = ()
    known: Mapping[str, Answer] = field(factory=dict)
    printed: Mapping[str, str] = field(factory=dict)
    convention: Convention | None = None

    @property
    def severity(self) -> Severity:
        """How much it asks of the author."""
        if self.code in _NOTED:
            return Severity.NOTE
        return Severity.REVIEW if self.code in _REVIEWED else Severity.MISFIT

    @property
    def stated(self) -> str:
        """The text it is about; empty where the figure is not printed."""
        return self.statements[0].text if self.statements else ""

    @property
    def places(self) -> tuple[str, ...]:
        """Where the figures it is about stand."""
        return tuple(each.place for each in self.statements if each.place)


def code_of(check: Check, evidence: Evidence) -> FindingCode | None:
    """Say what a check finds; None where there is nothing to say of it."""
    if is_called_whole(check):
        return FindingCode.NOT_ALL
    if check.fit is Fit.AMBIGUOUS:
        question = isinstance(check.relation, Presumed)
        return FindingCode.IN_QUESTION if question else FindingCode.PERCENT_FOR_POINTS
    if check.fit is Fit.FITS_ANOTHER_RULE:
        return FindingCode.ROUNDED_OTHERWISE
    return _misfit(check, evidence) if check.fit is Fit.DOES_NOT_FIT else None


_BY_RULE: dict[type[Relation], FindingCode] = {
    Share: FindingCode.RATE_DIFFERS,
    Completes: FindingCode.COMPLETION_DIFFERS,
    Change: FindingCode.GROWTH_DIFFERS,
    PointGap: FindingCode.POINTS_DIFFER,
    Product: FindingCode.PRODUCT_DIFFERS,
    Bound: FindingCode.BOUND_BROKEN,
    Same: FindingCode.PRINTED_DIFFERENTLY,
}


def _misfit(check: Check, evidence: Evidence) -> FindingCode:
    relation, said, exact = check.relation, check.value, check.exact
    if relation is None:
        return FindingCode.COUNT_DIFFERS
    if isinstance(exact, Undefined):
        return _without_value(relation, exact, evidence)
    if isinstance(said, Interval) and isinstance(relation, Judged):
        return _judgement(relation, said, exact, evidence)
    if isinstance(said, Interval) and isinstance(relation, Sum):
        return _parts(said, exact)
    return _by_rule(relation)


def _without_value(relation: Relation, exact: Undefined, evidence: Evidence) -> FindingCode:
    if exact == NOTHING_AROSE:
        return FindingCode.NOTHING_AROSE
    if isinstance(relation, Same):
        return FindingCode.PRINTED_DIFFERENTLY
    refuted = evidence.refutes(relation, evidence.rounding)
    is_share = isinstance(relation, Share) and not refuted
    return FindingCode.BOUND_BROKEN if is_share else FindingCode.IMPOSSIBLE


def _by_rule(relation: Relation) -> FindingCode:
    return _BY_RULE.get(type(relation), FindingCode.RULE_BROKEN)


def _parts(said: Interval, exact: Interval) -> FindingCode:
    exceeds = exact & said.above is not None
    return FindingCode.PARTS_EXCEED if exceeds else FindingCode.PARTS_FALL_SHORT


def _judgement(
    relation: Judged, said: Interval, ranks: Interval, evidence: Evidence
) -> FindingCode:
    """Tell the faults of a judgement apart."""
    if said.high == 0:
        return FindingCode.CALLED_NOT_MET
    if ranks.high:
        return FindingCode.CALLED_EXCEEDED
    printed = (each.held for each in evidence.readings.get(relation.actual, ()))
    spelled = (each.value for each in printed if isinstance(each, Stated))
    met = any(_earns(relation, value, said, evidence) for value in spelled)
    return FindingCode.MET_BY_ROUNDING if met else FindingCode.CALLED_MET


def _earns(relation: Judged, value: Exact, said: Interval, evidence: Evidence) -> bool:
    """Say whether a figure, taken as its digits spell it, earns the judgement."""
    known = {**evidence.known, relation.actual: Interval.exactly(value)}
    ranks = relation.solve(relation.judgement, known)
    return isinstance(ranks, Interval) and ranks & said is not None


def fitting_texts(check: Check, rounding: Rounding) -> tuple[str, ...]:
    """Print what would fit, as the report prints the figure; empty if that is too many texts."""
    reading, exact = check.reading, check.exact
    if reading is None or check.fit is Fit.AMBIGUOUS:
        return ()
    if exact == NOTHING_AROSE:
        return (NOTHING_AROSE_TEXT,)
    if not isinstance(exact, Interval):
        return ()
    if exact.point is not None:
        whole = is_called_whole(check)
        return (_printed(reading, exact.point, rounding, short_of=1 if whole else None),)
    return tuple(_between(reading, exact, rounding))


def _printed(reading: Reading, value: Exact, rounding: Rounding, short_of: Exact | None) -> str:
    """Print a value, to as many decimals more as show that it is short of another."""
    held = reading.held
    text = printed_like(reading, value, rounding)
    if short_of is None or not isinstance(held, Stated) or held.places == MOST_PLACES:
        return text
    if text != printed_like(reading, short_of, rounding):
        return text
    finer = evolve(reading, held=evolve(held, places=held.places + 1))
    return _printed(finer, value, rounding, short_of)


def _between(reading: Reading, exact: Interval, rounding: Rounding) -> Iterator[str]:
    """Print each text that stands for something between two ends, if they are few."""
    held = reading.held
    if not isinstance(held, Stated) or exact.low is None or exact.high is None:
        return
    first, last = Fraction(exact.low) / held.unit, Fraction(exact.high) / held.unit
    if last - first > _MOST_TEXTS:
        return
    for digits in range(int(first) - 1, int(last) + 2):
        figure = evolve(held, digits=digits)
        if figure.interval(rounding) & exact is not None:
            yield printed_like(reading, figure.value, rounding)

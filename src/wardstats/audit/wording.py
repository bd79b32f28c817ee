"""How findings are said: a sentence each, in Vietnamese or English.

Words for figures come from `wardstats.vi.terms`; a figure that has none there is named by its
key. Numbers are printed as in Vietnam, in English with the signs turned round.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

from wardstats.audit.causes import Cause
from wardstats.audit.checks import Fit
from wardstats.audit.conventions import BEST_KNOWN
from wardstats.audit.evidence import in_report
from wardstats.audit.findings import Finding, FindingCode
from wardstats.audit.restating import noun_of
from wardstats.audit.sentences import CAUSES, CHECKS, FINDINGS, PHRASES, SEVERITIES
from wardstats.audit.statements import Reading
from wardstats.audit.words import Language, Words, given
from wardstats.figures.changes import Points
from wardstats.figures.intervals import Interval
from wardstats.figures.judgements import Judged
from wardstats.figures.rates import Percent
from wardstats.figures.relations import Presumed, Relation, Share, Sum
from wardstats.figures.rounding import Rounding
from wardstats.figures.targets import AtLeast, MoreThan
from wardstats.figures.values import NOTHING_AROSE, Answer, FigureKind
from wardstats.vi.numerals import count

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from wardstats.audit.checks import Check
    from wardstats.audit.conventions import Convention
    from wardstats.audit.findings import Severity
    from wardstats.figures.exact import Exact
    from wardstats.figures.sheets import Figure

_MOST_SUSPECTS = 8
_FEW = 2
_DIRECTED = ("MoreThan", "AtMost", "LessThan")


def sentence(finding: Finding, words: Words) -> str:
    """Say a finding in one sentence, with its cause and the figures to look at, if any."""
    language = words.language
    own = {} if finding.check is None else getattr(finding.check.relation, "sentences", {})
    told = FINDINGS[language][finding.code]
    if finding.check is not None and finding.check.fit is Fit.DOES_NOT_FIT:
        told = own.get(language, told)
    told = told.format_map(_Slots(words, finding))
    told = told[0].upper() + told[1:] if language == "vi" else told
    if finding.cause is not None and finding.code is not FindingCode.ROUNDED_OTHERWISE:
        told += words.phrase("cause", cause=CAUSES[language][finding.cause])
    return told + _suspects(words, finding)


def explained(check: Check, words: Words) -> str:
    """Say the outcome of a check."""
    reading = check.reading
    stated = _body(reading) if reading else words.shown(check.value, words.sheet[check.key])
    rule = words.rules(check.rules)
    missing = words.listed(words.term(key) for key in check.missing) or words.term(check.key)
    meant = list(reading.candidates) if reading else []
    told = CHECKS[words.language][check.reason or check.fit].format(
        term=words.term(check.key),
        stated=stated,
        rule=rule,
        missing=missing,
        meant=words.phrase("meant", meant=words.phrase("or").join(meant)) if meant else "",
    )
    return told[0].upper() + told[1:] + (f" ({check.accepted})" if check.accepted else "")


def severity_term(severity: Severity, language: Language = "vi") -> str:
    """Give the word for how much a finding asks."""
    return SEVERITIES[given(language)][severity]


def heading(fits: Counter[Fit], untested: int, language: Language = "vi") -> str:
    """Count the checks by their outcome, in a sentence."""
    return PHRASES[given(language)]["heading"].format(
        checks=fits.total(),
        fits=fits[Fit.FITS],
        other=fits[Fit.FITS_ANOTHER_RULE],
        misfits=fits[Fit.DOES_NOT_FIT],
        ambiguous=fits[Fit.AMBIGUOUS],
        unchecked=fits[Fit.NOT_CHECKABLE],
        untested=untested,
    )


def _body(reading: Reading) -> str:
    """Give the text of a figure without the words around it."""
    text = reading.statement.text.strip()
    if text.startswith(reading.before) and text.endswith(reading.after):
        text = text[len(reading.before) : len(text) - len(reading.after)]
    return text


def _suspects(words: Words, finding: Finding) -> str:
    blame, check = finding.blame, finding.check
    if finding.cause not in (None, Cause.OVERLAP):
        return ""
    if check is None or check.fit is not Fit.DOES_NOT_FIT or check.exact == NOTHING_AROSE:
        return ""
    if blame.stopped and not blame.repairs:
        return words.phrase("stopped")
    alone = [repair.keys[0] for repair in blame.repairs if len(repair.keys) == 1]
    if blame.best is not None and blame.best.keys == (finding.key,):
        return ""
    if not alone or len(alone) > _MOST_SUSPECTS:
        return ""
    if blame.best is not None and len(blame.best.keys) == 1:
        alone = list(blame.best.keys)
    slots = _Slots(words, finding)
    known = {key: words.known(finding, key) for key in alone} | {check.key: slots["stated"]}
    told = (f"{words.term(key)} ({known[key]})" for key in alone)
    return words.phrase("suspects", suspects="; ".join(told))


class _Slots(dict[str, str]):
    """What the sentences of findings leave open, each worked out when it is asked for."""

    def __init__(self, words: Words, finding: Finding) -> None:
        super().__init__()
        self.words = words
        self.finding = finding
        self.check = cast("Check", finding.check)  # those of the whole report ask for none

    def __missing__(self, name: str) -> str:
        return str(getattr(self, f"slot_{name}")())

    @property
    def figure(self) -> Figure:
        return self.words.sheet[self.check.key]

    @property
    def rule(self) -> Relation | None:
        rule = self.check.relation
        return rule.rule if isinstance(rule, Presumed) else rule

    def slot_stated(self) -> str:
        reading = self.check.reading
        if reading is not None:
            return _body(reading)
        return self.words.shown(self.check.value, self.figure)

    def slot_term(self) -> str:
        return self.words.term(self.check.key)

    def slot_right(self) -> str:
        texts, reading = self.finding.texts, self.check.reading
        if reading is None or not texts:
            return self.slot_value()
        if self.words.language != "vi" and self.figure.kind is FigureKind.COUNT:
            return self.slot_value()
        bare = (text[len(reading.before) : len(text) - len(reading.after)] for text in texts)
        shown = [self.words.turned(text) for text in bare]
        if len(shown) > _FEW:
            return self.words.phrase("between", low=shown[0], high=shown[-1])
        return self.words.phrase("or").join(shown)

    def slot_value(self) -> str:
        """What the others make, at the usual decimals; of parts that need not be all, their sum."""
        exact = _point(self.finding.exact)
        if self.finding.code is FindingCode.NOT_ALL and exact is not None:
            return self.words.short_of(exact, 1)
        return self.words.shown(self._least, self.figure)

    def slot_total(self) -> str:
        reading = self.check.reading
        if reading is not None and _point(self.check.value) is None:
            return _body(reading)
        return self.words.shown(self.check.value, self.figure)

    def slot_quotient(self) -> str:
        _, part, whole = self.check.relation.keys  # type: ignore[union-attr]
        return f"{self.words.known(self.finding, part)}/{self.words.known(self.finding, whole)}"

    def slot_inputs(self) -> str:
        keys = () if self.check.relation is None else self.check.relation.keys
        return f" ({self.slot_quotient()})" if len(keys) == len("abc") else ""

    def slot_current(self) -> str:
        return self.words.known(self.finding, self.check.relation.keys[1])  # type: ignore[union-attr]

    def slot_previous(self) -> str:
        return self.words.known(self.finding, self.check.relation.keys[2])  # type: ignore[union-attr]

    def slot_factors(self) -> str:
        factors = self.check.relation.keys[1:]  # type: ignore[union-attr]
        return " × ".join(self.words.known(self.finding, key) for key in factors)

    def slot_gap(self) -> str:
        noun = noun_of(self.check.reading) if self.words.language == "vi" else ""
        gap = self._distance(self._least, self.check.value, noun)
        return self.words.phrase("gap", gap=gap) if gap else ""

    def slot_rest(self) -> str:
        """What the part lacks of the whole, where both are counted."""
        _, part, whole = self.check.relation.keys  # type: ignore[union-attr]
        known = self.finding.known
        gap = self._distance(known.get(whole), known.get(part), "")
        return self.words.phrase("rest", gap=gap) if gap else ""

    def slot_lesser(self) -> str:
        return self._side(self._bounded[0])

    def slot_greater(self) -> str:
        return self._side(self._bounded[1])

    def slot_lesser_term(self) -> str:
        return self._side_term(self._bounded[0])

    def slot_greater_term(self) -> str:
        return self._side_term(self._bounded[1])

    def slot_places(self) -> str:
        told = (
            f"{each.text} ({each.place})" if each.place else each.text
            for each in self.finding.statements
        )
        return self.words.listed(told)

    def slot_members(self) -> str:
        keys = () if self.rule is None else self.rule.keys
        told = (f"{self.words.term(key)} ({self.words.known(self.finding, key)})" for key in keys)
        return self.words.listed(told)

    def slot_in_points(self) -> str:
        return self.slot_stated().replace("%", " điểm phần trăm").replace("  ", " ")

    def slot_actual(self) -> str:
        exact, limit = _point(self.finding.known[self._judged.actual]), self._judged.ends[0]
        only_looks_met = self.finding.code is FindingCode.MET_BY_ROUNDING
        if only_looks_met and isinstance(limit, Percent) and exact is not None:
            return self.words.short_of(exact, limit.value)
        return self.words.known(self.finding, self._judged.actual)

    def slot_bound(self) -> str:
        """Tell the target: its bound, and the words that give it its direction."""
        low, *high = (self._side(end) for end in self._judged.ends)
        if high:
            return self.words.phrase("between", low=low, high=high[0])
        name = self._judged.rule.__name__
        return self.words.phrase(name, bound=low) if name in _DIRECTED else low

    def slot_misses(self) -> str:
        rises = self._judged.rule in (AtLeast, MoreThan)
        return self.words.phrase("misses" if rises else "not_within")

    def slot_shortfall(self) -> str:
        known, judged = self.finding.known, self._judged
        actual, bound = (_point(known.get(key)) for key in (judged.actual, str(judged.ends[0])))
        if len(judged.ends) > 1 or actual is None or bound is None or actual >= bound:
            return ""
        is_rate = self.words.sheet[judged.actual].kind in (FigureKind.PERCENT, FigureKind.PER_MILLE)
        gap = bound - actual
        told = self.words.quantity(Points.of(gap) if is_rate else gap)
        return self.words.phrase("shortfall", gap=told)

    def slot_rule(self) -> str:
        convention = self.finding.convention
        if convention is None:
            rules = self.finding.rules
            cut = rules == {Rounding.TRUNCATE}
            return self.words.phrase("TRUNCATE_ONE") if cut else self.words.rules(rules)
        return self.words.phrase((convention.followed or convention.expected).name)

    def slot_ways(self) -> str:
        """Tell each rule of rounding met with, and its figures."""
        convention = cast("Convention", self.finding.convention)
        told = {convention.expected: list(convention.keeping)}
        for check in convention.breaking:
            rule = next(rule for rule in BEST_KNOWN if rule in check.rules)
            told.setdefault(rule, []).append(check)
        return self.words.listed(
            f"{self.words.phrase(rule.name)} ({_texts(checks)})"
            for rule, checks in told.items()
            if checks
        )

    def slot_breaking(self) -> str:
        return _texts(self.finding.convention.breaking)  # type: ignore[union-attr]

    @property
    def _bounded(self) -> tuple[object, object]:
        """What may not exceed what: a part its whole, too."""
        rule = self.rule
        return (rule.part, rule.whole) if isinstance(rule, Share) else (rule.lesser, rule.greater)  # type: ignore[union-attr]

    @property
    def _least(self) -> Answer:
        exact, rule = self.finding.exact, self.rule
        is_open = isinstance(rule, Sum) and not rule.exhaustive
        if is_open and isinstance(exact, Interval) and exact.low is not None:
            return Interval.exactly(exact.low)
        return exact

    @property
    def _judged(self) -> Judged:
        return cast("Judged", self.rule)

    def _side(self, side: object) -> str:
        if isinstance(side, str):
            return self.words.known(self.finding, side)
        return self.words.quantity(cast("Exact | Percent | Points", side))

    def _side_term(self, side: object) -> str:
        return self.words.term(side) if isinstance(side, str) else self._side(side)

    def _distance(self, one: Answer | None, other: Answer | None, noun: str) -> str:
        """Print how far two exact numbers are apart, with the noun of what is counted."""
        here, there = _point(one), _point(other)
        if here is None or there is None:
            return ""
        gap = abs(Fraction(here) - there)
        if gap.denominator == 1 and noun:
            return count(int(gap), noun)
        return self.words.quantity(gap)


def _point(answer: Answer | None) -> Exact | None:
    return answer.point if isinstance(answer, Interval) else None


def _texts(checks: Iterable[Check]) -> str:
    readings = [each.reading for each in checks if each.reading is not None]
    readings.sort(key=lambda each: in_report(each.statement))
    return "; ".join(dict.fromkeys(map(_body, readings)))

"""Why a figure does not fit: the slips that would have printed it so.

Each cause is a question: had this happened, would the figure read as it does? A cause is named
only where exactly one says yes; where several do, they are candidates and no more.

    >>> from wardstats import Figure, Share, Sheet
    >>> from wardstats.audit.checks import evidence_of, run_checks
    >>> from wardstats.audit.statements import Statement
    >>> counted = Sheet([Figure("part", 1794), Figure("whole", 1804)])
    >>> sheet = counted + [Share("rate", "part", "whole")]
    >>> evidence = evidence_of(sheet, [Statement("rate", "0,55%")])
    >>> possible_causes(run_checks(evidence)[0], evidence)
    (Cause.COMPLEMENT,)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from wardstats.audit.statements import Style
from wardstats.figures.exact import Exact
from wardstats.figures.intervals import Interval
from wardstats.figures.relations import Change, Completes, PointGap, Relation, Share, Sum
from wardstats.figures.rounding import Rounding, Stated, StatedKind, nearest, round_to
from wardstats.figures.typed import Code
from wardstats.figures.values import Answer, FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wardstats.audit.checks import Check
    from wardstats.audit.evidence import Evidence


class Cause(Code):
    """What may have happened to a figure.

    TRUNCATED: its decimals were cut. ROUNDED_TWICE: it was rounded from a rounded figure.
    DIGITS_SWAPPED, DIGIT_DROPPED, DIGIT_DOUBLED, DECIMAL_MOVED: it was mistyped. OTHER_BASE: its
    denominator is another figure of the report. LAST_PERIOD: it is the previous value.
    COMPLEMENT: it is what is left to 100 %. PART_AND_WHOLE_SWAPPED: it is the whole by the part.
    POINTS_AS_PERCENT, PERCENT_AS_POINTS: a distance in points stands for a growth, or the other way
    round. PER_MILLE: per cent and per mille were confused. MEAN_OF_RATES: the parts' rates were
    averaged. FORCED_TO_100: it was adjusted so that the shares make 100. UNIT_SLIP: nghìn, triệu
    and tỷ were confused. OVERLAP: a linked part is counted in another as well.
    """

    TRUNCATED = "truncated"
    ROUNDED_TWICE = "rounded-twice"
    DIGITS_SWAPPED = "digits-swapped"
    DIGIT_DROPPED = "digit-dropped"
    DIGIT_DOUBLED = "digit-doubled"
    DECIMAL_MOVED = "decimal-moved"
    OTHER_BASE = "other-base"
    LAST_PERIOD = "last-period"
    COMPLEMENT = "complement"
    PART_AND_WHOLE_SWAPPED = "part-and-whole-swapped"
    POINTS_AS_PERCENT = "points-as-percent"
    PERCENT_AS_POINTS = "percent-as-points"
    PER_MILLE = "per-mille"
    MEAN_OF_RATES = "mean-of-rates"
    FORCED_TO_100 = "forced-to-100"
    UNIT_SLIP = "unit-slip"
    OVERLAP = "overlap"


def possible_causes(check: Check, evidence: Evidence) -> tuple[Cause, ...]:
    """Name every slip that would print a figure as it is printed; none where nothing is known."""
    held = None if check.reading is None else check.reading.held
    exact = check.exact.point if isinstance(check.exact, Interval) else None
    overlap = (Cause.OVERLAP,) if _overlaps(check, evidence) else ()
    if not isinstance(held, Stated) or exact is None:
        return overlap
    misfit = _Misfit(check, evidence, held, exact)
    if _per_mille(misfit):  # the sign says it all: that digits look moved is no second cause
        return (Cause.PER_MILLE,)
    return overlap + tuple(cause for cause, explains in _EXPLANATIONS.items() if explains(misfit))


@frozen
class _Misfit:
    check: Check
    evidence: Evidence
    held: Stated
    exact: Exact

    @property
    def relation(self) -> Relation | None:
        return self.check.relation

    def prints(self, value: Exact, rounding: Rounding = Rounding.HALF_UP) -> bool:
        """Say whether a value, rounded, reads as the figure does."""
        return _scaled(value, self.held, rounding) == self.held.digits

    def known(self, key: str) -> Answer | None:
        return self.evidence.known.get(key)

    def point(self, key: str) -> Exact | None:
        known = self.known(key)
        return known.point if isinstance(known, Interval) else None

    def digits(self) -> tuple[str, str]:
        """Give the digits as printed, and as they should be, at the same decimals."""
        width = self.held.places + 1
        right = abs(_scaled(self.exact, self.held, Rounding.HALF_UP))
        return f"{abs(self.held.digits):0{width}d}", f"{right:0{width}d}"


def _scaled(value: Exact, held: Stated, rounding: Rounding) -> int:
    quotient = Fraction(value) / held.unit
    return nearest(quotient.numerator, quotient.denominator, rounding)


# ---------------------------------------------------------------- rounding


def _truncated(misfit: _Misfit) -> bool:
    rules = misfit.check.rules
    return Rounding.TRUNCATE in rules and Rounding.HALF_UP not in rules


def _rounded_twice(misfit: _Misfit) -> bool:
    """Round to one, two or three decimals more first, then again."""
    unit = misfit.held.unit
    for more in (1, 2, 3):
        once = round_to(Fraction(misfit.exact) / unit, more)
        if nearest(*once.as_integer_ratio()) == misfit.held.digits:
            return not misfit.prints(misfit.exact)
    return False


# ---------------------------------------------------------------- typing


def _swapped(misfit: _Misfit) -> bool:
    printed, right = misfit.digits()
    unlike = [at for at, pair in enumerate(zip(printed, right, strict=False)) if len(set(pair)) > 1]
    return (
        len(printed) == len(right)
        and len(unlike) == len("ab")
        and unlike[1] == unlike[0] + 1
        and printed[unlike[0]] == right[unlike[1]]
        and printed[unlike[1]] == right[unlike[0]]
    )


def _dropped(misfit: _Misfit) -> bool:
    printed, right = misfit.digits()
    return printed in {right[:at] + right[at + 1 :] for at in range(len(right))}


def _doubled(misfit: _Misfit) -> bool:
    printed, right = misfit.digits()
    return printed in {right[: at + 1] + right[at:] for at in range(len(right))}


def _decimal_moved(misfit: _Misfit) -> bool:
    steps = (-2, -1, 1, 2) if misfit.held.kind is StatedKind.NUMBER else (-3, -2, -1, 1, 2, 3)
    moved = (Fraction(misfit.exact) * Fraction(10) ** step for step in steps)
    return bool(misfit.held.digits) and any(map(misfit.prints, moved))


def _unit_slip(misfit: _Misfit) -> bool:
    if misfit.held.kind is not StatedKind.NUMBER or not misfit.held.digits:
        return False
    slipped = (Fraction(misfit.exact) * Fraction(10) ** step for step in (-9, -6, -3, 3, 6, 9))
    return any(map(misfit.prints, slipped))


def _per_mille(misfit: _Misfit) -> bool:
    reading = misfit.check.reading
    if reading is None or reading.style is not Style.PER_MILLE_SIGN:
        return False
    ten = 10 if misfit.held.kind is StatedKind.PERCENT else Fraction(1, 10)
    return misfit.prints(Fraction(misfit.exact) * ten)


# ---------------------------------------------------------------- other figures

# Below this chance, that some other figure of the report happens to fit is no accident.
_UNLIKELY = Fraction(1, 20)


def _other_base(misfit: _Misfit) -> bool:
    """Ask whether another count of the report, as denominator, prints the figure."""
    rule = misfit.relation
    if not isinstance(rule, (Share, Completes)):
        return False
    _, part_key, whole_key = rule.keys
    part, whole = misfit.point(part_key), misfit.point(whole_key)
    if not part or not whole or misfit.held.digits <= 0:
        return False
    bases = Interval.exactly(part) / misfit.held.interval()
    low, high = Fraction(bases.low or 0), Fraction(bases.high or 0)
    counts = misfit.evidence.sizes
    near = bisect_right(counts, 2 * whole) - bisect_left(counts, whole / Fraction(2))
    chance = near * (high - low) / (whole * Fraction(3, 2))
    fitting = counts[bisect_left(counts, low) : bisect_right(counts, high)]
    return chance < _UNLIKELY and any(
        base != whole and misfit.prints(Fraction(part) / base) for base in fitting
    )


def _last_period(misfit: _Misfit) -> bool:
    key = misfit.check.key
    return any(
        (before := misfit.point(rule.previous)) is not None and misfit.prints(before)
        for rule in misfit.evidence.concerning.get(key, ())
        if isinstance(rule, (Change, PointGap)) and rule.current == key
    )


def _complement(misfit: _Misfit) -> bool:
    return isinstance(misfit.relation, Share) and misfit.prints(1 - misfit.exact)


def _inverted(misfit: _Misfit) -> bool:
    is_quotient = isinstance(misfit.relation, (Share, Completes))
    return is_quotient and misfit.exact != 0 and misfit.prints(1 / Fraction(misfit.exact))


def _points_as_percent(misfit: _Misfit) -> bool:
    """Ask whether a growth between two rates is their distance."""
    rule = misfit.relation
    if not isinstance(rule, Change) or not _between_rates(misfit, rule):
        return False
    now, before = misfit.point(rule.current), misfit.point(rule.previous)
    return now is not None and before is not None and misfit.prints(now - before)


def _percent_as_points(misfit: _Misfit) -> bool:
    rule = misfit.relation
    if not isinstance(rule, PointGap):
        return False
    now, before = misfit.point(rule.current), misfit.point(rule.previous)
    return bool(before) and now is not None and misfit.prints(Fraction(now) / before - 1)  # type: ignore[operator]


def _between_rates(misfit: _Misfit, rule: Change) -> bool:
    return misfit.evidence.figure(rule.current).kind in (FigureKind.PERCENT, FigureKind.PER_MILLE)


def _mean_of_rates(misfit: _Misfit) -> bool:
    """Ask whether the rates of the parts, averaged, print the figure."""
    rates = [rate for rate in _rates_of_parts(misfit) if rate is not None]
    return len(rates) > 1 and misfit.prints(Fraction(sum(rates)) / len(rates))


def _rates_of_parts(misfit: _Misfit) -> Iterator[Exact | None]:
    """Give the rates of the members whose parts and wholes make this part and this whole."""
    rule = misfit.relation
    if not isinstance(rule, (Share, Completes)):
        return
    _, part, whole = rule.keys
    for each, base in _members(misfit.evidence, part, whole):
        numerator, denominator = misfit.point(each), misfit.point(base)
        if numerator is not None and denominator:
            yield Fraction(numerator) / denominator


def _members(evidence: Evidence, part: str, whole: str) -> Iterator[tuple[str, str]]:
    """Pair the parts that make one figure with as many that make another."""
    sums = product(_sums_to(evidence, part), _sums_to(evidence, whole))
    alike = (pair for pair in sums if len(pair[0].parts) == len(pair[1].parts) > 1)
    first, second = next(alike, (None, None))
    return zip(first.parts, second.parts, strict=True) if first and second else iter(())


def _sums_to(evidence: Evidence, total: str) -> Iterator[Sum]:
    for rule in evidence.concerning.get(total, ()):
        if isinstance(rule, Sum) and rule.total == total and rule.exhaustive and not rule.minus:
            yield rule


def _forced(misfit: _Misfit) -> bool:
    """Ask whether the figure is what the other printed shares leave to 100 %."""
    rule = misfit.relation
    if not isinstance(rule, Share):
        return False
    for total in _sums_to(misfit.evidence, rule.whole):
        if rule.part in total.parts:
            others = [part for part in total.parts if part != rule.part]
            printed = [_printed_share(misfit, part, rule.whole) for part in others]
            told = [share for share in printed if share is not None]
            if len(told) == len(others):
                return misfit.prints(1 - sum(told, Fraction(0)))
    return False


def _printed_share(misfit: _Misfit, part: str, whole: str) -> Fraction | None:
    for rule in misfit.evidence.concerning.get(part, ()):
        if isinstance(rule, Share) and (rule.part, rule.whole) == (part, whole):
            for reading in misfit.evidence.readings.get(rule.rate, ()):
                if isinstance(reading.held, Stated):
                    return Fraction(reading.held.value)
    return None


def _overlaps(check: Check, evidence: Evidence) -> bool:
    """Ask whether the parts exceed the total by no more than the linked ones hold."""
    rule = check.relation
    if not isinstance(rule, Sum) or not rule.linked:
        return False
    if not isinstance(check.exact, Interval) or not isinstance(check.value, Interval):
        return False
    linked = [evidence.known.get(key) for key in rule.linked]
    sizes = [each for each in linked if isinstance(each, Interval)]
    most = sum((each.high or 0 for each in sizes), Fraction(0))
    excess = check.exact - check.value
    return excess & Interval(0, most, low_closed=False) is not None if most else False


_EXPLANATIONS: dict[Cause, Callable[[_Misfit], bool]] = {
    Cause.TRUNCATED: _truncated,
    Cause.ROUNDED_TWICE: _rounded_twice,
    Cause.DIGITS_SWAPPED: _swapped,
    Cause.DIGIT_DROPPED: _dropped,
    Cause.DIGIT_DOUBLED: _doubled,
    Cause.DECIMAL_MOVED: _decimal_moved,
    Cause.OTHER_BASE: _other_base,
    Cause.LAST_PERIOD: _last_period,
    Cause.COMPLEMENT: _complement,
    Cause.PART_AND_WHOLE_SWAPPED: _inverted,
    Cause.POINTS_AS_PERCENT: _points_as_percent,
    Cause.PERCENT_AS_POINTS: _percent_as_points,
    Cause.MEAN_OF_RATES: _mean_of_rates,
    Cause.FORCED_TO_100: _forced,
    Cause.UNIT_SLIP: _unit_slip,
}

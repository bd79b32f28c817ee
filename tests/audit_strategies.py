"""Reports that Hypothesis draws for the audit: consistent, and printed digit by digit.

Nothing here asks the library for arithmetic. A figure is a whole number or a fraction, a rule is a
name with keys, and whether printed figures fit together is found by trying.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from hypothesis import strategies as st

from brute_force import Exact, rounded
from wardstats import (
    Change,
    Completes,
    Figure,
    FigureKind,
    PointGap,
    Relation,
    Rounding,
    Share,
    Sheet,
    Sum,
)
from wardstats.audit import Audit, Finding, FindingCode, Statement, audit

# ---------------------------------------------------------------- printing


def spelled(digits: int, places: int = 0) -> str:
    """Write digits as a Vietnamese report does: 123456 with 2 decimals is 1.234,56."""
    whole, rest = divmod(abs(digits), 10**places)
    sign = "-" if digits < 0 else ""
    grouped = f"{whole:,}".replace(",", ".")
    return f"{sign}{grouped},{rest:0{places}d}" if places else f"{sign}{grouped}"


def percent_text(digits: int, places: int = 0) -> str:
    """Write a percentage, whose thousands are not grouped: 1.165% would be read in two ways."""
    return f"{spelled(digits, places).replace('.', '')}%"


def change_text(digits: int, places: int, unit: str) -> str:
    """Write a growth ("%") or a distance (" điểm phần trăm") with its direction in words."""
    direction = "giảm" if digits < 0 else "tăng"
    return f"{direction} {percent_text(abs(digits), places).removesuffix('%')}{unit}"


def percent_digits(value: Exact, places: int, rule: Rounding = Rounding.HALF_UP) -> int:
    """Round a part of one to per cent with decimals."""
    return rounded(Fraction(value) * 100 * 10**places, rule)


def share_digits(part: int, whole: int, places: int) -> dict[Rounding, int]:
    """Print part of whole by each rule, with whole numbers only."""
    size, rest = divmod(part * 100 * 10**places, whole)
    return {
        Rounding.TRUNCATE: size,
        Rounding.UP: size + (rest > 0),
        Rounding.HALF_UP: size + (2 * rest >= whole),
        Rounding.HALF_EVEN: size + (2 * rest > whole or (2 * rest == whole and size % 2 == 1)),
    }


# ---------------------------------------------------------------- reports


@dataclass(frozen=True)
class Rule:
    """A rule between figures: its name, the figure it derives, and those it derives it from."""

    name: str
    derived: str
    others: tuple[str, ...]

    def holds(self, values: Mapping[str, Exact]) -> Exact | None:
        """Give what the others make of the derived figure; None where that is nothing."""
        numbers = [values[key] for key in self.others]
        if self.name == "sum":
            return sum(numbers)
        first, second = numbers
        if self.name == "gap":
            return first - second
        if second <= 0 or (self.name == "share" and not 0 <= first <= second):
            return None
        return Fraction(first) / second - (self.name == "growth")

    def relation(self) -> Relation:
        """Say it in the library's words."""
        if self.name == "sum":
            return Sum(self.derived, self.others)
        first, second = self.others
        kinds = {"share": Share, "completion": Completes, "growth": Change, "gap": PointGap}
        return kinds[self.name](self.derived, first, second)


Digits = tuple[int, int]  # as printed, and how many of them are decimals


@dataclass(frozen=True)
class Report:
    """A report: the rules of its figures, what they are, and how they are printed.

    `counts` are the figures that count, in an order in which sums come after their parts. Where
    the report is `counted`, the sheet holds the counts; else all is known from print alone.
    """

    rules: tuple[Rule, ...]
    truth: Mapping[str, Exact]
    counts: tuple[str, ...]
    printed: Mapping[str, Digits]
    counted: bool

    def kind(self, key: str) -> FigureKind:
        if key in self.counts:
            return FigureKind.COUNT
        is_gap = any(rule.derived == key and rule.name == "gap" for rule in self.rules)
        return FigureKind.POINTS if is_gap else FigureKind.PERCENT

    def text(self, key: str) -> str:
        digits, places = self.printed[key]
        if key in self.counts:
            return spelled(digits)
        names = {rule.name for rule in self.rules if rule.derived == key}
        if "gap" in names:
            return change_text(digits, places, " điểm phần trăm")
        return (
            change_text(digits, places, "%")
            if "growth" in names
            else percent_text(*self.printed[key])
        )

    def sheet(self) -> Sheet:
        figures = [
            Figure(key, int(self.truth[key]) if self.counted else None, kind=FigureKind.COUNT)
            for key in self.counts
        ]
        others = [Figure(key, kind=self.kind(key)) for key in self.truth if key not in self.counts]
        return Sheet(figures + others, [rule.relation() for rule in self.rules])

    def statements(self) -> list[Statement]:
        return [
            Statement(key, self.text(key), f"dòng {at}") for at, key in enumerate(self.printed, 1)
        ]

    def audit(self) -> Audit:
        return audit(self.sheet(), self.statements())

    def changed(self, key: str, digits: int) -> "Report":
        """Print one figure otherwise."""
        return replace(self, printed={**self.printed, key: (digits, self.printed[key][1])})

    def following(self, key: str) -> set[str]:
        """Name a figure and all that follow from it, by one rule after another."""
        followed = {key}
        for rule in self.rules:  # each after those that make its figures
            if followed.intersection(rule.others):
                followed.add(rule.derived)
        return followed

    def printed_by(self, rule: Rounding) -> "Report":
        """Print every figure by another rule."""
        printed = {
            key: (int(self.truth[key]), 0)
            if key in self.counts
            else (percent_digits(self.truth[key], places, rule), places)
            for key, (_, places) in self.printed.items()
        }
        return replace(self, printed=printed)

    def fits(self) -> bool:
        """Try whether all that is printed can be so together.

        A count that is not printed stands in a sum, which leaves it one value to try.
        """
        if self.counted:
            return all(self._prints(key, self.truth[key]) for key in self.printed)
        return any(self._holds(values) for values in self._counts_tried())

    def _counts_tried(self) -> Iterator[dict[str, Exact]]:
        values: dict[str, Exact] = {
            key: self.printed[key][0] for key in self.counts if key in self.printed
        }
        hidden = [key for key in self.counts if key not in values]
        if not hidden:
            yield values
            return
        (key,) = hidden
        for rule in self.rules:
            if rule.name == "sum" and key in (rule.derived, *rule.others):
                others = sum(values[each] for each in rule.others if each != key)
                missing = others if rule.derived == key else values[rule.derived] - others
                if missing >= 0:
                    yield {**values, key: missing}

    def _holds(self, counts: Mapping[str, Exact]) -> bool:
        values = dict(counts)
        for rule in self.rules:
            made = rule.holds(values)
            if made is None or values.setdefault(rule.derived, made) != made:
                return False
        return all(self._prints(key, values[key]) for key in self.printed)

    def _prints(self, key: str, value: Exact) -> bool:
        digits, places = self.printed[key]
        if key in self.counts:
            return digits == value
        return digits == percent_digits(value, places)


def concerned(finding: Finding) -> set[str]:
    """Name every figure a finding is about, those of the checks it explains included."""
    keys = {*finding.keys, *(key for check in finding.explains for key in check.keys)}
    return keys | {finding.key or ""}


def without_not_all(found: Audit) -> list[Finding]:
    """Leave out "100%" of what is not all, which is to be looked at though it is so printed."""
    return [each for each in found.findings if each.code is not FindingCode.NOT_ALL]


# ---------------------------------------------------------------- drawing

sizes = st.integers(1, 40) | st.integers(1, 2_000)


@dataclass
class _Draft:
    draw: st.DrawFn
    rules: list[Rule]
    truth: dict[str, Exact]
    counts: list[str]
    printed: dict[str, Digits]

    def count(self, key: str) -> str:
        self.truth[key] = self.draw(sizes)
        self.counts.append(key)
        self.printed[key] = int(self.truth[key]), 0
        return key

    def total(self, key: str, depth: int) -> str:
        """Draw parts, which may have parts themselves, and print some of their shares."""
        parts = []
        for name in "abcd"[: self.draw(st.integers(2, 4))]:
            nested = depth > 0 and self.draw(st.booleans())
            part = f"{key}.{name}"
            parts.append(self.total(part, depth - 1) if nested else self.count(part))
        self.truth[key] = sum(self.truth[part] for part in parts)
        self.counts.append(key)
        self.printed[key] = int(self.truth[key]), 0
        self.rules.append(Rule("sum", key, tuple(parts)))
        for part in parts:
            if self.draw(st.booleans()):
                self.derived("share", f"{part}.rate", part, key)
        return key

    def derived(self, name: str, key: str, *others: str) -> str:
        """Print what a rule makes of others, rounded half up; "100%" only of what is all."""
        rule = Rule(name, key, others)
        value = rule.holds(self.truth)
        assert value is not None
        places = self.draw(st.integers(0, 2))
        if percent_digits(value, 0) == 100 and value != 1:
            places = 2
        self.rules.append(rule)
        self.truth[key] = value
        self.printed[key] = percent_digits(value, places), places
        return key


@st.composite
def reports(draw: st.DrawFn, *, hiding: bool = True) -> Report:
    """Draw a consistent report: sums in sums, shares, a growth, a completion, a gap in points.

    One count of a sum may not be printed.
    """
    draft = _Draft(draw, [], {}, [], {})
    total = draft.total("all", depth=1)
    if draw(st.booleans()):
        draft.derived("growth", "growth", total, draft.count("before"))
    if draw(st.booleans()):
        draft.derived("completion", "completion", total, draft.count("plan"))
    if draw(st.booleans()):
        draft.total("old", depth=0)
        now = draft.derived("share", "now", "all.a", total)
        then = draft.derived("share", "then", "old.a", "old")
        draft.derived("gap", "gap", now, then)
        if draw(st.booleans()):
            draft.derived("growth", "rise", now, then)
    counted = draw(st.booleans())
    summed = [key for key in draft.counts if key.startswith(("all", "old"))]
    if hiding and draw(st.booleans()):
        del draft.printed[draw(st.sampled_from(summed))]
    return Report(tuple(draft.rules), draft.truth, tuple(draft.counts), draft.printed, counted)


@st.composite
def mutants(draw: st.DrawFn, report: Report) -> tuple[str, Report]:
    """Print one figure of a report otherwise: a unit or more off, its digits moved, or anything."""
    key = draw(st.sampled_from(list(report.printed)))
    digits, places = report.printed[key]
    text = f"{abs(digits):0{places + 1}d}"
    slips = [digits - 1, digits + 1, digits * 10, digits // 10, -(-digits // 10), int(text[::-1])]
    others = st.sampled_from(slips) | st.integers(-10, 10).map(lambda step: digits + step)
    signed = any(r.derived == key and r.name in ("growth", "gap") for r in report.rules)
    lowest = -(100 * 10**places) if signed else 0
    changed = draw((others | st.integers(0, 3_000)).filter(lambda new: new != digits))
    return key, report.changed(key, max(changed, lowest))

"""The outcome of an audit: its findings, and beside them the ledger of every check."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from wardstats.audit.wording import explained, heading, sentence, severity_term
from wardstats.audit.words import Language, Words
from wardstats.figures.intervals import Interval
from wardstats.figures.rounding import Rounding
from wardstats.figures.sheets import Sheet
from wardstats.figures.typed import Typed
from wardstats.figures.values import Answer, Undefined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wardstats.audit.checks import Check, Fit
    from wardstats.audit.findings import Finding
    from wardstats.audit.statements import Statement


@frozen(repr=False, eq=False)
class Audit(Typed):
    """What was found, what was waived, and every check that was made.

    `untested` are statements of figures that no check names. Printed, it is a table; in a
    notebook, an HTML one.
    """

    sheet: Sheet
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    ledger: tuple[Check, ...]
    untested: tuple[Statement, ...]
    rounding: Rounding = Rounding.HALF_UP
    names: Mapping[str, str] = field(factory=dict)

    @property
    def fits(self) -> Counter[Fit]:
        """How many checks came out in each way."""
        return Counter(check.fit for check in self.ledger)

    def lines(self, language: Language = "vi") -> list[str]:
        """Tell each finding in a sentence, after its place.

        Languages are "vi" and "en"; others raise `UnknownKey`.
        """
        told = [(_places(each), sentence(each, self._words(language))) for each in self.findings]
        return [f"{place}: {line}" if place else line for place, line in told]

    def explanations(self, language: Language = "vi") -> list[str]:
        """Tell the outcome of each check, in the order of the ledger."""
        return [explained(check, self._words(language)) for check in self.ledger]

    def records(self) -> list[dict[str, Any]]:
        """Give each check as a plain dict, exact numbers as text: "897/902"."""
        found = {id(finding.check): finding for finding in self.findings + self.waived}
        return [_record(check, found.get(id(check))) for check in self.ledger]

    def table(self, language: Language = "vi") -> str:
        """Set the findings in a table: place, how much it asks, and the sentence."""
        rows = list(self._rows(language))
        widths = [max((len(row[at]) for row in rows), default=0) for at in (0, 1)]
        body = [
            f"{place:{widths[0]}}  {asks:{widths[1]}}  {told}".strip() for place, asks, told in rows
        ]
        return "\n".join([*body, heading(self.fits, len(self.untested), language)])

    def __str__(self) -> str:
        """Print the table in Vietnamese."""
        return self.table()

    def __repr__(self) -> str:
        """Say how many findings and checks there are."""
        return f"<Audit: {len(self.findings)} findings, {len(self.ledger)} checks>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
            for row in self._rows("vi")
        )
        caption = escape(heading(self.fits, len(self.untested), "vi"))
        return f"<table><caption>{caption}</caption><tbody>{rows}</tbody></table>"

    def _words(self, language: Language) -> Words:
        return Words(self.sheet, language, self.names)

    def _rows(self, language: Language) -> Iterator[tuple[str, str, str]]:
        for each in self.findings:
            severity = severity_term(each.severity, language)
            yield _places(each), severity, sentence(each, self._words(language))


def _places(finding: Finding) -> str:
    """Say where a finding is; one of the report as a whole is nowhere in particular."""
    return "" if finding.key is None else "; ".join(dict.fromkeys(finding.places))


def _record(check: Check, finding: Finding | None) -> dict[str, Any]:
    statement = check.statement
    return {
        "key": check.key,
        "keys": list(check.keys),
        "rule": None if check.relation is None else type(check.relation).__name__,
        "text": None if statement is None else statement.text,
        "place": None if statement is None else statement.place,
        "fit": check.fit.value,
        "exact": _number(check.exact),
        "rules": sorted(rule.value for rule in check.rules),
        "reason": None if check.reason is None else check.reason.value,
        "candidates": [] if check.reading is None else list(check.reading.candidates),
        "missing": list(check.missing),
        "finding": None if finding is None else finding.code.value,
        "suggestion": None if finding is None else finding.suggestion,
        "accepted": check.accepted,
    }


def _number(answer: Answer) -> str:
    if isinstance(answer, Undefined):
        return answer.reason.value
    if answer.point is not None:
        return str(answer.point)
    return _ends(answer)


def _ends(interval: Interval) -> str:
    low = "" if interval.low is None else str(interval.low)
    high = "" if interval.high is None else str(interval.high)
    return f"{low}..{high}"

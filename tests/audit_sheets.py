"""Small sheets that the tests of the audit share."""

from wardstats import Figure, FigureKind, Share, Sheet
from wardstats.audit import Audit, Finding, Statement, audit

PERCENT, POINTS, AMOUNT = FigureKind.PERCENT, FigureKind.POINTS, FigureKind.AMOUNT


def rate_sheet(part: int, whole: int) -> Sheet:
    """A part and a whole as counted, and their rate."""
    return Sheet([Figure("part", part), Figure("whole", whole)]) + [Share("rate", "part", "whole")]


def printed_sheet() -> Sheet:
    """The same, of which nothing was counted: all is known as printed only."""
    return Sheet([Figure("part"), Figure("whole")]) + [Share("rate", "part", "whole")]


def told(**texts: str) -> list[Statement]:
    """State figures under keys without dots."""
    return [Statement(key, text) for key, text in texts.items()]


def only_finding(outcome: Audit) -> Finding:
    """Give the one finding there is."""
    assert len(outcome.findings) == 1, outcome.table("en")
    return outcome.findings[0]


def found(sheet: Sheet, **texts: str) -> Finding:
    """Audit statements that have one finding, and give it."""
    return only_finding(audit(sheet, told(**texts)))

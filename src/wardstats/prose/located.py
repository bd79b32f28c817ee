"""A finding in its place."""

from __future__ import annotations

from attrs import frozen

from wardstats.audit.findings import Finding


@frozen(eq=False)
class Located:
    """A finding of the audit with its place in the text.

    `line` and `column` are those of the stated figure, from 1; `start` and `end` its offsets in
    the text given, `claim` those of the whole claim.
    """

    finding: Finding
    sentence: str
    line: int
    column: int
    start: int
    end: int
    claim: tuple[int, int]

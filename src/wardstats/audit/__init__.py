"""Stated figures held against recomputed ones: what does not fit, why, and what would."""

from wardstats.audit.auditing import audit
from wardstats.audit.audits import Audit
from wardstats.audit.blame import Blame, Repair
from wardstats.audit.causes import Cause
from wardstats.audit.checks import Check, Fit, Unchecked
from wardstats.audit.findings import Finding, FindingCode, Severity
from wardstats.audit.statements import Statement

__all__ = [  # noqa: RUF022 - in the order of the flow
    "audit",
    "Statement",
    "Audit",
    "Finding",
    "FindingCode",
    "Severity",
    "Cause",
    "Blame",
    "Repair",
    "Check",
    "Fit",
    "Unchecked",
]

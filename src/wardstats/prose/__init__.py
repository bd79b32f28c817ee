"""The audit from the text of a report: claims read from prose, and written as prose."""

from wardstats.prose.claims import Claim, ClaimKind, Unbound
from wardstats.prose.located import Located
from wardstats.prose.patterns import PATTERNS, Family, Pattern, of_figure, rate_told_as
from wardstats.prose.proof import Proof, proofread, read_claims
from wardstats.prose.token_kinds import Token, TokenKind
from wardstats.prose.tokens import tokenize

__all__ = [  # noqa: RUF022 - in the order of the flow
    "tokenize",
    "Token",
    "TokenKind",
    "read_claims",
    "Claim",
    "ClaimKind",
    "Unbound",
    "proofread",
    "Proof",
    "Located",
    "PATTERNS",
    "Pattern",
    "Family",
    "of_figure",
    "rate_told_as",
]

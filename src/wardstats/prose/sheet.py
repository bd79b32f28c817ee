"""Claims as the sheet and the statements that the audit takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardstats.audit.statements import Statement
from wardstats.figures.rounding import Stated, StatedKind
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.values import FigureKind
from wardstats.prose.claims import Claim, ClaimKind, Word
from wardstats.prose.token_kinds import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wardstats.figures.relations import Relation
    from wardstats.prose.page import Mention
    from wardstats.prose.places import Places

_RATE_KINDS = {
    StatedKind.PERCENT: FigureKind.PERCENT,
    StatedKind.PER_MILLE: FigureKind.PER_MILLE,
    StatedKind.POINTS: FigureKind.POINTS,
}


def sheet_of(claims: Iterable[Claim]) -> Sheet:
    """Gather the figures of claims, none of them counted, and the relations between them."""
    figures: dict[str, Figure] = {}
    relations: list[Relation] = []
    for claim in claims:
        for key, figure in claim.keyed():
            figures.setdefault(key, Figure(key, kind=_kind(claim, figure)))
        for key in claim.hidden:
            figures.setdefault(key, Figure(key, kind=FigureKind.AMOUNT))
        relations += claim.relations
    return Sheet(figures.values(), relations)


def statements_of(claims: Iterable[Claim], places: Places) -> Iterator[Statement]:
    """Give one statement for each figure, as the text prints it, with its line and column."""
    told: set[str] = set()
    for claim in claims:
        for key, figure in claim.keyed():
            if key in told:
                continue
            told.add(key)
            line, column = places.line_and_column(figure.start)
            yield _statement(claim, key, figure, f"{line}:{column}")


def _kind(claim: Claim, figure: Mention | Word) -> FigureKind:
    if isinstance(figure, Word):
        return FigureKind.VERDICT
    if figure is claim.stated and claim.kind is ClaimKind.POINTS:
        return FigureKind.POINTS
    if figure.figure.kind is not StatedKind.NUMBER:
        return _RATE_KINDS[figure.figure.kind]
    return FigureKind.COUNT if is_counted(figure) else FigureKind.AMOUNT


def is_counted(figure: Mention) -> bool:
    """Say whether a figure is a whole number of things, told exactly."""
    whole = not figure.figure.places and not figure.figure.scale and not figure.is_bounded
    return whole and figure.kind in {TokenKind.COUNT, TokenKind.RATIO}


def _statement(claim: Claim, key: str, figure: Mention | Word, place: str) -> Statement:
    if isinstance(figure, Word):
        return Statement(key, figure.text, place, claim.figure)
    text = " ".join(figure.text.split())
    if figure is claim.stated and claim.kind is ClaimKind.POINTS:
        return _points(claim, key, figure, text, place)
    read = claim.figure if figure is claim.stated and claim.figure is not None else figure.figure
    if is_counted(figure) and figure.unit:
        text = f"{text} {''.join(_spaced(figure.unit))}"
    return Statement(key, text, place, read)


def _points(claim: Claim, key: str, figure: Mention, text: str, place: str) -> Statement:
    """Leave "giảm 1,1%" between two rates to the audit, which asks for points."""
    if figure.kind is TokenKind.POINTS:
        return Statement(key, text, place, claim.figure)
    falls = isinstance(claim.figure, Stated) and claim.figure.digits < 0
    word = "giảm" if falls else "tăng"
    return Statement(key, f"{word} {text}", place)


def _spaced(unit: tuple[str, ...]) -> str:
    return " ".join(unit).replace(" / ", "/")

"""Claims: what a text states of its own figures, as relations between them, with places.

A claim whose figures cannot be bound for certain has no relation, and a reason instead; nothing
is alleged about it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from wardstats.figures.exact import Exact, Number
from wardstats.figures.intervals import Interval
from wardstats.figures.judgements import Judged
from wardstats.figures.relations import Change, Completes, PointGap, Relation, Share, Sum
from wardstats.figures.rounding import Stated, StatedKind
from wardstats.figures.typed import Code
from wardstats.figures.values import Known
from wardstats.prose.page import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable


class ClaimKind(Code):
    """What is claimed."""

    RATE = "rate"
    SUM = "sum"
    PLAN = "plan"
    GROWTH = "growth"
    POINTS = "points"
    TARGET = "target"


class Unbound(Code):
    """Why a claim is not checked."""

    NO_BASE = "no-base"
    SEVERAL_BASES = "several-bases"
    NO_PLAN = "no-plan"
    NO_PREVIOUS = "no-previous"
    BOUNDED = "bounded"
    MAY_BE_A_PART = "may-be-a-part"


@frozen(eq=False)
class Claim:
    """A figure stated, and the figures it is stated of.

    `relations` are empty and `reason` says why where it is not bound. `hidden` are keys of
    figures that the text implies and does not print, as the previous value of a growth.
    `start` and `end` are places in the text as given.
    """

    kind: ClaimKind
    stated: Mention
    inputs: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    reason: Unbound | None = None
    hidden: tuple[str, ...] = ()
    figure: Known = None
    start: int = field(default=-1)
    end: int = field(default=-1)

    def __attrs_post_init__(self) -> None:
        """Span all figures concerned unless a span is given."""
        figures = (self.stated, *self.inputs)
        if self.start < 0:
            object.__setattr__(self, "start", min(each.start for each in figures))
        if self.end < 0:
            object.__setattr__(self, "end", max(each.end for each in figures))


def unbound(kind: ClaimKind, stated: Mention, reason: Unbound, *near: Mention) -> Claim:
    """Keep a claim that is not checked."""
    return Claim(kind, stated, near, reason=reason)


def rate(stated: Mention, part: Mention, whole: Mention, kind: ClaimKind = ClaimKind.RATE) -> Claim:
    """Claim that a percentage is what a part is of a whole, which it may exceed."""
    of_plan = kind is ClaimKind.PLAN or part.value > whole.value
    relation = (Completes if of_plan else Share)(stated.key, part.key, whole.key)
    return Claim(kind, stated, (part, whole), (relation,))


def total(
    stated: Mention, parts: Iterable[Mention], *, exhaustive: bool, kind: ClaimKind = ClaimKind.SUM
) -> Claim:
    """Claim that parts make a total, or with `exhaustive=False` some of it."""
    held = tuple(parts)
    relation = Sum(stated.key, [each.key for each in held], exhaustive=exhaustive)
    return Claim(kind, stated, held, (relation,))


def growth(stated: Mention, current: Mention, change: Mention, *, rises: bool) -> Claim:
    """Claim that a change is so many per cent of the previous value, which is not printed."""
    previous = f"{stated.key}.previous"
    sides = (current.key, (previous, change.key)) if rises else (previous, (current.key, change.key))
    relations = (Change(stated.key, current.key, previous), Sum(*sides))
    figure = None if rises else negative(stated.figure)
    return Claim(
        ClaimKind.GROWTH, stated, (current, change), relations, hidden=(previous,), figure=figure
    )


def index(stated: Mention, current: Mention, change: Mention, *, rises: bool) -> Claim:
    """Claim that the current value is so many per cent of the previous, which is not printed."""
    previous = f"{stated.key}.previous"
    sides = (current.key, (previous, change.key)) if rises else (previous, (current.key, change.key))
    relations = (Completes(stated.key, current.key, previous), Sum(*sides))
    return Claim(ClaimKind.GROWTH, stated, (current, change), relations, hidden=(previous,))


def changed(stated: Mention, current: Mention, previous: Mention, *, rises: bool) -> Claim:
    """Claim that one printed value is so many per cent above or below another."""
    relation = Change(stated.key, current.key, previous.key)
    figure = None if rises else negative(stated.figure)
    return Claim(ClaimKind.GROWTH, stated, (current, previous), (relation,), figure=figure)


def gap(stated: Mention, current: Mention, previous: Mention, *, rises: bool) -> Claim:
    """Claim that two rates lie so many points apart."""
    relation = PointGap(stated.key, current.key, previous.key)
    digits = stated.figure.digits if rises else -stated.figure.digits
    figure = Stated.points(Stated(digits, stated.figure.places).text)
    return Claim(ClaimKind.POINTS, stated, (current, previous), (relation,), figure=figure)


def negative(figure: Stated) -> Stated:
    """Read a fall, which is printed by its size."""
    return evolve(figure, digits=-figure.digits)

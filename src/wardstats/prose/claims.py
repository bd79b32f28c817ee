"""Claims: what a text states of its own figures, as relations between them, with places.

A claim whose figures cannot be bound for certain has no relation, and a reason instead; nothing
is alleged about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from wardstats.figures.intervals import Interval
from wardstats.figures.judgements import Judged
from wardstats.figures.relations import Change, Completes, PointGap, Relation, Same, Share, Sum
from wardstats.figures.rounding import Stated
from wardstats.figures.targets import Target, Verdict
from wardstats.figures.typed import Code
from wardstats.prose.page import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class ClaimKind(Code):
    """What is claimed."""

    RATE = "rate"
    SUM = "sum"
    PLAN = "plan"
    GROWTH = "growth"
    POINTS = "points"
    TARGET = "target"
    OTHER = "other"


class Unbound(Code):
    """Why a claim is not checked.

    NO_BASE, NO_PLAN, NO_PREVIOUS: what it is taken of stands nowhere for certain. MAY_BE_A_PART:
    parts that fall short may not be all. COARSE: its inputs are printed too coarsely to tell.
    """

    NO_BASE = "no-base"
    NO_PLAN = "no-plan"
    NO_PREVIOUS = "no-previous"
    MAY_BE_A_PART = "may-be-a-part"
    COARSE = "coarse"


@frozen(eq=False)
class Word:
    """A judgement where it stands: "không đạt", "vượt"."""

    key: str
    text: str
    start: int
    end: int
    verdict: Verdict


@frozen(eq=False)
class Claim:
    """A figure stated, and the figures it is stated of.

    `relations` are empty and `reason` says why where it is not bound. `hidden` are keys of
    figures that the text implies and does not print, as the previous value of a growth. `figure`
    is what the stated one stands for where that is not what its digits spell: a fall, a verdict.
    `start` and `end` are places in the text as given.
    """

    kind: ClaimKind
    stated: Mention | Word
    inputs: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    reason: Unbound | None = None
    hidden: tuple[str, ...] = ()
    figure: Stated | Interval | Verdict | None = None
    start: int = field(default=-1)
    end: int = field(default=-1)

    @property
    def figures(self) -> tuple[Mention | Word, ...]:
        """All figures concerned, the stated one first."""
        return (self.stated, *self.inputs)

    def keyed(self) -> Iterator[tuple[str, Mention | Word]]:
        """Give the figures under their keys in the relations; none of a claim not bound."""
        if self.relations:
            yield self.relations[0].keys[0], self.stated
            for figure in self.inputs:
                yield figure.key, figure

    def __attrs_post_init__(self) -> None:
        """Span all figures concerned unless a span is given."""
        figures = self.figures
        if self.start < 0:
            object.__setattr__(self, "start", min(each.start for each in figures))
        if self.end < 0:
            object.__setattr__(self, "end", max(each.end for each in figures))


def unbound(kind: ClaimKind, stated: Mention, reason: Unbound, *near: Mention) -> Claim:
    """Keep a claim that is not checked."""
    return Claim(kind, stated, near, reason=reason)


def rate(stated: Mention, part: Mention, whole: Mention, kind: ClaimKind = ClaimKind.RATE) -> Claim:
    """Claim that a percentage is what a part is of a whole, which it may exceed."""
    of_plan = kind is not ClaimKind.RATE or part.value > whole.value
    relation = (Completes if of_plan else Share)(stated.key, part.key, whole.key)
    return Claim(kind, stated, (part, whole), (relation,))


def total(
    stated: Mention,
    parts: Iterable[Mention],
    *,
    exhaustive: bool,
    minus: Iterable[Mention] = (),
    falls: bool = False,
) -> Claim:
    """Claim that parts make a total, or with `exhaustive=False` some of it."""
    plus, less = tuple(parts), tuple(minus)
    keys, taken_off = ([each.key for each in side] for side in (plus, less))
    # A fall is negative among the parts of a change, and told by its size elsewhere.
    key = f"{stated.key}.fall" if falls else stated.key
    relation = Sum(key, keys, taken_off, exhaustive=exhaustive)
    figure = negative(stated.figure) if falls else None
    return Claim(ClaimKind.SUM, stated, plus + less, (relation,), figure=figure)


def growth(stated: Mention, current: Mention, change: Mention, *, rises: bool) -> Claim:
    """Claim that a change is so many per cent of the previous value, which is not printed."""
    previous = f"{stated.key}.previous"
    before = Sum(previous, (current.key, change.key))
    if rises:
        before = Sum(previous, (current.key,), (change.key,))
    relations = (Completes(stated.key, change.key, previous), before)
    return Claim(ClaimKind.GROWTH, stated, (current, change), relations, hidden=(previous,))


def index(stated: Mention, current: Mention, change: Mention, *, rises: bool) -> Claim:
    """Claim that the current value is so many per cent of the previous, which is not printed."""
    claim = growth(stated, current, change, rises=rises)
    (previous,) = claim.hidden
    relations = (Completes(stated.key, current.key, previous), *claim.relations[1:])
    return evolve(claim, relations=relations)


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


def same(stated: Mention, before: Mention) -> Claim:
    """Claim that a figure is one that was printed before."""
    relation = Same([stated.key, before.key])
    return Claim(ClaimKind.OTHER, stated, (before,), (relation,))


def judged(word: Word, actual: Mention, rule: type[Target[Any]], target: Mention) -> Claim:
    """Claim that a figure stands to its target as a word says.

    "Đạt" may also be said of what exceeds its target.
    """
    relation = Judged(f"{word.key}.{actual.key}", actual.key, rule, [target.key])
    rank = word.verdict.rank
    ranks = Interval(rank, Verdict.EXCEEDED.rank) if word.verdict is Verdict.MET else word.verdict
    return Claim(ClaimKind.TARGET, word, (actual, target), (relation,), figure=ranks)


def negative(figure: Stated) -> Stated:
    """Read a fall, which is printed by its size."""
    return evolve(figure, digits=-figure.digits)

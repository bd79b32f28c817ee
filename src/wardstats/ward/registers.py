"""Registers of letters and of feedback: what came in by kind, and what was done with it.

Letters (đơn thư) are complaints, denunciations and petitions, reported under Circular
01/2024/TT-TTCP. Feedback (phản ánh, kiến nghị) is about rules or about the conduct of staff, and
is kept apart from them (practice): the kinds of one register add up, two registers never do.

    >>> petitions = CaseFlow.untimed(brought_forward=0, new=10, resolved=10, pending=0)
    >>> complaints = CaseFlow.untimed(brought_forward=0, new=1, resolved=1, pending=0)
    >>> letters = Letters({LetterKind.PETITION: petitions, LetterKind.COMPLAINT: complaints})
    >>> letters.total.received_total, letters.total.resolved_total
    (11, 11)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, Self, TypeVar

from attrs import evolve, field, frozen

from wardstats.errors import ConflictingFigures, NotConsecutive, WrongKind, quoted
from wardstats.figures.relations import Relation, Sum
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.typed import Code, Typed
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.parts import code_name
from wardstats.ward.sections import Keys

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = TypeVar("Kind", bound=Code)
FlowsByKind = tuple[tuple[Kind, CaseFlow], ...]
FlowsGiven = Mapping[Kind, CaseFlow] | Iterable[tuple[Kind, CaseFlow]]

_NONE_CAME = CaseFlow.pool([])


class LetterKind(Code):
    """What a letter is: khiếu nại, tố cáo, or kiến nghị, phản ánh."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    PETITION = "petition"


class FeedbackKind(Code):
    """What feedback is about: administrative rules, or the conduct of staff."""

    RULES = "rules"
    CONDUCT = "conduct"


def _flows(given: FlowsGiven[Kind]) -> FlowsByKind[Kind]:
    if isinstance(given, Mapping):
        return tuple(given.items())  # pyright: ignore[reportReturnType] - as in as_parts
    return tuple(given)


def _in_any_order(flows: FlowsByKind[Kind]) -> frozenset[tuple[Kind, CaseFlow]]:
    return frozenset(pair for pair in flows if pair[1] != _NONE_CAME)


@frozen(repr=False)
class Register(Typed, Generic[Kind]):
    """A register of what came in, by kind; of a kind not named, none came in."""

    kinds: ClassVar[type[Code]]
    unit: ClassVar[str]

    flows: FlowsByKind[Kind] = field(default=(), converter=_flows, eq=_in_any_order)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no flow of a kind of this register, each kind once."""
        for kind, flow in self.flows:
            self.kinds.given(kind)
            if not isinstance(flow, CaseFlow):
                raise WrongKind(quoted(flow), "a CaseFlow", f"as {{{kind!r}: CaseFlow(new=1)}}")
        if len(dict(self.flows)) < len(self.flows):
            raise ConflictingFigures(
                quoted([kind for kind, _ in self.flows]), "each kind once", "pool its flows"
            )

    def flow(self, kind: Kind) -> CaseFlow:
        """Give the flow of one kind."""
        return dict(self.flows).get(kind, _NONE_CAME)

    @property
    def total(self) -> CaseFlow:
        """All kinds of this register together."""
        return CaseFlow.pool(flow for _, flow in self.flows)

    @classmethod
    def pool(cls, registers: Iterable[Self]) -> Self:
        """Put registers of one sort side by side, kind by kind; other sorts are refused."""
        by_kind: dict[Kind, list[CaseFlow]] = {}
        for register in registers:
            _same_sort(cls, register)
            for kind, flow in register.flows:
                by_kind.setdefault(kind, []).append(flow)
        return cls((kind, CaseFlow.pool(flows)) for kind, flows in by_kind.items())

    def then(self, following: Self) -> Self:
        """Go on with the next period, kind by kind; what does not go on is refused by its kind."""
        _same_sort(type(self), following)
        kinds = dict.fromkeys(kind for kind, _ in (*self.flows, *following.flows))
        return type(self)((kind, self._kind_then(kind, following)) for kind in kinds)

    def _kind_then(self, kind: Kind, following: Register[Kind]) -> CaseFlow:
        before, after = dict(self.flows).get(kind), dict(following.flows).get(kind)
        try:
            return _or_none_came(before, after).then(_or_none_came(after, before))
        except NotConsecutive as refused:
            given = f"{kind!r}: {refused.given}"
            raise NotConsecutive(given, refused.expected, refused.advice) from None

    def sheet(self, key: str, unit: str = "") -> Sheet:
        """Name every count, total and rate of each kind, and of all kinds of this register.

        >>> Letters().sheet("letters").value("letters.denunciation.received_total")
        0
        """
        at = Keys(key)
        counted = unit or self.unit
        sheet = Sheet()
        for kind in self.kinds:
            flow = dict[Code, CaseFlow](self.flows).get(kind, _NONE_CAME)
            sheet += flow.sheet(at(code_name(kind)), counted)
        return sheet + _all_kinds(self.total.sheet(key, counted), sheet, at, self.kinds)


class Letters(Register[LetterKind]):
    """The letters (đơn thư) of a period, by kind."""

    __slots__ = ()
    kinds = LetterKind
    unit = "letter"


class Feedback(Register[FeedbackKind]):
    """The feedback (phản ánh, kiến nghị) of a period on rules and on conduct."""

    __slots__ = ()
    kinds = FeedbackKind
    unit = "feedback"


def _same_sort(sort: type[Register[Kind]], register: Register[Kind]) -> None:
    if type(register) is not sort:
        raise WrongKind(
            type(register).__name__,
            f"a register of {sort.__name__.lower()}",
            "letters and feedback are never added up",
        )


def _or_none_came(flow: CaseFlow | None, other: CaseFlow | None) -> CaseFlow:
    """Give a flow, or for a kind that only the other period names, one that counts as it does."""
    if flow is not None:
        return flow
    return evolve(_NONE_CAME, counted_apart=other is not None and other.counted_apart)


def _all_kinds(
    whole: Sheet, by_kind: Sheet, at: Keys, kinds: Iterable[Code]
) -> Iterator[Figure | Relation]:
    """Derive what was counted of all kinds from what was counted of each."""
    for figure in whole:
        name = figure.key.removeprefix(at(""))
        parts = [key for kind in kinds if (key := at(f"{code_name(kind)}.{name}")) in by_kind]
        if figure.value is None:
            yield figure
        else:
            yield evolve(figure, value=None)
            yield Sum(figure.key, parts)
    yield from whole.relations

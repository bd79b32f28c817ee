"""Citizens received, letters, and feedback: three registers, which never add up to one.

Citizens received (tiếp công dân) are counted by visits (lượt), persons and cases, none of which
is a part of another: "259 lượt/316 người" is no rate.

    >>> reception = Reception(
    ...     citizens=CitizensReceived(visits=259, persons=316),
    ...     letters=Letters({LetterKind.PETITION: CaseFlow(brought_forward=0, new=10)}),
    ... )
    >>> sheet = reception.sheet("reception")
    >>> sheet.value("reception.citizens.visits"), sheet.value("reception.letters.received_total")
    (259, 10)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import evolve, frozen

from wardstats.errors import WrongKind, quoted
from wardstats.figures.sheets import Sheet
from wardstats.figures.typed import Typed
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.counts import Count, counting
from wardstats.ward.registers import Feedback, FeedbackKind, LetterKind, Letters, Register
from wardstats.ward.sections import Keys, counted_figures
from wardstats.ward.summaries import Summary

Kept = TypeVar("Kept", bound=Register[Any])


@frozen(repr=False, kw_only=True)
class CitizensReceived(Summary):
    """Citizens received (tiếp công dân): visits, the persons who came, and the cases they raised.

    A visit may be of several persons, and one person may come again, so they add up beside one
    another, and no rate is taken.
    """

    visits: Count = counting()
    persons: Count = counting()
    cases: Count = counting()

    def then(self, following: CitizensReceived) -> CitizensReceived:
        """Go on with the next period: who comes again is counted again."""
        return CitizensReceived.pool([self, following])

    def sheet(self, key: str) -> Sheet:
        """Name the three counts, which no rule ties."""
        units = {"visits": "visit", "persons": "person", "cases": "case"}
        figures = counted_figures(self, Keys(key), "")
        return Sheet(evolve(each, unit=units[each.key.rpartition(".")[2]]) for each in figures)


@frozen(repr=False, kw_only=True)
class Reception(Typed):
    """The three registers of a period; one that was not kept is None."""

    citizens: CitizensReceived = CitizensReceived()
    letters: Letters | None = None
    feedback: Feedback | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse one register in the place of another."""
        for name, sort in (("letters", Letters), ("feedback", Feedback)):
            register = getattr(self, name)
            if register is not None and type(register) is not sort:
                raise WrongKind(
                    f"{name}={quoted(register)}",
                    f"{sort.__name__}, or None where it is not kept",
                    "the three registers stand apart",
                )

    @classmethod
    def pool(cls, receptions: Iterable[Reception]) -> Reception:
        """Put registers side by side; not counted if one ward did not keep its own."""
        held = tuple(receptions)
        return cls(
            citizens=CitizensReceived.pool(each.citizens for each in held),
            letters=_pooled(Letters, [each.letters for each in held]),
            feedback=_pooled(Feedback, [each.feedback for each in held]),
        )

    def then(self, following: Reception) -> Reception:
        """Go on with the next period, register by register."""
        return Reception(
            citizens=self.citizens.then(following.citizens),
            letters=_joined(self.letters, following.letters),
            feedback=_joined(self.feedback, following.feedback),
        )

    def sheet(self, key: str) -> Sheet:
        """Name every count of the three registers, under names of their own."""
        at = Keys(key)
        letters = self.letters or Letters((kind, CaseFlow()) for kind in LetterKind)
        feedback = self.feedback or Feedback((kind, CaseFlow()) for kind in FeedbackKind)
        return (
            self.citizens.sheet(at("citizens"))
            + letters.sheet(at("letters"))
            + feedback.sheet(at("feedback"))
        )


def _pooled(sort: type[Kept], registers: list[Kept | None]) -> Kept | None:
    kept = [each for each in registers if each is not None]
    return sort.pool(kept) if len(kept) == len(registers) else None


def _joined(first: Kept | None, second: Kept | None) -> Kept | None:
    return None if first is None or second is None else first.then(second)

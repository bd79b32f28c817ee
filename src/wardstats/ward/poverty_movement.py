"""Movement of poor households over a period: how one year's number becomes the next.

What there was at the opening, with every kind of increase and less every kind of decrease, is
what there is at the closing. Poor and near-poor households each have a movement of their own;
what leaves one for the other is a transfer in both.

    >>> near_poor = PovertyMovement.complete(opening=70, arisen=1, escaped=22, closing=49)
    >>> near_poor.increases, near_poor.decreases, near_poor.gap
    (1, 22, 0)
"""

from __future__ import annotations

from typing import Self

from attrs import evolve, frozen

from wardstats.errors import NotConsecutive, quoted
from wardstats.figures.relations import Sum
from wardstats.figures.sheets import Sheet
from wardstats.ward.counts import Count, counting, total
from wardstats.ward.sections import Keys, counted_figures, derived_counts
from wardstats.ward.summaries import Summary

_INCREASES = ("arisen", "relapsed", "moved_in", "split_off", "transferred_in")
_DECREASES = ("escaped", "moved_out", "merged", "ended", "transferred_out")


@frozen(repr=False, kw_only=True)
class PovertyMovement(Summary):
    """The households of one class over a period.

    Increases: `arisen` (phát sinh), `relapsed` (tái nghèo), `moved_in`, `split_off` from another
    household, `transferred_in` from the other class. Decreases: `escaped` (thoát nghèo, thoát
    cận nghèo), `moved_out`, `merged` into another household, `ended` where nobody of it lives,
    `transferred_out` to the other class. A household that arose and is still there at the
    closing is counted in both.
    """

    opening: Count = counting()
    arisen: Count = counting()
    relapsed: Count = counting()
    moved_in: Count = counting()
    split_off: Count = counting()
    transferred_in: Count = counting()
    escaped: Count = counting()
    moved_out: Count = counting()
    merged: Count = counting()
    ended: Count = counting()
    transferred_out: Count = counting()
    closing: Count = counting(stock=True)

    @classmethod
    def complete(cls, *, opening: int, closing: int, **kinds: int) -> Self:
        """Say all there was: the kinds of movement not named did not occur."""
        return cls(
            opening=opening, closing=closing, **dict.fromkeys(_INCREASES + _DECREASES, 0) | kinds
        )

    @property
    def increases(self) -> Count:
        """All that came in, of every kind."""
        return total(getattr(self, kind) for kind in _INCREASES)

    @property
    def decreases(self) -> Count:
        """All that went out, of every kind."""
        return total(getattr(self, kind) for kind in _DECREASES)

    @property
    def gap(self) -> Count:
        """How many more remained and left than there were and came.

        Closing + decreases - opening - increases: not 0 is a question, not an error.
        """
        after = total([self.closing, self.decreases])
        before = total([self.opening, self.increases])
        return None if after is None or before is None else after - before

    def then(self, following: Self) -> Self:
        """Go on with the next period: the movement over both.

        Raises `NotConsecutive` unless the closing here is the opening there.
        """
        if self.closing is None or self.closing != following.opening:
            raise NotConsecutive(
                f"closing {quoted(self.closing)}, opening {quoted(following.opening)}",
                "the next period to open with what this one closes with",
                "correct one of the two counts, or pool movements of one period",
            )
        both = type(self).pool([self, following])
        return evolve(both, opening=self.opening, closing=following.closing)

    def sheet(self, key: str, unit: str = "household") -> Sheet:
        """Name every kind of movement, the totals, and the rule that ties them."""
        at = Keys(key)
        return Sheet(counted_figures(self, at, unit)) + [
            *derived_counts(at, unit, "increases", "decreases"),
            Sum(at("increases"), at.all(*_INCREASES)),
            Sum(at("decreases"), at.all(*_DECREASES)),
            Sum(at("closing"), at.all("opening", *_INCREASES), minus=at.all(*_DECREASES)),
        ]

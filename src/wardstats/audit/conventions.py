"""Which rule of rounding a report follows, told by the figures that tell one from another.

"82,5%" of 1.484/1.799 was rounded: cut, it would read 82,4 %. "99,66%" of 1.794/1.800 was cut. A
report whose decisive figures all follow one other rule follows that rule; where no one rule
prints them all, rules are mixed.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from attrs import frozen

from wardstats.audit.checks import EVERY_RULE, Fit
from wardstats.figures.relations import Completes, Same, Share
from wardstats.figures.rounding import Reach, Rounding, Stated
from wardstats.figures.typed import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wardstats.audit.checks import Check

# Of several rules that print all figures, the one offices know best.
BEST_KNOWN = (Rounding.HALF_UP, Rounding.TRUNCATE, Rounding.UP, Rounding.HALF_EVEN)
# So many figures are believed to follow one of the last two, which no office is known for.
_ENOUGH = 3


@frozen(repr=False)
class Convention(Typed):
    """What the decisive figures say of a report that is held to a rule.

    `followed` is the other rule that prints them all, if there is one. `keeping` are the figures
    that the expected rule alone, of the rules met with, explains; `breaking` those it does not.
    """

    expected: Rounding
    followed: Rounding | None = None
    keeping: tuple[Check, ...] = ()
    breaking: tuple[Check, ...] = ()

    @property
    def is_mixed(self) -> bool:
        """Whether figures are rounded in several ways, and no one rule prints them all."""
        return bool(self.breaking) and self.followed is None and not self.is_one_way

    @property
    def is_one_way(self) -> bool:
        """Whether the few that break the expected rule agree, and none speaks for it."""
        met = reduce(frozenset.intersection, (each.rules for each in self.breaking), EVERY_RULE)
        return bool(self.breaking and met) and self.followed is None and not self.keeping


def convention_of(checks: Iterable[Check], expected: Rounding = Rounding.HALF_UP) -> Convention:
    """Tell the rule that a report follows from its decisive figures."""
    decisive = [check for check in checks if _tells(check)]
    breaking = tuple(check for check in decisive if expected not in check.rules)
    if not breaking:
        return Convention(expected)
    common = reduce(frozenset.intersection, (check.rules for check in decisive), EVERY_RULE)
    believed = BEST_KNOWN if len(decisive) >= _ENOUGH else BEST_KNOWN[:2]
    followed = next((rule for rule in believed if rule in common), None)
    met = reduce(frozenset.intersection, (check.rules for check in breaking), EVERY_RULE)
    keeping = tuple(
        check for check in decisive if expected in check.rules and not met <= check.rules
    )
    return Convention(expected, followed, keeping, breaking)


def is_called_whole(check: Check) -> bool:
    """Say whether "100%" is printed of what is not all: decimals drop only where it is exact."""
    held = None if check.reading is None else check.reading.held
    if not isinstance(check.relation, (Share, Completes)) or not isinstance(held, Stated):
        return False
    if held.places or held.value != 1 or held.reach is not Reach.ROUNDED:
        return False
    return check.fit is not Fit.NOT_CHECKABLE and _falls_short(check)


def _falls_short(check: Check) -> bool:
    point = getattr(check.exact, "point", None)
    return point is not None and point < 1 and bool(check.rules)


def _tells(check: Check) -> bool:
    return (
        check.is_decisive
        and check.fit is not Fit.AMBIGUOUS
        and check.reading is not None
        and isinstance(check.reading.held, Stated)
        and not isinstance(check.relation, Same)
        and not is_called_whole(check)
    )

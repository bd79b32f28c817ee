"""Values set by law, each in force from a day, to a day, by a source.

Caps, quotas, poverty lines and holidays change by decree; a table of `Dated` values keeps them
all, so that a report of 2024 is judged by what was in force in 2024.

    >>> from datetime import date
    >>> lines = [
    ...     Dated(1_500_000, date(2022, 1, 1), date(2026, 12, 31), "Decree 07/2021/NĐ-CP"),
    ...     Dated(2_200_000, date(2027, 1, 1), date(2030, 12, 31), "Decree 351/2025/NĐ-CP"),
    ... ]
    >>> in_force(lines, date(2024, 11, 14)).value
    1500000
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import frozen

from wardstats.errors import NotInForce, OutOfRange
from wardstats.figures.typed import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable

Value_co = TypeVar("Value_co", covariant=True)


@frozen(repr=False)
class Dated(Typed, Generic[Value_co]):
    """A value in force from `since` to `until`, both included, by `source`.

    None is an end not set: since ever, or until changed.
    """

    value: Value_co
    since: date | None
    until: date | None
    source: str

    def __attrs_post_init__(self) -> None:
        """Refuse a value that ends before it begins, or has no source."""
        if self.since is not None and self.until is not None and self.until < self.since:
            raise OutOfRange(
                f"since {self.since} until {self.until}",
                "the first day, then the last",
                "swap them",
            )
        if not self.source:
            raise OutOfRange("no source", "the decree, article or form the value comes from")

    def is_in_force(self, on: date) -> bool:
        """Say whether the value holds on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


def in_force(table: Iterable[Dated[Value_co]], on: date) -> Dated[Value_co]:
    """Find the one value of a table in force on a day, with its source.

    Raises `NotInForce` where the table knows none for that day, or more than one.
    """
    found = [each for each in table if each.is_in_force(on)]
    if len(found) == 1:
        return found[0]
    sources = ", ".join(each.source for each in found) or "none"
    raise NotInForce(
        f"{on} (in force: {sources})", "one value in force", "pass a table that covers the day once"
    )

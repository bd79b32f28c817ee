"""Facts of single things: a code, or yes or no; None where an office does not record it.

Objects that count add their facts up, so what is not certainly a fact is refused: "no" would
count as yes, and the text of a code as none of the codes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wardstats.errors import WrongKind, quoted

if TYPE_CHECKING:
    from attrs import Attribute

    from wardstats.figures.typed import Code


def yes_or_no(value: bool | None) -> bool | None:  # noqa: FBT001 - it is the fact
    """Let in a fact that is so, is not so, or is not recorded.

    >>> yes_or_no(True), yes_or_no(None)
    (True, None)
    """
    if value is None or isinstance(value, bool):
        return value
    raise WrongKind(quoted(value), "True, False, or None where it is not recorded")


def member_of(kind: type[Code]) -> Callable[[object, Attribute[Any], Any], None]:
    """Make the validator of a field that holds a code of a list, or else its default."""

    def check(_instance: object, attribute: Attribute[Any], code: Any) -> None:  # noqa: ANN401
        if code is not attribute.default:
            kind.given(code)

    return check

"""Lines and columns of a text, as an editor counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from attrs import frozen

_LINE_ENDS = re.compile(r"\r\n|\r|\n")


@frozen(slots=False, repr=False, eq=False)
class Places:
    r"""A text by its lines, whatever ends them.

    >>> Places("một\r\nhai ba").line_and_column(9)
    (2, 5)
    """

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(match.end() for match in _LINE_ENDS.finditer(self.text))]

    def line_and_column(self, at: int) -> tuple[int, int]:
        """Give the line and the column of a place, both counted from 1."""
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def line_of(self, at: int) -> tuple[int, str]:
        """Give where the line of a place starts, and its text without what ends it."""
        line = bisect_right(self.starts, at)
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        return start, self.text[start:end].rstrip("\r\n")

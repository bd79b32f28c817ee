"""Whether a figure tells a change, and in which direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardstats.prose import lexicon

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page

_MOST_FILLERS = 3
_FILLERS = lexicon.ROUNDED_BY | lexicon.FLOORS | lexicon.CEILINGS | frozenset({"thêm", "được"})


def direction(page: Page, figure: Mention) -> tuple[int, int]:
    """Give 1 for a rise, -1 for a fall, 0 for neither, and where the words for it begin."""
    for back in range(figure.at - 1, max(figure.at - 2 - _MOST_FILLERS, -1), -1):
        word = page.word(back)
        if word in lexicon.RISES or (word == "+" and back == figure.at - 1):
            return 1, back
        if word in lexicon.FALLS:
            return -1, back
        if word in {"-", "–"} and back == figure.at - 1 and page.word(back - 1) == "(":
            return -1, back
        if word not in _FILLERS:
            break
    return 0, figure.at


def is_change(page: Page, figure: Mention) -> bool:
    """Say whether a figure is the size of a change: "tăng 105 con"."""
    return direction(page, figure)[0] != 0

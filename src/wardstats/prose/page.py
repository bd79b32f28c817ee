"""A text laid out for reading claims: its figures, in their sentences and brackets."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from attrs import Factory, frozen

from wardstats.figures.exact import Exact
from wardstats.figures.rounding import Reach, Stated
from wardstats.prose.token_kinds import RATES, Token, TokenKind
from wardstats.prose.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator


def _spelled(mention: Mention) -> Exact:
    return mention.figure.value


@frozen(repr=False, eq=False)
class Mention:
    """A figure where it stands: `at` is the place of its token among those of the page.

    `key` is its line and column. `value` is the number its digits spell. It `is_rough` if
    "khoảng" stands before it, and `is_second` if it is the one after the slash of a ratio.
    """

    key: str
    at: int
    kind: TokenKind
    figure: Stated
    unit: Unit
    start: int
    end: int
    text: str
    sentence: int
    depth: int
    is_rough: bool = False
    is_second: bool = False
    value: Exact = Factory(_spelled, takes_self=True)

    @property
    def is_bounded(self) -> bool:
        """Say whether it is told as a floor or a ceiling."""
        return self.figure.reach is not Reach.ROUNDED

    def __repr__(self) -> str:
        """Print the figure as the text has it."""
        return f"<{self.text} {' '.join(self.unit)} at {self.start}>"


class Pair(NamedTuple):
    """Two figures told as a part of a whole; `sure` where the wording leaves no doubt."""

    part: Mention
    whole: Mention
    sure: bool = True


@frozen(repr=False, eq=False, slots=False)
class Page:
    """The tokens and figures of a text, with the sentence and the bracket each stands in."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[int, ...]
    depths: tuple[int, ...]
    mentions: tuple[Mention, ...]
    pairs: tuple[Pair, ...] = ()

    def words(self, start: int, end: int) -> list[str]:
        """Give the words of the tokens from start to before end."""
        return [token.word for token in self.tokens[start:end]]

    def word(self, at: int) -> str:
        """Give the word at a place, or "" outside the text."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def sentence_of(self, at: int) -> int:
        """Give the number of the sentence of a place, or -1 outside the text."""
        return self.sentences[at] if 0 <= at < len(self.sentences) else -1

    def before(self, at: int) -> Iterator[Mention]:
        """Go through the figures before a place, the nearest first."""
        for index in range(bisect_left(self._places, at) - 1, -1, -1):
            yield self.mentions[index]

    def after(self, at: int) -> Iterator[Mention]:
        """Go through the figures after a place, the nearest first."""
        for index in range(bisect_left(self._places, at + 1), len(self.mentions)):
            yield self.mentions[index]

    def after_next(self, figure: Mention) -> Mention | None:
        """Give the rate that follows a figure in its sentence, before any other figure."""
        following = next(iter(self.after(figure.at)), None)
        if following is None or following.sentence != figure.sentence:
            return None
        return following if following.kind in RATES else None

    def mentions_near(self, at: int, count: int) -> tuple[Mention, ...]:
        """Give so many figures before a place and after it."""
        index = bisect_left(self._places, at)
        return self.mentions[max(index - count, 0) : index + count + 1]

    def at(self, place: int) -> Mention | None:
        """Give the figure at a place; of a ratio, the part."""
        index = bisect_left(self._places, place)
        found = self.mentions[index] if index < len(self.mentions) else None
        return found if found is not None and found.at == place else None

    @cached_property
    def wholes(self) -> dict[str, Pair]:
        """The pairs, each under the key of its whole."""
        return {pair.whole.key: pair for pair in self.pairs}

    @cached_property
    def parts(self) -> dict[str, Pair]:
        """The pairs, each under the key of its part."""
        return {pair.part.key: pair for pair in self.pairs}

    @cached_property
    def noted(self) -> dict[object, Mention]:
        """What readers take note of, for what comes later: first mentions under their names."""
        return {}

    @cached_property
    def _places(self) -> tuple[int, ...]:
        return tuple(each.at for each in self.mentions)

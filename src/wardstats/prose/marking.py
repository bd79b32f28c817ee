"""A text with its findings: underlined in its lines, or marked up for a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from unicodedata import combining

from wardstats.prose.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wardstats.prose.located import Located

_LONGEST_LINE = 100
_CUT = "…"


def underlined(text: str, findings: Iterable[Located]) -> str:
    """Set each finding over the line its figure stands in, the figure underlined."""
    places = Places(text)
    told = []
    for each in findings:
        if each.start == each.end:
            told.append(each.sentence)
            continue
        told += [f"{each.line}:{each.column}  {each.sentence}", *_line(places, each)]
    return "\n".join(told)


def _line(places: Places, located: Located) -> tuple[str, str]:
    """Give the line of a figure, or what stands around it in a long one, and the stroke."""
    start, line = places.line_of(located.start)
    first = located.start - start
    last = max(min(located.end - start, len(line)), first + 1)
    left = max(0, last - _LONGEST_LINE) if last > _LONGEST_LINE else 0
    right = min(len(line), left + _LONGEST_LINE)
    shown = line[left:right]
    before = (_CUT if left else "") + "".join(
        " " if c.isspace() else c for c in shown[: first - left]
    )
    figure = shown[first - left : last - left]
    rest = shown[last - left :] + (_CUT if right < len(line) else "")
    return f"{before}{figure}{rest}", f"{' ' * _width(before)}{'~' * max(_width(figure), 1)}"


def _width(text: str) -> int:
    """Count what is set beside one another; an accent of its own stands over its letter."""
    return sum(not combining(letter) for letter in text)


def html(text: str, findings: Iterable[Located]) -> str:
    """Mark the figures in the text, each with what was found of it."""
    told: dict[tuple[int, int], list[str]] = {}
    for each in findings:
        told.setdefault((each.start, each.end), []).append(escape(each.sentence))
    parts, at = [], 0
    general = [f"<p>{sentence}</p>" for sentence in told.pop((0, 0), ())]
    for (start, end), sentences in sorted(told.items()):
        marked = f'<mark title="{" ".join(sentences)}">{escape(text[start:end])}</mark>'
        parts += [escape(text[at:start]), marked]
        at = end
    body = "".join([*parts, escape(text[at:])])
    return f'<div style="white-space: pre-wrap">{body}</div>{"".join(general)}'

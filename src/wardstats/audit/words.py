"""The terms of figures, and their numbers, in one language.

Terms come from `wardstats.vi.terms`; a figure that has none there is named by its key. Numbers are
printed as in Vietnam, in English with the signs turned round.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from wardstats.audit.restating import as_stated
from wardstats.audit.sentences import PHRASES
from wardstats.errors import UnknownKey, quoted
from wardstats.figures.changes import Points
from wardstats.figures.exact import MOST_PLACES
from wardstats.figures.intervals import Interval
from wardstats.figures.rates import Percent
from wardstats.figures.rounding import Rounding, Stated, nearest
from wardstats.figures.targets import Verdict
from wardstats.figures.values import Answer, FigureKind, Undefined
from wardstats.vi.numerals import number
from wardstats.vi.percentages import percent, points
from wardstats.vi.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wardstats.audit.findings import Finding
    from wardstats.figures.exact import Exact
    from wardstats.figures.sheets import Figure, Sheet

Language = Literal["vi", "en"]

_PLACES = 2
_VERDICTS = (Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED)
_ENGLISH = {"điểm phần trăm": "percentage points", "tăng": "up", "giảm": "down"}
_TURNED = str.maketrans(".,", ",.")


def given(language: Language) -> Language:
    """Let in a language there are sentences in."""
    if language not in PHRASES:
        raise UnknownKey(quoted(language), "a language: 'vi' or 'en'")
    return language


class Words:
    """Terms and numbers in one language; `names` has the words for codes within keys."""

    def __init__(self, sheet: Sheet, language: Language, names: Mapping[str, str]) -> None:
        self.sheet = sheet
        self.language = given(language)
        self.names = names

    def phrase(self, name: str, **slots: str) -> str:
        """Give a phrase, its slots filled."""
        return PHRASES[self.language][name].format(**slots)

    def listed(self, texts: Iterable[str]) -> str:
        """Join texts by the word for and."""
        return self.phrase("and").join(texts)

    def term(self, key: str) -> str:
        """Give the term of a figure; its key, where there is none."""
        if self.language != "vi" or "." not in key:  # a key of the user's own
            return key
        try:
            told = term(key)
        except UnknownKey:
            return key
        for code in set(key.split(".")) & self.names.keys():
            told = told.replace(code, self.names[code])
        return told

    def rules(self, rules: Iterable[Rounding]) -> str:
        """Name the first of some rules of rounding."""
        known = [rule for rule in Rounding if rule in set(rules)]
        return self.phrase(known[0].name) if known else ""

    def known(self, finding: Finding, key: str) -> str:
        """Show what a figure is known to be: as printed where only that is known."""
        answer = finding.known[key]
        if isinstance(answer, Interval) and answer.point is not None:
            return self.shown(answer, self.sheet[key])
        held = self.sheet[key].value
        if key not in finding.printed and isinstance(held, Stated):
            return self.turned(as_stated(held))
        return finding.printed.get(key) or self.shown(answer, self.sheet[key])

    def shown(self, answer: Answer, figure: Figure) -> str:
        """Show a number, or the ends it lies between."""
        if isinstance(answer, Undefined):
            return self.phrase("nothing")
        if answer.point is not None:
            return self.exact(answer.point, figure)
        low = "" if answer.low is None else self.exact(answer.low, figure)
        high = "" if answer.high is None else self.exact(answer.high, figure)
        name = "between" if low and high else "from" if low else "to"
        return self.phrase(name, low=low, high=high)

    def exact(self, value: Exact, figure: Figure) -> str:
        """Show an exact number by the kind of its figure."""
        if figure.kind is FigureKind.VERDICT:
            return term(_VERDICTS[int(value)])
        if figure.kind is FigureKind.POINTS:
            return self.quantity(Points.of(value))
        is_rate = figure.kind in (FigureKind.PERCENT, FigureKind.PER_MILLE)
        return self.quantity(Percent.of(value) if is_rate else value)

    def short_of(self, value: Exact, limit: Exact) -> str:
        """Show a share to as many decimals as tell it from another."""
        places = _places(value)
        while places < MOST_PLACES and _rounded(value, places) == _rounded(limit, places):
            places += 1
        return self.turned(percent(Percent.of(value), places))

    def quantity(self, quantity: Exact | Percent | Points) -> str:
        """Show a quantity to at most two decimals."""
        if isinstance(quantity, Points):
            return self.turned(points(quantity, _places(quantity.value)))
        if isinstance(quantity, Percent):
            return self.turned(percent(quantity, _places(quantity.value)))
        return self.turned(number(quantity, _PLACES))

    def turned(self, text: str) -> str:
        """Turn the signs of a number round for English."""
        if self.language == "vi":
            return text
        for told, english in _ENGLISH.items():
            text = text.replace(told, english)
        return text.translate(_TURNED)


def _rounded(share: Exact, places: int) -> int:
    scaled = Fraction(share) * 100 * 10**places
    return nearest(scaled.numerator, scaled.denominator)


def _places(share: Exact) -> int:
    """Choose the fewest decimals that print a percentage exactly, or else the usual two."""
    exactly = (at for at in range(_PLACES) if (share * 100 * 10**at) % 1 == 0)
    return next(exactly, _PLACES)

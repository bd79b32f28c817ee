"""The Vietnamese terms of figures and codes; terms of codes are read back.

The end of a key says what it is a figure of, and what stands before it, whose: a section's, that
of a member of one, or of a name of the user's own, which is given as it is.

    >>> from wardstats import Verdict
    >>> term(Verdict.MET), term("dossiers.early_rate")
    ('đạt chỉ tiêu', 'tỷ lệ giải quyết trước hạn')
    >>> term("dossiers.received_by_field.land"), term("indicators.jobs.value")
    ('hồ sơ tiếp nhận, lĩnh vực land', 'kết quả thực hiện, chỉ tiêu jobs')
    >>> read_term("Chưa đạt", Verdict)
    Verdict.NOT_MET
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import product
from typing import NamedTuple, TypeVar
from unicodedata import normalize

from wardstats.errors import UnknownKey, WrongKind, quoted
from wardstats.figures.typed import Code
from wardstats.vi.labels import folded
from wardstats.vi.text import refuse

Member = TypeVar("Member", bound=Code)

_CLOSEST = 3
_OWN_NAME = "*"
_NOUN = "{noun}"


def term(key_or_member: str | Code) -> str:
    """Give the term of a member of an enumeration, or of a figure by its key on a sheet.

    A section under a prefix of the user's own keeps its terms, which then end with the prefix.
    Raises `UnknownKey` where nothing is known of the end of a key, or of an enumeration.

        >>> term("kp1.turnout")
        'tỷ lệ đại diện hộ gia đình dự họp, kp1'
    """
    if isinstance(key_or_member, Code):
        return _terms_of(type(key_or_member))[key_or_member][0]
    if not isinstance(key_or_member, str):
        raise WrongKind(
            quoted(key_or_member), "the key of a figure, as 'dossiers.early_rate', or a code"
        )
    key = normalize("NFC", key_or_member)
    found = _found(key, _figures())
    if found is None:
        raise _unknown(key)
    owners = _owners(found.before)
    noun = next((owner.text for owner in owners if not owner.is_own_name), "")
    placed = noun if _NOUN in found.term else None
    told = [owner.text for owner in owners if owner.is_told and owner.text != placed]
    return ", ".join([_filled(found, noun), *told])


def read_term(text: str, kind: type[Member]) -> Member:
    """Read the term of a member of an enumeration: as printed, or in other words in use.

    Spelling, case and punctuation decide nothing. Raises `Unreadable` for text that is no term
    of this enumeration, or that stands for several of its members.

        >>> from wardstats.ward import DossierStatus, Qualification
        >>> read_term("trễ hẹn", DossierStatus), read_term("Thạc sỹ", Qualification)
        (DossierStatus.OVERDUE, Qualification.MASTER)
    """
    terms, label = _terms_of(kind), _label(text)
    members = _readings(kind).get(label, ())
    if len(members) != 1:
        printed = [each[0] for each in terms.values()]
        refuse(
            text,
            f"one term of {kind.__name__}, as {quoted(printed[0])}",
            [terms[member][0] for member in members or _meant(label, kind)],
            f"its terms are {', '.join(map(quoted, printed))}",
        )
    return kind[members[0].name]


# ---------------------------------------------------------------- terms of members


@cache
def _terms() -> Mapping[type[Code], dict[Code, tuple[str, ...]]]:
    from wardstats.vi.member_terms import MEMBER_TERMS

    by_kind: dict[type[Code], dict[Code, tuple[str, ...]]] = {}
    for member, texts in MEMBER_TERMS.items():
        by_kind.setdefault(type(member), {})[member] = texts
    return by_kind


def _terms_of(kind: type[Code]) -> dict[Code, tuple[str, ...]]:
    if isinstance(kind, type) and kind in _terms():
        return _terms()[kind]
    raise UnknownKey(
        quoted(kind), "an enumeration of wardstats, as Verdict", "name codes of your own yourself"
    )


@cache
def _readings(kind: type[Code]) -> Mapping[str, tuple[Code, ...]]:
    """Give the members that each text read may stand for: one, or several."""
    from wardstats.vi.member_terms import SEVERAL

    readings = {text: members for text, members in SEVERAL if type(members[0]) is kind}
    for member, texts in _terms_of(kind).items():
        readings |= dict.fromkeys(texts, (member,))
    return {_label(text): members for text, members in readings.items()}


def _meant(label: str, kind: type[Code]) -> list[Code]:
    """List the members whose terms stand within a text, or are near it."""
    readings = _readings(kind)
    near = [each for each in readings if f" {each} " in f" {label} "]
    near += get_close_matches(label, readings, _CLOSEST)
    return [member for each in near for member in readings[each]]


def _label(text: str) -> str:
    """Fold a text, and put what is printed in the place of synonyms."""
    label = f" {folded(text)} "
    for synonym, printed in _synonyms():
        label = label.replace(synonym, printed)
    return label.strip()


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    from wardstats.vi.member_terms import SYNONYMS

    return tuple((f" {folded(synonym)} ", f" {folded(text)} ") for synonym, text in SYNONYMS)


# ---------------------------------------------------------------- terms of figures


class _Pattern(NamedTuple):
    """A pattern over the ends of keys, part by part, and the term of what it matches."""

    parts: tuple[str, ...]
    term: str
    is_told: bool = True

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much it says: in parts that are no user's own, in literal ones, in all."""
        own = self.parts.count(_OWN_NAME)
        literal = sum(part != _OWN_NAME and not part.startswith("{") for part in self.parts)
        return len(self.parts) - own, literal, len(self.parts)


class _Found(NamedTuple):
    """What a key ends with: its term, what stands in the places of it, and what is before."""

    term: str
    names: tuple[str, ...]
    before: str
    is_told: bool


class _Owner(NamedTuple):
    """Whose a figure is: named after its term or not; a name of the user's own is, as it is."""

    text: str
    is_told: bool = True
    is_own_name: bool = False


def _patterns(terms: Mapping[str, str], *, are_told: bool = True) -> list[_Pattern]:
    return [_Pattern(tuple(key.split(".")), text, are_told) for key, text in terms.items()]


def _most_told_first(patterns: Iterable[_Pattern]) -> tuple[_Pattern, ...]:
    return tuple(sorted(patterns, key=lambda pattern: pattern.weight, reverse=True))


@cache
def _figures() -> tuple[_Pattern, ...]:
    from wardstats.vi.figure_terms import FIGURES

    return _most_told_first(_patterns(FIGURES))


@cache
def _sections() -> tuple[_Pattern, ...]:
    from wardstats.vi.figure_terms import OWNERS, SECTIONS

    return _most_told_first(_patterns(OWNERS) + _patterns(SECTIONS, are_told=False))


@cache
def _codes(part: str) -> Mapping[str, str]:
    """Give the members that a part like `{LetterKind}` stands for, as in keys, with their terms."""
    return {
        member.name.lower(): texts[0]
        for kind, terms in _terms().items()
        if part == f"{{{kind.__name__}}}"
        for member, texts in terms.items()
    }


@cache
def _regex(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Match the end of a key; what is before it comes first, and is as short as it can be."""
    return re.compile(r"(?:(.+?)\.)??" + r"\.".join(map(_part_regex, parts)))


def _part_regex(part: str) -> str:
    if part == _OWN_NAME:
        return "(.+?)"
    return f"({'|'.join(_codes(part))})" if part.startswith("{") else re.escape(part)


def _found(key: str, patterns: Iterable[_Pattern]) -> _Found | None:
    """Find what a key ends with, by the pattern that says most."""
    end = key.rpartition(".")[2]
    for pattern in patterns:
        last = pattern.parts[-1]
        if last not in (end, _OWN_NAME) and end not in _codes(last):
            continue
        if match := _regex(pattern.parts).fullmatch(key):
            before, *names = match.groups()
            holes = [part for part in pattern.parts if part == _OWN_NAME or part.startswith("{")]
            told = (_codes(hole).get(name, name) for hole, name in zip(holes, names, strict=True))
            return _Found(pattern.term, tuple(told), before or "", pattern.is_told)
    return None


def _filled(found: _Found, noun: str = "") -> str:
    """Put names and the noun in their places; without a noun its place closes."""
    text = found.term if noun else found.term.replace(f"{_NOUN} ", "").replace(f" {_NOUN}", "")
    return text.format(*found.names, noun=noun)


def _owners(before: str) -> list[_Owner]:
    """Give the owners that the parts of a key before the figure name, the nearest first."""
    owners: list[_Owner] = []
    while before:
        if found := _found(before, _sections()):
            owners.append(_Owner(_filled(found), found.is_told))
            before = found.before
            continue
        before, _, name = before.rpartition(".")
        if owners and owners[-1].is_own_name:
            name = f"{name}.{owners.pop().text}"
        owners.append(_Owner(name, is_own_name=True))
    return owners


def _unknown(key: str) -> UnknownKey:
    """Say which keys are near one of which nothing is known."""
    ends = [end for pattern in _figures() for end in _spelled_out(pattern)]
    parts = key.split(".")
    likely: list[str] = []
    for length in (1, 2):
        before, end = parts[:-length], ".".join(parts[-length:])
        likely += [".".join([*before, each]) for each in get_close_matches(end, ends, _CLOSEST)]
    near = get_close_matches(key, dict.fromkeys(likely), _CLOSEST)
    advice = f"near it: {', '.join(near)}" if near else "its end says what it is a figure of"
    return UnknownKey(quoted(key), "the key of a figure, as 'dossiers.early_rate'", advice)


def _spelled_out(pattern: _Pattern) -> Iterator[str]:
    """Give the ends of keys that a pattern matches, member by member."""
    return map(".".join, product(*(_codes(part) or (part,) for part in pattern.parts)))

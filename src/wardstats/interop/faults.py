"""Faults of a record: all that are found, each with the path that leads to it.

What reads one value refuses it with `Refused`, without knowing where it stands; what reads a
table or a list gathers what its members were refused for, each under its own step of the path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches

from attrs import evolve, field, fields, frozen

from wardstats.errors import Fault, WardstatsError, quoted
from wardstats.interop.extras import missing_extra

try:
    from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
except ImportError as cause:
    raise missing_extra("records", cause) from cause

_LONGEST = 60
_MOST_NAMED = 10
_PLAIN_KEY = re.compile(r"[\w-]{1,60}")


class Refused(Exception):
    """What one value is refused with."""

    def __init__(self, given: str, expected: str, advice: str = "") -> None:
        super().__init__(given, expected, advice)
        self.given, self.expected, self.advice = given, expected, advice


@frozen
class Bare:
    """A number with decimals as a file spells it, which is never read as one."""

    literal: str


class Repeated(dict[str, object]):
    """A table in which some keys stand twice."""

    def __init__(self, pairs: Iterable[tuple[str, object]], twice: Iterable[str]) -> None:
        super().__init__(pairs)
        self.twice = tuple(twice)


class Several(Exception):
    """The faults of a table or a list, whose paths begin there."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


@frozen
class Gathering:
    """Gathers the faults of the members of a table or a list, and raises them together."""

    faults: list[Fault] = field(factory=list)

    @contextmanager
    def at(self, step: str) -> Iterator[None]:
        """Keep what is refused inside, under its step of the path."""
        try:
            yield
        except (Refused, Several, WardstatsError, ClassValidationError) as error:
            self.faults.extend(faults_of(error, step))

    def close(self) -> None:
        """Raise what was gathered, if anything."""
        if self.faults:
            raise Several(tuple(self.faults))


def faults_of(error: Exception, path: str) -> Iterator[Fault]:
    """Name the faults that an error stands for."""
    if isinstance(error, Several):
        for fault in error.faults:
            yield evolve(fault, path=path + fault.path)
    elif isinstance(error, (Refused, WardstatsError)):
        yield Fault(path, error.given, error.expected, error.advice)
    elif isinstance(error, ClassValidationError):
        with_notes, without_notes = error.group_exceptions()
        for each, note in with_notes:
            yield from faults_of(each, path + key_step(note.name))
        for each in without_notes:
            yield from faults_of(each, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [each.name for each in fields(error.cl)]
        for key in sorted(error.extra_fields, key=str):
            yield from faults_of(unknown_key(key, known), path + key_step(key))
    elif type(error) is KeyError:
        yield Fault(path, "nothing", "this key", "it may not be left out")
    else:
        raise error


def unknown_key(key: object, known: Iterable[str]) -> Refused:
    """Refuse a key, naming those that are near.

    >>> unknown_key("onlin", ["online", "overdue"]).advice
    'is online meant?'
    """
    names = sorted(known)
    near = get_close_matches(str(key)[:_LONGEST], names, n=3)
    if near and len(names) > _MOST_NAMED:
        expected = "a key of this table"
    else:
        expected = "one of " + ", ".join(names)
    advice = f"is {' or '.join(near)} meant?" if near else "remove it"
    return Refused("unknown key", expected, advice)


def key_step(key: object) -> str:
    """Write the step of a path that leads to a key.

    >>> key_step("online"), key_step("by post")
    ('.online', "['by post']")
    """
    plain = isinstance(key, str) and _PLAIN_KEY.fullmatch(key)
    return f".{key}" if plain else f"[{quoted(key)}]"


def shown(value: object) -> str:
    """Name what was given, as a file spells it.

    >>> shown(True), shown([1]), shown(None), shown(Bare("1.9"))
    ('true', 'a list', 'null', '1.9')
    """
    if isinstance(value, Bare):
        return value.literal if len(value.literal) <= _LONGEST else quoted(value.literal)
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, date):
        return value.isoformat()
    return quoted(value)


def repeated_keys(record: object) -> Iterator[Fault]:
    """Find every key that stands twice in its table, at any depth."""
    waiting: list[tuple[str, object]] = [("$", record)]
    seen: set[int] = set()  # a mapping may hold itself
    while waiting:
        path, value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, Repeated):
            for key in value.twice:
                yield Fault(path + key_step(key), "a key given twice", "each key once")
        if isinstance(value, dict):
            waiting += [(path + key_step(key), each) for key, each in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}[{place}]", each) for place, each in enumerate(value)]

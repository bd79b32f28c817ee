"""Values that print as they are typed, so that what a notebook shows can be pasted back."""

from __future__ import annotations

from enum import Enum
from typing import Self

from attrs import NOTHING, Attribute, Factory, fields

from wardstats.errors import WrongKind, quoted


class Code(Enum):
    """A closed list of codes, which carry no label: labels live with the language."""

    @classmethod
    def given(cls, code: Self) -> Self:
        """Let in a code of this list; its name or value as text would decide nothing."""
        if type(code) is cls:
            return code
        raise WrongKind(quoted(code), f"a member of {cls.__name__}", f"as {next(iter(cls))!r}")

    def __repr__(self) -> str:
        """Print as it is typed: `Verdict.MET`."""
        return f"{type(self).__name__}.{self.name}"


class Typed:
    """A value printed as the call that makes it.

    What has a default is printed by name and if it differs; what is keyword-only, by name.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Print as it is typed: `Rate(1471, 1535)`."""
        arguments = []
        for each in fields(type(self)):  # type: ignore[arg-type]
            value = getattr(self, each.name)
            text = value.__name__ if isinstance(value, type) else repr(value)
            if each.default is NOTHING and not each.kw_only:
                arguments.append(text)
            elif each.default is NOTHING or value != _default(each, self):
                arguments.append(f"{each.name}={text}")
        return f"{type(self).__name__}({', '.join(arguments)})"


def _default(attribute: Attribute[object], instance: Typed) -> object:
    default = attribute.default
    if not isinstance(default, Factory):  # type: ignore[arg-type]
        return default
    return default.factory(instance) if default.takes_self else default.factory()  # type: ignore[attr-defined]

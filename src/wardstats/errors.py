"""Every exception wardstats raises, and nothing else.

Each class stands under the standard type a caller would expect, so `except ValueError` goes
on working; each message quotes what was given, says what was expected, and what to do. The
same parts are attributes, so that programs need not read the text.

A report whose figures do not fit raises nothing: misuse is an error, a misfit is a finding.

    >>> from wardstats import Rate
    >>> Rate(1535, 1471)
    Traceback (most recent call last):
    wardstats.errors.OutOfRange: 1535 of 1471: expected a part from 0 to the whole; pass the \
smaller count first, or use Ratio where more than the whole is meant
"""

from attrs import frozen

_LONGEST_QUOTE = 60
_MOST_FAULTS = 50


def quoted(value: object) -> str:
    """Quote what was given, in at most 60 characters."""
    # Python refuses to turn an int of more than 4,300 digits into text.
    try:
        text = repr(value[:_LONGEST_QUOTE] if isinstance(value, str) else value)
    except ValueError:
        text = f"{type(value).__name__} too long to print"
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return text


class WardstatsError(Exception):
    """The root of the tree: catch it to catch them all.

    Attributes: `given` (the quotation), `expected`, `advice` (what to do; may be empty).
    """

    def __init__(self, given: str, expected: str, advice: str = "") -> None:
        super().__init__(given, expected, advice)
        self.given = given
        self.expected = expected
        self.advice = advice

    def __str__(self) -> str:
        """Say all three parts in one line."""
        sentence = f"{self.given}: expected {self.expected}"
        return f"{sentence}; {self.advice}" if self.advice else sentence


class NotExact(WardstatsError, TypeError):
    """A float, a bool or another type that cannot be an exact figure.

    0.825 is not 33/40 but 0.82499999…; a figure made from it may round to the wrong side.
    """


class WrongKind(WardstatsError, TypeError):
    """An exact figure of another kind than the one meant, as 15 where Percent(15) is."""


class OutOfRange(WardstatsError, ValueError):
    """A figure outside what it can be: a negative count, a part above its whole, NaN."""


class UndefinedRate(WardstatsError, ZeroDivisionError):
    """The value of a rate whose whole is 0: nothing arose (không phát sinh)."""


class UndefinedGrowth(WardstatsError, ZeroDivisionError):
    """The value of a growth whose previous value is 0 or less."""


class UnbalancedBreakdown(WardstatsError, ValueError):
    """Shares asked to make 100 of parts that do not make their total."""


class AmbiguousTruth(WardstatsError, TypeError):
    """A verdict used as true or false, though it may be neither."""


class ConflictingFigures(WardstatsError, ValueError):
    """Two sheets joined that hold unequal figures under one key."""


class UnknownKey(WardstatsError, KeyError):
    """A key that a sheet, a breakdown or a relation does not hold."""

    __str__ = WardstatsError.__str__


class Unreadable(WardstatsError, ValueError):
    """Text that is not certainly one figure.

    `candidates` are the texts it may have meant, each of which reads; empty if none.
    """

    def __init__(
        self, given: str, expected: str, advice: str = "", candidates: tuple[str, ...] = ()
    ) -> None:
        super().__init__(given, expected, advice)
        self.args = (given, expected, advice, candidates)
        self.candidates = candidates


class TooLong(WardstatsError, ValueError):
    """Text, or a figure to be printed, of more than 4,000 digits."""


class NotInForce(WardstatsError, LookupError):
    """A day for which a table of law knows no value, or more than one."""


class BeyondCalendar(WardstatsError, LookupError):
    """A day outside those a calendar is known for."""


class NotConsecutive(WardstatsError, ValueError):
    """Figures of two periods joined though the second does not go on from the first."""


@frozen
class Fault:
    """One thing wrong in a file or a table: where it is, what was given, what was expected.

    `path` begins with `$`, which is the whole: `$.dossiers.received_by_field.certification`.
    """

    path: str
    given: str
    expected: str
    advice: str = ""

    def __str__(self) -> str:
        """Say all parts in one line."""
        sentence = f"{self.path}: {self.given}: expected {self.expected}"
        return f"{sentence}; {self.advice}" if self.advice else sentence


class FaultyRecord(WardstatsError, ValueError):
    """A file, a record or a table that cannot be read, with all its faults at once in `faults`.

    The text lists the first 50 of them.
    """

    def __init__(self, given: str, faults: tuple[Fault, ...]) -> None:
        number = f"{len(faults)} fault" + "s" * (len(faults) != 1)
        super().__init__(f"{given}, {number}", "a record without faults", "correct each")
        self.args = (given, faults)
        self.faults = faults

    def __str__(self) -> str:
        """List the faults, one a line."""
        lines = [f"{self.given}:", *map(str, self.faults[:_MOST_FAULTS])]
        if more := self.faults[_MOST_FAULTS:]:
            lines.append(f"and {len(more)} more")
        return "\n  ".join(lines)


class MissingExtra(WardstatsError, ImportError):
    """A library that comes with an extra of wardstats, which is not installed."""

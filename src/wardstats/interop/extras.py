"""Extras: what a room says when the library it stands on is not installed."""

from wardstats.errors import MissingExtra


def missing_extra(extra: str, cause: ImportError) -> MissingExtra:
    """Name the library that is missing, and how to install it.

    >>> print(missing_extra("records", ImportError(name="cattrs")))
    cattrs is not installed: expected the extra 'records'; pip install wardstats[records]
    """
    library = (cause.name or str(cause)).partition(".")[0]
    return MissingExtra(
        f"{library} is not installed",
        f"the extra '{extra}'",
        f"pip install wardstats[{extra}]",
    )

"""Vietnamese in and out: every `x` prints what `read_x` reads."""

from wardstats.vi.amounts import money, read_money
from wardstats.vi.dates import date, read_date
from wardstats.vi.numerals import (
    count,
    fraction,
    number,
    read_count,
    read_fraction,
    read_number,
)
from wardstats.vi.percentages import (
    change,
    per_mille,
    percent,
    points,
    read_change,
    read_per_mille,
    read_percent,
    read_points,
)
from wardstats.vi.spelling import money_words, read_money_words, read_words, words
from wardstats.vi.terms import read_term, term

__all__ = [  # noqa: RUF022 - each printer beside its reader
    "number",
    "read_number",
    "count",
    "read_count",
    "fraction",
    "read_fraction",
    "percent",
    "read_percent",
    "per_mille",
    "read_per_mille",
    "points",
    "read_points",
    "change",
    "read_change",
    "money",
    "read_money",
    "date",
    "read_date",
    "words",
    "read_words",
    "money_words",
    "read_money_words",
    "term",
    "read_term",
]

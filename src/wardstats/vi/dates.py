"""Dates: 29/11/2024, or ngày 29 tháng 11 năm 2024; printed and read back.

A zero is set before days below 10 and before months 1 and 2, never before other months, as
Decree 30/2020/NĐ-CP, Appendix I, has it. Reports follow that loosely, so any padding is read.

    >>> date(dt.date(2016, 9, 5)), date(dt.date(2023, 2, 1), long=True)
    ('05/9/2016', 'ngày 01 tháng 02 năm 2023')
    >>> read_date("5/09/2016")
    datetime.date(2016, 9, 5)
"""

import datetime as dt
import re
from calendar import monthrange

from wardstats.errors import OutOfRange, WrongKind, quoted
from wardstats.vi.text import cleaned, refuse

FIRST_YEAR = 1000

_AROUND_SLASH = re.compile(r" ?/ ?")
_DATE = re.compile(
    r"(?:ngày )?([0-9]{1,2})"
    r"(?:([/.-])([0-9]{1,2})\2| tháng ([0-9]{1,2}) năm )"
    r"([1-9][0-9]{3}|[0-9]{2})"
)
_YEAR_FIRST = re.compile(r"([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})")
_WHOLE_YEAR = 4
_LAST_MONTH = 12


def date(day: dt.date, *, long: bool = False) -> str:
    """Print a date of the year 1000 or later, short or with its words.

    >>> date(dt.date(2024, 11, 29)), date(dt.date(2024, 11, 29), long=True)
    ('29/11/2024', 'ngày 29 tháng 11 năm 2024')
    """
    if not isinstance(day, dt.date):
        raise WrongKind(quoted(day), "a datetime.date", "text is read by read_date()")
    if isinstance(day, dt.datetime):
        raise WrongKind(quoted(day), "a datetime.date", "pass its .date()")
    if day.year < FIRST_YEAR:
        raise OutOfRange(
            quoted(day),
            f"a year from {FIRST_YEAR} on",
            "a date is printed with four digits of year",
        )
    month = f"{day.month:02d}" if day.month in {1, 2} else f"{day.month}"
    if long:
        return f"ngày {day.day:02d} tháng {month} năm {day.year}"
    return f"{day.day:02d}/{month}/{day.year}"


def read_date(text: str) -> dt.date:
    """Read a date, short or with its words, with any padding.

    Hyphens and dots are read like slashes, since the day comes first in all of them. A year of
    two digits is refused, and so is a day that does not exist.

        >>> read_date("Ngày 5 tháng 8 năm 2023"), read_date("26-4-2024")
        (datetime.date(2023, 8, 5), datetime.date(2024, 4, 26))
        >>> read_date("26/4/24")
        Traceback (most recent call last):
        wardstats.errors.Unreadable: '26/4/24': expected a year in four digits; write \
'26/4/2024' or '26/4/1924'
    """
    plain = cleaned(text)
    found = _DATE.fullmatch(_AROUND_SLASH.sub("/", plain[:1].lower() + plain[1:]))
    if found is None:
        refuse(
            text,
            "a date as in '29/11/2024' or 'ngày 29 tháng 11 năm 2024'",
            _from_year_first(plain),
            "day, month and the year in four digits, and nothing else",
        )
    day, _, short_month, long_month, year = found.groups()
    month = int(short_month or long_month)
    years = [int(year)] if len(year) == _WHOLE_YEAR else [2000 + int(year), 1900 + int(year)]
    meant = [_existing(each, month, int(day)) for each in years]
    certain = meant[0] if len(years) == 1 else None
    if certain is None:
        # In "11/29/2024" the month can only be the first.
        meant += [_existing(each, int(day), month) for each in years]
        candidates = (date(each, long=bool(long_month)) for each in meant if each)
        refuse(text, _expected(years, month), candidates)
    return certain


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _from_year_first(plain: str) -> list[str]:
    found = _YEAR_FIRST.fullmatch(plain)
    day = _existing(*map(int, found.groups())) if found else None
    return [date(day)] if day else []


def _expected(years: list[int], month: int) -> str:
    if len(years) > 1:
        return "a year in four digits"
    if not 1 <= month <= _LAST_MONTH:
        return "a month from 1 to 12"
    return f"a day from 1 to {monthrange(years[0], month)[1]} in month {month}/{years[0]}"

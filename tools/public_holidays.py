"""Make src/wardstats/ward/public_holidays.py from the library `holidays`, and what it lacks.

When the days off of another year are announced: renew the library (`make lock ARGS=--upgrade`),
move LAST_YEAR, add the year's sources, and run `make holidays`.
"""

from datetime import date
from pathlib import Path

from holidays import country_holidays

FIRST_YEAR, LAST_YEAR = 2020, 2026
KNOWN = country_holidays("VN", years=range(FIRST_YEAR, LAST_YEAR + 1), language="vi")
TABLE = Path(__file__).parents[1] / "src/wardstats/ward/public_holidays.py"

# Article 115 was read at nguoiduatin.vn a203956, article 112 at dantri.com.vn, 26/02/2026.
CODE_2012 = "holidays of 2020, as kept (practice)"
CODE_2019 = "Labour Code 45/2019/QH14, article 112"

# The law of a year's days off, and where those that it leaves open were read. The days off of
# which no announcement could be read are those of the library, and are called practice.
SOURCES = {
    2020: f"{CODE_2012}; Tết: socongthuong.daklak.gov.vn, 07/01/2020",
    2021: f"{CODE_2019}; Tết, 2/9: hanoimoi.vn 498925",
    2022: f"{CODE_2019}; Tết: Dispatch 245/VPCP; 2/9: practice",
    2023: f"{CODE_2019}; Tết, 2/9: Dispatch 8056/VPCP-KGVX, 01/12/2022",
    2024: f"{CODE_2019}; Tết, 2/9: sucsongtre.vn",
    2025: f"{CODE_2019}; Tết: Dispatch 8726/VPCP-KGVX; 2/9: practice",
    2026: f"{CODE_2019}; Tết, 2/9: thanhnien.vn 185260113172347178",
}
CULTURE_DAY = date(2026, 11, 24)
CULTURE_DAY_SOURCE = "Vietnam Culture Day, as announced: Resolution 28/2026/QH16 (practice)"

# The Saturdays worked, each in place of a weekday off.
SWAP_SOURCES = {
    date(2024, 5, 4): "Dispatch 2450/VPCP-KGVX, 12/04/2024 (baotintuc.vn)",
    date(2025, 4, 26): "vietnamplus.vn post1033115",
    date(2026, 1, 10): "the Government, 25/12/2025 (24h.com.vn, 26/12/2025)",
    date(2026, 8, 22): "practice",
}
# The corrections: a day off, and the day worked, that the library does not know.
MISSING_SWAPS = {date(2026, 1, 2): date(2026, 1, 10)}

HEAD = f'''\
"""The days off and the worked Saturdays of the public sector, {FIRST_YEAR} to {LAST_YEAR}.

Made by tools/public_holidays.py (`make holidays`); not to be edited. Which holidays there are is
law; the days in lieu, the days around Tết and beside 2 September, and the swaps are announced
year by year, so all are data, known until the end of the last year announced.
"""

from datetime import date

from wardstats.ward.law import Dated

KNOWN_FROM = date({FIRST_YEAR}, 1, 1)
KNOWN_UNTIL = date({LAST_YEAR}, 12, 31)

# Weekdays only: a holiday at a weekend stands here as its day in lieu.
DAYS_OFF: tuple[Dated[tuple[date, ...]], ...] = (
'''

SWAPS_HEAD = """\
)

# A weekday off, and the Saturday worked in its place.
SWAPS: tuple[Dated[tuple[date, date]], ...] = (
"""

FIXED_DATES_HEAD = """\
)

# Month and day of the holidays that have the same date every year.
FIXED_DATES: tuple[Dated[tuple[tuple[int, int], ...]], ...] = (
"""


def holidays_on_weekdays() -> dict[date, str]:
    """List the weekdays off by law or in lieu, with their names; swaps are not among them."""
    swapped = swaps()
    return {
        day: _short(name)
        for day, name in sorted(KNOWN.items())
        if not KNOWN.is_weekend(day) and day not in swapped
    }


def swaps() -> dict[date, date]:
    """List the weekdays off that are swapped, each with the Saturday worked in its place."""
    found = {day: _last_date(name) for day, name in KNOWN.items() if "thay cho ngày" in name}
    return dict(sorted({**found, **MISSING_SWAPS}.items()))


def text() -> str:
    """Write the table as a module."""
    names = holidays_on_weekdays()
    parts = [HEAD]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days = {day: name for day, name in names.items() if day.year == year and day != CULTURE_DAY}
        parts.append(_dated(_named(days), *_whole(year), SOURCES[year]))
    culture_day = _named({CULTURE_DAY: names[CULTURE_DAY]})
    parts.append(_dated(culture_day, *_whole(CULTURE_DAY.year), CULTURE_DAY_SOURCE))
    parts.append(SWAPS_HEAD)
    for off, worked in swaps().items():
        pair = f"({_code(off)}, {_code(worked)})"
        parts.append(_dated(pair, *_whole(off.year), SWAP_SOURCES[worked]))
    parts.append(FIXED_DATES_HEAD)
    parts.append(_dated("((1, 1), (4, 30), (5, 1), (9, 2))", "date(2021, 1, 1)", "None", CODE_2019))
    parts.append(_dated("((11, 24),)", "date(2026, 7, 1)", "None", CULTURE_DAY_SOURCE))
    return "".join([*parts, ")\n"])


def _short(name: str) -> str:
    # The library counts the days before Tết as if its eve were always the 30th.
    return name if "Dương lịch" in name or "Tết" not in name else "Tết Nguyên Đán"


def _last_date(name: str) -> date:
    day, month, year = name.rstrip(")").rpartition(" ")[2].split("/")
    return date(int(year), int(month), int(day))


def _code(day: date) -> str:
    return f"date({day.year}, {day.month}, {day.day})"


def _whole(year: int) -> tuple[str, str]:
    return _code(date(year, 1, 1)), _code(date(year, 12, 31))


def _named(days: dict[date, str]) -> str:
    lines = [f"            {_code(day)},  # {name}" for day, name in days.items()]
    return "\n".join(["(", *lines, "        )"])


def _dated(value: str, since: str, until: str, source: str) -> str:
    lines = [f"        {each},\n" for each in (value, since, until, f'"{source}"')]
    return "".join(["    Dated(\n", *lines, "    ),\n"])


if __name__ == "__main__":
    TABLE.write_text(text(), encoding="utf-8")
    print(f"{TABLE.name}: {len(holidays_on_weekdays())} holidays on weekdays, {len(swaps())} swaps")

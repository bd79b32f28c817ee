"""Two years of one ward compared: numbers by their growth, rates in percentage points.

    python examples/compare_years.py

A growth needs a previous value above 0; where there was none, or one of the years did not count,
the line says so instead of printing a percentage. The counts are invented.
"""

import io
import sys
from collections.abc import Iterator

from wardstats import Growth, PointChange, Sheet, Undefined, vi
from wardstats.ward import (
    CaseFlow,
    DossierFlow,
    HouseholdCounts,
    LetterKind,
    Letters,
    Locality,
    Period,
    Reception,
    Section,
    WardReport,
    compare,
)

KEYS = (
    "dossiers.newly_received",
    "dossiers.overdue",
    "dossiers.online_rate",
    "dossiers.timely_rate",
    "dossiers.digitisation_rate",
    "households.poor",
    "households.poverty_rate",
    "reception.letters.complaint.new",
)


def report(year: int, flow: DossierFlow, poor: int, complaints: int) -> WardReport:
    """Make the report of one year, with dossiers and letters counted from the 15th to the 14th."""
    period = Period.reporting_year(year)
    letters = Letters({LetterKind.COMPLAINT: CaseFlow(new=complaints)})
    return WardReport(
        locality=Locality("dong", "Phường Đông"),
        dossiers=Section(period, flow),
        households=Section(Period.day(period.end), HouseholdCounts(households=1668, poor=poor)),
        reception=Section(period, Reception(letters=letters)),
    )


def told(change: Growth | PointChange | Undefined) -> str:
    """Print a change, or why there is none."""
    if isinstance(change, Undefined):
        return f"chưa so sánh được ({vi.term(change.reason)})"
    return vi.change(change, 1, nothing_arose="kỳ trước không phát sinh")


def lines(now: Sheet, before: Sheet) -> Iterator[str]:
    """Tell the change of every key."""
    changes = compare(now, before)
    for key in KEYS:
        yield f"- {vi.term(key).capitalize()}: {told(changes[key])}"


def main() -> None:
    """Print what changed since the year before."""
    flow_2023 = DossierFlow(
        brought_forward=9, online=1204, in_person_or_postal=266, early=1103, on_time=376, overdue=0
    )  # what was digitised nobody counted yet
    flow_2024 = DossierFlow(
        brought_forward=0,
        online=1779,
        in_person_or_postal=27,
        early=1484,
        on_time=315,
        overdue=7,
        digitised=1794,
        to_digitise=1806,
    )
    this_year = report(2024, flow_2024, poor=10, complaints=2)
    last_year = report(2023, flow_2023, poor=14, complaints=0)
    print("Phường Đông năm 2024 so với năm 2023")
    print(*lines(this_year.sheet(), last_year.sheet()), sep="\n")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # where a pipe would have another
    main()

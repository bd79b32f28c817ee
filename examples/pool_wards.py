"""Three wards pooled, and why their percentages are not averaged.

    python examples/pool_wards.py

A mean of percentages takes a ward of 60 dossiers for as much as one of 2.400. Pooling adds the
counts, so that the rate of all three is that of all their dossiers. The counts are invented.
"""

import io
import sys
from collections.abc import Iterator
from fractions import Fraction

from wardstats import Percent, Rate, vi
from wardstats.ward import DossierFlow, HouseholdCounts, Locality, Period, Section, WardReport

YEAR, LAST_DAY = Period.reporting_year(2024), Period.day(Period.reporting_year(2024).end)
# A name; dossiers resolved early, on time, overdue; households, the poor, the near-poor.
WARDS = {
    "dong": ("Phường Đông", (1900, 480, 20), (4210, 21, 40)),
    "tay": ("Phường Tây", (310, 85, 25), (1630, 33, 51)),
    "nam": ("Phường Nam", (30, 12, 18), (590, 41, 38)),
}
KEYS = ("dossiers.timely_rate", "dossiers.overdue_rate", "households.poverty_rate")


def reports() -> Iterator[WardReport]:
    """Make a report of each ward."""
    for code, (name, (early, on_time, overdue), (households, poor, near_poor)) in WARDS.items():
        flow = DossierFlow(
            brought_forward=0,
            online=early + on_time + overdue,
            in_person_or_postal=0,
            early=early,
            on_time=on_time,
            overdue=overdue,
            pending_within_deadline=0,
            pending_overdue=0,
        )
        counts = HouseholdCounts(households=households, poor=poor, near_poor=near_poor)
        yield WardReport(
            locality=Locality(code, name),
            dossiers=Section(YEAR, flow),
            households=Section(LAST_DAY, counts),
        )


def rates(report: WardReport) -> dict[str, Rate]:
    """Take the rates compared here from a report, as far as they were counted."""
    found: dict[str, Rate | None] = {}
    if report.dossiers is not None:
        flow = report.dossiers.counts
        found |= {KEYS[0]: flow.timely_rate, KEYS[1]: flow.overdue_rate}
    if report.households is not None:
        found |= {KEYS[2]: report.households.counts.poverty_rate}
    return {key: rate for key, rate in found.items() if rate is not None}


def lines(held: list[WardReport]) -> Iterator[str]:
    """Set the mean of the rates beside the pooled rate."""
    together = WardReport.pool(held, Locality("all", "Cả ba phường")).report
    for key, pooled in rates(together).items():
        each = {report.locality.name: rates(report)[key] for report in held}
        mean = Percent.of(sum((rate.value for rate in each.values()), Fraction(0)) / len(each))
        yield vi.term(key).capitalize()
        for name, rate in (each | {together.locality.name: pooled}).items():
            yield f"- {name}: {vi.fraction(rate)} = {vi.percent(rate, 2)}"
        yield f"- Trung bình cộng ba tỷ lệ: {vi.percent(mean, 2)}, không dùng làm tỷ lệ chung"


def main() -> None:
    """Print the rates of the wards, of all three, and their mean."""
    print(*lines(list(reports())), sep="\n")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # where a pipe would have another
    main()

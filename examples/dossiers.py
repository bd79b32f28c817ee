"""From single dossiers to the flow of a quarter, its rates, and what fell due in it.

    python examples/dossiers.py

The dossiers are invented, and the same in every run; their terms are not those of real procedures.
"""

import io
import sys
from collections.abc import Iterator
from datetime import timedelta
from random import Random

from wardstats import Rate, vi
from wardstats.ward import (
    Channel,
    Dossier,
    DossierFlow,
    DossierStatus,
    Period,
    WorkingCalendar,
    due_in_period,
)

QUARTER = Period.reporting_quarter(2024, 4)
LATE = DossierStatus.PENDING_OVERDUE
# Each service field, and how many working days there are to resolve a dossier of it.
FIELDS = {
    "certification": ("Chứng thực", 1),
    "civil-status": ("Hộ tịch", 3),
    "land": ("Đất đai", 20),
}


def invent(number: int) -> Iterator[Dossier]:
    """Invent dossiers received in the quarter and in the month before it."""
    chance, calendar = Random(2024), WorkingCalendar.vietnam()  # noqa: S311 - no secret
    for ordinal in range(1, number + 1):
        service_field, (_, term) = chance.choice(list(FIELDS.items()))
        day = QUARTER.start + timedelta(days=chance.randrange(-31, QUARTER.days - 1))
        received = calendar.due_date(day, 1)  # the next working day
        taken = term + chance.choice([-9, -2, -1, -1, 0, 0, 0, 0, 0, 8])
        resolved = calendar.due_date(received, taken) if taken > 0 else received
        yield Dossier(
            code=f"HS-{ordinal:03}",
            service_field=service_field,
            channel=chance.choice([Channel.ONLINE, Channel.ONLINE, Channel.IN_PERSON]),
            received=received,
            due=calendar.due_date(received, term),
            resolved=resolved if resolved <= QUARTER.end else None,  # as known at the end
        )


def counted(number: int | None) -> str:
    """Print a count; None is one that nobody counted."""
    return "chưa thống kê" if number is None else vi.count(number, "hồ sơ")


def rated(rate: Rate | None) -> str:
    """Print a rate with its two counts."""
    if rate is None:
        return "chưa thống kê"
    return f"{vi.fraction(rate)} = {vi.percent(rate, 2, nothing_arose='không phát sinh')}"


def report(dossiers: list[Dossier]) -> Iterator[str]:
    """Tell the flow of the quarter, then field by field, then three rates of one name."""
    flow = DossierFlow.count(dossiers, QUARTER)
    yield f"Hồ sơ thủ tục hành chính từ ngày {vi.date(QUARTER.start)} đến {vi.date(QUARTER.end)}"
    for name in ("received_total", "brought_forward", "online", "in_person_or_postal"):
        yield f"- {vi.term(f'dossiers.{name}')}: {counted(getattr(flow, name))}"
    for name in ("early_rate", "on_time_rate", "overdue_rate", "online_rate"):
        yield f"- {vi.term(f'dossiers.{name}')}: {rated(getattr(flow, name))}"
    late = [each.code for each in dossiers if each.status(QUARTER.end) is LATE]
    yield f"- {vi.term(LATE)}: {', '.join(late) or 'không có hồ sơ'}"
    yield "Kết quả giải quyết trước hạn và đúng hạn theo lĩnh vực"
    rows = DossierFlow.count_by(dossiers, QUARTER, lambda each: each.service_field)
    for service_field, row in sorted(rows.items()):
        yield f"- {FIELDS[service_field][0]}: {rated(row.timely_rate)}"
    yield "Một tên gọi, ba mẫu số: tỷ lệ giải quyết trước hạn và đúng hạn"
    yield f"- trên số đã giải quyết: {rated(flow.timely_rate)}"
    yield f"- trên tổng số tiếp nhận, kể cả chưa đến hạn: {rated(flow.timely_rate_766)}"
    yield f"- trên số đến hạn trong kỳ: {rated(due_in_period(dossiers, QUARTER))}"


def main() -> None:
    """Print the report of the quarter."""
    print(*report(list(invent(150))), sep="\n")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # where a pipe would have another
    main()

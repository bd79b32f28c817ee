"""Set the figures that a ward's annual report prints against the ward's own counts.

    python examples/ward_report.py [COUNTS.toml [STATED.toml]]

COUNTS.toml is what the ward counted, STATED.toml what its report prints; left out, they are the
files of Phường 2 beside this script. Every figure is computed from the counts alone, and only
then compared with the printed one.
"""

from __future__ import annotations

import argparse
import io
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from wardstats import (
    AtLeast,
    Attainment,
    Between,
    Breakdown,
    Completion,
    Interval,
    LessThan,
    NotAssessed,
    Percent,
    Rate,
    Rounding,
    Stated,
    Verdict,
    assess,
    implied_previous,
    vi,
)
from wardstats.errors import UnknownKey, WardstatsError, WrongKind, quoted

T = TypeVar("T")
Row = tuple[str, str, Callable[[str], str]]  # key, computed figure, judge of the printed one

HERE = Path(__file__).parent
BIRTHS = ("population.third_child", "third_or_later_births", "births")
KINDS: dict[type[object], str] = {str: "text in quotes", dict: "a table"}
VERDICTS = {
    Verdict.EXCEEDED: "vượt chỉ tiêu",
    Verdict.MET: "đạt chỉ tiêu",
    Verdict.NOT_MET: "không đạt chỉ tiêu",
    Verdict.NOT_ASSESSED: "chưa đánh giá",
}
REASONS: dict[NotAssessed | None, str] = {
    NotAssessed.NO_VALUE: ", không ghi kết quả",
    NotAssessed.ROUNDING: ", số đã làm tròn",
}


# ------------------------------------------------------------ the figures


def percentages(ward: Input) -> Iterator[Row]:
    """Compute the percentages whose two numbers were counted; a table counts as its sum."""
    for key, table, part, whole, places in (
        ("procedures.posted_rate", "procedures", "posted", "in_competence", 0),
        ("procedures.one_stop_rate", "procedures", "one_stop", "in_competence", 0),
        ("dossiers.early_rate", "dossiers", "resolved.early", "resolved", 1),
        ("dossiers.on_time_rate", "dossiers", "resolved.on_time", "resolved", 1),
        ("dossiers.digitised_rate", "dossiers.digitised", "count", "base", 2),
        ("dossiers.e_result_rate", "dossiers.e_result", "count", "base", 2),
        ("staff.qualified_rate", "staff", "qualified", "qualification", 1),
        ("staff.qualified_rate_again", "staff", "qualified", "qualification", 1),
        ("staff.master_rate", "staff", "qualification.master", "qualification", 1),
        ("staff.university_rate", "staff", "qualification.university", "qualification", 1),
        ("education.primary_rate", "education.primary", "completed", "pupils", 0),
        ("education.lower_secondary_rate", "education.lower_secondary", "graduated", "pupils", 0),
        ("population.third_child_rate", *BIRTHS, 1),
        ("culture.cultural_family_rate", "culture.cultural_family", "recognised", "households", 2),
        ("social.cashless_rate", "social.cashless", "into_accounts", "people", 1),
    ):
        yield percentage(key, ward.rate(table, part, whole), places)
    for key, done in (("economy.budget_revenue", "value"), ("employment.jobs", "workers")):
        completion = Completion(*ward.counts(key, done, "target.at_least").values())
        yield percentage(f"{key}_completion", completion, 0)
    for key in ward.names("procedures.simplified"):
        days = ward.counts(f"procedures.simplified.{key}", "days_before", "days_after")
        before, after = days.values()
        yield percentage(f"procedures.simplified.{key}", Rate(before - after, before), 0)
    yield percentage("election.turnout", Rate.pool(turnouts(ward).values()), 2)
    for key, turnout in turnouts(ward).items():
        yield percentage(f"election.turnout_in.{key}", turnout, 2)


def totals(ward: Input) -> Iterator[Row]:
    """Add up what the report breaks down, and pool the neighbourhoods by adding both counts."""
    channels = ("received_in_person_or_postal", "received_online", "brought_forward")
    outcomes = ward.counts("dossiers.resolved", "early", "on_time", "overdue")
    pending = {"pending": ward.count("dossiers.pending_within_deadline")}
    classes = ward.each("neighbourhoods", "class").values()
    bands = (ward.value(f"neighbourhoods.{key}.size_band", str) for key in turnouts(ward))
    pool = Rate.pool(turnouts(ward).values())
    yield total("dossiers.by_service_field", ward.each("dossiers.service_fields", "received"))
    yield total("dossiers.by_channel", ward.counts("dossiers", *channels))
    yield total("dossiers.by_state", {"resolved": sum(outcomes.values())} | pending)
    yield total("dossiers.of_resolved", outcomes | pending)
    yield total("staff.by_political_theory", ward.counts("staff.political_theory"))
    yield total("neighbourhoods.by_class", Counter(map(str, sorted(classes))))
    yield total("neighbourhoods.by_size_band", Counter(bands))
    yield total("neighbourhoods.security_groups", ward.each("neighbourhoods", "security_groups"))
    yield (
        "election.attended",
        vi.fraction(pool),
        lambda text: "khớp" if vi.read_fraction(text) == (pool.part, pool.whole) else "chưa khớp",
    )


def growths(ward: Input) -> Iterator[Row]:
    """Say what the year before must have been, where the report prints only the growth."""
    for key, growth in rises(ward).items():
        amount, scale = ward.value(f"economy.{key}.value", str), ward.count(f"economy.{key}.scale")
        before = implied_previous(Stated.number(amount, scale), growth)
        shown = ends(before, lambda end: vi.money(end, "tỷ", 2))
        yield f"growth.{key}", shown, lambda _: "chưa kiểm tra được, không ghi số năm trước"
    rate, change = ward.rate(*BIRTHS).value, ward.value("stated_only.third_child_change", str)
    readings = (
        Interval.exactly(rate) - Stated.points(change).interval(),
        implied_previous(rate, Stated.percent(change)),
    )
    spans = (ends(each, lambda end: vi.percent(Percent.of(end), 2)) for each in readings)
    yield "growth.third_child", " hoặc ".join(spans), lambda _: "chưa rõ, điểm % hay phần trăm"


def targets(ward: Input) -> Iterator[Row]:
    """Judge by its target what was reached, on the exact figure where it was counted."""
    for key, growth in rises(ward).items():
        low, high = ward.counts(f"economy.{key}.target", "growth_from", "growth_to").values()
        attainment = assess(growth, Between(Percent(low), Percent(high)))
        yield target(key, f"{vi.change(growth)}; chỉ tiêu {low}-{high}%", attainment)
    revenue, budget = ward.counts("economy.budget_revenue", "value", "target.at_least").values()
    shown = f"{vi.number(revenue)}; chỉ tiêu {vi.number(budget)}"
    yield target("budget_revenue", shown, assess(revenue, AtLeast(budget)))
    workers, jobs = ward.counts("employment.jobs", "workers", "target.at_least").values()
    yield target("jobs", f"{workers}; chỉ tiêu {jobs}", assess(workers, AtLeast(jobs)))
    rate, limit = ward.rate(*BIRTHS), ward.count(f"{BIRTHS[0]}.target.less_than_percent")
    shown = f"{vi.percent(rate, 1)}; chỉ tiêu dưới {limit}%"
    yield target("third_child", shown, assess(rate, LessThan(Percent(limit))))
    examined = Stated.percent(ward.value("stated_only.percent.reproductive_health_of_plan", str))
    plan = ward.count("population.reproductive_health.target.at_least_percent_of_plan")
    shown = f"{vi.percent(examined)}; chỉ tiêu {plan}%"
    yield target("reproductive_health", shown, assess(examined, AtLeast(Percent(plan))))
    army, police = ward.counts("defence.recruits_target", "army", "police").values()
    yield target("recruits", f"chỉ tiêu {army} + {police}", assess(None, AtLeast(army + police)))


# ------------------------------------------------------------ and how each kind is judged


def percentage(key: str, figure: Rate | Completion, places: int) -> Row:
    """Round an exact percentage; a printed one fits if rounding the exact one makes it."""

    def judge(text: str) -> str:
        stated = vi.read_percent(text)
        rules = stated.fits(figure.value)
        if Rounding.HALF_UP in rules:
            return "khớp"
        if not rules:
            return "chưa khớp"
        how = "cắt bớt" if Rounding.TRUNCATE in rules else "làm tròn lên"
        return f"{how}, làm tròn được {vi.percent(figure, stated.places)}"

    return key, f"{vi.fraction(figure)} = {vi.percent(figure, places)}", judge


def total(key: str, parts: Mapping[str, int]) -> Row:
    """Add up parts; a printed total, as "1806 hồ sơ", fits if they leave no gap."""

    def judge(text: str) -> str:
        if not text:
            return "chưa kiểm tra được, không ghi tổng số"
        gap = Breakdown(vi.read_count(text), parts).gap
        difference = vi.count(abs(gap), text.partition(" ")[2])
        return f"chưa khớp, {'nhiều' if gap > 0 else 'ít'} hơn {difference}" if gap else "khớp"

    terms = " + ".join(map(vi.count, parts.values()))
    return key, f"{terms} = {vi.count(sum(parts.values()))}", judge


def target(key: str, computed: str, attainment: Attainment) -> Row:
    """Give the verdict on a figure, whatever the report says of it."""
    verdict = VERDICTS[attainment.verdict] + REASONS.get(attainment.reason, "")
    return f"targets.{key}", computed, lambda _: verdict


def turnouts(ward: Input) -> dict[str, Rate]:
    """Give the turnout of each neighbourhood."""
    table, counts = "neighbourhoods", ("attended", "household_representatives")
    return {key: ward.rate(f"{table}.{key}", *counts) for key in ward.names(table)}


def rises(ward: Input) -> dict[str, Stated]:
    """Give the growths that are known only as printed."""
    table = "stated_only.growth_percent"
    keys = ward.names(table)
    return {key: Stated.percent(ward.value(f"{table}.{key}", str)) for key in keys}


def ends(held: Interval, show: Callable[[int | Fraction], str]) -> str:
    """Show both ends of an interval."""
    return " – ".join(show(end) for end in (held.low, held.high) if end is not None)


# ------------------------------------------------------------ reading and printing


class Input:
    """A TOML file, whose values are asked for by dotted key and by type."""

    def __init__(self, path: Path) -> None:
        """Read the file, in one normal form and without floats."""
        try:
            text = normalize("NFC", path.read_text("utf-8"))
            self._table = tomllib.loads(text, parse_float=Decimal)
        except OSError as error:
            raise WardstatsError(f"{error.strerror}", "a file to read", "pass its path") from None
        except (ValueError, RecursionError) as error:
            raise WardstatsError(f"{error}", "TOML in UTF-8", "mend it there") from None

    def value(self, key: str, kind: type[T]) -> T:
        """Give what stands under a key."""
        value: object = self._table
        for name in key.split("."):
            if not isinstance(value, dict) or name not in value:
                raise UnknownKey(key, "this key in the file", "add it, as in the example's files")
            value = value[name]
        if isinstance(value, bool) or not isinstance(value, kind):
            raise WrongKind(f"{key} = {quoted(value)}", KINDS.get(kind, "a whole number"))
        return value

    def names(self, table: str) -> list[str]:
        """Give the keys in a table."""
        return list(self.value(table, dict))

    def count(self, key: str) -> int:
        """Give a count, or the sum of a table of counts."""
        is_table = isinstance(self.value(key, object), dict)
        return sum(self.counts(key).values()) if is_table else self.value(key, int)

    def counts(self, table: str, *keys: str) -> dict[str, int]:
        """Give the counts under some keys of a table, or under all."""
        return {key: self.count(f"{table}.{key}") for key in keys or self.names(table)}

    def each(self, tables: str, key: str) -> dict[str, int]:
        """Give the count under one key of every table in a table."""
        return self.counts(tables, *(f"{name}.{key}" for name in self.names(tables)))

    def rate(self, table: str, part: str, whole: str) -> Rate:
        """Give two counts of a table as a rate."""
        counts = self.counts(table, part, whole)
        with named(f"{table}.{part}"):
            return Rate(*counts.values())


@contextmanager
def named(key: str) -> Iterator[None]:
    """Let an error say under which key the fault is."""
    try:
        yield
    except WardstatsError as error:
        raise WardstatsError(f"{key} = {error.given}", error.expected, error.advice) from None


def report(title: str, sections: Mapping[str, list[Row]], stated: Input) -> Iterator[str]:
    """Set what is printed beside what is computed, in one table, and count the outcomes."""
    table, closing = [(title, "Tính được", "Báo cáo ghi", "Kết quả")], [""]
    for heading, rows in sections.items():
        outcomes: Counter[str] = Counter()
        table.append((heading, "", "", ""))
        for key, computed, judge in rows:
            name, text = (stated.value(f"{key}.{each}", str) for each in ("name", "text"))
            with named(f"{key}.text"):
                verdict = judge(text)
            table.append((f"  {name}", computed, text or "–", verdict))
            outcomes[verdict.partition(",")[0]] += 1
        counted = ", ".join(f"{number} {outcome}" for outcome, number in outcomes.most_common())
        closing.append(f"{heading}: {len(rows)} số liệu, gồm {counted}.")
    first, second, third, _ = (max(map(len, column)) for column in zip(*table, strict=True))
    for name, computed, text, verdict in table:
        yield f"{name:{first}}  {computed:>{second}}  {text:>{third}}  {verdict}".rstrip()
    yield from closing


def main(arguments: list[str] | None = None) -> int:
    """Print the table, or in one line what is wrong with a file."""
    parser = argparse.ArgumentParser(description="Set a ward's report against its own counts.")
    parser.add_argument("counts", nargs="?", type=Path, default=HERE / "phuong2-2024.toml")
    parser.add_argument("stated", nargs="?", type=Path, default=HERE / "phuong2-2024.stated.toml")
    paths = parser.parse_args(arguments)
    path = paths.counts
    try:
        ward = Input(path)
        title = f"{ward.value('report.unit', str)}, năm {ward.count('report.year')}"
        sections = {
            "Tỷ lệ phần trăm": list(percentages(ward)),
            "Tổng của các thành phần": list(totals(ward)),
            "Năm trước, suy ra từ mức tăng": list(growths(ward)),
            "Chỉ tiêu": list(targets(ward)),
        }
        path = paths.stated
        print(*report(title, sections, Input(path)), sep="\n")
    except WardstatsError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # where a pipe would have another
    sys.exit(main())

"""Set the figures that a ward's annual report prints against the ward's own counts.

    python examples/ward_report.py [COUNTS.toml [STATED.toml]]

COUNTS.toml is what the ward counted, STATED.toml what its report prints; left out, they are the
files of Phường 2 beside this script. Every figure is computed from the counts alone, and only
then compared with the printed one.
"""

import argparse
import io
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from unicodedata import normalize

from wardstats import (
    AtLeast,
    Attainment,
    Breakdown,
    Completion,
    Interval,
    LessThan,
    Percent,
    Rate,
    Rounding,
    Sheet,
    Stated,
    Undefined,
    assess,
    implied_previous,
    vi,
)
from wardstats.errors import FaultyRecord, UnknownKey, WardstatsError, WrongKind, quoted
from wardstats.figures.targets import Target
from wardstats.interop.records import load
from wardstats.ward import Indicator, Judges, WardReport

Names = Mapping[str, str]
Row = tuple[str, str, Callable[[str], str]]  # key, computed figure, judge of the printed one

HERE = Path(__file__).parent
SECTIONS = ("percentages", "totals", "growths", "targets")
# The percentages whose two numbers were counted, and the decimals the report prints.
PLACES = {
    "procedures.posted_rate": 0,
    "procedures.one_stop_rate": 0,
    "dossiers.early_rate": 1,
    "dossiers.on_time_rate": 1,
    "dossiers.digitisation_rate": 2,
    "dossiers.e_result_rate": 2,
    "staff.meeting_standard_rate": 1,
    "repeated.staff.meeting_standard_rate": 1,
    "staff.qualification_rate.master": 1,
    "staff.qualification_rate.university": 1,
    "neighbourhoods.turnout": 2,
    "cultural_families.rate_of_households": 2,
    "indicators.budget-revenue.target.assigned-estimate.value.completion": 0,
    "indicators.primary-completion.value": 0,
    "indicators.lower-secondary-graduation.value": 0,
    "indicators.third-child.value": 1,
    "indicators.jobs.target.plan.value.completion": 0,
    "indicators.cashless-payment.value": 1,
}
# What the report breaks down; a key that ends with a dot is of all parts that begin so.
PARTS = {
    "dossiers.by_field": ("received_by_field.",),
    "dossiers.by_channel": ("in_person_or_postal", "online", "brought_forward"),
    "dossiers.by_state": ("resolved_total", "pending_total"),
    "dossiers.of_resolved": ("early", "on_time", "overdue", "pending_total"),
    "staff.by_political_theory": ("by_political_theory.",),
    "neighbourhoods.by_class": ("by_class.",),
    "neighbourhoods.by_size_band": ("by_size_band.",),
}


# ------------------------------------------------------------ the figures


def percentages(report: WardReport, sheet: Sheet) -> Iterator[Row]:
    """Compute the percentages whose two numbers were counted."""
    cuts = {f"simplifications.{each.code}.cut": 0 for each in listed(report, "simplifications")}
    codes = [each.code for each in listed(report, "neighbourhoods")]
    turnouts = {f"neighbourhoods.{code}.turnout": 2 for code in codes}
    for key, places in (PLACES | cuts | turnouts).items():
        yield percentage(key, quotient(sheet, key.removeprefix("repeated.")), places)


def totals(report: WardReport, sheet: Sheet) -> Iterator[Row]:
    """Add up what the report breaks down, and pool the neighbourhoods by adding both counts."""
    for key, names in PARTS.items():
        starts = tuple(f"{key.partition('.')[0]}.{name}" for name in names if name[-1] == ".")
        keys = [each.key for each in sheet if starts and each.key.startswith(starts)]
        parts = {each: count(sheet, each) for each in keys if count(sheet, each)}
        alone = (f"{key.partition('.')[0]}.{name}" for name in names if name[-1] != ".")
        yield total(key, parts | {each: count(sheet, each) for each in alone})
    codes = [each.code for each in listed(report, "neighbourhoods")]
    groups = [f"neighbourhoods.{code}.security_groups" for code in codes]
    yield total("neighbourhoods.security_groups", {key: count(sheet, key) for key in groups})
    pool = quotient(sheet, "neighbourhoods.turnout")
    yield (
        "neighbourhoods.attended",
        vi.fraction(pool),
        lambda text: "khớp" if vi.read_fraction(text) == (pool.actual, pool.plan) else "chưa khớp",
    )


def growths(report: WardReport, _: Sheet) -> Iterator[Row]:
    """Say what the year before must have been, where the report prints only the change."""
    for each in listed(report, "indicators"):
        before, key = each.implied_previous, f"indicators.{each.key}.previous"
        if isinstance(before, Undefined):
            continue
        if isinstance(each.value, Rate) and isinstance(each.point_change, Stated):
            # The report says neither points nor per cent, so it may be both.
            by_growth = implied_previous(each.value.value, Stated.percent(each.point_change.text))
            spans = (
                ends(span, lambda end: vi.percent(Percent.of(end), 2))
                for span in (before, by_growth)
            )
            yield key, " hoặc ".join(spans), lambda _: "chưa rõ, điểm % hay phần trăm"
        else:
            shown = ends(before, partial(vi.money, scale="tỷ", places=2))
            yield key, shown, lambda _: "chưa kiểm tra được, không ghi số năm trước"


def targets(report: WardReport, _: Sheet) -> Iterator[Row]:
    """Judge by its target what was reached, on the exact figure where it was counted."""
    recruits = []
    for each in listed(report, "indicators"):
        for target, attainment in zip(each.targets, each.attainments(), strict=True):
            if each.value is None:
                recruits.append(target.target.ends[0])
                continue
            shown = f"{reached(each, target.judges)}; chỉ tiêu {bound(target.target)}"
            yield judged(f"indicators.{each.key}", shown, attainment)
    attainment = assess(None, AtLeast(sum(recruits)))
    yield judged("recruits", f"chỉ tiêu {' + '.join(map(str, recruits))}", attainment)


# ------------------------------------------------------------ and how each kind is judged


def percentage(key: str, figure: Completion, places: int) -> Row:
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


def judged(key: str, computed: str, attainment: Attainment) -> Row:
    """Give the verdict on a figure, whatever the report says of it."""
    told = [vi.term(each) for each in (attainment.verdict, attainment.reason) if each is not None]
    return f"{key}.judgement", computed, lambda _: ", ".join(told)


def reached(indicator: Indicator, judges: Judges) -> str:
    """Show what a target judges: the growth, the rate, or the number itself."""
    if judges is Judges.GROWTH and isinstance(indicator.growth, Stated):
        return vi.change(indicator.growth)
    value: Any = indicator.value
    if judges is Judges.RATE:
        return vi.percent(value, None if isinstance(value, Stated) else 1)
    return vi.number(value)


def bound(target: Target[Any]) -> str:
    """Show the bound of a target, or both."""
    sign = "%" if isinstance(target.ends[0], Percent) else ""
    low, high = (vi.number(end.number if sign else end) for end in target.ends)
    shown = low if low == high else f"{low}-{high}"
    return f"{'dưới ' if isinstance(target, LessThan) else ''}{shown}{sign}"


def ends(held: Interval, show: Callable[[Any], str]) -> str:
    """Show both ends of an interval."""
    return " – ".join(show(end) for end in (held.low, held.high) if end is not None)


# ------------------------------------------------------------ reading and printing


def listed(report: WardReport, section: str) -> tuple[Any, ...]:
    """Give the members of a section that is a list."""
    found = getattr(report, section)
    if found is None:
        raise UnknownKey(section, "this section in the file", "add it, as in the example's files")
    return found.counts  # type: ignore[no-any-return]


def count(sheet: Sheet, key: str) -> int:
    """Give what was counted, or follows from counts."""
    value = sheet.value(key)
    if not isinstance(value, int):
        raise WrongKind(f"{key}: {quoted(value)}", "a count", "count what it follows from")
    return value


def quotient(sheet: Sheet, key: str) -> Completion:
    """Give the two counts that a percentage is made of, by the rule that derives it."""
    rules = [each.keys[1:] for each in sheet.relations if each.derives == sheet[key].key]
    part, whole = rules[0] if rules else (key, key)  # a percentage as printed is no count
    return Completion(count(sheet, part), count(sheet, whole))


def entries(path: Path) -> dict[str, dict[str, Any]]:
    """Read what the report prints: under the key of each figure its text."""
    try:
        table = tomllib.loads(normalize("NFC", path.read_text("utf-8")), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise WardstatsError(f"{error}", "TOML in UTF-8", "mend it there") from None
    return dict(flat(table))


def flat(table: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Go through the tables of a table that have no tables in them."""
    for name, each in table.items():
        if isinstance(each, dict) and any(isinstance(held, dict) for held in each.values()):
            yield from flat(each, f"{at}{name}.")
        elif isinstance(each, dict):
            yield f"{at}{name}", each


def told(title: str, sections: Mapping[str, list[Row]], path: Path, own: Names) -> Iterator[str]:
    """Set what is printed beside what is computed, in one table, and count the outcomes."""
    stated = entries(path)
    table, closing = [(normalize("NFC", title), "Tính được", "Báo cáo ghi", "Kết quả")], [""]
    for (heading, rows), part in zip(sections.items(), SECTIONS, strict=True):
        outcomes: Counter[str] = Counter()
        table.append((heading, "", "", ""))
        for key, computed, judge in rows:
            entry = stated.get(f"{part}.{key}", {})
            text = entry.get("text")
            if not isinstance(text, str):
                raise WrongKind(f"{part}.{key}.text = {quoted(text)}", "text in quotes")
            name = entry.get("name") or own.get(".".join(key.split(".")[:2])) or vi.term(key)
            name = normalize("NFC", f"{name[0].upper()}{name[1:]}")
            try:
                verdict = judge(text)
            except WardstatsError as error:
                given = f"{part}.{key}.text = {error.given}"
                raise WardstatsError(given, error.expected, error.advice) from None
            table.append((f"  {name}", computed, text or "–", verdict))
            outcomes[verdict.partition(",")[0]] += 1
        counted = ", ".join(f"{number} {outcome}" for outcome, number in outcomes.most_common())
        closing.append(f"{heading}: {len(rows)} số liệu, gồm {counted}.")
    first, second, third, _ = (max(map(len, column)) for column in zip(*table, strict=True))
    for name, computed, text, verdict in table:
        yield f"{name:{first}}  {computed:>{second}}  {text:>{third}}  {verdict}".rstrip()
    yield from closing


def main(arguments: list[str] | None = None) -> int:
    """Print the table, or what is wrong with a file."""
    parser = argparse.ArgumentParser(description="Set a ward's report against its own counts.")
    parser.add_argument("counts", nargs="?", type=Path, default=HERE / "phuong2-2024.toml")
    parser.add_argument("stated", nargs="?", type=Path, default=HERE / "phuong2-2024.stated.toml")
    paths = parser.parse_args(arguments)
    path = paths.counts
    try:
        report = load(path)
        sheet = report.sheet()
        own = {f"indicators.{each.key}": each.name for each in listed(report, "indicators")}
        sections = {
            "Tỷ lệ phần trăm": list(percentages(report, sheet)),
            "Tổng của các thành phần": list(totals(report, sheet)),
            "Năm trước, suy ra từ mức tăng": list(growths(report, sheet)),
            "Chỉ tiêu": list(targets(report, sheet)),
        }
        path = paths.stated
        title = f"UBND {report.locality.name}, năm {report.dated.year if report.dated else '…'}"
        print(*told(title, sections, path, own), sep="\n")
    except FaultyRecord as error:
        print(error, file=sys.stderr)
        return 2
    except (OSError, WardstatsError) as error:
        print(f"{path}: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # where a pipe would have another
    sys.exit(main())

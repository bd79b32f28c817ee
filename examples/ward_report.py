"""Audit what a ward's annual report prints against the ward's own counts.

    python examples/ward_report.py [COUNTS.toml [STATED.toml]] [--lang vi|en] [--ledger]

COUNTS.toml is what the ward counted, STATED.toml what its report prints; left out, they are the
files of Phường 2 beside this script. Every figure is computed from the counts alone, and only
then compared with the printed one. --ledger tells the outcome of every check.
"""

import argparse
import io
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

from wardstats.audit import Audit, Statement, audit
from wardstats.errors import Fault, FaultyRecord, WardstatsError, quoted
from wardstats.interop.records import load
from wardstats.ward import WardReport

HERE = Path(__file__).parent
TITLES = {
    "vi": "Đối chiếu số liệu báo cáo của UBND {name}, năm {year}",
    "en": "The figures that {name} reported for {year}, against its own counts",
}


def printed(path: Path) -> dict[str, Any]:
    """Read what the report prints."""
    try:
        return tomllib.loads(normalize("NFC", path.read_text("utf-8")))
    except (ValueError, RecursionError) as error:
        raise WardstatsError(f"{error}", "TOML in UTF-8", "mend it there") from None


def statements(table: Mapping[str, Any], path: Path) -> list[Statement]:
    """Make statements of the rows; every faulty one is told at once."""
    rows = table.get("printed")
    if not isinstance(rows, list):
        raise WardstatsError(quoted(rows), "a list named printed", "see the example's own file")
    faults = [fault for at, row in enumerate(rows) for fault in faults_of(row, f"$.printed[{at}]")]
    if faults:
        raise FaultyRecord(str(path), tuple(faults))
    return [Statement(row["key"], row["text"], f"dòng {row['line']}") for row in rows]


def faults_of(row: object, at: str) -> Iterator[Fault]:
    """Find what is wrong with a row."""
    if not isinstance(row, dict):
        yield Fault(at, quoted(row), "a table", 'as { line = 168, key = "…", text = "…" }')
        return
    for name, kind in (("key", str), ("text", str), ("line", int)):
        if type(row.get(name)) is not kind:
            yield Fault(f"{at}.{name}", quoted(row.get(name)), f"a value of type {kind.__name__}")


def audited(report: WardReport, path: Path) -> Audit:
    """Audit the report by its own counts; the words for codes stand in the file beside it."""
    table = printed(path)
    return audit(report.sheet(), statements(table, path), names=table.get("names"))


def told(
    report: WardReport, outcome: Audit, language: Literal["vi", "en"], *, ledger: bool
) -> Iterator[str]:
    """Say what was found, and on demand what was checked."""
    year = report.dated.year if report.dated else "…"
    yield normalize("NFC", TITLES[language].format(name=report.locality.name, year=year))
    yield outcome.table(language)
    if ledger:
        yield from outcome.explanations(language)


def main(arguments: list[str] | None = None) -> int:
    """Print what was found, or what is wrong with a file."""
    parser = argparse.ArgumentParser(description="Audit a ward's report against its own counts.")
    parser.add_argument("counts", nargs="?", type=Path, default=HERE / "phuong2-2024.toml")
    parser.add_argument("stated", nargs="?", type=Path, default=HERE / "phuong2-2024.stated.toml")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language to print in")
    parser.add_argument("--ledger", action="store_true", help="tell every check")
    options = parser.parse_args(arguments)
    path = options.counts
    try:
        report = load(path)
        path = options.stated
        outcome = audited(report, path)
        print(*told(report, outcome, options.lang, ledger=options.ledger), sep="\n")
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

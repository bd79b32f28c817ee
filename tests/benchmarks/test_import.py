"""`import wardstats`, as a whole process."""

import subprocess
import sys

from benchmarks.side_by_side import Side, SideBySide

PAIRS = 31


def running(code: str) -> Side:
    return lambda: subprocess.run([sys.executable, "-I", "-c", code], check=True)  # noqa: S603 - ours


OURS = running("import wardstats")


def test_import_against_its_foundations(side_by_side: SideBySide) -> None:
    theirs = running("import attrs, fractions, decimal")
    side_by_side.times_as_long(OURS, theirs, floor=1.5, pairs=PAIRS)


def test_import_against_attrs(side_by_side: SideBySide) -> None:
    side_by_side.times_as_long(OURS, running("import attrs"), aim=1.3, pairs=PAIRS)


def test_import_against_attrs_and_the_data_of_babel(side_by_side: SideBySide) -> None:
    theirs = running("import attrs, babel.numbers; babel.Locale('vi', 'VN').number_symbols")
    side_by_side.times_as_long(OURS, theirs, aim=0.8, pairs=PAIRS)

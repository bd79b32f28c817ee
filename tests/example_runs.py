"""Examples run as a user does, and what they print, read by means of their own."""

import os
import re
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
RATE = re.compile(r"([\d.]+)/([\d.]+) = ([\d.,]+)%")


def printed(script: str) -> list[str]:
    """Run an example where a pipe is not UTF-8 and warnings are errors; give its lines."""
    result = subprocess.run(  # noqa: S603 - the arguments are those of the tests
        [sys.executable, "-W", "error", EXAMPLES / script],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert result.returncode == 0, result.stderr.decode()
    assert result.stderr == b""
    return result.stdout.decode("utf-8").splitlines()


def rate(line: str) -> tuple[int, int]:
    """Give the two counts of the rate in a line, checked against its percentage."""
    found = RATE.search(line)
    assert found is not None, line
    part, whole = (int(number.replace(".", "")) for number in found.groups()[:2])
    hundredths = (20_000 * part + whole) // (2 * whole)
    exact = f"{part * 100 // whole}" if part * 100 % whole == 0 else None
    assert found[3] == (exact or f"{hundredths // 100},{hundredths % 100:02}"), line
    return part, whole


def after(lines: list[str], start: str) -> str:
    """Give what the one line that starts so says after its colon."""
    (line,) = (each for each in lines if each.startswith(start))
    return line.partition(": ")[2]

"""The ratios of a run, in one table at its end."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.side_by_side import Row, SideBySide, table

_ROWS = pytest.StashKey[list[Row]]()


def pytest_configure(config: pytest.Config) -> None:
    config.option.benchmark_quiet = True  # a table of times would say nothing
    config.stash[_ROWS] = []


@pytest.fixture
def side_by_side(benchmark: BenchmarkFixture, pytestconfig: pytest.Config) -> SideBySide:
    return SideBySide(benchmark, pytestconfig.stash[_ROWS])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("ratios")
    for line in table(terminalreporter.config.stash[_ROWS]):
        terminalreporter.write_line(line)

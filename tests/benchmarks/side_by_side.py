"""Two ways to the same end, timed in turn: their ratio is the result.

A busy machine slows both sides of a pair alike, so the median of the ratios of many pairs stays
where it is while times wander. What is counted is processor time: by the clock on the wall, the
longer side also pays for waiting its turn, and seems up to three times as slow as it is.
"""

from collections.abc import Callable
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median

from attrs import frozen
from pytest_benchmark.fixture import BenchmarkFixture

Side = Callable[[], object]


@frozen
class Row:
    """A ratio, beside what it must be (the floor) and what it should be (the aim)."""

    name: str
    ratio: float
    floor: str
    aim: str


@frozen
class SideBySide:
    """Times our side against another, and keeps the ratio for the table of the run."""

    benchmark: BenchmarkFixture
    rows: list[Row]

    def times_as_fast(
        self,
        ours: Side,
        theirs: Side,
        *,
        floor: float | None = None,
        aim: float | None = None,
        pairs: int = 101,
    ) -> None:
        """Say how many times as fast as theirs our side is: the more, the better."""
        row = self._measured(theirs, ours, pairs, "≥", floor, aim)
        assert floor is None or row.ratio >= floor, row

    def times_as_long(
        self,
        ours: Side,
        theirs: Side,
        *,
        floor: float | None = None,
        aim: float | None = None,
        pairs: int = 101,
    ) -> None:
        """Say how many times as long as theirs our side takes: the less, the better."""
        row = self._measured(ours, theirs, pairs, "≤", floor, aim)
        assert floor is None or row.ratio <= floor, row

    def _measured(
        self,
        upper: Side,
        lower: Side,
        pairs: int,
        relation: str,
        floor: float | None,
        aim: float | None,
    ) -> Row:
        ratios: list[float] = []

        def pair() -> None:
            if len(ratios) % 2:  # neither side always comes first
                below, above = _time(lower), _time(upper)
            else:
                above, below = _time(upper), _time(lower)
            ratios.append(above / below)

        self.benchmark.pedantic(pair, rounds=pairs, warmup_rounds=1)  # type: ignore[no-untyped-call]
        row = Row(
            self.benchmark.name.removeprefix("test_").replace("_", " "),
            median(ratios),
            "" if floor is None else f"{relation} {floor:g}",
            "" if aim is None else f"{relation} {aim:g}",
        )
        self.rows.append(row)
        self.benchmark.extra_info.update(ratio=row.ratio, floor=row.floor, aim=row.aim)
        return row


def _time(side: Side) -> float:
    start = _processor_seconds()
    side()
    return _processor_seconds() - start


def _processor_seconds() -> float:
    """Give what this process has used, and the processes it has run."""
    used = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def table(rows: list[Row]) -> list[str]:
    """Align rows into lines, under a heading."""
    return [
        f"{'':60}{'ratio':>7}{'floor':>8}{'aim':>8}",
        *(f"{row.name:60}{row.ratio:7.2f}{row.floor:>8}{row.aim:>8}" for row in rows),
    ]

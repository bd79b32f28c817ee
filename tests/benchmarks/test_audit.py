"""The audit: how its time grows, what it finds beside simpler checks, and what it costs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from fractions import Fraction
from itertools import islice, pairwise
from random import Random
from time import process_time
from typing import TypeVar

import pandas as pd
import pytest
from attrs import frozen
from pointblank import Validate  # type: ignore[import-untyped]

from benchmarks.side_by_side import Row, SideBySide
from wardstats import Figure, FigureKind, Percent, Rate, Share, Sheet, Sum
from wardstats.audit import FindingCode, Statement, audit
from wardstats.vi import count, percent

# ---------------------------------------------------------------- time, and how it grows

PARTS = ("early", "on_time", "overdue")
RATES = ("early_rate", "on_time_rate")
NAMES = (*PARTS, "resolved", *RATES)
SIZES = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 100_000)
Given = tuple[Sheet, list[Statement]]


def counted(wards: int) -> list[dict[str, int]]:
    """Draw what wards resolved; of one in fifty, the printed total is not that of its parts."""
    draw = Random(wards)  # noqa: S311 - the same each time
    tables = []
    for ward in range(wards):
        parts = {name: draw.randrange(1, 2000) for name in PARTS}
        tables.append(parts | {"resolved": sum(parts.values()) + 2 * (ward % 50 == 0)})
    return tables


def printed(tables: list[dict[str, int]]) -> Given:
    """Give a report of all wards, in which every figure is printed and none is counted."""
    figures: list[Figure] = []
    relations: list[Sum | Share] = []
    statements: list[Statement] = []
    for ward, table in enumerate(tables):
        keys = {name: f"ward{ward}.{name}" for name in NAMES}
        figures += [Figure(keys[name]) for name in PARTS]
        relations.append(Sum(keys["resolved"], [keys[name] for name in PARTS]))
        texts = {name: count(table[name], "hồ sơ") for name in (*PARTS, "resolved")}
        whole = sum(table[name] for name in PARTS)
        for rate, part in zip(RATES, PARTS, strict=False):
            relations.append(Share(keys[rate], keys[part], keys["resolved"]))
            texts[rate] = percent(Rate(table[part], whole), 1)
        statements += [Statement(keys[name], texts[name], f"dòng {ward}") for name in NAMES]
    return Sheet(figures, relations), statements


def seconds(given: Given) -> float:
    start = process_time()
    audit(*given)
    return process_time() - start


def test_time_grows_with_the_figures(side_by_side: SideBySide) -> None:
    """From some 8,000 on, Python's collector takes a share of its own, and keeps to it."""
    taken: dict[int, float] = {}

    def all_sizes() -> None:
        for size in SIZES:
            given = printed(counted(size // len(NAMES)))
            runs = max(2, SIZES[-1] // 8 // size)  # a short run is soon disturbed
            taken[size] = min(seconds(given) for _ in range(runs))

    side_by_side.benchmark.pedantic(all_sizes, rounds=1)  # type: ignore[no-untyped-call]
    for smaller, larger in pairwise(SIZES):
        growth = taken[larger] / taken[smaller] / (larger / smaller)
        side_by_side.rows.append(
            Row(f"time a figure, {larger:,} figures against {smaller:,}", growth, "≤ 2", "≤ 1.1")
        )
        assert growth <= 2, taken
    whole = taken[SIZES[-1]] / taken[SIZES[0]] / (SIZES[-1] / SIZES[0])
    side_by_side.rows.append(Row("time a figure, the most against the fewest", whole, "≤ 3", ""))
    assert whole <= 3, taken


def test_time_grows_with_the_parts_of_a_sum(side_by_side: SideBySide) -> None:
    """Each part of a sum that does not fit is a suspect, tried with all others, up to a bound."""
    few, many = 250, 1_000
    taken: dict[int, float] = {}

    def both() -> None:
        for size in (few, many):
            parts = [Figure(f"part{number}", number % 9) for number in range(size)]
            total = sum(number % 9 for number in range(size)) + 2
            rule = Sum("total", [each.key for each in parts])
            taken[size] = seconds((Sheet([*parts, Figure("total", total)], [rule]), []))

    side_by_side.benchmark.pedantic(both, rounds=1)  # type: ignore[no-untyped-call]
    growth = taken[many] / taken[few] / (many / few)
    side_by_side.rows.append(
        Row(f"time a part, a sum of {many:,} parts against {few:,}", growth, "≤ 7", "≤ 4")
    )
    assert growth <= 7, taken


def test_ten_thousand_figures(side_by_side: SideBySide) -> None:
    given = printed(counted(10_000 // len(NAMES)))
    taken: list[float] = []
    run = side_by_side.benchmark.pedantic
    run(lambda: taken.append(seconds(given)), rounds=3)  # type: ignore[no-untyped-call]
    side_by_side.rows.append(Row("seconds for 10,000 figures", min(taken), "", "≤ 2"))


# ---------------------------------------------------------------- what is found: rates

DECIMALS = (0, 1, 2)
CASES = 300  # of each sort of slip, at each number of decimals
RIGHT = 3_000  # at each number of decimals
HALF_A_POINT = 0.5
HAS_TIES = (16, 32, 80, 160, 400, 800)


@frozen
class Case:
    """A percentage as printed, beside its two counts."""

    part: int
    whole: int
    places: int
    text: str

    @property
    def is_right(self) -> bool:
        """Decide in whole numbers alone: half up, once."""
        scaled: int = 100 * 10**self.places * self.part
        return int(self.text.replace(".", "")) == (2 * scaled + self.whole) // (2 * self.whole)


def rounded(part: int, whole: int, places: int, rule: str = ROUND_HALF_UP) -> str:
    """Print a percentage by a rule that decimal knows; its digits end, or run on past 20."""
    digits, rest = divmod(100 * part * 10**20, whole)
    exact = Decimal(10 * digits + (rest > 0)).scaleb(-21)
    return str(exact.quantize(Decimal(1).scaleb(-places), rule))


def cut(part: int, whole: int, places: int, draw: Random) -> str:
    del draw
    return rounded(part, whole, places, ROUND_DOWN)


def rounded_up(part: int, whole: int, places: int, draw: Random) -> str:
    del draw
    return rounded(part, whole, places, ROUND_UP)


def one_unit_off(part: int, whole: int, places: int, draw: Random) -> str:
    return str(
        Decimal(rounded(part, whole, places)) + Decimal(draw.choice((-1, 1))).scaleb(-places)
    )


def digits_swapped(part: int, whole: int, places: int, draw: Random) -> str:
    digits = list(rounded(part, whole, places).replace(".", ""))
    at = draw.randrange(max(1, len(digits) - 1))
    digits[at : at + 2] = reversed(digits[at : at + 2])
    return str(Decimal("".join(digits)).scaleb(-places))


def another_denominator(part: int, whole: int, places: int, draw: Random) -> str:
    """Divide by a number half a per cent to five per cent away."""
    away = max(1, whole * draw.randrange(5, 51) // 1000) * draw.choice((-1, 1))
    return rounded(part, max(part, whole + away), places)


def stale_numerator(part: int, whole: int, places: int, draw: Random) -> str:
    moved = part + draw.choice((-3, -2, -1, 1, 2, 3))
    return rounded(min(max(moved, 0), whole), whole, places)


Slip = Callable[[int, int, int, Random], str]
SLIPS: tuple[Slip, ...] = (
    cut,
    rounded_up,
    one_unit_off,
    digits_swapped,
    another_denominator,
    stale_numerator,
)


def wrong(slip: Slip, places: int) -> Iterator[Case]:
    """Draw cases of a slip; one that prints the right text all the same is none."""
    draw = Random(f"{slip.__name__} {places}")  # noqa: S311 - the same each time
    while True:
        whole = draw.randrange(20, 3000)
        part = draw.randrange(1, whole)
        case = Case(part, whole, places, slip(part, whole, places, draw))
        if 0 <= Decimal(case.text) <= 100 and not case.is_right:
            yield case


def right(places: int) -> Iterator[Case]:
    """Draw percentages rounded half up; every tenth is of a whole that makes ties."""
    draw = Random(f"right {places}")  # noqa: S311
    for number in range(RIGHT):
        whole = draw.choice(HAS_TIES) if number % 10 == 0 else draw.randrange(20, 3000)
        part = draw.randrange(whole + 1)
        yield Case(part, whole, places, rounded(part, whole, places))


def found(case: Case) -> list[FindingCode]:
    counts = [Figure("part", case.part), Figure("whole", case.whole)]
    statement = Statement("rate", f"{case.text.replace('.', ',')}%")
    findings = audit(Sheet(counts, [Share("rate", "part", "whole")]), [statement]).findings
    return [each.code for each in findings]


def by_half_a_point(case: Case) -> bool:
    return abs(100 * case.part / case.whole - float(case.text)) > HALF_A_POINT


def by_equality(case: Case) -> bool:
    """Round as Python rounds, then compare."""
    return round(100 * case.part / case.whole, case.places) != float(case.text)


CHECKS: dict[str, Callable[[Case], bool]] = {
    "wardstats": lambda case: bool(found(case)),
    "within half a point": by_half_a_point,
    "equality": by_equality,
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_found(side_by_side: SideBySide, slip: Slip) -> None:
    cases = [case for places in DECIMALS for case in islice(wrong(slip, places), CASES)]

    def recall() -> dict[str, Fraction]:
        return {name: share(map(check, cases)) for name, check in CHECKS.items()}

    shares = measured(side_by_side, recall)
    tell(side_by_side, f"found, {slip.__name__.replace('_', ' ')}", shares, floor="= 1")
    assert shares["wardstats"] == 1


def test_right_rates_left_alone(side_by_side: SideBySide) -> None:
    """A percentage rounded half up is right; "100%" of what is not all is asked about, though."""
    cases = [case for places in DECIMALS for case in right(places)]
    assert all(case.is_right for case in cases)

    def alarms() -> dict[str, int]:
        codes = [set(found(case)) for case in cases]
        others = {name: sum(map(CHECKS[name], cases)) for name in list(CHECKS)[1:]}
        return {
            "wardstats": sum(bool(each - {FindingCode.NOT_ALL}) for each in codes),
            "wardstats, asks of 100%": sum(FindingCode.NOT_ALL in each for each in codes),
        } | others

    numbers = measured(side_by_side, alarms)
    tell(side_by_side, f"false alarms, of {len(cases):,} rates", numbers, floor="= 0")
    assert numbers["wardstats"] == 0


# ---------------------------------------------------------------- what is found: shares of 100 %

Shares = list[str]


def partition(parts: int, places: int, draw: Random, rule: str = ROUND_HALF_UP) -> Shares:
    """Print the shares of parts that make a whole."""
    counts = [draw.randrange(1, 400) for _ in range(parts)]
    return [rounded(each, sum(counts), places, rule) for each in counts]


def audited(shares: Shares) -> bool:
    keys = [f"part{number}" for number in range(len(shares))]
    figures = [Figure(key, kind=FigureKind.PERCENT) for key in keys]
    sheet = Sheet([*figures, Figure("all", Percent(100))], [Sum("all", keys)])
    statements = [
        Statement(key, f"{text.replace('.', ',')}%") for key, text in zip(keys, shares, strict=True)
    ]
    return bool(audit(sheet, statements).findings)


SUM_CHECKS: dict[str, Callable[[Shares], bool]] = {
    "wardstats": audited,
    "within half a point": lambda shares: abs(sum(map(float, shares)) - 100) > HALF_A_POINT,
    "equality": lambda shares: sum(map(Decimal, shares)) != 100,
}


@pytest.mark.parametrize(("parts", "places"), [(3, 1), (5, 1), (8, 1), (8, 0)])
def test_right_shares_left_alone(side_by_side: SideBySide, parts: int, places: int) -> None:
    draw = Random(f"shares {parts} {places}")  # noqa: S311
    tables = [partition(parts, places, draw) for _ in range(CASES)]

    def alarms() -> dict[str, Fraction]:
        return {name: share(map(check, tables)) for name, check in SUM_CHECKS.items()}

    shares = measured(side_by_side, alarms)
    tell(side_by_side, f"false alarms, {parts} shares to {places} decimals", shares, floor="= 0")
    assert shares["wardstats"] == 0


def test_a_share_five_units_off_found(side_by_side: SideBySide) -> None:
    """Without counts, only what no numbers can make is found: the same as by intervals."""
    draw = Random("five units off")  # noqa: S311
    tables = [partition(8, 1, draw) for _ in range(CASES)]
    for table in tables:
        table[3] = str(Decimal(table[3]) + Decimal("0.5"))

    def recall() -> dict[str, Fraction]:
        return {name: share(map(check, tables)) for name, check in SUM_CHECKS.items()}

    tell(side_by_side, "found, one of 8 shares 5 units off", measured(side_by_side, recall))


Measured = TypeVar("Measured")


def measured(side_by_side: SideBySide, measure: Callable[[], Measured]) -> Measured:
    run = side_by_side.benchmark.pedantic
    return run(measure, rounds=1)  # type: ignore[no-untyped-call,no-any-return]


def share(outcomes: Iterable[bool]) -> Fraction:
    told = list(outcomes)
    return Fraction(sum(told), len(told))


def tell(
    side_by_side: SideBySide, what: str, outcomes: Mapping[str, Fraction | int], floor: str = ""
) -> None:
    for name, each in outcomes.items():
        held = floor if name == "wardstats" else ""
        side_by_side.rows.append(Row(f"{what}: {name}", float(each), held, ""))


# ---------------------------------------------------------------- what it costs

# Pointblank adds up counts, four a ward, and no more; the audit reads six texts a ward, and holds
# sums and percentages against them. The wards on each side make the same number of figures.
OURS, THEIRS = len(NAMES), len(PARTS) + 1


def added_up(frame: pd.DataFrame) -> Validate:
    return (
        Validate(frame)
        .col_vals_expr(
            lambda rows: rows["early"] + rows["on_time"] + rows["overdue"] == rows["resolved"]
        )
        .interrogate()
    )


def sums(tables: list[dict[str, int]]) -> Sheet:
    figures = [
        Figure(f"ward{ward}.{name}", number)
        for ward, table in enumerate(tables)
        for name, number in table.items()
    ]
    rules = [
        Sum(f"ward{ward}.resolved", [f"ward{ward}.{name}" for name in PARTS])
        for ward in range(len(tables))
    ]
    return Sheet(figures, rules)


def test_sums_found_as_by_pointblank() -> None:
    tables = counted(200)
    assert added_up(pd.DataFrame(tables)).n_failed(i=1, scalar=True) == 4
    assert len(audit(sums(tables), []).findings) == 4


@pytest.mark.parametrize("figures", [24, 2_400], ids="{:,} figures".format)
def test_audit_against_sums_by_pointblank(side_by_side: SideBySide, figures: int) -> None:
    given = printed(counted(figures // OURS))
    frame = pd.DataFrame(counted(figures // THEIRS))
    side_by_side.times_as_long(lambda: audit(*given), lambda: added_up(frame), pairs=11)


@pytest.mark.parametrize("figures", [24, 2_400], ids="{:,} figures".format)
def test_sums_alone_against_sums_by_pointblank(side_by_side: SideBySide, figures: int) -> None:
    tables = counted(figures // THEIRS)
    sheet, frame = sums(tables), pd.DataFrame(tables)
    side_by_side.times_as_long(lambda: audit(sheet, []), lambda: added_up(frame), pairs=11)

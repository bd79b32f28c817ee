"""The example that pools three wards: counts add up, and the mean of percentages is another."""

from decimal import Decimal

import pytest

from example_runs import after, printed, rate

LINES = printed("pool_wards.py")
TITLES = ("Tỷ lệ giải quyết trước hạn và đúng hạn", "Tỷ lệ giải quyết quá hạn", "Tỷ lệ hộ nghèo")


def block(title: str) -> list[str]:
    start = LINES.index(title) + 1
    return LINES[start : start + 5]


def test_each_rate_has_its_block() -> None:
    assert [line for line in LINES if not line.startswith("- ")] == list(TITLES)


@pytest.mark.parametrize("title", TITLES)
def test_the_pooled_rate_is_of_the_counts_added_up(title: str) -> None:
    *wards, together, _ = block(title)
    parts, wholes = zip(*map(rate, wards), strict=True)
    assert rate(together) == (sum(parts), sum(wholes))


@pytest.mark.parametrize("title", TITLES)
def test_the_mean_of_the_percentages_is_far_from_it(title: str) -> None:
    lines = block(title)
    shares = [100 * Decimal(part) / whole for part, whole in map(rate, lines[:4])]
    mean = Decimal(after(lines, "- Trung bình cộng").partition("%")[0].replace(",", "."))
    assert abs(mean - sum(shares[:3], Decimal(0)) / 3) <= Decimal("0.005")
    assert abs(mean - shares[3]) > 1

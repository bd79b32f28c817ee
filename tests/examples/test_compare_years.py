"""The example that compares two years: growth of numbers, points of rates, and what has neither."""

import pytest

from example_runs import after, printed

LINES = printed("compare_years.py")


@pytest.mark.parametrize(
    ("figure", "change"),
    [
        ("Hồ sơ tiếp nhận trong kỳ", "tăng 22,9%"),  # 1.806 after 1.470
        ("Số hộ nghèo", "giảm 28,6%"),  # 10 after 14
        ("Tỷ lệ hộ nghèo", "giảm 0,2 điểm phần trăm"),  # 10 and 14 of 1.668
        ("Tỷ lệ tiếp nhận trực tuyến", "tăng 16,6 điểm phần trăm"),  # 98,50 after 81,90
        ("Tỷ lệ giải quyết trước hạn và đúng hạn", "giảm 0,4 điểm phần trăm"),  # 7 of 1.806 late
    ],
)
def test_numbers_grow_and_rates_move_by_points(figure: str, change: str) -> None:
    assert after(LINES, f"- {figure}") == change


def test_growth_from_nothing_is_no_percentage() -> None:
    for figure in ("Hồ sơ đã giải quyết quá hạn", "Đơn khiếu nại"):
        assert after(LINES, f"- {figure}") == "kỳ trước không phát sinh"


def test_what_one_year_did_not_count_is_not_compared() -> None:
    assert after(LINES, "- Tỷ lệ số hóa hồ sơ") == "chưa so sánh được (chưa thống kê)"

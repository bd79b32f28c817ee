"""The same figure printed in two places."""

import pytest

from wardstats.audit import FindingCode
from wardstats.prose import proofread

FIRST = "Tổng số hồ sơ tiếp nhận là 1.806 hồ sơ. "


@pytest.mark.parametrize("again", ["1.860", "1.801", "1.906"])
def test_a_slip_is_put_to_the_author(again: str) -> None:
    text = f"{FIRST}Như vậy, tổng số hồ sơ tiếp nhận đạt {again} hồ sơ."
    (found,) = proofread(text).findings
    assert found.finding.code is FindingCode.PRINTED_DIFFERENTLY
    assert text[found.start : found.end] == again


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "Tổng số hồ sơ tiếp nhận là 1.806 hồ sơ.",  # the same
        FIRST + "Tổng số hồ sơ tiếp nhận là 2.417 hồ sơ.",  # of another place or time
        FIRST + "Tổng số hồ sơ tiếp nhận là 1.068 hồ sơ.",  # two digits apart
        FIRST + "Tổng số hồ sơ tiếp nhận là 806 hồ sơ.",
        FIRST + "Tổng số hồ sơ trực tuyến là 1.860 hồ sơ.",
        FIRST + "Tiếp nhận 1.860 hồ sơ.",
        FIRST + "Tổng số hồ sơ tiếp nhận gần 1.860 hồ sơ.",
        FIRST + "Năm 2024, tổng số hồ sơ tiếp nhận là 1.860 hồ sơ.",
        "Tổng số hồ sơ tiếp nhận là 1.806 hồ sơ, tổng số hồ sơ tiếp nhận là 1.860 hồ sơ.",
        "Tỷ lệ hộ gia đình dùng nước 95,83%. Tỷ lệ hộ gia đình dùng nước 95,5%.",
        "Tỷ lệ hộ gia đình dùng nước 95,8%. Tỷ lệ hộ gia đình dùng nước 9,56%.",
        "Đón 12 khách của phường bạn. Đón 13 khách của phường bạn.",
    ],
)
def test_what_may_be_another_figure_is_left_alone(text: str) -> None:
    assert not proofread(text).findings

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


@pytest.mark.parametrize("place", ["Thôn Đoài", "Thôn này"])
def test_the_place_named_before_is_the_same(place: str) -> None:
    text = f"{place} có số hộ dùng nước 302 hộ. Như vậy, {place} có số hộ dùng nước 309 hộ."
    assert len(proofread(text).findings) == 1


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
        # of two hamlets, or two schools
        "Thôn Đoài có số hộ dùng nước sạch 302 hộ. Thôn Thượng có số hộ dùng nước sạch 309 hộ.",
        "Xóm Bắc: tỷ lệ hộ dùng nước sạch đạt 95,2%. Xóm Nam: tỷ lệ hộ dùng nước sạch đạt 95,7%.",
        (
            "Trường Tiểu học Hoa Sen có tổng số học sinh lớp một 214 em. "
            "Trường Tiểu học Hoa Mai có tổng số học sinh lớp một 216 em."
        ),
        "Đón 12 khách của phường bạn. Đón 13 khách của phường bạn.",
    ],
)
def test_what_may_be_another_figure_is_left_alone(text: str) -> None:
    assert not proofread(text).findings


def test_a_figure_is_put_to_the_author_once() -> None:
    text = FIRST + "Tổng số hồ sơ tiếp nhận là 1.860 hồ sơ. " * 2
    assert len(proofread(text).findings) == 1

"""What is bound, and what is left alone, wording by wording."""

import pytest

from wardstats.prose import proofread


def bound(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (each["stated"], each["exact"], each["verdict"])
        for each in proofread(text).records()
        if each["verdict"] != "not-checkable"
    ]


@pytest.mark.parametrize(
    "text",
    [
        # changes that do not add up, or of which a bound is told
        "Thu giảm 25 tỷ đồng. Trong đó thuế vượt 16 tỷ đồng, đất hụt 40 tỷ đồng.",
        "Thu 12,5 tỷ đồng, trong đó thuế hơn 5,2 tỷ đồng, phí 7,4 tỷ đồng.",
        "Đàn bò 1.095 con. Tăng 45 con (4,3%).",
        # growths whose previous value cannot be
        "Có 45 con, tăng 45 con (+100%).",
        "Đàn bò khoảng 1.095 con, tăng 9,3% (45 con).",
        "Đàn gà 1.000 con, bằng 97%, có 20 con giống.",
        "Đàn gà 1.000 con; đàn vịt do tăng 20 con (5%).",
        # fractions of two measures, and numbers that do not read
        "Năng suất 50 tạ/52 ha, đạt 96%.",
        "Tiếp nhận 1,806/1.900 hồ sơ, đạt 95%.",
        "Thu 4 triệu 20 tỷ đồng, trong đó thuế 3 triệu đồng.",
        # times that were not cut
        "Thời gian 10 ngày, nay 5 ngày, cắt giảm thời gian 50%.",
        "Thời gian từ 5 ngày đến 10 ngày, cắt giảm thời gian 50%.",
        # wholes without a part
        "Đạt 95% trên tổng số 640 hộ.",
        "Có 5 điểm, đạt 8, là 8 hộ, chiếm 5%",
        # targets without a judgement, and judgements without a target
        "Có 02 chỉ tiêu: lao động (61,2% so với kế hoạch là 62%).",
        "Kết quả. Người có việc làm mới (61,2% so với kế hoạch là 62%).",
        "Hộ nghèo 4,2% (chỉ tiêu giảm 1%), đạt chỉ tiêu.",
        "Hộ nghèo 4,2% (chỉ tiêu không dưới 1%), đạt chỉ tiêu.",
        # growths and completions of nothing that is printed
        "Tăng 4,3% (45 con).",
        "Đạt 84,5% so với kế hoạch là 200 lao động.",
        "Có 120 hộ nghèo, 90 hộ khá, giảm 25%.",
        "Năm 2023 có 120 hộ nghèo, năm 2024 có 90 hộ nghèo, giảm 12%.",
        "Có 5/8 hộ, năm sau 4 hộ, giảm 20%.",
        "Đàn bò tăng 45 con, tăng 4,3% so với 1.050 con.",
        "Đàn bò gần 1.100 con, tăng 9,3% so với 1.050 con cùng kỳ.",
        "Có 300 con bò, 200 con trâu và 12 hộ, tăng 10 con (50%).",
        "Đàn bò 1.095 con, tỷ lệ nái 40%, tăng 15 con (7%).",
        # no breakdowns
        "Có 96 ha. Trong đó lúa 40 ha. Ngô tăng 5 ha. Đạt 90%. Có 12 hộ. Thu 5 ha. Rồi 6 ha.",
        "Có 96 ha. Trong đó lúa 40 ha. Họp 1 lần. Họp 2 lần. Họp 3 lần. Họp 4 lần. Có 5 ha.",
        "Nhận 1.250 hồ sơ, trong đó: mới 1.100 hồ sơ; cũ 1,600 hồ sơ; khác 900 hồ sơ.",
        "Đạt 95% (Kết quả khảo sát ở các khu dân cư trong toàn phường năm nay 5/8).",
        "Có 12 hộ nghèo, chiếm 3,6% trên 250 con bò.",
        "Có 640 hộ trong độ tuổi. chiếm 33% dân số.",
        "Qua đó, có 5 hộ, 3 hộ.",
        "Nhận 8 hồ sơ, trong đó: mới 3; cũ 7 hộ.",
        # parts of one of a pair
        "Có 5/8 hộ, trong đó nghèo 3 hộ, khá 4 hộ.",
        # plans and wholes of no named unit, or of another, that do not fit
        "Thực hiện 45 mô hình (đạt 80% so với kế hoạch là 50).",
        "Thực hiện 45 lớp (đạt 90% so với kế hoạch là 50 buổi).",
        "Có 11 hộ nghèo, chiếm 25% trên tổng số 50.",
        "Có 11 hộ nghèo, chiếm 22% trên tổng số 50 xã.",
        "Tổng số lao động 7.560 người, chiếm 52,7% dân số (12.876 người).",
        "Tổng số lao động 7.560 người, chiếm 59% dân số (12.876 người).",
        # the figures of two periods, one of which cannot be read
        "Tháng 10 tiếp nhận 5 456 hồ sơ, tháng 9 tiếp nhận 440 hồ sơ, tăng 16 hồ sơ (3,6%).",
        # a rise that is led to as a rate
        "Tăng tỷ lệ 5% so với mức thực hiện năm trước.",
    ],
)
def test_left_alone(text: str) -> None:
    assert bound(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 0/0 hộ kinh doanh, tỷ lệ tham gia 100%.", []),
        ("Làm 45 mô hình (đạt 90% so với kế hoạch là 50).", [("90%", "9/10", "fits")]),
        ("Có 11 hộ nghèo, chiếm 22% trên tổng số 50.", [("22%", "11/50", "fits")]),
        ("Xử 17/98 vụ bị hủy chiếm 17,3%.", [("17,3%", "17/98", "fits")]),
        ("Có 12 hộ, 5/8 người, trong đó nữ 3 người, chiếm 60%.", [("60%", "3/5", "fits")]),
        ("Nhận 8 đơn, 5/7 đơn; còn 4 đơn, đạt 50%.", [("50%", "1/2", "fits")]),
        ("Bò 1.095 con, nái đạt 40%, tăng 45 con (4,3%).", [("4,3%", "3/70", "fits")]),
        ("Họp tại TP. Huế 5/8 hộ, đạt 62,5%.", [("62,5%", "5/8", "fits")]),
        ("Họp tại TP.HCM 5/8 hộ, đạt 62,5%.Có 3/5 xã.", [("62,5%", "5/8", "fits")]),
        ("Có 5/8 hộ, thoát nghèo 3 hộ, chiếm 60%.", [("60%", "3/5", "fits")]),
        ("Họp dân\n\n5 tổ.\n\n6\n\nCó 4/5 tổ, đạt 80%.", [("80%", "4/5", "fits")]),
        ("Có 1.000 hộ&nbsp;&oacute;, trong đó 900 hộ (90%).", [("90%", "9/10", "fits")]),
        ("Có 20/25 hộ (đạt tỷ lệ (80%).", [("80%", "4/5", "fits")]),
        (
            "Giải quyết 4.561/5.650 hồ sơ; trong đó đúng hạn 4.520 hồ sơ (99,7%).",
            [],
        ),
        (
            "Xử lý 4.561/5.650 hồ sơ; trong đó đúng hạn 4.520 hồ sơ (99,7%), trễ 12 hồ sơ (3%).",
            [],
        ),
        (
            "Có 5/8 đơn (62,5%), 4.561/5.650 hồ sơ, trong đó đúng 4.520 hồ sơ (99,7%), "  # noqa: ISC004
            "trễ 12 hồ sơ (0,3%).",
            [
                ("62,5%", "5/8", "fits"),
                ("99,7%", "4520/4561", "does-not-fit"),
                ("0,3%", "12/4561", "fits"),
            ],
        ),
    ],
)
def test_bound(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert bound(text) == expected


def test_a_whole_is_looked_for_so_far_and_no_further() -> None:
    figures = ", ".join(f"{number} hộ" for number in range(31, 60))
    far = f"Có 640 hộ, {figures}, trong đó 608 hộ đạt, chiếm 95%."
    assert bound(far) == []
    assert bound("Có 640 hộ, trong đó 608 hộ đạt, chiếm 95%.") == [("95%", "19/20", "fits")]
    sentences = " ".join(f"Có {number} hộ." for number in range(31, 60))
    assert bound(f"Có 640 hộ. {sentences} Trong đó 608 hộ đạt, chiếm 95%.") == []

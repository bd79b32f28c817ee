"""The days off and the worked Saturdays of the public sector, 2020 to 2026.

Made by tools/public_holidays.py (`make holidays`); not to be edited. Which holidays there are is
law; the days in lieu, the days around Tết and beside 2 September, and the swaps are announced
year by year, so all are data, known until the end of the last year announced.
"""

from datetime import date

from wardstats.ward.law import Dated

KNOWN_FROM = date(2020, 1, 1)
KNOWN_UNTIL = date(2026, 12, 31)

# Weekdays only: a holiday at a weekend stands here as its day in lieu.
DAYS_OFF: tuple[Dated[tuple[date, ...]], ...] = (
    Dated(
        (
            date(2020, 1, 1),  # Tết Dương lịch
            date(2020, 1, 23),  # Tết Nguyên Đán
            date(2020, 1, 24),  # Tết Nguyên Đán
            date(2020, 1, 27),  # Tết Nguyên Đán
            date(2020, 1, 28),  # Tết Nguyên Đán
            date(2020, 1, 29),  # Tết Nguyên Đán
            date(2020, 4, 2),  # Ngày Giỗ Tổ Hùng Vương
            date(2020, 4, 30),  # Ngày Chiến thắng
            date(2020, 5, 1),  # Ngày Quốc tế Lao động
            date(2020, 9, 2),  # Quốc khánh
        ),
        date(2020, 1, 1),
        date(2020, 12, 31),
        "holidays of 2020, as kept (practice); Tết: socongthuong.daklak.gov.vn, 07/01/2020",
    ),
    Dated(
        (
            date(2021, 1, 1),  # Tết Dương lịch
            date(2021, 2, 10),  # Tết Nguyên Đán
            date(2021, 2, 11),  # Tết Nguyên Đán
            date(2021, 2, 12),  # Tết Nguyên Đán
            date(2021, 2, 15),  # Tết Nguyên Đán
            date(2021, 2, 16),  # Tết Nguyên Đán
            date(2021, 4, 21),  # Ngày Giỗ Tổ Hùng Vương
            date(2021, 4, 30),  # Ngày Chiến thắng
            date(2021, 5, 3),  # Ngày Quốc tế Lao động (nghỉ bù)
            date(2021, 9, 2),  # Quốc khánh
            date(2021, 9, 3),  # Quốc khánh
        ),
        date(2021, 1, 1),
        date(2021, 12, 31),
        "Labour Code 45/2019/QH14, article 112; Tết, 2/9: hanoimoi.vn 498925",
    ),
    Dated(
        (
            date(2022, 1, 3),  # Tết Dương lịch (nghỉ bù)
            date(2022, 1, 31),  # Tết Nguyên Đán
            date(2022, 2, 1),  # Tết Nguyên Đán
            date(2022, 2, 2),  # Tết Nguyên Đán
            date(2022, 2, 3),  # Tết Nguyên Đán
            date(2022, 2, 4),  # Tết Nguyên Đán
            date(2022, 4, 11),  # Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
            date(2022, 5, 2),  # Ngày Chiến thắng (nghỉ bù)
            date(2022, 5, 3),  # Ngày Quốc tế Lao động (nghỉ bù)
            date(2022, 9, 1),  # Quốc khánh
            date(2022, 9, 2),  # Quốc khánh
        ),
        date(2022, 1, 1),
        date(2022, 12, 31),
        "Labour Code 45/2019/QH14, article 112; Tết: Dispatch 245/VPCP; 2/9: practice",
    ),
    Dated(
        (
            date(2023, 1, 2),  # Tết Dương lịch (nghỉ bù)
            date(2023, 1, 20),  # Tết Nguyên Đán
            date(2023, 1, 23),  # Tết Nguyên Đán
            date(2023, 1, 24),  # Tết Nguyên Đán
            date(2023, 1, 25),  # Tết Nguyên Đán
            date(2023, 1, 26),  # Tết Nguyên Đán
            date(2023, 5, 1),  # Ngày Quốc tế Lao động
            date(2023, 5, 2),  # Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
            date(2023, 5, 3),  # Ngày Chiến thắng (nghỉ bù)
            date(2023, 9, 1),  # Quốc khánh
            date(2023, 9, 4),  # Quốc khánh (nghỉ bù)
        ),
        date(2023, 1, 1),
        date(2023, 12, 31),
        "Labour Code 45/2019/QH14, article 112; Tết, 2/9: Dispatch 8056/VPCP-KGVX, 01/12/2022",
    ),
    Dated(
        (
            date(2024, 1, 1),  # Tết Dương lịch
            date(2024, 2, 8),  # Tết Nguyên Đán
            date(2024, 2, 9),  # Tết Nguyên Đán
            date(2024, 2, 12),  # Tết Nguyên Đán
            date(2024, 2, 13),  # Tết Nguyên Đán
            date(2024, 2, 14),  # Tết Nguyên Đán
            date(2024, 4, 18),  # Ngày Giỗ Tổ Hùng Vương
            date(2024, 4, 30),  # Ngày Chiến thắng
            date(2024, 5, 1),  # Ngày Quốc tế Lao động
            date(2024, 9, 2),  # Quốc khánh
            date(2024, 9, 3),  # Quốc khánh
        ),
        date(2024, 1, 1),
        date(2024, 12, 31),
        "Labour Code 45/2019/QH14, article 112; Tết, 2/9: sucsongtre.vn",
    ),
    Dated(
        (
            date(2025, 1, 1),  # Tết Dương lịch
            date(2025, 1, 27),  # Tết Nguyên Đán
            date(2025, 1, 28),  # Tết Nguyên Đán
            date(2025, 1, 29),  # Tết Nguyên Đán
            date(2025, 1, 30),  # Tết Nguyên Đán
            date(2025, 1, 31),  # Tết Nguyên Đán
            date(2025, 4, 7),  # Ngày Giỗ Tổ Hùng Vương
            date(2025, 4, 30),  # Ngày Chiến thắng
            date(2025, 5, 1),  # Ngày Quốc tế Lao động
            date(2025, 9, 1),  # Quốc khánh
            date(2025, 9, 2),  # Quốc khánh
        ),
        date(2025, 1, 1),
        date(2025, 12, 31),
        "Labour Code 45/2019/QH14, article 112; Tết: Dispatch 8726/VPCP-KGVX; 2/9: practice",
    ),
    Dated(
        (
            date(2026, 1, 1),  # Tết Dương lịch
            date(2026, 2, 16),  # Tết Nguyên Đán
            date(2026, 2, 17),  # Tết Nguyên Đán
            date(2026, 2, 18),  # Tết Nguyên Đán
            date(2026, 2, 19),  # Tết Nguyên Đán
            date(2026, 2, 20),  # Tết Nguyên Đán
            date(2026, 4, 27),  # Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
            date(2026, 4, 30),  # Ngày Chiến thắng
            date(2026, 5, 1),  # Ngày Quốc tế Lao động
            date(2026, 9, 1),  # Quốc khánh
            date(2026, 9, 2),  # Quốc khánh
        ),
        date(2026, 1, 1),
        date(2026, 12, 31),
        "Labour Code 45/2019/QH14, article 112; Tết, 2/9: thanhnien.vn 185260113172347178",
    ),
    Dated(
        (
            date(2026, 11, 24),  # Ngày Văn hóa Việt Nam
        ),
        date(2026, 1, 1),
        date(2026, 12, 31),
        "Vietnam Culture Day, as announced: Resolution 28/2026/QH16 (practice)",
    ),
)

# A weekday off, and the Saturday worked in its place.
SWAPS: tuple[Dated[tuple[date, date]], ...] = (
    Dated(
        (date(2024, 4, 29), date(2024, 5, 4)),
        date(2024, 1, 1),
        date(2024, 12, 31),
        "Dispatch 2450/VPCP-KGVX, 12/04/2024 (baotintuc.vn)",
    ),
    Dated(
        (date(2025, 5, 2), date(2025, 4, 26)),
        date(2025, 1, 1),
        date(2025, 12, 31),
        "vietnamplus.vn post1033115",
    ),
    Dated(
        (date(2026, 1, 2), date(2026, 1, 10)),
        date(2026, 1, 1),
        date(2026, 12, 31),
        "the Government, 25/12/2025 (24h.com.vn, 26/12/2025)",
    ),
    Dated(
        (date(2026, 8, 31), date(2026, 8, 22)),
        date(2026, 1, 1),
        date(2026, 12, 31),
        "practice",
    ),
)

# Month and day of the holidays that have the same date every year.
FIXED_DATES: tuple[Dated[tuple[tuple[int, int], ...]], ...] = (
    Dated(
        ((1, 1), (4, 30), (5, 1), (9, 2)),
        date(2021, 1, 1),
        None,
        "Labour Code 45/2019/QH14, article 112",
    ),
    Dated(
        ((11, 24),),
        date(2026, 7, 1),
        None,
        "Vietnam Culture Day, as announced: Resolution 28/2026/QH16 (practice)",
    ),
)

"""Proofreading, as times of one plain search for numbers, and as the text grows."""

import gc
import re
from collections.abc import Callable, Iterator

import pytest

from benchmarks.side_by_side import SideBySide
from prose_texts import HARD, RIGHT, WRONG
from wardstats.prose import proofread

NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
# Between the figures of a report stand five times as many words without any.
FILLING = (
    "Ủy ban nhân dân phường tiếp tục chỉ đạo các bộ phận chuyên môn, các tổ dân phố và đoàn thể "
    "phối hợp tuyên truyền, vận động Nhân dân thực hiện tốt các nhiệm vụ được giao, bảo đảm công "
    "khai, minh bạch, đúng quy định; kịp thời tháo gỡ khó khăn, vướng mắc phát sinh ở cơ sở.\n"
)
REPORT = "".join(f"{sentence}\n{FILLING}" for sentence in [*RIGHT, *WRONG, *HARD][::3])

HOSTILE = {
    "digits": "1" * 32_000,
    "digits and dots": "1.234" * 8_000,
    "fractions": "1/2 " * 4_000,
    "brackets": "(" * 8_000 + ")" * 8_000 + "(" * 8_000,
    "nested lists": "(5 hộ (5 hộ) " * 1_000,
    "of which": "trong đó 5 hộ, " * 1_000,
    "colons": "a: 5 hộ " * 1_000,
    "rates": "5 hộ đạt 5%, " * 1_000,
    "growths": "tăng 5 hộ (5%), " * 1_000,
    "page numbers": "\n\n5\n\n\n" * 4_000,
    "entities": "&#50;" * 8_000,
    "accents": "a\u0301" * 8_000,
    "tags": "<a" * 8_000,
}


@pytest.fixture(autouse=True)
def _no_collection_of_garbage() -> Iterator[None]:
    """As timeit does: what the collector looks through is what the process holds, not the text."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def test_proofreading_against_one_search_for_numbers(side_by_side: SideBySide) -> None:
    side_by_side.times_as_long(
        lambda: proofread(REPORT), lambda: NUMBER.findall(REPORT), floor=100, pairs=21
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_twice_the_time(side_by_side: SideBySide, name: str) -> None:
    text = HOSTILE[name]

    def reading(given: str) -> Callable[[], object]:
        return lambda: proofread(given)

    side_by_side.times_as_long(reading(text * 2), reading(text), floor=2.2, pairs=5)

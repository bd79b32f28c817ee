"""Labels compared whatever their spelling, and no further."""

from unicodedata import normalize

import pytest

from wardstats.errors import NotExact, TooLong
from wardstats.vi.labels import folded

SPELLINGS = [
    ("ủy ban", "uỷ ban"),
    ("hòa giải", "hoà giải"),
    ("thủy sản", "thuỷ sản"),
    ("khóe", "khoé"),
    ("bác sĩ", "bác sỹ"),
    ("tỷ lệ", "tỉ lệ"),
    ("kỳ trước", "kì trước"),
    ("lý luận", "lí luận"),
    ("quý III", "quí III"),
    ("công ty", "công ti"),
    ("đúng hạn", "ĐÚNG  HẠN "),
    ("đúng hạn", "đúng\u00a0hạn"),
    ("kiến nghị, phản ánh", "kiến nghị - phản ánh"),
    ("trả lại, xin rút", "trả lại/xin rút"),
]

WORDS = [
    ("tay", "tai"),
    ("thúy", "thúi"),
    ("đạt", "dạt"),
    ("quá hạn", "qua hạn"),
    ("má", "mà"),
    ("mơ", "mo"),
    ("phần trăm", "%"),
    ("%", "‰"),
    ("loại 1", "loại 2"),
    ("công ty", "côngty"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_a_spelling_is_no_other_label(one: str, other: str) -> None:
    """Where the tone mark stands, i or y, case, spaces, punctuation and form tell nothing."""
    assert folded(one) == folded(other)
    assert folded(normalize("NFD", one)) == folded(other.upper())


@pytest.mark.parametrize(("one", "other"), WORDS)
def test_another_word_is_another_label(one: str, other: str) -> None:
    """Letters, tones and y after a vowel tell words apart, and so do signs."""
    assert folded(one) != folded(other)


@pytest.mark.parametrize("label", sorted({text for pair in SPELLINGS + WORDS for text in pair}))
def test_folding_twice_changes_nothing(label: str) -> None:
    """What is folded is its own fold."""
    assert folded(folded(label)) == folded(label)


def test_only_text_of_some_length_is_a_label() -> None:
    """As everywhere text comes in."""
    with pytest.raises(NotExact):
        folded(5)  # type: ignore[arg-type]
    with pytest.raises(TooLong):
        folded("hạn" * 10_000)


@pytest.mark.parametrize(
    ("label", "fold"),
    [("hoà", "hòa"), ("HUỆ", "hụê"), ("tỷ", "tỉ"), ("đặc khu", "đặc khu"), ("ń", "ń")],
)
def test_a_fold_is_text_in_normal_form(label: str, fold: str) -> None:
    """The tone mark stands on the first vowel, or at the end where there is none."""
    assert folded(label) == fold

"""Laws of numbers in words: what is printed reads back, and nothing else reads."""

import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st
from vn_money import to_words

from wardstats.errors import Unreadable, WardstatsError
from wardstats.vi.spelling import money_words, read_money_words, read_words, words

MOST = 10**18

styles: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "zero_tens": st.sampled_from(["linh", "lẻ"]),
        "thousand": st.sampled_from(["nghìn", "ngàn"]),
        "four": st.sampled_from([None, "tư", "bốn"]),
    }
)
# Zeros are where spelling is hard, so numbers are drawn by groups of three digits, too.
_groups = st.sampled_from([0, 1, 4, 5, 10, 11, 14, 15, 21, 24, 25, 104, 105, 400, 999])
grouped = st.lists(_groups | st.integers(0, 999), max_size=6).map(
    lambda groups: int("".join(f"{group:03d}" for group in groups) or "0")
)
numbers = st.integers(-MOST, MOST) | grouped | grouped.map(lambda number: -number)

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
CHANGED = ["mốt", "tư", "lăm", "nhăm"]
VOCABULARY = [*DIGITS, *CHANGED, "âm", "mười", "mươi", "trăm", "linh", "lẻ", "nghìn", "ngàn"]
VOCABULARY += ["triệu", "tỷ", "tỉ"]
_NOISE = ["", "Một", "TRĂM", "tram", "rưỡi", "1", "tỷ,", "đồng", "chẵn", "./.", "\u00a0"]
word_lists = st.lists(st.sampled_from(VOCABULARY + _NOISE), max_size=16).map(" ".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Spell a number, then change, drop or add one word."""
    said = words(draw(numbers), **draw(styles)).split(" ")
    place = draw(st.integers(0, len(said) - 1))
    said[place : place + draw(st.integers(0, 1))] = draw(
        st.lists(st.sampled_from(VOCABULARY), max_size=1)
    )
    return " ".join(said)


texts = st.text() | word_lists | damaged()


def canonical(text: str) -> str:
    """Bring text to the words of words(…, four="bốn"), independently of the reader."""
    said = unicodedata.normalize("NFC", text).split()
    said[0] = said[0][0].lower() + said[0][1:]
    same = {"lẻ": "linh", "ngàn": "nghìn", "tỉ": "tỷ", "nhăm": "lăm"}
    said = [same.get(word, word) for word in said]
    return " ".join(
        "bốn" if word == "tư" and before in {"mươi", "linh"} else word
        for before, word in zip(["", *said], said, strict=False)
    )


def attempt(read: Callable[[str], int], text: str) -> tuple[int | None, tuple[str, ...]]:
    """Read text, or let an error of ours refuse it; others break the law."""
    try:
        return read(text), ()
    except Unreadable as refused:
        return None, refused.candidates
    except WardstatsError:
        return None, ()


def oracle_applies(number: int) -> bool:
    """Say whether no group of three zeros stands inside; the oracle reads those out."""
    groups = f"{abs(number):,}".split(",")
    while len(groups) > 1 and groups[-1] == "000":
        groups.pop()
    return "000" not in groups


@given(numbers, styles)
@example(MOST, {})
@example(-MOST, {})
@example(MOST - 10**9 + 4, {"four": "tư"})
def test_what_is_printed_reads_back(number: int, style: dict[str, Any]) -> None:
    """Every number from -10^18 to 10^18, spelled in any style, reads back as itself."""
    spelled = words(number, **style)
    assert read_words(spelled) == number
    assert read_words(unicodedata.normalize("NFD", spelled.capitalize())) == number


@given(numbers, styles, st.booleans(), st.booleans())
def test_money_that_is_printed_reads_back(
    amount: int,
    style: dict[str, Any],
    only: bool,  # noqa: FBT001
    closing_mark: bool,  # noqa: FBT001
) -> None:
    """Every amount from -10^18 to 10^18 đồng, spelled in any style, reads back as itself."""
    spelled = money_words(amount, only=only, closing_mark=closing_mark, **style)
    assert spelled[0].isupper()
    assert read_money_words(spelled) == amount


@given(numbers, numbers)
def test_two_numbers_are_never_spelled_alike(one: int, other: int) -> None:
    """A spelling stands for one number only."""
    assert (words(one) == words(other)) is (one == other)


def test_small_numbers_are_spelled_as_by_the_oracle() -> None:
    """From 0 to 10.000 every word is as another library has it."""
    for number in range(10_001):
        assert words(number) == to_words(number)


@given(st.integers(-(10**12) + 1, 10**12 - 1) | grouped.map(lambda number: number % 10**12))
def test_numbers_are_spelled_as_by_the_oracle(number: int) -> None:
    """Below 10^12, without a group of three zeros inside, words are as another library has them."""
    assume(oracle_applies(number))
    assert words(number) == to_words(number)


@given(texts)
def test_what_reads_is_how_the_number_is_spelled(text: str) -> None:
    """Text that reads as a number is that number's spelling, in one of the styles.

    All other text is refused by an error of ours, and the candidates it names read.
    """
    number, candidates = attempt(read_words, text)
    if number is not None:
        assert canonical(text) == words(number, four="bốn")
    assert all(words(read_words(each)) == each for each in candidates)


@given(texts.map(lambda text: f"{text} đồng") | texts)
def test_what_reads_is_how_the_amount_is_spelled(text: str) -> None:
    """Text that reads as an amount is its spelling, less commas, "chẵn" and "./."."""
    amount, candidates = attempt(read_money_words, text)
    assert all(money_words(read_money_words(each)) == each for each in candidates)
    if amount is not None:
        said = text.replace(",", "").replace("./.", "").removesuffix(" chẵn")
        assert canonical(said) == words(amount, four="bốn") + " đồng"

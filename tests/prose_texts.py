"""Texts for the proofreader: lists of sentences, and what the laws draw from them."""

from pathlib import Path

from hypothesis import strategies as st


def sentences_of(name: str) -> list[str]:
    """Read a list of sentences beside the tests, without its headings."""
    text = (Path(__file__).parent / "prose" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


RIGHT = sentences_of("right_sentences")
WRONG = sentences_of("wrong_sentences")
HARD = sentences_of("hard_negatives")

_PIECES = st.sampled_from([*"().,;:/%-+ \n\t05²٣ă\u0301<>&*_", "1.471/1.535", "trong đó ", "gồm "])
any_text = st.text() | st.lists(_PIECES | st.sampled_from([*RIGHT, *HARD])).map("".join)


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Draw some sentences in a row, with lines broken between them as in a report."""
    sentences = draw(st.lists(st.sampled_from([*RIGHT, *WRONG, *HARD]), min_size=1, max_size=4))
    return draw(st.sampled_from([" ", "\n", "\n\n"])).join(sentences)

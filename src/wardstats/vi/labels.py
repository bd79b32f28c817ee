"""Labels compared as people compare them, whatever the spelling of the day.

Where the tone mark of a syllable stands (hoà, hòa), and i or y after a consonant (tỉ, tỷ), are
spelling: no two words differ by them alone. Neither do case, punctuation or the normal form.
"""

import re
from unicodedata import normalize

from wardstats.vi.text import cleaned

_WORD = re.compile(r"[\w%‰]+")
_FINAL_Y = re.compile(r"(?:(?<=[b-df-hj-np-tv-xzđ])|(?<=qu))y$")
# Grave, acute, tilde, hook above, dot below; of â, ă, ơ the marks that are no tones.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_FIRST_VOWEL = re.compile("[aeiouy][\u0302\u0306\u031b]*|$")


def folded(label: str) -> str:
    """Fold what does not tell one label from another; what is folded is for comparing only.

    >>> folded("Uỷ  ban"), folded("HOÀ GIẢI"), folded("Tỷ lệ, kỳ trước")
    ('ủy ban', 'hòa gỉai', 'tỉ lệ kì trứơc')
    """
    return " ".join(map(_syllable, _WORD.findall(cleaned(label).casefold())))


def _syllable(word: str) -> str:
    """Set the tone mark on the first vowel: a syllable has one mark, whose place says nothing."""
    letters = normalize("NFD", word)
    bare = "".join(letter for letter in letters if letter not in _TONES)
    tones = "".join(letter for letter in letters if letter in _TONES)
    toned = _FIRST_VOWEL.sub(rf"\g<0>{tones}", _FINAL_Y.sub("i", bare), count=1)
    return normalize("NFC", toned)

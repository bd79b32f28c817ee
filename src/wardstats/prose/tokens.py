"""Text → tokens: words, marks, and every number with its kind and its place.

Each digit of a text belongs to exactly one token, and most numbers of a report are no figures
of it: dates, document numbers, articles, names. What reads in two ways is UNCERTAIN.

    >>> text = "Quyết định số 86/QĐ-UBND: khu phố 2 có 313/320 hộ, đạt 97,81%"
    >>> for token in tokenize(text):
    ...     if any(map(str.isdigit, token.word)):
    ...         print(token.kind.value, text[token.start : token.end])
    document 86/QĐ-UBND
    name 2
    ratio 313/320
    percent 97,81%
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardstats.prose import lexicon, printed
from wardstats.prose.reading import Reading
from wardstats.prose.token_kinds import FIGURES, Token, TokenKind

_NUMBER = printed.SHAPE
_TOKEN = re.compile(
    rf"""
      (?P<word>[^\W\d_]++(?![0-9]|-[0-9]))
    | (?P<code>[^\W\d_]++-?{_NUMBER}\w*)
    | (?P<document>[0-9]{{1,6}}\ ?(?:/\ ?(?:19|20)[0-9]{{2}})?/\ ?[A-ZĐ][\w&.-]{{1,60}}
                   (?:/[\w-]{{1,40}})?
                 | [0-9]{{1,5}}\ ?-\ ?[A-ZĐ]{{2,12}}/[A-ZĐ][\w-]{{0,40}})
    | (?P<range>{_NUMBER}(?:(?:\ ?%)?\ ?[-–—]\ ?{_NUMBER})++(?:/{_NUMBER})?+)
    | (?P<ratio>{_NUMBER}(?:\ ?/\ ?{_NUMBER})++)
    | (?P<number>{_NUMBER})
    | (?P<footnote>\[[0-9]{{1,3}}\])
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_UNITS_WITH_DIGITS = frozenset({"m2", "m3", "km2", "cm2", "dm2"})
_CLOCK = re.compile(r"(?:h[0-9]{0,2}|g| ?giờ)\b")
_ITEM = re.compile(r"[.)] ?[^\W\d_]")
_ITEM_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}")
_CAPITAL = re.compile(r" [^\W\d_a-zà-ỹđ]")
_DIGITS = re.compile(r"[0-9]+")
_SPLIT = re.compile(r"[-–—/]")
_BREAKS = frozenset({"", ".", ";", ":", "•", "…", "|"})
_ENDS = frozenset({"", ".", "…", "|"})
_DAY, _MONTH, _YEARS = 31, 12, range(1900, 2101)
_YEAR_LENGTH = 4
_LONGEST_UNIT = 8


def tokenize(text: str) -> tuple[Token, ...]:
    """Split a text into tokens, with their places in the text as given.

    Any text is accepted; the time is linear in its length.
    """
    return tokens_of(Reading.of(text))


def tokens_of(reading: Reading) -> tuple[Token, ...]:
    """Split a text that is read."""
    lexer = _Lexer(reading)
    tokens = settled(lexer.tokens(), lexer.spans)
    left_out = [
        Token(TokenKind.LAYOUT, reading.given[start:end].lower(), start, end)
        for start, end in reading.taken
    ]
    return tuple(_merged(tokens, left_out) if left_out else tokens)


def _merged(tokens: list[Token], left_out: list[Token]) -> Iterator[Token]:
    """Put what was left out between the tokens, unless it broke one and so belongs to it."""
    end = 0
    for token in sorted(tokens + left_out, key=_start):
        if token.start >= end:
            yield token
            end = token.end


def _start(token: Token) -> int:
    return token.start


_GOES_ON = frozenset({",", "và"})
_NAMED = frozenset({TokenKind.NAME, TokenKind.ORDINAL, TokenKind.ARTICLE, TokenKind.CODE})
_NUMBERS = FIGURES | {TokenKind.UNCERTAIN}
_WORD = _TOKEN.groupindex["word"]
_MARK = _TOKEN.groupindex["mark"]
_KINDS = {_WORD: TokenKind.WORD, _MARK: TokenKind.MARK}


class _Lexer:
    """Goes through a text as read once, and knows the two words before each number.

    `spans` are the places of the tokens in the text as read.
    """

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._given = reading.places()
        self._last = self._before_last = ""
        self._named: TokenKind | None = None
        self.spans: list[tuple[int, int]] = []

    def tokens(self) -> list[Token]:
        found: list[Token] = []
        at = 0
        while at < len(self._text):  # from the start, and again behind each number
            at = self._collect(at, found)
        return found

    def _collect(self, at: int, found: list[Token]) -> int:
        """Take in words and marks up to a number and that number; say where to go on."""
        text, given, spans, kind_of = self._text, self._given, self.spans, _KINDS.get
        make, take, keep = tuple.__new__, found.append, spans.append
        for match in _TOKEN.finditer(text, at):
            start, end = span = match.span()
            kind = kind_of(match.lastindex)  # type: ignore[arg-type]
            if kind is not None:  # made without a call of its own: most tokens are words
                keep(span)
                take(make(Token, (kind, text[start:end].lower(), *given(start, end), ())))
                continue
            self._look_back(found)
            kind, word, start, end, values = self._numeric(match.lastgroup or "", match)
            keep((start, end))
            take(Token(kind, word, *given(start, end), values))
            return end
        return len(text)

    def _look_back(self, found: list[Token]) -> None:
        """Take note of the two words before a number, and of a name that may go on there.

        Names go on: "khu phố 1, 2 và 3".
        """
        self._last = found[-1].word if found else ""
        self._before_last = found[-2].word if len(found) > 1 else ""
        named = next((each for each in reversed(found) if each.word not in _GOES_ON), None)
        is_name = named is not None and named.kind in _NAMED
        self._named = named.kind if named is not None and is_name else None

    def _numeric(self, shape: str, match: re.Match[str]) -> Token:
        start, end = match.span()
        if shape in {"document", "footnote"}:
            return self._token(TokenKind(shape), start, end)
        if shape == "code":
            unit = match[0].lower() in _UNITS_WITH_DIGITS
            return self._token(TokenKind.WORD if unit else TokenKind.CODE, start, end)
        if shape == "range":
            return self._range(start, end)
        if shape == "ratio":
            return self._ratio(start, end)
        return self._number(start, end)

    def _token(self, kind: TokenKind, start: int, end: int) -> Token:
        return Token(kind, self._text[start:end].lower(), start, end)

    def _range(self, start: int, end: int) -> Token:
        parts = _SPLIT.split(self._text[start:end])
        if _is_date(parts) or self._last in lexicon.DAYS | {"tháng", "quý"}:
            return self._token(TokenKind.DATE, start, end)
        if all(part.strip().isdigit() and int(part[:5]) in _YEARS for part in parts):
            return self._token(TokenKind.PERIOD, start, end)
        return self._token(TokenKind.RANGE, start, printed.percent_end(self._text, end))

    def _ratio(self, start: int, end: int) -> Token:
        parts = [part.strip() for part in self._text[start:end].split("/")]
        if self._is_dated(parts):
            return self._token(TokenKind.DATE, start, end)
        if self._last in lexicon.CLASSED or (self._named and self._last in {",", "và"}):
            return self._token(TokenKind.ORDINAL, start, end)
        is_class = self._last == "thứ" or self._is_class(parts)
        if is_class and self._before_last not in lexicon.RANKED:
            return self._token(TokenKind.ORDINAL, start, start + len(parts[0]))
        if len(parts) > len("ab") or is_class:
            return self._token(TokenKind.CODE, start, end)
        read = printed.read_ratio(self._text, parts, end)
        return Token(read.kind, self._text[start : read.end].lower(), start, read.end, read.values)

    def _is_class(self, parts: list[str]) -> bool:
        small = all(part.isdigit() and int(part[:5]) <= lexicon.CLASSES_UP_TO for part in parts)
        return self._last in lexicon.ORDINALS and small

    def _is_dated(self, parts: list[str]) -> bool:
        if _is_date(parts):
            return True
        if len(parts) != len("dm") or not all(part.isdigit() for part in parts):
            return False
        day, month = (int(part[:5]) for part in parts)
        if month in _YEARS and 0 < day <= _MONTH:
            return self._last != "có" or self._before_last == "tháng"
        told = self._last in lexicon.DAYS or self._last in lexicon.DAY_BOUNDS
        return told and 0 < day <= _DAY and 0 < month <= _MONTH

    def _number(self, start: int, end: int) -> Token:
        digits = self._text[start:end]
        label = self._label(digits, end)
        if label is not None:
            return self._token(label, start, end)
        clock = _CLOCK.match(self._text, end)
        if clock and digits.isdigit():
            return self._token(TokenKind.DATE, start, clock.end())
        if _is_date(digits.split(".")):
            return self._token(TokenKind.DATE, start, end)
        read = printed.read(self._text, digits, end)
        return Token(read.kind, self._text[start : read.end].lower(), start, read.end, read.values)

    def _label(self, digits: str, end: int) -> TokenKind | None:
        """Say what a number is if it counts nothing, from the words before it."""
        if self._begins_item(digits, end):
            return TokenKind.LIST
        plain = digits.isdigit() and len(digits) <= _YEAR_LENGTH + 1
        if not plain or printed.is_counted(self._text, end):
            return None
        number = int(digits)
        if self._named and number <= lexicon.LABELS_UP_TO and printed.stands_alone(self._text, end):
            return self._named
        return self._named_by(digits) or self._period(digits, number, end)

    def _named_by(self, digits: str) -> TokenKind | None:
        """Say what the words before a number make of it: an article, a name, a class.

        No class is padded: "trung cấp 04 người" counts.
        """
        number = int(digits)
        last, before = self._last, self._before_last
        if last in lexicon.ARTICLES:
            return TokenKind.ARTICLE
        named = last in lexicon.NAMING and (before, last) not in lexicon.NOT_NAMING
        if named and number <= lexicon.LABELS_UP_TO:
            return TokenKind.NAME
        numbered = last == lexicon.NUMBERED and before not in lexicon.COUNTED_BEFORE
        is_class = last in lexicon.ORDINALS and number <= lexicon.CLASSES_UP_TO and digits[0] != "0"
        return TokenKind.ORDINAL if numbered or is_class or last == "thứ" else None

    def _period(self, digits: str, number: int, end: int) -> TokenKind | None:
        last = self._last
        if last in {"ngày", "tháng", "quý"} and number <= _DAY:
            return TokenKind.PERIOD
        if len(digits) < _YEAR_LENGTH or int(digits[:_YEAR_LENGTH]) not in _YEARS:
            return None
        if last in lexicon.YEARS:  # a footnote mark may stick to the year
            return TokenKind.PERIOD
        if len(digits) == _YEAR_LENGTH and printed.stands_alone(self._text, end):
            return TokenKind.UNCERTAIN
        return None

    def _begins_item(self, digits: str, end: int) -> bool:
        """Say whether it numbers what follows: "3. Đổi mới", "(1) số lượng", "2 Trong năm"."""
        if _ITEM_NUMBER.fullmatch(digits) is None:
            return False
        if self._last == "(":
            return self._text.startswith(")", end)
        if self._last in _BREAKS and _ITEM.match(self._text, end):
            return True
        return self._last in _ENDS and _CAPITAL.match(self._text, end) is not None


def _is_date(parts: list[str]) -> bool:
    if len(parts) != len("dmy") or not all(part.strip().isdigit() for part in parts):
        return False
    day, month, year = (int(part.strip()[:5]) for part in parts)
    return 0 < day <= _DAY and 0 < month <= _MONTH and year in _YEARS


def settled(tokens: list[Token], spans: list[tuple[int, int]]) -> list[Token]:
    """Give up numbers that stand side by side: layout may have broken one, or put one there."""
    numbers = [at for at, token in enumerate(tokens[:-1]) if token.kind in _NUMBERS]
    for at in numbers:
        token, following = tokens[at], tokens[at + 1]
        if following.kind in FIGURES:
            if token.kind is not TokenKind.RATIO:
                _give_up(tokens, at, at + 1)
        elif following.kind is TokenKind.WORD:
            stray = _stray_after(tokens, at + 1)
            if stray is not None:
                _give_up(tokens, stray)
        elif following.word in {".", ","} and at + 2 < len(tokens):
            spaced = spans[at + 1][0] == spans[at][1] and spans[at + 2][0] > spans[at + 1][1]
            if spaced and _is_broken(*tokens[at : at + 3]):
                _give_up(tokens, at, at + 2)
    return tokens


def _stray_after(tokens: list[Token], at: int) -> int | None:
    """Find a number that counts nothing behind the name of what another counts: "22 nam 5 ("."""
    end = min(at + _LONGEST_UNIT, len(tokens) - 1)
    while at < end and tokens[at].kind is TokenKind.WORD:
        if tokens[at].word in lexicon.UNIT_ENDS:
            return None
        at += 1
    token, following = tokens[at], tokens[at + 1 : at + 2]
    if token.kind is TokenKind.RATIO:
        return at
    if token.kind is not TokenKind.COUNT or len(token.word) > len("123"):
        return None
    named = any(
        each.kind is TokenKind.WORD and each.word not in lexicon.UNIT_ENDS for each in following
    )
    return None if named else at


def _is_broken(token: Token, mark: Token, following: Token) -> bool:
    """Say whether two numbers may be one: "1. 357 tỷ", "27, 4%"."""
    if token.kind is not TokenKind.COUNT or len(token.word) > len("123"):
        return False
    first = _DIGITS.match(following.word)
    if first is None or following.kind not in FIGURES:
        return False
    if mark.word == ".":
        return len(first[0]) == len("357")
    return following.kind is TokenKind.PERCENT and len(first[0]) == len("4")


def _give_up(tokens: list[Token], *places: int) -> None:
    for at in places:
        tokens[at] = tokens[at]._replace(kind=TokenKind.UNCERTAIN, values=())

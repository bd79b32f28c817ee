"""What a rate is told of: the figure or the pair before it, or in the bracket after it."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from wardstats.prose import units
from wardstats.prose.changes_told import is_change
from wardstats.prose.lexicon import COMPOUNDS, PEOPLE, phrases, words
from wardstats.prose.token_kinds import RATES, TokenKind
from wardstats.prose.told import Tail, Told, told

if TYPE_CHECKING:
    from wardstats.prose.page import Mention, Page, Pair

_FURTHEST = 60
_FIGURES_BACK = 12
_FEW_WORDS = 7
_NOUN_WORDS = 2
# What may stand between the last comma and the words that lead to a rate.
_LINKS = words("và với đã ước kết quả cũng thì tức qua đó nay hiện đạt chiếm bằng tỷ tỉ lệ là")
_LOCATES = words("thuộc ở tại của trên trong")
# "Đạt 99,2% đúng hạn" is of what was in time, not of what was dealt with.
_NAMES_OF_RATES = phrases("đúng hạn|trước hạn|trước và|đúng và|khá giỏi|số phiếu|hài lòng")
_RANKED = words("xếp hạng thứ đứng")
_RANK_BACK = 3
_FRACTION_BELOW = 10
_FEW_PLACES = 60
_ROUNDS = phrases("khoản|đợt|cuộc|buổi|hội nghị|lượt|kỳ")
_PLACES = phrases(
    "thôn|xóm|bản|ấp|làng|buôn|khu|khu phố|khối|tổ|tổ dân|xã|phường|chi bộ|chi hội|trường|"
    "đơn vị|cơ quan|chỉ tiêu|tiêu chí|nhiệm vụ"
)


def subject(page: Page, percent: Mention, how: Told) -> tuple[Mention, bool] | None:
    """Find the figure that a rate is told of: the nearest before, unless a new clause began.

    Say, too, whether the rate follows it directly. The size of a change that is told beside
    it is none: "320 người, tăng 45 người, đạt 80%".
    """
    opens = not how.start or page.sentences[how.start - 1] != percent.sentence
    depth = page.depths[how.start] - (page.word(how.start) == "(")
    start = how.start
    for figure in page.before(start):
        if figure.sentence < percent.sentence - opens or start - figure.at > _FURTHEST:
            return None
        if figure.depth > depth or _is_location(page, figure, percent):
            continue
        if is_change(page, figure) and _is_of_one_before(page, figure):
            continue
        if figure.kind in RATES:
            return None
        reached = _reaches(page, figure, start)
        return None if reached is None else (figure, reached)
    return None


def _is_of_one_before(page: Page, change: Mention) -> bool:
    before = next(iter(page.before(change.at)), None)
    return (
        before is not None
        and before.sentence == change.sentence
        and units.alike(before.unit, change.unit)
    )


def _is_location(page: Page, figure: Mention, percent: Mention) -> bool:
    """Say whether a figure only tells where: "135/135 thủ tục thuộc 35 lĩnh vực đạt 100%"."""
    if page.word(figure.at - 1) not in _LOCATES or figure.key in page.wholes:
        return False
    before = next(iter(page.before(figure.at)), None)
    return (
        before is not None
        and before.sentence == percent.sentence
        and before.kind not in RATES
        and bool(figure.unit)
        and not units.may_be_alike(before.unit, figure.unit)
    )


def _reaches(page: Page, figure: Mention, start: int) -> bool | None:
    """Say whether the lead of a rate follows a figure directly; None if another clause began."""
    words = page.words(figure.at + 1, start)
    tokens = page.tokens[figure.at + 1 : start]
    if ":" in words or any(token.kind is TokenKind.UNCERTAIN for token in tokens):
        return None
    breaks = [at for at, word in enumerate(words) if word in {",", ";"}]
    if not breaks:
        return "và" not in words
    clause = words[breaks[-1] + 1 :]
    if all(word in _LINKS for word in clause):
        return ";" not in words
    return None if ";" in words else _carries_on(page, clause, start)


def _carries_on(page: Page, clause: list[str], start: int) -> bool | None:
    """Judge a last clause that holds more than the words that lead to a rate.

    Before a bracket, a word or two end the name of what is counted: "có phí, lệ phí (đạt 90%)".
    """
    if page.word(start) == "(":
        return len(clause) <= _NOUN_WORDS
    named = "lệ" in clause[1:3] and len(clause) <= _FEW_WORDS
    return False if named else None


def pair_before(page: Page, percent: Mention, how: Told) -> Pair | None:
    """Give the pair a rate is told of, "X/Y …, đạt Z%"; not `sure` if it may be of another."""
    found = subject(page, percent, how)
    if found is None:
        return None
    figure, direct = found
    pair = page.wholes.get(figure.key)
    if pair is None:
        pair = page.parts.get(figure.key)
        if pair is None or pair.whole.depth <= figure.depth:
            return None
    named = how.named and (page.word(how.start) != "đạt" or _names_another(page, percent, pair))
    other = named or _is_loose(page, pair, how) or _shares_lead(page, percent)
    sure = direct and not other
    return pair if sure else pair._replace(sure=False)


def _names_another(page: Page, percent: Mention, pair: Pair) -> bool:
    """Say whether other things are named before a rate: "đạt tỷ lệ cử tri tham dự 88,4%"."""
    words = page.words(max(percent.at - _FEW_WORDS, 0), percent.at)
    named = words[words.index("lệ") + 1 :]
    counted = {*pairwise(named), *((word,) for word in named)} & (COMPOUNDS | PEOPLE | {("hộ",)})
    unit = pair.whole.unit or pair.part.unit
    return bool(counted) and not any(units.may_be_alike(each, unit) for each in counted)


def _is_loose(page: Page, pair: Pair, how: Told) -> bool:
    """Say whether the rate behind a fraction may be of something else.

    Of money, after so many rounds or items ("3/5 khoản thu vượt, đạt 62,3% dự toán"), or after
    hamlets where it is of a plan; after a rank; after a fraction in words ("2/3 số hộ").
    """
    if _RANKED & set(page.words(max(pair.part.at - _RANK_BACK, 0), pair.part.at)):
        return True
    if page.word(pair.whole.at + 1) == "số" and pair.whole.value < _FRACTION_BELOW:
        return True
    unit = pair.whole.unit or pair.part.unit
    few = pair.whole.value <= _FEW_PLACES
    return few and (unit in _ROUNDS or (how.tail is Tail.PLAN and unit in _PLACES))


def may_be_else(page: Page, percent: Mention, how: Told) -> bool:
    """Say whether a rate may be of a plan, or of the year before, that stands elsewhere."""
    if how.named or how.tail is Tail.PLAN or _shares_lead(page, percent):
        return True
    if tuple(page.words(percent.at + 1, percent.at + 3)) in _NAMES_OF_RATES:
        return True
    lead = page.words(how.start, percent.at)
    if "chiếm" in lead:
        return False
    if "bằng" in lead:
        return True
    before = (each for each in islice(page.before(percent.at), _FIGURES_BACK) if each.kind in RATES)
    return any(
        told(page, each).tail is Tail.PLAN
        for each in before
        if each.sentence >= percent.sentence - 1
    )


def _shares_lead(page: Page, percent: Mention) -> bool:
    """Say whether two rates are told of two things at once: "tương ứng bằng 94,2% và 101%"."""
    return page.word(percent.at + 1) == "và" and "%" in page.word(percent.at + 2)


def in_bracket_after(page: Page, percent: Mention) -> Mention | None:
    """Give the first figure of a bracket that follows a rate, or of "với …" after a comma."""
    for ahead in range(percent.at + 1, percent.at + 9):
        token = page.tokens[ahead] if ahead < len(page.tokens) else None
        if token is None:
            return None
        with_them = token.word == "với" and page.word(ahead - 1) != "so"
        if token.word == "(" or with_them or (token.word, page.word(ahead + 1)) == (",", "với"):
            return _first_in(page, ahead, percent)
        if token.kind is not TokenKind.WORD:
            return None
    return None


def _first_in(page: Page, opening: int, percent: Mention) -> Mention | None:
    figure = next(iter(page.after(opening)), None)
    if figure is None or figure.sentence != percent.sentence or figure.at - opening > _FEW_WORDS:
        return None
    if figure.kind in RATES or figure.is_bounded:
        return None
    between = page.words(opening + 1, figure.at)
    return None if {",", ";", ")", "tăng", "giảm", "+", "-"} & set(between) else figure

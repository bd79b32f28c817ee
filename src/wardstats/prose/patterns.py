"""Wordings, as data: each with a name, a sentence it accepts and one it refuses.

A pattern is asked at every figure of its kinds, or at every word it names; the first that reads a
claim there has it. A wording of your own is one more pattern: `PATTERNS + (mine,)`.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from wardstats.prose import breakdowns, growths, plans, rates, targets
from wardstats.prose.claims import Claim
from wardstats.prose.page import Mention, Page
from wardstats.prose.token_kinds import TokenKind

_PERCENT = frozenset({TokenKind.PERCENT})

Read = Callable[[Page, Mention], Claim | None]
ReadAt = Callable[[Page, int], list[Claim]]


@frozen
class Pattern:
    """A wording: where it is looked for, and how it is read."""

    name: str
    accepts: str
    refuses: str
    read: Read | None = None
    kinds: frozenset[TokenKind] = _PERCENT
    read_at: ReadAt | None = None
    words: frozenset[str] = field(default=frozenset(), converter=frozenset)


PATTERNS: tuple[Pattern, ...] = (
    Pattern("fraction-then-rate", "Có 313/320 hộ tham dự, đạt 97,81%.", "Có 5/5 khu phố; đạt 97,81%.", rates.of_pair),
    Pattern("rate-then-fraction", "", "", rates.pair_after),
    Pattern("plan-after", "", "", plans.plan_after),
    Pattern("excess", "", "", plans.excess),
    Pattern("growth-after-change", "", "", growths.after_change),
    Pattern("growth-before-change", "", "", growths.before_change),
    Pattern("cut", "", "", plans.cut),
    Pattern("points", "", "", growths.points, kinds=frozenset({TokenKind.PERCENT,TokenKind.POINTS})),
    Pattern("whole-after", "", "", rates.whole_after),
    Pattern("part-in-whole", "", "", rates.of_whole),
    Pattern("rate-then-part", "", "", rates.part_after),
    Pattern("rate-then-figures", "", "", rates.rate_then_figures),
    Pattern("of-total-told", "", "", rates.of_total_told),
    Pattern("trong-do", "", "", read_at=breakdowns.after_marker, words={"đó"}),
    Pattern("gom", "", "", read_at=breakdowns.after_comprising, words={"gồm"}),
    Pattern("bracket", "", "", read_at=breakdowns.in_bracket, words={"("}),
    Pattern("colon", "", "", read_at=breakdowns.after_colon, words={":"}),
    Pattern("unbound", "", "", rates.unbound_rate),
)

TARGETS = (targets.listed_target, targets.target_then_word, targets.plan_then_word)


def read_page(page, patterns=PATTERNS):
    out=[]
    byword={}
    for p in patterns:
        for w in p.words: byword.setdefault(w,[]).append(p)
    sums=set()
    for at, token in enumerate(page.tokens):
        m = page.at(at)
        if m is not None:
            for p in patterns:
                if p.read and token.kind in p.kinds:
                    c = p.read(page, m)
                    if c is not None:
                        out.append(c); break
            for t in TARGETS:
                c = t(page, m)
                if c is not None: out.append(c); break
        for p in byword.get(token.word, ()):
            cs = p.read_at(page, at)
            cs = [c for c in cs if (c.stated.key, tuple(i.key for i in c.inputs)) not in sums]
            if cs:
                sums.update((c.stated.key, tuple(i.key for i in c.inputs)) for c in cs)
                out += cs
    return out

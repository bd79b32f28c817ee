"""Fuzz the proofreader: any text is accepted, and every digit belongs to one token.

    python tools/fuzz_prose.py MINUTES [SEED]

Texts are put together from pieces of reports and from hostile ones, and broken. It stops at the
first text that breaks a promise, prints it shortened as far as it still breaks it, and exits 1.
"""

from __future__ import annotations

import random
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator

from wardstats.prose import proofread, tokenize

LINES = """\
Tổng số hồ sơ tiếp nhận: |1.806 hồ sơ|, trong đó |trong số đó |gồm: |bao gồm |đạt tỷ lệ |chiếm
95,83%|100%|0%|‰|99.446%|%|tăng |giảm |vượt |45 con|(+4,3%)|(-0,6 %)| so với cùng kỳ|kế hoạch
1.471/1.535 |01/|/| trên | trong tổng số |gần |hơn |khoảng |từ 10 ngày xuống còn 05 ngày
ngày 29/11/2024|số 688/KH-UBND|06-NQ/TU|Điều 14|khu phố 2|thứ 5|con thứ 3/71 |KP2,3,5|m2|H5N1
4 tỷ 420 triệu đồng|435,75 tỷ đồng|0 hồ sơ|0/0 |00|007|1.2.3.4|1,806|2 886,6|1. 357 tỷ|27, 4%
19-21%|2021 - 2025|, |; |: |. |.|(|)|[1]|*|_|#|-|–|+|=|“|”|…|đạt chỉ tiêu|không đạt chỉ tiêu
(chỉ tiêu dưới 15%)|1,4 điểm phần trăm|15 điểm|&nbsp;|&oacute;|&#50;|&#999999;|<p>|</strong>|<|>
&|²|٣|５|İ|ß|9999999999999999999999|hộ|người|ha|tấn| và |riêng |còn lại |bằng |tương đương |tỷ
nghìn |triệu |chục |A|ă|"""
PIECES = [piece for line in LINES.splitlines() for piece in line.split("|")]
PIECES += ["\n", "\n\n", "\n\n5\n\n\n", "\r\n", "\r", "\t", "\xa0", "\u200b", "\u0301"]
PIECES += ["\x00", "\ud800"]
MOST_PIECES = 120
ONE_IN_FIVE = 0.2


def texts(chance: random.Random) -> Iterator[str]:
    """Make up texts without end."""
    while True:
        text = "".join(chance.choices(PIECES, k=chance.randint(1, MOST_PIECES)))
        if chance.random() < ONE_IN_FIVE:
            text = unicodedata.normalize("NFD", text)
        if chance.random() < ONE_IN_FIVE:
            piece = chance.choice(PIECES)
            text += piece * chance.randint(1, 200)
        yield text


def broken_promise(text: str) -> str | None:
    """Say what proofreading a text breaks, if anything."""
    try:
        return _broken(text)
    except Exception as error:  # noqa: BLE001 - any exception breaks the promise
        return f"{type(error).__name__}: {error}"


def _broken(text: str) -> str | None:
    covered = [0] * len(text)
    for token in tokenize(text):
        for at in range(token.start, token.end):
            covered[at] += 1
    if any(times > 1 for times in covered):
        return "two tokens overlap"
    if any(letter.isdigit() and not covered[at] for at, letter in enumerate(text)):
        return "a digit belongs to no token"
    proof = proofread(text)
    for record in proof.records():
        if not 0 <= record["start"] < record["end"] <= len(text):
            return f"a claim lies outside the text: {record}"
    for finding in proof.findings:
        if not 0 <= finding.start <= finding.end <= len(text):
            return f"a finding lies outside the text: {finding}"
    str(proof)
    proof._repr_html_()
    return None


def shortened(text: str, breaks: Callable[[str], object]) -> str:
    """Cut a text down as far as it still breaks."""
    size = len(text) // 2
    while size:
        start = 0
        while start < len(text):
            shorter = text[:start] + text[start + size :]
            if breaks(shorter):
                text = shorter
            else:
                start += size
        size //= 2
    return text


def main() -> int:
    """Fuzz for so many minutes."""
    minutes, *seed = sys.argv[1:] or ["1"]
    chance = random.Random(*seed)  # noqa: S311 - not for secrets
    end = time.monotonic() + 60 * float(minutes)
    for count, text in enumerate(texts(chance)):
        promise = broken_promise(text)
        if promise is not None:
            print(promise, repr(shortened(text, broken_promise)), sep="\n")
            return 1
        if time.monotonic() > end:
            print(f"{count + 1:,} texts broke no promise")
            return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())

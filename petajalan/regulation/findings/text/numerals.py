"""Small numbers written in Indonesian words, as regulations print them beside digits: "5 (lima)"."""

from __future__ import annotations

import re

_ONES = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_WORDS = {
    **{word: value for value, word in enumerate(_ONES, start=1)},
    "sepuluh": 10,
    "sebelas": 11,
    **{f"{word} belas": value + 10 for value, word in enumerate(_ONES[1:], start=2)},
    **{f"{word} puluh": value * 10 for value, word in enumerate(_ONES[1:], start=2)},
    **{
        f"{ten} puluh {one}": tens * 10 + ones
        for tens, ten in enumerate(_ONES[1:], start=2)
        for ones, one in enumerate(_ONES, start=1)
    },
    "seratus": 100,
}
# Longest first, so that "dua belas" is not read as "dua".
WORDS = "|".join(word.replace(" ", r"\s+") for word in sorted(_WORDS, key=len, reverse=True))


def value(words: str) -> int | None:
    """1 to 99 or 100; `None` for words that are no such number."""
    return _WORDS.get(re.sub(r"\s+", " ", words.strip().casefold()))

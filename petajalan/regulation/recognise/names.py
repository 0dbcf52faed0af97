"""Comparing printed names: what differs only in case, punctuation or white space is the same name."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

CLOSE = 0.88  # two long names at least this similar are one name with a slip of the pen
CLEAR = 0.04  # by how much the closest must beat the second closest
_SIGNS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower-case words and numbers with single spaces between them: "A/ B (C)" and "a / b (c)" are equal."""
    return _SIGNS.sub(" ", unicodedata.normalize("NFKC", text).replace("&", " dan ").casefold()).strip()


def fold(text: str) -> str:
    """The text with its white space folded, as names are kept."""
    return " ".join(text.split())


def slug(text: str) -> str:
    """An identifier from printed words: "Kesiapan Daerah (1-5)" is `kesiapan_daerah`."""
    return plain(_BRACKETS.sub(" ", text)).replace(" ", "_")


def similarity(one: str, other: str) -> float:
    """0 to 1. Names that differ in a number ("Tahap 1", "Tahap 2") are never similar."""
    one, other = plain(one), plain(other)
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    near = CLOSE - CLEAR
    return matcher.ratio() if matcher.real_quick_ratio() >= near and matcher.quick_ratio() >= near else 0.0

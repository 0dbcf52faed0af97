"""What becomes of a hyphen at the end of a line: part of the word, or put there by the typesetter.

"masing-" / "masing" and "2023-" / "2024" keep theirs; "pemerin-" / "tahan" loses it where the document prints
"pemerintahan" elsewhere, or where it plainly breaks words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from petajalan.regulation.reading.pdf_page import Word

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST, FIRST = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
BREAKS_WORDS = 3  # so many words that are known whole, broken at a line end, show that the document hyphenates


class Hyphens:
    """The words of a document, and whether it breaks words at line ends."""

    def __init__(self, lines: Iterable[Sequence[Word]]) -> None:
        self._words: set[str] = set()
        ends: list[str] = []
        before: Word | None = None  # the last word of the line before, where it ends with a hyphen
        for line in lines:
            if before is not None and line:
                ends.append(_across(before.text[:-1], line[0].text))
            hyphenated = bool(line) and line[-1].text.endswith("-")
            for word in line[before is not None : len(line) - hyphenated]:
                self._words.update(_parts(word.text))
            before = line[-1] if hyphenated else None
        self._broken = sum(end in self._words for end in ends)

    def joined(self, text: str, last: Word, following: Word) -> tuple[str, bool]:
        """The text of a line that ends with `last`, its hyphen dropped if need be, and whether the text that
        follows joins it without a space."""
        if last.spaced or len(last.text) < 2 or not last.text.endswith(("-", "/", "–")):
            return text, False
        if last.text.endswith("-") and self._drops(last.text[:-1], following.text):
            return text[:-1], True
        return text, True

    def _drops(self, first: str, second: str) -> bool:
        half, rest = LAST.search(first), FIRST.match(second)
        if half is None or rest is None or rest.group()[0].isupper() != half.group()[-1].isupper():
            return False
        left, right = half.group().casefold(), rest.group().casefold()
        if left == right or f"{left}-{right}" in self._words:
            return False
        if left + right in self._words:
            return True
        return self._broken >= BREAKS_WORDS and not (left in self._words and right in self._words)


def _parts(text: str) -> set[str]:
    """The words in what stands between two spaces: "kementerian/lembaga-lembaga" holds three."""
    whole = {found.casefold() for found in WORD.findall(text)}
    return whole | {part for found in whole for part in found.split("-")}


def _across(first: str, second: str) -> str:
    half, rest = LAST.search(first), FIRST.match(second)
    return (half.group() + rest.group()).casefold() if half and rest else ""

"""Lines of print from words, and what their shape tells: which line runs on into the next, where white space stands.

A line runs on when the next word had no room left on it; so a wrapped paragraph is told from lines that were broken
on purpose, which is what makes a PDF give the same paragraphs as the manuscript it was printed from.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from petajalan.regulation.document import BlockKind
from petajalan.regulation.reading.patterns import heading_level, shapes
from petajalan.regulation.reading.pdf_page import Word

SPACE = 0.25  # of the type size: the width of a space
INDENT = 8.0  # points: smaller steps of the left edge are no indent
USUAL_PITCH, TIGHTEST, LOOSEST = 1.2, 0.8, 2.5  # distances of baselines over type size
BROKEN = re.compile(r"[^\W\d_]-$")  # a line that ends inside a word
SLACK = 2.5  # points: punctuation may hang over the edge so far


@dataclass(slots=True)
class TextLine:
    """Words on one baseline."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        return max(1.0, *(word.height for word in self.words))  # broken files set type of no size

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Words gathered to lines from top to bottom, each from left to right."""
    lines: list[TextLine] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        last = lines[-1] if lines else None
        if last is not None and abs(word.middle - last.words[0].middle) < 0.5 * min(word.height, last.size):
            last.words.append(word)
        else:
            lines.append(TextLine([word]))
    for line in lines:
        line.words.sort(key=lambda word: word.x0)
        line.words = _joined(line.words)
    return lines


def _joined(words: Sequence[Word]) -> list[Word]:
    """Words whose letters the file sets one by one, without a space between them, put together."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and not last.spaced and word.x0 - last.x1 < 0.1 * word.height:
            joined[-1] = Word(
                last.text + word.text,
                last.x0,
                max(last.x1, word.x1),
                min(last.top, word.top),
                max(last.bottom, word.bottom),
                word.spaced,
            )
        else:
            joined.append(word)
    return joined


@dataclass(frozen=True, slots=True)
class Column:
    """The area that a text fills: the page's type area, or a cell.

    justified  most full lines end at the right edge exactly
    pitch      usual distance of baselines over type size
    doubt      points by which the right edge may be misjudged; a near miss counts as no room
    """

    left: float
    right: float
    justified: bool
    pitch: float
    doubt: float = 0.3

    def runs_on(self, line: TextLine, following: TextLine) -> bool:
        """Whether the first word of the following line had no room on this one, or is the rest of a broken word."""
        if BROKEN.search(line.words[-1].text) and following.words[0].text[0].islower():
            return True
        centred = self._centred(line, following)
        if self.justified and not centred and not heading_level(line.text):  # headings are ragged in justified text
            return line.x1 >= self.right - SLACK
        word = following.words[0]
        needed = SPACE * line.size + word.x1 - word.x0
        used = line.x1 - line.x0 if centred else line.x1 - self.left
        return used + needed > self.right - self.left - self.doubt

    def apart(self, line: TextLine, following: TextLine) -> bool:
        """Whether more than the usual space stands between two lines."""
        return following.middle - line.middle > 1.25 * self.pitch * max(line.size, following.size)

    def begins_anew(self, line: TextLine, following: TextLine, first: bool) -> bool:
        """Whether the left edge of the following line says that a paragraph begins there.

        first  the line is the first of its paragraph: then the next may stand further left (first-line indent), or
               further right (hanging indent under a marker).
        """
        step = following.x0 - line.x0
        if abs(step) < INDENT or self._centred(line, following):
            return False
        hangs = step > 0 and marked(line.text)
        return not hangs and (step > 0 or not first)

    def _centred(self, line: TextLine, following: TextLine) -> bool:
        """Whether the two lines are set about the middle, and not by chance of their length."""
        return (
            following.x0 - self.left > INDENT
            and abs(line.x0 - following.x0) > 2
            and all(
                abs(one.x0 - self.left - self.right + one.x1) < max(3.0, 0.1 * (one.x0 - self.left))
                for one in (line, following)
            )
        )


def type_area(pages: Sequence[Sequence[TextLine]], width: float) -> Column:
    """The column of the running text of these pages, which are `width` points wide."""
    lines = [line for page in pages for line in page]
    if not lines:
        return Column(0, width, False, USUAL_PITCH)
    lefts = Counter(round(line.x0) for line in lines)
    often = [x for x, count in lefts.items() if count >= max(3, len(lines) // 50)]
    left = float(min(often)) if often else min(line.x0 for line in lines)
    right = _right_edge([line.x1 for line in lines], width - left)
    full = [line.x1 for line in lines if line.x1 >= right - 0.1 * (right - left)]
    exact = sum(abs(x - right) <= SLACK for x in full)
    return Column(left, right, len(full) > 4 and exact > 0.7 * len(full), _usual_pitch(pages), doubt=3.0)


def _right_edge(ends: Sequence[float], mirrored: float) -> float:
    """Where lines end. Where few lines come near the edge, the right margin is taken to be no wider than the left."""
    ends = sorted(ends, reverse=True)
    for end in ends[: len(ends) // 20 + 1]:
        near = sum(end - 8 <= other <= end for other in ends)
        if near >= 3:
            return end if near >= max(10, len(ends) // 10) else max(end, mirrored)
    return max(ends[0], mirrored)


def _usual_pitch(pages: Sequence[Sequence[TextLine]]) -> float:
    """Distance of baselines inside paragraphs, over type size: the smallest that occurs more than by chance."""
    pitches = Counter(
        round((second.middle - first.middle) / max(first.size, second.size), 1)
        for page in pages
        for first, second in itertools.pairwise(page)
    )
    tight = {pitch: count for pitch, count in pitches.items() if pitch >= TIGHTEST}
    if not tight:
        return USUAL_PITCH
    often = [pitch for pitch, count in tight.items() if count >= max(3, pitches.total() // 25)]
    return min(min(often, default=min(tight)), LOOSEST)


def marked(text: str) -> bool:
    return shapes(text)[-1].kind == BlockKind.ITEM

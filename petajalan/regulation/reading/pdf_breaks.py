"""Words that a narrow cell cuts in two without a hyphen ("Indikato" over "r Kinerja"), as office programs do.

Such a cut leaves a line that holds one piece only and has no room for the next letter. A whole word looks the same
where a column is as wide as its longest word, so the words known from elsewhere in the file decide.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from petajalan.regulation.reading.pdf_lines import TextLine

DOUBT = 1.5  # points by which the right edge of a cell may be misjudged
LONGEST = 24  # letters: no word has more
CUTS_WORDS = 3  # so many known words that are cut show that the cells of a file cut words
KNOWN = 0.1  # how strange a known word is that must be put together
Cell = tuple[Sequence[TextLine], float]  # its lines, and where they must end
ENDING, LONG_ENDING = 3, 6  # letters that the end of an unknown word has at most: after a word, and after no word
NO_ONSET = re.compile(r"(?!(?:[bdfgkpt][lr]|s[klmnptrw]|str|n[gy]|kh|sy|kw|ps)[aeiou])[^\Waeiou\d_]{2}", re.IGNORECASE)
PREFIXES = "ber|di|ke|per|se|ter|[mp]e(?:(?=[lmnrwy])|m(?=[bfp])|n(?=[cdjtz])|ng(?=[aeioughk]))"
SUFFIXES = "an|kan|i|nya"
NARROW, WIDE = "fijlrt'()[].,;:", "mwMW@%"  # letters of about 0.6 and 1.6 times the usual width
LETTERS_LAST, LETTERS_FIRST = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
CLOSING = re.compile(r"[,.;:)\]%?!*]")  # no line begins with these unless a word was cut before them
DECIMALS, LAST_DIGITS, YEAR = re.compile(r"^\d+,\d+$|\d,$"), re.compile(r"\d{1,2}%?$"), re.compile(r"(?:19|20)\d\d$")
THOUSANDS, COMPLETE = re.compile(r"\d{1,3}(?:\.\d{3})+$"), re.compile(r"\d{4}$|\d{1,3}(?:\.\d{3})+$")


def words_in(lines: Iterable[TextLine]) -> set[str]:
    """The words of lines that cut none: what is known about the file's words. Single letters number lists."""
    found = (LETTERS_FIRST.findall(word.text) for line in lines for word in line.words)
    return {letters.casefold() for runs in found for letters in runs if len(letters) > 1}


class Cuts:
    """The words that are known in a file, and whether its cells cut words: only then are words joined that are not."""

    def __init__(self, known: AbstractSet[str], cells: Iterable[Cell] = ()) -> None:
        self._known = known
        sure = itertools.islice((cut for cell in cells for cut in _cut_lines(*cell, known, sure=True)), CUTS_WORDS)
        self._guesses = sum(1 for _ in sure) == CUTS_WORDS

    def within(self, lines: Sequence[TextLine], right: float) -> set[int]:
        """Indexes of the lines whose last word goes on in the line below; `right` is where the cell's text must end."""
        return _cut_lines(lines, right, self._known, sure=not self._guesses)


def _cut_lines(lines: Sequence[TextLine], right: float, known: AbstractSet[str], *, sure: bool) -> set[int]:
    cuts: set[int] = set()
    start = 0
    while start < len(lines) - 1:
        end = start
        while end < len(lines) - 1 and _may_be_cut(lines[end], lines[end + 1], right):
            end += 1
        if end > start:
            pieces = tuple(line.words[0].text for line in lines[start : end + 1])
            cuts.update(start + index for index, is_cut in enumerate(_joined(pieces, known, sure)) if is_cut)
        elif _is_cut_at_a_mark(lines[start], lines[start + 1], right):
            cuts.add(start)
        start = max(end, start + 1)
    return cuts


def _may_be_cut(line: TextLine, following: TextLine, right: float) -> bool:
    """Whether the line holds one piece that ends in a letter, and the next letter had no room."""
    return (
        _fills(line, following, right)
        and bool(LETTERS_LAST.search(line.words[0].text))
        and bool(LETTERS_FIRST.match(following.words[0].text))
    )


def _is_cut_at_a_mark(line: TextLine, following: TextLine, right: float) -> bool:
    """Whether punctuation, or the last digits of a number, had no room behind their word or number."""
    word, below = line.words[0].text, following.words[0].text
    return _fills(line, following, right) and (bool(CLOSING.match(below)) or _is_number_cut(word, below))


def _is_number_cut(word: str, below: str) -> bool:
    """ "62,4" over "0", "202" over "5": not "82,10" over "3,60", which are two numbers, nor "70" over "75"."""
    if DECIMALS.search(word):
        return bool(LAST_DIGITS.match(below))
    return bool(YEAR.match(word + below) or THOUSANDS.match(word + below)) and not COMPLETE.match(word)


def _fills(line: TextLine, following: TextLine, right: float) -> bool:
    """Whether the line holds one piece, and the character that comes next had no room behind it."""
    word, below = line.words[0], following.words[0]
    unit = (below.x1 - below.x0) / sum(map(_width, below.text))
    return len(line.words) == 1 and word.x1 + unit * _width(below.text[0]) > right - DOUBT


def _width(character: str) -> float:
    if character in NARROW or character in WIDE:
        return 0.6 if character in NARROW else 1.6
    return 1.2 if character.isupper() else 1.0


def _joined(pieces: Sequence[str], known: AbstractSet[str], sure: bool) -> tuple[bool, ...]:
    """For each piece but the last, whether it goes on in the next: the reading with the fewest unknown words.

    sure  no word is made that is not known
    """

    @functools.cache
    def best(start: int) -> tuple[float, tuple[bool, ...]]:
        if start == len(pieces):
            return 0.0, ()
        readings = []
        for end in range(start + 1, len(pieces) + 1):
            cost = _strangeness(pieces[start:end], known)
            if cost is None or (sure and cost > KNOWN and end > start + 1):
                continue
            rest, joined = best(end)
            inside = (True,) * (end - start - 1)
            readings.append((cost + rest, (*inside, *([False] if end < len(pieces) else []), *joined)))
        return min(readings)

    return best(0)[1]


def _strangeness(pieces: Sequence[str], known: AbstractSet[str]) -> float | None:
    """How unlikely it is that these pieces belong together without a space; `None` when they cannot."""
    if len(pieces) == 1:
        return 0.0 if all(run.casefold() in known for run in LETTERS_FIRST.findall(pieces[0])) else 2.0
    if all(word.casefold() in known for word in _cut(pieces)):
        return KNOWN
    left, right = LETTERS_LAST.search(pieces[0]), LETTERS_FIRST.match(pieces[-1])
    first, last = (match.group() if match else "" for match in (left, right))
    if len(pieces) == 2 and len(last) == 1 and last.islower() and first.casefold() not in known:
        return KNOWN  # no letter is a word
    new_word = any(
        piece[0].isupper() and not (before[-1].isupper() and (not before.isupper() or piece.isupper()))
        for before, piece in itertools.pairwise(pieces)
    )
    longest = ENDING if first.casefold() in known else LONG_ENDING
    own_word = _is_root(last.casefold(), known) or (len(last) > longest and not NO_ONSET.match(last))
    if new_word or own_word or sum(map(len, pieces)) > LONGEST:
        return None
    return 2.0 * (len(pieces) - 1) - 0.1


def _is_root(letters: str, known: AbstractSet[str]) -> bool:
    """Whether the letters are a known word, or the root of one ("lanjut" of "selanjutnya")."""
    affixed = re.compile(rf"(?:{PREFIXES})?{letters}(?:{SUFFIXES})?")
    return letters in known or (len(letters) > ENDING and any(affixed.fullmatch(word) for word in known))


def _cut(pieces: Sequence[str]) -> list[str]:
    """The words that run over the ends of the pieces: "lembaga" and "pemerintah" in "rian/lem|baga/pe|merintah"."""
    ends = set(itertools.accumulate(len(piece) for piece in pieces[:-1]))
    runs = LETTERS_FIRST.finditer("".join(pieces))
    return [run.group() for run in runs if any(run.start() < end < run.end() for end in ends)]

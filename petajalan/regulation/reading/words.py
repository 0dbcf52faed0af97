"""Folding of printed text: white space, lists run together in one cell, sentences that are still open."""

from __future__ import annotations

import re
from collections.abc import Iterable

SPACE = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
WORD = re.compile(r"[^\W\d_]+")
CLOSED = re.compile(r"[.;:!?][\"'”’)\]]*$")
CELL_ITEM = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.)]\s+(?=[A-Za-z])")
CONNECTIVES = re.compile(
    r"(?:^|\s)(?:dan|atau|serta|dengan|pada|yang|untuk|dari|di|ke|tentang|oleh|dalam|sebagai|terhadap|bagi|maupun|antara"
    r"|atas|secara|adalah|yaitu|para|sesuai|melalui|berdasarkan|terkait)$|,$",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """White space folded to single spaces."""
    return SPACE.sub(" ", text).strip()


def cell_text(paragraphs: Iterable[str]) -> str:
    """The text of a cell: its paragraphs on lines of their own, and so are the items of a list run together."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines.extend(_items(fold(paragraph)))
    return "\n".join(line for line in lines if line)


def _items(text: str) -> list[str]:
    """ "TIM 1. Ketua 2. Anggota" as three lines: converters and narrow columns lose the breaks of such lists."""
    starts: list[int] = []
    last = 0
    for found in CELL_ITEM.finditer(text):
        number = int(found.group(1))
        if number > last and (starts or number == 1 or found.start() == 0):
            starts.append(found.start())
            last = number
    if len(starts) < 2:
        return [text]
    cuts = sorted({0, *starts})
    return [text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def closed(text: str) -> bool:
    """Whether a sentence ends here."""
    return bool(CLOSED.search(text))


def item_over(text: str) -> bool:
    """Whether a list item ends here: at the end of a sentence, or at "; dan"."""
    for word in (" dan/atau", " dan", " atau"):
        text = text.removesuffix(word)
    return closed(text) or text.endswith(",")


def capitals(text: str) -> bool:
    """Whether the words are printed in capitals throughout ("TAHUN 2023-2024")."""
    return text.isupper()


def like_a_title(text: str) -> bool:
    """Whether most words of some length begin with a capital letter."""
    long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def expects_more(text: str) -> bool:
    """Whether the text breaks off at a word, or a comma, that never ends a sentence."""
    return bool(CONNECTIVES.search(text))


def key(text: str) -> str:
    """For comparing headers and catchwords: letters and digits only, case folded."""
    return re.sub(r"[\W_]+", "", text.casefold())


def words_of(text: str) -> list[str]:
    """The words of a text, case folded, in printed order."""
    return [word.casefold() for word in WORD.findall(text)]

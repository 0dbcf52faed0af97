"""A number of things that is announced and not met, and a number whose digits and words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import BlockKind, Document, Place, Table
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import split
from petajalan.regulation.findings.text.enumerations import Announcement, announcements, as_phrase, counted
from petajalan.regulation.findings.text.lists import item_lists
from petajalan.regulation.findings.text.numerals import WORDS, value
from petajalan.regulation.findings.text.passages import Passage, passages
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

COUNT_MISMATCH = Code(
    "count_mismatch",
    Severity.ERROR,
    Words(
        "Jumlah yang disebutkan tidak sama dengan banyaknya hal yang kemudian disebut satu per satu.",
        "A number of things is announced, and another number of them is then named.",
    ),
    Words("“tiga indeks (SPBE, SAKIP)” hanya menyebut dua.", "“three indices (SPBE, SAKIP)” names only two."),
)
NUMBER_WORDS_MISMATCH = Code(
    "number_words_mismatch",
    Severity.ERROR,
    Words(
        "Bilangan dalam angka berbeda dengan bilangan dalam huruf di belakangnya.",
        "A number in digits differs from the same number in words behind it.",
    ),
    Words("“4 (lima) tema”.", "“4 (five) themes”, printed as “4 (lima) tema”."),
)
_DIGITS_AND_WORDS = re.compile(rf"(?<![\w.,/-])(?P<digits>\d{{1,3}})\s*\(\s*(?P<words>{WORDS})\s*\)", re.IGNORECASE)
_TABLE_NAMED = re.compile(r"\btabel\s+(?P<number>(?:\d+|[IVX]+)(?:\s*[.-]\s*\d+)*)", re.IGNORECASE)


@dataclass(slots=True)
class Miss:
    announced: Announcement
    found: int
    places: list[Place]


def count_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    misses: dict[tuple[int, str, int], Miss] = {}
    for passage, announced in _announced(data.document):
        place = passage.at(announced.words)
        if announced.follows:
            found, places = _following(data.document, passage, announced)
        else:
            found, places = len(announced.named), []
        if found is None or announced.count == found or announced.fewest <= announced.count <= announced.most:
            continue
        key = (announced.count, plain(announced.noun), found)
        misses.setdefault(key, Miss(announced, found, [])).places.extend([place, *places])
    for passage, announced, table in _of_named_tables(data.document):
        groups = _groups(table)
        if groups and announced.count not in (sum(groups), *groups):
            places = [passage.at(announced.words), *([table.caption_place] if table.caption_place else [])]
            key = (announced.count, plain(announced.noun), sum(groups))
            misses.setdefault(key, Miss(announced, sum(groups), [])).places.extend(places)
    for miss in misses.values():
        yield _missed(miss)


def _missed(miss: Miss) -> Finding:
    words, count, found = quoted(miss.announced.words), miss.announced.count, miss.found
    names = listed(quoted(name) for name in miss.announced.named[:8])
    shown = Words(f": {names.id}", f": {names.en}") if miss.announced.named else Words("", "")
    return COUNT_MISMATCH.found(
        Words(
            f"{words} mengumumkan {count}, tetapi yang disebut {found}{shown.id}.",
            f"{words} announces {count}, but {found} are named{shown.en}.",
        ),
        Words(
            "Lengkapi yang belum disebut, hapus yang berlebih, atau betulkan bilangannya.",
            "Add what is missing, remove what is too much, or correct the number.",
        ),
        miss.places,
    )


def number_words_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for passage in passages(data.document):
        for match in _DIGITS_AND_WORDS.finditer(passage.text):
            in_words = value(match["words"])
            if in_words is not None and in_words != int(match["digits"]):
                yield NUMBER_WORDS_MISMATCH.found(
                    Words(
                        f"Angka {match['digits']} ditulis “{match['words']}” ({in_words}) dalam huruf.",
                        f"The number {match['digits']} is written “{match['words']}” ({in_words}) in words.",
                    ),
                    Words(
                        "Tentukan bilangan yang benar dan samakan angka dengan hurufnya.",
                        "Decide which number is right and make digits and words agree.",
                    ),
                    [passage.at(match.group())],
                )


def _announced(document: Document) -> Iterator[tuple[Passage, Announcement]]:
    for passage in passages(document):
        parts = split(passage.text)
        for position, sentence in enumerate(parts):
            for announced in announcements(sentence):
                # What follows in a list can only follow the last sentence of a paragraph.
                if not announced.follows or (position == len(parts) - 1 and passage.kind != BlockKind.TABLE):
                    yield passage, announced


def _of_named_tables(document: Document) -> Iterator[tuple[Passage, Announcement, Table]]:
    """Counts of what the rows of a table are, where the sentence names it: "empat tema ..., lihat Tabel 3.5"."""
    for passage in passages(document):
        if passage.kind == BlockKind.TABLE:
            continue
        for sentence in split(passage.text):
            named = list(_TABLE_NAMED.finditer(sentence))
            table = document.table("".join(named[0]["number"].split())) if len(named) == 1 else None
            if table is None or len(table.headers) < 2:
                continue
            announced = counted(sentence[: named[0].start()], table.headers[1].split(" / ")[0].split("(")[0].strip())
            if announced is not None:
                yield passage, announced, table


def _groups(table: Table) -> list[int]:
    """How many numbered rows each run of numbers has; a new run begins where the numbers start again."""
    numbers = [int(row[0].text.rstrip(".")) for row in table.rows if row[0].text.rstrip(".").isdigit()]
    groups: list[int] = []
    for number in numbers:
        if number == 1 or not groups:
            groups.append(0)
        groups[-1] += 1
    return groups


def _following(document: Document, passage: Passage, announced: Announcement) -> tuple[int | None, list[Place]]:
    """How many items or rows follow the paragraph, and where; `None` when neither list nor fitting table does."""
    following = next(
        (
            index
            for index in range((passage.index or 0) + 1, len(document.blocks))
            if document.blocks[index].kind not in (BlockKind.CATCHWORD, BlockKind.CAPTION)
        ),
        None,
    )
    if following is None:
        return None, []
    block = document.blocks[following]
    if block.kind == BlockKind.TABLE and block.table is not None:
        return _rows(document, block.table, announced)
    if block.kind != BlockKind.ITEM:
        return None, []
    for found in item_lists(document):
        if found.items[0].block == following and found.items[0].number <= 1:
            return len(found.items), [document.blocks[item.block].place for item in found.items]
    return None, []


def _rows(document: Document, index: int, announced: Announcement) -> tuple[int | None, list[Place]]:
    """The numbered rows of a table whose caption or header speaks of what is announced."""
    table = document.tables[index]
    phrase = as_phrase(plain(announced.noun).split())
    if phrase not in plain(" ".join((table.caption, *table.headers))):
        return None, []
    rows = [row for row in table.rows if row and row[0].text.rstrip(".").isdigit()]
    return (len(rows), [table.caption_place] if table.caption_place else []) if rows else (None, [])


RULES = (Rule(count_mismatch, (COUNT_MISMATCH,)), Rule(number_words_mismatch, (NUMBER_WORDS_MISMATCH,)))

"""Gaps in the numbers of lists, table rows, team members, headings and captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from petajalan.regulation.data import RegulationData, TableKind
from petajalan.regulation.document import BlockKind, Place, Table
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.lists import item_lists
from petajalan.regulation.findings.wording import listed, table_named
from petajalan.regulation.reading.patterns import CAPTION, caption_number
from petajalan.regulation.reference import Reference

LIST_NUMBER_GAP = Code(
    "list_number_gap",
    Severity.WARNING,
    Words(
        "Nomor atau huruf dalam satu daftar meloncat atau berulang: ada butir yang hilang atau salah nomor.",
        "The numbers or letters of a list skip or repeat: an item is missing or misnumbered.",
    ),
    Words("Butir a, b, c, e: butir d tidak ada.", "Items a, b, c, e: there is no d."),
)
HEADING_NUMBER_GAP = Code(
    "heading_number_gap",
    Severity.WARNING,
    Words(
        "Nomor bab, bagian, atau pasal meloncat atau berulang.",
        "The numbers of chapters, sections or articles skip or repeat.",
    ),
    Words("Setelah 3.1 langsung 3.3.", "3.1 is followed by 3.3."),
)
CAPTION_NUMBER_GAP = Code(
    "caption_number_gap",
    Severity.WARNING,
    Words(
        "Nomor tabel atau gambar dalam satu bab meloncat atau berulang.",
        "The numbers of the tables or figures of a chapter skip or repeat.",
    ),
    Words("Setelah Tabel 3.2 langsung Tabel 3.4.", "Table 3.2 is followed by Table 3.4."),
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ADVICE_LIST = Words(
    "Periksa apakah ada butir yang tertinggal; bila tidak, urutkan kembali nomornya.",
    "Check whether an item was left out; if not, number the list again.",
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Something with a number, its printed form and its place."""

    number: int
    printed: str
    place: Place


@dataclass(frozen=True, slots=True)
class Skip:
    before: Numbered
    after: Numbered

    @property
    def missing(self) -> range:
        return range(self.before.number + 1, self.after.number)


def list_number_gap(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for listed_items in item_lists(data.document):
        if listed_items.style == "-":
            continue
        blocks = data.document.blocks
        numbers = [
            Numbered(item.number, blocks[item.block].marker, blocks[item.block].place) for item in listed_items.items
        ]
        yield from _misnumbered(numbers, Words("Daftar", "The list"))
    teams = {meaning.table for meaning in data.meanings if meaning.kind == TableKind.TEAMS}
    for team in data.road_map.teams:
        numbers = [
            Numbered(int(digits.group()), member.number or "", member.position.place)
            for member in team.members
            if (digits := re.match(r"\d+", member.number or "")) is not None
        ]
        name = f"“{team.name.text}”"
        yield from _misnumbered(numbers, Words(f"Daftar anggota {name}", f"The members of {name}"))
    for table in data.document.tables:
        if table.index not in teams:
            where = table_named(table.name)
            yield from (
                _skipped(skip, Words(f"Nomor baris {where.id}", f"The row numbers of {where.en}"))
                for skip in _skips(list(_row_numbers(table)))
            )


def _row_numbers(table: Table) -> Iterator[Numbered]:
    """The numbers of a "No" column: its header says so, or it holds 1, 2, 3 from its first row on."""
    if not table.headers or table.headers[0].casefold().strip(" .") not in ("no", "nomor", "no urut"):
        return
    for row in table.rows:
        found = re.fullmatch(r"(\d{1,3})[.)]?", row[0].text)
        if found:
            yield Numbered(int(found.group(1)), row[0].text, row[0].place)


def _skips(numbers: Sequence[Numbered]) -> Iterator[Skip]:
    """Where the next number is too high. A lower one begins a new list."""
    for before, after in pairwise(numbers):
        if after.number > before.number + 1:
            yield Skip(before, after)


def _misnumbered(numbers: Sequence[Numbered], what: Words) -> Iterator[Finding]:
    """Skips and repetitions. In "1, 2, 2, 4" the second 2 is a 3: one slip, told once."""
    again = [(before, after) for before, after in pairwise(numbers) if before.number == after.number > 1]
    yield from (_repeated(before, after, what) for before, after in again)
    twice = {id(after) for _, after in again}
    for skip in _skips(numbers):
        if id(skip.before) not in twice or len(skip.missing) > 1:
            yield _skipped(skip, what)


def _repeated(before: Numbered, after: Numbered, what: Words) -> Finding:
    return LIST_NUMBER_GAP.found(
        Words(
            f"{what.id} memakai “{after.printed}” dua kali berturut-turut.",
            f"{what.en} has “{after.printed}” twice in a row.",
        ),
        Words("Urutkan kembali nomornya, dan rujukan kepadanya.", "Number the list again, and correct the references."),
        [before.place, after.place],
    )


def _skipped(skip: Skip, what: Words) -> Finding:
    missing = _missing(skip)
    return LIST_NUMBER_GAP.found(
        Words(
            f"{what.id} meloncat dari “{skip.before.printed}” ke “{skip.after.printed}”: {missing.id} tidak ada.",
            f"{what.en} skips from “{skip.before.printed}” to “{skip.after.printed}”: {missing.en} is missing.",
        ),
        _ADVICE_LIST,
        [skip.before.place, skip.after.place],
    )


def _missing(skip: Skip) -> Words:
    if re.search(r"[a-zA-Z]", skip.before.printed):
        return listed(chr(ord("a") + number - 1) for number in skip.missing)
    return listed(str(number) for number in skip.missing)


def heading_number_gap(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    groups: dict[str, list[Numbered]] = {}
    for section in data.sections:
        head, _, last = section.number.rpartition(".")
        number = _roman(section.number) if section.level == 1 else int(last) if last.isdigit() else None
        if number is not None:
            groups.setdefault(head, []).append(Numbered(number, section.number, section.place))
    for article in data.articles:
        if article.number.isdigit():
            printed = f"Pasal {article.number}"
            groups.setdefault("Pasal", []).append(Numbered(int(article.number), printed, article.place))
    for head, numbers in groups.items():
        kind = Words("Pasal", "Articles") if head == "Pasal" else Words("Bab", "Chapters") if not head else None
        yield from _disordered(HEADING_NUMBER_GAP, kind or Words(f"Bagian dari {head}", f"Sections of {head}"), numbers)


def caption_number_gap(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[Numbered]] = {}
    for block in data.document.blocks:
        found = CAPTION.match(block.text) if block.kind == BlockKind.CAPTION else None
        if not found:
            continue
        number = caption_number(found)
        head, _, last = number.replace("-", ".").rpartition(".")
        if last.isdigit():
            what = found["what"].capitalize()
            groups.setdefault((what, head), []).append(Numbered(int(last), f"{what} {number}", block.place))
    for (what, head), numbers in groups.items():
        name = _KINDS.get(what, Words(what, what))
        where = Words(f" pada Bab {head}", f" of chapter {head}") if head else Words("", "")
        yield from _disordered(CAPTION_NUMBER_GAP, Words(name.id + where.id, name.en + where.en), numbers)


_KINDS = {
    "Tabel": Words("Tabel", "Tables"),
    "Gambar": Words("Gambar", "Figures"),
    "Grafik": Words("Grafik", "Charts"),
    "Diagram": Words("Diagram", "Diagrams"),
    "Bagan": Words("Bagan", "Charts"),
    "Peta": Words("Peta", "Maps"),
}


def _disordered(code: Code, what: Words, numbers: Iterable[Numbered]) -> Iterator[Finding]:
    """The first number is not 1, or the next is not one higher. A second annex begins at 1 again."""
    before = 0
    last: Numbered | None = None
    for numbered in numbers:
        if numbered.number != before + 1 and not (numbered.number == 1 and before > 1):
            shown = last.printed if last else Words("awal", "the beginning")
            places = [last.place, numbered.place] if last else [numbered.place]
            after_id, after_en = (shown, shown) if isinstance(shown, str) else (shown.id, shown.en)
            yield code.found(
                Words(
                    f"{what.id}: setelah {after_id} tercetak {numbered.printed}.",
                    f"{what.en}: after {after_en} stands {numbered.printed}.",
                ),
                Words(
                    "Periksa apakah ada bagian yang tertinggal; bila tidak, urutkan kembali nomornya dan rujukannya.",
                    "Check whether a part was left out; if not, number again and correct the references.",
                ),
                places,
            )
        before, last = numbered.number, numbered


def _roman(text: str) -> int | None:
    if not re.fullmatch(r"[IVXLC]+", text):
        return int(text) if text.isdigit() else None
    values = [_ROMAN[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


RULES = (
    Rule(list_number_gap, (LIST_NUMBER_GAP,)),
    Rule(heading_number_gap, (HEADING_NUMBER_GAP,)),
    Rule(caption_number_gap, (CAPTION_NUMBER_GAP,)),
)

"""In what one document differs from another of the same kind, in words: which sentence, which cell of which table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from petajalan.exports.documents.collect.cells import UNKNOWN
from petajalan.exports.documents.placing import headings
from petajalan.exports.documents.tree import (
    Cell,
    Clause,
    Fact,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    Signatures,
    Table,
)
from petajalan.exports.documents.wording import caption_of, fact_line, heading_lines, item_line, number_line

Lines = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """place: "Naskah", or a table with row and column; "" for what only one of them has."""

    place: str
    before: str
    after: str


def differences(before: OfficialDocument, after: OfficialDocument) -> list[Difference]:
    found = list(_head(before, after))
    found += _sentences(_("Naskah"), _lines(before), _lines(after))
    old, new = list(before.tables()), list(after.tables())
    for at in range(max(len(old), len(new))):
        found += _tables(at, old[at] if at < len(old) else None, new[at] if at < len(new) else None)
    return found


def _head(before: OfficialDocument, after: OfficialDocument) -> Iterator[Difference]:
    for place, old, new in (
        (_("Judul"), " ".join(before.title), " ".join(after.title)),
        (_("Kepala lampiran"), " ".join(before.head), " ".join(after.head)),
        (_("Nomor"), number_line(before), number_line(after)),
        (_("Keterangan kepastian"), " ".join(before.notices), " ".join(after.notices)),
        (_("Kop surat"), _letterhead(before), _letterhead(after)),
    ):
        if old != new:
            yield Difference(place, old, new)
    if before.letterhead and after.letterhead and before.letterhead.logo != after.letterhead.logo:
        yield Difference(_("Kop surat"), _("lambang lama"), _("lambang baru"))


def _letterhead(document: OfficialDocument) -> str:
    head = document.letterhead
    return " ".join((*head.lines, head.address)).strip() if head else ""


def _lines(document: OfficialDocument) -> list[str]:
    """What is said outside of tables."""
    lines: list[str] = []
    for block in document.blocks():
        match block:
            case Heading():
                lines += heading_lines(block)
            case Paragraph():
                lines.append(block.text)
            case Item():
                lines.append(item_line(block))
            case Fact():
                lines.append(fact_line(block))
            case Clause():
                lines += [f"{block.label}: {item_line(one)}" for one in block.items]
            case Signatures():
                lines += [" ".join(filter(None, (one.lead, one.position, one.name))) for one in block.signers]
            case Table():
                pass
    return lines


def _sentences(place: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    for tag, first, last, start, end in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        old, new = before[first:last], after[start:end]
        if len(old) == len(new):
            yield from (Difference(place, one, other) for one, other in zip(old, new, strict=True))
        else:
            yield Difference(place, "\n".join(old), "\n".join(new))


def _tables(at: int, before: Table | None, after: Table | None) -> Iterator[Difference]:
    known = before or after
    assert known is not None
    name = caption_of(known) or _("Tabel ke-%(number)d") % {"number": at + 1}
    if before is None or after is None:
        yield Difference(name, "" if before is None else _("ada"), "" if after is None else _("ada"))
        return
    if caption_of(before) != caption_of(after):
        yield Difference(name, caption_of(before), caption_of(after))
    if (before.source, before.note) != (after.source, after.note):
        yield Difference(name, f"{before.source} {before.note}".strip(), f"{after.source} {after.note}".strip())
    if _texts(before.head) != _texts(after.head):
        yield Difference(name, _in_one(before.head), _in_one(after.head))
    yield from _rows(name, before, after)


def _rows(name: str, before: Table, after: Table) -> Iterator[Difference]:
    old, new = _texts(before.rows), _texts(after.rows)
    heads = headings(after)
    for tag, first, last, start, end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "replace" and last - first == end - start:
            for one, other in zip(range(first, last), range(start, end), strict=True):
                yield from _cells(f"{name}, {_row(new[other], other)}", heads, old[one], new[other])
        elif tag != "equal":
            yield from (
                Difference(f"{name}, {_row(old[one], one)}", " · ".join(old[one]), "") for one in range(first, last)
            )
            yield from (
                Difference(f"{name}, {_row(new[one], one)}", "", " · ".join(new[one])) for one in range(start, end)
            )


def _cells(place: str, heads: Sequence[str], before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    if len(before) != len(after):
        yield Difference(place, " · ".join(before), " · ".join(after))
        return
    for column, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            head = heads[column] if len(heads) == len(after) else _("kolom %(number)d") % {"number": column + 1}
            yield Difference(f"{place}, {head}", old, new)


def _row(texts: Sequence[str], at: int) -> str:
    """By its number and the first words in it."""
    words = next((one for one in texts if one and one != UNKNOWN and not one[0].isdigit()), "")
    told = _("baris %(number)d") % {"number": at + 1}
    return f"{told} “{words.splitlines()[0][:60]}”" if words else told


def _texts(rows: Sequence[Sequence[Cell]]) -> Lines:
    return tuple(tuple(cell.text for cell in row) for row in rows)


def _in_one(rows: Sequence[Sequence[Cell]]) -> str:
    return " / ".join(" · ".join(row) for row in _texts(rows))

"""In what two documents differ: the sentence, the cell with its row and column, the rows that only one has."""

from __future__ import annotations

from dataclasses import replace

from petajalan.exports.documents.collect.cells import figure, said, table
from petajalan.exports.documents.comparing import Difference, differences
from petajalan.exports.documents.tree import Block, Letterhead, OfficialDocument, Paragraph, Part, Table


def tabled(*rows: tuple[str, int | None]) -> Table:
    return table([("Aksi", 4), ("Target", 1)], ([said(name), figure(value)] for name, value in rows), caption="Aksi")


def document(*blocks: Block) -> OfficialDocument:
    return OfficialDocument("uji", "Kota Melati", ("UJI",), (Part(blocks),))


def test_the_same_documents_differ_in_nothing() -> None:
    one = document(Paragraph("Isi"), tabled(("Menata", 4)))
    assert differences(one, one) == []


def test_a_cell_is_named_by_its_row_and_column() -> None:
    before, after = (
        document(tabled(("Menata", 4), ("Menilai", None))),
        document(tabled(("Menata", 5), ("Menilai", None))),
    )
    assert differences(before, after) == [Difference("Aksi, baris 1 “Menata”, Target", "4", "5")]


def test_what_became_known_is_told_as_such() -> None:
    before, after = document(tabled(("Menilai", None))), document(tabled(("Menilai", 0)))
    assert differences(before, after) == [Difference("Aksi, baris 1 “Menilai”, Target", "belum ada", "0")]


def test_a_row_that_only_one_has_is_told_whole() -> None:
    before, after = document(tabled(("Menata", 4))), document(tabled(("Menata", 4), ("Menilai", 2)))
    assert differences(before, after) == [Difference("Aksi, baris 2 “Menilai”", "", "Menilai · 2")]
    assert differences(after, before) == [Difference("Aksi, baris 2 “Menilai”", "Menilai · 2", "")]


def test_sentences_letterhead_and_whole_tables() -> None:
    before = replace(document(Paragraph("Lama"), tabled(("Menata", 4))), letterhead=Letterhead(("KOTA",)))
    after = replace(document(Paragraph("Baru")), letterhead=Letterhead(("KOTA MELATI",)))
    assert differences(before, after) == [
        Difference("Kop surat", "KOTA", "KOTA MELATI"),
        Difference("Naskah", "Lama", "Baru"),
        Difference("Aksi", "ada", ""),
    ]

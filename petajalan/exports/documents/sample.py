"""A short document with one of everything: what an agency sees of its letterhead or template before it is used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from petajalan.exports.documents.tree import (
    Cell,
    Column,
    Heading,
    Item,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Part,
    Signature,
    Signatures,
    Table,
)
from petajalan.exports.documents.wording import day


def sample(agency: str, head: Letterhead, on: date, place: str = "") -> OfficialDocument:
    signature = Signature(
        "NAMA JABATAN",
        "Nama Pejabat",
        number="19700101 199501 1 001",
        place_and_date=f"{place}, {day(on)}" if place else "",
    )
    blocks = (
        Heading("Judul bab", 1, "BAB I"),
        Heading("Judul bagian", 2, "1.1"),
        Paragraph("Ini contoh paragraf. Isi dokumen yang sebenarnya disusun dari data instansi."),
        Item("butir pertama;", "a."),
        Item("butir kedua.", "b."),
        _table(),
        Signatures((signature,)),
    )
    return OfficialDocument(
        "sample", agency, ("CONTOH DOKUMEN", agency.upper()), (Part(blocks),), head, number="000/1", dated=on,
        notices=("Contoh, bukan dokumen resmi.",),
    )  # fmt: skip


def _table() -> Table:
    head = (Cell("No"), Cell("Indikator"), Cell("Target"))
    rows = (
        (Cell("1", Decimal(1)), Cell("Indikator pertama"), Cell("28%", Decimal("0.28"))),
        (Cell("2", Decimal(2)), Cell("Indikator kedua"), Cell("2,30", Decimal("2.3"))),
    )
    return Table((Column(1), Column(6), Column(2)), (head,), rows, "1.1", "Contoh tabel", "data instansi")

"""A document kept as JSON: the same comes back, and the same document has the same digest."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from petajalan.exports.documents.as_data import as_data, digest_of, from_data
from petajalan.exports.documents.tree import (
    Align,
    Cell,
    Clause,
    Column,
    Fact,
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

DOCUMENT = OfficialDocument(
    kind="uji",
    agency="Kota Melati",
    title=("LAPORAN", "TAHUN 2025"),
    parts=(
        Part((Heading("Satu", 2, "A."), Paragraph("Isi", Align.CENTER, bold=True), Item("Butir", "1.", 1))),
        Part(
            (
                Fact("Tahun", "2025"),
                Clause("KESATU", (Item("Menetapkan", ""),)),
                Table(
                    (Column(Decimal("1.5")), Column(2, Align.RIGHT)),
                    ((Cell("Nama", rows=2), Cell("Angka")),),
                    (
                        (Cell("=A"), Cell("28,5%", Decimal("0.285"))),
                        (Cell("hari"), Cell("5 Maret 2025", date(2025, 3, 5))),
                    ),
                    number="3.1",
                    caption="Uji",
                ),
                Signatures((Signature("KEPALA", "Siti"),)),
            ),
            landscape=True,
        ),
    ),
    letterhead=Letterhead(("PEMERINTAH KOTA MELATI",), "Jalan Satu", b"\x89PNG"),
    number="1/2025",
    dated=date(2025, 5, 2),
    notices=("Rancangan",),
)  # fmt: skip


def test_the_same_document_comes_back_through_json() -> None:
    kept = json.loads(json.dumps(as_data(DOCUMENT)))
    assert from_data(kept) == DOCUMENT
    assert as_data(from_data(kept)) == kept


def test_the_digest_does_not_hang_on_the_order_of_keys() -> None:
    data = as_data(DOCUMENT)
    turned = dict(reversed(list(data.items())))
    assert digest_of(turned) == digest_of(data)
    assert len(digest_of(data)) == 64


def test_another_cell_is_another_digest() -> None:
    other = replace(DOCUMENT, number="2/2025")
    assert digest_of(as_data(other)) != digest_of(as_data(DOCUMENT))

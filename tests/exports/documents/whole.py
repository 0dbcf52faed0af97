"""A document with one of everything that a layout has to show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

from PIL import Image

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


def logo(format: str = "PNG") -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (60, 80), (10, 80, 120)).save(buffer, format)
    return buffer.getvalue()


TARGETS = Table(
    columns=(Column(1, Align.CENTER), Column(5), Column(2, Align.RIGHT), Column(2, Align.RIGHT), Column(3)),
    head=(
        (
            Cell("No", rows=2), Cell("Indikator", rows=2), Cell("Target", columns=2),
            Cell("Penanggung jawab", rows=2),
        ),
        (Cell("2025"), Cell("2026")),
    ),
    rows=(
        (Cell("Tata kelola", columns=5, bold=True),),
        (
            Cell("1", Decimal(1)), Cell("Indeks *SPBE* [a|b] $6=(3+4)$ <b> & lain", rows=2),
            Cell("28%", Decimal("0.28")), Cell("2,30", Decimal("2.3")), Cell("- Bagian Organisasi\n- Diskominfo"),
        ),
        (Cell("2"), Cell("1.234,5", Decimal("1234.5")), Cell("WTP"), Cell("=1+1")),
        (
            Cell("3"), Cell("Tanggal"), Cell("belum ada"), Cell("25 November 2026", date(2026, 11, 25)),
            Cell("Rp 12.000", Decimal(12000)),
        ),
    ),
    number="3.1",
    caption="Sasaran dan target",
    source="Bappeda",
    note="Keterangan: WTP ialah opini.",
)  # fmt: skip
READ = [  # what a reader of files finds in the body; "" where a cell is covered or empty
    ["Tata kelola", "", "", "", ""],
    [
        "1", "Indeks *SPBE* [a|b] $6=(3+4)$ <b> & lain", "28%", "2,30",
        "- Bagian Organisasi\n- Diskominfo",
    ],
    ["2", "", "1.234,5", "WTP", "=1+1"],
    ["3", "Tanggal", "belum ada", "25 November 2026", "Rp 12.000"],
]  # fmt: skip
LONG = Table(
    columns=(Column(1), Column(6)),
    head=((Cell("Nomor"), Cell("Uraian panjang")),),
    rows=tuple((Cell(str(number)), Cell(f"Uraian kegiatan nomor {number}")) for number in range(1, 91)),
    number="3.2",
    caption="Daftar panjang",
)
MAYOR = Signature("WALI KOTA MELATI,", "AHMAD FULAN", place_and_date="Ditetapkan di Melati\npada tanggal 5 Mei 2025")
PAIR = (Signature("KETUA", "SITI", number="19800101"), Signature("SEKRETARIS", "BUDI"))

WHOLE = OfficialDocument(
    kind="uji",
    agency="Kota Melati",
    title=("KEPUTUSAN WALI KOTA MELATI", "TENTANG", "ROAD MAP"),
    number="188/12/2025",
    dated=date(2025, 5, 5),
    letterhead=Letterhead(("PEMERINTAH KOTA MELATI", "SEKRETARIAT DAERAH"), "Jalan Mawar 1\nMelati", logo()),
    notices=("Rancangan: belum ditetapkan.", "Data simulasi kota contoh."),
    parts=(
        Part(
            (
                Fact("Perihal", "Uji coba"),
                Clause("Menimbang", (Item("bahwa satu;", "a."), Item("bahwa dua;", "b."))),
                Clause("KESATU", (Item("Menetapkan road map.", ""),)),
                Heading("PENDAHULUAN", 1, "BAB I"),
                Heading("Latar belakang", 2, "1.1"),
                Paragraph("Paragraf *ini* <b>utuh</b> & lain."),
                Item("butir pertama:", "a."),
                Item("anak butir;", "1)", 1),
                Item("butir kedua.", "b."),
                TARGETS,
            )
        ),
        Part((LONG,), landscape=True),
        Part((Paragraph("Penutup."), Signatures((MAYOR,)), Signatures(PAIR)), head=("LAMPIRAN", "KEPUTUSAN")),
    ),
)

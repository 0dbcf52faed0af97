"""One regulation says the same in all four formats; only the places differ."""

from collections.abc import Callable

import pytest

from petajalan.regulation.document import Document
from petajalan.regulation.reading import read_document
from tests.regulation.writing import content, manuscript, to_docx, to_markdown, to_pdf, to_xlsx

REGULATION = """\
BUPATI LANGKAP
PROVINSI JAWA SELATAN

PERATURAN BUPATI LANGKAP
NOMOR 21 TAHUN 2025

TENTANG

PETA JALAN REFORMASI BIROKRASI KABUPATEN LANGKAP TAHUN 2025-2029

- Menimbang : a. bahwa pelayanan di kabupaten ini perlu dibenahi secara terukur dan bertahap dengan melibatkan seluruh
perangkat daerah;
- b. bahwa untuk itu diperlukan peta jalan yang ditetapkan dengan peraturan bupati;

Mengingat : 1. Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan;

2. Peraturan Presiden ...

2. Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi 2010-2025;

MEMUTUSKAN:

Menetapkan : PERATURAN BUPATI TENTANG PETA JALAN REFORMASI BIROKRASI.

Pasal 1

Dalam Peraturan Bupati ini yang dimaksud dengan:

1. Daerah adalah Kabupaten Langkap.
2. Perangkat Daerah adalah unsur pembantu Bupati.

Pasal 2

- (1) Peta jalan memuat:
 - a. tujuan dan sasaran; dan
 - b. kegiatan utama.
- (2) Peta jalan ditinjau setiap tahun.

Ditetapkan di Langkap
pada tanggal 3 Maret 2025

LAMPIRAN
PERATURAN BUPATI LANGKAP

BAB I
PENDAHULUAN

1.1 Latar Belakang

Reformasi birokrasi di Kabupaten Langkap berangkat dari keluhan warga mengenai lamanya pengurusan perizinan dan data
kependudukan, yang pada survei tahun 2024 disampaikan oleh hampir separuh responden di 14 kecamatan. Keluhan itu

dijawab dengan pembenahan proses bisnis, arsip digital, dan loket keliling.

Tabel 1. 1 Prioritas Kegiatan Utama Kabupaten Langkap
2025-2029

| No | Kegiatan Utama | Mandat (1-5) | Dampak (1-5) | Skor |
|--|--|--|--|--|
| 1 | 2 | 3 | 4 | 5=(3+4) |
| Sasaran 1: Tata kelola digital | | | | |
| 1 | Satu Data Kabupaten Langkap | 5 | 4 | 9 |
| 2 | Pembenahan arsip dinamis dengan aplikasi bersama | 4 | 4 | 8 |

| No | Kegiatan Utama | Mandat (1-5) | Dampak (1-5) | Skor |
|--|--|--|--|--|
| 1 | 2 | 3 | 4 | 5=(3+4) |
| 3 | Loket keliling di setiap kecamatan | 3 | 5 | 8 |

Sumber: Bagian Organisasi, 2025

1.2 Target

A. Target Tahunan

Target dipantau setiap triwulan.

Tabel 1.2 Target Kegiatan Utama

| No | Kegiatan Utama | Indikator | Baseline 2024 | Target | | Unit | |
|--|--|--|--|--|--|--|--|
| | | | | 2025 | 2026 | Koordinator | Pelaksana |
| 1 | Satu Data Kabupaten Langkap | Indeks Pembangunan Statistik* | 2,30 | 2,5 | 2,75 | Diskominfo | Seluruh PD |
| | | Persentase data terbuka | 28% | 40% | 62,5% | Bappeda | Seluruh PD |
| 2 | Pembenahan arsip dinamis dengan aplikasi bersama | Nilai kearsipan | n.a | 70 (BB) | 75 | Dispersip | Semua |

Sumber : Bappeda, 2025

Tabel 1.3 Tim

| No | Kedudukan dalam Tim | Kedudukan dalam Jabatan |
|--|--|--|
| A | TIM PENGARAH 1. Ketua 2. Anggota | Bupati Langkap 1. Kepala Bappeda 2. Inspektur |
| B | <p>TIM PELAKSANA</p> <p>1. Ketua</p> | <p>Sekretaris Daerah</p> |

Monitoring dilakukan untuk:

- memantau kemajuan;
- menilai hasil.

BAB II PENUTUP

Peta jalan ini dilaksanakan dengan penuh tanggung jawab.
"""

WRITERS = {
    "markdown": to_markdown,
    "markdown in parts": lambda document: to_markdown(document, rows_per_part=1),
    "docx": to_docx,
    "pdf": to_pdf,
    "pdf, ragged": lambda document: to_pdf(document, justify=False, size=12),
    "pdf, large": lambda document: to_pdf(document, size=14),
    "xlsx": to_xlsx,
    "xlsx with numbers": lambda document: to_xlsx(document, numbers=True),
}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_alike(writer: Callable[[Document], bytes]):
    document = manuscript(REGULATION)
    assert content(read_document(writer(document), "peraturan")) == content(document)


def test_the_manuscript_is_what_it_should_be():
    document = manuscript(REGULATION)
    assert [(table.number, len(table.headers), len(table.rows)) for table in document.tables] == [
        ("1.1", 5, 4),
        ("1.2", 8, 3),
        ("1.3", 3, 2),
    ]
    assert [block.text for block in document.blocks if block.level and not block.marker] == [
        "Pasal 1",
        "Pasal 2",
        "LAMPIRAN",
        "BAB I PENDAHULUAN",
        "1.1 Latar Belakang",
        "1.2 Target",
        "A. Target Tahunan",
        "BAB II PENUTUP",
    ]
    assert document.notices == ()


@pytest.mark.parametrize(("name", "places"), [("docx", {"page"}), ("pdf", {"page"}), ("xlsx", {"page"})])
def test_places_are_pages_where_there_are_no_lines(name, places):
    document = read_document(WRITERS[name](manuscript(REGULATION)), "peraturan")
    everywhere = [block.place for block in document.blocks]
    everywhere += [cell.place for table in document.tables for cell in table.cells()]
    assert {kind for place in everywhere for kind in ("line", "page") if getattr(place, kind) is not None} == places
    assert document.format == name

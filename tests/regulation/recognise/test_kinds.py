"""What a table is, from its headers, with its caption as help."""

import pytest

from petajalan.regulation.data import TableKind
from petajalan.regulation.recognise.meanings import meaning_of
from tests.regulation.building import document, table

KINDS = [
    ("Hasil Antara | Nilai 2021 | Nilai 2022", "", TableKind.INTERIM_RESULTS),
    ("Uraian | 2021 | 2022", "Capaian Hasil Antara", TableKind.INTERIM_RESULTS),
    ("Hasil Antara | Skala | 2021 | 2022", "", TableKind.INTERIM_RESULTS),
    ("Tujuan | Indikator | Target 2025", "", TableKind.GOALS),
    ("Sasaran Strategis | Indikator | Target 2025", "", TableKind.OBJECTIVES),
    ("Uraian | Indikator | Target 2025", "Sasaran Strategis dan Target", TableKind.OBJECTIVES),
    ("Kegiatan Utama | Urgensi | Keparahan", "", TableKind.PRIORITIES),
    ("Kegiatan Utama | Kesiapan | Dampak", "Penetapan Prioritas", TableKind.PRIORITIES),
    ("Kegiatan Utama | Indikator | Target 2025", "Penetapan Prioritas dan Target", TableKind.KEY_ACTIVITIES),
    ("Program | Penanggung Jawab | Pelaksana", "", TableKind.KEY_ACTIVITIES),
    ("Tema | Sasaran | Indikator | Target 2025", "", TableKind.THEMES),
    ("Sasaran | Indikator | Target 2025", "RB Tematik Kesehatan", TableKind.THEMES),
    ("Kedudukan dalam Tim | Jabatan", "", TableKind.TEAMS),
    ("No | Jabatan", "Susunan Keanggotaan Tim", TableKind.TEAMS),
    ("No | Jabatan", "Peta Jabatan", TableKind.UNKNOWN),
    ("Tahun | Nilai", "Indeks Reformasi Birokrasi", TableKind.UNKNOWN),
    ("Uraian | Indikator | Target 2025", "Rencana Belanja", TableKind.UNKNOWN),
    ("Kegiatan | Pagu", "Anggaran", TableKind.UNKNOWN),
    ("Indikator | Definisi", "Kamus Indikator", TableKind.UNKNOWN),
]


@pytest.mark.parametrize(("headers", "caption", "kind"), KINDS)
def test_the_kind_of_a_table(headers: str, caption: str, kind: TableKind) -> None:
    row = " | ".join("x" for _ in headers.split(" | "))

    assert meaning_of(document(table("9", caption, headers, row)).tables[0]).kind is kind


def test_neither_the_number_nor_the_order_matters() -> None:
    headers = "Target 2026 | Sumber Data | Indikator | Target 2025 | Sasaran | No"
    meaning = meaning_of(document(table("17.2", "", headers, "1 | 2 | 3 | 4 | 5 | 6")).tables[0])

    assert meaning.columns == ("target:2026", "source", "indicator", "target:2025", "name", "no")

"""What the words over a column mean, in the ways cities print them."""

import pytest

from petajalan.regulation.recognise.headers import read_headers
from tests.regulation.building import document, table

HEADERS = [
    # printed, concept, national, period
    ("No", "no", False, None),
    ("NOMOR URUT", "no", False, None),
    ("Kegiatan Utama", "activity", False, None),
    ("Program Prioritas", "activity", False, None),
    ("Kegiatan Utama Mandatory", "activity", False, None),
    ("Indikator Kinerja", "indicator", False, None),
    ("Indikator Tujuan RB Nasional", "indicator", True, None),
    ("Nasional / Indikator", "indicator", True, None),
    ("Tujuan RB Nasional 2020-2024", "goal", True, None),
    ("Sasaran Strategis RB Kota Contoh 2021-2026", "objective", False, None),
    ("Sasaran Tematik", "objective", False, None),
    ("Tema RB Tematik", "theme", False, None),
    ("Baseline 2022", "baseline", False, "2022"),
    ("Kondisi Awal (2024)", "baseline", False, "2024"),
    ("Data Dasar", "baseline", False, None),
    ("Capaian 2021", "actual", False, "2021"),
    ("Nilai 2022", "actual", False, "2022"),
    ("Nilai / 2022", "actual", False, "2022"),
    ("Target / 2023", "target", False, "2023"),
    ("Target Kinerja / Tahun 2027", "target", False, "2027"),
    ("Target Nasional", "target", True, None),
    ("Target 2025 / TW I", "target", False, "2025-Q1"),
    ("Target / Triwulan / IV", "target", False, "Q4"),
    ("Target / Tribulan 3", "target", False, "Q3"),
    ("Target Semester II 2025", "target", False, "2025-S2"),
    ("Target / Tahun ke-2", "target", False, "year 2"),
    ("Target Akhir", "target", False, "last"),
    ("Satuan", "unit", False, None),
    ("Satuan Kerja Pelaksana", "implementers", False, None),
    ("Unit / Satuan Kerja Pelaksana / Koordinator", "coordinator", False, None),
    ("Unit / Satuan Kerja Pelaksana / Pelaksana", "implementers", False, None),
    ("Penanggung Jawab", "coordinator", False, None),
    ("PD Pengampu", "coordinator", False, None),
    ("Perangkat Daerah Pelaksana", "implementers", False, None),
    ("Sumber Data", "source", False, None),
    ("Skala", "scale", False, None),
    ("Skala Prioritas (Total Skor)", "total", False, None),
    ("Jumlah Skor", "total", False, None),
    ("Jumlah Berbobot", "total", False, None),
    ("Peringkat", "rank", False, None),
    ("Sifat Kegiatan", "mandatory", False, None),
    ("Mandatory/Inisiatif", "mandatory", False, None),
    ("Mandat RB General Nasional (1-10)", "score:mandate", True, None),
    ("Tingkat Keparahan (1-5)", "score:severity", False, None),
    ("Keparahan (Bobot 40%)", "score:severity", False, None),
    ("Waktu", "score:urgency", False, None),
    ("Urgensi", "score:urgency", False, None),
    ("KEDUDUKAN DALAM TIM", "role", False, None),
    ("Jabatan dalam Tim", "role", False, None),
    ("KEDUDUKAN DAAM JABATAN", "position", False, None),
    ("Jabatan dalam Dinas", "position", False, None),
    ("Nama Jabatan", "position", False, None),
    ("Nama Tim", "team", False, None),
    # slips of the pen
    ("Indikaor Sasaran", "indicator", False, None),
    ("Koordintor", "coordinator", False, None),
    ("Taget 2024", "target", False, "2024"),
    # words that mean nothing here
    ("Kesiapan (1-5)", "", False, None),
    ("Keterangan", "", False, None),
    ("Pagu 2024", "", False, "2024"),
    ("2024", "period", False, "2024"),
    ("", "", False, None),
]


@pytest.mark.parametrize(("printed", "concept", "national", "period"), HEADERS)
def test_a_header_is_read_by_its_words(printed: str, concept: str, national: bool, period: str | None) -> None:
    read = read_headers(document(table("1", "Tabel", printed, "x")).tables[0])[0]

    assert (read.concept, read.national, read.period) == (concept, national, period)

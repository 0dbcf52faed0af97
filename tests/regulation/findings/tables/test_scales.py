"""Figures and printed scales against the scale of their indicator."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, interim, messages, said


def test_a_target_outside_the_known_scale():
    outside = activities("1 | SPIP | Maturitas Layanan | 2 | 3 | 10 | Inspektorat | Dinas A")
    assert said("outside_scale", outside) == [
        ("Nilai “Maturitas Layanan” 10 (2024) di luar skala indikator ini, 1–5.", ["10"])
    ]


def test_a_result_outside_the_printed_scale():
    results = interim(
        """
        1 | Indeks Kerapian | 0-4 | 3,1 | 5,2 | Bagor
        2 | Indeks Integritas Contoh | 0-100 | 61 | 70,4 | KPK
        """
    )
    assert said("outside_scale", results) == [
        ("Nilai “Indeks Kerapian” 5,2 (2022) di luar skala yang tercetak, 0–4.", ["5,2"])
    ]


def test_on_the_scale_or_without_one():
    right = activities(
        """
        1 | SPIP | Maturitas Layanan | 1 | 3 | 5 | Inspektorat | Dinas A
        2 | Kunjungan | Jumlah Kunjungan MPP | 1.000 | 1.500 | 1.800 | DPMPTSP | Dinas A
        """
    )
    assert messages("outside_scale", right) == []


def test_a_scale_printed_otherwise_than_laid_down():
    results = interim(
        """
        1 | Maturitas Layanan | 0-5 | 2 | 3 | BPKP
        2 | Indeks Integritas Contoh | 0-100 | 61 | 70,4 | KPK
        """
    )
    assert said("scale_printed_wrong", results) == [
        ("Skala berbeda dari aturannya: “Maturitas Layanan” tercetak 0–5, seharusnya 1–5.", ["0-5"])
    ]
    assert messages("scale_printed_wrong", interim("1 | Maturitas Layanan | 1 - 5 | 2 | 3 | BPKP")) == []


def test_the_scale_column_of_a_targets_table_counts():
    headers = "No | Kegiatan Utama | Indikator | Skala | Baseline 2022 | Target 2023 | Target 2024"
    rows = "1 | Budaya | Indeks Kerapian | 1-4 | 2 | 3 | 4,5\n2 | Layanan | Indeks Layanan | 0-5 | 2 | 3 | 4,5"
    assert messages("outside_scale", table("3.4", "Target Kegiatan Utama", headers, rows)) == [
        "Nilai “Indeks Kerapian” 4,5 (2024) di luar skala yang tercetak, 1–4."
    ]

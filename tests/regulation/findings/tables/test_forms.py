"""Numbers and grades in one row, amounts printed as percentages."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, messages, said, themes


def test_a_row_that_mixes_numbers_and_grades():
    mixed = activities(
        """
        1 | Akuntabilitas | SAKIP Contoh | 70,4 (B) | B | A | Bagor | Dinas A
        2 | Kinerja | Nilai Kinerja Pegawai | 80,73 | 83 (tinggi) | 85 (tinggi) | BKD | Dinas A
        """
    )
    assert messages("number_and_grade_mixed", mixed) == [
        "“SAKIP Contoh” mencampur angka dan predikat: 70,4 (B) (2022), B (2023), dan A (2024).",
        "“Nilai Kinerja Pegawai” mencampur angka dan predikat: 80,73 (2022), 83 (tinggi) (2023), dan 85 "
        "(tinggi) (2024).",
    ]


def test_one_form_throughout():
    right = activities(
        """
        1 | Akuntabilitas | SAKIP Contoh | 70,4 (B) | 72 (B) | 81 (A) | Bagor | Dinas A
        2 | Keuangan | Opini Laporan | WTP | WTP | WTP | BPKA | Dinas A
        3 | Pelayanan Prima | Survei Kepuasan Warga | 80 | 82 | 84 | Bagor | Dinas A
        """
    )
    assert messages("number_and_grade_mixed", right) == []


def test_an_amount_in_percent_that_repeats_a_growth_rate():
    value = themes(
        "1 | Investasi | Meningkatnya investasi | Nilai Investasi (Jumlah PMDN dan PMA) | 2,03% | 2,4% | 2,8%"
    )
    headers = "No | Tujuan | Indikator Tujuan | Baseline 2022 | Target 2024"
    growth = table("3.1", "Tujuan dan Target", headers, "1 | Birokrasi bersih | Pertumbuhan Investasi | 2,03% | 2,8%")
    assert said("amount_in_percent", growth, value) == [
        (
            "“Nilai Investasi (Jumlah PMDN dan PMA)” menyebut jumlah, tetapi angkanya persentase (2,03%, 2,4%, 2,8%) "
            "dan sama dengan “Pertumbuhan Investasi” di Tabel 3.1.",
            [
                "1 | Investasi | Meningkatnya investasi | Nilai Investasi (Jumlah PMDN dan PMA) | 2,03% | 2,4% | 2,8%",
                "1 | Birokrasi bersih | Pertumbuhan Investasi | 2,03% | 2,8%",
            ],
        )
    ]


def test_amounts_in_rupiah_and_growth_in_percent():
    right = themes(
        """
        1 | Investasi | Meningkatnya investasi | Nilai Investasi | Rp 120 miliar | Rp 130 miliar | Rp 140 miliar
        2 | Investasi | Meningkatnya investasi | Persentase Kenaikan Jumlah Investor | 2% | 3% | 4%
        """
    )
    assert messages("amount_in_percent", right) == []

"""Local indicators beside the national ones."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import messages, said

HEADERS = (
    "Tujuan RB Nasional | Indikator Tujuan RB Nasional | Tujuan RB Kota Contoh | Indikator Tujuan RB Kota Contoh | "
    "Baseline 2022 | Target 2024 | Target Nasional"
)


def _goals(rows: str):
    return table("3.1", "Tujuan, Indikator dan Target", HEADERS, rows)


def test_a_national_indicator_beside_another_subject():
    goals = _goals(
        """
        Birokrasi | Indikator Pembangunan (Kemiskinan, Investasi) | Birokrasi | Angka Kemiskinan | 6% | 5% | Menurun
        ^ | Indikator Daya Saing Global (CPI, EGDI) | ^ | Pertumbuhan Investasi | 2% | 3% | Meningkat
        """
    )
    assert said("national_row_without_local", goals) == [
        (
            "Indikator nasional “Indikator Daya Saing Global (CPI, EGDI)” tidak mempunyai padanan daerah; di "
            "sampingnya tercetak “Pertumbuhan Investasi”.",
            ["Indikator Daya Saing Global (CPI, EGDI) | Pertumbuhan Investasi | 2% | 3% | Meningkat"],
        )
    ]
    assert messages("local_row_without_national", goals) == []


def test_rows_without_a_counterpart_on_either_side():
    goals = _goals(
        """
        Birokrasi bersih | Indeks Integritas | Birokrasi bersih | Indeks Integritas Contoh | 60 | 65 | Meningkat
        ^ | Indeks Daya Saing | ^ | | | | Meningkat
        ^ | | ^ | Survei Kepuasan Warga | 80 | 85 | Meningkat
        """
    )
    assert messages("national_row_without_local", goals) == [
        "Indikator nasional “Indeks Daya Saing” tidak mempunyai padanan daerah."
    ]
    assert messages("local_row_without_national", goals) == [
        "Indikator daerah “Survei Kepuasan Warga” tidak mempunyai padanan pada kolom indikator nasional."
    ]


def test_synonyms_abbreviations_and_merged_cells_are_counterparts():
    goals = _goals(
        """
        Birokrasi bersih | Indeks Reformasi Birokrasi | Birokrasi bersih | Indeks RB | 60 | 65 | Meningkat
        ^ | Persentase Penduduk Miskin | ^ | Angka Kemiskinan | 6% | 5% | Menurun
        ^ | ^ | ^ | Persentase Penduduk Miskin Kota | 6% | 5% | Menurun
        """
    )
    assert messages("national_row_without_local", goals) == []
    assert messages("local_row_without_national", goals) == []


def test_a_national_target_in_percent_for_an_index():
    goals = _goals("Birokrasi bersih | Indeks RB | Birokrasi bersih | Indeks RB | 71,2 | 75 | 7,66%")
    assert said("national_target_implausible", goals) == [
        ("Target nasional “Indeks RB” tercetak 7,66%, sedangkan indikator ini bernilai poin (71,2 dan 75).", ["7,66%"])
    ]


def test_national_targets_that_suit_their_indicator():
    goals = _goals(
        """
        Birokrasi bersih | Indeks RB | Birokrasi bersih | Indeks RB | 64 | 67 | 70% Kab/Kota Minimal Baik
        ^ | Angka Kemiskinan | ^ | Angka Kemiskinan | 6 | 5 | 7,5%
        ^ | Indeks Integritas | ^ | Indeks Integritas Contoh | 60 | 65 | 72,5
        """
    )
    assert messages("national_target_implausible", goals) == []

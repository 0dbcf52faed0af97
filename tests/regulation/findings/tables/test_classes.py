"""Classes valid in their year, and the schemes before and after a change."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, interim, messages, objectives, said


def test_a_target_in_the_lowest_class_of_its_year():
    low = activities("1 | Pencegahan Korupsi | Indeks Integritas Contoh | 60 | 64 | 69,5 | Inspektorat | Dinas A")
    again = objectives("1 | Budaya | Indeks Integritas Contoh | 60 | 64 | 69,5 | KPK")
    assert said("lowest_class", again, low) == [
        (
            "Target “Indeks Integritas Contoh” tahun 2024 sebesar 69,5 masih di kelas terendah, “Rentan”; “Terjaga” "
            "dimulai dari 70.",
            ["69,5", "69,5"],
        )
    ]


def test_the_last_target_counts():
    rising = activities("1 | Pencegahan Korupsi | Indeks Integritas Contoh | 60 | 64 | 70 | Inspektorat | Dinas A")
    assert messages("lowest_class", rising) == []


def test_a_baseline_and_a_target_of_two_schemes():
    broken = activities("1 | Pencegahan Korupsi | Indeks Integritas Contoh | 60 | 64 | 72 | Inspektorat | Dinas A")
    assert said("index_over_two_schemes", broken) == [
        (
            "“Indeks Integritas Contoh”: 60 (2022) dan 72 (2024) dinilai dengan dua skema; skema berganti sejak 2023.",
            ["60", "72"],
        )
    ]


def test_years_of_one_scheme():
    headers = "No | Sasaran Strategis | Indikator | Baseline 2023 | Target 2024 | Target 2025"
    later = table("3.2", "Sasaran Strategis", headers, "1 | Budaya | Indeks Integritas Contoh | 60 | 72 | 75")
    before = interim("1 | Indeks Integritas Contoh | 0-100 | 61 | 70,4 | KPK")
    assert messages("index_over_two_schemes", later, before) == []

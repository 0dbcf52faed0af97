"""Columns that are not there, and empty cells in those that are."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, findings, messages, objectives, said


def test_targets_without_a_baseline():
    open_rows = activities(
        """
        1 | Sistem Kerja | Indeks Sistem Kerja | - | 20 | 40 | Bagor | Dinas A
        2 | Budaya | Indeks Kerapian | 2 | 3 | 4 | Bagor | Dinas A
        3 | Kebijakan | Indeks Kebijakan | n.a | 50 | 70 | Bakum | Dinas A
        """
    )
    assert said("missing_baseline", open_rows) == [
        ("Tabel 3.4: indikator bertarget tanpa baseline: “Indeks Sistem Kerja” dan “Indeks Kebijakan”.", ["-", "n.a"])
    ]
    assert messages("missing_baseline", activities("1 | Budaya | Indeks Kerapian | 0 | 3 | 4 | Bagor | Dinas A")) == []


def test_a_table_without_a_baseline_column():
    headers = "No | Kegiatan Utama | Indikator | Target 2023 | Target 2024"
    without = table("3.4", "Target Kegiatan Utama", headers, "1 | Budaya | Indeks Kerapian | 3 | 4")
    assert messages("missing_baseline", without) == ["Tabel 3.4 tidak mempunyai kolom baseline."]


def test_tables_without_a_source_column_are_one_note():
    complete = objectives("1 | Budaya | Indeks Kerapian | 2 | 3 | 4 | Bagor")
    without = activities("1 | Budaya | Indeks Kerapian | 2 | 3 | 4 | Bagor | Dinas A")
    assert messages("missing_source", complete, without) == ["Tanpa kolom sumber data per indikator: Tabel 3.4."]
    assert messages("missing_source", complete) == []


def test_an_empty_source_cell_is_a_warning():
    empty = objectives("1 | Budaya | Indeks Kerapian | 2 | 3 | 4 | Bagor\n2 | Layanan | Indeks Layanan | 2 | 3 | 4 | -")
    found = [finding for finding in findings(empty) if finding.code == "missing_source"]
    assert [(finding.severity, finding.message.id) for finding in found] == [
        ("warning", "Tabel 3.2: sumber data kosong untuk “Indeks Layanan”.")
    ]


def test_a_year_of_the_period_without_a_column():
    headers = "No | Sasaran Strategis | Indikator | Baseline 2022 | Target 2024 | Sumber Data"
    half = table("3.2", "Sasaran Strategis", headers, "1 | Budaya | Indeks Kerapian | 2 | 4 | Bagor")
    assert said("missing_year_column", half) == [
        ("Tabel 3.2 tidak mempunyai kolom target 2023, padahal periode road map 2023-2024.", ["Target 2024"])
    ]


def test_years_and_quarters_of_the_whole_period():
    whole = objectives("1 | Budaya | Indeks Kerapian | 2 | 3 | 4 | Bagor")
    headers = "No | Kegiatan Utama | Indikator | Baseline 2022 | TW I 2023 | TW II 2023 | TW I 2024 | TW II 2024"
    quarters = table("5", "Target Kegiatan Utama", headers, "1 | Budaya | Indeks Kerapian | 2 | 2 | 3 | 3 | 4")
    assert messages("missing_year_column", whole, quarters) == []


def test_a_target_year_outside_the_period():
    headers = "No | Sasaran Strategis | Indikator | Baseline 2022 | Target 2023 | Target 2024 | Target 2025"
    beyond = table("3.2", "Sasaran Strategis", headers, "1 | Budaya | Indeks Kerapian | 2 | 3 | 4 | 5")
    assert said("target_outside_period", beyond) == [
        ("Tabel 3.2 menetapkan target 2025, di luar masa road map 2023-2024.", ["Target 2025"])
    ]
    assert messages("target_outside_period", objectives("1 | Budaya | Indeks Kerapian | 2 | 3 | 4 | Bagor")) == []

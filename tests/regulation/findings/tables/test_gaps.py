"""Years without a target."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, messages, said


def test_a_year_between_that_has_no_target():
    gap = activities("1 | SPIP | Maturitas Layanan | 2 | - | 3 | Inspektorat | Dinas A")
    assert said("gap_year", gap) == [
        ("“Maturitas Layanan” tidak bertarget pada 2023, sedangkan bertarget pada 2024 (3).", ["-"])
    ]


def test_a_row_with_all_its_targets_and_an_absent_baseline():
    whole = activities("1 | SPIP | Maturitas Layanan | - | 2 | 3 | Inspektorat | Dinas A")
    assert messages("gap_year", whole) == []
    assert messages("missing_target", whole) == []


def test_a_row_without_any_target():
    none = activities("1 | SPIP | Maturitas Layanan | 2 | - | | Inspektorat | Dinas A")
    assert said("missing_target", none) == [
        (
            "“Maturitas Layanan” tidak mempunyai target.",
            ["1 | SPIP | Maturitas Layanan | 2 | - | Inspektorat | Dinas A"],
        )
    ]
    assert messages("gap_year", none) == []


def test_quarters_may_be_empty():
    headers = "No | Kegiatan Utama | Indikator | Baseline 2022 | TW I 2023 | TW II 2023 | TW III 2023 | TW IV 2023"
    quarterly = table(
        "5", "Target Kegiatan Utama", headers, "1 | Pelayanan Prima | Survei Kepuasan Warga | 80 | - | 81 | - | 83"
    )
    assert messages("gap_year", quarterly) == []


def test_a_quarter_between_two_that_have_a_target():
    headers = "No | Kegiatan Utama | Indikator | Baseline 2022 | TW I 2023 | TW II 2023 | TW III 2023 | TW IV 2023"
    quarterly = table(
        "5", "Target Kegiatan Utama", headers, "1 | Pelayanan Prima | Survei Kepuasan Warga | 80 | 81 | - | 82 | 83"
    )
    assert messages("gap_year", quarterly) == [
        "“Survei Kepuasan Warga” tidak bertarget pada 2023-Q2, sedangkan bertarget pada 2023-Q1 (81), 2023-Q3 (82), "
        "dan 2023-Q4 (83)."
    ]

"""One indicator and year, two values in two tables."""

from tests.regulation.findings.tables.checking import activities, findings, interim, messages, objectives, said

OBJECTIVES = objectives(
    """
    1 | Pelayanan publik yang prima | Nilai Survei Kepuasan Warga | 83,51 | 84 | 85 | Bagian Organisasi
    2 | Keuangan yang akuntabel | Opini Laporan | WTP | WTP | WTP | BPK
    """
)


def test_two_targets_for_one_year():
    found = activities("1 | Pelayanan Prima | Survei Kepuasan Warga (SKW) | 83,51 | 84 | 86 | Bagor | Dinas A")
    finding = next(finding for finding in findings(OBJECTIVES, found) if finding.code == "indicator_two_values")

    assert (finding.severity, finding.message.id, finding.message.en) == (
        "error",
        "Target 2024 untuk “Nilai Survei Kepuasan Warga” tercetak 85 di Tabel 3.2 dan 86 di Tabel 3.4.",
        "The 2024 target of “Nilai Survei Kepuasan Warga” is printed as 85 in Table 3.2 and 86 in Table 3.4.",
    )
    assert [(place.table, place.row, place.column, place.printed) for place in finding.places] == [
        ("3.2", 1, 6, "85"),
        ("3.4", 1, 6, "86"),
    ]


def test_a_baseline_and_an_interim_result_of_the_same_year():
    results = interim("1 | Survei Kepuasan Warga | 0-100 | 80,1 | 83,15 | Bagian Organisasi")
    assert said("indicator_two_values", results, OBJECTIVES) == [
        (
            "Nilai 2022 untuk “Survei Kepuasan Warga” tercetak 83,15 di Tabel 2.1 dan 83,51 di Tabel 3.2.",
            ["83,15", "83,51"],
        )
    ]


def test_equal_values_a_grade_for_a_number_and_other_years_agree():
    agreeing = activities(
        """
        1 | Pelayanan Prima | Survei Kepuasan Warga | 83,51 | 84 | 85,0 | Bagor | Dinas A
        2 | Keuangan | Opini Laporan | WTP | WTP | WTP | BPKA | Dinas A
        3 | Akuntabilitas | SAKIP Contoh | B | B | A | Bagor | Dinas A
        """
    )
    results = interim("1 | Nilai Akuntabilitas Contoh | 0-100 | 61 | 70,4 | PANRB")
    assert messages("indicator_two_values", results, OBJECTIVES, agreeing) == []


def test_two_grades_that_differ():
    other = activities("2 | Keuangan | Opini Laporan | WTP | WDP | WTP | BPKA | Dinas A")
    assert messages("indicator_two_values", OBJECTIVES, other) == [
        "Target 2023 untuk “Opini Laporan” tercetak WTP di Tabel 3.2 dan WDP di Tabel 3.4."
    ]


def test_related_measures_with_nearly_the_same_value():
    results = interim("1 | Kualitas Pengelolaan Arsip | 0-100 | 59,97 | 81,35 | ANRI")
    near = activities("1 | Arsip Digital | Tingkat Digitalisasi Arsip | 81,53 | 84 | 86 | Dispersip | Dinas A")
    far = activities("1 | Arsip Digital | Tingkat Digitalisasi Arsip | 70,53 | 84 | 86 | Dispersip | Dinas A")
    assert said("nearly_equal_values", results, near) == [
        (
            "Nilai 2022 untuk “Kualitas Pengelolaan Arsip” dan “Tingkat Digitalisasi Arsip” hampir sama: 81,35 di "
            "Tabel 2.1 dan 81,53 di Tabel 3.4; mungkin salah salin.",
            ["81,35", "81,53"],
        )
    ]
    assert messages("nearly_equal_values", results, far) == []


def test_the_indicator_is_named_as_printed():
    one = objectives("1 | Layanan prima | Indeks Kepuasan (SKW) | 80 | 82 | 85 | BKD")
    other = activities("1 | Pelayanan | SKW | 80 | 82 | 86 | Bagor | Dinas A")
    assert messages("indicator_two_values", one, other) == [
        "Target 2024 untuk “Indeks Kepuasan (SKW)” tercetak 85 di Tabel 3.2 dan 86 di Tabel 3.4."
    ]

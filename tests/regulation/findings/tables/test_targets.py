"""Targets against the baseline and against each other."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, findings, messages, objectives, said, themes


def test_a_target_worse_than_the_baseline_of_a_lower_is_better_indicator():
    worse = themes("1 | Kemiskinan | Menurunnya kemiskinan | Angka Kemiskinan | 6,37% | 7% | 6,5%")
    finding = next(f for f in findings(worse) if f.code == "target_worse_than_baseline")

    assert (finding.severity, finding.message.id, finding.message.en) == (
        "error",
        "Target “Angka Kemiskinan” 7% (2023) dan 6,5% (2024) lebih buruk daripada baseline 6,37%; indikator ini "
        "seharusnya turun.",
        "The target of “Angka Kemiskinan”, 7% (2023) and 6,5% (2024), is worse than the baseline 6,37%; this indicator "
        "should fall.",
    )
    assert [place.printed for place in finding.places] == ["6,37%", "7%", "6,5%"]


def test_a_lower_score_and_a_lower_grade_are_worse():
    worse = activities(
        """
        1 | Pelayanan Prima | Survei Kepuasan Warga | 83,51 | 82 | 84 | Bagor | Dinas A
        2 | Akuntabilitas | SAKIP Contoh | B | C | B | Bagor | Dinas A
        3 | Keuangan | Opini Laporan | WTP | WDP | WTP | BPKA | Dinas A
        """
    )
    assert messages("target_worse_than_baseline", worse) == [
        "Target “Survei Kepuasan Warga” 82 (2023) lebih buruk daripada baseline 83,51; indikator ini seharusnya naik.",
        "Target “SAKIP Contoh” C (2023) lebih buruk daripada baseline B; indikator ini seharusnya naik.",
        "Target “Opini Laporan” WDP (2023) lebih buruk daripada baseline WTP; indikator ini seharusnya naik.",
    ]


def test_what_improves_or_has_no_direction_is_not_worse():
    right = activities(
        """
        1 | Pelayanan Prima | Survei Kepuasan Warga | 83,51 | 84 | 86 | Bagor | Dinas A
        2 | Layanan Cepat | Waktu Layanan Izin | 10 hari | 12 hari | 8 hari | Bagor | Dinas A
        """
    )
    inflation = themes("1 | Inflasi | Terkendalinya inflasi | Tingkat Inflasi | 1,2% | 3% | 2,5%")
    assert messages("target_worse_than_baseline", right, inflation) == []
    assert messages("target_falls_back", right, inflation) == []


def test_a_target_that_falls_back():
    back = activities("1 | Pelayanan Prima | Survei Kepuasan Warga | 70 | 86 | 84 | Bagor | Dinas A")
    assert said("target_falls_back", back) == [
        ("Target “Survei Kepuasan Warga” tahun 2024 (84) lebih buruk daripada tahun 2023 (86).", ["86", "84"])
    ]


def test_targets_that_stand_still():
    still = activities(
        """
        1 | Akuntabilitas | SAKIP Contoh | B | B | B | Bagor | Dinas A
        2 | Perencanaan | Indeks Perencanaan | - | 76 | 76 | Bappeda | Dinas A
        """
    )
    twice = objectives("1 | Akuntabel | Nilai Akuntabilitas Contoh | 70,4 (B) | B | B | PANRB")
    found = said("target_not_moving", twice, still)

    assert [message for message, _ in found] == [
        "Nilai “Nilai Akuntabilitas Contoh” tetap B dari baseline sampai target 2024; tidak ada kemajuan yang diminta.",
        "Nilai “Indeks Perencanaan” tetap 76 dari 2023 sampai target 2024; tidak ada kemajuan yang diminta.",
    ]
    assert [len(places) for _, places in found] == [2, 1]


def test_what_cannot_be_better_may_stand_still():
    top = activities(
        """
        1 | Keuangan | Opini Laporan | WTP | WTP | WTP | BPKA | Dinas A
        2 | Pengaduan | Persentase Tindak Lanjut Aduan | 100% | 100% | 100% | Kominfo | Dinas A
        3 | Akuntabilitas | SAKIP Contoh | A | A | A | Bagor | Dinas A
        4 | Maturitas | Maturitas Layanan | 5 | 5 | 5 | Bagor | Dinas A
        """
    )
    assert messages("target_not_moving", top) == []


def test_an_index_may_not_fall_between_quarters_though_a_count_may():
    headers = "No | Kegiatan Utama | Indikator | Baseline 2022 | TW I 2023 | TW II 2023 | TW III 2023 | TW IV 2023"
    quarterly = table(
        "5",
        "Target Kegiatan Utama",
        headers,
        """
        1 | Pelayanan Prima | Survei Kepuasan Warga | 80 | 81 | 83 | 82 | 84
        2 | Pelatihan | Peserta Pelatihan | 400 orang | 100 orang | 120 orang | 80 orang | 100 orang
        """,
    )
    assert messages("target_falls_back", quarterly) == [
        "Target “Survei Kepuasan Warga” tahun 2023-Q3 (82) lebih buruk daripada tahun 2023-Q2 (83)."
    ]

"""Leaps from one year to the next."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, messages, said


def test_a_leap_over_most_of_the_scale():
    leap = activities("1 | Sistem Kerja | Tingkat Penerapan Sistem Kerja | - | 20% | 100% | Bagor | Dinas A")
    assert said("implausible_jump", leap) == [
        (
            "“Tingkat Penerapan Sistem Kerja” harus melompat dari 20% (2023) ke 100% (2024), 80% dari rentang skala "
            "per tahun.",
            ["20%", "100%"],
        )
    ]


def test_the_scale_decides_what_a_leap_is():
    two_levels = activities("1 | SPIP | Maturitas Layanan | 2 | 4 | 4 | Inspektorat | Dinas A")
    ten_points = activities("1 | Pelayanan Prima | Survei Kepuasan Warga | 60 | 70 | 84 | Bagor | Dinas A")
    assert messages("implausible_jump", two_levels) == [
        "“Maturitas Layanan” harus melompat dari 2 (2022) ke 4 (2023), 50% dari rentang skala per tahun."
    ]
    assert messages("implausible_jump", ten_points) == []


def test_a_step_over_two_years_is_spread_over_both():
    headers = "No | Sasaran Strategis | Indikator | Baseline 2022 | Target 2024"
    over_two = table("3.2", "Sasaran Strategis", headers, "1 | Layanan matang | Maturitas Layanan | 2 | 3")
    assert messages("implausible_jump", over_two) == []


def test_without_a_scale_twice_as_much_is_a_leap():
    rupiah = activities(
        """
        1 | Investasi | Nilai Investasi | Rp 120 miliar | Rp 150 miliar | Rp 400 miliar | DPMPTSP | Dinas A
        2 | Pengunjung | Jumlah Kunjungan MPP | 1.000 orang | 1.500 orang | 2.500 orang | DPMPTSP | Dinas A
        """
    )
    assert messages("implausible_jump", rupiah) == [
        "“Nilai Investasi” harus melompat dari Rp 150 miliar (2023) ke Rp 400 miliar (2024), dua kali lipat atau lebih "
        "dalam setahun."
    ]


def test_from_the_baseline_to_a_first_quarter():
    headers = "No | Kegiatan Utama | Indikator | Baseline 2022 | TW I 2023 | TW II 2023 | TW III 2023 | TW IV 2023"
    quarterly = table(
        "5",
        "Target Kegiatan Utama",
        headers,
        """
        1 | Sekolah | Jumlah Sekolah Ramah Anak | 10 sekolah | 25 sekolah | 30 sekolah | 60 sekolah | 62 sekolah
        2 | Pelatihan | Peserta Pelatihan | 400 orang | 100 orang | 200 orang | 300 orang | 400 orang
        3 | Aplikasi | Persentase Penyelesaian Aplikasi | 0% | 25% | 50% | 75% | 100%
        """,
    )
    assert messages("implausible_jump", quarterly) == [
        "“Jumlah Sekolah Ramah Anak” harus melompat dari 10 sekolah (2022) ke 25 sekolah (2023-Q1), dua kali lipat "
        "atau lebih dalam setahun."
    ]

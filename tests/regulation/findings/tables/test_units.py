"""Units lost, or printed for some rows only."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, messages, said, themes


def test_figures_without_a_unit():
    bare = activities(
        """
        1 | Pengaduan | Tingkat Tindak Lanjut Aduan | 90 | 95 | 98 | Kominfo | Dinas A
        2 | Pelayanan Prima | Survei Kepuasan Warga | 80 | 82 | 84 | Bagor | Dinas A
        3 | SPIP | Maturitas Layanan | 2 | 3 | 3 | Inspektorat | Dinas A
        4 | Budaya | Indeks Kerapian | 2 | 3 | 3 | Bagor | Dinas A
        """
    )
    assert messages("missing_unit", bare) == [
        "Tabel 3.4 mencetak angka tanpa satuan: “Tingkat Tindak Lanjut Aduan” (90, 95, 98)."
    ]


def test_a_unit_column_or_a_unit_word_is_enough():
    headers = "No | Kegiatan Utama | Indikator | Satuan | Baseline 2022 | Target 2023 | Target 2024"
    with_column = table(
        "3.4",
        "Target Kegiatan Utama",
        headers,
        """
        1 | Pengaduan | Tingkat Tindak Lanjut Aduan | % | 90 | 95 | 98
        2 | Kemiskinan | Angka Kemiskinan | persen | 6 | 5 | 4
        """,
    )
    with_word = activities("1 | Pengaduan | Tindak Lanjut Aduan | 90 aduan | 95 aduan | 98 aduan | Kominfo | Dinas A")
    assert messages("missing_unit", with_column) == []
    assert messages("percent_mixed", with_column) == []
    assert messages("missing_unit", with_word) == []


def test_percentages_with_and_without_a_sign():
    mixed = themes(
        """
        1 | Kemiskinan | Menurunnya kemiskinan | Angka Kemiskinan | 6,37 | 5,65 | 5,37
        2 | Stunting | Menurunnya stunting | Angka Stunting | 21% | 16% | 14%
        """
    )
    assert said("percent_mixed", mixed) == [
        (
            "Tabel 3.5 mencetak persentase tanpa tanda %: “Angka Kemiskinan” (6,37, 5,65, 5,37); yang lain memakainya, "
            "misalnya “Angka Stunting” (21%, 16%, 14%).",
            ["1 | Kemiskinan | Menurunnya kemiskinan | Angka Kemiskinan | 6,37 | 5,65 | 5,37"],
        )
    ]
    assert messages("missing_unit", mixed) == []


def test_one_kind_of_indicator_with_and_without_a_sign():
    mixed = activities(
        """
        1 | Talenta | Tingkat Penerapan Talenta | 38% | 50% | 70% | BKD | Dinas A
        2 | Jabatan | Tingkat Penerapan Jabatan | 90 | 95 | 100 | BKD | Dinas A
        3 | Keuangan | Tindak Lanjut Pemeriksaan | 72,97% | 75 | 90% | BPKA | Dinas A
        """
    )
    assert messages("percent_mixed", mixed) == [
        "Tabel 3.4 mencetak persentase tanpa tanda %: “Tingkat Penerapan Jabatan” (90, 95, 100) dan “Tindak Lanjut "
        "Pemeriksaan” (72,97%, 75, 90%); yang lain memakainya, misalnya “Tingkat Penerapan Talenta” (38%, 50%, 70%)."
    ]


def test_percentages_that_all_lost_their_sign():
    lost = themes("1 | Kemiskinan | Menurunnya kemiskinan | Angka Kemiskinan | 6,37 | 5,65 | 5,37")
    assert messages("missing_unit", lost) == [
        "Tabel 3.5 mencetak persentase tanpa tanda %: “Angka Kemiskinan” (6,37, 5,65, 5,37)."
    ]


def test_percents_beside_points_are_not_mixed():
    right = activities(
        """
        1 | Talenta | Tingkat Penerapan Talenta | 38% | 50% | 70% | BKD | Dinas A
        2 | Pelayanan Prima | Survei Kepuasan Warga | 80 | 82 | 84 | Bagor | Dinas A
        """
    )
    assert messages("percent_mixed", right) == []
    assert messages("missing_unit", right) == []

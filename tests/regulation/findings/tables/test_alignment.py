"""Whether an indicator measures what its row is about, and is one indicator."""

import pytest

from tests.regulation.findings.tables.checking import activities, messages, said, themes


def test_an_indicator_of_another_field():
    mismatch = themes(
        "1 | Digitalisasi | Meningkatnya tata kelola berbasis teknologi informasi | Angka Stunting | 21% | 16% | 14%"
    )
    assert messages("indicator_mismatch", mismatch) == [
        "Indikator “Angka Stunting” tidak mengukur “Meningkatnya tata kelola berbasis teknologi informasi”."
    ]


def test_indicators_of_the_same_field_or_of_no_known_one():
    right = themes(
        """
        1 | Kemiskinan | Menurunnya angka kemiskinan | Persentase Penduduk Miskin | 6% | 5% | 4%
        2 | Digitalisasi | Pelayanan digital untuk penanganan stunting | Angka Stunting | 21% | 16% | 14%
        3 | Investasi | Meningkatnya investasi | Indeks Kemudahan | 60 | 65 | 70
        """
    )
    assert messages("indicator_mismatch", right) == []


def test_several_indicators_with_one_number():
    several = themes(
        "1 | Kemiskinan | Turunnya kemiskinan | Angka Kemiskinan, indeks kedalaman (P1) dan keparahan kemiskinan (P2) "
        "| 6,37 | 5,65 | 5,37"
    )
    assert messages("several_indicators_one_number", several) == [
        "Satu baris memuat 3 indikator (“Angka Kemiskinan”, “indeks kedalaman (P1)”, dan “keparahan kemiskinan (P2)”) "
        "tetapi hanya satu angka tiap kolom: 6,37, 5,65, 5,37."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Nilai Investasi (Jumlah PMDN dan PMA)",
        "Tingkat Penerapan Sistem Kerja Baru dan Fleksibilitas Bekerja",
        "Kualitas Pengelolaan Pengadaan Barang dan Jasa",
        "Capaian Kinerja (Angka Kemiskinan, Pertumbuhan Investasi)",
        "Indeks Ketenteraman dan Ketertiban",
    ],
)
def test_one_indicator_whose_name_holds_and_or_a_comma(name):
    row = activities(f"1 | Kegiatan | {name} | 60 | 65 | 70 | Bagor | Dinas A")
    assert said("several_indicators_one_number", row) == []


def test_several_indicators_each_with_its_number():
    apart = activities("1 | Budaya | Indeks Budaya¶Indeks Citra | 61¶71 | 65¶73 | 70¶75 | BKD | Dinas A")
    assert messages("several_indicators_one_number", apart) == []

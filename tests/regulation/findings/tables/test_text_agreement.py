"""What the running text tells of an indicator, against its table."""

import pytest

from tests.regulation.building import heading, paragraph
from tests.regulation.findings.tables.checking import activities, findings, messages, said, themes

THEMES = themes(
    """
    1 | Pengentasan Kemiskinan | Menurunnya angka kemiskinan | Angka Kemiskinan | 6,37% | 5,65% | 5,37%
    2 | Pengendalian Inflasi | Terkendalinya inflasi | Tingkat Inflasi | 5,45% | 3,0% | 2,5%
    """
)
ACTIVITIES = activities(
    """
    1 | Core Values ASN | Indeks Budaya Warga | 61,8 | 65 | 70 | BKD | Dinas A
    ^ | ^               | Nilai Citra Pemberi Kerja | 71,2 | 73 | 75 | BKD | Dinas A
    2 | Pencegahan Korupsi | Indeks Integritas Contoh | 71,4 | 72 | 73 | Inspektorat | Dinas A
    """
)


def test_a_target_that_the_text_tells_differently():
    text = "Dengan adanya target kemiskinan 7% pada 2024 dan target kemiskinan ekstrem menjadi 0% pada 2024."
    finding = next(f for f in findings(paragraph(text), THEMES) if f.code == "indicator_two_values")

    assert (finding.severity, finding.message.id) == (
        "error",
        "Teks menyebut target 2024 “Angka Kemiskinan” 7%, sedangkan tercetak 5,37% di Tabel 3.5; nilai di teks bahkan "
        "lebih buruk daripada 6,37% (2022).",
    )
    assert [place.printed for place in finding.places] == [text, "5,37%"]


def test_a_target_that_the_text_goes_on_about():
    text = paragraph("Target Indeks Budaya Warga tahun 2024 sebesar 75 telah diselaraskan dengan arah nasional.")
    assert messages("indicator_two_values", text, ACTIVITIES) == [
        "Teks menyebut target 2024 “Indeks Budaya Warga” 75, sedangkan tercetak 70 di Tabel 3.4."
    ]


def test_a_result_that_the_text_tells_differently():
    text = paragraph("Pada tahun 2022 angka kemiskinan Kota Contoh mencapai 6,73 persen.")
    assert messages("indicator_two_values", text, THEMES) == [
        "Teks menyebut nilai 2022 “Angka Kemiskinan” 6,73 persen, sedangkan tercetak 6,37% di Tabel 3.5."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Pada tahun 2022 angka kemiskinan mencapai 6,37 persen.",
        "Pada tahun 2022 angka kemiskinan mencapai sekitar 6,4 persen.",
        "Pada tahun 2022 angka kemiskinan ekstrem sebanyak 2.850 jiwa atau 1,39 %.",
        "Pada tahun 2022 angka kemiskinan nasional mencapai 9,54 persen.",
        "Pada tahun 2022 angka kemiskinan Kota Lain mencapai 4,1 persen.",
        "Pada tahun 2022 angka kemiskinan turun 0,5 persen.",
        "Pada tahun 2021 angka kemiskinan mencapai 6,88 persen.",
        "Angka kemiskinan pada 2024 ditargetkan di bawah 6 persen.",
        "Laju inflasi tahun 2024 diproyeksikan berkisar pada tingkat 1,5% hingga 3,5%.",
        "Inflasi pada bulan Juni tahun 2023 sebesar 3,59%.",
        "Anggaran pengentasan kemiskinan pada 2022 mencapai 12 persen dari belanja.",
        "Terdapat 65 program kemiskinan pada 2022.",
        "Penanganan kemiskinan pada 2022 telah mencapai 70 persen sasaran.",
    ],
)
def test_the_same_value_and_statements_on_something_else(text):
    assert messages("indicator_two_values", paragraph(text), THEMES) == []


@pytest.mark.parametrize(
    "text",
    [
        "Indeks integritas contoh pada 2022 diukur pada 12 unit.",
        "Survei indeks integritas contoh tahun 2022 diikuti oleh responden yaitu 65 pegawai.",
        "Indeks integritas contoh pada tahun 2022 adalah 71,4 dengan kategori baik.",
    ],
)
def test_counts_beside_an_index_are_not_its_value(text):
    assert messages("indicator_two_values", paragraph(text), ACTIVITIES) == []


def test_an_index_that_the_text_tells_differently():
    text = paragraph("Indeks integritas contoh pada tahun 2022 adalah 74,1 dengan kategori baik.")
    assert messages("indicator_two_values", text, ACTIVITIES) == [
        "Teks menyebut nilai 2022 “Indeks Integritas Contoh” 74,1, sedangkan tercetak 71,4 di Tabel 3.4."
    ]


def test_a_section_on_the_nation_tells_nothing_of_the_city():
    text = paragraph("Angka kemiskinan turun 0,60% dari 10,14% menjadi 9,54% pada 2022.")
    parts = (heading("BAB II GAMBARAN"), heading("2.1 Isu Strategis Nasional", 2), text)
    assert messages("indicator_two_values", *parts, THEMES) == []


def test_a_graded_value_that_lost_its_decimals():
    text = "Indeks budaya warga Kota Contoh tahun 2022 yaitu sebesar 61,8 dengan kategori cukup. "
    rounded = "Sedangkan hasil pengukuran lainnya yaitu 71 dengan kategori baik."
    finding = next(f for f in findings(paragraph(text + rounded), ACTIVITIES) if f.code == "indicator_two_values")

    assert (finding.severity, finding.message.id) == (
        "note",
        "Teks menyebut nilai 2022 “Nilai Citra Pemberi Kerja” 71, sedangkan tercetak 71,2 di Tabel 3.4 (tampaknya "
        "dibulatkan).",
    )
    exact = paragraph(text + "Sedangkan hasil pengukuran lainnya yaitu 71,2 dengan kategori baik.")
    assert said("indicator_two_values", exact, ACTIVITIES) == []

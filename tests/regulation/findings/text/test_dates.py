"""What is told of a time after the enactment on 6 July 2023."""

import pytest

from tests.regulation.building import heading, paragraph
from tests.regulation.findings.text.checking import SIGNED, printed, said


def test_results_of_a_later_month():
    sentence = paragraph("Sampai dengan akhir bulan juli 2023 capaian realisasi belanja sebesar 79% dari target.")
    assert said("later_than_enactment", SIGNED, heading("BAB I PENDAHULUAN"), sentence) == [
        (
            "“akhir bulan juli 2023” diceritakan sebagai sudah terjadi, padahal peraturan ditetapkan 6 Juli 2023.",
            ["akhir bulan juli 2023"],
        )
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Lomba arsip telah dilaksanakan pada 17 Agustus 2023.", "17 Agustus 2023"),
        ("Pada bulan Oktober 2023 tercatat 12 permohonan.", "bulan Oktober 2023"),
        ("Hingga triwulan III tahun 2023, serapan telah mencapai 30%.", "Hingga triwulan III tahun 2023"),
        ("Pada semester I tahun 2024 tercatat 12 permohonan.", "semester I tahun 2024"),
        ("Jumlah pemohon pada tahun 2024 ada 900 orang menurut catatan dinas.", "tahun 2024"),
        ("Pada tahun 2024 tercatat 12 permohonan.", "tahun 2024"),
        ("Sesuai Peraturan Menteri PANRB Nomor 9 Tahun 2024 dilakukan penilaian.", "Nomor 9 Tahun 2024"),
        ("Dibentuk dengan keputusan tanggal 2 September 2023.", "2 September 2023"),
    ],
)
def test_later(sentence: str, words: str):
    assert printed("later_than_enactment", SIGNED, paragraph(sentence)) == [[words]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lomba dilaksanakan setiap Senin dari bulan Agustus sampai dengan Desember 2023.",
        "Sampai dengan Juni 2023 tercatat 12 permohonan.",
        "Sampai dengan triwulan II 2023 tercatat 12 permohonan.",
        "Pada triwulan III 2023 tercatat 12 permohonan.",  # the quarter has begun
        "Hingga triwulan IV 2023, serapan ditargetkan mencapai 90%.",
        "Inflasi pada bulan Juli 2023 sebesar 3,5%.",  # the month has begun
        "Realisasi ditargetkan mencapai 90% pada akhir Desember 2023.",
        "Pada akhir Desember 2023 realisasi diharapkan mencapai 90%.",
        "Laju inflasi tahun 2024 diproyeksikan mencapai 3%.",
        "Adapun pada tahun 2024 belanja ditargetkan minimal sebesar 95%.",
        "Laporan disampaikan paling lambat tanggal 5 Januari 2024.",
        "Diundangkan di Contoh pada tanggal 9 Juli 2023",
        "Road Map Tahun 2023-2026 telah disusun.",
    ],
)
def test_plans_and_the_past(sentence: str):
    assert printed("later_than_enactment", SIGNED, paragraph(sentence)) == []


def test_without_a_date_of_enactment_nothing_is_later():
    assert printed("later_than_enactment", paragraph("Pada bulan Oktober 2023 tercatat 12 permohonan.")) == []


def test_a_year_that_has_come():
    assert printed("past_as_future", SIGNED, paragraph("Menuju tahun 2023, kota tetap berkomitmen.")) == [
        ["Menuju tahun 2023"]
    ]
    assert printed("past_as_future", SIGNED, paragraph("Menuju tahun 2024, kota tetap berkomitmen.")) == []

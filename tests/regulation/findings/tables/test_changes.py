"""Differences and percentages of change in the running text."""

import pytest

from tests.regulation.building import paragraph
from tests.regulation.findings.tables.checking import findings, messages, said


def test_a_percentage_that_is_not_the_change_of_the_counts():
    text = (
        "Jumlah penduduk miskin pada 2022 mencapai 11.000 jiwa atau 6,37 persen. Jumlah itu menurun sekitar 0,51 "
        "persen dibandingkan pada 2021. Saat itu, jumlahnya mencapai 12.000 jiwa."
    )
    finding = next(finding for finding in findings(paragraph(text)) if finding.code == "wrong_difference")

    assert (finding.message.id, finding.message.en) == (
        "Teks menyebut perubahan 0,51 persen, padahal dari 12.000 jiwa ke 11.000 jiwa adalah penurunan 8,33 persen.",
        "The text states a change of 0,51 persen, but from 12.000 jiwa to 11.000 jiwa is a fall of 8.33 percent.",
    )
    assert [place.printed for place in finding.places] == [
        "Jumlah itu menurun sekitar 0,51 persen dibandingkan pada 2021.",
        "Saat itu, jumlahnya mencapai 12.000 jiwa.",
        "Jumlah penduduk miskin pada 2022 mencapai 11.000 jiwa atau 6,37 persen.",
    ]


def test_points_that_are_not_the_difference():
    text = "Pada 2022 indeks kedalaman sebesar 0,93 atau turun sebanyak 0,32 poin dibandingkan 2021 yang mencapai 1,15."
    assert messages("wrong_difference", paragraph(text)) == [
        "Teks menyebut perubahan 0,32 poin, padahal dari 1,15 ke 0,93 adalah penurunan 0,22."
    ]


def test_whole_points_and_rounded_amounts_of_money():
    points = paragraph("Nilai naik sebesar 2 poin dari 70 menjadi 73.")
    money = paragraph("Investasi naik 15 persen dari Rp 1,11 triliun menjadi Rp 1,25 triliun.")
    assert messages("wrong_difference", points, money) == [
        "Teks menyebut perubahan 2 poin, padahal dari 70 ke 73 adalah kenaikan 3.",
        "Teks menyebut perubahan 15 persen, padahal dari Rp 1,11 triliun ke Rp 1,25 triliun adalah kenaikan 12,61 "
        "persen.",
    ]


def test_a_rise_that_is_a_fall():
    text = "Jumlah aduan naik sebesar 20 persen dari 100 orang menjadi 80 orang."
    assert messages("wrong_difference", paragraph(text)) == [
        "Teks menyebut perubahan 20 persen, padahal dari 100 orang ke 80 orang adalah penurunan 20 persen."
    ]


def test_the_difference_of_percentages_is_in_points():
    text = "Anggaran itu hanya menurunkan angka kemiskinan sebesar 0,60% dari 10,14% menjadi 9,54%."
    assert said("percent_for_points", paragraph(text)) == [
        ("Perubahan 0,60% dari 10,14% ke 9,54% adalah poin persen, bukan persen.", [text])
    ]
    assert messages("wrong_difference", paragraph(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pada 2022 indeks kedalaman sebesar 0,93 atau turun sebanyak 0,22 poin dibandingkan 2021 yang mencapai 1,15.",
        "Jumlah aduan turun 20 persen dari 100 orang menjadi 80 orang.",
        "Jumlah aduan turun 33 persen dari 300 orang menjadi 200 orang.",
        "Realisasi naik 12,5 persen dibandingkan tahun 2023 sebesar Rp 1,11 triliun.",
        "Investasi 2024 sebesar Rp 1,25 triliun atau naik 12,5 persen dibandingkan tahun 2023 sebesar Rp 1,11 triliun.",
        "Angka kemiskinan turun 0,60 poin persen dari 10,14 menjadi 9,54.",
        "Jumlah pengangguran 6.980 orang pada 2021 dan 6.620 orang pada 2022. Tren pengangguran terus turun hingga 1,6 "
        "persen dibandingkan tahun pertama pandemi.",
        "Nilai naik menjadi 80 dibandingkan 70 pada tahun lalu.",
        "Laju inflasi mengalami kenaikan menjadi 5,45%, namun masih di bawah 10%.",
    ],
)
def test_right_changes_and_statements_that_are_no_change(text):
    assert messages("wrong_difference", paragraph(text)) == []
    assert messages("percent_for_points", paragraph(text)) == []

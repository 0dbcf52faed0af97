"""Cutting running text into sentences, and finding the amounts and years in them."""

from decimal import Decimal

import pytest

from petajalan.regulation.document import Block, BlockKind, Document, Place
from petajalan.regulation.findings.sentences import amounts, sentences, split, years


def test_sentences_of_paragraphs_and_items_in_printed_order():
    document = Document(
        "text",
        (
            Block(BlockKind.HEADING, "BAB I. PENDAHULUAN", Place(line=1, printed="BAB I. PENDAHULUAN")),
            Block(BlockKind.PARAGRAPH, "Nilai naik. Target 70.", Place(line=3, printed="Nilai naik. Target 70.")),
            Block(BlockKind.ITEM, "Selesai.", Place(line=5, printed="Selesai."), marker="1."),
        ),
        (),
    )
    assert [(s.text, s.block, s.place.line, s.place.printed) for s in sentences(document)] == [
        ("Nilai naik.", 1, 3, "Nilai naik."),
        ("Target 70.", 1, 3, "Target 70."),
        ("Selesai.", 2, 5, "Selesai."),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Garis kemiskinan Rp. 322.170 per bulan. Turun.", ["Garis kemiskinan Rp. 322.170 per bulan.", "Turun."]),
        ("Sesuai Peraturan No. 3 Tahun 2023.", ["Sesuai Peraturan No. 3 Tahun 2023."]),
        ("Naik menjadi 6,37 persen; Turun lagi.", ["Naik menjadi 6,37 persen;", "Turun lagi."]),
        ("", []),
    ],
)
def test_split(text, parts):
    assert list(split(text)) == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sebanyak 2.850 jiwa atau 1,39 %", [("2.850 jiwa", "2850", "jiwa"), ("1,39 %", "1.39", "percent")]),
        ("turun 0,51 persen dari 2021", [("0,51 persen", "0.51", "percent")]),
        ("mencapai Rp 431,3 Triliun", [("Rp 431,3 Triliun", "431300000000000", "rupiah")]),
        ("sekitar 35 ribu orang", [("35 ribu orang", "35000", "orang")]),
        ("turun 0,6 poin persen", [("0,6 poin persen", "0.6", "poin")]),
        ("Nomor 188/158/423.011/2022 tanggal 6 Juni 2022", []),
        ("Nomor 500/4776/423.016/2022 26 Agustus 2022", []),
        ("Peraturan Menteri Nomor 3 Tahun 2023, Pasal 18 ayat (6), skala 1-10", []),
        ("28.39% pelaku usaha", [("28.39%", "28.39", "percent")]),
    ],
)
def test_amounts(text, found):
    assert [(a.printed, str(a.value), a.unit) for a in amounts(text)] == found


def test_a_decimal_point_is_reported():
    assert amounts("tercatat 28.39% usaha")[0].decimal_point
    assert not amounts("tercatat 28,39% usaha")[0].decimal_point


def test_years_but_not_periods_or_numbers_of_laws():
    text = "Pada 2022 naik, tahun 2023 tetap; Road Map 2021-2026 dan Nomor 188/158/423.011/2022, sebanyak 2.022 jiwa"
    assert [year.year for year in years(text)] == [2022, 2023]
    assert amounts("sebanyak 2.022 jiwa")[0].value == Decimal(2022)

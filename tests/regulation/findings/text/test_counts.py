"""Announced numbers that are not met, and those that are."""

import pytest

from tests.regulation.building import item, paragraph, table
from tests.regulation.findings.text.checking import printed, said


def test_two_named_instead_of_three_wherever_it_is_printed():
    results = table("2.1", "Indikator", "No | Indikator", "1 | Capaian tiga indeks layanan (kota, desa)")
    assert said("count_mismatch", paragraph("Diukur dengan tiga indeks layanan (kota, desa)."), results) == [
        (
            "“tiga indeks layanan” mengumumkan 3, tetapi yang disebut 2: “kota” dan “desa”.",
            ["tiga indeks layanan", "tiga indeks layanan"],
        )
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Terdapat tiga sasaran, yaitu layanan cepat, arsip rapi, aparatur ramah, dan kas sehat.",
        "Terdapat 4 (empat) kelompok yaitu warga dan aparatur.",
        "Kawasan 3T (tertinggal, terdepan) didahulukan.",
        "Ada lima langkah yaitu a) mendata; b) menata; dan c) menilai.",
        "Masa rencana 3 tahun dibagi ke dalam dua tahap, yaitu rintisan, penguatan, dan pemantapan.",
    ],
)
def test_listed_in_the_sentence(sentence: str):
    assert len(printed("count_mismatch", paragraph(sentence))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Terdapat dua kelompok yaitu warga dan aparatur.",
        "Terdapat dua arah yaitu layanan cepat, data dan arsip.",  # two or three
        "Terdapat tiga sasaran (lihat Tabel 3.2, kolom 4).",
        "Terdapat empat aspek, yaitu tujuan dan sasaran, kegiatan yang fokus, isu hulu dan hilir, dan indikator.",
        "Ada empat faktor yaitu Mandat, Keparahan (rendah), Waktu (Mendesak), dan Skor (Total), atau lebih.",
        "Pada tiga tahun terakhir yaitu tahun 2020 dan 2021 laju inflasi mencapai 1,8% dan 1,7%.",
        "Pada 2 (dua) tahun yaitu 2023-2024 kegiatan berjalan.",
        "Ada tiga lokasi, antara lain pasar dan terminal.",
        "Disalurkan lewat 4 kanal (radio, surat kabar, laman dan pesan singkat).",
        "Peringkat tujuh daerah, yaitu kota dan kabupaten, diumumkan.",
        "Salah satu program yaitu pasar murah, arsip digital, dan layanan malam.",
        "Untuk dua tim pada Bagian Organisasi (analis, arsiparis, dan pranata) disediakan ruang.",
        "Ada dua aktivitas sekaligus yaitu sosialisasi dan layanan, dimana pelaku usaha datang, duduk, dan bertanya.",
    ],
)
def test_met_or_not_to_be_counted(sentence: str):
    assert printed("count_mismatch", paragraph(sentence)) == []


def test_items_below():
    announced = paragraph("Ditetapkan 3 (tiga) tema sebagai berikut:")
    first, second = item("1.", "Kemiskinan", 1), item("2.", "Investasi", 1)
    assert printed("count_mismatch", announced, first, paragraph("Uraian."), second) == [
        ["3 (tiga) tema", "1. Kemiskinan", "2. Investasi"]
    ]
    assert printed("count_mismatch", announced, first, second, item("3.", "Inflasi", 1)) == []


def test_items_below_an_item_are_its_own():
    assert (
        printed(
            "count_mismatch",
            paragraph("Ada dua komponen yaitu:"),
            item("1.", "Keuangan, dengan dua indikator yaitu:", 1),
            item("a.", "Opini;", 2),
            item("b.", "Tindak lanjut;", 2),
            item("2.", "Pelayanan.", 1),
        )
        == []
    )


def test_rows_of_the_table_below():
    announced = paragraph("Terdapat 3 (tiga) hasil antara yang telah diukur, dengan nilai sebagai berikut:")
    rows = "1 | Arsip | 70\n2 | Merit | 250"
    results = table("2.1", "Capaian Hasil Antara", "No | Hasil Antara | Nilai 2022", rows)
    assert len(printed("count_mismatch", announced, results)) == 1
    assert printed("count_mismatch", announced, table("2.2", "Neraca", "No | Pos | Nilai 2022", rows)) == []


def test_digits_and_words():
    assert said("number_words_mismatch", paragraph("Terdapat 12 (dua puluh satu) unit.")) == [
        ("Angka 12 ditulis “dua puluh satu” (21) dalam huruf.", ["12 (dua puluh satu)"])
    ]
    assert (
        printed("number_words_mismatch", paragraph("Terdapat 21 (dua puluh satu) unit dan 12 (dua belas) tim.")) == []
    )


def test_rows_of_a_table_that_the_sentence_names():
    themes = table(
        "3.5", "Sasaran Tematik", "No | Tema | Sasaran", "1 | Kemiskinan | Turun\n | | Rata\n2 | Inflasi | Turun"
    )
    assert said("count_mismatch", paragraph("Kota memilih empat tema, sebagaimana Tabel 3.5."), themes) == [
        ("“empat tema” mengumumkan 4, tetapi yang disebut 2.", ["empat tema", "Tabel 3.5 Sasaran Tematik"])
    ]
    assert printed("count_mismatch", paragraph("Kota memilih dua tema, sebagaimana Tabel 3.5."), themes) == []
    assert printed("count_mismatch", paragraph("Ada empat sasaran, sebagaimana Tabel 3.5."), themes) == []


def test_rows_of_one_group_of_a_table():
    activities = table("3.3", "Prioritas", "No | Kegiatan Utama", "A |\n1 | Arsip\n2 | SPBE\nB |\n1 | Merit")
    for count in ("tiga", "dua", "1"):
        told = paragraph(f"Terdapat {count} kegiatan utama, lihat Tabel 3.3.")
        assert printed("count_mismatch", told, activities) == []
    assert len(printed("count_mismatch", paragraph("Terdapat lima kegiatan utama, lihat Tabel 3.3."), activities)) == 1

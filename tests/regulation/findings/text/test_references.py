"""References to parts that are there, and to parts that are not."""

import pytest

from tests.regulation.building import caption, heading, item, paragraph, table
from tests.regulation.findings.text.checking import printed, said

ARTICLES = (
    heading("Pasal 1", 2),
    item("(1)", "Peta jalan menjadi pedoman.", 1),
    item("(2)", "Pedoman terdiri atas:", 1),
    item("a.", "sasaran; dan", 2),
    item("b.", "kegiatan.", 2),
    heading("Pasal 2", 2),
)


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("Sebagaimana dimaksud dalam Pasal 5 disusun rencana.", "Pasal 5"),
        ("Sebagaimana dimaksud dalam Pasal 1 ayat (3) disusun rencana.", "Pasal 1 ayat (3)"),
        ("Sebagaimana dimaksud dalam Pasal 1 ayat (2) huruf f disusun rencana.", "Pasal 1 ayat (2) huruf f"),
        ("Rencana sebagaimana dimaksud pada ayat (4) disusun.", "pada ayat (4)"),
    ],
)
def test_articles_that_are_not_there(sentence: str, missing: str):
    assert printed("missing_reference", *ARTICLES, item("(1)", sentence, 1)) == [[missing]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sebagaimana dimaksud dalam Pasal 1 ayat (2) huruf b disusun rencana.",
        "Rencana sebagaimana dimaksud pada ayat (1) disusun.",
        "Berdasarkan ketentuan Pasal 3A Peraturan Menteri Keuangan disusun rencana.",
        "Berdasarkan Pasal 18 ayat (6) Undang-Undang Dasar disusun rencana.",
    ],
)
def test_articles_that_are_there_or_elsewhere(sentence: str):
    assert printed("missing_reference", *ARTICLES, item("(1)", sentence, 1)) == []


def test_tables_and_figures():
    shown = table("3.1", "Hasil", "No | Nilai", "1 | 7")
    assert printed("missing_reference", paragraph("Lihat Tabel 3. 1 dan Tabel 3.4."), shown) == [["Tabel 3.4"]]
    assert printed("missing_reference", paragraph("Lihat Gambar 3.4."), shown) == [["Gambar 3.4"]]
    assert printed("missing_reference", paragraph("Lihat Tabel III.4."), shown) == [["Tabel III.4"]]
    assert printed("missing_reference", paragraph("Lihat Bagan 3.4."), shown) == []  # charts are not numbered here
    of_another = paragraph("Lihat Tabel 3.4 dalam Lampiran Peraturan Menteri Keuangan.")
    assert printed("missing_reference", of_another, shown) == []
    of_this = paragraph("Lihat Tabel 3.4 dalam Lampiran Peraturan Wali Kota ini.")
    assert printed("missing_reference", of_this, shown) == [["Tabel 3.4"]]
    assert printed("missing_reference", paragraph("Lihat Gambar 3.4."), caption("Gambar 3.1 Alur")) == [["Gambar 3.4"]]


def test_chapters():
    chapters = (heading("BAB I PENDAHULUAN"), heading("BAB II PENUTUP"))
    assert printed("missing_reference", *chapters, paragraph("Diuraikan dalam Bab V dan Bab II.")) == [["Bab V"]]
    assert printed("missing_reference", *ARTICLES, item("a.", "BAB V : PENUTUP.", 1), *chapters) == []


def test_a_dictum_in_a_regulation():
    assert said("missing_reference", item("b.", "Mengoordinasikan tim pada diktum kedua;", 1)) == [
        ("“diktum kedua” merujuk pada bagian yang tidak ada dalam peraturan ini.", ["diktum kedua"])
    ]
    assert printed("missing_reference", paragraph("Sesuai diktum kedua Keputusan Wali Kota.")) == []


def test_a_model_above():
    sentence = paragraph("Berdasarkan model perubahan di atas, hasil dapat dijelaskan.")
    assert printed("missing_reference", sentence) == [["model perubahan di atas"]]
    assert printed("missing_reference", caption("Gambar 2.1 Model Perubahan"), sentence) == []


STARRED = table("3.4", "Target", "No | Indikator", "1 | Indeks Layanan*\n2 | Survei Warga (SW)*\n3 | Opini")


def test_asterisks():
    assert said("asterisk_without_footnote", STARRED) == [
        (
            "Tanda bintang pada “Indeks Layanan” dan “Survei Warga (SW)” tidak dijelaskan.",
            ["Indeks Layanan*", "Survei Warga (SW)*"],
        )
    ]
    assert printed("asterisk_without_footnote", STARRED, paragraph("*) diukur oleh kementerian")) == []
    assert printed("asterisk_without_footnote", STARRED, item("*", "diukur oleh kementerian")) == []
    assert printed("asterisk_without_footnote", paragraph("Nilai 2 * 3 adalah 6.")) == []

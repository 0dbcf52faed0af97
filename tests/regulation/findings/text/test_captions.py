"""Figures and tables announced with and without a caption below."""

from tests.regulation.building import caption, heading, paragraph, regulation, source, table
from tests.regulation.findings.text.checking import findings_in, printed, read, said

ANNOUNCED = paragraph("Capaian komponen hasil disajikan pada gambar berikut:")


def test_a_source_stands_where_the_figure_should():
    assert said("caption_missing", ANNOUNCED, source("Sumber: Evaluasi, 2022")) == [
        (
            "“gambar berikut” mengumumkan gambar, tetapi tidak ada judul gambar di bawahnya.",
            ["gambar berikut", "Sumber: Evaluasi, 2022"],
        )
    ]


def test_nothing_follows_before_the_next_heading():
    assert printed("caption_missing", ANNOUNCED, heading("BAB IV PENUTUP"), caption("Gambar 4.1 Alur")) == [
        ["gambar berikut"]
    ]


def test_a_table_is_no_figure():
    assert len(printed("caption_missing", ANNOUNCED, table("2.1", "Hasil", "No | Nilai 2022", "1 | 70"))) == 1


def test_the_caption_follows():
    assert printed("caption_missing", ANNOUNCED, caption("Gambar 2.1 Hasil"), source("Sumber: Evaluasi, 2022")) == []
    announced = paragraph("Targetnya disajikan pada table berikut:")
    assert printed("caption_missing", announced, table("2.1", "Hasil", "No | Nilai 2022", "1 | 70")) == []
    assert printed("caption_missing", paragraph("Gambaran berikut menjelaskannya.")) == []


def test_a_table_without_a_number_beside_numbered_ones():
    numbered = table(
        "2.1", "Capaian Hasil Antara", "No | Hasil Antara | Nilai 2021 | Nilai 2022", "1 | Arsip | 60 | 70"
    )
    bare = table(None, "", "No | Tema | Sasaran Tematik | Indikator | Target 2024", "1 | Investasi | Naik | Nilai | 5%")
    assert printed("caption_missing", numbered, bare) == [["No"]]
    assert [finding.code for finding in findings_in(read(bare)) if finding.code == "caption_missing"] == []
    assert findings_in(regulation()) == []

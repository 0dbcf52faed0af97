"""Headings by their words, in Markdown marks or without."""

import pytest

from petajalan.regulation.document import BlockKind
from tests.regulation.reading.showing import blocks, lines, read


@pytest.mark.parametrize(
    ("text", "heading", "level"),
    [
        ("BAB I\nPENDAHULUAN", "BAB I PENDAHULUAN", 1),
        ("BAB I\n\nPENDAHULUAN", "BAB I PENDAHULUAN", 1),
        ("BAB II GAMBARAN UMUM", "BAB II GAMBARAN UMUM", 1),
        ("BAB III\nAGENDA REFORMASI\nBIROKRASI DAERAH", "BAB III AGENDA REFORMASI BIROKRASI DAERAH", 1),
        ("# BAB IV\n\n# PENUTUP", "BAB IV PENUTUP", 1),
        ("## BAB V\n\n## Penutup", "BAB V Penutup", 1),
        ("**BAB VI PENUTUP**", "BAB VI PENUTUP", 1),
        ("1.1 Latar Belakang", "1.1 Latar Belakang", 2),
        ("2.1. Kondisi Umum", "2.1. Kondisi Umum", 2),
        ("### 2.1.1 Isu Hulu", "2.1.1 Isu Hulu", 3),
        ("Pasal 12A", "Pasal 12A", 2),
        ("Bagian Kesatu", "Bagian Kesatu", 2),
        ("LAMPIRAN", "LAMPIRAN", 1),
        ("LAMPIRAN II", "LAMPIRAN II", 1),
        ("LAMPIRAN PERATURAN BUPATI LANGKAP", "LAMPIRAN PERATURAN BUPATI LANGKAP", 1),
        ("### Ringkasan", "Ringkasan", 3),
    ],
)
def test_headings(text, heading, level):
    (block,) = read(text).blocks
    assert (block.kind, block.text, block.level) == (BlockKind.HEADING, heading, level)


@pytest.mark.parametrize(
    "text",
    [
        "BAB III memuat agenda yang disusun bersama seluruh perangkat daerah.",
        "2.1 persen dari penduduk belum terlayani.",
        "Pasal 3 ayat (2) berlaku juga bagi kecamatan.",
        "1.1 Latar Belakang ............ 3",
        "Lampiran ini disusun oleh Bagian Organisasi.",
    ],
)
def test_sentences_that_begin_like_a_heading(text):
    assert blocks(read(text)) == [f"paragraph {text}"]


def test_a_chapter_in_a_list_is_an_item():
    assert blocks(read("- a. BAB I : PENDAHULUAN;\n- b. BAB II : PENUTUP.")) == [
        "item a. BAB I : PENDAHULUAN;",
        "item b. BAB II : PENUTUP.",
    ]


def test_sections_numbered_by_letters():
    document = read(
        "BAB I PENDAHULUAN\n\nA. Latar Belakang\n\nTata kelola dibenahi.\n\nB. Dasar Hukum\n\n1. Undang-Undang;"
    )
    assert blocks(document)[1:] == [
        "heading A. Latar Belakang",
        "paragraph Tata kelola dibenahi.",
        "heading B. Dasar Hukum",
        "item 1. Undang-Undang;",
    ]


def test_a_list_of_letters_is_a_list():
    assert blocks(read("BAB I PENDAHULUAN\n\nA. Satu Data\nB. Arsip Digital\nC. Sistem Merit;"))[1:3] == [
        "item A. Satu Data",
        "item B. Arsip Digital",
    ]


def test_initials_of_a_name_are_no_marker():
    assert blocks(read("H. AHMAD FAUZI, S.H.")) == ["paragraph H. AHMAD FAUZI, S.H."]


def test_title_page_in_markdown_marks_is_no_chapter():
    assert blocks(read("# PERATURAN BUPATI LANGKAP\n\n## NOMOR 3 TAHUN 2025")) == [
        "paragraph PERATURAN BUPATI LANGKAP",
        "paragraph NOMOR 3 TAHUN 2025",
    ]


def test_label_and_first_item_on_one_line():
    document = read(
        "- Menimbang : a. bahwa satu;\n- b. bahwa dua;\n\nMengingat : 1. Undang-Undang A;\n2. Undang-Undang B;"
    )
    assert blocks(document) == [
        "paragraph Menimbang :",
        "item a. bahwa satu;",
        "item b. bahwa dua;",
        "paragraph Mengingat :",
        "item 1. Undang-Undang A;",
        "item 2. Undang-Undang B;",
    ]
    assert lines(document) == [(1,), (1,), (2,), (4,), (4,), (5,)]
    assert [block.level for block in document.blocks if block.marker] == [1, 1, 1, 1]


def test_preamble_set_in_columns_is_text():
    document = read("| Menimbang | : | a. | bahwa satu; |\n|--|--|--|--|\n| | | b. | bahwa dua; |")
    assert blocks(document) == ["paragraph Menimbang :", "item a. bahwa satu;", "item b. bahwa dua;"]
    assert document.tables == ()


def test_signatures_side_by_side_are_text():
    document = read("| Ditetapkan di Langkap | |\n|--|--|\n| | BUPATI LANGKAP, |\n| | ttd. |")
    assert blocks(document) == ["paragraph Ditetapkan di Langkap", "paragraph BUPATI LANGKAP,", "paragraph ttd."]

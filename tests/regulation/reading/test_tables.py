"""Pipe tables: stitching over pages, headers of several levels, captions, sources, cells."""

import pytest

from petajalan.regulation.document import Place
from tests.regulation.reading.showing import blocks, body, read

SCORES = """\
| No | Kegiatan Utama | Mandat (1-10) | Waktu | Skor |
|--|--|--|--|--|
"""


def test_a_table_with_caption_source_and_places():
    document = read(
        "Tabel 3. 3 Skor Kegiatan\n\n" + SCORES + "| 1 | Satu Data | 9 | 8 | 17 |\n\nSumber: Bagian Organisasi, 2024"
    )
    (table,) = document.tables
    assert blocks(document) == [
        "caption Tabel 3. 3 Skor Kegiatan",
        "table",
        "source Sumber: Bagian Organisasi, 2024",
    ]
    assert (table.number, table.caption, table.name, document.blocks[1].table) == ("3.3", "Skor Kegiatan", "3.3", 0)
    assert table.headers == ("No", "Kegiatan Utama", "Mandat (1-10)", "Waktu", "Skor")
    assert table.caption_place == Place(line=1, printed="Tabel 3. 3 Skor Kegiatan")
    assert (table.source, table.source_place.line) == ("Sumber: Bagian Organisasi, 2024", 7)
    assert table.rows[0][1].place == Place(line=5, table="3.3", row=1, column=2, printed="Satu Data")
    assert table.header_rows[0][4].place == Place(line=3, table="3.3", row=0, column=5, printed="Skor")


def test_parts_with_the_header_repeated_are_one_table():
    part = SCORES + "| 1 | 2 | 3 | 4 | {formula} |\n"
    document = read(
        part.format(formula="5=(3+4)")
        + "| SS.1: Tata Kelola | | | | |\n\n"
        + part.format(formula="$5=(3+4)$")
        + "| 1 | Satu Data | 9 | 8 | 17 |\n\n \n"
        + part.format(formula="5=(3+4)")
        + "| 2 | Arsip | 7 | 7 | 14 |\n"
    )
    (table,) = document.tables
    assert table.column_formulas == ("1", "2", "3", "4", "5=(3+4)")
    assert body(table) == [
        ["SS.1: Tata Kelola", "", "", "", ""],
        ["1", "Satu Data", "9", "8", "17"],
        ["2", "Arsip", "7", "7", "14"],
    ]
    assert [(row[0].place.row, row[0].place.line) for row in table.rows] == [(1, 4), (2, 9), (3, 15)]
    assert blocks(document) == ["table"]


def test_a_part_below_an_empty_header_goes_on():
    document = read(
        SCORES + "| 1 | Satu Data | 9 | 8 | 17 |\n\n| | | | | |\n|--|--|--|--|--|\n| | lanjut | 1 | 2 | 3 |\n"
    )
    assert [body(table) for table in document.tables] == [
        [["1", "Satu Data", "9", "8", "17"], ["", "lanjut", "1", "2", "3"]]
    ]


def test_a_part_whose_first_row_a_converter_took_for_a_header_goes_on():
    document = read(
        SCORES
        + "| 1 | Satu Data | 9 | 8 | 17 |\n\n| 2 | Arsip | 7 | 7 | 14 |\n|--|--|--|--|--|\n| 3 | Merit | 6 | 6 | 12 |"
    )
    assert [len(table.rows) for table in document.tables] == [3]


def test_a_repeated_header_with_a_slip_is_a_header():
    slip = SCORES.replace("Kegiatan Utama", "Kegatan Utama")
    document = read(SCORES + "| 1 | Satu Data | 9 | 8 | 17 |\n\n" + slip + "| 2 | Arsip | 7 | 7 | 14 |")
    assert [len(table.rows) for table in document.tables] == [2]


@pytest.mark.parametrize(
    "between",
    [
        "Tabel 3.4 Lain\n\n" + SCORES,
        "Berikut tabel lain.\n\n" + SCORES,
        "| No | Tema | Sasaran | Target 2023 | Target 2024 |\n|--|--|--|--|--|\n",
        "| No | Kegiatan Utama | Mandat (1-5) | Waktu | Skor |\n|--|--|--|--|--|\n",
        "| No | Tema | Skor |\n|--|--|--|\n",
    ],
)
def test_tables_of_their_own(between):
    columns = between.rstrip("\n").rsplit("\n", 1)[-1].count("|") - 1
    document = read(
        SCORES + "| 1 | Satu Data | 9 | 8 | 17 |\n\n" + between + "| 1 " + "| Arsip " * (columns - 1) + "|\n"
    )
    assert [len(table.rows) for table in document.tables] == [1, 1]


def test_a_caption_repeated_on_the_next_page_continues_its_table():
    document = read(
        "Tabel 2.1 Nilai\n\n"
        + SCORES
        + "| 1 | A | 1 | 1 | 2 |\n\nTabel 2.1 Nilai (lanjutan)\n\n"
        + SCORES
        + "| 2 | B | 1 | 1 | 2 |"
    )
    assert [(table.number, len(table.rows)) for table in document.tables] == [("2.1", 2)]
    assert document.notices == ()


def test_a_row_cut_in_two_by_a_page_is_one_row():
    document = read(
        "| No | Kegiatan | Unit |\n|--|--|--|\n| 1 | Penataan arsip dinamis yang | Bagian Umum |\n\n"
        "| No | Kegiatan | Unit |\n|--|--|--|\n| | dikelola secara digital | |\n| | Indeks lain | Bagor |"
    )
    (table,) = document.tables
    assert body(table) == [
        ["1", "Penataan arsip dinamis yang dikelola secara digital", "Bagian Umum"],
        ["", "Indeks lain", "Bagor"],
    ]


def test_two_header_levels_are_joined():
    (table,) = read(
        "| No | Indikator | Target | | Pelaksana | |\n|--|--|--|--|--|--|\n"
        "| | | 2025 | 2026 | Koordinator | Anggota |\n| 1 | Indeks | 3 | 4 | Bagor | Semua |"
    ).tables
    assert table.headers == (
        "No",
        "Indikator",
        "Target / 2025",
        "Target / 2026",
        "Pelaksana / Koordinator",
        "Pelaksana / Anggota",
    )
    assert len(table.header_rows) == 2
    assert body(table) == [["1", "Indeks", "3", "4", "Bagor", "Semua"]]


def test_three_header_levels_are_joined():
    (table,) = read(
        "| No | Target | | | | Unit |\n|--|--|--|--|--|--|\n| | 2025 | | 2026 | | |\n"
        "| | TW I | TW II | TW I | TW II | |\n"
        "| (1) | (2) | (3) | (4) | (5) | (6) |\n| 1 | 10 | 20 | 30 | 40 | Bagor |"
    ).tables
    assert table.headers == (
        "No",
        "Target / 2025 / TW I",
        "Target / 2025 / TW II",
        "Target / 2026 / TW I",
        "Target / 2026 / TW II",
        "Unit",
    )
    assert table.column_formulas == ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")
    assert body(table) == [["1", "10", "20", "30", "40", "Bagor"]]


def test_a_first_row_that_names_no_column_is_body():
    (table,) = read("| Tema | Target | |\n|--|--|--|\n| Kemiskinan | 5 | 6 |").tables
    assert (len(table.header_rows), table.headers) == (1, ("Tema", "Target", ""))


def test_a_table_without_header():
    (table,) = read("| 1 | Satu Data | 17 |\n|--|--|--|\n| 2 | Arsip | 14 |").tables
    assert (table.header_rows, table.headers, len(table.rows)) == ((), ("", "", ""), 2)


@pytest.mark.parametrize(
    ("caption", "number", "words"),
    [
        ("Tabel 3. 1 Tujuan", "3.1", "Tujuan"),
        ("Tabel 4.1 Tim", "4.1", "Tim"),
        ("Tabel 2. Sasaran", "2", "Sasaran"),
        ("Tabel III.2 Sasaran", "III.2", "Sasaran"),
        ("**Tabel 3-2: Sasaran**", "3-2", "Sasaran"),
        ("Tabel 3.2 Sasaran Kota Langkap\n\n2021-2026", "3.2", "Sasaran Kota Langkap 2021-2026"),
        ("Tabel 3.4\nTarget Kegiatan\n(dalam persen)", "3.4", "Target Kegiatan (dalam persen)"),
        ("Gambar 3.1 Kerangka", None, ""),
        ("Tabel 3.1 menunjukkan skor.", None, ""),
    ],
)
def test_captions(caption, number, words):
    (table,) = read(f"{caption}\n\n{SCORES}| 1 | A | 1 | 1 | 2 |").tables
    assert (table.number, table.caption) == (number, words)


def test_a_caption_without_its_table_is_said():
    document = read("Tabel 3.9 Anggaran\n\nNo Uraian Jumlah\n\nBAB IV PENUTUP")
    assert [(notice.code, notice.place.line) for notice in document.notices] == [("table_not_found", 1)]
    assert "Tabel 3.9" in document.notices[0].message_id
    assert "Tabel 3.9" in document.notices[0].message_en


def test_a_table_without_caption_is_named_by_its_position():
    document = read(SCORES + "| 1 | A | 1 | 1 | 2 |\n\nTeks.\n\n" + SCORES + "| 1 | B | 1 | 1 | 2 |")
    assert [table.name for table in document.tables] == ["#1", "#2"]
    assert document.tables[1].rows[0][0].place.table == "#2"


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("<p>TIM TEMATIK</p> <p>1. Ketua</p> <p>2. Anggota</p>", "TIM TEMATIK\n1. Ketua\n2. Anggota"),
        ("TIM TEMATIK 1. Ketua 2. Anggota", "TIM TEMATIK\n1. Ketua\n2. Anggota"),
        ("1. Dinas A 3. Dinas C 4. Dinas D", "1. Dinas A\n3. Dinas C\n4. Dinas D"),
        ("10. Kepala Bagian", "10. Kepala Bagian"),
        ("Asisten 1 Asisten 2", "Asisten 1 Asisten 2"),
        ("Pasal 2. Ketentuan", "Pasal 2. Ketentuan"),
        ("satu<br>dua", "satu\ndua"),
        ("Indeks BerAKHLAK*", "Indeks BerAKHLAK*"),
        ("*Road Map*  RB", "Road Map RB"),
        ("$6=(3+4+5)$", "6=(3+4+5)"),
        ("kurang \\| lebih", "kurang | lebih"),
        ("&nbsp;", ""),
    ],
)
def test_cells(printed, text):
    (table,) = read(f"| No | Isi | Unit |\n|--|--|--|\n| 1 | {printed} | x |").tables
    assert table.rows[0][1].text == text


def test_cells_beyond_the_header_are_kept():
    (table,) = read("| No | Isi |\n|--|--|\n| 1 | a | sisa |\n| 2 |").tables
    assert (table.headers, body(table)) == (("No", "Isi", ""), [["1", "a", "sisa"], ["2", "", ""]])


def test_a_table_without_outer_bars():
    (table,) = read("No | Isi\n--|--\n1 | a\n2 | b\n\nSatu | kalimat.").tables
    assert (table.headers, body(table)) == (("No", "Isi"), [["1", "a"], ["2", "b"]])


def test_an_html_table_keeps_its_merged_cells():
    document = read(
        "Tabel 3.4 Target\n\n<table>\n"
        "<tr><th rowspan=2>No</th><th rowspan=2>Indikator</th><th colspan=2>Target</th></tr>\n"
        "<tr><th>2025</th><th>2026</th></tr>\n"
        "<tr><td>1<td rowspan=2>Indeks<br>A &amp; B</td><td>3</td><td>4</td></tr>\n"
        "<tr><td></td><td>5</td><td>6</td></tr>\n</table>\n\nSumber: Bagor"
    )
    (table,) = document.tables
    assert (table.number, table.source) == ("3.4", "Sumber: Bagor")
    assert table.headers == ("No", "Indikator", "Target / 2025", "Target / 2026")
    assert body(table) == [["1", "Indeks\nA & B", "3", "4"], ["", "", "5", "6"]]
    assert (table.rows[0][1].row_span, table.rows[1][1].covered) == (2, True)
    assert [row[0].place.line for row in table.rows] == [6, 7]


def test_a_source_in_a_quotation():
    document = read("Tabel 1 Nilai\n\n| No | Isi |\n|--|--|\n| 1 | a |\n\n> Sumber: Bagor")
    assert document.tables[0].source == "Sumber: Bagor"


def test_caption_and_source_inside_the_table_stand_outside():
    document = read(
        "| Tabel 2.1 Nilai | | |\n|--|--|--|\n| No | Nama | Nilai |\n| 1 | Satu | 7 |\n| Sumber: Bagor, 2024 | | |"
    )
    (table,) = document.tables
    assert blocks(document) == ["caption Tabel 2.1 Nilai", "table", "source Sumber: Bagor, 2024"]
    assert (table.number, table.headers, body(table), table.source) == (
        "2.1",
        ("No", "Nama", "Nilai"),
        [["1", "Satu", "7"]],
        "Sumber: Bagor, 2024",
    )
    assert document.blocks[0].place == Place(line=1, printed="Tabel 2.1 Nilai")

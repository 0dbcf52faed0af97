"""Rows that a page break cuts in two, told by the room that was left on their last lines."""

from dataclasses import replace

import pytest

from petajalan.regulation.document import Place, Table
from petajalan.regulation.reading.pdf_breaks import Cuts
from petajalan.regulation.reading.pdf_page import Word
from petajalan.regulation.reading.pdf_rows import rest_of_row
from petajalan.regulation.reading.pdf_tables import Ruled
from petajalan.regulation.reading.pieces import Grid, Rest, Spot, grid
from petajalan.regulation.reading.stitch import Stitcher
from tests.regulation.reading.showing import body

LETTER, WIDTH, PITCH = 5.0, 60.0, 12.0  # points; a cell has room for ten letters


def ruled(*rows: str) -> Ruled:
    """A table from rows of cells separated by "|"; "/" breaks lines inside a cell."""
    table = Ruled([])
    top = 100.0
    for row in rows:
        texts = [cell.strip() for cell in row.split("|")]
        bottom = top + 4 + PITCH * max(text.count("/") + 1 for text in texts)
        for column, text in enumerate(texts):
            box = (column * WIDTH, top, (column + 1) * WIDTH, bottom)
            table.cells.append(box)
            for number, line in enumerate(text.split("/") if text else []):
                x, y = box[0] + 5, top + 2 + number * PITCH
                for word in line.split():
                    table.words[box].append(Word(word, x, x + LETTER * len(word), y, y + 10))
                    x += LETTER * (len(word) + 1)
        top = bottom
    return table


FOOT = "7 | Penataan/produk | Reformasi | 71,20"


@pytest.mark.parametrize(
    ("page", "rest"),
    [
        (("| hukum | |", "8 | Arsip | Nilai | 68,50"), Rest(0, {1: " "})),
        (("| hukum | daerah | |", "8 | Arsip | Nilai | 68,50"), Rest(0, {1: " ", 2: " "})),
        (("No | Kegiatan | Indikator | Target", "| hukum | |", "8 | Arsip | Nilai | 68,50"), Rest(1, {1: " "})),
        (("8 | Arsip | Nilai | 68,50",), None),  # the next row
        (("| | Indeks SPBE | 2,66",), None),  # a second indicator: its figures are its own
        (("| 2. Anggota | |",), None),  # the next item of a list
        (("| di | |",), None),  # there was room for it
    ],
)
def test_rest_of_row(page: tuple[str, ...], rest: Rest | None):
    rows = [row if row.count("|") == 3 else row + " |" * (3 - row.count("|")) for row in page]
    assert (
        rest_of_row(ruled("6 | Pengadaan | Indeks | 58,40", FOOT), ruled(*rows), Cuts({"reformasi", "daerah"})) == rest
    )


def test_a_word_cut_by_the_page():
    above, below = ruled("7 | Penataan/profesiona | BKN"), ruled("| litas | ", "8 | Arsip | ANRI")
    assert rest_of_row(above, below, Cuts({"profesionalitas"})) == Rest(0, {1: ""})


def part(*rows: str, rest: Rest | None = None) -> Grid:
    """A part of a table that geometry says to carry on the one before it."""
    spots = [
        Spot(number, column, cell.strip())
        for number, row in enumerate(rows)
        for column, cell in enumerate(row.split("|"))
    ]
    drawn = grid(spots, [Place(page=1)] * len(rows), carries_on=True)
    assert drawn is not None
    return replace(drawn, rest=rest)


def stitched(*parts: Grid) -> Table:
    stitcher = Stitcher()
    for one in parts:
        stitcher.add(one)
    (table,) = stitcher.tables()
    return table


def test_a_header_cut_by_the_page():
    table = stitched(
        part("No | Kegiatan | Target Tahun | |"),
        part("| Utama | 2024 | |", "| | TW I | TW II |", "1 | Arsip | 5 | 6 |"),
    )
    assert table.headers[1:4] == ("Kegiatan Utama", "Target Tahun 2024 / TW I", "Target Tahun 2024 / TW II")
    assert body(table) == [["1", "Arsip", "5", "6", ""]]


def test_a_rest_below_a_merged_cell():
    table = stitched(
        part("Tujuan | Indikator | Target", "Birokrasi yang | Indeks RB | 70", "| Angka | 5,1"),
        part("tangkas | Kemiskinan |", rest=Rest(0, {0: " ", 1: " "})),
    )
    assert body(table) == [["Birokrasi yang tangkas", "Indeks RB", "70"], ["", "Angka Kemiskinan", "5,1"]]

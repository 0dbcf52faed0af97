"""What the text reader makes of the real regulation: nothing lost, every table whole, every line right."""

from pathlib import Path

import pytest

from petajalan.regulation.document import BlockKind, Document
from petajalan.regulation.reading import read_document
from petajalan.regulation.reading.words import key


@pytest.fixture(scope="module")
def document(seed: Path) -> Document:
    return read_document(seed.read_bytes(), seed.name)


def test_tables(document: Document):
    assert [
        (table.number, len(table.headers), len(table.rows), table.source_place.line) for table in document.tables
    ] == [
        ("2.1", 6, 9, 366),
        ("3.1", 7, 3, 449),
        ("3.2", 9, 7, 487),
        ("3.3", 6, 23, 546),
        ("3.4", 8, 25, 585),
        ("3.5", 7, 5, 904),
        ("4.1", 3, 10, 949),
    ]


def test_headers_of_two_levels_and_column_numbers(document: Document):
    assert document.table("3.4").headers[4:] == (
        "Target / 2023",
        "Target / 2024",
        "Unit / Satuan Kerja Pelaksana / Koordinator",
        "Unit / Satuan Kerja Pelaksana / Pelaksana",
    )
    assert document.table("3.5").headers[5:] == ("Target / 2023", "Target / 2024")
    assert document.table("3.3").column_formulas == ("1", "2", "3", "4", "5", "6=(3+4+5)")


def test_headings(document: Document):
    headings = [
        (block.level, block.text.split()[0 if block.level > 1 else 1])
        for block in document.blocks
        if block.kind == BlockKind.HEADING and block.text[0] in "B1234"
    ]
    assert headings == [
        (1, "I"),
        *((2, number) for number in ("1.1", "1.2", "1.3")),
        (1, "II"),
        (2, "2.1"),
        (3, "2.1.1"),
        (3, "2.1.2"),
        (2, "2.2"),
        (3, "2.2.1"),
        (3, "2.2.2"),
        (1, "III"),
        *((2, number) for number in ("3.1", "3.2", "3.3")),
        (1, "IV"),
        (2, "4.1"),
        (2, "4.2"),
        (1, "V"),
    ]


def test_paragraphs_cut_by_pages(document: Document):
    cut = [
        tuple(place.line for place in block.places) for block in document.blocks if block.kind == BlockKind.PARAGRAPH
    ]
    assert [lines for lines in cut if lines] == [
        (82, 83),
        (91, 92),
        (125, 127),
        (195, 197),
        (205, 207),
        (396, 399),
        (417, 419),
        (437, 439),
        (456, 458),
        (495, 497),
        (589, 591),
        (626, 628),
        (663, 665),
        (787, 789),
        (825, 827),
    ]


def test_every_place_names_its_line(document: Document, seed: Path):
    lines = seed.read_text().split("\n")
    places = [place for block in document.blocks for place in block.places or (block.place,)]
    places += [cell.place for table in document.tables for row in (*table.header_rows, *table.rows) for cell in row]
    for place in places:
        assert key(place.printed.replace("\n", " ")) in key(
            lines[place.line - 1].replace("<p>", "").replace("</p>", "")
        )


def test_no_word_is_lost(document: Document, seed: Path):
    """Every line of the file is in a block or in a table."""
    read = "".join(key(block.marker + block.text) for block in document.blocks) + "".join(
        key(cell.text) for table in document.tables for row in (*table.header_rows, *table.rows) for cell in row
    )
    lost = [
        line
        for line in seed.read_text().split("\n")
        if key(line) and not line.startswith("|") and key(line.lstrip("- ")) not in read
    ]
    assert lost == []


def test_nothing_to_say(document: Document):
    assert document.notices == ()

"""Recognition of large and odd documents ends soon and without an error."""

import time

from petajalan.regulation.recognise import recognise
from petajalan.regulation.recognise.joining import match
from tests.regulation.building import document, paragraph, table

HEADERS = "No | Kegiatan Utama | Mandat | Keparahan | Total"


def test_two_tables_with_one_number_do_not_hide_each_other() -> None:
    data = recognise(
        document(
            table("3.3", "Sasaran", "Sasaran | Indikator | Target 2025 | Catatan", "A | B | 1 | teks"),
            table("3.3", "Sasaran", "Sasaran | Indikator | Target 2025", "C | D | 2"),
        )
    )

    assert [cell.text for cell in data.road_map.unplaced] == ["teks"]
    assert [notice.code for notice in data.notices] == ["unknown_column"]


def test_thousands_of_names_without_a_partner_are_not_compared_one_by_one() -> None:
    start = time.perf_counter()
    pairs = match([f"Kegiatan {n} satu" for n in range(3000)], [f"Kegiatan {n} dua" for n in range(3000)])

    assert pairs == {}
    assert time.perf_counter() - start < 2


def test_a_long_priority_table_is_read_in_a_moment() -> None:
    rows = "\n".join(f"{n} | Kegiatan nomor {n} | {n % 10} | 5 | 9" for n in range(1, 2001))
    read = document(table("3", "Prioritas", HEADERS, rows))
    start = time.perf_counter()
    data = recognise(read)

    assert len(data.road_map.key_activities) == 2000
    assert time.perf_counter() - start < 5


def test_text_made_to_slow_the_search_for_laws_does_not() -> None:
    text = "Peraturan Menteri " + "urusan " * 2000 + "Surat " * 2000 + "Nomor " + "a/" * 20000 + " tentang " * 500
    start = time.perf_counter()
    recognise(document(paragraph(text)))

    assert time.perf_counter() - start < 2


def test_an_empty_document_is_an_empty_regulation() -> None:
    data = recognise(document())

    assert (data.identities, data.citations, data.sections, data.meanings, data.notices) == ((), (), (), (), ())

"""What could not be placed is reported, never dropped."""

from petajalan.regulation.data import RoadMapData, TableKind
from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, table


def test_an_unknown_table_stays_unknown_with_a_notice() -> None:
    data = recognise(
        document(table("2.4", "Pagu Anggaran", "No | Urusan | Pagu 2024 | Keterangan", "1 | Arsip | 10 | -"))
    )

    assert data.meanings[0].kind is TableKind.UNKNOWN
    assert data.meanings[0].columns == ("", "", "", "")
    assert data.road_map == RoadMapData()
    assert [(notice.code, notice.place.printed) for notice in data.notices] == [
        ("unknown_table", "Tabel 2.4 Pagu Anggaran")
    ]
    assert "Tabel 2.4" in data.notices[0].message_id
    assert "Table 2.4" in data.notices[0].message_en


def test_a_table_without_headers_is_unknown() -> None:
    data = recognise(document(table(None, "", " | ", "a | b")))

    assert data.meanings[0].kind is TableKind.UNKNOWN
    assert [(notice.code, notice.place.table) for notice in data.notices] == [("unknown_table", "#1")]


def test_cells_of_an_unknown_column_are_kept_and_reported() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Sasaran",
                "Sasaran | Indikator | Target 2025 | Anggaran (Rp)",
                "Tata kelola | SPBE | 3 | 1.500.000\n | SAKIP | 70 | ",
            )
        )
    )

    assert data.meanings[0].columns == ("name", "indicator", "target:2025", "")
    assert [(cell.text, cell.place.row, cell.place.column) for cell in data.road_map.unplaced] == [("1.500.000", 1, 4)]
    assert [(notice.code, notice.place.printed, notice.place.row) for notice in data.notices] == [
        ("unknown_column", "Anggaran (Rp)", 0)
    ]


def test_a_second_column_of_one_meaning_is_reported() -> None:
    data = recognise(
        document(table("3", "Sasaran", "Sasaran | Indikator | Target 2025 | Target 2025", "Tata kelola | SPBE | 3 | 4"))
    )

    assert data.meanings[0].columns == ("name", "indicator", "target:2025", "")
    assert [cell.text for cell in data.road_map.unplaced] == ["4"]


def test_a_cell_that_belongs_to_no_row_is_reported() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target Kegiatan",
                "No | Kegiatan | Indikator | Target 2025 | Koordinator",
                """
                1 | Arsip | Indeks | 70 | Dinas Arsip
                | | | | Dinas Kominfo
                """,
            )
        )
    )

    assert [cell.text for cell in data.road_map.unplaced] == ["Dinas Kominfo"]
    assert [(notice.code, notice.place.printed) for notice in data.notices] == [("unplaced_cell", "Dinas Kominfo")]


def test_an_empty_unknown_column_is_no_matter() -> None:
    data = recognise(
        document(table("3", "Sasaran", "Sasaran | Indikator | Target 2025 | Ket.", "Tata kelola | SPBE | 3 | "))
    )

    assert data.notices == ()

"""What the pages show, worked out from a regulation as data, without a database."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from petajalan.calc.numbers import Reading, State, read_value
from petajalan.planning.display import findings, tables, words
from petajalan.planning.display.findings import Filter
from petajalan.planning.display.outline import Outline
from petajalan.planning.display.paper import papers
from petajalan.planning.readings import RegulationRead, decode, encode_data, encode_findings, read_file
from petajalan.regulation.document import Cell, Place, Table
from tests.planning.regulations import FINDINGS, MELATI, line_of


@pytest.fixture(scope="module")
def read() -> RegulationRead:
    return replace(read_file(MELATI, "a.md"), findings=FINDINGS)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("2,66", "2,66"),
        ("1.234,50", "1.234,5"),
        ("20%", "20 persen"),
        ("28.39%", "28,39 persen · titik dibaca sebagai koma desimal"),
        ("Rp 431,3 Triliun", "431.300.000.000.000 rupiah"),
        ("2.850 jiwa", "2.850 jiwa"),
        ("70,4 (BB)", "70,4 · tingkat BB"),
        ("83 (tinggi)", "83 · “tinggi”"),
        ("WTP", "tingkat WTP"),
        ("1,5% hingga 3,5%", "1,5 sampai 3,5 persen"),
        ("≥ 80", "paling rendah 80"),
        ("< 10%", "kurang dari 10 persen"),
        ("Menurun", "pernyataan, tanpa angka untuk dihitung"),
        ("-", "belum ada"),
        ("", "belum ada"),
        ("n.a", "tidak tersedia"),
        ("3,0% + 1%", "tidak dapat dipastikan: tanda ± mungkin hilang; mungkin 2 sampai 4"),
    ],
)
def test_reading_in_words(printed: str, shown: str) -> None:
    assert words.reading(read_value(printed)) == shown


def test_unknown_is_never_zero_or_blank() -> None:
    for state in (State.NOT_SET, State.NOT_AVAILABLE, State.REFUSED):
        shown = words.reading(Reading("?", state, reason="unreadable" if state is State.REFUSED else None))
        assert shown
        assert "0" not in shown


def test_numbers_follow_the_language() -> None:
    assert words.number(Decimal("1250.50")) == "1.250,5"
    with translation.override("en"):
        assert words.number(Decimal("1250.50")) == "1,250.5"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place(line=519, table="3.3", row=4, column=6), "Tabel 3.3, baris 4, kolom 6 · baris berkas 519"),
        (Place(page=12, table="3.3", row=4), "Tabel 3.3, baris 4 · halaman 12"),
        (
            Place(line=5, table="#2", row=0, column=3),
            "Tabel ke-2 (tanpa nomor), kepala tabel, kolom 3 · baris berkas 5",
        ),
        (Place(line=7), "baris berkas 7"),
        (Place(), "seluruh naskah"),
    ],
)
def test_place_in_words(place: Place, shown: str) -> None:
    assert words.place(place) == shown


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((12, 50, 34), "96 temuan: 12 kesalahan, 50 peringatan, 34 catatan."),
        ((0, 2, 1), "3 temuan: 2 peringatan, 1 catatan."),
        ((0, 0, 3), "3 catatan."),
        ((0, 0, 0), "Tidak ada temuan."),
    ],
)
def test_findings_sentence(counts: tuple[int, int, int], sentence: str) -> None:
    assert words.findings_sentence(*counts) == sentence


@pytest.mark.parametrize(("size", "shown"), [(900, "900 bita"), (27_000, "26 kB"), (1_572_864, "1,5 MB")])
def test_file_size(size: int, shown: str) -> None:
    assert words.file_size(size) == shown


def test_what_was_read_survives_being_kept(read: RegulationRead) -> None:
    kept = decode(encode_data(read.data), encode_findings(read.findings))
    assert (kept.data, kept.findings) == (read.data, read.findings)


def test_findings_stand_under_their_table_or_chapter_in_printed_order(read: RegulationRead) -> None:
    groups = findings.by_spot(findings.entries(read))
    assert [(group.title, [entry.number for entry in group.entries]) for group in groups] == [
        ("BAB I PENDAHULUAN", [1]),
        ("Tabel 3.1 Prioritas Kegiatan Utama", [2]),
        ("Tabel 3.2 Target Kegiatan Utama", [3]),
        ("Tabel 3.3 Target Tema", [4]),
    ]


def test_findings_by_kind_begin_with_errors(read: RegulationRead) -> None:
    kinds = findings.by_kind(findings.entries(read))
    assert [[entry.number for entry in kind.entries] for kind in kinds] == [[2], [3, 4], [1]]


def test_filters_narrow_together(read: RegulationRead) -> None:
    every = findings.entries(read)

    def numbers(chosen: Filter) -> list[int]:
        return [entry.number for entry in every if chosen.matches(entry)]

    assert numbers(Filter()) == [1, 2, 3, 4]
    assert numbers(Filter(severity="warning")) == [3, 4]
    assert numbers(Filter(code="missing_baseline", text="inflasi")) == [4]
    assert numbers(Filter(text="3.2 baris")) == [3]
    assert numbers(Filter(severity="error", text="inflasi")) == []


def test_rows_left_out_are_shown_as_a_gap(read: RegulationRead) -> None:
    outline = Outline(read.data)
    paper = papers(outline, [Place(table="3.2", row=1, column=4, printed="2,66")]).tables[0]
    assert [row.state for row in paper.rows] == ["on", "dim"]
    header = [[(cell.text, cell.row_span, cell.column_span) for cell in row.cells] for row in paper.header]
    assert header[0][4] == ("Target", 1, 2)
    assert header[0][0] == ("No", 2, 1)
    assert [cell[0] for cell in header[1]] == ["2023", "2024", "Koordinator", "Pelaksana"]


def test_place_outside_every_block_is_still_shown(read: RegulationRead) -> None:
    passage = papers(Outline(read.data), [Place(line=9_999, printed="hilang")]).passages[0]
    assert [(piece.text, piece.hit) for piece in passage.pieces] == [("hilang", True)]


def test_long_passage_is_cut_around_the_words(read: RegulationRead) -> None:
    outline = Outline(read_file(MELATI.replace(b"Nilai SPBE", b"kata " * 200 + b"Nilai SPBE"), "a.md").data)
    passage = papers(outline, [Place(line=line_of("Nilai SPBE"), printed="sebesar 2,66")]).passages[0]
    assert passage.pieces[0].text == "… "
    assert [piece.text for piece in passage.pieces if piece.hit] == ["sebesar 2,66"]
    assert sum(len(piece.text) for piece in passage.pieces) < 700


def test_cell_merged_from_above_is_drawn_where_the_shown_part_begins(read: RegulationRead) -> None:
    def cell(text: str, row: int, column: int, **spans: object) -> Cell:
        return Cell(text, Place(table="9", row=row, column=column), **spans)

    rows = tuple(
        (
            cell("Induk", 1, 1, row_span=6) if number == 1 else cell("", number, 1, covered=True),
            cell(f"isi {number}", number, 2),
        )
        for number in range(1, 7)
    )
    table = Table(0, "9", "Gabung", None, ("Nama", "Isi"), (), rows)
    data = replace(read.data, document=replace(read.data.document, tables=(table,), blocks=()))
    paper = papers(Outline(data), [Place(table="9", row=5, column=2)]).tables[0]
    assert [[(one.text, one.row_span, one.hit) for one in row.cells] for row in paper.rows] == [
        [("", 1, False)],
        [("Induk", 4, False), ("isi 3", 1, False)],
        [("isi 4", 1, False)],
        [("isi 5", 1, True)],
        [("isi 6", 1, False)],
    ]


def test_summary_counts_rows_figures_and_findings(read: RegulationRead) -> None:
    listed = tables.summaries(read.data, findings.entries(read))
    assert [(one.name, one.rows, one.figures, len(one.findings)) for one in listed] == [
        ("Tabel 2.1", 1, 2, 0),
        ("Tabel 2.2", 1, 3, 0),
        ("Tabel 2.3", 1, 3, 0),
        ("Tabel 3.1", 3, 8, 1),
        ("Tabel 3.2", 2, 6, 1),
        ("Tabel 3.3", 1, 3, 1),
        ("Tabel 4.1", 1, 0, 0),
    ]

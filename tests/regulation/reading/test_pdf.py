"""What print does to a regulation: wrapped lines, pages, running heads, ruled tables with merged cells."""

import io

import pypdfium2 as pdfium
import pytest

from petajalan.regulation.document import Document
from petajalan.regulation.reading import read_document
from petajalan.regulation.reading.pdf_hyphens import Hyphens
from petajalan.regulation.reading.pdf_page import Word
from tests.regulation.reading.showing import blocks, body
from tests.regulation.writing import typeset

PAGE = '#set page(paper: "a4", margin: 2.5cm)\n#set text(size: 11pt, hyphenate: false)\n'
SENTENCE = (
    "Pelayanan publik di daerah ini dibenahi lewat penyederhanaan prosedur, penambahan loket keliling, serta penilaian "
    "berkala oleh warga yang hasilnya dibahas dalam rapat perangkat daerah setiap triwulan. "
)


def read(source: str, page: str = PAGE) -> Document:
    return read_document(typeset(page + source), "peraturan.pdf")


@pytest.mark.parametrize("justify", ["true", "false"])
def test_wrapped_lines_are_one_paragraph(justify):
    document = read(f"#set par(justify: {justify})\n{SENTENCE * 3}\n\n{SENTENCE * 2}\n\nKalimat pendek.")
    assert blocks(document) == [
        f"paragraph {(SENTENCE * 3).strip()}",
        f"paragraph {(SENTENCE * 2).strip()}",
        "paragraph Kalimat pendek.",
    ]


def test_paragraphs_set_off_by_an_indent_only():
    document = read(
        f"#set par(justify: true, first-line-indent: (amount: 1cm, all: true), spacing: 0.65em)\n"
        f"{SENTENCE * 2}\n\n{SENTENCE * 3}\n\nKalimat pendek."
    )
    assert blocks(document) == [
        f"paragraph {(SENTENCE * 2).strip()}",
        f"paragraph {(SENTENCE * 3).strip()}",
        "paragraph Kalimat pendek.",
    ]


def test_a_paragraph_that_crosses_pages_is_one():
    document = read(f"#set par(justify: true)\n#v(23cm)\n{SENTENCE * 3}", PAGE + '#set page(numbering: "- 1 -")\n')
    assert blocks(document) == [f"paragraph {(SENTENCE * 3).strip()}"]
    assert [place.page for place in document.blocks[0].places] == [1, 2]
    assert " ".join(place.printed for place in document.blocks[0].places) == document.blocks[0].text


def test_items_with_hanging_markers():
    document = read(
        f'#enum(numbering: "a.", [{SENTENCE.strip()}], [Butir pendek;], [{SENTENCE.strip()}])\n\nPenutup daftar.'
    )
    assert blocks(document) == [
        f"item a. {SENTENCE.strip()}",
        "item b. Butir pendek;",
        f"item c. {SENTENCE.strip()}",
        "paragraph Penutup daftar.",
    ]


def test_centred_titles_keep_their_lines():
    document = read(
        "#align(center)[PERATURAN BUPATI LANGKAP \\ NOMOR 4 TAHUN 2025]\n\n"
        "#align(center)[BAB I \\ PENDAHULUAN]\n\nSatu kalimat."
    )
    assert blocks(document) == [
        "paragraph PERATURAN BUPATI LANGKAP",
        "paragraph NOMOR 4 TAHUN 2025",
        "heading BAB I PENDAHULUAN",
        "paragraph Satu kalimat.",
    ]


def test_words_broken_at_hyphens_and_slashes():
    words = "kegiatan-kegiatan masing-masing kementerian/lembaga/pemerintah 2023-2024 data/ informasi "
    document = read(f"#set page(width: 9cm)\n{words * 6}selesai.")
    assert blocks(document) == [f"paragraph {words * 6}selesai."]


def test_running_heads_feet_and_catchwords():
    source = "\n#pagebreak()\n".join(
        f'Kalimat satu di halaman {page}.\n\n#align(right)[#"{page + 2}. Undang-Undang ..."]' for page in range(1, 4)
    )
    items = source.replace("Kalimat satu di halaman 2.", "3. Undang-Undang Nomor 3.").replace(
        "Kalimat satu di halaman 3.", "4. Undang-Undang Nomor 4."
    )
    page = (
        PAGE + "#set page(header: [WALI KOTA LANGKAP], footer: context [Balai Sertifikasi #counter(page).display()])\n"
    )
    document = read(items, page)
    assert blocks(document) == [
        "paragraph Kalimat satu di halaman 1.",
        "catchword 3. Undang-Undang ...",
        "item 3. Undang-Undang Nomor 3.",
        "catchword 4. Undang-Undang ...",
        "item 4. Undang-Undang Nomor 4.",
        "item 5. Undang-Undang ...",
    ]


def test_a_ruled_table_with_merged_cells():
    document = read(
        "Tabel 3.4 Target\n\n#table(columns: (1cm, 5cm, 2cm, 2cm), stroke: 0.5pt, table.cell(rowspan: 2)[No],"
        "table.cell(rowspan: 2)[Indikator], table.cell(colspan: 2)[Target], [2025], [2026], [1],"
        "table.cell(rowspan: 2)[Indeks pelayanan publik daerah yang dinilai warga], [3], [4], [], [5], [6])\n\n"
        "Sumber: Bagor"
    )
    (table,) = document.tables
    assert (table.number, table.source) == ("3.4", "Sumber: Bagor")
    assert table.headers == ("No", "Indikator", "Target / 2025", "Target / 2026")
    assert body(table) == [["1", "Indeks pelayanan publik daerah yang dinilai warga", "3", "4"], ["", "", "5", "6"]]
    assert table.header_rows[0][2].column_span == 2
    assert table.header_rows[0][0].row_span == 2
    assert (table.rows[0][1].row_span, table.rows[1][1].covered) == (2, True)
    assert (table.rows[1][2].place.page, table.rows[1][2].place.row, table.rows[1][2].place.column) == (1, 2, 3)


@pytest.mark.parametrize("header", ["table.header([No], [Nama], [Nilai])", "[No], [Nama], [Nilai]"])
def test_a_table_over_pages_is_one(header):
    rows = ", ".join(f"[{number}], [Kegiatan nomor {number}], [{number * 2}]" for number in range(1, 81))
    document = read(f"#table(columns: 3, stroke: 0.5pt, {header}, {rows})")
    (table,) = document.tables
    assert body(table) == [[str(number), f"Kegiatan nomor {number}", str(number * 2)] for number in range(1, 81)]
    assert {row[0].place.page for row in table.rows} == {1, 2, 3}
    assert blocks(document) == ["table"]


def test_lists_and_wrapped_text_in_narrow_cells():
    document = read(
        "#table(columns: (1cm, 3cm, 3cm), stroke: 0.5pt, [No], [Kedudukan], [Jabatan], [1],"
        "[TIM PENGGERAK \\ 1. Ketua \\ 2. Anggota], [Sekretaris Daerah Kabupaten Langkap \\ 1. Kepala Bappeda \\ "
        "2. Kepala Dinas Komunikasi dan Informatika])"
    )
    assert body(document.tables[0]) == [
        [
            "1",
            "TIM PENGGERAK\n1. Ketua\n2. Anggota",
            "Sekretaris Daerah Kabupaten Langkap\n1. Kepala Bappeda\n2. Kepala Dinas Komunikasi dan Informatika",
        ]
    ]


def test_a_table_open_at_the_sides_is_read():
    document = read(
        "#table(columns: (2cm, 4cm, 3cm), stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x > 0 { 0.5pt }),"
        "[No], [Nama], [Nilai], [1], [Satu Data], [7], [2], [Arsip], [8])"
    )
    assert [body(table) for table in document.tables] == [[["1", "Satu Data", "7"], ["2", "Arsip", "8"]]]


def test_a_table_without_lines_is_said():
    document = read("Tabel 2.1 Nilai\n\n#table(columns: 3, stroke: none, [No], [Nama], [Nilai], [1], [Arsip], [8])")
    assert document.tables == ()
    assert [(notice.code, notice.place.page) for notice in document.notices] == [("table_not_found", 1)]


def test_boxes_and_underlines_are_no_tables():
    document = read(
        "#box(stroke: 0.5pt, inset: 4pt)[Kotak satu.]\n\n#underline[Kalimat bergaris.]\n\n#line(length: 100%)"
    )
    assert (blocks(document), document.tables) == (["paragraph Kotak satu.", "paragraph Kalimat bergaris."], ())


def test_a_page_turned_sideways_reads_as_shown():
    upright = pdfium.PdfDocument(
        typeset(PAGE + "#table(columns: (2cm, 4cm), stroke: 0.5pt, [No], [Nama], [1], [Satu Data])\n\nSumber: Bagor")
    )
    upright[0].set_rotation(180)
    saved = io.BytesIO()
    upright.save(saved)
    turned = read_document(_turned(saved.getvalue()), "putar.pdf")
    assert [body(table) for table in turned.tables] == [[["1", "Satu Data"]]]
    assert blocks(turned) == ["table", "source Sumber: Bagor"]


def _turned(data: bytes) -> bytes:
    """The same page, its content turned by half and its rotation turned back: it looks as before."""
    document = pdfium.PdfDocument(data)
    page = document[0]
    width, height = page.get_mediabox()[2:]
    for item in page.get_objects(max_depth=1):
        item.transform(pdfium.PdfMatrix().rotate(180).translate(width, height))
    page.gen_content()
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_page_of_pictures_is_said():
    document = read_document(_with_picture_page(typeset(PAGE + "Satu kalimat.")), "campur.pdf")
    assert [(notice.code, notice.place.page) for notice in document.notices] == [("page_without_text", 2)]


def _with_picture_page(data: bytes) -> bytes:
    document = pdfium.PdfDocument(data)
    bitmap = document[0].render(scale=0.2)
    page = document.new_page(595, 842)
    image = pdfium.PdfImage.new(document)
    image.set_bitmap(bitmap)
    image.set_matrix(pdfium.PdfMatrix().scale(200, 200))
    page.insert_obj(image)
    page.gen_content()
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_progress_is_told_page_by_page():
    told: list[tuple[int, int]] = []
    read_document(
        typeset(PAGE + "Satu.\n#pagebreak()\nDua."), "x.pdf", progress=lambda done, of: told.append((done, of))
    )
    assert told == [(1, 2), (2, 2)]


def test_words_that_the_typesetter_broke_are_whole():
    words = "pemerintahan daerah melaksanakan pembangunan berkelanjutan dengan masyarakat di setiap kecamatan "
    document = read(
        f"#set page(width: 12cm)\n#set text(hyphenate: true)\n#set par(justify: true)\n{words * 12}selesai."
    )
    assert blocks(document) == [f"paragraph {words * 12}selesai."]


def test_hyphens_of_doubled_words_stay():
    hyphens = Hyphens([_line("masing-masing unit kerja")])
    assert hyphens.joined("pada masing-", *_line("masing- masing")) == ("pada masing-", True)
    assert hyphens.joined("tahun 2023-", *_line("2023- 2024")) == ("tahun 2023-", True)
    assert hyphens.joined("pada unit-", *_line("unit- kerja")) == ("pada unit-", True)
    assert hyphens.joined("kata -", *_line("- kerja")) == ("kata -", False)


def test_a_space_after_the_hyphen_stays():
    first, second = _line("kegiatan- kegiatan")
    first.spaced = True
    assert Hyphens([]).joined("tiap kegiatan-", first, second) == ("tiap kegiatan-", False)


def _line(text: str) -> list[Word]:
    return [Word(word, 0, 1, 0, 1) for word in text.split()]

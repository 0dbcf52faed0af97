"""What Word files hold beside plain paragraphs: numbering, merged cells, tracked changes, pages, text boxes."""

import io

import docx
import pytest
from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from petajalan.regulation.document import Document
from petajalan.regulation.reading import read_document
from petajalan.regulation.reading.docx_numbering import render
from tests.regulation.reading.showing import blocks, body


def read(word: Word) -> Document:
    saved = io.BytesIO()
    word.save(saved)
    return read_document(saved.getvalue(), "peraturan.docx")


def append(word: Word, xml: str) -> None:
    """Raw XML before the section's properties; `w:` and friends are declared here."""
    name, rest = xml.split(">", 1)
    spaces = nsdecls("w", "wp", "a") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    spaces += ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    element = parse_xml(f"{name} {spaces}>{rest}")
    word.element.body.insert(len(word.element.body) - 1, element)


def numbering(word: Word, levels: str, overrides: str = "") -> None:
    """Defines list 77 with these levels, and list 78 that restarts it."""
    root = word.part.numbering_part.element
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    root.insert(0, abstract)
    for number, inside in (("77", ""), ("78", overrides)):
        root.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="77"/>{inside}</w:num>')
        )


def level(depth: int, format: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(word: Word, text: str, depth: int = 0, number: int = 77) -> None:
    append(
        word,
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>",
    )


def test_automatic_numbers_are_printed():
    word = docx.Document()
    numbering(word, level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "bullet", ""))
    listed(word, "Satu:")
    listed(word, "bagian satu;", 1)
    listed(word, "bagian dua;", 1)
    listed(word, "butir", 2)
    listed(word, "Dua.")
    listed(word, "bagian lain.", 1)
    document = read(word)
    assert blocks(document) == [
        "item 1. Satu:",
        "item a) bagian satu;",
        "item b) bagian dua;",
        "item - butir",
        "item 2. Dua.",
        "item a) bagian lain.",
    ]
    assert [block.level for block in document.blocks] == [1, 2, 2, 3, 1, 2]


def test_numbered_headings_and_restarted_lists():
    word = docx.Document()
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering(word, level(0, "upperRoman", "BAB %1") + level(1, "decimal", "(%2)"), restart)
    listed(word, "PENDAHULUAN")
    listed(word, "Ayat satu.", 1)
    listed(word, "Ayat dua.", 1)
    listed(word, "PENUTUP")
    listed(word, "LAMPIRAN LAIN", 0, 78)
    assert blocks(read(word)) == [
        "heading BAB I PENDAHULUAN",
        "item (1) Ayat satu.",
        "item (2) Ayat dua.",
        "heading BAB II PENUTUP",
        "heading BAB I LAMPIRAN LAIN",
    ]


@pytest.mark.parametrize(
    ("number", "format", "shown"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (2, "lowerLetter", "b"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (49, "upperRoman", "XLIX"),
    ],
)
def test_number_formats(number, format, shown):
    assert render(number, format) == shown


def test_a_number_column_that_word_counts():
    word = docx.Document()
    numbering(word, level(0, "decimal", "%1"))
    table = word.add_table(rows=1, cols=2, style="Table Grid")
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "No", "Nama"
    for name in ("Satu Data", "Arsip"):
        cells = table.add_row().cells
        cells[0].paragraphs[0]._p.append(
            parse_xml(f'<w:pPr {nsdecls("w")}><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr>')
        )
        cells[1].text = name
    (read_table,) = read(word).tables
    assert body(read_table) == [["1", "Satu Data"], ["2", "Arsip"]]


def test_merged_cells_stand_once():
    word = docx.Document()
    table = word.add_table(rows=4, cols=4, style="Table Grid")
    texts = [["No", "Nama", "Target", ""], ["", "", "2025", "2026"], ["1", "A", "3", "4"], ["", "", "5", "6"]]
    for row, line in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    for first, last in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((2, 1), (3, 1))):
        table.cell(*first).merge(table.cell(*last))
    (merged,) = read(word).tables
    assert merged.headers == ("No", "Nama", "Target / 2025", "Target / 2026")
    assert body(merged) == [["1", "A", "3", "4"], ["", "", "5", "6"]]
    assert [(cell.row_span, cell.column_span) for cell in merged.header_rows[0]] == [(2, 1), (2, 1), (1, 2), (1, 1)]
    assert [cell.covered for cell in merged.header_rows[0]] == [False, False, False, True]
    assert [cell.covered for cell in merged.rows[1]] == [False, True, False, False]
    assert merged.rows[0][1].row_span == 2


def test_edges_a_hair_apart_are_one_column():
    def row(*cells: tuple[int, str]) -> str:
        return "".join(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>'
            for span, text in cells
        )

    word = docx.Document()
    append(
        word,
        '<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="30"/><w:gridCol w:w="2000"/></w:tblGrid>'
        f"<w:tr>{row((1, 'Nama'), (2, 'Nilai'))}</w:tr><w:tr>{row((2, 'Satu'), (1, '7'))}</w:tr></w:tbl>",
    )
    (table,) = read(word).tables
    assert (table.headers, body(table)) == (("Nama", "Nilai"), [["Satu", "7"]])


def test_tracked_changes_read_as_accepted():
    word = docx.Document()
    append(
        word,
        '<w:p><w:r><w:t xml:space="preserve">Target </w:t></w:r><w:del w:id="1" w:author="x"><w:r>'
        '<w:delText>lama</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>baru</w:t></w:r></w:ins>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> rahasia</w:t></w:r></w:p>",
    )
    append(
        word,
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        "<w:tr><w:tc><w:p><w:r><w:t>No</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Isi</w:t></w:r></w:p></w:tc></w:tr>"
        '<w:tr><w:trPr><w:del w:id="3" w:author="x"/></w:trPr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>'
        "<w:tc><w:p><w:r><w:t>hapus</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>tetap</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl>",
    )
    document = read(word)
    assert blocks(document) == ["paragraph Target baru", "table"]
    assert body(document.tables[0]) == [["1", "tetap"]]


def test_content_controls_and_fields_keep_their_text():
    word = docx.Document()
    append(
        word,
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Isi kendali.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    append(
        word,
        '<w:p><w:r><w:t>Tabel</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> SEQ Tabel </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>. Hasil</w:t></w:r></w:p>',
    )
    assert blocks(read(word)) == ["paragraph Isi kendali.", "caption Tabel 7. Hasil"]


def test_text_boxes_are_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>Kotak teks.</w:t></w:r></w:p></w:txbxContent>"
    word = docx.Document()
    append(
        word,
        f"<w:p><w:r><w:t>Kalimat.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>",
    )
    assert blocks(read(word)) == ["paragraph Kalimat.", "paragraph Kotak teks."]


def test_a_table_inside_a_cell_keeps_its_words():
    word = docx.Document()
    table = word.add_table(rows=2, cols=2, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("No", "Anggota"), strict=True):
        cell.text = text
    table.cell(1, 0).text = "1"
    inner = table.cell(1, 1).add_table(rows=2, cols=2)
    for row, names in zip(inner.rows, (("Ketua", "Sekda"), ("Anggota", "Bappeda")), strict=True):
        for cell, text in zip(row.cells, names, strict=True):
            cell.text = text
    assert body(read(word).tables[0]) == [["1", "Ketua Sekda\nAnggota Bappeda"]]


def test_pages_by_explicit_breaks():
    word = docx.Document()
    word.add_paragraph("Halaman satu.")
    word.add_paragraph("Masih satu.").add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("Halaman dua.")
    word.add_paragraph("Halaman tiga.").paragraph_format.page_break_before = True
    assert [(block.text, block.place.page) for block in read(word).blocks] == [
        ("Halaman satu.", 1),
        ("Masih satu.", 1),
        ("Halaman dua.", 2),
        ("Halaman tiga.", 3),
    ]


def test_pages_as_word_laid_them_out():
    word = docx.Document()
    append(
        word,
        '<w:p><w:r><w:t xml:space="preserve">Kalimat yang </w:t></w:r><w:r><w:lastRenderedPageBreak/>'
        "<w:t>terpotong halaman.</w:t></w:r></w:p>",
    )
    word.add_paragraph("Di halaman dua.")
    first, second = read(word).blocks
    assert first.text == "Kalimat yang terpotong halaman."
    assert [(place.page, place.printed) for place in first.places] == [(1, "Kalimat yang"), (2, "terpotong halaman.")]
    assert second.place.page == 2


def test_headers_footers_and_empty_paragraphs_are_no_text():
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "WALI KOTA"
    word.sections[0].footer.paragraphs[0].text = "halaman 1"
    word.add_paragraph("")
    word.add_paragraph("BAB I")
    word.add_paragraph("PENDAHULUAN")
    word.add_heading("Sekilas", level=2)
    assert blocks(read(word)) == ["heading BAB I PENDAHULUAN", "heading Sekilas"]


def test_preamble_in_a_table_without_lines_is_text():
    word = docx.Document()
    table = word.add_table(rows=2, cols=4)
    rows = (("Menimbang", ":", "a.", "bahwa satu;"), ("", "", "b.", "bahwa dua;"))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert blocks(read(word)) == ["paragraph Menimbang :", "item a. bahwa satu;", "item b. bahwa dua;"]


def test_lines_broken_inside_a_paragraph():
    word = docx.Document()
    word.add_paragraph("PERATURAN BUPATI LANGKAP\nNOMOR 1 TAHUN 2025")
    assert blocks(read(word)) == ["paragraph PERATURAN BUPATI LANGKAP", "paragraph NOMOR 1 TAHUN 2025"]

"""Files that cannot be read, or should not be: each gets its code and a sentence, never a traceback."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx
import openpyxl
import pytest

from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading import Limits, read_document
from petajalan.regulation.reading.refusals import MESSAGES
from tests.regulation.writing import typeset

TABLE = "| No | Nama |\n|--|--|\n" + "| 1 | Satu |\n" * 50


def container(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def word() -> bytes:
    data = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Satu kalimat.")
    document.save(data)
    return data.getvalue()


def workbook(rows: int = 1) -> bytes:
    data = io.BytesIO()
    book = openpyxl.Workbook()
    for row in range(rows):
        book.active.append([row, "Satu"])
    book.save(data)
    return data.getvalue()


def merged_all_over() -> bytes:
    """A workbook with one merged area over a whole sheet."""
    area = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
    return replaced(workbook(), "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<pageMargins", area))


def corners() -> bytes:
    """A workbook with a cell in the first row and one in the last."""
    data = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"], book.active["XFD1048576"] = "Satu", "Dua", "Tiga"
    book.save(data)
    return data.getvalue()


def replaced(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The container with one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {item: archive.read(item) for item in archive.namelist()}
    parts[name] = change(parts[name])
    return container(parts)


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    written = io.BytesIO(data)
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(name, part)
    return written.getvalue()


def lying(data: bytes) -> bytes:
    """The container with the size of its largest part stated as ten bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = max(part.file_size for part in archive.infolist())
    return data.replace(struct.pack("<I", size), struct.pack("<I", 10))


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these numbered objects; readers rebuild the missing cross-reference table."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, item) for number, item in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R " + trailer + b" >>\n%%EOF\n"


def page_with(stream: bytes, filters: bytes = b"") -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
    )


LOCKED_PDF = pdf(
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [] /Count 0 >>",
    b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <%s> /U <%s> >>" % (b"28" * 32, b"31" * 32),
    trailer=b"/Encrypt 3 0 R /ID [<01> <01>]",
)
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>'
BOMB = zlib.compress(b"0 0 m " * 60_000_000, 9)

CASES = {
    "nothing": (b"", "empty"),
    "blanks": (b" \n\t\x00", "empty"),
    "too large": (b"a" * 2_000_001, "too_large"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "unknown_format"),
    "rich text": (b"{\\rtf1 Satu kalimat.}", "unknown_format"),
    "web page": (b"<!DOCTYPE html><p>Satu kalimat.", "unknown_format"),
    "other archive": (container({"mimetype": b"application/epub+zip"}), "unknown_format"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old_office"),
    "locked office": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "garbage": (bytes(range(256)) * 40, "not_text"),
    "text with nul bytes throughout": (b"a\x00\x01\x02b\x00" * 400, "not_text"),
    "only a rule": (b"---\n\n***\n", "no_text"),
    "half an archive": (word()[:2000], "damaged"),
    "archive header only": (b"PK\x03\x04" + b"\x00" * 30, "damaged"),
    "broken xml": (replaced(word(), "word/document.xml", lambda part: part[:200]), "damaged"),
    "no relations": (container({"word/document.xml": b"<w/>"}), "damaged"),
    "sheet cut short": (replaced(workbook(), "xl/workbook.xml", lambda part: part[:100]), "damaged"),
    "external entities": (replaced(word(), "word/document.xml", lambda part: ENTITIES), "unsafe_content"),
    "entities in utf-16": (
        replaced(word(), "word/document.xml", lambda part: ENTITIES.decode().encode("utf-16-le")),
        "unsafe_content",
    ),
    "entities in a workbook": (replaced(workbook(), "xl/styles.xml", lambda part: ENTITIES), "unsafe_content"),
    "zip bomb": (replaced(word(), "word/document.xml", lambda part: part + b" " * 30_000_000), "unpacks_too_large"),
    "a size that lies": (
        lying(replaced(word(), "word/document.xml", lambda part: part + b"<!-- %s -->" % (b" " * 1_500_000))),
        "damaged",
    ),
    "pdf cut short": (typeset("Satu kalimat.")[:700], "damaged"),
    "pdf in name only": (b"%PDF-1.7\nbukan PDF", "damaged"),
    "word macros": (with_part(word(), "word/vbaProject.bin", b"\xd0\xcf"), "macros"),
    "locked pdf": (LOCKED_PDF, "encrypted"),
    "type of no size": (page_with(b"BT /F1 0 Tf 10 10 Td (x) Tj 0 0 Td (y) Tj ET"), "no_text"),
    "empty page": (page_with(b""), "no_text"),
    "pdf bomb": (page_with(BOMB, b"/Filter /FlateDecode"), "unpacks_too_large"),
    "empty workbook": (workbook(0), "no_text"),
    "empty word file": (
        replaced(word(), "word/document.xml", lambda part: part.replace(b"Satu kalimat.", b"")),
        "no_text",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_refused(name, capfd):
    data, code = CASES[name]
    with pytest.raises(UnusableFile) as refused:
        read_document(data, "peraturan.txt", Limits(bytes=2_000_000))
    assert refused.value.code == code
    assert "{" not in refused.value.message_id + refused.value.message_en
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (typeset("Satu\n#pagebreak()\nDua\n#pagebreak()\nTiga"), Limits(pages=2), "too_many_pages"),
        (TABLE.encode(), Limits(cells=60), "too_many_cells"),
        (workbook(400), Limits(cells=500), "too_many_cells"),
        (merged_all_over(), Limits(), "too_many_cells"),
        (b"<table><tr>" + b"<td rowspan=200 colspan=200>a</td>" * 50 + b"</table>", Limits(), "too_many_cells"),
        (b"Satu kalimat. " * 100, Limits(characters=1000), "too_much_text"),
        (typeset("Satu kalimat. " * 100), Limits(characters=1000), "too_much_text"),
        (word(), Limits(unpacked_bytes=10_000), "unpacks_too_large"),
        (typeset("Satu kalimat."), Limits(unpacked_bytes=100), "unpacks_too_large"),
        (TABLE.encode(), Limits(seconds=0), "too_slow"),
        (word(), Limits(seconds=0), "too_slow"),
        (workbook(), Limits(seconds=0), "too_slow"),
        (typeset("Satu kalimat."), Limits(seconds=0), "too_slow"),
    ],
)
def test_bounds(data, limits, code):
    with pytest.raises(UnusableFile) as refused:
        read_document(data, "peraturan", limits)
    assert refused.value.code == code


def test_two_hundred_megabytes_are_refused_at_once():
    with pytest.raises(UnusableFile) as refused:
        read_document(b"\x00" * (200 * 1024 * 1024), "besar.pdf")
    assert refused.value.code == "too_large"
    assert "200 MB" in refused.value.message_id
    assert "50 MB" in refused.value.message_en


def test_cells_far_apart_cost_nothing():
    document = read_document(corners(), "jauh.xlsx")
    assert [cell.text for table in document.tables for cell in table.header_rows[0]] == ["Satu", "Dua"]
    assert document.blocks[-1].text == "Tiga"


def test_every_reason_has_both_sentences():
    assert all(indonesian.endswith(".") and english.endswith(".") for indonesian, english in MESSAGES.values())


@pytest.mark.parametrize("data", [word(), workbook(), typeset("Satu kalimat."), b"Satu kalimat."])
def test_what_a_file_holds_counts_not_its_name(data):
    assert "Satu" in read_document(data, "peraturan.exe").blocks[0].text + str(read_document(data, "a.txt").tables)


@pytest.mark.parametrize(
    "data",
    [
        "Café – “Road Map”".encode(),
        "Café – “Road Map”".encode("utf-8-sig"),
        "Café – “Road Map”".encode("utf-16"),
        "Café – “Road Map”".encode("utf-16-be"),
        "Café – “Road Map”".encode("cp1252"),
        "\x00Café – “Road\x0c Map”\n\nKalimat lain yang cukup panjang.".encode(),
    ],
)
def test_encodings(data):
    assert read_document(data, "peraturan.txt").blocks[0].text == "Café – “Road Map”"


def test_line_ends_of_windows_and_old_macs_keep_line_numbers():
    for ends in ("\n", "\r\n", "\r"):
        document = read_document(f"Satu.{ends}{ends}Dua.".encode(), "peraturan.txt")
        assert [block.place.line for block in document.blocks] == [1, 3]

"""The real regulation, written as DOCX, PDF and XLSX, says what its text says: blocks, cells, headers, sources."""

from pathlib import Path

import pytest

from petajalan.regulation.reading import read_document
from tests.regulation.writing import content, to_docx, to_markdown, to_pdf, to_xlsx

WRITERS = {
    "docx": to_docx,
    "pdf": to_pdf,
    "pdf, ragged": lambda document: to_pdf(document, justify=False, size=12),
    "xlsx": lambda document: to_xlsx(document, numbers=True),
    "markdown in parts": lambda document: to_markdown(document, rows_per_part=4),
}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_formats(seed: Path, writer):
    document = read_document(seed.read_bytes(), seed.name)
    assert content(read_document(writer(document), "peraturan")) == content(document)

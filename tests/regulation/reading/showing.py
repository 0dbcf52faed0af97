"""Short ways to look at a document in a test."""

from petajalan.regulation.document import Document, Table
from petajalan.regulation.reading import read_document


def read(text: str) -> Document:
    return read_document(text.encode(), "peraturan.md")


def blocks(document: Document) -> list[str]:
    """ "kind marker text" of each block, marker and text where there are any."""
    return [" ".join(filter(None, (block.kind.value, block.marker, block.text))) for block in document.blocks]


def lines(document: Document) -> list[tuple[int | None, ...]]:
    """Lines of the file that each block stands on."""
    return [tuple(place.line for place in block.places or (block.place,)) for block in document.blocks]


def body(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]

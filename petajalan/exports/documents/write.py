"""From a tree to the bytes of a file. The library of a format is imported when a file needs it."""

from __future__ import annotations

from django.utils import translation

from petajalan.exports.documents.choice import Format
from petajalan.exports.documents.formats.failures import CannotWrite
from petajalan.exports.documents.tree import OfficialDocument

CONTENT_TYPES = {
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.MARKDOWN: "text/markdown; charset=utf-8",
    Format.ZIP: "application/zip",
}

__all__ = ["CONTENT_TYPES", "CannotWrite", "write"]


def write(document: OfficialDocument, format: Format, template: bytes | None = None) -> bytes:
    """The document as a file. `template` is a DOCX of the agency, which only that format takes.

    The words that a format adds ("Tabel", "Sumber") are in the language of the document. Raises `CannotWrite`.
    """
    with translation.override(document.language):
        match format:
            case Format.MARKDOWN:
                from petajalan.exports.documents.formats.markdown import to_markdown

                return to_markdown(document)
            case Format.XLSX:
                from petajalan.exports.documents.formats.xlsx import to_xlsx

                return to_xlsx(document)
            case Format.DOCX:
                return _docx(document, template)
            case Format.PDF:
                from petajalan.exports.documents.formats.pdf import to_pdf

                return to_pdf(document)
            case Format.ZIP:
                from petajalan.exports.documents.formats.bundle import to_zip

                return to_zip(document)


def _docx(document: OfficialDocument, template: bytes | None) -> bytes:
    if template is None:
        from petajalan.exports.documents.formats.docx.writer import to_docx

        return to_docx(document)
    from petajalan.exports.documents.formats.docx.template import into_template
    from petajalan.exports.documents.placeholders import BrokenTemplate

    try:
        return into_template(document, template)
    except BrokenTemplate as error:
        raise CannotWrite(str(error)) from error

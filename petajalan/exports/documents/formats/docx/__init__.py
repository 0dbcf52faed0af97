"""A document as DOCX: every paragraph has a named style, so that an agency changes the look in one place."""

from petajalan.exports.documents.formats.docx.writer import to_docx

__all__ = ["to_docx"]

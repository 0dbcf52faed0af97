"""The few words that every format adds to a document by itself."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from petajalan.exports.documents.tree import Fact, Heading, Item, OfficialDocument, Table

ABOUT = "TENTANG"


def caption_number(table: Table) -> str:
    """ "Tabel 3.1"; "" for a table without a number."""
    if not table.number:
        return ""
    return _("Tabel %(number)s") % {"number": table.number} if table.number[:1].isdigit() else table.number


def caption_of(table: Table) -> str:
    return f"{caption_number(table)} {table.caption}".strip()


def source_of(table: Table) -> str:
    if not table.source or table.source.startswith(_("Sumber:")):
        return table.source
    return _("Sumber: %(source)s") % {"source": table.source}


def heading_lines(heading: Heading) -> tuple[str, ...]:
    """A chapter has its number on a line of its own, a section in front of its words."""
    if heading.level == 1 and heading.marker:
        return (heading.marker, heading.text) if heading.text else (heading.marker,)
    return (f"{heading.marker} {heading.text}".strip(),)


def item_line(item: Item) -> str:
    return f"{item.marker} {item.text}".strip()


def fact_line(fact: Fact) -> str:
    return f"{fact.label}: {fact.value}"


def number_line(document: OfficialDocument) -> str:
    return _("NOMOR %(number)s") % {"number": document.number} if document.number else ""


def title_lines(document: OfficialDocument) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The lines of the title above its number, the number, and the lines below: a decree has it before "TENTANG"."""
    title, number = document.title, number_line(document)
    at = title.index(ABOUT) if number and ABOUT in title else len(title)
    return title[:at], number, title[at:]


def day(moment: date) -> str:
    return date_format(moment, "j F Y")

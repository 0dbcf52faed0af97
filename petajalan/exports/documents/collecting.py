"""A document collected: in the language of officials, on the agency's paper, with number and date where it has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils import translation

from petajalan.accounts.models import Agency
from petajalan.exports.documents.choice import Choice
from petajalan.exports.documents.kinds import Kind
from petajalan.exports.documents.tree import Letterhead, OfficialDocument
from petajalan.exports.models import AgencyLetterhead, DocumentTemplate

LANGUAGE = "id"


def collected(kind: Kind, choice: Choice, *, number: str = "", dated: date | None = None) -> OfficialDocument:
    """Raises `NothingToWrite`."""
    with translation.override(LANGUAGE):
        found = kind.collect(choice)
        head = found.letterhead
        if head is None and not found.head:
            head = letterhead_of(choice.agency)
        return replace(found, letterhead=head, number=number or found.number, dated=dated or found.dated)


def letterhead_of(agency: Agency) -> Letterhead:
    """As the agency set it, else its name."""
    own: AgencyLetterhead | None = AgencyLetterhead.objects.filter(agency=agency).first()
    if own is None:
        return Letterhead((f"PEMERINTAH {agency.name.upper()}",))
    return Letterhead(tuple(own.lines.splitlines()), own.address, bytes(own.logo) if own.logo else None)


def template_for(agency: Agency, kind: str) -> bytes | None:
    """The agency's own DOCX for the kind, else that for all kinds."""
    found = DocumentTemplate.objects.filter(agency=agency, kind__in=[kind, ""]).order_by("-kind")
    content = found.values_list("content", flat=True).first()
    return None if content is None else bytes(content)

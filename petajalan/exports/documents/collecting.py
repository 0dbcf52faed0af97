"""A document collected: in the language of officials, on the agency's paper, with number and date where it has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils import translation

from petajalan.accounts.models import Agency
from petajalan.exports.documents.choice import Choice
from petajalan.exports.documents.kinds import Kind
from petajalan.exports.documents.tree import Block, Letterhead, OfficialDocument, Signatures
from petajalan.exports.documents.wording import day
from petajalan.exports.models import AgencyLetterhead, DocumentTemplate
from petajalan.exports.queries.letterhead import own_letterhead

LANGUAGE = "id"


def collected(kind: Kind, choice: Choice, *, number: str = "", dated: date | None = None) -> OfficialDocument:
    """`number` and `dated`: of the letter, where it has been written. Raises `NothingToWrite`."""
    with translation.override(LANGUAGE):
        found, own = kind.collect(choice), own_letterhead(choice.agency)
        head = found.letterhead
        if head is None and not found.head:
            head = _letterhead(choice.agency, own)
        found = replace(found, letterhead=head)
    return as_letter(found, number, dated, own.place if own else "") if dated else found


def as_letter(document: OfficialDocument, number: str, dated: date, place: str) -> OfficialDocument:
    """With the number and the date of the letter; place and day also stand above the last who signs."""
    with translation.override(LANGUAGE):
        signed_at = ", ".join(filter(None, (place, day(dated))))
    parts = tuple(
        replace(part, blocks=tuple(_signed(block, signed_at) for block in part.blocks)) for part in document.parts
    )
    return replace(document, parts=parts, number=number, dated=dated)


def _signed(block: Block, signed_at: str) -> Block:
    if not isinstance(block, Signatures) or not block.signers or any(one.place_and_date for one in block.signers):
        return block
    *others, last = block.signers
    return Signatures((*others, replace(last, place_and_date=signed_at)))


def letterhead_of(agency: Agency) -> Letterhead:
    """As the agency set it, else its name."""
    return _letterhead(agency, own_letterhead(agency))


def _letterhead(agency: Agency, own: AgencyLetterhead | None) -> Letterhead:
    if own is None:
        return Letterhead((f"PEMERINTAH {agency.name.upper()}",))
    return Letterhead(tuple(own.lines.splitlines()), own.address, bytes(own.logo) if own.logo else None)


def template_for(agency: Agency, kind: str) -> bytes | None:
    """The agency's own DOCX for the kind, else that for all kinds."""
    found = DocumentTemplate.objects.filter(agency=agency, kind__in=[kind, ""]).order_by("-kind")
    content = found.values_list("content", flat=True).first()
    return None if content is None else bytes(content)

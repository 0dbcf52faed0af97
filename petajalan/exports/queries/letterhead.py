"""What an agency set about the look of its documents."""

from __future__ import annotations

from petajalan.accounts.models import Agency
from petajalan.exports.models import AgencyLetterhead, DocumentTemplate


def own_letterhead(agency: Agency) -> AgencyLetterhead | None:
    found: AgencyLetterhead | None = AgencyLetterhead.objects.filter(agency=agency).first()
    return found


def templates_of(agency: Agency) -> list[DocumentTemplate]:
    """Without their content."""
    rows = DocumentTemplate.objects.filter(agency=agency).defer("content").select_related("uploaded_by")
    return list(rows.order_by("kind"))

"""A letterhead of Kota Melati with a logo, and a template for its documents."""

from __future__ import annotations

from datetime import UTC, datetime

from petajalan.exports.letterheads import LetterheadValues, Logo
from petajalan.exports.models import DocumentTemplate
from petajalan.exports.services.letterhead import set_letterhead, upload_template
from tests.cast import Cast
from tests.exports.documents.test_templates import template
from tests.exports.documents.whole import logo

AT = datetime(2024, 5, 2, 3, 0, tzinfo=UTC)


def dressed(cast: Cast, kind: str = "team_decree") -> DocumentTemplate:
    values = LetterheadValues("PEMERINTAH KOTA MELATI", "Jalan Mawar 1", "Melati", Logo("lambang.png", logo()))
    set_letterhead(agency=cast.agency, values=values, seen=0, by=cast.wati, at=AT)
    return upload_template(
        agency=cast.agency, kind=kind, filename="a.docx", content=template("{{ isi }}"), by=cast.wati, at=AT
    )

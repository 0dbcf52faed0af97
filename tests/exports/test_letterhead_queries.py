"""The page of the letterhead asks as much for three templates as for one."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from petajalan.exports.services.letterhead import upload_template
from tests.cast import Cast
from tests.exports.documents.test_templates import template
from tests.exports.letterheads import AT, dressed
from tests.exports.test_letterhead_page import HERE, signed_in


def test_it_asks_as_much_for_three_templates_as_for_one(cast: Cast) -> None:
    dressed(cast)
    client = signed_in(cast.wati)
    counts = []
    for kinds in ((), ("annex", "worksheet")):
        for kind in kinds:
            content = template("{{ isi }}")
            upload_template(agency=cast.agency, kind=kind, filename="a.docx", content=content, by=cast.wati, at=AT)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(HERE).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]

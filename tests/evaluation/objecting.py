"""An objection to the official value of SPBE in the worksheet of Kota Melati."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from petajalan.evaluation.models import Objection, ObjectionEvidence
from petajalan.evaluation.services.objections import sending, writing
from petajalan.evaluation.values import Claim
from tests.evaluation.worksheets import AT, LATER, Scoring

LINK = "https://contoh.go.id/laporan-spbe.pdf"


def claim(raw: object = "3.1", **more: Any) -> Claim:
    value = None if raw is None else Decimal(str(raw))
    given: dict[str, Any] = {"reason": "Laporan PANRB menyebut 3,1", "link": LINK, "due": date(2025, 12, 10)}
    return Claim(raw=value, **{**given, **more})


def written(scoring: Scoring, code: str = "B1", **more: Any) -> Objection:
    """The official value is 2,8."""
    if not scoring.worksheet.scores.filter(item=code, party="national").exists():
        scoring.score(code, "2.8", party="national", source="LHE 2025")
    given: dict[str, Any] = {"claim": claim(), "by": scoring.cast.ani, "at": AT}
    return writing.write_objection(worksheet=scoring.worksheet, code=code, **{**given, **more})


def proposed(scoring: Scoring) -> Objection:
    row = written(scoring)
    sending.propose_objection(objection=row, version=row.version, by=scoring.cast.wati, at=AT)
    row.refresh_from_db()
    return row


def sent(scoring: Scoring) -> Objection:
    row = proposed(scoring)
    sending.send_objection(objection=row, version=row.version, by=scoring.cast.rina, at=LATER)
    row.refresh_from_db()
    return row


def proofs(row: Objection) -> list[tuple[str, str]]:
    found = ObjectionEvidence.objects.filter(objection=row).select_related("evidence").order_by("pk")
    return [(one.evidence.link, one.page) for one in found]

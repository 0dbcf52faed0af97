"""What is known once a file has been read: its identity, the reading itself, or the reason why it failed."""

from __future__ import annotations

from datetime import datetime

from petajalan.planning.choices import RegulationStatus
from petajalan.planning.models import Regulation, RegulationReading
from petajalan.planning.readings import RULES_VERSION, RegulationRead, encode_data, encode_findings
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.findings.model import Severity


def store_reading(*, regulation: Regulation, read: RegulationRead, at: datetime) -> RegulationReading:
    """Keep what was read and write the document's identity into the regulation. Call inside a transaction."""
    data = read.data
    start, end = data.years or (None, None)
    identity = {
        "number": (data.number or "")[:50],
        "year": data.year,
        "title": (data.title or "")[:500],
        "period_start": start,
        "period_end": end,
        "enacted_on": data.enacted_on,
        "named_agency": (data.agency_name or "")[:200],
        "format": data.document.format,
        "status": RegulationStatus.READ,
        "progress": 100,
        "status_at": at,
        "failure_code": "",
        "failure_id": "",
        "failure_en": "",
    }
    Regulation.objects.filter(pk=regulation.pk).update(**identity)
    for name, value in identity.items():
        setattr(regulation, name, value)
    reading, _created = RegulationReading.objects.update_or_create(
        regulation=regulation,
        defaults={
            "agency_id": regulation.agency_id,
            "data": encode_data(data),
            "findings": encode_findings(read.findings),
            "tables": len(data.document.tables),
            "errors": read.count(Severity.ERROR),
            "warnings": read.count(Severity.WARNING),
            "notes": read.count(Severity.NOTE),
            "rules_version": RULES_VERSION,
            "read_at": at,
        },
    )
    return reading


def store_failure(*, regulation: Regulation, failure: UnusableFile, at: datetime) -> None:
    """Keep the file and the sentence that says what to do about it."""
    Regulation.objects.filter(pk=regulation.pk).update(
        status=RegulationStatus.FAILED,
        status_at=at,
        failure_code=failure.code[:40],
        failure_id=failure.message_id,
        failure_en=failure.message_en,
    )

"""What a download holds, collected once: the file formats only write it down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext

from petajalan.accounts.queries.trail import Change, in_words
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.display import findings
from petajalan.planning.models import Regulation
from petajalan.planning.readings import RegulationRead


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One place of one finding. `number` repeats for a finding with several places."""

    number: int
    severity: str
    code: str
    meaning: str
    message: str
    advice: str
    group: str
    line: int | None
    page: int | None
    table: str | None
    row: int | None
    column: int | None
    printed: str


def finding_rows(read: RegulationRead) -> list[FindingRow]:
    """In the language of the reader."""
    return [
        FindingRow(
            number=entry.number,
            severity=entry.severity_name,
            code=entry.finding.code,
            meaning=entry.meaning,
            message=entry.message,
            advice=entry.advice,
            group=entry.spot.title,
            line=place.line,
            page=place.page,
            table=place.table,
            row=place.row,
            column=place.column,
            printed=place.printed,
        )
        for entry in findings.entries(read)
        for place in entry.finding.places
    ]


def findings_as_json(regulation: Regulation, read: RegulationRead) -> dict[str, object]:
    """The shape that `petajalan check --format json` prints, for the stored reading."""
    return {
        "document": {
            "number": read.data.number,
            "year": read.data.year,
            "title": read.data.title,
            "period": "-".join(map(str, read.data.period)) if read.data.period else None,
            "agency": read.data.agency_name,
            "filename": regulation.filename,
            "tables": [
                {
                    "number": table.number,
                    "caption": table.caption,
                    "kind": meaning.kind.value,
                    "line": table.caption_place.line if table.caption_place else None,
                    "page": table.caption_place.page if table.caption_place else None,
                    "rows": len(table.rows),
                    "columns": [
                        {"header": header, "meaning": column or None}
                        for header, column in zip(table.headers, meaning.columns, strict=True)
                    ],
                }
                for table, meaning in zip(read.data.document.tables, read.data.meanings, strict=True)
            ],
        },
        "findings": [finding.as_json() for finding in read.findings],
    }


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One field of one entry of the trail; an entry without fields has one row, too."""

    at: str
    who: str
    what: str
    about: str
    field: str
    before: str
    after: str
    reason: str


def history_rows(entries: Iterable[AuditEntry]) -> Iterator[HistoryRow]:
    """In the language of the reader and the time zone of the agency."""
    for entry in entries:
        row = in_words(entry)
        at = localtime(row.at).strftime("%Y-%m-%d %H:%M")
        who = gettext("sistem") if row.who == SYSTEM else row.who
        for change in row.changes or (Change("", "", ""),):
            yield HistoryRow(at, who, row.what, row.about, change.field, change.before, change.after, row.reason)

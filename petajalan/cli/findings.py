"""Findings as text for a terminal: grouped by severity and code, each with its places and the printed row."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby

from petajalan.cli import language
from petajalan.cli.language import gettext as _
from petajalan.cli.language import ngettext
from petajalan.planning.readings import RegulationRead
from petajalan.regulation.document import Document, Place
from petajalan.regulation.findings.model import Finding, Severity, Words

SHOWN_PLACES = 6  # of one finding; the JSON has all of them
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def print_findings(read: RegulationRead) -> None:
    for line in lines(read):
        print(line)


def lines(read: RegulationRead) -> Iterator[str]:
    yield from heading(read)
    for severity in Severity:
        found = [finding for finding in read.findings if finding.severity is severity]
        if not found:
            continue
        yield ""
        yield coloured(f"{severity_name(severity)} ({len(found)})", f"1;{COLOURS[severity]}")
        for code, group in groupby(sorted(found, key=lambda finding: finding.code), key=lambda finding: finding.code):
            yield ""
            yield coloured(code, "1")
            for finding in group:
                yield from finding_lines(finding, read.data.document)
    yield ""
    yield summary(read)


def heading(read: RegulationRead) -> Iterator[str]:
    data = read.data
    parts = [data.agency_name, _("Nomor %(number)s") % {"number": data.number} if data.number else None]
    if data.year:
        parts.append(_("Tahun %(year)d") % {"year": data.year})
    if data.period:
        parts.append(_("periode %(start)d–%(end)d") % {"start": data.period[0], "end": data.period[1]})
    yield coloured(data.title or _("Peraturan tanpa judul"), "1")
    yield " · ".join(part for part in parts if part)
    count = len(data.document.tables)
    yield ngettext("%(count)d tabel dibaca.", "%(count)d tabel dibaca.", count) % {"count": count}


def finding_lines(finding: Finding, document: Document) -> Iterator[str]:
    yield wrapped(said(finding.message), "• ", "  ")
    for place in finding.places[:SHOWN_PLACES]:
        yield wrapped(f"{where(place)}: {printed(place, document)}", "    ", "      ")
    more = len(finding.places) - SHOWN_PLACES
    if more > 0:
        yield "    " + ngettext("dan %(count)d tempat lain", "dan %(count)d tempat lain", more) % {"count": more}
    yield wrapped(said(finding.advice), "  → ", "    ")


def where(place: Place) -> str:
    parts = []
    if place.line is not None:
        parts.append(_("baris %(line)d") % {"line": place.line})
    if place.page is not None:
        parts.append(_("halaman %(page)d") % {"page": place.page})
    if place.table is not None:
        parts.append(_("Tabel %(table)s") % {"table": place.table})
        if place.row:
            parts.append(_("baris tabel %(row)d") % {"row": place.row})
        if place.column:
            parts.append(_("kolom %(column)d") % {"column": place.column})
    return ", ".join(parts)


def printed(place: Place, document: Document) -> str:
    """What stands there; in a table the whole row, with the cell in question between ⟦ ⟧."""
    row = row_of(place, document)
    if row is None:
        return shortened(place.printed, 160)
    cells = [shortened(" ".join(cell.split()), 40) for cell in row]
    if place.column:
        cells[place.column - 1] = f"⟦{shortened(' '.join(place.printed.split()), 60)}⟧"
    return " | ".join(cells)


def row_of(place: Place, document: Document) -> list[str] | None:
    if not place.table or not place.row:
        return None
    for table in document.tables:
        if table.name == place.table and place.row <= len(table.rows):
            cells = [cell.text for cell in table.rows[place.row - 1]]
            return cells if (place.column or 0) <= len(cells) else None
    return None


def summary(read: RegulationRead) -> str:
    if not read.findings:
        return coloured(_("Tidak ada temuan."), "32")
    return ngettext(
        "%(all)d temuan: %(errors)d kesalahan, %(warnings)d peringatan, %(notes)d catatan.",
        "%(all)d temuan: %(errors)d kesalahan, %(warnings)d peringatan, %(notes)d catatan.",
        len(read.findings),
    ) % {
        "all": len(read.findings),
        "errors": read.count(Severity.ERROR),
        "warnings": read.count(Severity.WARNING),
        "notes": read.count(Severity.NOTE),
    }


def severity_name(severity: Severity) -> str:
    return {Severity.ERROR: _("KESALAHAN"), Severity.WARNING: _("PERINGATAN"), Severity.NOTE: _("CATATAN")}[severity]


def said(words: Words) -> str:
    return words.en if language.current() == "en" else words.id


def wrapped(text: str, first: str, rest: str) -> str:
    width = max(40, min(shutil.get_terminal_size((120, 24)).columns, 140))
    return textwrap.fill(
        " ".join(text.split()), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def coloured(text: str, code: str) -> str:
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        return f"\033[{code}m{text}\033[0m"
    return text

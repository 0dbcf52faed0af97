"""A regulation at a glance: what it says it is, what it rests on, what is in it, what could not be placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from petajalan.planning.display import words
from petajalan.planning.display.findings import Entry, gravest_first
from petajalan.planning.display.outline import Outline, section_title
from petajalan.planning.display.tables import TableSummary, summaries
from petajalan.regulation.data import Citation, RegulationData

A_FEW = 5


@dataclass(frozen=True, slots=True)
class LegalBasis:
    title: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    text: str
    place: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    tables: list[TableSummary]
    chapters: list[tuple[str, str, tuple[str, ...]]]  # anchor on the text page, title, titles of its sections
    legal_bases: list[LegalBasis]
    articles: int
    unplaced: list[Unplaced]
    gravest: list[Entry]
    identities: list[tuple[str, str, str]]  # part, what it says, place


def document_page(outline: Outline, entries: Sequence[Entry]) -> DocumentPage:
    data = outline.data
    return DocumentPage(
        tables=summaries(data, entries),
        chapters=_chapters(outline),
        legal_bases=_legal_bases(data),
        articles=len(data.articles),
        unplaced=_unplaced(data),
        gravest=gravest_first(entries)[:A_FEW],
        identities=_identities(data),
    )


def other_agency(data: RegulationData, agency: str) -> str:
    """The agency that the document names when it is another one than this; "" when they agree or it names none."""
    named = data.agency_name or ""
    return named if named and named.casefold() != agency.casefold() else ""


def _chapters(outline: Outline) -> list[tuple[str, str, tuple[str, ...]]]:
    chapters: list[tuple[str, str, list[str]]] = []
    for section in outline.data.sections:
        if section.level == 1:
            chapters.append((f"bagian-{outline.start_of(section)}", section_title(section), []))
        elif section.level == 2 and chapters:
            chapters[-1][2].append(section_title(section))
    return [(anchor, title, tuple(sections)) for anchor, title, sections in chapters]


def _legal_bases(data: RegulationData) -> list[LegalBasis]:
    result = []
    for where in ("legal_basis", "legal_basis_section"):
        found = dict.fromkeys(_citation(one) for one in data.citations if one.where == where)
        if found:
            result.append(LegalBasis(str(words.LEGAL_PLACES[where]), tuple(found)))
    return result


def _citation(citation: Citation) -> str:
    year = f"/{citation.year}" if citation.year else ""
    kind = words.law_kind(citation.kind)
    title = gettext(" tentang %(title)s") % {"title": citation.title} if citation.title else ""
    return f"{kind} {citation.number}{year}{title}"


def _unplaced(data: RegulationData) -> list[Unplaced]:
    english = words.is_english()
    notices = [
        Unplaced(one.message_en if english else one.message_id, words.place(one.place), one.place.printed)
        for one in (*data.document.notices, *data.notices)
    ]
    cells = [
        Unplaced(gettext("Isi sel ini belum diketahui maknanya."), words.place(one.place), one.text)
        for one in data.road_map.unplaced
    ]
    return notices + cells


def _identities(data: RegulationData) -> list[tuple[str, str, str]]:
    result = []
    for one in data.identities:
        said = [
            gettext("Nomor %(number)s") % {"number": one.number} if one.number else "",
            gettext("Tahun %(year)d") % {"year": one.year} if one.year else "",
            gettext("periode %(start)d–%(end)d") % {"start": one.period[0], "end": one.period[1]} if one.period else "",
        ]
        part = str(words.IDENTITY_PARTS.get(one.part, one.part))
        result.append((part, ", ".join(filter(None, said)), words.file_place(one.place)))
    return result

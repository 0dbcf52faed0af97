"""Recognition: a document's text and tables are given their meaning."""

from __future__ import annotations

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Document
from petajalan.regulation.recognise.agency import agency
from petajalan.regulation.recognise.citations import citations
from petajalan.regulation.recognise.identity import enacted_on, identities
from petajalan.regulation.recognise.meanings import meaning_of
from petajalan.regulation.recognise.notices import notices
from petajalan.regulation.recognise.road_map import road_map
from petajalan.regulation.recognise.rows import KnownTable
from petajalan.regulation.recognise.structure import articles, sections

__all__ = ["recognise"]

_MOST_TRUSTED = ("body", "annex", "gazette", "article")


def recognise(document: Document) -> RegulationData:
    """The regulation as data. Nothing is dropped: what could not be placed is in `road_map.unplaced` and `notices`."""
    printed = identities(document)
    stated = sorted(printed, key=lambda identity: _MOST_TRUSTED.index(identity.part))
    period = next((identity.period for identity in stated if identity.period), None)
    tables = [KnownTable(table, meaning_of(table, period)) for table in document.tables]
    read = road_map(document, tables)
    kind, name = agency(document)
    return RegulationData(
        document=document,
        agency_kind=kind,
        agency_name=name,
        number=next((identity.number for identity in stated if identity.number), None),
        year=next((identity.year for identity in stated if identity.year), None),
        title=next((identity.title for identity in stated if identity.title), None),
        period=period,
        enacted_on=enacted_on(document),
        identities=printed,
        citations=citations(document),
        articles=articles(document),
        sections=sections(document),
        meanings=tuple(known.meaning for known in tables),
        road_map=read,
        notices=tuple(notices(tables, read.unplaced)),
    )

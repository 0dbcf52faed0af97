"""Documents that everybody may take home: of the regulation itself, frozen, of the road map in force."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from petajalan.exports.documents.about import about_of
from petajalan.exports.documents.choice import Choice
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.models import FrozenDocument, FrozenFile
from petajalan.planning.models import RoadMap

LEGAL = ("annex", "amendment")  # others tell of people and of work within


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """The latest version; `formats` are those that it was written in."""

    document: FrozenDocument
    formats: tuple[str, ...]

    @property
    def name(self) -> str:
        return str(KINDS[self.document.kind].name)


def documents_of(road_map: RoadMap) -> list[PublicDocument]:
    """In the order of `LEGAL`. One query."""
    found: dict[int, tuple[FrozenDocument, list[str]]] = {}
    for one in _files(road_map).defer("content", "document__tree").order_by("document", "format"):
        found.setdefault(one.document_id, (one.document, []))[1].append(one.format)
    ordered = sorted(found.values(), key=lambda pair: LEGAL.index(pair[0].kind))
    return [PublicDocument(document, tuple(formats)) for document, formats in ordered]


def document_file(road_map: RoadMap, key: UUID, format: str) -> tuple[FrozenDocument, bytes] | None:
    one = _files(road_map).filter(document__key=key, format=format).defer("document__tree").first()
    return (one.document, bytes(one.content)) if one else None


def _files(road_map: RoadMap) -> QuerySet[FrozenFile]:
    choice = Choice(road_map.agency, road_map=road_map.pk)
    about = {about_of(KINDS[kind], choice) for kind in LEGAL}
    return FrozenFile.objects.filter(
        agency=road_map.agency_id, document__kind__in=LEGAL, document__about__in=about, document__replaced_by=None
    ).select_related("document")

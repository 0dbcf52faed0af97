"""Which version of an agency's road map a document is about."""

from __future__ import annotations

from django.utils.translation import gettext as _

from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.planning.models import RoadMap


def road_map_of(choice: Choice) -> RoadMap:
    """The one that was named, else the one in force, else the newest draft."""
    found = RoadMap.objects.filter(agency=choice.agency).select_related("agency")
    if choice.road_map is not None:
        named = found.filter(pk=choice.road_map).first()
        if named is None:
            raise NothingToWrite(_("Versi road map itu tidak ada di instansi ini. Pilih versi yang ada."))
        return named
    current = found.filter(current=True).first() or found.order_by("-version").first()
    if current is None:
        raise NothingToWrite(_("Instansi ini belum mempunyai road map. Impor peraturannya, atau susun yang baru."))
    return current

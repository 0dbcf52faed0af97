"""Who enacts a road map: the words of the head of an annex, and of the signature below it."""

from __future__ import annotations

import re
from datetime import date

from django.utils import timezone

from petajalan.accounts.choices import AgencyKind
from petajalan.accounts.models import Agency, Holding
from petajalan.exports.documents.tree import Signature, Signatures
from petajalan.planning.models import RoadMap

OFFICES = {
    AgencyKind.CITY: "WALI KOTA",
    AgencyKind.REGENCY: "BUPATI",
    AgencyKind.PROVINCE: "GUBERNUR",
    AgencyKind.MINISTRY: "MENTERI",
    AgencyKind.AGENCY: "KEPALA",
}
# "Kota Pasuruan" is led by the "Wali Kota Pasuruan", "Kementerian Perhubungan" by the "Menteri Perhubungan".
_KIND = re.compile(r"^(kota|kabupaten|provinsi|kementerian)\s+", re.IGNORECASE)
_DEPUTY = re.compile(r"^wakil\b", re.IGNORECASE)
_HEADS = re.compile(r"^(wali ?kota|bupati|gubernur|menteri|kepala)\b", re.IGNORECASE)


def office_of(agency: Agency) -> str:
    """ "WALI KOTA PASURUAN"."""
    name = agency.name if agency.kind == AgencyKind.AGENCY else _KIND.sub("", agency.name)
    return f"{OFFICES[AgencyKind(agency.kind)]} {name}".upper()


def head_of(road_map: RoadMap, office: str, *, number: str = "", year: int | None = None) -> tuple[str, ...]:
    """What stands at the upper right of the first page. While there is no number, room for it."""
    return (
        "LAMPIRAN",
        f"PERATURAN {office}",
        f"NOMOR {number or '…'} TAHUN {year or '…'}",
        "TENTANG",
        road_map.title.upper(),
    )


def signature_of(road_map: RoadMap, office: str, name: str = "") -> Signatures:
    """By the office, with the name that the print gives, else of who held it that day."""
    return Signatures((Signature(f"{office},", name or leader_of(road_map.agency, road_map.decree_date)),))


def leader_of(agency: Agency, day: date | None) -> str:
    """Who leads the agency that day, or today; "" when that is not known."""
    on = day or timezone.localdate()
    held = Holding.objects.filter(agency=agency, position__unit=None).held_on(on).select_related("position", "user")
    for holding in held:
        if not _DEPUTY.match(holding.position.name) and _HEADS.match(holding.position.name):
            return str(holding.user)
    return ""

"""The demonstration city opens its page, so that a visitor sees what citizens read."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from petajalan.accounts.choices import Licence, PublicItem
from petajalan.accounts.models import Agency, PublicChoice, User
from petajalan.accounts.services.public import show_publicly, write_public_text
from petajalan.dashboard.queries.public.plan import road_map_in_force
from petajalan.exports.documents.choice import Choice, Format
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.models import MadeDocument
from petajalan.exports.services.freezing import freeze_document
from petajalan.exports.services.making import make, request_document

TEXT = {
    "for_whom": "Untuk warga dan pelaku usaha yang memakai layanan Kota Pasuruan, dan untuk pegawai yang melayaninya.",
    "office": "Bagian Organisasi (contoh)",
    "address": "",
    "email": "bagian.organisasi@kota-pasuruan.example",
    "phone": "",
    "website": "",
    "licence": Licence.CC_BY.value,
}


def publish_demonstration(*, slug: str, at: datetime) -> bool:
    """`False` when somebody has chosen already, or nobody administers it. Search engines stay away."""
    agency = Agency.objects.get(slug=slug)
    wati = User.objects.filter(email=f"wati@{slug}.example", is_active=True).first()
    if wati is None or PublicChoice.objects.filter(agency=agency).exists():
        return False
    _freeze_annex(agency, wati, at)
    with transaction.atomic():
        write_public_text(agency=agency, values=TEXT, seen=0, by=wati, at=at)
        for item in PublicItem:
            if item != PublicItem.SEARCH:
                show_publicly(agency=agency, item=item, shown=True, by=wati, at=at)
    return True


def _freeze_annex(agency: Agency, by: User, at: datetime) -> None:
    """With the number and date of its regulation, so that there is something to take home."""
    road_map = road_map_in_force(agency)
    regulation = road_map.regulation if road_map else None
    if road_map is None or regulation is None or regulation.enacted_on is None:
        return
    choice = Choice(agency, road_map=road_map.pk)
    asked = request_document(
        agency=agency, kind=KINDS["annex"], choice=choice, format=Format.PDF, key=uuid4(), by=by, at=at
    )
    make(document=asked, at=at)
    draft = MadeDocument.objects.select_related("agency", "frozen").get(pk=asked.pk)
    if draft.tree is None:
        return
    number = f"{regulation.number}/{regulation.year}"
    frozen = freeze_document(document=draft, number=number, dated=regulation.enacted_on, by=by, at=at)
    for one in MadeDocument.objects.select_related("agency", "frozen").filter(agency=agency, frozen=frozen):
        make(document=one, at=at)

"""The demonstration city opens its page, so that a visitor sees what citizens read."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from petajalan.accounts.choices import Licence, PublicItem
from petajalan.accounts.models import Agency, PublicChoice, User
from petajalan.accounts.services.public import show_publicly, write_public_text

TEXT = {
    "for_whom": "Untuk warga dan pelaku usaha yang memakai layanan Kota Pasuruan, dan untuk pegawai yang melayaninya.",
    "office": "Bagian Organisasi (contoh)",
    "address": "",
    "email": "bagian.organisasi@kota-pasuruan.example",
    "phone": "",
    "website": "",
    "licence": Licence.CC_BY.value,
}


@transaction.atomic
def publish_demonstration(*, slug: str, at: datetime) -> bool:
    """`False` when somebody has chosen already, or nobody administers it. Search engines stay away."""
    agency = Agency.objects.get(slug=slug)
    wati = User.objects.filter(email=f"wati@{slug}.example", is_active=True).first()
    if wati is None or PublicChoice.objects.filter(agency=agency).exists():
        return False
    write_public_text(agency=agency, values=TEXT, seen=0, by=wati, at=at)
    for item in PublicItem:
        if item != PublicItem.SEARCH:
            show_publicly(agency=agency, item=item, shown=True, by=wati, at=at)
    return True

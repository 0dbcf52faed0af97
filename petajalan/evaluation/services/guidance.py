"""Notes on assistance and directions of the secretariat. What a unit has to do after them is a recommendation."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, User
from petajalan.common import audit
from petajalan.evaluation.choices import GuidanceKind
from petajalan.evaluation.duties import rule_for
from petajalan.evaluation.models import Guidance
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.write_keys import first_time


@transaction.atomic
def write_guidance(
    *, agency: Agency, kind: str, day: date, subject: str, text: str, by: User, at: datetime, key: UUID | None = None
) -> Guidance | None:
    """`None` when the same form arrived before."""
    permit(by, rule_for(GuidanceKind(kind)), agency)
    _sound(agency, day, subject, text, at)
    if not first_time(about=agency, key=key, what="write_guidance", by=by, at=at):
        return None
    guidance = Guidance.objects.create(
        agency=agency, kind=kind, day=day, subject=subject.strip(), text=text.strip(), written_by=by, written_at=at
    )
    audit.record(agency=agency, by=by, action="guidance_written", about=guidance, at=at, after=_kept(guidance))
    return guidance


@transaction.atomic
def change_guidance(
    *, guidance: Guidance, day: date, subject: str, text: str, version: int, by: User, at: datetime
) -> Guidance:
    """Only the person who wrote it puts it right; the trail keeps what it said before."""
    permit(by, rule_for(GuidanceKind(guidance.kind)), guidance.agency)
    if guidance.written_by_id != by.pk:
        raise PermissionDenied(_("Catatan ini diubah oleh penulisnya sendiri."))
    _sound(guidance.agency, day, subject, text, at)
    current = Guidance.objects.get(pk=guidance.pk)
    changed = Guidance.objects.filter(pk=guidance.pk, version=version).update(
        day=day, subject=subject.strip(), text=text.strip(), version=F("version") + 1
    )
    if changed != 1:
        raise Refused(_("Catatan ini sudah diubah di tempat lain. Muat ulang halaman, lalu ulangi perubahan Anda."))
    after = Guidance.objects.get(pk=guidance.pk)
    audit.record(
        agency=guidance.agency, by=by, action="guidance_changed", about=after, at=at, before=_kept(current),
        after=_kept(after),
    )  # fmt: skip
    return after


def _sound(agency: Agency, day: date, subject: str, text: str, at: datetime) -> None:
    if not subject.strip() or not text.strip():
        raise Refused(_("Isi perihal dan isinya."))
    if day > today_of(agency, at):
        raise Refused(_("Tanggal itu belum tiba. Catat yang sudah terjadi."))


def _kept(guidance: Guidance) -> dict[str, object]:
    return {
        "kind": guidance.kind, "day": guidance.day.isoformat(), "subject": guidance.subject, "text": guidance.text
    }  # fmt: skip

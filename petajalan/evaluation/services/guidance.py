"""Notes on assistance, directions of the secretariat, and what units do after them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, Unit, User
from petajalan.common import audit
from petajalan.evaluation.choices import GuidanceKind
from petajalan.evaluation.duties import may_close, rule_for
from petajalan.evaluation.models import FollowUp, Guidance
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


@transaction.atomic
def add_follow_up(
    *, guidance: Guidance, what: str, owner: Unit, due: date, by: User, at: datetime, key: UUID | None = None
) -> FollowUp | None:
    """`None` when the same form arrived before."""
    permit(by, rule_for(GuidanceKind(guidance.kind)), guidance.agency)
    if not what.strip():
        raise Refused(_("Isi tindak lanjutnya: apa yang harus dikerjakan."))
    if owner.agency_id != guidance.agency_id:
        raise Refused(_("Pilih unit instansi ini."))
    if due < guidance.day:
        raise Refused(_("Tenggat tindak lanjut tidak boleh mendahului tanggal catatannya."))
    if not first_time(about=guidance, key=key, what="add_follow_up", by=by, at=at):
        return None
    made = FollowUp.objects.create(
        agency=guidance.agency, guidance=guidance, what=what.strip(), owner=owner, due=due
    )  # fmt: skip
    audit.record(
        agency=guidance.agency, by=by, action="follow_up_added", about=made, at=at,
        after={"owner": str(owner), "due": due.isoformat()},
    )  # fmt: skip
    return made


@transaction.atomic
def close_follow_up(
    *, follow_up: FollowUp, outcome: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> FollowUp:
    """It is done, and this came of it."""
    if not may_close(by, follow_up):
        raise PermissionDenied(
            _("Tindak lanjut diselesaikan oleh unit penanggung jawabnya, atau oleh yang memintanya.")
        )
    if not first_time(about=follow_up, key=key, what="close_follow_up", by=by, at=at):
        return FollowUp.objects.get(pk=follow_up.pk)
    if not outcome.strip():
        raise Refused(_("Tulis hasilnya: apa yang sudah dikerjakan."))
    changed = FollowUp.objects.filter(pk=follow_up.pk, version=version, done_at=None).update(
        outcome=outcome.strip(), done_at=at, done_by=by, version=F("version") + 1
    )
    if changed != 1:
        raise Refused(_("Tindak lanjut ini sudah diselesaikan atau diubah. Muat ulang halaman, lalu periksa lagi."))
    audit.record(
        agency=follow_up.agency, by=by, action="follow_up_done", about=follow_up, at=at,
        after={"outcome": outcome.strip()},
    )  # fmt: skip
    return FollowUp.objects.get(pk=follow_up.pk)


def _sound(agency: Agency, day: date, subject: str, text: str, at: datetime) -> None:
    if not subject.strip() or not text.strip():
        raise Refused(_("Isi perihal dan isinya."))
    if day > today_of(agency, at):
        raise Refused(_("Tanggal itu belum tiba. Catat yang sudah terjadi."))


def _kept(guidance: Guidance) -> dict[str, object]:
    return {
        "kind": guidance.kind, "day": guidance.day.isoformat(), "subject": guidance.subject, "text": guidance.text
    }  # fmt: skip

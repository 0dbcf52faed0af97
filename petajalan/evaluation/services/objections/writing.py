"""An objection is written and changed by the team or the administrator, and dropped while nobody sent it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.calc.index import Item
from petajalan.common import audit
from petajalan.evaluation.choices import ObjectionState
from petajalan.evaluation.models import EvaluationWorksheet, Objection, ObjectionEvidence, WorksheetScore
from petajalan.evaluation.queries.worksheet.objections import official_score
from petajalan.evaluation.services.objections.held import change, held_objection, trail_of
from petajalan.evaluation.services.worksheet.documents import kept_document
from petajalan.evaluation.services.worksheet.keeping import taken
from petajalan.evaluation.services.worksheet.scoring import sound
from petajalan.evaluation.values import Claim
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence
from petajalan.reporting.services.write_keys import first_time

WRITE = "evaluation.write_objection"


@transaction.atomic
def write_objection(
    *, worksheet: EvaluationWorksheet, code: str, claim: Claim, by: User, at: datetime, key: UUID | None = None
) -> Objection:
    """To the official value there is now, which it keeps. Somebody whose form arrives again gets the one it made."""
    held = taken(worksheet)
    permit(by, WRITE, held.agency)
    item, official = _item(held, code), official_score(held, code)
    if not first_time(about=held, key=key, what=f"objection {code}", by=by, at=at):
        made = Objection.objects.filter(worksheet=held, item=code).order_by("-pk").first()
        if made is not None:
            return made
    if official is None:
        raise Refused(_("Butir ini belum mempunyai nilai resmi. Catat nilainya dahulu, baru dapat disanggah."))
    columns = _columns(item, official, claim)
    try:
        with transaction.atomic():
            row: Objection = Objection.objects.create(
                agency=held.agency, worksheet=held, item=code, raw=official.raw, level=official.level,
                written_by=by, written_at=at, **columns,
            )  # fmt: skip
    except IntegrityError as error:  # the database holds an item to one that waits
        raise Refused(_("Butir ini sudah disanggah dan belum dijawab. Buka sanggahan itu.")) from error
    _prove(row, claim, by, at)
    audit.record(
        agency=held.agency, by=by, action="objection_written", about=row, at=at, reason=row.reason,
        after=trail_of(row) | {"value": official.raw, **({"measured_level": official.level} if official.level else {})},
    )  # fmt: skip
    return row


@transaction.atomic
def change_objection(
    *, objection: Objection, claim: Claim, version: int, by: User, at: datetime, key: UUID | None = None
) -> Objection:
    """While it is a draft. Whoever changes it answers for it."""
    held = held_objection(objection)
    permit(by, WRITE, held.agency)
    if not first_time(about=held, key=key, what="change_objection", by=by, at=at):
        return held
    _draft(held)
    official = official_score(held.worksheet, held.item)
    if official is None:
        raise Refused(_("Nilai resmi butir ini sudah dikosongkan, jadi tidak ada yang disanggah. Hapus rancangannya."))
    columns = _columns(_item(held.worksheet, held.item), official, claim)
    change(held, version, raw=official.raw, level=official.level, written_by=by, written_at=at, **columns)
    _prove(held, claim, by, at)
    row = Objection.objects.get(pk=held.pk)
    audit.record(
        agency=held.agency, by=by, action="objection_changed", about=row, at=at, before=trail_of(held),
        after=trail_of(row), reason=row.reason,
    )  # fmt: skip
    return row


@transaction.atomic
def take_proof_away(*, objection: Objection, evidence: int, by: User, at: datetime) -> None:
    """From a draft: the piece itself stays among the evidence of its unit."""
    held = held_objection(objection)
    permit(by, WRITE, held.agency)
    _draft(held)
    use = ObjectionEvidence.objects.filter(objection=held, evidence=evidence).select_related("evidence").first()
    if use is None:
        return
    use.delete()
    audit.record(
        agency=held.agency, by=by, action="objection_proof_removed", about=held, at=at,
        before={"evidence_name": [use.evidence.name]},
    )  # fmt: skip


@transaction.atomic
def drop_objection(*, objection: Objection, version: int, by: User, at: datetime) -> None:
    """A draft that is not pursued; the trail keeps what it said."""
    held = held_objection(objection)
    permit(by, WRITE, held.agency)
    _draft(held)
    if held.version != version:
        raise Refused(_("Sanggahan ini baru saja diubah orang lain. Lihat isinya sekarang, lalu kirim lagi."))
    audit.record(
        agency=held.agency, by=by, action="objection_dropped", about=held, at=at, before=trail_of(held),
        reason=held.reason,
    )  # fmt: skip
    held.delete()


def _item(worksheet: EvaluationWorksheet, code: str) -> Item:
    item = next((one for one in worksheet.instrument.items() if one.code == code), None)
    if item is None:
        raise Refused(_("Butir itu tidak ada lagi pada instrumen ini. Muat ulang halaman."))
    return item


def _draft(objection: Objection) -> None:
    if objection.state != ObjectionState.DRAFT:
        raise Refused(_("Sanggahan ini bukan rancangan lagi. Mintalah sekretariat mengembalikannya lebih dahulu."))


def _columns(item: Item, official: WorksheetScore, claim: Claim) -> dict[str, object]:
    level = sound(item, claim.raw, claim.level)
    raw = None if level else claim.raw
    if not claim.reason.strip():
        raise Refused(_("Isi alasan sanggahan: mengapa nilai resminya tidak tepat."))
    if (official.raw, official.level) == (raw, level):
        raise Refused(_("Nilai yang Anda tulis sama dengan nilai resminya, jadi tidak ada yang disanggah."))
    return {"claimed_raw": raw, "claimed_level": level, "reason": claim.reason.strip(), "due": claim.due}


def _prove(objection: Objection, claim: Claim, by: User, at: datetime) -> None:
    page = " ".join(claim.page.split())[:100]
    for piece in _pieces(objection, claim, by, at):
        ObjectionEvidence.objects.update_or_create(
            agency_id=objection.agency_id, objection=objection, evidence=piece, defaults={"page": page}
        )


def _pieces(objection: Objection, claim: Claim, by: User, at: datetime) -> Sequence[Evidence]:
    kept = kept_document(
        agency=objection.agency, file=claim.file, filename=claim.filename, link=claim.link, by=by, at=at
    )
    if claim.known is not None and claim.known.agency_id != objection.agency_id:
        raise Refused(_("Pilih bukti dukung milik instansi ini."))
    return list({one.pk: one for one in (kept, claim.known) if one is not None}.values())

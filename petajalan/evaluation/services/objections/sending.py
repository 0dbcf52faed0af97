"""An objection goes to the secretariat, which sends it or gives it back; and what the ministry answers comes in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.evaluation.choices import ObjectionState, Party
from petajalan.evaluation.models import Objection
from petajalan.evaluation.queries.worksheet.leave import Leave
from petajalan.evaluation.queries.worksheet.objections import official_score
from petajalan.evaluation.services.objections.held import change, held_objection
from petajalan.evaluation.services.objections.writing import WRITE
from petajalan.evaluation.services.worksheet.keeping import taken
from petajalan.evaluation.services.worksheet.scoring import ScoreValues, columns_of, put_right
from petajalan.evaluation.services.worksheet.writing import Writing
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.services.write_keys import first_time

SEND = "evaluation.send_objection"


@transaction.atomic
def propose_objection(*, objection: Objection, version: int, by: User, at: datetime, key: UUID | None = None) -> None:
    """The draft is whole: the secretariat decides whether it goes out."""
    held = held_objection(objection)
    permit(by, WRITE, held.agency)
    if not first_time(about=held, key=key, what="propose_objection", by=by, at=at):
        return
    if held.state != ObjectionState.DRAFT:
        raise Refused(_("Sanggahan ini sudah diajukan."))
    if not held.proofs.exists():
        raise Refused(_("Tambahkan sekurang-kurangnya satu bukti sebelum mengajukan sanggahan."))
    _move(held, version, ObjectionState.PROPOSED, "objection_proposed", by, at, returned="")


@transaction.atomic
def send_objection(*, objection: Objection, version: int, by: User, at: datetime, key: UUID | None = None) -> None:
    """By the secretariat, and never by who wrote it."""
    held = held_objection(objection)
    permit(by, SEND, held.agency)
    if held.written_by_id == by.pk:
        raise PermissionDenied(_("Anda sendiri yang menulisnya. Anggota sekretariat lain yang menyetujuinya."))
    if not first_time(about=held, key=key, what="send_objection", by=by, at=at):
        return
    if held.state != ObjectionState.PROPOSED:
        raise Refused(_("Sanggahan ini tidak sedang menunggu persetujuan. Muat ulang halaman."))
    _move(held, version, ObjectionState.SUBMITTED, "objection_sent", by, at, sent_by=by, sent_at=at)


@transaction.atomic
def return_objection(
    *, objection: Objection, reason: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> None:
    held = held_objection(objection)
    permit(by, SEND, held.agency)
    if not first_time(about=held, key=key, what="return_objection", by=by, at=at):
        return
    if held.state != ObjectionState.PROPOSED:
        raise Refused(_("Sanggahan ini tidak sedang menunggu persetujuan. Muat ulang halaman."))
    if not reason.strip():
        raise Refused(_("Tulis apa yang perlu diperbaiki sebelum sanggahan ini dikirim."))
    _move(
        held, version, ObjectionState.DRAFT, "objection_returned", by, at, reason=reason.strip(),
        returned=reason.strip(),
    )  # fmt: skip


@transaction.atomic
def accept_objection(
    *, objection: Objection, values: ScoreValues, answer: str = "", version: int, score_version: int, by: User,
    at: datetime, key: UUID | None = None,
) -> None:  # fmt: skip
    """The new official value, with the document that states it, takes the place of the old one as a correction.
    `score_version` is that of the official value the person saw."""
    held = held_objection(objection)
    permit(by, WRITE, held.agency)
    if not first_time(about=held, key=key, what="accept_objection", by=by, at=at):
        return
    _waits(held)
    if not values.source.strip():
        raise Refused(_("Tulis dokumen yang memuat jawaban evaluator nasional."))
    worksheet = taken(held.worksheet)
    item = next((one for one in worksheet.instrument.items() if one.code == held.item), None)
    row = official_score(worksheet, held.item)
    if item is None or row is None:
        raise Refused(_("Butir itu tidak ada lagi pada instrumen ini. Muat ulang halaman."))
    writing = Writing(worksheet, item, Party.NATIONAL, row, Leave(), by, at)
    said = answer.strip() or _("Sanggahan diterima")
    put_right(writing, columns_of(writing, replace(values, note=values.note or row.note)), said, score_version)
    _answered(held, version, ObjectionState.ACCEPTED, answer, values.source, by, at)


@transaction.atomic
def refuse_objection(
    *, objection: Objection, answer: str, source: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> None:
    """The official value stays, with the reason that was given."""
    held = held_objection(objection)
    permit(by, WRITE, held.agency)
    if not first_time(about=held, key=key, what="refuse_objection", by=by, at=at):
        return
    _waits(held)
    if not source.strip():
        raise Refused(_("Tulis dokumen yang memuat jawaban evaluator nasional."))
    if not answer.strip():
        raise Refused(_("Tulis alasan penolakan menurut evaluator nasional."))
    _answered(held, version, ObjectionState.REFUSED, answer, source, by, at)


def _waits(objection: Objection) -> None:
    if objection.state != ObjectionState.SUBMITTED:
        raise Refused(_("Jawaban dicatat untuk sanggahan yang sudah dikirim dan belum dijawab."))


def _answered(
    objection: Objection, version: int, state: ObjectionState, answer: str, source: str, by: User, at: datetime
) -> None:
    _move(
        objection, version, state, f"objection_{state.value}", by, at, reason=answer.strip(), answer=answer.strip(),
        answer_source=source.strip(), answered_by=by, answered_at=at,
    )  # fmt: skip


def _move(
    objection: Objection, version: int, state: ObjectionState, action: str, by: User, at: datetime, *,
    reason: str = "", **columns: object,
) -> None:  # fmt: skip
    change(objection, version, state=state, **columns)
    document = {"document": columns["answer_source"]} if "answer_source" in columns else {}
    audit.record(
        agency=objection.agency, by=by, action=action, about=objection, at=at, reason=reason,
        before={"objection_state": objection.state},
        after={"item": objection.item, "objection_state": state, **document},
    )  # fmt: skip

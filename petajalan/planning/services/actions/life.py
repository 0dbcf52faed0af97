"""Draft, submitted, sent back with repairs, approved, amended. Each step changes exactly one row, or is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Unit
from petajalan.common import audit
from petajalan.planning.choices import ActionPlanStatus as Status
from petajalan.planning.models import Action, ActionPlan, ActionRevision, PlanRepair
from petajalan.planning.plan_changes import plan_changed
from petajalan.planning.queries.actions import gaps_of, snapshot
from petajalan.planning.rules import may_decide_actions, may_write_actions
from petajalan.planning.services.actions.rows import OPEN, open_rows, permit_writing
from petajalan.planning.services.refusals import Incomplete, Refused
from petajalan.planning.services.writing import reason_given


@transaction.atomic
def open_action_plan(*, agency: Agency, year: int, coordinator: Unit, by: audit.Actor, at: datetime) -> ActionPlan:
    """Begin the plan of a unit for a year."""
    if coordinator.agency_id != agency.pk:
        raise Refused(_("Unit itu bukan unit instansi ini. Muat ulang halaman, lalu pilih lagi."))
    if by != audit.SYSTEM and not may_write_actions(by, agency, coordinator):
        raise PermissionDenied(_("Rencana aksi ini disusun oleh unit koordinatornya dan administrator."))
    try:
        with transaction.atomic():
            plan = ActionPlan.objects.create(agency=agency, year=year, coordinator=coordinator)
    except IntegrityError as error:
        told = {"unit": coordinator, "year": year}
        raise Refused(_("Rencana aksi %(unit)s tahun %(year)s sudah ada. Buka dari daftarnya.") % told) from error
    audit.record(agency=agency, by=by, action="action_plan_opened", about=plan, at=at, after={"year": year})
    return plan


@transaction.atomic
def submit_action_plan(*, plan: ActionPlan, seen: int, by: audit.Actor, at: datetime) -> None:
    """Hand it to the secretariat. Refused while something is missing; `Incomplete` names all of it."""
    open_rows(plan, by)
    missing = gaps_of(plan)
    if missing:
        raise Incomplete(_("Rencana aksi belum lengkap, jadi belum diajukan."), missing)
    _step(plan, seen, OPEN, status=Status.SUBMITTED, submitted_by=None if by == audit.SYSTEM else by, submitted_at=at)
    audit.record(agency=plan.agency, by=by, action="action_plan_submitted", about=plan, at=at)


@transaction.atomic
def send_back_action_plan(
    *, plan: ActionPlan, seen: int, repairs: Sequence[tuple[Action | None, str]], by: audit.Actor, at: datetime
) -> None:
    """Ask for repairs: in one action, or (`None`) in the plan as a whole."""
    _permit_decision(plan, by)
    asked = [(action, text.strip()) for action, text in repairs if text.strip()]
    if not asked:
        raise Refused(_("Tuliskan sekurang-kurangnya satu perbaikan, supaya unit tahu apa yang diminta."))
    if any(action is not None and action.plan_id != plan.pk for action, _text in asked):
        raise Refused(_("Aksi itu bukan bagian dari rencana ini. Muat ulang halaman, lalu coba lagi."))
    _step(plan, seen, (Status.SUBMITTED,), status=Status.SENT_BACK, **_decision(by, at))
    asker = None if by == audit.SYSTEM else by
    if asker is None:
        raise PermissionDenied(_("Perbaikan diminta oleh seseorang, bukan oleh sistem."))
    PlanRepair.objects.bulk_create(
        PlanRepair(agency_id=plan.agency_id, plan=plan, action=action, text=text, asked_by=asker, asked_at=at)
        for action, text in asked
    )
    texts = [text for _action, text in asked]
    audit.record(agency=plan.agency, by=by, action="action_plan_sent_back", about=plan, at=at, after={"repairs": texts})


@transaction.atomic
def mark_repair(*, repair: PlanRepair, done: bool, by: audit.Actor, at: datetime) -> None:
    """The unit says that what was asked for is mended, or that it is not yet."""
    plan = repair.plan
    permit_writing(plan, by)
    if not plan.is_open:
        raise Refused(_("Rencana aksi ini sudah diajukan. Tunggu keputusan sekretariat."))
    if PlanRepair.objects.filter(agency=plan.agency_id, pk=repair.pk, done=not done).update(done=done):
        said = "repair_done" if done else "repair_reopened"
        audit.record(agency=plan.agency, by=by, action=said, about=repair, at=at)


@transaction.atomic
def approve_action_plan(*, plan: ActionPlan, seen: int, by: audit.Actor, at: datetime) -> None:
    _permit_decision(plan, by)
    _step(plan, seen, (Status.SUBMITTED,), status=Status.APPROVED, reason="", **_decision(by, at))
    audit.record(
        agency=plan.agency, by=by, action="action_plan_approved", about=plan, at=at, after={"revision": plan.revision}
    )
    plan_changed(agency=plan.agency, year=plan.year)


@transaction.atomic
def amend_action_plan(*, plan: ActionPlan, seen: int, reason: str, by: audit.Actor, at: datetime) -> ActionRevision:
    """Open an approved plan again. What was approved stays readable as a revision."""
    permit_writing(plan, by)
    reason = reason_given(reason)
    if by == audit.SYSTEM:
        raise PermissionDenied(_("Rencana yang disetujui diubah oleh seseorang, bukan oleh sistem."))
    number = plan.revision
    _step(plan, seen, (Status.APPROVED,), status=Status.DRAFT, reason=reason, revision=F("revision") + 1)
    plan.revision = number + 1
    kept = ActionRevision.objects.create(
        agency_id=plan.agency_id, plan=plan, number=number, rows=snapshot(plan), reason=reason, made_by=by, made_at=at
    )
    PlanRepair.objects.filter(agency=plan.agency_id, plan=plan).update(done=True)
    audit.record(
        agency=plan.agency, by=by, action="action_plan_amended", about=plan, at=at,
        after={"revision": plan.revision}, reason=reason,
    )  # fmt: skip
    return kept


def _permit_decision(plan: ActionPlan, by: audit.Actor) -> None:
    if by != audit.SYSTEM and not may_decide_actions(by, plan):
        raise PermissionDenied(
            _("Rencana aksi diputuskan oleh sekretariat, dan tidak oleh orang dari unit koordinatornya sendiri.")
        )


def _decision(by: audit.Actor, at: datetime) -> dict[str, object]:
    return {"decided_by": None if by == audit.SYSTEM else by, "decided_at": at}


def _step(plan: ActionPlan, seen: int, expected: Sequence[str], **columns: object) -> None:
    rows = ActionPlan.objects.filter(agency=plan.agency_id, pk=plan.pk, version=seen, status__in=expected)
    if rows.update(**columns, version=seen + 1) != 1:
        raise Refused(_("Keadaan rencana ini berubah sejak Anda membukanya. Muat ulang halaman, lalu periksa lagi."))
    plan.version = seen + 1
    for name, value in columns.items():
        if name != "revision":
            setattr(plan, name, value)

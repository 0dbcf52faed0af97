"""Rows of an action plan. `seen` is the version of the row that the person saw.

Every write begins with `open_rows`: its update of the plan's row makes everybody who edits the plan take turns, so that
no edit slips in while the plan is being submitted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypedDict, Unpack
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Max, ProtectedError
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit
from petajalan.calc.numbers import format_value
from petajalan.common import audit
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action, ActionImplementer, ActionPlan, Indicator
from petajalan.planning.rules import may_write_actions
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.writing import conflict, shown

OPEN = (ActionPlanStatus.DRAFT, ActionPlanStatus.SENT_BACK)


class ActionValues(TypedDict, total=False):
    """Choices are the codes of `planning.choices`."""

    indicator_key: UUID
    name: str
    output: str
    output_indicator: str
    output_unit: str
    figure_rule: str
    unit_rule: str
    target_q1: Decimal | None
    target_q2: Decimal | None
    target_q3: Decimal | None
    target_q4: Decimal | None
    budget_q1: Decimal | None
    budget_q2: Decimal | None
    budget_q3: Decimal | None
    budget_q4: Decimal | None
    planning_reference: str
    sub_activity_code: str
    all_units: bool
    evidence_needed: str
    problem: str
    problem_indicator: str
    root_cause_key: UUID | None
    focus_code: str


def permit_writing(plan: ActionPlan, by: audit.Actor) -> None:
    if by != audit.SYSTEM and not may_write_actions(by, plan.agency, plan.coordinator):
        raise PermissionDenied(_("Rencana aksi ini disusun oleh unit koordinatornya dan administrator."))


def open_rows(plan: ActionPlan, by: audit.Actor) -> None:
    """Refuse unless the person may write the plan, and it is a draft or was sent back."""
    permit_writing(plan, by)
    rows = ActionPlan.objects.filter(agency=plan.agency_id, pk=plan.pk, status__in=OPEN)
    if rows.update(version=F("version")) != 1:
        raise Refused(
            _("Rencana aksi ini sudah diajukan atau disetujui, jadi isinya tidak dapat diubah. Mulai perubahan dahulu.")
        )


@transaction.atomic
def add_action(
    *, plan: ActionPlan, by: audit.Actor, at: datetime, implementers: Iterable[Unit] = (), simulated: bool = False,
    **values: Unpack[ActionValues],
) -> Action:  # fmt: skip
    """A new action at the end. `indicator_key` and `name` are needed; the rest may wait until the plan is submitted."""
    open_rows(plan, by)
    action = Action(agency_id=plan.agency_id, plan=plan, simulated=simulated)
    action.position = (plan.actions.aggregate(last=Max("position"))["last"] or 0) + 1
    cleaned = _cleaned(action, {"indicator_key": None, "name": "", **values})
    for name, value in cleaned.items():
        setattr(action, name, value)
    action.save(force_insert=True)
    named = _set_implementers(action, implementers)
    after: dict[str, object] = {
        name: _words(action, name, value) for name, value in cleaned.items() if value not in (None, "", False)
    }
    if named:
        after["implementers"] = named[1]
    audit.record(agency=plan.agency, by=by, action="action_added", about=action, at=at, after=after)
    return action


@transaction.atomic
def edit_action(
    *, action: Action, seen: int, by: audit.Actor, at: datetime, implementers: Iterable[Unit] | None = None,
    **values: Unpack[ActionValues],
) -> bool:  # fmt: skip
    """Write what differs; `False` when nothing does. Raises `Conflict` when somebody else changed the row meanwhile."""
    open_rows(action.plan, by)
    stored = Action.objects.filter(agency=action.agency_id, pk=action.pk).first()
    if stored is None:
        raise Refused(_("Baris ini sudah dihapus orang lain. Muat ulang halaman."))
    cleaned = _cleaned(action, values)
    changed = {name: value for name, value in cleaned.items() if getattr(stored, name) != value}
    wanted = None if implementers is None else set(implementers)
    other_units = wanted is not None and {one.pk for one in wanted} != set(
        stored.named_implementers.values_list("unit_id", flat=True)
    )
    if not changed and not other_units:
        action.version = stored.version
        return False
    if stored.version != seen:
        raise conflict(stored, changed)
    rows = Action.objects.filter(agency=action.agency_id, pk=action.pk, version=seen)
    if rows.update(**changed, version=seen + 1) != 1:
        raise conflict(Action.objects.get(pk=action.pk), changed)
    before = {name: _words(action, name, getattr(stored, name)) for name in changed}
    after = {name: _words(action, name, value) for name, value in changed.items()}
    for name, value in (*changed.items(), ("version", seen + 1)):
        setattr(action, name, value)
    if other_units and wanted is not None and (named := _set_implementers(action, wanted)):
        before["implementers"], after["implementers"] = named
    audit.record(
        agency=action.plan.agency, by=by, action="action_changed", about=action, at=at, before=before, after=after
    )
    return True


@transaction.atomic
def remove_action(*, action: Action, seen: int, by: audit.Actor, at: datetime) -> bool:
    """Take it out of the plan. One that was approved once, or that reports name, stays as withdrawn (`False`)."""
    open_rows(action.plan, by)
    stored = Action.objects.filter(agency=action.agency_id, pk=action.pk).first()
    if stored is None:
        raise Refused(_("Baris ini sudah dihapus orang lain. Muat ulang halaman."))
    if stored.version != seen:
        raise conflict(stored, {})
    plan = action.plan
    gone = False
    if plan.revision == 1:
        try:
            with transaction.atomic():
                Action.objects.get(pk=action.pk).delete()
            gone = True
        except ProtectedError:
            gone = False
    if not gone:
        Action.objects.filter(agency=action.agency_id, pk=action.pk).update(withdrawn=True, version=seen + 1)
    done = "action_removed" if gone else "action_withdrawn"
    audit.record(agency=plan.agency, by=by, action=done, about=stored, at=at)
    return gone


@transaction.atomic
def restore_action(*, action: Action, seen: int, by: audit.Actor, at: datetime) -> None:
    """Put an action that was withdrawn back into the plan, as it was; reports that name it go on."""
    open_rows(action.plan, by)
    rows = Action.objects.filter(agency=action.agency_id, pk=action.pk)
    stored = rows.first()
    if stored is None or not stored.withdrawn:
        raise Refused(_("Aksi ini tidak sedang ditarik. Muat ulang halaman."))
    if rows.filter(withdrawn=True, version=seen).update(withdrawn=False, version=seen + 1) != 1:
        raise conflict(stored, {})
    audit.record(agency=action.plan.agency, by=by, action="action_restored", about=stored, at=at)


def _cleaned(action: Action, values: Mapping[str, object]) -> dict[str, object]:
    cleaned: dict[str, object] = {}
    for name, given in values.items():
        field = Action._meta.get_field(name)
        value = given.strip() if isinstance(given, str) else given
        if not (value is None and field.null):
            try:
                value = field.clean(value, action)  # type: ignore[union-attr]
            except ValidationError as error:
                label = field.verbose_name  # type: ignore[union-attr]
                if value in (None, ""):
                    said = _("Isian “%(field)s” masih kosong. Isi dahulu, lalu simpan lagi.") % {"field": label}
                else:
                    why = {"field": label, "why": " ".join(error.messages)}
                    said = _("Isian “%(field)s” tidak dapat dipakai: %(why)s") % why
                raise Refused(said) from error
        if isinstance(value, Decimal) and value < 0:
            raise Refused(_("Target dan anggaran tidak boleh kurang dari nol."))
        cleaned[name] = value
    key = cleaned.get("indicator_key")
    if isinstance(key, UUID) and not Indicator.objects.filter(agency=action.agency_id, key=key).exists():
        raise Refused(_("Indikator itu tidak ada di rencana instansi ini. Muat ulang halaman, lalu pilih lagi."))
    return cleaned


def _set_implementers(action: Action, units: Iterable[Unit]) -> tuple[str, str] | None:
    """Before and after in words, `None` when they are the same."""
    wanted = {unit.pk: unit for unit in units}
    if any(unit.agency_id != action.agency_id for unit in wanted.values()):
        raise Refused(_("Unit itu bukan unit instansi ini. Muat ulang halaman, lalu pilih lagi."))
    stored = {one.unit_id: str(one.unit) for one in action.named_implementers.select_related("unit")}
    if set(stored) == set(wanted):
        return None
    action.named_implementers.exclude(unit_id__in=wanted).delete()
    ActionImplementer.objects.bulk_create(
        ActionImplementer(agency_id=action.agency_id, action=action, unit=unit)
        for pk, unit in wanted.items()
        if pk not in stored
    )
    return ", ".join(sorted(stored.values())), ", ".join(sorted(map(str, wanted.values())))


def _words(action: Action, name: str, value: object) -> object:
    if name == "indicator_key" and isinstance(value, UUID):
        found = Indicator.objects.filter(agency=action.agency_id, key=value).order_by("-road_map__version").first()
        return found.name if found else None
    return format_value(value) if isinstance(value, Decimal) else shown(value)

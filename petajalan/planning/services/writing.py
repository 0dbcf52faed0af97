"""How services of a plan write: the permission, the draft, one conditional update, and the entry in the trail.

Each service is one transaction that begins with `open_draft`. Its update of the road map's row makes everybody who
edits the same plan take turns, so that no edit slips in while the plan is being enacted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

import rules
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, ForeignKey, Max, Model
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit
from petajalan.calc.numbers import format_value
from petajalan.common import audit
from petajalan.common.models import AuditEntry
from petajalan.planning import jobs
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import RoadMap
from petajalan.planning.models.rows import PlanRow
from petajalan.planning.services.refusals import Clash, Conflict, NotADraft, Refused

RowT = TypeVar("RowT", bound=PlanRow)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def permitted(by: audit.Actor, rule: str, about: object) -> None:
    """The command line may do everything; a person what the rule allows. Raises `PermissionDenied`."""
    if by != audit.SYSTEM and not rules.has_perm(rule, by, about):
        raise PermissionDenied(_("Peran Anda di instansi ini tidak mencakup tindakan tersebut."))


def open_draft(road_map: RoadMap, *, by: audit.Actor, at: datetime) -> None:
    """Refuse unless this is a draft that the person may edit. Call it first, inside the transaction."""
    permitted(by, "planning.edit_plan", road_map.agency)
    drafts = RoadMap.objects.filter(agency=road_map.agency_id, pk=road_map.pk, status=RoadMapStatus.DRAFT)
    if drafts.update(changed_at=at, edits=F("edits") + 1) != 1:
        raise NotADraft(
            _("Road map ini sudah ditetapkan, jadi isinya tidak dapat diubah langsung. Mulai perubahan dulu.")
        )
    road_map.changed_at = at
    road_map.edits += 1
    jobs.check_plan.later(road_map=road_map.pk)


def reason_given(reason: str) -> str:
    """The reason without white space around it. Refuses an empty one."""
    if not reason.strip():
        raise Refused(_("Alasannya belum ditulis. Tuliskan alasannya, lalu simpan lagi."))
    return reason.strip()


def add(
    model: type[RowT], *, road_map: RoadMap, by: audit.Actor, at: datetime, reason: str = "", **values: object
) -> RowT:
    """A new row at the end of its kind. The very same row again is refused: it is a button pressed twice."""
    row = model(agency_id=road_map.agency_id, road_map=road_map, position=next_position(model, road_map))
    cleaned = _cleaned(row, values)
    same = {name: value for name, value in cleaned.items() if name not in ("written_by", "written_at")}
    if model._default_manager.filter(agency=road_map.agency_id, road_map=road_map, **same).exists():
        raise Refused(_("Isian yang sama sudah ada. Muat ulang halaman."))
    for name, value in cleaned.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    audit.record(
        agency=road_map.agency,
        by=by,
        action=f"{noun(model)}_added",
        about=row,
        at=at,
        after={name: shown(value) for name, value in cleaned.items() if value not in (None, "")},
        reason=reason,
    )
    return row


def change(
    row: PlanRow,
    *,
    seen: int,
    by: audit.Actor,
    at: datetime,
    values: Mapping[str, object],
    reason: str = "",
    names: Mapping[str, str | None] | None = None,
) -> bool:
    """Write what differs, when the row still is the version that the person saw. `False` when nothing differs.

    `names` are what the trail calls values that are codes. Raises `Conflict`, `Refused`. The given row has the new
    values afterwards.
    """
    model = type(row)
    stored = _stored(row)
    values = _cleaned(row, values)
    changed = {name: value for name, value in values.items() if getattr(stored, name) != value}
    if not changed:
        row.version = stored.version  # type: ignore[attr-defined]
        return False
    if stored.version != seen:
        raise conflict(stored, changed)
    rows: Any = model._default_manager  # every model of an edited row has a version
    updated = rows.filter(agency=row.agency_id, pk=row.pk, version=seen).update(**changed, version=seen + 1)
    if updated != 1:
        raise conflict(_stored(row), changed)
    audit.record(
        agency=row.road_map.agency,
        by=by,
        action=f"{noun(model)}_changed",
        about=row,
        at=at,
        before={name: _named(getattr(stored, name), names) for name in changed},
        after={name: _named(value, names) for name, value in changed.items()},
        reason=reason,
    )
    for name, value in (*changed.items(), ("version", seen + 1)):
        setattr(row, name, value)
    return True


def remove(
    row: PlanRow, *, seen: int | None, by: audit.Actor, at: datetime, names: tuple[str, ...] = (), reason: str = ""
) -> None:
    """Take the row out, when it still is the version that the person saw (`None`: a row without versions).

    `names` are the fields that the trail keeps beside the name of the row.
    """
    stored = _stored(row)
    if seen is not None and stored.version != seen:
        raise conflict(stored, {})
    before = {name: shown(getattr(stored, name)) for name in names}
    audit.record(
        agency=row.road_map.agency, by=by, action=f"{noun(type(row))}_removed", about=stored, at=at,
        before=before, reason=reason,
    )  # fmt: skip
    stored.delete()


def conflict(stored: Any, wanted: Mapping[str, object]) -> Conflict:
    """What somebody else made of the row, beside what this person wants."""
    last = (
        AuditEntry.objects.filter(
            agency=stored.agency_id, object_type=stored._meta.label_lower, object_key=str(stored.pk)
        )
        .order_by("-pk")
        .first()
    )
    who, when = (last.actor_name, last.at) if last else ("", None)
    clashes = tuple(
        Clash(name, label_of(stored, name), shown_words(name, value), shown_words(name, getattr(stored, name)))
        for name, value in wanted.items()
    )
    if last:
        told = {"who": who, "when": date_format(localtime(last.at), "DATETIME_FORMAT")}
        sentence = _("%(who)s mengubahnya pada %(when)s. Periksa isinya yang sekarang, lalu simpan lagi.") % told
    else:
        sentence = _("Isinya berubah sejak Anda membukanya. Periksa isinya yang sekarang, lalu simpan lagi.")
    return Conflict(sentence, clashes=clashes, by=who, at=when, version=stored.version)


def noun(model: type[Model]) -> str:
    """ "KeyActivity" is "key_activity": how actions of the trail begin."""
    return _CAPITAL.sub("_", model.__name__).lower()


def label_of(row: Model, field: str) -> str:
    return str(row._meta.get_field(field).verbose_name)  # type: ignore[union-attr]


def shown(value: object) -> object:
    """A value as the trail keeps it."""
    match value:
        case Model():
            return str(value)
        case Decimal():
            return format_value(value)
        case UUID():
            return str(value)
    return value


def _named(value: object, names: Mapping[str, str | None] | None) -> object:
    return names[value] if names and isinstance(value, str) and value in names else shown(value)


def shown_words(field: str, value: object) -> str:
    return audit.value_words(field, shown(value))


def same_plan(row: PlanRow | None, road_map: RoadMap) -> None:
    """What a row points to belongs to the same plan."""
    if row is not None and row.road_map_id != road_map.pk:
        raise Refused(_("Pilihan itu bukan bagian dari road map ini. Muat ulang halaman, lalu pilih lagi."))


def same_agency(unit: Unit | None, road_map: RoadMap) -> None:
    if unit is not None and unit.agency_id != road_map.agency_id:
        raise Refused(_("Unit itu bukan unit instansi ini. Muat ulang halaman, lalu pilih lagi."))


def _stored(row: PlanRow) -> Any:
    """The row as it is now, with its version."""
    stored = type(row)._default_manager.filter(agency=row.agency_id, pk=row.pk).first()
    if stored is None:
        raise Refused(_("Baris ini sudah dihapus orang lain. Muat ulang halaman."))
    return stored


def next_position(model: type[PlanRow], road_map: RoadMap) -> int:
    rows = model._default_manager.filter(agency=road_map.agency_id, road_map=road_map)
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1


def _cleaned(row: PlanRow, values: Mapping[str, object]) -> dict[str, object]:
    """Text without white space around it, choices that exist, numbers that fit; else a sentence."""
    cleaned: dict[str, object] = {}
    for name, given in values.items():
        field = row._meta.get_field(name)
        value = given.strip() if isinstance(given, str) else given
        if isinstance(field, ForeignKey):
            if isinstance(value, PlanRow):
                same_plan(value, row.road_map)
            elif isinstance(value, Unit):
                same_agency(value, row.road_map)
        elif not (value is None and field.null):
            try:
                value = field.clean(value, row)  # type: ignore[union-attr]
            except ValidationError as error:
                raise Refused(_sentence(str(field.verbose_name), value, error)) from error  # type: ignore[union-attr]
        cleaned[name] = value
    return cleaned


def _sentence(label: str, value: object, error: ValidationError) -> str:
    if value in (None, ""):
        return _("Isian “%(field)s” masih kosong. Isi dahulu, lalu simpan lagi.") % {"field": label}
    return _("Isian “%(field)s” tidak dapat dipakai: %(why)s") % {"field": label, "why": " ".join(error.messages)}

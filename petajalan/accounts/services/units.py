"""Writes about units. A unit is never deleted: it is retired on a day, and its history stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Holding, Position, Unit, UnitAlias
from petajalan.accounts.names import UnitNames, tidy
from petajalan.accounts.services.positions import create_position
from petajalan.accounts.unit_changes import units_changed
from petajalan.common import audit
from petajalan.regulation.recognise.names import fold, plain


@dataclass(frozen=True, slots=True)
class UnitValues:
    """What a person says about a unit."""

    kind: str
    name: str
    short_name: str = ""
    parent: Unit | None = None
    active_from: date | None = None
    active_until: date | None = None
    aliases: tuple[str, ...] = ()


@transaction.atomic
def create_unit(
    *,
    agency: Agency,
    values: UnitValues,
    by: audit.Actor,
    at: datetime,
    head: str = "",
    simulated: bool = False,
    names: UnitNames | None = None,
) -> Unit:
    """`head`: name of the position that heads it, made along with it. `names`: known already to who adds many, and then
    announces all of it once (`units_changed`).

    Raises `ValidationError` by field, in words.
    """
    one_of_many = names is not None
    names = names or UnitNames(agency)
    values = _cleaned(values)
    _check(values, names, None)
    unit = Unit(agency=agency, simulated=simulated)
    _fill(unit, values)
    unit.full_clean(exclude=["agency", "parent"], validate_unique=False, validate_constraints=False)
    unit.save(force_insert=True)
    _store_aliases(unit, values.aliases)
    names.add(unit, values.aliases)
    audit.record(agency=agency, by=by, action="unit_created", about=unit, after=_facts(values), at=at)
    if head:
        create_position(agency=agency, unit=unit, name=head, is_head=True, by=by, at=at)
    if not one_of_many:
        units_changed(agency=agency)
    return unit


@transaction.atomic
def change_unit(
    *, unit: Unit, values: UnitValues, by: audit.Actor, at: datetime, names: UnitNames | None = None
) -> bool:
    """Whether anything changed. `names` as for `create_unit`. Raises `ValidationError` by field, in words."""
    one_of_many = names is not None
    names = names or UnitNames(unit.agency)
    stored = Unit.objects.select_for_update(of=("self",)).select_related("agency", "parent").get(pk=unit.pk)
    then = values_of_unit(stored)
    values = _cleaned(values)
    _check(values, names, stored)
    before, after = _facts(then), _facts(values)
    changed = [field for field in {**before, **after} if before.get(field) != after.get(field)]
    if not changed:
        return False
    _fill(stored, values)
    stored.full_clean(exclude=["agency", "parent"], validate_unique=False, validate_constraints=False)
    stored.save(force_update=True)
    if set(then.aliases) != set(values.aliases):
        UnitAlias.objects.filter(unit=stored).delete()
        _store_aliases(stored, values.aliases)
    names.add(stored, values.aliases)
    audit.record(
        agency=stored.agency,
        by=by,
        action="unit_changed",
        about=stored,
        before={field: before.get(field) for field in changed},
        after={field: after.get(field) for field in changed},
        at=at,
    )
    if not one_of_many:
        units_changed(agency=stored.agency)
    return True


@transaction.atomic
def retire_unit(*, unit: Unit, on: date, by: audit.Actor, at: datetime, reason: str) -> None:
    """End the unit, its positions and whoever holds them on that day. Raises `ValidationError` in words."""
    stored = Unit.objects.select_for_update(of=("self",)).select_related("agency", "parent").get(pk=unit.pk)
    if stored.active_from and on < stored.active_from:
        raise ValidationError({"on": _("Unit ini baru aktif sejak tanggal yang lebih kemudian.")})
    children = Unit.objects.filter(parent=stored).active_on(on).exclude(active_until=on)
    if names := ", ".join(children.values_list("name", flat=True)):
        raise ValidationError(_("Masih ada unit aktif di bawahnya: %(names)s. Akhiri dahulu.") % {"names": names})
    if Holding.objects.filter(position__unit=stored, starts_on__gt=on).exists():
        raise ValidationError(_("Ada jabatan di unit ini yang pemegangnya mulai setelah tanggal itu."))
    before = {"active_until": stored.active_until}
    stored.active_until = on
    stored.save(update_fields=["active_until"])
    ended = Holding.objects.filter(position__unit=stored).held_on(on).exclude(ends_on=on)
    holders = sorted(str(one) for one in ended.select_related("user", "position"))
    ended.update(ends_on=on)
    Position.objects.filter(unit=stored, ended_on=None).update(ended_on=on)
    after: dict[str, object] = {"active_until": on} | ({"holders": holders} if holders else {})
    audit.record(
        agency=stored.agency,
        by=by,
        action="unit_retired",
        about=stored,
        before=before,
        after=after,
        reason=reason,
        at=at,
    )
    units_changed(agency=stored.agency)


@transaction.atomic
def reopen_unit(*, unit: Unit, by: audit.Actor, at: datetime, reason: str) -> None:
    """Make a retired unit active again, with the positions that ended with it; their holders do not come back."""
    stored = Unit.objects.select_for_update(of=("self",)).select_related("agency", "parent").get(pk=unit.pk)
    ended_on = stored.active_until
    if ended_on is None:
        return
    if stored.parent and not stored.parent.is_active_on(ended_on) and stored.parent.active_until:
        raise ValidationError(_("Unit induknya sudah diakhiri. Aktifkan induknya dahulu, atau ubah induk unit ini."))
    stored.active_until = None
    stored.save(update_fields=["active_until"])
    Position.objects.filter(unit=stored, ended_on=ended_on).update(ended_on=None)
    before, after = {"active_until": ended_on}, {"active_until": None}
    audit.record(
        agency=stored.agency,
        by=by,
        action="unit_reopened",
        about=stored,
        before=before,
        after=after,
        reason=reason,
        at=at,
    )
    units_changed(agency=stored.agency)


def values_of_unit(unit: Unit) -> UnitValues:
    return UnitValues(
        kind=unit.kind,
        name=unit.name,
        short_name=unit.short_name,
        parent=unit.parent,
        active_from=unit.active_from,
        active_until=unit.active_until,
        aliases=tuple(unit.aliases.values_list("name", flat=True)),
    )


def _cleaned(values: UnitValues) -> UnitValues:
    name, short_name = fold(values.name), fold(values.short_name)
    return UnitValues(
        kind=values.kind,
        name=name,
        short_name="" if plain(short_name) == plain(name) else short_name,
        parent=values.parent,
        active_from=values.active_from,
        active_until=values.active_until,
        aliases=tidy(values.aliases, besides=(name, short_name)),
    )


def _check(values: UnitValues, names: UnitNames, unit: Unit | None) -> None:
    errors: dict[str, str] = {}
    if not plain(values.name):
        errors["name"] = _("Tulis nama unit.")
    elif same := next((one for one in names.owners(values.name) if _clashes(one, values, unit)), None):
        errors["name"] = _("Nama ini sudah dipakai: %(unit)s.") % {"unit": same.name}
    if owner := names.taken_by(values.short_name, unit):
        errors["short_name"] = _("Singkatan ini sudah dipakai: %(unit)s.") % {"unit": owner.name}
    for alias in values.aliases:
        if owner := names.taken_by(alias, unit):
            said = _("“%(alias)s” sudah menjadi nama atau sebutan %(unit)s.")
            errors.setdefault("aliases", said % {"alias": alias, "unit": owner.name})
    if unit and values.parent and _is_below(values.parent, unit, names):
        errors["parent"] = _("Unit tidak dapat menjadi bagian dari dirinya sendiri atau dari unit di bawahnya.")
    if values.active_from and values.active_until and values.active_until < values.active_from:
        errors["active_until"] = _("“Aktif sampai” tidak boleh sebelum “aktif sejak”.")
    if errors:
        raise ValidationError(errors)


def _clashes(other: Unit, values: UnitValues, unit: Unit | None) -> bool:
    """Villages of two districts may bear one name; other units may not."""
    if unit and other.pk == unit.pk:
        return False
    parent = values.parent.pk if values.parent else None
    return parent is None or other.parent_id is None or other.parent_id == parent or plain(values.name) != other.key


def _is_below(unit: Unit, above: Unit, names: UnitNames) -> bool:
    seen: set[int] = set()
    step: Unit | None = unit
    while step is not None and step.pk not in seen:
        if step.pk == above.pk:
            return True
        seen.add(step.pk)
        step = names.units.get(step.parent_id) if step.parent_id else None
    return False


def _fill(unit: Unit, values: UnitValues) -> None:
    unit.kind = values.kind
    unit.name, unit.key = values.name, plain(values.name)
    unit.short_name = values.short_name
    unit.parent = values.parent
    unit.active_from, unit.active_until = values.active_from, values.active_until


def _store_aliases(unit: Unit, aliases: tuple[str, ...]) -> None:
    UnitAlias.objects.bulk_create(
        UnitAlias(agency_id=unit.agency_id, unit=unit, name=alias, key=plain(alias)) for alias in aliases
    )


def _facts(values: UnitValues) -> dict[str, object]:
    """For the trail: what is filled in."""
    facts: dict[str, object] = {
        "unit_kind": values.kind,
        "name": values.name,
        "short_name": values.short_name,
        "parent_unit": values.parent.name if values.parent else "",
        "active_from": values.active_from,
        "active_until": values.active_until,
        "aliases": sorted(values.aliases),
    }
    return {field: value for field, value in facts.items() if value}

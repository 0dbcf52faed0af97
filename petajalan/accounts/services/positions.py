"""Positions and who holds them. A position is never deleted: it ends on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from petajalan.accounts.choices import Acting
from petajalan.accounts.models import Agency, Holding, Position, Unit, User
from petajalan.common import audit
from petajalan.regulation.recognise.names import fold, plain

ONE_DAY = timedelta(days=1)


@transaction.atomic
def create_position(
    *,
    agency: Agency,
    unit: Unit | None,
    name: str,
    by: audit.Actor,
    at: datetime,
    is_head: bool = False,
    shared: bool = False,
) -> Position:
    """Raises `ValidationError` by field, in words."""
    position = Position(agency=agency, unit=unit)
    _fill(position, name, is_head, shared)
    position.save(force_insert=True)
    audit.record(agency=agency, by=by, action="position_created", about=position, after=_facts(position), at=at)
    return position


@transaction.atomic
def change_position(
    *, position: Position, name: str, is_head: bool, shared: bool, by: audit.Actor, at: datetime
) -> None:
    """Raises `ValidationError` by field, in words."""
    stored = _locked(position)
    before = _facts(stored)
    if stored.shared and not shared and _overlapping(stored):
        raise ValidationError(
            {"shared": _("Beberapa orang memegangnya pada waktu yang sama. Akhiri dahulu salah satunya.")}
        )
    _fill(stored, name, is_head, shared)
    after = _facts(stored)
    if before == after:
        return
    stored.save(update_fields=["name", "key", "is_head", "shared"])
    audit.record(
        agency=stored.agency, by=by, action="position_changed", about=stored, before=before, after=after, at=at
    )


@transaction.atomic
def end_position(*, position: Position, on: date, by: audit.Actor, at: datetime, reason: str) -> None:
    """Close a position that nobody is to hold any more, from the day after. Raises `ValidationError` in words."""
    stored = _locked(position)
    held = stored.holdings.exclude(ends_on__lte=on).select_related("user").first()
    if held:
        raise ValidationError(_("%(name)s masih memegang jabatan ini. Akhiri dahulu.") % {"name": held.user})
    stored.ended_on = on
    stored.save(update_fields=["ended_on"])
    after = {"ended_on": on}
    audit.record(agency=stored.agency, by=by, action="position_ended", about=stored, after=after, reason=reason, at=at)


@transaction.atomic
def hand_over(
    *, position: Position, to: User, on: date, by: audit.Actor, at: datetime, acting: str = "", reason: str = ""
) -> Holding:
    """Somebody holds the position from that day; whoever makes way for them holds it until the day before.

    A definitive holder and a Plt (the position is vacant) make everybody else make way, a Plh only another acting one.
    In a shared position nobody does. Raises `ValidationError` by field, in words.
    """
    stored = _locked(position)
    if stored.ended_on and on > stored.ended_on:
        raise ValidationError({"on": _("Jabatan ini sudah dihapus pada tanggal itu.")})
    held = list(stored.holdings.select_related("user").exclude(ends_on__lt=on))
    if any(one.user_id == to.pk and one.acting == acting and one.starts_on <= on for one in held):
        raise ValidationError({"to": _("%(name)s sudah memegang jabatan ini.") % {"name": to}})
    making_way = [one for one in held if _makes_way(stored, one, acting)]
    for one in making_way:
        if one.starts_on >= on:
            said = _("%(name)s memegang jabatan ini sejak %(day)s. Pilih tanggal setelah itu.")
            raise ValidationError({"on": said % {"name": one.user, "day": date_format(one.starts_on, "j F Y")}})
        one.ends_on = on - ONE_DAY
        one.save(update_fields=["ends_on"])
    fresh = Holding.objects.create(agency=stored.agency, position=stored, user=to, starts_on=on, acting=acting)
    audit.record(
        agency=stored.agency,
        by=by,
        action="position_handed_over" if making_way else "holding_started",
        about=stored,
        before={"holders": [str(one.user) for one in making_way]} if making_way else None,
        after={"holder": str(to), "starts_on": on, **({"acting": acting} if acting else {})},
        reason=reason,
        at=at,
    )
    return fresh


@transaction.atomic
def end_holding(*, holding: Holding, on: date, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """The position is vacant, or one holder poorer, from the day after. Raises `ValidationError` in words."""
    stored = _locked_holding(holding)
    if on < stored.starts_on:
        raise ValidationError({"on": _("“Sampai” tidak boleh sebelum “mulai”.")})
    before, after = {"ends_on": stored.ends_on}, {"ends_on": on}
    if before == after:
        return
    stored.ends_on = on
    _refuse_overlap(stored)
    stored.save(update_fields=["ends_on"])
    _record_holding(stored, "holding_ended", before, after, by, at, reason)


@transaction.atomic
def correct_holding(
    *,
    holding: Holding,
    starts_on: date,
    ends_on: date | None,
    acting: str,
    by: audit.Actor,
    at: datetime,
    reason: str,
) -> None:
    """Put right what was entered wrongly. Raises `ValidationError` by field, in words."""
    stored = _locked_holding(holding)
    if ends_on and ends_on < starts_on:
        raise ValidationError({"ends_on": _("“Sampai” tidak boleh sebelum “mulai”.")})
    before = {"starts_on": stored.starts_on, "ends_on": stored.ends_on, "acting": stored.acting}
    after = {"starts_on": starts_on, "ends_on": ends_on, "acting": acting}
    changed = [field for field in before if before[field] != after[field]]
    if not changed:
        return
    stored.starts_on, stored.ends_on, stored.acting = starts_on, ends_on, acting
    _refuse_overlap(stored)
    stored.save(update_fields=["starts_on", "ends_on", "acting"])
    then, now = ({field: facts[field] for field in changed} for facts in (before, after))
    _record_holding(stored, "holding_corrected", then, now, by, at, reason)


def _locked(position: Position) -> Position:
    return Position.objects.select_for_update(of=("self",)).select_related("agency", "unit").get(pk=position.pk)


def _locked_holding(holding: Holding) -> Holding:
    _locked(holding.position)
    return Holding.objects.select_related("agency", "position", "user").get(pk=holding.pk)


def _record_holding(
    holding: Holding,
    action: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
    by: audit.Actor,
    at: datetime,
    reason: str,
) -> None:
    audit.record(
        agency=holding.agency,
        by=by,
        action=action,
        about=holding.position,
        before={"holder": str(holding.user), **before},
        after={"holder": str(holding.user), **after},
        reason=reason,
        at=at,
    )


def _makes_way(position: Position, held: Holding, acting: str) -> bool:
    return not position.shared and (acting != Acting.PLH or bool(held.acting))


def _refuse_overlap(holding: Holding) -> None:
    if holding.position.shared:
        return
    others = holding.position.holdings.exclude(pk=holding.pk).exclude(ends_on__lt=holding.starts_on)
    if holding.ends_on:
        others = others.exclude(starts_on__gt=holding.ends_on)
    for other in others.select_related("user"):
        if bool(other.acting) == bool(holding.acting):
            until = date_format(other.ends_on, "j F Y") if other.ends_on else _("sekarang")
            said = _("Pada waktu itu %(name)s memegang jabatan ini (%(first)s sampai %(last)s).")
            first = date_format(other.starts_on, "j F Y")
            raise ValidationError(said % {"name": other.user, "first": first, "last": until})


def _overlapping(position: Position) -> bool:
    """Whether two holders of a sort share a day."""
    last: dict[bool, date | None] = {}
    for one in position.holdings.order_by("starts_on", "pk"):
        sort = bool(one.acting)
        if sort in last and (last[sort] is None or one.starts_on <= last[sort]):
            return True
        last[sort] = one.ends_on
    return False


def _fill(position: Position, name: str, is_head: bool, shared: bool) -> None:
    name = fold(name)
    errors: dict[str, str] = {}
    same = Position.objects.filter(agency=position.agency, unit=position.unit, ended_on=None).exclude(pk=position.pk)
    if not plain(name):
        errors["name"] = _("Tulis nama jabatan, misalnya Kepala Dinas Sosial.")
    elif same.filter(key=plain(name)).exists():
        errors["name"] = _("Jabatan ini sudah ada di unit yang sama.")
    if is_head and shared:
        errors["shared"] = _("Jabatan yang memimpin unit dipegang satu orang.")
    if is_head and position.unit and (head := same.filter(is_head=True).first()):
        errors["is_head"] = _("Unit ini sudah dipimpin jabatan %(name)s.") % {"name": head.name}
    if errors:
        raise ValidationError(errors)
    position.name, position.key = name, plain(name)
    position.is_head, position.shared = is_head, shared


def _facts(position: Position) -> dict[str, object]:
    return {
        "name": position.name,
        "unit": position.unit.name if position.unit else "",
        "is_head": position.is_head,
        "shared": position.shared,
    }

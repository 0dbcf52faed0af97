"""Teams by decree and their members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from petajalan.accounts.matching import Seat
from petajalan.accounts.models import Agency, Team, TeamMember
from petajalan.common import audit
from petajalan.regulation.recognise.names import fold, plain


@dataclass(frozen=True, slots=True)
class TeamValues:
    """What a person says about a team."""

    kind: str
    name: str
    starts_on: date
    theme: str = ""
    decree_number: str = ""
    decree_date: date | None = None
    ends_on: date | None = None


@transaction.atomic
def create_team(*, agency: Agency, values: TeamValues, by: audit.Actor, at: datetime) -> Team:
    """Raises `ValidationError` by field, in words."""
    team = Team(agency=agency)
    _fill(team, values)
    team.save(force_insert=True)
    audit.record(agency=agency, by=by, action="team_created", about=team, after=_facts(team), at=at)
    return team


@transaction.atomic
def change_team(*, team: Team, values: TeamValues, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Raises `ValidationError` by field, in words."""
    stored = Team.objects.select_for_update(of=("self",)).select_related("agency").get(pk=team.pk)
    before = _facts(stored)
    _fill(stored, values)
    after = _facts(stored)
    changed = [field for field in {**before, **after} if before.get(field) != after.get(field)]
    if not changed:
        return
    stored.save(force_update=True)
    audit.record(
        agency=stored.agency,
        by=by,
        action="team_changed",
        about=stored,
        before={field: before.get(field) for field in changed},
        after={field: after.get(field) for field in changed},
        reason=reason,
        at=at,
    )


@transaction.atomic
def add_member(*, team: Team, role: str, seat: Seat, by: audit.Actor, at: datetime) -> TeamMember:
    """At the end of the list. Raises `ValidationError` by field, in words."""
    _refuse_twice(team, seat, None)
    member = TeamMember(agency=team.agency, team=team, order=_next_order(team), role=role)
    _take(member, seat)
    member.save(force_insert=True)
    after = {"team_role": role, "member": member.who}
    audit.record(agency=team.agency, by=by, action="team_member_added", about=team, after=after, at=at)
    return member


@transaction.atomic
def change_member(*, member: TeamMember, role: str, seat: Seat, by: audit.Actor, at: datetime) -> None:
    """Also matches words of a decree that nobody had matched. Raises `ValidationError` by field, in words."""
    stored = TeamMember.objects.select_related("agency", "team", "position", "unit").get(pk=member.pk)
    _refuse_twice(stored.team, seat, stored)
    before = {"team_role": stored.role, "member": stored.who}
    if stored.role != role:
        stored.role, stored.role_printed = role, ""
    _take(stored, seat)
    after = {"team_role": stored.role, "member": stored.who}
    stored.save(force_update=True)
    if before != after:
        action = "team_member_changed"
        audit.record(agency=stored.agency, by=by, action=action, about=stored.team, before=before, after=after, at=at)


@transaction.atomic
def remove_member(*, member: TeamMember, by: audit.Actor, at: datetime) -> None:
    """Somebody else may have removed it meanwhile."""
    members = TeamMember.objects.select_for_update(of=("self",)).select_related("agency", "team", "position", "unit")
    stored = members.filter(pk=member.pk).first()
    if stored is None:
        return
    before = {"team_role": stored.role, "member": stored.who}
    stored.delete()
    audit.record(agency=stored.agency, by=by, action="team_member_removed", about=stored.team, before=before, at=at)


def _refuse_twice(team: Team, seat: Seat, besides: TeamMember | None) -> None:
    same = TeamMember.objects.filter(team=team, position=seat.position, unit=seat.unit, group=seat.group)
    if same.exclude(pk=besides.pk if besides else None).exists():
        raise ValidationError({"who": _("Sudah menjadi anggota tim ini.")})


def _take(member: TeamMember, seat: Seat) -> None:
    member.position, member.unit, member.group = seat.position, seat.unit, seat.group


def _next_order(team: Team) -> int:
    return (TeamMember.objects.filter(team=team).aggregate(last=Max("order"))["last"] or 0) + 1


def _fill(team: Team, values: TeamValues) -> None:
    name = fold(values.name)
    errors: dict[str, str] = {}
    same = Team.objects.filter(agency=team.agency, key=plain(name), starts_on=values.starts_on).exclude(pk=team.pk)
    if not plain(name):
        errors["name"] = _("Tulis nama tim.")
    elif same.exists():
        errors["name"] = _("Tim dengan nama dan tanggal mulai ini sudah ada.")
    if values.ends_on and values.ends_on < values.starts_on:
        errors["ends_on"] = _("“Berlaku sampai” tidak boleh sebelum “berlaku sejak”.")
    if errors:
        raise ValidationError(errors)
    team.kind, team.name, team.key = values.kind, name, plain(name)
    team.theme, team.decree_number = fold(values.theme), fold(values.decree_number)
    team.decree_date, team.starts_on, team.ends_on = values.decree_date, values.starts_on, values.ends_on


def _facts(team: Team) -> dict[str, object]:
    facts: dict[str, object] = {
        "team_kind": team.kind,
        "name": team.name,
        "theme": team.theme,
        "decree_number": team.decree_number,
        "decree_date": team.decree_date,
        "starts_on": team.starts_on,
        "ends_on": team.ends_on,
    }
    return {field: value for field, value in facts.items() if value}

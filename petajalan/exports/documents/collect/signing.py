"""Who signs a document: by position, as it is held on the day."""

from __future__ import annotations

from datetime import date

from petajalan.accounts.choices import TeamKind, TeamRole
from petajalan.accounts.models import Agency, Holding, Position, TeamMember, Unit
from petajalan.exports.documents.tree import Signature, Signatures

CHAIRS = (TeamRole.CHAIR, TeamRole.RESPONSIBLE, TeamRole.COORDINATOR)


def head_of(unit: Unit, on: date) -> Signature:
    """The head of a unit, or the words for one where nobody has entered the position."""
    position = Position.objects.filter(agency=unit.agency_id, unit=unit, is_head=True).open_on(on).first()
    return of_position(position, on) if position else Signature(f"KEPALA {unit.name.upper()}")


def chair_of(agency: Agency, kind: TeamKind, on: date, otherwise: str) -> Signature:
    """Who chairs a team; where the team has no chair, whoever answers for it."""
    seats = TeamMember.objects.of_teams_on(on).filter(agency=agency, team__kind=kind, role__in=CHAIRS)
    found = sorted(seats.select_related("position", "unit"), key=lambda one: (CHAIRS.index(TeamRole(one.role)), one.pk))
    for seat in found:
        if seat.position:
            return of_position(seat.position, on)
        if seat.unit:
            return head_of(seat.unit, on)
    return Signature(otherwise)


def of_position(position: Position, on: date) -> Signature:
    """With "Plt." or "Plh." where it is held so."""
    held = Holding.objects.filter(agency=position.agency_id, position=position).held_on(on)
    holding = held.select_related("position", "user").order_by("-starts_on", "-pk").first()
    if holding is None:
        return Signature(position.name.upper())
    prefix = holding.title.removesuffix(position.name)
    return Signature(f"{prefix}{position.name.upper()}", str(holding.user))


def signed(*signers: Signature) -> Signatures:
    return Signatures(signers)

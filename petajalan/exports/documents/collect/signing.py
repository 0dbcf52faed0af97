"""Who signs a document: by position, as it is held on the day."""

from __future__ import annotations

from datetime import date

from petajalan.accounts.choices import TeamKind, TeamRole
from petajalan.accounts.models import Agency, Holding, Position, TeamMember, Unit
from petajalan.accounts.models.position import HoldingQuerySet
from petajalan.exports.documents.tree import Signature, Signatures

CHAIRS = (TeamRole.CHAIR, TeamRole.RESPONSIBLE, TeamRole.COORDINATOR)


def head_of(unit: Unit, on: date) -> Signature:
    """The head of a unit, or the words for one where nobody has entered the position. Mostly one query."""
    held = _held(Holding.objects.filter(agency=unit.agency_id, position__unit=unit, position__is_head=True), on)
    if held is not None:
        return _signature(held)
    position = Position.objects.filter(agency=unit.agency_id, unit=unit, is_head=True).open_on(on).first()
    return Signature(position.name.upper() if position else f"KEPALA {unit.name.upper()}")


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
    held = _held(Holding.objects.filter(agency=position.agency_id, position=position), on)
    return _signature(held) if held else Signature(position.name.upper())


def _held(holdings: HoldingQuerySet, on: date) -> Holding | None:
    """Whoever holds it that day; of two, who stands in for the other."""
    found: Holding | None = (
        holdings.held_on(on).select_related("position", "user").order_by("-starts_on", "-pk").first()
    )
    return found


def _signature(held: Holding) -> Signature:
    prefix = held.title.removesuffix(held.position.name)
    return Signature(f"{prefix}{held.position.name.upper()}", str(held.user))


def signed(*signers: Signature) -> Signatures:
    return Signatures(signers)

"""Units with who heads them, what they are called, and what stands in and below them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from petajalan.accounts.choices import UnitKind
from petajalan.accounts.models import Agency, Holding, Position, TeamMember, Unit, UnitAlias
from petajalan.regulation.recognise.names import plain

ORDER = {kind: place for place, kind in enumerate(UnitKind)}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """`head`: the position that heads it, `None` while there is none; `holders`: who holds that position today."""

    unit: Unit
    aliases: tuple[str, ...]
    head: Position | None
    holders: tuple[Holding, ...]
    active: bool

    @property
    def called(self) -> tuple[str, ...]:
        """What documents call it beside its name."""
        return ((self.unit.short_name,) if self.unit.short_name else ()) + self.aliases

    @property
    def head_says_more(self) -> bool:
        """Whether the position of the head has a name that does not follow from that of the unit."""
        return self.head is not None and plain(self.unit.name) not in plain(self.head.name)

    def is_called(self, words: str) -> bool:
        names = (self.unit.name, self.unit.short_name, *self.aliases)
        return all(any(word in plain(name) for name in names) for word in plain(words).split())


def unit_rows(agency: Agency, on: date) -> list[UnitRow]:
    """Every unit the agency has or had, by kind and name. Four queries, however many there are."""
    aliases: dict[int, list[str]] = defaultdict(list)
    for unit_id, name in UnitAlias.objects.filter(agency=agency).order_by("name").values_list("unit_id", "name"):
        aliases[unit_id].append(name)
    heads = {
        position.unit_id: position
        for position in Position.objects.filter(agency=agency, is_head=True).open_on(on).exclude(unit=None)
    }
    holders: dict[int, list[Holding]] = defaultdict(list)
    held = Holding.objects.filter(agency=agency, position__in=[one.pk for one in heads.values()]).held_on(on)
    for holding in held.select_related("user", "position").order_by("acting", "pk"):
        holders[holding.position_id].append(holding)
    units = Unit.objects.filter(agency=agency).select_related("parent")
    return [
        UnitRow(
            unit=unit,
            aliases=tuple(aliases[unit.pk]),
            head=heads.get(unit.pk),
            holders=tuple(holders[heads[unit.pk].pk]) if unit.pk in heads else (),
            active=unit.is_active_on(on),
        )
        for unit in sorted(units, key=lambda unit: (ORDER[UnitKind(unit.kind)], unit.name.casefold()))
    ]


def leadership(agency: Agency, on: date) -> list[Position]:
    """Positions outside of any unit, with `holders`, who holds them today."""
    return list(_with_holders(Position.objects.filter(agency=agency, unit=None).open_on(on), on))


def positions_of(unit: Unit, on: date) -> list[Position]:
    """Positions of the unit, closed ones last, each with `holders` today and `others` before or after."""
    held = Holding.objects.select_related("user").order_by("-starts_on", "-pk")
    found = Position.objects.filter(unit=unit).prefetch_related(Prefetch("holdings", held))
    positions = list(found.order_by("ended_on", "-is_head", "name"))
    for position in positions:
        _split(position, position.holdings.all(), on)
    return sorted(positions, key=lambda one: one.ended_on is not None)


def read_holders(position: Position, on: date) -> None:
    """Give the position its `holders` today and `others` before or after, the newest first. One query."""
    _split(position, position.holdings.select_related("user").order_by("-starts_on", "-pk"), on)


def _split(position: Position, holdings: Iterable[Holding], on: date) -> None:
    every = list(holdings)
    position.holders = [one for one in every if one.is_held_on(on)]
    position.others = [one for one in every if not one.is_held_on(on)]


def _with_holders(positions: Iterable[Position], on: date) -> Iterable[Position]:
    held = Holding.objects.held_on(on).select_related("user").order_by("acting", "pk")
    return positions.prefetch_related(Prefetch("holdings", held, to_attr="holders"))  # type: ignore[attr-defined]


def seats_of_unit(unit: Unit, on: date) -> list[TeamMember]:
    """Seats in teams in force that the unit or a position of it has."""
    seats = TeamMember.objects.of_teams_on(on).filter(Q(unit=unit) | Q(position__unit=unit), agency=unit.agency_id)
    return list(seats.select_related("team", "position", "unit").order_by("team__name", "order"))

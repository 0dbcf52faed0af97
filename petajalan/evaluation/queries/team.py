"""The people who evaluate, and who may stand in for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, BooleanField, CharField, ExpressionWrapper, Q, QuerySet, Value

from petajalan.accounts.choices import Role, TeamKind, TeamRole
from petajalan.accounts.models import Agency, Holding, Membership, Position, TeamMember, User
from petajalan.accounts.roles import units_of
from petajalan.evaluation.independence import Units

_CONCERNED = (Role.EVALUATOR, Role.SECRETARIAT)


@dataclass(frozen=True, slots=True)
class Evaluator:
    """units  keys of the units the person holds a position in: none for somebody from outside of the agency"""

    key: int
    name: str
    title: str
    evaluates: bool
    secretariat: bool
    units: Units

    @property
    def external(self) -> bool:
        return self.evaluates and not self.units


def evaluators(agency: Agency, day: date) -> list[Evaluator]:
    """Members of the evaluation team and of the secretariat that day, by name. One query."""
    people: dict[int, list[tuple[Any, ...]]] = {}
    for row in _seats(agency, day).union(_given(agency, day), all=True):
        people.setdefault(row[0], []).append(row)
    found = [_evaluator(key, rows) for key, rows in people.items()]
    return sorted((one for one in found if one.evaluates or one.secretariat), key=lambda one: (one.name, one.key))


def _evaluator(key: int, rows: list[tuple[Any, ...]]) -> Evaluator:
    held = sorted((row for row in rows if row[2]), key=lambda row: (not row[4] and not row[5], row[3], row[2]))
    title = Holding(position=Position(name=held[0][2]), acting=held[0][3]).title if held else ""
    return Evaluator(
        key, rows[0][1], title, any(row[4] for row in rows), any(row[5] for row in rows),
        frozenset(row[6] for row in rows if row[6] is not None),
    )  # fmt: skip


def _seats(agency: Agency, day: date) -> QuerySet[Any, Any]:
    """Positions: person, name, position, how it is held, whether it evaluates or keeps the secretariat, unit."""
    held = Holding.objects.filter(agency=agency, user__is_active=True).held_on(day).with_teams_on(day).order_by()
    return held.values_list(
        "user", "user__full_name", "position__name", "acting", "evaluates", "keeps_secretariat", "position__unit"
    )


def _given(agency: Agency, day: date) -> QuerySet[Any, Any]:
    """The same of roles that were given to people."""
    given = Membership.objects.filter(agency=agency, user__is_active=True, role__in=_CONCERNED).valid_on(day).order_by()
    given = given.annotate(
        no_name=Value("", CharField()), no_way=Value("", CharField()),
        evaluates=ExpressionWrapper(Q(role=Role.EVALUATOR), BooleanField()),
        keeps_secretariat=ExpressionWrapper(Q(role=Role.SECRETARIAT), BooleanField()),
        no_unit=Value(None, BigIntegerField()),
    )  # fmt: skip
    return given.values_list(
        "user", "user__full_name", "no_name", "no_way", "evaluates", "keeps_secretariat", "no_unit"
    )  # fmt: skip


def unit_keys(user: User, agency: Agency) -> Units:
    return frozenset(unit.pk for unit in units_of(user, agency))


def seat_of_chair(user: User, agency: Agency, day: date) -> Holding | None:
    """The position with which the person chairs the secretariat (STU) that day."""
    seats = TeamMember.objects.of_teams_on(day).filter(
        agency=agency, team__kind=TeamKind.SECRETARIAT, role=TeamRole.CHAIR
    )
    chairs = list(seats.values_list("position", "unit"))
    positions, units = {position for position, _unit in chairs}, {unit for _position, unit in chairs}
    for holding in user.current_holdings:
        position = holding.position
        if position.pk in positions or (position.is_head and position.unit_id and position.unit_id in units):
            return holding
    return None

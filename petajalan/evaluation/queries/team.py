"""The people who evaluate, and who may stand in for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, BooleanField, CharField, ExpressionWrapper, Q, QuerySet, Value
from django.db.models.functions import Cast

from petajalan.accounts.choices import Role, TeamKind, TeamRole
from petajalan.accounts.models import Agency, Holding, Membership, Position, TeamMember, User
from petajalan.accounts.roles import units_of
from petajalan.evaluation.independence import Units
from petajalan.evaluation.models import Waiver

_CONCERNED = (Role.EVALUATOR, Role.SECRETARIAT)
# PostgreSQL takes a bare NULL of two joined queries for a text, and then refuses the number of a third.
_NO_KEY = Cast(Value(None), BigIntegerField())


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
    return _people(_seats(agency, day).union(_given(agency, day), all=True))


def evaluators_and_waivers(
    agency: Agency, day: date, actions: Iterable[int]
) -> tuple[list[Evaluator], dict[int, set[int]]]:
    """The same, and by key of the action the units whose people may judge it under a waiver. One query."""
    every = list(_seats(agency, day).union(_given(agency, day), _waived(agency, actions), all=True))
    waived: dict[int, set[int]] = defaultdict(set)
    for *_person, unit, action in every:
        if action is not None:
            waived[action].add(unit)
    return _people(row for row in every if row[7] is None), waived


def _people(rows: Iterable[tuple[Any, ...]]) -> list[Evaluator]:
    people: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
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
    """Positions: person, name, position, how it is held, whether it evaluates or keeps the secretariat, unit; and no
    action."""
    held = Holding.objects.filter(agency=agency, user__is_active=True).held_on(day).with_teams_on(day).order_by()
    return held.annotate(no_action=_NO_KEY).values_list(
        "user", "user__full_name", "position__name", "acting", "evaluates", "keeps_secretariat", "position__unit",
        "no_action",
    )  # fmt: skip


def _given(agency: Agency, day: date) -> QuerySet[Any, Any]:
    """The same of roles that were given to people."""
    given = Membership.objects.filter(agency=agency, user__is_active=True, role__in=_CONCERNED).valid_on(day).order_by()
    given = given.annotate(
        no_name=Value("", CharField()), no_way=Value("", CharField()),
        evaluates=ExpressionWrapper(Q(role=Role.EVALUATOR), BooleanField()),
        keeps_secretariat=ExpressionWrapper(Q(role=Role.SECRETARIAT), BooleanField()),
        no_unit=_NO_KEY, no_action=_NO_KEY,
    )  # fmt: skip
    return given.values_list(
        "user", "user__full_name", "no_name", "no_way", "evaluates", "keeps_secretariat", "no_unit", "no_action"
    )  # fmt: skip


def _waived(agency: Agency, actions: Iterable[int]) -> QuerySet[Any, Any]:
    """The same of waivers in force: nobody, but a unit and an action."""
    found = Waiver.objects.filter(agency=agency, action__in=list(actions), revoked_at=None).order_by()
    no, text = Value(False, BooleanField()), Value("", CharField())
    found = found.annotate(no_user=_NO_KEY, no_full_name=text, no_name=text, no_way=text, no_1=no, no_2=no)
    return found.values_list(
        "no_user", "no_full_name", "no_name", "no_way", "no_1", "no_2", "unit", "action"
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

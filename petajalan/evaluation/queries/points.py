"""The points of an evaluation of a year, and how a person stands to them.

A point about an action plan or an indicator binds whoever its actions bind: those who coordinate one or lead its
indicator, and, of a plan, those who were named to carry one out. A point about the road map as a whole, or about how
reform is managed, binds no unit; the secretariat, which manages it, never judges it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of
from petajalan.evaluation.independence import Item, Standing, Units, secretariat_may, standing
from petajalan.evaluation.models import Evaluation, EvaluationPoint, PointWaiver, Waiver
from petajalan.evaluation.queries.items import item_of, leading_units
from petajalan.evaluation.queries.standings import Waivers, evaluates, waivers_of
from petajalan.evaluation.queries.team import Evaluator, evaluators, unit_keys
from petajalan.planning.models import Action

NONE: Units = frozenset()


def with_waivers(points: QuerySet[EvaluationPoint]) -> QuerySet[EvaluationPoint]:
    """With evaluation, area, people concerned and waivers: two queries, however many there are."""
    found: QuerySet[EvaluationPoint] = points.select_related(
        "evaluation__submitted_by", "evaluation__acknowledged_by", "evaluation__returned_by", "plan__coordinator",
        "judged_by", "area",
    ).order_by("position", "pk")  # fmt: skip
    waivers = PointWaiver.objects.select_related(
        "waiver__action__plan__coordinator", "waiver__signed_by", "waiver__unit"
    )
    return found.prefetch_related(Prefetch("waivers", waivers))


def evaluation_in(agency: Agency, kind: str, year: int) -> Evaluation | None:
    found: Evaluation | None = Evaluation.objects.filter(agency=agency, kind=kind, year=year).first()
    return found


@dataclass(frozen=True, slots=True)
class Bound:
    """Who is bound to a point. `actions`: by their keys, those that bind somebody to it."""

    item: Item
    actions: Mapping[int, Item] = field(default_factory=dict)

    @property
    def of_somebody(self) -> bool:
        """Whether it is about what some unit coordinates; otherwise it is about the whole."""
        return bool(self.item.coordinators)


@dataclass(frozen=True, slots=True)
class PointLeave:
    """may       whether the person may judge the point
    standing  why not
    waivers   what makes the difference, if some do
    stand_in  they judge for the evaluation team, of which nobody may"""

    may: bool
    standing: Standing = field(default_factory=Standing)
    waivers: Sequence[Waiver] = ()
    stand_in: bool = False


NOT_FOR_THEM = PointLeave(False)


def bound_to(agency: Agency, points: Iterable[EvaluationPoint], year: int) -> dict[int, Bound]:
    """By key of the point. Two queries; none where the points are about the whole."""
    listed = list(points)
    if not any(one.plan_id or one.indicator_key for one in listed):
        return {one.pk: Bound(Item(NONE, NONE)) for one in listed}
    leading = leading_units(agency)
    of_plan: dict[int, dict[int, Item]] = defaultdict(dict)
    of_indicator: dict[UUID, dict[int, Item]] = defaultdict(dict)
    for (key, plan, indicator, coordinator), named in _actions(agency, year).items():
        item = item_of(coordinator, indicator, named, leading)
        of_plan[plan][key] = item
        of_indicator[indicator][key] = Item(item.coordinators, NONE)
    return {one.pk: _bound(one, of_plan, of_indicator, leading) for one in listed}


def _actions(agency: Agency, year: int) -> dict[tuple[int, int, UUID, int], set[int]]:
    """Actions of the year by key, plan, indicator and coordinator, with the keys of the units named. One query."""
    rows = Action.objects.filter(agency=agency, plan__year=year, withdrawn=False).order_by()
    found: dict[tuple[int, int, UUID, int], set[int]] = defaultdict(set)
    for *action, named in rows.values_list(
        "pk", "plan", "indicator_key", "plan__coordinator", "named_implementers__unit"
    ):
        found[tuple(action)] |= {named} if named is not None else set()  # type: ignore[index]
    return found


def _bound(
    point: EvaluationPoint, of_plan: Mapping[int, Mapping[int, Item]],
    of_indicator: Mapping[UUID, Mapping[int, Item]], leading: Mapping[UUID, Units],
) -> Bound:  # fmt: skip
    if point.plan is not None:
        actions = of_plan.get(point.plan.pk, {})
        leads = frozenset({point.plan.coordinator_id}).union(*(one.coordinators for one in actions.values()))
        return Bound(Item(leads, NONE.union(*(one.named for one in actions.values()))), actions)
    if point.indicator_key is not None:
        actions = of_indicator.get(point.indicator_key, {})
        leads = leading.get(point.indicator_key, NONE).union(*(one.coordinators for one in actions.values()))
        return Bound(Item(leads, NONE), actions)
    return Bound(Item(NONE, NONE))


def stands(units: Units, bound: Bound, waivers: Waivers) -> tuple[Standing, tuple[Waiver, ...]]:
    """A unit of theirs is waived when a waiver covers each action that binds it to the point."""
    under: dict[int, list[Waiver]] = {}
    for unit in sorted(units):
        binding = [key for key, item in bound.actions.items() if unit in item.coordinators | item.named]
        covered = [waivers[key][unit] for key in binding if unit in waivers.get(key, {})]
        if binding and len(covered) == len(binding):
            under[unit] = covered
    found = standing(units, bound.item, NONE, frozenset(under))
    return found, tuple(one for unit in sorted(found.under) for one in under[unit])


def team_leaves(user: User, agency: Agency, bound: Mapping[int, Bound]) -> dict[int, PointLeave]:
    """For a member of the evaluation team, by key of the point. One query."""
    units = unit_keys(user, agency)
    waivers = waivers_of(agency, {key for one in bound.values() for key in one.actions})
    return {key: _of_evaluator(units, one, waivers) for key, one in bound.items()}


def _of_evaluator(units: Units, bound: Bound, waivers: Waivers) -> PointLeave:
    found, under = stands(units, bound, waivers)
    return PointLeave(found.free, found, under)


@dataclass(frozen=True, slots=True)
class BeforePoint:
    """One person before one point. `others`: who may judge it, asked only where this person may not although they
    evaluate or keep the secretariat."""

    leave: PointLeave
    others: Sequence[Evaluator] = ()


def before_point(user: User, agency: Agency, bound: Bound, *, day: date) -> BeforePoint:
    """Two queries at most."""
    roles, units = roles_of(user, agency), unit_keys(user, agency)
    team = evaluates(user, agency)
    if not team and Role.SECRETARIAT not in roles:
        return BeforePoint(NOT_FOR_THEM)
    waivers = waivers_of(agency, bound.actions)
    if team and (leave := _of_evaluator(units, bound, waivers)).may:
        return BeforePoint(leave)
    people = evaluators(agency, day)
    if not team:
        leave = _of_secretariat(units, bound, waivers, people)
    return BeforePoint(leave, () if leave.may else _who_may(bound, waivers, people))


def _of_secretariat(units: Units, bound: Bound, waivers: Waivers, people: Iterable[Evaluator]) -> PointLeave:
    """Only where the point is some unit's, nobody of the team may judge it, and this person is not bound either."""
    own, _none = stands(units, bound, {})
    nobody = secretariat_may(stands(one.units, bound, waivers)[0] for one in people if one.evaluates)
    return PointLeave(bound.of_somebody and own.free and nobody, own, (), stand_in=True)


def _who_may(bound: Bound, waivers: Waivers, people: Sequence[Evaluator]) -> list[Evaluator]:
    """Of the evaluation team, else of the secretariat."""
    team = [one for one in people if one.evaluates and stands(one.units, bound, waivers)[0].free]
    if team or not bound.of_somebody:
        return team
    return [one for one in people if one.secretariat and not one.evaluates and stands(one.units, bound, {})[0].free]

"""How one person stands to the actions of an evaluation: which they may judge, and under which waiver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of
from petajalan.evaluation.independence import Standing, secretariat_may, standing
from petajalan.evaluation.models import Waiver
from petajalan.evaluation.queries.items import Items
from petajalan.evaluation.queries.team import Evaluator, evaluators, evaluators_and_waivers, unit_keys

Waivers = Mapping[int, Mapping[int, Waiver]]  # by keys of action and unit


@dataclass(frozen=True, slots=True)
class Leave:
    """may       whether the person may judge the action
    standing  why not, and which of their own lines do not count
    waiver    what makes the difference, if one does
    stand_in  they judge for the evaluation team, of which nobody may"""

    may: bool
    standing: Standing
    waiver: Waiver | None = None
    stand_in: bool = False


def evaluates(user: User, agency: Agency) -> bool:
    """Member of the evaluation team, from inside or outside of the agency; the keeper of the installation too."""
    return user.is_superuser or Role.EVALUATOR in roles_of(user, agency)


def waivers_of(agency: Agency, actions: Iterable[int]) -> Waivers:
    """Those in force. One query."""
    found: dict[int, dict[int, Waiver]] = {}
    for one in Waiver.objects.filter(agency=agency, action__in=actions, revoked_at=None).select_related(
        "signed_by", "unit"
    ):
        found.setdefault(one.action_id, {})[one.unit_id] = one
    return found


def leaves(user: User, agency: Agency, items: Items, waivers: Waivers) -> dict[int, Leave]:
    """For a member of the evaluation team, by key of the action."""
    units = unit_keys(user, agency)
    found = {}
    for key, item in items.items.items():
        of = waivers.get(key, {})
        stands = standing(units, item, items.reporters[key], frozenset(of))
        waiver = next((of[unit] for unit in sorted(stands.under)), None)
        found[key] = Leave(stands.free, stands, waiver)
    return found


@dataclass(frozen=True, slots=True)
class Before:
    """One person before one action. `others`: who may judge it, asked only where this person may not although they
    evaluate or keep the secretariat."""

    leave: Leave
    others: Sequence[Evaluator] = ()


def before(user: User, agency: Agency, items: Items, action: int, *, day: date) -> Before:
    """Also for a member of the secretariat, who judges where nobody of the evaluation team may. Two queries at most."""
    own = standing(unit_keys(user, agency), items.items[action], items.reporters[action])
    if evaluates(user, agency):
        waivers = waivers_of(agency, [action])
        leave = leaves(user, agency, items, waivers)[action]
        return Before(leave) if leave.may else Before(leave, _Team(agency, items, action, day, waivers).others)
    if Role.SECRETARIAT not in roles_of(user, agency):
        return Before(Leave(False, own))
    team = _Team(agency, items, action, day)
    if not team.free:  # a waiver may have made somebody free
        team = _Team(agency, items, action, day, waivers_of(agency, [action]), team.people)
    return Before(Leave(own.free and secretariat_may(team.standings), own, stand_in=True), team.others)


class _Team:
    """How each member of the evaluation team, and of the secretariat, stands to one action."""

    def __init__(
        self, agency: Agency, items: Items, action: int, day: date, waivers: Waivers | None = None,
        people: list[Evaluator] | None = None,
    ) -> None:  # fmt: skip
        self.people = people or evaluators(agency, day)
        item, reporters = items.items[action], items.reporters[action]
        waived = frozenset((waivers or {}).get(action, {}))
        team = [one for one in self.people if one.evaluates]
        self.standings = [standing(one.units, item, reporters, waived) for one in team]
        self.free = [one for one, stands in zip(team, self.standings, strict=True) if stands.free]
        rest = [one for one in self.people if one.secretariat and not one.evaluates]
        self.others = self.free or [one for one in rest if standing(one.units, item, reporters).free]


def left_to_secretariat(agency: Agency, items: Items, *, day: date) -> frozenset[int]:
    """Keys of the actions that nobody of the evaluation team may judge, waived or not. One query."""
    people, waived = evaluators_and_waivers(agency, day, items.items)
    team = [one.units for one in people if one.evaluates]
    return frozenset(
        key
        for key, item in items.items.items()
        if secretariat_may(
            standing(units, item, items.reporters[key], frozenset(waived.get(key, ()))) for units in team
        )
    )

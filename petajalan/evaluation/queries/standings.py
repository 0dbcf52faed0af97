"""How one person stands to the actions of an evaluation: which they may judge, and under which waiver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of
from petajalan.evaluation.independence import Standing, secretariat_may, standing
from petajalan.evaluation.models import Waiver
from petajalan.evaluation.queries.items import Items
from petajalan.evaluation.queries.team import Evaluator, evaluators, unit_keys

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


def leaves(user: User, agency: Agency, items: Items) -> dict[int, Leave]:
    """For a member of the evaluation team, by key of the action. One query."""
    units, waivers = unit_keys(user, agency), waivers_of(agency, items.items)
    found = {}
    for key, item in items.items.items():
        of = waivers.get(key, {})
        stands = standing(units, item, items.reporters[key], frozenset(of))
        waiver = next((of[unit] for unit in sorted(stands.under)), None)
        found[key] = Leave(stands.free, stands, waiver)
    return found


def leave(user: User, agency: Agency, items: Items, action: int, *, day: date) -> Leave:
    """For anybody and one action: also for a member of the secretariat, where nobody of the evaluation team may."""
    if evaluates(user, agency):
        return leaves(user, agency, items)[action]
    item, reporters = items.items[action], items.reporters[action]
    own = standing(unit_keys(user, agency), item, reporters)
    if Role.SECRETARIAT not in roles_of(user, agency):
        return Leave(False, own)
    waived = frozenset(waivers_of(agency, [action]).get(action, {}))
    team = [one for one in evaluators(agency, day) if one.evaluates]
    needed = secretariat_may(standing(one.units, item, reporters, waived) for one in team)
    return Leave(own.free and needed, own, stand_in=True)


def who_may(agency: Agency, items: Items, action: int, *, day: date) -> list[Evaluator]:
    """Who may judge the action: of the evaluation team those who are independent or have a waiver; when there is
    nobody, independent members of the secretariat."""
    item, reporters = items.items[action], items.reporters[action]
    waived = frozenset(waivers_of(agency, [action]).get(action, {}))
    people = evaluators(agency, day)
    team = [one for one in people if one.evaluates and standing(one.units, item, reporters, waived).free]
    others = [one for one in people if one.secretariat and not one.evaluates]
    return team or [one for one in others if standing(one.units, item, reporters).free]

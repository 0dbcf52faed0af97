"""Who may say whether a recommendation was followed: never the people of the unit that owes it."""

from __future__ import annotations

from datetime import date

from petajalan.accounts.choices import Role
from petajalan.accounts.models import User
from petajalan.accounts.roles import roles_of
from petajalan.evaluation.choices import GuidanceKind
from petajalan.evaluation.independence import Item, Units, secretariat_may, standing
from petajalan.evaluation.models import Recommendation
from petajalan.evaluation.queries.standings import Leave, evaluates, waivers_of
from petajalan.evaluation.queries.team import evaluators, unit_keys

NOBODY: Units = frozenset()


def verifying(user: User, recommendation: Recommendation, *, day: date) -> Leave:
    """How a person stands to it, by the rule of `independence`: the owner counts as who coordinates.

    The evaluation team; the secretariat what follows from its own direction, and anything where nobody of the team is
    independent of the owner. A waiver for its action holds here too. Three queries at most.
    """
    agency = recommendation.agency
    item = Item(frozenset({recommendation.owner_id}), NOBODY)
    units = unit_keys(user, agency)
    own = standing(units, item, NOBODY)
    if evaluates(user, agency):
        if own.free or recommendation.action_id is None:
            return Leave(own.free, own)
        waivers = waivers_of(agency, [recommendation.action_id]).get(recommendation.action_id, {})
        stands = standing(units, item, NOBODY, frozenset(waivers))
        return Leave(stands.free, stands, next((waivers[unit] for unit in sorted(stands.under)), None))
    if Role.SECRETARIAT not in roles_of(user, agency):
        return Leave(False, own)
    if _directed(recommendation):
        return Leave(own.free, own)
    team = [standing(one.units, item, NOBODY) for one in evaluators(agency, day) if one.evaluates]
    return Leave(own.free and secretariat_may(team), own, stand_in=True)


def _directed(recommendation: Recommendation) -> bool:
    note = recommendation.guidance
    return note is not None and note.kind == GuidanceKind.DIRECTION

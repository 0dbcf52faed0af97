"""Who may score which item of a worksheet, for which party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of
from petajalan.calc.index import Item
from petajalan.evaluation import independence
from petajalan.evaluation.choices import Party
from petajalan.evaluation.independence import Units, secretariat_may, standing
from petajalan.evaluation.models import EvaluationWorksheet, ScoreWaiver, Waiver
from petajalan.evaluation.queries.standings import evaluates
from petajalan.evaluation.queries.team import evaluators, unit_keys
from petajalan.planning.models import Action
from petajalan.reporting.queries.measuring import Led, led_in

NOBODY: Units = frozenset()
Leading = Mapping[str, Sequence[Led]]  # indicators with their units, by code of the known indicator


class Why(StrEnum):
    """Why somebody may not score an item."""

    NOT_LEADING = "not_leading"  # self: no unit of theirs leads the indicator, and they are not the administrator
    ROLE = "role"  # their role does not score for this party
    COORDINATES = "coordinates"  # internal: a unit of theirs leads the indicator
    TEAM_MAY = "team_may"  # internal, secretariat: somebody of the evaluation team may


@dataclass(frozen=True, slots=True)
class Leave:
    """waivers  what makes the difference, if something does"""

    why: Why | None = None
    waivers: tuple[Waiver, ...] = ()

    @property
    def may(self) -> bool:
        return self.why is None


def leading(agency: Agency, year: int) -> Leading:
    """Indicators of the road map in force by what they are nationally. One query."""
    found: dict[str, list[Led]] = defaultdict(list)
    for one in led_in(agency, year, known=True):
        found[one.indicator.known_code].append(one)
    return found


def behind(item: Item, led: Leading) -> Sequence[Led]:
    """The indicators of the plan that an item takes its value from."""
    return led.get(item.indicator, ()) if item.indicator else ()


def units_behind(item: Item, led: Leading) -> Units:
    return NOBODY.union(*(one.units for one in behind(item, led)))


def actions_behind(agency: Agency, year: int, item: Item, led: Leading) -> list[Action]:
    """What the plans of the year do about the indicators behind an item. One query."""
    keys = [key for one in behind(item, led) for key in one.keys]
    if not keys:
        return []
    found = Action.objects.filter(agency=agency, plan__year=year, withdrawn=False, indicator_key__in=keys)
    return list(found.select_related("plan__coordinator").order_by("plan__coordinator__name", "position"))


def leave_of(
    user: User, agency: Agency, year: int, item: Item, party: str, led: Leading, *, day: date,
    in_force: Sequence[Waiver] | None = None, actions: Sequence[Action] = (),
) -> Leave:  # fmt: skip
    """Three queries at most, and only for somebody who may judge by a waiver or as a stand-in. `actions` are
    those behind the item and `in_force` their waivers, where they were read already."""
    roles = roles_of(user, agency)
    if party == Party.SELF:
        leads = bool(unit_keys(user, agency) & units_behind(item, led))
        free = user.is_superuser or Role.ADMINISTRATOR in roles or leads
        return Leave() if free else Leave(Why.NOT_LEADING)
    if party == Party.NATIONAL:
        free = evaluates(user, agency) or Role.ADMINISTRATOR in roles
        return Leave() if free else Leave(Why.ROLE)

    def waivers() -> dict[int, list[Waiver]]:
        if in_force is not None:
            return _by_unit(actions, in_force)
        found = actions_behind(agency, year, item, led)
        return _by_unit(found, _signed(agency).filter(action__in=found, revoked_at=None))

    return _internal(user, agency, units_behind(item, led), waivers, day)


def free_items(user: User, agency: Agency, items: Sequence[Item], party: str, led: Leading) -> frozenset[str]:
    """Codes of the items that the person may score at once, waivers and stand-ins aside. No query."""
    if party == Party.INTERNAL:
        if not evaluates(user, agency):
            return frozenset()
        own = unit_keys(user, agency)
        return frozenset(item.code for item in items if not own & units_behind(item, led))
    day = date.min  # asked of internal evaluators alone
    return frozenset(item.code for item in items if leave_of(user, agency, 0, item, party, led, day=day).may)


def _internal(
    user: User, agency: Agency, leads: Units, waivers: Callable[[], dict[int, list[Waiver]]], day: date
) -> Leave:
    """`waivers` is asked only where one would make a difference."""
    about = independence.Item(coordinators=leads, named=NOBODY)
    own = unit_keys(user, agency)
    if evaluates(user, agency):
        if standing(own, about, NOBODY).free:
            return Leave()
        found = waivers()
        stands = standing(own, about, NOBODY, frozenset(found))
        return Leave(None, tuple(one for unit in stands.under for one in found[unit])) if stands.free else _bound()
    if Role.SECRETARIAT not in roles_of(user, agency):
        return Leave(Why.ROLE)
    if not standing(own, about, NOBODY).free:
        return _bound()
    team = [one.units for one in evaluators(agency, day) if one.evaluates]
    if not secretariat_may(standing(units, about, NOBODY) for units in team):
        return Leave(Why.TEAM_MAY)
    waived = frozenset(waivers())  # a waiver may have made somebody free
    alone = secretariat_may(standing(units, about, NOBODY, waived) for units in team)
    return Leave() if alone else Leave(Why.TEAM_MAY)


def _bound() -> Leave:
    return Leave(Why.COORDINATES)


def waivers_about(
    worksheet: EvaluationWorksheet, code: str, actions: Sequence[Action]
) -> tuple[list[Waiver], list[Waiver]]:
    """Those in force for the actions behind an item, and those under which its score stands. One query."""
    under = ScoreWaiver.objects.filter(score__worksheet=worksheet, score__item=code, waiver=OuterRef("pk"))
    rows: QuerySet[Waiver] = _signed(worksheet.agency).annotate(under=Exists(under))
    keys = {one.pk for one in actions}
    found = list(rows.filter(Q(action__in=keys, revoked_at=None) | Q(under=True)))
    in_force = [one for one in found if one.revoked_at is None and one.action_id in keys]
    return in_force, [one for one in found if one.under]  # type: ignore[attr-defined]


def _signed(agency: Agency) -> QuerySet[Waiver]:
    found: QuerySet[Waiver] = Waiver.objects.filter(agency=agency).select_related("unit", "signed_by")
    return found


def _by_unit(actions: Sequence[Action], waivers: Iterable[Waiver]) -> dict[int, list[Waiver]]:
    """A unit without one for each of the actions is not there."""
    keys = {one.pk for one in actions}
    found: dict[int, list[Waiver]] = defaultdict(list)
    for row in waivers:
        found[row.unit_id].append(row)
    return {unit: rows for unit, rows in found.items() if {row.action_id for row in rows} == keys}

"""What coordinators say of their own actions, quarter by quarter, and whether they may still say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petajalan.accounts.models import Agency, Unit
from petajalan.evaluation.choices import EvaluationKind
from petajalan.evaluation.models import Evaluation, SelfAssessment
from petajalan.planning.models import Action
from petajalan.planning.queries.actions import active_in
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.queries.obligations import planned
from petajalan.reporting.queries.openness import is_open


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action of the unit's plan with what it says of it; an unsaved one with version 0 where it said nothing."""

    action: Action
    view: SelfAssessment

    @property
    def whole(self) -> bool:
        """Judged in all four dimensions."""
        return all((self.view.execution, self.view.output, self.view.quality, self.view.timeliness))


def own_actions(unit: Unit, year: int, quarter: int) -> list[OwnAction]:
    """Actions of the unit's approved plan with something to do in the quarter. Three queries."""
    actions = [one for one in planned(unit.agency, year) if one.plan.coordinator_id == unit.pk]
    listed = [one for one in actions if active_in(one, quarter)]
    found = SelfAssessment.objects.filter(agency=unit.agency_id, year=year, quarter=quarter, action__in=listed)
    known = {one.action_id: one for one in found.select_related("judged_by")}
    empty = {"agency_id": unit.agency_id, "year": year, "quarter": quarter, "version": 0}
    return [OwnAction(one, known.get(one.pk) or SelfAssessment(action=one, **empty)) for one in listed]


@dataclass(frozen=True, slots=True)
class Coordinator:
    """A unit, how many of its actions of the quarter it judged in all four dimensions, and of how many."""

    unit: Unit
    whole: int
    total: int


def coordinators_in(agency: Agency, year: int, quarter: int) -> list[Coordinator]:
    """By name. Three queries."""
    found: dict[int, list[int]] = {}
    units: dict[int, Unit] = {}
    for one in planned(agency, year):
        if active_in(one, quarter):
            units[one.plan.coordinator_id] = one.plan.coordinator
            found.setdefault(one.plan.coordinator_id, []).append(one.pk)
    rows = SelfAssessment.objects.filter(agency=agency, year=year, quarter=quarter)
    for name in ("execution", "output", "quality", "timeliness"):
        rows = rows.exclude(**{name: ""})
    whole = set(rows.values_list("action", flat=True))
    return [Coordinator(units[key], len(whole & set(of)), len(of)) for key, of in found.items()]


def may_still_say(unit: Unit, year: int, quarter: int, *, at: datetime) -> bool:
    """Until the evaluation of the quarter is first sent, and while the calendar is open. Two queries, three at most."""
    sent = Evaluation.objects.filter(
        agency=unit.agency_id, kind=EvaluationKind.QUARTER, year=year, number=quarter, first_submitted_at__isnull=False
    )
    if sent.exists():
        return False
    return is_open(unit, DeadlineKind.QUARTERLY_FORUM, f"{year}-Q{quarter}", at=at)

"""Endpoints of action plans."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from petajalan.api.choices import ApiScope
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.filters import Since, Year, changed_since
from petajalan.api.v1.paging import Key, Page, Paged, page_of
from petajalan.api.v1.shapes.actions import ActionPlanShape, ActionPlanWhole, ActionShape
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action, ActionPlan
from petajalan.planning.queries.actions import actions_of

group = Group("planning", ApiScope.PLANNING_READ, "planning.view_regulation")


class ActionPlans(Paged):
    """`unit` is the coordinator; `changed_since`: only plans that were written to, or whose actions were, since."""

    year: Year | None = None
    unit: Key | None = None
    status: ActionPlanStatus | None = None
    changed_since: Since | None = None


@group.get("action-plans", _("Rencana aksi"), gives=Page[ActionPlanShape], query=ActionPlans)
def action_plans(call: Call) -> Page[ActionPlanShape]:
    given = call.query
    wanted = {"year": given.year, "coordinator": given.unit, "status": given.status}
    rows = _plans(call).filter(**{name: value for name, value in wanted.items() if value is not None})
    if given.changed_since is not None:
        rows = changed_since(rows, given.changed_since, parts={Action: "plan"})
    return page_of(call, rows, ActionPlanShape.of)


@group.get("action-plans/<int:plan>", _("Satu rencana aksi dengan aksi-aksinya"), gives=ActionPlanWhole)
def action_plan(call: Call, plan: int) -> ActionPlanWhole:
    found = get_object_or_404(_plans(call), pk=plan)
    return ActionPlanWhole(ActionPlanShape.of(found), [ActionShape.of(one) for one in actions_of(found)])


def _plans(call: Call) -> QuerySet[ActionPlan]:
    found: QuerySet[ActionPlan] = ActionPlan.objects.visible_to(call.user).filter(agency=call.agency)
    return found.select_related("coordinator").annotate(count=Count("actions", filter=Q(actions__withdrawn=False)))

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.planning.queries.logic import logic_of
from petajalan.planning.views.plan import Plan, plan_page


@require_safe
@plan_page
def logic_map(request: SignedInRequest, plan: Plan) -> HttpResponse:
    goals = logic_of(plan.road_map)
    objectives = [one for goal in goals for one in goal.objectives]
    activities = [one for objective in objectives for one in objective.activities]
    measured = {row.indicator_id for one in activities for row in one.indicators}
    measured |= {row.indicator_id for one in goals for row in one.indicators}
    measured |= {row.indicator_id for one in objectives for row in one.indicators}
    context = {
        "plan": plan,
        "goals": goals,
        "counts": {
            "goals": sum(1 for one in goals if one.goal),
            "objectives": sum(1 for one in objectives if one.objective),
            "activities": len(activities),
            "indicators": len(measured),
        },
        "unmeasured": [one.activity for one in activities if not one.indicators],
    }
    return render(request, "planning/logic_map.html", context)

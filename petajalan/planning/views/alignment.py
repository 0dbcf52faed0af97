from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.planning.queries.alignment import alignment_of
from petajalan.planning.views.plan import Plan, plan_page


@require_safe
@plan_page
def alignment(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """The plan beside the national framework: matched, mandatory and missing, local only."""
    context = {"plan": plan, "found": alignment_of(plan.road_map)}
    return render(request, "planning/alignment.html", context)

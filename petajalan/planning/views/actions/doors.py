"""How a view gets its action plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.planning.models import ActionPlan

P = ParamSpec("P")


def action_plan_page(
    view: Callable[Concatenate[SignedInRequest, ActionPlan, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Hand the view the plan that `key` names, 404 otherwise."""

    def guarded(
        request: SignedInRequest, agency: Agency, /, key: int, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        permit(request.user, "accounts.view_agency", agency)
        plans = ActionPlan.objects.visible_to(request.user).filter(agency=agency)
        plan = get_object_or_404(plans.select_related("coordinator", "submitted_by", "decided_by"), pk=key)
        plan.agency = plan.coordinator.agency = agency
        return view(request, plan, *args, **kwargs)

    update_wrapper(guarded, view)
    return agency_page(guarded)

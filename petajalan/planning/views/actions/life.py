"""What happens to an action plan as a whole."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning.models import ActionPlan
from petajalan.planning.services import actions as services
from petajalan.planning.views.actions.doors import action_plan_page
from petajalan.planning.views.answers import seen, told, typed


@require_POST
@action_plan_page
def submit(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    with told(request, _("Rencana aksi diajukan ke sekretariat.")):
        services.submit_action_plan(plan=plan, seen=seen(request), by=request.user, at=clock.now())
    return _back(plan)


@require_POST
@action_plan_page
def approve(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    permit(request.user, "planning.decide_actions", plan.agency)
    with told(request, _("Rencana aksi disetujui.")):
        services.approve_action_plan(plan=plan, seen=seen(request), by=request.user, at=clock.now())
    return _back(plan)


@require_POST
@action_plan_page
def send_back(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    """`umum` is about the whole plan, `perbaikan-12` about the action with that primary key."""
    permit(request.user, "planning.decide_actions", plan.agency)
    rows = [(action, typed(request, f"perbaikan-{action.pk}")) for action in plan.actions.all()]
    with told(request, _("Rencana aksi dikembalikan dengan daftar perbaikan.")):
        services.send_back_action_plan(
            plan=plan, seen=seen(request), repairs=[(None, typed(request, "umum")), *rows],
            by=request.user, at=clock.now(),
        )  # fmt: skip
    return _back(plan)


@require_POST
@action_plan_page
def amend(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    with told(request, _("Rencana aksi dibuka lagi. Yang disetujui tetap dapat dibaca sebagai revisi.")):
        services.amend_action_plan(
            plan=plan, seen=seen(request), reason=typed(request, "alasan"), by=request.user,
            at=clock.now(),
        )  # fmt: skip
    return _back(plan)


@require_POST
@action_plan_page
def repair(request: SignedInRequest, plan: ActionPlan, number: int) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    found = get_object_or_404(plan.repairs, pk=number)
    found.plan = plan
    done = request.POST.get("selesai") == "1"
    with told(request, _("Perbaikan ditandai selesai.") if done else _("Perbaikan dibuka lagi.")):
        services.mark_repair(repair=found, done=done, by=request.user, at=clock.now())
    return _back(plan)


def _back(plan: ActionPlan) -> HttpResponse:
    return redirect("action_plan", plan.agency.slug, plan.pk)

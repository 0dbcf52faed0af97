from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning.forms.road_maps import NewSectionForm, SectionForm
from petajalan.planning.models import SectionText
from petajalan.planning.queries.contents import contents_of, wordings_of
from petajalan.planning.services import texts
from petajalan.planning.services.refusals import Conflict, Refused
from petajalan.planning.views.answers import seen, told
from petajalan.planning.views.plan import Plan, permit_edit, plan_page


@require_safe
@plan_page
def contents(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """Chapters, strategic issues and the condition that the plan starts from."""
    context = {"plan": plan, "contents": contents_of(plan.road_map)}
    return render(request, "planning/plan_text.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def section(request: SignedInRequest, plan: Plan, key: UUID) -> HttpResponse:
    """A section in its present wording, or in an older one (`rumusan`); a form for those who edit."""
    wordings = _wordings(plan, key)
    current = next(one for one in wordings if one.current)
    shown = _shown(wordings, current, request.GET.get("rumusan", ""))
    form = SectionForm(request.POST or None, initial={"title": current.title, "body": current.body})
    version, conflict = current.wording, None
    if request.method == "POST":
        permit(request.user, "planning.edit_plan", plan.road_map)
        version = seen(request)
        if form.is_valid():
            try:
                texts.write_section(section=current, seen=version, **form.cleaned_data, by=request.user, at=clock.now())
            except Conflict as refusal:
                conflict, version = refusal, refusal.version
            except Refused as refusal:
                form.add_error(None, refusal.sentence)
            else:
                messages.success(request, _("Rumusan baru tersimpan; yang lama tetap dapat dibaca."))
                return redirect(reverse("plan_section", args=[plan.road_map.agency.slug, key]) + plan.query)
    context = {
        "plan": plan, "section": shown, "current": current, "wordings": wordings, "form": form, "version": version,
        "conflict": conflict, "writing": request.method == "POST" or "tulis" in request.GET,
    }  # fmt: skip
    status = 409 if conflict else 422 if form.errors else 200
    return render(request, "planning/section.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def add_section(request: SignedInRequest, plan: Plan) -> HttpResponse:
    permit_edit(request, plan)
    form = NewSectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            texts.add_section(road_map=plan.road_map, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Bagian ditambahkan."))
            return redirect(_contents(plan))
    return render(
        request, "planning/section_add.html", {"plan": plan, "form": form}, status=422 if form.errors else 200
    )


@require_POST
@plan_page
def remove_section(request: SignedInRequest, plan: Plan, key: UUID) -> HttpResponse:
    permit(request.user, "planning.edit_plan", plan.road_map)
    current = next(one for one in _wordings(plan, key) if one.current)
    with told(request, _("Bagian %(name)s dihapus.") % {"name": current}):
        texts.remove_section(section=current, seen=seen(request), by=request.user, at=clock.now())
    return redirect(_contents(plan))


def _contents(plan: Plan) -> str:
    return reverse("plan_text", args=[plan.road_map.agency.slug]) + plan.query


def _wordings(plan: Plan, key: UUID) -> list[SectionText]:
    found = wordings_of(plan.road_map, key)
    if not found:
        raise Http404
    for one in found:
        one.road_map = plan.road_map
    return found


def _shown(wordings: list[SectionText], current: SectionText, wanted: str) -> SectionText:
    if not wanted:
        return current
    found = next((one for one in wordings if str(one.wording) == wanted), None)
    if found is None:
        raise Http404
    return found

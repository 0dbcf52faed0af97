"""Notes on assistance and directions of the secretariat, with the recommendations that follow from them."""

from __future__ import annotations

from uuid import uuid4

import rules
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.choices import GuidanceKind, RecommendationSource
from petajalan.evaluation.duties import rule_for
from petajalan.evaluation.forms.guidance import FollowUpForm, GuidanceForm
from petajalan.evaluation.queries.guidance import guidance_of, with_open_follow_ups
from petajalan.evaluation.services import guidance as services
from petajalan.evaluation.services.recommendations.raising import raise_recommendation
from petajalan.evaluation.views.doors import VIEW, find_guidance
from petajalan.planning.services.refusals import Refused

ROWS = 40  # on a page


@require_safe
@agency_page
def guidance_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    kind, found = request.GET.get("jenis", ""), guidance_of(request.user, agency)
    if kind in GuidanceKind.values:
        found = found.filter(kind=kind)
    elif kind == "terbuka":
        found = with_open_follow_ups(found)
    may = {one.value: rules.has_perm(rule_for(one), request.user, agency) for one in GuidanceKind}
    context = {
        "rows": Paginator(found, ROWS).get_page(request.GET.get("halaman")), "kind": kind, "may": may,
        "today": clock.today(),
    }  # fmt: skip
    return render(request, "evaluation/guidance_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def write(request: SignedInRequest, agency: Agency, kind: str) -> HttpResponse:
    if kind not in GuidanceKind.values:
        permit(request.user, VIEW, agency)
        raise Http404
    permit(request.user, rule_for(GuidanceKind(kind)), agency)
    form = GuidanceForm(request.POST or None, initial={"day": clock.today(), "key": uuid4()})
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("day", "subject", "text", "key")}
        try:
            made = services.write_guidance(agency=agency, kind=kind, **values, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Catatan tersimpan. Tambahkan tindak lanjutnya bila ada."))
            return redirect("guidance", agency.slug, made.pk) if made else redirect("guidance_list", agency.slug)
    context = {"form": form, "title": GuidanceKind(kind).label}
    return render(request, "evaluation/guidance_form.html", context, status=422 if form.errors else 200)


@require_safe
@agency_page
def guidance(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    return _page(request, agency, key)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def change(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_guidance(request, agency, guidance_of(request.user, agency), key)
    permit(request.user, rule_for(GuidanceKind(found.kind)), agency)
    initial = {"day": found.day, "subject": found.subject, "text": found.text, "version": found.version}
    form = GuidanceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("day", "subject", "text")}
        version = form.cleaned_data["version"] or -1
        try:
            services.change_guidance(guidance=found, **values, version=version, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("guidance", agency.slug, key)
    context = {"form": form, "title": found.get_kind_display(), "guidance": found}
    return render(request, "evaluation/guidance_form.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def follow(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_guidance(request, agency, guidance_of(request.user, agency), key)
    permit(request.user, rule_for(GuidanceKind(found.kind)), agency)
    form = FollowUpForm(request.POST, agency=agency)
    if form.is_valid():
        try:
            raise_recommendation(
                agency=agency, source_kind=RecommendationSource.GUIDANCE, source=found, **form.cleaned_data,
                by=request.user, at=clock.now(),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Rekomendasi tersimpan. Unitnya melihatnya di Tugas saya."))
            return redirect("guidance", agency.slug, key)
    return _page(request, agency, key, form)


def _page(request: SignedInRequest, agency: Agency, key: int, form: FollowUpForm | None = None) -> HttpResponse:
    found = find_guidance(request, agency, guidance_of(request.user, agency), key)
    writes = rules.has_perm(rule_for(GuidanceKind(found.kind)), request.user, agency)
    context = {
        "guidance": found, "form": form or FollowUpForm(agency=agency, initial={"key": uuid4()}), "writes": writes,
        "may_change": writes and found.written_by_id == request.user.pk, "today": clock.today(),
    }  # fmt: skip
    return render(request, "evaluation/guidance.html", context, status=422 if form and form.errors else 200)

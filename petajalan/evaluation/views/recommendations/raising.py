"""A recommendation is raised: from a document, or with one tap from what a row or an area of an evaluation says."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.choices import RecommendationSource
from petajalan.evaluation.display.recommendations import USUAL
from petajalan.evaluation.duties import may_raise
from petajalan.evaluation.forms.recommendations import FromSourceForm, RaiseForm
from petajalan.evaluation.models import EvaluationRow, ImprovementArea
from petajalan.evaluation.services.recommendations.raising import kind_of, raise_recommendation
from petajalan.evaluation.views.doors import VIEW, find_row
from petajalan.planning.models import ActionPlan
from petajalan.planning.services.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def write(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "evaluation.raise_national", agency)
    whole = rules.has_perm("evaluation.raise_recommendation", request.user, agency)
    kinds = [one for one in RecommendationSource if one != RecommendationSource.GUIDANCE]
    form = RaiseForm(
        request.POST if request.method == "POST" else None, agency=agency,
        kinds=kinds if whole else [RecommendationSource.NATIONAL],
        initial={
            "key": uuid4(), "due": clock.today() + USUAL, "year": clock.last_month().year,
            "source_kind": RecommendationSource.NATIONAL, "indicator": request.GET.get("indikator", ""),
        },
    )  # fmt: skip
    return _answer(request, agency, form, {}, {})


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def from_row(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_row(request, agency, key, VIEW)
    return _from(request, agency, found, found.action.plan, found.recommendation)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def from_area(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, VIEW, agency)
    areas = ImprovementArea.objects.visible_to(request.user).filter(agency=agency)
    area: ImprovementArea = get_object_or_404(
        areas.select_related(
            "row__evaluation", "row__action__plan__coordinator", "point__evaluation", "point__plan__coordinator"
        ),
        pk=key,
    )
    part = area.row.action if area.row else area.point
    return _from(request, agency, area, part.plan if part else None, area.suggestion)


def _from(
    request: SignedInRequest, agency: Agency, source: EvaluationRow | ImprovementArea, plan: ActionPlan | None,
    words: str,
) -> HttpResponse:  # fmt: skip
    """What is typed is there already: what the evaluation says, the unit that coordinates the plan, the usual day."""
    kind = kind_of(source)
    if kind is None:
        raise Http404
    if not may_raise(request.user, agency, kind, source):
        raise PermissionDenied(_("Peran Anda di instansi ini tidak mencakup tindakan tersebut."))
    initial = {
        "key": uuid4(), "what": words, "due": clock.today() + USUAL,
        "owner": plan.coordinator_id if plan else None,
    }  # fmt: skip
    form = FromSourceForm(request.POST if request.method == "POST" else None, agency=agency, initial=initial)
    given = {"source": source, "source_kind": kind}
    return _answer(request, agency, form, given, {"source": source})


def _answer(
    request: SignedInRequest, agency: Agency, form: FromSourceForm, given: Mapping[str, object],
    context: Mapping[str, object],
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid():
        values = {**form.cleaned_data, **given}
        try:
            made = raise_recommendation(agency=agency, **values, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            if made is None:
                return redirect("recommendation_list", agency.slug)
            said = _("Rekomendasi %(code)s tersimpan. %(unit)s melihatnya di Tugas saya.")
            messages.success(request, said % {"code": made.code, "unit": made.owner})
            return redirect("recommendation", agency.slug, made.pk)
    return render(
        request, "evaluation/recommendations/form.html", {"form": form, **context}, status=422 if form.errors else 200
    )

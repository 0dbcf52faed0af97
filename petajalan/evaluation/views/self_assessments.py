"""What coordinators say of their own actions in a quarter: who said it, and the page on which a unit does."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency, Unit
from petajalan.accounts.roles import units_of
from petajalan.common import clock
from petajalan.evaluation.choices import DimensionChoice
from petajalan.evaluation.display.self_assessments import own_shown
from petajalan.evaluation.forms.rows import RowForm
from petajalan.evaluation.queries.self_assessments import coordinators_in, may_still_say, own_actions
from petajalan.evaluation.services import self_assessments as services
from petajalan.evaluation.views.doors import VIEW
from petajalan.evaluation.views.judging import judged
from petajalan.planning.models import Action
from petajalan.reporting.duties import is_of
from petajalan.reporting.services.calendar import YEARS


@require_safe
@agency_page
def coordinators(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    """Which coordinators have judged how many of their actions."""
    permit(request.user, VIEW, agency)
    _there(year, quarter)
    context = {
        "year": year, "quarter": quarter, "period": f"{year}-Q{quarter}",
        "rows": coordinators_in(agency, year, quarter), "own": {one.pk for one in _units(request, agency)},
    }  # fmt: skip
    return render(request, "evaluation/self/coordinators.html", context)


@require_safe
@agency_page
def unit(request: SignedInRequest, agency: Agency, year: int, quarter: int, unit: int) -> HttpResponse:
    permit(request.user, VIEW, agency)
    _there(year, quarter)
    return _page(request, _unit(request, agency, unit), year, quarter)


@require_POST
@agency_page
def save(request: SignedInRequest, agency: Agency, year: int, quarter: int, action: int) -> HttpResponse:
    """Answers a page, or to its script what became of the row."""
    permit(request.user, VIEW, agency)
    _there(year, quarter)
    seen = Action.objects.visible_to(request.user).filter(agency=agency, plan__year=year)
    found = get_object_or_404(seen.select_related("plan__coordinator__agency"), pk=action)
    unit = found.plan.coordinator
    return judged(
        request, RowForm(request.POST), partial(services.assess_own_action, action=found, year=year, quarter=quarter),
        choose=_("Pilih “sesuai” atau “tidak sesuai”."), said=_("Penilaian mandiri tersimpan."),
        page=lambda **told: _page(request, unit, year, quarter, action=action, **told),
        back=reverse("self_assessment", args=[agency.slug, year, quarter, unit.pk]),
    )  # fmt: skip


def _page(
    request: SignedInRequest, unit: Unit, year: int, quarter: int, *, said: str = "", status: int = 200,
    form: RowForm | None = None, action: int | None = None,
) -> HttpResponse:  # fmt: skip
    """`form`: what was typed for `action` and not kept, so that nothing of it is lost."""
    own = is_of(request.user, unit)
    is_open = may_still_say(unit, year, quarter, at=clock.now())
    rows = own_actions(unit, year, quarter)
    if not rows:
        raise Http404
    context = {
        "unit": unit, "year": year, "quarter": quarter, "period": f"{year}-Q{quarter}",
        "rows": own_shown(rows, form.data if form is not None else None, action),
        "writes": own and is_open, "open": is_open, "own": own, "said": said, "key": uuid4(),
        "dimensions": DimensionChoice.choices, "whole": sum(one.whole for one in rows),
    }  # fmt: skip
    return render(request, "evaluation/self/unit.html", context, status=status)


def _units(request: SignedInRequest, agency: Agency) -> list[Unit]:
    return list(units_of(request.user, agency))


def _unit(request: SignedInRequest, agency: Agency, key: int) -> Unit:
    found: Unit = get_object_or_404(Unit.objects.visible_to(request.user), agency=agency, pk=key)
    found.agency = agency
    return found


def _there(year: int, quarter: int) -> None:
    if year not in YEARS or quarter not in range(1, 5):
        raise Http404

"""One point of an evaluation of a year: judged in its list or on its own page, with who else may, and where to
improve."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.display.internal import group_code, point_shown, title_of_year
from petajalan.evaluation.duties import may_raise
from petajalan.evaluation.forms.internal import PointForm
from petajalan.evaluation.models import EvaluationPoint
from petajalan.evaluation.queries.dates import dates_of, is_enterable
from petajalan.evaluation.queries.owed import OF_YEAR
from petajalan.evaluation.queries.points import BeforePoint, before_point, bound_to
from petajalan.evaluation.queries.team import unit_keys
from petajalan.evaluation.services import areas
from petajalan.evaluation.services.internal import points as services
from petajalan.evaluation.services.recommendations.raising import kind_of, live_of
from petajalan.evaluation.views.areas import area_form, written
from petajalan.evaluation.views.doors import VIEW, find_point
from petajalan.evaluation.views.judging import judged
from petajalan.planning.views.answers import seen, told
from petajalan.reporting.queries.reports import today_of


@require_safe
@agency_page
def point(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    return _page(request, find_point(request, agency, key, VIEW))


@require_POST
@agency_page
def judge(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """Answers a page, or to its script what became of the point."""
    found = find_point(request, agency, key, "evaluation.judge")
    return judged(
        request, PointForm(request.POST), partial(services.judge_point, point=found),
        choose=_("Pilih salah satu penilaian."), said=_("Penilaian tersimpan."),
        page=lambda **told: _page(request, find_point(request, agency, key, VIEW), **told),
        back=f"{_group_of(agency, found)}#b{key}",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def area(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_point(request, agency, key, "evaluation.judge")
    known = getattr(found, "area", None)
    form = area_form(request, known)
    if written(request, form, partial(areas.write_area_of_point, point=found)):
        return redirect("evaluation_point", agency.slug, key)
    context = {"point": found, "shown": point_shown(found), "form": form, "of_sheet": OF_YEAR[found.evaluation.kind]}
    return render(request, "evaluation/internal/area_form.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def remove_area(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_point(request, agency, key, "evaluation.judge")
    with told(request, _("Area perbaikan dihapus.")):
        areas.remove_area_of_point(point=found, version=seen(request, "version"), by=request.user, at=clock.now())
    return redirect("evaluation_point", agency.slug, key)


def _page(
    request: SignedInRequest, found: EvaluationPoint, *, form: PointForm | None = None, said: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    stands = _stands(request, found)
    # After a conflict, sending it again overwrites on purpose: the form then carries the version there is now.
    context = {
        "shown": point_shown(found, stands.leave) if stands else point_shown(found), "point": found, "stands": stands,
        "may": stands is not None and stands.leave.may, "typed": form.data if form else None, "said": said,
        "key": uuid4(), "evaluation": found.evaluation, "of_sheet": OF_YEAR[found.evaluation.kind],
        "title": title_of_year(found.evaluation.kind, found.evaluation.year),
        "group": _group_of(request.agency, found), **_recommendation(request, found),
    }  # fmt: skip
    return render(request, "evaluation/internal/point.html", context, status=status)


def _recommendation(request: SignedInRequest, found: EvaluationPoint) -> dict[str, object]:
    """What the area became, or whether this person may make a recommendation of it. Nothing before it was sent."""
    area = getattr(found, "area", None)
    if area is None or found.evaluation.first_submitted_at is None:
        return {}
    return {"made": live_of(area), "raises": may_raise(request.user, request.agency, kind_of(area), area)}


def _stands(request: SignedInRequest, found: EvaluationPoint) -> BeforePoint | None:
    """`None` while the evaluation cannot be entered."""
    evaluation, agency, at = found.evaluation, request.agency, clock.now()
    if not evaluation.is_open:
        return None
    if not is_enterable(evaluation, dates_of(evaluation), unit_keys(request.user, agency), at=at):
        return None
    bound = bound_to(agency, [found], evaluation.year)[found.pk]
    return before_point(request.user, agency, bound, day=today_of(agency, at))


def _group_of(agency: Agency, found: EvaluationPoint) -> str:
    name = f"{OF_YEAR[found.evaluation.kind]}_group"
    return reverse(name, args=[agency.slug, found.evaluation.year, group_code(found)])

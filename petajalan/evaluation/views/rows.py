"""One row of an evaluation: judged on the page of all rows or on its own, with who else may, and where to improve."""

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
from petajalan.evaluation.display.recommendations import USUAL
from petajalan.evaluation.display.row import row_page
from petajalan.evaluation.duties import may_raise
from petajalan.evaluation.forms.rows import RowForm
from petajalan.evaluation.models import EvaluationRow
from petajalan.evaluation.services import areas
from petajalan.evaluation.services import judging as services
from petajalan.evaluation.services.recommendations.raising import kind_of
from petajalan.evaluation.views.areas import area_form, written
from petajalan.evaluation.views.doors import VIEW, find_row
from petajalan.evaluation.views.judging import judged
from petajalan.planning.views.answers import seen, told


@require_safe
@agency_page
def row(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    return _page(request, find_row(request, agency, key, VIEW))


@require_POST
@agency_page
def judge(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """Answers a page, or to its script what became of the row."""
    found = find_row(request, agency, key, "evaluation.judge")
    return judged(
        request, RowForm(request.POST), partial(services.judge_row, row=found),
        choose=_("Pilih “sesuai” atau “tidak sesuai”."), said=_("Penilaian tersimpan."),
        page=lambda **told: _page(request, find_row(request, agency, key, VIEW), **told),
        back=f"{reverse('evaluation', args=[agency.slug, found.evaluation_id])}#b{key}",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def area(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_row(request, agency, key, "evaluation.judge")
    known = getattr(found, "area", None)
    form = area_form(request, known)
    if written(request, form, partial(areas.write_area, row=found)):
        return redirect("evaluation_row", agency.slug, key)
    context = {"row": found, "form": form, "area": known}
    return render(request, "evaluation/area_form.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def remove_area(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_row(request, agency, key, "evaluation.judge")
    with told(request, _("Area perbaikan dihapus.")):
        areas.remove_area(row=found, version=seen(request, "version"), by=request.user, at=clock.now())
    return redirect("evaluation_row", agency.slug, key)


def _page(
    request: SignedInRequest, found: EvaluationRow, *, form: RowForm | None = None, said: str = "", status: int = 200
) -> HttpResponse:
    typed = form.data if form else None
    page = row_page(found, request.user, at=clock.now(), typed=typed)
    # After a conflict, sending it again overwrites on purpose: the form then carries the version there is now.
    sent = found.evaluation.first_submitted_at is not None
    context = {
        "page": page, "typed": typed, "said": said, "key": uuid4(), "usual_due": clock.today() + USUAL,
        "raises": sent and may_raise(request.user, found.agency, kind_of(found), found),
    }  # fmt: skip
    return render(request, "evaluation/row.html", context, status=status)

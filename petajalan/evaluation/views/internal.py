"""The evaluation of a year, before it begins (ex-ante) and after it ended: read, begun, refreshed, described, printed.

It is sent, received and returned by the views of any evaluation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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
from petajalan.evaluation.choices import EvaluationStatus
from petajalan.evaluation.display.internal import InternalPage, group_code, internal_page, title_of_year
from petajalan.evaluation.display.sheet import late
from petajalan.evaluation.forms.internal import TextsForm
from petajalan.evaluation.models import Evaluation, EvaluationPoint
from petajalan.evaluation.queries.dates import Dates, dates_of, is_enterable
from petajalan.evaluation.queries.points import bound_to, team_leaves, with_waivers
from petajalan.evaluation.queries.standings import evaluates
from petajalan.evaluation.queries.team import unit_keys
from petajalan.evaluation.services.internal import evaluations as services
from petajalan.evaluation.views.doors import VIEW, find_evaluation, page_of
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told
from petajalan.reporting.services.calendar import YEARS

ROWS = 40  # on a page


@dataclass(frozen=True)
class Opened:
    """An evaluation of a year as one person opens it. `writes`: they may judge in it now."""

    evaluation: Evaluation
    points: list[EvaluationPoint]
    dates: Dates
    at: datetime
    writes: bool

    def page(self) -> InternalPage:
        return internal_page(self.evaluation, self.points, late=late(self.evaluation, self.dates, self.at))

    @property
    def closed(self) -> bool:
        over = self.dates.closed is not None and self.at > self.dates.closed
        return self.evaluation.is_open and over and not self.writes


@require_safe
@agency_page
def sheet(request: SignedInRequest, agency: Agency, year: int, kind: str) -> HttpResponse:
    opened = _open(request, agency, kind, year)
    if opened is None:
        context = {
            "kind": kind, "year": year, "title": title_of_year(kind, year), "may_start": evaluates(request.user, agency)
        }  # fmt: skip
        return render(request, "evaluation/internal/none.html", context)
    found = opened.evaluation
    context = {
        "evaluation": found, "dates": opened.dates, "page": opened.page(), "writes": opened.writes,
        "closed": opened.closed, "key": uuid4(), "print": f"{kind}_print", "of_group": f"{kind}_group",
        "acknowledges": found.status == EvaluationStatus.SUBMITTED
        and rules.has_perm("evaluation.acknowledge", request.user, agency),
    }  # fmt: skip
    return render(request, "evaluation/internal/sheet.html", context)


@require_safe
@agency_page
def group(request: SignedInRequest, agency: Agency, year: int, kind: str, group: str) -> HttpResponse:
    """The points of one plan, or of one part: to be judged by the evaluation team, or read."""
    opened = _open(request, agency, kind, year)
    points = [one for one in opened.points if group_code(one) == group] if opened else []
    if opened is None or not points:
        raise Http404
    chosen = request.GET.get("saring", "")
    kept = [one for one in points if _kept(one, chosen)]
    shown = Paginator(kept, ROWS).get_page(request.GET.get("halaman"))
    leaves = {}
    if opened.writes:
        leaves = team_leaves(request.user, agency, bound_to(agency, list(shown), year))
    whole = internal_page(opened.evaluation, points)
    page = internal_page(opened.evaluation, shown, leaves)
    context = {
        "evaluation": opened.evaluation, "whole": whole.groups[0], "points": page.points, "pages": shown,
        "chosen": chosen, "writes": opened.writes, "of_sheet": kind, "title": page.title, "group": group,
        "tabs": _tabs(points), "judges": rules.has_perm("evaluation.judge", request.user, agency),
    }  # fmt: skip
    return render(request, "evaluation/internal/group.html", context)


@require_safe
@agency_page
def printed(request: SignedInRequest, agency: Agency, year: int, kind: str) -> HttpResponse:
    opened = _open(request, agency, kind, year)
    if opened is None:
        raise Http404
    context = {
        "evaluation": opened.evaluation, "dates": opened.dates, "page": opened.page(), "printed_at": opened.at,
        "of_sheet": kind,
    }  # fmt: skip
    return render(request, "evaluation/internal/print.html", context)


@require_POST
@agency_page
def start(request: SignedInRequest, agency: Agency, year: int, kind: str) -> HttpResponse:
    permit(request.user, "evaluation.write_evaluation", agency)
    with told(request):
        services.start_internal(agency=agency, kind=KINDS[kind], year=year, by=request.user, at=clock.now())
    return redirect(kind, agency.slug, year)


@require_POST
@agency_page
def refresh(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_evaluation(request, agency, key, "evaluation.write_evaluation")
    with told(request, _("Angka diambil lagi dari data. Penilaian Anda tidak berubah.")):
        services.refresh_points(evaluation=found, by=request.user, at=clock.now())
    return redirect(page_of(found))


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def texts(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """What the report of a quarter or a year says before and after its tables."""
    found = find_evaluation(request, agency, key, "evaluation.write_evaluation")
    if found.is_month:
        raise Http404
    initial = {"overview": found.overview, "conclusion": found.conclusion, "version": found.version}
    form = TextsForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_texts(evaluation=found, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Naskah laporan tersimpan."))
            return redirect(page_of(found))
    context = {"form": form, "evaluation": found, "back": page_of(found)}
    return render(request, "evaluation/internal/texts.html", context, status=422 if form.errors else 200)


# How addresses and templates name the two kinds, and what the database calls them.
KINDS = {"ex_ante": "ex_ante", "yearly_evaluation": "year"}


def _open(request: SignedInRequest, agency: Agency, kind: str, year: int) -> Opened | None:
    """`None` while nobody began it. Three queries."""
    permit(request.user, VIEW, agency)
    if year not in YEARS:
        raise Http404
    seen = EvaluationPoint.objects.visible_to(request.user).filter(
        agency=agency, evaluation__kind=KINDS[kind], evaluation__year=year
    )
    points = list(with_waivers(seen))
    if not points:
        return None
    found, at = points[0].evaluation, clock.now()
    found.agency = agency
    for one in points:
        one.evaluation = found
    dates = dates_of(found)
    writes = found.is_open and evaluates(request.user, agency)
    writes = writes and is_enterable(found, dates, unit_keys(request.user, agency), at=at)
    return Opened(found, points, dates, at, writes)


def _kept(point: EvaluationPoint, chosen: str) -> bool:
    return {"belum": not point.judgement, "tidak": point.judgement == "deviates"}.get(chosen, True)


def _tabs(points: list[EvaluationPoint]) -> list[tuple[str, str, int]]:
    labels = (("", _("Semua")), ("belum", _("Belum dinilai")), ("tidak", _("Yang kurang")))
    return [(code, label, sum(_kept(one, code) for one in points)) for code, label in labels]

"""The evaluations of a year, and one of them: read, begun, sent, printed, acknowledged or returned."""

from __future__ import annotations

from uuid import uuid4

import rules
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.display.recommendations import USUAL
from petajalan.evaluation.display.sheet import SECRETARIAT, shown_of, tabs_of
from petajalan.evaluation.forms.rows import AnswerForm
from petajalan.evaluation.queries.dates import dates_of, first_day, is_enterable
from petajalan.evaluation.queries.guidance import guidance_in
from petajalan.evaluation.queries.items import items_of
from petajalan.evaluation.queries.sheet import sheet_of
from petajalan.evaluation.queries.standings import evaluates, left_to_secretariat
from petajalan.evaluation.queries.team import unit_keys
from petajalan.evaluation.queries.year import last_day_of, periods_of
from petajalan.evaluation.services import evaluations as services
from petajalan.evaluation.services.internal import evaluations as internal
from petajalan.evaluation.views.doors import VIEW, find_evaluation, find_rows, page_of
from petajalan.planning.views.answers import told
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.calendar import YEARS

ROWS = 40  # on a page


@require_safe
@agency_page
def this_year(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """The year of the month that ended last, whose evaluation is the next one."""
    permit(request.user, VIEW, agency)
    return redirect("evaluations", agency.slug, clock.last_month().year)


@require_safe
@agency_page
def year(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, VIEW, agency)
    if year not in YEARS:
        raise Http404
    seen = periods_of(agency, year, at=clock.now())
    context = {"year": year, "periods": seen, "may_start": evaluates(request.user, agency)}
    return render(request, "evaluation/year.html", context)


@require_POST
@agency_page
def start(request: SignedInRequest, agency: Agency, year: int, kind: str, number: int) -> HttpResponse:
    permit(request.user, "evaluation.write_evaluation", agency)
    made = None
    with told(request):
        made = services.start_evaluation(
            agency=agency, kind=kind, year=year, number=number, by=request.user, at=clock.now()
        )
    return redirect("evaluation", agency.slug, made.pk) if made else redirect("evaluations_today", agency.slug)


@require_safe
@agency_page
def evaluation(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found, rows = find_rows(request, agency, key)
    at, dates = clock.now(), dates_of(found)
    writes = found.is_open and evaluates(request.user, agency)
    writes = writes and is_enterable(found, dates, unit_keys(request.user, agency), at=at)
    chosen, items, left = request.GET.get("saring", ""), None, None
    stands_in = found.is_open and not writes and rules.has_perm("evaluation.judge", request.user, agency)
    if stands_in and chosen == SECRETARIAT:
        items = items_of(agency, [row.action for row in rows], first_day(found))
        left = left_to_secretariat(agency, items, day=today_of(agency, at))
    sheet = sheet_of(found, rows, dates, at=at, judge=request.user if writes else None, items=items)
    tabs = tabs_of(sheet, chosen, writes=writes, stands_in=stands_in, left=left)
    shown = Paginator(tabs.rows, ROWS).get_page(request.GET.get("halaman"))
    context = {
        "evaluation": found, "dates": dates, "page": shown_of(sheet, dates, at=at), "tabs": tabs, "rows": shown,
        "writes": writes, "closed": found.is_open and dates.closed is not None and at > dates.closed and not writes,
        "acknowledges": found.status == "submitted" and rules.has_perm("evaluation.acknowledge", request.user, agency),
        "key": uuid4(), "left": left, "usual_due": clock.today() + USUAL,
        "raises": found.first_submitted_at is not None
        and rules.has_perm("evaluation.raise_recommendation", request.user, agency),
    }  # fmt: skip
    return render(request, "evaluation/evaluation.html", context)


@require_safe
@agency_page
def printed(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found, rows = find_rows(request, agency, key)
    at, dates = clock.now(), dates_of(found)
    sheet = sheet_of(found, rows, dates, at=at)
    context = {
        "evaluation": found, "dates": dates, "page": shown_of(sheet, dates, at=at), "sheet": sheet,
        "guidance": guidance_in(request.user, found, last_day_of(found)), "printed_at": at,
    }  # fmt: skip
    return render(request, "evaluation/print.html", context)


@require_POST
@agency_page
def take_in(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_evaluation(request, agency, key, "evaluation.write_evaluation")
    with told(request, _("Daftar aksi sama dengan rencana yang disetujui.")):
        services.take_in_actions(evaluation=found, by=request.user, at=clock.now())
    return redirect("evaluation", agency.slug, key)


@require_POST
@agency_page
def submit(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_evaluation(request, agency, key, "evaluation.write_evaluation")
    form = _answer(request)
    send = internal.submit_internal if found.is_of_year else services.submit_evaluation
    with told(request, _("Evaluasi terkirim kepada sekretariat.")):
        send(evaluation=found, by=request.user, at=clock.now(), key=form.cleaned_data.get("key"))
    return redirect(page_of(found))


@require_POST
@agency_page
def acknowledge(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_evaluation(request, agency, key, "evaluation.acknowledge")
    form = _answer(request)
    with told(request, _("Evaluasi diterima dan terkunci.")):
        services.acknowledge_evaluation(
            evaluation=found, version=form.cleaned_data.get("version", -1), by=request.user, at=clock.now(),
            key=form.cleaned_data.get("key"),
        )  # fmt: skip
    return redirect(page_of(found))


@require_POST
@agency_page
def send_back(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_evaluation(request, agency, key, "evaluation.acknowledge")
    form = _answer(request)
    with told(request, _("Evaluasi dikembalikan kepada tim evaluasi.")):
        services.return_evaluation(
            evaluation=found, reason=form.cleaned_data.get("reason", ""), by=request.user, at=clock.now(),
            version=form.cleaned_data.get("version", -1), key=form.cleaned_data.get("key"),
        )  # fmt: skip
    return redirect(page_of(found))


def _answer(request: SignedInRequest) -> AnswerForm:
    """What was typed, as far as it makes sense; the service refuses a version that is none."""
    form = AnswerForm(request.POST)
    form.is_valid()
    return form

"""The objections of a year, one of them, and a new one."""

from __future__ import annotations

import rules
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.display.objections import figure_words, objection_shown
from petajalan.evaluation.forms.objections import ClaimForm
from petajalan.evaluation.queries.worksheet.objections import live_items, objections_of, official_score
from petajalan.evaluation.services.objections.writing import WRITE, write_objection
from petajalan.evaluation.views.objections.doors import find_objection, objection_page
from petajalan.evaluation.views.worksheet.doors import find_item, find_worksheet
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of


@require_safe
@agency_page
def listed(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    found = find_worksheet(request, agency, year)
    items = {one.code: one for one in found.instrument.items()}
    today = today_of(agency, clock.now())
    rows = [objection_shown(one, items.get(one.item), today) for one in objections_of(request.user, agency, year)]
    context = {
        "worksheet": found, "year": year, "rows": rows, "late": sum(1 for row in rows if row.late),
        "waiting": sum(1 for row in rows if row.one.is_unsent), "writes": rules.has_perm(WRITE, request.user, agency),
    }  # fmt: skip
    return render(request, "evaluation/objections/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def write(request: SignedInRequest, agency: Agency, year: int, code: str) -> HttpResponse:
    found = find_worksheet(request, agency, year, WRITE)
    item, official = find_item(found, code), official_score(found, code)
    if official is None:
        raise Http404
    known = live_items(found).get(code)
    if known is not None and request.method != "POST":
        return redirect("objection", agency.slug, year, known)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ClaimForm(item, *posted, agency=agency)
    if posted and form.is_valid():
        try:
            made = write_objection(
                worksheet=found, code=code, claim=form.claim, by=request.user, at=clock.now(),
                key=form.cleaned_data["key"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Rancangan sanggahan tersimpan. Lengkapi buktinya, lalu ajukan."))
            return redirect("objection", agency.slug, year, made.pk)
    context = {
        "form": form, "item": item, "worksheet": found, "year": year,
        "official": figure_words(official.raw, official.level) or _("di luar lokus"), "source": official.source,
    }  # fmt: skip
    return render(request, "evaluation/objections/write.html", context, status=422 if form.errors else 200)


@require_safe
@agency_page
def objection(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    return objection_page(request, find_objection(request, agency, year, key))

"""Achievements of a quarter, what each rests on, and who reported in time."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.punctuality import heads_of, legend_of, rows_of
from petajalan.reporting.display.quarter import KINDS, WORDS, groups_of, lead_of, punctuality_lead, tabs_of
from petajalan.reporting.display.totals import steps, view_of
from petajalan.reporting.queries.achievement import achieved
from petajalan.reporting.queries.achievement_page import lines_behind, measurements_behind, sums_of
from petajalan.reporting.queries.measurement_page import usual_quarter
from petajalan.reporting.queries.punctuality import punctuality
from petajalan.reporting.services.calendar import YEARS


@require_safe
@agency_page
def achievement_now(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    return redirect("achievement", agency.slug, *usual_quarter(agency, at=clock.now()))


@require_safe
@agency_page
def achievement(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    _known(year, quarter)
    found = achieved(agency, year, quarter)
    word = request.GET.get("tampil", "")
    kind = KINDS.get(word, SubjectKind.INDICATOR)
    context = {
        "year": year, "quarter": quarter, "quarters": range(1, 5),
        "groups": groups_of(found, kind), "tabs": tabs_of(found, KINDS), "chosen": WORDS[kind], "kind": kind,
        "lead": lead_of(sums_of(found), year, quarter), "empty": not found.of,
        "group_cap": found.group_cap, "simulated": any(one.row.simulated for one in found.of.values()),
    }  # fmt: skip
    return render(request, "reporting/achievement.html", context)


@require_safe
@agency_page
def achievement_of(
    request: SignedInRequest, agency: Agency, year: int, quarter: int, kind: str, key: str
) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    _known(year, quarter)
    found = achieved(agency, year, quarter)
    one = found.get(KINDS[kind], key) if kind in KINDS else None
    if one is None:
        raise Http404
    own = (one.subject.kind, one.subject.key)
    view = view_of(one)
    context = {
        "year": year, "quarter": quarter, "quarters": range(1, 5), "view": view, "kind": kind, "steps": steps(one),
        "indicators": [view_of(below) for below in found.below(SubjectKind.INDICATOR, own)],
        "actions": [view_of(below) for below in found.below(SubjectKind.ACTION, own)],
        "under": [view_of(found.of[of]) for of in one.subject.under if of in found.of],
        "lines": lines_behind(one) if one.subject.kind == SubjectKind.ACTION else (),
        "measurements": measurements_behind(one) if one.subject.kind == SubjectKind.INDICATOR else (),
    }  # fmt: skip
    return render(request, "reporting/achievement_of.html", context)


@require_safe
@agency_page
def punctuality_now(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    return redirect("punctuality", agency.slug, clock.last_month().year)


@require_safe
@agency_page
def punctuality_page(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    _known(year, 1)
    found = punctuality(agency, year, at=clock.now())
    context = {
        "year": year, "page": found, "lead": punctuality_lead(found), "heads": heads_of(found),
        "rows": rows_of(found), "legend": legend_of(found),
    }  # fmt: skip
    return render(request, "reporting/punctuality.html", context)


def _known(year: int, quarter: int) -> None:
    if year not in YEARS or not 1 <= quarter <= 4:
        raise Http404

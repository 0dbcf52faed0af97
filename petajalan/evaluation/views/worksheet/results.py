"""What came of the years: our estimate against the official figures of one, and all years beside each other."""

from __future__ import annotations

import rules
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.evaluation.choices import Party
from petajalan.evaluation.display.worksheet.differences import (
    ESTIMATES,
    DifferencesPage,
    differences_page,
    nearest_estimate,
)
from petajalan.evaluation.display.worksheet.history import history_page
from petajalan.evaluation.display.worksheet.national import checks_shown
from petajalan.evaluation.display.worksheet.words import PARTIES, SHORT, SLUGS
from petajalan.evaluation.queries.worksheet.history import history_of
from petajalan.evaluation.queries.worksheet.index import sheet_of
from petajalan.evaluation.queries.worksheet.objections import live_items
from petajalan.evaluation.queries.worksheet.official import official_index
from petajalan.evaluation.queries.worksheet.printed import checks_of, contradictions, result_of
from petajalan.evaluation.views.doors import VIEW
from petajalan.evaluation.views.worksheet.doors import find_worksheet


def asked_differences(request: SignedInRequest, agency: Agency, year: int) -> DifferencesPage:
    """By the estimate that the address names, else by the nearest."""
    sheet = sheet_of(find_worksheet(request, agency, year))
    party = PARTIES.get(request.GET.get("dari", ""))
    return differences_page(sheet, party if party in ESTIMATES else nearest_estimate(sheet))


@require_safe
@agency_page
def worksheet_differences(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    page = asked_differences(request, agency, year)
    worksheet = page.sheet.worksheet
    result = result_of(worksheet)
    checks = contradictions(checks_of(page.sheet, result, official_index(agency, year))) if result else []
    objected = live_items(worksheet)
    scored = {code for code, party in page.sheet.scores if party == Party.NATIONAL}
    context = {
        "page": page, "worksheet": worksheet, "year": year, "checks": checks_shown(checks),
        "tabs": [(SLUGS[one], SHORT[one], one is page.party) for one in ESTIMATES],
        "slug": SLUGS[page.party], "begun": page.sheet.begun(Party.NATIONAL),
        "rows": [
            (line, objected.get(line.code), line.code in scored)
            for line in page.lines
        ],
        "objects": rules.has_perm("evaluation.write_objection", request.user, agency),
        "scores": rules.has_perm("evaluation.score_national", request.user, agency),
    }  # fmt: skip
    return render(request, "evaluation/worksheet_differences.html", context)


@require_safe
@agency_page
def worksheet_history(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    page = history_page(history_of(agency))
    return render(request, "evaluation/worksheet_history.html", {"page": page})

"""The dashboard of a quarter, for the whole agency or for one's own units; its sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.dashboard.display.budget import budget_of
from petajalan.dashboard.display.months import months_of
from petajalan.dashboard.display.quarters import quarters_of
from petajalan.dashboard.display.themes import themes_of
from petajalan.dashboard.queries.red import Red, reds
from petajalan.dashboard.queries.scope import Scope, scope_of
from petajalan.dashboard.queries.year import year_of
from petajalan.reporting.display.quarter import WORDS, lead_of
from petajalan.reporting.display.totals import view_of
from petajalan.reporting.queries.achievement_page import sums_of
from petajalan.reporting.queries.measurement_page import usual_quarter
from petajalan.reporting.queries.punctuality import punctuality
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.words import period_words

SHOWN = 8  # red rows before the rest is folded away
ON_PAPER = 5  # as many as leave room for the rest on one sheet
CAUSES = 3
UNITS = 5  # named with a cause


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. What it does not say, or says wrongly, is the quarter that people measure now."""

    year: int
    quarter: int
    scope: Scope

    def query(self, **other: object) -> str:
        return urlencode({"tahun": self.year, "triwulan": self.quarter, "lingkup": self.scope.word, **other})


@require_safe
@agency_page
def dashboard(request: SignedInRequest, agency: Agency) -> HttpResponse:
    return render(request, "dashboard/dashboard.html", _context(request, agency, SHOWN))


@require_safe
@agency_page
def paper(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """The same figures for a meeting, on paper."""
    return render(request, "dashboard/paper.html", _context(request, agency, ON_PAPER))


@require_safe
@agency_page
def punctuality_part(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """Asked by the dashboard once it stands, so that it stands quickly; a page of its own where scripts are off."""
    asked = _asked(request, agency)
    found = punctuality(agency, asked.year, at=clock.now())
    context = {
        "asked": asked, "query": asked.query(), "name": period_words(f"{asked.year}-Q{asked.quarter}"),
        "months": months_of(found, asked.scope.units, asked.quarter), "on_paper": "kertas" in request.GET,
    }  # fmt: skip
    part = "dashboard/punctuality.html" if request.headers.get("HX-Request") else "dashboard/punctuality_page.html"
    return render(request, part, context)


def _context(request: SignedInRequest, agency: Agency, most: int) -> dict[str, Any]:
    asked = _asked(request, agency)
    year = year_of(agency, asked.year, asked.quarter, asked.scope.units)
    chosen = year[asked.quarter]
    found = reds(chosen)
    red = [
        {
            "view": view_of(one.one),
            "kind": WORDS[one.one.subject.kind],
            "red": one,
            "causes": _causes(one),
            "more": len(one.causes) - CAUSES,
        }
        for one in found
    ]
    return {
        "asked": asked, "query": asked.query(), "name": period_words(f"{asked.year}-Q{asked.quarter}"),
        "lead": lead_of(sums_of(chosen), asked.year, asked.quarter), "empty": not chosen.of,
        "judged": any(one.is_judged for one in chosen.of.values()),
        "reds": red[:most], "other_reds": red[most:],
        "quarters": quarters_of(year, asked.quarter), "themes": themes_of(chosen),
        "budget": budget_of(year, asked.quarter),
        "simulated": any(one.row.simulated for one in chosen.of.values()),
        "choices": [
            {"quarter": one, "query": asked.query(triwulan=one)} for one in year
        ],
        "earlier": asked.query(tahun=asked.year - 1), "later": asked.query(tahun=asked.year + 1),
        "whole": asked.query(lingkup="instansi"), "own": asked.query(lingkup="unit"), "today": clock.today(),
    }  # fmt: skip


def _causes(red: Red) -> list[dict[str, Any]]:
    return [{"cause": one, "lines": one.lines[:UNITS], "more": len(one.lines) - UNITS} for one in red.causes[:CAUSES]]


def _asked(request: SignedInRequest, agency: Agency) -> Asked:
    permit(request.user, "reporting.view_reports", agency)
    year, quarter = usual_quarter(agency, at=clock.now())
    given = {name: request.GET.get(name, "") for name in ("tahun", "triwulan")}
    if given["tahun"].isdecimal() and len(given["tahun"]) == 4 and int(given["tahun"]) in YEARS:
        year = int(given["tahun"])
    if given["triwulan"] in {"1", "2", "3", "4"}:
        quarter = int(given["triwulan"])
    return Asked(year, quarter, scope_of(request.user, agency, request.GET.get("lingkup", "")))

"""The board of a year, the list, one recommendation, and the list on paper."""

from __future__ import annotations

import rules
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.choices import RecommendationSource
from petajalan.evaluation.display.recommendations import board as columns_of
from petajalan.evaluation.display.recommendations import shown, tabs_of
from petajalan.evaluation.forms.recommendations import FilterForm
from petajalan.evaluation.queries import recommendations as queries
from petajalan.evaluation.queries.recommended_indicators import indicators_in
from petajalan.evaluation.views.doors import VIEW
from petajalan.evaluation.views.recommendations.doors import recommendation_page
from petajalan.reporting.services.calendar import YEARS

ROWS = 40  # on a page


@require_safe
@agency_page
def board(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    today = clock.today()
    chosen = request.GET.get("tahun", "")
    year = int(chosen) if chosen.isdecimal() and len(chosen) == 4 and int(chosen) in YEARS else today.year
    rows = queries.recommendations_of(request.user, agency)
    columns = columns_of(queries.board_of(rows, year), agency, today=today, year=year)
    context = {
        "year": year, "columns": columns, "total": sum(column.count for column in columns),
        "late": sum(column.late for column in columns),
        "may_raise": _raises(request, agency),
    }  # fmt: skip
    return render(request, "evaluation/recommendations/board.html", context)


@require_safe
@agency_page
def listed(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    today, wanted = clock.today(), FilterForm(request.GET).wanted
    rows = queries.recommendations_of(request.user, agency)
    found = queries.chosen(rows, wanted, today=today)
    page = Paginator(found, ROWS).get_page(request.GET.get("halaman"))
    context = {
        "page": page, "rows": [shown(one, agency, today=today, year=today.year) for one in page], "wanted": wanted,
        "tabs": tabs_of(queries.counts(rows, wanted, today=today), wanted.state),
        "indicators": indicators_in(rows, agency), "units": queries.owners_in(rows),
        "years": queries.years_in(rows), "sources": RecommendationSource.choices,
        "query": request.GET.urlencode(), "may_raise": _raises(request, agency),
    }  # fmt: skip
    return render(request, "evaluation/recommendations/list.html", context)


@require_safe
@agency_page
def recommendation(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    return recommendation_page(request, agency, key)


@require_safe
@agency_page
def printed(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """The rows that the same filters list, all of them."""
    permit(request.user, VIEW, agency)
    today, wanted = clock.today(), FilterForm(request.GET).wanted
    found = queries.chosen(queries.recommendations_of(request.user, agency), wanted, today=today)
    context = {
        "rows": [shown(one, agency, today=today) for one in found], "printed_at": clock.now(),
        "query": request.GET.urlencode(), "partly": wanted != queries.Wanted("semua", order=wanted.order),
    }  # fmt: skip
    return render(request, "evaluation/recommendations/print.html", context)


def _raises(request: SignedInRequest, agency: Agency) -> bool:
    return bool(rules.has_perm("evaluation.raise_national", request.user, agency))

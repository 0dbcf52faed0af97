from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.accounts.queries.trail import in_words
from petajalan.planning.display.history import kinds
from petajalan.planning.forms.indicators import HistoryFilterForm
from petajalan.planning.queries.history import of_plan, people_of_plan
from petajalan.planning.views.plan import Plan, plan_page

A_PAGE = 50


@require_safe
@plan_page
def history(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """The versions of the plan, and who changed what in it, when and why."""
    form = HistoryFilterForm(request.GET, versions=plan.versions)
    chosen = form.chosen
    query = request.GET.copy()
    query.pop("halaman", None)
    page = Paginator(of_plan(request.agency, **chosen), A_PAGE).get_page(request.GET.get("halaman"))
    context = {
        "plan": plan,
        "form": form,
        "chosen": chosen,
        "page": page,
        "rows": [in_words(entry) for entry in page],
        "kinds": kinds(),
        "query": query.urlencode(),
        "people": people_of_plan(request.agency),
    }
    return render(request, "planning/history.html", context)

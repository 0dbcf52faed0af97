from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.planning.display import findings, words
from petajalan.planning.display.outline import Outline
from petajalan.planning.display.paper import papers
from petajalan.planning.forms import FindingFilterForm
from petajalan.planning.models import Regulation
from petajalan.planning.readings import RegulationRead
from petajalan.planning.views.doors import read_regulation_page
from petajalan.regulation.findings.model import Severity

A_PAGE = 150
BESIDE = 75  # findings listed beside one, before it and after it
PLACES = 6  # of one finding, before the rest is folded away


@require_safe
@read_regulation_page
def finding_list(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    every = findings.entries(read)
    chosen = FindingFilterForm(request.GET).chosen
    listed = [entry for entry in every if chosen.matches(entry)]
    by_kind = request.GET.get("kelompok") == "jenis"
    groups = findings.by_kind(listed) if by_kind else findings.by_spot(listed)
    ordered = [entry for group in groups for entry in group.entries]
    page = Paginator(ordered, A_PAGE).get_page(request.GET.get("halaman"))
    context = {
        "tab": "findings",
        "regulation": regulation,
        "chosen": chosen,
        "by_kind": by_kind,
        "groups": _on_page(groups, {entry.number for entry in page}),
        "page": page,
        "shown": len(listed),
        "total": len(every),
        "tabs": _tabs(request.GET, every, chosen),
        "kinds": findings.kinds_present(every),
        "spots": findings.spots_present(every),
        "query": _query(request.GET),
        "grouping_query": _query(request.GET, "kelompok"),
    }
    return render(request, "planning/findings.html", context)


@require_safe
@read_regulation_page
def finding(request: SignedInRequest, regulation: Regulation, read: RegulationRead, number: int) -> HttpResponse:
    """One finding beside the others of the same list, so that one can go through them."""
    outline = Outline(read.data)
    every = findings.entries(read)
    if not 1 <= number <= len(every):
        raise Http404
    entry = every[number - 1]
    chosen = FindingFilterForm(request.GET).chosen
    listed = [one for one in every if chosen.matches(one)]
    if entry not in listed:
        listed = list(every)
    by_kind = request.GET.get("kelompok") == "jenis"
    groups = findings.by_kind(listed) if by_kind else findings.by_spot(listed)
    ordered = [one for group in groups for one in group.entries]
    at = ordered.index(entry)
    context = {
        "regulation": regulation,
        "entry": entry,
        "papers": papers(outline, entry.finding.places),
        "places": [(words.place(place), place.printed) for place in entry.finding.places],
        "more_places": len(entry.finding.places) - PLACES,
        "groups": _on_page(groups, {one.number for one in ordered[max(0, at - BESIDE) : at + BESIDE]}),
        "at": at + 1,
        "count": len(ordered),
        "previous": ordered[at - 1] if at else None,
        "next": ordered[at + 1] if at + 1 < len(ordered) else None,
        "query": _query(request.GET),
    }
    return render(request, "planning/finding.html", context)


def _on_page(groups: list[findings.Group], numbers: set[int]) -> list[findings.Group]:
    kept = [
        findings.Group(group.title, [entry for entry in group.entries if entry.number in numbers], group.table)
        for group in groups
    ]
    return [group for group in kept if group.entries]


def _tabs(given: QueryDict, every: Sequence[findings.Entry], chosen: findings.Filter) -> list[dict[str, object]]:
    """The severities with their counts under the rest of the filter."""
    others = findings.Filter(code=chosen.code, spot=chosen.spot, text=chosen.text)
    rest = [entry for entry in every if others.matches(entry)]
    query = _query(given, "tingkat")
    tabs: list[dict[str, object]] = [{"value": "", "count": len(rest), "query": query}]
    for severity in Severity:
        count = sum(1 for entry in rest if entry.finding.severity is severity)
        narrowed = "&".join(filter(None, [query, f"tingkat={severity.value}"]))
        tabs.append({"value": severity.value, "count": count, "query": narrowed})
    return tabs


def _query(given: QueryDict, without: str = "") -> str:
    """The filter as the end of an address, the page left out."""
    kept = given.copy()
    for name in ("halaman", without):
        kept.pop(name, None)
    for name in [name for name, value in kept.items() if not value]:
        kept.pop(name)
    return kept.urlencode()

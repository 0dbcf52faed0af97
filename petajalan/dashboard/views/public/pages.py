"""What citizens read: an agency's road map in plain words, one indicator, one theme."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.queries.public import public_agencies
from petajalan.common import clock
from petajalan.dashboard.display.public.chart import way_chart, way_words
from petajalan.dashboard.display.public.index import index_view
from petajalan.dashboard.display.public.indicators import line_of, quality_notes
from petajalan.dashboard.display.public.lists import aims_in, lead, theme_cards
from petajalan.dashboard.display.public.years import rows_of_years
from petajalan.dashboard.queries.public.actuals import achieved_of
from petajalan.dashboard.queries.public.documents import documents_of
from petajalan.dashboard.queries.public.index import public_index
from petajalan.dashboard.queries.public.plan import aims_of, themes_in
from petajalan.dashboard.queries.public.published import Published, published
from petajalan.dashboard.views.public.doors import Visit, kept, language_of, page, public_page
from petajalan.planning.display.themes import chart as series_chart
from petajalan.planning.queries.themes import series_of
from petajalan.reporting.display.totals import steps
from petajalan.reporting.queries.achievement import bands_of


@login_not_required
@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """Agencies that show something. Search engines are let to an agency's own page where it says so, never to this."""
    language = language_of(request)
    with translation.override(language):
        context = {"agencies": list(public_agencies()), "language": language}
        context |= {"query": "" if language == "id" else f"?bahasa={language}", "path": request.path}
        response = page(request, "agencies", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return kept(request, response, language, None)


@public_page
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    return page(request, "overview", overview_of(visit, clock.now()))


def overview_of(visit: Visit, at: datetime) -> dict[str, Any]:
    """As the page shows it, also in the preview of an item."""
    found, year = published(visit.shown, at), clock.today().year
    target_year = found.year_of(year)
    scale = bands_of(visit.agency) if found.actuals else None
    lines = [line_of(one, target_year, found.of(one), scale) for one in found.entries]
    entry = None
    if visit.shown.has(PublicItem.INDEX):
        entry = public_index(visit.agency, year=year, enacted=found.road_map is not None)
    aims = aims_of(found.road_map) if found.road_map and visit.shown.has(PublicItem.ROAD_MAP) else []
    themes = themes_in(found.road_map) if found.road_map and visit.shown.has(PublicItem.THEMES) else []
    documents = documents_of(found.road_map) if found.road_map and visit.shown.has(PublicItem.DOCUMENTS) else []
    return {
        "visit": visit, "road_map": found.road_map, "documents": documents, "target_year": target_year,
        "lead": lead(found, aims, themes, lines), "aims": aims_in(aims, lines), "lines": lines,
        "themes": theme_cards(themes, lines), "index": index_view(entry) if entry else None,
        "simulated": any(one.simulated for one in lines), "provisional": any(one.provisional for one in lines),
    }  # fmt: skip


@public_page
def indicator(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    found = _with(visit, PublicItem.INDICATORS)
    entry = found.register.entry(key) if found.register else None
    if entry is None:
        raise Http404
    actuals = found.of(entry)
    last = actuals[-1] if actuals else None
    achieved = achieved_of(visit.agency, entry.indicator, clock.now()) if actuals else []
    scale = bands_of(visit.agency) if actuals else None
    year = found.year_of(clock.today().year)
    parts = achieved[-1].row.trace.get("parts", []) if achieved else []
    sources = list(dict.fromkeys(one["source"] for one in parts if one["source"]))
    context = {
        "visit": visit, "road_map": found.road_map, "entry": entry, "line": line_of(entry, year, actuals, scale),
        "target_year": year, "chart": way_chart(entry, found.years, actuals),
        "sentence": way_words(entry, found.years, last), "rows": rows_of_years(entry, found.years, actuals),
        "steps": steps(achieved[-1]) if achieved else [], "sources": sources,
        "notes": quality_notes(entry, last, entry.indicator.source or " ".join(sources)),
    }  # fmt: skip
    return page(request, "indicator", context)


@public_page
def theme(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    found = _with(visit, PublicItem.THEMES)
    assert found.road_map is not None  # asked before
    one = next((one for one in themes_in(found.road_map) if one.key == key), None)
    if one is None:
        raise Http404
    scale = bands_of(visit.agency) if found.actuals else None
    year = found.year_of(clock.today().year)
    entries = [entry for entry in found.entries if one in entry.owners]
    context = {
        "visit": visit, "road_map": found.road_map, "theme": one, "target_year": year,
        "series": [{"one": row, "chart": series_chart(row)} for row in series_of(one)],
        "indicators": [
            {
                "line": line_of(entry, year, found.of(entry), scale),
                "chart": way_chart(entry, found.years, found.of(entry)),
                "rows": rows_of_years(entry, found.years, found.of(entry)),
            }
            for entry in entries
        ],
    }  # fmt: skip
    return page(request, "theme", context)


def _with(visit: Visit, item: str) -> Published:
    found = published(visit.shown, clock.now())
    if not found.has(item):
        raise Http404
    return found

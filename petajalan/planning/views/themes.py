from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning.display import themes as display
from petajalan.planning.models import DataPoint, DataSeries, Theme
from petajalan.planning.queries.themes import Series, theme_page, themes_of
from petajalan.planning.series_file import TEMPLATE, Mistake, SeriesRead, read_series, read_text
from petajalan.planning.services import series as services
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import row_of, seen, sentence_of, told
from petajalan.planning.views.plan import Plan, plan_page
from petajalan.regulation.document import UnusableFile


@require_safe
@plan_page
def theme_list(request: SignedInRequest, plan: Plan) -> HttpResponse:
    context = {"plan": plan, "themes": themes_of(plan.road_map)}
    return render(request, "planning/themes.html", context)


@require_safe
@plan_page
def theme(request: SignedInRequest, plan: Plan, key: UUID) -> HttpResponse:
    found = get_object_or_404(Theme, agency=plan.road_map.agency, road_map=plan.road_map, key=key)
    page = theme_page(found)
    context = {
        "plan": plan,
        "page": page,
        "existing": display.told(found.existing),
        "wanted": display.told(found.wanted),
        "gap": display.told(found.gap),
        "series": [(one, display.chart(one)) for one in page.series],
        "loose": [one for one in page.programmes if one.cause_id is None],
    }
    return render(request, "planning/theme.html", context)


@require_safe
@plan_page
def series(request: SignedInRequest, plan: Plan, key: int) -> HttpResponse:
    return _series(request, plan, _found(plan, key))


@require_safe
@plan_page
def series_template(request: SignedInRequest, plan: Plan) -> HttpResponse:
    answer = HttpResponse("\ufeff" + TEMPLATE, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="contoh-seri.csv"'
    return answer


@require_POST
@plan_page
def series_import(request: SignedInRequest, plan: Plan, key: int) -> HttpResponse:
    """Figures from a file or a pasted area: all of them, or none and what is wrong in which cell."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    row = _found(plan, key)
    read = _read(request)
    if read.mistakes:
        return _series(request, plan, row, mistakes=read.mistakes, pasted=request.POST.get("tempel", ""))
    try:
        new, changed = services.set_points(series=row, points=read.points, by=request.user, at=clock.now())
    except Refused as refusal:
        return _series(request, plan, row, mistakes=(Mistake("", sentence_of(refusal)),))
    words = _("%(new)d angka baru, %(changed)d angka berubah.")
    messages.success(request, words % {"new": new, "changed": changed})
    return redirect(_address(plan, row))


@require_POST
@plan_page
def point_remove(request: SignedInRequest, plan: Plan, key: int) -> HttpResponse:
    permit(request.user, "planning.edit_plan", plan.road_map)
    point = row_of(DataPoint.objects.select_related("series"), plan, key)
    with told(request, _("Angka %(period)s dihapus.") % {"period": point.period}):
        services.remove_point(point=point, seen=seen(request), by=request.user, at=clock.now())
    return redirect(_address(plan, point.series))


def _read(request: SignedInRequest) -> SeriesRead:
    file = request.FILES.get("berkas")
    pasted = request.POST.get("tempel", "").strip()
    if file is None and not pasted:
        return SeriesRead((), (Mistake("", _("Pilih berkas, atau tempel kolom dari Excel.")),))
    if file is None:
        return read_text(pasted)
    if (file.size or 0) > settings.UPLOAD_MAX_BYTES:
        return SeriesRead((), (Mistake("", _("Berkas ini terlalu besar. Unggah hanya angkanya.")),))
    try:
        return read_series(file.read(), file.name or "")
    except UnusableFile as refusal:
        english = (get_language() or "").startswith("en")
        return SeriesRead((), (Mistake("", refusal.message_en if english else refusal.message_id),))


def _found(plan: Plan, key: int) -> DataSeries:
    return row_of(DataSeries.objects.select_related("theme"), plan, key)


def _address(plan: Plan, row: DataSeries) -> str:
    return reverse("theme_series", args=[plan.road_map.agency.slug, row.pk]) + plan.query


def _series(
    request: SignedInRequest, plan: Plan, row: DataSeries, *, mistakes: tuple[Mistake, ...] = (), pasted: str = ""
) -> HttpResponse:
    points = tuple(DataPoint.objects.filter(agency=row.agency_id, series=row).order_by("period"))
    found = Series(row, points)
    context = {
        "plan": plan, "one": found, "chart": display.chart(found), "mistakes": mistakes, "pasted": pasted,
        "theme": row.theme,
    }  # fmt: skip
    return render(request, "planning/theme_series.html", context, status=422 if mistakes else 200)

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning import services
from petajalan.planning.display import document, findings
from petajalan.planning.display.outline import Outline
from petajalan.planning.models import Regulation
from petajalan.planning.rules import may_upload
from petajalan.planning.views.doors import find_regulation, read_of

A_PAGE = 25


@require_safe
@agency_page
def regulation_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "planning.view_regulation", agency)
    listed = (
        Regulation.objects.visible_to(request.user)
        .filter(agency=agency)
        .select_related("reading", "road_map", "uploaded_by")
        .defer("reading__data", "reading__findings")
    )
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("halaman"))
    context = {"page": page, "may_upload": may_upload(request.user, agency)}
    return render(request, "planning/regulation_list.html", context)


@require_safe
@agency_page
def regulation(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """The document as data; before it is read, how far the reading is; after a failure, what to do."""
    found = find_regulation(request, agency, key, whole=True)
    context = {
        "tab": "document",
        "regulation": found,
        "may_upload": may_upload(request.user, agency),
        "stuck": found.is_underway and clock.now() - found.status_at > services.STALE,
    }
    if not found.is_read:
        return render(request, "planning/regulation_underway.html", context)
    read = read_of(found)
    if read is None:
        return render(request, "planning/regulation_underway.html", context | {"outdated": True})
    outline = Outline(read.data)
    entries = findings.entries(read)
    context["page"] = document.document_page(outline, entries)
    context["no_road_map"] = read.data.road_map.is_empty
    context["other_agency"] = document.other_agency(read.data, agency.name)
    return render(request, "planning/regulation.html", context)


@require_POST
@agency_page
def adopt(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_regulation(request, agency, key, whole=True)
    permit(request.user, "planning.upload_regulation", agency)
    read = read_of(found)
    if read is None:
        messages.error(request, _("Peraturan ini belum terbaca, jadi belum dapat menjadi road map. Baca dahulu."))
        return redirect("regulation", agency.slug, key)
    if read.data.road_map.is_empty:
        messages.error(request, _("Berkas ini tidak memuat tabel road map, jadi tidak dapat menjadi road map."))
        return redirect("regulation", agency.slug, key)
    road_map = services.adopt_regulation(regulation=found, by=request.user, at=clock.now())
    text = _("Peraturan ini sekarang menjadi road map yang berlaku (versi %(version)d).")
    messages.success(request, text % {"version": road_map.version})
    return redirect("regulation", agency.slug, key)

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.planning import services
from petajalan.planning.forms import ACCEPTED, UploadForm
from petajalan.planning.models import Regulation
from petajalan.planning.views.doors import find_regulation


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def upload(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "planning.upload_regulation", agency)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            return _stored(request, agency, form)
    context = {
        "form": form,
        "limit_bytes": settings.UPLOAD_MAX_BYTES,
        "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
        "accepted": ", ".join(ending.removeprefix(".").upper() for ending in ACCEPTED),
    }
    return render(request, "planning/upload.html", context, status=422 if form.errors else 200)


def _stored(request: SignedInRequest, agency: Agency, form: UploadForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    known = Regulation.objects.filter(agency=agency).count()
    regulation = services.upload_regulation(
        agency=agency, content=file.read(), filename=file.name, by=request.user, at=timezone.now()
    )
    if Regulation.objects.filter(agency=agency).count() == known:
        messages.info(request, _("Berkas ini sudah pernah diunggah. Ini hasilnya; tidak ada yang digandakan."))
    address = reverse("regulation", args=[agency.slug, regulation.pk])
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


@require_safe
@agency_page
def progress(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """The part of the page that htmx asks for again; when the reading is over the whole page is loaded anew."""
    regulation = find_regulation(request, agency, key)
    address = reverse("regulation", args=[agency.slug, key])
    if not request.headers.get("HX-Request"):
        return redirect(address)
    if not regulation.is_underway:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    context = {"regulation": regulation, "stuck": timezone.now() - regulation.status_at > services.STALE}
    return render(request, "planning/progress.html", context)


@require_POST
@agency_page
def read_again(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    regulation = find_regulation(request, agency, key)
    permit(request.user, "planning.upload_regulation", agency)
    if not services.read_again(regulation=regulation, by=request.user, at=timezone.now()):
        messages.info(request, _("Berkas ini sedang dibaca. Tunggu sampai selesai."))
    return redirect("regulation", agency.slug, key)

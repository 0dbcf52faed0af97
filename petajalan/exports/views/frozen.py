"""Frozen documents: freezing, one of them against the data of now, its files, and a file against all of them."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.exports.display.documents import compared, filename_of, formats_of, kind_words, row_of
from petajalan.exports.forms.documents import AnotherFormatForm, CheckForm, FreezeForm, asked_again
from petajalan.exports.models import FrozenDocument, FrozenFile
from petajalan.exports.queries.documents import frozen_for, frozen_with, made_for
from petajalan.exports.rules import may_freeze
from petajalan.exports.services.freezing import freeze_document
from petajalan.exports.services.making import request_format
from petajalan.exports.views.documents import MAKE, as_download, find_made
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def freeze(request: SignedInRequest, agency: Agency, key: UUID) -> HttpResponse:
    permit(request.user, "exports.freeze_document", agency)
    made = find_made(request, agency, key)
    if made.frozen is not None:
        return redirect("frozen_document", agency.slug, made.frozen.key)
    form = FreezeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            frozen = freeze_document(
                document=made, number=form.cleaned_data["number"], dated=form.day, by=request.user, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Dokumen dibekukan. Berkasnya ditulis ulang dengan nomor dan tanggal."))
            return redirect("frozen_document", agency.slug, frozen.key)
    last = frozen_for(request.user, agency).filter(kind=made.kind, about=made.about).order_by("-version").first()
    context = {
        "form": form, "row": row_of(made, request.user, at=clock.now()), "last": last,
        "may": may_freeze(request.user, made),
    }  # fmt: skip
    return render(request, "exports/document_freeze.html", context, status=422 if form.errors else 200)


@require_safe
@agency_page
def frozen_document(request: SignedInRequest, agency: Agency, key: UUID) -> HttpResponse:
    """What it is and what to check it by."""
    found = find_frozen(request, agency, key)
    files = list(FrozenFile.objects.filter(agency=agency, document=found).defer("content"))
    made = list(made_for(request.user, agency).filter(frozen=found))
    for one in made:
        one.agency = agency
    context = {
        "document": found, "kind": kind_words(found.kind), "formats": formats_of(found, files, made), "key": uuid4(),
        "underway": any(one.is_underway for one in made),
        "next": getattr(found, "replaced_by", None),
    }  # fmt: skip
    return render(request, "exports/frozen_document.html", context)


@require_safe
@agency_page
def comparison(request: SignedInRequest, agency: Agency, key: UUID) -> HttpResponse:
    """Whether the data still say the same. Asked by the page once it stands; a page of its own without scripts."""
    found = find_frozen(request, agency, key)
    context = {
        "document": found, "kind": kind_words(found.kind), "compared": compared(found),
        "asks": asked_again(found.about), "next": getattr(found, "replaced_by", None),
    }  # fmt: skip
    part = "exports/compared.html" if request.headers.get("HX-Request") else "exports/compared_page.html"
    return render(request, part, context)


@require_POST
@agency_page
def another_format(request: SignedInRequest, agency: Agency, key: UUID) -> HttpResponse:
    found = find_frozen(request, agency, key)
    form = AnotherFormatForm(request.POST)
    if not form.is_valid():
        raise Http404
    code, write = form.asked
    with told(request):
        request_format(frozen=found, format=code, key=write, by=request.user, at=clock.now())
    return redirect("frozen_document", agency.slug, key)


@require_safe
@agency_page
def frozen_file(request: SignedInRequest, agency: Agency, key: UUID, format: str) -> HttpResponse:
    found = find_frozen(request, agency, key)
    kept: FrozenFile = get_object_or_404(FrozenFile, agency=agency, document=found, format=format)
    name = filename_of(agency, found, format, version=found.version)
    return as_download(bytes(kept.content), format, name)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def check(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """Whether a file is, byte for byte, one that was frozen here. The file is not kept."""
    permit(request.user, MAKE, agency)
    form = CheckForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"form": form}
    if request.method == "POST":
        if not form.is_valid():
            return render(request, "exports/document_check.html", context, status=422)
        file = form.cleaned_data["file"]
        digest = sha256()
        for piece in file.chunks():
            digest.update(piece)
        found = frozen_with(request.user, agency, digest.hexdigest())
        rows = [{"file": one, "document": one.document, "kind": kind_words(one.document.kind),
                 "next": getattr(one.document, "replaced_by", None)} for one in found]  # fmt: skip
        context |= {"name": file.name, "digest": digest.hexdigest(), "rows": rows, "checked": True}
    return render(request, "exports/document_check.html", context)


def find_frozen(request: SignedInRequest, agency: Agency, key: UUID) -> FrozenDocument:
    permit(request.user, MAKE, agency)
    found: FrozenDocument = get_object_or_404(frozen_for(request.user, agency), key=key)
    found.agency = agency
    return found

"""Documents made so far, a new one, its progress, its file."""

from __future__ import annotations

from uuid import UUID

import rules
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.exports.choices import DocumentState
from petajalan.exports.display.documents import filename_of, row_of, tabs_of
from petajalan.exports.documents.choice import Format
from petajalan.exports.documents.write import CONTENT_TYPES
from petajalan.exports.forms.documents import NAMES, ChoiceForm, wanted_in
from petajalan.exports.models import MadeDocument
from petajalan.exports.queries.documents import chosen, counts, file_of, kinds_for, made_for, years_in
from petajalan.exports.services.making import make_again, request_document
from petajalan.planning.services.refusals import Refused

MAKE = "exports.make_document"
ROWS = 25  # on a page


@require_safe
@agency_page
def documents(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, MAKE, agency)
    wanted, at = wanted_in(request.GET), clock.now()
    seen = made_for(request.user, agency)
    page = Paginator(chosen(seen, wanted), ROWS).get_page(request.GET.get("halaman"))
    for made in page:
        made.agency = agency
    rows = [row_of(one, request.user, at=at) for one in page]
    context = {
        "page": page, "rows": rows, "wanted": wanted, "tabs": tabs_of(counts(seen, wanted), wanted.tab),
        "kinds": kinds_for(request.user, agency), "years": years_in(seen), "query": request.GET.urlencode(),
        "underway": any(one.made.is_underway for one in rows),
        "sets_letterhead": rules.has_perm("exports.set_letterhead", request.user, agency),
    }  # fmt: skip
    return render(request, "exports/documents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def make(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """Which document, about what, in which format."""
    permit(request.user, MAKE, agency)
    kinds = kinds_for(request.user, agency)
    code = request.GET.get("jenis", "")
    kind = next((one for one in kinds if one.code == code), None)
    if kind is None:
        return render(request, "exports/document_kinds.html", {"kinds": kinds})
    given = {name: request.GET[name] for name in (*NAMES.values(), "format") if request.GET.get(name)}
    posted = request.POST if request.method == "POST" else None
    form = ChoiceForm(posted, kind=kind, agency=agency, user=request.user, given=given)
    if request.method == "POST" and form.is_valid():
        held = form.cleaned_data
        try:
            made = request_document(
                agency=agency, kind=kind, choice=form.choice, format=held["format"], key=held["key"], by=request.user,
                at=clock.now(),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            if made.state != DocumentState.FAILED:
                messages.success(
                    request, _("Dokumen sedang dibuat. Anda boleh meninggalkan halaman ini; hasilnya menunggu di sini.")
                )
            return redirect("documents", agency.slug)
    context = {"form": form, "kind": kind}
    return render(request, "exports/document_make.html", context, status=422 if form.errors else 200)


@require_safe
@agency_page
def state(request: SignedInRequest, agency: Agency, key: UUID) -> HttpResponse:
    """Asked again every second while the document is being made."""
    made = find_made(request, agency, key)
    if not request.headers.get("HX-Request"):
        return redirect("documents", agency.slug)
    return render(request, "exports/document_state.html", {"row": row_of(made, request.user, at=clock.now())})


@require_safe
@agency_page
def file(request: SignedInRequest, agency: Agency, key: UUID) -> HttpResponse:
    made = find_made(request, agency, key)
    content = file_of(made) if made.state == DocumentState.READY else None
    if content is None:
        raise Http404
    version = made.frozen.version if made.frozen else 0
    return as_download(content, made.format, filename_of(agency, made, made.format, version=version))


@require_POST
@agency_page
def again(request: SignedInRequest, agency: Agency, key: UUID) -> HttpResponse:
    made = find_made(request, agency, key)
    if not make_again(document=made, by=request.user, at=clock.now()):
        messages.info(request, _("Dokumen ini sedang dibuat atau sudah siap."))
    return redirect("documents", agency.slug)


def find_made(request: SignedInRequest, agency: Agency, key: UUID) -> MadeDocument:
    permit(request.user, MAKE, agency)
    made: MadeDocument = get_object_or_404(made_for(request.user, agency), key=key)
    made.agency = agency
    return made


def as_download(content: bytes, format: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=CONTENT_TYPES[Format(format)])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

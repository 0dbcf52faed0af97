"""The letterhead of an agency and the templates of its documents: only the administrator comes here."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.exports.documents.choice import Format
from petajalan.exports.documents.collecting import letterhead_of
from petajalan.exports.documents.placeholders import LARGEST, PLACEHOLDERS, BrokenTemplate
from petajalan.exports.documents.sample import sample
from petajalan.exports.documents.write import CONTENT_TYPES, CannotWrite, write
from petajalan.exports.forms.letterhead import LetterheadForm, TemplateForm
from petajalan.exports.models import DocumentTemplate
from petajalan.exports.queries.letterhead import own_letterhead, templates_of
from petajalan.exports.services.letterhead import (
    kind_words,
    remove_template,
    sample_of_template,
    set_letterhead,
    upload_template,
)
from petajalan.planning.services.refusals import Refused

RULE = "exports.set_letterhead"


@require_safe
@agency_page
def letterhead(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, RULE, agency)
    return _page(request, agency)


@require_POST
@agency_page
def change(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, RULE, agency)
    stored = own_letterhead(agency)
    form = LetterheadForm(request.POST, request.FILES, has_logo=bool(stored and stored.logo))
    if not form.is_valid():
        return _page(request, agency, form=form)
    try:
        changed = set_letterhead(
            agency=agency, values=form.values(), seen=form.cleaned_data["version"], by=request.user, at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, agency, form=form)
    messages.success(request, _("Kop surat disimpan.") if changed else _("Tetap sama."))
    return redirect("letterhead", agency.slug)


@require_safe
@agency_page
def logo(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, RULE, agency)
    stored = own_letterhead(agency)
    if stored is None or stored.logo is None:
        raise Http404
    return HttpResponse(bytes(stored.logo), content_type="image/png")


@require_safe
@agency_page
def letterhead_sample(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """A short document under this letterhead."""
    permit(request.user, RULE, agency)
    stored = own_letterhead(agency)
    document = sample(agency.name, letterhead_of(agency), clock.today(), stored.place if stored else "")
    try:
        content = write(document, Format.PDF)
    except CannotWrite as refusal:
        messages.error(request, str(refusal))
        return redirect("letterhead", agency.slug)
    return _file(content, Format.PDF, f"contoh-kop-{agency.slug}", shown=True)


@require_safe
@agency_page
def template_starter(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, RULE, agency)
    from petajalan.exports.documents.formats.docx.template import starter  # here: most workers need none

    return _file(starter(letterhead_of(agency), agency.name), Format.DOCX, f"templat-awal-{agency.slug}")


@require_POST
@agency_page
def template_upload(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, RULE, agency)
    form = TemplateForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, agency, upload=form)
    file = form.cleaned_data["file"]
    try:
        upload_template(
            agency=agency,
            kind=form.cleaned_data["kind"],
            filename=file.name,
            content=file.read(LARGEST + 1),
            by=request.user,
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error("file", refusal.sentence)
        return _page(request, agency, upload=form)
    messages.success(request, _("Templat disimpan. Unduh contoh hasilnya untuk melihat dokumen di dalamnya."))
    return redirect("letterhead", agency.slug)


@require_safe
@agency_page
def template_file(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key)
    return _file(bytes(found.content), Format.DOCX, f"templat-{found.kind or 'semua'}-{agency.slug}")


@require_safe
@agency_page
def template_sample(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key)
    try:
        content = sample_of_template(agency, bytes(found.content), clock.today())
    except BrokenTemplate as refusal:
        messages.error(request, str(refusal))
        return redirect("letterhead", agency.slug)
    return _file(content, Format.DOCX, f"contoh-templat-{found.kind or 'semua'}-{agency.slug}")


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def template_remove(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key)
    if request.method == "POST":
        remove_template(template=found, by=request.user, at=clock.now())
        messages.success(request, _("Templat dihapus. Dokumen berikutnya memakai tata letak aplikasi."))
        return redirect("letterhead", agency.slug)
    return render(request, "exports/template_remove.html", {"template": found, "kind": kind_words(found.kind)})


def _find(request: SignedInRequest, agency: Agency, key: int) -> DocumentTemplate:
    found: DocumentTemplate = get_object_or_404(
        DocumentTemplate.objects.visible_to(request.user).select_related("agency"), agency=agency, pk=key
    )
    permit(request.user, RULE, agency)
    return found


def _page(
    request: SignedInRequest, agency: Agency, *, form: LetterheadForm | None = None, upload: TemplateForm | None = None
) -> HttpResponse:
    stored, shown = own_letterhead(agency), letterhead_of(agency)
    initial = {
        "lines": "\n".join(shown.lines),
        "address": shown.address,
        "place": stored.place if stored else "",
        "version": stored.version if stored else 0,
    }
    context = {
        "stored": stored,
        "shown": shown,
        "form": form or LetterheadForm(initial=initial, has_logo=shown.logo is not None),
        "upload": upload or TemplateForm(),
        "templates": [(one, kind_words(one.kind)) for one in templates_of(agency)],
        "placeholders": [("{{ " + name + " }}", words) for name, words in PLACEHOLDERS.items()],
    }
    return render(request, "exports/letterhead.html", context, status=422 if form or upload else 200)


def _file(content: bytes, format: Format, name: str, *, shown: bool = False) -> HttpResponse:
    way = "inline" if shown else "attachment"
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[format],
        headers={"Content-Disposition": f'{way}; filename="{name}.{format}"'},
    )

"""Evidence: what proves a line or a measurement, all that a unit has, newer versions, and the files themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency, Unit
from petajalan.accounts.roles import units_of
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told
from petajalan.reporting.display.evidence import Subject, piece, proofs_elsewhere, subject_of
from petajalan.reporting.duties import is_of
from petajalan.reporting.forms.evidence import FileForm, LinkForm, PickForm, ReplaceForm
from petajalan.reporting.models import CultureActivity, Evidence, EvidenceUse, Measurement, ProgressLine
from petajalan.reporting.queries.evidence import (
    Proved,
    choices_for,
    evidence_of,
    kind_of_proved,
    may_add,
    may_remove,
    measured_names,
    uses_of,
)
from petajalan.reporting.services import evidence as services

FORMS: dict[str, type[FileForm | LinkForm | PickForm]] = {"berkas": FileForm, "tautan": LinkForm, "pilih": PickForm}
ADD: dict[str, Callable[..., EvidenceUse]] = {
    "berkas": services.add_file, "tautan": services.add_link, "pilih": services.use_again,
}  # fmt: skip
INLINE = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def of_line(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    lines = ProgressLine.objects.visible_to(request.user).select_related("report__unit__agency", "action")
    return _proved(request, agency, get_object_or_404(lines, agency=agency, pk=key))


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def of_measurement(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    rows = Measurement.objects.visible_to(request.user).select_related("coordinator__agency")
    return _proved(request, agency, get_object_or_404(rows, agency=agency, pk=key))


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def of_activity(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    rows = CultureActivity.objects.visible_to(request.user).select_related("unit__agency")
    return _proved(request, agency, get_object_or_404(rows, agency=agency, pk=key))


@require_POST
@agency_page
def remove(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    uses = EvidenceUse.objects.visible_to(request.user).select_related(
        "evidence", "line__report__unit__agency", "line__action", "measurement__coordinator__agency",
        "activity__unit__agency",
    )  # fmt: skip
    use = get_object_or_404(uses, agency=agency, pk=key)
    with told(request, _("Bukti dukung dilepas. Berkasnya tetap tersimpan.")):
        services.remove_use(use=use, by=request.user, at=clock.now())
    return redirect(_address(agency, use.line or use.measurement or use.activity))


@require_safe
@agency_page
def units(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """To the person's own unit, or the list of units that have evidence."""
    permit(request.user, "reporting.view_reports", agency)
    own = units_of(request.user, agency)
    if own and "semua" not in request.GET:
        return redirect("evidence_unit", agency.slug, own[0].pk)
    counted = Evidence.objects.filter(agency=agency, replaced_by=None).order_by("unit__name")
    rows = counted.values("unit", "unit__name").annotate(count=Count("pk"))
    return render(request, "reporting/evidence_units.html", {"rows": list(rows)})


@require_safe
@agency_page
def of_unit(request: SignedInRequest, agency: Agency, unit: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    of = get_object_or_404(Unit.objects.visible_to(request.user), agency=agency, pk=unit)
    found = list(evidence_of(of))
    names, elsewhere = measured_names(agency, found), proofs_elsewhere(agency, found)
    pieces = [piece(agency, one, names, elsewhere) for one in found]
    context = {"unit": of, "pieces": pieces, "writes": is_of(request.user, of)}
    return render(request, "reporting/evidence_unit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def replace(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    one = _find(request, agency, key)
    form = ReplaceForm(initial={"key": uuid4()})
    if request.method == "POST":
        form = ReplaceForm(request.POST, request.FILES)
        if form.is_valid() and _replaced(request, one, form):
            messages.success(request, _("Versi baru tersimpan; versi lama tetap ada."))
            return redirect("evidence_unit", agency.slug, one.unit_id)
    context = {"one": one, "form": form, "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024)}
    return render(request, "reporting/evidence_replace.html", context, status=422 if form.errors else 200)


@require_safe
@agency_page
def file(request: SignedInRequest, agency: Agency, key: int) -> HttpResponseBase:
    """The file, for those who may read reports. A browser shows pictures only; nothing in it runs."""
    one = _find(request, agency, key)
    if not one.content:
        raise Http404
    try:
        content = one.content.open("rb")
    except FileNotFoundError:
        messages.error(request, _("Berkas ini tidak ada lagi di server. Minta pengelola memulihkannya dari cadangan."))
        return redirect("evidence_unit", agency.slug, one.unit_id)
    response = FileResponse(content, as_attachment=one.kind not in INLINE, filename=one.name, content_type=one.kind)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private"
    return response


def _proved(request: SignedInRequest, agency: Agency, to: Proved) -> HttpResponse:
    if request.method != "POST":
        return _page(request, agency, to)
    way = request.POST.get("cara", "")
    if way not in FORMS:
        raise Http404
    form = _form(way, to, request)
    if not form.is_valid():
        return _page(request, agency, to, {way: form})
    given: dict[str, Any] = dict(form.cleaned_data)
    if way == "berkas":
        given["name"] = given["file"].name
    try:
        ADD[way](to=to, by=request.user, at=clock.now(), **given)
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, agency, to, {way: form})
    messages.success(request, _("Bukti dukung ditambahkan."))
    return redirect(_address(agency, to))


def _page(
    request: SignedInRequest, agency: Agency, to: Proved, bound: dict[str, FileForm | LinkForm | PickForm] | None = None
) -> HttpResponse:
    adds = may_add(request.user, to, at=clock.now())
    shown = {way: (bound or {}).get(way) or _form(way, to) for way in FORMS} if adds or bound else {}
    subject: Subject = subject_of(agency, to)
    context = {
        "subject": subject,
        "uses": uses_of(to),
        "removes": adds and may_remove(request.user, to, at=clock.now()),
        "forms": shown,
        "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
    }
    return render(request, "reporting/evidence.html", context, status=422 if bound else 200)


def _form(way: str, to: Proved, request: SignedInRequest | None = None) -> FileForm | LinkForm | PickForm:
    data, sent = (request.POST, request.FILES) if request else (None, None)
    form = FORMS[way](data, sent, initial={"key": uuid4()}, auto_id=f"{way}_%s")
    if isinstance(form, PickForm):
        form.fields["evidence"].queryset = choices_for(to)[:200] if request is None else choices_for(to)  # type: ignore[attr-defined]
    return form


def _replaced(request: SignedInRequest, one: Evidence, form: ReplaceForm) -> bool:
    sent, link = form.cleaned_data["file"], form.cleaned_data["link"]
    try:
        services.replace_evidence(
            evidence=one, file=sent, name=sent.name if sent else "", link=link, by=request.user, at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


def _find(request: SignedInRequest, agency: Agency, key: int) -> Evidence:
    permit(request.user, "reporting.view_reports", agency)
    found = Evidence.objects.visible_to(request.user).select_related("unit__agency", "agency")
    one: Evidence = get_object_or_404(found, agency=agency, pk=key)
    return one


def _address(agency: Agency, to: Proved | None) -> str:
    assert to is not None  # the database holds a use to one of them
    return reverse(f"evidence_{kind_of_proved(to)}", args=[agency.slug, to.pk])

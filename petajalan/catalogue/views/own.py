"""What an agency adds to the national data: the list, and the forms of its administrator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.catalogue import scales, services
from petajalan.catalogue.choices import EntryKind
from petajalan.catalogue.display import entries as shown
from petajalan.catalogue.display import words
from petajalan.catalogue.entries import Refused
from petajalan.catalogue.forms import AliasForm, IndicatorForm, ScaleForm, ThemeForm
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.models import OwnEntry
from petajalan.catalogue.queries import free_code, merged_for, reference_for
from petajalan.catalogue.rules import may_change
from petajalan.common import clock

KINDS = {"skala": EntryKind.SCALE, "indikator": EntryKind.INDICATOR, "tema": EntryKind.THEME, "nama": EntryKind.ALIAS}
TEMPLATES = {EntryKind.SCALE: "catalogue/scale_form.html"}


class EntryForm(Protocol):
    """What the four forms have in common."""

    def is_valid(self) -> bool: ...
    def add_error(self, field: str | None, error: str) -> None: ...
    def data_of(self) -> dict[str, Any]: ...


@require_safe
@agency_page
def entry_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    entries = OwnEntry.objects.visible_to(request.user).filter(agency=agency).select_related("changed_by")
    context = {
        "tab": "own",
        "groups": shown.groups(entries, merged_for(agency), national_reference()),
        "may_change": may_change(request.user, agency),
        "kinds": list(KINDS.items()),
    }
    return render(request, "catalogue/entries.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def add(request: SignedInRequest, agency: Agency, kind: str) -> HttpResponse:
    """A new entry; with ?salin=<code> one that takes the place of a national scale or indicator."""
    permit(request.user, "catalogue.change_catalogue", agency)
    if kind not in KINDS:
        raise Http404
    of, code = KINDS[kind], request.GET.get("salin", "")
    base = _national(of, code)
    if code and base is None:
        raise Http404
    known = OwnEntry.objects.filter(agency=agency, kind=of, code=code).first() if base else None
    if known is not None:
        return redirect("catalogue_entry", agency.slug, known.pk)
    form = _form(request, agency, of, base or {})
    if request.method == "POST" and "add" not in request.POST and form.is_valid():
        data = form.data_of()
        try:
            entry = services.add_entry(
                agency=agency,
                kind=of,
                code=code or free_code(agency, of, data),
                data=data,
                by=request.user,
                at=clock.now(),
            )
        except Refused as refused:
            form.add_error(None, words.sentence(refused))
        else:
            messages.success(request, _("“%(name)s” ditambahkan dan langsung dipakai.") % {"name": entry.name})
            return redirect("catalogue_entries", agency.slug)
    return _answer(request, of, form, {"base_name": _name(base) if base else ""})


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def change(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "catalogue.change_catalogue", agency)
    entry = _entry(request, agency, key)
    of = EntryKind(entry.kind)
    form = _form(request, agency, of, entry.data)
    context: dict[str, Any] = {"entry": entry, "version": entry.version}
    if request.method == "POST" and "add" in request.POST:
        context["version"] = _version(request)
    elif request.method == "POST" and form.is_valid():
        try:
            services.change_entry(
                entry=entry,
                data=form.data_of(),
                version=_version(request),
                by=request.user,
                at=clock.now(),
            )
        except Refused as refused:
            form.add_error(None, words.sentence(refused))
        except services.ChangedMeanwhile:
            # The next attempt is made on the version that the page now shows.
            context["conflict"] = shown.told(entry, {one.code: one.name for one in reference_for(agency).scales})
        else:
            messages.success(request, _("“%(name)s” disimpan.") % {"name": entry.name})
            return redirect("catalogue_entries", agency.slug)
    elif request.method == "POST":
        context["version"] = _version(request)
    return _answer(request, of, form, context)


@require_POST
@agency_page
def retire(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "catalogue.change_catalogue", agency)
    entry = _entry(request, agency, key)
    try:
        services.retire_entry(entry=entry, version=_version(request), by=request.user, at=clock.now())
    except services.StillUsed as needed:
        text = _("“%(name)s” masih dipakai oleh “%(by)s”. Ubah atau hentikan “%(by)s” lebih dahulu.")
        messages.error(request, text % {"name": entry.name, "by": needed.by})
    except services.ChangedMeanwhile:
        messages.error(request, _conflict(entry))
    else:
        messages.success(request, _("“%(name)s” tidak dipakai lagi. Isinya tetap tersimpan.") % {"name": entry.name})
    return redirect("catalogue_entries", agency.slug)


@require_POST
@agency_page
def restore(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "catalogue.change_catalogue", agency)
    entry = _entry(request, agency, key)
    try:
        services.restore_entry(entry=entry, version=_version(request), by=request.user, at=clock.now())
    except Refused as refused:
        messages.error(request, words.sentence(refused))
    except services.ChangedMeanwhile:
        messages.error(request, _conflict(entry))
    else:
        messages.success(request, _("“%(name)s” dipakai lagi.") % {"name": entry.name})
    return redirect("catalogue_entries", agency.slug)


def _entry(request: SignedInRequest, agency: Agency, key: int) -> OwnEntry:
    entries = OwnEntry.objects.visible_to(request.user).filter(agency=agency).select_related("changed_by")
    entry = get_object_or_404(entries, pk=key)
    entry.agency = agency
    return entry


def _conflict(entry: OwnEntry) -> str:
    return _("“%(name)s” baru saja diubah orang lain. Periksa lagi isinya, lalu ulangi.") % {"name": entry.name}


def _version(request: SignedInRequest) -> int:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0


def _national(kind: EntryKind, code: str) -> dict[str, Any] | None:
    """A national entry as data, to start from."""
    reference = national_reference()
    if kind is EntryKind.SCALE:
        return next((scales.entry(one) for one in reference.scales if one.code == code), None)
    if kind is EntryKind.INDICATOR:
        found = next((one for one in reference.indicators if one.code == code), None)
        if found is not None:
            filled = {"scale": found.scale, "direction": found.direction, "unit": found.unit}
            return {"names": list(found.names), **{key: value for key, value in filled.items() if value}}
    return None


def _name(data: Mapping[str, Any]) -> str:
    return OwnEntry(data=data).name


def _form(request: SignedInRequest, agency: Agency, kind: EntryKind, data: Mapping[str, Any]) -> EntryForm:
    sent = request.POST if request.method == "POST" else None
    match kind:
        case EntryKind.SCALE:
            if sent is not None:
                return ScaleForm.enlarged(sent) if "add" in sent else ScaleForm.sent(sent)
            return ScaleForm(initial=ScaleForm.initial_of(data))
        case EntryKind.INDICATOR:
            initial = IndicatorForm.initial_of(data) if data else {}
            return IndicatorForm(sent, initial=initial, reference=reference_for(agency))
        case EntryKind.THEME:
            return ThemeForm(sent, initial=ThemeForm.initial_of(data))
        case EntryKind.ALIAS:
            return AliasForm(sent, initial=AliasForm.initial_of(data))


def _answer(request: SignedInRequest, kind: EntryKind, form: EntryForm, context: dict[str, Any]) -> HttpResponse:
    judged = request.method == "POST" and "add" not in request.POST
    status = 409 if context.get("conflict") else 422 if judged else 200
    context |= {"tab": "own", "form": form, "kind": kind, "kind_label": kind.label}
    return render(request, TEMPLATES.get(kind, "catalogue/entry_form.html"), context, status=status)

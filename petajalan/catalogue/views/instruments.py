"""Evaluation worksheets: those that come with the program, and those that the agency adopted and completes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.calc.index import Instrument
from petajalan.catalogue import services
from petajalan.catalogue.display import instruments as shown
from petajalan.catalogue.display import words
from petajalan.catalogue.entries import Refused
from petajalan.catalogue.forms import InstrumentFileForm, InstrumentForm, YearForm
from petajalan.catalogue.instrument_changes import changes
from petajalan.catalogue.instruments import checked, fits, instrument_named, instruments, parse_instrument
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.catalogue.rules import may_change
from petajalan.common import clock


@require_safe
@agency_page
def instrument_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    adopted = list(AdoptedInstrument.objects.visible_to(request.user).filter(agency=agency))
    own = [shown.Listed(found, shown.known(found), one) for one in adopted for found in [one.instrument]]
    taken = {one.code for one in adopted}
    context = {
        "tab": "instruments",
        "own": own,
        "offered": [shown.Listed(one, shown.known(one)) for one in instruments() if fits(one, agency.kind)],
        "others": [shown.Listed(one, shown.known(one)) for one in instruments() if not fits(one, agency.kind)],
        "taken": taken,
        "may_change": may_change(request.user, agency),
    }
    return render(request, "catalogue/instruments.html", context)


@require_safe
@agency_page
def national(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    found = instrument_named(code)
    if found is None:
        raise Http404
    adopted = AdoptedInstrument.objects.visible_to(request.user).filter(agency=agency, code=code).first()
    context = _page(found) | {
        "adopted": adopted,
        "may_adopt": adopted is None and fits(found, agency.kind) and may_change(request.user, agency),
    }
    return render(request, "catalogue/instrument_national.html", context)


@require_POST
@agency_page
def adopt(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    permit(request.user, "catalogue.change_catalogue", agency)
    found = instrument_named(code)
    if found is None or not fits(found, agency.kind):
        raise Http404
    try:
        adopted = services.adopt_instrument(agency=agency, code=code, by=request.user, at=clock.now())
    except Refused as refused:
        messages.error(request, f"{words.sentence(refused)}.")
        return redirect("catalogue_instruments", agency.slug)
    messages.success(request, _("“%(name)s” dipakai. Lengkapi yang belum ada.") % {"name": adopted})
    return redirect("catalogue_instrument", agency.slug, adopted.pk)


@require_safe
@agency_page
def instrument(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """As the agency uses it, with what differs from what it began as."""
    permit(request.user, "catalogue.view_catalogue", agency)
    adopted = _adopted(request, agency, key)
    found = adopted.instrument
    context = _page(found) | {
        "adopted": adopted,
        "may_change": may_change(request.user, agency),
        "year_form": YearForm(initial={"year": found.last_year + 1}),
        **_origin(request, agency, adopted, found),
    }
    return render(request, "catalogue/instrument.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def change(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "catalogue.change_catalogue", agency)
    adopted = _adopted(request, agency, key)
    base = adopted.instrument
    form = InstrumentForm(base, request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"tab": "instruments", "adopted": adopted, "form": form, "version": adopted.version}
    if request.method != "POST":
        return render(request, "catalogue/instrument_form.html", context)
    if form.is_valid():
        try:
            found = services.change_instrument(
                adopted=adopted, data=form.data_of(), version=_version(request), by=request.user, at=clock.now()
            )
        except Refused as refused:
            form.refused = f"{words.sentence(refused)}."
        except services.ChangedMeanwhile:
            context["conflict"] = True
            return render(request, "catalogue/instrument_form.html", context, status=409)
        else:
            _say(request, adopted, len(found))
            return redirect("catalogue_instrument", agency.slug, adopted.pk)
    context["version"] = _version(request)
    return render(request, "catalogue/instrument_form.html", context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def upload(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """A file in the place of what is kept: first what it would change, then, once confirmed, the change."""
    permit(request.user, "catalogue.change_catalogue", agency)
    adopted = _adopted(request, agency, key)
    context: dict[str, Any] = {"tab": "instruments", "adopted": adopted, "version": adopted.version}
    if request.method != "POST":
        return render(request, "catalogue/instrument_upload.html", context | {"form": InstrumentFileForm()})
    if "text" in request.POST:
        return _confirmed(request, agency, adopted, context)
    form = InstrumentFileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            entry = parse_instrument(form.cleaned_data["file"])
        except Refused as refused:
            form.add_error("file", f"{words.sentence(refused)}.")
        else:
            entry["code"] = adopted.code
            found = shown.told(changes(adopted.instrument, checked(entry)))
            context |= {"found": found, "text": form.cleaned_data["file"], "form": InstrumentFileForm()}
            return render(request, "catalogue/instrument_upload.html", context)
    return render(request, "catalogue/instrument_upload.html", context | {"form": form}, status=422)


@require_POST
@agency_page
def next_year(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "catalogue.change_catalogue", agency)
    adopted = _adopted(request, agency, key)
    form = YearForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["year"][0]))
        return redirect("catalogue_instrument", agency.slug, adopted.pk)
    try:
        made = services.open_next_year(adopted=adopted, year=form.cleaned_data["year"], by=request.user, at=clock.now())
    except Refused as refused:
        messages.error(request, f"{words.sentence(refused)}.")
        return redirect("catalogue_instrument", agency.slug, adopted.pk)
    messages.success(request, _("“%(name)s” dibuat dari tahun sebelumnya. Periksa bedanya.") % {"name": made})
    return redirect("catalogue_instrument", agency.slug, made.pk)


@require_POST
@agency_page
def remove(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "catalogue.change_catalogue", agency)
    adopted = _adopted(request, agency, key)
    name = str(adopted)
    try:
        services.remove_instrument(adopted=adopted, version=_version(request), by=request.user, at=clock.now())
    except Refused as refused:
        messages.error(request, f"{words.sentence(refused)}.")
    except services.ChangedMeanwhile:
        messages.error(request, _("Instrumen ini diubah orang lain. Lihat isinya sekarang, lalu ulangi."))
    else:
        messages.success(request, _("“%(name)s” dihapus.") % {"name": name})
        return redirect("catalogue_instruments", agency.slug)
    return redirect("catalogue_instrument", agency.slug, adopted.pk)


def _confirmed(
    request: SignedInRequest, agency: Agency, adopted: AdoptedInstrument, context: dict[str, Any]
) -> HttpResponse:
    form = InstrumentFileForm()
    try:
        entry = parse_instrument(request.POST["text"])
        found = services.change_instrument(
            adopted=adopted, data=entry, version=_version(request), by=request.user, at=clock.now()
        )
    except Refused as refused:
        context |= {"form": form, "refused": f"{words.sentence(refused)}."}
        return render(request, "catalogue/instrument_upload.html", context, status=422)
    except services.ChangedMeanwhile:
        context |= {"form": form, "conflict": True}
        return render(request, "catalogue/instrument_upload.html", context, status=409)
    _say(request, adopted, len(found))
    return redirect("catalogue_instrument", agency.slug, adopted.pk)


def _say(request: SignedInRequest, adopted: AdoptedInstrument, count: int) -> None:
    if count:
        messages.success(request, _("“%(name)s” disimpan: %(count)d perubahan.") % {"name": adopted, "count": count})
    else:
        messages.info(request, _("Tidak ada yang berubah."))


def _page(found: Instrument) -> dict[str, Any]:
    return {
        "tab": "instruments",
        "instrument": found,
        "lines": shown.lines(found),
        "known": shown.known(found),
        "years": words.years(found.first_year, found.last_year),
    }


def _origin(request: SignedInRequest, agency: Agency, adopted: AdoptedInstrument, found: Instrument) -> dict[str, Any]:
    """What it began as: another year of the agency, or the national one."""
    own = AdoptedInstrument.objects.visible_to(request.user).filter(agency=agency, code=adopted.adopted_from)
    earlier = own.exclude(pk=adopted.pk).first()
    origin = earlier.instrument if earlier is not None else instrument_named(adopted.adopted_from)
    return {"origin": origin, "found": [] if origin is None else shown.told(changes(origin, found))}


def _adopted(request: SignedInRequest, agency: Agency, key: int) -> AdoptedInstrument:
    rows = AdoptedInstrument.objects.visible_to(request.user).filter(agency=agency).select_related("changed_by")
    adopted = get_object_or_404(rows, pk=key)
    adopted.agency = agency
    return adopted


def _version(request: SignedInRequest) -> int:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0

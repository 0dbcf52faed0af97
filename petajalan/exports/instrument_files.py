"""Worksheets as YAML files: to be completed elsewhere and handed in again, or computed without a database."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.calc.index import Instrument
from petajalan.catalogue.instruments import as_yaml, instrument_named
from petajalan.catalogue.models import AdoptedInstrument


@require_safe
@agency_page
def instrument_yaml(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    adopted = get_object_or_404(AdoptedInstrument.objects.visible_to(request.user).filter(agency=agency), pk=key)
    return _file(adopted.instrument)


@require_safe
@agency_page
def instrument_national_yaml(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    found = instrument_named(code)
    if found is None:
        raise Http404
    return _file(found)


def _file(one: Instrument) -> HttpResponse:
    disposition = f'attachment; filename="{one.code}.yaml"'
    return HttpResponse(
        as_yaml(one), content_type="application/yaml; charset=utf-8", headers={"Content-Disposition": disposition}
    )

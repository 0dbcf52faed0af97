"""How a view of this app gets its regulation."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

import msgspec
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.planning.models import Regulation
from petajalan.planning.readings import RegulationRead, decode

P = ParamSpec("P")


def find_regulation(request: SignedInRequest, agency: Agency, key: int, *, whole: bool = False) -> Regulation:
    """A regulation of this agency with its reading and road map, 404 otherwise. `whole` loads the read text as well."""
    permit(request.user, "planning.view_regulation", agency)
    found = Regulation.objects.visible_to(request.user).filter(agency=agency)
    found = found.select_related("reading", "road_map", "uploaded_by")
    if not whole:
        found = found.defer("reading__data", "reading__findings")
    regulation = get_object_or_404(found, pk=key)
    regulation.agency = agency
    return regulation


def read_regulation_page(
    view: Callable[Concatenate[SignedInRequest, Regulation, RegulationRead, P], HttpResponse],
) -> Callable[..., HttpResponseBase]:
    """Hand the view a regulation and what was read in it. While there is nothing to show, its own page says why."""

    def guarded(
        request: SignedInRequest, agency: Agency, /, key: int, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        regulation = find_regulation(request, agency, key, whole=True)
        read = read_of(regulation)
        if read is None:
            return redirect("regulation", agency.slug, key)
        return view(request, regulation, read, *args, **kwargs)

    update_wrapper(guarded, view)
    return agency_page(guarded)


def read_of(regulation: Regulation) -> RegulationRead | None:
    """What was read, or `None` while it is not, or where an earlier version of the program kept it in another shape."""
    if not regulation.is_read or not hasattr(regulation, "reading"):
        return None
    try:
        return decode(regulation.reading.data, regulation.reading.findings)
    except msgspec.ValidationError:
        return None

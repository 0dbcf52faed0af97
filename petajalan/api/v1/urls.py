"""Every address of the interface. Those of endpoints have no name: nothing of the pages leads to them."""

from __future__ import annotations

from collections import defaultdict

from django.urls import URLPattern, path, re_path

from petajalan.api.v1 import actions, agency, documents, evaluations, measurements, planning, reports, worksheets
from petajalan.api.v1.description import documentation, openapi
from petajalan.api.v1.door import door
from petajalan.api.v1.endpoint import Endpoint

GROUPS = (
    agency.group,
    planning.group,
    actions.group,
    reports.group,
    measurements.group,
    evaluations.group,
    worksheets.group,
    documents.group,
)
ENDPOINTS: tuple[Endpoint, ...] = tuple(one for group in GROUPS for one in group.endpoints)


def _addresses() -> list[URLPattern]:
    by_path: dict[str, dict[str, Endpoint]] = defaultdict(dict)
    for one in ENDPOINTS:
        by_path[one.path][one.method] = one
    return [path(route, door(methods)) for route, methods in by_path.items()]


urlpatterns = [
    path("openapi.json", openapi, {"endpoints": ENDPOINTS}, name="api_openapi"),
    path("", documentation, {"endpoints": ENDPOINTS}, name="api_documentation"),
    *_addresses(),
    re_path(r"^.*$", door({})),
]

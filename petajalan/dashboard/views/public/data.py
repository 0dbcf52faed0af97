"""Files without an account: open data as CSV and JSON with a page and a description for machines, and documents."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import StringIO
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts.choices import Licence, PublicItem
from petajalan.calc.numbers import plain
from petajalan.common import clock
from petajalan.dashboard.display.public.datasets import DATASETS, Cell, Dataset
from petajalan.dashboard.queries.public.changed import changed_at
from petajalan.dashboard.queries.public.documents import document_file
from petajalan.dashboard.queries.public.plan import road_map_in_force
from petajalan.dashboard.queries.public.published import Published, published
from petajalan.dashboard.views.public.doors import Visit, page, public_page
from petajalan.exports.documents.choice import Format
from petajalan.exports.documents.write import CONTENT_TYPES
from petajalan.exports.xlsx import neutral

DESCRIPTION = "deskripsi.json"
LICENCE_PAGES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
}


@public_page
def data(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _open(visit)
    licence = _licence(visit)
    context = {
        "visit": visit, "road_map": found.road_map, "datasets": [one for one in DATASETS if one.in_reach(found)],
        "licence": licence.label, "licence_page": LICENCE_PAGES[licence], "description": DESCRIPTION,
        "changed": changed_at(visit.agency, at=clock.now(), real=timezone.now()),
    }  # fmt: skip
    return page(request, "data", context)


@public_page
def data_file(request: HttpRequest, visit: Visit, name: str) -> HttpResponse:
    """ "indikator.csv", "target.json", "deskripsi.json"."""
    found = _open(visit)
    if name == DESCRIPTION:
        return _json(_described(request, visit, found))
    code, _dot, ending = name.rpartition(".")
    one = next((one for one in DATASETS if one.code == code and one.in_reach(found)), None)
    if one is None or ending not in ("csv", "json"):
        raise Http404
    filename = f"{visit.agency.slug}-{name}"
    response = _json(_records(one, found, visit)) if ending == "json" else _csv(one, found)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


@public_page
def document(request: HttpRequest, visit: Visit, key: UUID, format: str) -> HttpResponse:
    """A frozen document of the regulation, as it was written once for all."""
    road_map = road_map_in_force(visit.agency) if visit.shown.has(PublicItem.DOCUMENTS) else None
    found = document_file(road_map, key, format) if road_map else None
    if found is None:
        raise Http404
    one, content = found
    response = HttpResponse(content, content_type=CONTENT_TYPES[Format(format)])
    response["Content-Disposition"] = f'attachment; filename="{visit.agency.slug}-{one.kind}.{format}"'
    return response


def _open(visit: Visit) -> Published:
    found = published(visit.shown, clock.now())
    if not found.has(PublicItem.DATA):
        raise Http404
    return found


def _csv(one: Dataset, found: Published) -> HttpResponse:
    """Commas between cells and a point in numbers, as programs expect; texts that begin like a formula stay texts."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(one.names)
    writer.writerows([_written(cell) for cell in row] for row in one.rows(found))
    return HttpResponse(text.getvalue().encode(), content_type="text/csv; charset=utf-8; header=present")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return neutral(cell) if isinstance(cell, str) else str(cell)


def _records(one: Dataset, found: Published, visit: Visit) -> dict[str, Any]:
    rows = [{name: _value(cell) for name, cell in zip(one.names, row, strict=True)} for row in one.rows(found)]
    return {"judul": str(one.title), "sumber": visit.agency.name, "lisensi": _licence(visit).value, "data": rows}


def _value(cell: Cell) -> object:
    return plain(cell) if isinstance(cell, Decimal) else cell


def _described(request: HttpRequest, visit: Visit, found: Published) -> dict[str, Any]:
    """In the words of DCAT, which catalogues of open data read."""
    assert found.road_map is not None  # asked before
    licence, agency = _licence(visit), visit.agency
    changed = changed_at(agency, at=clock.now(), real=timezone.now())

    def address(name: str) -> str:
        return request.build_absolute_uri(reverse("public_data_file", args=[agency.slug, name]))

    return {
        "@context": "https://www.w3.org/ns/dcat.jsonld",
        "@type": "dcat:Catalog",
        "title": _("Road map reformasi birokrasi %(agency)s") % {"agency": agency.name},
        "publisher": agency.name,
        "source": str(found.road_map.regulation.short_name if found.road_map.regulation else found.road_map),
        "license": LICENCE_PAGES[licence],
        "modified": changed.date().isoformat() if changed else None,
        "language": "id",
        "contactPoint": visit.shown.text.email if visit.shown.text and visit.shown.has(PublicItem.CONTACT) else None,
        "demonstration": agency.is_demonstration,
        "dataset": [
            {
                "identifier": one.code,
                "title": str(one.title),
                "columns": [{"name": name, "description": str(meaning)} for name, meaning in one.columns],
                "distribution": [
                    {"format": ending, "mediaType": media, "downloadURL": address(f"{one.code}.{ending}")}
                    for ending, media in (("csv", "text/csv"), ("json", "application/json"))
                ],
            }
            for one in DATASETS
            if one.in_reach(found)
        ],
    }


def _json(value: dict[str, Any]) -> HttpResponse:
    return HttpResponse(json.dumps(value, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8")


def _licence(visit: Visit) -> Licence:
    return Licence(visit.shown.text.licence) if visit.shown.text else Licence.CC_BY

"""Endpoints of official documents: which there are, what one says, and one as a file."""

from __future__ import annotations

from typing import Annotated

import msgspec
import rules
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from msgspec import Meta

from petajalan.accounts.access import permit
from petajalan.api.choices import ApiScope
from petajalan.api.v1.agency import find_unit
from petajalan.api.v1.answers import File
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.filters import Month, Quarter, Year
from petajalan.api.v1.paging import Key, Page
from petajalan.api.v1.planning import find_road_map
from petajalan.api.v1.problems import Refusal
from petajalan.api.v1.shapes.documents import DocumentShape, KindShape, document_shape
from petajalan.exports.documents.choice import Choice, Format, NothingToWrite, Of
from petajalan.exports.documents.tree import OfficialDocument

group = Group("documents", ApiScope.DOCUMENTS_READ, "accounts.view_agency")


class Asked(msgspec.Struct, kw_only=True):
    """What the document is about; a kind needs what its `of` names. `road_map` is a version number."""

    year: Year | None = None
    month: Month | None = None
    quarter: Quarter | None = None
    unit: Key | None = None
    theme: Annotated[str, Meta(max_length=60)] = ""
    road_map: Key | None = None


class AskedAsFile(Asked, kw_only=True):
    """The same, and the format; the first of the kind's formats where none is named."""

    format: Format | None = None


@group.get("documents", _("Jenis dokumen"), gives=Page[KindShape])
def kinds(call: Call) -> Page[KindShape]:
    from petajalan.exports.documents.kinds import KINDS
    from petajalan.exports.documents.write import CONTENT_TYPES

    return Page(
        [
            KindShape(one.code, str(one.name), sorted(one.of), [of for of in one.formats if of in CONTENT_TYPES])
            for one in KINDS.values()
            if rules.has_perm(one.permission, call.user, call.agency)
        ],
        None,
    )


@group.get("documents/<slug:kind>", _("Isi satu dokumen"), gives=DocumentShape, query=Asked)
def document(call: Call, kind: str) -> DocumentShape:
    return document_shape(_collected(call, kind))


@group.get("documents/<slug:kind>/file", _("Satu dokumen sebagai berkas"), gives=bytes, query=AskedAsFile)
def document_file(call: Call, kind: str) -> File:
    from petajalan.exports.documents.kinds import KINDS
    from petajalan.exports.documents.write import CONTENT_TYPES, CannotWrite, write

    collected = _collected(call, kind)
    formats = [one for one in KINDS[kind].formats if one in CONTENT_TYPES]
    chosen = call.query.format or formats[0]
    if chosen not in formats:
        raise Refusal("invalid", fields={"format": ", ".join(formats)})
    try:
        content = write(collected, chosen)
    except CannotWrite as error:
        raise Refusal("nothing_to_write", str(error)) from error
    return File(content, CONTENT_TYPES[chosen], f"{kind}-{call.agency.slug}.{chosen.value}")


def _collected(call: Call, code: str) -> OfficialDocument:
    from petajalan.exports.documents.kinds import KINDS

    kind = KINDS.get(code)
    if kind is None:
        raise Http404
    permit(call.user, kind.permission, call.agency)
    asked: Asked = call.query
    lacks = [one for one in sorted(kind.of) if one is not Of.ROAD_MAP and not getattr(asked, one.value)]
    if lacks:
        raise Refusal("invalid", fields={one.value: str(_("Isi parameter ini.")) for one in lacks})
    choice = Choice(
        agency=call.agency, year=asked.year, month=asked.month, quarter=asked.quarter,
        unit=find_unit(call, asked.unit) if asked.unit else None, theme=asked.theme,
        road_map=find_road_map(call, asked.road_map).pk if asked.road_map else None,
    )  # fmt: skip
    try:
        return kind.collect(choice)
    except NothingToWrite as error:
        raise Refusal("nothing_to_write", str(error)) from error

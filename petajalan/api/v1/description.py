"""The interface described: for programs (OpenAPI 3.1) and, from the same list, for people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

import msgspec
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from petajalan.api.choices import ApiScope
from petajalan.api.v1.answers import ENCODER, JSON, answer
from petajalan.api.v1.endpoint import Endpoint
from petajalan.api.v1.problems import KINDS, Problem
from petajalan.api.v1.reading import language_of

Json = dict[str, Any]
_PARAMETER = re.compile(r"<(?P<type>\w+):(?P<name>\w+)>")
TYPES: dict[str, Json] = {
    "int": {"type": "integer", "minimum": 0},
    "uuid": {"type": "string", "format": "uuid"},
    "slug": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"},
}
REF = "#/components/schemas/{name}"


@login_not_required
@require_safe
def openapi(request: HttpRequest, endpoints: Sequence[Endpoint]) -> HttpResponse:
    """Open to everybody: it says nothing of any agency."""
    with translation.override(language_of(request)):
        response = answer(request, described(endpoints, request.build_absolute_uri("/api/v1")))
    response.headers["Cache-Control"] = "public, max-age=300"
    return response


@login_not_required
@require_safe
def documentation(request: HttpRequest, endpoints: Sequence[Endpoint]) -> HttpResponse:
    """A page for people, made here: no script, and nothing from elsewhere."""
    parts = [
        {"tag": tag, "name": TAGS[tag], "rows": [_row(one) for one in endpoints if one.tag == tag]}
        for tag in _tags(endpoints)
    ]
    context = {
        "parts": parts,
        "problems": [{"code": code, "status": one.status, "message": one.message} for code, one in KINDS.items()],
        "scopes": ApiScope.choices,
    }  # fmt: skip
    return render(request, "api/documentation.html", context)


TAGS = {
    "agency": gettext_lazy("Instansi dan unit"),
    "planning": gettext_lazy("Perencanaan"),
    "reporting": gettext_lazy("Pelaksanaan dan pengukuran"),
    "evaluation": gettext_lazy("Evaluasi"),
    "documents": gettext_lazy("Dokumen"),
}


def described(endpoints: Sequence[Endpoint], server: str) -> Json:
    structs = [Problem, *(one.gives for one in endpoints if not one.is_file), *(one.body for one in endpoints)]
    wanted = [one for one in dict.fromkeys(structs) if one is not None]
    refs, components = msgspec.json.schema_components(wanted, schema_hook=_schema_of_choices, ref_template=REF)
    of = dict(zip(wanted, refs, strict=True))
    paths: dict[str, Json] = {}
    for one in endpoints:
        paths.setdefault("/" + _spelled(one.path), {})[one.method.lower()] = _operation(one, of)
    return _plain_names(
        {
            "openapi": "3.1.0",
            "info": {"title": "Petajalan", "version": "1", "description": _("Antarmuka untuk sistem lain.")},
            "servers": [{"url": server}],
            "tags": [{"name": tag, "description": str(TAGS[tag])} for tag in _tags(endpoints)],
            "security": [{"token": []}],
            "paths": paths,
            "components": {
                "schemas": components,
                "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            },
        }
    )


def _operation(one: Endpoint, of: dict[Any, Json]) -> Json:
    described: Json = {
        "operationId": one.handler.__name__,
        "tags": [one.tag],
        "summary": str(one.summary),
        "parameters": [*_path_parameters(one), *_query_parameters(one), *_headers(one)],
        "responses": {**_success(one, of), **_refusals(one, of)},
    }
    if one.scope is not None:
        described["description"] = _("Cakupan: %(scope)s") % {"scope": one.scope.value}
    if one.body is not None:
        described["requestBody"] = {"required": True, "content": {JSON: {"schema": of[one.body]}}}
    return described


def _success(one: Endpoint, of: dict[Any, Json]) -> Json:
    if one.is_file:
        return {"200": {"description": _("Berkas"), "content": {"*/*": {}}, "headers": _ETAG}}
    status = "201" if one.method == "POST" and not _PARAMETER.search(one.path) else "200"
    return {status: {"description": _("Berhasil"), "content": {JSON: {"schema": of[one.gives]}}, "headers": _ETAG}}


_ETAG = {"ETag": {"schema": {"type": "string"}}}


def _refusals(one: Endpoint, of: dict[Any, Json]) -> Json:
    """By status, with the codes that may stand behind it."""
    left_out = set()
    if not one.keyed:
        left_out |= {"malformed", "key_reused", "refused", "doubtful"}
    if not one.matched:
        left_out |= {"precondition_failed", "precondition_required"}
    if one.body is None:
        left_out |= {"too_large", "not_json"}
    if one.tag != "documents":
        left_out.add("nothing_to_write")
    by_status: dict[str, list[str]] = {}
    for code, kind in KINDS.items():
        if code not in left_out:
            by_status.setdefault(str(kind.status), []).append(code)
    content = {JSON: {"schema": of[Problem]}}
    found: Json = {status: {"description": ", ".join(codes), "content": content} for status, codes in by_status.items()}
    if one.method == "GET":
        found["304"] = {"description": _("Tidak berubah sejak ETag yang disebut")}
    return found


def _path_parameters(one: Endpoint) -> Iterable[Json]:
    for match in _PARAMETER.finditer(one.path):
        yield {"name": match["name"], "in": "path", "required": True, "schema": TYPES[match["type"]]}


def _query_parameters(one: Endpoint) -> Iterable[Json]:
    if one.query is None:
        return
    _ref, components = msgspec.json.schema_components([one.query], schema_hook=_schema_of_choices, ref_template=REF)
    described = components[one.query.__name__]
    for name, schema in described["properties"].items():
        yield {"name": name, "in": "query", "required": False, "schema": _without_null(schema)}


def _headers(one: Endpoint) -> Iterable[Json]:
    text: Json = {"type": "string"}
    yield {"name": "Accept-Language", "in": "header", "required": False, "schema": text, "example": "en"}
    if one.method == "GET":
        yield {"name": "If-None-Match", "in": "header", "required": False, "schema": text}
    if one.matched:
        yield {"name": "If-Match", "in": "header", "required": False, "schema": text}
    if one.keyed:
        schema = {**text, "minLength": 1, "maxLength": 100, "pattern": "^[!-~]+$"}
        yield {"name": "Idempotency-Key", "in": "header", "required": False, "schema": schema}


def _without_null(schema: Json) -> Json:
    """An address cannot say null: a parameter is there, or it is not."""
    kept = {key: value for key, value in schema.items() if key not in ("anyOf", "default")}
    if "anyOf" in schema:
        first = [one for one in schema["anyOf"] if one != {"type": "null"}]
        return {**first[0], **kept}
    return kept | ({"default": schema["default"]} if schema.get("default") is not None else {})


def _schema_of_choices(kind: type) -> Json:
    if issubclass(kind, Enum):
        return {"type": "string", "enum": [one.value for one in kind]}
    raise TypeError(f"no schema of {kind}")


def _plain_names(described: Json) -> Json:
    """ "Page[UnitShape]" becomes "UnitPage", "UnitShape" becomes "Unit"."""
    text = ENCODER.encode(described).decode()
    text = re.sub(r"Page[_\[](\w+?)Shape[_\]]", r"\1Page", text)
    text = re.sub(r'((?:schemas/|")[A-Z]\w+?)Shape(?=")', r"\1", text)
    read: Json = msgspec.json.decode(text)
    return read


def _row(one: Endpoint) -> Json:
    return {
        "endpoint": one,
        "path": "/api/v1/" + _spelled(one.path),
        "query": _fields(one.query),
        "body": _fields(one.body),
        "gives": _("berkas") if one.is_file else _name(one.gives),
    }


def _fields(struct: type[msgspec.Struct] | None) -> list[str]:
    return [] if struct is None else [field.encode_name for field in msgspec.structs.fields(struct)]


def _name(kind: Any) -> str:
    text = getattr(kind, "__name__", str(kind))
    inside = getattr(kind, "__args__", ())
    return f"{inside[0].__name__.removesuffix('Shape')}[]" if inside else text.removesuffix("Shape")


def _spelled(path: str) -> str:
    return _PARAMETER.sub(r"{\g<name>}", path)


def _tags(endpoints: Iterable[Endpoint]) -> list[str]:
    return list(dict.fromkeys(one.tag for one in endpoints))

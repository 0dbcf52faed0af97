"""What is sent back: JSON with a digest of itself, so that who has it already is not sent it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from petajalan.api.v1.problems import Refusal

# Numbers with a point go out as texts: a reader that takes them for floating point would change them.
ENCODER = msgspec.json.Encoder(decimal_format="string", enc_hook=str)
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class File:
    content: bytes
    content_type: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A struct with more than its body: another status, or headers."""

    body: Any
    status: int = 200
    headers: Mapping[str, str] | None = None


def answer(request: HttpRequest, given: object) -> HttpResponse:
    told = given if isinstance(given, Answer) else Answer(given)
    if isinstance(told.body, File):
        response = HttpResponse(told.body.content, content_type=told.body.content_type)
        response.headers["Content-Disposition"] = f'attachment; filename="{told.body.name}"'
    else:
        response = HttpResponse(ENCODER.encode(told.body), content_type=JSON, status=told.status)
    tag = etag_of(told.body, response.content)
    if request.method in ("GET", "HEAD") and names(request.headers.get("If-None-Match", ""), tag):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    for name, value in {"ETag": tag, "Cache-Control": "private, no-cache", **(told.headers or {})}.items():
        response.headers[name] = value
    if request.method == "HEAD":
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def refused(refusal: Refusal) -> HttpResponse:
    response = HttpResponse(ENCODER.encode(refusal.problem), content_type=JSON, status=refusal.status)
    response.headers["Cache-Control"] = "no-store"
    for name, value in refusal.headers.items():
        response.headers[name] = value
    return response


def etag_of(struct: object, content: bytes = b"") -> str:
    """A struct that people write to carries its own, so that it is the same inside of a list and alone."""
    own = getattr(struct, "etag", "")
    return own or f'"{sha256(content).hexdigest()[:32]}"'


def stamped(struct: Any) -> Any:
    """The struct with its `etag` set to the digest of everything else in it."""
    return msgspec.structs.replace(struct, etag=etag_of(None, ENCODER.encode(struct)))


def names(header: str, tag: str) -> bool:
    """Whether a header with one or several ETags names this one. Compressing an answer makes its ETag a weak one
    ("W/"), and what a client has read is the same all the same."""
    given = [one.removeprefix("W/") for one in parse_etags(header)]
    return tag in given or "*" in given

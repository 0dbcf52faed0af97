from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# Form fields and the multipart frame around a file of the largest allowed size.
FRAME_BYTES = 1024 * 1024
# A browser shows our answer only when it could send everything; beyond this much it has to live without.
DRAIN_BYTES = 400 * 1024 * 1024
CHUNK = 256 * 1024
PUBLIC = "/publik/"  # below it, pages without an account


def private_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep pages out of caches, so that on a shared computer "back" shows nothing after signing out."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def public_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Pages for everybody neither read nor set a cookie: who asks changes nothing, and any cache may keep one copy."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PUBLIC):
            return get_response(request)
        request.COOKIES = {}
        response = get_response(request)
        response.cookies.clear()
        others = [one.strip() for one in response.headers.get("Vary", "").split(",")]
        kept = [one for one in others if one and one.lower() != "cookie"]
        if kept:
            response.headers["Vary"] = ", ".join(kept)
        elif "Vary" in response.headers:
            del response.headers["Vary"]
        return response

    return middleware


def readable_refusals(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Where a form is sent to is no page: who opens that address from the bar of the browser is told where to go."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content or request.method != "GET":
            return response
        page = render(request, "405.html", status=response.status_code)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return middleware


def upload_limit(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer a body that is larger than any allowed file before anything of it is stored."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length <= settings.UPLOAD_MAX_BYTES + FRAME_BYTES:
            return get_response(request)
        remaining = min(length, DRAIN_BYTES)
        stream = request.META["wsgi.input"]
        while remaining > 0 and (read := stream.read(min(CHUNK, remaining))):
            remaining -= len(read)
        limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
        return render(request, "413.html", {"limit": limit}, status=413)

    return middleware

"""The door of every page without an account: shown or not (404), in the language of the address, kept by caches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from typing import Any, Concatenate, ParamSpec
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.models import Agency
from petajalan.accounts.queries.public import Shown, shown_by
from petajalan.common import clock
from petajalan.dashboard.queries.public.changed import changed_at

P = ParamSpec("P")
KEPT = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody without an account. `path` is the address without its language.

    preview  the administrator looks at what would be public, before it is
    """

    shown: Shown
    language: str
    path: str
    preview: str = ""

    @property
    def agency(self) -> Agency:
        return self.shown.agency

    @property
    def query(self) -> str:
        """What links add to stay in the language."""
        return "" if self.language == settings.LANGUAGE_CODE else f"?bahasa={self.language}"

    @property
    def indexed(self) -> bool:
        return not self.preview and self.shown.has(PublicItem.SEARCH)

    @property
    def has(self) -> dict[str, bool]:
        """For templates."""
        return {item: self.shown.has(item) for item in PublicItem.values}


def language_of(request: HttpRequest) -> str:
    """Of the address, never of a cookie or the browser: one address is one text for everybody."""
    asked = request.GET.get("bahasa", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def public_page(
    view: Callable[Concatenate[HttpRequest, Visit, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Hand the view what the agency of the address shows. An agency that shows nothing, one that does not exist and a
    page that is not shown are one and the same answer."""

    @login_not_required
    @require_safe
    @wraps(view)
    def guarded(request: HttpRequest, agency_slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            shown = shown_by(agency_slug)
            if shown is None:
                return missing(request, language)
            visit = Visit(shown, language, request.path)
            with timezone.override(ZoneInfo(shown.agency.time_zone)):
                try:
                    response = view(request, visit, *args, **kwargs)
                except Http404:
                    return missing(request, language)
                changed = changed_at(shown.agency, at=clock.now(), real=timezone.now())
            if not visit.indexed:
                response["X-Robots-Tag"] = "noindex, nofollow"
            return kept(request, response, language, int(changed.timestamp()) if changed else None)

    return guarded


def kept(request: HttpRequest, response: HttpResponse, language: str, changed: int | None) -> HttpResponse:
    """For a while by every cache, and asked after by its digest."""
    etag = quote_etag(sha256(response.content).hexdigest()[:32])
    response["ETag"], response["Cache-Control"], response["Content-Language"] = etag, KEPT, language
    if changed is not None:
        response["Last-Modified"] = http_date(changed)
    answer = get_conditional_response(request, etag=etag, last_modified=changed, response=response)
    assert isinstance(answer, HttpResponse)
    return answer


def missing(request: HttpRequest, language: str) -> HttpResponse:
    """Whatever is missing, the page is the same."""
    response = page(request, "missing", {"language": language}, status=404)
    response["X-Robots-Tag"], response["Content-Language"] = "noindex, nofollow", language
    return response


def page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"dashboard/public/{name}.html", context, status=status)

"""The one view behind every address of the interface: token, rate, scope, permission, then the endpoint.

A session of a browser opens nothing here, so that no page elsewhere can make a browser write; a token does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.log import log_response
from django.views.decorators.csrf import csrf_exempt

from petajalan.accounts.access import permit
from petajalan.api.choices import ApiScope
from petajalan.api.models import ApiToken
from petajalan.api.queries import token_behind
from petajalan.api.services import note_use
from petajalan.api.v1.answers import answer, refused
from petajalan.api.v1.endpoint import Call, Endpoint
from petajalan.api.v1.paging import LARGEST
from petajalan.api.v1.problems import Refusal
from petajalan.api.v1.reading import bearer_of, language_of, read_body, read_query
from petajalan.api.v1.writing import written
from petajalan.common import clock

MINUTE = 60


def door(endpoints: Mapping[str, Endpoint]) -> Callable[..., HttpResponse]:
    """The view of one address, by method. Without any endpoint it is the address of nothing."""

    @csrf_exempt
    @login_not_required
    def view(request: HttpRequest, **path: object) -> HttpResponse:
        code = language_of(request)
        with translation.override(code):
            try:
                response = _answered(request, endpoints, path)
            except Refusal as refusal:
                response = refused(refusal)
            except Exception as failure:
                got_request_exception.send(sender=None, request=request)
                response = refused(Refusal("server_error"))
                log_response(
                    "%s: %s", response.reason_phrase, request.path, response=response, request=request,
                    exception=failure,
                )  # fmt: skip
        response.headers["Content-Language"] = code
        patch_vary_headers(response, ["Accept-Language", "Authorization"])
        return response

    return view


def _answered(request: HttpRequest, endpoints: Mapping[str, Endpoint], path: Mapping[str, object]) -> HttpResponse:
    if not endpoints:
        raise Refusal("not_found")
    endpoint = endpoints.get("GET" if request.method == "HEAD" else request.method or "")
    if endpoint is None:
        raise Refusal("method_not_allowed", headers={"Allow": ", ".join(_allowed(endpoints))})
    now = timezone.now()
    token = good_token(bearer_of(request), now)
    with timezone.override(ZoneInfo(token.agency.time_zone)):
        if not (token.owner.is_superuser or token.agency_id in token.owner.visible_agencies):
            raise Refusal("token_owner_gone", headers=_CHALLENGE)
        _within_rate(token, now)
        if endpoint.scope is not None and endpoint.scope not in token.scopes:
            raise Refusal("scope_missing", told={"scope": ApiScope(endpoint.scope).value})
        note_use(token=token, at=now)
        if any(isinstance(one, int) and one > LARGEST for one in path.values()):
            raise Refusal("not_found")
        try:
            permit(token.owner, endpoint.permission, token.agency)
            query = read_query(request, endpoint.query)
            call = Call(request, token, query, read_body(request, endpoint.body), clock.now())
            given = written(call, endpoint, path) if endpoint.keyed else endpoint.handler(call, **path)
        except PermissionDenied as denied:
            raise Refusal("forbidden", str(denied)) from denied
        except Http404 as missing:
            raise Refusal("not_found") from missing
        response = answer(request, given)
    return response


_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Petajalan"'}


def good_token(secret: str, now: datetime) -> ApiToken:
    if not secret:
        raise Refusal("token_missing", headers=_CHALLENGE)
    token = token_behind(secret)
    if token is None:
        raise Refusal("token_unknown", headers=_CHALLENGE)
    if token.revoked_at is not None:
        raise Refusal("token_revoked", headers=_CHALLENGE)
    if token.is_expired_at(now):
        raise Refusal("token_expired", headers=_CHALLENGE)
    if not token.owner.is_active:
        raise Refusal("token_owner_gone", headers=_CHALLENGE)
    return token


def _within_rate(token: ApiToken, now: datetime) -> None:
    """So many requests a token and minute. Two that arrive at the same moment may count as one."""
    minute, second = divmod(int(now.timestamp()), MINUTE)
    key = f"api:{token.pk}:{minute}"
    used = cache.get(key, 0)
    if used >= settings.API_PER_MINUTE:
        raise Refusal("too_many_requests", headers={"Retry-After": str(MINUTE - second)})
    cache.set(key, used + 1, 2 * MINUTE)


def _allowed(endpoints: Mapping[str, Endpoint]) -> list[str]:
    return sorted({*endpoints, *(("HEAD",) if "GET" in endpoints else ())})

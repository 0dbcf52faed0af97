"""Answers when something went wrong, in the same look and in plain words."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The address itself may be what is wrong, so nothing is asked of the request."""
    context = {"unknown_host": isinstance(exception, DisallowedHost)}
    return HttpResponse(loader.render_to_string("400.html", context), status=400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"reason": str(exception)}, status=403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Nothing is asked of the database or the session here: they may be what failed."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)

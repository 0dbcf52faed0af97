"""Tokens of an agency: one's own, for its administrator everybody's. And the description of the interface."""

from __future__ import annotations

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.api import services
from petajalan.api.choices import ApiScope
from petajalan.api.forms import TokenForm
from petajalan.api.queries import tokens_of
from petajalan.api.rules import may_manage
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told

USUAL = timedelta(days=90)
ROWS = 50


@require_safe
@agency_page
def token_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "api.use_api", agency)
    now, manages = timezone.now(), may_manage(request.user, agency)
    words = dict(ApiScope.choices)
    rows = [
        {
            "token": one,
            "scopes": [words.get(scope, scope) for scope in one.scopes],
            "over": one.revoked_at is not None or one.is_expired_at(now) or not one.owner.is_active,
            "expired": one.is_expired_at(now),
        }
        for one in tokens_of(request.user, agency, manages=manages)
    ]
    rows.sort(key=lambda row: bool(row["over"]))
    page = Paginator(rows, ROWS).get_page(request.GET.get("halaman"))
    context = {
        "rows": page, "manages": manages, "live": sum(not row["over"] for row in rows),
    }  # fmt: skip
    return render(request, "api/tokens.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def make_token(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """The answer to the form is the one page that ever shows the secret."""
    permit(request.user, "api.use_api", agency)
    until = timezone.localdate() + USUAL
    form = TokenForm(request.POST or None, initial={"until": until, "scopes": [ApiScope.PLANNING_READ]})
    if request.method == "POST" and form.is_valid():
        try:
            token, secret = services.make_token(agency=agency, **form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refusal:
            form.add_error("until", refusal.sentence)
        else:
            return render(request, "api/token_made.html", {"token": token, "secret": secret})
    return render(request, "api/token_form.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@agency_page
def revoke_token(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "api.use_api", agency)
    token = get_object_or_404(tokens_of(request.user, agency, manages=may_manage(request.user, agency)), pk=key)
    token.agency = agency
    with told(request, _("Token dicabut. Sistem yang memakainya tidak dapat masuk lagi.")):
        services.revoke_token(token=token, by=request.user, at=timezone.now())
    return redirect("api_tokens", agency.slug)

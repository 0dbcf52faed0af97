"""Exceptions from a closed period, given and taken back by the secretariat."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import typed
from petajalan.reporting.forms.calendar import ExceptionForm
from petajalan.reporting.models import LockException
from petajalan.reporting.services import exceptions as services


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def grant(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.grant_exception", agency)
    form = ExceptionForm(request.POST or None, agency=agency)
    if request.method == "POST" and form.is_valid():
        try:
            granted = services.grant_exception(**form.values(), by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(
                request,
                _("%(unit)s dapat mengisi %(period)s lagi.") % {"unit": granted.unit, "period": granted.period},
            )
            return redirect("calendar", agency.slug, int(granted.period[:4]))
    return render(request, "reporting/exception_form.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@agency_page
def revoke(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "reporting.grant_exception", agency)
    exception = get_object_or_404(LockException.objects.visible_to(request.user), agency=agency, pk=key)
    try:
        services.revoke_exception(exception=exception, reason=typed(request, "alasan"), by=request.user, at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Pengecualian dicabut."))
    return redirect("calendar", agency.slug, int(exception.period[:4]))

"""What becomes of a decision: taken back while the forum runs, reported by its owner, checked by the secretariat."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, told
from petajalan.reporting.choices import DecisionState
from petajalan.reporting.forms.forum import CheckForm, ReportForm
from petajalan.reporting.models import ForumDecision
from petajalan.reporting.services.forum import decisions as services
from petajalan.reporting.views.forum.doors import cleaned, find_decision


@require_POST
@agency_page
def withdraw(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    decision = find_decision(request, agency, key)
    with told(request, _("Keputusan dihapus dari catatan.")):
        services.withdraw_decision(
            decision=decision, version=seen(request, "version"), by=request.user, at=clock.now()
        )  # fmt: skip
    return _back(agency, decision)


@require_POST
@agency_page
def report(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    decision = find_decision(request, agency, key)
    with told(request, _("Tindak lanjut terkirim. Sekretariat memeriksanya.")):
        services.report_done(decision=decision, **cleaned(ReportForm(request.POST)), by=request.user, at=clock.now())
    return _back(agency, decision)


@require_POST
@agency_page
def check(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    decision = find_decision(request, agency, key)
    with told(request, _("Hasil pemeriksaan tersimpan.")):
        given = cleaned(CheckForm(request.POST))
        if given["verdict"] not in DecisionState.values:
            raise Refused(_("Pilih hasil pemeriksaan."))
        verdict = DecisionState(given.pop("verdict"))
        services.check_decision(decision=decision, verdict=verdict, **given, by=request.user, at=clock.now())
    return _back(agency, decision)


def _back(agency: Agency, decision: ForumDecision) -> HttpResponse:
    address = reverse("forum", args=[agency.slug, decision.forum.year, decision.forum.quarter])
    return redirect(f"{address}#k{decision.pk}")

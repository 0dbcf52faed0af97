"""Waivers of independence: all of them to be read, new ones signed by the chair of the secretariat (STU)."""

from __future__ import annotations

import rules
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.forms.guidance import WaiverForm
from petajalan.evaluation.queries.team import seat_of_chair
from petajalan.evaluation.queries.waivers import Needed, needed, waivers_seen
from petajalan.evaluation.services import waivers as services
from petajalan.evaluation.views.doors import VIEW
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told, typed

ROWS = 40  # on a page
SIGN = "evaluation.sign_waiver"


@require_safe
@agency_page
def waivers(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    rows = Paginator(waivers_seen(request.user, agency), ROWS).get_page(request.GET.get("halaman"))
    signs = rules.has_perm(SIGN, request.user, agency)
    return render(request, "evaluation/waivers.html", {"rows": rows, "signs": signs, "year": clock.last_month().year})


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def sign(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, SIGN, agency)
    rows = needed(agency, year, day=clock.today())
    choices = {f"{one.unit.pk}:{one.action.pk}": one for one in rows}
    form = WaiverForm(request.POST or None, choices=[(code, one.action.name) for code, one in choices.items()])
    if request.method == "POST" and form.is_valid():
        try:
            _sign(request, agency, [choices[code] for code in form.cleaned_data["chosen"]], form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Pengecualian ditandatangani."))
            return redirect("waivers", agency.slug)
    context = {
        "form": form, "year": year, "offered": choices.items(), "chosen": form["chosen"].value() or [],
        "chair": seat_of_chair(request.user, agency, clock.today()),
    }  # fmt: skip
    return render(request, "evaluation/waiver_form.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def revoke(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, SIGN, agency)
    waiver = get_object_or_404(waivers_seen(request.user, agency), pk=key)
    with told(request, _("Pengecualian dicabut. Penilaian yang memakainya tetap mencantumkannya.")):
        services.revoke_waiver(waiver=waiver, reason=typed(request, "reason"), by=request.user, at=clock.now())
    return redirect("waivers", agency.slug)


def _sign(request: SignedInRequest, agency: Agency, chosen: list[Needed], reason: str) -> None:
    units = {one.unit for one in chosen}
    if len(units) > 1:
        raise Refused(_("Pilih aksi untuk satu unit penilai saja setiap kali."))
    services.sign_waivers(
        agency=agency, actions=[one.action for one in chosen], unit=units.pop(), reason=reason, by=request.user,
        at=clock.now(),
    )  # fmt: skip

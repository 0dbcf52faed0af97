"""What if: other raw values, what they do to the index, which gains are the largest; scenarios kept and compared."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import uuid4

import rules
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.choices import Party
from petajalan.evaluation.display.worksheet.simulation import compared, fields_of, gains_shown, result_of, typed_of
from petajalan.evaluation.display.worksheet.words import STEP_KINDS
from petajalan.evaluation.forms.worksheet import ScenarioForm, SimulationForm
from petajalan.evaluation.models import Scenario
from petajalan.evaluation.queries.worksheet.index import Sheet, sheet_of
from petajalan.evaluation.queries.worksheet.leave import leading
from petajalan.evaluation.queries.worksheet.simulation import (
    ranked_gains,
    scenarios_of,
    simulate,
    supposed_of,
    targets_of,
)
from petajalan.evaluation.services.worksheet import scenarios as services
from petajalan.evaluation.views.worksheet.doors import find_scenario, find_worksheet
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, told

GAINS = 12  # of the ranking, before one asks for all
MOST = 3  # scenarios side by side


@require_safe
@agency_page
def simulation(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    """The values are in the address, so that a simulation can be sent to somebody; nothing is written."""
    found = find_worksheet(request, agency, year)
    sheet = sheet_of(found)
    saved = list(scenarios_of(request.user, found))
    chosen = request.GET.get("skenario", "")
    scenario = next((one for one in saved if str(one.pk) == chosen), None)
    party = _party(sheet, request.GET, scenario)
    items = list(sheet.instrument.items())
    given = typed_of(items, supposed_of(scenario)) if scenario is not None else request.GET
    form = SimulationForm(items, given, auto_id="s_%s")
    form.is_valid()
    simulated = simulate(sheet, party, form.supposed)
    led = leading(agency, year)
    gains = ranked_gains(simulated, targets_of(agency, year, items, led))
    kind = request.GET.get("langkah", "")
    gains = [one for one in gains if kind not in STEP_KINDS or one.step.kind == kind]
    shown = gains if "semua" in request.GET else gains[:GAINS]
    keeps = rules.has_perm("evaluation.keep_worksheet", request.user, agency)
    context = {
        "worksheet": found, "year": year, "party": party, "parties": Party, "form": form,
        "fields": fields_of(simulated, form), "result": result_of(simulated), "scenarios": saved,
        "gains": gains_shown(shown, led, sheet), "more": len(gains) - len(shown),
        "kind": kind, "kinds": [("", _("semua langkah")), *STEP_KINDS.items()], "scenario": scenario,
        "query": urlencode({**_query(request.GET, party), "langkah": kind}), "key": uuid4(),
        "saves": rules.has_perm(services.SAVE, request.user, agency),
        "owns": scenario is not None and (keeps or scenario.saved_by_id == request.user.pk),
    }  # fmt: skip
    return render(request, "evaluation/worksheet_simulation.html", context)


@require_POST
@agency_page
def save(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    found = find_worksheet(request, agency, year, services.SAVE)
    sheet = sheet_of(found)
    party, form = _party(sheet, request.POST), SimulationForm(list(sheet.instrument.items()), request.POST)
    named = ScenarioForm(request.POST)
    form.is_valid()
    named.is_valid()
    back = f"{reverse('worksheet_simulation', args=[agency.slug, year])}?{urlencode(_query(request.POST, party))}"
    if form.errors:
        messages.error(request, _("Ada nilai yang bukan angka atau di luar rentangnya. Perbaiki, lalu simpan lagi."))
        return redirect(back)
    try:
        made = services.save_scenario(
            worksheet=found, name=named.cleaned_data.get("nama", ""), party=party, supposed=form.supposed,
            by=request.user, at=clock.now(), key=named.cleaned_data.get("key"),
        )  # fmt: skip
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect(back)
    messages.success(request, _("Skenario “%(name)s” tersimpan.") % {"name": made.name})
    return redirect(f"{reverse('worksheet_simulation', args=[agency.slug, year])}?skenario={made.pk}")


@require_POST
@agency_page
def change(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    scenario = find_scenario(request, agency, year, key, services.SAVE)
    items = list(scenario.worksheet.instrument.items())
    form = SimulationForm(items, request.POST)
    form.is_valid()
    here = reverse("worksheet_simulation", args=[agency.slug, year])
    if form.errors:
        messages.error(request, _("Ada nilai yang bukan angka atau di luar rentangnya. Perbaiki, lalu simpan lagi."))
        return redirect(f"{here}?{urlencode(_query(request.POST, Party(scenario.party)))}")
    with told(request, _("Skenario tersimpan.")):
        services.change_scenario(
            scenario=scenario, supposed=form.supposed, version=seen(request, "version"), by=request.user,
            at=clock.now(),
        )  # fmt: skip
    return redirect(f"{here}?skenario={key}")


@require_POST
@agency_page
def remove(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    scenario = find_scenario(request, agency, year, key, services.SAVE)
    with told(request, _("Skenario dihapus.")):
        services.remove_scenario(scenario=scenario, by=request.user, at=clock.now())
    return redirect("worksheet_simulation", agency.slug, year)


@require_safe
@agency_page
def compare(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    """Two or three scenarios beside what is."""
    found = find_worksheet(request, agency, year)
    saved = list(scenarios_of(request.user, found))
    wanted = request.GET.getlist("s")
    chosen: list[Scenario] = [one for one in saved if str(one.pk) in wanted][:MOST]
    sheet = sheet_of(found)
    simulations = [(one, simulate(sheet, one.party, supposed_of(one))) for one in chosen]
    context = {
        "worksheet": found, "year": year, "scenarios": saved, "chosen": {one.pk for one in chosen},
        "table": compared(sheet, simulations) if chosen else None,
    }  # fmt: skip
    return render(request, "evaluation/scenario_compare.html", context)


def _party(sheet: Sheet, given: QueryDict, scenario: Scenario | None = None) -> Party:
    """What the simulation departs from: as asked, else the last party that has scored anything."""
    if scenario is not None:
        return Party(scenario.party)
    asked = given.get("dasar", "")
    if asked in Party.values:
        return Party(asked)
    return next((one for one in (Party.NATIONAL, Party.SELF, Party.INTERNAL) if sheet.index(one).index), Party.SELF)


def _query(given: QueryDict, party: Party) -> dict[str, str]:
    """The fields that hold something, for an address."""
    kept = {name: value for name, value in given.items() if name.startswith("n") and name[1:].isdigit() and value}
    return {"dasar": party.value, **{name: str(value) for name, value in kept.items()}}

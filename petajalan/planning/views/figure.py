"""One figure of an indicator: how it came about, editing it in the list, and deciding between statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning.display.figures import editable
from petajalan.planning.display.figures import figure as figure_words
from petajalan.planning.display.indicator import FigureView, figure_view
from petajalan.planning.forms.indicators import FigureForm
from petajalan.planning.models import Indicator
from petajalan.planning.queries.register import Entry, Slot, register_of, role_of
from petajalan.planning.services.figures import decide_figure
from petajalan.planning.services.refusals import Conflict, Refused
from petajalan.planning.views.answers import seen
from petajalan.planning.views.plan import Plan, plan_page

OWN = "sendiri"


@dataclass(slots=True)
class Answer:
    """What the form holds, and why it was not saved.

    choice   number of a statement, or `OWN`
    version  the version of the figure that the next save names
    theirs   the figure that somebody else saved meanwhile, with `by` and `at`
    """

    choice: str
    text: str
    reason: str
    version: int
    error: str = ""
    theirs: str = ""
    by: str = ""
    at: datetime | None = None
    saved: datetime | None = None
    needs_reason: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def figure(request: SignedInRequest, plan: Plan, key: UUID, code: str) -> HttpResponse:
    indicator = get_object_or_404(Indicator, agency=request.agency, road_map=plan.road_map, key=key)
    indicator.road_map = plan.road_map
    named = role_of(code)
    if named is None:
        raise Http404
    entry, slot = _read(plan, indicator, named)
    answer = Answer(OWN, editable(slot.reading), "", slot.version)
    if request.method != "POST":
        return _show(request, plan, entry, slot, answer)
    permit(request.user, "planning.edit_plan", plan.road_map)
    form = FigureForm(request.POST)
    form.is_valid()
    given = form.cleaned_data
    answer = Answer(given.get("pilihan") or OWN, given.get("nilai", ""), given.get("alasan", ""), seen(request))
    if _save(request, indicator, slot, answer):
        entry, slot = _read(plan, indicator, named)
        answer = Answer(OWN, editable(slot.reading), "", slot.version, saved=timezone.localtime(clock.now()))
        if not _part(request):
            said = _("Tersimpan: %(indicator)s, %(figure)s.")
            told = {"indicator": indicator.name, "figure": figure_words(slot.reading)}
            messages.success(request, said % told)
            return redirect(reverse("indicator", args=[request.agency.slug, key]) + plan.query)
    return _show(request, plan, entry, slot, answer)


def _read(plan: Plan, indicator: Indicator, named: tuple[str, str]) -> tuple[Entry, Slot]:
    entry = register_of(plan.road_map, indicator).entries[0]
    slot = entry.slots.get(named)
    if slot is None:
        slot = entry.slots[named] = entry.slot(*named)
    return entry, slot


def _save(request: SignedInRequest, indicator: Indicator, slot: Slot, answer: Answer) -> bool:
    statement = next((one for one in slot.statements if str(one.pk) == answer.choice), None)
    try:
        if statement is None and answer.choice != OWN:
            raise Refused(_("Pernyataan itu bukan tentang angka ini. Muat ulang halaman, lalu pilih lagi."))
        if slot.is_open and not answer.reason:
            answer.needs_reason = True
            raise Refused(_("Alasannya belum ditulis. Tuliskan mengapa angka ini yang dipakai, lalu simpan lagi."))
        decide_figure(
            indicator=indicator, role=slot.role, period=slot.period, seen=answer.version, statement=statement,
            text=answer.text if statement is None else None, reason=answer.reason, by=request.user, at=clock.now(),
        )  # fmt: skip
    except Conflict as clash:
        answer.error = clash.sentence
        answer.theirs = clash.clashes[0].theirs if clash.clashes else ""
        answer.by, answer.at, answer.version = clash.by, clash.at, clash.version
    except Refused as refusal:
        answer.error = refusal.sentence
        answer.needs_reason = answer.needs_reason or bool(slot.statements)
    return not answer.error


def _part(request: SignedInRequest) -> bool:
    return bool(request.headers.get("HX-Request"))


def _show(request: SignedInRequest, plan: Plan, entry: Entry, slot: Slot, answer: Answer) -> HttpResponse:
    found: FigureView = figure_view(entry, slot.code)
    context = {
        "plan": plan,
        "entry": entry,
        "indicator": entry.indicator,
        "figure": found,
        "view": found.view,
        "answer": answer,
        "own": OWN,
    }
    if not _part(request):
        return render(request, "planning/figure.html", context, status=409 if answer.error else 200)
    cell = answer.saved is not None or "batal" in request.GET or not plan.editable
    # htmx leaves the page as it is on an error, and the form with its sentence has to come.
    return render(request, "planning/figure_cell.html" if cell else "planning/figure_form.html", context)

"""From a regulation that was read to a draft: read, check, decide, store. Decisions wait in the session until then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning import services
from petajalan.planning.display import findings, words
from petajalan.planning.display.decisions import offers
from petajalan.planning.display.outline import Outline
from petajalan.planning.display.paper import papers
from petajalan.planning.models import Regulation
from petajalan.planning.readings import RegulationRead
from petajalan.planning.services.decisions import Option, decidable
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import sentence_of, typed
from petajalan.planning.views.doors import read_regulation_page

LONGEST = 500


@require_safe
@read_regulation_page
def decide(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    """One finding beside the printed rows, with the values that it may take."""
    permit(request.user, "planning.upload_regulation", regulation.agency)
    return _decide(request, regulation, read)


def _decide(
    request: SignedInRequest, regulation: Regulation, read: RegulationRead, *, number: int = 0, error: str = ""
) -> HttpResponse:
    """`error` is about what was sent for this finding, which stays in the form."""
    options = decidable(read)
    decided = _decided(request, regulation)
    outline = Outline(read.data)
    every = findings.entries(read)
    listed = findings.gravest_first([every[one - 1] for one in options])
    number = (
        number
        or _number(request, options)
        or next((entry.number for entry in listed if str(entry.number) not in decided), 0)
    )
    entry = every[number - 1] if number else None
    order = [one.number for one in listed]
    at = order.index(number) if number else 0
    context = {
        "regulation": regulation,
        "listed": [(one, str(one.number) in decided) for one in listed],
        "count": len(decided),
        "entry": entry,
        "papers": papers(outline, entry.finding.places) if entry else None,
        "at": at + 1,
        "previous": order[at - 1] if at else 0,
        "next": next(iter(order[at + 1 :]), 0),
        "offers": offers(options.get(number, ())),
        "named": next((one.place.printed for one in options.get(number, ()) if not one.keeps), ""),
        "mine": _sent(request) if error else _form_of(decided.get(str(number))),
        "decided": str(number) in decided,
        "error": error,
        "step": 2,
    }
    return render(request, "planning/wizard.html", context, status=422 if error else 200)


@require_POST
@read_regulation_page
def store_decision(request: SignedInRequest, regulation: Regulation, read: RegulationRead, number: int) -> HttpResponse:
    """Keep one decision, or take it back; the next finding follows."""
    permit(request.user, "planning.upload_regulation", regulation.agency)
    options = decidable(read)
    if number not in options:
        raise Http404
    decided = _decided(request, regulation)
    if "batal" in request.POST:
        decided.pop(str(number), None)
    else:
        decision, error = _decision(request, options[number])
        if decision is None:
            return _decide(request, regulation, read, number=number, error=error)
        decided[str(number)] = decision
    request.session[_key(regulation)] = decided
    return redirect("regulation_draft", regulation.agency.slug, regulation.pk)


def _decision(request: SignedInRequest, options: tuple[Option, ...]) -> tuple[dict[str, Any] | None, str]:
    sent = _sent(request)
    choice, _mark, index = sent["choice"].partition("-")
    text, reason = sent["corrected"], sent["reason"]
    option = next((one for one in options if str(one.index) == index), None)
    if choice not in ("cetak", "koreksi") or option is None:
        return None, _("Pilih nilai yang dipakai: yang tercetak, atau nilai lain.")
    if choice == "koreksi" and not text:
        return None, _("Tulis nilai yang dipakai.")
    if choice == "koreksi" and text == option.place.printed:
        return None, _("Yang Anda tulis sama dengan yang tercetak. Tulis nilai lain, atau pilih yang tercetak.")
    if not reason:
        return None, _("Alasannya belum ditulis. Tuliskan alasannya, lalu simpan lagi.")
    corrected = text if choice == "koreksi" else None
    return {"index": option.index, "corrected": corrected, "reason": reason}, ""


def _sent(request: SignedInRequest) -> dict[str, str]:
    names = {"choice": "pilihan", "corrected": "koreksi", "reason": "alasan"}
    return {name: typed(request, field, LONGEST) for name, field in names.items()}


def _form_of(decision: dict[str, Any] | None) -> dict[str, str]:
    """A decision as the form sends it."""
    if decision is None:
        return {}
    kind = "cetak" if decision["corrected"] is None else "koreksi"
    return {
        "choice": f"{kind}-{decision['index']}",
        "corrected": decision["corrected"] or "",
        "reason": decision["reason"],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@read_regulation_page
def confirm(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    """What was decided, and the draft that comes of it."""
    permit(request.user, "planning.upload_regulation", regulation.agency)
    decided = _decided(request, regulation)
    options = decidable(read)
    entries = {entry.number: entry for entry in findings.entries(read)}
    chosen = []
    for number, decision in sorted(decided.items(), key=lambda pair: int(pair[0])):
        option = next((one for one in options.get(int(number), ()) if one.index == decision["index"]), None)
        if option is not None:
            chosen.append((entries[int(number)], option, decision))
    error = ""
    if request.method == "POST":
        choices = [
            services.Choice(place=option.place, corrected=decision["corrected"], reason=decision["reason"])
            for _entry, option, decision in chosen
        ]
        try:
            road_map = services.adopt_regulation(
                regulation=regulation, by=request.user, at=clock.now(), choices=choices
            )
        except Refused as refusal:
            error = sentence_of(refusal)
        else:
            request.session.pop(_key(regulation), None)
            words_said = _("Rancangan versi %(version)d dibuat dengan %(count)d keputusan.")
            messages.success(request, words_said % {"version": road_map.version, "count": len(choices)})
            return redirect(reverse("plan", args=[regulation.agency.slug]) + f"?versi={road_map.version}")
    context = {
        "regulation": regulation,
        "chosen": [(entry, option, words.place(option.place), decision) for entry, option, decision in chosen],
        "open": len(options) - len(chosen),
        "error": error,
        "step": 3,
    }
    return render(request, "planning/wizard_confirm.html", context, status=409 if error else 200)


def _key(regulation: Regulation) -> str:
    """Decisions name findings by number, which another reading of the same file may give to others."""
    return f"rancang-{regulation.pk}-{regulation.reading.read_at:%Y%m%d%H%M%S%f}"


def _decided(request: SignedInRequest, regulation: Regulation) -> dict[str, dict[str, Any]]:
    return dict(request.session.get(_key(regulation), {}))


def _number(request: SignedInRequest, options: Mapping[int, tuple[Option, ...]]) -> int:
    text = request.GET.get("temuan", "")
    number = int(text) if text.isdecimal() and len(text) < 7 else 0
    if text and number not in options:
        raise Http404
    return number

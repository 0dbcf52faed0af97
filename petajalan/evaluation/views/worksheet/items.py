"""One item of the worksheet: its explanation, and every way in which a value comes into it."""

from __future__ import annotations

from typing import Any

import rules
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.calc.index import Item
from petajalan.common import clock
from petajalan.evaluation.choices import Party
from petajalan.evaluation.display.worksheet.item import PartyOfItem, cells_of, difference_words, facts_of, steps_of
from petajalan.evaluation.display.worksheet.page import page_of
from petajalan.evaluation.display.worksheet.words import SLUGS
from petajalan.evaluation.forms.worksheet import QuickForm, ScoreForm
from petajalan.evaluation.models import EvaluationWorksheet
from petajalan.evaluation.queries.index_values import index_values
from petajalan.evaluation.queries.worksheet.corrections import corrections_of
from petajalan.evaluation.queries.worksheet.index import sheet_of
from petajalan.evaluation.queries.worksheet.known import before, known_of
from petajalan.evaluation.queries.worksheet.leave import Leave, actions_behind, behind, leading, leave_of, waivers_about
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.evaluation.services.worksheet import scoring
from petajalan.evaluation.services.worksheet.scoring import ScoreValues
from petajalan.evaluation.services.worksheet.writing import RULES, Overtaken, why_not
from petajalan.evaluation.views.worksheet.doors import at_once, find_item, find_party, find_worksheet
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, told
from petajalan.reporting.queries.reports import today_of


@require_safe
@agency_page
def item(request: SignedInRequest, agency: Agency, year: int, code: str) -> HttpResponse:
    return _page(request, find_worksheet(request, agency, year), code)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def score(request: SignedInRequest, agency: Agency, year: int, code: str, party: str) -> HttpResponse:
    """The whole form: a value, or of a final worksheet a correction."""
    of = find_party(party)
    permit(request.user, RULES[of], agency)
    found = find_worksheet(request, agency, year)
    if request.method != "POST":
        return redirect(f"{reverse('worksheet_item', args=[agency.slug, year, code])}#{party}")
    one = find_item(found, code)
    row = found.scores.filter(item=code, party=of).select_related("evidence").first()
    correcting = not found.is_open and row is not None
    form = ScoreForm(one, row, request.POST, request.FILES, correcting=correcting, auto_id=f"{party}_%s")
    if not form.is_valid():
        return _page(request, found, code, form=form, party=of, status=422)
    given: dict[str, Any] = {"worksheet": found, "code": code, "party": of, "by": request.user, "at": clock.now()}
    given |= {name: form.cleaned_data[name] for name in ("version", "key")}
    values = ScoreValues(**form.given)
    try:
        if correcting:
            scoring.correct_score(values=values, reason=form.cleaned_data["reason"], **given)
        else:
            scoring.score_item(values=values, **given)
    except Overtaken as overtaken:
        # Nothing typed is lost: sent again, it overwrites on purpose.
        form.data = {**request.POST.dict(), "version": str(overtaken.score.version if overtaken.score else 0)}
        form.add_error(None, overtaken.sentence)
        return _page(request, found, code, form=form, party=of, status=409)
    except NotIndependent as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, found, code, form=form, party=of, status=403)
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, found, code, form=form, party=of, status=422)
    messages.success(
        request, _("Koreksi tersimpan; nilai semula tetap terlihat.") if correcting else _("Nilai tersimpan.")
    )
    return redirect(f"{reverse('worksheet_item', args=[agency.slug, year, code])}#{party}")


@require_POST
@agency_page
def quick(request: SignedInRequest, agency: Agency, year: int, code: str, party: str) -> HttpResponse:
    """The raw value in its cell. Answers the parts of the page that move with it, or without script the page."""
    of = find_party(party)
    permit(request.user, RULES[of], agency)
    found = find_worksheet(request, agency, year)
    one = find_item(found, code)
    form = QuickForm(one, request.POST)
    sentence = ""
    if form.is_valid():
        try:
            _kept_quickly(request, found, one, of, form)
        except Refused as refusal:
            sentence = refusal.sentence
    else:
        sentence = str(next(iter(form.errors.values()))[0])
    if "HX-Request" not in request.headers:
        if sentence:
            messages.error(request, f"{one.code} {one.name}: {sentence}")
        else:
            messages.success(request, _("Nilai tersimpan."))
        return redirect(f"{reverse('worksheet', args=[agency.slug, year])}#b-{code}")
    sheet = sheet_of(found)
    refused = (code, of.value, sentence, request.POST.get("raw", "")) if sentence else None
    page = page_of(sheet, at_once(request, sheet, leading(agency, year)), refused)
    context = {"page": page, "cell": page.cell(code, of), "year": year, "saved": not sentence, "live": True}
    return render(request, "evaluation/worksheet_saved.html", context)


@require_POST
@agency_page
def carry(request: SignedInRequest, agency: Agency, year: int, code: str, party: str) -> HttpResponse:
    of = find_party(party)
    found = find_worksheet(request, agency, year, RULES[of])
    with told(request, _("Nilai tahun sebelumnya dibawa ke tahun ini.")):
        scoring.carry_forward(
            worksheet=found, code=code, party=of, version=seen(request, "version"), by=request.user, at=clock.now()
        )
    return redirect(f"{reverse('worksheet_item', args=[agency.slug, year, code])}#{party}")


@require_POST
@agency_page
def clear(request: SignedInRequest, agency: Agency, year: int, code: str, party: str) -> HttpResponse:
    of = find_party(party)
    found = find_worksheet(request, agency, year, RULES[of])
    with told(request, _("Nilai dikosongkan. Jejaknya tetap ada.")):
        scoring.clear_score(
            worksheet=found, code=code, party=of, version=seen(request, "version"), by=request.user, at=clock.now()
        )
    return redirect(f"{reverse('worksheet_item', args=[agency.slug, year, code])}#{party}")


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def known(request: SignedInRequest, agency: Agency, year: int, code: str) -> HttpResponse:
    """What the register, the regulation and measurements say of the item: a part of its page, or one of its own."""
    found = find_worksheet(request, agency, year)
    one = find_item(found, code)
    values = index_values(agency, code=one.indicator) if one.indicator else None
    now = known_of(one, values, year) if values else None
    if request.method == "POST":
        permit(request.user, RULES[Party.SELF], agency)
        with told(request, _("Nilai dipakai sebagai penilaian mandiri.")):
            if now is None:
                raise Refused(_("Belum ada nilai yang diketahui untuk tahun ini."))
            scoring.take_known(
                worksheet=found, code=code, known=now, version=seen(request, "version"), by=request.user,
                at=clock.now(),
            )  # fmt: skip
        return redirect("worksheet_item", agency.slug, year, code)
    row = found.scores.filter(item=code, party=Party.SELF).first()
    context = {
        "worksheet": found, "year": year, "item": one, "now": now, "version": row.version if row else 0,
        "last": before(one, values, year) if values else None,
        "takes": found.is_open and now is not None and now.fits and _differs(now, row)
        and rules.has_perm(RULES[Party.SELF], request.user, agency),
    }  # fmt: skip
    template = "item_known_part" if "HX-Request" in request.headers else "item_known"
    return render(request, f"evaluation/worksheet_{template}.html", context)


def _differs(now: Any, row: Any) -> bool:
    return row is None or (now.raw, now.level) != (row.raw, row.level)


def _kept_quickly(
    request: SignedInRequest, found: EvaluationWorksheet, one: Item, party: Party, form: QuickForm
) -> None:
    """What stands beside the raw value stays; an emptied field takes the value away."""
    row = found.scores.filter(item=one.code, party=party).first()
    given: dict[str, Any] = {
        "worksheet": found,
        "code": one.code,
        "party": party,
        "by": request.user,
        "at": clock.now(),
    }
    given["version"] = form.cleaned_data["version"]
    if form.given in ({"raw": None}, {"level": ""}) and row is not None:
        scoring.clear_score(**given)
        return
    beside = {name: getattr(row, name) for name in ("source", "page", "note")} if row is not None else {}
    scoring.score_item(values=ScoreValues(**form.given, **beside), key=form.cleaned_data["key"], **given)


def _page(
    request: SignedInRequest, found: EvaluationWorksheet, code: str, *, form: ScoreForm | None = None,
    party: Party | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    agency, year = found.agency, found.year
    one = find_item(found, code)
    sheet, led, day = sheet_of(found, item=code), leading(agency, year), today_of(agency, clock.now())
    actions = actions_behind(agency, year, one, led)
    in_force, under = waivers_about(found, code, actions)
    leaves = {
        of: leave_of(request.user, agency, year, one, of, led, day=day, actions=actions, in_force=in_force)
        for of in Party
        if rules.has_perm(RULES[of], request.user, agency)
    }
    writes = frozenset(of for of, leave in leaves.items() if leave.may)
    cells = cells_of(sheet, one, writes)
    official = sheet.score(code, Party.NATIONAL)
    # In a draft, an official value that changed may have been put right by an objection.
    corrected = not found.is_open or (official is not None and official.version > 1)
    corrections = corrections_of(found, code) if corrected else []
    parties = [
        (
            PartyOfItem(
                cell,
                steps_of(sheet, cell),
                _why_not(leaves.get(cell.party)),
                under if cell.party == Party.INTERNAL else (),
            ),
            _form(found, one, cell, form, party),
            [kept for kept in corrections if kept.score.party == cell.party],
        )
        for cell in cells
    ]
    context = {
        "worksheet": found, "year": year, "facts": facts_of(sheet, one), "parties": parties, "sheet": sheet,
        "difference": difference_words(cells), "led": behind(one, led), "slugs": SLUGS,
        "objects": rules.has_perm("evaluation.write_objection", request.user, agency), "actions": actions,
        "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
    }  # fmt: skip
    return render(request, "evaluation/worksheet_item.html", context, status=status)


def _why_not(leave: Leave | None) -> str:
    """For somebody whose role scores this column, but not this item."""
    return why_not(leave) if leave is not None and not leave.may else ""


def _form(
    found: EvaluationWorksheet, one: Item, cell: Any, bound: ScoreForm | None, party: Party | None
) -> ScoreForm | None:
    """For who may write this column now; `bound` is that of a write that was not kept."""
    if bound is not None and cell.party == party:
        return bound
    late = not found.is_open and cell.row is None and cell.party != Party.NATIONAL
    if not cell.writes or late:
        return None
    correcting = not found.is_open and cell.row is not None
    return ScoreForm(one, cell.row, correcting=correcting, auto_id=f"{cell.slug}_%s")

"""Surveys: those of a year, one of them, its beginning and its end."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.accounts.views.doors import site_of
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.words import period_words
from petajalan.surveys.display.profile import profile_view
from petajalan.surveys.display.result import result_view
from petajalan.surveys.duties import may_write, units_to_write_for
from petajalan.surveys.forms.surveys import StepForm, SurveyChangeForm, SurveyForm
from petajalan.surveys.queries.results import all_together, with_results
from petajalan.surveys.queries.surveys import profile_of, spans_with, surveys_of, takes_public_answers, years_with
from petajalan.surveys.rules import may_write_surveys
from petajalan.surveys.services import surveys as services
from petajalan.surveys.views.doors import VIEW, WRITE, find_survey


@require_safe
@agency_page
def survey_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    years = years_with(agency)
    year = _year(request.GET.get("tahun", ""), years)
    found = surveys_of(request.user, agency).filter(last_day__year=year)
    seen = with_results(agency, list(found))
    spans = spans_with([one.survey for one in seen], year)
    inside = [(span, [one for one in seen if span.holds(one.survey.span)]) for span in spans]
    together = [
        (span, all_together(agency, span, held), any(one.survey.simulated for one in held)) for span, held in inside
    ]
    context = {
        "year": year,
        "years": years,
        "rows": [(one, result_view(one.outcome)) for one in seen],
        "periods": [(span, outcome, result_view(outcome), made_up) for span, outcome, made_up in together],
        "writes": may_write_surveys(request.user, agency),
    }
    return render(request, "surveys/surveys.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def add(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, WRITE, agency)
    units = units_to_write_for(request.user, agency)
    initial = {"key": uuid4(), "year": clock.today().year, "part": "S1" if clock.today().month < 7 else "S2"}
    form = SurveyForm(request.POST or None, initial=initial, units=units)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("unit", "service", "min_respondents", "key")}
        given["unit"].agency = agency
        try:
            made = services.create_survey(
                agency=agency, period=form.period, by=request.user, at=clock.now(), **given
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Survei dibuat. Bagikan tautannya, atau isi kuesioner kertas."))
            return redirect("survey", agency.slug, made.pk) if made else redirect("surveys", agency.slug)
    return render(request, "surveys/survey_form.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@agency_page
def survey(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_survey(request, agency, key)
    [seen] = with_results(agency, [found])
    used = found.measurement
    address = reverse("public_survey", args=[found.token])
    context = {
        "survey": found,
        "seen": seen,
        "view": result_view(seen.outcome),
        "profile": profile_view(profile_of(found)),
        "writes": may_write(request.user, found.unit),
        "takes": takes_public_answers(found, clock.now()),
        "address": site_of(request).rstrip("/") + address,
        "path": address,
        "used": period_words(f"{used.year}-Q{used.quarter}") if used else "",
    }
    return render(request, "surveys/survey.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def change(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_survey(request, agency, key, WRITE)
    initial = {name: getattr(found, name) for name in ("version", "service", "min_respondents", "public")}
    form = SurveyChangeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_survey(survey=found, by=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("survey", agency.slug, key)
    context = {"form": form, "survey": found}
    return render(request, "surveys/survey_change.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def close(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_survey(request, agency, key, WRITE)
    with told(request, _("Survei ditutup. Indeksnya sekarang dapat dipakai sebagai pengukuran.")):
        services.close_survey(survey=found, version=_step(request)["version"], by=request.user, at=clock.now())
    return redirect("survey", agency.slug, key)


@require_POST
@agency_page
def reopen(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_survey(request, agency, key, WRITE)
    step = _step(request)
    with told(request, _("Survei dibuka lagi. Tutup sesudah jawabannya benar.")):
        services.reopen_survey(
            survey=found, reason=step["reason"], version=step["version"], by=request.user, at=clock.now()
        )
    return redirect("survey", agency.slug, key)


@require_POST
@agency_page
def remove(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_survey(request, agency, key, WRITE)
    try:
        services.remove_survey(survey=found, version=_step(request)["version"], by=request.user, at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("survey", agency.slug, key)
    messages.success(request, _("Survei dihapus."))
    return redirect("surveys", agency.slug)


def _step(request: SignedInRequest) -> dict[str, Any]:
    form = StepForm(request.POST)
    form.is_valid()
    return {"version": -1, "reason": "", **form.cleaned_data}


def _year(text: str, years: list[int]) -> int:
    if text.isdecimal() and len(text) == 4 and int(text) in YEARS:
        return int(text)
    return years[0] if years else clock.today().year

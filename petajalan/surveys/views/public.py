"""The form that needs no account: whoever has its address may answer. Nothing of the agency but names is on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import uuid4
from zoneinfo import ZoneInfo

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from petajalan.catalogue.satisfaction import questionnaire_for
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.surveys.forms.responses import PublicForm
from petajalan.surveys.models import Survey
from petajalan.surveys.queries.surveys import public_survey, takes_public_answers
from petajalan.surveys.services.responses import NotOpen, answer_publicly
from petajalan.surveys.words import QUESTIONS


def public_page(view: Callable[[HttpRequest, Survey], HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view the survey of the address, with the times of its agency. Search engines leave such pages out."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        survey = public_survey(token)
        if survey is None:
            raise Http404
        with timezone.override(ZoneInfo(survey.agency.time_zone)):
            response = view(request, survey)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return guarded


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def form(request: HttpRequest, survey: Survey) -> HttpResponse:
    codes = _codes(survey)
    if not codes or not takes_public_answers(survey, clock.now()):
        return _closed(request, survey)
    if request.method != "POST":
        return _show(request, survey, PublicForm(initial={"key": uuid4()}, codes=codes))
    if not ratelimit.consume(request, action="public_survey"):
        return render(request, "surveys/public_busy.html", {"survey": survey}, status=429)
    given = PublicForm(request.POST, codes=codes)
    if given.by_a_program:
        return redirect("public_survey_thanks", survey.token)
    if not given.is_valid():
        return _show(request, survey, given)
    try:
        answer_publicly(survey=survey, values=given.values, key=given.cleaned_data["key"], at=clock.now())
    except NotOpen:
        return _closed(request, survey)
    except Refused as refusal:
        given.add_error(None, refusal.sentence)
        return _show(request, survey, given)
    return redirect("public_survey_thanks", survey.token)


@login_not_required
@require_safe
@public_page
def thanks(request: HttpRequest, survey: Survey) -> HttpResponse:
    context = {"survey": survey, "takes": takes_public_answers(survey, clock.now())}
    return render(request, "surveys/public_thanks.html", context)


def _show(request: HttpRequest, survey: Survey, shown: PublicForm) -> HttpResponse:
    context = {"survey": survey, "form": shown}
    return render(request, "surveys/public_form.html", context, status=422 if shown.errors else 200)


def _closed(request: HttpRequest, survey: Survey) -> HttpResponse:
    begins = survey.is_open and survey.public and clock.today() < survey.first_day
    context = {"survey": survey, "begins": begins}
    return render(request, "surveys/public_closed.html", context, status=409 if request.method == "POST" else 200)


def _codes(survey: Survey) -> list[str]:
    """What is asked in the year of the survey, as far as we have words for it."""
    asked = questionnaire_for(survey.last_day.year)
    return [one.code for one in asked.elements if one.code in QUESTIONS] if asked else []

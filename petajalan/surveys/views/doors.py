"""Finding what an address of this app names, for people who may know of it."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Agency
from petajalan.reporting.services.calendar import YEARS
from petajalan.surveys.models import Survey
from petajalan.surveys.periods import Span, span_of
from petajalan.surveys.queries.surveys import surveys_of

VIEW = "surveys.view_surveys"
WRITE = "surveys.write_surveys"


def find_survey(request: SignedInRequest, agency: Agency, key: int, rule: str = VIEW) -> Survey:
    permit(request.user, rule, agency)
    survey: Survey = get_object_or_404(surveys_of(request.user, agency), pk=key)
    survey.agency = survey.unit.agency = agency
    return survey


def find_span(code: str) -> Span:
    try:
        span = span_of(code)
    except ValueError as error:
        raise Http404 from error
    if span.year not in YEARS:
        raise Http404
    return span

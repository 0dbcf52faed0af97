"""All surveys of a period together: the index of the agency, and handing it to the measurement."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.display.measured import DOUBTS
from petajalan.reporting.duties import is_of
from petajalan.reporting.queries.measured import measured
from petajalan.reporting.services.measurements import Implausible, Overtaken
from petajalan.reporting.words import measured_words, period_words
from petajalan.surveys.display.result import result_view
from petajalan.surveys.forms.surveys import StepForm
from petajalan.surveys.periods import Span
from petajalan.surveys.queries.results import all_together, with_results
from petajalan.surveys.queries.surveys import fed_by_surveys, surveys_in
from petajalan.surveys.services.measuring import measure_surveys
from petajalan.surveys.views.doors import VIEW, find_span


@require_safe
@agency_page
def period(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    permit(request.user, VIEW, agency)
    return _page(request, agency, find_span(code))


@require_POST
@agency_page
def measure(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    permit(request.user, VIEW, agency)
    span = find_span(code)
    form = StepForm(request.POST)
    form.is_valid()
    given = {"version": -1, "key": None, "confirmation": "", **form.cleaned_data}
    try:
        measure_surveys(
            agency=agency, span=span, version=given["version"], key=given["key"],
            confirmation=given["confirmation"], by=request.user, at=clock.now(),
        )  # fmt: skip
    except Implausible as doubtful:
        why = [doubtful.sentence, *(str(DOUBTS[one]) for one in doubtful.doubts)]
        return _page(request, agency, span, refused=" ".join(why), confirmation=given["confirmation"], doubtful=True)
    except Overtaken as overtaken:
        return _page(request, agency, span, refused=overtaken.sentence, confirmation=given["confirmation"])
    except Refused as refusal:
        return _page(request, agency, span, refused=refusal.sentence, confirmation=given["confirmation"])
    messages.success(request, _("Indeks ini sekarang menjadi pengukuran indikatornya."))
    return redirect("survey_period", agency.slug, code)


def _page(
    request: SignedInRequest, agency: Agency, span: Span, *, refused: str = "", confirmation: str = "",
    doubtful: bool = False,
) -> HttpResponse:  # fmt: skip
    seen = with_results(agency, list(surveys_in(agency, span)))
    if not seen:
        raise Http404
    outcome = all_together(agency, span, seen)
    fed = fed_by_surveys(agency, span.year, request.user)
    context: dict[str, Any] = {
        "span": span,
        "view": result_view(outcome),
        "outcome": outcome,
        "rows": [(one, result_view(one.outcome)) for one in seen],
        "open": [one.survey for one in seen if one.survey.is_open and one.outcome.respondents],
        "few": sum(one.few for one in seen),
        "simulated": any(one.survey.simulated for one in seen),
        "quarter": period_words(f"{span.year}-Q{span.quarter}"),
        "refused": refused,
        "confirmation": confirmation,
        "doubtful": doubtful,
        "key": uuid4(),
    }
    if fed is not None:
        led, unit = fed
        unit.agency = agency
        row = measured(unit, [led], span.year, span.quarter)[0].row
        context |= {
            "indicator": led.indicator,
            "unit": unit,
            "row": row,
            "measured": measured_words(row, led.indicator) if row else "",
            "same": bool(row and outcome.result and row.value == outcome.result.stated),
            "measures": is_of(request.user, unit),
        }
    return render(request, "surveys/period.html", context, status=422 if refused else 200)

"""Surveys of an agency, by year and period, and the indicator that they feed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, QuerySet

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.reporting.queries.measuring import Led, led_in
from petajalan.reporting.queries.reports import today_of
from petajalan.surveys.models import PROFILE, Survey, SurveyResponse
from petajalan.surveys.periods import PARTS, Span, code_of, span_of

INDICATOR = "satisfaction-survey"  # of catalogue/data/indicators.yaml


def surveys_of(user: User, agency: Agency) -> QuerySet[Survey]:
    found: QuerySet[Survey] = (
        Survey.objects.visible_to(user).filter(agency=agency).select_related("unit", "measurement", "closed_by")
    )
    return found


def surveys_in(agency: Agency, span: Span) -> QuerySet[Survey]:
    """Those whose whole period lies in the span: a semester holds its quarters."""
    found: QuerySet[Survey] = (
        Survey.objects.filter(agency=agency, first_day__gte=span.first, last_day__lte=span.last)
        .select_related("unit", "measurement", "closed_by")
        .order_by("unit__name", "service", "first_day", "pk")
    )
    return found


def spans_with(surveys: Iterable[Survey], year: int) -> list[Span]:
    """The periods of a year that hold at least one of the surveys, the year itself first."""
    held = [one.span for one in surveys]
    spans = (span_of(code_of(year, part)) for part in PARTS)
    return [span for span in spans if any(span.holds(one) for one in held)]


def years_with(agency: Agency) -> list[int]:
    days = Survey.objects.filter(agency=agency).order_by("-last_day__year").values_list("last_day__year", flat=True)
    return list(days.distinct())


def takes_public_answers(survey: Survey, at: datetime) -> bool:
    today = today_of(survey.agency, at)
    return survey.is_open and survey.public and survey.first_day <= today <= survey.last_day


def public_survey(token: str) -> Survey | None:
    """The survey behind the address of a public form. The address is what is known of it; nobody signs in."""
    return Survey.objects.select_related("agency", "unit").filter(token=token).first()


def entries_of(survey: Survey, most: int) -> list[SurveyResponse]:
    """What was typed from paper, the newest first."""
    found = SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey, channel="entry")
    return list(found.order_by("-pk")[:most])


def profile_of(survey: Survey) -> dict[str, dict[str, int]]:
    """How many said what of themselves: by column, then by answer; "" where nothing was said."""
    counted: dict[str, dict[str, int]] = {name: {} for name in (*PROFILE, "channel")}
    rows = SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey).order_by()
    for row in rows.values(*counted).annotate(count=Count("pk")):
        for name, of in counted.items():
            of[row[name]] = of.get(row[name], 0) + row["count"]
    return counted


def fed_by_surveys(agency: Agency, year: int, user: User | None = None) -> tuple[Led, Unit] | None:
    """The satisfaction indicator of the road map in force, with a coordinator: one of the person's own if there is."""
    led = next((one for one in led_in(agency, year) if one.indicator.known_code == INDICATOR), None)
    if led is None:
        return None
    own = [unit for unit in units_of(user, agency) if unit.pk in led.units] if user else []
    unit = own[0] if own else Unit.objects.select_related("agency").filter(pk__in=led.units).order_by("name").first()
    return (led, unit) if unit else None

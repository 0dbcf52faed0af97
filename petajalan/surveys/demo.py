"""Surveys of the demonstration city: two units of service over a year, and one that begins. All of it is made up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction

from petajalan.accounts.models import Agency, Unit
from petajalan.common import audit
from petajalan.common.audit import SYSTEM
from petajalan.planning.demo.actions import YEAR
from petajalan.surveys.choices import AgeBand, Channel, Education, Occupation, Sex
from petajalan.surveys.models import ELEMENTS, Survey, SurveyResponse
from petajalan.surveys.periods import span_of

_OURS = UUID("0d9b2a5e-64b0-4d1c-8a57-2f8f4f7b1c10")
TENTHS = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class DemoSurvey:
    """means  what the answers to U1 to U9 come to, nearly"""

    unit: str
    service: str
    period: str
    people: int
    means: str
    closed: bool = True
    least: int | None = 30


SURVEYS = (
    DemoSurvey("DPMPTSP", "Perizinan usaha", f"{YEAR}-S1", 64, "3.3 3.1 2.9 3.6 3.3 3.4 3.5 3.2 3.2"),
    DemoSurvey("Dispendukcapil", "Dokumen kependudukan", f"{YEAR}-S1", 88, "3.4 3.3 3.1 3.9 3.4 3.4 3.4 3.1 3.0"),
    DemoSurvey("DPMPTSP", "Perizinan usaha", f"{YEAR}-S2", 72, "3.4 3.3 3.1 3.6 3.4 3.4 3.6 3.3 3.3"),
    DemoSurvey("Dispendukcapil", "Dokumen kependudukan", f"{YEAR}-S2", 96, "3.5 3.4 3.2 3.9 3.5 3.5 3.5 3.2 3.1"),
    DemoSurvey(
        "Diskominfo",
        "Layanan informasi publik",
        f"{YEAR + 1}-S1",
        6,
        "3.4 3.2 3.3 3.9 3.3 3.4 3.6 3.0 3.2",
        closed=False,
    ),
)


@transaction.atomic
def simulate_surveys(*, slug: str, at: datetime) -> bool:
    """`False` when the city has surveys, or lacks one of the units."""
    agency = Agency.objects.get(slug=slug)
    units = {unit.called: unit for unit in Unit.objects.filter(agency=agency)}
    if Survey.objects.filter(agency=agency).exists() or any(one.unit not in units for one in SURVEYS):
        return False
    zone = ZoneInfo(agency.time_zone)
    for one in SURVEYS:
        span = span_of(one.period)
        survey = Survey.objects.create(
            agency=agency, unit=units[one.unit], service=one.service, period=one.period, first_day=span.first,
            last_day=span.last, token=uuid5(_OURS, f"{slug} {one.unit} {one.period}").hex,
            min_respondents=one.least, created_at=datetime.combine(span.first, time(8), zone),
            closed_at=datetime.combine(span.last, time(16), zone) if one.closed else None, simulated=True,
        )  # fmt: skip
        SurveyResponse.objects.bulk_create(_responses(survey, one, zone))
        audit.record(
            agency=agency, by=SYSTEM, action="survey_created", about=survey, at=at,
            after={"respondents": one.people, "simulated": True},
        )  # fmt: skip
    return True


def _responses(survey: Survey, one: DemoSurvey, zone: ZoneInfo) -> Iterator[SurveyResponse]:
    means = [Decimal(text) for text in one.means.split()]
    days = (survey.last_day - survey.first_day).days if one.closed else 3
    for at in range(one.people):
        day = survey.first_day + timedelta(days=at * days // one.people)
        answers = {
            code: _answer(mean, at, place) for place, (code, mean) in enumerate(zip(ELEMENTS, means, strict=True))
        }
        yield SurveyResponse(
            agency_id=survey.agency_id, survey=survey, key=uuid5(_OURS, f"{survey.token} {at}"), day=day,
            channel=(Channel.PUBLIC, Channel.ENTRY, Channel.PUBLIC, Channel.IMPORT)[at % 4],
            received_at=_noon(day, zone), sex=Sex.values[at % 2], age_band=AgeBand.values[1 + at * 3 % 5],
            education=Education.values[1 + at * 5 % 4], occupation=Occupation.values[(0, 3, 4, 3, 5)[at % 5]],
            **answers,
        )  # fmt: skip


def _answer(mean: Decimal, person: int, place: int) -> int | None:
    """Nearly the mean over many people; now and then somebody leaves one out."""
    if (person * 11 + place * 3) % 31 == 30:
        return None
    return max(1, min(4, int(mean + TENTHS * ((person * 7 + place * 3) % 10))))


def _noon(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(12), zone)

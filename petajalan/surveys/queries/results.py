"""What surveys come to, one by one and together: two queries, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Sum

from petajalan.accounts.models import Agency
from petajalan.calc.satisfaction import Questionnaire, Satisfaction, Tally, satisfaction, together
from petajalan.calc.scales import Classified, Scale, classify
from petajalan.catalogue.satisfaction import questionnaire_for
from petajalan.planning.queries.national import reference_of
from petajalan.surveys.models import ELEMENTS, Survey, SurveyResponse
from petajalan.surveys.periods import Span

Tallies = Mapping[str, Tally]


@dataclass(frozen=True)
class Outcome:
    """Answers added up, of one survey or of several.

    questionnaire  of the year in which the period ends; `None` where nobody knows what was asked then
    """

    year: int
    respondents: int
    tallies: Tallies
    questionnaire: Questionnaire | None
    scale: Scale | None

    @cached_property
    def result(self) -> Satisfaction | None:
        return satisfaction(self.questionnaire, self.tallies) if self.questionnaire else None

    @cached_property
    def grade(self) -> Classified | None:
        """By the index as it was computed, not as it is rounded for reading."""
        if self.result is None or self.result.index is None or self.scale is None:
            return None
        return classify(self.scale, self.result.index, self.year)


@dataclass(frozen=True)
class SurveySeen:
    survey: Survey
    outcome: Outcome

    @property
    def few(self) -> bool:
        """Fewer people answered than the agency asks for: marked, never hidden."""
        least = self.survey.min_respondents
        return least is not None and self.outcome.respondents < least


def with_results(agency: Agency, surveys: Sequence[Survey]) -> list[SurveySeen]:
    tallies = _tallies(agency, surveys)
    scales = {one.code: one for one in reference_of(agency).scales}
    none: tuple[int, Tallies] = (0, {})
    return [SurveySeen(one, _outcome(one.last_day.year, *tallies.get(one.pk, none), scales=scales)) for one in surveys]


def all_together(agency: Agency, span: Span, surveys: Iterable[SurveySeen]) -> Outcome:
    """The index of the agency: over every answer of these surveys, never an average of their indices."""
    listed = list(surveys)
    scale = next((one.outcome.scale for one in listed if one.outcome.scale), None)
    return Outcome(
        span.year,
        sum(one.outcome.respondents for one in listed),
        together(one.outcome.tallies for one in listed),
        questionnaire_for(span.last.year),
        scale,
    )


def _outcome(year: int, respondents: int, tallies: Tallies, *, scales: Mapping[str, Scale]) -> Outcome:
    asked = questionnaire_for(year)
    return Outcome(year, respondents, tallies, asked, scales.get(asked.scale) if asked else None)


def _tallies(agency: Agency, surveys: Sequence[Survey]) -> dict[int, tuple[int, Tallies]]:
    """Respondents and sums by survey."""
    parts = {f"{code}_total": Sum(code) for code in ELEMENTS} | {f"{code}_count": Count(code) for code in ELEMENTS}
    rows: Iterable[Any] = (
        SurveyResponse.objects.filter(agency=agency, survey__in=[one.pk for one in surveys])
        .order_by()
        .values("survey")
        .annotate(respondents=Count("pk"), **parts)
    )
    return {
        row["survey"]: (
            row["respondents"],
            {code: Tally(row[f"{code}_total"] or 0, row[f"{code}_count"]) for code in ELEMENTS},
        )
        for row in rows
    }

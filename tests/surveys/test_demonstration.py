"""The made-up surveys: marked, once, and not where the units are missing."""

from __future__ import annotations

from petajalan.accounts.models import Unit
from petajalan.surveys.demo import SURVEYS, simulate_surveys
from petajalan.surveys.models import Survey, SurveyResponse
from petajalan.surveys.queries.results import with_results
from tests.cast import Cast
from tests.surveys.holding import JUNE


def test_it_is_written_once_and_marked(cast: Cast) -> None:
    slug = cast.agency.slug
    assert not simulate_surveys(slug=slug, at=JUNE)
    known = {unit.called for unit in Unit.objects.filter(agency=cast.agency)}
    for name in {one.unit for one in SURVEYS} - known:
        Unit.objects.create(agency=cast.agency, kind="department", name=name, key=name.lower())
    assert simulate_surveys(slug=slug, at=JUNE)
    assert not simulate_surveys(slug=slug, at=JUNE)
    assert not Survey.objects.filter(simulated=False).exists()
    assert SurveyResponse.objects.count() == sum(one.people for one in SURVEYS)
    grades = [one.outcome.grade for one in with_results(cast.agency, list(Survey.objects.all()))]
    assert {grade.band.letter if grade else "" for grade in grades} == {"B"}

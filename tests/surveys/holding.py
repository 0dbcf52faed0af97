"""A survey of Diskominfo (Siti, Pak Joko) in the first half of 2025; Bagian Organisasi (Budi) measures the index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.reporting.models import CultureActivity
from petajalan.surveys.models import ELEMENTS, Survey, SurveyResponse
from petajalan.surveys.services import responses, surveys
from petajalan.surveys.values import ResponseValues
from tests.cast import Cast

JUNE = datetime(2025, 6, 10, 3, 0, tzinfo=UTC)
PERIOD = "2025-S1"


def answered(text: str = "3 3 3 3 3 3 3 3 3", **more: Any) -> ResponseValues:
    """Answers to U1 to U9; "-" is none."""
    answers = {code: None if one == "-" else int(one) for code, one in zip(ELEMENTS, text.split(), strict=True)}
    return ResponseValues(answers=answers, **more)


@dataclass(frozen=True)
class Holding:
    cast: Cast
    unit: Unit
    other: Unit

    def survey(self, period: str = PERIOD, *, unit: Unit | None = None, by: User | None = None, **more: Any) -> Survey:
        made = surveys.create_survey(
            agency=self.cast.agency, unit=unit or self.unit, period=period, by=by or self.cast.wati, at=JUNE, **more
        )
        assert made is not None
        return made

    def paper(self, survey: Survey, text: str = "3 3 3 3 3 3 3 3 3", **more: Any) -> SurveyResponse:
        given = {"key": uuid4(), "version": 0, "by": self.cast.wati, "at": JUNE, **more}
        return responses.save_entry(survey=survey, values=answered(text), **given)  # type: ignore[arg-type]

    def close(self, survey: Survey) -> Survey:
        survey.refresh_from_db()
        return surveys.close_survey(survey=survey, version=survey.version, by=self.cast.wati, at=JUNE)


def holds(cast: Cast) -> Holding:
    units = [units_of(one, cast.agency)[0] for one in (cast.siti, cast.budi)]
    for unit in units:
        unit.agency = cast.agency
    return Holding(cast, *units)


@pytest.fixture
def holding(cast: Cast) -> Holding:
    return holds(cast)


def surveyed(cast: Cast) -> None:
    """A survey with an answer, and an activity for the core values: for the test of every page."""
    one = holds(cast)
    one.paper(one.survey())
    CultureActivity.objects.create(
        agency=cast.agency, unit=one.unit, day=date(2024, 5, 6), title="Apel nilai", core_value="loyal"
    )

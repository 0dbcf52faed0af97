"""Answers that came in a file: all of them or none. A questionnaire counts once, however often it is uploaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.surveys.choices import Channel
from petajalan.surveys.models import Survey, SurveyResponse
from petajalan.surveys.response_sheet import ResponsesRead, SheetResponse
from petajalan.surveys.services.responses import day_within, writable
from petajalan.surveys.services.surveys import held_survey

_OURS = UUID("5b1d1c43-7c0e-4a3e-9a5f-2f1c7f2a9d11")


@dataclass(frozen=True, slots=True)
class ImportedResponses:
    """`known` were there already, from an earlier upload."""

    added: int
    known: int


@transaction.atomic
def import_responses(*, survey: Survey, read: ResponsesRead, by: User, at: datetime) -> ImportedResponses:
    """The file has no mistakes: `read.problems` is empty."""
    if read.problems:
        raise ValueError("a file with mistakes is not imported")
    survey = held_survey(survey)
    writable(survey, by)
    keys = {_key(survey, read.digest, row): row for row in read.rows}
    there = set(SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey).values_list("key", flat=True))
    new = [
        SurveyResponse(
            agency=survey.agency, survey=survey, key=key, day=day_within(survey, row.values.day, at),
            channel=Channel.IMPORT, received_at=at, entered_by=by, **row.values.columns,
        )
        for key, row in keys.items()
        if key not in there
    ]  # fmt: skip
    SurveyResponse.objects.bulk_create(new, batch_size=500)
    if new:
        audit.record(
            agency=survey.agency, by=by, action="survey_imported", about=survey, at=at,
            after={"questionnaires": len(new), "sha256": read.digest},
        )  # fmt: skip
    return ImportedResponses(len(new), len(keys) - len(new))


def _key(survey: Survey, digest: str, row: SheetResponse) -> UUID:
    """By the number of the questionnaire; without one by the file and the line in it."""
    return uuid5(_OURS, f"{survey.pk} {row.number}" if row.number else f"{survey.pk} {digest} {row.line}")

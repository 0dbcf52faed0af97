"""Answers, as they come in: from the public form, and typed from paper."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of
from petajalan.surveys.choices import Channel
from petajalan.surveys.duties import may_write
from petajalan.surveys.models import ELEMENTS, Survey, SurveyResponse
from petajalan.surveys.queries.surveys import takes_public_answers
from petajalan.surveys.services.surveys import held_survey
from petajalan.surveys.values import ResponseValues


class NotOpen(Refused):
    """The public form takes no answers: it is closed, not begun, or over."""


@transaction.atomic
def answer_publicly(*, survey: Survey, values: ResponseValues, key: UUID, at: datetime) -> SurveyResponse:
    """Keep what somebody without an account answered. A form that arrives twice counts once.

    Such an answer has no entry in the trail: it is never changed, and who sent it is not kept on purpose.
    """
    survey = held_survey(survey)
    known = _known(survey, key)
    if known is not None:
        return known
    if not takes_public_answers(survey, at):
        raise NotOpen(_("Survei ini sedang tidak menerima jawaban."))
    _answered(values)
    return _added(survey, key, values, today_of(survey.agency, at), Channel.PUBLIC, None, at)


@transaction.atomic
def save_entry(
    *, survey: Survey, key: UUID, values: ResponseValues, version: int, by: User, at: datetime
) -> SurveyResponse:
    """One paper questionnaire, new (`version` 0) or as it was put right. The same row sent again counts once."""
    survey = held_survey(survey)
    writable(survey, by)
    _answered(values)
    day = day_within(survey, values.day, at)
    known = _known(survey, key)
    if known is None:
        row = _added(survey, key, values, day, Channel.ENTRY, by, at)
        audit.record(agency=survey.agency, by=by, action="survey_entry_saved", about=survey, at=at, after=_kept(row))
        return row
    if known.channel != Channel.ENTRY:
        raise Refused(_("Jawaban ini tidak diisi dari kertas, jadi tidak dapat diubah di sini."))
    columns = {**values.columns, "day": day}
    if all(getattr(known, name) == value for name, value in columns.items()):
        return known
    if not version and known.entered_by_id == by.pk:
        version = 1  # the person's own new row, whose first answer was lost on the way back
    rows = SurveyResponse.objects.filter(pk=known.pk, version=version)
    if rows.update(**columns, version=F("version") + 1) != 1:
        raise Refused(_("Baris ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi."))
    row = SurveyResponse.objects.get(pk=known.pk)
    audit.record(
        agency=survey.agency, by=by, action="survey_entry_saved", about=survey, at=at, before=_kept(known),
        after=_kept(row),
    )  # fmt: skip
    return row


@transaction.atomic
def remove_entry(*, response: SurveyResponse, version: int, by: User, at: datetime) -> None:
    """Take back what was typed or imported by mistake; what people sent themselves stays."""
    survey = held_survey(response.survey)
    writable(survey, by)
    if response.channel == Channel.PUBLIC:
        raise Refused(_("Jawaban dari formulir publik tidak dapat dihapus."))
    count, _kinds = SurveyResponse.objects.filter(pk=response.pk, version=version).delete()
    if not count:
        raise Refused(_("Baris ini baru saja diubah atau dihapus orang lain. Muat ulang halaman, lalu periksa lagi."))
    audit.record(
        agency=survey.agency, by=by, action="survey_entry_removed", about=survey, at=at, before=_kept(response)
    )


def writable_by(survey: Survey, by: User) -> None:
    if not may_write(by, survey.unit):
        raise PermissionDenied(_("Jawaban diisi oleh orang dari unit layanannya sendiri, atau oleh administrator."))


def writable(survey: Survey, by: User) -> None:
    writable_by(survey, by)
    if not survey.is_open:
        raise Refused(_("Survei ini sudah ditutup. Buka lagi lebih dahulu bila jawabannya perlu diperbaiki."))


def day_within(survey: Survey, day: date | None, at: datetime) -> date:
    """The day of the answer: within the period, and not in the future. Without one it is today, or the last day."""
    today = today_of(survey.agency, at)
    if day is None:
        day = min(today, survey.last_day)
    if not survey.first_day <= day <= survey.last_day:
        told = {"first": date_format(survey.first_day, "j F Y"), "last": date_format(survey.last_day, "j F Y")}
        raise Refused(_("Tulis tanggal dalam periode survei: %(first)s sampai %(last)s.") % told)
    if day > today:
        raise Refused(_("Tanggal itu belum tiba. Tulis tanggal kuesioner diisi."))
    return day


def _answered(values: ResponseValues) -> None:
    if values.is_empty:
        raise Refused(_("Jawab sekurang-kurangnya satu pertanyaan."))
    if any(answer is not None and not 1 <= answer <= 4 for answer in values.answers.values()):
        raise Refused(_("Jawaban adalah angka 1 sampai 4; kosong berarti tidak dijawab."))


def _known(survey: Survey, key: UUID) -> SurveyResponse | None:
    return SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey, key=key).first()


def _added(
    survey: Survey, key: UUID, values: ResponseValues, day: date, channel: str, by: User | None, at: datetime
) -> SurveyResponse:
    row = SurveyResponse(
        agency=survey.agency, survey=survey, key=key, day=day, channel=channel, received_at=at, entered_by=by,
        **values.columns,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # the same form at the same moment
        return SurveyResponse.objects.get(agency=survey.agency_id, survey=survey, key=key)
    return row


def _kept(row: SurveyResponse) -> dict[str, object]:
    answers = " ".join(str(getattr(row, code) or "-") for code in ELEMENTS)
    return {"day": row.day.isoformat(), "survey_answers": answers}

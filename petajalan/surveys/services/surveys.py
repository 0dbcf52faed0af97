"""A survey, from its beginning to its end."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, Unit, User
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.services.write_keys import first_time
from petajalan.surveys.duties import may_write
from petajalan.surveys.models import Survey, SurveyResponse
from petajalan.surveys.periods import span_of

TOKEN_BYTES = 16


@transaction.atomic
def create_survey(
    *, agency: Agency, unit: Unit, period: str, service: str = "", min_respondents: int | None = None,
    by: User, at: datetime, key: UUID | None = None,
) -> Survey | None:  # fmt: skip
    """`None` when the same form arrived before."""
    permit(by, "surveys.write_surveys", agency)
    if unit.agency_id != agency.pk:
        raise Refused(_("Pilih unit instansi ini."))
    _writes(by, unit)
    try:
        span = span_of(period)
    except ValueError as error:
        raise Refused(_("Pilih triwulan, semester, atau tahun.")) from error
    if span.year not in YEARS:
        raise Refused(_("Isi tahun antara %(first)d dan %(last)d.") % {"first": YEARS[0], "last": YEARS[-1]})
    if not first_time(about=agency, key=key, what="create_survey", by=by, at=at):
        return None
    survey = Survey(
        agency=agency, unit=unit, service=" ".join(service.split()), period=period, first_day=span.first,
        last_day=span.last, min_respondents=_least(min_respondents), token=secrets.token_urlsafe(TOKEN_BYTES),
        created_by=by, created_at=at,
    )  # fmt: skip
    try:
        with transaction.atomic():
            survey.save(force_insert=True)
    except IntegrityError as error:
        raise _twice() from error
    audit.record(agency=agency, by=by, action="survey_created", about=survey, at=at, after=_kept(survey))
    return survey


@transaction.atomic
def change_survey(
    *, survey: Survey, service: str, min_respondents: int | None, public: bool, version: int, by: User, at: datetime
) -> Survey:
    _writes(by, survey.unit)
    current = Survey.objects.get(pk=survey.pk)
    if not current.is_open:
        raise _closed()
    try:
        with transaction.atomic():
            _change(
                survey, version, closed_at=None, service=" ".join(service.split()), public=public,
                min_respondents=_least(min_respondents),
            )  # fmt: skip
    except IntegrityError as error:
        raise _twice() from error
    after = Survey.objects.get(pk=survey.pk)
    audit.record(
        agency=survey.agency, by=by, action="survey_changed", about=after, at=at, before=_kept(current),
        after=_kept(after),
    )  # fmt: skip
    return after


@transaction.atomic
def close_survey(*, survey: Survey, version: int, by: User, at: datetime) -> Survey:
    """From now on nothing is answered any more, and its index may be measured."""
    _writes(by, survey.unit)
    held = held_survey(survey)
    if not held.is_open:
        raise _closed()
    count = SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey).count()
    if not count:
        raise Refused(_("Belum ada jawaban, jadi belum ada yang dapat dihitung. Isi jawabannya lebih dahulu."))
    _change(survey, version, closed_at=at, closed_by=by)
    audit.record(agency=survey.agency, by=by, action="survey_closed", about=survey, at=at, after={"respondents": count})
    return Survey.objects.get(pk=survey.pk)


@transaction.atomic
def reopen_survey(*, survey: Survey, reason: str, version: int, by: User, at: datetime) -> Survey:
    """To put answers right. What was measured stays until somebody measures again."""
    _writes(by, survey.unit)
    if not reason.strip():
        raise Refused(_("Tulis mengapa survei ini dibuka lagi."))
    if held_survey(survey).is_open:
        raise Refused(_("Survei ini sudah terbuka. Muat ulang halaman."))
    _change(survey, version, closed_at=None, closed_by=None)
    audit.record(
        agency=survey.agency, by=by, action="survey_reopened", about=survey, at=at, reason=reason.strip()
    )  # fmt: skip
    return Survey.objects.get(pk=survey.pk)


@transaction.atomic
def remove_survey(*, survey: Survey, version: int, by: User, at: datetime) -> None:
    """One that was made by mistake. With answers it stays."""
    _writes(by, survey.unit)
    held_survey(survey)
    if SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey).exists():
        raise Refused(_("Survei ini sudah mempunyai jawaban, jadi tidak dapat dihapus. Tutup saja bila sudah selesai."))
    audit.record(agency=survey.agency, by=by, action="survey_removed", about=survey, at=at, before=_kept(survey))
    count, _kinds = Survey.objects.filter(pk=survey.pk, version=version).delete()
    if not count:
        raise Refused(_("Survei ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi."))


def held_survey(survey: Survey) -> Survey:
    """The survey, held until the end of the transaction: nothing is answered while it is being closed."""
    held = Survey.objects.select_for_update(of=("self",)).select_related("agency", "unit__agency")
    found: Survey = held.get(pk=survey.pk)
    return found


def _writes(by: User, unit: Unit) -> None:
    if not may_write(by, unit):
        raise PermissionDenied(_("Survei diatur oleh orang dari unit layanannya sendiri, atau oleh administrator."))


def _change(survey: Survey, version: int, **values: object) -> None:
    if Survey.objects.filter(pk=survey.pk, version=version).update(**values, version=F("version") + 1) != 1:
        raise Refused(_("Survei ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi."))


def _least(count: int | None) -> int | None:
    if count is not None and count < 1:
        raise Refused(_("Isi jumlah responden 1 atau lebih, atau kosongkan."))
    return count


def _twice() -> Refused:
    return Refused(
        _("Survei unit dan layanan ini untuk periode itu sudah ada. Buka survei itu, atau tulis layanannya.")
    )


def _closed() -> Refused:
    return Refused(_("Survei ini sudah ditutup. Buka lagi lebih dahulu bila jawabannya perlu diperbaiki."))


def _kept(survey: Survey) -> dict[str, object]:
    return {
        "unit": str(survey.unit), "service": survey.service, "period": survey.period, "public_form": survey.public,
        "min_respondents": survey.min_respondents,
    }  # fmt: skip

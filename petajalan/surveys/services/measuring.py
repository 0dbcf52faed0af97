"""The index of closed surveys, handed to the measurement of the satisfaction indicator: it is never typed again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.models import Agency, User
from petajalan.calc.numbers import format_value, read_typed
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Measurement
from petajalan.reporting.services.measurements import Subject, save_measurement
from petajalan.reporting.values import FigureValues
from petajalan.surveys.models import Survey
from petajalan.surveys.periods import Span
from petajalan.surveys.queries.results import SurveySeen, all_together, with_results
from petajalan.surveys.queries.surveys import fed_by_surveys, surveys_in
from petajalan.surveys.words import survey_period


@transaction.atomic
def measure_surveys(
    *, agency: Agency, span: Span, version: int, confirmation: str = "", by: User, at: datetime,
    key: UUID | None = None,
) -> Measurement:  # fmt: skip
    """Measure the index over all answers of the surveys in `span`, in the quarter in which it ends.

    Everything that holds for a measurement holds here: who may measure, until when, and what asks for a reason.
    """
    fed = fed_by_surveys(agency, span.year, by)
    if fed is None:
        raise Refused(_("Road map yang berlaku tahun itu tidak memuat indikator Survei Kepuasan Masyarakat."))
    led, unit = fed
    held = list(surveys_in(agency, span).select_for_update(of=("self",)))
    seen = with_results(agency, held)
    outcome = all_together(agency, span, seen)
    stated = outcome.result.stated if outcome.result else None
    if stated is None:
        raise Refused(_("Belum ada jawaban pada periode ini."))
    if any(one.survey.is_open and one.outcome.respondents for one in seen):
        raise Refused(_("Tutup lebih dahulu semua survei periode ini, supaya indeksnya tidak berubah lagi."))
    unit.agency = agency
    row = save_measurement(
        of=Subject(led.indicator, unit, span.year, span.quarter),
        values=FigureValues(
            figure=read_typed(format_value(stated)), source=source_of(span, seen), confirmation=confirmation
        ),
        version=version, by=by, at=at, key=key,
    )  # fmt: skip
    counted = [one.survey for one in seen if one.outcome.respondents]
    Survey.objects.filter(pk__in=[one.pk for one in counted]).update(measurement=row)
    for one in counted:
        audit.record(
            agency=agency, by=by, action="survey_measured", about=one, at=at,
            after={"value": row.value, "measurement": str(row.pk), "period": span.code},
        )  # fmt: skip
    return row


def source_of(span: Span, seen: list[SurveySeen]) -> str:
    """The document that the measurement names: the surveys, and how many answered them."""
    people = sum(one.outcome.respondents for one in seen)
    told = ngettext(
        "Survei kepuasan masyarakat %(period)s di Petajalan: %(people)s responden, %(count)d survei",
        "Survei kepuasan masyarakat %(period)s di Petajalan: %(people)s responden, %(count)d survei",
        len(seen),
    )
    names = ", ".join(dict.fromkeys(one.survey.unit.called for one in seen))
    said = told % {"period": survey_period(span.code), "people": format_value(people), "count": len(seen)}
    text = f"{said} ({names})"
    return text + " " + _("(data simulasi)") if any(one.survey.simulated for one in seen) else text

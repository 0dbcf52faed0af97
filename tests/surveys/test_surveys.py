"""Surveys: whose they are, from the first answer to the index that is measured."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Measurement
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.measurements import Implausible
from petajalan.surveys.models import Survey, SurveyResponse
from petajalan.surveys.periods import code_of, span_of
from petajalan.surveys.queries.results import all_together, with_results
from petajalan.surveys.queries.surveys import surveys_in
from petajalan.surveys.services import responses as services
from petajalan.surveys.services import surveys as life
from petajalan.surveys.services.measuring import measure_surveys
from tests.reporting.measuring import INDEX, measures
from tests.surveys.holding import JUNE, PERIOD, Holding, answered
from tests.surveys.holding import holding as holding  # the fixture

JULY = datetime(2025, 7, 8, 3, 0, tzinfo=UTC)  # TW II is due on 10 July


@pytest.mark.parametrize(
    ("code", "first", "last", "quarter"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), 4),
        ("2025-S1", date(2025, 1, 1), date(2025, 6, 30), 2),
        ("2025-S2", date(2025, 7, 1), date(2025, 12, 31), 4),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), 1),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31), 4),
    ],
)
def test_a_period_has_its_days(code: str, first: date, last: date, quarter: int) -> None:
    span = span_of(code)
    assert (span.first, span.last, span.quarter) == (first, last, quarter)
    assert code_of(span.year, code[5:]) == code


@pytest.mark.parametrize("code", ["", "2025-S3", "2025-06", "25", "2025-Q5", "x"])
def test_what_is_no_period(code: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        span_of(code)


def test_a_survey_is_of_its_unit_and_once_a_period(holding: Holding) -> None:
    cast = holding.cast
    survey = holding.survey(by=cast.siti, service="Layanan data")
    assert (survey.first_day, survey.last_day, len(survey.token) > 20) == (date(2025, 1, 1), date(2025, 6, 30), True)
    with pytest.raises(Refused, match="sudah ada"):
        holding.survey(by=cast.siti, service=" Layanan  data ")
    assert holding.survey(by=cast.siti).pk
    with pytest.raises(PermissionDenied):
        holding.survey(unit=holding.other, by=cast.siti)
    with pytest.raises(PermissionDenied):
        holding.survey(by=cast.ani)
    with pytest.raises(Refused, match="triwulan"):
        holding.survey("2025-06")


def test_the_same_form_makes_one_survey(holding: Holding) -> None:
    key = uuid4()
    given = {"agency": holding.cast.agency, "unit": holding.unit, "period": PERIOD, "by": holding.cast.siti, "at": JUNE}
    assert life.create_survey(**given, key=key) is not None  # type: ignore[arg-type]
    assert life.create_survey(**given, key=key) is None  # type: ignore[arg-type]
    assert Survey.objects.count() == 1


def test_a_paper_questionnaire_counts_once_and_may_be_put_right(holding: Holding) -> None:
    survey, key = holding.survey(), uuid4()
    row = holding.paper(survey, key=key)
    assert holding.paper(survey, key=key).pk == row.pk
    assert holding.paper(survey, "4 - 3 3 3 3 3 3 3", key=key, version=1).answers["u2"] is None
    with pytest.raises(Refused, match="diubah orang lain"):
        holding.paper(survey, key=key, version=1)
    assert SurveyResponse.objects.count() == 1
    assert AuditEntry.objects.filter(action="survey_entry_saved").count() == 2


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 7, 1), date(2025, 6, 11)])
def test_a_day_outside_of_the_period_or_to_come_is_refused(holding: Holding, day: date) -> None:
    survey = holding.survey()
    with pytest.raises(Refused, match="anggal"):
        services.save_entry(
            survey=survey, key=uuid4(), values=answered(day=day), version=0, by=holding.cast.siti, at=JUNE
        )


def test_an_answer_is_something_from_one_to_four(holding: Holding) -> None:
    survey = holding.survey()
    with pytest.raises(Refused, match="sekurang-kurangnya"):
        holding.paper(survey, "- - - - - - - - -")
    with pytest.raises(Refused, match="1 sampai 4"):
        holding.paper(survey, "5 3 3 3 3 3 3 3 3")


def test_closed_it_takes_nothing_until_it_is_opened_again(holding: Holding) -> None:
    survey = holding.survey()
    with pytest.raises(Refused, match="Belum ada jawaban"):
        holding.close(survey)
    row = holding.paper(survey)
    closed = holding.close(survey)
    for write in (
        lambda: holding.paper(closed),
        lambda: services.remove_entry(response=row, version=1, by=holding.cast.siti, at=JUNE),
        lambda: services.answer_publicly(survey=closed, values=answered(), key=uuid4(), at=JUNE),
    ):
        with pytest.raises(Refused):
            write()
    with pytest.raises(Refused, match="mengapa"):
        life.reopen_survey(survey=closed, reason=" ", version=closed.version, by=holding.cast.siti, at=JUNE)
    again = life.reopen_survey(survey=closed, reason="Salah", version=closed.version, by=holding.cast.siti, at=JUNE)
    services.remove_entry(response=row, version=1, by=holding.cast.siti, at=JUNE)
    assert (again.is_open, SurveyResponse.objects.count()) == (True, 0)


def test_a_survey_without_answers_is_removed_and_holds_nothing_up(holding: Holding) -> None:
    survey = holding.survey()
    given = {"survey": survey, "version": 1, "at": JUNE}
    with pytest.raises(PermissionDenied):
        life.remove_survey(**given, by=holding.cast.budi)  # type: ignore[arg-type]
    row = holding.paper(survey)
    with pytest.raises(Refused, match="mempunyai jawaban"):
        life.remove_survey(**given, by=holding.cast.siti)  # type: ignore[arg-type]
    services.remove_entry(response=row, version=1, by=holding.cast.siti, at=JUNE)
    life.remove_survey(**given, by=holding.cast.siti)  # type: ignore[arg-type]
    assert not Survey.objects.exists()


def test_what_the_public_sent_is_not_removed(holding: Holding) -> None:
    survey = holding.survey()
    row = services.answer_publicly(survey=survey, values=answered(), key=uuid4(), at=JUNE)
    assert (row.channel, row.entered_by) == ("public", None)
    with pytest.raises(Refused, match="formulir publik"):
        services.remove_entry(response=row, version=1, by=holding.cast.siti, at=JUNE)


def test_the_index_of_the_agency_is_over_all_answers(holding: Holding) -> None:
    """One person with 4 and three with 2: 2,5, and not the 3 that two averages would make."""
    small, large = holding.survey(min_respondents=2), holding.survey(unit=holding.other)
    holding.paper(small, "4 4 4 4 4 4 4 4 4")
    for _time in range(3):
        holding.paper(large, "2 2 2 2 2 2 2 2 2")
    seen = with_results(holding.cast.agency, list(surveys_in(holding.cast.agency, span_of("2025"))))
    whole = all_together(holding.cast.agency, span_of("2025"), seen)
    assert whole.result is not None
    assert (whole.respondents, whole.result.index) == (4, Decimal("62.5"))
    assert {one.survey.pk: one.few for one in seen} == {small.pk: True, large.pk: False}


def test_the_index_of_closed_surveys_becomes_the_measurement(holding: Holding) -> None:
    cast = holding.cast
    open_calendar(agency=cast.agency, year=2025, by=SYSTEM, at=datetime(2024, 12, 1, tzinfo=UTC))
    indicator = measures(cast).indicator(
        "Nilai Survei Kepuasan Masyarakat", baseline="83,51", target="86", **INDEX, scale_code="skm",
        known_code="satisfaction-survey",
    )  # fmt: skip
    one, two = holding.survey(), holding.survey(unit=holding.other)
    holding.paper(one, "4 3 3 4 3 3 4 3 3")
    for _time in range(2):
        holding.paper(two, "3 3 3 4 3 3 3 3 -")
    given = {"agency": cast.agency, "span": span_of(PERIOD), "at": JULY, "version": 0}
    with pytest.raises(Refused, match="Tutup lebih dahulu"):
        measure_surveys(**given, by=cast.budi)  # type: ignore[arg-type]
    holding.close(one)
    holding.close(two)
    with pytest.raises(PermissionDenied):
        measure_surveys(**given, by=cast.siti)  # type: ignore[arg-type]
    row = measure_surveys(**given, by=cast.budi)  # type: ignore[arg-type]
    # (10/3 + 3 + 3 + 4 + 3 + 3 + 10/3 + 3 + 3) / 9 * 25 = 79,629629…
    assert (row.indicator_key, row.quarter, row.value) == (indicator.key, 2, Decimal("79.6296"))
    assert "Semester I 2025" in row.source
    assert "3 responden, 2 survei" in row.source
    assert set(Survey.objects.values_list("measurement", flat=True)) == {row.pk}
    assert AuditEntry.objects.filter(action="survey_measured").count() == 2


def test_a_figure_that_is_hard_to_believe_asks_for_a_reason(holding: Holding) -> None:
    cast = holding.cast
    open_calendar(agency=cast.agency, year=2025, by=SYSTEM, at=datetime(2024, 12, 1, tzinfo=UTC))
    measures(cast).indicator(
        "SKM", baseline="83", target="86", **INDEX, scale_code="skm", known_code="satisfaction-survey"
    )
    survey = holding.survey()
    holding.paper(survey, "1 1 1 1 1 1 1 1 1")
    holding.close(survey)
    given = {"agency": cast.agency, "span": span_of(PERIOD), "at": JULY, "version": 0, "by": cast.budi}
    with pytest.raises(Implausible):
        measure_surveys(**given)  # type: ignore[arg-type]
    assert not Measurement.objects.exists()
    assert measure_surveys(**given, confirmation="Hanya satu responden").confirmation  # type: ignore[arg-type]


def test_without_the_indicator_nothing_is_measured(holding: Holding) -> None:
    survey = holding.survey()
    holding.paper(survey)
    holding.close(survey)
    with pytest.raises(Refused, match="tidak memuat"):
        measure_surveys(agency=holding.cast.agency, span=span_of(PERIOD), version=0, by=holding.cast.budi, at=JULY)

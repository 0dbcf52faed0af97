"""The form without an account: once each, closed when it is closed, nothing of the agency but names on it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from petajalan.surveys.models import ELEMENTS, Survey, SurveyResponse
from petajalan.surveys.services.surveys import change_survey
from tests.surveys.holding import JUNE, Holding
from tests.surveys.holding import holding as holding  # the fixture

ANSWERS = dict.fromkeys(ELEMENTS, "3")


@pytest.fixture(autouse=True)
def in_june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: JUNE)


@pytest.fixture
def survey(holding: Holding) -> Survey:
    return holding.survey(service="Layanan data")


def address(survey: Survey) -> str:
    return f"/survei/{survey.token}/"


def test_nine_questions_in_words_for_anybody(client: Client, survey: Survey) -> None:
    response = client.get(address(survey))
    page = response.content.decode()
    assert response.status_code == 200
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert page.count("<fieldset") == 9
    assert page.count('type="radio"') == 45
    assert "Layanan data" in page
    for inside in ("kota-melati", "Kota Melati/", "pj-side", "masuk/"):
        assert inside not in page


def test_an_answer_counts_once_however_often_it_is_sent(client: Client, survey: Survey) -> None:
    sent = {**ANSWERS, "u9": "", "sex": "female", "age_band": "18_25", "key": str(uuid4())}
    for _time in range(2):
        response = client.post(address(survey), sent)
        assert (response.status_code, response.headers["Location"]) == (302, f"{address(survey)}terima-kasih/")
    row = SurveyResponse.objects.get()
    assert (row.channel, row.sex, row.u1, row.u9, row.entered_by_id) == ("public", "female", 3, None, None)
    thanks = client.get(response.headers["Location"])
    assert (thanks.status_code, "Terima kasih" in thanks.content.decode()) == (200, True)


def test_what_is_wrong_is_said_and_nothing_is_lost(client: Client, survey: Survey) -> None:
    response = client.post(address(survey), {"key": str(uuid4()), "education": "bachelor"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Jawab sekurang-kurangnya satu pertanyaan." in page
    assert '<option value="bachelor" selected>' in page
    response = client.post(address(survey), {**ANSWERS, "u1": "7", "key": str(uuid4())})
    assert (response.status_code, "Pilih salah satu jawaban" in response.content.decode()) == (422, True)
    assert client.post(address(survey), ANSWERS).status_code == 422
    assert not SurveyResponse.objects.exists()


def test_a_program_that_fills_in_everything_is_thanked_and_forgotten(client: Client, survey: Survey) -> None:
    sent = {**ANSWERS, "key": str(uuid4()), "address": "https://iklan.example"}
    assert client.post(address(survey), sent).status_code == 302
    assert not SurveyResponse.objects.exists()


def test_a_form_of_another_site_is_refused(survey: Survey) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(address(survey), {**ANSWERS, "key": str(uuid4())}).status_code == 403


def test_too_many_from_one_address_have_to_wait(client: Client, survey: Survey) -> None:
    statuses = [client.post(address(survey), {"key": str(uuid4()), **ANSWERS}).status_code for _time in range(61)]
    assert (set(statuses[:60]), statuses[60]) == ({302}, 429)
    assert SurveyResponse.objects.count() == 60


def test_closed_or_switched_off_it_says_so(client: Client, holding: Holding, survey: Survey) -> None:
    off = change_survey(
        survey=survey, service="", min_respondents=None, public=False, version=1, by=holding.cast.wati, at=JUNE
    )
    assert "sudah ditutup" in client.get(address(survey)).content.decode()
    change_survey(survey=off, service="", min_respondents=None, public=True, version=2, by=holding.cast.wati, at=JUNE)
    holding.paper(survey)
    holding.close(survey)
    response = client.post(address(survey), {**ANSWERS, "key": str(uuid4())})
    assert (response.status_code, "sudah ditutup" in response.content.decode()) == (409, True)
    assert SurveyResponse.objects.count() == 1


def test_before_its_period_it_says_when(client: Client, holding: Holding) -> None:
    later = holding.survey("2025-S2")
    assert "1 Juli 2025" in client.get(address(later)).content.decode()


def test_nobody_has_a_survey_under_another_address(client: Client, db: None) -> None:
    assert client.get("/survei/tidak-ada/").status_code == 404

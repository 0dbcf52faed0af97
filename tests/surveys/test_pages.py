"""Pages of surveys: who sees and does what, the grid for paper, files in and out."""

from __future__ import annotations

import io
from uuid import uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from petajalan.accounts.models import User
from petajalan.surveys.models import ELEMENTS, Survey, SurveyResponse
from tests.surveys.holding import JUNE, Holding
from tests.surveys.holding import holding as holding  # the fixture

SURVEYS = "/kota-melati/survei/"
HEAD = "Nomor kuesioner;Tanggal;" + ";".join(code.upper() for code in ELEMENTS) + ";Jenis kelamin"


@pytest.fixture(autouse=True)
def in_june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: JUNE)


@pytest.fixture
def survey(holding: Holding) -> Survey:
    return holding.survey()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def row(**more: str) -> dict[str, str]:
    return {"key": str(uuid4()), "version": "0", "day": "2025-06-02", **dict.fromkeys(ELEMENTS, "3"), **more}


def upload(client: Client, survey: Survey, text: str, name: str = "jawaban.csv") -> tuple[int, str]:
    file = SimpleUploadedFile(name, text.encode(), "text/csv")
    response = client.post(f"{SURVEYS}{survey.pk}/unggah/", {"file": file})
    return response.status_code, response.content.decode()


def test_readers_read_and_only_the_unit_writes(holding: Holding, survey: Survey) -> None:
    cast = holding.cast
    holding.paper(survey, "4 4 3 3 3 3 3 3 3")
    for user in (cast.siti, cast.joko, cast.ani, cast.rina, cast.wati, cast.wali):
        page = signed_in(user).get(f"{SURVEYS}{survey.pk}/").content.decode()
        assert "80,56" in page
        assert ("Hapus survei" in page, "Dipakai pada" in page) == (False, False)
        assert ("Tutup survei" in page) == (user in (cast.siti, cast.joko, cast.wati))
    assert signed_in(cast.dewi).get(f"{SURVEYS}{survey.pk}/").status_code == 404
    address = f"{SURVEYS}{survey.pk}/isi/"
    answers = {user: signed_in(user).get(address).status_code for user in (cast.siti, cast.wati, cast.budi, cast.wali)}
    assert list(answers.values()) == [200, 200, 403, 403]


def test_an_index_is_explained_and_a_survey_with_few_is_marked(holding: Holding) -> None:
    survey = holding.survey(min_respondents=30)
    holding.paper(survey, "4 4 3 3 3 3 3 3 -")
    page = signed_in(holding.cast.wali).get(f"{SURVEYS}{survey.pk}/").content.decode()
    for words in (
        "B · Baik",
        "kurang dari 30 responden",
        "8 dari 9 unsur",
        "masing-masing 1/8",
        "3,2500 × 25",
        "81,25",
    ):
        assert words in page
    assert "tidak dijawab" in page


def test_without_an_answer_there_is_no_index(holding: Holding, survey: Survey) -> None:
    page = signed_in(holding.cast.wali).get(f"{SURVEYS}{survey.pk}/").content.decode()
    assert "indeksnya belum ada" in page
    assert "0,00" not in page


def test_a_row_is_kept_with_and_without_a_script(holding: Holding, survey: Survey) -> None:
    client, address = signed_in(holding.cast.siti), f"{SURVEYS}{survey.pk}/isi/simpan/"
    one = row(u9="")
    kept = client.post(address, one, headers={"accept": "application/json"})
    assert kept.json() == {"version": 1, "said": "Tersimpan", "count": "1 jawaban tersimpan."}
    assert client.post(address, one, headers={"accept": "application/json"}).json()["version"] == 1
    assert client.post(address, {**one, "u9": "4", "version": "1"}).status_code == 302
    refused = client.post(address, row(u1="9"), headers={"accept": "application/json"})
    assert (refused.status_code, "1, 2, 3, atau 4" in refused.json()["said"]) == (422, True)
    shown = client.post(address, row(u1="9"))
    assert (shown.status_code, 'value="9"' in shown.content.decode()) == (422, True)
    assert SurveyResponse.objects.get().u9 == 4


def test_a_file_is_taken_whole_or_not_at_all(holding: Holding, survey: Survey) -> None:
    client = signed_in(holding.cast.siti)
    status, page = upload(
        client, survey, f"{HEAD}\n1;2025-06-01;3;3;3;3;3;3;3;3;3;Perempuan\n2;31/12/2025;5;;;;;;;;;Anu\n"
    )
    assert status == 422
    for cell in ("B3", "C3", "L3"):
        assert f"<strong>{cell}</strong>" in page
    assert not SurveyResponse.objects.exists()


def test_a_questionnaire_of_a_file_counts_once(holding: Holding, survey: Survey) -> None:
    client = signed_in(holding.cast.siti)
    first = f"{HEAD}\n1;2025-06-01;3;3;3;3;3;3;3;3;3;Perempuan\n2;;4;-;4;4;4;4;4;4;4;\n"
    assert upload(client, survey, first)[0] == 302
    assert upload(client, survey, first + "3;;1;1;1;1;1;1;1;1;1;laki-laki\n")[0] == 302
    found = SurveyResponse.objects.order_by("pk").values_list("u1", "u2", "sex")
    assert list(found) == [(3, 3, "female"), (4, None, ""), (1, 1, "male")]


def test_a_file_that_is_none_is_refused_with_a_sentence(holding: Holding, survey: Survey) -> None:
    client = signed_in(holding.cast.siti)
    for text, name in (("\x00\x01", "a.xlsx"), ("", "a.csv"), ("Kolom;Lain\n1;2\n", "a.csv"), (HEAD, "a.csv")):
        assert upload(client, survey, text, name)[0] == 422
    assert upload(client, survey, f"{HEAD}\n1;;3;;;;;;;;;\n1;;3;;;;;;;;;\n")[0] == 422


def test_the_template_comes_back_filled_in(holding: Holding, survey: Survey) -> None:
    client = signed_in(holding.cast.siti)
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{SURVEYS}{survey.pk}/contoh-jawaban.xlsx").content))
    sheet = book.worksheets[0]
    sheet.append([7, JUNE.replace(tzinfo=None), *[4] * 9, "Perempuan", "18 sampai 25 tahun", "S2", "ASN", "Data"])
    filled = io.BytesIO()
    book.save(filled)
    file = SimpleUploadedFile("isi.xlsx", filled.getvalue())
    assert client.post(f"{SURVEYS}{survey.pk}/unggah/", {"file": file}).status_code == 302
    kept = SurveyResponse.objects.get()
    assert (kept.u1, kept.day, kept.age_band, kept.education, kept.service) == (
        4,
        JUNE.date(),
        "18_25",
        "master",
        "Data",
    )
    out = openpyxl.load_workbook(io.BytesIO(client.get(f"{SURVEYS}{survey.pk}/jawaban.xlsx").content))
    assert [cell.value for cell in out.worksheets[1][2]][:10] == ["2025-06-10", *[4] * 9]
    assert out.worksheets[0].max_row == 11


def test_from_the_form_to_the_period(holding: Holding) -> None:
    client = signed_in(holding.cast.siti)
    sent = {"unit": holding.unit.pk, "service": "", "year": "2025", "part": "S1", "min_respondents": "", "key": uuid4()}
    assert client.post(f"{SURVEYS}baru/", sent).status_code == 302
    assert client.post(f"{SURVEYS}baru/", {**sent, "key": uuid4()}).status_code == 422
    survey = Survey.objects.get()
    holding.paper(survey)
    assert "75,00" in client.get(f"{SURVEYS}periode/2025/").content.decode()
    client.post(f"{SURVEYS}{survey.pk}/tutup/", {"version": survey.version})
    survey.refresh_from_db()
    assert not survey.is_open
    page = client.post(f"{SURVEYS}periode/2025-S1/ukur/", {"version": "0"})
    assert (page.status_code, "tidak memuat indikator" in page.content.decode()) == (422, True)
    assert client.get(f"{SURVEYS}periode/2025-S3/").status_code == 404


def test_pages_ask_as_much_for_three_surveys_as_for_one(holding: Holding) -> None:
    client, counts = signed_in(holding.cast.wati), []
    for services in (("a",), ("b", "c")):
        for service in services:
            survey = holding.survey(service=service)
            holding.paper(survey)
        asked = []
        for address in (SURVEYS, f"{SURVEYS}periode/2025-S1/", f"{SURVEYS}{survey.pk}/", f"{SURVEYS}{survey.pk}/isi/"):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            asked.append(len(captured))
        counts.append(asked)
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 12


def test_each_year_is_offered_once_and_made_up_figures_say_so(holding: Holding, survey: Survey) -> None:
    holding.paper(survey, "4 4 3 3 3 3 3 3 3")
    holding.survey("2024-S1")
    holding.survey("2024-S2")
    client = signed_in(holding.cast.siti)
    page = client.get(SURVEYS).content.decode()
    assert [page.count(f'?tahun={year}"') for year in (2025, 2024)] == [1, 1]
    assert "data simulasi" not in page
    Survey.objects.filter(pk=survey.pk).update(simulated=True)
    index = client.get(SURVEYS).content.decode().split('id="instansi"')[1].split("</section>")[0]
    assert index.count("data simulasi") == index.count('class="su-period"') == 2

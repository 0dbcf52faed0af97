"""The pages of outside indices: what they say, who may write, and a line that breaks where the scheme breaks."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import uuid4

import openpyxl
import pytest
from django.test import Client

from petajalan.evaluation.display.index_chart import index_chart, sparkline
from petajalan.evaluation.models import IndexCorrection, IndexRelease, IndexValue
from petajalan.evaluation.queries.index_register import IndexEntry, index_register
from tests.cast import Cast
from tests.evaluation.indices import enter, printed
from tests.planning.plans import draft, text_of, words

pytestmark = pytest.mark.django_db
LIST = "/kota-melati/indeks/"
SPBE = f"{LIST}spbe/"


@pytest.fixture(autouse=True)
def in_june(settings: object) -> None:
    settings.TODAY = date(2025, 6, 2)  # type: ignore[attr-defined]


def client_of(cast: Cast, who: str) -> Client:
    client = Client()
    client.force_login(cast[who])
    return client


def posted(**more: object) -> dict[str, object]:
    return {
        "version": 0, "key": uuid4(), "year": 2024, "figure": "2,88", "state": "resmi", "source": "Surat 12/2025",
        **more,
    }  # fmt: skip


def entry_of(cast: Cast, code: str) -> IndexEntry:
    found = index_register(cast.agency, year=2025, code=code).entry(code)
    assert found is not None
    return found


@pytest.mark.parametrize(("who", "status"), [("siti", 403), ("rina", 403), ("ani", 302), ("wati", 302), ("dewi", 404)])
def test_who_may_enter(cast: Cast, who: str, status: int) -> None:
    assert client_of(cast, who).post(SPBE, posted()).status_code == status
    assert IndexValue.objects.exists() == (status == 302)


def test_the_page_says_value_class_document_and_what_is_next(cast: Cast) -> None:
    printed(draft(cast.agency), y2021="1,83", y2022="2,66")
    enter(cast)
    IndexRelease.objects.create(agency=cast.agency, code="spbe", expected_month=1, years_later=1)
    page = words(client_of(cast, "siti"), SPBE)
    for said in (
        "Nilai terakhir 2,88 untuk 2024", "Surat 12/2025", "terbit 17 Jan 2025", "resmi", "Tabel 2.1 peraturan",
        "naik 0,22 dari 2022", "KemenPANRB", "Nilai 2025 diperkirakan terbit Januari 2026", "PermenPANRB 59/2020",
    ):  # fmt: skip
        assert said in page, said
    assert "Simpan nilai" not in page
    assert "Simpan nilai" in words(client_of(cast, "wati"), SPBE)


def test_the_list_says_what_is_late(cast: Cast) -> None:
    enter(cast, year=2023, released_on=None)
    IndexRelease.objects.create(agency=cast.agency, code="spbe", expected_month=1, years_later=1)
    page = words(client_of(cast, "wati"), LIST)
    assert "2024: lewat Januari 2025" in page
    assert "1 indeks sudah lewat bulan terbitnya dan belum dicatat." in page
    assert "IKPA" not in page  # only central agencies are evaluated by it


def test_nothing_typed_is_lost_when_it_is_refused(cast: Cast) -> None:
    response = client_of(cast, "wati").post(SPBE, posted(figure="5,9", source="Surat B/1"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "5,9 di luar skala" in page
    assert 'value="5,9"' in page
    assert "Surat B/1" in page


def test_an_odd_value_is_kept_with_a_reason(cast: Cast) -> None:
    enter(cast, year=2023, figure="2,66", released_on=None)
    client = client_of(cast, "wati")
    response = client.post(SPBE, posted(figure="4,4"))
    assert response.status_code == 422
    assert "Nilainya jauh dari tahun sebelumnya." in text_of(response.content)
    assert client.post(SPBE, posted(figure="4,4", confirmation="Aplikasi baru")).status_code == 302
    assert "Aplikasi baru" in words(client, SPBE)


def test_a_correction_shows_both(cast: Cast) -> None:
    enter(cast)
    client = client_of(cast, "wati")
    assert "alasan koreksi" in text_of(client.post(f"{SPBE}2024/", posted(version=1, figure="2,9")).content)
    assert client.post(f"{SPBE}2024/", posted(version=1, figure="2,9", reason="Ralat")).status_code == 302
    page = words(client, SPBE)
    assert "2024: 2,88" in page
    assert "Ralat" in page
    assert "Nilai terakhir 2,9 untuk 2024" in page


def test_withdrawing_asks_for_a_reason(cast: Cast) -> None:
    enter(cast)
    client = client_of(cast, "ani")
    assert client.post(f"{SPBE}2024/tarik/", {"version": 1, "reason": ""}).status_code == 422
    assert client.post(f"{SPBE}2024/tarik/", {"version": 1, "reason": "Salah tahun"}).status_code == 302
    assert IndexCorrection.objects.get().withdrawn
    assert "Ditarik" in words(client, SPBE)


def test_two_sources_that_differ_are_seen(cast: Cast) -> None:
    printed(draft(cast.agency), y2022="2,66")
    enter(cast, year=2022, figure="2,60", released_on=None)
    assert "dua sumber berbeda" in words(client_of(cast, "siti"), SPBE)
    assert "berbeda dari peraturan" in words(client_of(cast, "siti"), LIST)


def test_the_line_breaks_where_the_scheme_breaks(cast: Cast) -> None:
    for year, figure in ((2020, "50"), (2021, "56,16"), (2022, "77,42"), (2023, "82,36")):
        enter(cast, "service-standards", year, figure, released_on=None, confirmation="Benar")
    entry = entry_of(cast, "service-standards")
    chart, small = index_chart(entry), sparkline(entry)
    assert chart is not None
    assert small is not None
    assert [len(panel.dots) for panel in chart.panels] == [2, 2]
    assert [one.year for one in chart.breaks] == [2022]
    assert [len(line.split()) for line in small.lines] == [2, 2]
    assert "Skema berganti antara 2021 dan 2022; tidak dibandingkan." in chart.sentence
    page = words(client_of(cast, "siti"), f"{LIST}service-standards/")
    assert "naik 4,94 dari 2022" in page
    assert "dari 2021" not in page


def test_a_figure_off_the_scale_is_not_compared(cast: Cast) -> None:
    """Regulations print the follow-up of complaints in percent; its issuer grades it from 1 to 5."""
    printed(draft(cast.agency), "Tingkat Tindak Lanjut Pengaduan Masyarakat", y2022="100")
    enter(cast, "complaints", 2023, "4,2", released_on=None)
    page = words(client_of(cast, "siti"), f"{LIST}complaints/")
    assert "di luar skala tahun itu" in page
    assert "Angka 2022 dan 2023 tidak pada skala yang sama; tidak dibandingkan." in page


def test_what_is_not_official_is_dashed(cast: Cast) -> None:
    enter(cast, year=2022, figure="2,66", released_on=None)
    enter(cast, year=2023, figure="2,79", released_on=None)
    enter(cast, provisional=True)
    chart = index_chart(entry_of(cast, "spbe"))
    assert chart is not None
    (panel,) = chart.panels
    assert (len(panel.line.split()), len(panel.dashed.split())) == (2, 2)
    assert [one.open for one in panel.dots] == [False, False, True]


def test_an_index_of_the_catalogue_is_added_with_its_issuer(cast: Cast) -> None:
    client = client_of(cast, "wati")
    assert client.get(f"{LIST}human-development/").status_code == 404
    assert client.post(f"{LIST}tambah/", {"code": "human-development", "issuer": ""}).status_code == 422
    assert client.post(f"{LIST}tambah/", {"code": "human-development", "issuer": "BPS"}).status_code == 302
    assert "BPS" in words(client, f"{LIST}human-development/")
    assert client_of(cast, "siti").post(f"{LIST}tambah/", {"code": "gini", "issuer": "BPS"}).status_code == 403


def test_the_month_is_set(cast: Cast) -> None:
    client = client_of(cast, "wati")
    assert client.post(f"{SPBE}terbit/", {"version": 0, "expected": "1-2", "issuer": ""}).status_code == 302
    assert "Februari 2025" in words(client, SPBE)
    assert client.post(f"{SPBE}terbit/", {"version": 1, "expected": "9-9", "issuer": ""}).status_code == 422


def test_another_agency_sees_nothing(cast: Cast) -> None:
    enter(cast)
    dewi = client_of(cast, "dewi")
    assert dewi.get(SPBE).status_code == 404
    assert dewi.get("/kota-contoh/indeks/spbe/2024/").status_code == 404
    assert "2,88" not in words(dewi, "/kota-contoh/indeks/")


def test_the_workbook_holds_every_value(cast: Cast) -> None:
    printed(draft(cast.agency), y2022="2,66")
    row = enter(cast)
    enter(cast, figure="2,90", version=row.version, reason="Ralat")
    response = client_of(cast, "siti").get(f"{LIST}indeks-luar.xlsx")
    book = openpyxl.load_workbook(BytesIO(response.content))
    values = [tuple(cell.value for cell in row[:4]) for row in book["Nilai"].iter_rows(min_row=2)]
    assert [row[:3] for row in values if row[0] == "Indeks SPBE"] == [
        ("Indeks SPBE", 2022, 2.66), ("Indeks SPBE", 2024, 2.9),
    ]  # fmt: skip
    assert book["Diganti atau ditarik"]["C2"].value == "2,88"
    assert client_of(cast, "dewi").get(f"{LIST}indeks-luar.xlsx").status_code == 404

"""The page without an account: what is shown and what never is, for caches, in two languages, with constant queries."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.models import User
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Indicator
from petajalan.reporting.models import Measurement
from petajalan.reporting.services.rollups import refresh_year
from tests.cast import Cast
from tests.dashboard.publishing import CONTENT, PAGE, enacted, grow, show
from tests.evaluation.indices import enter
from tests.reporting.measuring import CLOSED, OPEN, YEAR, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture

MOST = 22
EMPTY = "Alamatnya salah tulis, atau tidak ada yang ditampilkan untuk umum di sini."


def on(monkeypatch: pytest.MonkeyPatch, day: datetime) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: day)


@pytest.fixture(autouse=True)
def second_of_may(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, CLOSED)


@pytest.fixture
def city(measuring: Measuring) -> Measuring:
    return enacted(measuring)


def text(address: str = PAGE, **headers: str) -> str:
    answer = Client().get(address, headers=headers)
    assert answer.status_code == 200
    shown: str = answer.content.decode()
    return shown


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def measured(city: Measuring) -> Indicator:
    made = city.indicator()
    city.save(made, "2,8")
    refresh_year(agency=city.cast.agency, year=YEAR)
    return made


def theme_of(one: Indicator) -> UUID:
    """Key of the theme that it measures."""
    found = one.rows.get(theme__isnull=False).theme
    assert found is not None
    return found.key


def pages(one: Indicator, theme: object = None) -> list[str]:
    found = ["", f"indikator/{one.key}/", "data/", "data/indikator.csv", "data/target.json", "data/realisasi.csv"]
    return [PAGE + part for part in [*found, "data/deskripsi.json", *([f"tema/{theme}/"] if theme else [])]]


def test_nothing_is_public_until_somebody_says_so(city: Measuring) -> None:
    made = measured(city)
    answers = [Client().get(one) for one in (*pages(made), "/publik/tidak-ada/")]
    assert {one.status_code for one in answers} == {404}
    assert len({one.content for one in answers}) == 1
    assert (EMPTY in answers[0].content.decode(), "Melati" in answers[0].content.decode()) == (True, False)
    show(city.cast, PublicItem.SEARCH, PublicItem.CONTACT, PublicItem.DATA)
    assert Client().get(PAGE).content == answers[0].content
    assert "Belum ada instansi" in text("/publik/")


def test_what_is_not_shown_answers_like_what_does_not_exist(city: Measuring) -> None:
    made = measured(city)
    show(city.cast, PublicItem.ROAD_MAP)
    nowhere = Client().get(PAGE + "indikator/00000000-0000-4000-8000-000000000000/")
    for address in pages(made)[1:]:
        answer = Client().get(address)
        assert (answer.status_code, answer.content) == (404, nowhere.content)
    show(city.cast, PublicItem.ROAD_MAP, shown=False)
    assert Client().get(PAGE).content == nowhere.content


def test_each_item_shows_its_own_and_no_more(city: Measuring) -> None:
    made = measured(city)
    show(city.cast, PublicItem.INDICATORS)
    page = words(text())
    assert ("Indeks SPBE" in page, "2,95" in page, "2,66" in page, "2,8 " in page) == (True, True, True, False)
    assert "Bagaimana angka ini dihitung" not in text(pages(made)[1])
    show(city.cast, PublicItem.ACTUALS)
    page = words(text())
    assert "2,8 Triwulan I 2025" in page
    assert "94,92% dari target" in page
    page = words(text(pages(made)[1]))
    assert "2,8 ÷ 2,95 × 100 = 94,92%" in page
    assert "Surat KemenPANRB 12/2025" in page
    assert "Definisi operasionalnya belum ditulis." in page


def test_a_figure_is_public_once_its_quarter_has_closed(city: Measuring, monkeypatch: pytest.MonkeyPatch) -> None:
    made = measured(city)
    show(city.cast, *CONTENT)
    on(monkeypatch, OPEN)
    assert "0 dari 1 indikator sudah punya angka terbaru." in text()
    assert "Triwulan I 2025" not in text()
    assert "Belum ada realisasi dari triwulan yang sudah ditutup" in text(pages(made)[1])
    on(monkeypatch, CLOSED)
    assert "Triwulan I 2025" in text()


def test_a_draft_is_never_shown(city: Measuring) -> None:
    measured(city)
    show(city.cast, *CONTENT)
    for status in (RoadMapStatus.DRAFT, RoadMapStatus.REVOKED):
        city.road_map.status = status
        city.road_map.save()
        page = text()
        assert ("Road map belum ditetapkan." in page, "Indeks SPBE" in page) == (True, False)
        assert Client().get(PAGE + "data/").status_code == 404


def test_no_person_and_nothing_internal_is_on_any_page(city: Measuring) -> None:
    made = grow(city, 1)
    Measurement.objects.update(note="Catatan dalam", confirmation="Alasan dalam")
    show(city.cast, *CONTENT)
    enter(city.cast, "reform-index", 2024, "66,12")
    theme = theme_of(made)
    for address in pages(made, theme):
        page = text(address)
        told = [user.full_name for user in User.objects.all() if user.full_name in page]
        internal = [one for one in ("Catatan dalam", "Alasan dalam", "/kota-melati/bukti") if one in page]
        assert (address, told, internal) == (address, [], [])


def test_made_up_and_provisional_figures_say_so(city: Measuring) -> None:
    made = measured(city)
    Measurement.objects.update(provisional=True)
    refresh_year(agency=city.cast.agency, year=YEAR)
    show(city.cast, *CONTENT)
    assert '<span class="pj-chip pj-chip--line">sementara</span>' in text()
    assert "perkiraan sendiri, nilai resminya belum terbit" in text(pages(made)[1])
    Measurement.objects.update(simulated=True)
    refresh_year(agency=city.cast.agency, year=YEAR)
    assert "data simulasi, sementara" in text()
    assert "bukan angka sebenarnya" in text(pages(made)[1])


def test_the_index_says_whether_it_is_official(city: Measuring) -> None:
    show(city.cast, PublicItem.INDEX)
    enter(city.cast, "reform-index", 2023, "66,12")
    enter(city.cast, "reform-index", 2024, "70", provisional=True)
    page = words(text())
    assert re.search(r"2024 70 perkiraan, belum resmi .* 2023 66,12 resmi Surat 12/2025", page)


def test_a_theme_has_its_drawings_with_a_table_behind_each(city: Measuring) -> None:
    made = grow(city, 1)
    show(city.cast, *CONTENT)
    page = text(f"{PAGE}tema/{theme_of(made)}/")
    assert (page.count("<svg viewBox"), page.count("<details"), page.count('class="pj-chip pj-chip--sim"')) == (2, 2, 1)
    assert "Dari 2,66 pada 2024 menuju 2,95 pada 2025. Pada Triwulan I 2025 mencapai 2,8." in page
    assert "<script" not in page


def test_caches_keep_a_page_and_ask_whether_it_changed(city: Measuring) -> None:
    made = measured(city)
    show(city.cast, *CONTENT)
    for address in pages(made):
        answer = Client().get(address)
        head = answer.headers
        assert head["Cache-Control"] == "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
        assert ("Cookie" in head.get("Vary", ""), list(answer.cookies)) == (False, [])
        again = Client().get(address, headers={"If-None-Match": head["ETag"]})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", head["ETag"])
        again = Client().get(address, headers={"If-Modified-Since": head["Last-Modified"]})
        assert again.status_code == 304
    before = Client().get(PAGE).headers["ETag"]
    show(city.cast, PublicItem.ACTUALS, shown=False)
    assert Client().get(PAGE, headers={"If-None-Match": before}).status_code == 200


def test_who_asks_changes_nothing(city: Measuring) -> None:
    made = measured(city)
    show(city.cast, *CONTENT)
    client = Client()
    client.force_login(city.cast.wati)
    client.cookies["bahasa"] = "en"
    for address in pages(made):
        theirs = client.get(address)
        assert (theirs.content, theirs.headers.get("Vary")) == (
            Client().get(address).content,
            Client().get(address).headers.get("Vary"),
        )
    assert client.get("/kota-melati/").status_code == 200
    assert Client().post(PAGE).status_code in (403, 405)


def test_the_language_is_that_of_the_address(city: Measuring) -> None:
    made = measured(city)
    show(city.cast, *CONTENT)
    answer = Client().get(f"{PAGE}?bahasa=en", headers={"Accept-Language": "id"})
    page = answer.content.decode()
    assert (answer.headers["Content-Language"], '<html lang="en">' in page) == ("en", True)
    assert f"indikator/{made.key}/?bahasa=en" in page
    assert '<html lang="id">' in text(f"{PAGE}?bahasa=xx", **{"Accept-Language": "en"})


def test_search_engines_come_only_where_they_are_let_in(city: Measuring) -> None:
    show(city.cast, PublicItem.ROAD_MAP)
    answer = Client().get(PAGE)
    assert (answer.headers["X-Robots-Tag"], 'name="robots"' in answer.content.decode()) == ("noindex, nofollow", True)
    show(city.cast, PublicItem.SEARCH)
    answer = Client().get(PAGE)
    assert ("X-Robots-Tag" in answer.headers, 'name="robots"' in answer.content.decode()) == (False, False)
    assert Client().get("/publik/").headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_list_of_agencies_and_the_way_from_the_sign_in_page(city: Measuring) -> None:
    assert "/publik/" not in text("/masuk/")
    show(city.cast, PublicItem.ROAD_MAP)
    with CaptureQueriesContext(connection) as asked:
        page = text("/publik/")
    assert len(asked) == 1
    assert ("Kota Melati" in page, "Kota Contoh" in page) == (True, False)
    assert 'href="/publik/"' in text("/masuk/")


def test_as_many_queries_for_one_row_as_for_three(city: Measuring) -> None:
    made = grow(city, 1)
    show(city.cast, *CONTENT)
    enter(city.cast, "reform-index", 2023, "66,12")
    theme = theme_of(made)
    few = queries(pages(made, theme))
    for number in (2, 3):
        grow(city, number)
    enter(city.cast, "reform-index", 2024, "67")
    assert queries(pages(made, theme)) == few
    assert {address: count for address, count in few.items() if count > MOST} == {}


def queries(addresses: list[str]) -> dict[str, int]:
    found = {}
    for address in addresses:
        with CaptureQueriesContext(connection) as asked:
            text(address)
        found[address] = len(asked)
    return found


def test_another_agency_has_a_page_of_its_own(city: Measuring, cast: Cast) -> None:
    measured(city)
    show(cast, *CONTENT)
    assert Client().get("/publik/kota-contoh/").status_code == 404
    made = Indicator.objects.get(name="Indeks SPBE")
    assert Client().get(f"/publik/kota-contoh/indikator/{made.key}/").status_code == 404

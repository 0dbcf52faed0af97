"""A year of targets beside the year before: what was carried over, what was set and by whom."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.common.models import AuditEntry
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import AdoptedFigure, Goal, Indicator, RoadMap
from petajalan.planning.services.figures import decide_figure
from petajalan.planning.services.indicators import add_indicator
from petajalan.planning.services.life import open_year
from tests.cast import Cast
from tests.planning.plans import draft, words
from tests.planning.regulations import AT, LATER

HOME = "/kota-melati/rencana/"
PAGE = HOME + "tahun/2025/"


def aim(indicator: Indicator, cast: Cast, year: str, text: str) -> None:
    stored = indicator.adopted.filter(role="target", period=year).first()
    decide_figure(
        indicator=indicator, role="target", period=year, seen=stored.version if stored else 0, text=text,
        by=cast.rina, at=LATER,
    )  # fmt: skip


@pytest.fixture
def plan(cast: Cast) -> RoadMap:
    """Two indicators with targets of 2024, carried on into 2025; the second is then set anew."""
    road_map = draft(cast.agency)
    goal = Goal.objects.create(agency=cast.agency, road_map=road_map, position=1, name="Birokrasi melayani")
    for name, target in (("Indeks Arsip", "70"), ("Indeks Antrean", "80")):
        aim(add_indicator(owner=goal, name=name, by=cast.rina, at=AT), cast, "2024", target)
    open_year(road_map=road_map, year=2025, by=cast.wati, at=AT)
    aim(Indicator.objects.get(name="Indeks Antrean"), cast, "2025", "85")
    return road_map


def keep(indicator: Indicator) -> str:
    return f"{PAGE}tetap/{indicator.key}/"


def test_page_says_what_was_carried_over_and_who_set_the_rest(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.siti)
    RoadMap.objects.update(status=RoadMapStatus.ENACTED)
    page = words(client, PAGE)
    assert "2 indikator. 1 target dilanjutkan dan menunggu ditinjau." in page
    assert "Semua 2 Menunggu ditinjau 1 Sudah ditetapkan 1 Berubah 1 Sama 1" in page
    assert "Indeks Arsip 70 70 dilanjutkan, belum ditinjau belum ditetapkan" in page
    assert f"Indeks Antrean 80 85 berubah {cast.rina}, 5 Mar 2024" in page


def test_tabs_narrow_the_list(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    listed = {
        tab: [line.indicator.name for line in client.get(f"{PAGE}?tampil={tab}").context["lines"]]
        for tab in ("", "dilanjutkan", "ditetapkan", "berubah", "sama", "baru", "tanpa-target", "bukan-tab")
    }
    assert listed == {
        "": ["Indeks Arsip", "Indeks Antrean"],
        "dilanjutkan": ["Indeks Arsip"],
        "ditetapkan": ["Indeks Antrean"],
        "berubah": ["Indeks Antrean"],
        "sama": ["Indeks Arsip"],
        "baru": [],
        "tanpa-target": [],
        "bukan-tab": ["Indeks Arsip", "Indeks Antrean"],
    }


def test_opening_a_year_leads_to_the_page_and_other_pages_link_to_it(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    answer = client.post(HOME + "buka-tahun/", {"year": "2026"})
    assert (answer.status_code, answer["Location"]) == (302, HOME + "tahun/2026/?versi=1")
    for page in (HOME, HOME + "indikator/"):
        assert f'href="{HOME}tahun/2026/"' in client.get(page).content.decode()


def test_carried_target_is_kept_on_purpose_and_the_trail_has_it(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.wati)
    archive = Indicator.objects.get(name="Indeks Arsip")
    answer = client.post(keep(archive) + "?tampil=dilanjutkan", {"versi_baris": "1"})
    assert answer["Location"] == PAGE + "?tampil=dilanjutkan"
    target = AdoptedFigure.objects.get(indicator=archive, period="2025")
    assert (target.printed, target.carried_from, target.decided_by, target.version) == ("70", "", cast.wati, 2)
    entry = AuditEntry.objects.filter(action="figure_decided").latest("pk")
    assert (entry.actor, entry.object_name, entry.after["period"], entry.after["figure"]) == (
        cast.wati, "Indeks Arsip", "2025", "70",
    )  # fmt: skip
    assert "Tidak ada target lanjutan yang menunggu ditinjau." in words(client, PAGE)


def test_what_was_set_meanwhile_is_not_overwritten(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.wati)
    archive, queue = Indicator.objects.get(name="Indeks Arsip"), Indicator.objects.get(name="Indeks Antrean")
    stale = client.post(keep(archive), {"versi_baris": "7"}, follow=True)
    assert "Pilih salah satu, lalu simpan lagi." in stale.content.decode()
    again = client.post(keep(queue), {"versi_baris": "2"}, follow=True)
    assert "Target ini sudah ditetapkan. Muat ulang halaman." in again.content.decode()
    assert [one.carried_from for one in AdoptedFigure.objects.filter(period="2025").order_by("pk")] == ["2024", ""]


@pytest.mark.parametrize(("name", "status"), [("siti", 403), ("joko", 403), ("wali", 403), ("dewi", 404)])
def test_others_keep_nothing(client: Client, cast: Cast, plan: RoadMap, name: str, status: int) -> None:
    client.force_login(cast[name])
    assert client.post(keep(Indicator.objects.get(name="Indeks Arsip")), {"versi_baris": "1"}).status_code == status
    assert client.get(PAGE).status_code == (404 if name == "dewi" else 200)
    assert AdoptedFigure.objects.filter(carried_from="2024").count() == 1


def test_year_that_no_plan_has_is_404(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    assert [client.get(f"{HOME}tahun/{year}/").status_code for year in (2023, 2026, 99)] == [404, 404, 404]
    assert client.post(f"{PAGE}tetap/{plan.agency_id:032x}/", {"versi_baris": "1"}).status_code == 404


def test_as_many_queries_for_many_rows_as_for_few(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    goal = Goal.objects.get()
    counts = []
    for rows in (0, 3, 40):
        for number in range(rows):
            aim(add_indicator(owner=goal, name=f"Ukuran {rows} {number}", by=cast.rina, at=AT), cast, "2025", "5")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= 12

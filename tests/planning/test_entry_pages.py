"""Joining two entries of the register, splitting a row off, and a row's own coordinator, on their pages."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Unit
from petajalan.common.models import AuditEntry
from petajalan.planning.models import ActionPlan, Figure, Indicator, IndicatorRow
from petajalan.planning.queries.actions import indicators_of
from petajalan.planning.services import add_indicator, decide_figure, edit_indicator, join_indicators, name_indicator
from tests.cast import Cast
from tests.planning.plans import text_of, words
from tests.planning.regulations import AT
from tests.planning.services.conftest import Plan
from tests.planning.services.conftest import plan as plan  # the fixture

LIST = "/kota-melati/rencana/indikator/"


@pytest.fixture
def other(plan: Plan) -> Indicator:
    """A second entry that may be the same as "Indeks SPBE", and both have a target of 2024."""
    found = add_indicator(owner=plan.goal, name="Indeks SPBE kota", by=plan.rina, at=AT)
    for indicator, period, text in ((plan.indicator, "2024", "2,9"), (found, "2024", "3"), (found, "2025", "3,2")):
        decide_figure(indicator=indicator, role="target", period=period, seen=0, text=text, by=plan.rina, at=AT)
    return found


def page_of(indicator: Indicator) -> str:
    return f"{LIST}{indicator.key}/"


def row_page(row: IndicatorRow) -> str:
    assert row.indicator is not None
    return f"{page_of(row.indicator)}baris/{row.key}/"


def test_entries_with_the_closest_names_are_offered_first_and_searched(
    client: Client, plan: Plan, other: Indicator
) -> None:
    add_indicator(owner=plan.objective, name="Antrean di loket", by=plan.rina, at=AT)
    client.force_login(plan.rina)
    address = page_of(plan.indicator) + "satukan/"
    assert f'href="{address}"' in client.get(page_of(plan.indicator)).content.decode()
    named = {
        text: [one.entry.indicator.name for one in client.get(address, {"cari": text}).context["found"]]
        for text in ("", "loket", "birokrasi", "tidak ada")
    }
    assert named == {
        "": ["Indeks SPBE kota", "Antrean di loket"],
        "loket": ["Antrean di loket"],
        "birokrasi": ["Indeks SPBE kota"],
        "tidak ada": [],
    }
    assert "Tidak ada indikator lain yang cocok" in words(client, address + "?cari=tidak%20ada")


def test_both_are_shown_and_joined_with_a_reason(client: Client, plan: Plan, other: Indicator) -> None:
    client.force_login(plan.cast.wati)
    address = f"{page_of(plan.indicator)}satukan/?dengan={other.key}"
    page = words(client, address)
    assert "Target 2024 2,9 3 tetap 2,9 Target 2025 belum ada 3,2 dipakai 3,2" in page
    sent = {"versi_baris": 1, "versi_lain": 1, "reason": ""}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Alasannya belum ditulis." in text_of(refused.content)
    answer = client.post(address, {**sent, "reason": "Nama lain untuk hal yang sama"}, follow=True)
    page = text_of(answer.content)
    assert "“Indeks SPBE kota” disatukan ke “Indeks SPBE”. Riwayat keduanya ada di bawah." in page
    assert "Tempatnya dalam rencana 2 Kegiatan utama: Arsitektur SPBE" in page
    assert "Alasan: Nama lain untuk hal yang sama" in page
    assert "Menambah indikator" in page
    assert [one.name for one in Indicator.objects.all()] == ["Indeks SPBE"]


def test_what_only_the_other_describes_is_taken_over_and_told(client: Client, plan: Plan, other: Indicator) -> None:
    Indicator.objects.filter(pk=plan.indicator.pk).update(unit="indeks", source="", baseline_year=None)
    Indicator.objects.filter(pk=other.pk).update(unit="poin", source="Kementerian PANRB", baseline_year=2022)
    decide_figure(indicator=other, role="baseline", period="", seen=0, text="2,5", by=plan.rina, at=AT)
    version = Indicator.objects.get(pk=other.pk).version
    client.force_login(plan.rina)
    address = f"{page_of(plan.indicator)}satukan/?dengan={other.key}"
    page = words(client, address)
    assert "Satuan indeks poin tetap indeks" in page
    assert "Sumber data belum ada Kementerian PANRB dipakai Kementerian PANRB" in page
    assert "Tahun baseline belum ada 2022 dipakai 2022" in page
    sent = {"versi_baris": plan.indicator.version, "versi_lain": version, "reason": "Sama"}
    assert client.post(address, sent).status_code == 302
    kept = Indicator.objects.get()
    assert (kept.unit, kept.source, kept.baseline_year) == ("indeks", "Kementerian PANRB", 2022)
    entry = AuditEntry.objects.get(action="indicators_joined", object_key=str(kept.pk))
    assert (entry.before["source"], entry.after["source"]) == ("", "Kementerian PANRB")
    assert (entry.before["baseline_year"], entry.after["baseline_year"]) == (None, 2022)


def test_a_year_stays_with_the_baseline_that_is_kept(plan: Plan, other: Indicator) -> None:
    for indicator, year in ((plan.indicator, None), (other, 2022)):
        decide_figure(indicator=indicator, role="baseline", period="", seen=0, text="2,5", by=plan.rina, at=AT)
        Indicator.objects.filter(pk=indicator.pk).update(baseline_year=year)
    keep, gone = (Indicator.objects.get(pk=one.pk) for one in (plan.indicator, other))
    join_indicators(
        keep=keep, other=gone, seen=keep.version, seen_other=gone.version, reason="Sama", by=plan.rina, at=AT
    )
    assert Indicator.objects.get().baseline_year is None


def test_actions_know_the_name_of_an_indicator_that_was_joined_away(plan: Plan, other: Indicator) -> None:
    keep, key = plan.indicator, other.key
    acting = ActionPlan.objects.create(agency=plan.agency, year=2024, coordinator=Unit.objects.all()[0])
    join_indicators(
        keep=keep, other=other, seen=keep.version, seen_other=other.version, reason="Sama", by=plan.rina, at=AT
    )
    assert {one.key: one.name for one in indicators_of(acting)} == {keep.key: keep.name, key: keep.name}


def test_statements_that_differ_become_a_conflict(client: Client, plan: Plan) -> None:
    two = [plan.indicator, add_indicator(owner=plan.goal, name="Indeks lain", by=plan.rina, at=AT)]
    for at, (indicator, printed) in enumerate(zip(two, ("85", "86"), strict=True), start=1):
        Figure.objects.create(
            agency=plan.agency, road_map=plan.road_map, position=at, indicator_row=indicator.rows.get(), role="target",
            of="2024", printed=printed, state="set", value=printed, place_table="3.2", place_row=at,
        )  # fmt: skip
    client.force_login(plan.rina)
    address = f"{page_of(two[0])}satukan/?dengan={two[1].key}"
    assert "perlu diputuskan" in words(client, address)
    client.post(address, {"versi_baris": 1, "versi_lain": 1, "reason": "Sama"})
    assert "Target 2024 bertentangan: 85 atau 86" in words(client, page_of(two[0]))


def test_joining_what_somebody_changed_meanwhile_is_refused(client: Client, plan: Plan, other: Indicator) -> None:
    edit_indicator(indicator=other, seen=1, definition="Diukur BPS", by=plan.cast.wati, at=AT)
    client.force_login(plan.rina)
    address = f"{page_of(plan.indicator)}satukan/?dengan={other.key}"
    answer = client.post(address, {"versi_baris": 1, "versi_lain": 1, "reason": "Sama"})
    assert answer.status_code == 409
    page = text_of(answer.content)
    assert f"{plan.cast.wati} mengubahnya pada" in page
    assert "Sama" in answer.content.decode()
    assert Indicator.objects.count() == 2
    assert client.post(address, {"versi_baris": 1, "versi_lain": 2, "reason": "Sama"}).status_code == 302


def test_row_gets_an_entry_of_its_own_under_a_new_name(client: Client, plan: Plan) -> None:
    row = name_indicator(owner=plan.goal, indicator=plan.indicator, by=plan.rina, at=AT)
    client.force_login(plan.rina)
    assert f'href="{row_page(row)}"' in client.get(page_of(plan.indicator)).content.decode()
    sent = {"pisahkan": "1", "versi_baris": 1, "name": "Indeks layanan", "reason": ""}
    refused = client.post(row_page(row), sent)
    assert refused.status_code == 422
    assert "Indeks layanan" in refused.content.decode()
    stale = client.post(row_page(row), {**sent, "versi_baris": 9, "reason": "Lain"})
    assert stale.status_code == 409
    answer = client.post(row_page(row), {**sent, "reason": "Mengukur layanan"})
    own = Indicator.objects.get(name="Indeks layanan")
    assert answer["Location"] == page_of(own)
    assert [one.goal for one in own.rows.all()] == [plan.goal]
    entry = AuditEntry.objects.get(action="indicator_row_separated", object_key=str(plan.indicator.pk))
    assert (entry.before, entry.after, entry.reason) == (
        {"indicator": "Indeks SPBE"}, {"indicator": "Indeks layanan"}, "Mengukur layanan",
    )  # fmt: skip
    row.refresh_from_db()
    assert "Indikator ini hanya punya satu baris" in words(client, row_page(row))


def test_row_has_a_coordinator_of_its_own_or_that_of_the_activity(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    address = row_page(plan.row)
    assert client.post(address, {"coordinator": plan.unit.pk, "versi_baris": 1, "reason": "Pokja"}).status_code == 302
    assert "Alasan: Pokja" in words(client, page_of(plan.indicator))
    assert "Koordinator: Diskomel (khusus baris ini)" in words(client, page_of(plan.indicator))
    stale = client.post(address, {"coordinator": plan.other_unit.pk, "versi_baris": 1})
    assert stale.status_code == 409
    page = text_of(stale.content)
    assert "unit koordinator: Anda menulis “Inspektorat Melati”, sekarang “Dinas Komunikasi Melati”." in page
    assert 'name="versi_baris" value="2"' in stale.content.decode()
    assert client.post(address, {"coordinator": "", "versi_baris": 2}).status_code == 302
    entries = AuditEntry.objects.filter(action="indicator_row_changed").order_by("pk")
    assert [(one.after["coordinator_unit"], one.reason) for one in entries] == [
        ("Dinas Komunikasi Melati", "Pokja"), (None, ""),
    ]  # fmt: skip


def test_unit_of_another_agency_is_not_offered(client: Client, plan: Plan) -> None:
    from tests.planning.services.conftest import unit

    client.force_login(plan.rina)
    theirs = unit(plan.cast.other_agency, "Dinas Mereka")
    assert client.post(row_page(plan.row), {"coordinator": theirs.pk, "versi_baris": 1}).status_code == 422
    assert IndicatorRow.objects.get(pk=plan.row.pk).coordinator_unit is None


@pytest.mark.parametrize(
    ("name", "status"), [("siti", 403), ("budi", 403), ("ani", 403), ("wali", 403), ("dewi", 404), ("wati", 200)]
)
def test_only_who_edits_the_plan_gets_there(
    client: Client, cast: Cast, plan: Plan, other: Indicator, name: str, status: int
) -> None:
    client.force_login(cast[name])
    join = f"{page_of(plan.indicator)}satukan/?dengan={other.key}"
    assert [client.get(address).status_code for address in (join, row_page(plan.row))] == [status, status]
    if status != 200:
        assert client.post(join, {"versi_baris": 1, "versi_lain": 1, "reason": "x"}).status_code == status
        assert client.post(row_page(plan.row), {"coordinator": plan.unit.pk, "versi_baris": 1}).status_code == status
    assert Indicator.objects.count() == 2


def test_plan_in_force_refuses_and_unknown_entries_are_404(client: Client, plan: Plan, other: Indicator) -> None:
    client.force_login(plan.rina)
    assert client.get(f"{page_of(plan.indicator)}satukan/?dengan=bukan-indikator").status_code == 404
    assert client.get(f"{page_of(plan.indicator)}satukan/?dengan={plan.indicator.key}").status_code == 404
    assert client.get(f"{page_of(other)}baris/{plan.row.key}/").status_code == 404
    plan.enacted()
    join = f"{page_of(plan.indicator)}satukan/?dengan={other.key}"
    answer = client.post(join, {"versi_baris": 1, "versi_lain": 1, "reason": "x"})
    assert answer.status_code == 409
    assert "Mulai perubahan dulu." in text_of(answer.content)
    assert Indicator.objects.count() == 2


def test_pages_ask_a_constant_number_of_queries(client: Client, plan: Plan, other: Indicator) -> None:
    client.force_login(plan.rina)
    pages = [f"{page_of(plan.indicator)}satukan/", f"{page_of(plan.indicator)}satukan/?dengan={other.key}"]
    pages += [page_of(plan.indicator), row_page(plan.row)]
    counts = []
    for rows in (0, 3, 40):
        for number in range(rows):
            named = add_indicator(owner=plan.theme, name=f"Ukuran {rows} {number}", by=plan.rina, at=AT)
            name_indicator(owner=plan.goal, indicator=named, by=plan.rina, at=AT)
        asked = []
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            asked.append(len(queries))
        counts.append(asked)
    assert counts[0] == counts[1] == counts[2]
    assert max(counts[0]) <= 12

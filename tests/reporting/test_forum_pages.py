"""The forum through the addresses that people use, by all who take part."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Position, User
from petajalan.reporting.models import ForumAttendance, ForumDecision, ForumItem, ReviewForum
from petajalan.reporting.services.forum import agenda, decisions
from tests.reporting.forums import APRIL, DUE, closed, decided, everything_written, fresh, prepared, running
from tests.reporting.reports import Quarter
from tests.reporting.reports import quarter as quarter  # the fixture

FORUM = "/kota-melati/forum/2025/1/"
MOST = 12


@pytest.fixture(autouse=True)
def tenth_of_april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: APRIL)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_whole_forum_in_the_browser(quarter: Quarter) -> None:
    quarter.action()
    report = quarter.start(3)
    quarter.fill(report, 2, obstacle="Server rusak", solution="Membeli server")
    quarter.submit(report)
    wati, rina, siti = (signed_in(quarter.cast[name]) for name in ("wati", "rina", "siti"))
    assert f"{FORUM}siapkan/" in wati.get("/kota-melati/forum/2025/").content.decode()
    assert wati.post(f"{FORUM}siapkan/").headers["Location"] == FORUM
    page = wati.get(FORUM).content.decode()
    assert [one in page for one in ("Menyatukan layanan", "Server rusak", "tenggat 15 Apr 2025")] == [True] * 3
    chair = Position.objects.get(agency=quarter.cast.agency, name="Sekretaris Daerah")
    schedule = {
        "version": 1, "held_on": "2025-04-14", "held_from": "09:00", "place": "Ruang rapat", "link": "",
        "chair": chair.pk,
    }  # fmt: skip
    refused = [wati.post(f"{FORUM}jadwal/", {**schedule, "held_on": day}) for day in ("0001-01-01", "9999-12-31")]
    assert [(one.status_code, "Isi tanggal pada tahun 2025" in one.content.decode()) for one in refused] == [
        (422, True)
    ] * 2
    assert wati.post(f"{FORUM}jadwal/", schedule).status_code == 302
    wati.post(f"{FORUM}tambah/", {"title": "Sosialisasi", "detail": "", "key": uuid4()})
    rina.post(f"{FORUM}mulai/", {"version": fresh(ReviewForum.objects.get()).version})
    first, second, third = ForumItem.objects.all()
    kept = wati.post(
        f"/kota-melati/forum/butir/{first.pk}/catatan/", {"text": "Dipercepat", "version": 1, "key": uuid4()},
        headers={"Accept": "application/json"},
    )  # fmt: skip
    assert (kept.status_code, kept.json()["version"]) == (200, 2)
    wati.post(f"/kota-melati/forum/butir/{second.pk}/keluarkan/", {"version": 1, "reason": "Sudah melapor"})
    wati.post(f"/kota-melati/forum/butir/{third.pk}/catatan/", {"text": "Disetujui", "version": 1})
    decision = {"text": "Membeli server", "owner": quarter.unit.name.upper(), "due": "2025-05-09", "key": uuid4()}
    assert wati.post(f"/kota-melati/forum/butir/{first.pk}/putuskan/", decision).status_code == 302
    marks: dict[str, object] = {"baris": [one.pk for one in ForumAttendance.objects.all()]}
    for one in ForumAttendance.objects.all():
        marks |= {f"versi-{one.pk}": one.version, f"hadir-{one.pk}": "present", f"wakil-{one.pk}": ""}
    wati.post(f"{FORUM}hadir/", marks)
    rina.post(f"{FORUM}tutup/", {"version": fresh(ReviewForum.objects.get()).version})
    assert ReviewForum.objects.get().status == "closed"
    made = ForumDecision.objects.get()
    assert f"/kota-melati/forum/keputusan/{made.pk}/lapor/" in siti.get(FORUM).content.decode()
    sent = {"report": "Server terpasang", "proof": "BA 7/2025", "version": 1, "key": uuid4()}
    siti.post(f"/kota-melati/forum/keputusan/{made.pk}/lapor/", sent)
    assert f"/kota-melati/forum/keputusan/{made.pk}/periksa/" in rina.get(FORUM).content.decode()
    rina.post(f"/kota-melati/forum/keputusan/{made.pk}/periksa/", {"verdict": "done", "version": 2, "key": uuid4()})
    assert ForumDecision.objects.get().state == "done"
    paper = siti.get(f"{FORUM}berita-acara/").content.decode()
    said = ("Berita acara", "Dipercepat", "Membeli server", "Sudah melapor", "Pemimpin rapat", "Ditutup dan dikunci")
    assert [one in paper for one in said] == [True] * 6


def test_what_was_typed_comes_back_with_what_is_wrong(quarter: Quarter) -> None:
    forum = running(quarter)
    item = forum.items.get()
    wati = signed_in(quarter.cast.wati)
    place = f"/kota-melati/forum/butir/{item.pk}/putuskan/"
    answer = wati.post(place, {"text": "Membeli server", "owner": "Dinas Entah", "due": "2025-05-09"})
    page = answer.content.decode()
    assert (answer.status_code, "Membeli server" in page, "Pilih unit atau jabatan dari daftar" in page) == (
        422, True, True,
    )  # fmt: skip
    everything_written(quarter, forum)
    stale = wati.post(f"/kota-melati/forum/butir/{item.pk}/catatan/", {"text": "Kata saya", "version": 1})
    page = stale.content.decode()
    assert (stale.status_code, "Kata saya" in page, "Dibahas" in page) == (409, True, True)


def test_people_of_another_agency_find_nothing(quarter: Quarter) -> None:
    forum, decision = closed(quarter)
    item = forum.items.get()
    dewi = signed_in(quarter.cast.dewi)
    for place in ("/kota-melati/forum/", "/kota-melati/forum/2025/", FORUM, f"{FORUM}berita-acara/"):
        assert dewi.get(place).status_code == 404
    for agency in ("kota-melati", "kota-contoh"):
        for place in (
            *(f"forum/butir/{item.pk}/{one}/" for one in ("geser", "keluarkan", "kembalikan", "catatan", "putuskan")),
            *(f"forum/keputusan/{decision.pk}/{one}/" for one in ("hapus", "lapor", "periksa")),
        ):
            assert dewi.post(f"/{agency}/{place}", {"version": 1, "report": "x", "proof": "x"}).status_code == 404
    assert dewi.get("/kota-contoh/forum/2025/1/").status_code == 404


def test_a_decision_that_belongs_to_no_point_is_shown_too(quarter: Quarter) -> None:
    forum = running(quarter)
    decisions.decide(
        forum=forum, item=None, text="Rapat berikutnya daring", owner=quarter.unit, due=DUE, by=quarter.cast.wati,
        at=APRIL,
    )  # fmt: skip
    client = signed_in(quarter.cast.siti)
    for place in (FORUM, f"{FORUM}berita-acara/"):
        assert "Rapat berikutnya daring" in client.get(place).content.decode()


def test_members_read_and_only_the_secretariat_closes(quarter: Quarter) -> None:
    forum = running(quarter)
    for name in ("siti", "joko", "budi", "ani", "rina", "wati", "wali"):
        client = signed_in(quarter.cast[name])
        assert (client.get(FORUM).status_code, client.get(f"{FORUM}berita-acara/").status_code) == (200, 200)
        if name != "rina":
            assert client.post(f"{FORUM}tutup/", {"version": forum.version}).status_code == 403
        if name not in ("rina", "wati"):
            assert client.post(f"{FORUM}tambah/", {"title": "x", "key": uuid4()}).status_code == 403
            assert client.get(f"{FORUM}jadwal/").status_code == 403


@pytest.mark.parametrize("place", ["2025/0/", "2025/5/", "1999/1/", "1999/", "2025/4/"])
def test_forums_that_there_are_not(quarter: Quarter, place: str) -> None:
    assert signed_in(quarter.cast.wati).get(f"/kota-melati/forum/{place}").status_code == 404


def test_pages_ask_as_much_for_one_point_as_for_many(quarter: Quarter) -> None:
    counts = []
    prepared(quarter)
    for rows in (1, 6):
        forum = fresh(ReviewForum.objects.get())
        for number in range(rows):
            agenda.add_item(forum=forum, title=f"Butir {number}", detail="", by=quarter.cast.wati, at=APRIL)
        counts.append([asked(quarter.cast[name], FORUM) for name in ("wati", "siti")])
        counts[-1].append(asked(quarter.cast.wati, "/kota-melati/forum/2025/"))
    ReviewForum.objects.all().delete()
    forum = running(quarter)
    for made in (1, 5):
        for _number in range(made):
            decided(quarter, forum)
        counts.append([asked(quarter.cast[name], FORUM) for name in ("wati", "siti")])
        counts[-1].append(asked(quarter.cast.wati, f"{FORUM}berita-acara/"))
    assert counts[0] == counts[1]
    assert counts[2] == counts[3]
    assert max(map(max, counts)) <= MOST


def asked(user: User, place: str) -> int:
    client = signed_in(user)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(place).status_code == 200
    return len(captured)

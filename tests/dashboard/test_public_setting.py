"""The settings of the public page: the administrator alone, with a preview, in the trail."""

from __future__ import annotations

import pytest
from django.test import Client

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.models import PublicChoice, PublicText, User
from petajalan.common.models import AuditEntry
from petajalan.dashboard.demo import publish_demonstration
from tests.dashboard.publishing import PAGE, SWITCHED, enacted, show
from tests.reporting.measuring import CLOSED, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture

SETTING = "/kota-melati/publik/"
WORDS = {
    "for_whom": "Untuk warga.", "office": "Bagian Organisasi", "address": "", "email": "tanya@melati.example",
    "phone": "", "website": "", "licence": "CC0-1.0", "version": "0",
}  # fmt: skip


@pytest.fixture(autouse=True)
def second_of_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: CLOSED)


@pytest.fixture
def city(measuring: Measuring) -> Measuring:
    enacted(measuring).indicator()
    return measuring


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def entries() -> list[tuple[str, str, dict[str, object]]]:
    found = AuditEntry.objects.filter(action__in=["item_published", "item_withdrawn", "public_text_changed"])
    return [(one.action, one.actor_name, one.after) for one in found.order_by("pk")]


def test_wati_looks_first_and_then_shows_an_item(city: Measuring) -> None:
    wati = signed_in(city.cast.wati)
    assert "Belum ada yang tampil untuk umum." in wati.get(SETTING).content.decode()
    preview = wati.get(f"{SETTING}pratinjau/indicators/").content.decode()
    assert ("Pratinjau “Indikator dan target”." in preview, "Indeks SPBE" in preview) == (True, True)
    assert Client().get(PAGE).status_code == 404
    for _time in range(2):
        answer = wati.post(f"{SETTING}butir/indicators/", {"arah": "tampilkan"})
        assert (answer.status_code, answer.headers["Location"]) == (302, SETTING)
    assert Client().get(PAGE).status_code == 200
    page = wati.get(SETTING).content.decode()
    assert "1 butir tampil untuk umum." in page
    assert f"Ditampilkan {city.cast.wati}, 2 Mei 2025 10.00" in page
    wati.post(f"{SETTING}butir/indicators/", {"arah": "sembunyikan"})
    assert Client().get(PAGE).status_code == 404
    assert f"Disembunyikan {city.cast.wati}" in wati.get(SETTING).content.decode()
    item = {"public_item": "indicators"}
    assert entries() == [
        ("item_published", str(city.cast.wati), {**item, "shown": True}),
        ("item_withdrawn", str(city.cast.wati), {**item, "shown": False}),
    ]


def test_an_item_that_waits_for_another_says_so(city: Measuring) -> None:
    show(city.cast, PublicItem.ACTUALS)
    page = signed_in(city.cast.wati).get(SETTING).content.decode()
    assert "Belum terlihat: tampilkan juga “Indikator dan target”." in page
    show(city.cast, PublicItem.INDICATORS)
    assert "Belum terlihat" not in signed_in(city.cast.wati).get(SETTING).content.decode()


def test_what_no_item_or_direction_is_called_does_not_exist(city: Measuring) -> None:
    wati = signed_in(city.cast.wati)
    assert wati.get(f"{SETTING}pratinjau/rahasia/").status_code == 404
    assert wati.post(f"{SETTING}butir/rahasia/", {"arah": "tampilkan"}).status_code == 404
    assert wati.post(f"{SETTING}butir/indicators/", {"arah": "hapus"}).status_code == 404
    assert not PublicChoice.objects.exists()


@pytest.mark.parametrize(("name", "status"), [("rina", 403), ("budi", 403), ("wali", 403), ("ani", 403), ("dewi", 404)])
def test_nobody_else_opens_or_writes(city: Measuring, name: str, status: int) -> None:
    client = signed_in(city.cast[name])
    assert client.get(SETTING).status_code == status
    assert client.get(f"{SETTING}pratinjau/indicators/").status_code == status
    assert client.post(f"{SETTING}butir/indicators/", {"arah": "tampilkan"}).status_code == status
    assert client.post(f"{SETTING}kata/", WORDS).status_code == status
    assert (PublicChoice.objects.exists(), PublicText.objects.exists(), entries()) == (False, False, [])


def test_the_words_of_the_agency_are_kept_and_shown(city: Measuring) -> None:
    wati = signed_in(city.cast.wati)
    assert wati.post(f"{SETTING}kata/", WORDS).status_code == 302
    show(city.cast, PublicItem.INDICATORS, PublicItem.CONTACT, PublicItem.DATA)
    page = Client().get(PAGE).content.decode()
    assert ("Untuk warga." in page, "tanya@melati.example" in page) == (True, True)
    assert "CC0 1.0" in Client().get(f"{PAGE}data/").content.decode()
    assert entries()[0] == (
        "public_text_changed",
        str(city.cast.wati),
        {
            "for_whom": "Untuk warga.",
            "office": "Bagian Organisasi",
            "email": "tanya@melati.example",
            "licence": "CC0-1.0",
        },
    )
    show(city.cast, PublicItem.CONTACT, shown=False)
    assert "tanya@melati.example" not in Client().get(PAGE).content.decode()


def test_what_is_wrong_or_stale_is_said_and_nothing_is_lost(city: Measuring) -> None:
    wati = signed_in(city.cast.wati)
    answer = wati.post(f"{SETTING}kata/", {**WORDS, "email": "bukan surel"})
    assert (answer.status_code, "bukan surel" in answer.content.decode()) == (422, True)
    wati.post(f"{SETTING}kata/", WORDS)
    answer = wati.post(f"{SETTING}kata/", {**WORDS, "office": "Bagian Umum"})
    page = answer.content.decode()
    assert (answer.status_code, "baru diubah orang lain" in page, "Bagian Umum" in page) == (422, True, True)
    assert PublicText.objects.get().office == "Bagian Organisasi"
    assert wati.post(f"{SETTING}kata/", {**WORDS, "version": "1"}).status_code == 302
    assert PublicText.objects.get().version == 1


def test_the_demonstration_opens_once(city: Measuring) -> None:
    assert publish_demonstration(slug="kota-melati", at=SWITCHED) is True
    shown = set(PublicChoice.objects.filter(shown=True).values_list("item", flat=True))
    assert shown == set(PublicItem.values) - {"search"}
    show(city.cast, PublicItem.INDEX, shown=False)
    assert publish_demonstration(slug="kota-melati", at=SWITCHED) is False
    assert not PublicChoice.objects.get(item="index").shown

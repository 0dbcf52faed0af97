"""The forms of own entries: the administrator adds, changes, retires; refusals say what to do."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from petajalan.catalogue import services
from petajalan.catalogue.models import OwnEntry
from petajalan.catalogue.queries import reference_for
from tests.cast import Cast
from tests.catalogue.pages import text_of, words
from tests.catalogue.test_own import GARDENS
from tests.catalogue.test_scale_form import SCALE

AT = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)
HERE = "/kota-melati/katalog/milik-instansi/"
ADD = HERE + "tambah/"


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def stored(cast: Cast, kind: str = "scale", code: str = "taman", data: dict[str, Any] = GARDENS) -> OwnEntry:
    return services.add_entry(agency=cast.agency, kind=kind, code=code, data=data, by=cast.rina, at=AT)


def test_nothing_yet_says_what_one_may_add(client: Client, cast: Cast) -> None:
    client.force_login(cast.wati)
    assert "Tambah skala" in words(client, HERE)
    client.force_login(cast.siti)
    page = words(client, HERE)
    assert "Administrator instansi ini dapat menambah isian sendiri." in page
    assert "Tambah skala" not in page


@pytest.mark.parametrize("address", ["orang/", "skala/?salin=tidak-ada", "tema/?salin=poverty"])
def test_what_cannot_be_added_is_404(wati: Client, address: str) -> None:
    assert wati.get(ADD + address).status_code == 404


def test_an_indicator_is_added_with_its_spellings(wati: Client, cast: Cast) -> None:
    sent = {"name": "Nilai Taman", "names": "Skor Taman\n\n Skor  Taman \nTaman Kota", "scale": "spbe", "unit": "index"}
    wati.post(ADD + "indikator/", sent)
    assert OwnEntry.objects.get().data == {
        "names": ["Nilai Taman", "Skor Taman", "Taman Kota"],
        "scale": "spbe",
        "unit": "index",
    }
    page = words(wati, HERE)
    assert "Indeks Sistem Pemerintahan Berbasis Elektronik · indeks · juga: Skor Taman, Taman Kota" in page
    assert "Nilai Taman milik instansi 2 ejaan lain" in words(wati, "/kota-melati/katalog/indikator/?cari=taman")


def test_a_national_indicator_gets_another_spelling(wati: Client, cast: Cast) -> None:
    page = wati.get(ADD + "indikator/?salin=spip").content.decode()
    assert "Tingkat Maturitas SPIP" in page
    sent = {"name": "Maturitas SPIP", "names": "Skor Kendali Intern", "scale": "spip", "direction": "higher"}
    wati.post(ADD + "indikator/?salin=spip", sent)
    known = [one.names for one in reference_for(cast.agency).indicators if one.code == "spip"]
    assert known == [("Maturitas SPIP", "Skor Kendali Intern")]


def test_themes_and_other_names(wati: Client, cast: Cast) -> None:
    wati.post(ADD + "tema/", {"name": "Pengembangan Pariwisata", "names": "Wisata"})
    wati.post(ADD + "nama/", {"of": "unit", "name": "Dinas Taman", "names": "Distam\nDinas Pertamanan"})
    page = words(wati, HERE)
    assert "Pengembangan Pariwisata juga: Wisata" in page
    assert "Dinas Taman Unit · Distam, Dinas Pertamanan" in page


@pytest.mark.parametrize(
    ("kind", "sent", "sentence"),
    [
        ("indikator", {"name": ""}, "Tulis nama indikator seperti dicetak dalam road map Anda."),
        ("indikator", {"name": "SPI"}, "“SPI” sudah berarti “Survei Penilaian Integritas”. Pakai nama lain"),
        ("indikator", {"name": "Taman", "names": "x" * 201}, "Satu nama paling panjang 200 tanda."),
        ("tema", {"name": "Wisata", "names": "Inflasi"}, "“Inflasi” sudah berarti “Pengendalian Inflasi”."),
        ("nama", {"of": "unit", "name": "Dinas Taman", "names": " \n "}, "Tulis sekurangnya satu nama lain."),
    ],
)
def test_names_that_do_not_fit_are_refused(wati: Client, kind: str, sent: dict[str, str], sentence: str) -> None:
    response = wati.post(f"{ADD}{kind}/", sent)
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert OwnEntry.objects.count() == 0


def test_refusals_are_in_english_too(wati: Client) -> None:
    wati.post("/bahasa/", {"language": "en", "next": "/"})
    assert "“SPI” already means “Survei Penilaian Integritas”." in text_of(
        wati.post(ADD + "indikator/", {"name": "SPI"})
    )


def test_an_entry_is_changed(wati: Client, cast: Cast) -> None:
    entry = stored(cast)
    page = wati.get(f"{HERE}{entry.pk}/").content.decode()
    assert 'name="version" value="1"' in page
    assert 'value="Rindang"' in page
    assert wati.post(f"{HERE}{entry.pk}/", SCALE | {"version": "1", "high": "12"}).url == HERE  # type: ignore[attr-defined]
    assert OwnEntry.objects.get().data["range"] == ["0", "12"]


def test_a_conflict_shows_what_is_stored_and_lets_the_person_choose(wati: Client, cast: Cast) -> None:
    entry = stored(cast)
    services.change_entry(entry=entry, data=GARDENS | {"source": "Perwali 9/2024"}, version=1, by=cast.rina, at=AT)
    response = wati.post(f"{HERE}{entry.pk}/", SCALE | {"version": "1", "high": "12"})
    assert response.status_code == 409
    page = text_of(response)
    assert "Rina Hapsari mengubah isian ini pukul 09.00, setelah Anda membukanya." in page
    assert "Perwali 9/2024" in page
    assert 'name="version" value="2"' in response.content.decode()
    assert OwnEntry.objects.get().data["range"] == ["0", "10"]
    wati.post(f"{HERE}{entry.pk}/", SCALE | {"version": "2", "high": "12"})
    assert OwnEntry.objects.get().data["range"] == ["0", "12"]


def test_an_entry_is_retired_and_used_again(wati: Client, cast: Cast) -> None:
    entry = stored(cast)
    assert wati.post(f"{HERE}{entry.pk}/hentikan/", {"version": "1"}).url == HERE  # type: ignore[attr-defined]
    page = words(wati, HERE)
    assert "“Indeks Taman Kota” tidak dipakai lagi. Isinya tetap tersimpan." in page
    assert "Indeks Taman Kota dihentikan" in page
    assert wati.get("/kota-melati/katalog/skala/taman/").status_code == 404
    wati.post(f"{HERE}{entry.pk}/pakai-lagi/", {"version": "2"})
    assert "“Indeks Taman Kota” dipakai lagi." in words(wati, HERE)


def test_retiring_what_is_needed_or_has_changed_says_what_to_do(wati: Client, cast: Cast) -> None:
    scale = stored(cast)
    stored(cast, "indicator", "taman", {"names": ["Nilai Taman"], "scale": "taman"})
    wati.post(f"{HERE}{scale.pk}/hentikan/", {"version": "1"})
    assert "“Indeks Taman Kota” masih dipakai oleh “Nilai Taman”. Ubah atau hentikan" in words(wati, HERE)
    for action in ("hentikan", "pakai-lagi"):
        indicator = OwnEntry.objects.get(kind="indicator")
        wati.post(f"{HERE}{indicator.pk}/{action}/", {"version": "7"})
        assert "“Nilai Taman” baru saja diubah orang lain." in words(wati, HERE)


def test_an_entry_that_no_longer_fits_says_why(wati: Client, cast: Cast) -> None:
    OwnEntry.objects.create(
        agency=cast.agency, kind="indicator", code="lama", data={"names": ["SPI"]}, added_at=AT, changed_at=AT
    )
    page = words(wati, HERE)
    assert "SPI tidak dipakai" in page
    assert "“SPI” sudah berarti “Survei Penilaian Integritas”." in page


@pytest.mark.parametrize("name", ["siti", "rina", "wali"])
def test_only_the_administrator_changes_it(client: Client, cast: Cast, name: str) -> None:
    entry = stored(cast)
    client.force_login(cast[name])
    assert "Indeks Taman Kota" in words(client, HERE)
    assert client.get(ADD + "skala/").status_code == 403
    for address in (
        ADD + "skala/",
        f"{HERE}{entry.pk}/",
        f"{HERE}{entry.pk}/hentikan/",
        f"{HERE}{entry.pk}/pakai-lagi/",
    ):
        assert client.post(address, SCALE | {"version": "1"}).status_code == 403
    assert OwnEntry.objects.get().version == 1


def test_an_entry_of_another_agency_is_404_under_my_address(wati: Client, cast: Cast) -> None:
    theirs = services.add_entry(agency=cast.other_agency, kind="scale", code="x", data=GARDENS, by=cast.dewi, at=AT)
    assert wati.get(f"{HERE}{theirs.pk}/").status_code == 404
    assert wati.post(f"{HERE}{theirs.pk}/hentikan/", {"version": "1"}).status_code == 404
    assert OwnEntry.objects.get().active
    assert "Indeks Taman Kota" not in words(wati, HERE)


def test_the_trail_reads_in_words(wati: Client, cast: Cast) -> None:
    wati.post(ADD + "skala/", SCALE)
    page = words(wati, "/kota-melati/jejak/")
    assert "Menambah isian katalog" in page
    assert "jenis isian Skala" in page
    assert "keyakinan naskah aturan dibaca" in page
    assert "tabel predikat C Gersang [0, 5]; A Rindang (5, 10]" in page

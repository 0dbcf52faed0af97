from django.test import Client

from petajalan.accounts.choices import Role
from petajalan.accounts.models import User
from petajalan.common.models import AuditEntry
from tests.cast import PASSWORD, Cast, person


def test_start_leads_to_the_only_agency(client: Client, cast: Cast) -> None:
    client.force_login(cast.wali)
    assert client.get("/").url == "/kota-melati/"


def test_start_offers_a_choice_of_several(client: Client, cast: Cast) -> None:
    user = person("dua@contoh.example", agency=cast.agency, role=Role.AUDITOR)
    person("dua@contoh.example", agency=cast.other_agency, role=Role.AUDITOR)
    client.force_login(user)
    page = client.get("/").content.decode()
    assert '<a class="pj-name" href="/kota-contoh/">Kota Contoh</a>' in page
    assert '<a class="pj-name" href="/kota-melati/">Kota Melati</a>' in page


def test_start_without_an_agency_says_whom_to_ask(client: Client, cast: Cast) -> None:
    client.force_login(person())
    page = client.get("/").content.decode()
    assert "Anda belum terdaftar di instansi" in page
    assert "Sampaikan alamat surel orang@contoh.example kepada administrator" in page


def test_start_of_an_empty_installation_leads_to_the_back_office(client: Client, db: None) -> None:
    client.force_login(User.objects.create_superuser("kunci@contoh.example", PASSWORD, full_name="Juru Kunci"))
    assert 'href="/admin/accounts/agency/add/"' in client.get("/").content.decode()


def test_changing_the_name(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    assert client.post("/akun/", {"full_name": "Siti Aminah"}).url == "/akun/"
    assert "Nama Anda tersimpan." in client.get("/akun/").content.decode()
    entry = AuditEntry.objects.get(action="name_changed")
    assert (entry.agency, entry.actor, entry.actor_name) == (cast.agency, cast.siti, "Siti Aminah")
    assert (entry.before, entry.after) == ({"full_name": "Siti Rahmawati"}, {"full_name": "Siti Aminah"})


def test_empty_name_is_refused(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    response = client.post("/akun/", {"full_name": " "})
    assert response.context["form"].errors == {"full_name": ["Tulis nama lengkap Anda."]}
    cast.siti.refresh_from_db()
    assert cast.siti.full_name == "Siti Rahmawati"


def test_same_name_leaves_no_entry(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    client.post("/akun/", {"full_name": "Siti Rahmawati"})
    assert not AuditEntry.objects.filter(action="name_changed").exists()


def test_password_change_is_in_the_trail_without_the_password(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    new = {"oldpassword": PASSWORD, "password1": "lembayung senja 7", "password2": "lembayung senja 7"}
    client.post("/akun/sandi/", new)
    entry = AuditEntry.objects.get(action="password_changed")
    assert (entry.agency, entry.actor, entry.before, entry.after) == (cast.agency, cast.siti, {}, {})


def test_demonstration_people_are_listed_only_in_a_demonstration(client: Client, cast: Cast, settings) -> None:
    assert "Coba sebagai" not in client.get("/masuk/").content.decode()
    settings.DEMO = True
    page = client.get("/masuk/?sebagai=dewi@kota-contoh.example")
    assert [person.email for person in page.context["demo_people"]] == ["dewi@kota-contoh.example"]
    assert 'value="dewi@kota-contoh.example"' in page.content.decode()

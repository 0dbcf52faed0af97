from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts import services
from petajalan.accounts.choices import Role
from petajalan.accounts.queries import Change, in_words
from petajalan.common import audit
from tests.cast import Cast, person

LATE = datetime(2024, 3, 5, 16, 59, tzinfo=UTC)  # 23.59 WIB


def rename(cast: Cast, name: str, at: datetime = LATE) -> None:
    services.change_profile(user=cast.siti, full_name=name, by=cast.wati, at=at)


def rows(client: Client, query: str = "") -> list[str]:
    return [f"{row.who}: {row.what}, {row.about}" for row in client.get(f"/kota-melati/jejak/{query}").context["rows"]]


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def test_it_reads_in_words(wati: Client, cast: Cast) -> None:
    rename(cast, "Siti Aminah")
    first, *_others, last = wati.get("/kota-melati/jejak/").context["rows"]
    assert (first.who, first.what, first.about) == ("Wati Setyowati", "Mengganti nama", "Siti Aminah")
    assert first.changes == (Change("nama lengkap", "Siti Rahmawati", "Siti Aminah"),)
    assert (last.who, last.what, last.about) == ("system", "Membuat instansi", "Kota Melati")
    assert last.changes == (
        Change("alamat", "", "kota-melati"),
        Change("jenis", "", "Kota"),
        Change("nama", "", "Kota Melati"),
    )


def test_another_agency_is_not_in_it(wati: Client, cast: Cast) -> None:
    services.change_profile(user=cast.dewi, full_name="Dewi Baru", by=cast.dewi, at=LATE)
    assert not any("Dewi" in row for row in rows(wati))
    wati.force_login(cast.dewi)
    assert wati.get("/kota-contoh/jejak/").context["rows"][0].about == "Dewi Baru"


@pytest.mark.parametrize(
    ("name", "status"), [("siti", 403), ("rina", 403), ("wali", 403), ("wati", 200), ("dewi", 404)]
)
def test_who_may_read_it(client: Client, cast: Cast, name: str, status: int) -> None:
    client.force_login(cast[name])
    assert client.get("/kota-melati/jejak/").status_code == status


def test_auditor_reads_it(client: Client, cast: Cast) -> None:
    client.force_login(person(agency=cast.agency, role=Role.AUDITOR))
    assert client.get("/kota-melati/jejak/").status_code == 200


def test_filters(wati: Client, cast: Cast) -> None:
    rename(cast, "Siti Aminah")
    rename(cast, "Siti Kedua", LATE + timedelta(minutes=1))  # the next day in WIB
    one, two = "Wati Setyowati: Mengganti nama, Siti Aminah", "Wati Setyowati: Mengganti nama, Siti Kedua"
    assert rows(wati, "?action=name_changed") == [two, one]
    assert rows(wati, "?who=Wati+Setyowati") == [two, one]
    assert rows(wati, "?first=2024-03-06") == [two]
    assert rows(wati, "?first=2024-03-05&last=2024-03-05") == [one]
    assert rows(wati, "?action=password_changed") == []


def test_times_are_those_of_the_agency(wati: Client, cast: Cast) -> None:
    rename(cast, "Siti Aminah")
    assert '5 Mar 2024<br><span class="pj-meta">23.59</span>' in wati.get("/kota-melati/jejak/").content.decode()
    cast.agency.time_zone = "Asia/Jayapura"
    cast.agency.save()
    assert '6 Mar 2024<br><span class="pj-meta">01.59</span>' in wati.get("/kota-melati/jejak/").content.decode()


def test_filter_that_cannot_be_read_is_left_out(wati: Client, cast: Cast) -> None:
    assert rows(wati, "?action=tidak-ada&first=kemarin&who=x") == rows(wati)


def test_pages(wati: Client, cast: Cast) -> None:
    for number in range(60):
        rename(cast, f"Siti {number}")
    assert (len(rows(wati)), len(rows(wati, "?halaman=2")), len(rows(wati, "?halaman=99"))) == (50, 47, 47)


def test_values_are_escaped(wati: Client, cast: Cast) -> None:
    rename(cast, "<script>alert(1)</script>")
    page = wati.get("/kota-melati/jejak/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_same_number_of_queries_for_one_row_and_for_many(wati: Client, cast: Cast) -> None:
    def queries(query: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert wati.get(f"/kota-melati/jejak/{query}").status_code == 200
        return len(captured)

    assert queries("?action=agency_created") == queries("?action=person_added") == queries("")


def test_words_for_what_nobody_named_and_for_all_kinds_of_values(cast: Cast) -> None:
    with transaction.atomic():
        after = {"sesuatu_baru": None, "benar": True, "daftar": [1, "dua"], "dalam": {"role": "leader"}}
        entry = audit.record(
            agency=cast.agency, by=cast.wati, action="sesuatu_terjadi", about=cast.agency, after=after, at=LATE
        )
    row = in_words(entry)
    assert row.what == "sesuatu terjadi"
    assert [(change.field, change.after) for change in row.changes] == [
        ("benar", "ya"),
        ("daftar", "1, dua"),
        ("dalam", "peran: Pimpinan"),
        ("sesuatu baru", "belum ada"),
    ]

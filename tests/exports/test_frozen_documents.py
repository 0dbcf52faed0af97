"""Freezing: number and version, what the database refuses, what changed since, and the file that is checked."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from petajalan.accounts.models import User
from petajalan.common.models import AuditEntry
from petajalan.exports.documents.as_data import digest_of
from petajalan.exports.documents.choice import Choice
from petajalan.exports.models import FrozenDocument, FrozenFile, MadeDocument
from petajalan.exports.rules import may_freeze
from petajalan.exports.services import making
from petajalan.planning.models import Action
from petajalan.planning.services.refusals import Refused
from tests.exports.making import AT, DAY, again, frozen, made, plan_of
from tests.reporting.reports import YEAR, Quarter
from tests.reporting.reports import quarter as quarter  # the fixture

LIST = "/kota-melati/dokumen/"
NUMBER = "000.8/1/2025"


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, document: FrozenDocument) -> str:
    answer = client_of(user).get(f"{LIST}{document.key}/")
    assert answer.status_code == 200
    return answer.content.decode()


def compared(user: User, document: FrozenDocument) -> str:
    address = f"{LIST}{document.key}/sekarang/"
    part = client_of(user).get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert part.strip() in client_of(user).get(address).content.decode()
    return part


@pytest.fixture
def document(quarter: Quarter) -> MadeDocument:
    quarter.action()
    return made(quarter.cast.wati, plan_of(quarter.cast))


def test_a_frozen_document_has_its_number_in_its_file(quarter: Quarter, document: MadeDocument) -> None:
    found = frozen(document, quarter.cast.rina)
    assert (found.version, found.number, found.dated, found.replaces) == (1, NUMBER, DAY, None)
    assert (found.tree["number"], found.sha256) == (NUMBER, digest_of(found.tree))
    file = FrozenFile.objects.get(document=found)
    content = bytes(file.content)
    assert (file.format, file.size, file.sha256) == ("md", len(content), sha256(content).hexdigest())
    assert NUMBER in content.decode()
    assert "2 Mei 2025" in content.decode()  # above who signs
    entry = AuditEntry.objects.get(action="document_frozen")
    assert (entry.actor, entry.before, entry.after["document_version"]) == (quarter.cast.rina, {}, 1)
    assert entry.after["document_digest"] == found.sha256
    draft = again(document)  # it became the first file
    assert (draft.frozen, draft.state, draft.tree, draft.content) == (found, "ready", None, None)


def test_the_next_one_about_the_same_names_the_one_it_replaces(quarter: Quarter, document: MadeDocument) -> None:
    first = frozen(document, quarter.cast.rina)
    second = frozen(made(quarter.cast.wati, plan_of(quarter.cast)), quarter.cast.rina, "000.8/2/2025")
    assert (second.version, second.replaces) == (2, first)
    other = Choice(quarter.cast.agency, year=YEAR, quarter=1)
    package = frozen(made(quarter.cast.wati, other, "portal_package"), quarter.cast.rina, "000.8/3/2025")
    assert (package.version, package.replaces) == (1, None)
    older = page(quarter.cast.rina, first)
    assert "Bukan versi terakhir: diganti versi 2, nomor 000.8/2/2025" in older
    assert "versi 1, nomor 000.8/1/2025" in page(quarter.cast.rina, second)


def test_the_database_refuses_a_change(quarter: Quarter, document: MadeDocument) -> None:
    found = frozen(document, quarter.cast.rina)
    for rows in (FrozenDocument.objects.filter(pk=found.pk), FrozenFile.objects.filter(document=found)):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            rows.update(**({"number": "2"} if rows.model is FrozenDocument else {"size": 1}))
    found.refresh_from_db()
    assert found.number == NUMBER


def test_only_what_is_ready_can_be_frozen_and_once(quarter: Quarter, document: MadeDocument) -> None:
    rina, seen = quarter.cast.rina, again(document)
    with pytest.raises(Refused, match="nomor suratnya"):
        frozen(document, rina, "  ")
    frozen(document, rina)
    with pytest.raises(Refused, match="belum dibekukan"):
        frozen(again(document), rina, "2")
    with pytest.raises(Refused, match="baru saja dibekukan"):  # two clicks that both saw a draft
        frozen(seen, rina, "2")
    waiting = made(rina, plan_of(quarter.cast))
    MadeDocument.objects.filter(pk=waiting.pk).update(state="waiting")
    with pytest.raises(Refused, match="sudah siap"):
        frozen(again(waiting), rina, "2")
    assert [one.version for one in FrozenDocument.objects.all()] == [1]


def test_who_may_freeze(quarter: Quarter, document: MadeDocument) -> None:
    """Budi heads the unit of the plan; Pak Joko another; Ani evaluates."""
    cast = quarter.cast
    people = ("rina", "wati", "budi", "joko", "siti", "ani", "wali")
    assert [name for name in people if may_freeze(cast[name], document)] == ["rina", "wati", "budi"]
    evaluation = MadeDocument(agency=cast.agency, kind="monthly_evaluation", about="")
    assert (may_freeze(cast.ani, evaluation), may_freeze(cast.budi, evaluation)) == (True, False)
    assert may_freeze(cast.dewi, document) is False
    with pytest.raises(Refused, match="dibekukan oleh sekretariat"):
        frozen(document, cast.joko)
    assert client_of(cast.siti).get(f"{LIST}dibuat/{document.key}/bekukan/").status_code == 403
    assert client_of(cast.joko).get(f"{LIST}dibuat/{document.key}/bekukan/").status_code == 404


def test_the_form_keeps_what_was_typed(quarter: Quarter, document: MadeDocument) -> None:
    client, address = client_of(quarter.cast.rina), f"{LIST}dibuat/{document.key}/bekukan/"
    refused = client.post(address, {"number": NUMBER, "dated": "besok"})
    assert refused.status_code == 422
    assert f'value="{NUMBER}"' in refused.content.decode()
    answer = client.post(address, {"number": NUMBER, "dated": "2025-05-02"})
    found = FrozenDocument.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{LIST}{found.key}/")


def test_its_page_says_what_changed_since(quarter: Quarter, document: MadeDocument) -> None:
    found = frozen(document, quarter.cast.rina)
    assert "Masih sama dengan data sekarang." in compared(quarter.cast.rina, found)
    Action.objects.filter(agency=quarter.cast.agency).update(target_q1=7)
    changed = compared(quarter.cast.rina, found)
    assert "Data sudah berubah sejak dibekukan." in changed
    assert "Aksi dan target, baris 1 “Menyatukan layanan”, Target TW I" in changed
    assert f"jenis=action_plan&amp;tahun={YEAR}&amp;unit={quarter.coordinator.pk}" in changed
    Action.objects.filter(agency=quarter.cast.agency).update(withdrawn=True)
    assert "Datanya sekarang tidak dapat dibaca lagi sebagai dokumen ini." in compared(quarter.cast.rina, found)


def test_another_format_is_written_from_what_was_frozen(
    quarter: Quarter, document: MadeDocument, django_capture_on_commit_callbacks: object
) -> None:
    found = frozen(document, quarter.cast.rina)
    Action.objects.filter(agency=quarter.cast.agency).update(name="Nama lain")
    client = client_of(quarter.cast.rina)
    assert "every 2s" not in page(quarter.cast.rina, found)
    making.request_format(frozen=found, format="docx", key=uuid4(), by=quarter.cast.rina, at=AT)
    assert "every 2s" in page(quarter.cast.rina, found)  # the file is asked for until it is there
    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            client.post(f"{LIST}{found.key}/format/", {"format": "xlsx", "key": str(uuid4())})
    assert sorted(one.format for one in found.files.all()) == ["md", "xlsx"]
    told = client.get(f"{LIST}{found.key}/berkas/md/")
    assert "Menyatukan layanan" in told.content.decode()
    name = f"rencana-aksi-unit-kota-melati-bagian-organisasi-{YEAR}-versi-1.md"
    assert told.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert client.get(f"{LIST}{found.key}/berkas/pdf/").status_code == 404


def test_a_file_is_checked_by_its_digest(quarter: Quarter, document: MadeDocument) -> None:
    found = frozen(document, quarter.cast.rina)
    content = bytes(found.files.get().content)
    client = client_of(quarter.cast.rina)

    def checked(held: bytes) -> str:
        file = BytesIO(held)
        file.name = "kiriman.md"
        answer = client.post(f"{LIST}periksa/", {"file": file})
        assert answer.status_code == 200
        return answer.content.decode()

    assert "persis sama dengan" in checked(content)
    other = checked(content + b" ")
    assert "bukan salah satu berkas yang dibekukan" in other
    assert sha256(content + b" ").hexdigest() in other
    assert client.post(f"{LIST}periksa/", {}).status_code == 422


def test_people_of_another_unit_or_agency_do_not_find_it(quarter: Quarter, document: MadeDocument) -> None:
    found = frozen(document, quarter.cast.rina)
    content = bytes(found.files.get().content)
    for user in (quarter.cast.dewi, quarter.cast.siti):
        assert client_of(user).get(f"{LIST}{found.key}/").status_code == 404
        assert client_of(user).get(f"{LIST}{found.key}/sekarang/").status_code == 404
        assert client_of(user).get(f"{LIST}{found.key}/berkas/md/").status_code == 404
    file = BytesIO(content)
    file.name = "kiriman.md"
    answer = client_of(quarter.cast.siti).post(f"{LIST}periksa/", {"file": file})
    assert "persis sama dengan" not in answer.content.decode()


def test_two_requests_for_one_format_keep_one_file(quarter: Quarter, document: MadeDocument) -> None:
    found = frozen(document, quarter.cast.rina)
    first = found.files.get().made_at
    more = making.request_format(frozen=found, format="md", key=uuid4(), by=quarter.cast.rina, at=AT)
    making.make(document=again(more), at=AT)
    assert [one.made_at for one in found.files.all()] == [first]
    assert again(more).state == "ready"

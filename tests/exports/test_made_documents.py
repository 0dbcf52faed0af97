"""Documents in the background: asked for once, made, failing with a sentence, and seen by whom they concern."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.common.models import AuditEntry
from petajalan.exports.documents import kinds as known
from petajalan.exports.documents.choice import Choice
from petajalan.exports.models import MadeDocument
from petajalan.exports.queries.documents import file_of
from petajalan.exports.services import making
from petajalan.planning.services.refusals import Refused
from tests.exports.making import AT, again, asked, made, plan_of
from tests.reporting.reports import YEAR, Quarter
from tests.reporting.reports import quarter as quarter  # the fixture

LIST = "/kota-melati/dokumen/"


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, address: str = LIST) -> str:
    answer = client_of(user).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def posted(quarter: Quarter, **more: object) -> dict[str, object]:
    return {"tahun": YEAR, "unit": quarter.coordinator.pk, "format": "md", "key": str(uuid4()), **more}


def test_a_document_is_asked_for_made_and_downloaded(
    quarter: Quarter, django_capture_on_commit_callbacks: object
) -> None:
    quarter.action()
    client = client_of(quarter.cast.rina)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        answer = client.post(f"{LIST}buat/?jenis=action_plan", posted(quarter))
    assert (answer.status_code, answer.headers["Location"]) == (302, LIST)
    document = MadeDocument.objects.get()
    assert (document.state, document.progress, document.failure) == ("ready", 100, "")
    assert document.subject == f"Bagian Organisasi, {YEAR}"
    told = client.get(f"{LIST}dibuat/{document.key}/berkas/")
    name = f"rencana-aksi-unit-kota-melati-bagian-organisasi-{YEAR}.md"
    assert told.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "Menyatukan layanan" in told.content.decode()
    assert "Siap diunduh" in page(quarter.cast.rina)
    entry = AuditEntry.objects.get(action="document_requested")
    assert (entry.actor, entry.after) == (
        quarter.cast.rina, {"document_kind": "action_plan", "document_format": "md"}
    )  # fmt: skip


def test_a_second_click_asks_for_nothing_more(quarter: Quarter) -> None:
    quarter.action()
    key = uuid4()
    first = asked(quarter.cast.wati, plan_of(quarter.cast), key=key)
    assert asked(quarter.cast.wati, plan_of(quarter.cast), key=key).pk == first.pk
    assert MadeDocument.objects.count() == 1


def test_nothing_to_write_leaves_a_sentence_and_can_be_tried_again(quarter: Quarter) -> None:
    cast = quarter.cast
    document = made(cast.wati, plan_of(cast))
    sentence = "Rencana ini belum berisi aksi. Tambahkan aksinya di halaman Rencana aksi."
    assert (document.state, document.failure) == ("failed", sentence)
    shown = page(cast.wati)
    assert sentence in shown
    assert "Coba lagi" in shown
    assert client_of(cast.wati).get(f"{LIST}dibuat/{document.key}/berkas/").status_code == 404
    quarter.action()
    assert client_of(cast.wati).post(f"{LIST}dibuat/{document.key}/lagi/").status_code == 302
    making.make(document=again(document), at=AT)
    assert again(document).state == "ready"
    assert making.make_again(document=again(document), by=cast.wati, at=AT) is False


def test_a_fault_of_the_application_is_told_without_a_traceback(
    quarter: Quarter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(choice: Choice) -> None:
        raise ZeroDivisionError("rahasia")

    kind = known.KINDS["action_plan"]
    monkeypatch.setitem(
        known.KINDS,
        "action_plan",
        known.Kind(kind.code, kind.name, kind.of, kind.permission, broken),  # type: ignore[arg-type]
    )
    document = made(quarter.cast.wati, plan_of(quarter.cast))
    assert document.failure == making.UNEXPECTED
    assert "rahasia" not in page(quarter.cast.wati)


def test_only_one_worker_makes_it_and_a_stuck_one_is_taken_over(quarter: Quarter) -> None:
    quarter.action()
    document = asked(quarter.cast.wati, plan_of(quarter.cast))
    MadeDocument.objects.update(state="making", state_at=AT)
    assert making.make(document=again(document), at=AT + timedelta(minutes=1)) is False
    assert making.make(document=again(document), at=AT + timedelta(minutes=3)) is True
    assert again(document).state == "ready"


def test_what_an_earlier_worker_left_is_taken_up(quarter: Quarter, django_capture_on_commit_callbacks: object) -> None:
    quarter.action()
    document = asked(quarter.cast.wati, plan_of(quarter.cast))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert making.resume_unfinished(at=AT + timedelta(minutes=5)) == 1
    assert again(document).state == "ready"


def test_progress_is_asked_for_until_it_is_ready(quarter: Quarter) -> None:
    quarter.action()
    document = asked(quarter.cast.wati, plan_of(quarter.cast))
    address = f"{LIST}dibuat/{document.key}/keadaan/"
    client = client_of(quarter.cast.wati)
    waiting = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "Menunggu giliran" in waiting
    assert "every 1s" in waiting
    making.make(document=again(document), at=AT)
    ready = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "every 1s" not in ready
    assert "Bekukan" in ready
    assert client.get(address).status_code == 302


def test_a_format_that_the_kind_does_not_have_is_refused(quarter: Quarter) -> None:
    with pytest.raises(Refused, match="Pilih format lain"):
        asked(quarter.cast.wati, plan_of(quarter.cast), format="zip")
    answer = client_of(quarter.cast.rina).post(f"{LIST}buat/?jenis=action_plan", posted(quarter, format="zip"))
    assert answer.status_code == 422
    assert MadeDocument.objects.count() == 0


def test_the_form_asks_only_what_the_kind_needs(quarter: Quarter) -> None:
    asked_for = page(quarter.cast.rina, f"{LIST}buat/?jenis=monthly_evaluation&tahun=2024&bulan=3")
    assert 'name="bulan"' in asked_for
    assert '<option value="3" selected' in asked_for
    assert '<option value="2024" selected' in asked_for
    assert 'name="unit"' not in asked_for
    assert 'name="triwulan"' not in asked_for
    kinds = page(quarter.cast.rina, f"{LIST}buat/?jenis=tidak-ada")
    assert "Berita acara forum monev" in kinds


def test_an_operator_reads_documents_of_their_own_unit_only(quarter: Quarter) -> None:
    """Siti works in Diskominfo; the plan is of Bagian Organisasi."""
    cast = quarter.cast
    quarter.action()
    theirs = made(cast.wati, plan_of(cast))
    own = made(cast.siti, Choice(cast.agency, year=YEAR, unit=quarter.unit))
    whole = made(cast.wati, Choice(cast.agency, year=YEAR, month=1), "monthly_evaluation")
    shown = page(cast.siti)
    assert f"{LIST}dibuat/{theirs.key}" not in shown
    assert f"d-{own.key}" in shown
    assert f"d-{whole.key}" in shown
    assert client_of(cast.siti).get(f"{LIST}dibuat/{theirs.key}/berkas/").status_code == 404
    assert client_of(cast.rina).get(f"{LIST}dibuat/{theirs.key}/berkas/").status_code == 200
    refused = client_of(cast.siti).post(f"{LIST}buat/?jenis=action_plan", posted(quarter))
    assert refused.status_code == 422
    assert "Pilih unit dari daftarnya." in refused.content.decode()


def test_another_agency_sees_nothing(quarter: Quarter) -> None:
    quarter.action()
    document = made(quarter.cast.wati, plan_of(quarter.cast))
    dewi = client_of(quarter.cast.dewi)
    for address in (LIST, f"{LIST}buat/", f"{LIST}periksa/", f"{LIST}dibuat/{document.key}/berkas/"):
        assert dewi.get(address).status_code == 404, address
    assert dewi.get(f"/kota-contoh/dokumen/dibuat/{document.key}/berkas/").status_code == 404
    unit = client_of(quarter.cast.dewi).post("/kota-contoh/dokumen/buat/?jenis=action_plan", posted(quarter))
    assert unit.status_code == 422


def test_the_list_filters_and_asks_as_much_for_one_as_for_three(quarter: Quarter) -> None:
    quarter.action()
    wati, choice = quarter.cast.wati, plan_of(quarter.cast)
    made(wati, choice)
    client = client_of(wati)
    client.get(LIST)

    def counted() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(LIST).status_code == 200
        return len(captured)

    one = counted()
    made(wati, choice)
    made(wati, Choice(quarter.cast.agency, year=YEAR, month=1), "monthly_evaluation")
    assert counted() == one
    assert "Tidak ada dokumen yang cocok" in page(wati, f"{LIST}?jenis=forum_minutes")
    failed = page(wati, f"{LIST}?keadaan=gagal&tahun={YEAR}")
    assert failed.count('class="dk-state"') == 1
    assert "Evaluasi periode itu belum dimulai" in failed


def test_the_file_of_a_list_is_not_read(quarter: Quarter) -> None:
    quarter.action()
    document = made(quarter.cast.wati, plan_of(quarter.cast))
    assert (file_of(document) or b"").decode().count("Menyatukan layanan") == 3
    with CaptureQueriesContext(connection) as captured:
        client_of(quarter.cast.wati).get(LIST)
    assert not any('"exports_madedocument"."content"' in one["sql"] for one in captured.captured_queries)

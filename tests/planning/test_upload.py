"""Uploading in the browser: kept, queued, read, refused in words, never doubled."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.utils import timezone

from petajalan.common import jobs
from petajalan.common.models import AuditEntry
from petajalan.planning import services
from petajalan.planning.choices import RegulationStatus
from petajalan.planning.models import Regulation, RegulationReading, RoadMap
from petajalan.planning.services import STALE, read_uploaded, resume_unfinished
from tests.cast import Cast
from tests.planning.regulations import AT, LATER, MELATI, stored

UPLOAD = "/kota-melati/peraturan/unggah/"
Commit = Callable[..., AbstractContextManager[list[object]]]


def send(client: Client, content: bytes = MELATI, name: str = "perwali.md", **headers: str) -> object:
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)}, headers=headers)


@pytest.fixture
def rina(client: Client, cast: Cast) -> Client:
    client.force_login(cast.rina)
    return client


def waiting(cast: Cast, content: bytes = MELATI) -> Regulation:
    return services.upload_regulation(agency=cast.agency, content=content, filename="a.md", by=cast.rina, at=AT)


def test_upload_is_kept_read_after_the_commit_and_shown(
    rina: Client, cast: Cast, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks() as queued:
        response = send(rina)
    regulation = Regulation.objects.get()
    assert (response.status_code, response.url) == (302, f"/kota-melati/peraturan/{regulation.pk}/")
    assert (regulation.status, regulation.uploaded_by, regulation.filename) == ("waiting", cast.rina, "perwali.md")
    assert len(queued) == 1
    queued[0]()
    regulation.refresh_from_db()
    assert (regulation.status, regulation.progress, regulation.number) == ("read", 100, "7")
    assert b"Peraturan Nomor 7 Tahun 2023" in rina.get(response.url).content


def test_upload_is_in_the_trail(rina: Client, cast: Cast) -> None:
    send(rina)
    entry = AuditEntry.objects.get(action="regulation_uploaded")
    assert (entry.actor, entry.after) == (cast.rina, {"filename": "perwali.md", "size": len(MELATI)})


def test_reading_does_not_touch_the_road_map_in_force(
    rina: Client, cast: Cast, django_capture_on_commit_callbacks: Commit
) -> None:
    _regulation, road_map = stored(cast.agency)
    with django_capture_on_commit_callbacks(execute=True):
        send(rina, MELATI + b"\nBAB V\nPENUTUP\n\nSelesai.\n")
    assert list(RoadMap.objects.values_list("pk", "current")) == [(road_map.pk, True)]


def test_htmx_is_sent_on_to_the_regulation(rina: Client) -> None:
    response = send(rina, hx_request="true")
    assert response.status_code == 204
    assert response["HX-Redirect"] == f"/kota-melati/peraturan/{Regulation.objects.get().pk}/"


def test_the_same_file_twice_is_one_regulation(rina: Client) -> None:
    first, second = send(rina), send(rina, name="salinan.md")
    assert first.url == second.url
    assert Regulation.objects.count() == AuditEntry.objects.filter(action="regulation_uploaded").count() == 1
    assert "sudah pernah diunggah" in rina.get(second.url).content.decode()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "kosong.md", "Berkas ini kosong"),
        (None, "", "Pilih berkas peraturannya lebih dahulu"),
    ],
)
def test_what_is_no_file_is_refused_with_a_sentence(
    rina: Client, content: bytes | None, name: str, sentence: str
) -> None:
    given = {} if content is None else {"file": SimpleUploadedFile(name, content)}
    response = rina.post(UPLOAD, given)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Regulation.objects.exists()


@override_settings(UPLOAD_MAX_BYTES=1024 * 1024)
def test_file_over_the_limit_is_refused_and_the_limit_is_named(rina: Client) -> None:
    response = send(rina, MELATI + b" " * 1024 * 1024)
    assert response.status_code == 422
    assert "lebih besar dari 1 MB" in response.content.decode()
    assert not Regulation.objects.exists()


def test_unusable_file_is_kept_with_the_sentence_and_can_be_tried_again(
    rina: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        response = send(rina, b"%PDF-1.7 rusak", "rusak.pdf")
    regulation = Regulation.objects.get()
    assert regulation.status == "failed"
    assert regulation.file.read() == b"%PDF-1.7 rusak"
    page = rina.get(response.url).content.decode()
    assert regulation.failure_id in page.replace("&#x27;", "'").replace("&quot;", '"')
    assert not RegulationReading.objects.exists()
    with django_capture_on_commit_callbacks(execute=True) as queued:
        rina.post(f"{response.url}baca-ulang/")
    assert len(queued) == 1
    assert AuditEntry.objects.filter(action="regulation_read_again").count() == 1


def test_failure_is_said_in_the_language_of_the_reader(
    rina: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send(rina, b"%PDF-1.7 rusak", "rusak.pdf")
    regulation = Regulation.objects.get()
    rina.cookies["bahasa"] = "en"
    page = rina.get(f"/kota-melati/peraturan/{regulation.pk}/").content.decode()
    assert regulation.failure_en.split(".")[0] in page


def test_program_error_while_reading_is_a_sentence_not_a_traceback(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    regulation = waiting(cast)
    monkeypatch.setattr("petajalan.planning.services.uploads.read_file", lambda *args: 1 / 0)
    assert read_uploaded(regulation=regulation, at=AT)
    regulation.refresh_from_db()
    assert (regulation.status, regulation.failure_code) == ("failed", "unexpected")


def test_only_one_worker_reads_a_file(cast: Cast) -> None:
    regulation = waiting(cast)
    Regulation.objects.update(status=RegulationStatus.READING, status_at=AT)
    assert not read_uploaded(regulation=regulation, at=AT + STALE / 2)
    assert read_uploaded(regulation=regulation, at=AT + STALE * 2)
    assert not read_uploaded(regulation=regulation, at=AT + STALE * 3)


@pytest.mark.usefixtures("waiting_queue")
def test_what_a_worker_left_behind_is_queued_again_and_what_moves_is_looked_after_later(
    cast: Cast, django_capture_on_commit_callbacks: Commit
) -> None:
    left, moving = waiting(cast), waiting(cast, MELATI + b"\n")
    Regulation.objects.filter(pk=left.pk).update(status=RegulationStatus.READING, status_at=AT)
    Regulation.objects.filter(pk=moving.pk).update(status=RegulationStatus.READING, status_at=LATER)
    with django_capture_on_commit_callbacks(execute=True):
        assert resume_unfinished(at=LATER) == 2
    queued = [(task.args[1], task.eta is not None) for task in jobs.storage().pending()]
    assert queued == [({"regulation": left.pk}, False), ({"regulation": moving.pk}, True)]


def test_reading_again_while_one_is_underway_does_nothing(rina: Client, cast: Cast) -> None:
    regulation = waiting(cast)
    Regulation.objects.update(status_at=timezone.now())
    rina.post(f"/kota-melati/peraturan/{regulation.pk}/baca-ulang/")
    assert not AuditEntry.objects.filter(action="regulation_read_again").exists()


def test_progress_is_polled_until_the_reading_is_over(rina: Client, cast: Cast) -> None:
    regulation = waiting(cast)
    Regulation.objects.update(status=RegulationStatus.READING, progress=40, status_at=timezone.now())
    address = f"/kota-melati/peraturan/{regulation.pk}/kemajuan/"
    moving = rina.get(address, headers={"HX-Request": "true"})
    assert "Sedang dibaca: 40%" in moving.content.decode()
    assert "lebih lama dari biasanya" not in moving.content.decode()
    Regulation.objects.update(status=RegulationStatus.READ)
    over = rina.get(address, headers={"HX-Request": "true"})
    assert (over.status_code, over["HX-Redirect"]) == (204, f"/kota-melati/peraturan/{regulation.pk}/")
    assert rina.get(address).url == f"/kota-melati/peraturan/{regulation.pk}/"


def test_page_of_a_waiting_file_reloads_itself_without_a_script(rina: Client, cast: Cast) -> None:
    page = rina.get(f"/kota-melati/peraturan/{waiting(cast).pk}/").content.decode()
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page


def test_adopting_makes_the_road_map_once_and_an_old_version_current_again(rina: Client, cast: Cast) -> None:
    first, _road_map = stored(cast.agency)
    second = waiting(cast, MELATI + b"\n")
    read_uploaded(regulation=second, at=AT)
    for _click in range(2):
        assert rina.post(f"/kota-melati/peraturan/{second.pk}/berlakukan/").status_code == 302
    assert list(RoadMap.objects.order_by("version").values_list("version", "current")) == [(1, False), (2, True)]
    rina.post(f"/kota-melati/peraturan/{first.pk}/berlakukan/")
    assert list(RoadMap.objects.order_by("version").values_list("version", "current")) == [(1, True), (2, False)]
    adopted = AuditEntry.objects.filter(action="road_map_adopted").order_by("pk").values_list("before", "after")
    assert [(before["version"], after["version"]) for before, after in adopted] == [(None, 1), (1, 2), (2, 1)]


def test_what_is_not_read_cannot_be_adopted(rina: Client, cast: Cast) -> None:
    regulation = waiting(cast)
    response = rina.post(f"/kota-melati/peraturan/{regulation.pk}/berlakukan/", follow=True)
    assert "belum terbaca" in response.content.decode()
    assert not RoadMap.objects.exists()


@pytest.mark.parametrize("name", ["siti", "joko", "budi", "ani", "wali"])
def test_others_may_read_but_not_upload_adopt_or_read_again(client: Client, cast: Cast, name: str) -> None:
    regulation, _road_map = stored(cast.agency)
    client.force_login(cast[name])
    one = f"/kota-melati/peraturan/{regulation.pk}/"
    assert client.get(one).status_code == 200
    assert "Jadikan road map" not in client.get(one).content.decode()
    assert client.get(UPLOAD).status_code == 403
    assert send(client, MELATI + b"\n").status_code == 403
    assert {client.post(one + action).status_code for action in ("berlakukan/", "baca-ulang/")} == {403}
    assert Regulation.objects.count() == 1


def test_file_name_loses_its_path_and_its_control_characters(cast: Cast) -> None:
    regulation = services.upload_regulation(
        agency=cast.agency, content=MELATI, filename="C:\\berkas\\per\x00wali\n.md", by=cast.rina, at=AT
    )
    assert regulation.filename == "perwali.md"


def test_file_without_a_road_map_does_not_become_one(
    rina: Client, cast: Cast, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        address = send(rina, b"Beras, gula, dan kopi.", "belanja.md").url
    page = rina.get(address).content.decode()
    assert "Tidak ada tabel road map (tujuan, sasaran, kegiatan utama, tema, atau tim) yang dikenali." in page
    assert "Jadikan road map yang berlaku" not in page
    answer = rina.post(f"{address}berlakukan/", follow=True)
    assert "Berkas ini tidak memuat tabel road map" in answer.content.decode()
    assert RoadMap.objects.count() == 0

"""Evidence through the addresses that people use: added without a script, read only by those who may."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.reporting.models import Evidence, EvidenceUse, ProgressLine
from petajalan.reporting.services import evidence as services
from tests.planning.plans import text_of, words
from tests.reporting.files import PDF, PNG, uploaded
from tests.reporting.measuring import OPEN, YEAR, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_report_pages import address, signed_in, typed

MOST = 12
BASE = "/kota-melati/bukti-dukung/"


@pytest.fixture(autouse=True)
def january(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(1, 30))
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def line(quarter: Quarter) -> ProgressLine:
    quarter.action(evidence_needed="Notula rapat")
    found: ProgressLine = quarter.start().lines.get()
    return found


def send(client: Client, line: ProgressLine, way: str = "berkas", **more: Any) -> Any:
    fields = {"file": uploaded()} if way == "berkas" else {}
    return client.post(f"{BASE}baris/{line.pk}/", {"cara": way, "key": uuid4(), **fields, **more})


def test_saving_a_line_leads_to_its_evidence_and_loses_nothing(quarter: Quarter, line: ProgressLine) -> None:
    siti = signed_in(quarter.cast.siti)
    place = f"/kota-melati/laporan/baris/{line.pk}/"
    answer = siti.post(place, typed(line, narrative="Kata saya", lanjut="bukti"))
    assert answer.headers["Location"] == f"{BASE}baris/{line.pk}/"
    line.refresh_from_db()
    assert line.narrative == "Kata saya"
    refused = siti.post(place, typed(line, realised_output="banyak", narrative="Kata lain", lanjut="bukti"))
    assert (refused.status_code, b"Kata lain" in refused.content) == (422, True)


def test_a_file_a_link_and_a_piece_the_unit_has_stand_on_the_line(quarter: Quarter, line: ProgressLine) -> None:
    siti = signed_in(quarter.cast.siti)
    assert "Bukti yang diminta: Notula rapat" in words(siti, f"{BASE}baris/{line.pk}/")
    answer = send(siti, line, page="3")
    assert answer.headers["Location"] == f"{BASE}baris/{line.pk}/"
    send(siti, line, "tautan", link="https://a.example/rapat", name="Rekaman rapat")
    page = words(siti, address(quarter))
    assert [said in page for said in ("notula.pdf", "halaman 3", f"{len(PDF)} bita", "Rekaman rapat")] == [True] * 4
    use = EvidenceUse.objects.get(evidence__name="notula.pdf")
    siti.post(f"{BASE}pemakaian/{use.pk}/lepas/")
    assert "notula.pdf" not in words(siti, address(quarter))
    send(siti, line, "pilih", evidence=use.evidence_id)
    assert "notula.pdf" in words(siti, address(quarter))
    assert Evidence.objects.count() == 2


@pytest.mark.parametrize(
    ("way", "more", "said"),
    [
        ("berkas", {"file": uploaded(b"<html>", "notula.pdf")}, "jenis ini tidak diterima"),
        ("berkas", {"file": uploaded(b"", "notula.pdf")}, "Berkas ini kosong"),
        ("berkas", {"file": ""}, "Pilih berkasnya"),
        ("tautan", {"link": "javascript:alert(1)", "page": "4"}, "diawali https://"),
        ("tautan", {"link": ""}, "Isi tautannya"),
        ("pilih", {"evidence": "999999"}, "tidak ada lagi"),
    ],
)
def test_what_is_not_accepted_comes_back_with_a_sentence(
    quarter: Quarter, line: ProgressLine, way: str, more: dict[str, Any], said: str
) -> None:
    answer = send(signed_in(quarter.cast.siti), line, way, **more)
    assert (answer.status_code, said in text_of(answer.content)) == (422, True)
    assert Evidence.objects.count() == 0


def test_a_file_is_handed_out_so_that_nothing_in_it_runs(quarter: Quarter, line: ProgressLine) -> None:
    siti = signed_in(quarter.cast.siti)
    send(siti, line)
    send(siti, line, file=uploaded(PNG, "foto.exe"))
    answers = [siti.get(f"{BASE}{one.pk}/berkas/") for one in Evidence.objects.order_by("pk")]
    assert [b"".join(one.streaming_content) for one in answers] == [PDF, PNG]
    assert [one.headers["Content-Disposition"] for one in answers] == [
        'attachment; filename="notula.pdf"', 'inline; filename="foto.png"',
    ]  # fmt: skip
    assert [one.headers["Content-Type"] for one in answers] == ["application/pdf", "image/png"]
    for one in answers:
        assert one.headers["X-Content-Type-Options"] == "nosniff"
        assert one.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_file_that_is_gone_from_the_server_is_told(quarter: Quarter, line: ProgressLine) -> None:
    client = signed_in(quarter.cast.siti)
    assert send(client, line).status_code == 302
    one = Evidence.objects.get()
    Path(one.content.path).unlink()
    answer = client.get(f"/kota-melati/bukti-dukung/{one.pk}/berkas/", follow=True)
    assert (answer.status_code, "memulihkannya dari cadangan" in answer.content.decode()) == (200, True)


def test_colleagues_read_other_people_do_not_write_and_another_agency_sees_nothing(
    quarter: Quarter, line: ProgressLine
) -> None:
    send(signed_in(quarter.cast.siti), line)
    use = EvidenceUse.objects.get()
    reading = [f"{BASE}baris/{line.pk}/", f"{BASE}{use.evidence_id}/berkas/", f"{BASE}unit/{quarter.unit.pk}/"]
    budi, dewi = signed_in(quarter.cast.budi), signed_in(quarter.cast.dewi)
    assert [budi.get(one).status_code for one in reading] == [200] * 3
    assert b'name="cara"' not in budi.get(reading[0]).content
    assert "notula.pdf" in words(budi, address(quarter))
    assert [dewi.get(one).status_code for one in [BASE, *reading]] == [404] * 4
    assert dewi.get(reading[1].replace("kota-melati", "kota-contoh")).status_code == 404
    remove, replace = f"{BASE}pemakaian/{use.pk}/lepas/", f"{BASE}{use.evidence_id}/ganti/"
    assert [send(one, line).status_code for one in (budi, dewi)] == [403, 404]
    for place, more in ((remove, {}), (replace, {"link": "https://a.example"})):
        assert [one.post(place, more).status_code for one in (budi, dewi)] == [403, 404]
    assert (EvidenceUse.objects.count(), Evidence.objects.count()) == (1, 1)


def test_the_page_of_a_unit_says_what_each_proves_and_takes_a_newer_version(
    quarter: Quarter, line: ProgressLine
) -> None:
    joko = signed_in(quarter.cast.joko)
    assert joko.get(BASE).headers["Location"] == f"{BASE}unit/{quarter.unit.pk}/"
    assert "Belum ada bukti dukung" in words(joko, f"{BASE}unit/{quarter.unit.pk}/")
    send(joko, line, page="3")
    page = words(joko, f"{BASE}unit/{quarter.unit.pk}/")
    assert "Menyatukan layanan, laporan Januari 2025 halaman 3" in page
    one = Evidence.objects.get()
    same = joko.post(f"{BASE}{one.pk}/ganti/", {"file": uploaded()})
    assert (same.status_code, "sama dengan versi" in text_of(same.content)) == (422, True)
    joko.post(f"{BASE}{one.pk}/ganti/", {"file": uploaded(PNG, "notula.png")})
    assert "menggantikan notula.pdf" in words(joko, f"{BASE}unit/{quarter.unit.pk}/")
    assert "notula.png" in words(joko, address(quarter))
    assert joko.get(f"{BASE}{one.pk}/berkas/").status_code == 200
    assert f"{BASE}unit/{quarter.unit.pk}/" in signed_in(quarter.cast.wali).get(BASE).content.decode()


def test_a_measurement_is_saved_and_then_proved(measuring: Measuring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: OPEN)
    spbe = measuring.indicator()
    budi = signed_in(measuring.cast.budi)
    place = f"/kota-melati/pengukuran/{YEAR}/1/{measuring.unit.pk}/{spbe.key}/"
    given = {"version": 0, "key": uuid4(), "figure": "2,7", "source": "Surat 12", "released": "ya", "lanjut": "bukti"}
    proof = budi.post(place, given).headers["Location"]
    budi.post(proof, {"cara": "berkas", "file": uploaded(name="surat.pdf"), "page": "2"})
    assert "surat.pdf halaman 2" in words(budi, place)
    assert "Indeks SPBE, pengukuran Triwulan I 2025" in words(budi, f"{BASE}unit/{measuring.unit.pk}/")


def test_pages_ask_as_much_for_one_piece_as_for_three(quarter: Quarter, line: ProgressLine) -> None:
    siti = signed_in(quarter.cast.siti)
    counts: list[list[int]] = []
    for rows in (1, 2):
        for number in range(rows):
            link = f"https://a.example/{rows}{number}"
            services.add_link(to=line, link=link, by=quarter.cast.siti, at=moment(1))
        pages = (address(quarter), f"{BASE}baris/{line.pk}/", f"{BASE}unit/{quarter.unit.pk}/", f"{BASE}?semua")
        counts.append([asked(siti, one) for one in pages])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST


def asked(client: Client, place: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(place).status_code == 200
    return len(captured)

"""Tugas saya, the report's form and its review, through the addresses that people use."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.services import review
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

MOST = 12


@pytest.fixture(autouse=True)
def late_january(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(1, 30))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(quarter: Quarter, more: str = "") -> str:
    return f"/kota-melati/laporan/2025/1/{quarter.unit.pk}/{more}"


def typed(line: ProgressLine, **more: object) -> dict[str, Any]:
    line.refresh_from_db()
    return {
        "version": line.version, "key": uuid4(), "realised_output": "1,5", "budget_absorbed": "10",
        "narrative": "Rapat", **more,
    }  # fmt: skip


def test_the_operator_begins_and_fills_and_the_head_sends(quarter: Quarter) -> None:
    quarter.action()
    siti, joko = signed_in(quarter.cast.siti), signed_in(quarter.cast.joko)
    page = siti.get("/kota-melati/tugas/").content.decode()
    assert address(quarter, "mulai/") in page
    assert siti.post(address(quarter, "mulai/")).status_code == 302
    line = ProgressLine.objects.get()
    answer = siti.post(f"/kota-melati/laporan/baris/{line.pk}/", typed(line))
    assert answer.headers["Location"] == f"{address(quarter)}#l{line.pk}"
    line.refresh_from_db()
    assert line.realised_output == Decimal("1.5")
    assert siti.post(address(quarter, "kirim/")).status_code == 403
    joko.post(address(quarter, "kirim/"), {"key": uuid4()})
    assert ProgressReport.objects.get().status == "submitted"
    assert address(quarter) in signed_in(quarter.cast.budi).get("/kota-melati/tugas/").content.decode()
    assert address(quarter) not in siti.get("/kota-melati/tugas/").content.decode()


def test_a_script_hears_what_became_of_a_line(quarter: Quarter) -> None:
    quarter.action()
    line = quarter.start().lines.get()
    siti, place = signed_in(quarter.cast.siti), f"/kota-melati/laporan/baris/{line.pk}/"
    heard: dict[str, Any] = {"headers": {"Accept": "application/json"}}
    sent = typed(line)
    for _retry in range(2):
        answer = siti.post(place, sent, **heard)
        assert (answer.status_code, answer.json()["version"]) == (200, 2)
        assert answer.json()["said"].startswith("Tersimpan ")
    stale = siti.post(place, {**sent, "key": uuid4()}, **heard)
    assert (stale.status_code, "sudah diubah orang lain" in stale.json()["said"]) == (409, True)
    doubtful = siti.post(place, typed(line, realised_output="13"), **heard)
    assert (doubtful.status_code, doubtful.json()["doubtful"]) == (422, True)


def test_a_conflict_shows_both_and_loses_nothing(quarter: Quarter) -> None:
    quarter.action()
    line = quarter.start().lines.get()
    mine = typed(line, narrative="Kata saya")
    quarter.fill(line.report, 2, narrative="Kata lain")
    answer = signed_in(quarter.cast.siti).post(f"/kota-melati/laporan/baris/{line.pk}/", mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert [one in page for one in ("Kata saya", "Kata lain", 'name="version" value="2"')] == [True] * 3


@pytest.mark.parametrize(("typed_in", "said"), [("banyak", "bukan angka"), ("13", "Angka ini tidak biasa")])
def test_bad_input_comes_back_with_what_was_typed(quarter: Quarter, typed_in: str, said: str) -> None:
    quarter.action()
    line = quarter.start().lines.get()
    answer = signed_in(quarter.cast.siti).post(
        f"/kota-melati/laporan/baris/{line.pk}/", typed(line, realised_output=typed_in)
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert (said in page, f'value="{typed_in}"' in page) == (True, True)


def test_the_coordinator_accepts_and_sends_back_on_the_page(quarter: Quarter) -> None:
    quarter.action()
    quarter.action("Kedua")
    first, second = quarter.sent().lines.all()
    budi = signed_in(quarter.cast.budi)
    page = budi.get(address(quarter)).content.decode()
    assert (f"/baris/{first.pk}/terima/" in page, f"/baris/{second.pk}/kembalikan/" in page) == (True, True)
    budi.post(f"/kota-melati/laporan/baris/{first.pk}/terima/", {"version": first.version, "key": uuid4()})
    back = f"/kota-melati/laporan/baris/{second.pk}/kembalikan/"
    budi.post(back, {"version": second.version, "note": "Lampirkan notula"})
    assert list(ProgressLine.objects.values_list("state", flat=True)) == ["accepted", "sent_back"]
    assert "Lampirkan notula" in signed_in(quarter.cast.siti).get(address(quarter)).content.decode()
    first.refresh_from_db()
    correction = {"version": first.version, "field": "realised_output", "value": "2", "reason": "Salah hitung"}
    budi.post(f"/kota-melati/laporan/baris/{first.pk}/koreksi/", correction)
    assert "1 → 2: Salah hitung" in budi.get(address(quarter)).content.decode()


def test_people_of_another_agency_find_nothing(quarter: Quarter) -> None:
    """TolaData gave any signed-in user another programme's figures."""
    quarter.action()
    [line] = quarter.sent().lines.all()
    dewi = signed_in(quarter.cast.dewi)
    for place in ("/kota-melati/tugas/", address(quarter)):
        assert dewi.get(place).status_code == 404
    for place in (
        *(address(quarter, one) for one in ("mulai/", "nihil/", "limpahkan/", "kirim/")),
        *(f"/kota-melati/laporan/baris/{line.pk}/{one}" for one in ("", "terima/", "kembalikan/", "koreksi/")),
        *(f"/kota-contoh/laporan/baris/{line.pk}/{one}" for one in ("", "terima/", "kembalikan/", "koreksi/")),
    ):
        assert dewi.post(place, {"version": line.version, "note": "x"}).status_code == 404
    line.refresh_from_db()
    assert (line.state, line.version) == ("open", 2)


def test_a_form_says_truly_what_sending_asks_for(quarter: Quarter, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end of a quarter, behind its target, obstacle and solution too."""

    def needed(month: int, output: object) -> list[str]:
        report = quarter.start(month)
        quarter.fill(report, output)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment(month, 25))
        place = f"/kota-melati/laporan/2025/{month}/{quarter.unit.pk}/"
        page = signed_in(quarter.cast.siti).get(place).content.decode()
        return re.findall(r'<label[^>]*>([^<]+?) <span class="pj-meta">\(perlu', page)

    quarter.action()
    always = ["Output yang dicapai", "Uraian kemajuan"]
    assert needed(1, 1) == always
    assert needed(3, 1) == ["Output yang dicapai", "Uraian kemajuan", "Kendala", "Solusi"]
    ProgressReport.objects.all().delete()
    assert needed(3, 4) == always


def test_the_body_cannot_name_another_line_than_the_address(quarter: Quarter) -> None:
    """TolaData checked the indicator of the address and stored under that of the body."""
    quarter.action()
    quarter.action("Kedua")
    first, second = quarter.start().lines.all()
    sent = {**typed(first), "line": second.pk, "pk": second.pk, "action": second.action_id}
    signed_in(quarter.cast.siti).post(f"/kota-melati/laporan/baris/{first.pk}/", sent)
    second.refresh_from_db()
    assert (second.version, second.realised_output) == (1, None)


def test_pages_ask_as_much_for_one_action_as_for_three(quarter: Quarter) -> None:
    quarter.action()
    asked = []
    for more in ((), ("Kedua", "Ketiga")):
        ProgressReport.objects.all().delete()
        for name in more:
            quarter.action(name)
        report = quarter.start()
        counts = []
        for user in (quarter.cast.siti, quarter.cast.joko):
            counts += [queries(user, "/kota-melati/tugas/"), queries(user, address(quarter))]
        quarter.fill(report)
        quarter.submit(report)
        for line in list(report.lines.all())[1:]:
            review.accept_line(line=line, version=line.version, by=quarter.cast.budi, at=moment(1, 30))
        counts += [queries(quarter.cast.budi, "/kota-melati/tugas/"), queries(quarter.cast.budi, address(quarter))]
        asked.append(counts)
    assert asked[0] == asked[1]
    assert max(asked[0]) <= MOST


def queries(user: User, place: str) -> int:
    client = signed_in(user)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(place).status_code == 200
    return len(captured)


@pytest.mark.parametrize("months", ["0/1", "2025/0", "2025/13", "99999/1"])
def test_months_that_there_are_not(quarter: Quarter, months: str) -> None:
    siti = signed_in(quarter.cast.siti)
    assert siti.get(f"/kota-melati/laporan/{months}/{quarter.unit.pk}/").status_code == 404
    assert siti.post(f"/kota-melati/laporan/{months}/{quarter.unit.pk}/mulai/").status_code == 404


def test_a_saved_line_says_how_far_the_report_is(quarter: Quarter, monkeypatch: pytest.MonkeyPatch) -> None:
    quarter.action()
    quarter.action("Kedua")
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(3, 20))
    first, _second = quarter.start(3).lines.all()
    siti = signed_in(quarter.cast.siti)
    assert "0 dari 2 baris lengkap" in siti.get(f"/kota-melati/laporan/2025/3/{quarter.unit.pk}/").content.decode()
    place, heard = f"/kota-melati/laporan/baris/{first.pk}/", {"Accept": "application/json"}
    behind = siti.post(place, typed(first, realised_output="3"), headers=heard).json()
    assert (behind["done"], behind["whole"], behind["warns"]) == ("0 dari 2 baris lengkap", False, ["behind"])
    whole = siti.post(place, typed(first, realised_output="4"), headers=heard).json()
    assert (whole["done"], whole["whole"], whole["warns"]) == ("1 dari 2 baris lengkap", True, [])


def test_whole_lines_of_a_long_report_fold_and_the_others_are_open(quarter: Quarter) -> None:
    for number in range(3):
        quarter.action(f"Aksi {number}")
    report = quarter.start()
    siti = signed_in(quarter.cast.siti)
    assert '<summary class="pj-card-h">' not in siti.get(address(quarter)).content.decode()
    quarter.action("Keempat")
    ProgressReport.objects.all().delete()
    report = quarter.start()
    first = report.lines.first()
    assert first is not None
    siti.post(f"/kota-melati/laporan/baris/{first.pk}/", typed(first))
    page = siti.get(address(quarter)).content.decode()
    folded = [
        re.search(rf'id="l{line.pk}".*?<details( open)?>', page, re.DOTALL).group(1)  # type: ignore[union-attr]
        for line in report.lines.order_by("pk")
    ]
    assert folded == [None, " open", " open", " open"]
    assert "Rapat</textarea>" in page  # also what is folded is there to be read, and to be changed
    again = siti.post(f"/kota-melati/laporan/baris/{first.pk}/", typed(first, realised_output="banyak"))
    assert f'id="l{first.pk}"' in again.content.decode()
    assert again.content.decode().count("<details open>") == 4

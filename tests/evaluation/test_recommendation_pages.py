"""The board, the list and the page of a recommendation, through the addresses that people use."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.evaluation.models import ImprovementArea, Recommendation
from petajalan.evaluation.services.areas import AreaValues, write_area
from petajalan.reporting.queries.owed import Owed, tasks_of
from petajalan.reporting.queries.reminders import digests
from tests.evaluation.recommending import Recommending
from tests.evaluation.recommending import recommending as recommending  # the fixture
from tests.evaluation.sheets import evaluating as evaluating
from tests.evaluation.sheets import in_time
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_guidance import write
from tests.evaluation.test_waivers import sign

HERE = "/kota-melati/rekomendasi"
ROW = "/kota-melati/evaluasi/baris"


@pytest.fixture(autouse=True)
def early_february(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: in_time(1))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, address: str) -> str:
    answer = signed_in(user).get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def sent(made: Recommendation, **more: object) -> dict[str, Any]:
    made.refresh_from_db()
    return {"version": made.version, "key": uuid4(), **more}


def test_from_a_row_to_a_closed_recommendation(recommending: Recommending) -> None:
    row, cast = recommending.row(), recommending.cast
    tap = f"{HERE}/dari-baris/{row.pk}/"
    shown = page(cast.ani, f"{ROW}/{row.pk}/")
    assert [one in shown for one in (tap, 'name="what" value="Unggah notula"', "5 Mar 2025")] == [True] * 3
    assert tap not in page(cast.siti, f"{ROW}/{row.pk}/")
    values = {"what": "Unggah notula", "owner": recommending.owner.pk, "due": "2025-03-05", "key": uuid4()}
    assert signed_in(cast.siti).post(tap, values).status_code == 403
    ani, siti = signed_in(cast.ani), signed_in(cast.siti)
    for _click in range(2):
        answer = ani.post(tap, values)
    made = Recommendation.objects.get()
    place = f"{HERE}/{made.pk}/"
    assert (answer.headers["Location"], made.row, made.action) == (place, row, row.action)
    assert "Sudah menjadi rekomendasi" in page(cast.siti, f"{ROW}/{row.pk}/")
    again = ani.post(tap, {**values, "key": uuid4()})
    assert (again.status_code, "sudah menjadi rekomendasi R-2025-01" in again.content.decode()) == (422, True)
    assert "Laporkan selesai" in page(cast.siti, place)
    assert "Laporkan selesai" not in page(cast.budi, place)
    file = SimpleUploadedFile("notula.pdf", b"%PDF-1.4 notula")
    siti.post(f"{place}tindak-lanjut/", sent(made, text="Diunggah", file=file, page="2", done="1"))
    shown = page(cast.ani, place)
    assert [one in shown for one in ("notula.pdf", "halaman 2", "Verifikasi, selesai")] == [True] * 3
    listed = page(cast.ani, f"/kota-melati/bukti-dukung/unit/{recommending.owner.pk}/")
    assert "Tindak lanjut rekomendasi R-2025-01" in listed
    assert "Verifikasi, selesai" not in page(cast.siti, place)
    assert ani.post(f"{place}kembalikan/", sent(made)).status_code == 422
    ani.post(f"{place}verifikasi/", sent(made, reason="Sesuai"))
    assert "Selesai, terverifikasi" in page(cast.wali, place)


def test_an_area_is_made_into_one_and_then_stays(recommending: Recommending) -> None:
    row, cast = recommending.row(sent=False), recommending.cast
    area = write_area(
        row=row, values=AreaValues("Notula", "a", "b", "c", "Tanda tangani"), version=0, by=cast.ani, at=in_time(1)
    )
    ani, tap = signed_in(cast.ani), f"{HERE}/dari-area/{area.pk}/"
    assert tap not in page(cast.ani, f"{ROW}/{row.pk}/")  # the evaluation was not sent yet
    values = {"what": "Tanda tangani", "owner": recommending.owner.pk, "due": "2025-03-05", "key": uuid4()}
    refused = ani.post(tap, values)
    assert (refused.status_code, "Kirim dahulu" in refused.content.decode()) == (422, True)
    recommending.evaluating.submit(row.evaluation)
    assert tap in page(cast.ani, f"{ROW}/{row.pk}/")
    assert ani.post(tap, values).status_code == 302
    recommending.evaluating.send_back(row.evaluation)
    ani.post(f"{ROW}/{row.pk}/area/hapus/", {"version": 1})
    assert ImprovementArea.objects.count() == 1


def test_a_document_is_entered_by_who_may(recommending: Recommending) -> None:
    cast, form = recommending.cast, f"{HERE}/tulis/"
    wati = signed_in(cast.wati)
    assert [signed_in(cast[who]).get(form).status_code for who in ("siti", "budi", "rina", "wali")] == [403] * 4
    values = {
        "source_kind": "national", "year": 2023, "reference": "LHE 2023, rekomendasi 4", "what": "Susun peta proses",
        "owner": recommending.owner.pk, "due": "2025-06-30", "key": uuid4(),
    }  # fmt: skip
    assert wati.post(form, {**values, "source_kind": "yearly"}).status_code == 422
    refused = wati.post(form, {**values, "due": "2024-06-30"})
    assert (refused.status_code, "Susun peta proses" in refused.content.decode()) == (422, True)
    for _click in range(2):
        assert wati.post(form, values).status_code == 302
    made = Recommendation.objects.get()
    assert (made.code, made.reference) == ("R-2023-01", "LHE 2023, rekomendasi 4")
    assert "yearly" in page(cast.ani, form)


def test_a_conflict_keeps_what_was_typed_and_can_be_sent_again(recommending: Recommending) -> None:
    made = recommending.raised()
    siti, place = signed_in(recommending.cast.siti), f"{HERE}/{made.pk}/"
    mine = sent(made, text="Kata saya", percent=30)
    recommending.follow(made, text="Kata Pak Joko", done=False, by=recommending.cast.joko)
    answer = siti.post(f"{place}tindak-lanjut/", mine)
    shown = answer.content.decode()
    wanted = ("baru saja diubah", "Kata saya", "Kata Pak Joko", 'name="version" value="2"')
    assert (answer.status_code, [one in shown for one in wanted]) == (422, [True] * 4)
    answer = siti.post(f"{place}tindak-lanjut/", {**mine, "version": 2})
    assert (answer.status_code, made.follow_ups.count()) == (302, 2)


def test_the_board_carries_open_ones_over_the_years(recommending: Recommending) -> None:
    cast = recommending.cast
    recommending.raised(year=2023, what="Dari lama")
    closed = recommending.raised(year=2023, what="Sudah ditutup")
    recommending.follow(closed)
    recommending.answer("verify", closed)
    Recommendation.objects.filter(pk=closed.pk).update(
        checked_at=datetime(2023, 12, 1, tzinfo=closed.checked_at.tzinfo)
    )  # type: ignore[union-attr]
    recommending.raised(what="Tahun ini")
    dropped = recommending.raised(what="Ditarik kembali")
    recommending.answer("withdraw", dropped)
    names = ("Dari lama", "Sudah ditutup", "Tahun ini", "Ditarik kembali", "dari 2023")
    for year, there in (("", [1, 0, 1, 0, 1]), ("?tahun=2023", [1, 1, 0, 0, 0]), ("?tahun=x", [1, 0, 1, 0, 1])):
        shown = page(cast.wali, f"{HERE}/{year}")
        assert [one in shown for one in names] == [bool(one) for one in there], year


def test_the_list_filters_sorts_and_says_how_late(recommending: Recommending) -> None:
    cast = recommending.cast
    late = recommending.raised(what="Lewat tenggat", year=2024)
    Recommendation.objects.filter(pk=late.pk).update(due=date(2025, 1, 2))
    recommending.raised(what="Masih lama", owner=recommending.evaluating.inspectorate)
    recommending.reported(what="Diperiksa", source_kind="ex_ante")
    names = ("Lewat tenggat", "Masih lama", "Diperiksa")
    listed, partly = f"{HERE}/daftar/", "Sebagian, menurut saringan"
    assert [partly in page(cast.wali, f"{HERE}/cetak/{one}") for one in ("", "?keadaan=semua&urut=umur")] == [
        True,
        False,
    ]
    assert "32 hari terlambat" in page(cast.wali, listed)
    for query, there in (
        ("", [1, 1, 1]),
        ("?keadaan=terlambat", [1, 0, 0]),
        ("?keadaan=reported", [0, 0, 1]),
        ("?keadaan=hidup&asal=yearly", [1, 1, 0]),
        ("?keadaan=semua&tahun=2024", [1, 0, 0]),
        (f"?unit={recommending.evaluating.inspectorate.pk}&urut=umur", [0, 1, 0]),
        ("?unit=x&tahun=99999&keadaan=apa&urut=?&halaman=z", [1, 1, 1]),
    ):
        table = page(cast.wali, listed + query).split("<tbody", 1)[1]
        assert [name in table for name in names] == [bool(one) for one in there], query
        printed = page(cast.wali, f"{HERE}/cetak/{query}").split("<tbody", 1)[1]
        assert [name in printed for name in names] == [bool(one) for one in there], query


def test_the_workbook_holds_rows_and_entries(recommending: Recommending) -> None:
    made = recommending.reported(what="=Notula")
    recommending.answer("verify", made)
    recommending.raised(source_kind="ex_ante")
    answer = signed_in(recommending.cast.wali).get(f"{HERE}/daftar.xlsx?asal=yearly&keadaan=semua")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    assert answer.status_code == 200
    rows, entries = ([[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] for sheet in book)
    assert [(row[0], row[1], row[8], row[10]) for row in rows] == [
        ("R-2025-01", "'=Notula", datetime(2025, 3, 1), "Selesai, terverifikasi")  # noqa: DTZ001
    ]
    assert [(row[0], row[3], row[4], row[8]) for row in entries] == [("R-2025-01", "Notula lengkap", 100, "ya")]


def test_a_waiver_is_printed(recommending: Recommending) -> None:
    action = recommending.evaluating.own_action()
    made = recommending.raised(owner=recommending.evaluating.inspectorate, action=action)
    recommending.follow(made, by=recommending.cast.ani)
    made.follow_ups.update(written_by=recommending.cast.joko)
    waiver = sign(recommending.evaluating, action)[0]
    assert "pengecualian independensi" in page(recommending.cast.ani, f"{HERE}/{made.pk}/")
    recommending.answer("verify", made)
    for place in (f"{HERE}/{made.pk}/", f"{HERE}/cetak/?keadaan=semua"):
        assert waiver.reason in page(recommending.cast.wali, place), place


def test_people_of_another_agency_find_nothing(recommending: Recommending) -> None:
    made, row = recommending.reported(), recommending.row()
    dewi = signed_in(recommending.cast.dewi)
    below = [f"{made.pk}/{one}" for one in ("", "tindak-lanjut/", "verifikasi/", "kembalikan/", "tarik/", "tenggat/")]
    places = ["", "daftar/", "cetak/", "daftar.xlsx", "tulis/", f"dari-baris/{row.pk}/", *below]
    for place in places:
        assert dewi.get(f"{HERE}/{place}").status_code in {404, 405}, place
        assert dewi.post(f"{HERE}/{place}", sent(made, reason="x", text="x")).status_code in {404, 405}, place
    for place in places[5:]:  # through her own agency's door
        statuses = {dewi.get(f"/kota-contoh/rekomendasi/{place}").status_code}
        statuses.add(dewi.post(f"/kota-contoh/rekomendasi/{place}", sent(made, reason="x", text="x")).status_code)
        assert statuses <= {403, 404, 405}, place
    for place in places[:4]:
        assert made.what not in dewi.get(f"/kota-contoh/rekomendasi/{place}").content.decode(errors="replace")
    made.refresh_from_db()
    assert (made.state, made.version) == ("reported", 2)


def owed(recommending: Recommending, name: str) -> list[Owed]:
    found = tasks_of(recommending.cast[name], recommending.cast.agency, at=in_time(1))
    return [one for one in found if one.kind.startswith("recommendation")]


def test_it_is_owed_by_its_unit_and_then_by_the_team(recommending: Recommending) -> None:
    made = recommending.raised()
    for name in ("siti", "joko"):
        [task] = owed(recommending, name)
        assert (task.title, task.about) == ("Tindak lanjut rekomendasi", "R-2025-01 Melengkapi notula")
        assert (task.url, task.due and task.due.date()) == (f"{HERE}/{made.pk}/", date(2025, 3, 1))
    assert [owed(recommending, name) for name in ("ani", "rina", "budi", "wati")] == [[]] * 4
    recommending.follow(made)
    [task] = owed(recommending, "ani")
    assert (task.kind, task.state.value, task.due) == ("recommendation_check", "review", None)
    assert [owed(recommending, name) for name in ("siti", "joko", "rina")] == [[]] * 3
    recommending.answer("send_back", made)
    assert [one.state.value for one in owed(recommending, "siti")] == ["sent_back"]
    recommending.follow(made)
    recommending.answer("verify", made)
    assert [owed(recommending, name) for name in ("siti", "ani")] == [[], []]


def test_the_secretariat_owes_what_the_teams_own_unit_sent_and_what_follows_from_its_direction(
    recommending: Recommending,
) -> None:
    made = recommending.raised(owner=recommending.evaluating.inspectorate)
    recommending.follow(made, by=recommending.cast.ani)
    assert [len(owed(recommending, name)) for name in ("ani", "rina")] == [0, 1]
    direction = write(recommending.evaluating, "direction")
    given = {"source": direction, "source_kind": "guidance", "reference": "", "by": recommending.cast.rina}
    recommending.reported(**given)
    assert [len(owed(recommending, name)) for name in ("ani", "rina")] == [1, 2]


def test_its_unit_is_reminded_and_the_secretariat_when_it_is_late(recommending: Recommending) -> None:
    recommending.raised(due=date(2025, 2, 7))

    def told(day: date) -> set[str]:
        return {
            digest.user.email.split("@")[0]
            for digest in digests(recommending.cast.agency, day)
            if any(item.thing.kind == "recommendation" for item in digest.items)
        }

    assert told(date(2025, 2, 6)) == told(date(2025, 2, 7)) == {"siti", "joko"}
    assert "rina" in told(date(2025, 2, 14))


def test_pages_ask_as_much_for_one_as_for_many(recommending: Recommending) -> None:
    cast, counts = recommending.cast, []
    for number in (1, 3, 20):
        for _more in range(number):
            made = recommending.reported()
            recommending.answer("send_back", made)
            recommending.follow(made)
        asked = []
        for user in (cast.ani, cast.rina, cast.siti):
            for place in ("", "daftar/", "cetak/", "daftar.xlsx", f"{made.pk}/"):
                client = signed_in(user)
                with CaptureQueriesContext(connection) as captured:
                    assert client.get(f"{HERE}/{place}").status_code == 200
                asked.append(len(captured))
        counts.append(asked)
    assert counts[0] == counts[1] == counts[2]
    assert max(counts[0]) <= 12

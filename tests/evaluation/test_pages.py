"""The pages of the evaluation team and the secretariat, through the addresses that people use."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.evaluation.models import Evaluation, EvaluationRow, Guidance, ImprovementArea, Recommendation, Waiver
from petajalan.planning.models import ActionImplementer
from tests.evaluation.sheets import ALL, Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_guidance import follow, write
from tests.evaluation.test_waivers import OWN, sign

MOST = 12
HERE = "/kota-melati/evaluasi"


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


def typed(row: EvaluationRow, **more: object) -> dict[str, Any]:
    row.refresh_from_db()
    return {"version": row.version, "key": uuid4(), **ALL, "note": "", "recommendation": "", **more}


def test_ani_begins_judges_and_sends_and_rina_receives(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluating.accepted()
    ani, rina = signed_in(evaluating.cast.ani), signed_in(evaluating.cast.rina)
    start = f"{HERE}/2025/mulai/month/1/"
    assert start in page(evaluating.cast.ani, f"{HERE}/2025/")
    assert start not in page(evaluating.cast.rina, f"{HERE}/2025/")
    ani.post(start)
    evaluation = Evaluation.objects.get()
    sheet, row = f"{HERE}/lembar/{evaluation.pk}/", evaluating.row(evaluation)
    shown = page(evaluating.cast.ani, sheet)
    assert [one in shown for one in ("1 dari 1 laporan diterima", "Usul: sesuai", "0 dari 1 aksi")] == [True] * 3
    answer = ani.post(f"{HERE}/baris/{row.pk}/nilai/", typed(row, all="conforms", execution="", note="Baik"))
    assert answer.headers["Location"] == f"{sheet}#b{row.pk}"
    row.refresh_from_db()
    assert (row.execution, row.quality, row.note) == ("conforms", "conforms", "Baik")
    assert rina.post(f"{sheet}kirim/").status_code == 403
    ani.post(f"{sheet}kirim/", {"key": uuid4()})
    evaluation.refresh_from_db()
    assert evaluation.status == "submitted"
    shown = page(evaluating.cast.rina, sheet)
    assert "Terima evaluasi" in shown
    assert "Kirim kepada sekretariat" not in page(evaluating.cast.ani, sheet)
    assert ani.post(f"{sheet}terima/", {"version": evaluation.version}).status_code == 403
    rina.post(f"{sheet}terima/", {"version": evaluation.version, "key": uuid4()})
    evaluation.refresh_from_db()
    assert (evaluation.status, evaluation.acknowledged_by) == ("acknowledged", evaluating.cast.rina)
    assert "Isinya terkunci" in page(evaluating.cast.ani, sheet)


def test_what_came_back_says_why(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.submit(evaluating.start())
    sheet = f"{HERE}/lembar/{evaluation.pk}/"
    rina = signed_in(evaluating.cast.rina)
    rina.post(f"{sheet}kembalikan/", {"version": evaluation.version, "reason": " "})
    evaluation.refresh_from_db()
    assert evaluation.status == "submitted"
    rina.post(f"{sheet}kembalikan/", {"version": evaluation.version, "reason": "Lengkapi catatan"})
    shown = page(evaluating.cast.ani, sheet)
    assert ("Lengkapi catatan" in shown, "Kirim kepada sekretariat" in shown) == (True, True)


def test_a_script_hears_what_became_of_a_row(evaluating: Evaluating) -> None:
    evaluating.own_action(OWN)
    evaluating.quarter.action()
    evaluation = evaluating.start()
    row, own = evaluating.row(evaluation), evaluating.row(evaluation, OWN)
    ani, heard = signed_in(evaluating.cast.ani), {"Accept": "application/json"}
    place, sent = f"{HERE}/baris/{row.pk}/nilai/", typed(row)
    for _retry in range(2):
        answer = ani.post(place, sent, headers=heard)
        assert (answer.status_code, answer.json()["version"]) == (200, 2)
        assert answer.json()["said"].startswith("Tersimpan ")
    stale = ani.post(place, {**sent, "key": uuid4()}, headers=heard)
    assert (stale.status_code, "sudah diubah orang lain" in stale.json()["said"]) == (409, True)
    assert ani.post(place, typed(row, quality="mungkin"), headers=heard).status_code == 422
    barred = ani.post(f"{HERE}/baris/{own.pk}/nilai/", typed(own), headers=heard)
    assert (barred.status_code, "mengoordinasikan" in barred.json()["said"]) == (403, True)


def test_a_conflict_shows_both_and_loses_nothing(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    row = evaluating.row(evaluating.start())
    mine = typed(row, note="Kata saya", quality="deviates")
    evaluating.judge(row, **ALL, note="Kata lain")
    answer = signed_in(evaluating.cast.ani).post(f"{HERE}/baris/{row.pk}/nilai/", mine)
    shown = answer.content.decode()
    assert answer.status_code == 409
    picked = 'name="quality" value="deviates" checked'
    assert [one in shown for one in ("Kata saya", "Kata lain", 'name="version" value="2"', picked)] == [True] * 4


def test_a_row_of_the_own_unit_has_no_form_and_says_who_may(evaluating: Evaluating) -> None:
    evaluating.own_action(OWN)
    evaluation = evaluating.start()
    row = evaluating.row(evaluation, OWN)
    sheet, place = f"{HERE}/lembar/{evaluation.pk}/", f"{HERE}/baris/{row.pk}/"
    shown = page(evaluating.cast.ani, sheet)
    assert (f"{place}nilai/" in shown, "Unit Anda mengoordinasikan aksi ini" in shown) == (False, True)
    alone = page(evaluating.cast.ani, place)
    assert (f"{place}nilai/" in alone, "Rina Hapsari" in alone) == (False, True)
    answer = signed_in(evaluating.cast.ani).post(f"{place}nilai/", typed(row))
    assert (answer.status_code, "mengoordinasikan" in answer.content.decode()) == (403, True)
    assert f"{place}nilai/" in page(evaluating.cast.rina, place)
    signed_in(evaluating.cast.rina).post(f"{place}nilai/", typed(row))
    row.refresh_from_db()
    assert (row.judged_by, row.execution) == (evaluating.cast.rina, "conforms")


def test_a_waiver_is_signed_used_and_printed(evaluating: Evaluating) -> None:
    action = evaluating.own_action(OWN)
    evaluation = evaluating.start()
    row, rina = evaluating.row(evaluation, OWN), signed_in(evaluating.cast.rina)
    form, box = f"{HERE}/independensi/tanda-tangan/2025/", f"{evaluating.inspectorate.pk}:{action.pk}"
    offered = page(evaluating.cast.rina, form)
    assert (box in offered, "Needed(" in offered) == (True, False)
    assert rina.post(form, {"chosen": box, "reason": ""}).status_code == 422
    assert rina.post(form, {"reason": "Tidak ada penilai lain"}).status_code == 422
    assert rina.post(form, {"chosen": box, "reason": "Tidak ada penilai lain"}).status_code == 302
    waiver = Waiver.objects.get()
    signed_in(evaluating.cast.ani).post(f"{HERE}/baris/{row.pk}/nilai/", typed(row))
    evaluating.submit(evaluation)
    revoke = f"{HERE}/independensi/{waiver.pk}/cabut/"
    assert signed_in(evaluating.cast.ani).post(revoke, {"reason": "x"}).status_code == 403
    rina.post(revoke, {"reason": "Ada penilai lain"})
    for address in (
        f"{HERE}/lembar/{evaluation.pk}/",
        f"{HERE}/lembar/{evaluation.pk}/cetak/",
        f"{HERE}/independensi/",
    ):
        shown = page(evaluating.cast.wali, address)
        assert ("Tidak ada penilai lain" in shown, "dicabut" in shown) == (True, True), address


def test_the_print_names_who_is_missing_and_what_was_noted(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.start()
    evaluating.judge(evaluating.row(evaluation), **{**ALL, "quality": "deviates"}, note="Notula belum ada")
    before = write(evaluating)
    follow(before, evaluating)
    evaluating.submit(evaluation)
    write(evaluating, subject="Sesudah dikirim", at=in_time(2))
    shown = page(evaluating.cast.wali, f"{HERE}/lembar/{evaluation.pk}/cetak/")
    wanted = (
        "Dinas Komunikasi, Informatika dan Statistik",
        "Notula belum ada",
        "Melengkapi notula",
        "100,00%",
        "0,00%",
    )
    assert [one in shown for one in wanted] == [True] * 5
    assert "Sesudah dikirim" not in shown


def test_areas_of_improvement_on_their_page(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    row = evaluating.row(evaluating.start())
    ani, place = signed_in(evaluating.cast.ani), f"{HERE}/baris/{row.pk}/area/"
    five = {"title": "Notula", "condition": "a", "criterion": "b", "consequence": "c", "suggestion": "Unggah"}
    assert ani.post(place, {**five, "version": 0, "suggestion": ""}).status_code == 422
    assert ani.post(place, {**five, "version": 0}).status_code == 302
    assert ani.post(place, {**five, "version": 0}).status_code == 422
    assert "Unggah" in page(evaluating.cast.ani, f"{HERE}/baris/{row.pk}/")
    ani.post(f"{place}hapus/", {"version": 1})
    assert ImprovementArea.objects.count() == 0


def test_guidance_is_written_and_leads_to_recommendations(evaluating: Evaluating) -> None:
    ani, siti = signed_in(evaluating.cast.ani), signed_in(evaluating.cast.siti)
    form = f"{HERE}/pendampingan/tulis/assistance/"
    assert signed_in(evaluating.cast.rina).get(form).status_code == 403
    assert ani.get(f"{HERE}/pendampingan/tulis/lain/").status_code == 404
    note = {"day": "2025-01-15", "subject": "Bukti", "text": "Lengkapi notula.", "key": uuid4()}
    assert ani.post(form, {**note, "day": "2025-02-20"}).status_code == 422
    for _click in range(2):
        ani.post(form, note)
    guidance = Guidance.objects.get()
    place = f"{HERE}/pendampingan/{guidance.pk}/"
    step = {"what": "Unggah", "owner": evaluating.quarter.unit.pk, "due": "2025-01-31", "key": uuid4()}
    assert ani.post(f"{place}tindak-lanjut/", {**step, "due": "2025-01-01"}).status_code == 422
    assert siti.post(f"{place}tindak-lanjut/", step).status_code == 403
    ani.post(f"{place}tindak-lanjut/", step)
    made = Recommendation.objects.get()
    shown = page(evaluating.cast.siti, f"{HERE}/pendampingan/?jenis=terbuka")
    assert [one in shown for one in ("Lewat tenggat", "R-2025-01", f"/rekomendasi/{made.pk}/")] == [True] * 3
    Recommendation.objects.update(state="withdrawn", checked_by=evaluating.cast.ani, checked_at=in_time(1))
    assert "Belum ada catatan" in page(evaluating.cast.siti, f"{HERE}/pendampingan/?jenis=terbuka")
    assert siti.post(f"{place}ubah/", note).status_code == 403
    ani.post(f"{place}ubah/", {**note, "subject": "Bukti dukung", "version": 1})
    assert ani.post(f"{place}ubah/", {**note, "version": 1}).status_code == 422
    guidance.refresh_from_db()
    assert guidance.subject == "Bukti dukung"


def test_the_secretariat_finds_what_is_left_to_it(evaluating: Evaluating) -> None:
    action = evaluating.own_action(OWN)
    evaluating.quarter.action()
    evaluation = evaluating.start()
    sheet = f"{HERE}/lembar/{evaluation.pk}/"
    assert "?saring=sekretariat" in page(evaluating.cast.rina, sheet)
    assert "?saring=sekretariat" not in page(evaluating.cast.siti, sheet)
    shown = page(evaluating.cast.rina, f"{sheet}?saring=sekretariat")
    place = f"{HERE}/baris/{evaluating.row(evaluation, OWN).pk}/"
    assert (OWN in shown, "Menyatukan layanan" in shown, place in shown) == (True, False, True)
    sign(evaluating, action)
    assert OWN not in page(evaluating.cast.rina, f"{sheet}?saring=sekretariat")


def test_filters_leave_what_they_say(evaluating: Evaluating) -> None:
    evaluating.own_action(OWN)
    evaluating.quarter.action()
    evaluation = evaluating.start()
    evaluating.judge(evaluating.row(evaluation))
    sheet = f"{HERE}/lembar/{evaluation.pk}/"
    for chosen, there in (
        ("", (True, True)),
        ("belum", (False, True)),
        ("tidak", (False, False)),
        ("bukan", (False, True)),
    ):
        shown = page(evaluating.cast.ani, f"{sheet}?saring={chosen}")
        assert ("Menyatukan layanan" in shown, OWN in shown) == there, chosen


def test_people_of_another_agency_find_nothing(evaluating: Evaluating) -> None:
    action = evaluating.own_action(OWN)
    evaluation = evaluating.start()
    row, [waiver] = evaluating.row(evaluation, OWN), sign(evaluating, action)
    step = follow(write(evaluating), evaluating)
    dewi = signed_in(evaluating.cast.dewi)
    places = [
        *(f"lembar/{evaluation.pk}/{one}" for one in ("", "cetak/", "aksi-baru/", "kirim/", "terima/", "kembalikan/")),
        *(f"baris/{row.pk}/{one}" for one in ("", "nilai/", "area/", "area/hapus/")),
        *(f"pendampingan/{step.guidance_id}/{one}" for one in ("", "ubah/", "tindak-lanjut/")),
        f"independensi/{waiver.pk}/cabut/",
    ]
    for place in ["", "2025/", "pendampingan/", "independensi/", *places]:
        assert dewi.get(f"{HERE}/{place}").status_code in {404, 405}, place
        assert dewi.post(f"{HERE}/{place}", typed(row)).status_code in {404, 405}, place
    for place in places:  # through her own agency's door
        statuses = {dewi.get(f"/kota-contoh/evaluasi/{place}").status_code}
        statuses.add(dewi.post(f"/kota-contoh/evaluasi/{place}", typed(row)).status_code)
        assert statuses <= {403, 404, 405}, place
    row.refresh_from_db()
    assert (row.version, Recommendation.objects.count(), waiver.revoked_at) == (1, 1, None)


def test_pages_ask_as_much_for_one_action_as_for_forty(evaluating: Evaluating) -> None:
    counts: list[list[int]] = []
    for number in (1, 2, 37):
        for _more in range(number):
            action = evaluating.quarter.action(f"Aksi {Evaluation.objects.count()}-{_more}", all_units=True)
            evaluating.own_action(f"Sendiri {action.pk}")
        Evaluation.objects.all().delete()
        evaluation, quarterly = evaluating.start(), evaluating.start(1, "quarter", at=in_time(1))
        sign(evaluating, evaluating.own_action())
        follow(write(evaluating), evaluating)
        row = EvaluationRow.objects.filter(evaluation=evaluation).first()
        assert row is not None
        places = (
            *(f"{HERE}/2025/", f"{HERE}/lembar/{evaluation.pk}/", f"{HERE}/lembar/{evaluation.pk}/cetak/"),
            f"{HERE}/lembar/{evaluation.pk}/?saring=sekretariat",
            *(f"{HERE}/lembar/{quarterly.pk}/", f"{HERE}/baris/{row.pk}/", f"{HERE}/pendampingan/"),
            *(f"{HERE}/pendampingan/{Guidance.objects.first().pk}/", f"{HERE}/independensi/"),  # type: ignore[union-attr]
        )
        counts.append([queries(user, one) for user in (evaluating.cast.ani, evaluating.cast.rina) for one in places])
    assert counts[0] == counts[1] == counts[2]
    assert max(counts[0]) <= MOST


@pytest.mark.parametrize("rest", ["", "cetak/"])
def test_a_number_that_no_evaluation_can_have_is_not_found(evaluating: Evaluating, rest: str) -> None:
    assert signed_in(evaluating.cast.rina).get(f"{HERE}/lembar/{10**20}/{rest}").status_code == 404


def test_waivers_are_offered_for_any_number_of_actions_with_as_many_queries(evaluating: Evaluating) -> None:
    def offered() -> int:
        return queries(evaluating.cast.rina, f"{HERE}/independensi/tanda-tangan/2025/")

    evaluating.own_action()
    first = offered()
    for number in range(3):
        named = evaluating.quarter.action(f"Aksi {number}")
        ActionImplementer.objects.create(agency=evaluating.cast.agency, action=named, unit=evaluating.inspectorate)
    assert "Aksi 2" in page(evaluating.cast.rina, f"{HERE}/independensi/tanda-tangan/2025/")
    assert first == offered() <= MOST


def queries(user: User, address: str) -> int:
    client = signed_in(user)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)

"""The pages of the evaluation of a year, and of self-assessments, through the addresses that people use."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from petajalan.evaluation.models import Evaluation, EvaluationPoint, ImprovementArea, SelfAssessment
from petajalan.planning.models import Action
from tests.evaluation.internal import EARLY, begin, point_of
from tests.evaluation.sheets import ALL, Evaluating
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_pages import HERE, MOST, page, queries, signed_in
from tests.evaluation.test_waivers import OWN, sign
from tests.reporting.measuring import measures

FIVE = {"title": "Anggaran", "condition": "a", "criterion": "b", "consequence": "c", "suggestion": "Lengkapi"}


@pytest.fixture(autouse=True)
def early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: EARLY)


def typed(point: EvaluationPoint, judgement: str = "conforms", note: str = "") -> dict[str, Any]:
    point.refresh_from_db()
    return {"version": point.version, "key": uuid4(), "judgement": judgement, "note": note}


def test_ani_looks_at_the_plans_of_a_year_and_rina_receives_it(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    ani, rina, place = signed_in(evaluating.cast.ani), signed_in(evaluating.cast.rina), f"{HERE}/ex-ante/2025/"
    assert f"{place}mulai/" in page(evaluating.cast.ani, place)
    assert f"{place}mulai/" in page(evaluating.cast.ani, f"{HERE}/2025/")
    assert f"{place}mulai/" not in page(evaluating.cast.rina, place)
    assert rina.post(f"{place}mulai/").status_code == 403
    assert ani.post(f"{place}mulai/").headers["Location"] == place
    evaluation = Evaluation.objects.get()
    group = f"{place}rencana-{evaluating.quarter.plan.pk}/"
    assert group in page(evaluating.cast.wali, place)
    shown = page(evaluating.cast.ani, group)
    point = point_of(evaluation, plan=evaluating.quarter.plan, code="feasibility")
    judge = f"{HERE}/butir/{point.pk}/nilai/"
    assert [one in shown for one in (judge, "1 dari 1 aksi mempunyai anggaran", "Prapenilaian mutu")] == [True] * 3
    assert judge not in page(evaluating.cast.rina, group)
    assert rina.post(judge, typed(point)).status_code == 403
    assert ani.post(judge, typed(point, note="Baik")).headers["Location"] == f"{group}#b{point.pk}"
    heard = ani.post(judge, typed(point, "deviates", "Kurang"), headers={"Accept": "application/json"})
    assert (heard.status_code, heard.json()["version"]) == (200, 3)
    assert "Kurang" in page(evaluating.cast.wali, f"{group}?saring=tidak")
    assert "Kurang" not in page(evaluating.cast.wali, f"{group}?saring=belum")
    texts = f"{HERE}/lembar/{evaluation.pk}/naskah/"
    given = {"overview": "Sebelas rencana", "conclusion": "Layak", "version": evaluation.version}
    assert ani.post(texts, given).headers["Location"] == place
    assert ani.post(texts, given).status_code == 422
    ani.post(f"{HERE}/lembar/{evaluation.pk}/angka/")
    ani.post(f"{HERE}/lembar/{evaluation.pk}/kirim/", {"key": uuid4(), "version": 1})
    evaluation.refresh_from_db()
    assert (evaluation.status, "Terima evaluasi" in page(evaluating.cast.rina, place)) == ("submitted", True)
    answer = rina.post(f"{HERE}/lembar/{evaluation.pk}/terima/", {"version": evaluation.version, "key": uuid4()})
    assert answer.headers["Location"] == place
    shown = page(evaluating.cast.wali, f"{place}cetak/")
    wanted = ("Dasar hukum", "Metode", "Sebelas rencana", "Kurang", "Layak", "Tidak ada penilaian yang memakai")
    assert [one in shown for one in wanted] == [True] * 6


def test_a_conflict_on_a_point_shows_both_and_loses_nothing(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    point = point_of(begin(evaluating), plan=None, code="linkage")
    mine, ani = typed(point, "deviates", "Kata saya"), signed_in(evaluating.cast.ani)
    ani.post(f"{HERE}/butir/{point.pk}/nilai/", typed(point, note="Kata lain"))
    answer = ani.post(f"{HERE}/butir/{point.pk}/nilai/", mine)
    shown = answer.content.decode()
    assert (answer.status_code, "Kata saya" in shown, "Kata lain" in shown) == (409, True, True)
    assert ani.post(f"{HERE}/butir/{point.pk}/nilai/", {**mine, "judgement": "mungkin"}).status_code == 422


def test_a_plan_of_the_own_unit_has_no_form_says_who_may_and_prints_its_waiver(evaluating: Evaluating) -> None:
    own = evaluating.own_action(OWN)
    evaluation = begin(evaluating)
    point = point_of(evaluation, plan=own.plan, code="relevance")
    group, place = f"{HERE}/ex-ante/2025/rencana-{own.plan_id}/", f"{HERE}/butir/{point.pk}/"
    shown = page(evaluating.cast.ani, group)
    assert (f"{place}nilai/" in shown, "mengoordinasikannya" in shown) == (False, True)
    assert "Rina Hapsari" in page(evaluating.cast.ani, place)
    assert f"{place}nilai/" in page(evaluating.cast.rina, place)
    answer = signed_in(evaluating.cast.ani).post(f"{place}nilai/", typed(point))
    assert (answer.status_code, "mengoordinasikan" in answer.content.decode()) == (403, True)
    sign(evaluating, own)
    signed_in(evaluating.cast.ani).post(f"{place}nilai/", typed(point))
    assert "Tidak ada penilai lain" in page(evaluating.cast.wali, f"{HERE}/ex-ante/2025/cetak/")


def test_an_area_beside_a_point_on_its_page(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    point = point_of(begin(evaluating), plan=None, code="linkage")
    ani, place = signed_in(evaluating.cast.ani), f"{HERE}/butir/{point.pk}/area/"
    assert ani.post(place, {**FIVE, "version": 0, "suggestion": ""}).status_code == 422
    assert ani.post(place, {**FIVE, "version": 0}).status_code == 302
    assert ani.post(place, {**FIVE, "version": 0}).status_code == 422
    assert "Lengkapi" in page(evaluating.cast.wali, f"{HERE}/butir/{point.pk}/")
    assert signed_in(evaluating.cast.siti).post(place, {**FIVE, "version": 1}).status_code == 403
    ani.post(f"{place}hapus/", {"version": 1})
    assert ImprovementArea.objects.count() == 0


def test_a_coordinator_judges_its_own_actions_on_a_page(evaluating: Evaluating) -> None:
    action = evaluating.quarter.action()
    unit = evaluating.quarter.coordinator
    budi, place = signed_in(evaluating.cast.budi), f"{HERE}/mandiri/2025/1/{unit.pk}/"
    save = f"{HERE}/mandiri/2025/1/aksi/{action.pk}/"
    assert "0 dari 1" in page(evaluating.cast.siti, f"{HERE}/mandiri/2025/1/")
    assert (save in page(evaluating.cast.budi, place), save in page(evaluating.cast.siti, place)) == (True, False)
    given = {"version": 0, "key": uuid4(), **ALL, "note": "Kata saya", "recommendation": ""}
    assert signed_in(evaluating.cast.siti).post(save, given).status_code == 403
    for _click in range(2):
        assert budi.post(save, given).headers["Location"] == place
    assert SelfAssessment.objects.get().note == "Kata saya"
    answer = budi.post(save, {**given, "key": uuid4(), "note": "Kata baru"})
    assert (answer.status_code, "Kata baru" in answer.content.decode()) == (409, True)
    heard = budi.post(save, {**given, "key": uuid4(), "version": 1}, headers={"Accept": "application/json"})
    assert (heard.status_code, heard.json()["version"]) == (200, 2)
    assert "1 dari 1" in page(evaluating.cast.wali, f"{HERE}/mandiri/2025/1/")


def test_people_of_another_agency_find_nothing_of_a_year(evaluating: Evaluating) -> None:
    action = evaluating.quarter.action()
    evaluation = begin(evaluating)
    point = point_of(evaluation, plan=None, code="linkage")
    dewi = signed_in(evaluating.cast.dewi)
    places = [
        *(f"ex-ante/2025/{one}" for one in ("", "cetak/", "mulai/", "road-map/")),
        *(f"butir/{point.pk}/{one}" for one in ("", "nilai/", "area/", "area/hapus/")),
        *(f"lembar/{evaluation.pk}/{one}" for one in ("angka/", "naskah/")),
        *(f"mandiri/2025/1/{one}" for one in ("", f"{evaluating.quarter.coordinator.pk}/", f"aksi/{action.pk}/")),
    ]
    for place in places:
        assert dewi.get(f"{HERE}/{place}").status_code in {404, 405}, place
        assert dewi.post(f"{HERE}/{place}", typed(point)).status_code in {404, 405}, place
    for place in places[4:10]:  # through her own agency's door
        for answer in (dewi.get(f"/kota-contoh/evaluasi/{place}"), dewi.post(f"/kota-contoh/evaluasi/{place}", {})):
            assert answer.status_code in {403, 404, 405}, place
    point.refresh_from_db()
    assert point.version == 1


def test_pages_of_a_year_ask_as_much_for_one_plan_as_for_many(evaluating: Evaluating) -> None:
    measuring = measures(evaluating.cast)
    counts: list[list[int]] = []
    for number in (1, 3):
        for more in range(number):
            indicator = measuring.indicator(f"Indeks {number}-{more}")
            evaluating.quarter.action(f"Aksi {Action.objects.count()}", indicator_key=indicator.key)
            sign(evaluating, evaluating.own_action(f"Sendiri {number}-{more}"))
        Evaluation.objects.all().delete()
        evaluation, yearly = begin(evaluating), begin(evaluating, "year", at=EARLY)
        first, last = evaluation.points.first(), yearly.points.filter(part="effect").first()
        assert first is not None
        assert last is not None
        places = (
            *(f"{HERE}/{one}/2025/" for one in ("ex-ante", "tahunan")), f"{HERE}/2025/",
            *(f"{HERE}/{one}/2025/cetak/" for one in ("ex-ante", "tahunan")), f"{HERE}/ex-ante/2025/road-map/",
            f"{HERE}/ex-ante/2025/rencana-{evaluating.quarter.plan.pk}/",
            *(f"{HERE}/tahunan/2025/{one}/" for one in ("target", "rencana", "pengelolaan")),
            *(f"{HERE}/butir/{one.pk}/" for one in (first, last)), f"{HERE}/mandiri/2025/1/",
            f"{HERE}/mandiri/2025/1/{evaluating.quarter.coordinator.pk}/",
        )  # fmt: skip
        counts.append([queries(user, one) for user in (evaluating.cast.ani, evaluating.cast.rina) for one in places])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST

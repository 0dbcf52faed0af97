"""The evaluation of a year: what it judges, who may not, how it is sent and received, and what that locks."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import Evaluation, EvaluationPoint, ImprovementArea, PointWaiver
from petajalan.evaluation.services.areas import AreaValues, remove_area_of_point, write_area_of_point
from petajalan.evaluation.services.evaluations import return_evaluation
from petajalan.evaluation.services.internal import evaluations as services
from petajalan.evaluation.services.internal.points import StalePoint
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.planning.models import ActionImplementer
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Measurement
from tests.cast import person
from tests.evaluation.internal import AFTER, EARLY, begin, judge, point_of, receive, send
from tests.evaluation.sheets import Evaluating
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_waivers import OWN, sign
from tests.reporting.measuring import measures
from tests.reporting.reports import YEAR

AREA = AreaValues("Anggaran", "Belum ada", "PermenPANRB 9/2023", "Tidak jalan", "Lengkapi")


def test_plans_are_judged_in_five_aspects(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = begin(evaluating)
    assert [(one.name, one.code) for one in evaluation.points.all()][:6] == [
        ("Road map reformasi birokrasi", "relevance"),
        ("Road map reformasi birokrasi", "completeness"),
        ("Road map reformasi birokrasi", "plan_quality"),
        ("Road map reformasi birokrasi", "linkage"),
        ("Road map reformasi birokrasi", "feasibility"),
        ("Bagian Organisasi", "relevance"),
    ]
    assert (evaluation.points.count(), begin(evaluating)) == (10, evaluation)
    quality = point_of(evaluation, plan=evaluating.quarter.plan, code="plan_quality")
    assert (quality.judgement, {one["code"] for one in quality.basis["marks"]} >= {"logic", "budget"}) == ("", True)
    feasible = point_of(evaluation, plan=evaluating.quarter.plan, code="feasibility")
    assert feasible.basis["facts"] == [
        {"code": "budget", "count": 1, "of": 1},
        {"code": "implementers", "count": 1, "of": 1},
    ]
    assert judge(quality, evaluating.cast.ani).judgement == "conforms"
    entry = AuditEntry.objects.get(action="point_judged")
    assert (entry.actor, entry.after["judgement"]) == (evaluating.cast.ani, "conforms")


def test_nothing_begins_without_plans_before_the_year_or_after_it_closed(evaluating: Evaluating) -> None:
    with pytest.raises(Refused, match="tidak ada yang dievaluasi"):
        begin(evaluating)
    evaluating.quarter.action()
    with pytest.raises(Refused, match="belum mulai"):
        begin(evaluating, at=EARLY.replace(year=YEAR - 1))
    with pytest.raises(Refused, match="sudah ditutup"):
        begin(evaluating, at=AFTER)
    with pytest.raises(Refused, match="ex-ante"):
        begin(evaluating, "month")
    for who in ("siti", "budi", "rina", "wali", "dewi"):
        with pytest.raises(PermissionDenied):
            begin(evaluating, by=evaluating.cast[who])
    assert Evaluation.objects.count() == 0


@pytest.mark.parametrize("who", ["siti", "joko", "budi", "wati", "wali", "dewi"])
def test_others_judge_nothing(evaluating: Evaluating, who: str) -> None:
    evaluating.quarter.action()
    point = point_of(begin(evaluating), plan=None, code="relevance")
    with pytest.raises(PermissionDenied):
        judge(point, evaluating.cast[who])


def test_the_secretariat_judges_only_what_nobody_of_the_team_may(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    own = evaluating.own_action(OWN)
    evaluation = begin(evaluating)
    for of in ({"plan": None}, {"plan": evaluating.quarter.plan}):
        with pytest.raises(NotIndependent, match="tim evaluasi"):
            judge(point_of(evaluation, code="relevance", **of), evaluating.cast.rina)
    mine = point_of(evaluation, plan=own.plan, code="relevance")
    with pytest.raises(NotIndependent, match="mengoordinasikan"):
        judge(mine, evaluating.cast.ani)
    assert judge(mine, evaluating.cast.rina).judged_by == evaluating.cast.rina


def test_who_carries_out_an_action_does_not_judge_its_plan_without_waivers_for_each(evaluating: Evaluating) -> None:
    actions = [evaluating.quarter.action(name) for name in ("Satu", "Dua")]
    for action in actions:
        ActionImplementer.objects.create(agency=action.agency, action=action, unit=evaluating.inspectorate)
    point = point_of(begin(evaluating), plan=evaluating.quarter.plan, code="linkage")
    with pytest.raises(NotIndependent, match="pelaksana"):
        judge(point, evaluating.cast.ani)
    sign(evaluating, actions[0])
    with pytest.raises(NotIndependent, match="pelaksana"):
        judge(point, evaluating.cast.ani)
    sign(evaluating, actions[1])
    judge(point, evaluating.cast.ani)
    assert PointWaiver.objects.filter(point=point).count() == 2
    judge(point, evaluating.cast.ani, "")
    assert PointWaiver.objects.count() == 0


def test_an_evaluator_from_outside_judges_everything(evaluating: Evaluating) -> None:
    own = evaluating.own_action(OWN)
    province = person(agency=evaluating.cast.agency, role="evaluator")
    point = point_of(begin(evaluating), plan=own.plan, code="relevance")
    assert judge(point, province).judged_by == province


def test_two_people_do_not_overwrite_each_other(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    point = point_of(begin(evaluating), plan=None, code="relevance")
    key = uuid4()
    for _click in range(2):
        judge(point, evaluating.cast.ani, key=key)
    point.refresh_from_db()
    assert point.version == 2
    with pytest.raises(StalePoint, match="sudah diubah"):
        judge(point, evaluating.cast.ani, "deviates", "Lain", version=1)
    with pytest.raises(Refused, match="Pilih"):
        judge(point, evaluating.cast.ani, "mungkin")
    point.refresh_from_db()
    assert point.judgement == "conforms"


def test_it_is_sent_with_notes_received_once_and_then_locked(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = begin(evaluating)
    point = point_of(evaluation, plan=None, code="relevance")
    with pytest.raises(Refused, match="Belum ada butir yang dinilai"):
        send(evaluating, evaluation)
    judge(point, evaluating.cast.ani, "deviates")
    with pytest.raises(Refused, match="Tulis catatan untuk “Road map"):
        send(evaluating, evaluation)
    judge(point, evaluating.cast.ani, "deviates", "Isu strategis lama")
    with pytest.raises(PermissionDenied):
        send(evaluating, evaluation, by=evaluating.cast.rina)
    key = uuid4()
    assert [send(evaluating, evaluation, key=key).status for _click in range(2)] == ["submitted"] * 2
    with pytest.raises(Refused, match="sudah dikirim"):
        judge(point, evaluating.cast.ani)
    with pytest.raises(PermissionDenied):
        receive(evaluating, evaluation, by=evaluating.cast.ani)
    assert receive(evaluating, evaluation).status == "acknowledged"
    with pytest.raises(Refused, match="tidak sedang menunggu"):
        receive(evaluating, evaluation)
    for write in (
        lambda: judge(point, evaluating.cast.ani),
        lambda: services.refresh_points(evaluation=evaluation, by=evaluating.cast.ani, at=EARLY),
        lambda: services.write_texts(
            evaluation=evaluation, overview="a", conclusion="b", version=1, by=evaluating.cast.ani, at=EARLY
        ),
        lambda: write_area_of_point(point=point, values=AREA, version=0, by=evaluating.cast.ani, at=EARLY),
    ):
        with pytest.raises(Refused, match="terkunci"):
            write()


def test_what_came_back_is_mended_and_keeps_what_was_judged(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = begin(evaluating)
    judge(point_of(evaluation, plan=None, code="relevance"), evaluating.cast.ani)
    send(evaluating, evaluation)
    evaluation.refresh_from_db()
    return_evaluation(
        evaluation=evaluation, reason="Lengkapi", version=evaluation.version, by=evaluating.cast.rina, at=EARLY
    )
    judge(point_of(evaluation, plan=None, code="linkage"), evaluating.cast.ani)
    send(evaluating, evaluation)
    assert EvaluationPoint.objects.exclude(judgement="").count() == 2


def test_data_are_taken_again_and_judgements_stay(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = begin(evaluating)
    point = point_of(evaluation, plan=evaluating.quarter.plan, code="feasibility")
    judge(point, evaluating.cast.ani, note="Cukup")
    evaluating.quarter.action("Dua", budget_q1=None)
    evaluating.own_action(OWN)
    assert services.refresh_points(evaluation=evaluation, by=evaluating.cast.ani, at=EARLY) == 5
    point.refresh_from_db()
    assert (point.note, point.basis["facts"][0]) == ("Cukup", {"code": "budget", "count": 1, "of": 2})
    with pytest.raises(PermissionDenied):
        services.refresh_points(evaluation=evaluation, by=evaluating.cast.rina, at=EARLY)


def test_an_area_of_improvement_stands_beside_a_point(evaluating: Evaluating) -> None:
    own = evaluating.own_action(OWN)
    evaluation = begin(evaluating)
    point, ani = point_of(evaluation, plan=None, code="linkage"), evaluating.cast.ani
    area = write_area_of_point(point=point, values=AREA, version=0, by=ani, at=EARLY)
    with pytest.raises(Refused, match="sudah diubah"):
        write_area_of_point(point=point, values=AREA, version=0, by=ani, at=EARLY)
    mine = point_of(evaluation, plan=own.plan, code="linkage")
    with pytest.raises(NotIndependent):
        write_area_of_point(point=mine, values=AREA, version=0, by=ani, at=EARLY)
    with pytest.raises(NotIndependent):
        remove_area_of_point(point=mine, version=1, by=ani, at=EARLY)
    assert (area.row, area.point) == (None, point)
    remove_area_of_point(point=point, version=1, by=ani, at=EARLY)
    assert ImprovementArea.objects.count() == 0


def test_the_year_is_judged_in_three_parts_and_locks_its_measurements(evaluating: Evaluating) -> None:
    cast = evaluating.cast
    measuring = measures(cast)
    spbe = measuring.indicator()
    measuring.save(spbe, "2,7")
    evaluating.quarter.action(indicator_key=spbe.key)
    evaluation = begin(evaluating, "year")
    assert {one.part for one in evaluation.points.all()} == {"target", "effect", "management"}
    target = point_of(evaluation, part="target")
    assert (target.indicator_key, target.basis["target"]) == (spbe.key, "2,95")
    effect = point_of(evaluation, part="effect")
    assert [(one["measured"], one["moved"]) for one in effect.basis["indicators"]] == [(True, "better")]
    forums = point_of(evaluation, part="management", code="forums")
    assert (forums.basis["count"], forums.basis["of"], forums.basis["sufficient"]) == (0, 4, False)
    judge(target, cast.ani)
    with pytest.raises(Refused, match="belum berakhir"):
        send(evaluating, evaluation, at=EARLY)
    send(evaluating, evaluation)
    assert Measurement.objects.filter(locked_at=None).count() == 1
    other = person(agency=cast.agency, role="secretariat")
    with pytest.raises(Refused, match="Sekretaris Daerah"):
        receive(evaluating, evaluation, by=other)
    receive(evaluating, evaluation)
    assert Measurement.objects.filter(locked_at=None).count() == 0
    with pytest.raises(Refused, match="sudah selesai"):
        measuring.save(spbe, "2,8", version=2)


def test_an_outcome_nobody_measured_is_said_aloud(evaluating: Evaluating) -> None:
    spbe = measures(evaluating.cast).indicator()
    evaluating.quarter.action(indicator_key=spbe.key)
    for month in (1, 2, 3):
        report = evaluating.quarter.start(month)
        evaluating.quarter.fill(report, 4, confirmation="Memang selesai")
        evaluating.quarter.submit(report)
    from petajalan.reporting.models import ProgressLine
    from petajalan.reporting.services import review
    from tests.reporting.reports import moment

    for line in ProgressLine.objects.filter(report__month=3):
        review.accept_line(line=line, version=line.version, by=evaluating.cast.budi, at=moment(3, 28))
    effect = point_of(begin(evaluating, "year"), part="effect")
    assert (effect.basis["done"], effect.basis["of"], effect.basis["unmeasured"]) == (1, 1, ["Indeks SPBE"])

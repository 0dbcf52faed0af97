"""A month's evaluation: begun, judged, sent with the names of those who are missing, acknowledged or returned."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.services import evaluations, judging
from petajalan.planning.models import Action
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Deadline, ProgressLine
from petajalan.reporting.services import review
from petajalan.reporting.services.exceptions import grant_exception
from tests.evaluation.sheets import ALL, Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.reporting.reports import CLOSED_JANUARY, moment


def judged(row: EvaluationRow) -> tuple[str, str, str, str]:
    row.refresh_from_db()
    return (row.execution, row.output, row.quality, row.timeliness)


def test_there_is_a_row_for_each_action_not_for_each_unit(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluating.quarter.action("Kedua", all_units=True)
    evaluating.quarter.action("Triwulan lain", target_q1=None, budget_q1=None, target_q2=1)
    evaluating.quarter.action("Ditarik", withdrawn=True)
    evaluation = evaluating.start()
    assert [row.action.name for row in evaluation.rows.all()] == ["Menyatukan layanan", "Kedua"]
    assert evaluating.start() == evaluation
    assert AuditEntry.objects.filter(action="evaluation_started").count() == 1


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"number": 13, "at": moment(12)}, "Pilih bulan"),
        ({"kind": "quarter", "number": 5, "at": moment(12)}, "Pilih bulan"),
        ({"kind": "week"}, "Pilih bulan"),
        ({"year": 2014}, "Pilih bulan"),
        ({"at": datetime(2024, 12, 31, 16, 59, tzinfo=UTC)}, "belum mulai"),
        ({"at": CLOSED_JANUARY}, "sudah ditutup"),
    ],
)
def test_what_cannot_be_evaluated_is_refused(evaluating: Evaluating, more: dict[str, object], sentence: str) -> None:
    evaluating.quarter.action()
    with pytest.raises(Refused, match=sentence):
        evaluating.start(**{"number": 1, **more})  # type: ignore[arg-type]
    assert Evaluation.objects.count() == 0


def test_without_actions_there_is_nothing_to_evaluate(evaluating: Evaluating) -> None:
    with pytest.raises(Refused, match="Tidak ada aksi"):
        evaluating.start()


@pytest.mark.parametrize("who", ["siti", "joko", "budi", "rina", "wati", "wali", "dewi"])
def test_only_the_evaluation_team_writes(evaluating: Evaluating, who: str) -> None:
    evaluating.quarter.action()
    with pytest.raises(PermissionDenied):
        evaluating.start(by=evaluating.cast[who])
    evaluation = evaluating.start()
    for write in (
        lambda: evaluating.submit(evaluation, by=evaluating.cast[who]),
        lambda: evaluations.take_in_actions(evaluation=evaluation, by=evaluating.cast[who], at=in_time(1)),
    ):
        with pytest.raises(PermissionDenied):
            write()
    # Bu Rina may judge in principle, but not while the team itself may.
    with pytest.raises(Refused if who == "rina" else PermissionDenied):
        evaluating.judge(evaluating.row(evaluation), by=evaluating.cast[who])
    assert judged(evaluating.row(evaluation)) == ("", "", "", "")


@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "wati", "wali", "dewi"])
def test_only_the_secretariat_acknowledges_and_returns(evaluating: Evaluating, who: str) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.submit(evaluating.start())
    for write in (evaluating.acknowledge, evaluating.send_back):
        with pytest.raises(PermissionDenied):
            write(evaluation, by=evaluating.cast[who])
    evaluation.refresh_from_db()
    assert evaluation.status == "submitted"


def test_a_row_is_judged_once_however_often_it_is_sent(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    row, key = evaluating.row(evaluating.start()), uuid4()
    for _click in range(2):
        evaluating.judge(row, version=1, key=key, execution="conforms", note="Notula lengkap")
    row.refresh_from_db()
    assert (row.version, row.note, row.judged_by, row.judged_at) == (
        2,
        "Notula lengkap",
        evaluating.cast.ani,
        in_time(1),
    )
    assert judged(row) == ("conforms", "", "", "")
    assert AuditEntry.objects.filter(action="row_judged").count() == 1


def test_a_row_that_changed_meanwhile_is_not_overwritten(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    row = evaluating.row(evaluating.start())
    evaluating.judge(row)
    with pytest.raises(judging.Stale) as stale:
        evaluating.judge(row, version=1, execution="deviates")
    assert stale.value.row.execution == "conforms"
    assert judged(row) == ("conforms",) * 4


def test_a_row_that_was_emptied_counts_as_untouched(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    row = evaluating.row(evaluating.start())
    evaluating.judge(row)
    evaluating.judge(row, execution="")
    assert (judged(row), row.judged_by, row.judged_at) == (("", "", "", ""), None, None)
    with pytest.raises(Refused, match="sesuai"):
        evaluating.judge(row, execution="mungkin")


def test_it_is_sent_when_units_are_missing_and_names_them(evaluating: Evaluating) -> None:
    evaluating.quarter.action("Bersama", all_units=True)
    evaluating.quarter.action()
    evaluation = evaluating.start()
    evaluating.judge(evaluating.row(evaluation))
    sent = evaluating.submit(evaluation)
    assert (sent.status, sent.first_submitted_at, sent.submitted_by) == ("submitted", in_time(1), evaluating.cast.ani)
    assert sent.missing == [
        {"name": name, "state": "missing"}
        for name in ("Dinas Komunikasi, Informatika dan Statistik", "Inspektorat", "Sekretariat Daerah")
    ]
    # The names stay, whoever reports afterwards.
    evaluating.accepted()
    sent.refresh_from_db()
    assert len(sent.missing) == 3


def test_the_sent_document_keeps_what_it_saw(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluating.accepted()
    evaluation = evaluating.submit(evaluating.start())
    line = ProgressLine.objects.get()
    review.correct_line(
        line=line, field="realised_output", value=Decimal(9), reason="Salah hitung", version=line.version,
        by=evaluating.cast.budi, at=in_time(1),
    )  # fmt: skip
    [seen] = evaluating.row(evaluation).basis
    assert evaluation.missing == []
    assert (seen["state"], seen["punctual"], seen["output"], seen["budget"]) == ("accepted", True, "1", "10")


def test_a_repair_is_open_for_days_of_its_own_and_does_not_make_it_late(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.submit(evaluating.start())
    with pytest.raises(Refused, match="sudah dikirim"):
        evaluating.judge(evaluating.row(evaluation))
    with pytest.raises(Refused, match="perlu diperbaiki"):
        evaluating.send_back(evaluation, reason=" ")
    back = evaluating.send_back(evaluation, at=datetime(2025, 2, 28, 3, 0, tzinfo=UTC))
    assert (back.status, back.repair_due, back.missing) == (
        "sent_back",
        datetime(2025, 3, 5, 16, 59, 59, tzinfo=UTC),
        [],
    )
    evaluating.judge(evaluating.row(evaluation), at=CLOSED_JANUARY)
    again = evaluating.submit(evaluation, at=CLOSED_JANUARY)
    assert (again.first_submitted_at, again.submitted_at) == (in_time(1), CLOSED_JANUARY)


def test_what_was_acknowledged_is_locked(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.start()
    with pytest.raises(Refused, match="tidak sedang menunggu"):
        evaluating.acknowledge(evaluation)
    evaluating.submit(evaluation)
    key = uuid4()
    for _click in range(2):
        assert evaluating.acknowledge(evaluation, key=key).status == "acknowledged"
    assert AuditEntry.objects.filter(action="evaluation_acknowledged").count() == 1
    for write in (
        lambda: evaluating.judge(evaluating.row(evaluation)),
        lambda: evaluating.submit(evaluation),
        lambda: evaluations.take_in_actions(evaluation=evaluation, by=evaluating.cast.ani, at=in_time(1)),
        lambda: evaluating.send_back(evaluation),
        lambda: evaluating.acknowledge(evaluation),
    ):
        with pytest.raises(Refused):
            write()
    assert judged(evaluating.row(evaluation)) == ("", "", "", "")


def test_an_evaluation_that_changed_since_it_was_seen_is_not_acknowledged(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.submit(evaluating.start())
    with pytest.raises(Refused, match="Muat ulang"):
        evaluating.acknowledge(evaluation, version=evaluation.version - 1)


def test_it_is_sent_once_and_not_before_the_month_is_over(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation, key = evaluating.start(), uuid4()
    with pytest.raises(Refused, match="belum berakhir"):
        evaluating.submit(evaluation, at=moment(1, 31))
    for _click in range(2):
        evaluating.submit(evaluation, key=key)
    assert AuditEntry.objects.filter(action="evaluation_submitted").count() == 1
    with pytest.raises(Refused, match="sudah dikirim"):
        evaluating.submit(evaluation)


def test_a_deviation_needs_a_note(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.start()
    row = evaluating.judge(evaluating.row(evaluation), **{**ALL, "quality": "deviates"})
    with pytest.raises(Refused, match="Menyatukan layanan"):
        evaluating.submit(evaluation)
    evaluating.judge(row, **{**ALL, "quality": "deviates"}, note="Notula belum ditandatangani")
    assert evaluating.submit(evaluation).status == "submitted"


def test_after_the_close_nothing_is_written_without_an_exception(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.start()
    closed = Deadline.objects.get(kind="monthly_evaluation", period="2025-01").closed
    assert closed < CLOSED_JANUARY
    for write in (
        lambda: evaluating.judge(evaluating.row(evaluation), at=CLOSED_JANUARY),
        lambda: evaluating.submit(evaluation, at=CLOSED_JANUARY),
    ):
        with pytest.raises(Refused, match="sudah ditutup"):
            write()
    grant_exception(
        unit=evaluating.inspectorate, kind="monthly_evaluation", period="2025-01", reason="Banjir",
        expires_at=moment(4), by=evaluating.cast.rina, at=CLOSED_JANUARY,
    )  # fmt: skip
    assert judged(evaluating.judge(evaluating.row(evaluation), at=CLOSED_JANUARY)) == ("conforms",) * 4


def test_new_actions_are_taken_in_and_nothing_judged_is_lost(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.start()
    evaluating.judge(evaluating.row(evaluation))
    evaluating.quarter.action("Kedua")
    Action.objects.filter(name="Menyatukan layanan").update(withdrawn=True)
    assert evaluations.take_in_actions(evaluation=evaluation, by=evaluating.cast.ani, at=in_time(1)) == 1
    assert evaluations.take_in_actions(evaluation=evaluation, by=evaluating.cast.ani, at=in_time(1)) == 0
    assert [judged(row) for row in evaluation.rows.all()] == [("conforms",) * 4, ("",) * 4]


def test_nobody_acknowledges_what_they_sent(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.submit(evaluating.start())
    Evaluation.objects.update(submitted_by=evaluating.cast.rina)
    with pytest.raises(Refused, match="Anda sendiri"):
        evaluating.acknowledge(evaluation)

"""A forum while it runs and afterwards: attendance, minutes, decisions, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.models import Position, Unit
from petajalan.accounts.roles import units_of
from petajalan.planning.services.refusals import Incomplete, Refused
from petajalan.reporting.choices import DecisionState
from petajalan.reporting.models import ForumDecision, ProgressLine, ProgressReport
from petajalan.reporting.services import review
from petajalan.reporting.services.forum import agenda, decisions, meeting
from tests.reporting.forums import APRIL, DUE, closed, decided, everything_written, fresh, prepared, running, said
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

JULY = moment(7, 10)


def test_the_agenda_stands_still_once_the_forum_runs(quarter: Quarter) -> None:
    forum = running(quarter)
    with pytest.raises(Refused, match="sudah dimulai"):
        agenda.refresh_agenda(forum=forum, version=forum.version, by=quarter.cast.wati, at=APRIL)
    with pytest.raises(Refused, match="sudah dimulai"):
        meeting.open_forum(forum=forum, version=forum.version, by=quarter.cast.rina, at=APRIL)


def test_it_does_not_begin_without_date_chair_and_agenda(quarter: Quarter) -> None:
    forum = prepared(quarter)
    with pytest.raises(Refused, match="waktu dan pemimpin"):
        meeting.open_forum(forum=forum, version=fresh(forum).version, by=quarter.cast.rina, at=APRIL)
    chair = Position.objects.get(agency=quarter.cast.agency, name="Sekretaris Daerah")
    agenda.schedule_forum(
        forum=forum, held_at=APRIL, place="Aula", link="", chair=chair, version=fresh(forum).version,
        by=quarter.cast.wati, at=APRIL,
    )  # fmt: skip
    with pytest.raises(Refused, match="Agenda masih kosong"):
        meeting.open_forum(forum=forum, version=fresh(forum).version, by=quarter.cast.rina, at=APRIL)


def test_before_it_runs_nobody_writes_minutes_marks_or_decisions(quarter: Quarter) -> None:
    forum = prepared(quarter)
    agenda.add_item(forum=forum, title="Butir", detail="", by=quarter.cast.wati, at=APRIL)
    for write in (
        lambda: said(quarter, forum.items.get()),
        lambda: decided(quarter, forum),
        lambda: meeting.mark_attendance(forum=forum, marks=[], by=quarter.cast.wati, at=APRIL),
        lambda: meeting.close_forum(forum=forum, version=fresh(forum).version, by=quarter.cast.rina, at=APRIL),
    ):
        with pytest.raises(Refused, match="belum dimulai"):
            write()


def test_attendance_is_kept_row_by_row_or_not_at_all(quarter: Quarter) -> None:
    forum = running(quarter)
    first, second = list(forum.attendances.all())[:2]
    marks = [meeting.Mark(first.pk, 1, "present"), meeting.Mark(second.pk, 1, "represented", "Kabid Aptika")]
    assert meeting.mark_attendance(forum=forum, marks=marks, by=quarter.cast.wati, at=APRIL) == 2
    assert meeting.mark_attendance(forum=forum, marks=marks, by=quarter.cast.wati, at=APRIL) == 0
    with pytest.raises(Refused, match="Tulis siapa yang mewakili"):
        meeting.mark_attendance(
            forum=forum, marks=[meeting.Mark(first.pk, 2, "represented")], by=quarter.cast.wati, at=APRIL
        )
    with pytest.raises(Refused, match="diubah orang lain"):
        meeting.mark_attendance(
            forum=forum, by=quarter.cast.wati, at=APRIL,
            marks=[meeting.Mark(second.pk, 2, "absent"), meeting.Mark(first.pk, 1, "absent")],
        )  # fmt: skip
    assert list(forum.attendances.values_list("presence", "represented_by")[:2]) == [
        ("present", ""), ("represented", "Kabid Aptika"),
    ]  # fmt: skip


def test_a_guest_a_unit_and_a_position_join_once(quarter: Quarter) -> None:
    forum = prepared(quarter)
    for who in ("Akademisi", quarter.unit):
        meeting.invite(forum=forum, who=who, by=quarter.cast.wati, at=APRIL)
        with pytest.raises(Refused, match="sudah ada dalam daftar hadir"):
            meeting.invite(forum=forum, who=who, by=quarter.cast.wati, at=APRIL)
    with pytest.raises(Refused, match="Isi jabatan, unit, atau nama tamu"):
        meeting.invite(forum=forum, who=" ", by=quarter.cast.wati, at=APRIL)
    foreign = Unit.objects.create(agency=quarter.cast.other_agency, name="Asing", key="asing", kind="department")
    with pytest.raises(Refused, match="instansi ini"):
        meeting.invite(forum=forum, who=foreign, by=quarter.cast.wati, at=APRIL)


def test_minutes_of_two_tabs_do_not_overwrite_each_other(quarter: Quarter) -> None:
    item = running(quarter).items.get()
    key = uuid4()
    for _retry in range(2):
        written = meeting.write_minutes(
            item=item, text="Satu", version=1, by=quarter.cast.wati, at=APRIL, key=key
        )  # fmt: skip
    assert (written.minutes, written.version) == ("Satu", 2)
    with pytest.raises(Refused, match="diubah orang lain"):
        meeting.write_minutes(item=item, text="Dua", version=1, by=quarter.cast.rina, at=APRIL)
    with pytest.raises(Refused, match="sudah dibahas"):
        agenda.drop_item(item=written, reason="x", version=2, by=quarter.cast.rina, at=APRIL)


def test_closing_asks_for_what_is_missing_and_locks_what_was_accepted(quarter: Quarter) -> None:
    quarter.action()
    report = quarter.sent(3, 4)
    line = ProgressLine.objects.get()
    review.accept_line(line=line, version=line.version, by=quarter.cast.budi, at=moment(4, 2))
    forum = running(quarter)
    with pytest.raises(Incomplete) as caught:
        meeting.close_forum(forum=forum, version=forum.version, by=quarter.cast.rina, at=APRIL)
    assert [sentence.split(" ", 1)[0] for sentence in caught.value.missing] == ["Kehadiran", "Belum", "1"]
    everything_written(quarter, forum)
    with pytest.raises(PermissionDenied):
        meeting.close_forum(forum=forum, version=forum.version, by=quarter.cast.wati, at=APRIL)
    meeting.close_forum(forum=forum, version=fresh(forum).version, by=quarter.cast.rina, at=APRIL)
    assert (fresh(forum).status, ProgressReport.objects.get(pk=report.pk).locked_at) == ("closed", APRIL)


def test_after_closing_nothing_of_the_minutes_changes(quarter: Quarter) -> None:
    forum, decision = closed(quarter)
    item, row = forum.items.first(), forum.attendances.first()
    rina = quarter.cast.rina
    writes: list[Callable[[], object]] = [
        lambda: said(quarter, item, "Lain"),
        lambda: decided(quarter, forum),
        lambda: decisions.withdraw_decision(decision=decision, version=decision.version, by=rina, at=APRIL),
        lambda: meeting.mark_attendance(
            forum=forum, marks=[meeting.Mark(row.pk, row.version, "absent")], by=rina, at=APRIL
        ),
        lambda: meeting.invite(forum=forum, who="Tamu", by=rina, at=APRIL),
        lambda: agenda.add_item(forum=forum, title="Lain", detail="", by=rina, at=APRIL),
        lambda: agenda.move_item(item=item, up=True, by=rina, at=APRIL),
        lambda: agenda.drop_item(item=item, reason="x", version=item.version, by=rina, at=APRIL),
        lambda: agenda.restore_item(item=item, version=item.version, by=rina, at=APRIL),
        lambda: agenda.refresh_agenda(forum=forum, version=forum.version, by=rina, at=APRIL),
        lambda: meeting.close_forum(forum=forum, version=forum.version, by=rina, at=APRIL),
        lambda: agenda.schedule_forum(
            forum=forum, held_at=APRIL, place="x", link="", chair=None, version=forum.version, by=rina, at=APRIL
        ),
    ]
    for write in writes:
        with pytest.raises(Refused, match="sudah ditutup"):
            write()


def test_a_decision_needs_words_an_owner_and_a_day_to_come(quarter: Quarter) -> None:
    forum = running(quarter)
    key = uuid4()
    given = {"forum": forum, "item": None, "owner": quarter.unit, "due": DUE, "by": quarter.cast.wati, "at": APRIL}
    with pytest.raises(Refused, match="Isi keputusannya"):
        decisions.decide(**{**given, "text": " "})  # type: ignore[arg-type]
    with pytest.raises(Refused, match="belum lewat"):
        decisions.decide(**{**given, "text": "x", "due": date(2025, 4, 9)})  # type: ignore[arg-type]
    foreign = Unit.objects.create(agency=quarter.cast.other_agency, name="Asing", key="asing", kind="department")
    with pytest.raises(Refused, match="Pilih penanggung jawab"):
        decisions.decide(**{**given, "text": "x", "owner": foreign})  # type: ignore[arg-type]
    for _click in range(2):
        decisions.decide(**given, text="Sekali", key=key)  # type: ignore[arg-type]
    assert ForumDecision.objects.count() == 1
    decision = ForumDecision.objects.get()
    decisions.withdraw_decision(decision=decision, version=1, by=quarter.cast.wati, at=APRIL)
    assert ForumDecision.objects.count() == 0


def reported(quarter: Quarter) -> ForumDecision:
    _forum, decision = closed(quarter)
    decisions.report_done(
        decision=decision, report="Sudah", proof="BA 12/2025", version=decision.version, by=quarter.cast.siti, at=JULY
    )
    return ForumDecision.objects.get()


def test_the_owner_reports_and_the_secretariat_finds_it_done(quarter: Quarter) -> None:
    decision = reported(quarter)
    given = {"decision": decision, "version": decision.version, "by": quarter.cast.rina, "at": JULY}
    with pytest.raises(Refused, match="Isi alasannya"):
        decisions.check_decision(**given, verdict=DecisionState.OPEN, note="")  # type: ignore[arg-type]
    decisions.check_decision(**given, verdict=DecisionState.OPEN, note="Bukti belum lengkap")  # type: ignore[arg-type]
    decision = ForumDecision.objects.get()
    assert (decision.state, decision.verdict) == ("open", "Bukti belum lengkap")
    decisions.report_done(
        decision=decision, report="Lengkap", proof="BA 13", version=decision.version, by=quarter.cast.joko, at=JULY
    )
    decision = ForumDecision.objects.get()
    decisions.check_decision(
        decision=decision, verdict=DecisionState.DONE, note="", version=decision.version, by=quarter.cast.rina, at=JULY
    )
    decision = ForumDecision.objects.get()
    assert (decision.state, decision.checked_by) == ("done", quarter.cast.rina)
    with pytest.raises(Refused, match="sudah selesai diperiksa"):
        decisions.check_decision(
            decision=decision, verdict=DecisionState.DROPPED, note="x", version=decision.version,
            by=quarter.cast.rina, at=JULY,
        )  # fmt: skip


def test_nobody_else_reports_and_the_owner_does_not_check(quarter: Quarter) -> None:
    _forum, decision = closed(quarter)
    for name in ("budi", "ani", "rina", "wati", "wali", "dewi"):
        with pytest.raises(PermissionDenied):
            decisions.report_done(
                decision=decision, report="x", proof="y", version=1, by=quarter.cast[name], at=JULY
            )  # fmt: skip
    with pytest.raises(Refused, match="buktinya"):
        decisions.report_done(decision=decision, report="x", proof=" ", version=1, by=quarter.cast.siti, at=JULY)
    for name in ("siti", "budi", "ani", "wati", "wali", "dewi"):
        with pytest.raises(PermissionDenied):
            decisions.check_decision(
                decision=decision, verdict=DecisionState.DROPPED, note="x", version=1, by=quarter.cast[name], at=JULY
            )
    with pytest.raises(Refused, match="belum melaporkan"):
        decisions.check_decision(
            decision=decision, verdict=DecisionState.DONE, note="", version=1, by=quarter.cast.rina, at=JULY
        )


def test_the_secretariat_does_not_check_what_it_owns_itself(quarter: Quarter) -> None:
    forum = running(quarter)
    own = decided(quarter, forum, units_of(quarter.cast.rina, quarter.cast.agency)[0])
    seat = decided(quarter, forum, Position.objects.get(agency=quarter.cast.agency, name="Sekretaris Daerah"))
    everything_written(quarter, forum)
    meeting.close_forum(forum=forum, version=fresh(forum).version, by=quarter.cast.rina, at=APRIL)
    for decision in (own, seat):
        with pytest.raises(PermissionDenied, match="sekretariat lain"):
            decisions.check_decision(
                decision=decision, verdict=DecisionState.DROPPED, note="x", version=1, by=quarter.cast.rina, at=JULY
            )

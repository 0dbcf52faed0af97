"""Coordinators accept or send back line by line; afterwards there are only corrections that stay to be seen."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.planning.models import ActionPlan
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import LineCorrection, ProgressLine, ProgressReport
from petajalan.reporting.services import reports, review
from petajalan.reporting.values import LineValues
from tests.reporting.reports import CLOSED_JANUARY, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

AT = moment(1, 31)


def accept(line: ProgressLine, quarter: Quarter, **more: object) -> ProgressReport:
    line.refresh_from_db()
    return review.accept_line(**{"line": line, "version": line.version, "by": quarter.cast.budi, "at": AT, **more})  # type: ignore[arg-type]


def send_back(line: ProgressLine, quarter: Quarter, **more: object) -> ProgressReport:
    line.refresh_from_db()
    given = {"line": line, "version": line.version, "note": "Notula belum ada", "by": quarter.cast.budi, "at": AT}
    return review.send_line_back(**{**given, **more})  # type: ignore[arg-type]


def test_a_report_is_accepted_when_all_its_lines_are(quarter: Quarter) -> None:
    quarter.action()
    quarter.action("Kedua")
    first, second = quarter.sent().lines.all()
    assert accept(first, quarter).status == "submitted"
    report = accept(second, quarter)
    assert (report.status, report.accepted_at) == ("accepted", AT)
    with pytest.raises(Refused, match="sudah dikirim"):
        reports.save_line(line=second, values=LineValues(), version=second.version, by=quarter.cast.siti, at=AT)


def test_what_came_back_is_mended_within_days_of_its_own_even_after_the_close(quarter: Quarter) -> None:
    quarter.action()
    quarter.action("Kedua")
    first, second = quarter.sent().lines.all()
    accept(first, quarter)
    late = datetime(2025, 2, 28, 3, 0, tzinfo=UTC)  # closes that evening
    report = send_back(second, quarter, at=late)
    assert report.status == "sent_back"
    assert report.repair_due == datetime(2025, 3, 5, 16, 59, 59, tzinfo=UTC)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (second.state, second.review_note) == ("sent_back", "Notula belum ada")
    values, by = LineValues(Decimal(2), narrative="Notula terlampir"), quarter.cast.siti
    with pytest.raises(Refused, match="tidak dikembalikan"):
        reports.save_line(line=first, values=values, version=first.version, by=by, at=CLOSED_JANUARY)
    second = reports.save_line(line=second, values=values, version=second.version, by=by, at=CLOSED_JANUARY)
    report = reports.submit_report(report=report, by=quarter.cast.joko, at=CLOSED_JANUARY)
    assert (report.status, report.first_submitted_at, report.submitted_at) == ("submitted", moment(1), CLOSED_JANUARY)
    assert accept(second, quarter, at=CLOSED_JANUARY).status == "accepted"


def test_other_lines_are_reviewed_while_one_is_being_mended(quarter: Quarter) -> None:
    quarter.action()
    quarter.action("Kedua")
    first, second = quarter.sent().lines.all()
    send_back(first, quarter)
    assert accept(second, quarter).status == "sent_back"
    with pytest.raises(Refused, match="sudah ditinjau"):
        accept(first, quarter)


@pytest.mark.parametrize("who", ["siti", "joko", "wati", "ani", "rina", "wali", "dewi"])
def test_only_the_head_of_the_coordinator_reviews(quarter: Quarter, who: str) -> None:
    quarter.action()
    [line] = quarter.sent().lines.all()
    for write in (
        lambda: accept(line, quarter, by=quarter.cast[who]),
        lambda: send_back(line, quarter, by=quarter.cast[who]),
        lambda: correct(line, quarter, by=quarter.cast[who]),
    ):
        with pytest.raises(PermissionDenied):
            write()
    line.refresh_from_db()
    assert (line.state, LineCorrection.objects.count()) == ("open", 0)


def test_nobody_accepts_what_their_own_unit_coordinates(quarter: Quarter) -> None:
    ActionPlan.objects.update(coordinator=quarter.unit)
    quarter.action()
    [line] = quarter.sent().lines.all()
    for who in ("joko", "budi"):
        with pytest.raises(PermissionDenied):
            accept(line, quarter, by=quarter.cast[who])
    assert accept(line, quarter, by=quarter.cast.rina).status == "accepted"


def test_drafts_are_not_reviewed_and_nothing_is_reviewed_twice(quarter: Quarter) -> None:
    quarter.action()
    [line] = quarter.fill(quarter.start())
    with pytest.raises(Refused, match="tidak sedang menunggu"):
        accept(line, quarter)
    quarter.submit(line.report)
    key = uuid4()
    for _click in range(2):
        accept(line, quarter, key=key)
    assert AuditEntry.objects.filter(action="line_accepted").count() == 1
    with pytest.raises(Refused, match="tidak sedang menunggu"):
        accept(line, quarter)


def test_a_line_that_changed_since_it_was_seen_is_not_accepted(quarter: Quarter) -> None:
    quarter.action()
    [line] = quarter.sent().lines.all()
    with pytest.raises(Refused, match="Muat ulang"):
        accept(line, quarter, version=line.version - 1)


def test_sending_back_says_what_to_mend(quarter: Quarter) -> None:
    quarter.action()
    [line] = quarter.sent().lines.all()
    with pytest.raises(Refused, match="perlu diperbaiki"):
        send_back(line, quarter, note=" ")
    assert line.report.status == "submitted"


def correct(line: ProgressLine, quarter: Quarter, **more: object) -> ProgressLine:
    line.refresh_from_db()
    given = {"line": line, "field": "realised_output", "value": Decimal(3), "reason": "Salah hitung"}
    return review.correct_line(**{**given, "version": line.version, "by": quarter.cast.budi, "at": AT, **more})  # type: ignore[arg-type]


def test_a_correction_keeps_both_figures_and_the_reason(quarter: Quarter) -> None:
    quarter.action()
    [line] = quarter.sent().lines.all()
    with pytest.raises(Refused, match="dikembalikan kepada unit"):
        correct(line, quarter)
    accept(line, quarter)
    assert correct(line, quarter).realised_output == Decimal(3)
    kept = LineCorrection.objects.get()
    assert (kept.before, kept.after, kept.reason) == (Decimal(1), Decimal(3), "Salah hitung")
    assert kept.made_by == quarter.cast.budi


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"reason": ""}, "Isi alasan"),
        ({"value": Decimal(-1)}, "nol atau lebih"),
        ({"value": Decimal(1)}, "sama dengan"),
        ({"field": "state"}, "Hanya angka"),
        ({"version": 1}, "Muat ulang"),
    ],
)
def test_corrections_that_make_no_sense_are_refused(quarter: Quarter, values: dict[str, object], sentence: str) -> None:
    quarter.action()
    [line] = quarter.sent().lines.all()
    accept(line, quarter)
    with pytest.raises(Refused, match=sentence):
        correct(line, quarter, **values)
    assert LineCorrection.objects.count() == 0


def test_a_locked_report_is_not_even_corrected(quarter: Quarter) -> None:
    quarter.action()
    [line] = quarter.sent().lines.all()
    accept(line, quarter)
    ProgressReport.objects.update(locked_at=AT)
    with pytest.raises(Refused, match="dikunci"):
        correct(line, quarter)

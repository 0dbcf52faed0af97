"""A report is prepared by the unit's people and submitted by its head."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.calc.progress import Doubt
from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.services import reports as services
from petajalan.reporting.services.exceptions import grant_exception
from petajalan.reporting.services.reports import Doubtful, Stale
from petajalan.reporting.values import LineValues
from tests.reporting.reports import CLOSED_JANUARY, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture


def written(line: ProgressLine) -> tuple[object, ...]:
    line.refresh_from_db()
    return line.realised_output, line.budget_absorbed, line.narrative, line.nil, line.version


def only(report: ProgressReport) -> ProgressLine:
    line: ProgressLine = report.lines.get()
    return line


def test_a_report_has_a_line_for_each_active_action(quarter: Quarter) -> None:
    first = quarter.action()
    quarter.action("Kemudian", target_q1=None, budget_q1=None, target_q2=Decimal(1))
    quarter.action("Ditarik", withdrawn=True)
    report = quarter.start()
    assert [line.action for line in report.lines.all()] == [first]
    assert quarter.start() == report
    assert ProgressLine.objects.count() == 1


def test_zero_stays_zero_and_unknown_stays_unknown(quarter: Quarter) -> None:
    """Akvo RSR kept an approved 0 as "", which reads as "not reported"."""
    quarter.action()
    line = only(quarter.start())
    assert written(line)[:2] == (None, None)
    quarter.fill(line.report, 0)
    assert written(line)[:2] == (Decimal(0), Decimal(10))


def test_the_head_submits_and_only_the_first_time_counts(quarter: Quarter) -> None:
    quarter.action()
    report = quarter.sent()
    assert (report.status, report.submitted_by, report.delegated) == ("submitted", quarter.cast.joko, False)
    assert report.first_submitted_at == report.submitted_at == moment(1)


def test_a_head_may_delegate_and_that_is_recorded(quarter: Quarter) -> None:
    quarter.action()
    report = quarter.start()
    quarter.fill(report)
    with pytest.raises(PermissionDenied):
        services.submit_report(report=report, by=quarter.cast.siti, at=moment(1))
    with pytest.raises(PermissionDenied):
        services.delegate_submission(report=report, by=quarter.cast.siti, at=moment(1))
    services.delegate_submission(report=report, by=quarter.cast.joko, at=moment(1))
    report = services.submit_report(report=report, by=quarter.cast.siti, at=moment(1))
    assert (report.submitted_by, report.delegated) == (quarter.cast.siti, True)
    assert AuditEntry.objects.get(action="submission_delegated").actor == quarter.cast.joko


@pytest.mark.parametrize("who", ["budi", "ani", "rina", "wati", "wali", "dewi"])
def test_nobody_else_writes_a_units_report(quarter: Quarter, who: str) -> None:
    quarter.action()
    report, other = quarter.start(), quarter.cast[who]
    line = only(report)
    for write in (
        lambda: quarter.start(2, by=other),
        lambda: services.save_line(line=line, values=LineValues(), version=1, by=other, at=moment(1)),
        lambda: services.report_nil(report=report, by=other, at=moment(1)),
        lambda: services.delegate_submission(report=report, by=other, at=moment(1)),
        lambda: services.submit_report(report=report, by=other, at=moment(1)),
    ):
        with pytest.raises(PermissionDenied):
            write()
    assert (ProgressReport.objects.count(), written(line)[-1]) == (1, 1)


def test_a_closed_month_takes_no_entry_unless_excepted(quarter: Quarter) -> None:
    """Akvo RSR let an update into a locked period through another door."""
    quarter.action()
    report = quarter.start()
    [line] = quarter.fill(report)
    later: dict[str, Any] = {"by": quarter.cast.joko, "at": CLOSED_JANUARY}
    for write in (
        lambda: services.save_line(line=line, values=LineValues(), version=line.version, **later),
        lambda: services.report_nil(report=report, **later),
        lambda: services.submit_report(report=report, **later),
    ):
        with pytest.raises(Refused, match="sudah ditutup"):
            write()
    grant_exception(
        unit=quarter.unit, kind="monthly_progress", period="2025-01", reason="Banjir", by=quarter.cast.rina,
        at=CLOSED_JANUARY, expires_at=moment(3),
    )  # fmt: skip
    assert services.submit_report(report=report, **later).status == "submitted"


def test_a_month_that_has_not_begun_is_refused(quarter: Quarter) -> None:
    quarter.action()
    with pytest.raises(Refused, match="belum mulai"):
        quarter.start(3, at=moment(2))


def test_a_unit_without_actions_owes_nothing(quarter: Quarter) -> None:
    with pytest.raises(Refused, match="tidak perlu melapor"):
        quarter.start()


def test_a_double_click_writes_once(quarter: Quarter) -> None:
    """Akvo RSR answered 201 twice and doubled the sum."""
    quarter.action()
    report, key = quarter.start(), uuid4()
    line = only(report)
    for _click in range(2):
        services.save_line(
            line=line, values=LineValues(Decimal(1), narrative="a"), version=1, by=quarter.cast.siti, at=moment(1),
            key=key,
        )  # fmt: skip
    assert written(line) == (Decimal(1), None, "a", False, 2)
    sending = uuid4()
    for _click in range(2):
        services.submit_report(report=report, by=quarter.cast.joko, at=moment(1), key=sending)
    assert AuditEntry.objects.filter(action="report_submitted").count() == 1


def test_a_refused_write_frees_its_key(quarter: Quarter) -> None:
    """Akvo RSR kept half of a write whose answer never came, so that trying again reported twice."""
    quarter.action()
    report, key = quarter.start(), uuid4()
    with pytest.raises(Refused, match="belum lengkap"):
        services.submit_report(report=report, by=quarter.cast.joko, at=moment(1), key=key)
    quarter.fill(report)
    assert services.submit_report(report=report, by=quarter.cast.joko, at=moment(1), key=key).status == "submitted"


def test_a_second_tab_gets_the_row_as_it_is_now(quarter: Quarter) -> None:
    quarter.action()
    line = only(quarter.start())
    quarter.fill(line.report, 2)
    with pytest.raises(Stale) as caught:
        services.save_line(line=line, values=LineValues(Decimal(1)), version=1, by=quarter.cast.joko, at=moment(1))
    assert caught.value.line.realised_output == Decimal(2)
    assert written(line)[0] == Decimal(2)


def test_a_submitted_report_takes_no_entry_and_is_not_sent_twice(quarter: Quarter) -> None:
    quarter.action()
    report = quarter.sent()
    line = only(report)
    with pytest.raises(Refused, match="sudah dikirim"):
        services.save_line(line=line, values=LineValues(), version=line.version, by=quarter.cast.siti, at=moment(1))
    with pytest.raises(Refused, match="sudah dikirim"):
        quarter.submit(report)


def test_negative_figures_are_refused(quarter: Quarter) -> None:
    """Akvo RSR took them and left them out of the total; TolaData took them where its target forbade them."""
    quarter.action()
    line = only(quarter.start())
    with pytest.raises(Refused, match="nol atau lebih"):
        quarter.fill(line.report, -1)
    assert written(line)[-1] == 1


@pytest.mark.parametrize(
    ("output", "budget", "found"),
    [
        (13, 10, (Doubt.FAR_ABOVE_TARGET,)),
        (1, 101, (Doubt.OVER_BUDGET,)),
        (12, 100, ()),
    ],
)
def test_figures_that_are_hard_to_believe_ask_for_a_reason(
    quarter: Quarter, output: int, budget: int, found: tuple[Doubt, ...]
) -> None:
    quarter.action()
    line = only(quarter.start())
    values = LineValues(Decimal(output), Decimal(budget), "a")
    if found:
        with pytest.raises(Doubtful) as caught:
            services.save_line(line=line, values=values, version=1, by=quarter.cast.siti, at=moment(1))
        assert caught.value.doubts == found
        assert written(line)[-1] == 1
        values = LineValues(Decimal(output), Decimal(budget), "a", confirmation="Ada tambahan")
    services.save_line(line=line, values=values, version=1, by=quarter.cast.siti, at=moment(1))
    line.refresh_from_db()
    assert (line.realised_output, line.confirmation) == (Decimal(output), "Ada tambahan" if found else "")


def test_the_next_month_goes_on_from_the_last_and_asks_to_be_looked_at(quarter: Quarter) -> None:
    quarter.action()
    quarter.sent(1, 2)
    report = quarter.start(2)
    line = only(report)
    assert (line.prefilled_from, line.realised_output, line.narrative) == ("2025-01", Decimal(2), "Rapat")
    with pytest.raises(Refused, match="dilanjutkan dari bulan lalu"):
        quarter.submit(report)
    with pytest.raises(Doubtful):
        quarter.fill(report, 1)
    quarter.fill(report, 3)
    line.refresh_from_db()
    assert (line.prefilled_from, quarter.submit(report).status) == ("", "submitted")


def test_a_new_quarter_counts_anew_unless_figures_are_up_to_date(quarter: Quarter) -> None:
    quarter.action(target_q2=Decimal(4))
    quarter.action("s/d", figure_rule="to_date", target_q2=Decimal(8))
    quarter.sent(3, 4)
    lines = quarter.start(4).lines.order_by("action__position")
    assert [line.realised_output for line in lines] == [None, Decimal(4)]


def test_a_whole_month_of_nothing_leaves_what_was_reached(quarter: Quarter) -> None:
    quarter.action()
    first = services.report_nil(report=quarter.start(), by=quarter.cast.siti, at=moment(1))
    assert (first.nil, written(only(first))) == (True, (Decimal(0), Decimal(0), "", True, 2))
    quarter.submit(first)
    second = quarter.start(2)
    quarter.fill(second, 2)
    quarter.submit(second)
    third = services.report_nil(report=quarter.start(3), by=quarter.cast.siti, at=moment(3))
    assert written(only(third))[0] == Decimal(2)


def test_behind_at_the_end_of_a_quarter_needs_obstacle_and_solution_but_not_within_it(quarter: Quarter) -> None:
    quarter.action()
    assert quarter.sent(2, 1).status == "submitted"
    report = quarter.start(3)
    quarter.fill(report, 2)
    with pytest.raises(Refused, match="Isi kendala dan solusinya"):
        quarter.submit(report)
    quarter.fill(report, 2, obstacle="Data terlambat", solution="Rapat pekan depan")
    assert quarter.submit(report).status == "submitted"


def test_a_month_begins_at_midnight_of_the_agency(quarter: Quarter) -> None:
    quarter.action()
    evening = datetime(2025, 1, 31, 16, 59, tzinfo=UTC)  # 23.59 WIB
    with pytest.raises(Refused, match="belum mulai"):
        quarter.start(2, at=evening)
    assert quarter.start(2, at=evening + timedelta(minutes=1)).month == 2


def test_a_page_left_open_sends_its_key_for_another_write_too(quarter: Quarter) -> None:
    """Two buttons of one page carry one key: the second write is none that happened before."""
    quarter.action(target_q1=None)
    report, key = quarter.start(), uuid4()
    services.report_nil(report=report, by=quarter.cast.siti, at=moment(1), key=key)
    sent = services.submit_report(report=report, by=quarter.cast.joko, at=moment(1), key=key)
    assert (sent.nil, sent.status) == (True, "submitted")

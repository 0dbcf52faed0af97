"""What became of the reports: accepted, sent back and mended, let in late by exception, and December in motion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from petajalan.accounts.models import Unit
from petajalan.common import audit
from petajalan.planning.demo.actions import YEAR
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.demo import stories
from petajalan.reporting.demo.reports import City, Written, accept, accept_all, send, written
from petajalan.reporting.models import LockException, ProgressLine
from petajalan.reporting.services.review import repair_due

REVIEWED = date(2025, 1, 3)
# Who has looked at the reports of December already.
PROMPT = frozenset({"Inspektorat", "BKD", "Bakum", "BPKA", "Dinas Kesehatan", "DPMPTSP"})


def called(unit: Unit) -> str:
    return unit.short_name or unit.name


def month_of(city: City, month: int) -> Iterator[Written]:
    """The reports of January to November: all of them accepted in the end, but for drafts that were never sent."""
    let_in = {one.unit: one for one in stories.reopened() if one.month == month}
    back = {one.unit: one for one in stories.sent_back() if one.month == month}
    for order, one in enumerate(written(city, month)):
        name = called(one.report.unit)
        if (late := let_in.get(name)) is not None:
            if late.sent is None:
                continue
            one.report.first_submitted_at = None
            send(city, one.report, city.moment(late.sent))
        if name in back:
            mend(city, one, back[name])
        if one.report.status == ReportStatus.SUBMITTED:
            accept_all(city, one, order)
        yield one


def mend(city: City, one: Written, story: stories.SentBack) -> None:
    """Sent back with a note, mended and sent again: what stays to be seen is the second sending, and the trail."""
    first = one.report.submitted_at
    assert first is not None  # only what was sent comes back
    line = next(row for row in one.lines if city.codes[row.action_id] == story.action)
    line.narrative = story.repaired
    day = first.astimezone(city.zone).date()
    send(city, one.report, city.moment(city.working_day(day + timedelta(days=1), story.again_after - 1), 3))


def tell(city: City, one: Written, story: stories.SentBack) -> None:
    """The trail of a report that was sent back: its rows are in the database by now."""
    report = one.report
    first, again = report.first_submitted_at, report.submitted_at
    assert first is not None  # written by `mend`
    assert again is not None
    line = next(row for row in one.lines if city.codes[row.action_id] == story.action)
    head: audit.Actor = report.submitted_by or audit.SYSTEM
    coordinator: audit.Actor = line.reviewed_by or audit.SYSTEM
    back = city.moment(
        city.working_day(first.astimezone(city.zone).date() + timedelta(days=1), story.back_after - 1), 1
    )
    told = {"simulated": True}
    sent = {"status": ReportStatus.SUBMITTED, **told}
    audit.record(agency=city.agency, by=head, action="report_submitted", about=report, at=first, after=sent)
    audit.record(
        agency=city.agency, by=coordinator, action="line_sent_back", about=line, at=back,
        after=told, reason=story.note,
    )  # fmt: skip
    audit.record(agency=city.agency, by=head, action="report_submitted", about=report, at=again, after=sent)


def exceptions(city: City) -> list[LockException]:
    """Only where somebody of the secretariat is there to grant them."""
    units = {name: unit for unit in city.units for name in (unit.name, unit.short_name) if name}
    granter = city.secretary
    if granter is None:
        return []

    def end_of(day: date) -> datetime:
        return datetime.combine(day, time(23, 59, 59), city.zone)

    return [
        LockException(
            agency=city.agency, unit=units[one.unit], kind=DeadlineKind.MONTHLY_PROGRESS,
            period=f"{YEAR}-{one.month:02}", reason=one.reason, granted_by=granter,
            granted_at=city.moment(one.granted), expires_at=end_of(one.expires),
        )
        for one in stories.reopened()
        if one.unit in units
    ]  # fmt: skip


def december(city: City, november: dict[tuple[int, int], ProgressLine]) -> Iterator[Written]:
    """As it stands on the first Monday of January. `november` is what drafts go on from, by unit and action."""
    story = stories.december()
    for order, one in enumerate(written(city, 12)):
        name = called(one.report.unit)
        if name in story.none:
            continue
        if name in story.draft:
            _unfinished(one, november)
        else:
            if name in story.late:
                one.report.first_submitted_at = None
                send(city, one.report, city.moment(story.late[name], order))
            _reviewed(city, one, story.accepted, story.sent_back.get(name))
        yield one


def _unfinished(one: Written, november: dict[tuple[int, int], ProgressLine]) -> None:
    """Half of its lines are written; the others still say what they said in November."""
    one.report.status = ReportStatus.DRAFT
    one.report.first_submitted_at = one.report.submitted_at = one.report.submitted_by = None
    for line in one.lines[len(one.lines) // 2 :]:
        before = november.get((one.report.unit_id, line.action_id))
        if before is None:
            line.realised_output = line.budget_absorbed = None
            line.narrative = line.obstacle = line.solution = ""
            continue
        line.prefilled_from = before.report.period
        line.realised_output, line.budget_absorbed = before.realised_output, before.budget_absorbed
        line.narrative, line.obstacle, line.solution = before.narrative, before.obstacle, before.solution


def _reviewed(city: City, one: Written, accepted: frozenset[str], back: tuple[str, str] | None) -> None:
    at = city.moment(REVIEWED, 2)
    if one.report.submitted_at is None or one.report.submitted_at >= at:
        return  # nobody has come to it yet
    everybody = called(one.report.unit) in accepted
    for line in one.lines:
        if back and city.codes[line.action_id] == back[0]:
            line.state, line.review_note, line.reviewed_at = LineState.SENT_BACK, back[1], at
            line.reviewed_by = city.heads.get(line.action.plan.coordinator_id)
            one.report.status, one.report.repair_due = ReportStatus.SENT_BACK, repair_due(city.agency, at)
        elif everybody or called(line.action.plan.coordinator) in PROMPT:
            accept(city, one, line, at)

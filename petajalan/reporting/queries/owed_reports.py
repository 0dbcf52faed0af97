"""The duties of the monthly report: units report and mend, coordinators (or the secretariat) review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Role
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.models import ProgressReport
from petajalan.reporting.queries.obligations import owing_months
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.reports import waiting_lines
from petajalan.reporting.queries.whom import Whom

KIND = DeadlineKind.MONTHLY_PROGRESS


def reports_owed(asked: Asked) -> Iterator[Owed]:
    """By the people of each unit, for months that have begun, as long as they may still write in them: until the month
    closes, by an exception, or until the days for a repair are over. Two queries beside those of `Asked`."""
    if asked.person is not None and not asked.person.units:
        return
    reopened = {period for _unit, kind, period in asked.exceptions if kind == KIND}
    open_dates = {one.period for one in asked.begun(KIND) if one.closed >= asked.at or one.period in reopened}
    reports = {(one.unit_id, one.period): one for one in _reports(asked, open_dates)}
    mending = {period for (_unit, period), one in reports.items() if one.repair_due and one.repair_due >= asked.at}
    dates = [one for one in asked.begun(KIND) if one.period in open_dates | mending]
    owing = owing_months(asked.agency, asked.units, [(int(one.period[:4]), int(one.period[5:])) for one in dates])
    for one in dates:
        year, month = int(one.period[:4]), int(one.period[5:])
        for unit in asked.units:
            report = reports.get((unit.pk, one.period))
            coordinators = owing.get((unit.pk, year, month))
            if coordinators is None or (report is not None and not report.is_open):
                continue
            repair_due = report.repair_due if report is not None else None
            if not asked.may_enter(unit.pk, one) and not (repair_due and repair_due >= asked.at):
                continue
            back = report is not None and report.status == ReportStatus.SENT_BACK
            at = (asked.agency.slug, year, month, unit.pk)
            yield Owed(
                kind=KIND, period=one.period, about=unit.name, url=reverse("report", args=at),
                begin=reverse("report_start", args=at) if report is None else "",
                words=_("Perbaiki laporan") if back else _("Laporan kemajuan"),
                due=repair_due.astimezone(asked.zone) if back and repair_due else one.due, closed=one.closed,
                state=State.SENT_BACK if back else State.BEGUN if report is not None else State.TO_DO,
                lines=report.back if report is not None else 0,
                doers=Whom(people=frozenset({unit.pk})), first=Whom(staff=frozenset({unit.pk})),
                coordinators=coordinators,
            )  # fmt: skip


def _reports(
    asked: Asked, periods: set[str]
) -> Iterator[Any]:  # reports with `back`: how many of their lines came back
    years = {int(period[:4]) for period in periods}
    found = ProgressReport.objects.filter(agency=asked.agency, unit__in=asked.units)
    found = found.filter(Q(year__in=years) | Q(repair_due__gte=asked.at))
    yield from found.annotate(back=Count("lines", filter=Q(lines__state=LineState.SENT_BACK)))


def reviews_owed(asked: Asked) -> Iterator[Owed]:
    """Reports that wait for a yes or no, one for each unit that leads actions in it; see `duties.may_review`. Nothing
    closes a review: what nobody looked at stays owed. One query beside those of `Asked`."""
    one = asked.person
    if one is not None and not one.heads and Role.SECRETARIAT not in one.roles:
        return
    kind = DeadlineKind.ACCEPTANCE
    found = waiting_lines(asked.agency).order_by().values_list(
        "report__unit", "report__unit__name", "report__year", "report__month", "action__plan__coordinator"
    )  # fmt: skip
    for unit, name, year, month, coordinator, lines in found.annotate(lines=Count("pk")):
        own = unit == coordinator
        but = frozenset({unit})
        dates = asked.dates.get((kind, f"{year}-{month:02}"))
        yield Owed(
            kind=kind, period=f"{year}-{month:02}", about=name, lines=lines, state=State.REVIEW,
            words=_("Tinjau sebagai sekretariat: laporan") if own else _("Tinjau laporan"),
            url=reverse("report", args=[asked.agency.slug, year, month, unit]),
            due=dates.due if dates else None,
            doers=Whom(roles=frozenset({Role.SECRETARIAT}), but=but) if own
            else Whom(heads=frozenset({coordinator}), but=but),
        )  # fmt: skip

"""The duties of the monthly report: units report and mend, coordinators (or the secretariat) review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, Count, DateTimeField, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Role
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.models import ProgressReport
from petajalan.reporting.models.report import is_open
from petajalan.reporting.queries.obligations import owing_months
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.reports import waiting_lines
from petajalan.reporting.queries.whom import Whom

KIND = DeadlineKind.MONTHLY_PROGRESS


def monthly_owed(asked: Asked) -> Iterator[Owed]:
    """Reports and their reviews. Two queries beside those of `Asked`."""
    person = asked.person
    reports = person is None or bool(person.units)
    reviews = person is None or bool(person.heads) or Role.SECRETARIAT in person.roles
    reopened = {period for _unit, kind, period in asked.exceptions if kind == KIND}
    open_dates = {one.period for one in asked.begun(KIND) if one.closed >= asked.at or one.period in reopened}
    known = _read(asked, open_dates, reports=reports, reviews=reviews)
    if reports:
        yield from _reports(asked, open_dates, {(one.unit, one.period): one for one in known if one.status})
    yield from _reviews(asked, [one for one in known if not one.status])


@dataclass(frozen=True, slots=True)
class _Row:
    """A report with how many of its lines came back; or, without a status, lines of one that wait for a review by the
    head of `coordinator`."""

    unit: int
    name: str
    year: int
    month: int
    status: str
    locked_at: datetime | None
    repair_due: datetime | None
    coordinator: int | None
    lines: int

    @property
    def period(self) -> str:
        return f"{self.year}-{self.month:02}"

    @property
    def is_open(self) -> bool:
        return is_open(self.status, self.locked_at)


def _reports(asked: Asked, open_dates: set[str], reports: Mapping[tuple[int, str], _Row]) -> Iterator[Owed]:
    """By the people of each unit, for months that have begun, as long as they may still write in them: until the month
    closes, by an exception, or until the days for a repair are over."""
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
                lines=report.lines if report is not None else 0,
                doers=Whom(people=frozenset({unit.pk})), first=Whom(staff=frozenset({unit.pk})),
                coordinators=coordinators,
            )  # fmt: skip


def _reviews(asked: Asked, waiting: list[_Row]) -> Iterator[Owed]:
    """Reports that wait for a yes or no, one for each unit that leads actions in it; see `duties.may_review`. Nothing
    closes a review: what nobody looked at stays owed."""
    for one in waiting:
        own = one.unit == one.coordinator
        but = frozenset({one.unit})
        if own:
            doers = Whom(roles=frozenset({Role.SECRETARIAT}), but=but)
        else:
            doers = Whom(heads=frozenset({one.coordinator or 0}), but=but)
        if not asked.concerns(doers):
            continue
        dates = asked.dates.get((DeadlineKind.ACCEPTANCE, one.period))
        yield Owed(
            kind=DeadlineKind.ACCEPTANCE, period=one.period, about=one.name, lines=one.lines, state=State.REVIEW,
            words=_("Tinjau sebagai sekretariat: laporan") if own else _("Tinjau laporan"),
            url=reverse("report", args=[asked.agency.slug, one.year, one.month, one.unit]),
            due=dates.due if dates else None, doers=doers,
        )  # fmt: skip


def _read(asked: Asked, open_dates: set[str], *, reports: bool, reviews: bool) -> list[_Row]:
    """Reports of the months and those being mended, and lines to review: in one query, because every page of tasks
    asks."""
    years = {int(period[:4]) for period in open_dates}
    found = ProgressReport.objects.filter(agency=asked.agency, unit__in=asked.units)
    found = found.filter(Q(year__in=years) | Q(repair_due__gte=asked.at)).order_by()
    back = Count("lines", filter=Q(lines__state=LineState.SENT_BACK))
    of_reports = found.annotate(no_unit=Cast(Value(None), BigIntegerField()), back=back).values_list(
        "unit", "unit__name", "year", "month", "status", "locked_at", "repair_due", "no_unit", "back"
    )
    no_moment = Cast(Value(None), DateTimeField())
    waiting = waiting_lines(asked.agency).order_by().annotate(no_status=Value(""), no_moment=no_moment)
    of_reviews = waiting.values_list(
        "report__unit", "report__unit__name", "report__year", "report__month", "no_status", "no_moment", "no_moment",
        "action__plan__coordinator",
    ).annotate(lines=Count("pk"))  # fmt: skip
    rows = of_reports.union(of_reviews, all=True) if reports and reviews else of_reports if reports else of_reviews
    return [_Row(*row) for row in rows] if reports or reviews else []

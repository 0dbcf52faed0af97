"""Opening the calendar of a year, and moving its dates by a recorded decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, User
from petajalan.calc.deadlines import Due
from petajalan.common import audit
from petajalan.common.audit import SYSTEM, Actor
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import CalendarYear, Deadline, DeadlineSetting, OwnDay
from petajalan.reporting.queries.calendar import DEFAULTS, Dates, Move, Settings, computed, moves, settings_of

YEARS = range(2015, 2101)


@transaction.atomic
def open_calendar(*, agency: Agency, year: int, by: Actor, at: datetime) -> CalendarYear:
    """Generate and store the dates of a year. Once: a year that is open already stays as it is."""
    if by != SYSTEM:
        permit(by, "reporting.manage_calendar", agency)
    if year not in YEARS:
        raise Refused(_("Isi tahun antara %(first)d dan %(last)d.") % {"first": YEARS[0], "last": YEARS[-1]})
    opened, created = CalendarYear.objects.get_or_create(agency=agency, year=year, defaults={"opened_at": at})
    if created:
        Deadline.objects.bulk_create(
            Deadline(agency=agency, year=year, kind=one.kind, period=one.period, due=one.due, closed=one.closed)
            for one in _computed(agency, year, settings_of(agency, year))
        )
        audit.record(agency=agency, by=by, action="calendar_opened", about=opened, at=at, after={"year": year})
    return opened


@transaction.atomic
def set_rule(
    *, calendar: CalendarYear, kind: str, due: str, months: int, number: int, reason: str, seen: int,
    by: User, at: datetime,
) -> list[Move]:  # fmt: skip
    """Another way to find the due day of one obligation, from now on. Returns the dates that moved."""
    before = settings_of(calendar.agency, calendar.year)
    wanted = with_rule(before, kind=kind, due=due, months=months, number=number, reason=reason)
    moved = _change(calendar, wanted, reason, seen, by, at)
    DeadlineSetting.objects.update_or_create(
        agency=calendar.agency, year=calendar.year, kind=kind,
        defaults={"due": due, "months": months, "number": number, "source": reason},
    )  # fmt: skip
    old = before.rules[kind]
    _record(
        calendar, "deadline_rule_set", moved, reason, by, at,
        {"kind": kind, "due_rule": old.due.value, "months": old.months, "number": old.number},
        {"kind": kind, "due_rule": due, "months": months, "number": number},
    )  # fmt: skip
    return moved


@transaction.atomic
def set_own_day(
    *, calendar: CalendarYear, day: date, working: bool | None, reason: str, seen: int, by: User, at: datetime
) -> list[Move]:
    """Make a day the agency's own working or free day, or (`None`) leave it to the national calendar again."""
    if abs(day.year - calendar.year) > 1:
        raise Refused(
            _("Tanggal itu tidak memengaruhi kalender %(year)d. Buka kalender tahunnya.") % {"year": calendar.year}
        )
    before = settings_of(calendar.agency, calendar.year)
    moved = _change(calendar, before.with_day(day, working), reason, seen, by, at)
    if working is None:
        OwnDay.objects.filter(agency=calendar.agency, day=day).delete()
    else:
        OwnDay.objects.update_or_create(
            agency=calendar.agency, day=day, defaults={"working": working, "reason": reason}
        )
    _record(
        calendar, "own_day_set", moved, reason, by, at,
        {"day": day.isoformat(), "working": before.own_days.get(day)}, {"day": day.isoformat(), "working": working},
    )  # fmt: skip
    return moved


@transaction.atomic
def set_work_week(
    *, calendar: CalendarYear, saturday: bool, reason: str, seen: int, by: User, at: datetime
) -> list[Move]:
    """Five working days a week, or six."""
    before = settings_of(calendar.agency, calendar.year)
    moved = _change(calendar, with_work_week(before, saturday=saturday, reason=reason), reason, seen, by, at)
    CalendarYear.objects.filter(pk=calendar.pk).update(saturday=saturday)
    _record(
        calendar, "work_week_set", moved, reason, by, at, {"saturday": before.saturday}, {"saturday": saturday}
    )  # fmt: skip
    return moved


def with_rule(before: Settings, *, kind: str, due: str, months: int, number: int, reason: str) -> Settings:
    """The settings that `set_rule` makes. A `Refused` for a rule that could fall due before its period ends."""
    default = DEFAULTS[kind]
    if not 0 <= months <= 12:
        raise Refused(_("Isi bulan sesudah periode dengan 0 sampai 12."))
    if not 1 <= number <= 31:
        raise Refused(_("Isi tanggal atau hari kerja dengan 1 sampai 31."))
    if months == 0 and due != Due.LAST_WORKING_DAY:
        raise Refused(
            _("Pada bulan periode itu sendiri, hanya hari kerja terakhir yang dapat dipilih: tenggat tidak boleh "
              "mendahului akhir periode.")
        )  # fmt: skip
    return before.with_rule(replace(default, due=Due(due), months=months, number=number, source=reason))


def with_day(before: Settings, *, day: date, working: bool | None, reason: str) -> Settings:
    """The settings that `set_own_day` makes."""
    return before.with_day(day, working)


def with_work_week(before: Settings, *, saturday: bool, reason: str) -> Settings:
    """The settings that `set_work_week` makes."""
    return replace(before, saturday=saturday)


def preview(*, calendar: CalendarYear, wanted: Settings, at: datetime) -> list[Move]:
    """The dates that other settings would move; nothing is changed."""
    _computed(calendar.agency, calendar.year, wanted)
    return moves(calendar.agency, calendar.year, wanted, at=at)


def _computed(agency: Agency, year: int, settings: Settings) -> list[Dates]:
    try:
        return computed(agency, year, settings)
    except ValueError as error:
        raise Refused(_("Tidak ada hari kerja yang tersisa. Periksa hari khusus instansi.")) from error


def _change(
    calendar: CalendarYear, wanted: Settings, reason: str, seen: int, by: User, at: datetime
) -> list[Move]:  # fmt: skip
    permit(by, "reporting.manage_calendar", calendar.agency)
    if not reason.strip():
        raise Refused(_("Isi alasan perubahan: nomor surat atau keputusan yang mendasarinya."))
    changed = CalendarYear.objects.filter(pk=calendar.pk, version=seen).update(version=F("version") + 1)
    if changed != 1:
        raise Refused(_("Kalender ini baru saja diubah orang lain. Lihat tanggalnya sekarang, lalu ulangi perubahan."))
    moved = preview(calendar=calendar, wanted=wanted, at=at)
    for one in moved:
        Deadline.objects.filter(
            agency=calendar.agency, kind=one.before.kind, period=one.before.period
        ).update(due=one.after.due, closed=one.after.closed)  # fmt: skip
    return moved


def _record(
    calendar: CalendarYear, action: str, moved: list[Move], reason: str, by: User, at: datetime,
    before: dict[str, object], after: dict[str, object],
) -> None:  # fmt: skip
    dates = {f"{one.before.kind} {one.before.period}": one for one in moved}
    audit.record(
        agency=calendar.agency, by=by, action=action, about=calendar, at=at, reason=reason,
        before={**before, "dates": {name: one.before.due.isoformat() for name, one in dates.items()}},
        after={**after, "dates": {name: one.after.due.isoformat() for name, one in dates.items()}},
    )  # fmt: skip

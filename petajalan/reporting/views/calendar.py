"""The calendar of a year: its dates for everybody, and changes that show which dates move before they are saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.forms.calendar import ChangeForm, OwnDayForm, RuleForm, WorkWeekForm
from petajalan.reporting.models import CalendarYear, LockException, OwnDay
from petajalan.reporting.queries.calendar import Dates, Move, Settings, settings_of, stored
from petajalan.reporting.rules import may_grant_exception, may_manage_calendar
from petajalan.reporting.services import calendar as services
from petajalan.reporting.words import period_words


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of change: its form, the settings it would make, and the service that makes them."""

    form: type[ChangeForm]
    wanted: Callable[..., Settings]
    save: Callable[..., list[Move]]


RULE = Change(RuleForm, services.with_rule, services.set_rule)
CHANGES: dict[str, Change] = {
    "hari": Change(OwnDayForm, services.with_day, services.set_own_day),
    "minggu": Change(WorkWeekForm, services.with_work_week, services.set_work_week),
}


@agency_page
def this_year(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.view_calendar", agency)
    return redirect("calendar", agency.slug, clock.today().year)


@agency_page
def calendar_page(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, "reporting.view_calendar", agency)
    if year not in services.YEARS:
        raise Http404
    opened = CalendarYear.objects.visible_to(request.user).filter(agency=agency, year=year).first()
    now = clock.now()
    names = dict(DeadlineKind.choices)
    dates = stored(agency, year)
    settings = settings_of(agency, year)
    context = {
        "year": year,
        "opened": opened,
        "ahead": by_month([one for one in dates if one.due >= now]),
        "past": by_month([one for one in dates if one.due < now]),
        "past_count": sum(one.due < now for one in dates),
        "rules": [{"rule": rule, "name": names[kind]} for kind, rule in settings.rules.items()],
        "saturday": settings.saturday,
        "own_days": OwnDay.objects.visible_to(request.user).filter(agency=agency, day__year=year),
        "exceptions": [
            {"exception": one, "period": period_words(one.period)}
            for one in LockException.objects.visible_to(request.user)
            .filter(agency=agency, revoked_at=None, expires_at__gte=now)
            .select_related("unit", "granted_by")
        ],
        "may_manage": may_manage_calendar(request.user, agency),
        "may_grant": may_grant_exception(request.user, agency),
    }
    return render(request, "reporting/calendar.html", context)


def by_month(dates: list[Dates]) -> list[dict[str, Any]]:
    """The dates under the first day of the month in which they are due."""
    names = dict(DeadlineKind.choices)
    return [
        {
            "day": day,
            "dates": [{"date": one, "name": names[one.kind], "period": period_words(one.period)} for one in rows],
        }
        for day, rows in groupby(dates, key=lambda one: one.due.date().replace(day=1))
    ]


@require_POST
@agency_page
def open_year(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, "reporting.manage_calendar", agency)
    if year not in services.YEARS:
        raise Http404
    services.open_calendar(agency=agency, year=year, by=request.user, at=clock.now())
    messages.success(request, _("Kalender %(year)s dibuka. Tenggatnya tersimpan.") % {"year": year})
    return redirect("calendar", agency.slug, year)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def change_rule(request: SignedInRequest, agency: Agency, year: int, kind: str) -> HttpResponse:
    permit(request.user, "reporting.manage_calendar", agency)
    if kind not in DeadlineKind.values:
        raise Http404
    return _change(request, agency, year, RULE, kind=kind)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def change_days(request: SignedInRequest, agency: Agency, year: int, what: str) -> HttpResponse:
    permit(request.user, "reporting.manage_calendar", agency)
    if what not in CHANGES:
        raise Http404
    return _change(request, agency, year, CHANGES[what])


def _change(request: SignedInRequest, agency: Agency, year: int, change: Change, **more: Any) -> HttpResponse:
    """First press: which dates would move. Second press: save."""
    calendar = get_object_or_404(CalendarYear.objects.visible_to(request.user), agency=agency, year=year)
    before = settings_of(agency, year)
    form = change.form(request.POST or None, before=before, **more)
    shown, moving = False, []
    if request.method == "POST" and form.is_valid():
        at = clock.now()
        try:
            if "simpan" in request.POST:
                moved = change.save(calendar=calendar, **form.values(), seen=seen(request), by=request.user, at=at)
                messages.success(request, saved(len(moved)))
                return redirect("calendar", agency.slug, year)
            wanted = change.wanted(before, **form.values())
            moving, shown = services.preview(calendar=calendar, wanted=wanted, at=at), True
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
    names = dict(DeadlineKind.choices)
    context = {
        "form": form, "calendar": calendar, "year": year, "shown": shown,
        "moves": [
            {"name": names[one.before.kind], "period": period_words(one.before.period), "move": one} for one in moving
        ],
    }  # fmt: skip
    return render(request, "reporting/calendar_change.html", context, status=422 if form.errors else 200)


def saved(count: int) -> str:
    sentence = ngettext("Tersimpan. %(count)d tenggat bergeser.", "Tersimpan. %(count)d tenggat bergeser.", count)
    return sentence % {"count": count}


def seen(request: SignedInRequest) -> int:
    """The version of the calendar that the page showed."""
    given = request.POST.get("versi", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0

"""Preparing a forum: begun, scheduled, its agenda changed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, told
from petajalan.reporting.forms.forum import ItemForm, KeyForm, ReasonForm, ScheduleForm, positions_of
from petajalan.reporting.models import ForumItem
from petajalan.reporting.queries.forums import owner_names
from petajalan.reporting.services.forum import agenda as services
from petajalan.reporting.views.forum.doors import check_period, cleaned, find_forum, find_item
from petajalan.reporting.views.forum.pages import show
from petajalan.reporting.words import period_words


@require_POST
@agency_page
def prepare(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    permit(request.user, "reporting.prepare_forum", agency)
    check_period(year, quarter)
    try:
        services.prepare_forum(agency=agency, year=year, quarter=quarter, by=request.user, at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("forums", agency.slug, year)
    return redirect("forum", agency.slug, year, quarter)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def schedule(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    permit(request.user, "reporting.prepare_forum", agency)
    forum = find_forum(request, agency, year, quarter)
    positions = positions_of(agency, owner_names(agency, clock.today()))
    form = ScheduleForm(request.POST or None, forum=forum, positions=positions)
    if request.method == "POST" and form.is_valid():
        try:
            services.schedule_forum(forum=forum, **form.values(), by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("forum", agency.slug, year, quarter)
    context = {"form": form, "forum": forum, "name": period_words(forum.period)}
    return render(request, "reporting/forum_schedule.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def refresh(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    forum = find_forum(request, agency, year, quarter)
    with told(request):
        count = services.refresh_agenda(forum=forum, version=seen(request, "version"), by=request.user, at=clock.now())
        said = ngettext("Agenda disusun lagi: %(count)d butir.", "Agenda disusun lagi: %(count)d butir.", count)
        messages.success(request, said % {"count": count})
    return redirect("forum", agency.slug, year, quarter)


@require_POST
@agency_page
def add(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    forum = find_forum(request, agency, year, quarter)
    form = ItemForm(request.POST, auto_id="tambah_%s")
    if form.is_valid():
        try:
            services.add_item(forum=forum, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(f"{reverse('forum', args=[agency.slug, year, quarter])}#tambah")
    return show(request, agency, forum, bound={"own": form}, status=422)


@require_POST
@agency_page
def move(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    item = find_item(request, agency, key)
    with told(request):
        services.move_item(
            item=item, up="naik" in request.POST, by=request.user, at=clock.now(), **cleaned(KeyForm(request.POST))
        )
    return to_item(agency, item)


@require_POST
@agency_page
def drop(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    item = find_item(request, agency, key)
    with told(request, _("Butir dikeluarkan; alasannya tercatat.")):
        given = cleaned(ReasonForm(request.POST))
        services.drop_item(
            item=item, reason=given["reason"], version=given["version"], by=request.user, at=clock.now()
        )  # fmt: skip
    return to_item(agency, item)


@require_POST
@agency_page
def restore(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    item = find_item(request, agency, key)
    with told(request, _("Butir kembali ke agenda.")):
        services.restore_item(item=item, version=seen(request, "version"), by=request.user, at=clock.now())
    return to_item(agency, item)


def to_item(agency: Agency, item: ForumItem) -> HttpResponse:
    address = reverse("forum", args=[agency.slug, item.forum.year, item.forum.quarter])
    return redirect(f"{address}#b{item.pk}")
